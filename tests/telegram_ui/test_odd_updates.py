"""Updates that Telegram never sends: each is set aside or passed over, none stops the others or comes for ever."""

from __future__ import annotations

from typing import Any

import pytest
from fakes import MovableClock, RecordingRequest, Start, Telegram, ToyUseCases, a_message
from telegram.error import TelegramError

from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import StorageDamaged
from chatbot.telegram_ui.dispatcher import ATTEMPTS
from chatbot.telegram_ui.intake import Polling, store_updates
from chatbot.use_cases.incoming import Heard, Person
from chatbot.use_cases.note_ports import OFFSET
from chatbot.use_cases.ports import Transaction

DEEP: Any = 1
for _ in range(300):
    DEEP = [DEEP]
NUMBERLESS: list[Any] = [
    {key: value for key, value in a_message(1, 7, "no number").items() if key != "update_id"},
    a_message(1, 7, "true") | {"update_id": True},
    a_message(1, 7, "text") | {"update_id": "12"},
    a_message(1, 7, "huge") | {"update_id": 2**63},
    a_message(1, 7, "below") | {"update_id": -4},
    7,
    None,
    ["update"],
    {"update_id": None, "message": DEEP},
    {"update_id": 12, "message": {"chat": {"id": 5}, "text": DEEP}},
]


async def waiting(steps: SqlSteps) -> int:
    """How many of the chats in these tests have an update that is not done."""
    return await steps.run(lambda tx: sum(tx.inbox.waits(chat) for chat in (0, 5, 7)))


def polling(telegram: Telegram) -> Polling:
    return Polling(telegram.bot, RecordingRequest(), telegram.steps, lambda: None)


async def poll(telegram: Telegram, batch: list[Any]) -> None:
    """One poll that brings these."""
    one = polling(telegram)
    one._offset = None

    async def updates(_offset: int | None) -> list[Any]:
        return batch

    one._get_updates = updates  # type: ignore[method-assign]
    await one._poll()
    telegram.side._dispatcher.lanes.wake()
    await telegram.settled()


@pytest.mark.parametrize("odd", NUMBERLESS)
async def test_one_odd_update_in_a_batch_stops_none_of_the_others(telegram: Telegram, odd: Any) -> None:
    await poll(telegram, [a_message(10, 5, "before"), odd, a_message(11, 5, "after")])
    heard = [one.text for one in telegram.toys.seen if isinstance(one, Heard)]
    assert [words for words in heard if words in ("before", "after")] == ["before", "after"]
    assert await waiting(telegram.steps) == 0
    assert await telegram.steps.run(lambda tx: tx.marks.get(OFFSET)) == "12"


async def test_what_cannot_be_confirmed_is_stored_once_and_not_asked_for_at_once(telegram: Telegram) -> None:
    odd = NUMBERLESS[0]
    for _ in range(2):
        with pytest.raises(TelegramError):  # until_done waits a little, and longer each time
            await poll(telegram, [odd])
    telegram.side._dispatcher.lanes.wake()
    await telegram.settled()
    assert len(telegram.toys.told) == 1


class Damaged(ToyUseCases):
    """Whatever is heard needs a record that was changed in the file."""

    def hear(self, tx: Transaction, heard: Heard) -> None:
        super().hear(tx, heard)
        raise StorageDamaged("a value in contacts.name was changed outside the bot")


async def test_an_update_that_needs_what_is_damaged_is_set_aside_as_that(start: Start, clock: MovableClock) -> None:
    telegram = await start(toys=Damaged())
    for _ in range(ATTEMPTS):
        await poll(telegram, [a_message(10, 5, "hello")])
        clock.forward(seconds=60)
    (aside,) = await telegram.steps.run(lambda tx: tx.inbox.set_aside_rows(9))
    assert (aside.kind, aside.why) == ("message", "damaged")
    assert [fault.why for fault in telegram.toys.told] == ["damaged"]


def _with(**changes: Any) -> dict[str, Any]:
    update = a_message(1, 7, "hello")
    person = update["message"]["from"] | changes.pop("from_", {})
    chat = update["message"]["chat"] | changes.pop("chat", {})
    update["message"] |= {"from": person, "chat": chat, **changes}
    return update


@pytest.mark.parametrize(
    "update",
    [
        _with(from_={"id": 2**70}, chat={"id": 2**70}),
        _with(from_={"id": "7"}),
        _with(from_={"id": 7.5}, chat={"id": 7.5}),
        _with(from_={"id": 0}, chat={"id": 0}),
        _with(from_={"id": -7}, chat={"id": -7}),
        _with(from_={"first_name": 7}),
        _with(from_={"username": ["lin"]}),
        _with(chat={"id": 8}),
        _with(
            chat={"id": 0, "type": "group"}, text="/id", entities=[{"type": "bot_command", "offset": 0, "length": 3}]
        ),
        _with(text=7),
        _with(text=["hello"]),
        _with(message_id="1"),
        _with(message_id=2**64),
        {"update_id": 1, "my_chat_member": {"chat": {"id": 7}}},
    ],
)
async def test_values_of_another_type_are_set_aside_at_once(telegram: Telegram, update: dict[str, Any]) -> None:
    await telegram.steps.run(store_updates, [update, a_message(2, 5, "healthy")], None)
    telegram.side._dispatcher.lanes.wake()
    await telegram.settled()
    assert [heard.text for heard in telegram.toys.seen] == ["healthy"]  # type: ignore[union-attr]
    assert await waiting(telegram.steps) == 0
    [told] = telegram.toys.told
    assert told.what.text == "aside-in-unreadable"


async def test_half_a_character_is_replaced_and_the_rest_is_heard(telegram: Telegram) -> None:
    await telegram.steps.run(
        store_updates, [_with(text="a \ud83d shop \U0001f600", from_={"first_name": "L\udc00"})], None
    )
    telegram.side._dispatcher.lanes.wake()
    await telegram.settled()
    [heard] = telegram.toys.seen
    assert (heard.text, heard.person.name) == ("a \ufffd shop \U0001f600", "L\ufffd")  # type: ignore[union-attr]


async def test_a_row_whose_trouble_cannot_be_told_does_not_come_for_ever(
    telegram: Telegram, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    def cannot_tell(_tx: Transaction, _what: str, _person: Person | None, _chat: int | None) -> None:
        raise TypeError("and so it goes on")

    object.__setattr__(telegram.side._dispatcher._use_cases, "report_trouble", cannot_tell)
    await telegram.steps.run(store_updates, [a_message(1, 7, "crash"), a_message(2, 7, "next")], None)
    for _ in range(3):
        telegram.side._dispatcher.lanes.wake()
        await telegram.settled()
        clock.forward(hours=1)
    telegram.side._dispatcher.lanes.wake()
    await telegram.settled()
    assert telegram.toys.seen[-1].text == "next"  # type: ignore[union-attr]
    assert "could not be told" in caplog.text
