"""A backup is whole, opens by itself, and gives nothing away."""

from __future__ import annotations

import asyncio
import errno
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from power_cuts import cut_everywhere

from chatbot.database.backup import backup
from chatbot.database.copying import copied
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
    assert names_in(target) == ["copy.db"]
    assert (target / "copy.db").stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(target / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert b"Mei Wang" not in (target / "copy.db").read_bytes()


async def test_a_backup_that_cannot_be_written_is_refused(journey: Journey, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        await backup(journey.store, tmp_path / "nowhere" / "copy.db")


async def test_what_has_the_name_already_is_never_replaced(journey: Journey, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("the last backup", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for name in ("copy.db", "folder"):
        with pytest.raises(StorageError, match="exists already and is not replaced; name another file"):
            await backup(journey.store, tmp_path / name)
    assert (tmp_path / "copy.db").read_text(encoding="utf-8") == "the last backup"
    assert "unfinished" not in " ".join(names_in(tmp_path))


@contextmanager
def each_file_with_one_name() -> Iterator[None]:
    """As on exFAT and many network shares."""

    def refused(*_names: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    with pytest.MonkeyPatch.context() as file_system:
        file_system.setattr(os, "link", refused)
        yield


FILE_SYSTEMS = {"common": nullcontext, "each file has one name only": each_file_with_one_name}


@pytest.mark.parametrize("file_system", FILE_SYSTEMS)
async def test_of_two_backups_to_one_name_at_once_one_is_whole_and_the_other_is_refused(
    journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_system: str
) -> None:
    await journey.contact(501)
    (target := tmp_path / "copies").mkdir()
    both = threading.Barrier(2)

    @contextmanager
    def at_once(source: Path, made: Path) -> Iterator[sqlite3.Connection]:
        both.wait(20)
        with copied(source, made) as writer:
            yield writer

    monkeypatch.setattr("chatbot.database.backup.copied", at_once)
    with FILE_SYSTEMS[file_system]():
        ends = await asyncio.gather(
            *(backup(journey.store, target / "copy.db") for _ in range(2)), return_exceptions=True
        )
    refusal = next(end for end in ends if end is not None)
    assert isinstance(refusal, StorageError)
    assert "exists already and is not replaced" in str(refusal)
    assert ends.count(None) == 1
    assert names_in(target) == ["copy.db"]
    assert contacts_in(target / "copy.db") == 1


@pytest.mark.parametrize("file_system", FILE_SYSTEMS)
async def test_what_takes_the_name_while_the_copy_is_made_is_not_replaced(
    journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_system: str
) -> None:
    (target := tmp_path / "copies").mkdir()

    @contextmanager
    def meanwhile(source: Path, made: Path) -> Iterator[sqlite3.Connection]:
        with copied(source, made) as writer:
            (target / "copy.db").write_text("somebody's", encoding="utf-8")
            yield writer

    monkeypatch.setattr("chatbot.database.backup.copied", meanwhile)
    with FILE_SYSTEMS[file_system](), pytest.raises(StorageError, match="exists already and is not replaced"):
        await backup(journey.store, target / "copy.db")
    assert names_in(target) == ["copy.db"]
    assert (target / "copy.db").read_text(encoding="utf-8") == "somebody's"


async def test_a_backup_leaves_another_that_is_under_way_in_the_same_folder_alone(
    journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await journey.contact(501)
    (target := tmp_path / "copies").mkdir()

    @contextmanager
    def another_within(source: Path, made: Path) -> Iterator[sqlite3.Connection]:
        monkeypatch.setattr("chatbot.database.backup.copied", copied)
        asyncio.run(backup(SqliteStore(source), target / "inner.db"))
        with copied(source, made) as writer:
            yield writer

    monkeypatch.setattr("chatbot.database.backup.copied", another_within)
    await backup(journey.store, target / "outer.db")
    assert {file.name: contacts_in(file) for file in target.iterdir()} == {"inner.db": 1, "outer.db": 1}
    assert {file.stat().st_mode & 0o777 for file in target.iterdir()} == {0o600}


async def test_killed_before_any_step_a_backup_is_whole_or_not_there_and_the_next_clears_up(
    tmp_path: Path, journey: Journey, key_text: str
) -> None:
    await journey.contact(501)
    begin, runs = tmp_path / "begin", tmp_path / "runs"
    (begin / "copies").mkdir(parents=True)
    runs.mkdir()
    await journey.store.close()
    journey.store.path.rename(begin / "bot.db")
    settings = {"DATABASE_URL": "sqlite:///{here}/bot.db", "DATA_KEY": key_text}
    cuts = await asyncio.to_thread(cut_everywhere, begin, runs, "backup", "{here}/copies/copy.db", **settings)
    left = set()
    for number in range(1, cuts + 1):
        here = runs / str(number)
        await backup(SqliteStore(here / "bot.db"), here / "copies" / "next.db")
        found = {file.name: contacts_in(file) for file in (here / "copies").iterdir()}
        left.add(tuple(sorted(found)))
        assert set(found.values()) == {1}
    assert left == {("next.db",), ("copy.db", "next.db")}


async def test_a_folder_that_only_ends_like_one_of_ours_keeps_what_is_in_it(journey: Journey, tmp_path: Path) -> None:
    theirs = tmp_path / "a.unfinished-backup"
    theirs.mkdir()
    (theirs / "notes").write_text("somebody's", encoding="utf-8")
    await backup(journey.store, tmp_path / "copy.db")
    assert (theirs / "notes").read_text(encoding="utf-8") == "somebody's"


def names_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def contacts_in(path: Path) -> int:
    """How many contacts a sound backup holds."""
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (count,) = copy.execute("SELECT count(*) FROM contacts").fetchone()
    return int(count)


async def test_the_database_is_never_its_own_backup(journey: Journey) -> None:
    with pytest.raises(StorageError, match="the database itself"):
        await backup(journey.store, journey.store.path)
    await journey.contact()
