"""Jobs: one open job a key, one worker at a time, nothing put meanwhile is lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from chatbot.domain.money import Money
from chatbot.use_cases.ports import Job, Transaction

if TYPE_CHECKING:
    from database.conftest import Journey

LEASE = 90


async def put(journey: Journey, key: str, due: datetime | None = None, **payload: Any) -> None:
    await journey.run(lambda t: t.jobs.put("understand", key, due or journey.clock.now, None, payload))


async def claimed(journey: Journey, limit: int = 10) -> list[Job]:
    return await journey.do(lambda t: t.jobs.claim(limit, LEASE))


async def finished(journey: Journey, job: Job) -> bool:
    return await journey.do(lambda t: t.jobs.done(job))


async def test_a_job_comes_back_as_it_was_put(journey: Journey) -> None:
    lead = await journey.lead()
    payload = {"words": "drop the admin panel", "quote": 7, "paid": Money(5, "CNY"), "none": None}
    await journey.run(lambda t: t.jobs.put("revise", "revise:7", journey.clock.now, lead.id, payload))
    (job,) = await claimed(journey)
    assert job == Job(job.id, "revise:7", "revise", lead.id, payload, 1)


async def test_a_job_without_payload_has_an_empty_one(journey: Journey) -> None:
    await journey.run(lambda t: t.jobs.put("expire", "expire:1", journey.clock.now))
    assert [job.payload for job in await claimed(journey)] == [{}]


async def test_a_timer_is_claimed_when_it_is_due_the_longest_due_first(journey: Journey) -> None:
    now = journey.clock.now
    await put(journey, "b", now + timedelta(seconds=2))
    await put(journey, "a", now + timedelta(seconds=1))
    await put(journey, "c", now + timedelta(seconds=3))
    assert await claimed(journey) == []
    assert await journey.run(lambda t: t.jobs.next_due()) == now + timedelta(seconds=1)
    journey.clock.forward(seconds=2)
    assert [job.key for job in await claimed(journey)] == ["a", "b"]


async def test_putting_an_open_key_moves_it_and_replaces_its_payload(journey: Journey) -> None:
    await put(journey, "burst:1", n=1)
    later = journey.clock.now + timedelta(seconds=8)
    await put(journey, "burst:1", later, n=2)
    assert await claimed(journey) == []
    journey.clock.now = later
    (job,) = await claimed(journey)
    assert (job.payload, job.attempt) == ({"n": 2}, 1)
    assert await finished(journey, job)
    assert await journey.run(lambda t: t.jobs.next_due()) is None


async def test_a_key_that_is_done_can_be_put_again(journey: Journey) -> None:
    await put(journey, "daily")
    (job,) = await claimed(journey)
    assert await finished(journey, job)
    await put(journey, "daily")
    assert [again.id for again in await claimed(journey)] != [job.id]


async def test_what_is_put_while_a_worker_is_at_it_is_done_anew_and_the_worker_is_told(journey: Journey) -> None:
    await put(journey, "understand:1", n=1)
    (old,) = await claimed(journey)
    await put(journey, "understand:1", n=2)
    assert not await finished(journey, old)
    (new,) = await claimed(journey)
    assert (new.payload, new.attempt) == ({"n": 2}, 1)
    await journey.run(lambda t: t.jobs.again(old, journey.clock.now + timedelta(days=1), "late"))
    await journey.run(lambda t: t.jobs.set_aside(old, "late"))
    assert await finished(journey, new)


async def test_a_job_that_puts_itself_again_while_it_finishes_has_done_its_work(journey: Journey) -> None:
    tomorrow = journey.clock.now + timedelta(days=1)
    await put(journey, "daily")
    (job,) = await claimed(journey)

    def put_then_finish(t: Transaction) -> bool:
        t.jobs.put("understand", "daily", tomorrow)
        return t.jobs.done(job)

    assert await journey.run(put_then_finish)
    assert await journey.run(lambda t: t.jobs.next_due()) == tomorrow

    def finish_then_put(t: Transaction) -> bool:
        done = t.jobs.done(again)
        t.jobs.put("understand", "daily", tomorrow)
        return done

    journey.clock.now = tomorrow
    (again,) = await claimed(journey)
    assert await journey.run(finish_then_put)
    assert await journey.run(lambda t: t.jobs.next_due()) == tomorrow


async def test_a_worker_whose_lease_has_ended_cannot_finish_by_replacing(journey: Journey) -> None:
    await put(journey, "a")
    (late,) = await claimed(journey)
    journey.clock.forward(seconds=LEASE)
    await claimed(journey)

    def put_then_finish(t: Transaction) -> bool:
        t.jobs.put("understand", "a", journey.clock.now)
        return t.jobs.done(late)

    assert not await journey.run(put_then_finish)


async def test_a_cancelled_job_is_not_done_and_a_worker_at_it_is_told(journey: Journey) -> None:
    await put(journey, "a")
    await put(journey, "b")
    (first, _) = await claimed(journey)
    await journey.run(lambda t: (t.jobs.cancel("a"), t.jobs.cancel("b"), t.jobs.cancel("nothing")))
    assert not await finished(journey, first)
    assert await journey.run(lambda t: t.jobs.next_due()) is None


async def test_after_the_lease_another_gets_the_job_and_the_first_is_told(journey: Journey) -> None:
    await put(journey, "a")
    (first,) = await claimed(journey)
    assert await claimed(journey) == []
    journey.clock.forward(seconds=LEASE)
    (second,) = await claimed(journey)
    assert second.attempt == 2
    assert not await finished(journey, first)
    assert await finished(journey, second)


async def test_a_failed_job_waits_for_its_next_try(journey: Journey) -> None:
    await put(journey, "a")
    (job,) = await claimed(journey)
    due = journey.clock.now + timedelta(seconds=5)
    await journey.run(lambda t: t.jobs.again(job, due, "ModelError: " + "x" * 900))
    assert await journey.run(lambda t: t.jobs.next_due()) == due
    journey.clock.now = due
    assert [again.attempt for again in await claimed(journey)] == [2]


async def test_a_job_that_is_given_back_was_not_tried(journey: Journey) -> None:
    await put(journey, "a")
    (job,) = await claimed(journey)
    due = journey.clock.now + timedelta(seconds=60)
    await journey.run(lambda t: t.jobs.give_back(job, due))
    assert await claimed(journey) == []
    assert not await finished(journey, job)
    journey.clock.now = due
    assert [again.attempt for again in await claimed(journey)] == [1]


async def test_a_job_set_aside_is_over_and_keeps_what_it_was_about(journey: Journey) -> None:
    await put(journey, "a", n=1)
    (job,) = await claimed(journey)
    await journey.run(lambda t: t.jobs.set_aside(job, "ModelError"))
    journey.clock.forward(days=1)
    assert await claimed(journey) == []
    query = text("SELECT error, payload IS NOT NULL FROM jobs")
    assert await journey.store.run(lambda c: c.execute(query).all()) == [("ModelError", 1)]


async def test_a_finished_job_forgets_its_words(journey: Journey) -> None:
    await put(journey, "a", words="secret")
    (job,) = await claimed(journey)
    await finished(journey, job)
    assert await journey.store.run(lambda c: c.execute(text("SELECT payload FROM jobs")).all()) == [(None,)]


async def test_what_a_killed_process_was_doing_is_claimed_at_once_after_release(journey: Journey) -> None:
    await put(journey, "under way")
    await put(journey, "a timer", journey.clock.now + timedelta(days=1))
    (before,) = await claimed(journey)
    assert await claimed(journey) == []
    await journey.run(lambda t: t.jobs.release())
    (after,) = await claimed(journey)
    assert (after.id, after.attempt) == (before.id, 2)


async def test_of_one_client_no_more_are_claimed_than_their_share_over_all_their_leads(journey: Journey) -> None:
    first, other = await journey.lead(), await journey.lead(telegram_id=8)
    second = await journey.run(lambda t: t.leads.add(first.client_id, "en", None))
    for number, lead in enumerate((first, first, second, second, other)):
        await journey.run(lambda t, n=number, of=lead: t.jobs.put("transcribe", f"voice:{n}", t.now, of.id))
    await put(journey, "of nobody")

    def look(t: Transaction, busy: list[int]) -> tuple[list[Job], datetime | None]:
        claimed = t.jobs.claim(9, LEASE, busy, (), 3)
        return claimed, t.jobs.next_due([*busy, *(job.id for job in claimed)], (), 3)

    jobs, due = await journey.do(look, [])
    assert [job.key for job in jobs] == ["voice:0", "voice:1", "voice:2", "voice:4", "of nobody"]
    assert due is None
    assert await journey.do(look, [job.id for job in jobs]) == ([], None)
    (left,), _ = await journey.do(look, [job.id for job in jobs[1:]])
    assert left.key == "voice:3"


async def test_a_client_with_more_jobs_than_are_looked_at_hides_none_of_the_others(journey: Journey) -> None:
    first, other = await journey.lead(), await journey.lead(telegram_id=8)
    for number in range(9):
        await journey.run(lambda t, n=number: t.jobs.put("transcribe", f"voice:{n}", t.now, first.id))
    await journey.run(lambda t: t.jobs.put("answer", "answer", t.now, other.id))
    jobs = await journey.do(lambda t: t.jobs.claim(4, LEASE, (), (), 2))
    assert [job.key for job in jobs] == ["voice:0", "voice:1"]
    busy = [job.id for job in jobs]
    assert await journey.run(lambda t: t.jobs.next_due(busy, (), 2)) == journey.clock.now
    (job,) = await journey.do(lambda t: t.jobs.claim(2, LEASE, busy, (), 2))
    assert job.key == "answer"


async def test_some_kinds_are_passed_over_and_count_for_nobodys_share(journey: Journey) -> None:
    lead = await journey.lead()
    for number, kind in enumerate(("timer", "timer", "answer", "answer")):
        await journey.run(lambda t, n=number, k=kind: t.jobs.put(k, f"{n}", t.now, lead.id))
    timers = await journey.do(lambda t: t.jobs.claim(9, LEASE, (), ["answer"]))
    assert [job.kind for job in timers] == ["timer", "timer"]
    busy = [job.id for job in timers]
    assert await journey.run(lambda t: t.jobs.next_due(busy, ["timer", "answer"])) is None
    assert [job.kind for job in await journey.do(lambda t: t.jobs.claim(9, LEASE, busy, ["timer"], 2))] == [
        "answer"
    ] * 2
