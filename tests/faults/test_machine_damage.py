"""The database damaged, moved away or replaced: said in clear words, at the start and in the middle; nothing is
confirmed that is not stored, and nobody's messages are lost for another's damage."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from faults.trouble import Complaints, transcript_of
from journeys.transcript import Stage

from chatbot.database.migrate import upgrade
from chatbot.database.store import SqliteStore
from chatbot.domain.errors import StorageAway

TALE = "I need a website for my bakery with a menu"


async def a_database(path: Path) -> None:
    store = SqliteStore(path)
    await store.open()
    await store.run(upgrade)
    await store.close()


def garbage(path: Path) -> None:
    path.write_bytes(b"this is no database, whatever its name says. " * 200)


def cut_short(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def holes(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


@pytest.mark.parametrize("harm", [garbage, cut_short, holes])
async def test_a_damaged_file_at_the_start_is_one_clear_line_and_is_left_as_it_is(tmp_path: Path, harm: object) -> None:
    path = tmp_path / "bot.db"
    await a_database(path)
    assert callable(harm)
    harm(path)
    before, store = path.read_bytes(), SqliteStore(path)
    with pytest.raises(StorageAway, match=r"chatbot restore"):
        async with store:
            await store.run(upgrade)
    assert path.read_bytes() == before


def page_of_table(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


async def overwritten(store: SqliteStore, page: int, words: bytes) -> bytes:
    """Write over a page of the file, which the bot then reads anew; what stood there."""
    with store.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        before = file.read(4096)
        file.seek((page - 1) * 4096)
        file.write(words)
    assert store._thread is not None
    await store._thread.reach(store._raw.execute, "PRAGMA shrink_memory")
    return before


async def test_a_damaged_page_of_one_table_stops_only_who_needs_it_and_loses_nothing(
    kim: Stage, complaints: Complaints
) -> None:
    store = kim.bot.store
    await store.checkpoint()
    with closing(sqlite3.connect(store.path)) as connection:
        page = page_of_table(connection, "hand_offs")
    whole = await overwritten(store, page, b"\xff" * 4096)
    await kim.play("Kim: /human")
    await complaints.said("run `chatbot restore` with the latest backup")
    await kim.play("Lin start\nLin < Lantern Software")
    await overwritten(store, page, whole)
    await kim.play("Kim < Of course")
    assert len(complaints.lines) == 1


async def test_a_database_that_was_moved_away_is_told_and_put_back_goes_on(
    kim: Stage, complaints: Complaints, tmp_path: Path
) -> None:
    path = kim.bot.store.path
    path.rename(tmp_path / "elsewhere.db")
    await kim.play(f"Kim: {TALE}")
    await complaints.said("was moved, deleted or replaced while the bot had it open")
    assert not path.exists()
    (tmp_path / "elsewhere.db").rename(path)
    await kim.play("Kim < Bakery")
    assert await transcript_of(kim, "Kim") == [TALE]
    assert len(complaints.lines) == 1


async def test_into_a_database_that_was_replaced_nothing_is_written_and_nothing_is_confirmed(
    kim: Stage, complaints: Complaints, tmp_path: Path
) -> None:
    path = kim.bot.store.path
    path.rename(tmp_path / "old.db")
    shutil.copy(tmp_path / "old.db", path)
    copied = path.read_bytes()
    await kim.play(f"Kim: {TALE}")
    await complaints.said("was moved, deleted or replaced while the bot had it open")
    assert path.read_bytes() == copied
    path.unlink()
    (tmp_path / "old.db").rename(path)
    await kim.play("Kim < Bakery")


async def test_a_write_ahead_log_that_was_deleted_is_noticed(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "bot.db")
    await store.open()
    await store.run(upgrade)
    (tmp_path / "bot.db-wal").unlink()
    with pytest.raises(StorageAway, match="was moved, deleted or replaced"):
        await store.run(upgrade)
    await store.close()
