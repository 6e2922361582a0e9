"""A clock that jumps makes nobody silent and nothing old: what cannot be undone waits until it has gone on evenly."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, Bench
from sqlalchemy import Connection, func, select
from use_cases.privacy.chores import begin, every_day, step, work
from use_cases.privacy.leaving import contact

from chatbot.database.queue_tables import inbox
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.privacy import retention

PERIOD = 30
AHEAD = 4000  # days


@pytest.fixture
async def kept(referred: Bench) -> Bench:
    """A shop with RETENTION_DAYS that has been at work for a while, a client and a friend who wrote today."""
    referred.steps._shop = replace(referred.steps._shop, retention=timedelta(days=PERIOD), referral_days=1)
    await begin(referred)
    await every_day(referred, 8)
    for person in (CLIENT, FRIEND):
        await referred.say(person, "I just thought of something")
    return referred


async def known(bench: Bench, *people: int) -> list[bool]:
    return [await contact(bench, person) is not None for person in people]


def told_of_the_clock(bench: Bench) -> list[str]:
    return [told.text for told in bench.told[FOUNDER] if "🕰" in told.text]


# ---- ahead, and put right -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("started_anew", [True, False])
async def test_who_has_just_written_is_not_forgotten_because_the_clock_jumped_ahead(
    kept: Bench, started_anew: bool
) -> None:
    kept.clock.forward(days=AHEAD)
    await (begin(kept) if started_anew else work(kept))
    kept.clock.forward(days=-AHEAD)
    await begin(kept)
    await every_day(kept, 1)
    assert await known(kept, CLIENT, FRIEND) == [True, True]


async def test_the_founders_are_told_what_was_seen_and_what_to_do_and_have_days_for_it(kept: Bench) -> None:
    kept.clock.forward(days=AHEAD)
    await begin(kept)
    await every_day(kept, 6)
    kept.clock.forward(days=-AHEAD)
    await every_day(kept, 3)
    assert await known(kept, CLIENT, FRIEND) == [True, True]
    (told,) = told_of_the_clock(kept)
    assert told == (
        "🕰 The server's clock says 20 February 2037: that is 4000 days after I last looked at it. If I was switched "
        "off for so long, or a backup was put back, all is well. If not, please check the clock. To be safe I forget "
        "nobody for being silent until it has gone on evenly for 7 days."
    )


async def test_a_jump_between_two_steps_of_a_day_makes_nobody_older(kept: Bench) -> None:
    silent = range(10_000, 10_000 + 2 * retention.A_FEW)
    for number in silent:
        await kept.do(lambda tx, number=number: tx.contacts.add(number, "Somebody", "", "en"))
    await every_day(kept, PERIOD)
    for person in (CLIENT, FRIEND):
        await kept.say(person, "Good morning")
    kept.clock.forward(days=1)
    for _ in ("the look at the clock", "the first few"):
        await step(kept)
    assert any(await known(kept, *silent))
    kept.clock.forward(days=AHEAD)
    await work(kept)
    assert not any(await known(kept, *silent))
    assert await known(kept, CLIENT, FRIEND) == [True, True]


# ---- a mark in the future -------------------------------------------------------------------------------------------


async def test_a_clock_that_was_put_back_does_not_stop_the_days(kept: Bench) -> None:
    kept.clock.forward(days=AHEAD)
    await begin(kept)
    kept.clock.forward(days=-AHEAD)
    await every_day(kept, PERIOD + 2)
    assert await known(kept, CLIENT) == [False]


async def test_a_clock_that_was_put_back_has_to_be_steady_as_well(kept: Bench) -> None:
    """It was put back, and it is still ahead."""
    kept.clock.forward(days=AHEAD)
    await begin(kept)
    await every_day(kept, 6)
    kept.clock.forward(days=PERIOD + 5 - AHEAD)
    await begin(kept)
    await every_day(kept, 2)
    assert await known(kept, CLIENT, FRIEND) == [True, True]


# ---- no jump ------------------------------------------------------------------------------------------------------


async def test_after_a_month_off_the_silent_go_once_the_clock_was_steady_for_a_week(kept: Bench) -> None:
    kept.clock.forward(days=PERIOD + 5)
    await begin(kept)
    await every_day(kept, 6)
    assert await known(kept, CLIENT, FRIEND) == [True, True]
    await every_day(kept, 1)
    assert await known(kept, CLIENT) == [False]
    assert len(told_of_the_clock(kept)) == 1


async def test_some_days_off_are_no_jump(kept: Bench) -> None:
    for _ in range(7):
        kept.clock.forward(days=6)
        await begin(kept)
    assert await known(kept, CLIENT) == [False]
    assert told_of_the_clock(kept) == []


async def test_a_first_start_lets_nobody_go_and_says_nothing_of_the_clock(referred: Bench) -> None:
    """Also the first start of this version: nobody knows yet how the clock has gone."""
    referred.steps._shop = replace(referred.steps._shop, retention=timedelta(days=PERIOD), referral_days=1)
    referred.clock.forward(days=PERIOD + 5)
    await begin(referred)
    assert await known(referred, CLIENT) == [True]
    assert told_of_the_clock(referred) == []
    await every_day(referred, 7)
    assert await known(referred, CLIENT) == [False]


# ---- queues -------------------------------------------------------------------------------------------------------


async def test_what_was_done_lately_is_not_pruned_because_the_clock_jumped_ahead(referred: Bench) -> None:
    await begin(referred)
    await every_day(referred, 8)
    for number in (1, 2):
        await referred.do(_came, number)
    referred.clock.forward(days=AHEAD)
    await begin(referred)
    assert await rows(referred) == 2
    await every_day(referred, 7)
    assert await rows(referred) == 1  # the newest of a chat stays
    assert told_of_the_clock(referred) == []  # nobody would have been forgotten


def _came(tx: Transaction, number: int) -> None:
    tx.inbox.add(number, CLIENT, CLIENT, "{}")
    (row,) = tx.inbox.oldest_of_each_chat((), 9)
    tx.inbox.done(row.id)


async def rows(bench: Bench) -> int:
    def count(connection: Connection) -> int:
        return connection.execute(select(func.count()).select_from(inbox)).scalar_one()

    found: int = await bench.steps._store.run(count)
    return found
