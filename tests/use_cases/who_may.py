"""The table of who may do what, found out by doing it: `python tests/use_cases/who_may.py` prints it anew.

Every command, button, awaited answer and kind of free words of the product × everybody who may try. Each cell is one
step over the real store, undone afterwards. `who_may.md` beside this file is what was agreed on; a test compares.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes import ZONE, some_shop
from people_bench import CLIENT, FOUNDER, FRIEND, SECOND_FOUNDER, TEAM, Bench, CountingBytes, StandingClock

from chatbot.database.migrate import upgrade
from chatbot.database.queue_tables import metadata
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.errors import NotAllowed, Refusal
from chatbot.domain.lead import BookingKind, Lead, Quote
from chatbot.domain.lead_flow import Stage
from chatbot.domain.money import Money
from chatbot.domain.people import Expecting
from chatbot.texts.speak import Texts
from chatbot.use_cases import entry
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.incoming import Heard, Person, Pressed
from chatbot.use_cases.ports import Outgoing, Transaction
from chatbot.use_cases.replies import Phrase, Say
from chatbot.use_cases.routing import Rule

FIXTURE = Path(__file__).with_name("who_may.md")
STRANGER, TEAM_CHAT, TOPIC = 777, -100, 7
YES, NO, NOTHING = "yes", "no", "–"
WORDS = {"won": "1 68000", "lost": "1 why", "paid": "1 20000", "refund": "1 500 why", "took": "1 75", "lead": "1"}
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
HEAD = """# Who may do what

Found out by doing each over the real store (`python tests/use_cases/who_may.py`), and compared by a test. The lead, its
quote and its hand-off are the client's; "the group" is the team's. Everybody counts by who they are now, not by where
they write. *anybody*: it concerns the sender alone; such a button is made for one person and refused to all others.
*crew*: answering clients, which founders and team members may. *founder*: quotes and money.

*yes*: it is done, or the state of things refuses it. *no*: refused with a sentence, and nothing changes.
–: nothing happens, and nothing is said.
"""


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
class Row:
    """A line of the table: each cell by who tried."""

    kind: str
    name: str
    rule: Rule
    cells: dict[str, Cell]


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
        return {**numbers, "amount": 1000, "reason": "full", "tag": "en", "text": "yes", "topic": "budget", "mark": "f"}


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


# ---- what is tried ----------------------------------------------------------------------------------------------


def a_command(name: str) -> Attempt:
    """/name with words that make sense."""

    def act(tx: Transaction, person: Person, chat_id: int, private: bool) -> None:
        heard = Heard(person, chat_id, 5_000, "text", f"/{name}", private, "m:5000")
        entry.command(tx, name, WORDS.get(name, ""), heard)

    return Attempt(act)


def a_press(scene: Scene, action: str) -> Attempt:
    """A press on such a button, made for the client where anybody may press it."""
    owner = scene.lead.client_id if entry.PRESSES[action].rule is Rule.ANYBODY else None
    token: list[str] = []

    def prepare(tx: Transaction, _person: Person) -> None:
        token[:] = [tx.buttons.add(action, scene.args, owner)]

    def act(tx: Transaction, person: Person, chat_id: int, private: bool) -> None:
        entry.press(tx, Pressed(person, chat_id, 5_000, private, token[0]))

    return Attempt(act, prepare)


def an_answer(scene: Scene, what: str) -> Attempt:
    """The next words of somebody who was asked for this, when they were a founder still."""

    def prepare(tx: Transaction, person: Person) -> None:
        contact = tx.contacts.by_telegram(person.telegram_id)
        assert contact is not None
        about = {"lead": scene.lead.id, "quote": scene.quote.id}
        tx.contacts.save(replace(contact, expecting=Expecting(what, about)))

    def act(tx: Transaction, person: Person, chat_id: int, private: bool) -> None:
        entry.hear(tx, Heard(person, chat_id, 5_000, "text", "range 55-70k", private, "m:5000"))

    return Attempt(act, prepare)


def some_words(topic: int | None) -> Attempt:
    """Words in a topic of the group, or outside any."""

    def act(tx: Transaction, person: Person, chat_id: int, private: bool) -> None:
        entry.hear(tx, Heard(person, chat_id, 5_000, "text", "hello", private, "m:5000", topic))

    return Attempt(act)


async def rows(folder: Path) -> list[Row]:
    """Every cell of the table as it is now."""
    async with scene(folder) as now, scene(folder, Stage.TRIAL_PAID) as paid:
        found = [await _row(now, "command", f"/{one.name}", one.rule, a_command(one.name)) for one in entry.MENU]
        for name, press in entry.PRESSES.items():
            found.append(await _row(now, "button", name, press.rule, a_press(now, name)))
        for name, one in entry.EXPECTED.items():
            place = paid if name == "not_feasible" else now
            found.append(await _row(place, "awaited answer", name, one.rule, an_answer(place, name)))
        for name, topic in (("in a client's topic", TOPIC), ("outside any topic", None)):
            found.append(await _row(now, "words in the group", name, Rule.CREW, some_words(topic), in_group=True))
    return found


async def _row(scene: Scene, kind: str, name: str, rule: Rule, attempt: Attempt, in_group: bool = False) -> Row:
    who = [one for one, (_, grouped) in WHO.items() if grouped or not in_group]
    return Row(kind, name, rule, {one: await scene.tried(one, attempt) for one in who})


def text(found: list[Row]) -> str:
    """The table in Markdown, a section for each kind."""
    lines = [HEAD]
    for kind in dict.fromkeys(row.kind for row in found):
        lines += [f"| {kind} | rule | {' | '.join(WHO)} |", "|---" * (2 + len(WHO)) + "|"]
        for row in found:
            words = (row.cells[who].word if who in row.cells else "" for who in WHO)
            lines += [f"| {row.name} | {row.rule} | {' | '.join(words)} |"] if row.kind == kind else []
        lines.append("")
    return "\n".join(lines)


async def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(text(await rows(Path(folder))))


if __name__ == "__main__":
    asyncio.run(_main())
