"""Does the jobs that are due, as the worker would, without a model."""

from __future__ import annotations

from people_bench import Bench

from chatbot.use_cases import entry
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.privacy import farewell, retention
from chatbot.worker import _at_once

KINDS = (retention.DAILY, retention.SETTLE, farewell.WIPE)


async def begin(bench: Bench) -> int:
    """The bot starts and does what is due; how many steps that took."""
    await bench.do(retention.begin)
    return await work(bench)


async def work(bench: Bench) -> int:
    """Do the chores that are due; how many steps that took."""
    steps = 0
    while jobs := await bench.steps.run(_claimed):
        for job in jobs:
            await bench.do(_at_once, entry.WORK[job.kind], job)
            steps += 1
    return steps


def _claimed(tx: Transaction) -> list[Job]:
    return [job for job in tx.jobs.claim(99, 60) if job.kind in KINDS]
