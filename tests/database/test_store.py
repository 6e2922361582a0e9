"""The store: whole units, group commit, errors told as sentences."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiosqlite
import pytest
from database.counter import committed, create, increment, read
from sqlalchemy import Connection

from chatbot.database.sqlite_thread import SqliteThread
from chatbot.database.store import SqliteStore, open_store
from chatbot.domain.errors import SettingsError, StorageError


def increment_then_fail(connection: Connection) -> None:
    increment(connection)
    raise LookupError("on purpose")


@pytest.fixture
async def counter(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(tmp_path / "counter.db", busy_timeout=0.01)
    await store.open()
    await store.run(create)
    yield store
    await store.close()


class Held:
    """Keeps the thread busy, so that what comes now waits together."""

    def __init__(self, store: SqliteStore) -> None:
        self._open = threading.Event()
        assert store._thread is not None
        store._thread.post(self._open.wait)

    def let_go(self) -> None:
        self._open.set()


async def waiting_together(store: SqliteStore, *units: Callable[[Connection], object]) -> list[object]:
    held = Held(store)
    runs = asyncio.gather(*(store.run(unit) for unit in units), return_exceptions=True)
    await asyncio.sleep(0)
    assert len(store._waiting) == len(units)
    held.let_go()
    return await runs


async def test_no_increment_is_lost_among_400_at_once(counter: SqliteStore) -> None:
    await asyncio.gather(*(counter.run(increment) for _ in range(400)))
    assert committed(counter.path) == 400


async def test_no_increment_is_lost_between_two_stores_on_one_file(counter: SqliteStore) -> None:
    other = SqliteStore(counter.path)
    await other.open()
    patient = SqliteStore(counter.path)
    await patient.open()
    await asyncio.gather(*(store.run(increment) for store in (other, patient) for _ in range(100)))
    await other.close()
    await patient.close()
    assert committed(counter.path) == 200


async def test_run_returns_after_commit(counter: SqliteStore) -> None:
    assert await counter.run(increment) == 1
    assert committed(counter.path) == 1


async def test_a_unit_runs_whole_in_the_store_s_thread(counter: SqliteStore) -> None:
    names = await asyncio.gather(*(counter.run(lambda _: threading.current_thread().name) for _ in range(3)))
    assert len(set(names)) == 1
    assert names[0] != threading.current_thread().name


async def test_units_that_wait_are_committed_together(counter: SqliteStore) -> None:
    begun = []
    await counter.run(lambda connection: connection.connection.dbapi_connection.set_trace_callback(begun.append))
    begun.clear()
    assert await waiting_together(counter, *[increment] * 5) == [1, 2, 3, 4, 5]
    assert [line for line in begun if line.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]


async def test_a_failing_unit_rolls_back_only_itself(counter: SqliteStore) -> None:
    results = await waiting_together(counter, increment, increment_then_fail, increment)
    assert isinstance(results[1], LookupError)
    assert [results[0], results[2]] == [1, 2]
    assert committed(counter.path) == 2


async def test_a_failing_unit_alone_leaves_nothing(counter: SqliteStore) -> None:
    with pytest.raises(LookupError, match="on purpose"):
        await counter.run(increment_then_fail)
    assert committed(counter.path) == 0
    assert await counter.run(increment) == 1


async def test_a_unit_that_loses_the_whole_transaction_costs_the_others_nothing(counter: SqliteStore) -> None:
    def lose(connection: Connection) -> None:  # what SQLite does by itself when the disk is full
        increment(connection)
        connection.exec_driver_sql("ROLLBACK")
        raise OSError("lost")

    results = await waiting_together(counter, increment, lose, increment)
    assert isinstance(results[1], OSError)
    assert sorted([results[0], results[2]]) == [1, 2]
    assert committed(counter.path) == 2


@pytest.mark.parametrize("error", [StopIteration(), SystemExit(3), asyncio.CancelledError()])
async def test_even_an_odd_error_reaches_its_own_caller_and_nobody_else(
    counter: SqliteStore, error: BaseException
) -> None:
    def odd(connection: Connection) -> None:
        raise error

    run = asyncio.gather(counter.run(increment), counter.run(increment))
    with pytest.raises(BaseException):  # noqa: B017, PT011 - a StopIteration arrives as RuntimeError
        await counter.run(odd)
    assert await run == [1, 2]


async def test_cancelling_the_caller_does_not_undo_the_unit(counter: SqliteStore) -> None:
    held = Held(counter)
    run = asyncio.get_running_loop().create_task(counter.run(increment))
    await asyncio.sleep(0)
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run
    held.let_go()
    assert await counter.run(read) == 1


async def test_closing_commits_what_was_begun(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "counter.db")
    await store.open()
    await store.run(create)
    run = asyncio.get_running_loop().create_task(store.run(increment))
    await asyncio.sleep(0)
    await store.close()
    assert await run == 1
    await store.close()
    with pytest.raises(StorageError, match="closed"):
        await store.run(read)


async def stopped_while_it_opens(path: Path) -> None:
    """Open a store; the stop comes between the file and all that is built upon it."""
    store, loop = SqliteStore(path), asyncio.get_running_loop()
    whole, opening = store._engine_connection, loop.create_task(store.open())

    def stopped_meanwhile() -> None:
        loop.call_soon_threadsafe(opening.cancel)
        whole()

    store._engine_connection = stopped_meanwhile  # type: ignore[method-assign]
    with pytest.raises(asyncio.CancelledError):
        await opening


async def test_a_stop_just_after_the_file_was_opened_closes_it_and_complains_of_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await stopped_while_it_opens(tmp_path / "counter.db")
    gc.collect()
    assert caplog.text == ""
    assert not (tmp_path / "counter.db-wal").exists()


async def test_the_file_is_set_up_to_survive_a_power_cut(counter: SqliteStore) -> None:
    def pragmas(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names]

    assert await counter.run(pragmas) == ["wal", 2, 1, 1]


@pytest.mark.parametrize(
    ("url", "path"),
    [("sqlite:///relative.db", "relative.db"), ("sqlite:////srv/bot/absolute.db", "/srv/bot/absolute.db")],
)
def test_a_database_url_names_a_file(url: str, path: str) -> None:
    assert open_store(url).path == Path(path)


@pytest.mark.parametrize(
    "url", ["", "chatbot.db", "postgresql://bot:hunter2@db/bot", "sqlite://", "sqlite:///:memory:", "mysql://x/y"]
)
def test_any_other_database_url_stops_the_start_with_a_clear_line(url: str) -> None:
    with pytest.raises(SettingsError, match=r"^DATABASE_URL [^\n]*$") as caught:
        open_store(url)
    assert "hunter2" not in str(caught.value)


async def test_the_thread_of_this_aiosqlite_can_be_reached(tmp_path: Path) -> None:
    assert aiosqlite.__version__.startswith("0.22."), "look at sqlite_thread.py before raising the bound"
    thread = SqliteThread(lambda: sqlite3.connect(tmp_path / "x.db"))
    raw = await thread.start()
    posted = []
    thread.post(lambda: posted.append(raw.execute("SELECT 1").fetchone()))  # sqlite3 refuses any other thread
    assert await thread.reach(lambda: posted[0]) == (1,)
    await thread.close()


async def test_a_new_database_and_its_log_are_for_their_owner_alone(tmp_path: Path) -> None:
    async with SqliteStore(tmp_path / "new.db") as store:
        await store.run(lambda connection: connection.exec_driver_sql("CREATE TABLE one (id)"))
        modes = {file.stat().st_mode & 0o777 for file in (tmp_path / "new.db", tmp_path / "new.db-wal")}
    assert modes == {0o600}
