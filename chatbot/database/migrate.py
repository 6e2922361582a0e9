"""Bringing a database to the newest version of the tables. Alembic is imported only when something is to be done."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from chatbot.domain.errors import StorageError

NEWEST = "0006"
"""The last revision in migrations/versions."""

_KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006")


def is_current(connection: Connection) -> bool:
    """Whether nothing is to be migrated. Raises `StorageError` where a newer program has been at the database."""
    version = _version(connection)
    if version is not None and version not in _KNOWN:
        raise StorageError(f"the database has version {version}, which this program does not know; update the program")
    return version == NEWEST


def upgrade(connection: Connection) -> None:
    """Migrate from whatever there is, none at all included; does nothing to a current database.

    To be run as one unit of the store: all migrations commit together or not at all.
    """
    if is_current(connection):
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "chatbot.database:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version
