"""The queue of updates: kept until confirmed, whoever fetches or receives them."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from chatbot.demo.journal import Journal
from chatbot.demo.model import Json

KEPT_SECONDS = 24 * 3600
FIRST_ID = 100_000_001
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(slots=True)
class Update:
    """One update; `lane` is the chat whose updates stay in order, `at` when it came (Unix seconds)."""

    id: int
    kind: str
    lane: int
    at: float
    body: Json

    def payload(self) -> Json:
        """The update as Telegram sends it."""
        return {"update_id": self.id, self.kind: self.body}


class UpdateQueue:
    """Unconfirmed updates in order of their ids; the oldest go after a day."""

    def __init__(self, clock: Callable[[], float], journal: Journal) -> None:
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.next_id = FIRST_ID
        self.allowed: list[str] | None = None
        self.on_arrival: list[Callable[[Update], None]] = []
        self._clock = clock
        self._journal = journal

    def put(self, kind: str, body: Json, lane: int) -> None:
        """Queue an update of this kind, unless the bot did not ask for such."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if not wanted:
            return
        update = Update(self.next_id, kind, lane, self._clock(), body)
        self.next_id += 1
        self.pending[update.id] = update
        self._journal.note("update", update.id)
        self._journal.note("state", "counters")
        for listener in self.on_arrival:
            listener(update)

    def confirm(self, update_id: int) -> None:
        """This one update has been received."""
        if self.pending.pop(update_id, None):
            self._journal.note("update", update_id)

    def confirm_before(self, offset: int) -> None:
        """Everything below `offset` has been received; a negative one keeps only that many of the last."""
        while self.pending:
            oldest = next(iter(self.pending))
            if oldest >= offset if offset >= 0 else len(self.pending) <= -offset:
                return
            self.confirm(oldest)

    def drop_all(self) -> None:
        """Forget every pending update."""
        for update_id in list(self.pending):
            self.confirm(update_id)

    def first(self, limit: int) -> list[Update]:
        """The oldest pending updates, without those that are older than a day."""
        while self.pending and next(iter(self.pending.values())).at < self._clock() - KEPT_SECONDS:
            self.confirm(next(iter(self.pending)))
        return list(islice(self.pending.values(), limit))

    def allow(self, kinds: list[str] | None) -> None:
        """Set which kinds are queued from now on; None or [] means the usual ones."""
        self.allowed = kinds or None
        self._journal.note("state", "counters")
