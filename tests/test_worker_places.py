"""Places at the worker: one client who floods costs nobody else anything, and a timer waits for nobody."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from worker_bench import Bench, Run, until

from chatbot.job_places import LONGEST_PAUSE, Places, claim
from chatbot.worker import Manner

FLO, LIN = 5, 6  # Telegram's ids of two clients
ROOMY = Manner(width=8, each=3, first_pause=0.0)


@dataclass
class SlowModel:
    """Answers a job when it is let; `begun` and `done` are the words of the jobs, in their order."""

    begun: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    _gates: dict[str, asyncio.Event] = field(default_factory=dict)

    async def __call__(self, words: str) -> str:
        self._gates[words] = asyncio.Event()
        self.begun.append(words)
        self.heard.set()
        await self._gates[words].wait()
        self.done.append(words)
        return words

    def answer(self, words: str) -> None:
        self._gates[words].set()

    async def has_begun(self, *words: str) -> None:
        async with asyncio.timeout(20):
            while not set(words) <= set(self.begun):
                await self.heard.wait()
                self.heard.clear()


async def flood(bench: Bench, lead_id: int, jobs: int = 20, name: str = "flo") -> None:
    for number in range(jobs):
        await bench.put(f"{name} {number}", lead_id, key=f"{name}:{number}")


async def test_one_client_who_floods_holds_up_no_other(bench: Bench, run: Run) -> None:
    model = SlowModel()
    await flood(bench, await bench.lead(FLO))
    await bench.put("lin", await bench.lead(LIN), key="lin")
    run(bench.worker(model, ROOMY))
    await model.has_begun("lin")
    assert model.begun == ["flo 0", "flo 1", "flo 2", "lin"]


async def test_a_second_project_gives_a_client_no_more_places(bench: Bench, run: Run) -> None:
    model = SlowModel()
    for name in ("first", "second", "third"):
        await flood(bench, await bench.lead(FLO), 2, name)
    await bench.put("lin", await bench.lead(LIN), key="lin")
    run(bench.worker(model, ROOMY))
    await model.has_begun("lin")
    assert model.begun == ["first 0", "first 1", "second 0", "lin"]


async def test_a_clients_jobs_are_begun_in_their_order_as_their_places_fall_free(bench: Bench, run: Run) -> None:
    model = SlowModel()
    await flood(bench, await bench.lead(FLO), 6)
    run(bench.worker(model, ROOMY))
    await model.has_begun("flo 2")
    for number in range(3):
        model.answer(f"flo {number}")
        await model.has_begun(f"flo {number + 3}")
    assert model.begun == [f"flo {number}" for number in range(6)]


async def test_a_timer_does_not_wait_for_slow_jobs_that_have_all_places(bench: Bench, run: Run) -> None:
    model = SlowModel()
    for client in range(ROOMY.width):
        await bench.put(f"slow {client}", await bench.lead(100 + client), key=f"slow:{client}")
    worker = bench.worker(model, ROOMY)
    run(worker)
    await model.has_begun(*(f"slow {client}" for client in range(ROOMY.width)))
    await bench.put("a promise is due", await bench.lead(LIN), "timer", "timer")
    worker.wake()
    async with asyncio.timeout(20):
        await bench.ended.wait()
    assert bench.applied == [("a promise is due", None)]


async def test_many_timers_of_one_client_are_done_beside_their_slow_jobs(bench: Bench, run: Run) -> None:
    model, lead_id = SlowModel(), await bench.lead(FLO)
    await flood(bench, lead_id, 5)
    for number in range(20):
        await bench.put(f"timer {number}", lead_id, "timer", f"timer:{number}")
    run(bench.worker(model, ROOMY))

    async def all_done() -> bool:
        return len(bench.applied) == 20

    await until(bench, all_done)
    await model.has_begun("flo 2")
    assert model.begun == ["flo 0", "flo 1", "flo 2"]


async def test_whoever_has_all_their_places_is_no_reason_to_look_again_at_once(bench: Bench) -> None:
    places = Places(slow=["answer"], quick=["timer"], width=8, each=3)
    await flood(bench, await bench.lead(FLO))
    claimed, pause = await bench.steps.run(claim, places.rooms({}))
    assert [job.payload["say"] for job in claimed] == ["flo 0", "flo 1", "flo 2"]
    assert pause == LONGEST_PAUSE
    running = {job.id: job for job in claimed}
    assert await bench.steps.run(claim, places.rooms(running)) == ([], LONGEST_PAUSE)
    await bench.put("soon", await bench.lead(LIN), key="lin", seconds=30)
    _, pause = await bench.steps.run(claim, places.rooms(running))
    assert 20 < pause <= 30
    del running[claimed[0].id]
    (following,), _ = await bench.steps.run(claim, places.rooms(running))
    assert following.payload["say"] == "flo 3"


async def test_while_every_place_is_taken_nobody_looks_again_at_once(bench: Bench) -> None:
    places = Places(slow=["answer"], quick=["timer"], width=2, each=3)
    await flood(bench, await bench.lead(FLO))
    claimed, _ = await bench.steps.run(claim, places.rooms({}))
    await flood(bench, await bench.lead(LIN), name="lin")
    assert await bench.steps.run(claim, places.rooms({job.id: job for job in claimed})) == ([], LONGEST_PAUSE)


async def test_what_a_founder_set_off_does_not_wait_for_the_client_it_is_about(bench: Bench, run: Run) -> None:
    model, lead = SlowModel(), await bench.lead(FLO)
    await flood(bench, lead)
    await bench.put("edit", lead, kind="edit", key="edit")
    run(bench.worker(model, ROOMY))
    await model.has_begun("edit")
    assert sorted(model.begun) == ["edit", "flo 0", "flo 1", "flo 2"]
