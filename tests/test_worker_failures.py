"""What counts as a failure of a job: its own, and not that whoever was at it was killed."""

from __future__ import annotations

import asyncio

import pytest
from worker_bench import Bench, Run, begun_and_left, the_end

from chatbot.worker import MOST_ATTEMPTS, MOST_BEGUN, Manner


@pytest.mark.parametrize("kills", [MOST_ATTEMPTS - 1, MOST_ATTEMPTS, MOST_BEGUN - 1])
async def test_a_job_that_fails_after_kills_has_as_many_tries_as_any_other(bench: Bench, run: Run, kills: int) -> None:
    failures = iter([OSError("a reset")] * (MOST_ATTEMPTS - 1))

    async def moody(prepared: str) -> str:
        if error := next(failures, None):
            raise error
        return prepared.upper()

    await bench.put()
    await begun_and_left(bench, kills)
    run(bench.worker(moody))
    await the_end(bench)
    assert (bench.applied, bench.reported) == ([("hello", "HELLO")], [])


@pytest.mark.parametrize("kills", [0, MOST_BEGUN - 1])
async def test_a_job_that_fails_every_time_is_given_up_after_the_same_number_of_tries(
    bench: Bench, run: Run, kills: int
) -> None:
    asked = 0

    async def broken(_prepared: str) -> str:
        nonlocal asked
        asked += 1
        raise OSError("a reset")

    await bench.put()
    await begun_and_left(bench, kills)
    run(bench.worker(broken))
    await the_end(bench)
    assert asked == MOST_ATTEMPTS
    assert [fault.why for fault in bench.reported] == ["fault: OSError"]


async def test_a_job_that_fails_once_in_each_life_comes_to_an_end(bench: Bench, run: Run) -> None:
    """A new process knows of no failure before it; of the beginnings the store does."""
    tried = asyncio.Event()
    patient = Manner(beat=0.01, first_pause=60.0, on_try=lambda _kind, _outcome: tried.set())

    async def broken(_prepared: str) -> str:
        raise OSError("a reset")

    await bench.put()
    while not bench.reported:
        tried.clear()
        await bench.steps.run(lambda tx: tx.jobs.release())
        worker = bench.worker(broken, patient)
        run(worker)
        async with asyncio.timeout(20):
            await tried.wait()
        await worker.stop(0)
    assert [fault.why for fault in bench.reported] == ["unfinished"]
    assert bench.failed == ["answer"]
