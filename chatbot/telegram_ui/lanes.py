"""A pump: takes rows that wait, works on several at once, sleeps until there is more."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from chatbot.background import Background

_log = logging.getLogger(__name__)

Row = TypeVar("Row")

Take = Callable[[int], Awaitable[tuple[Sequence[Row], float]]]
"""Takes up to so many rows, of different chats; also says after how many seconds to look again."""


class Lanes(Generic[Row]):
    """Works on at most `width` rows at once. Whoever puts a row calls `wake` after the commit.

    `take` must not give a row of a chat that is being worked on; `work` must not raise, and one that does costs
    no more than its own row.
    """

    def __init__(
        self,
        name: str,
        take: Take[Row],
        work: Callable[[Row], Awaitable[None]],
        background: Background,
        width: int = 32,
    ) -> None:
        self._name = name
        self._take = take
        self._work = work
        self._background = background
        self._width = width
        self._active = 0
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """There may be something to take."""
        self._idle.clear()
        self._wake.set()

    async def idle(self) -> None:
        """Return when nothing is being worked on and nothing is due."""
        await self._idle.wait()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being worked on and nothing was due at the last look."""
        return self._idle.is_set()

    def stop(self) -> None:
        """Take nothing more; what is being worked on goes on."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Take and work until stopped."""
        while not self._stopping:
            self._wake.clear()
            self._idle.clear()  # what has become due by itself is under way from the moment that it is taken
            rows, pause = await self._next()
            for row in rows:
                self._active += 1
                self._background.start(self._one(row), f"{self._name} row")
            if not self._active and not self._wake.is_set():
                self._idle.set()
            await self._pause(pause)
        while self._active:
            self._wake.clear()
            await self._wake.wait()
        self._idle.set()

    async def _next(self) -> tuple[Sequence[Row], float]:
        free = self._width - self._active
        if free <= 0:
            return (), 60.0
        try:
            return await self._take(free)
        except Exception as error:  # noqa: BLE001 -- the pump outlives a database that is away for a while
            _log.error("%s: cannot take rows (%s); trying again", self._name, type(error).__name__)
            return (), 1.0

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _one(self, row: Row) -> None:
        try:
            await self._work(row)
        finally:
            self._active -= 1
            self.wake()
