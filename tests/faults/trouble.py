"""What a machine does to the bot's database, and what the bot says of it."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest
from journeys.transcript import Stage
from sqlalchemy import Connection

from chatbot.database.store import SqliteStore
from chatbot.domain.errors import StorageAway
from chatbot.use_cases.ports import Transaction

_HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
held.execute("ROLLBACK")
"""


@asynccontextmanager
async def held_by_another(path: Path) -> AsyncIterator[Process]:
    """The database locked by a second process, until the end of the block."""
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", _HOLDER, str(path), stdin=PIPE, stdout=PIPE)
    assert other.stdout is not None
    assert await other.stdout.readline() == b"held\n"
    try:
        yield other
    finally:
        await other.communicate(b"")  # closes its stdin, upon which it lets go


def fill_up(connection: Connection) -> None:
    """The file may not grow any more, and what is free in it is used up."""
    connection.exec_driver_sql("CREATE TABLE ballast (words BLOB)")
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def stuff(connection: Connection) -> None:
    """Use up a free page; SQLite refuses where there is none."""
    connection.exec_driver_sql("INSERT INTO ballast VALUES (zeroblob(4000))")


def free(connection: Connection, pages: int) -> None:
    """Free so many pages for others."""
    connection.exec_driver_sql("DELETE FROM ballast WHERE rowid <= ?", (pages,))


def make_room(connection: Connection) -> None:
    """The file may grow again."""
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


async def may_write(store: SqliteStore, allowed: bool) -> None:
    """Give or take the right to write, beside the transactions, which cannot begin without it."""
    assert store._thread is not None
    await store._thread.reach(store._raw.execute, f"PRAGMA query_only = {'OFF' if allowed else 'ON'}")


async def full(store: SqliteStore, pages_left: int = 0) -> None:
    """No page is left in the database, or so many."""
    await store.run(fill_up)
    with suppress(StorageAway):
        while True:
            await store.run(stuff)
    if pages_left:
        await store.run(free, pages_left)


class Complaints:
    """The lines of the log at ERROR and above."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        self._caplog = caplog

    @property
    def lines(self) -> list[str]:
        return [record.getMessage() for record in self._caplog.records if record.levelname in {"ERROR", "CRITICAL"}]

    async def said(self, words: str) -> None:
        """Wait until the log complains so."""
        await until(lambda: any(words in line for line in self.lines))


async def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until it is so."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - a log and a file set no event
            await asyncio.sleep(0.02)


async def transcript_of(stage: Stage, name: str) -> list[str]:
    """What this person wrote, as the bot has it."""

    def read(tx: Transaction) -> list[str]:
        contact = tx.contacts.by_telegram(stage.players[name].id)
        said = tx.messages.of_contact(contact.id) if contact is not None else []
        return [one.text for one in said if one.author == "client"]

    return await stage.bot.steps.run(read)


def integrity(path: Path) -> str:
    """What SQLite says of the file."""
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
