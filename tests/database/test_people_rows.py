"""Contacts, hand-offs and referrals come back as they were saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chatbot.domain.errors import StorageError
from chatbot.domain.people import Expecting, HandOffState
from chatbot.domain.speaker import Speaker

if TYPE_CHECKING:
    from database.conftest import Journey


async def test_a_new_contact_speaks_with_the_bot_and_has_a_pseudonym(journey: Journey) -> None:
    contact = await journey.contact(501, "Mei Wang", "mei_w")
    assert (contact.telegram_id, contact.name, contact.username, contact.language) == (501, "Mei Wang", "mei_w", "en")
    assert contact.speaker is Speaker.BOT
    assert contact.created_at == journey.clock.now
    assert contact.pseudonym
    assert "Mei" not in contact.pseudonym
    assert contact.pseudonym != (await journey.contact(502)).pseudonym


async def test_a_saved_contact_is_read_back_whole(journey: Journey) -> None:
    changed = replace(
        await journey.contact(),
        name="王梅",
        username="",
        language="zh",
        language_chosen=True,
        speaker=Speaker.HUMAN,
        blocked=True,
        expecting=Expecting("edit", {"quote": 7, "words": "drop the admin panel"}),
        talking_to=12,
        current_lead=13,
        referral_code="abcd2345",
    )
    await journey.run(lambda t: t.contacts.save(changed))
    assert await journey.run(lambda t: t.contacts.get(changed.id)) == changed
    assert await journey.run(lambda t: t.contacts.by_telegram(501)) == changed
    assert await journey.run(lambda t: t.contacts.by_code("abcd2345")) == changed
    await journey.run(lambda t: t.contacts.save(replace(changed, expecting=None, talking_to=None)))
    assert (await journey.run(lambda t: t.contacts.get(changed.id))).expecting is None


async def test_strangers_are_unknown(journey: Journey) -> None:
    assert await journey.run(lambda t: t.contacts.by_telegram(404)) is None
    assert await journey.run(lambda t: t.contacts.by_code("nobody22")) is None
    with pytest.raises(StorageError, match="no contact 404"):
        await journey.run(lambda t: t.contacts.get(404))


async def test_one_telegram_user_and_one_code_have_one_contact(journey: Journey) -> None:
    first, second = await journey.contact(501), await journey.contact(502)
    with pytest.raises(StorageError, match="SQLITE_CONSTRAINT_UNIQUE"):
        await journey.contact(501)
    await journey.run(lambda t: t.contacts.save(replace(first, referral_code="abcd2345")))
    with pytest.raises(StorageError, match="SQLITE_CONSTRAINT_UNIQUE"):
        await journey.run(lambda t: t.contacts.save(replace(second, referral_code="abcd2345")))


async def test_telegram_ids_beyond_32_bits_are_kept(journey: Journey) -> None:
    contact = await journey.contact(2**52 + 1)
    assert await journey.run(lambda t: t.contacts.by_telegram(2**52 + 1)) == contact


async def test_the_open_hand_off_of_a_contact_is_found_until_it_is_closed(journey: Journey) -> None:
    lead = await journey.lead()
    due = journey.clock.now + timedelta(hours=2)
    hand_off = await journey.run(lambda t: t.hand_offs.add(lead.id, lead.client_id, "asked", due))
    assert (hand_off.state, hand_off.due_at, hand_off.opened_at) == (HandOffState.WAITING, due, journey.clock.now)

    answered = replace(
        hand_off, state=HandOffState.HUMAN, answered_at=due, human_id=lead.client_id, topic_id=77, reason="discuss"
    )
    await journey.run(lambda t: t.hand_offs.save(answered))
    assert await journey.run(lambda t: t.hand_offs.open_of(lead.client_id)) == answered
    assert await journey.run(lambda t: t.hand_offs.by_topic(77)) == answered
    assert await journey.run(lambda t: t.hand_offs.get(hand_off.id)) == answered

    await journey.run(lambda t: t.hand_offs.save(replace(answered, state=HandOffState.CLOSED)))
    assert await journey.run(lambda t: t.hand_offs.open_of(lead.client_id)) is None


async def test_a_client_keeps_the_first_referral(journey: Journey) -> None:
    friend, other, client = await journey.contact(1), await journey.contact(2), await journey.contact(3)
    until = journey.clock.now + timedelta(days=365)
    referral = await journey.run(lambda t: t.referrals.add(friend.id, client.id, 500, until))
    assert (referral.referrer_id, referral.client_id, referral.rate_bp) == (friend.id, client.id, 500)
    assert (referral.created_at, referral.protected_until, referral.private) == (journey.clock.now, until, False)
    assert await journey.run(lambda t: t.referrals.add(other.id, client.id, 900, until)) is None
    assert await journey.run(lambda t: t.referrals.of_client(client.id)) == referral


async def test_a_referral_can_be_made_private(journey: Journey) -> None:
    friend, client = await journey.contact(1), await journey.contact(2)
    referral = await journey.run(lambda t: t.referrals.add(friend.id, client.id, 500, journey.clock.now))
    await journey.run(lambda t: t.referrals.save(replace(referral, private=True)))
    assert await journey.run(lambda t: t.referrals.get(referral.id)) == replace(referral, private=True)
    assert await journey.run(lambda t: t.referrals.of_referrer(friend.id)) == [replace(referral, private=True)]
    assert await journey.run(lambda t: t.referrals.of_referrer(client.id)) == []
