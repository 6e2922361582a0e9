"""Steps that wait while the database is away, so that whoever uses it need not know of full disks and locks.

A step that meets `StorageAway` is run again until it commits: what was answered, sent or received meanwhile stays in
the hands of whoever waits. So nothing is done twice, nothing counts as a failed attempt, and all goes on by itself.
Every other error, a `StorageError` by a fault of the program included, is raised at once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from chatbot.domain.errors import StorageAway
from chatbot.use_cases.ports import Steps

T = TypeVar("T")

_log = logging.getLogger(__name__)

_FIRST_PAUSE = 0.1  # seconds
_LONGEST_PAUSE = 5.0
_SAID_AGAIN = 300.0  # seconds for which the log does not repeat a complaint


class Outage:
    """Since when the database is away, and why: said once in the log, and once that it is over.

    It lasts while anybody waits: a database may well take a small step and refuse a large one.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._waiting = 0
        self._said: dict[str, float] = {}
        self._was_said = False
        self.since: datetime | None = None
        self.error: StorageAway | None = None
        self.begun = asyncio.Event()
        self.over = asyncio.Event()
        self.over.set()

    def enter(self, error: StorageAway) -> None:
        """Somebody waits from now on."""
        self._waiting += 1
        if self.since is None:
            self.since = self._clock()
            self.over.clear()
            self.begun.set()
        self.still(error)

    def still(self, error: StorageAway) -> None:
        """Somebody waits for this reason."""
        self.error = error
        words, now = str(error), asyncio.get_running_loop().time()
        if now - self._said.get(words, -_SAID_AGAIN) >= _SAID_AGAIN:
            self._said[words], self._was_said = now, True
            _log.error("%s. Nothing is lost: all that waits goes on by itself once this is mended", words)

    def leave(self) -> None:
        """Somebody waits no more."""
        self._waiting -= 1
        if self._waiting == 0 and self.since is not None:
            if self._was_said:
                _log.warning(
                    "the database can be used again; it was away since %s", f"{self.since:%Y-%m-%d %H:%M:%S} UTC"
                )
            self.since, self.error, self._was_said = None, None, False
            self.begun.clear()
            self.over.set()


class SteadySteps:
    """`Steps` that wait out every outage. To be cancelled by whoever must end before it is over."""

    def __init__(self, steps: Steps, outage: Outage) -> None:
        self._steps = steps
        self._outage = outage

    async def run(self, use_case: Callable[..., T], *args: Any) -> T:
        """As `Steps.run`, but never raises `StorageAway`."""
        try:
            return await self._steps.run(use_case, *args)
        except StorageAway as error:
            self._outage.enter(error)
        try:
            return await self._again(use_case, args)
        finally:
            self._outage.leave()

    async def _again(self, use_case: Callable[..., T], args: tuple[Any, ...]) -> T:
        pause = _FIRST_PAUSE
        while True:
            await asyncio.sleep(pause)
            try:
                return await self._steps.run(use_case, *args)
            except StorageAway as error:
                self._outage.still(error)
                pause = min(2 * pause, _LONGEST_PAUSE)
