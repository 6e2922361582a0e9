"""Somebody's record was damaged in the file: what cannot be done for them is told to the founders and shown to them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from damage import damage
from shop_world import CLIENT, World
from sqlalchemy import Column

from chatbot.database.tables import contacts, leads
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact
from chatbot.use_cases import entry, trouble
from chatbot.use_cases.given_up import job_told
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.reports import set_aside
from chatbot.use_cases.trouble import Fault

RECORDS = [contacts.c.name, contacts.c.username, leads.c.title, leads.c.brief]


def give_up(tx: Transaction, lead: Lead) -> None:
    """An update and a job of the client."""
    tx.inbox.add(1, CLIENT, CLIENT, '{"message": {}}')
    for row in tx.inbox.oldest_of_each_chat([], 9):
        tx.inbox.set_aside(row.id, "damaged")
    tx.jobs.put("answer", "k", tx.now, lead.id)
    for job in tx.jobs.claim(9, 60):
        tx.jobs.set_aside(job, "damaged")


@pytest.mark.parametrize("column", RECORDS)
async def test_what_was_given_up_is_shown_and_can_be_let_go(
    world: World, client: Contact, founder: Contact, lead: Lead, column: Column[Any]
) -> None:
    await world.do(give_up, lead)
    await world._store.run(damage, column)
    await world.do(set_aside.show_aside, founder, "", world.hears(founder, "/aside"))
    (told,) = await world.told(founder.telegram_id)
    assert "Set aside: 2" in told
    assert told.count("the row was damaged in the file") == 2
    await world.do(set_aside.let_go, founder, world.pressed(founder), {"rows": "in:1,job:1"})
    assert "Nothing" in (await world.told(founder.telegram_id))[0]


@pytest.mark.parametrize("column", RECORDS)
@pytest.mark.parametrize("of", ["the person", "their chat", "their lead"])
async def test_the_founders_are_told_of_a_fault_all_the_same(
    world: World, client: Contact, founder: Contact, lead: Lead, column: Column[Any], of: str
) -> None:
    await world._store.run(damage, column)
    hit: dict[str, Any] = {
        "the person": {"person": Person(CLIENT, "Lin"), "chat_id": CLIENT},
        "their chat": {"chat_id": CLIENT},
        "their lead": {"lead_id": lead.id},
    }
    await world.do(trouble.report_trouble, Fault(job_told("answer"), "damaged", **hit[of]))
    (told,) = await world.told(founder.telegram_id)
    assert "the row was damaged in the file" in told


@pytest.mark.parametrize("column", RECORDS)
async def test_a_founder_who_writes_to_nobody_is_answered_while_a_card_of_theirs_waits(
    world: World, client: Contact, founder: Contact, lead: Lead, column: Column[Any]
) -> None:
    await world.do(lambda tx: tx.leads.save(replace(lead, stage=Stage.REVIEWING)))
    await world._store.run(damage, column)
    await world.do(entry.hear, world.hears(founder, "good morning"))
    (told,) = await world.told(founder.telegram_id)
    assert "on its card first" in told
