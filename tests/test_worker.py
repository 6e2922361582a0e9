"""The worker: what it promises about jobs, with a real database and toy work."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from fakes import MovableClock
from worker_bench import Bench, Run, begun_and_left, the_end, until

from chatbot.domain.errors import ModelError
from chatbot.job_places import LEASE_SECONDS
from chatbot.use_cases.ports import Outgoing
from chatbot.use_cases.replies import Say, Typing
from chatbot.worker import MOST_ATTEMPTS, MOST_BEGUN


async def none_left(bench: Bench) -> bool:
    return await bench.left() is None


async def echo(prepared: str) -> str:
    return prepared.upper()


async def test_a_job_is_prepared_performed_and_applied_once(bench: Bench, run: Run) -> None:
    await bench.put()
    run(bench.worker(echo))
    await the_end(bench)
    assert bench.applied == [("hello", "HELLO")]
    assert await bench.left() is None


async def test_a_job_put_while_the_worker_sleeps_is_done_when_it_is_woken(bench: Bench, run: Run) -> None:
    worker = bench.worker(echo)
    run(worker)
    await bench.put()
    worker.wake()
    await the_end(bench)
    assert bench.applied == [("hello", "HELLO")]


async def test_what_is_no_longer_wanted_is_neither_performed_nor_applied(bench: Bench, run: Run) -> None:
    async def never(_prepared: str) -> str:
        raise AssertionError("performed")

    await bench.put(say=None)
    run(bench.worker(never))
    await until(bench, lambda: none_left(bench))
    assert (bench.applied, bench.reported) == ([], [])


async def test_work_that_waits_for_nothing_is_applied_with_none(bench: Bench, run: Run) -> None:
    await bench.put()
    run(bench.worker())
    await the_end(bench)
    assert bench.applied == [("hello", None)]


async def test_a_failure_of_the_model_is_tried_again(bench: Bench, run: Run) -> None:
    answers = iter([ModelError("down"), ModelError("down"), "at last"])

    async def moody(_prepared: str) -> str:
        answer = next(answers)
        if isinstance(answer, ModelError):
            raise answer
        return answer

    await bench.put()
    run(bench.worker(moody))
    await the_end(bench)
    assert bench.applied == [("hello", "at last")]
    assert bench.reported == []


async def test_after_the_last_attempt_people_hear_an_honest_word_once(bench: Bench, run: Run) -> None:
    asked = 0

    async def broken(_prepared: str) -> str:
        nonlocal asked
        asked += 1
        raise ModelError("the server is down")

    await bench.put()
    run(bench.worker(broken))
    await the_end(bench)
    assert asked == MOST_ATTEMPTS
    assert bench.failed == ["answer"]
    assert len(bench.reported) == 1
    assert bench.reported[0].why == "model: the server is down"
    assert await bench.left() is None


async def test_what_an_unknown_error_says_is_told_to_nobody(bench: Bench, run: Run) -> None:
    async def clumsy(_prepared: str) -> str:
        raise ValueError("cannot read: my private words")

    await bench.put()
    run(bench.worker(clumsy))
    await the_end(bench)
    assert bench.reported[0].why == "fault: ValueError"
    assert "private" not in repr(bench.reported[0])


async def test_a_step_that_breaks_leaves_nothing_behind_and_is_done_whole_later(bench: Bench, run: Run) -> None:
    bench.fails_to_apply = 1
    await bench.put()
    run(bench.worker(echo))
    await the_end(bench)
    assert len(await bench.outgoing()) == 1
    assert bench.applied == [("hello", "HELLO")]


async def test_a_kind_that_nobody_knows_is_reported_and_stops_nothing(bench: Bench, run: Run) -> None:
    await bench.put(kind="of-a-newer-version")
    run(bench.worker(echo))
    await the_end(bench)
    assert (bench.reported[0].what.args["kind"], bench.reported[0].why) == ("of-a-newer-version", "unknown")
    assert await bench.left() is None


async def test_the_answer_to_a_job_that_was_replaced_meanwhile_is_discarded(bench: Bench, run: Run) -> None:
    first, go_on = asyncio.Event(), asyncio.Event()

    async def slow(prepared: str) -> str:
        if not first.is_set():
            first.set()
            await go_on.wait()
        return prepared.upper()

    await bench.put(say="old")
    worker = bench.worker(slow)
    run(worker)
    await first.wait()
    await bench.put(say="new")
    worker.wake()
    await the_end(bench)
    go_on.set()
    await worker.stop(5)
    assert bench.applied == [("new", "NEW")]


async def test_a_lease_is_renewed_while_the_work_goes_on(bench: Bench, run: Run, clock: MovableClock) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slow(prepared: str) -> str:
        started.set()
        await go_on.wait()
        return prepared

    await bench.put()
    run(bench.worker(slow))
    await started.wait()
    clock.forward(seconds=LEASE_SECONDS - 1)

    async def renewed() -> bool:
        due = await bench.left()
        return due is not None and due > datetime.now(UTC) + timedelta(seconds=LEASE_SECONDS + 10)

    await until(bench, renewed)
    go_on.set()
    await the_end(bench)


async def test_a_client_who_waits_sees_typing_until_the_answer(bench: Bench, run: Run) -> None:
    seen: list[Outgoing] = []

    async def slow(prepared: str) -> str:
        await until(bench, typing)
        return prepared

    async def typing() -> bool:
        seen.extend(await bench.outgoing())
        return any(isinstance(item.action, Typing) for item in seen)

    await bench.put(lead_id=await bench.lead(77))
    run(bench.worker(slow))
    await the_end(bench)
    assert [item.place.chat_id for item in seen if isinstance(item.action, Typing)] == [77]
    assert not [item for item in seen if isinstance(item.action, Say)]


async def test_what_cannot_end_in_time_is_let_go_for_the_next_start(bench: Bench, run: Run) -> None:
    started = asyncio.Event()

    async def endless(_prepared: str) -> str:
        started.set()
        await asyncio.Event().wait()
        return ""

    await bench.put()
    first = bench.worker(endless)
    run(first)
    await started.wait()
    await first.stop(0)
    run(bench.worker(echo))
    await the_end(bench)
    assert bench.applied == [("hello", "HELLO")]


@pytest.mark.parametrize(("kills", "applied"), [(MOST_ATTEMPTS + 1, [("hello", "HELLO")]), (MOST_BEGUN, [])])
async def test_a_job_outlives_kills_of_another_cause_and_is_given_up_when_it_seems_to_be_their_cause(
    bench: Bench, run: Run, kills: int, applied: list[tuple[str, str]]
) -> None:
    await bench.put()
    await begun_and_left(bench, kills)
    run(bench.worker(echo))
    await the_end(bench)
    assert bench.applied == applied
    assert len(bench.reported) == (0 if applied else 1)


async def test_a_stop_in_the_middle_is_no_attempt(bench: Bench, run: Run) -> None:
    started = asyncio.Event()

    async def endless(_prepared: str) -> str:
        started.set()
        await asyncio.Event().wait()
        return ""

    await bench.put()
    for _ in range(MOST_BEGUN + 1):
        started.clear()
        worker = bench.worker(endless)
        run(worker)
        async with asyncio.timeout(20):
            await started.wait()
        await worker.stop(0)
    run(bench.worker(echo))
    await the_end(bench)
    assert (bench.applied, bench.reported) == ([("hello", "HELLO")], [])


async def test_a_stopped_worker_begins_nothing(bench: Bench) -> None:
    await bench.put()
    worker = bench.worker(echo)
    await worker.stop(0)
    await worker.run()
    assert bench.applied == []
    assert await bench.left() is not None
