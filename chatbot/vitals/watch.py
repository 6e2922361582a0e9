"""Looks after the bot: a line a minute in the log, and the answer to whether all is well."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from chatbot.domain.errors import StorageError
from chatbot.vitals.meters import Meters
from chatbot.vitals.reading import Vitals

_log = logging.getLogger(__name__)

LONGEST_SILENCE = 60.0  # seconds for which Telegram has not answered
LONGEST_OVERDUE = 300.0  # seconds for which nobody has taken a row that may be taken
_STORE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Health:
    """Each part with "ok" or what is wrong with it."""

    parts: Mapping[str, str]

    @property
    def good(self) -> bool:
        """Whether all is well."""
        return all(state == "ok" for state in self.parts.values())


class Watch:
    """`look` reads the queues from the store; `alive` tells which parts run; `silence` for how many seconds Telegram
    has not answered."""

    def __init__(
        self,
        meters: Meters,
        look: Callable[[], Awaitable[Vitals]],
        alive: Callable[[], Mapping[str, bool]],
        silence: Callable[[], float],
        every: float = 60.0,
    ) -> None:
        self.meters = meters
        self._look = look
        self._alive = alive
        self._silence = silence
        self._every = every
        self._errors = 0

    async def run(self) -> None:
        """Write the line every so many seconds, until cancelled."""
        while True:
            await asyncio.sleep(self._every)
            await self.look()
            _log.info("%s", self.line())

    async def look(self) -> str:
        """Read the queues; "ok", or why the database does not answer. To be awaited before `line`."""
        self.meters.silence = self._silence()
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                self.meters.reading = await self._look()
        except StorageError as error:
            self.meters.reading = None
            return str(error)
        except TimeoutError:
            self.meters.reading = None
            return f"no answer within {_STORE_SECONDS:.0f} s"
        return "ok"

    def line(self) -> str:
        """What waits, and what went wrong since the last line and since the start."""
        reading, errors = self.meters.reading, self.meters.errors - self._errors
        self._errors = self.meters.errors
        trouble = f"errors {errors}, set aside since the start {self.meters.set_aside}"
        if reading is None:
            return f"the database does not answer; {trouble}"
        waiting = ", ".join(f"{name} {queue.waiting}" for name, queue in reading.queues.items())
        return f"waiting: {waiting}; the oldest for {reading.oldest:.0f} s; {trouble}"

    async def health(self) -> Health:
        """Every part: whether the database and Telegram answer, who is alive, and whether the queues move."""
        parts = {"database": await self.look()}
        parts |= {name: "ok" if lives else "is not at work" for name, lives in self._alive().items()}
        silence = self.meters.silence
        parts["telegram"] = "ok" if silence <= LONGEST_SILENCE else f"has not answered for {silence:.0f} s"
        for name, queue in self.meters.reading.queues.items() if self.meters.reading else ():
            late = queue.overdue > LONGEST_OVERDUE
            parts[name] = f"nobody takes what is due for {queue.overdue:.0f} s" if late else "ok"
        return Health(parts)
