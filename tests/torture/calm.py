"""Whether the bot has anything left to do, read from its database by a connection of our own."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from torture.watch import StuckError, Watch

SOON = 300_000  # milliseconds: longer than any lease; a timer that is due later is no work that waits

# Nobody waits for wipe_traces, which comes a minute after a stranger has blocked the bot.
_OF_ALL = """
    SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL) + (SELECT count(*) FROM outbox WHERE done_at IS NULL)
         + (SELECT count(*) FROM jobs WHERE done_at IS NULL AND due < :soon AND kind <> 'wipe_traces')
"""
_OF_CLIENT = """
    WITH they AS (SELECT id FROM contacts WHERE telegram_id = :client)
    SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL AND chat_id = :client)
         + (SELECT count(*) FROM outbox WHERE done_at IS NULL AND (chat_id = :client OR subject IN they))
         + (SELECT count(*) FROM jobs WHERE done_at IS NULL AND due < :soon
            AND lead_id IN (SELECT id FROM leads WHERE client_id IN they))
"""
_UNREAD = "SELECT count(*) FROM inbox WHERE done_at IS NULL AND chat_id = :chat"


class Calm:
    """Looks into the database while the bot is `alive`; a dead one's is left as the kill left it."""

    def __init__(self, database: Path, watch: Watch, alive: Callable[[], bool], patience: float) -> None:
        self._database = database
        self._updates = watch.world.updates
        self._alive = alive
        self._patience = patience
        self.hours = 0  # by which the bot's clock is ahead

    async def whole(self) -> None:
        """Wait until nothing at all is left to do."""
        await self._wait("all is done", lambda: not self._updates.pending and not self._count(_OF_ALL))

    async def of_client(self, client: int) -> None:
        """Wait until everything that this client wrote is read and drawn, and what they and others are told of it is
        sent."""

        def is_calm() -> bool:
            return not self._has_pending(client) and not self._count(_OF_CLIENT, client=client)

        await self._wait(f"client {client} is answered", is_calm)

    async def of_reading(self, chat: int) -> None:
        """Wait until everything that was written in this chat has taken effect; the answers may be under way."""
        await self._wait(
            f"chat {chat} is read", lambda: not self._has_pending(chat) and not self._count(_UNREAD, chat=chat)
        )

    def _has_pending(self, chat: int) -> bool:
        return any(update.lane == chat for update in self._updates.pending.values())

    async def _wait(self, what: str, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + self._patience
        while not (self._alive() and is_so()):
            if time.monotonic() > deadline:
                raise StuckError(f"not within {self._patience} s: {what}")
            await asyncio.sleep(0.02)  # a file tells nobody that it has changed

    def _count(self, query: str, **values: int) -> int:
        try:
            with closing(sqlite3.connect(self._database)) as connection:
                values["soon"] = time.time_ns() // 1_000_000 + self.hours * 3_600_000 + SOON
                return int(connection.execute(query, values).fetchone()[0])
        except sqlite3.Error:  # no tables yet
            return 1
