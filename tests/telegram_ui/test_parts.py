"""The small parts: pacing, lanes, background tasks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from chatbot.background import Background
from chatbot.telegram_ui.lanes import Lanes
from chatbot.telegram_ui.pacing import Pace, Pacing


class StillClock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_person_gets_a_burst_and_then_one_a_second() -> None:
    pacing = Pacing(Pace(), StillClock())
    assert [pacing.reserve(7) for _ in range(7)] == [0, 0, 0, 0, 0, 1, 2]


def test_a_group_gets_no_more_than_twenty_in_any_minute() -> None:
    clock = StillClock()
    pacing = Pacing(Pace(), clock)
    sent = []
    for _ in range(100):
        clock.now += pacing.reserve(-7)
        sent.append(clock.now)
    for start in sent:
        assert len([at for at in sent if start <= at < start + 60]) <= 20


def test_all_chats_together_get_thirty_a_second() -> None:
    pacing = Pacing(Pace(), StillClock())
    waits = [pacing.reserve(chat) for chat in range(1, 91)]
    assert waits[29] == 0
    assert waits[30] == pytest.approx(1 / 30)
    assert waits[89] == pytest.approx(2)


def test_a_quiet_chat_gets_its_burst_again() -> None:
    clock = StillClock()
    pacing = Pacing(Pace(), clock)
    for _ in range(6):
        pacing.reserve(7)
    clock.now = 60
    assert [pacing.reserve(7) for _ in range(6)] == [0, 0, 0, 0, 0, 1]


async def test_an_error_in_a_task_is_reported_with_its_name() -> None:
    reported: list[tuple[str, str]] = []
    ended = asyncio.Event()

    def report(name: str, error: BaseException) -> None:
        reported.append((name, type(error).__name__))
        ended.set()

    async def fail() -> None:
        raise LookupError

    background = Background(report)
    background.start(fail(), "the task")
    await ended.wait()
    assert reported == [("the task", "LookupError")]


async def test_the_log_of_an_error_tells_where_but_not_what_was_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    said = "words " + "of a client"

    async def fail() -> None:
        raise LookupError(said)

    background = Background()
    task = background.start(fail(), "the task")
    await asyncio.wait([task])
    await background.close()
    assert "the task ended with LookupError" in caplog.text
    assert "test_parts.py" in caplog.text
    assert "words of a client" not in caplog.text


async def test_closing_ends_every_task_also_those_started_meanwhile() -> None:
    background = Background()
    ended = []

    async def wait(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(name)
            if name == "one":
                background.start(wait("two"), "two")

    background.start(wait("one"), "one")
    await asyncio.sleep(0)
    await background.close()
    assert ended[:1] == ["one"]
    assert len(asyncio.all_tasks()) == 1


async def test_lanes_work_side_by_side_and_never_beyond_their_width() -> None:
    waiting = list(range(10))
    at_once, most, done = 0, 0, []
    gate = asyncio.Event()

    async def take(free: int) -> tuple[Sequence[int], float]:
        taken, waiting[:] = waiting[:free], waiting[free:]
        return taken, 60.0

    async def work(row: int) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        if at_once == 4:
            gate.set()
        await gate.wait()
        at_once -= 1
        done.append(row)

    background = Background()
    lanes = Lanes("test", take, work, background, width=4)
    background.start(lanes.run(), "lanes")
    await lanes.idle()
    await background.close()
    assert (sorted(done), most) == (list(range(10)), 4)


async def test_lanes_survive_a_store_that_is_away_and_a_row_that_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done = asyncio.Event()
    rows = ["fails", "works"]

    async def take(_free: int) -> tuple[Sequence[str], float]:
        if not done.is_set() and len(rows) == 2 and "cannot take" not in caplog.text:
            raise OSError
        return ([rows.pop(0)] if rows else []), 60.0

    async def work(row: str) -> None:
        if row == "fails":
            raise LookupError
        done.set()

    background = Background()
    lanes = Lanes("test", take, work, background)
    background.start(lanes.run(), "lanes")
    await done.wait()
    await background.close()
    assert "cannot take rows (OSError)" in caplog.text
    assert "test row ended with LookupError" in caplog.text


async def test_stopped_lanes_finish_what_is_under_way() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    done = []

    async def take(_free: int) -> tuple[Sequence[int], float]:
        return ([1] if not begun.is_set() else [2]), 60.0

    async def work(row: int) -> None:
        begun.set()
        await go_on.wait()
        done.append(row)

    background = Background()
    lanes = Lanes("test", take, work, background, width=1)
    running = background.start(lanes.run(), "lanes")
    await begun.wait()
    lanes.stop()
    go_on.set()
    await running
    assert done == [1]
