"""Which of the due jobs a worker begins.

Rule 1: a job that has somebody to wait for (the model, Telegram) takes a place; of the places one client has only so
        many at once, over all their leads. So a flood costs nobody else anything.
Rule 2: a timer, which is done in one step, and what a founder has set off take places of another room: they never
        wait for what clients have set off.
Rule 3: what finds no place is no reason to look again. Whoever leaves a place wakes the worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chatbot.use_cases.ports import Job, Transaction

LEASE_SECONDS = 40  # ten beats: one late beat loses no lease
LONGEST_PAUSE = 60.0
_SHORTEST_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Room:
    """Places for some kinds of jobs: so many are free. `each` is how many one client may have, None: all. For `busy`
    and `without` see `Jobs`."""

    free: int
    busy: tuple[int, ...]
    without: tuple[str, ...]
    each: int | None = None


class Places:
    """The rooms that a worker has for jobs.

    `slow` are the kinds that clients set off and that wait for somebody, `quick` the others; `width` the places of
    each room.
    """

    def __init__(self, slow: Iterable[str], quick: Iterable[str], width: int, each: int) -> None:
        self._slow = tuple(slow)
        self._quick = tuple(quick)
        self._width = width
        self._each = each

    def rooms(self, running: Mapping[int, Job]) -> tuple[Room, ...]:
        """The rooms with these jobs, by their ids, under way: for timers, and for what is slow. A kind that nobody
        knows is no slow one."""
        busy = tuple(running)
        slow = sum(job.kind in self._slow for job in running.values())
        return (
            Room(self._width - (len(busy) - slow), busy, self._slow),
            Room(self._width - slow, busy, self._quick, self._each),
        )


def claim(tx: Transaction, rooms: Sequence[Room]) -> tuple[list[Job], float]:
    """What is due and finds a place; and in how many seconds to look again, unless somebody wakes us earlier."""
    claimed: list[Job] = []
    pause = LONGEST_PAUSE
    for room in rooms:
        if room.free <= 0:
            continue
        jobs = tx.jobs.claim(room.free, LEASE_SECONDS, room.busy, room.without, room.each)
        claimed += jobs
        if len(jobs) < room.free:
            busy = (*room.busy, *(job.id for job in jobs))
            due = tx.jobs.next_due(busy, room.without, room.each)
            pause = pause if due is None else min(pause, (due - tx.now).total_seconds())
    return claimed, max(pause, _SHORTEST_PAUSE)
