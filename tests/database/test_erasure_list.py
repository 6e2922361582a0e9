"""The list of erasures outlives its database, and what was erased is gone from the files at once, not at the end."""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from chatbot.database.erasure_list import list_path, read_list, write_list
from chatbot.database.erasure_rows import erase_person
from chatbot.database.sealing import DataKey
from chatbot.database.store import SqliteStore
from chatbot.database.tables import contact_keys
from chatbot.database.transaction import TRY_AGAIN, SqlSteps
from chatbot.domain.errors import StorageError
from chatbot.use_cases.shop import Shop

if TYPE_CHECKING:
    from database.conftest import Clock, Journey

MEI, LIN = 501, 502


def forget(t: Any, telegram_id: int = MEI) -> None:
    erase_person(t.contacts._step, telegram_id)


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("bot.db*"))


async def wrapped_key(journey: Journey) -> bytes:
    query = select(contact_keys.c.wrapped).where(contact_keys.c.telegram_id == MEI)
    wrapped: bytes = await journey.store.run(lambda c: c.execute(query).scalar_one())
    return wrapped


async def test_when_the_step_returns_the_erasure_is_on_the_list_and_the_key_in_no_file(
    journey: Journey, tmp_path: Path
) -> None:
    await journey.contact(MEI)
    key = await wrapped_key(journey)
    assert key in on_disk(tmp_path)
    await journey.run(forget)
    assert list(read_list(tmp_path / "bot.db.erasures").values()) == [journey.clock()]
    assert key not in on_disk(tmp_path)
    assert (tmp_path / "bot.db-wal").stat().st_size == 0
    assert (tmp_path / "bot.db.erasures").stat().st_mode & 0o777 == 0o600


async def test_an_older_copy_put_in_place_by_hand_forgets_again_at_the_next_start(
    journey: Journey, tmp_path: Path, key_text: str, shop: Shop, clock: Clock
) -> None:
    await journey.contact(MEI, "Mei")
    await journey.contact(LIN, "Lin")
    await journey.store.close()
    shutil.copy(tmp_path / "bot.db", tmp_path / "old.db")
    await journey.store.open()
    await journey.run(forget)
    await journey.store.close()
    shutil.move(tmp_path / "old.db", tmp_path / "bot.db")
    async with SqliteStore(tmp_path / "bot.db") as store:
        steps = SqlSteps(store, DataKey(key_text), shop, clock, bytes)
        assert await steps.run(lambda t: t.contacts.get(1).name) == "Mei"
        assert await steps.settle_erasures() == 1
        assert await steps.run(lambda t: [t.contacts.get(one).name for one in (1, 2)]) == ["", "Lin"]
        assert await steps.settle_erasures() == 0


async def test_what_a_crash_kept_from_the_list_is_written_at_the_next_start(
    journey: Journey, tmp_path: Path, key_text: str, shop: Shop, clock: Clock
) -> None:
    await journey.contact(MEI)
    await journey.run(forget)
    listed = read_list(tmp_path / "bot.db.erasures")
    (tmp_path / "bot.db.erasures").unlink()
    await SqlSteps(journey.store, DataKey(key_text), shop, clock, bytes).settle_erasures()
    assert read_list(tmp_path / "bot.db.erasures") == listed


