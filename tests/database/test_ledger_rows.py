"""The ledger only grows, and by business key; cards and small records come back as they were saved."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from chatbot.domain.errors import StorageError
from chatbot.domain.lead import Booking, BookingKind, BookingState, Promise
from chatbot.domain.ledger import CASH, LedgerLine, payment_posting, received_account, refund_posting
from chatbot.domain.money import Money
from chatbot.use_cases.language_model import Origin
from chatbot.use_cases.note_ports import Button

if TYPE_CHECKING:
    from database.conftest import Journey


def yuan(major: int) -> Money:
    return Money.of(major, "CNY")


async def test_a_posting_of_one_key_is_booked_once_however_often_and_at_once(journey: Journey) -> None:
    lead = await journey.lead()
    posting = payment_posting("booking:1", lead.id, yuan(20_000))
    booked = await asyncio.gather(*(journey.run(lambda t: t.ledger.post(posting, lead.id)) for _ in range(8)))
    assert sorted(booked) == [False] * 7 + [True]
    assert await journey.run(lambda t: t.ledger.balance(CASH)) == yuan(20_000)
    assert await journey.run(lambda t: t.ledger.balance(received_account(lead.id))) == -yuan(20_000)


async def test_a_second_posting_of_a_key_changes_nothing_whatever_it_says(journey: Journey) -> None:
    lead = await journey.lead()
    await journey.run(lambda t: t.ledger.post(payment_posting("booking:1", lead.id, yuan(20_000)), lead.id))
    other = payment_posting("booking:1", lead.id, yuan(99_000))
    assert not await journey.run(lambda t: t.ledger.post(other, lead.id))
    assert await journey.run(lambda t: t.ledger.balance(CASH)) == yuan(20_000)


async def test_an_account_tells_its_lines_oldest_first(journey: Journey) -> None:
    lead = await journey.lead()
    paid, refunded = journey.clock.now, journey.clock.now + timedelta(days=1)
    await journey.run(lambda t: t.ledger.post(payment_posting("booking:1", lead.id, yuan(500)), lead.id))
    journey.clock.forward(days=1)
    await journey.run(lambda t: t.ledger.post(refund_posting("booking:2", lead.id, yuan(120), False), lead.id))
    account = received_account(lead.id)
    assert await journey.run(lambda t: t.ledger.lines(account)) == [
        (paid, lead.id, f"payment for lead {lead.id}", LedgerLine(account, -yuan(500))),
        (refunded, lead.id, f"refund to lead {lead.id}", LedgerLine(account, yuan(120))),
    ]
    assert await journey.run(lambda t: t.ledger.balance(account)) == -yuan(380)


async def test_an_account_that_nobody_booked_on_is_at_zero(journey: Journey) -> None:
    assert await journey.run(lambda t: t.ledger.balance("referrer:7")) == yuan(0)
    assert await journey.run(lambda t: t.ledger.lines("referrer:7")) == []


async def test_a_posting_that_half_stands_there_fails_and_books_nothing(journey: Journey) -> None:
    lead = await journey.lead()
    posting = payment_posting("booking:1", lead.id, yuan(20_000))
    await journey.run(lambda t: t.ledger.post(posting, lead.id))
    await journey.store.run(lambda c: c.execute(text("DELETE FROM ledger_lines WHERE line = 0")))
    with pytest.raises(StorageError, match="SQLITE_CONSTRAINT_UNIQUE"):
        await journey.run(lambda t: t.ledger.post(posting, lead.id))
    assert await journey.run(lambda t: t.ledger.balance(CASH)) == yuan(0)


async def test_a_booking_card_is_read_back_whole(journey: Journey) -> None:
    lead = await journey.lead()
    founder = await journey.contact(900)
    card = await journey.run(
        lambda t: t.bookings.add(BookingKind.REFUND, lead.id, yuan(5_000), "the café closed", founder.id)
    )
    assert card == Booking(
        card.id,
        BookingKind.REFUND,
        lead.id,
        yuan(5_000),
        "the café closed",
        BookingState.SHOWN,
        founder.id,
        journey.clock.now,
    )
    booked = replace(card, state=BookingState.BOOKED, amount=None, reason="")
    await journey.run(lambda t: t.bookings.save(booked))
    assert await journey.run(lambda t: t.bookings.get(card.id)) == booked


async def test_a_promise_that_is_released_is_not_kept_and_one_that_is_kept_is_not_released(journey: Journey) -> None:
    lead = await journey.lead()
    for change in ("release", "keep"):
        await journey.run(lambda t: t.promises.add(lead.id, "answer", "{}", None))
        await journey.run(lambda t, change=change: getattr(t.promises, change)(lead.id, "answer"))
        journey.clock.forward(hours=1)
    await journey.run(lambda t: t.promises.release(lead.id, "answer"))
    released, kept = await journey.run(lambda t: t.promises.of_lead(lead.id))
    assert (released.kept_at, released.released_at) == (None, released.made_at)
    assert (kept.kept_at, kept.released_at) == (kept.made_at, None)


async def test_keeping_a_promise_closes_the_open_ones_of_its_kind(journey: Journey) -> None:
    lead = await journey.lead()
    due = journey.clock.now + timedelta(hours=4)
    made = await journey.run(lambda t: t.promises.add(lead.id, "review", '{"by": "18:00"}', due))
    assert made == Promise(made.id, lead.id, "review", '{"by": "18:00"}', journey.clock.now, due)
    other = await journey.run(lambda t: t.promises.add(lead.id, "answer", "{}", None))

    kept = journey.clock.now
    await journey.run(lambda t: t.promises.keep(lead.id, "review"))
    journey.clock.forward(hours=1)
    await journey.run(lambda t: t.promises.keep(lead.id, "review"))
    assert await journey.run(lambda t: t.promises.of_lead(lead.id)) == [replace(made, kept_at=kept), other]


async def test_a_button_is_known_by_its_token_and_remembers_its_first_use(journey: Journey) -> None:
    client = await journey.contact()
    args = {"lead": 12, "suggestion": "Oui, en français"}
    token = await journey.run(lambda t: t.buttons.add("answer", args, client.id))
    assert await journey.run(lambda t: t.buttons.get(token)) == Button(token, "answer", args, client.id)
    used = journey.clock.now
    await journey.run(lambda t: t.buttons.use(token))
    journey.clock.forward(hours=1)
    await journey.run(lambda t: t.buttons.use(token))
    assert await journey.run(lambda t: t.buttons.get(token)) == Button(token, "answer", args, client.id, used)
    assert await journey.run(lambda t: t.buttons.get("nothing")) is None


async def test_tokens_differ_and_fit_into_callback_data(journey: Journey) -> None:
    tokens = [await journey.run(lambda t: t.buttons.add("approve", {"quote": 1}, None)) for _ in range(5)]
    assert len(set(tokens)) == 5
    assert all(len(token.encode()) <= 64 and token.isascii() for token in tokens)


async def test_calls_of_the_model_are_counted(journey: Journey) -> None:
    lead = await journey.lead()
    origin = Origin("gpt-x", "draft", "ab" * 32, 1200, 800, 5400, "invalid", True)
    await journey.run(lambda t: t.calls.add(lead.id, "draft", origin))
    await journey.run(lambda t: t.calls.add(None, "translate", Origin("gpt-x")))
    query = text("SELECT task, model, input_tokens, outcome, fallback, lead_id FROM calls ORDER BY id")
    assert await journey.store.run(lambda c: c.execute(query).all()) == [
        ("draft", "gpt-x", 1200, "invalid", 1, lead.id),
        ("translate", "gpt-x", 0, "ok", 0, None),
    ]


async def test_a_mark_keeps_the_last_value(journey: Journey) -> None:
    assert await journey.run(lambda t: t.marks.get("offset")) is None
    await journey.run(lambda t: t.marks.set("offset", "41"))
    await journey.run(lambda t: t.marks.set("offset", "42"))
    assert await journey.run(lambda t: t.marks.get("offset")) == "42"
