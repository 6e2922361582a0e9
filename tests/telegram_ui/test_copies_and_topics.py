"""What passes between a client and the team: copies with their headers, topics of the team's group."""

from __future__ import annotations

import pytest
from damage import damage
from fakes import PNG, Telegram, bot_said, put, words

from chatbot.database.tables import messages
from chatbot.database.transaction import SqlSteps
from chatbot.demo.client import DemoClient
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import NewMessage, Transaction
from chatbot.use_cases.replies import (
    CloseTopic,
    Copy,
    Leave,
    OpenTopic,
    RenameTopic,
)


def remember(tx: Transaction, heard: Heard) -> None:
    """As the transcript does, from which the sender knows what kind of message it copies."""
    contact = tx.contacts.by_telegram(heard.person.telegram_id) or tx.contacts.add(
        heard.person.telegram_id, heard.person.name, "", "zh"
    )
    message = NewMessage(
        *(contact.id, None, "client", None, heard.kind, heard.text, heard.chat_id, heard.message_id),  # type: ignore[arg-type]  # a mixed tuple
        source_key=heard.source_key,
    )
    tx.messages.add(message)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("photo", [("photo", "Lin · lead 12\n\nsee <this>")]),
        ("document", [("document", "Lin · lead 12\n\nsee <this>")]),
        ("voice", [("voice", "Lin · lead 12\n\nsee <this>")]),
        ("stickers", [("text", "Lin · lead 12"), ("sticker", "")]),
        ("locations", [("text", "Lin · lead 12"), ("location", "")]),
        ("text", [("text", "Lin · lead 12"), ("text", "see <this>")]),
    ],
)
async def test_a_copy_says_whose_it_is(
    people: DemoClient, telegram: Telegram, lin: int, kind: str, expected: list[tuple[str, str]]
) -> None:
    founder = await people.person_with("founder")
    await people.start(founder)
    await people.wait_for(founder, "/start was heard")
    caption = ""
    if kind in {"photo", "document", "voice"}:
        caption = "see <this>"
        data = PNG if kind == "photo" else b"OggS" if kind == "voice" else b"%PDF"
        sent = await people.send_file(lin, f"file.{kind}", data, kind, caption)
    elif kind == "text":
        sent = await people.send(lin, "see <this>")
    else:
        sent = int((await people.post(f"/api/people/{lin}/{kind}"))["message_id"])
    await people.send(lin, "done")
    await people.wait_for(lin, "echo done")
    for heard in [one for one in telegram.toys.seen if isinstance(one, Heard)]:
        await telegram.steps.run(remember, heard)
    await telegram.send(founder, Copy(lin, sent, "Lin · lead 12", caption), "after")
    await people.wait_for(founder, "after")
    await telegram.settled()
    said = (await bot_said(people, founder))[:-1]
    assert [(message["kind"], message["text"] or message["caption"]) for message in said] == expected
    assert ("Copy", said[-1]["message_id"]) in [note[:2] for note in telegram.toys.notes]


