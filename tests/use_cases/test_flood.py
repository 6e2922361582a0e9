"""Whoever writes faster than they are read hears it once an episode; their words get one answer when all are read."""

from __future__ import annotations

import asyncio
import json

import pytest
from fakes import a_message
from shop_world import CLIENT, FOUNDER, STRANGER, World

from chatbot.background import Background
from chatbot.domain.errors import Refusal
from chatbot.domain.people import Contact
from chatbot.use_cases import entry
from chatbot.use_cases.incoming import Membership, Person
from chatbot.use_cases.listening import conversation, flood
from chatbot.use_cases.replies import Leave, Say
from chatbot.worker import Performer, Worker

GROUP = -1001


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


async def test_the_voices_of_one_stranger_hold_up_nobody_elses_answer(
    world: World, client: Contact, founder: Contact
) -> None:
    """The server of the model is slow: what has begun does not end."""
    world.settings(translates=True)
    stranger = await world.person(STRANGER, "Zed")
    for _ in range(20):
        await world.do(entry.hear, world.hears(stranger, "", kind="voice"))
    await world.do(entry.hear, world.hears(client, "I need a shop for tea"))
    world.clock.forward(minutes=1)
    begun, answering = list[str](), asyncio.Event()

    def slow(kind: str) -> Performer:
        async def perform(_prepared: object) -> None:
            begun.append(kind)
            if kind == "answer":
                answering.set()
            await asyncio.Event().wait()

        return perform

    performers = {kind: slow(kind) for kind in ("answer", "transcribe")}
    worker, tasks = Worker(world.steps, entry.WORK, performers, lambda _tx, _fault: None), Background()
    tasks.start(worker.run(), "worker")
    async with asyncio.timeout(20):
        await answering.wait()
    assert begun.count("transcribe") <= 3
    await worker.stop(0)
    await tasks.close()


async def commands(world: World, contact: Contact, name: str, times: int) -> int:
    """This person sends a command in the team's group so often; how many answers come there."""
    world.settings(team_chat_id=GROUP)
    for _ in range(times):
        heard = world.hears(contact, f"/{name}", chat_id=GROUP)
        try:
            await world.do(entry.command, name, "", heard)
        except Refusal as refusal:
            await world.do(entry.refuse, heard.person, GROUP, None, refusal)
    return len(await world.told(GROUP))


@pytest.mark.parametrize("name", ["help", "privacy", "id", "back"])
async def test_a_stranger_who_floods_the_teams_group_with_a_command_gets_one_answer_a_day(
    world: World, name: str
) -> None:
    """The group gets twenty messages a minute in all: they are the clients'."""
    stranger = await world.person(STRANGER, "Max")
    assert await commands(world, stranger, name, 30) == 1
    world.clock.forward(hours=24)
    assert await commands(world, stranger, name, 30) == 1


async def test_a_founder_in_the_group_is_answered_each_time(world: World) -> None:
    founder = await world.person(FOUNDER, "Alex")
    assert await commands(world, founder, "help", 3) == 3


async def test_whoever_adds_the_bot_to_a_hundred_groups_is_told_why_it_leaves_once(world: World) -> None:
    for number in range(100):
        change = Membership(Person(STRANGER, "Max"), -5000 - number, private=False, member=True, rights={})
        await world.do(entry.membership, change)
    actions = [shown.item.action for shown in await world.deliver()]
    assert sum(isinstance(action, Leave) for action in actions) == 100
    assert sum(isinstance(action, Say) for action in actions) == 1
