"""Messages that change: slots, buttons that go, pins, questions and quotes."""

from __future__ import annotations

import pytest
from fakes import QR, Telegram, bot_said, buttons, words

from chatbot.demo.client import DemoClient
from chatbot.use_cases.replies import (
    Attachment,
    Choice,
    Edit,
    Reply,
    Say,
    Settle,
    Unpin,
)


async def test_an_edit_changes_the_message_of_its_slot(people: DemoClient, telegram: Telegram, lin: int) -> None:
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


async def test_an_edit_without_a_message_is_sent_anew(people: DemoClient, telegram: Telegram, lin: int) -> None:
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


async def test_settling_takes_the_buttons_and_may_come_twice(people: DemoClient, telegram: Telegram, lin: int) -> None:
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


async def test_an_answer_quotes_the_message_or_goes_without(people: DemoClient, telegram: Telegram, lin: int) -> None:
    asked = await people.send(lin, "question")
    await telegram.send(lin, Say(Reply(("answer",)), reply_to=asked), Say(Reply(("other",)), reply_to=99_999))
    assert (await people.wait_for(lin, "answer"))["reply_to"] == asked
    assert (await people.wait_for(lin, "other"))["reply_to"] is None
