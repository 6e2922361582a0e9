"""Jobs that need Telegram while it is away: they wait, hold no place meanwhile, and it is no failure of theirs."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from fakes import MovableClock
from worker_bench import QUICK, Bench, Run, the_end, until

from chatbot.domain.errors import ModelError, TelegramAway
from chatbot.worker import MOST_ATTEMPTS, MOST_BEGUN, Manner, Worker

PATIENT = MOST_BEGUN + 10


class Telegram:
    """Away until it is back; `tries` counts who came."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.is_away = True
        self.tries = 0
        self.seconds = seconds

    async def __call__(self, words: str) -> str:
        self.tries += 1
        if self.is_away:
            raise TelegramAway("a file is late: TimedOut", self.seconds)
        return words.upper()


def by(clock: MovableClock) -> Manner:
    """A worker that counts what it waits for by this clock."""
    return replace(QUICK, clock=lambda: clock().timestamp())


async def tried_again(bench: Bench, worker: Worker, telegram: Telegram, clock: MovableClock, minutes: float) -> None:
    """So much time passes, and a further try has failed and is over."""
    before = telegram.tries
    clock.forward(minutes=minutes)
    worker.wake()

    async def waits() -> bool:
        return telegram.tries > before and not worker._running

    await until(bench, waits)


async def at_work(bench: Bench, run: Run, clock: MovableClock, telegram: Telegram) -> Worker:
    """A worker with one job, whose first try has failed and is over."""
    await bench.put()
    worker = bench.worker(telegram, by(clock))
    run(worker)
    await tried_again(bench, worker, telegram, clock, 0)
    return worker


async def test_after_an_hour_without_telegram_the_job_is_done(bench: Bench, run: Run, clock: MovableClock) -> None:
    telegram = Telegram()
    worker = await at_work(bench, run, clock, telegram)
    for _ in range(PATIENT):
        await tried_again(bench, worker, telegram, clock, 2)
    telegram.is_away = False
    clock.forward(minutes=1)
    worker.wake()
    await the_end(bench)
    assert (bench.applied, bench.failed, bench.reported) == ([("hello", "HELLO")], [], [])


async def test_the_tries_come_a_minute_apart_in_the_end(bench: Bench, run: Run, clock: MovableClock) -> None:
    telegram = Telegram()
    worker = await at_work(bench, run, clock, telegram)
    await tried_again(bench, worker, telegram, clock, 10)
    due = await bench.left()
    assert due is not None
    assert 50 < (due - clock()).total_seconds() <= 60


async def test_the_wait_that_telegram_asks_for_is_kept(bench: Bench, run: Run, clock: MovableClock) -> None:
    telegram = Telegram(seconds=300)
    await at_work(bench, run, clock, telegram)
    due = await bench.left()
    assert due is not None
    assert 290 < (due - clock()).total_seconds() <= 300


async def test_what_waits_for_telegram_holds_no_place(bench: Bench, run: Run) -> None:
    telegram, both = Telegram(seconds=300), asyncio.Event()

    async def perform(words: str) -> str:
        if words != "text":
            return await telegram(words)
        both.set()
        return words

    for number in range(QUICK.width):
        await bench.put(f"voice {number}", key=f"voice:{number}")
    await bench.put("text", key="text")
    run(bench.worker(perform))
    async with asyncio.timeout(20):
        await both.wait()


async def test_an_outage_between_two_failures_of_a_job_takes_none_of_its_tries(
    bench: Bench, run: Run, clock: MovableClock
) -> None:
    telegram = Telegram()

    async def broken(words: str) -> str:
        await telegram(words)
        raise ModelError("the server is down")

    await bench.put()
    worker = bench.worker(broken, by(clock))
    run(worker)
    await tried_again(bench, worker, telegram, clock, 0)
    for _ in range(MOST_ATTEMPTS + 1):
        await tried_again(bench, worker, telegram, clock, 2)
    away, telegram.is_away = telegram.tries, False
    clock.forward(minutes=2)
    worker.wake()
    await the_end(bench)
    assert telegram.tries - away == MOST_ATTEMPTS
    assert [fault.why for fault in bench.reported] == ["model: the server is down"]


async def test_after_a_day_people_hear_an_honest_word(bench: Bench, run: Run, clock: MovableClock) -> None:
    telegram = Telegram()
    worker = await at_work(bench, run, clock, telegram)
    await tried_again(bench, worker, telegram, clock, 23 * 60)
    assert bench.reported == []
    await tried_again(bench, worker, telegram, clock, 2 * 60)
    assert bench.failed == ["answer"]
    assert [fault.why for fault in bench.reported] == ["late"]
    assert await bench.left() is None


async def test_a_job_that_waited_while_the_bot_was_off_is_not_late_at_its_first_try(
    bench: Bench, run: Run, clock: MovableClock
) -> None:
    telegram = Telegram()
    await bench.put()
    clock.forward(hours=25)
    worker = bench.worker(telegram, by(clock))
    run(worker)
    await tried_again(bench, worker, telegram, clock, 0)
    assert bench.reported == []
    telegram.is_away = False
    clock.forward(minutes=1)
    worker.wake()
    await the_end(bench)
    assert bench.applied == [("hello", "HELLO")]
