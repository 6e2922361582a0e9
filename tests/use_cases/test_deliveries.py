"""What was sent joins the transcript; what never arrives is told to those who wait for it."""

from __future__ import annotations

import pytest
from shop_world import World

from chatbot.domain.lead import Author, Lead
from chatbot.domain.people import Contact, HandOff
from chatbot.use_cases import deliveries
from chatbot.use_cases.chats import private, tell
from chatbot.use_cases.given_up import Reason, told
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Outgoing, Transaction
from chatbot.use_cases.replies import Attachment, Edit, OpenTopic, Phrase, Reply, Say

GROUP = -100500


async def next_row(world: World, chat_id: int) -> Outgoing:
    """The next row of this chat, claimed."""
    rows = await world.do(lambda tx: tx.outbox.claim(50, 1))
    found: Outgoing = next(row for row in rows if row.place.chat_id == chat_id)
    return found


async def test_what_the_bot_said_stands_in_the_transcript_once_it_has_arrived(
    world: World, client: Contact, lead: Lead
) -> None:
    pdf = Attachment("text_file", "note.txt", {"text": "…"})
    await world.do(tell, client, "Hello", lead_id=lead.id, attachment=pdf)
    await world.do(tell, client, "not of a lead")
    assert await world.do(lambda tx: tx.messages.of_contact(client.id)) == []
    await world.deliver()
    lines = await world.do(lambda tx: tx.messages.of_contact(client.id))
    assert [(line.author, line.text, line.lead_id) for line in lines] == [(Author.BOT, "Hello\n[note.txt]", lead.id)]


async def test_an_edit_joins_the_transcript_under_the_lead_of_what_it_changes(
    world: World, client: Contact, lead: Lead
) -> None:
    await world.do(tell, client, "Offer", lead_id=lead.id, slot="offer")
    await world.deliver()
    place = private(client, transcript=True)
    await world.do(lambda tx: tx.outbox.put(place, Edit("offer", Reply(("Agreed",)))))
    await world.deliver()
    lines = await world.do(lambda tx: tx.messages.of_contact(client.id))
    assert [(line.text, line.lead_id) for line in lines] == [("Offer", lead.id), ("Agreed", lead.id)]


async def test_a_row_that_another_worker_has_is_not_noted(world: World, client: Contact, lead: Lead) -> None:
    await world.do(tell, client, "Hello", lead_id=lead.id)
    row = await next_row(world, client.telegram_id)
    assert await world.do(deliveries.sent, row, 5, "Hello")
    assert not await world.do(deliveries.sent, row, 6, "Hello")
    assert len(await world.do(lambda tx: tx.messages.of_contact(client.id))) == 1


async def test_a_client_who_blocks_the_bot_is_noted_and_the_crew_hears_it(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await world.do(hand_off.open_for, client, lead, "asked")
    row = await next_row(world, client.telegram_id)
    await world.do(deliveries.undeliverable, row, Reason.BLOCKED)
    assert (await world.again(client)).blocked
    world.clock.forward(seconds=5)
    shown = await world.deliver()
    assert {one.item.place.chat_id for one in shown} == {founder.telegram_id}
    assert "has blocked the bot" in shown[-1].text


async def test_a_refused_message_is_told_to_the_founders_without_going_round_in_circles(
    world: World, client: Contact, founder: Contact
) -> None:
    await world.do(tell, client, "Hello")
    await world.do(deliveries.undeliverable, await next_row(world, client.telegram_id), Reason.REFUSED)
    notice = await next_row(world, founder.telegram_id)
    assert isinstance(notice.action, Say)
    assert notice.action.reply.parts == (Phrase("undeliverable", {"who": full_name(client), "why": told("refused")}),)
    await world.do(deliveries.undeliverable, notice, Reason.REFUSED)
    assert await world.deliver() == []


async def test_what_follows_a_refused_message_still_goes_out(world: World, client: Contact) -> None:
    await world.do(tell, client, "broken")
    await world.do(tell, client, "whole")
    await world.do(deliveries.undeliverable, await next_row(world, client.telegram_id), Reason.REFUSED)
    assert await world.told(client.telegram_id) == ["whole"]


# ---- the team's group ---------------------------------------------------------------------------------------------


@pytest.fixture
async def in_topic(world: World, client: Contact, founder: Contact, lead: Lead) -> HandOff:
    """A hand-off whose topic 77 is open and whose card has arrived."""
    assert founder.telegram_id in world.shop.founder_ids
    world.settings(team_chat_id=GROUP)
    await world.do(hand_off.open_for, client, lead, "asked")
    opening = next(one.item for one in await world.deliver() if isinstance(one.item.action, OpenTopic))
    await world.do(deliveries.topic_opened, opening, 77)
    found: HandOff = await world.do(lambda tx: tx.hand_offs.open_of(client.id))
    assert found.topic_id == 77
    return found


async def test_a_deleted_topic_is_opened_again_once_and_nothing_gets_lost_or_out_of_order(
    world: World, client: Contact, lead: Lead, in_topic: HandOff
) -> None:
    assert in_topic.topic_id
    for text in ("first", "second"):
        await world.do(hand_off.pass_question, client, lead, text)
    await world.do(deliveries.undeliverable, await next_row(world, GROUP), Reason.GONE)
    await world.do(hand_off.pass_question, client, lead, "third")
    opening = await next_row(world, GROUP)
    assert isinstance(opening.action, OpenTopic)
    await world.do(_opened, opening)

    shown = [one for one in await world.deliver() if one.item.place.chat_id == GROUP]
    assert [one.text.split()[-1] for one in shown] == ["first", "second", "third"]
    assert {one.item.topic_id for one in shown} == {78}


def _opened(tx: Transaction, opening: Outgoing) -> None:
    deliveries.topic_opened(tx, opening, 78)
    deliveries.sent(tx, opening, None, "")


async def test_a_topic_that_cannot_be_opened_is_told_to_the_founders_once_a_day(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    world.settings(team_chat_id=GROUP)
    await world.do(hand_off.open_for, client, lead, "asked")
    await world.do(deliveries.undeliverable, await next_row(world, GROUP), Reason.REFUSED)
    world.clock.forward(seconds=5)
    told = await world.told(founder.telegram_id)
    assert len(told) == 1
    assert "Manage topics" in told[0]


async def test_out_of_the_group_the_room_moves_into_private_chats(
    world: World, client: Contact, founder: Contact, lead: Lead, in_topic: HandOff
) -> None:
    await world.do(hand_off.pass_question, client, lead, "Anybody?")
    await world.do(deliveries.undeliverable, await next_row(world, GROUP), Reason.BLOCKED)
    told = await world.told(founder.telegram_id)
    assert told[0].endswith("Anybody?")
    assert "no longer write in the team's group" in told[1]
    assert in_topic.topic_id == 77
