"""`chatbot restore`: the database is what the backup held, those forgotten since stay forgotten, nothing half done."""

from __future__ import annotations

import asyncio
import base64
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from fakes import some_shop
from power_cuts import cut_everywhere
from restore_bench import KEY, LATE, LIN, MEI, Place, clock, forgotten, joins

from chatbot.database.backup import backup
from chatbot.database.erasure_list import read_list
from chatbot.database.restore import clear_leftovers
from chatbot.database.run_lock import run_lock
from chatbot.database.sealing import DataKey
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import SettingsError, StorageError
from chatbot.private_files import write_private
from chatbot.settings import Settings, StorageSettings, read
from chatbot.upkeep import restore, rotate_key

SCHEMA_0002 = Path(__file__).parent / "database" / "fixtures" / "schema_0002.sql"


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Mei and Lin are in the backup; Mei was forgotten and somebody came after it."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'bot.db'}")
    monkeypatch.setenv("DATA_KEY", KEY)
    place = Place(tmp_path)
    await place.do(joins(MEI, "Mei"), joins(LIN, "Lin"), lambda tx: tx.marks.set("updates.offset", "77"))
    await place.back_up()
    await place.do(forgotten(MEI), joins(LATE, "Late"))
    return place


async def go_back(place: Place, **more: Any) -> str:
    return await restore(read(StorageSettings), place.backup, **more)


async def test_the_database_is_the_backup_again_and_the_one_from_before_is_kept(place: Place) -> None:
    said = await go_back(place)
    assert await place.names() == ["", "Lin"]
    assert str(place.kept()) in said
    shutil.copy(place.kept(), place.database)
    assert await place.names() == ["", "Lin", "Late"]


@pytest.mark.usefixtures("without_second_names")
async def test_where_a_file_has_one_name_only_a_copy_is_kept(place: Place) -> None:
    await go_back(place)
    assert await place.names() == ["", "Lin"]
    shutil.copy(place.kept(), place.database)
    assert await place.names() == ["", "Lin", "Late"]


async def test_it_says_what_was_done(place: Place) -> None:
    said = await go_back(place)
    assert re.search(r"copy\.db held. Its newest entry: none", said)
    assert "Leads: 0. People forgotten since then, and now again: 1." in said
    assert "Messages that wait to be sent: 0" in said
    assert "No list of erasures" not in said


async def test_the_next_call_for_updates_names_none_that_may_have_begun_anew(place: Place) -> None:
    await go_back(place)
    assert await place.do(lambda tx: tx.marks.get("updates.offset")) == [""]


@pytest.mark.parametrize("lost", ["list", "database"])
async def test_either_the_database_or_the_list_is_enough_to_forget_again(place: Place, lost: str) -> None:
    (place.list if lost == "list" else place.database).unlink()
    said = await go_back(place)
    assert "now again: 1" in said
    assert await place.names() == ["", "Lin"]
    assert len(read_list(place.list)) == 1


async def test_without_both_it_says_that_nobody_could_be_forgotten_again(place: Place) -> None:
    place.list.unlink()
    place.database.unlink()
    assert "No list of erasures was found" in await go_back(place)
    assert await place.names() == ["Mei", "Lin"]


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda whole: b"\x00" * len(whole), lambda whole: whole[:-30]])
async def test_a_list_that_is_damaged_while_the_database_is_lost_stops_it_and_stays_as_it_is(
    place: Place, spoil: Callable[[bytes], bytes]
) -> None:
    place.database.unlink()
    damaged = spoil(place.list.read_bytes())
    place.list.write_bytes(damaged)
    with pytest.raises(StorageError, match="put it back as it was"):
        await go_back(place)
    assert place.list.read_bytes() == damaged
    assert not place.database.exists()
    place.list.rename(place.list.with_suffix(".damaged"))
    assert "No list of erasures was found" in await go_back(place)


async def test_a_database_that_is_beyond_reading_is_replaced_and_kept_as_it_is(place: Place) -> None:
    ruins = b"\xff" * 8192
    place.lay({"": ruins})
    await go_back(place)
    assert await place.names() == ["", "Lin"]
    assert place.kept().read_bytes() == ruins


async def test_the_log_of_a_killed_bot_belongs_to_the_kept_database_and_not_to_the_restored(place: Place) -> None:
    store = SqliteStore(place.database)
    await store.open()
    steps = SqlSteps(store, DataKey(KEY), some_shop(), clock, bytes)
    await steps.run(joins(504, "Only in the log"))
    left = place.with_log(place.database)
    await store.close()
    place.lay(left)
    await go_back(place)
    assert await place.names() == ["", "Lin"]
    shutil.copy(place.kept(), place.database)
    assert await place.names() == ["", "Lin", "Late", "Only in the log"]


