"""In a chat that is told about several people, one who writes a lot holds nobody else up, and keeps their own order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from chatbot.database.outbox_rows import OutboxRows
from chatbot.database.people_rows import ContactRows
from chatbot.database.queue_tables import outbox
from chatbot.database.sealing import DataKey, Vault, new_data_key
from chatbot.database.step import Step
from chatbot.use_cases.ports import Place
from chatbot.use_cases.replies import Reply, Say

ROOM, LEASE = -100, 60
FLO, LIN = 0, 1  # who it is about
KEY = DataKey(new_data_key())


@dataclass
class Room:
    """The team's group, what was put there about whom, and what came."""

    connection: Connection
    people: tuple[int, ...]
    now: datetime = datetime(2026, 3, 2, tzinfo=UTC)
    put: list[tuple[int, int]] = field(default_factory=list)
    came: list[tuple[int, int]] = field(default_factory=list)

    @property
    def rows(self) -> OutboxRows:
        return OutboxRows(Step(self.connection, Vault(self.connection, KEY), self.now, bytes))

    def tell(self, who: int, later: int = 0) -> None:
        what = (who, -1 if later else len(self.put))
        due = self.now + timedelta(seconds=later) if later else None
        self.rows.put(Place(ROOM, "en", self.people[who]), Say(Reply((f"{who} {what[1]}",))), due=due)
        if not later:
            self.put.append(what)

    def send(self, fails: bool = False) -> None:
        """What is next goes out; or it has to be tried again a while later."""
        for item in self.rows.claim(5, LEASE):
            assert isinstance(item.action, Say)
            if fails:
                self.rows.again(item, self.now + timedelta(seconds=20))
                continue
            self.rows.sent(item, 1)
            who, number = map(int, str(item.action.reply.parts[0]).split())
            if (who, number) in self.put:
                self.came.append((who, number))


@contextmanager
def room() -> Iterator[Room]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        outbox.metadata.create_all(connection)
        step = Step(connection, Vault(connection, KEY), datetime(2026, 3, 2, tzinfo=UTC), bytes)
        people = tuple(ContactRows(step).add(number, "Lin", "", "en").id for number in (501, 502))
        yield Room(connection, people)
    engine.dispose()


def test_forty_messages_of_one_delay_the_first_of_another_by_a_handful() -> None:
    with room() as team:
        for _ in range(40):
            team.tell(FLO)
        team.tell(LIN)
        for _ in range(41):
            team.send()
        assert [who for who, _ in team.came].index(LIN) <= 6
        assert [number for who, number in team.came if who == FLO] == list(range(40))


def test_a_flood_that_goes_on_takes_no_more_than_its_share_of_a_slow_group() -> None:
    """Ten messages a minute get through; one person writes fifteen, another one every half a minute."""
    with room() as team:
        for second in range(0, 1200, 2):
            team.now += timedelta(seconds=2)
            if second % 4 == 0:
                team.tell(FLO)
            if second % 30 == 0:
                team.tell(LIN)
                asked = team.put[-1]
            if second % 6 == 0:
                team.send()
            if second % 30 == 28:
                assert asked in team.came


def test_whoever_writes_alone_waits_for_nothing() -> None:
    with room() as team:
        for _ in range(40):
            team.tell(FLO)
        for _ in range(40):
            team.send()
        assert len(team.came) == 40


def test_a_notice_for_the_morning_holds_up_nothing_about_the_same_person() -> None:
    with room() as team:
        team.tell(FLO, later=36_000)
        for _ in range(10):
            team.tell(FLO)
        for _ in range(10):
            team.send()
        assert len(team.came) == 10


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tell"), st.sampled_from((FLO, LIN)), st.just(0)),
        st.tuples(st.just("tell"), st.sampled_from((FLO, LIN)), st.integers(1, 200)),
        st.tuples(st.just("send"), st.booleans()),
        st.tuples(st.just("wait"), st.integers(1, 90)),
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_each_persons_own_order_stands_through_retries_and_later_notices(steps: list[tuple[object, ...]]) -> None:
    with room() as team:
        for name, *values in steps:
            if name == "wait":
                team.now += timedelta(seconds=int(str(values[0])))
            else:
                getattr(team, str(name))(*values)
        while (due := team.rows.next_due()) is not None:
            team.now = max(team.now, due)
            team.send()
        for who in (FLO, LIN):
            assert [one for one in team.came if one[0] == who] == [one for one in team.put if one[0] == who]
