"""The end of a run: everything that is waited for shares one deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from chatbot.background import Background

SECONDS = 6.0  # of the ten that a service manager usually gives: a busy machine needs the rest for closing


class Ending:
    """The time until the deadline, which is set at once. Where the database is away (`lost`), or goes away meanwhile,
    nothing can end: then nobody waits, and all of it is left for the next start."""

    def __init__(self, lost: asyncio.Event, seconds: float = SECONDS) -> None:
        self._lost = lost
        self._deadline = asyncio.get_running_loop().time() + seconds

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return max(0.0, self._deadline - asyncio.get_running_loop().time())

    async def wait(self, waiting: Coroutine[Any, Any, Any], share: float = 1.0) -> None:
        """Wait for this for at most this share of the time that is left, then cancel it."""
        tasks = Background()
        ends = tasks.start(waiting, "what is to end")
        lost = tasks.start(self._lost.wait(), "the database is away")
        try:
            await asyncio.wait((ends, lost), timeout=self.left * share, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await tasks.close()