async def test_a_backup_from_before_a_new_key_opens_with_the_old_one_and_is_sealed_with_the_new(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_private(tmp_path / "old.key", KEY)
    await rotate_key(read(StorageSettings), tmp_path / "new.key")
    new = (tmp_path / "new.key").read_text(encoding="utf-8").strip()
    monkeypatch.setenv("DATA_KEY", new)
    before = place.bytes()
    with pytest.raises(SettingsError, match="--old-key-file"):
        await go_back(place)
    assert place.bytes() == before
    await go_back(place, old_key_file=tmp_path / "old.key")
    assert await place.names(key=new) == ["", "Lin"]


async def test_a_key_file_that_is_not_there_or_holds_no_key_is_one_plain_sentence(place: Place, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^there is no key file .*nosuch; name the file that holds the key$"):
        await go_back(place, old_key_file=tmp_path / "nosuch")
    write_private(tmp_path / ".env", "SHOP_NAME=Lantern\n")
    with pytest.raises(SettingsError, match=r"the key file .*\.env cannot be used"):
        await go_back(place, old_key_file=tmp_path / ".env")


async def test_a_backup_of_an_earlier_version_is_migrated(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.backup.unlink()
    with closing(sqlite3.connect(place.backup)) as raw:
        raw.executescript(SCHEMA_0002.read_text(encoding="utf-8"))
    write_private(tmp_path / "old.key", base64.urlsafe_b64encode(b"only the fixture of schema 0002!").decode())
    said = await go_back(place, old_key_file=tmp_path / "old.key")
    assert "Leads: 2." in said
    assert {"Kim", "Lin"} <= set(await place.names())


def damage(place: Place) -> None:
    content = place.backup.read_bytes()
    place.backup.write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])


def cut_off(place: Place) -> None:
    content = place.backup.read_bytes()
    place.backup.write_bytes(content[: len(content) // 2 + 100])


def of_another_program(place: Place) -> None:
    place.backup.unlink()
    with closing(sqlite3.connect(place.backup)) as raw:
        raw.execute("CREATE TABLE bookmarks (id)")


def of_a_newer_program(place: Place) -> None:
    with closing(sqlite3.connect(place.backup)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (damage, "the backup .* is damaged; take an earlier one"),
        (cut_off, "the backup .* is damaged; take an earlier one"),
        (of_another_program, "no database of this program"),
        (of_a_newer_program, "update the program"),
        (
            lambda place: place.backup.write_text("no database at all " * 99),
            "no backup, .* not an SQLite database; name another",
        ),
        (lambda place: place.backup.unlink(), "there is no backup"),
        (lambda place: shutil.copy(place.backup, place.database.with_name("copy.db-")) and _link(place), "itself"),
    ],
)
async def test_what_is_no_sound_backup_is_refused_and_nothing_is_touched(place: Place, spoil: Any, told: str) -> None:
    spoil(place)
    before, beside = place.bytes(), place.beside() | {"bot.db.lock"}
    with pytest.raises(StorageError, match=told):
        await go_back(place)
    assert place.bytes() == before
    assert place.beside() == beside


def _link(place: Place) -> None:
    place.backup.unlink()
    place.backup.symlink_to(place.database)


async def test_while_a_bot_runs_nothing_is_touched(place: Place) -> None:
    before = place.bytes()
    with run_lock(place.database), pytest.raises(StorageError, match="stop it first"):
        await go_back(place)
    assert place.bytes() == before


async def test_while_another_program_is_at_the_database_nothing_is_touched(place: Place) -> None:
    with closing(sqlite3.connect(place.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="locked"):
            await go_back(place)
        other.execute("ROLLBACK")
    assert await place.names() == ["", "Lin", "Late"]
    assert not [name for name in place.beside() if "restor" in name]


async def test_a_backup_taken_while_people_write_is_restored_to_one_moment(place: Place) -> None:
    written, enough = 0, asyncio.Event()

    async def pour(steps: SqlSteps) -> None:
        nonlocal written
        for number in range(600, 900):
            await steps.run(joins(number, f"Person {number}"))
            written += 1
            if written == 20:
                enough.set()

    async with SqliteStore(place.database) as store:
        steps = SqlSteps(store, DataKey(KEY), some_shop(), clock, bytes)
        pouring = asyncio.gather(pour(steps))
        await enough.wait()
        before = written
        place.backup.unlink()
        await backup(store, place.backup)
        after = written
        with suppress(asyncio.CancelledError):
            pouring.cancel()
            await pouring
    await go_back(place)
    poured = (await place.names())[3:]
    assert poured == [f"Person {600 + number}" for number in range(len(poured))]
    assert before <= len(poured) <= after + 1


async def test_killed_before_any_step_the_database_is_wholly_the_old_or_wholly_the_new(
    place: Place, tmp_path: Path
) -> None:
    begin, runs = tmp_path / "begin", tmp_path / "runs"
    begin.mkdir()
    runs.mkdir()
    for file in (place.database, place.backup, place.list):
        file.rename(begin / file.name)
    settings = {"DATABASE_URL": "sqlite:///{here}/bot.db", "DATA_KEY": KEY}
    cuts = await asyncio.to_thread(cut_everywhere, begin, runs, "restore", "{here}/copy.db", **settings)
    found = {tuple(await after_the_next_start(runs / str(number))) for number in range(1, cuts + 1)}
    assert found == {("", "Lin", "Late"), ("", "Lin")}


async def after_the_next_start(folder: Path) -> list[str]:
    """Whom the bot knows when it starts after the kill; of what was begun nothing is left."""
    here = Place(folder)
    clear_leftovers(here.database)
    assert not [name for name in here.beside() if "restoring" in name]
    assert not here.has_an_alias()
    known = await here.names()
    with closing(sqlite3.connect(here.database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return known
