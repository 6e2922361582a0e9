"""The card of a hand-off keeps apart which prices the client was told, and which not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from shop_world import World

from chatbot.domain.approval import Approval
from chatbot.domain.lead import Lead, Quote
from chatbot.domain.mind_map import MindMap, Wording
from chatbot.domain.money import Money, PriceRange
from chatbot.domain.people import Contact
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import to_json


def _versions(tx: Transaction, lead: Lead) -> None:
    """One version that the client has, and a later one that no founder has approved."""
    words = Wording("Tea", "Tea")
    price = PriceRange(Money.of(40_000, "CNY"), Money.of(50_000, "CNY"), Money.of(60_000, "CNY"))
    version = Quote(0, lead.id, 1, "", MindMap(words, words, ()), "en", Approval.APPROVED, tx.now, "f", price, price)
    tx.quotes.add(replace(version, valid_until=date(2026, 4, 1)))
    tx.quotes.add(replace(version, version=2, state=Approval.WAITING))
    tx.promises.add(lead.id, "promise-trial", json.dumps(to_json({"amount": Money.of(2000, "CNY")})), None)


async def test_the_card_keeps_apart_what_the_client_was_told_and_what_not(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await world.do(_versions, lead)
    await world.do(hand_off.open_for, client, lead, "asked")
    lines = (await world.told(founder.telegram_id))[0].splitlines()
    told, untold = (next(line for line in lines if f"version {number}" in line) for number in (1, 2))
    assert "CN¥40,000–60,000, valid until 1 April 2026" in told
    assert "the client has not been told" in untold
    assert "• Deposit for the trial: CN¥2,000" in lines


@pytest.mark.parametrize(("state", "how"), [(Approval.SUPERSEDED, "replaced"), (Approval.DECLINED, "declined")])
async def test_a_version_that_nobody_has_to_decide_any_more_raises_no_alarm_on_the_card(
    world: World, client: Contact, founder: Contact, lead: Lead, state: Approval, how: str
) -> None:
    await world.do(_versions, lead)
    await world.do(lambda tx: tx.quotes.save(replace(tx.quotes.of_lead(lead.id)[-1], state=state)))
    await world.do(hand_off.open_for, client, lead, "asked")
    lines = (await world.told(founder.telegram_id))[0].splitlines()
    over = next(line for line in lines if "version 2" in line)
    assert f"{how}, never sent to the client" in over
    assert "⚠️" not in over
