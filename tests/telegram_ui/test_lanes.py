"""The pump says that it is idle only where nothing is being worked on."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chatbot.background import Background
from chatbot.telegram_ui.lanes import Lanes


async def test_a_row_that_became_due_by_itself_is_being_worked_on_too() -> None:
    """Nobody called `wake` for it; whoever stops must not cut off its delivery, or it is sent twice."""
    looks: list[tuple[Sequence[str], float]] = [((), 0.0), (("row",), 60.0), ((), 60.0)]
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def take(_free: int) -> tuple[Sequence[str], float]:
        return looks.pop(0)

    async def work(_row: str) -> None:
        begun.set()
        await may_end.wait()

    tasks = Background()
    lanes = Lanes("pump", take, work, tasks)
    tasks.start(lanes.run(), "pump")
    await begun.wait()
    assert not lanes.is_idle
    may_end.set()
    async with asyncio.timeout(10):
        await lanes.idle()
    await tasks.close()
