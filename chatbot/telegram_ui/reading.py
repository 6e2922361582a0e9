"""How fast one person's updates are read. All of them are stored; what comes too fast waits its turn in the inbox.

The burst leaves room for what people do: a forwarded conversation, an album, a dozen voice notes. It is kept in
memory: a restart gives everybody a new one. It is kept in seconds that never run back, whatever the time of day does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from chatbot.domain.people import Role
from chatbot.telegram_ui.pacing import Bucket
from chatbot.telegram_ui.raw_updates import is_about_chat, whose
from chatbot.use_cases.ports import Incoming, Transaction

_MANY_PEOPLE = 10_000


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
    """Says when an update may be handled. `clock` gives seconds that never run back."""

    def __init__(self, pace: ReadingPace, clock: Callable[[], float]) -> None:
        self._pace = pace
        self._clock = clock
        self._people: dict[int, Bucket] = {}

    def turn(self, tx: Transaction, row: Incoming) -> datetime:
        """When the turn of this update comes. The turn is taken where that is now, and only then."""
        if row.chat_id <= 0 or row.attempts:
            return tx.now  # groups have many people in them; what failed has had its turn
        return tx.now + timedelta(seconds=self._wait(tx, row.chat_id))

    def is_surplus(self, tx: Transaction, row: Incoming) -> bool:
        """Whether it is a stranger's in a group who sends too fast. It cannot wait there without holding up the
        others, and nothing that a stranger says in a group leads to anything; what becomes of the group itself does."""
        if row.chat_id >= 0 or row.attempts or is_about_chat(row.payload):
            return False
        return self._wait(tx, whose(row.payload)[1]) > 0

    def _wait(self, tx: Transaction, person: int) -> float:
        """Seconds until this person's turn; takes it where that is now. The crew never waits."""
        if tx.shop.role(person) is not Role.PERSON:
            return 0
        now = self._clock()
        if len(self._people) > _MANY_PEOPLE:
            self._people = {one: bucket for one, bucket in self._people.items() if bucket.full_at > now}
        bucket = self._people.setdefault(person, Bucket(self._pace.seconds, self._pace.burst))
        wait = bucket.wait(now)
        if wait <= 0:
            bucket.reserve(now)
        return wait