async def test_a_list_that_cannot_be_written_undoes_no_erasure_and_is_written_as_soon_as_it_can(
    journey: Journey, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await journey.contact(MEI, "Mei")
    blocked = tmp_path / "bot.db.erasures.unfinished"
    blocked.mkdir()
    await journey.run(forget)
    assert await journey.run(lambda t: t.contacts.get(1).name) == ""
    assert [record.levelno for record in caplog.records] == [logging.ERROR]  # once, not at every step
    assert "cannot be written" in caplog.text
    blocked.rmdir()
    journey.clock.now += TRY_AGAIN
    await journey.run(lambda _: None)
    assert len(read_list(tmp_path / "bot.db.erasures")) == 1


async def test_while_a_backup_reads_the_log_stays_and_is_emptied_after_it(journey: Journey, tmp_path: Path) -> None:
    await journey.contact(MEI)
    key = await wrapped_key(journey)
    with closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM contacts").fetchone()
        await journey.run(forget)
        assert key in on_disk(tmp_path)
        reader.execute("COMMIT")
    journey.clock.now += TRY_AGAIN
    await journey.run(lambda _: None)
    assert key not in on_disk(tmp_path)


async def test_what_cannot_be_settled_is_not_tried_again_at_every_step_but_with_the_next_erasure(
    journey: Journey, tmp_path: Path
) -> None:
    await journey.contact(MEI)
    await journey.contact(LIN)
    blocked = tmp_path / "bot.db.erasures.unfinished"
    blocked.mkdir()
    await journey.run(forget)
    blocked.rmdir()
    await journey.run(lambda _: None)
    assert read_list(tmp_path / "bot.db.erasures") == {}
    await journey.run(forget, LIN)
    assert len(read_list(tmp_path / "bot.db.erasures")) == 2


async def test_two_who_are_forgotten_at_once_are_both_on_the_list(journey: Journey, tmp_path: Path) -> None:

    people = range(600, 612)
    for person in people:
        await journey.contact(person)
    await asyncio.gather(*(journey.run(forget, person) for person in people))
    assert len(read_list(tmp_path / "bot.db.erasures")) == len(people)


@pytest.mark.parametrize("date", ["", " ", " yesterday", " 2026-13-45T09:30:00+00:00", " 2026-03-02T09:30:00"])
async def test_whose_date_somebody_broke_stays_forgotten(
    journey: Journey, tmp_path: Path, key_text: str, shop: Shop, date: str
) -> None:
    await journey.contact(MEI, "Mei")
    (fingerprint,) = await journey.run(lambda t: t.contacts._step.vault.fingerprints())
    list_path(tmp_path / "bot.db").write_text(f"\ufeff# a list\r\n{fingerprint}{date}\r\n", encoding="utf-8")
    steps = SqlSteps(journey.store, DataKey(key_text), shop, journey.clock, bytes)
    assert await steps.settle_erasures() == 1
    assert await steps.run(lambda t: t.contacts.get(1).name) == ""


async def test_a_line_that_names_no_key_is_one_clear_error_and_is_not_lost(
    journey: Journey, tmp_path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    path = list_path(tmp_path / "bot.db")
    assert read_list(path) == {}
    write_list(path, {"a" * 64: clock(), "b" * 64: clock()})
    broken = path.read_text(encoding="utf-8").replace("b" * 64, "b" * 63)
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(StorageError, match=r"line 3 of the list.*put it back"):
        await journey.settle()
    await journey.contact(MEI)
    await journey.run(forget)  # does not fail by it
    assert "line 3 of the list" in caplog.text
    assert path.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize("cut", [slice(0), slice(20), slice(-30), slice(120, None)])
async def test_a_list_that_is_not_whole_stops_the_start_and_is_not_overwritten(
    journey: Journey, tmp_path: Path, clock: Clock, cut: slice
) -> None:
    await journey.contact(MEI)
    await journey.run(forget)
    path = list_path(tmp_path / "bot.db")
    write_list(path, read_list(path) | {"b" * 64: clock()})
    damaged = path.read_bytes()[cut]
    path.write_bytes(damaged)
    with pytest.raises(StorageError, match="put it back as it was"):
        await journey.settle()
    assert path.read_bytes() == damaged


async def test_a_list_that_cannot_be_read_stops_the_start(journey: Journey, tmp_path: Path, key_text: str) -> None:
    (tmp_path / "bot.db.erasures").mkdir()
    steps = SqlSteps(journey.store, DataKey(key_text), None, journey.clock, bytes)  # type: ignore[arg-type]
    with pytest.raises(StorageError, match="cannot be read"):
        await steps.settle_erasures()
