"""Whoever writes faster than they are read hears it once an episode; their words get one answer when all are read."""

from __future__ import annotations

import json

from fakes import a_message
from shop_world import CLIENT, World

from chatbot.use_cases.listening import conversation, flood


async def test_one_who_floods_is_told_once_and_not_again_after_a_restart(world: World) -> None:
    """What was told stands in the store: nothing in memory knows of it."""
    await world.person(CLIENT, "Flo")
    for _ in range(20):
        await world.do(flood.slowed, CLIENT)
        world.clock.forward(minutes=1)
    assert len(await world.told(CLIENT)) == 1


async def test_the_next_flood_is_told_of_again(world: World) -> None:
    await world.person(CLIENT, "Flo")
    for _ in range(2):
        await world.do(flood.slowed, CLIENT)
        world.clock.forward(hours=1)
    assert len(await world.told(CLIENT)) == 2


async def test_somebody_unknown_who_floods_is_told_nothing(world: World) -> None:
    await world.do(flood.slowed, 12345)
    assert await world.deliver() == []


async def test_an_answer_waits_until_all_that_came_is_read(world: World) -> None:
    client = await world.person(CLIENT, "Flo")
    await world.do(conversation.receive, client, world.hears(client, "a shop for tea"))
    waiting = json.dumps(a_message(1, CLIENT, "and one for coffee"))
    await world.do(lambda tx: tx.inbox.add(1, CLIENT, CLIENT, waiting))
    world.clock.forward(minutes=1)
    (job,) = (await world.jobs()).values()
    assert await world.do(conversation.prepare_answer, job) is None
    (row,) = await world.do(lambda tx: tx.inbox.oldest_of_each_chat((), 10))
    await world.do(lambda tx: tx.inbox.done(row.id))
    world.clock.forward(minutes=1)
    (job,) = (await world.jobs()).values()
    assert await world.do(conversation.prepare_answer, job) is not None
