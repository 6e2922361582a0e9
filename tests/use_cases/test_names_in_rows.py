"""Rows that others are told by: nothing in them names or quotes somebody who was forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, Bench
from sqlalchemy import select
from sqlalchemy.sql.schema import Table

from chatbot.database.queue_tables import outbox
from chatbot.database.sealing import Vault
from chatbot.database.step import Step
from chatbot.database.tables import Sealed, contact_keys, metadata
from chatbot.domain.lead_flow import Stage
from chatbot.texts.speak import TextError
from chatbot.use_cases import deliveries, entry
from chatbot.use_cases.given_up import Reason
from chatbot.use_cases.incoming import Pressed
from chatbot.use_cases.ports import Outgoing, Transaction
from chatbot.use_cases.referrals import referral_news
from chatbot.use_cases.replies import Phrase, Recalled, Say, from_json, to_json


def opened(tx: Transaction) -> dict[str, str]:
    """Every sealed value that can be opened, by where it stands."""
    step: Step = tx.contacts._step  # type: ignore[attr-defined]  # the port hides it, and rightly
    found = {}
    for table in (table for table in metadata.sorted_tables if table is not contact_keys):
        for name in (column.name for column in table.c if isinstance(column.type, Sealed)):
            for number, row in enumerate(step.connection.execute(select(table)).mappings()):
                found[f"{table.name}.{name}:{number}"] = _open(step.vault, row[name], table, name)
    return found


def _open(vault: Vault, sealed: bytes | None, table: Table, name: str) -> str:
    return vault.open(sealed, f"{table.name}.{name}")


async def readable(bench: Bench, *words: str) -> list[str]:
    """Where one of these words can still be read."""
    values = await bench.steps.run(opened)
    return [value for value in values.values() if any(word in value for word in words)]


async def forget(bench: Bench, who: int) -> None:
    await bench.command(who, "forget")
    await bench.press(who, "Forget me")


async def claimed(bench: Bench) -> list[Outgoing]:
    """What is due, in the hands of a sender."""
    rows: list[Outgoing] = await bench.steps.run(lambda tx: tx.outbox.claim(50, 60))
    return rows


async def refuse(bench: Bench, chat_id: int) -> None:
    """Telegram takes nothing for this chat now."""
    for item in await claimed(bench):
        if item.place.chat_id == chat_id:
            await bench.steps.run(deliveries.undeliverable, item, Reason.REFUSED, "x")


async def press_later(bench: Bench, who: int, label: str) -> None:
    """Press while nothing is delivered to anybody."""
    token = next(told.buttons[name] for told in reversed(bench.told[who]) for name in told.buttons if label in name)
    await bench.steps.run(entry.press, Pressed(bench.people[who], who, 1, True, token))


async def test_a_friends_news_that_was_refused_names_nobody_who_was_forgotten(referred: Bench) -> None:
    lead = await referred.lead(Stage.QUOTED)
    referred.clock.forward(days=1)
    await referred.steps.run(lambda tx: referral_news.tell_referrer(tx, tx.leads.find(lead.id), "quoted"))
    await refuse(referred, FRIEND)
    await referred.deliver()
    await forget(referred, CLIENT)
    assert not await readable(referred, "Lin")


@pytest.mark.parametrize(("command", "words"), [("lead", "1"), ("leads", "")])
async def test_an_answer_that_waits_tells_a_founder_nothing_of_somebody_forgotten(
    referred: Bench, command: str, words: str
) -> None:
    await referred.lead(Stage.QUOTED)
    await referred.command(CLIENT, "forget")
    await referred.steps.run(entry.command, command, words, referred._heard(FOUNDER, f"/{command} {words}"))
    before = len(referred.told[FOUNDER])
    await press_later(referred, CLIENT, "Forget me")
    assert not await readable(referred, "Lin", "Bakery", "bread")
    await referred.deliver()
    told = "\n".join(one.text for one in referred.told[FOUNDER][before:])
    assert not any(word in told for word in ("Lin", "Bakery", "bread"))


async def test_the_list_of_leads_that_waits_goes_out_all_the_same(referred: Bench) -> None:
    await referred.lead(Stage.QUOTED)
    await referred.command(CLIENT, "forget")
    await referred.steps.run(entry.command, "leads", "", referred._heard(FOUNDER, "/leads"))
    before = len(referred.told[FOUNDER])
    await press_later(referred, CLIENT, "Forget me")
    await referred.deliver()
    assert any("forgotten client" in one.text for one in referred.told[FOUNDER][before:])


async def test_the_news_that_the_erasure_itself_leads_to_does_not_keep_the_name_until_the_morning(
    referred: Bench,
) -> None:
    await referred.lead(Stage.QUOTED)
    referred.clock.forward(hours=9)  # 23:00 in the shop
    await forget(referred, CLIENT)
    assert not await readable(referred, "Lin")
    referred.clock.forward(hours=11)
    await referred.deliver()
    assert "Someone (forgotten) and we are not doing this project together" in referred.last(FRIEND)


async def test_a_card_that_was_refused_does_not_name_a_friend_who_was_forgotten(referred: Bench) -> None:
    await referred.lead(Stage.AGREED)
    await referred.steps.run(entry.command, "won", "1 60000", referred._heard(FOUNDER, "/won 1 60000"))
    await refuse(referred, FOUNDER)
    await referred.deliver()
    await forget(referred, FRIEND)
    assert not await readable(referred, "Marie", "Petit")


async def test_a_card_that_waits_calls_a_friend_who_was_forgotten_by_the_pseudonym(referred: Bench) -> None:
    await referred.lead(Stage.AGREED)
    await referred.command(FRIEND, "forget")
    await referred.steps.run(entry.command, "won", "1 60000", referred._heard(FOUNDER, "/won 1 60000"))
    await press_later(referred, FRIEND, "Forget me")
    await referred.deliver()
    card = next(one.text for one in referred.told[FOUNDER] if "60,000" in one.text)
    assert "Forgotten friend P-" in card
    assert "Lin Wei" in card


async def test_what_a_blocked_chat_did_not_get_is_not_kept(referred: Bench) -> None:
    await referred.lead(Stage.QUOTED)
    await referred.steps.run(entry.command, "lead", "1", referred._heard(FOUNDER, "/lead 1"))
    for item in await claimed(referred):
        await referred.steps.run(deliveries.undeliverable, item, Reason.BLOCKED, "")

    def kept(tx: Transaction) -> list[Any]:
        step: Step = tx.contacts._step  # type: ignore[attr-defined]  # the port hides it, and rightly
        rows = step.connection.execute(select(outbox.c.payload).where(outbox.c.error == Reason.BLOCKED))
        return [row.payload for row in rows]

    assert set(await referred.steps.run(kept)) == {None}


async def test_a_name_is_the_one_that_a_person_has_when_it_is_told(referred: Bench) -> None:
    await referred.lead(Stage.QUOTED)
    await referred.steps.run(entry.command, "leads", "", referred._heard(FOUNDER, "/leads"))
    assert await readable(referred, "Lin") == ["Lin Wei"]  # the contact's own
    await referred.deliver()
    assert "Lin Wei" in referred.last(FOUNDER)
    assert "Bakery shop" in referred.last(FOUNDER)


def test_a_row_keeps_whose_name_it_is_and_not_the_name() -> None:
    kept = to_json(Phrase("declined-done", {"client": Recalled("full_name", 7, "Lin Wei")}))
    assert "Lin" not in str(kept)
    assert from_json(kept) == Phrase("declined-done", {"client": Recalled("full_name", 7)})


def test_a_row_of_earlier_that_holds_a_name_is_read_as_it_is() -> None:
    kept = {"$type": "Phrase", "text": "declined-done", "args": {"client": "Lin Wei"}}
    assert from_json(kept) == Phrase("declined-done", {"client": "Lin Wei"})


def test_a_name_that_was_not_looked_up_is_told_to_nobody(bench: Bench) -> None:
    with pytest.raises(TextError):
        bench.texts.say("en", Phrase("declined-done", {"client": Recalled("full_name", 7)}))


async def test_a_button_names_a_person_as_a_row_does(referred: Bench) -> None:
    lead = await referred.lead(Stage.LISTENING)
    await referred.command(CLIENT, "human")
    await referred.say(FOUNDER, "to nobody in particular")
    assert any("Lin Wei" in label for label in referred.told[FOUNDER][-1].buttons)
    await referred.steps.run(entry.hear, referred._heard(FOUNDER, "again"))
    waiting = next(one for one in await claimed(referred) if one.place.chat_id == FOUNDER)
    assert isinstance(waiting.action, Say)
    assert lead.id == 1
    assert all("Lin" not in value for value in (await referred.steps.run(opened)).values() if "talk-to-whom" in value)
