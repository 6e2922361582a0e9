"""What the crew writes goes to the client it is meant for, and to nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shop_world import MEMBER, STRANGER, Shown, World

from chatbot.domain.errors import IllegalStep, NotAllowed, Refusal
from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact, Expecting, HandOffState
from chatbot.domain.speaker import Speaker
from chatbot.use_cases import deliveries, entry
from chatbot.use_cases.hand_offs import hand_off, talk
from chatbot.use_cases.listening import conversation
from chatbot.use_cases.ports import Outgoing
from chatbot.use_cases.replies import Notice, OpenTopic, Say, Unpin

GROUP = -100500


async def handed_off(world: World, client: Contact, lead: Lead) -> None:
    await world.do(hand_off.open_for, client, lead, "asked")
    await world.deliver()


async def relayed(world: World, client: Contact, to: Contact, text: str) -> Shown:
    """The client writes; the message that this person of the crew sees."""
    heard = world.hears(client, text)
    await world.do(lambda tx: conversation.receive(tx, tx.contacts.get(client.id), heard))
    return next(one for one in await world.deliver() if one.item.place.chat_id == to.telegram_id)


async def crew_writes(world: World, actor: Contact, text: str, **more: object) -> None:
    heard = world.hears(actor, text, **more)
    await world.do(lambda tx: talk.hear_crew(tx, tx.contacts.get(actor.id), heard))


async def presses(world: World, actor: Contact, action: str, lead: Lead) -> Notice:
    press = talk.PRESSES[action]
    notice: Notice = await world.do(
        lambda tx: press.handle(tx, tx.contacts.get(actor.id), world.pressed(actor), {"lead": lead.id})
    )
    return notice


async def test_a_reply_to_a_relayed_message_reaches_that_client(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await handed_off(world, client, lead)
    seen = await relayed(world, client, founder, "Hello?")
    await crew_writes(world, founder, "Hello Lin", reply_to=seen.message_id)
    assert await world.told(client.telegram_id) == ["👤 Alex from Lantern Works\n\nHello Lin"]


async def test_plain_words_go_to_nobody_and_the_bot_asks_to_whom(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await handed_off(world, client, lead)
    await crew_writes(world, founder, "The price is fine")
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [founder.telegram_id]
    assert shown[0].text.startswith("To whom? This went to nobody.")
    assert list(shown[0].buttons) == [f"Lin · lead {lead.id}"]


async def test_a_reply_to_a_card_goes_to_nobody_even_while_talking_to_a_client(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await handed_off(world, client, lead)
    card = next(one for one in world.shown if "Lin wants a person" in one.text)
    await presses(world, founder, "talk", lead)
    await world.deliver()
    await crew_writes(world, founder, "what is this?", reply_to=card.message_id)
    assert await world.told(client.telegram_id) == []


async def test_where_nobody_waits_it_says_so(world: World, founder: Contact) -> None:
    await crew_writes(world, founder, "hello")
    assert (await world.told(founder.telegram_id))[0].startswith("This went to nobody")


EDIT_FIRST = "To change a quote, press Edit on its card first."


@pytest.mark.parametrize("words", ["range 55-70k", "55-70k", "set the price to 60k", "报价改成5.5万到7万"])
@pytest.mark.parametrize("somebody_waits", [True, False])
async def test_a_founder_who_writes_a_range_to_nobody_hears_how_a_quote_is_changed(
    world: World, client: Contact, founder: Contact, lead: Lead, words: str, somebody_waits: bool
) -> None:
    if somebody_waits:
        await handed_off(world, client, lead)
    await crew_writes(world, founder, words)
    (said,) = await world.told(founder.telegram_id)
    assert "This went to nobody" in said
    assert EDIT_FIRST in said


async def test_a_founder_with_a_card_to_decide_on_hears_it_whatever_they_write(
    world: World, founder: Contact, lead: Lead
) -> None:
    await world.do(lambda tx: tx.leads.save(replace(lead, stage=Stage.REVIEWING)))
    await crew_writes(world, founder, "drop the chat")
    assert EDIT_FIRST in (await world.told(founder.telegram_id))[0]
    await world.do(lambda tx: tx.leads.save(replace(lead, stage=Stage.QUOTED)))
    await crew_writes(world, founder, "drop the chat")
    assert EDIT_FIRST not in (await world.told(founder.telegram_id))[0]


async def test_a_team_member_who_may_not_change_a_quote_is_not_told_how(world: World, lead: Lead) -> None:
    world.settings(team_ids=(MEMBER,))
    member = await world.person(MEMBER, "Sam")
    await world.do(lambda tx: tx.leads.save(replace(lead, stage=Stage.REVIEWING)))
    await crew_writes(world, member, "range 55-70k")
    assert EDIT_FIRST not in (await world.told(member.telegram_id))[0]


async def test_talk_mode_is_pinned_and_carries_plain_words_until_stopped(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await handed_off(world, client, lead)
    await world.do(lambda tx: tx.contacts.save(replace(founder, expecting=Expecting("edit"))))
    await presses(world, founder, "talk", lead)
    assert (await world.again(founder)).expecting is None
    pinned = (await world.deliver())[0]
    assert isinstance(pinned.item.action, Say)
    assert pinned.item.action.pin
    assert "Now talking to Lin" in pinned.text
    assert list(pinned.buttons) == ["✋ Stop", "↩️ Give back"]

    await crew_writes(world, founder, "Hello Lin")
    assert len(await world.told(client.telegram_id)) == 1
    await presses(world, founder, "stop_talking", lead)
    unpinned = [one for one in await world.deliver() if isinstance(one.item.action, Unpin)]
    assert unpinned[0].item.target_message == pinned.message_id
    await crew_writes(world, founder, "to myself")
    assert await world.told(client.telegram_id) == []


async def test_a_reply_to_another_client_goes_there_and_says_so(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await handed_off(world, client, lead)
    other = await world.person(502, "Mei")
    await handed_off(world, other, await world.lead(other))
    seen = await relayed(world, other, founder, "And me?")
    await presses(world, founder, "talk", lead)
    await world.deliver()
    await crew_writes(world, founder, "You too", reply_to=seen.message_id)
    shown = await world.deliver()
    assert not [one for one in shown if one.item.place.chat_id == client.telegram_id]
    assert any("That reply went to Mei" in one.text for one in shown)


async def test_taking_over_from_the_bot_is_for_founders(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    world.settings(team_ids=(MEMBER,))
    member = await world.person(MEMBER, "Kim")
    with pytest.raises(NotAllowed):
        await presses(world, member, "take_over", lead)
    await presses(world, founder, "take_over", lead)
    assert (await world.again(founder)).talking_to == lead.id
    assert (await world.again(client)).speaker is Speaker.WAITING
    await presses(world, member, "take_over", lead)
    assert (await world.again(member)).talking_to == lead.id


async def test_a_stale_card_does_not_start_a_talk(world: World, client: Contact, founder: Contact, lead: Lead) -> None:
    await handed_off(world, client, lead)
    await world.do(hand_off.give_back, founder, lead.id)
    with pytest.raises(IllegalStep):
        await presses(world, founder, "talk", lead)


@pytest.mark.parametrize("label", ["💬 Talk here", "↩️ Give back"])
async def test_a_late_tap_on_an_earlier_call_neither_ends_nor_takes_up_the_next(
    world: World, client: Contact, founder: Contact, lead: Lead, label: str
) -> None:
    await world.do(hand_off.open_for, client, lead, "asked")
    card = next(one for one in await world.deliver() if one.buttons)
    await world.do(hand_off.give_back, founder, lead.id)
    await handed_off(world, client, lead)
    with pytest.raises(IllegalStep, match="refused-hand-off-over"):
        await world.do(entry.press, replace(world.pressed(founder), token=card.buttons[label]))
    assert (await world.again(client)).speaker is Speaker.WAITING
    assert (await world.again(founder)).talking_to is None


async def test_back_gives_back_the_chat_talked_to(world: World, client: Contact, founder: Contact, lead: Lead) -> None:
    await handed_off(world, client, lead)
    other = await world.person(502, "Mei")
    await handed_off(world, other, await world.lead(other))
    with pytest.raises(Refusal) as refused:
        await world.do(talk.back, founder, "", world.hears(founder, "/back"))
    assert refused.value.text == "refused-back-nobody"

    await presses(world, founder, "talk", lead)
    await world.do(lambda tx: talk.back(tx, tx.contacts.get(founder.id), "", world.hears(founder, "/back")))
    assert (await world.again(client)).speaker is Speaker.BOT
    assert (await world.again(other)).speaker is Speaker.WAITING


async def test_back_needs_no_choice_where_one_chat_is_open(
    world: World, client: Contact, founder: Contact, lead: Lead
) -> None:
    await handed_off(world, client, lead)
    await world.do(talk.back, founder, "", world.hears(founder, "/back"))
    assert (await world.again(client)).speaker is Speaker.BOT


# ---- the team's group ---------------------------------------------------------------------------------------------


@pytest.fixture
async def topic(world: World, client: Contact, founder: Contact, lead: Lead) -> int:
    """A hand-off's topic in the team's group."""
    assert founder.telegram_id in world.shop.founder_ids
    world.settings(team_chat_id=GROUP)
    await world.do(hand_off.open_for, client, lead, "asked")
    opening = next(one.item for one in await world.deliver() if isinstance(one.item.action, OpenTopic))
    assert isinstance(opening, Outgoing)
    await world.do(deliveries.topic_opened, opening, 77)
    return 77


async def in_group(world: World, actor: Contact, text: str, **more: object) -> None:
    heard = world.hears(actor, text, chat_id=GROUP, **more)
    await world.do(lambda tx: talk.hear_topic(tx, tx.contacts.get(actor.id), heard))


async def test_a_topic_carries_words_both_ways(world: World, client: Contact, founder: Contact, topic: int) -> None:
    heard = world.hears(client, "Hello?")
    await world.do(lambda tx: conversation.receive(tx, tx.contacts.get(client.id), heard))
    shown = [one for one in await world.deliver() if one.item.place.chat_id == GROUP]
    assert [one.item.topic_id for one in shown] == [topic]
    await in_group(world, founder, "Hello Lin", topic_id=topic)
    assert await world.told(client.telegram_id) == ["👤 Alex from Lantern Works\n\nHello Lin"]


async def test_outside_of_topics_only_a_reply_to_a_relayed_message_goes_out(
    world: World, client: Contact, founder: Contact, topic: int
) -> None:
    assert topic
    await in_group(world, founder, "lunch?")
    assert await world.deliver() == []
    heard = world.hears(client, "Hello?")
    await world.do(lambda tx: conversation.receive(tx, tx.contacts.get(client.id), heard))
    seen = next(one for one in await world.deliver() if one.item.place.chat_id == GROUP)
    await in_group(world, founder, "Hello Lin", reply_to=seen.message_id)
    assert len(await world.told(client.telegram_id)) == 1


async def test_a_stranger_in_the_group_is_told_once_and_reaches_nobody(
    world: World, client: Contact, topic: int
) -> None:
    stranger = await world.person(STRANGER, "Max")
    await in_group(world, stranger, "I can do it cheaper", topic_id=topic)
    await in_group(world, stranger, "call me", topic_id=topic)
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [GROUP]
    assert "only the shop's team members" in shown[0].text
    assert (await world.again(client)).speaker is Speaker.WAITING


async def test_a_topic_that_was_given_back_sends_nothing(
    world: World, client: Contact, founder: Contact, topic: int
) -> None:
    back = world.hears(founder, "/back", chat_id=GROUP, topic_id=topic)
    await world.do(talk.back, founder, "", back)
    await world.deliver()
    await in_group(world, founder, "one more thing", topic_id=topic)
    shown = await world.deliver()
    assert [one.item.place.chat_id for one in shown] == [GROUP]
    assert list(shown[0].buttons) == ["🙋 Take over"]
    assert (await world.again(client)).speaker is Speaker.BOT
    found = await world.do(lambda tx: tx.hand_offs.get(1))
    assert found.state is HandOffState.CLOSED


async def test_another_group_is_none_of_our_business(world: World, founder: Contact, topic: int) -> None:
    heard = world.hears(founder, "hello", chat_id=-999, topic_id=topic)
    await world.do(talk.hear_topic, founder, heard)
    assert await world.deliver() == []
