"""A clock that jumps: forward nothing is done twice, back nothing is stuck in a time that has yet to come."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from fakes import put

from chatbot.database.clock_rows import ASKED_AT_MOST, LEFT_AT_MOST
from chatbot.database.sealing import DataKey
from chatbot.database.transaction import SqlSteps
from chatbot.use_cases.ports import Incoming, Job, Outgoing, Transaction

if TYPE_CHECKING:
    from database.conftest import Journey

    from chatbot.use_cases.shop import Shop

DAY = timedelta(days=1)


def put_everywhere(tx: Transaction) -> None:
    """An update, a message, a timer of a minute, and a notice for the morning in another chat."""
    tx.inbox.add(1, 7, 7, "{}")
    put(tx, 7, "first")
    put(tx, 7, "second")
    tx.jobs.put("answer", "answer:1", tx.now + timedelta(minutes=1))


def everything(tx: Transaction) -> tuple[list[Incoming], list[Outgoing], list[Job]]:
    return tx.inbox.oldest_of_each_chat((), 9), tx.outbox.claim(9, 60), tx.jobs.claim(9, 60)


async def test_what_was_put_before_the_clock_went_back_by_a_day_is_done_in_its_time_and_order(journey: Journey) -> None:
    await journey.do(put_everywhere)
    journey.clock.now -= DAY
    await journey.do(lambda tx: put(tx, 7, "third"))
    inbox, outbox, jobs = await journey.do(everything)
    assert (len(inbox), len(outbox), len(jobs)) == (1, 1, 0)
    said = []
    while outbox:
        said += [item.action.reply.parts[0] for item in outbox]
        await journey.do(lambda tx, item: tx.outbox.sent(item, 1), outbox[0])
        outbox = (await journey.do(everything))[1]
    assert said == ["first", "second", "third"]
    journey.clock.forward(minutes=1)
    assert len((await journey.do(everything))[2]) == 1


async def test_a_claim_of_a_time_that_has_yet_to_come_ends_when_the_clock_goes_back(journey: Journey) -> None:
    await journey.do(put_everywhere)
    journey.clock.forward(hours=24)
    await journey.do(everything)
    journey.clock.now -= DAY
    inbox, outbox, jobs = await journey.do(everything)
    assert (len(inbox), len(outbox), len(jobs)) == (1, 1, 1)


async def test_a_wait_for_another_try_ends_when_the_clock_goes_back(journey: Journey) -> None:
    await journey.do(put_everywhere)
    journey.clock.forward(hours=24)
    await journey.do(lambda tx: tx.inbox.failed(1, "LookupError"))
    _, (item,), (job,) = await journey.do(everything)
    hour = timedelta(hours=1)
    await journey.do(lambda tx: (tx.outbox.again(item, tx.now + hour), tx.jobs.again(job, tx.now + hour, "x")))
    journey.clock.now -= DAY
    inbox, outbox, jobs = await journey.do(everything)
    assert (len(inbox), len(outbox), len(jobs)) == (1, 1, 1)


async def asked_to_wait(journey: Journey, seconds: float) -> None:
    """Long after the rows were put, Telegram asks to wait with the first."""
    await journey.do(put_everywhere)
    journey.clock.forward(hours=24)
    _, (item,), _ = await journey.do(everything)
    await journey.do(lambda tx: tx.outbox.again(item, tx.now + timedelta(seconds=seconds), asked=True))


async def test_a_wait_that_telegram_asked_for_is_not_made_longer_when_the_clock_goes_back(journey: Journey) -> None:
    await asked_to_wait(journey, seconds=30)
    journey.clock.now -= timedelta(hours=2)
    assert (await journey.do(everything))[1] == []
    journey.clock.now += ASKED_AT_MOST
    assert len((await journey.do(everything))[1]) == 1


async def test_a_start_with_a_clock_that_was_put_back_waits_for_telegram_within_reason(
    journey: Journey, key_text: str, shop: Shop
) -> None:
    await asked_to_wait(journey, seconds=600)
    started = SqlSteps(journey.store, DataKey(key_text), shop, journey.clock, bytes)
    await started.run(everything)
    journey.clock.forward(seconds=599)
    assert (await started.run(everything))[1] == []
    journey.clock.now -= timedelta(hours=20)
    started = SqlSteps(journey.store, DataKey(key_text), shop, journey.clock, bytes)
    await started.run(everything)
    journey.clock.now += LEFT_AT_MOST
    assert len((await started.run(everything))[1]) == 1


async def test_a_small_tremor_of_the_clock_ends_no_claim(journey: Journey) -> None:
    await journey.do(put_everywhere)
    journey.clock.forward(minutes=2)
    await journey.do(everything)
    journey.clock.forward(seconds=-0.5)
    _, outbox, jobs = await journey.do(everything)
    assert (outbox, jobs) == ([], [])


async def test_a_step_that_fails_just_then_does_not_hide_the_jump(journey: Journey) -> None:
    def fails(_tx: Transaction) -> None:
        raise LookupError("on purpose")

    await journey.do(put_everywhere)
    journey.clock.now -= DAY
    with pytest.raises(LookupError):
        await journey.do(fails)
    assert len((await journey.do(everything))[1]) == 1


async def test_a_start_with_a_clock_that_was_put_back_finds_what_was_left(
    journey: Journey, key_text: str, shop: Shop
) -> None:
    await journey.do(put_everywhere)
    journey.clock.now -= DAY
    started = SqlSteps(journey.store, DataKey(key_text), shop, journey.clock, bytes)
    inbox, outbox, _ = await started.run(everything)
    assert (len(inbox), len(outbox)) == (1, 1)


async def test_a_row_in_hand_is_not_claimed_again_however_far_the_clock_jumps(journey: Journey) -> None:
    await journey.do(put_everywhere)
    journey.clock.forward(minutes=1)
    _, (item,), (job,) = await journey.do(everything)
    for jump in (DAY, -2 * DAY, 2 * DAY):
        journey.clock.now += jump
        assert await journey.do(lambda tx: tx.outbox.claim(9, 60, [item.id])) == []
        assert await journey.do(lambda tx: tx.jobs.claim(9, 60, [job.id])) == []
        assert await journey.do(_next_job, job) is None


def _next_job(tx: Transaction, job: Job) -> datetime | None:
    return tx.jobs.next_due([job.id])
