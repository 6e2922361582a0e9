"""What a person sends too fast waits its turn in the inbox; nobody else's does, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from damage import damage
from fakes import MovableClock, Start, Telegram, ToyUseCases, a_message

from chatbot.database.tables import contacts
from chatbot.telegram_ui.entry_points import EntryPoints
from chatbot.telegram_ui.intake import store_updates
from chatbot.telegram_ui.reading import ReadingPace
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.listening import flood
from chatbot.use_cases.ports import Incoming, Transaction

FLO, LIN, FOUNDER = 501, 502, 900
SLOW = ReadingPace(burst=3, seconds=3600)


async def pour(telegram: Telegram, *messages: tuple[int, str], first: int = 1) -> None:
    """Store these updates, as the intake does, and let all be handled whose turn has come."""
    updates = [a_message(first + number, *message) for number, message in enumerate(messages)]
    await telegram.steps.run(store_updates, updates, None)
    await look(telegram)


async def look(telegram: Telegram) -> None:
    telegram.side._dispatcher.lanes.wake()
    await telegram.settled()


def read(telegram: Telegram, person: int) -> list[str]:
    """What was read of this person so far."""
    heard = (one for one in telegram.toys.seen if isinstance(one, Heard))
    return [one.text for one in heard if one.person.telegram_id == person]


async def test_what_comes_too_fast_waits_its_turn_and_keeps_its_order(start: Start, clock: MovableClock) -> None:
    telegram = await start(reading=SLOW)
    flood = [(FLO, str(number)) for number in range(6)]
    await pour(telegram, *flood)
    assert read(telegram, FLO) == ["0", "1", "2"]
    for there in (4, 5, 6):
        clock.forward(seconds=3600)
        await look(telegram)
        assert read(telegram, FLO) == [str(number) for number in range(there)]
    clock.forward(hours=10)
    await pour(telegram, *flood, first=20)
    assert len(read(telegram, FLO)) == 9


async def test_a_clock_that_is_put_back_slows_nobody(start: Start, clock: MovableClock) -> None:
    telegram = await start(reading=ReadingPace(burst=3, seconds=60))
    await pour(telegram, (FLO, "before"))
    clock.put_back(days=30)
    await pour(telegram, (FLO, "after"), (FLO, "and more"), first=20)
    assert read(telegram, FLO) == ["before", "after", "and more"]
    assert telegram.toys.slowed == []


async def test_whoever_waits_when_the_clock_is_put_back_waits_no_longer(start: Start, clock: MovableClock) -> None:
    telegram = await start(reading=SLOW)
    await pour(telegram, *[(FLO, str(number)) for number in range(4)])
    clock.put_back(days=30)
    await look(telegram)
    assert read(telegram, FLO) == ["0", "1", "2"]
    clock.forward(seconds=3600)
    await look(telegram)
    assert read(telegram, FLO) == ["0", "1", "2", "3"]


async def test_whoever_is_slowed_is_told_by_each_wait_and_others_are_not(start: Start) -> None:
    telegram = await start(reading=SLOW)
    await pour(telegram, *[(FLO, "flood")] * 5, *[(LIN, "hello")] * 3)
    assert telegram.toys.slowed == [FLO]
    assert read(telegram, LIN) == ["hello"] * 3


class Telling(ToyUseCases):
    """Whoever is slowed is told as the shop tells them."""

    def entry_points(self) -> EntryPoints:
        return replace(super().entry_points(), slowed=flood.slowed)


async def test_a_flood_of_somebody_whose_record_is_damaged_holds_up_nobody(
    start: Start, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    telegram = await start(reading=SLOW, toys=Telling())
    await telegram.steps.run(lambda tx: tx.contacts.add(FLO, "Flo", "", "en"))
    await telegram.steps._store.run(damage, contacts.c.name)
    await pour(telegram, *[(FLO, str(number)) for number in range(5)])
    await pour(telegram, (LIN, "hello"), first=20)
    assert (read(telegram, FLO), read(telegram, LIN)) == (["0", "1", "2"], ["hello"])
    assert "one who is slowed could not be told: StorageDamaged" in caplog.text
    clock.forward(seconds=3600)
    await look(telegram)
    assert read(telegram, FLO) == ["0", "1", "2", "3"]


async def test_many_floods_at_once_do_not_take_the_place_of_the_one_who_is_not_part_of_them(start: Start) -> None:
    """Forty people flood, two updates are handled at once, and the last in the row is somebody else."""
    telegram = await start(reading=ReadingPace(burst=1, seconds=3600), width=2)
    flooders = range(1001, 1041)
    await pour(telegram, *[(one, "first") for one in flooders])
    await pour(telegram, *[(one, "more") for one in flooders], (LIN, "hello"), first=100)
    assert read(telegram, LIN) == ["hello"]
    assert sorted(telegram.toys.slowed) == list(flooders)


async def test_a_forwarded_conversation_is_no_flood(start: Start) -> None:
    telegram = await start()
    await pour(telegram, *[(LIN, str(number)) for number in range(25)])
    assert len(read(telegram, LIN)) == 25
    assert telegram.toys.slowed == []


async def test_the_crew_is_not_slowed(start: Start) -> None:
    telegram = await start(reading=SLOW)
    await pour(telegram, *[(FOUNDER, str(number)) for number in range(20)])
    assert len(read(telegram, FOUNDER)) == 20


async def test_an_update_that_failed_has_had_its_turn(start: Start, clock: MovableClock) -> None:
    """It is tried again as ever, and uses up nothing more."""
    telegram = await start(reading=ReadingPace(burst=2, seconds=3600))
    await pour(telegram, (FLO, "crash"), (FLO, "after it"))
    for _ in range(3):
        clock.forward(seconds=60)
        await look(telegram)
    assert read(telegram, FLO)[-1] == "after it"
    assert telegram.toys.slowed == []


async def test_a_stranger_who_floods_a_group_holds_nobody_up_there(start: Start) -> None:
    """In a group one after the other is handled: what a stranger sends beyond their pace is passed over."""
    telegram = await start(reading=SLOW)
    updates = [in_group(number, LIN) for number in range(1, 50)] + [in_group(50, FOUNDER)]
    await telegram.steps.run(store_updates, updates, None)
    await look(telegram)
    assert len(read(telegram, LIN)) == 3
    assert len(read(telegram, FOUNDER)) == 1
    assert telegram.toys.slowed == []


async def test_a_flood_that_is_passed_over_is_no_one_long_step(start: Start) -> None:
    telegram = await start(reading=ReadingPace(burst=1, seconds=3600))
    await telegram.steps.run(store_updates, [in_group(1, LIN)], None)
    await look(telegram)

    def one_look(tx: Transaction) -> tuple[bool, bool]:
        store_updates(tx, [in_group(number, LIN) for number in range(2, 500)], None)
        return telegram.side._dispatcher._due(tx, (), 32).is_all, tx.inbox.waits(-100)

    assert await telegram.steps.run(one_look) == (False, True)
    await look(telegram)
    assert not await telegram.steps.run(lambda tx: tx.inbox.waits(-100))


@pytest.mark.parametrize("what", ["migrate_to_chat_id", "migrate_from_chat_id", "my_chat_member"])
async def test_what_becomes_of_a_group_is_never_passed_over(start: Start, what: str) -> None:
    telegram = await start(reading=ReadingPace(burst=1, seconds=3600))
    news = in_group(3, LIN)
    if what == "my_chat_member":
        news[what] = news.pop("message")
    else:
        news["message"][what] = -1007
    rows = [
        Incoming(number, -100, one, 0, number) for number, one in enumerate((in_group(1, LIN), in_group(2, LIN), news))
    ]
    reading = telegram.side._dispatcher._reading
    assert [await telegram.steps.run(reading.is_surplus, row) for row in rows] == [False, True, False]


async def test_chats_beyond_what_is_read_at_once_have_their_turn_in_the_round(start: Start) -> None:
    telegram = await start(width=2)
    people = range(1001, 1012)
    await pour(telegram, *[(one, str(number)) for number in range(3) for one in people])
    assert [read(telegram, one) for one in people] == [["0", "1", "2"]] * len(people)


def in_group(update_id: int, sender: int) -> dict[str, Any]:
    update = a_message(update_id, sender, "hello")
    update["message"]["chat"] = {"id": -100, "type": "supergroup", "title": "The team"}
    return update
