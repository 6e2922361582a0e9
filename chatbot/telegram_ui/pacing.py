"""Telegram's rates: about one message a second to a person with short bursts, 20 a minute to a group, 30 a second in
all. What comes faster waits its turn here instead of being refused there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

_MANY_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """The rates that are kept."""

    private_per_second: float = 1.0
    private_burst: int = 5
    group_per_minute: int = 20
    total_per_second: float = 30.0

    @classmethod
    def unlimited(cls) -> Pace:
        """For a Telegram of our own, which asks for no pace."""
        return cls(1e6, 1000, 60_000_000, 1e6)


class Bucket:
    """Lets `burst` through at once and then one every `interval` seconds; `now` is seconds of any one clock."""

    def __init__(self, interval: float, burst: int) -> None:
        self._interval = interval
        self._slack = interval * (burst - 1)
        self.full_at = 0.0

    def wait(self, now: float) -> float:
        """Seconds until there is a turn."""
        return max(0.0, self.full_at - self._slack - now)

    def reserve(self, now: float) -> float:
        """Seconds to wait for the turn that is taken by this call."""
        wait = self.wait(now)
        self.full_at = max(self.full_at, now) + self._interval
        return wait


class Pacing:
    """Gives turns. Groups have negative ids."""

    def __init__(self, pace: Pace, clock: Callable[[], float]) -> None:
        self._pace = pace
        self._clock = clock
        self._total = Bucket(1 / pace.total_per_second, max(1, int(pace.total_per_second)))
        self._chats: dict[int, Bucket] = {}

    async def turn(self, chat_id: int) -> None:
        """Wait until this chat may get another message."""
        await asyncio.sleep(self.reserve(chat_id))

    def reserve(self, chat_id: int) -> float:
        """Take the next turn; seconds until it comes."""
        now = self._clock()
        if len(self._chats) > _MANY_CHATS:
            self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.full_at > now}
        bucket = self._chats.setdefault(chat_id, self._bucket(chat_id))
        return max(bucket.reserve(now), self._total.reserve(now))

    def _bucket(self, chat_id: int) -> Bucket:
        if chat_id > 0:
            return Bucket(1 / self._pace.private_per_second, self._pace.private_burst)
        # Half at once and half spread over the minute never makes more than the whole in any minute.
        burst = max(1, self._pace.group_per_minute // 2)
        return Bucket(60 / max(1, self._pace.group_per_minute - burst), burst)
