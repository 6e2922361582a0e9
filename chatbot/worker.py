"""Runs jobs: *prepare* (transaction) → *perform* (await, outside any) → *apply* (transaction).

Rule 1: what a job does and that it is done commit together, so that it takes effect once.
Rule 2: a job is leased; while it is performed the lease is renewed. A worker that dies lets it go with the lease.
Rule 3: a job that fails is tried again, later each time; after MOST_ATTEMPTS it is set aside, whoever waits hears an
        honest word (`Work.failed`), and the founders are told. That whoever was at it was killed is no failure.
Rule 4: a job that needs Telegram while it is away waits for a day of ours at work; that is no failure either.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from chatbot import job_steps
from chatbot.background import Background, told
from chatbot.domain.errors import ChatbotError, ModelError, TelegramAway
from chatbot.job_places import LONGEST_PAUSE, Places, claim
from chatbot.use_cases.given_up import GivenUpError, Reason, reason_of
from chatbot.use_cases.ports import Job, Steps, Transaction
from chatbot.use_cases.routing import Work
from chatbot.use_cases.trouble import Fault

_log = logging.getLogger(__name__)

Performer = Callable[[Any], Awaitable[Any]]
"""Takes what `Work.prepare` returned and answers with what `Work.apply` is given."""

lead_at_work: ContextVar[int | None] = ContextVar("lead_at_work", default=None)
"""The lead of the job that this task performs: whoever hears of a call of the model knows whose it is."""

BEAT_SECONDS = 4.0  # Telegram shows "typing" for five
MOST_ATTEMPTS = 5
MOST_BEGUN = 20  # of a job that neither ends nor fails: kills of another cause are not to cost anybody their answer
_PERFORM_SECONDS = 600.0  # a last resort: performers keep time limits of their own
_LONGEST_WAIT = 86_400.0  # Telegram itself keeps what comes no longer
_LET_GO_SECONDS = 1.0


def _nobody() -> None:
    """Called where nobody wants to know."""


def _uncounted(_kind: str, _outcome: str) -> None:
    """Called where nobody counts."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How jobs are done: so many at once, and `each` of one client; `beat` and `first_pause` (before the second
    attempt) in seconds; `clock` gives seconds that never run back. `on_try` is told the kind and what became of each
    try: done, again, replaced or set_aside."""

    width: int = 16
    each: int = 3
    beat: float = BEAT_SECONDS
    first_pause: float = 2.0
    clock: Callable[[], float] = time.monotonic
    on_try: Callable[[str, str], None] = _uncounted


class Worker:
    """Does the jobs of `work`. A kind without a performer is applied in the step that prepares it, with None.

    `report` tells the founders of a job that was given up; `on_change` is called after each step that may have put
    something into the outbox.
    """

    def __init__(
        self,
        steps: Steps,
        work: Mapping[str, Work],
        performers: Mapping[str, Performer],
        report: Callable[[Transaction, Fault], None],
        on_change: Callable[[], None] = _nobody,
        manner: Manner | None = None,
    ) -> None:
        self._steps = steps
        self._work = work
        self._performers = performers
        self._report = report
        self._on_change = on_change
        self._manner = manner or Manner()
        self._wake = asyncio.Event()
        self._running: dict[int, Job] = {}
        self._failures = Counter[int]()  # by job, of this life: its beginnings, which the store counts, bound them all
        self._away_since: dict[int, float] = {}  # by job, of this life too: nobody waited while the bot was off
        quick = {kind for kind in work if kind not in performers or work[kind].for_founder}
        self._places = Places(performers.keys() - quick, quick, self._manner.width, self._manner.each)
        self._tasks = Background()
        self._stopping = False

    def wake(self) -> None:
        """A job may have been put, or moved."""
        self._wake.set()

    async def run(self) -> None:
        """Do what is due, for ever; ends after `stop`."""
        while not self._stopping:
            self._wake.clear()
            try:
                pause = await self._begin_due()
            except ChatbotError as error:
                _log.error("jobs cannot be claimed: %s", error)
                pause = 5.0
            await self._sleep(pause)

    async def finish(self) -> None:
        """Begin nothing more; return when nothing is under way."""
        self._stopping = True
        self.wake()
        while self._running:
            await self._sleep(LONGEST_PAUSE)

    async def stop(self, seconds: float) -> None:
        """Begin nothing more, give what is under way `seconds` to end, and let the rest go for the next start."""
        try:
            async with asyncio.timeout(seconds):
                await self.finish()
        except TimeoutError:
            _log.warning("%d jobs are left for the next start", len(self._running))
        left = list(self._running.values())
        await self._tasks.close()
        try:
            async with asyncio.timeout(_LET_GO_SECONDS):
                for job in left:
                    await self._steps.run(job_steps.let_go, job)
        except (TimeoutError, ChatbotError):
            _log.info("jobs could not be let go; the next start does it")

    async def _sleep(self, seconds: float) -> None:
        """Until somebody wakes us, or so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return
        finally:
            if self._stopping:
                self._wake.clear()

    async def _begin_due(self) -> float:
        """Begin what is due, as far as there are places; seconds until something else is."""
        jobs, pause = await self._steps.run(claim, self._places.rooms(self._running))
        for job in jobs:
            if self._stopping:  # told to stop while the claim was under way
                await self._steps.run(job_steps.let_go, job)
                continue
            self._running[job.id] = job
            self._tasks.start(self._finish(job), f"job {job.id}")
        return pause

    async def _finish(self, job: Job) -> None:
        try:
            self._tried(job, await self._do(job))
        except Exception as error:  # noqa: BLE001 - whatever it is, the job is tried again or given up
            self._tried(job, await self._failed(job, error))
        finally:
            self._running.pop(job.id, None)
            self.wake()
            self._on_change()

    def _tried(self, job: Job, outcome: str) -> None:
        if outcome != "again":
            self._failures.pop(job.id, None)
            self._away_since.pop(job.id, None)
        self._manner.on_try(job.kind, outcome)

    async def _do(self, job: Job) -> str:
        """What became of the job: done or replaced."""
        # What so often ended neither well nor badly takes the process down with it.
        if job.attempt - self._failures[job.id] > MOST_BEGUN:
            raise GivenUpError(Reason.UNFINISHED, "it was begun and never finished")
        work, performer = self._work.get(job.kind), self._performers.get(job.kind)
        if work is None:
            raise GivenUpError(Reason.UNKNOWN, "there is no work of this kind")
        if performer is None:
            await self._steps.run(job_steps.at_once, work, job)
            return "done"
        prepared = await self._steps.run(job_steps.prepare, work, job)
        self._on_change()
        if prepared is None:
            return "done"
        answer = await self._perform(job, performer, prepared)
        if not await self._steps.run(job_steps.apply, work, job, prepared, answer):
            _log.info("job %d (%s) was replaced meanwhile", job.id, job.kind)
            return "replaced"
        return "done"

    async def _perform(self, job: Job, performer: Performer, prepared: Any) -> Any:
        lead_at_work.set(job.lead_id)  # each job has a task of its own
        beats = self._tasks.start(self._beat(job, self._work[job.kind]), f"beats of job {job.id}")
        try:
            async with asyncio.timeout(_PERFORM_SECONDS):
                return await performer(prepared)
        finally:
            beats.cancel()

    async def _beat(self, job: Job, work: Work) -> None:
        """Renew the lease, and show the client who waits that somebody is at work."""
        while True:
            await asyncio.sleep(self._manner.beat)
            try:
                await self._steps.run(job_steps.still_at_it, work, job)
            except ChatbotError as error:
                _log.warning("the lease of job %d could not be renewed: %s", job.id, error)
            self._on_change()

    async def _failed(self, job: Job, error: Exception) -> str:
        words, why = str(error) if isinstance(error, ChatbotError) else told(error), reason_of(error)
        _log.warning("job %d (%s), attempt %d: %s", job.id, job.kind, job.attempt, words)
        try:
            if await self._tries_again(job, error, why):
                return "again"
            await self._give_up(job, why)
        except ChatbotError as error_now:
            _log.error("job %d waits for its lease to end: %s", job.id, error_now)
            return "again"
        return "set_aside"

    async def _tries_again(self, job: Job, error: Exception, why: str) -> bool:
        """Whether the job is worth another try, which it gets."""
        work = self._work.get(job.kind)
        if isinstance(error, TelegramAway):
            return await self._waits(job, error)
        self._failures[job.id] += 1
        if work is None or self._failures[job.id] >= MOST_ATTEMPTS or _is_final(work, error):
            return False
        pause = self._manner.first_pause * 2 ** (self._failures[job.id] - 1)
        await self._steps.run(job_steps.again, job, pause, why)
        return True

    async def _waits(self, job: Job, error: TelegramAway) -> bool:
        """Try again after as long as it has waited already, a minute at most; False where that is a day."""
        now = self._manner.clock()
        waited = now - self._away_since.setdefault(job.id, now)
        if waited > _LONGEST_WAIT:
            return False
        pause = max(error.seconds, self._manner.first_pause, min(waited, LONGEST_PAUSE))
        await self._steps.run(job_steps.wait, job, pause)
        return True

    async def _give_up(self, job: Job, why: str) -> None:
        work = self._work.get(job.kind)
        try:
            await self._steps.run(job_steps.set_aside, work, job, why, self._report)
        except Exception as error:  # noqa: BLE001 - the honest word failed too: the founders are told at least
            _log.error("the last word on job %d could not be said: %s", job.id, told(error))
            await self._steps.run(job_steps.set_aside, None, job, why, self._report)


def _is_final(work: Work, error: Exception) -> bool:
    """Not worth another try; or the model's port has tried again and again already: a client who waits is told so
    now, not in minutes."""
    return isinstance(error, GivenUpError) or (work.once and isinstance(error, ModelError))
