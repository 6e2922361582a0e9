"""Alembic's environment: one tree of migrations for every engine."""
