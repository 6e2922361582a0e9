"""Calls of the model are counted by the hour."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Index them by time."""
    op.create_index("ix_calls_at", "calls", ["at"])
