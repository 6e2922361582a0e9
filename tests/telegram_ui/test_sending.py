"""From the outbox into a person's chat, over HTTP, with the real store."""

from __future__ import annotations

import asyncio

from fakes import PNG, QR, MovableClock, Start, Telegram, bot_said, buttons, put, words

from chatbot.demo.client import DemoClient
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import (
    Attachment,
    Choice,
    Phrase,
    Reply,
    Say,
    Typing,
)


async def test_what_a_person_wrote_is_never_markup(people: DemoClient, telegram: Telegram, lin: int) -> None:
    hostile = "<b>bold</b> & <script> &lt; </i>"
    await telegram.send(lin, Say(Reply((Phrase("picture-days-exact", {"likely": hostile}), hostile))))
    message = await people.wait_for(lin, "<script>")
    await telegram.settled()
    assert message["text"] == f"{hostile} person-days\n\n{hostile}"
    assert telegram.toys.notes[-1][2] == message["text"]


async def test_the_text_follows_the_language_of_the_place(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await telegram.send(lin, Say(Reply((Phrase("picture-quote"),))), language="fr")
    await people.wait_for(lin, "Devis")


async def test_a_long_text_is_split_and_the_buttons_stand_under_its_end(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    parts = tuple(f"{number} " + "word 字😀 " * 150 for number in range(8))
    await telegram.send(lin, Say(Reply(parts, ((Choice("go on", "ok"),),))))
    await people.wait_for(lin, lambda message: message["buttons"] != [])
    said = await bot_said(people, lin)
    assert len(said) > 1
    assert "\n\n".join(words(said)) == "\n\n".join(part.strip() for part in parts)
    assert [buttons(message) for message in said] == [[]] * (len(said) - 1) + [[["go on"]]]
    await telegram.settled()
    assert telegram.toys.notes[-1][1] == said[-1]["message_id"]


async def test_a_picture_carries_its_words_and_buttons(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await telegram.send(lin, Say(Reply(("your link",), ((Choice("open", url="https://t.me/x"),),), QR)))
    message = await people.wait_for(lin, "your link")
    assert (message["kind"], buttons(message)) == ("photo", [["open"]])
    assert await people.file(message) == PNG


async def test_words_too_long_for_a_caption_follow_the_picture(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await telegram.send(lin, Say(Reply(("w" * 1025,), ((Choice("go on", "ok"),),), QR)))
    await people.wait_for(lin, "www")
    picture, text = await bot_said(people, lin)
    assert (picture["kind"], picture["caption"], buttons(picture)) == ("photo", "", [])
    assert (text["text"], buttons(text)) == ("w" * 1025, [["go on"]])


async def test_a_text_file_arrives_as_a_document(people: DemoClient, telegram: Telegram, lin: int) -> None:
    notes = Attachment("text_file", "transcript: lead/12", {"text": "谁 said what"})
    await telegram.send(lin, Say(Reply(("the transcript",), (), notes)))
    message = await people.wait_for(lin, "the transcript")
    assert (message["kind"], message["file_name"]) == ("document", "transcript lead 12.txt")
    assert (await people.file(message)).decode() == "谁 said what"


async def test_a_picture_that_cannot_be_drawn_never_costs_its_words(
    people: DemoClient, telegram: Telegram, clock: MovableClock, lin: int
) -> None:
    telegram.pictures.fails = True
    column = {"stage": "quoted", "count": 1, "sum": None, "oldest_days": 3}
    picture = Attachment("pipeline", "pipeline", {"date": "2026-11-24", "columns": [column], "open": 1})
    await telegram.send(lin, Say(Reply(("all leads",), ((Choice("more", "ok"),),), picture)))
    message = await people.wait_for(lin, "all leads", timeout=20)
    assert (message["kind"], buttons(message)) == ("text", [["more"]])
    assert len(telegram.toys.told) == 1


async def test_a_rate_limit_keeps_the_order_of_the_chat(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await people.fault("sendMessage", "429", retry_after=1)
    await telegram.send(lin, "one", "two", "three")
    await people.wait_for(lin, "three")
    assert words(await bot_said(people, lin)) == ["one", "two", "three"]


async def test_the_rest_of_a_long_text_is_tried_again_without_its_beginning(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await people.fault("sendMessage", "502")
    await telegram.send(lin, Say(Reply(("picture",), (), QR)), Say(Reply(("w" * 2000, "x" * 3000), (), QR)))
    await people.wait_for(lin, "xxx")
    assert [message["kind"] for message in await bot_said(people, lin)] == ["photo", "photo", "text", "text"]


async def test_a_dropped_connection_delays_a_message(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await people.fault("sendMessage", "reset")
    await telegram.send(lin, "one", "two")
    await people.wait_for(lin, "two")
    assert words(await bot_said(people, lin)) == ["one", "two"]


async def test_a_message_that_alone_fails_for_ever_is_set_aside(
    people: DemoClient, telegram: Telegram, clock: MovableClock, lin: int
) -> None:
    marie = await people.person_with("friend")
    await people.start(marie)
    await people.wait_for(marie, "/start was heard")
    await people.fault("sendPhoto", "500", times=100)
    await telegram.send(lin, Say(Reply(("poison",), (), QR)), "after")
    for _ in range(40):
        await telegram.send(marie, "others get through")
        await telegram.settled()
        clock.forward(minutes=2)
    await people.wait_for(lin, "after")
    assert ("away", None, "NetworkError") in telegram.toys.notes


async def test_who_has_blocked_the_bot_gets_nothing_and_stops_nobody(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    marie = await people.person_with("friend")
    await people.start(marie)
    await people.block(lin)
    await telegram.send(lin, "are you there?")
    await telegram.send(marie, "hello Marie")
    await people.wait_for(marie, "hello Marie")
    await telegram.settled()
    assert ("blocked", None, "") in telegram.toys.notes


async def test_what_telegram_refuses_is_never_tried_again(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await telegram.send(lin, Say(Reply(("too much",), ((Choice("x", "d" * 65),),))), Say(Reply(("  ",))), "after")
    await people.wait_for(lin, "after")
    assert words(await bot_said(people, lin)) == ["after"]
    assert [note[2] for note in telegram.toys.notes if note[0] == "refused"] == [
        "BadRequest (button_data_invalid)",
        "BadRequest (message text is empty)",
    ]


async def test_typing_is_shown_in_time_and_dropped_when_late(
    people: DemoClient, telegram: Telegram, clock: MovableClock, lin: int
) -> None:
    await people.fault("sendChatAction", "502", times=1)
    await telegram.send(lin, Typing(), "one")
    await people.wait_for(lin, "one")
    await telegram.side.stop()
    assert [note[0] for note in telegram.toys.notes[-2:]] == ["Typing", "Say"]


async def test_typing_that_waited_is_not_shown(
    people: DemoClient, start: Start, telegram: Telegram, clock: MovableClock, lin: int
) -> None:
    await telegram.side.stop()
    await telegram.steps.run(lambda tx: put(tx, lin, Typing()))
    clock.forward(seconds=11)
    again = await start()
    await again.settled()
    assert again.toys.notes == [("Typing", None, "")]
    state = await people.state()
    assert not any(chat["typing"] for chat in state["chats"])


async def test_chats_do_not_wait_for_one_another(people: DemoClient, telegram: Telegram, lin: int) -> None:
    marie = await people.person_with("friend")
    await people.start(marie)
    await people.wait_for(marie, "/start was heard")
    await people.fault("sendPhoto", "timeout")
    await telegram.send(lin, Say(Reply(("slow",), (), QR)))
    await telegram.send(marie, "quick")
    await people.wait_for(marie, "quick")
    assert words(await bot_said(people, lin)) == []


async def test_what_was_not_sent_is_sent_after_a_restart(
    people: DemoClient, start: Start, telegram: Telegram, lin: int
) -> None:
    await telegram.side.stop()
    await telegram.steps.run(lambda tx: put(tx, lin, "from the night"))
    await start()
    await people.wait_for(lin, "from the night")


async def test_a_burst_to_many_chats_arrives_whole(people: DemoClient, telegram: Telegram) -> None:
    crowd = [await people.person(f"P{number}", "en") for number in range(40)]
    for person in crowd:
        await people.start(person)
    await asyncio.gather(*(people.wait_for(person, "/start was heard") for person in crowd))
    for person in crowd:
        await telegram.send(person, "a", "b", "c")
    await asyncio.gather(*(people.wait_for(person, "c") for person in crowd))
    for person in crowd:
        assert words(await bot_said(people, person)) == ["a", "b", "c"]


async def test_each_part_of_a_long_text_belongs_to_its_lead(people: DemoClient, telegram: Telegram, lin: int) -> None:
    def relay(tx: Transaction) -> int:
        client = tx.contacts.add(501, "Mei", "", "en")
        lead = tx.leads.add(client.id, "en", None)
        put(tx, lin, Say(Reply(("a long story " * 700, "The end.")), lead_id=lead.id))
        return lead.id

    lead_id = await telegram.steps.run(relay)
    telegram.side.wake()
    await people.wait_for(lin, "The end.")
    await telegram.settled()
    parts = [one for one in await people.messages(lin) if "long story" in one["text"]]
    assert len(parts) == 3
    for part in parts:
        found = await telegram.steps.run(lambda tx, part=part: tx.outbox.lead_of(lin, part["message_id"]))
        assert found == lead_id
