"""How the queues stand at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue. `oldest`: seconds since the oldest row came or its time came; `overdue`: seconds for which the
    oldest one that may be taken has not been: what waits for its next try, or behind such a one, is not overdue."""

    waiting: int
    oldest: float
    overdue: float


@dataclass(frozen=True, slots=True)
class Vitals:
    """All queues by name, the updates ever received, the leads by stage."""

    queues: Mapping[str, Queue]
    updates_received: int
    leads: Mapping[str, int]

    @property
    def oldest(self) -> float:
        """Seconds since the oldest of all came."""
        return max((queue.oldest for queue in self.queues.values()), default=0.0)
