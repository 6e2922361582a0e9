"""What another program holds locked is said to be locked, soon, and nothing is left of the copy that was begun."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from chatbot.database.backup import backup
from chatbot.database.restore import copy_of
from chatbot.database.store import SqliteStore
from chatbot.domain.errors import StorageError

LOCKED = r"the database .*held\.db is locked by another program"


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A database that another program is writing, as none of ours does: nobody may read it meanwhile."""
    monkeypatch.setattr("chatbot.database.copying.LOCK_SECONDS", 0.01)
    path = tmp_path / "held.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for table in ("alembic_version", "contact_keys", "marks"):
            other.execute(f"CREATE TABLE {table} (id)")
        other.execute("BEGIN EXCLUSIVE")
        yield path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder for what is made."""
    folder = tmp_path / "target"
    folder.mkdir()
    return folder


async def test_a_backup_of_it_ends_in_clear_words(held: Path, target: Path) -> None:
    with pytest.raises(StorageError, match=LOCKED):
        await backup(SqliteStore(held), target / "copy.db")
    assert empty(target)


def test_a_return_to_it_ends_in_clear_words(held: Path, target: Path) -> None:
    with pytest.raises(StorageError, match=LOCKED):
        copy_of(held, target / "bot.db")
    assert empty(target)


def empty(folder: Path) -> bool:
    return not list(folder.iterdir())
