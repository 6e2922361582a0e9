"""The migrations build what tables.py describes, from whatever there is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, create_engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from chatbot.database import migrate, queue_tables, tables
from chatbot.database.store import SqliteStore
from chatbot.domain.errors import StorageError

METADATA = queue_tables.inbox.metadata


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(tmp_path / "empty.db")
    await store.open()
    yield store
    await store.close()


def schema(connection: Connection) -> dict[str, str]:
    """The statement that made each table and index, spaces apart."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    return {name: " ".join(sql.split()) for name, sql in rows if name not in ("alembic_version", "sqlite_sequence")}


def described() -> dict[str, str]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        METADATA.create_all(connection)
        wanted = schema(connection)
    engine.dispose()
    return wanted


async def test_from_nothing_the_migrations_build_exactly_the_tables_described(empty: SqliteStore) -> None:
    assert not await empty.run(migrate.is_current)
    await empty.run(migrate.upgrade)
    assert await empty.run(schema) == described()
    assert await empty.run(lambda connection: compare_metadata(MigrationContext.configure(connection), METADATA)) == []
    assert await empty.run(migrate.is_current)


async def test_from_the_oldest_version_the_rows_are_kept(empty: SqliteStore) -> None:
    def oldest(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", "chatbot.database:migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(tables.marks.insert(), {"name": "offset", "value": "41"})

    await empty.run(oldest)
    assert not await empty.run(migrate.is_current)
    await empty.run(migrate.upgrade)
    assert await empty.run(schema) == described()
    assert await empty.run(lambda connection: connection.execute(tables.marks.select()).all()) == [("offset", "41")]


async def test_migrating_twice_changes_nothing(empty: SqliteStore) -> None:
    await empty.run(migrate.upgrade)
    before = await empty.run(schema)
    await empty.run(migrate.upgrade)
    assert await empty.run(schema) == before


async def test_a_migration_that_fails_leaves_nothing_behind(empty: SqliteStore) -> None:
    def upgrade_and_fail(connection: Connection) -> None:
        migrate.upgrade(connection)
        raise OSError("power cut")

    with pytest.raises(OSError, match="power cut"):
        await empty.run(upgrade_and_fail)
    assert await empty.run(schema) == {}
    assert not await empty.run(migrate.is_current)


async def test_a_database_of_a_newer_program_is_refused(empty: SqliteStore) -> None:
    await empty.run(migrate.upgrade)
    await empty.run(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(StorageError, match="update the program"):
        await empty.run(migrate.is_current)


def test_the_newest_revision_is_the_one_we_ask_for() -> None:
    config = Config()
    config.set_main_option("script_location", "chatbot.database:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [migrate.NEWEST]
    assert sorted(script.revision for script in scripts.walk_revisions()) == sorted(migrate._KNOWN)


def test_alembic_is_not_imported_before_something_is_to_be_migrated() -> None:
    program = "import sys, chatbot.database.migrate, chatbot.database.transaction; sys.exit('alembic' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=root).returncode == 0  # noqa: S603 - ours


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_every_table_can_be_made_on_postgresql(table: Table) -> None:
    made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    assert f"CREATE TABLE {table.name}" in made
    assert "DATETIME" not in made
    assert "FLOAT" not in made
