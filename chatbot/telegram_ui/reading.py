"""How fast one person's updates are read. All of them are stored; what comes too fast waits its turn in the inbox.

The burst leaves room for what people do: a forwarded conversation, an album, a dozen voice notes. It is kept in
memory: a restart gives everybody a new one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from chatbot.domain.people import Role
from chatbot.telegram_ui.pacing import Bucket
from chatbot.use_cases.ports import Incoming, Transaction

_MANY_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class ReadingPace:
    """So many updates of a person are read at once, then one every so many seconds."""

    burst: int = 40
    seconds: float = 4.0

    @classmethod
    def unlimited(cls) -> ReadingPace:
        """For tests that send a lot."""
        return cls(1_000_000, 1e-6)


class Reading:
    """Says when an update may be handled."""

    def __init__(self, pace: ReadingPace) -> None:
        self._pace = pace
        self._chats: dict[int, Bucket] = {}

    def turn(self, tx: Transaction, row: Incoming) -> datetime:
        """When the turn of this update comes. The turn is taken where that is now, and only then."""
        if row.chat_id <= 0 or row.attempts or tx.shop.role(row.chat_id) is not Role.PERSON:
            return tx.now  # groups have many people in them; the crew is ours; what failed has had its turn
        bucket, now = self._bucket(row.chat_id, tx.now.timestamp()), tx.now.timestamp()
        wait = bucket.wait(now)
        if wait <= 0:
            bucket.reserve(now)
        return tx.now + timedelta(seconds=wait)

    def _bucket(self, chat_id: int, now: float) -> Bucket:
        if len(self._chats) > _MANY_CHATS:
            self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.full_at > now}
        return self._chats.setdefault(chat_id, Bucket(self._pace.seconds, self._pace.burst))
