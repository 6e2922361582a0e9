"""Faults of ours: told one by one at first, then counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_bench import CLIENT, FOUNDER, Bench

from chatbot.use_cases import trouble
from chatbot.use_cases.given_up import Reason, job_told, reason, update_told
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Phrase
from chatbot.use_cases.trouble import Fault


def unreadable(number: int) -> Fault:
    why = reason(Reason.UNREADABLE, "KeyError")
    return Fault(update_told("message", number, why), why)


async def _faults(bench: Bench, count: int) -> list[str]:
    before = len(bench.told[FOUNDER])
    for number in range(count):
        await bench.steps.run(trouble.report_trouble, unreadable(number))
    await bench.deliver()
    return [told.text for told in bench.told[FOUNDER][before:]]


async def _due(bench: Bench) -> list[Job]:
    jobs: list[Job] = await bench.steps.run(lambda tx: tx.jobs.claim(9, 60))
    return jobs


async def test_a_flood_of_faults_is_three_notes_and_one_number(bench: Bench) -> None:
    told = await _faults(bench, 200)
    assert ["(no. " + words.split("(no. ")[1][:2] for words in told] == ["(no. 0)", "(no. 1)", "(no. 2)"]
    assert await _due(bench) == []
    bench.clock.forward(hours=1)
    [job] = await _due(bench)

    def tell(tx: Transaction) -> None:
        work = trouble.WORK[job.kind]
        work.apply(tx, job, work.prepare(tx, job), None)

    await bench.do(tell)
    assert "197 more things" in bench.last(FOUNDER)
    assert len(await _faults(bench, 1)) == 1  # a new hour


async def test_who_is_hit_by_many_faults_is_calmed_once_a_minute(referred: Bench) -> None:
    fault = replace(unreadable(1), person=referred.people[CLIENT], chat_id=CLIENT)
    before = len(referred.told[CLIENT])
    for _ in range(5):
        await referred.do(trouble.report_trouble, fault)
    referred.clock.forward(minutes=1)
    await referred.do(trouble.report_trouble, fault)
    assert len(referred.told[CLIENT]) == before + 2


@pytest.mark.parametrize(
    ("fault", "what", "who", "why"),
    [
        (
            Fault(job_told("draft"), "model: timed out", lead_id=1),
            "Drawing the mind map",
            "Lin Wei, lead 1",
            "timed out",
        ),
        (
            Fault(update_told("message", 7, ""), "fault: KeyError", chat_id=CLIENT),
            "(no. 7)",
            "Lin Wei, lead 1",
            "KeyError",
        ),
        (Fault(Phrase("aside-picture"), "fault: PictureError", chat_id=-100), "picture", "group", "fault of mine"),
    ],
    ids=["job", "update", "picture"],
)
async def test_a_fault_names_what_failed_and_whose_it_was(
    referred: Bench, fault: Fault, what: str, who: str, why: str
) -> None:
    await referred.lead()
    before = len(referred.told[CLIENT])
    await referred.do(trouble.report_trouble, fault)
    line = referred.last(FOUNDER).splitlines()[1]
    assert [part in told for part, told in zip((what, who, why), line.split(" · "), strict=True)] == [True] * 3
    assert len(referred.told[CLIENT]) == before  # it is theirs, but nobody waits
