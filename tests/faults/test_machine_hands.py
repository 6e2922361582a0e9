"""What is in somebody's hands while the database is away or the clock jumps is done once: a message under way is sent
once, a model is asked once, and what it answered is not lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fakes import MovableClock, ToyUseCases, put, some_shop
from worker_bench import Bench, the_end

from chatbot.background import Background
from chatbot.database.migrate import upgrade
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.database.steady import Outage, SteadySteps
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.telegram_ui.deliveries import Delivered
from chatbot.telegram_ui.sender import Sender
from chatbot.use_cases.ports import Outgoing
from chatbot.worker import Worker


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def steps(tmp_path: Path, clock: MovableClock) -> AsyncIterator[SteadySteps]:
    store = SqliteStore(tmp_path / "bot.db", busy_timeout=0.01)
    await store.open()
    await store.run(upgrade)
    yield SteadySteps(SqlSteps(store, DataKey(new_data_key()), some_shop(), clock, bytes), Outage(clock))
    await store.close()


@pytest.fixture
async def background() -> AsyncIterator[Background]:
    tasks = Background()
    yield tasks
    await tasks.close()


class Lock:
    """A lock on the database that outlasts every wait for it; let go once somebody has met it."""

    def __init__(self, path: Path, outage: Outage) -> None:
        self._held = sqlite3.connect(path, isolation_level=None)
        self._outage = outage

    def take(self) -> None:
        self._held.execute("BEGIN IMMEDIATE")

    async def let_go_when_met(self) -> None:
        async with asyncio.timeout(20):
            await self._outage.begun.wait()
        self._held.execute("ROLLBACK")
        self._held.close()


@pytest.fixture
def lock(tmp_path: Path, steps: SteadySteps) -> Lock:
    return Lock(tmp_path / "bot.db", steps._outage)


class OneDelivery:
    """Sends, and while it does, something happens."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self.sent: list[int] = []
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()
        self._meanwhile = meanwhile

    async def deliver(self, item: Outgoing, _progress: object, _kind: str, _bare: bool) -> Delivered:
        self.sent.append(item.id)
        self._meanwhile()
        self.begun.set()
        await self.go_on.wait()
        return Delivered(len(self.sent), "hello")


def undone(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM outbox WHERE done_at IS NULL").fetchone()[0])


async def test_a_message_that_was_sent_while_the_database_was_locked_is_sent_once(
    steps: SteadySteps, clock: MovableClock, background: Background, lock: Lock, tmp_path: Path
) -> None:
    deliveries: Any = OneDelivery(lock.take)
    deliveries.go_on.set()
    finished = asyncio.Event()
    sender = Sender(deliveries, steps, ToyUseCases().entry_points(), background, lambda _outcome: finished.set())
    await steps.run(lambda tx: put(tx, 7, "hello"))
    background.start(sender.lanes.run(), "sender")
    await lock.let_go_when_met()
    clock.forward(hours=1)  # its lease has long ended when the note of it can be written
    async with asyncio.timeout(20):
        await finished.wait()
    assert len(deliveries.sent) == 1
    assert undone(tmp_path / "bot.db") == 0


@pytest.mark.parametrize("hours", [24, -24])
async def test_a_message_that_is_being_sent_is_not_sent_again_when_the_clock_jumps(
    steps: SteadySteps, clock: MovableClock, background: Background, hours: int, tmp_path: Path
) -> None:
    deliveries: Any = OneDelivery(lambda: clock.forward(hours=hours))
    sender = Sender(deliveries, steps, ToyUseCases().entry_points(), background, lambda _outcome: None)
    await steps.run(lambda tx: put(tx, 7, "hello"))
    (row,), _ = await sender._take(9)
    work = background.start(sender._work(row), "a row")
    await deliveries.begun.wait()
    assert (await sender._take(9))[0] == []
    deliveries.go_on.set()
    await work
    assert len(deliveries.sent) == 1
    assert undone(tmp_path / "bot.db") == 0


def a_worker(bench: Bench, perform: Callable[[Any], Any], background: Background) -> Worker:
    worker = bench.worker(perform)
    background.start(worker.run(), "worker")
    return worker


async def test_what_the_model_answered_while_the_database_was_locked_is_kept_and_it_is_asked_once(
    steps: SteadySteps, clock: MovableClock, background: Background, lock: Lock
) -> None:
    asked = 0

    async def perform(words: str) -> str:
        nonlocal asked
        asked += 1
        lock.take()
        return words.upper()

    bench: Any = Bench(steps)  # type: ignore[arg-type]  # it needs no more of the steps than `run`
    await bench.put()
    worker = a_worker(bench, perform, background)
    await lock.let_go_when_met()
    clock.forward(hours=1)  # its lease has long ended
    worker.wake()
    await the_end(bench)
    await worker.stop(5)
    assert (asked, bench.applied, bench.failed) == (1, [("hello", "HELLO")], [])


@pytest.mark.parametrize("hours", [24, -24])
async def test_a_model_at_work_is_not_asked_again_when_the_clock_jumps(
    steps: SteadySteps, clock: MovableClock, background: Background, hours: int
) -> None:
    asked, started, go_on = 0, asyncio.Event(), asyncio.Event()

    async def perform(words: str) -> str:
        nonlocal asked
        asked += 1
        started.set()
        await go_on.wait()
        return words.upper()

    bench: Any = Bench(steps)  # type: ignore[arg-type]  # as above
    await bench.put()
    worker = bench.worker(perform)
    await worker._begin_due()
    async with asyncio.timeout(20):
        await started.wait()
    clock.forward(hours=hours)
    await worker._begin_due()
    go_on.set()
    await the_end(bench)
    await worker.stop(5)
    assert (asked, bench.applied) == (1, [("hello", "HELLO")])


async def test_a_worker_that_is_told_to_stop_while_the_database_is_locked_stops(
    steps: SteadySteps, background: Background, lock: Lock
) -> None:
    started = asyncio.Event()

    async def endless(_words: str) -> str:
        started.set()
        await asyncio.Event().wait()
        return ""

    bench: Any = Bench(steps)  # type: ignore[arg-type]  # as above
    await bench.put()
    worker = a_worker(bench, endless, background)
    async with asyncio.timeout(20):
        await started.wait()
    lock.take()
    async with asyncio.timeout(8):
        await worker.stop(0)
    lock._held.close()
