"""The topics of the team's group, where a client is forgotten: closed, and named after nobody."""

from __future__ import annotations

import pytest
from shop_world import Shown, World

from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact
from chatbot.use_cases import deliveries
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.ports import Outgoing, Transaction
from chatbot.use_cases.privacy import forget
from chatbot.use_cases.replies import Action, CloseTopic, OpenTopic, RenameTopic, Say, Settle

GROUP, TOPIC = -100500, 77


@pytest.fixture
async def opening(world: World, client: Contact, founder: Contact, lead: Lead) -> Outgoing:
    """The row by which a sender is just opening the client's topic."""
    assert founder.telegram_id in world.shop.founder_ids
    world.settings(team_chat_id=GROUP)
    await world.do(hand_off.open_for, client, lead, "asked")
    rows = await world.do(lambda tx: tx.outbox.claim(50, 60))
    found: Outgoing = next(row for row in rows if isinstance(row.action, OpenTopic))
    return found


def opened(tx: Transaction, row: Outgoing) -> None:
    """Telegram has opened it."""
    deliveries.topic_opened(tx, row, TOPIC)
    deliveries.sent(tx, row, None, "")


def in_topic(shown: list[Shown]) -> list[Action]:
    """What reached the topic."""
    return [one.item.action for one in shown if one.item.topic_id == TOPIC and not isinstance(one.item.action, Say)]


async def forgotten(world: World, client: Contact) -> Contact:
    await world.do(lambda tx: forget.forget(tx, tx.contacts.get(client.id)))
    return await world.again(client)


async def test_a_topic_that_opens_after_its_client_was_forgotten_is_renamed_and_closed(
    world: World, client: Contact, opening: Outgoing
) -> None:
    gone = await forgotten(world, client)
    assert in_topic(await world.deliver()) == []
    await world.do(opened, opening)
    assert in_topic(await world.deliver()) == [RenameTopic(1, f"1 · {gone.pseudonym}"), CloseTopic(1)]


async def test_a_topic_that_is_open_loses_the_name_with_its_client(
    world: World, client: Contact, opening: Outgoing
) -> None:
    await world.do(opened, opening)
    await world.deliver()
    gone = await forgotten(world, client)
    assert in_topic(await world.deliver())[-2:] == [RenameTopic(1, f"1 · {gone.pseudonym}"), CloseTopic(1)]


async def test_the_topic_of_an_earlier_hand_off_loses_the_name_too(
    world: World, client: Contact, founder: Contact, lead: Lead, opening: Outgoing
) -> None:
    await world.do(opened, opening)
    await world.do(hand_off.give_back, founder, lead.id)
    await world.deliver()
    gone = await forgotten(world, client)
    assert in_topic(await world.deliver()) == [RenameTopic(1, f"1 · {gone.pseudonym}")]


async def test_a_topic_that_opens_after_the_chat_was_given_back_is_closed_and_keeps_its_name(
    world: World, client: Contact, founder: Contact, lead: Lead, opening: Outgoing
) -> None:
    assert opening.place.subject == client.id
    await world.do(hand_off.give_back, founder, lead.id)
    await world.do(opened, opening)
    assert [action for action in in_topic(await world.deliver()) if not isinstance(action, Settle)] == [CloseTopic(1)]
