"""A backup is whole, opens by itself, and gives nothing away."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chatbot.database.backup import backup
from chatbot.database.sealing import DataKey, check_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import StorageError
from chatbot.use_cases.shop import Shop

if TYPE_CHECKING:
    from database.conftest import Clock, Journey


async def test_a_backup_holds_all_that_was_committed(
    journey: Journey, tmp_path: Path, key_text: str, shop: Shop, clock: Clock
) -> None:
    contact = await journey.contact(501, "Mei Wang")
    await backup(journey.store, tmp_path / "copy.db")
    await journey.contact(502, "Too late")

    copy = SqliteStore(tmp_path / "copy.db")
    await copy.open()
    await copy.run(check_data_key, DataKey(key_text))
    steps = SqlSteps(copy, DataKey(key_text), shop, clock, bytes)
    assert await steps.run(lambda t: t.contacts.by_telegram(501)) == contact
    assert await steps.run(lambda t: t.contacts.by_telegram(502)) is None
    await copy.close()


async def test_a_backup_is_one_sound_file_for_the_owner_alone(journey: Journey, tmp_path: Path) -> None:
    await journey.contact(501, "Mei Wang")
    target = tmp_path / "copies"
    target.mkdir()
    await asyncio.gather(backup(journey.store, target / "copy.db"), journey.contact(502))
    assert [file.name for file in target.iterdir()] == ["copy.db"]
    assert (target / "copy.db").stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(target / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert b"Mei Wang" not in (target / "copy.db").read_bytes()


async def test_a_backup_that_cannot_be_written_is_refused(journey: Journey, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        await backup(journey.store, tmp_path / "nowhere" / "copy.db")


async def test_a_database_that_another_program_holds_is_said_to_be_locked_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatbot.database.copying.LOCK_SECONDS", 0.01)
    source, target = tmp_path / "bot.db", tmp_path / "copies"
    target.mkdir()
    with closing(sqlite3.connect(source, isolation_level=None)) as other:
        other.execute("CREATE TABLE one (id)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match=r"the database .*bot\.db is locked by another program"):
            await backup(SqliteStore(source), target / "copy.db")
    assert list(target.iterdir()) == []


async def test_what_has_the_name_already_is_never_replaced(journey: Journey, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("the last backup", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for name in ("copy.db", "folder"):
        with pytest.raises(StorageError, match="exists already and is not replaced; name another file"):
            await backup(journey.store, tmp_path / name)
    assert (tmp_path / "copy.db").read_text(encoding="utf-8") == "the last backup"
    assert not (tmp_path / "copy.db.unfinished").exists()


async def test_the_database_is_never_its_own_backup(journey: Journey) -> None:
    with pytest.raises(StorageError, match="the database itself"):
        await backup(journey.store, journey.store.path)
    await journey.contact()
