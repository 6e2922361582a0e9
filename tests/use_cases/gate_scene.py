"""A shop in which everybody may try what they may not: each try is one step over the real store, undone afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fakes import ZONE, some_shop
from people_bench import CLIENT, FOUNDER, FRIEND, SECOND_FOUNDER, TEAM, Bench, CountingBytes, StandingClock
from sqlalchemy import select

from chatbot.database.migrate import upgrade
from chatbot.database.queue_tables import metadata
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import NotAllowed, Refusal
from chatbot.domain.lead import BookingKind, Lead, Quote
from chatbot.domain.lead_flow import Stage
from chatbot.domain.money import Money
from chatbot.texts.speak import Texts
from chatbot.use_cases import entry
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.ports import Outgoing, Transaction
from chatbot.use_cases.replies import Phrase, Say

STRANGER, TEAM_CHAT, TOPIC = 777, -100, 7
YES, NO, NOTHING = "yes", "no", "–"
REFUSING = {"refused-unknown-command", "expected-not-taken", "talk-only-crew", "edit-not-sent"}
WHO: dict[str, tuple[int, bool]] = {  # telegram id, and whether in the team's group
    "client": (CLIENT, False),
    "friend": (FRIEND, False),
    "team member": (TEAM, False),
    "founder": (FOUNDER, False),
    "stranger": (STRANGER, False),
    "stranger in the group": (STRANGER, True),
    "team member in the group": (TEAM, True),
    "founder in the group": (FOUNDER, True),
}
OTHER_ARGS: dict[str, int | str] = {
    "amount": 1000,
    "reason": "full",
    "tag": "en",
    "text": "yes",
    "topic": "budget",
    "mark": "f",
    "rows": "in:1",
}


class _Undone(Exception):  # noqa: N818 -- no error: it carries what was seen out of the step that it undoes
    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self.cell = cell


@dataclass(frozen=True)
class Cell:
    """What came of a try in this chat: the word for the table, the tables that changed, what is to be sent."""

    word: str
    changed: frozenset[str]
    sent: tuple[Outgoing, ...]
    chat_id: int


@dataclass(frozen=True)
class Attempt:
    """What is tried: `act(tx, person, chat_id, private)`, after what makes it possible."""

    act: Callable[[Transaction, Person, int, bool], Any]
    prepare: Callable[[Transaction, Person], Any] = lambda _tx, _person: None


@dataclass(frozen=True)
class Scene:
    """A client whom a friend brought, whose quote waits and who has called for a person."""

    bench: Bench
    lead: Lead
    quote: Quote
    booking: int
    referral: int

    async def tried(self, who: str, attempt: Attempt) -> Cell:
        """Let somebody try it in one step, look at what changed, and undo it."""
        sender, grouped = WHO[who]
        chat_id, person = TEAM_CHAT if grouped else sender, self.bench.people[sender]

        def step(tx: Transaction) -> None:
            attempt.prepare(tx, person)
            before, word = _dump(tx), None
            try:
                attempt.act(tx, person, chat_id, not grouped)
            except Refusal as refusal:
                word = NO if isinstance(refusal, NotAllowed) or refusal.text in REFUSING else YES
                if word == NO:  # what the dispatcher's second step says; a press is answered by an alert instead
                    entry.refuse(tx, person, chat_id, None, refusal)
            after = _dump(tx)
            changed = frozenset(name for name in after if after[name] != before[name])
            sent = tuple(_sent(tx))
            raise _Undone(Cell(word or _word(changed, sent), changed, sent, chat_id))

        try:
            await self.bench.steps.run(step)
        except _Undone as undone:
            return undone.cell
        raise AssertionError("the step was not undone")

    @property
    def args(self) -> dict[str, int | str]:
        """All that any button may carry."""
        numbers = {"lead": self.lead.id, "quote": self.quote.id, "booking": self.booking, "referral": self.referral}
        return {**numbers, **OTHER_ARGS}


def _dump(tx: Transaction) -> dict[str, list[tuple[Any, ...]]]:
    connection = tx.contacts._step.connection  # type: ignore[attr-defined]
    tables = metadata.sorted_tables
    return {table.name: sorted(map(tuple, connection.execute(select(table))), key=repr) for table in tables}


def _sent(tx: Transaction) -> Iterator[Outgoing]:
    number = 90_000
    while items := tx.outbox.claim(100, 60):
        for item in items:
            number += 1
            tx.outbox.sent(item, number)
            yield item


def _word(changed: frozenset[str], sent: tuple[Outgoing, ...]) -> str:
    if not changed:
        return NOTHING
    replies = [item.action.reply for item in sent if isinstance(item.action, Say)]
    said = {part.text for reply in replies for part in reply.parts if isinstance(part, Phrase)}
    return NO if said & REFUSING else YES


@asynccontextmanager
async def scene(folder: Path, stage: Stage = Stage.REVIEWING) -> AsyncIterator[Scene]:
    """The scene over a store in this folder."""
    store, key = SqliteStore(folder / f"{stage}.db"), DataKey(new_data_key())
    await store.open()
    await store.run(upgrade)
    crew = {"founder_ids": (FOUNDER, SECOND_FOUNDER), "team_ids": (TEAM,), "team_chat_id": TEAM_CHAT}
    shop, clock = replace(some_shop(), **crew), StandingClock()
    bench = Bench(SqlSteps(store, key, shop, clock, CountingBytes()), clock, Texts(ZONE))
    try:
        yield await _set(bench, stage)
    finally:
        await store.close()


async def _set(bench: Bench, stage: Stage) -> Scene:
    for number, name in ((FOUNDER, "Alex"), (TEAM, "Tim"), (FRIEND, "Marie"), (STRANGER, "Zoe")):
        await bench.meet(number, name)
    await bench.command(FRIEND, "refer")
    attachment = bench.told[FRIEND][-2].attachment
    assert attachment is not None
    await bench.meet(CLIENT, "Lin", payload=attachment.data["link"].split("start=")[1])
    lead = await bench.lead(stage)
    quote = await bench.quote(lead)

    def prepare(tx: Transaction) -> tuple[int, int]:
        hand_off.open_for(tx, tx.contacts.get(lead.client_id), lead, "asked")
        room, referral = tx.hand_offs.open_of(lead.client_id), tx.referrals.of_client(lead.client_id)
        assert room is not None
        assert referral is not None
        tx.hand_offs.save(replace(room, topic_id=TOPIC))
        founder = tx.contacts.by_telegram(FOUNDER)
        assert founder is not None
        booking = tx.bookings.add(BookingKind.PAID, lead.id, Money.of(20_000, "CNY"), "", founder.id)
        return booking.id, referral.id

    booking, referral = await bench.do(prepare)
    return Scene(bench, lead, quote, booking, referral)
