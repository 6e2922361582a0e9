"""Who was out of the settings for a while and is of the shop again: nothing of theirs goes out by mistake."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_bench import CLIENT, FOUNDER, Bench
from shop_world import MEMBER, World
from use_cases.privacy.leaving import contact, forgets
from use_cases.test_gates import expecting, settings
from use_cases.test_talk import handed_off, presses

from chatbot.domain.approval import Approval
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact
from chatbot.domain.speaker import Speaker
from chatbot.use_cases import entry
from chatbot.use_cases.hand_offs import hand_off, talk
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.privacy import farewell
from chatbot.use_cases.replies import Unpin

PRIVATE_WORDS = "note to myself: raise the price"


@pytest.fixture
async def member(world: World, client: Contact, lead: Lead) -> Contact:
    """A team member who talks to the client and is then taken out of the settings."""
    world.settings(team_ids=(MEMBER,))
    member = await world.person(MEMBER, "Mia")
    await handed_off(world, client, lead)
    await presses(world, member, "talk", lead)
    await world.deliver()
    world.settings(team_ids=())
    return member


async def comes_back_and_writes(world: World, member: Contact) -> None:
    world.settings(team_ids=(MEMBER,))
    await world.do(entry.hear, world.hears(member, PRIVATE_WORDS))


# ---- whom they talked to ------------------------------------------------------------------------------------------


async def test_after_the_hand_off_has_ended_their_words_go_to_nobody(
    world: World, client: Contact, founder: Contact, lead: Lead, member: Contact
) -> None:
    await world.do(hand_off.give_back, founder, lead.id)
    unpinned = [one.item.place.chat_id for one in await world.deliver() if isinstance(one.item.action, Unpin)]
    assert unpinned == [MEMBER]
    await comes_back_and_writes(world, member)
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [MEMBER]
    assert shown[0].text.startswith("This went to nobody")
    assert (await world.again(client)).speaker is Speaker.BOT


async def test_a_later_hand_off_of_the_client_is_not_the_one_in_which_they_talked(
    world: World, client: Contact, founder: Contact, lead: Lead, member: Contact
) -> None:
    await world.do(hand_off.give_back, founder, lead.id)
    await handed_off(world, client, lead)
    await comes_back_and_writes(world, member)
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [MEMBER]
    assert shown[0].text.startswith("To whom? This went to nobody.")
    assert list(shown[0].buttons) == [f"Lin · lead {lead.id}"]


async def test_a_talk_that_has_outlived_its_hand_off_ends_with_the_next_words(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    """As an earlier version may have left it."""
    await world.do(lambda tx: tx.contacts.save(replace(founder, talking_to=lead.id)))
    await world.do(entry.hear, world.hears(founder, PRIVATE_WORDS))
    shown = await world.deliver()
    assert {one.item.place.chat_id for one in shown} == {founder.telegram_id}
    assert any(one.text.startswith("This went to nobody") for one in shown)
    assert any(isinstance(one.item.action, Unpin) for one in shown)
    assert (await world.again(founder)).talking_to is None
    assert (await world.again(client)).speaker is Speaker.BOT


async def test_back_means_the_only_open_chat_and_not_one_that_is_over(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await world.do(lambda tx: tx.contacts.save(replace(founder, talking_to=lead.id)))
    other = await world.person(502, "Mei")
    await handed_off(world, other, await world.lead(other))
    await world.do(lambda tx: talk.back(tx, tx.contacts.get(founder.id), "", world.hears(founder, "/back")))
    assert (await world.again(other)).speaker is Speaker.BOT
    assert (await world.again(client)).speaker is Speaker.BOT


async def test_while_the_hand_off_stands_they_talk_on(world: World, client: Contact, member: Contact) -> None:
    await comes_back_and_writes(world, member)
    assert await world.told(client.telegram_id) == [f"👤 Mia from Lantern Works\n\n{PRIVATE_WORDS}"]


async def test_whom_they_talked_to_may_be_forgotten_meanwhile(world: World, client: Contact, member: Contact) -> None:
    await world.do(farewell.leave, client)
    await world.deliver()
    await comes_back_and_writes(world, member)
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [MEMBER]
    assert shown[0].text.startswith("This went to nobody")


# ---- what they were asked for ---------------------------------------------------------------------------------------


async def asked(bench: Bench, what: str) -> Lead:
    """A lead about which the founder was asked for words, before they were taken out of the settings."""
    lead = await bench.lead(Stage.TRIAL_PAID if what == "not_feasible" else Stage.REVIEWING)
    quote = await bench.quote(lead)
    await expecting(bench, FOUNDER, what, lead, quote.id)
    await bench.do(lambda tx: tx.contacts.save(replace(tx.contacts.by_telegram(FOUNDER), talking_to=None)))
    settings(bench, founder_ids=())
    return lead


@pytest.mark.parametrize("what", sorted(entry.EXPECTED))
async def test_a_question_about_a_lead_that_has_moved_on_is_not_answered_by_the_next_words(
    referred: Bench, what: str
) -> None:
    lead = await asked(referred, what)

    def moves_on(tx: Transaction) -> None:
        tx.leads.save(replace(lead, stage=Stage.DECLINED))
        (quote,) = tx.quotes.of_lead(lead.id)
        tx.quotes.save(replace(quote, state=Approval.DECLINED))

    await referred.do(moves_on)
    settings(referred, founder_ids=(FOUNDER,))
    before = len(referred.told[CLIENT])
    told = await referred.say(FOUNDER, PRIVATE_WORDS)
    assert told[0].startswith(f"What you wrote went to nobody: the question about lead {lead.id} is no longer open.")
    assert await referred.find(lead) == replace(lead, stage=Stage.DECLINED)
    assert len(referred.told[CLIENT]) == before
    assert [one.startswith("This went to nobody") for one in await referred.say(FOUNDER, PRIVATE_WORDS)] == [True]


async def test_a_question_about_somebody_who_was_forgotten_is_not_answered_by_the_next_words(referred: Bench) -> None:
    lead = await asked(referred, "not_feasible")
    await forgets(referred)
    settings(referred, founder_ids=(FOUNDER,))
    told = await referred.say(FOUNDER, PRIVATE_WORDS)
    assert told[0].startswith(f"What you wrote went to nobody: the question about lead {lead.id} is no longer open.")
    assert "was forgotten" in told[0]
    founder = await contact(referred, FOUNDER)
    assert founder is not None
    assert founder.expecting is None
