"""Faults of ours: told one by one at first, then counted."""

from __future__ import annotations

from people_bench import CLIENT, FOUNDER, Bench

from chatbot.use_cases import trouble
from chatbot.use_cases.ports import Job, Transaction


async def _faults(bench: Bench, count: int) -> list[str]:
    before = len(bench.told[FOUNDER])
    for number in range(count):
        await bench.steps.run(trouble.report_trouble, f"update {number} cannot be read", None, None)
    await bench.deliver()
    return [told.text for told in bench.told[FOUNDER][before:]]


async def _due(bench: Bench) -> list[Job]:
    jobs: list[Job] = await bench.steps.run(lambda tx: tx.jobs.claim(9, 60))
    return jobs


async def test_a_flood_of_faults_is_three_notes_and_one_number(bench: Bench) -> None:
    told = await _faults(bench, 200)
    assert [words.split("(")[1].split(";")[0] for words in told] == [f"update {one} cannot be read" for one in range(3)]
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
    before = len(referred.told[CLIENT])
    for _ in range(5):
        await referred.do(trouble.report_trouble, "it", referred.people[CLIENT], CLIENT)
    referred.clock.forward(minutes=1)
    await referred.do(trouble.report_trouble, "it", referred.people[CLIENT], CLIENT)
    assert len(referred.told[CLIENT]) == before + 2
