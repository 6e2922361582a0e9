"""From a person's chat into the use cases, over HTTP, with the real store."""

from __future__ import annotations

import aiohttp
import pytest
from fakes import TOKEN, MovableClock, Start, Telegram, a_message

from chatbot.database.transaction import SqlSteps
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.domain.errors import SettingsError
from chatbot.telegram_ui.intake import store_updates
from chatbot.use_cases.incoming import Heard, Membership, Pressed
from chatbot.use_cases.replies import Choice, Reply, Say


def echoes(messages: list[dict[str, object]]) -> list[str]:
    return [str(message["text"]) for message in messages if str(message["text"]).startswith("echo")]


async def test_messages_of_one_chat_are_answered_in_their_order(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    for number in range(20):
        await people.send(lin, f"{number}")
    await people.wait_for(lin, "echo 19")
    assert echoes(await people.messages(lin)) == [f"echo {number}" for number in range(20)]


async def test_an_update_that_comes_again_takes_effect_once(
    people: DemoClient, server: TelegramServer, steps: SqlSteps, start: Start
) -> None:
    person = await people.person_with("client")
    await people.start(person)
    await people.send(person, "hello")
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{server.url}/bot{TOKEN}/getUpdates") as answer,
    ):
        unconfirmed = (await answer.json())["result"]
    await steps.run(store_updates, unconfirmed, None)
    await start()  # polls, and is given the same updates once more
    await people.send(person, "again")
    await people.wait_for(person, "echo again")
    assert echoes(await people.messages(person)) == ["echo hello", "echo again"]


async def test_what_was_stored_but_not_handled_is_handled_after_a_restart(
    people: DemoClient, steps: SqlSteps, start: Start
) -> None:
    person = await people.person_with("client")
    await people.start(person)
    telegram = await start()
    await telegram.settled()
    await telegram.side.stop()
    await steps.run(store_updates, [a_message(5_000, person, "while away")], None)
    await start()
    await people.wait_for(person, "echo while away")


async def test_every_kind_of_message_becomes_plain_values(people: DemoClient, telegram: Telegram, lin: int) -> None:
    first = await people.send(lin, "text")
    await people.send(lin, "an answer", reply_to=first)
    await people.send_file(lin, "plan.pdf", b"%PDF", "document", "the plan")
    await people.send_file(lin, "voice.ogg", b"OggS", "voice")
    for kind in ("stickers", "locations", "polls"):
        await people.post(f"/api/people/{lin}/{kind}")
    await people.post(f"/api/people/{lin}/forwards", message_id=first)
    await people.send(lin, "last")
    await people.wait_for(lin, "echo last")
    heard = [one for one in telegram.toys.seen if isinstance(one, Heard)]
    assert [one.kind for one in heard] == [
        *("text", "text", "document", "voice", "sticker", "location", "poll", "text", "text"),
    ]
    assert heard[1].reply_to == first
    assert heard[2].file is not None
    assert (heard[2].file.name, heard[2].file.size, heard[2].text) == ("plan.pdf", 4, "the plan")
    assert heard[3].file is not None
    assert heard[7].forwarded
    assert heard[0].source_key == f"m:{lin}:{first}"
    assert (heard[0].person.telegram_id, heard[0].person.language_code, heard[0].private) == (lin, "zh", True)


async def test_names_come_without_what_would_mirror_their_surroundings(people: DemoClient, telegram: Telegram) -> None:
    person = await people.person("\u202eAna\n\u2067Sol", "es")
    await people.send_file(person, "\u202efdp.exe", b"%PDF", "document", "the plan")
    await people.wait_for(person, "echo the plan")
    heard = telegram.toys.seen[-1]
    assert isinstance(heard, Heard)
    assert heard.file is not None
    assert (heard.person.name, heard.file.name) == ("Ana Sol", "fdp.exe")


