"""What the store makes of locks, full disks, damaged files and kills."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from database.counter import committed, create, increment, read
from sqlalchemy import Connection, text

from chatbot.database.storage_errors import translated
from chatbot.database.store import SqliteStore
from chatbot.domain.errors import StorageError

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def counter(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(tmp_path / "counter.db", busy_timeout=0.01)
    await store.open()
    await store.run(create)
    yield store
    await store.close()


async def test_a_lock_that_stays_is_told_as_such(counter: SqliteStore) -> None:
    other = sqlite3.connect(counter.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked by another program"):
        await counter.run(increment)
    other.execute("ROLLBACK")
    other.close()
    assert await counter.run(increment) == 1


async def test_a_full_disk_is_told_as_such_and_the_store_goes_on(counter: SqliteStore) -> None:
    def fill(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 3")
        connection.execute(text("CREATE TABLE large (words TEXT)"))
        connection.execute(text("INSERT INTO large VALUES (:words)"), {"words": "x" * 100_000})

    with pytest.raises(StorageError, match=r"disk that holds .* is full"):
        await counter.run(fill)
    await counter.run(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 100000"))
    assert await counter.run(increment) == 1


async def test_a_file_that_is_no_database_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear all, this is a letter, and it is long enough to be read as a header.\n" * 50)
    with pytest.raises(StorageError, match="not an SQLite database"):
        await SqliteStore(path).open()


async def test_a_damaged_file_is_told_as_such(counter: SqliteStore) -> None:
    await counter.close()
    damaged = bytearray(counter.path.read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    counter.path.write_bytes(damaged)
    await counter.open()
    with pytest.raises(StorageError, match="is damaged"):
        await counter.run(read)


async def test_a_folder_that_does_not_exist_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be opened"):
        await SqliteStore(tmp_path / "nowhere" / "x.db").open()


async def test_a_file_that_may_not_be_written_is_told_as_such(counter: SqliteStore) -> None:
    await counter.run(lambda connection: connection.exec_driver_sql("PRAGMA query_only = ON"))
    with pytest.raises(StorageError, match="cannot be written"):
        await counter.run(increment)


async def test_a_mistake_in_a_statement_is_told_without_its_values(counter: SqliteStore) -> None:
    def twice(connection: Connection) -> None:
        connection.execute(text("INSERT INTO counter VALUES (:secret)"), {"secret": 7_654_321})
        connection.execute(text("INSERT INTO counter VALUES (:secret)"), {"secret": 7_654_321})

    with pytest.raises(StorageError, match="SQLITE_CONSTRAINT_UNIQUE") as caught:
        await counter.run(twice)
    assert "7654321" not in str(caught.value) + str(caught.value.__cause__)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, "failed to read or write"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be written"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked by another program"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "cannot be opened"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "is damaged"),
    ],
)
def test_the_finer_kinds_of_an_error_are_told_like_their_kind(code: int, told: str) -> None:
    error = sqlite3.OperationalError("as SQLite words it")
    error.sqlite_errorcode = code
    assert told in str(translated(error, Path("bot.db")))


def test_what_is_no_error_of_the_database_stays_as_it_is() -> None:
    error = LookupError("ours")
    assert translated(error, Path("bot.db")) is error


BUSY_PROGRAM = """
import asyncio, pathlib, sys
from sqlalchemy import text
from chatbot.database.store import SqliteStore

def increment(connection):
    connection.execute(text("UPDATE counter SET n = n + 1"))
    return connection.execute(text("SELECT n FROM counter")).scalar_one()

async def main():
    store = SqliteStore(pathlib.Path(sys.argv[1]))
    await store.open()
    while True:
        for n in await asyncio.gather(*(store.run(increment) for _ in range(8))):
            print(n, flush=True)

asyncio.run(main())
"""


async def test_a_kill_loses_nothing_that_was_said_to_be_committed(counter: SqliteStore) -> None:
    await counter.close()
    for _ in range(3):
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-c", BUSY_PROGRAM, str(counter.path), stdout=asyncio.subprocess.PIPE, cwd=ROOT
        )
        assert program.stdout is not None
        said = [int(await program.stdout.readline()) for _ in range(50)]
        program.kill()
        rest, _ = await program.communicate()
        said += [int(line) for line in rest.split(b"\n")[:-1]]
        assert committed(counter.path) >= max(said)
    await counter.open()
    assert await counter.run(increment) > 150
