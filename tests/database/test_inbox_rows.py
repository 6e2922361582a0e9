"""The inbox: stored once, taken one chat in order, a failing update holds up its own chat only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import text

from chatbot.use_cases.ports import Incoming

if TYPE_CHECKING:
    from database.conftest import Journey


async def put(journey: Journey, update_id: int, chat_id: int, words: str = "hello") -> bool:
    payload = json.dumps({"update_id": update_id, "text": words})
    return await journey.do(lambda t: t.inbox.add(update_id, chat_id, chat_id, payload))


async def taken(journey: Journey, *busy: int, limit: int = 10) -> list[Incoming]:
    return await journey.do(lambda t: t.inbox.oldest_of_each_chat(busy, limit))


async def numbers(journey: Journey, *busy: int, limit: int = 10) -> list[int]:
    return [item.payload["update_id"] for item in await taken(journey, *busy, limit=limit)]


async def test_an_update_is_stored_once(journey: Journey) -> None:
    assert await put(journey, 1, 10)
    assert not await put(journey, 1, 10)
    assert await numbers(journey) == [1]


async def test_an_update_that_was_handled_is_not_stored_again(journey: Journey) -> None:
    await put(journey, 1, 10)
    (item,) = await taken(journey)
    await journey.run(lambda t: t.inbox.done(item.id))
    assert not await put(journey, 1, 10)
    assert await taken(journey) == []


async def test_the_raw_update_comes_back_as_it_came(journey: Journey) -> None:
    await put(journey, 1, -100, "Crêpes 🥞 <b>")
    (item,) = await taken(journey)
    assert (item.chat_id, item.attempts) == (-100, 0)
    assert item.payload == {"update_id": 1, "text": "Crêpes 🥞 <b>"}


async def test_of_each_chat_the_oldest_is_taken_and_none_of_a_busy_one(journey: Journey) -> None:
    for update_id, chat_id in ((9, 10), (8, 10), (7, 20), (6, 30), (5, 30)):  # Telegram's numbers say nothing
        await put(journey, update_id, chat_id)
    assert await numbers(journey) == [9, 7, 6]
    assert await numbers(journey, 10) == [7, 6]
    assert await numbers(journey, 10, 30) == [7]
    assert await numbers(journey, limit=2) == [9, 7]


async def test_chats_are_gone_through_by_their_ids_whatever_waits_before(journey: Journey) -> None:
    for number in range(1, 7):
        await put(journey, number, number * 10)
    assert await journey.do(lambda t: [row.chat_id for row in t.inbox.oldest_of_each_chat([40], 2, 30)]) == [50, 60]
    assert await journey.do(lambda t: [row.chat_id for row in t.inbox.oldest_of_each_chat([], 2, 60)]) == []


async def test_the_next_of_a_chat_follows_when_the_one_before_is_done(journey: Journey) -> None:
    await put(journey, 1, 10)
    await put(journey, 2, 10)
    (item,) = await taken(journey)
    await journey.run(lambda t: t.inbox.done(item.id))
    assert await numbers(journey) == [2]


async def test_a_failed_update_holds_up_its_own_chat_until_its_next_try(journey: Journey) -> None:
    for update_id, chat_id in ((1, 10), (2, 10), (3, 20)):
        await put(journey, update_id, chat_id)
    failing = (await taken(journey))[0]
    assert await journey.run(lambda t: t.inbox.failed(failing.id, "KeyError")) == 1
    assert await numbers(journey) == [3]
    journey.clock.forward(seconds=1)
    assert await numbers(journey) == [1, 3]
    assert (await taken(journey))[0].attempts == 1


async def test_the_waits_double_up_to_a_minute(journey: Journey) -> None:
    await put(journey, 1, 10)
    (item,) = await taken(journey)
    waits = []
    for _ in range(9):
        await journey.run(lambda t: t.inbox.failed(item.id, "KeyError"))
        waits.append(await journey.store.run(lambda c: c.execute(text("SELECT due FROM inbox")).scalar_one()))
    now = round(journey.clock.now.timestamp() * 1000)
    assert [(due - now) / 1000 for due in waits] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_an_update_set_aside_lets_its_chat_go_on(journey: Journey) -> None:
    await put(journey, 1, 10)
    await put(journey, 2, 10)
    (item,) = await taken(journey)
    await journey.run(lambda t: t.inbox.failed(item.id, "KeyError"))
    await journey.run(lambda t: t.inbox.set_aside(item.id, "x" * 2000))
    assert await numbers(journey) == [2]
    query = text("SELECT length(error), payload IS NOT NULL FROM inbox WHERE update_id = 1")
    assert await journey.store.run(lambda c: c.execute(query).one()) == (500, 1)


async def test_a_handled_update_keeps_its_number_and_forgets_its_words(journey: Journey) -> None:
    await put(journey, 1, 10)
    (item,) = await taken(journey)
    await journey.run(lambda t: t.inbox.done(item.id))
    query = text("SELECT update_id, payload, error FROM inbox")
    assert await journey.store.run(lambda c: c.execute(query).all()) == [(1, None, None)]
