"""Retention: whoever was silent for long is forgotten, but not while something is owed, agreed or under way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from people_bench import CLIENT, FOUNDER, FRIEND, Bench
from sqlalchemy import select, update
from use_cases.privacy.chores import begin, time_passes, work
from use_cases.privacy.leaving import contact, forgets, hands_over, pays

from chatbot import job_steps
from chatbot.database.tables import contacts
from chatbot.domain.errors import StorageError
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact
from chatbot.use_cases import entry
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.privacy import retention

PERIOD = timedelta(days=365)


@pytest.fixture
async def kept(referred: Bench) -> Bench:
    """A shop with RETENTION_DAYS, and a client whom a friend brought."""
    referred.steps._shop = replace(referred.steps._shop, retention=PERIOD, referral_days=30)
    await begin(referred)
    return referred


async def a_year_later(bench: Bench) -> None:
    await time_passes(bench, days=367)
    await begin(bench)


async def known(bench: Bench, *people: int) -> list[bool]:
    return [await contact(bench, person) is not None for person in people]


# ---- who goes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", [None, *Stage])
async def test_only_what_waits_for_the_client_or_is_over_keeps_nobody(kept: Bench, stage: Stage | None) -> None:
    if stage is not None:
        await kept.lead(stage)
    await a_year_later(kept)
    waits = {None, Stage.LISTENING, Stage.QUOTED, Stage.PAUSED, Stage.TRIAL_OFFERED}
    over = {Stage.WON, Stage.LOST, Stage.DECLINED}
    assert await known(kept, CLIENT) == [stage not in waits | over]


async def wrote_lately(bench: Bench) -> None:
    bench.clock.forward(days=200)
    await bench.say(CLIENT, "Still thinking")


async def sent_something_unread(bench: Bench) -> None:
    bench.clock.forward(days=200)
    await bench.do(lambda tx: tx.inbox.add(1, CLIENT, CLIENT, "{}"))


async def came_lately(bench: Bench) -> None:
    """Not a word, but an update, such as a press."""
    await sent_something_unread(bench)
    (row,) = await bench.steps.run(lambda tx: tx.inbox.oldest_of_each_chat((), 9))
    await bench.do(lambda tx: tx.inbox.done(row.id))


async def paid_lately(bench: Bench) -> None:
    lead = await bench.lead(Stage.WON)
    bench.clock.forward(days=200)
    await pays(bench, lead)


async def became_lost_lately(bench: Bench) -> None:
    lead = await bench.lead(Stage.QUOTED)
    bench.clock.forward(days=200)
    await bench.do(lambda tx: tx.leads.save(replace(lead, stage=Stage.LOST, stage_since=tx.now)))


@pytest.mark.parametrize(
    "happens",
    [wrote_lately, sent_something_unread, came_lately, paid_lately, became_lost_lately],
    ids=lambda f: f.__name__,
)
async def test_the_days_are_counted_from_the_last_time(
    kept: Bench, happens: Callable[[Bench], Awaitable[None]]
) -> None:
    await happens(kept)
    await time_passes(kept, days=364)
    await begin(kept)
    assert await known(kept, CLIENT) == [True]


async def test_who_is_owed_a_commission_stays_until_it_is_paid_out(kept: Bench) -> None:
    lead = await kept.lead(Stage.WON)
    await pays(kept, lead)
    await a_year_later(kept)
    assert await known(kept, CLIENT, FRIEND) == [False, True]


async def test_a_friend_stays_while_a_project_that_they_brought_may_still_be_paid(kept: Bench) -> None:
    await kept.lead(Stage.AGREED)
    await time_passes(kept, days=360)
    await kept.command(FOUNDER, "won", "1 60000")
    await kept.press(FOUNDER, "Book")
    await time_passes(kept, days=10)
    await begin(kept)
    assert await known(kept, FRIEND) == [True]


async def test_whose_friend_still_counts_stays_for_so_long(kept: Bench) -> None:
    """The referral was made for a year, before the setting became thirty days."""
    await time_passes(kept, days=364)
    kept.steps._shop = replace(kept.steps._shop, retention=timedelta(days=30))
    await begin(kept)
    assert await known(kept, CLIENT, FRIEND) == [False, True]
    kept.clock.forward(days=3)
    await work(kept)
    assert await known(kept, FRIEND) == [False]


async def test_founders_stay(kept: Bench) -> None:
    await a_year_later(kept)
    assert await known(kept, FOUNDER) == [True]


async def test_without_the_setting_everybody_stays(referred: Bench) -> None:
    await a_year_later(referred)
    assert await known(referred, CLIENT, FRIEND) == [True, True]


# ---- what is said -------------------------------------------------------------------------------------------------


async def test_nothing_is_said_to_them_and_the_founder_hears_how_many(kept: Bench) -> None:
    lead = await kept.lead(Stage.LISTENING)
    await kept.quote(lead)
    before = {chat: len(kept.told[chat]) for chat in (CLIENT, FOUNDER)}
    await a_year_later(kept)
    assert await known(kept, CLIENT, FRIEND) == [False, False]
    assert len(kept.told[CLIENT]) == before[CLIENT]
    new = [told.text for told in kept.told[FOUNDER][before[FOUNDER] :]]
    assert new == ["🗑 2 contacts were forgotten today, because nothing was heard of them for 365 days."]
    kept.clock.forward(days=1)
    await work(kept)
    assert len(kept.told[FOUNDER]) == before[FOUNDER] + 1


async def test_where_a_hand_off_stood_the_team_hears_that_it_ended_and_not_that_anybody_asked(kept: Bench) -> None:
    lead = await kept.lead(Stage.QUOTED)
    await hands_over(kept, lead)
    await a_year_later(kept)
    told = kept.all_told(FOUNDER)
    assert f"The client of lead {lead.id} was forgotten, so this conversation ends here" in told
    assert "asked to be forgotten" not in told


# ---- every day ----------------------------------------------------------------------------------------------------


async def test_a_backlog_is_done_in_one_day_and_in_small_steps(kept: Bench) -> None:
    for number in range(90):
        await kept.do(lambda tx, number=number: tx.contacts.add(10_000 + number, "Somebody", "", "en"))
    await time_passes(kept, days=367)
    steps = await begin(kept)
    assert steps >= 92 / retention.A_FEW
    assert not any(await known(kept, CLIENT, FRIEND, *range(10_000, 10_090)))
    assert "92 contacts were forgotten today" in kept.last(FOUNDER)


async def test_a_start_does_again_only_what_was_not_done_that_day(kept: Bench) -> None:
    await a_year_later(kept)
    await kept.do(lambda tx: tx.contacts.add(10_000, "Somebody", "", "en"))
    kept.steps._shop = replace(kept.steps._shop, retention=timedelta(0))
    kept.clock.forward(hours=1)
    await begin(kept)
    assert await known(kept, 10_000) == [True]
    kept.clock.forward(days=1)
    await work(kept)
    assert await known(kept, 10_000) == [False]


async def test_a_row_that_cannot_be_read_keeps_nobody_but_its_own_person(kept: Bench) -> None:
    """Its step fails for good; the rest of the day is done one by one, and so is the next."""
    others = range(10_000, 10_005)
    for number in others:
        await kept.do(lambda tx, number=number: tx.contacts.add(number, "Somebody", "", "en"))
    spoilt = update(contacts).where(contacts.c.telegram_id == 10_002)
    key = select(contacts.c.name).where(contacts.c.telegram_id == 10_002)

    def spoil(connection: object) -> None:
        name = connection.execute(key).scalar_one()  # type: ignore[attr-defined]
        connection.execute(spoilt.values(name=name[:-1] + bytes([name[-1] ^ 1])))  # type: ignore[attr-defined]

    await kept.steps._store.run(spoil)
    await time_passes(kept, days=367)
    await kept.do(retention.begin)
    given_up = await _work_with_failures(kept)
    assert given_up == 2  # with the others, then alone
    left = await kept.steps._store.run(lambda c: c.execute(select(contacts.c.telegram_id)).scalars().all())
    assert [number for number in left if number > 0] == [FOUNDER, 10_002]
    kept.clock.forward(days=1)
    assert await _work_with_failures(kept) > 0


async def _work_with_failures(bench: Bench) -> int:
    """Do the chores, giving up at the first failure; how often that was."""
    given_up = 0
    while True:
        try:
            await work(bench)
        except StorageError:
            given_up += 1
            bench.clock.forward(minutes=2)
            await bench.do(_give_up)
        else:
            return given_up


def _give_up(tx: Transaction) -> None:
    for job in tx.jobs.claim(9, 60):
        if job.kind == retention.DAILY and job.attempt > 1:
            job_steps.set_aside(tx, entry.WORK[job.kind], job, "unreadable", lambda *_: None)


# ---- a restored copy ----------------------------------------------------------------------------------------------


async def test_what_a_restored_copy_brought_back_is_closed_at_the_start(kept: Bench) -> None:
    lead = await kept.lead(Stage.REVIEWING)
    await hands_over(kept, lead)
    known_before = await contact(kept)
    assert known_before is not None
    gone: Contact = await kept.do(lambda tx: tx.contacts.forget(known_before))  # as the list of erasures does
    assert gone.is_forgotten
    assert (await kept.find(lead)).stage is Stage.REVIEWING
    await begin(kept)
    assert (await kept.find(lead)).stage is Stage.LOST
    assert "this conversation ends here" in kept.all_told(FOUNDER)


async def test_what_was_agreed_with_somebody_forgotten_does_not_come_up_again(kept: Bench) -> None:
    lead = await kept.lead(Stage.AGREED)
    await forgets(kept)
    assert await begin(kept) < 10
    assert (await kept.find(lead)).stage is Stage.AGREED
