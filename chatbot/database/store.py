"""The store on SQLite: runs a unit of work whole, in one hop of aiosqlite's thread, and returns after COMMIT.

A unit is a plain function of a connection. Units that wait for the thread are committed together, each inside a
savepoint of its own: one that fails rolls back only itself. Where a failure costs the whole transaction (a full
disk), the others run again, each alone; a unit may therefore run twice, and never commits twice.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, RootTransaction, StaticPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from chatbot.database.sqlite_thread import SqliteThread
from chatbot.database.storage_errors import is_locked, moved, not_writable, translated
from chatbot.domain.errors import SettingsError, StorageAway, StorageError

P = ParamSpec("P")
T = TypeVar("T")

MOST_TOGETHER = 64  # more would let one failure at COMMIT repeat too much
LOCK_SECONDS = 1.0  # a lock is waited for twice so long: whoever is told to stop has ten seconds in all


@dataclass(frozen=True, slots=True)
class _Work:
    unit: Callable[[Connection], Any]
    result: asyncio.Future[tuple[Any, BaseException | None]]


_Settled = list[tuple[_Work, Any, BaseException | None]]


class SqliteStore:
    """One SQLite file: `open`, any number of `run` at once, `close`; or `async with`. Without `close` no exit."""

    def __init__(self, path: Path, busy_timeout: float = LOCK_SECONDS) -> None:
        self.path = path
        self.on_commit: Callable[[float], None] = _nobody
        """Called in the store's thread after each COMMIT, with the seconds that the transaction took."""
        self._busy_timeout = busy_timeout
        self._files = (str(path), f"{path}-wal")
        self._waiting: deque[_Work] = deque()
        self._thread: SqliteThread | None = None
        self._disconnecting = ExitStack()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """Open the file, making it where there is none; raises `StorageError`."""
        self._loop = asyncio.get_running_loop()
        thread = SqliteThread(self._connect)
        try:
            self._raw = await thread.start()
            await self._engage(thread)
        except StorageAway:
            raise
        except Exception as error:
            raise translated(error, self.path) from error
        self._thread = thread

    async def _engage(self, thread: SqliteThread) -> None:
        try:
            await thread.reach(self._engine_connection)
        except BaseException:  # also told to stop: what the thread is at comes to its end first
            await self._end(thread)
            raise

    async def close(self) -> None:
        """Let what was begun commit, then close the file. Closing twice is harmless."""
        thread, self._thread = self._thread, None
        if thread is not None:
            await self._end(thread)

    async def _end(self, thread: SqliteThread) -> None:
        await thread.reach(self._disconnecting.close)
        await thread.close()

    async def run(self, unit: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `unit(connection, *args)` returns, after COMMIT. What it raises rolls it back and is raised here.

        Raises `StorageError` where the database is to blame. Cancelling the caller does not undo the unit.
        """
        if self._thread is None:
            raise StorageError("the database is closed: open the store before use")
        work = _Work(lambda connection: unit(connection, *args, **kwargs), self._loop.create_future())
        self._waiting.append(work)
        self._thread.post(self._commit_waiting)
        value, error = await work.result
        if error is not None:
            told = translated(error, self.path)
            raise told from (error.__cause__ if told is error else error)
        result: T = value
        return result

    async def checkpoint(self) -> bool:
        """Empty the log of the database (-wal) into it: what was overwritten stands nowhere any more.

        False where a reader, such as a backup, does not allow it yet. Raises `StorageError`.
        """
        if self._thread is None:
            raise StorageError("the database is closed: open the store before use")
        try:
            return await self._thread.reach(self._checkpoint)
        except sqlite3.Error as error:
            raise translated(error, self.path) from error

    # What follows runs in the thread.

    def _checkpoint(self) -> bool:
        self._raw.execute("PRAGMA busy_timeout = 0")  # whoever reads would make everybody wait
        try:
            busy, _, _ = self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            self._raw.execute(f"PRAGMA busy_timeout = {round(self._busy_timeout * 1000)}")
        return not busy

    def _connect(self) -> sqlite3.Connection:
        with suppress(OSError):  # it exists, or SQLite will tell better what is wrong
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))  # its log gets the same rights
        for name in (*self._files, f"{self.path}-shm"):
            # SQLite would open it to be read only, for as long as the connection lives.
            if _is_barred(name):
                raise not_writable(Path(name))
        raw = sqlite3.connect(self.path, timeout=self._busy_timeout, isolation_level=None)
        try:
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = FULL")
            raw.execute("PRAGMA foreign_keys = ON")
            raw.execute("PRAGMA secure_delete = ON")  # a destroyed key leaves no trace in free pages
            raw.execute("PRAGMA schema_version").fetchone()  # reading opens the write-ahead log: now both files exist
            self._opened = self._identity()
        except BaseException:
            raw.close()
            raise
        return raw

    def _engine_connection(self) -> None:
        """SQLAlchemy's connection over the raw one: the pool holds this one alone."""
        engine = create_engine("sqlite://", creator=lambda: self._raw, poolclass=StaticPool, hide_parameters=True)
        self._disconnecting.callback(engine.dispose)
        event.listen(engine, "begin", _begin_immediate)
        self._connection = self._disconnecting.enter_context(closing(engine.connect()))

    def _commit_waiting(self) -> None:
        """Commit what waits. Of several posts the first takes all; the others find nothing left."""
        count = min(len(self._waiting), MOST_TOGETHER)
        batch = [self._waiting.popleft() for _ in range(count)]
        if self._thread is None:  # closing: what nobody waits for any more would only hold up the end
            batch = [work for work in batch if not work.result.cancelled()]
        if batch:
            self._loop.call_soon_threadsafe(_deliver, self._settled(batch))

    def _settled(self, batch: list[_Work]) -> _Settled:
        """Every unit with what it returned, after COMMIT, or with the error that undid it."""
        started = time.monotonic()
        try:
            transaction = self._begun()
        except BaseException as error:  # noqa: BLE001 - delivered to everyone who waits
            return [(work, None, error) for work in batch]
        try:
            with transaction:
                settled = [self._outcome(work, alone=len(batch) == 1) for work in batch]
            self.on_commit(time.monotonic() - started)
            return settled
        except BaseException as error:  # noqa: BLE001 - delivered to the one who waits
            if len(batch) == 1:
                return [(batch[0], None, error)]
        return [settled for work in batch for settled in self._settled([work])]

    def _identity(self) -> tuple[int, ...]:
        """Which files stand at the path: SQLite itself goes on writing into those that are no longer there."""
        try:
            found = [os.stat(name) for name in self._files]  # noqa: PTH116 - names that need not be joined each time
        except OSError:
            return ()
        return tuple(number for one in found for number in (one.st_dev, one.st_ino))

    def _begun(self) -> RootTransaction:
        if self._identity() != self._opened:
            raise moved(self.path)
        for attempt in Retrying(
            retry=retry_if_exception(self._may_pass),
            wait=wait_random_exponential(multiplier=0.1, max=1),
            stop=stop_after_attempt(2),
            reraise=True,
        ):
            with attempt:
                transaction = self._connection.begin()
        return transaction

    def _may_pass(self, error: BaseException) -> bool:
        """Whether it is worth another try: while closing nobody waits for a lock any more."""
        return is_locked(error) and self._thread is not None

    def _outcome(self, work: _Work, *, alone: bool) -> tuple[_Work, Any, BaseException | None]:
        if alone:
            return work, work.unit(self._connection), None
        try:
            with self._connection.begin_nested():
                return work, work.unit(self._connection), None
        except BaseException as error:
            if not self._raw.in_transaction:  # SQLite has undone the others as well
                raise
            return work, None, error


def _is_barred(name: str) -> bool:
    """Whether the file is there and may not be written.

    Asked twice: another program that closes the database meanwhile removes the files beside it, and one that opens it
    makes them anew; neither bars anybody.
    """
    return not os.access(name, os.W_OK) and os.access(name, os.F_OK) and not os.access(name, os.W_OK)


def _nobody(_seconds: float) -> None:
    """Called where nobody wants to know."""


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later can fail or lose an update."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _deliver(settled: _Settled) -> None:
    for work, value, error in settled:
        if not work.result.done():  # a cancelled caller does not hear of it
            work.result.set_result((value, error))


def open_store(url: str) -> SqliteStore:
    """The store that `DATABASE_URL` names, not yet open: `sqlite:///relative.db` or `sqlite:////absolute.db`.

    Raises `SettingsError`, without the URL, which may hold a password.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise SettingsError("DATABASE_URL is not a URL; write it like sqlite:///chatbot.db") from None
    if parsed.get_backend_name() != "sqlite":
        raise SettingsError(
            f"DATABASE_URL names {parsed.get_backend_name()}, but only sqlite is supported so far: sqlite:///chatbot.db"
        )
    if not parsed.database or parsed.database == ":memory:":
        raise SettingsError("DATABASE_URL names no file; write it like sqlite:///chatbot.db")
    return SqliteStore(Path(parsed.database))