async def test_a_copy_with_a_caption_too_long_for_the_header_keeps_its_own(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    caption = "c" * 1020
    sent = await people.send_file(lin, "plan.pdf", b"%PDF", "document", caption)
    await people.wait_for(lin, "echo c")
    await telegram.steps.run(remember, telegram.toys.seen[-1])
    founder = await people.person_with("founder")
    await people.start(founder)
    await people.wait_for(founder, "/start was heard")
    await telegram.send(founder, Copy(lin, sent, "Lin · lead 12", caption))
    copy = await people.wait_for(founder, lambda message: message["kind"] == "document")
    assert copy["caption"] == caption
    assert words(await bot_said(people, founder))[0] == "Lin · lead 12"


async def test_a_message_that_was_damaged_in_the_file_is_copied_all_the_same_and_holds_up_nobody(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    sent = await people.send_file(lin, "plan.png", PNG, "photo", "my plan")
    await people.wait_for(lin, "echo my plan")
    await telegram.steps.run(remember, telegram.toys.seen[-1])
    await telegram.steps._store.run(damage, messages.c.text)
    founder = await people.person_with("founder")
    await people.start(founder)
    await people.wait_for(founder, "/start was heard")
    await telegram.send(founder, Copy(lin, sent, "Lin · lead 12"))
    await telegram.send(lin, "for somebody else")
    await telegram.settled()
    (copy,) = await bot_said(people, founder)
    assert (copy["kind"], copy["caption"]) == ("photo", "Lin · lead 12")
    assert "for somebody else" in words(await bot_said(people, lin))


async def open_hand_off(steps: SqlSteps) -> int:
    def step(tx: Transaction) -> int:
        client = tx.contacts.add(4242, "Zoe", "", "en")
        return tx.hand_offs.add(tx.leads.add(client.id, "en", None).id, client.id, "asked", tx.now).id

    return await steps.run(step)


async def test_a_hand_off_has_its_topic(people: DemoClient, telegram: Telegram, lin: int) -> None:
    group = await people.group("Team", [lin])
    hand_off = await open_hand_off(telegram.steps)

    def step(tx: Transaction) -> None:
        put(tx, group, OpenTopic(hand_off, "Zoe · lead 1 " + "x" * 200))
        put(tx, group, "the card", hand_off_id=hand_off)

    await telegram.steps.run(step)
    telegram.side.wake()
    card = await people.wait_for(lin, "the card", chat_id=group)
    assert card["topic"]
    await people.send(lin, "I take it", chat_id=group, topic=card["topic"])
    await people.wait_for(lin, "echo I take it", chat_id=group)
    heard = telegram.toys.seen[-1]
    assert isinstance(heard, Heard)
    assert (heard.topic_id, heard.reply_to, heard.private) == (card["topic"], None, False)

    def close(tx: Transaction) -> None:
        put(tx, group, CloseTopic(hand_off), hand_off_id=hand_off)
        put(tx, group, CloseTopic(hand_off), hand_off_id=hand_off)

    await telegram.steps.run(close)
    telegram.side.wake()
    await telegram.settled()
    assert [note[0] for note in telegram.toys.notes].count("CloseTopic") == 2


async def test_a_topic_is_renamed_closed_or_not_and_twice_does_no_harm(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    group = await people.group("Team", [lin])
    hand_off = await open_hand_off(telegram.steps)

    def step(tx: Transaction) -> None:
        put(tx, group, RenameTopic(hand_off, "too early"), hand_off_id=hand_off)
        put(tx, group, OpenTopic(hand_off, "Zoe"))
        put(tx, group, CloseTopic(hand_off), hand_off_id=hand_off)
        for _ in range(2):
            put(tx, group, RenameTopic(hand_off, "P-1 " + "x" * 200), hand_off_id=hand_off)

    await telegram.steps.run(step)
    telegram.side.wake()
    await telegram.settled()
    assert [note[0] for note in telegram.toys.notes].count("RenameTopic") == 3
    said = [message["text"] for message in await people.messages(lin, chat_id=group) if message["kind"] == "service"]
    assert [words.split("“")[1] for words in said if "changed the topic" in words] == [f"P-1 {'x' * 124}”"]


async def test_a_topic_that_was_deleted_is_reported(people: DemoClient, telegram: Telegram, lin: int) -> None:
    group = await people.group("Team", [lin])
    hand_off = await open_hand_off(telegram.steps)
    await telegram.send(group, OpenTopic(hand_off, "Zoe"))
    await telegram.settled()
    topic = await telegram.steps.run(lambda tx: tx.hand_offs.get(hand_off).topic_id)
    await telegram.bot.delete_forum_topic(group, topic)
    await telegram.steps.run(lambda tx: put(tx, group, "anybody?", hand_off_id=hand_off))
    telegram.side.wake()
    await telegram.settled()
    assert "gone" in [note[0] for note in telegram.toys.notes]


async def test_the_bot_leaves_a_group(people: DemoClient, telegram: Telegram, lin: int) -> None:
    group = await people.group("Strangers", [lin])
    await telegram.send(group, "I work in private chats only", Leave())
    await people.wait_for(lin, "private chats only", chat_id=group)
    await telegram.settled()
    assert telegram.toys.notes[-1][0] in {"Leave", "Say"}
