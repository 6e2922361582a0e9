"""Who may do what, where a role, a chat or a message is not what it was: demoted people, other groups, old messages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, TEAM, Bench

from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import NotAllowed
from chatbot.domain.lead import Author, Lead, Message
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Expecting, HandOffState
from chatbot.use_cases import entry
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.incoming import Person, Pressed
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.shop import Shop

TEAM_CHAT, OTHER_CHAT, TOPIC = -100, -200, 7


def settings(bench: Bench, **changes: Any) -> None:
    """The bot starts again with other settings."""
    steps: SqlSteps = bench.steps
    shop: Shop = steps._shop
    steps._shop = replace(shop, **changes)


async def expecting(bench: Bench, telegram_id: int, what: str, lead: Lead, quote: int) -> None:
    def expect(tx: Transaction) -> None:
        contact = tx.contacts.by_telegram(telegram_id)
        assert contact is not None
        about = {"quote": quote, "lead": lead.id}
        tx.contacts.save(replace(contact, expecting=Expecting(what, about), talking_to=lead.id))

    await bench.do(expect)


@pytest.mark.parametrize("what", sorted(entry.EXPECTED))
@pytest.mark.parametrize("role", ["team member", "nobody"])
async def test_what_a_founder_was_asked_for_is_not_taken_from_one_who_is_none_any_more(
    referred: Bench, what: str, role: str
) -> None:
    stage = Stage.TRIAL_PAID if what == "not_feasible" else Stage.REVIEWING
    lead = await referred.lead(stage)
    quote = await referred.quote(lead)
    await expecting(referred, FOUNDER, what, lead, quote.id)
    settings(referred, founder_ids=(), team_ids=(FOUNDER,) if role == "team member" else ())
    before = len(referred.told[CLIENT])
    told = await referred.say(FOUNDER, "range 55-70k, and drop the chat")
    assert "changed and sent nothing" in told[-1]
    assert await referred.find(lead) == lead
    assert await referred.do(lambda tx: tx.quotes.of_lead(lead.id)) == [quote]
    assert await referred.do(lambda tx: tx.jobs.claim(9, 60)) == []
    assert len(referred.told[CLIENT]) == before
    founder = await referred.do(lambda tx: tx.contacts.by_telegram(FOUNDER))
    assert founder.expecting is None


async def test_an_edit_by_one_who_has_left_the_team_changes_no_clients_transcript(referred: Bench) -> None:
    lead = await referred.lead()
    await referred.meet(TEAM, "Tim")
    said = referred._heard(TEAM, "We start on Monday")
    await referred.do(
        hand_off.relay_to_client, await referred.do(lambda tx: tx.contacts.by_telegram(TEAM)), lead.id, said
    )
    await referred.do(lambda tx: tx.jobs.cancel(f"answer:{lead.id}"))
    await referred.do(lambda tx: tx.contacts.save(replace(tx.contacts.by_telegram(TEAM), talking_to=None)))
    settings(referred, team_ids=())
    await referred.do(entry.edited, replace(said, text="We never start"))
    assert [line.text for line in await transcript(referred, lead)] == ["We start on Monday"]
    assert await referred.do(lambda tx: [job.key for job in tx.jobs.claim(9, 60) if job.kind == "answer"]) == []


async def transcript(bench: Bench, lead: Lead) -> list[Message]:
    lines: list[Message] = await bench.do(lambda tx: tx.messages.of_contact(lead.client_id, lead.id))
    return [line for line in lines if line.author is not Author.BOT]


async def test_a_topic_of_another_group_is_no_room_of_ours(referred: Bench) -> None:
    lead = await referred.lead()
    settings(referred, team_chat_id=TEAM_CHAT)

    def open_room(tx: Transaction) -> None:
        hand_off.open_for(tx, tx.contacts.get(lead.client_id), lead, "asked")
        room = tx.hand_offs.open_of(lead.client_id)
        assert room is not None
        tx.hand_offs.save(replace(room, topic_id=TOPIC))

    await referred.do(open_room)
    other = await referred.do(lambda tx: tx.contacts.by_telegram(FRIEND))
    away = await referred.lead(client=FRIEND)
    await referred.do(lambda tx: hand_off.open_for(tx, other, away, "asked"))
    elsewhere = replace(referred._heard(FOUNDER, "/back"), chat_id=OTHER_CHAT, private=False, topic_id=TOPIC)
    with pytest.raises(entry.Refusal):  # two chats are open, and none is named by this topic
        await referred.do(entry.command, "back", "", elsewhere)
    room = await referred.do(lambda tx: tx.hand_offs.open_of(lead.client_id))
    assert room.state is not HandOffState.CLOSED


@pytest.mark.parametrize("action", sorted(entry.PRESSES))
async def test_a_button_made_for_one_person_is_nobody_elses(referred: Bench, action: str) -> None:
    """Also where the other has every right: a second founder may not press what was made for the first."""
    lead = await referred.lead()

    def forge(tx: Transaction) -> str:
        return tx.buttons.add(action, {"lead": lead.id}, lead.client_id)

    token = await referred.do(forge)
    for other in (FOUNDER, FRIEND):
        with pytest.raises(NotAllowed):
            await referred.do(entry.press, Pressed(referred.people[other], other, 1, True, token))


@pytest.mark.parametrize("action", sorted(name for name, one in entry.PRESSES.items() if one.rule == "anybody"))
async def test_a_button_that_anybody_may_press_is_made_for_one_person_or_refused(referred: Bench, action: str) -> None:
    lead = await referred.lead()
    token = await referred.do(lambda tx: tx.buttons.add(action, {"lead": lead.id}, None))
    with pytest.raises(NotAllowed):
        await referred.do(entry.press, Pressed(referred.people[CLIENT], CLIENT, 1, True, token))


async def test_who_writes_in_a_group_that_is_not_the_teams_is_not_even_noted(referred: Bench) -> None:
    settings(referred, team_chat_id=TEAM_CHAT)
    heard = replace(referred._heard(FRIEND, "hello all"), chat_id=OTHER_CHAT, private=False)
    stranger = replace(heard, person=Person(880_001, "Passer-by"))
    await referred.do(lambda tx: entry.hear(tx, stranger))
    assert await referred.do(lambda tx: tx.contacts.by_telegram(880_001)) is None
