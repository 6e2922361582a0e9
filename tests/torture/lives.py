"""The lives of the bot, and how each of them ends: by SIGKILL, at a moment that does harm where harm can be done."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from random import Random

from torture.watch import CONFIRMED, HANDED_OUT, SENT, Watch

from chatbot.demo.server import TelegramServer

BOT = Path(__file__).parent / "bot.py"
LONGEST = 4.0  # seconds that a life may last whose moment does not come
LAST_LINES = 80


@dataclass(frozen=True, slots=True)
class Fate:
    """A life ends `delay` seconds after the `count`-th such event, or after its start where there is no event."""

    event: str
    count: int = 1
    delay: float = 0.0


def a_fate(chance: Random) -> Fate:
    """Most often between a send and the note of it or between an update and its commit; else at any time."""
    match chance.choices(("send", "update", "confirmed", "time", "birth"), (40, 15, 15, 25, 5))[0]:
        case "send":
            return Fate(SENT, chance.randint(1, 14), chance.choice((0.0, 0.0, chance.uniform(0, 0.01))))
        case "update":
            return Fate(HANDED_OUT, chance.randint(1, 4), chance.choice((0.0, chance.uniform(0, 0.03))))
        case "confirmed":
            return Fate(CONFIRMED, chance.randint(1, 10), chance.choice((0.0, chance.uniform(0, 0.03))))
        case "time":
            return Fate("", delay=chance.uniform(0.1, 1.5))
    return Fate("", delay=chance.uniform(0.0, 0.25))


class Lives:
    """Starts the bot through its forking parent (bot.py) and kills it. `watch.life` counts the lives."""

    def __init__(self, server: TelegramServer, watch: Watch, settings: Path, log: Path) -> None:
        self._server = server
        self._watch = watch
        self._settings = settings
        self._log = log
        self._parent: Process
        self._pid = 0
        self._left = 0
        self._fate: Fate | None = None
        self._dead = asyncio.Event()
        self.kills = 0
        self.hours = 0  # by which the bot's clock is ahead, from its next life on
        watch.on_event = self._event

    def alive(self) -> bool:
        """Whether the bot lives now."""
        return self._pid > 0 and not self._dead.is_set()

    async def open(self) -> None:
        """Start the parent, which imports everything once."""
        with self._log.open("ab") as log:
            command = (sys.executable, str(BOT), str(self._settings))
            self._parent = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=log)

    async def close(self) -> None:
        """End the parent, and with it a life that still lasts."""
        self._dead.set()  # what was to be killed later is gone by then
        if self._parent.stdin is not None:
            self._parent.stdin.close()
        await self._parent.wait()

    async def live(self, fate: Fate | None) -> None:
        """Begin a life; with a fate, return when it has ended and all that it sent has arrived."""
        self._watch.life += 1
        self._dead.clear()
        self._fate, self._left = fate, fate.count if fate else 0
        self._pid = int(await self._ask(f"start {self.hours}"))
        if fate is not None:
            await self._ended(fate)

    async def _ended(self, fate: Fate) -> None:
        if not fate.event:
            self._kill_soon(fate.delay)
        try:
            async with asyncio.timeout(LONGEST):
                await self._dead.wait()
        except TimeoutError:
            self._kill()
        await self.end()

    async def end(self) -> None:
        """Kill it where it still lives, and wait until what it had written to its sockets is read."""
        self._kill()
        code = await self._ask("reap")
        if code != str(-signal.SIGKILL):
            raise RuntimeError(f"the bot ended by itself ({code}):\n{self._last_lines()}")
        web = self._server._runner.server if self._server._runner else None
        while web is not None and web.connections:  # noqa: ASYNC110 - aiohttp tells nobody that one was closed
            await asyncio.sleep(0.001)

    def _event(self, event: str) -> None:
        if self._fate is None or event != self._fate.event:
            return
        self._left -= 1
        if self._left == 0:
            self._kill_soon(self._fate.delay)

    def _kill_soon(self, delay: float) -> None:
        if delay:
            asyncio.get_running_loop().call_later(delay, self._kill, self._watch.life)
        else:
            self._kill()

    def _kill(self, life: int | None = None) -> None:
        """SIGKILL, once a life: a zombie keeps its number until it is reaped."""
        if not self._dead.is_set() and life in (None, self._watch.life):
            os.kill(self._pid, signal.SIGKILL)
            self.kills += 1
            self._dead.set()

    async def _ask(self, order: str) -> str:
        stdin, stdout = self._parent.stdin, self._parent.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the parent of the bot's lives has no pipes")
        stdin.write(f"{order}\n".encode())
        answer = (await stdout.readline()).decode().strip()
        if not answer:
            raise RuntimeError(f"the parent of the bot's lives is gone:\n{self._last_lines()}")
        return answer

    def _last_lines(self) -> str:
        """The end of its log, which may go with its folder."""
        return "\n".join(self._log.read_text().splitlines()[-LAST_LINES:])
