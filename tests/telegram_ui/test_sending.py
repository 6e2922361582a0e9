"""From the outbox into a person's chat, over HTTP, with the real store."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from fakes import PNG, TOKEN, MovableClock, Start, Telegram, put
from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeChat

from chatbot.database.transaction import SqlSteps
from chatbot.demo.client import DemoClient
from chatbot.domain.people import Role
from chatbot.telegram_ui.commands import Audience, CommandEntry, register
from chatbot.telegram_ui.redaction import redact_logs
from chatbot.texts.speak import Texts
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import NewMessage, Transaction
from chatbot.use_cases.replies import (
    Attachment,
    Choice,
    CloseTopic,
    Copy,
    Edit,
    Leave,
    OpenTopic,
    Phrase,
    Reply,
    Say,
    Settle,
    Typing,
    Unpin,
)

QR = Attachment("qr", "link", {"link": "https://t.me/the_shop_bot?start=r_ABC"})


async def bot_said(people: DemoClient, person: int) -> list[dict[str, Any]]:
    """What the bot said after its first answer."""
    return [message for message in await people.messages(person) if message["from_id"] != person][1:]


def words(messages: list[dict[str, Any]]) -> list[str]:
    return [message["text"] or message["caption"] for message in messages]


def buttons(message: dict[str, Any]) -> list[list[str]]:
    return [[button["text"] for button in row] for row in message["buttons"]]


async def test_what_a_person_wrote_is_never_markup(people: DemoClient, telegram: Telegram, lin: int) -> None:
    hostile = "<b>bold</b> & <script> &lt; </i>"
    await telegram.send(lin, Say(Reply((Phrase("picture-days-exact", {"likely": hostile}), hostile))))
    message = await people.wait_for(lin, "<script>")
    await telegram.settled()
    assert message["text"] == f"{hostile} person-days\n\n{hostile}"
    assert telegram.toys.notes[-1][2] == message["text"]


async def test_the_text_follows_the_language_of_the_place(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
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


async def test_a_picture_carries_its_words_and_buttons(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
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


async def test_a_rate_limit_keeps_the_order_of_the_chat(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
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


async def test_a_dropped_connection_delays_a_message(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
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
    assert ("bad_request", None, "") in telegram.toys.notes


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


async def test_what_telegram_refuses_is_never_tried_again(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await telegram.send(
        lin, Say(Reply(("too much",), ((Choice("x", "d" * 65),),))), Say(Reply(("  ",))), "after"
    )
    await people.wait_for(lin, "after")
    assert words(await bot_said(people, lin)) == ["after"]
    assert telegram.toys.notes.count(("bad_request", None, "")) == 2


async def test_an_edit_changes_the_message_of_its_slot(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await telegram.send(
        lin,
        Say(Reply(("drawing",), ((Choice("stop", "ok"),),)), slot="progress"),
        Edit("progress", Reply(("done",))),
        Edit("progress", Reply(("done",))),
    )
    message = await people.wait_for(lin, "done")
    await telegram.settled()
    assert (words(await bot_said(people, lin)), buttons(message)) == (["done"], [])
    assert [note[0] for note in telegram.toys.notes[-3:]] == ["Say", "Edit", "Edit"]


async def test_an_edit_of_a_picture_changes_its_words_and_then_the_picture(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await telegram.send(lin, Say(Reply(("a map",), (), QR), slot="map"), Edit("map", Reply(("approved",))))
    await people.wait_for(lin, "approved")
    paper = Attachment("text_file", "notes", {"text": "notes"})
    await telegram.send(lin, Edit("map", Reply(("on paper",), (), paper)))
    message = await people.wait_for(lin, "on paper")
    assert message["kind"] == "document"
    assert len(await bot_said(people, lin)) == 1


async def test_an_edit_without_a_message_is_sent_anew(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await telegram.send(lin, Edit("progress", Reply(("first",))))
    first = await people.wait_for(lin, "first")
    await telegram.bot.delete_message(lin, first["message_id"])
    await telegram.send(lin, Edit("progress", Reply(("second",))), Edit("progress", Reply(("third",))))
    third = await people.wait_for(lin, "third")
    assert third["message_id"] != first["message_id"]
    shown = [message for message in await bot_said(people, lin) if not message["deleted"]]
    assert words(shown) == ["third"]


@pytest.mark.parametrize(("first", "attachment"), [("a map", QR), ("words", None)])
async def test_an_edit_that_does_not_fit_is_sent_anew_and_takes_the_old_buttons(
    people: DemoClient, telegram: Telegram, lin: int, first: str, attachment: Attachment | None
) -> None:
    row = ((Choice("go on", "ok"),),)
    await telegram.send(lin, Say(Reply((first,), row, attachment), slot="card"))
    await telegram.send(lin, Edit("card", Reply(("v" * 4000, "w" * 4000), row)))
    await people.wait_for(lin, "www")
    await telegram.settled()
    assert [buttons(message) for message in await bot_said(people, lin)] == [[], [], [["go on"]]]


async def test_settling_takes_the_buttons_and_may_come_twice(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await telegram.send(lin, Say(Reply(("decide",), ((Choice("yes", "ok"),),)), slot="card"))
    await telegram.send(lin, Settle("card"), Settle("card"), Settle("no such card"), "after")
    await people.wait_for(lin, "after")
    assert [buttons(message) for message in await bot_said(people, lin)] == [[], []]


async def test_a_message_is_pinned_and_unpinned(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await telegram.send(lin, Say(Reply(("now talking to Lin",)), slot="talk", pin=True))
    pinned = await people.wait_for(lin, lambda message: message["pinned"])
    assert pinned["text"] == "now talking to Lin"
    await telegram.send(lin, Unpin("talk"), Unpin("talk"), "after")
    await people.wait_for(lin, "after")
    assert not any(message["pinned"] for message in await people.messages(lin))


async def test_asking_opens_the_keyboard_unless_there_are_buttons(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    row = ((Choice("skip", "ok"),),)
    await telegram.send(lin, Say(Reply(("why?",)), ask=True), Say(Reply(("when?",), row), ask=True))
    await people.wait_for(lin, "when?")
    why, when = await bot_said(people, lin)
    assert (why["keyboard"], when["keyboard"]) == ("force_reply", None)


async def test_an_answer_quotes_the_message_or_goes_without(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    asked = await people.send(lin, "question")
    await telegram.send(lin, Say(Reply(("answer",)), reply_to=asked), Say(Reply(("other",)), reply_to=99_999))
    assert (await people.wait_for(lin, "answer"))["reply_to"] == asked
    assert (await people.wait_for(lin, "other"))["reply_to"] is None


def remember(tx: Transaction, heard: Heard) -> None:
    """As the transcript does, from which the sender knows what kind of message it copies."""
    contact = tx.contacts.by_telegram(heard.person.telegram_id) or tx.contacts.add(
        heard.person.telegram_id, heard.person.name, "", "zh"
    )
    message = NewMessage(
        *(contact.id, None, "client", None, heard.kind, heard.text, heard.chat_id, heard.message_id),  # type: ignore[arg-type]
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
    assert ("gone", None, "") in telegram.toys.notes


async def test_the_bot_leaves_a_group(people: DemoClient, telegram: Telegram, lin: int) -> None:
    group = await people.group("Strangers", [lin])
    await telegram.send(group, "I work in private chats only", Leave())
    await people.wait_for(lin, "private chats only", chat_id=group)
    await telegram.settled()
    assert telegram.toys.notes[-1][0] in {"Leave", "Say"}


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


async def test_nothing_secret_reaches_the_log(
    people: DemoClient, telegram: Telegram, lin: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    redact_logs([TOKEN])
    await people.fault("sendMessage", "502")
    await people.fault("getUpdates", "reset")
    await people.send(lin, "crash on my private words")
    await people.wait_for(lin, "sorry")
    logging.getLogger("x").error("url https://api/bot%s/getMe", TOKEN)
    try:
        raise ValueError(TOKEN)
    except ValueError:
        logging.getLogger("x").exception("refused")
    assert "private words" not in caplog.text
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_commands_are_registered_by_role_and_language(
    people: DemoClient, telegram: Telegram, texts: Texts, lin: int, caplog: pytest.LogCaptureFixture
) -> None:
    class Menu:
        """Texts of the menu, where those of the shop are not the matter."""

        def say(self, language: str, phrase: Phrase) -> str:
            return f"{language} {phrase.text}"

    table = [
        CommandEntry("help", Role.PERSON),
        CommandEntry("talk", Role.TEAM, in_group=True),
        CommandEntry("won", Role.FOUNDER),
    ]
    audience = Audience(founder_ids=(lin, 999_999), team_chat_id=-77)
    await register(telegram.bot, Menu(), table, audience, "Lantern Works")  # type: ignore[arg-type]
    everybody = await telegram.bot.get_my_commands(BotCommandScopeAllPrivateChats(), "fr")
    founder = await telegram.bot.get_my_commands(BotCommandScopeChat(lin))
    assert [(one.command, one.description) for one in everybody] == [("help", "fr command-help")]
    assert [one.command for one in founder] == ["help", "talk", "won"]
    assert (await telegram.bot.get_my_description("es")).description == "es bot-description"
    assert "has no menu yet" in caplog.text


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
