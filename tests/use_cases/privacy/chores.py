"""Does the jobs that are due, as the worker would, without a model."""

from __future__ import annotations

from people_bench import Bench

from chatbot import job_steps
from chatbot.use_cases import entry
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.privacy import farewell, retention, steady_clock

KINDS = (retention.DAILY, retention.SETTLE, farewell.WIPE)


async def begin(bench: Bench) -> int:
    """The bot starts and does what is due; how many steps that took."""
    await bench.do(retention.begin)
    return await work(bench)


async def work(bench: Bench) -> int:
    """Do the chores that are due; how many steps that took."""
    steps = 0
    while done := await step(bench):
        steps += done
    return steps


async def step(bench: Bench) -> int:
    """One step of each chore that is due; how many that were."""
    jobs: list[Job] = await bench.steps.run(_claimed)
    for job in jobs:
        await bench.do(job_steps.at_once, entry.WORK[job.kind], job)
    return len(jobs)


async def every_day(bench: Bench, days: int) -> None:
    """So many days pass, each with its chores."""
    for _ in range(days):
        bench.clock.forward(days=1)
        await work(bench)


async def time_passes(bench: Bench, days: int) -> None:
    """As if the chores had been done on each of these days, though nothing has happened on them."""
    bench.clock.forward(days=days)
    await bench.do(lambda tx: tx.marks.set(steady_clock._SEEN, tx.now.isoformat()))


def _claimed(tx: Transaction) -> list[Job]:
    return [job for job in tx.jobs.claim(99, 60) if job.kind in KINDS]
