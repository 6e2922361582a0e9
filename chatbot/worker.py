"""Runs jobs: *prepare* (transaction) → *perform* (await, outside any) → *apply* (transaction).

Rule 1: what a job does and that it is done commit together, so that it takes effect once.
Rule 2: a job is leased; while it is performed the lease is renewed. A worker that dies lets it go in LEASE_SECONDS.
Rule 3: a job that fails is tried again, later each time; after MOST_ATTEMPTS it is set aside, whoever waits hears an
        honest word (`Work.failed`), and the founders are told.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chatbot.background import Background, told
from chatbot.domain.errors import ChatbotError, ModelError
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.chats import private
from chatbot.use_cases.given_up import GivenUpError, Reason, job_told, reason_of
from chatbot.use_cases.ports import Job, Steps, Transaction
from chatbot.use_cases.replies import Typing
from chatbot.use_cases.routing import Work
from chatbot.use_cases.trouble import Fault

_log = logging.getLogger(__name__)

Performer = Callable[[Any], Awaitable[Any]]
"""Takes what `Work.prepare` returned and answers with what `Work.apply` is given."""

lead_at_work: ContextVar[int | None] = ContextVar("lead_at_work", default=None)
"""The lead of the job that this task performs: whoever hears of a call of the model knows whose it is."""

LEASE_SECONDS = 40  # ten beats: one late beat loses no lease
BEAT_SECONDS = 4.0  # Telegram shows "typing" for five
MOST_ATTEMPTS = 5
MOST_BEGUN = 20  # of a job that neither ends nor fails: kills of another cause are not to cost anybody their answer
_PERFORM_SECONDS = 600.0  # a last resort: performers keep time limits of their own
_LONGEST_PAUSE = 60.0
_LET_GO_SECONDS = 1.0
_SHORTEST_PAUSE = 0.05


def _nobody() -> None:
    """Called where nobody wants to know."""


def _uncounted(_kind: str, _outcome: str) -> None:
    """Called where nobody counts."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How jobs are done: so many at once; `beat` and `first_pause` (before the second attempt) in seconds. `on_try` is
    told the kind and what became of each try: done, again, replaced or set_aside."""

    width: int = 16
    beat: float = BEAT_SECONDS
    first_pause: float = 2.0
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
            await self._sleep(_LONGEST_PAUSE)

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
                    await self._steps.run(_let_go, job)
        except (TimeoutError, ChatbotError):
            _log.info("jobs could not be let go; the next start does it")

    async def _sleep(self, seconds: float | None) -> None:
        """Until somebody wakes us, or so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return
        finally:
            if self._stopping:
                self._wake.clear()

    async def _begin_due(self) -> float | None:
        """Begin what is due, as far as there is room; seconds until something else is, None: until woken."""
        free = self._manner.width - len(self._running)
        if free <= 0:
            return None
        jobs, pause = await self._steps.run(_claim, free, tuple(self._running))
        for job in jobs:
            if self._stopping:  # told to stop while the claim was under way
                await self._steps.run(_let_go, job)
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
        self._manner.on_try(job.kind, outcome)

    async def _do(self, job: Job) -> str:
        """What became of the job: done or replaced."""
        if job.attempt > MOST_BEGUN:  # it never ended well or badly: it takes the process down with it
            raise GivenUpError(Reason.UNFINISHED, "it was begun and never finished")
        work, performer = self._work.get(job.kind), self._performers.get(job.kind)
        if work is None:
            raise GivenUpError(Reason.UNKNOWN, "there is no work of this kind")
        if performer is None:
            await self._steps.run(_at_once, work, job)
            return "done"
        prepared = await self._steps.run(_prepare, work, job)
        self._on_change()
        if prepared is None:
            return "done"
        answer = await self._perform(job, performer, prepared)
        if not await self._steps.run(_apply, work, job, prepared, answer):
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
                await self._steps.run(_still_at_it, work, job)
            except ChatbotError as error:
                _log.warning("the lease of job %d could not be renewed: %s", job.id, error)
            self._on_change()

    async def _failed(self, job: Job, error: Exception) -> str:
        words, why = str(error) if isinstance(error, ChatbotError) else told(error), reason_of(error)
        _log.warning("job %d (%s), attempt %d: %s", job.id, job.kind, job.attempt, words)
        try:
            work = self._work.get(job.kind)
            if work is not None and job.attempt < MOST_ATTEMPTS and not _is_final(work, error):
                pause = self._manner.first_pause * 2 ** (job.attempt - 1)
                await self._steps.run(_again, job, pause, why)
                return "again"
            await self._give_up(job, why)
        except ChatbotError as error_now:
            _log.error("job %d waits for its lease to end: %s", job.id, error_now)
            return "again"
        return "set_aside"

    async def _give_up(self, job: Job, why: str) -> None:
        work = self._work.get(job.kind)
        try:
            await self._steps.run(_set_aside, work, job, why, self._report)
        except Exception as error:  # noqa: BLE001 - the honest word failed too: the founders are told at least
            _log.error("the last word on job %d could not be said: %s", job.id, told(error))
            await self._steps.run(_set_aside, None, job, why, self._report)


def _is_final(work: Work, error: Exception) -> bool:
    """The model's port has tried again and again already: a client who waits is told so now, not in minutes."""
    return work.once and isinstance(error, ModelError)


def _claim(tx: Transaction, free: int, running: Sequence[int]) -> tuple[list[Job], float]:
    jobs = tx.jobs.claim(free, LEASE_SECONDS, running)
    due = tx.jobs.next_due(running)
    seconds = _LONGEST_PAUSE if due is None else (due - tx.now).total_seconds()
    return jobs, min(max(seconds, _SHORTEST_PAUSE), _LONGEST_PAUSE)


def _at_once(tx: Transaction, work: Work, job: Job) -> None:
    prepared = _prepare(tx, work, job)
    if prepared is not None:
        _apply(tx, work, job, prepared, None)


def _prepare(tx: Transaction, work: Work, job: Job) -> Any:
    prepared = work.prepare(tx, job)
    if prepared is None:
        tx.jobs.done(job)
    return prepared


def _apply(tx: Transaction, work: Work, job: Job, prepared: Any, answer: Any) -> bool:
    if not tx.jobs.done(job):
        return False
    work.apply(tx, job, prepared, answer)
    return True


def _still_at_it(tx: Transaction, work: Work, job: Job) -> None:
    tx.jobs.again(job, tx.now + timedelta(seconds=LEASE_SECONDS), "")
    if work.shows_typing and job.lead_id is not None and not job.payload.get("silent"):
        contact = tx.contacts.get(tx.leads.find(job.lead_id).client_id)
        if contact.speaker is Speaker.BOT:
            tx.outbox.put(private(contact), Typing())


def _again(tx: Transaction, job: Job, seconds: float, why: str) -> None:
    tx.jobs.again(job, tx.now + timedelta(seconds=seconds), why)


def _let_go(tx: Transaction, job: Job) -> None:
    tx.jobs.give_back(job)


def _set_aside(
    tx: Transaction,
    work: Work | None,
    job: Job,
    why: str,
    report: Callable[[Transaction, Fault], None],
) -> None:
    if not tx.jobs.set_aside(job, why):
        return  # it was cancelled meanwhile: nobody waits for it any more
    if work is not None and work.failed is not None:
        work.failed(tx, job)
    report(tx, Fault(job_told(job.kind), why, lead_id=job.lead_id))
