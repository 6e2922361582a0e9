"""Whatever happens, a chat gets its rows in order and each once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from chatbot.database.outbox_rows import OutboxRows
from chatbot.database.queue_tables import inbox
from chatbot.database.sealing import DataKey, Vault, new_data_key
from chatbot.database.step import Step
from chatbot.use_cases.ports import Outgoing, Place
from chatbot.use_cases.replies import Reply, Say

LEASE = 60
KEY = DataKey(new_data_key())
CHATS = (10, 20)


@contextmanager
def database() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        inbox.metadata.create_all(connection)
        yield connection
    engine.dispose()


@dataclass
class Play:
    """An outbox, a clock, and what its senders hold."""

    connection: Connection
    now: datetime = datetime(2026, 3, 2, tzinfo=UTC)
    put_at_once: list[tuple[int, str]] = field(default_factory=list)
    put_for_later: list[tuple[int, str]] = field(default_factory=list)
    held: list[tuple[Outgoing, datetime]] = field(default_factory=list)
    sent: list[tuple[int, str]] = field(default_factory=list)

    @property
    def rows(self) -> OutboxRows:
        return OutboxRows(Step(self.connection, Vault(self.connection, KEY), self.now, bytes))

    def put(self, chat_id: int, wait: int = 0) -> None:
        name = str(len(self.put_at_once) + len(self.put_for_later))
        self.rows.put(Place(chat_id, "en", 0), Say(Reply((name,))), due=self.now + timedelta(seconds=wait))
        (self.put_for_later if wait else self.put_at_once).append((chat_id, name))

    def claim(self) -> None:
        for item in self.rows.claim(5, LEASE):
            chat_id = item.place.chat_id
            assert all(other.place.chat_id != chat_id or until <= self.now for other, until in self.held)
            self.held.append((item, self.now + timedelta(seconds=LEASE)))

    def finish(self) -> None:
        if self.held:
            item, _ = self.held.pop(0)
            if self.rows.sent(item, 1):
                assert isinstance(item.action, Say)
                self.sent.append((item.place.chat_id, str(item.action.reply.parts[0])))

    def again(self) -> None:
        if self.held:
            item, _ = self.held.pop(0)
            self.rows.again(item, self.now + timedelta(seconds=20))

    def drain(self) -> None:
        while (due := self.rows.next_due()) is not None:
            self.now = max(self.now, due)
            before = len(self.held)
            self.claim()
            assert len(self.held) > before, "next_due promised a row"
            while self.held:
                self.finish()


OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from(CHATS)),
        st.tuples(st.just("put"), st.sampled_from(CHATS), st.integers(1, 200)),
        st.just(("claim",)),
        st.just(("finish",)),
        st.just(("again",)),
        st.tuples(st.just("wait"), st.integers(1, 90)),
    ),
    max_size=30,
)


@settings(max_examples=80, deadline=None)
@given(operations=OPERATIONS)
def test_rows_are_sent_in_order_and_once_through_retries_leases_and_later_notices(
    operations: list[tuple[str, ...]],
) -> None:
    with database() as connection:
        play = Play(connection)
        for name, *values in operations:
            if name == "wait":
                play.now += timedelta(seconds=int(values[0]))
            else:
                getattr(play, name)(*values)
        play.drain()
    assert sorted(play.sent) == sorted(play.put_at_once + play.put_for_later)
    for chat_id in CHATS:
        at_once = [row for row in play.sent if row[0] == chat_id and row in play.put_at_once]
        assert at_once == [row for row in play.put_at_once if row[0] == chat_id]
