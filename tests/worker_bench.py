"""A worker at a bench: toy work over a real database, and what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from fakes import put

from chatbot.database.transaction import SqlSteps
from chatbot.use_cases.ports import Job, Outgoing, Transaction
from chatbot.use_cases.routing import Work
from chatbot.use_cases.trouble import Fault
from chatbot.worker import Manner, Worker

QUICK = Manner(width=4, beat=0.01, first_pause=0.0)


Run = Callable[[Worker], None]
"""Starts a worker, which is stopped when the test ends."""


class Bench:
    """A worker with two kinds of work, "answer", and "timer", which never has a performer; what it applied, what
    failed, what the founders heard."""

    def __init__(self, steps: SqlSteps) -> None:
        self.steps = steps
        self.performed: asyncio.Queue[Any] = asyncio.Queue()
        self.applied: list[tuple[Any, Any]] = []
        self.failed: list[str] = []
        self.reported: list[Fault] = []
        self.ended = asyncio.Event()
        self.changed = asyncio.Event()
        self.fails_to_apply = 0

    def prepare(self, _tx: Transaction, job: Job) -> str | None:
        return job.payload.get("say")

    def apply(self, tx: Transaction, _job: Job, prepared: str, answer: str | None) -> None:
        put(tx, 5, f"{prepared} {answer}")
        if self.fails_to_apply:
            self.fails_to_apply -= 1
            raise RuntimeError("the step broke after it had put a message")
        self.applied.append((prepared, answer))
        self.ended.set()

    def gave_up(self, _tx: Transaction, job: Job) -> None:
        self.failed.append(job.kind)

    def report(self, _tx: Transaction, fault: Fault) -> None:
        self.reported.append(fault)
        self.ended.set()

    def worker(self, perform: Callable[[Any], Awaitable[Any]] | None = None, manner: Manner = QUICK) -> Worker:
        answer, timer = Work(self.prepare, self.apply, self.gave_up, shows_typing=True), Work(self.prepare, self.apply)
        edit = Work(self.prepare, self.apply, for_founder=True)
        performers = {} if perform is None else {"answer": perform, "edit": perform}
        work = {"answer": answer, "timer": timer, "edit": edit}
        return Worker(self.steps, work, performers, self.report, self.changed.set, manner)

    async def put(
        self, say: str | None = "hello", lead_id: int | None = None, kind: str = "answer", key: str = "k", **due: float
    ) -> None:
        """Put the job of this key."""
        await self.steps.run(
            lambda tx: tx.jobs.put(kind, key, tx.now + timedelta(**due), lead_id, {"say": say} if say else {})
        )

    async def lead(self, telegram_id: int) -> int:
        """The id of a new lead of this client."""

        def a_lead(tx: Transaction) -> int:
            client = tx.contacts.by_telegram(telegram_id) or tx.contacts.add(telegram_id, "Lin", "", "zh")
            return tx.leads.add(client.id, "zh", None).id

        return await self.steps.run(a_lead)

    async def outgoing(self) -> list[Outgoing]:
        return await self.steps.run(lambda tx: tx.outbox.claim(10, 60))

    async def left(self) -> datetime | None:
        """When the next open job is due; None: there is none."""
        return await self.steps.run(lambda tx: tx.jobs.next_due())


async def until(bench: Bench, condition: Callable[[], Awaitable[bool]]) -> None:
    """Wait until it is so, looking again after each step of the worker."""
    async with asyncio.timeout(20):
        while not await condition():
            await bench.changed.wait()
            bench.changed.clear()


async def the_end(bench: Bench) -> None:
    async with asyncio.timeout(20):
        await bench.ended.wait()


async def begun_and_left(bench: Bench, times: int) -> None:
    """So often a process that was at the job has been killed."""
    for _ in range(times):
        await bench.steps.run(lambda tx: tx.jobs.claim(1, 0))
