"""The table of who may do what, found out by doing it: `python tests/use_cases/who_may.py` prints it anew.

Every command, button, awaited answer and kind of free words of the product × everybody who may try. Each cell is one
step over the real store, undone afterwards. `who_may.md` beside this file is what was agreed on; a test compares.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


from use_cases.gate_scene import TOPIC, WHO, Attempt, Cell, Scene, scene

from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Expecting
from chatbot.use_cases import entry
from chatbot.use_cases.incoming import Heard, Person, Pressed
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.routing import Rule

FIXTURE = Path(__file__).with_name("who_may.md")
WORDS = {"won": "1 68000", "lost": "1 why", "paid": "1 20000", "refund": "1 500 why", "took": "1 75", "lead": "1"}
HEAD = """# Who may do what

Found out by doing each over the real store (`python tests/use_cases/who_may.py`), and compared by a test. The lead, its
quote and its hand-off are the client's; "the group" is the team's. Everybody counts by who they are now, not by where
they write. *anybody*: it concerns the sender alone; such a button is made for one person and refused to all others.
*crew*: answering clients, which founders and team members may. *founder*: quotes and money.

*yes*: it is done, or the state of things refuses it. *no*: refused with a sentence, and nothing changes.
–: nothing happens, and nothing is said.
"""


@dataclass(frozen=True)
class Row:
    """A line of the table: each cell by who tried."""

    kind: str
    name: str
    rule: Rule
    cells: dict[str, Cell]


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
