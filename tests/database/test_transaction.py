"""One step commits together or not at all, at one time, with the shop's rules at hand."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from chatbot.domain.errors import Refusal
from chatbot.domain.ledger import CASH, payment_posting
from chatbot.domain.money import Money
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.replies import Reply, Say
from chatbot.use_cases.shop import Shop

if TYPE_CHECKING:
    from database.conftest import Journey


def whole_step(t: Transaction, lead_id: int, refuse: bool) -> str:
    """What a payment does: state, money, a message, a job, the update that asked for it."""
    lead = t.leads.find(lead_id)
    t.leads.save(replace(lead, title="paid", signed=Money(5, "CNY")))
    t.ledger.post(payment_posting("booking:1", lead_id, Money(5, "CNY")), lead_id)
    t.outbox.put(Place(10, "en", lead.client_id), Say(Reply(("Thank you",))))
    t.jobs.put("remind", "remind:1", t.now, lead_id)
    t.inbox.add(1, 10, 501, "{}")
    t.marks.set("offset", "2")
    if refuse:
        raise Refusal("refused-no-lead", lead=lead_id)
    return "done"


def traces(t: Transaction, lead_id: int) -> list[object]:
    return [
        t.leads.find(lead_id).title,
        t.ledger.balance(CASH).minor,
        len(t.outbox.claim(9, 60)),
        len(t.jobs.claim(9, 60)),
        len(t.inbox.oldest_of_each_chat([], 9)),
        t.marks.get("offset"),
    ]


async def test_a_step_that_succeeds_is_there_in_whole(journey: Journey) -> None:
    lead = await journey.lead()
    assert await journey.run(whole_step, lead.id, False) == "done"
    assert await journey.run(traces, lead.id) == ["paid", 5, 1, 1, 1, "2"]


async def test_a_step_that_is_refused_leaves_no_trace(journey: Journey) -> None:
    lead = await journey.lead()
    with pytest.raises(Refusal) as caught:
        await journey.run(whole_step, lead.id, True)
    assert caught.value.args_for_text == {"lead": lead.id}
    assert await journey.run(traces, lead.id) == ["", 0, 0, 0, 0, None]


async def test_steps_at_once_see_one_another_s_work_and_lose_none(journey: Journey) -> None:
    lead = await journey.lead()

    def ask(t: Transaction) -> None:
        seen = t.leads.find(lead.id)
        t.leads.save(replace(seen, questions=seen.questions + 1))

    def ask_and_refuse(t: Transaction) -> None:
        ask(t)
        raise Refusal("refused-no-lead")

    steps = [journey.run(ask_and_refuse if number % 4 == 0 else ask) for number in range(80)]
    results = await asyncio.gather(*steps, return_exceptions=True)
    assert sum(isinstance(result, Refusal) for result in results) == 20
    assert (await journey.run(lambda t: t.leads.find(lead.id))).questions == 60


async def test_a_step_has_one_time_in_utc_that_reads_back_as_it_was_written(journey: Journey) -> None:
    shanghai = timezone(timedelta(hours=8))
    journey.clock.now = datetime(2026, 3, 2, 17, 30, 5, 123_987, tzinfo=shanghai)

    def write(t: Transaction) -> tuple[datetime, datetime]:
        return t.now, t.contacts.add(7, "Mei", "", "en").created_at

    now, created_at = await journey.run(write)
    assert now == datetime(2026, 3, 2, 9, 30, 5, 123_000, tzinfo=UTC)
    assert now.tzinfo is UTC
    assert (created_at, created_at.tzinfo) == (now, UTC)
    assert (await journey.run(lambda t: t.contacts.by_telegram(7))).created_at == now


async def test_times_before_1970_and_far_ahead_are_kept(journey: Journey) -> None:
    lead = await journey.lead()
    for at in (datetime(1969, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)):
        await journey.run(lambda t, at=at: t.leads.save(replace(lead, stage_since=at)))
        assert (await journey.run(lambda t: t.leads.find(lead.id))).stage_since == at


async def test_a_step_knows_the_shop_and_its_randomness(journey: Journey, shop: Shop) -> None:
    assert await journey.run(lambda t: t.shop) is shop
    assert await journey.run(lambda t: len(t.random_bytes(9))) == 9
