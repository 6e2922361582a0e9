"""A flood costs nobody but the one who makes it: it waits, is told once, and nothing of it is lost."""

from __future__ import annotations

from typing import Any

from fakes import MovableClock
from journeys.scenes import to_quote
from journeys.transcript import Stage, holds, words

from chatbot.demo.client import DemoClient
from chatbot.domain.lead import Author

FLOOD = [f"one more thing, number {number}" for number in range(200)]


async def pour(stage: Stage, people: DemoClient, name: str, lines: list[str]) -> None:
    for line in lines:
        await people.send(stage.players[name].id, line)


async def of_client(stage: Stage, name: str) -> list[str]:
    """What this client's transcript holds of their own words, oldest first."""

    def read(tx: Any) -> list[str]:
        contact = tx.contacts.by_telegram(stage.players[name].id)
        lines = tx.messages.of_contact(contact.id, limit=1000)
        return [line.text for line in lines if line.author is Author.CLIENT]

    said: list[str] = await stage.bot.steps.run(read)
    return said


async def waits(stage: Stage, name: str) -> bool:
    waiting: bool = await stage.bot.steps.run(lambda tx: tx.inbox.waits(stage.players[name].id))
    return waiting


async def read_out(stage: Stage, name: str, clock: MovableClock) -> None:
    """Let time pass until everything of this person is read."""
    while await waits(stage, name):
        clock.forward(minutes=3)
        stage.bot.side._dispatcher.lanes.wake()
        await stage.settled()


async def told(stage: Stage, name: str, text: str) -> int:
    player = stage.players[name]
    return sum(holds(words(message), text, player.language) for message in await stage.messages(player))


async def test_a_flood_waits_while_another_client_has_the_whole_main_job(
    shop: Stage, people: DemoClient, clock: MovableClock
) -> None:
    await shop.newcomer("Flo")
    await shop.play("Flo start\nFlo < #greeting")
    await pour(shop, people, "Flo", FLOOD)
    await to_quote(shop, lead=2)
    assert await waits(shop, "Flo")
    assert not await waits(shop, "Kim")
    await read_out(shop, "Flo", clock)
    assert await of_client(shop, "Flo") == FLOOD
    assert await told(shop, "Flo", "#flood-slowed") == 1