async def test_commands_come_with_their_words_and_edits_repeat_none(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    sent = await people.send(lin, "/WON 12  68000")
    await people.send(lin, "/nonsense")
    await people.wait_for(lin, "/nonsense was heard")
    await people.edit(lin, sent, "/won 12 70000")
    await people.send(lin, "after")
    await people.wait_for(lin, "echo after")
    assert telegram.toys.commands == [("start", ""), ("won", "12  68000"), ("nonsense", "")]
    assert telegram.toys.edits == ["/won 12 70000"]


async def test_a_deep_link_hands_over_its_payload(people: DemoClient, telegram: Telegram) -> None:
    person = await people.person("Ana", "es")
    await people.start(person, "r_ABC")
    await people.wait_for(person, "/start was heard")
    assert telegram.toys.commands == [("start", "r_ABC")]


async def test_in_a_group_only_our_commands_count(people: DemoClient, telegram: Telegram, lin: int) -> None:
    group = await people.group("Team", [lin])
    await people.send(lin, "/leads@another_bot quoted", chat_id=group)
    await people.send(lin, "/leads@the_shop_bot quoted", chat_id=group)
    await people.wait_for(lin, "/leads was heard", chat_id=group)
    assert telegram.toys.commands[1:] == [("leads", "quoted")]
    membership = next(one for one in telegram.toys.seen if isinstance(one, Membership))
    assert (membership.chat_id, membership.member, membership.private) == (group, True, False)
    assert membership.rights["can_manage_topics"] is True


async def test_blocking_the_bot_is_a_change_of_membership(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await people.block(lin)
    await people.block(lin, blocked=False)
    await people.send(lin, "back")
    await people.wait_for(lin, "echo back")
    changes = [one.member for one in telegram.toys.seen if isinstance(one, Membership)]
    assert changes == [False, True]


async def test_a_press_is_answered_in_the_language_of_the_person(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    telegram.toys.language = "zh"
    await telegram.send(lin, Say(Reply(("choose",), ((Choice("yes", "ok"), Choice("no", "refuse")),))))
    await people.wait_for(lin, "choose")
    assert await people.press(lin, "yes") == {"answer": "2 天", "alert": False}
    await people.wait_for(lin, "pressed ok")
    assert isinstance(telegram.toys.seen[-1], Pressed)


async def test_a_refused_press_is_an_alert_and_changes_nothing(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await telegram.send(lin, Say(Reply(("choose",), ((Choice("no", "refuse"),),))))
    await people.wait_for(lin, "choose")
    assert await people.press(lin, "no") == {"answer": "3 open leads", "alert": True}
    await people.send(lin, "after")
    await people.wait_for(lin, "echo after")
    said = [message["text"] for message in await people.messages(lin)]
    assert "pressed refuse" not in said
    assert not any(str(text).startswith("refused") for text in said)


async def test_a_refusal_undoes_the_step_and_says_why(people: DemoClient, telegram: Telegram, lin: int) -> None:
    await people.send(lin, "refuse this")
    await people.wait_for(lin, "refused: picture-open-leads")
    assert echoes(await people.messages(lin)) == []
    assert telegram.toys.told == []


async def test_a_step_that_keeps_failing_is_set_aside_and_both_sides_hear_of_it(
    people: DemoClient,
    telegram: Telegram,
    clock: MovableClock,
    lin: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await people.send(lin, "crash with my secret")
    await people.send(lin, "next")
    clock.forward(hours=1)  # the waits between attempts pass at once: each is counted from the attempt before
    await people.wait_for(lin, "sorry")
    await people.wait_for(lin, "echo next")
    assert echoes(await people.messages(lin)) == ["echo next"]
    assert len(telegram.toys.told) == 1
    assert telegram.toys.told[0].why == "fault: RuntimeError"
    assert "secret" not in f"{telegram.toys.told[0].what} {caplog.text}"


async def test_an_update_that_cannot_be_read_is_set_aside_while_others_go_on(
    people: DemoClient, steps: SqlSteps, start: Start
) -> None:
    person = await people.person_with("client")
    await people.start(person)
    broken = a_message(5_000, person, "broken")
    broken["message"].pop("date")
    await steps.run(store_updates, [broken, {"update_id": 5_001, "message": 7}, {"update_id": 5_002}], None)
    telegram = await start()
    await people.send(person, "hello")
    await people.wait_for(person, "echo hello")
    await telegram.settled()
    assert len(telegram.toys.told) == 2  # an update of a kind that is new to us is no trouble
    assert {fault.what.text for fault in telegram.toys.told} == {"aside-in-unreadable"}


async def test_a_second_poller_stops_the_intake_with_a_clear_line(
    people: DemoClient, server: TelegramServer, telegram: Telegram, lin: int
) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{server.url}/bot{TOKEN}/getUpdates", json={"timeout": 1}) as answer,
    ):
        await answer.read()
    assert [type(error) for error in telegram.fatal] == [SettingsError]
    assert "another process" in str(telegram.fatal[0])


async def test_polling_after_a_webhook_keeps_the_updates(
    people: DemoClient, server: TelegramServer, start: Start
) -> None:
    async with aiohttp.ClientSession() as http:
        hook = {"url": "http://127.0.0.1:9/nobody", "secret_token": "s"}
        async with http.post(f"{server.url}/bot{TOKEN}/setWebhook", json=hook) as answer:
            assert (await answer.json())["ok"]
    person = await people.person_with("client")
    await people.start(person)
    await start()
    await people.wait_for(person, "/start was heard")


async def test_the_network_failing_delays_updates_and_loses_none(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    await people.fault("getUpdates", "502")
    await people.fault("getUpdates", "reset")
    await people.send(lin, "hello")
    await people.wait_for(lin, "echo hello")
    assert echoes(await people.messages(lin)) == ["echo hello"]
