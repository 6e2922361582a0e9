"""What the books keep of somebody who was forgotten, and what is left when they come back."""

from __future__ import annotations

from typing import Any

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, Bench
from sqlalchemy import Connection, select
from use_cases.privacy.leaving import YES, contact, forgets, pays

from chatbot.database.sealing import SHOP
from chatbot.database.tables import contact_keys, ledger_lines
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import deposit_posting, referrer_account
from chatbot.domain.money import Money
from chatbot.domain.people import Contact
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.bookings.balances import earned


def lines(connection: Connection) -> list[Any]:
    return [tuple(row) for row in connection.execute(select(ledger_lines).order_by(ledger_lines.c.id))]


@pytest.mark.parametrize("who", [CLIENT, FRIEND])
async def test_the_ledger_is_the_same_as_before_and_sums_to_zero(referred: Bench, who: int) -> None:
    lead = await referred.lead(Stage.WON)
    await pays(referred, lead)
    before = await referred.steps._store.run(lines)
    await forgets(referred, who)
    after = await referred.steps._store.run(lines)
    assert after == before
    assert len(after) == 4
    assert sum(row[-2] for row in after) == 0


async def test_a_deposit_that_is_held_is_told_to_both_and_can_be_claimed_by_the_pseudonym(client: Bench) -> None:
    lead = await client.lead(Stage.TRIAL_PAID)
    await client.do(lambda tx: tx.ledger.post(deposit_posting("d", lead.id, Money.of(2_000, "CNY")), lead.id))
    known = await contact(client)
    assert known is not None
    await client.command(CLIENT, "forget")
    assert f"We hold your deposit of CN¥2,000. Note {known.pseudonym}" in client.last(CLIENT)
    await client.press(CLIENT, YES)
    assert f"We hold your deposit of CN¥2,000. Note {known.pseudonym}" in client.last(CLIENT)
    founder = client.last(FOUNDER)
    assert f"The deposit of CN¥2,000 for lead {lead.id} is still held. Whoever names {known.pseudonym}" in founder


async def test_a_friend_who_is_owed_money_can_claim_it_by_the_pseudonym(referred: Bench) -> None:
    lead = await referred.lead(Stage.WON)
    await pays(referred, lead)
    friend = await contact(referred, FRIEND)
    assert friend is not None
    (question,) = await referred.command(FRIEND, "forget")
    await referred.press(FRIEND, YES)
    for words in (question, referred.last(FRIEND)):
        assert "We still owe you CN¥500" in words
        assert f"Those who came by it stay credited to {friend.pseudonym}" in words
    assert f"We still owe them CN¥500; they can claim it with {friend.pseudonym}" in referred.last(FOUNDER)
    gone: Contact = await referred.do(lambda tx: tx.contacts.get(friend.id))
    assert (gone.name, gone.pseudonym, gone.referral_code) == ("", friend.pseudonym, None)
    assert await referred.do(lambda tx: earned(tx, gone.id)) == Money.of(500, "CNY")
    assert await referred.do(lambda tx: tx.ledger.lines(referrer_account(gone.id)))


async def test_a_friend_who_was_forgotten_still_earns_and_hears_nothing_of_it(referred: Bench) -> None:
    lead = await referred.lead(Stage.WON)
    friend = await contact(referred, FRIEND)
    assert friend is not None
    await forgets(referred, FRIEND)
    before = len(referred.told[FRIEND])
    await pays(referred, lead)
    assert await referred.do(lambda tx: earned(tx, friend.id)) == Money.of(500, "CNY")
    assert len(referred.told[FRIEND]) == before


# ---- coming back --------------------------------------------------------------------------------------------------


async def test_somebody_who_comes_back_is_a_new_person(client: Bench) -> None:
    lead = await client.lead()
    before = await contact(client)
    await forgets(client)
    await client.meet(CLIENT, "Lin Wei")
    now = await contact(client)
    assert before is not None
    assert now is not None
    assert now.id != before.id
    assert now.pseudonym != before.pseudonym
    assert now.speaker is Speaker.BOT
    assert await client.do(lambda tx: tx.leads.of_client(now.id)) == []
    assert await client.command(CLIENT, "status") != []
    assert f"no. {lead.id}" not in client.last(CLIENT)


async def test_the_key_is_gone_and_nothing_that_was_written_opens(client: Bench) -> None:
    lead = await client.lead()
    await client.say(CLIENT, "a zebrawood atelier")
    await forgets(client)
    keys = select(contact_keys.c.telegram_id).where(contact_keys.c.telegram_id > SHOP)
    assert CLIENT not in await client.steps._store.run(lambda c: c.execute(keys).scalars().all())
    said = await client.do(lambda tx: tx.messages.of_contact(lead.client_id))
    assert [message.text for message in said] == [""]
