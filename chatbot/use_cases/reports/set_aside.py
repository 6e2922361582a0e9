"""/aside: what was given up, for the founders to try again or to let go.

Kind, time, whose, why and how often; never what people wrote. What was given up because the person blocked the bot
or was erased is no trouble that a founder could mend, and is not shown.
"""

from __future__ import annotations

from chatbot.domain.errors import IllegalStep
from chatbot.domain.people import Contact
from chatbot.use_cases.chats import Rows, button, private, tell
from chatbot.use_cases.given_up import SetAside, Shelf, job_told, told, update_told
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Choice, Edit, Notice, Phrase, Reply, Value
from chatbot.use_cases.routing import Args, Command, Press, Rule
from chatbot.use_cases.trouble import all_is_news, owner, owner_told

MOST_LINES = 5
MOST_COUNTED = 200  # of each queue; beyond it is "more than"
SLOT = "aside"


def show_aside(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """The newest few with their buttons, and how many more there are."""
    reply = _list(tx, actor)
    tell(tx, actor, *reply.parts, choices=reply.choices, slot=SLOT)


def try_again(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Put each that the button names back at its place in its queue."""
    if not sum(shelf.put_back(row) for shelf, row in _named(tx, args)):
        raise IllegalStep("refused-aside-over")
    all_is_news(tx)
    return _refreshed(tx, actor, Notice("notice-aside-again"))


def let_go(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Forget each that the button names."""
    if not sum(shelf.let_go(row) for shelf, row in _named(tx, args)):
        raise IllegalStep("refused-aside-over")
    return _refreshed(tx, actor, Notice("notice-aside-let-go"))


def _refreshed(tx: Transaction, actor: Contact, notice: Notice) -> Notice:
    tx.outbox.put(private(actor), Edit(SLOT, _list(tx, actor)))
    return notice


def _shelves(tx: Transaction) -> dict[str, Shelf]:
    return {"in": tx.inbox, "out": tx.outbox, "job": tx.jobs}


def _named(tx: Transaction, args: Args) -> list[tuple[Shelf, int]]:
    """The rows of a button, written "queue:row,queue:row"."""
    shelves = _shelves(tx)
    written = args["rows"] if "rows" in args else f"{args['queue']}:{args['row']}"  # as buttons were made earlier
    named = (one.split(":") for one in str(written).split(","))
    return [(shelves[queue], int(row)) for queue, row in named]


def _list(tx: Transaction, actor: Contact) -> Reply:
    found = {queue: shelf.set_aside_rows(MOST_COUNTED + 1) for queue, shelf in _shelves(tx).items()}
    if not any(found.values()):
        return Reply((Phrase("aside-none"),))
    given_up = [(queue, row) for queue, rows in found.items() for row in rows]
    newest = sorted(given_up, key=lambda one: one[1].at, reverse=True)
    shown = list(enumerate(newest[:MOST_LINES], 1))
    title, end = _counted([len(rows) for rows in found.values()])
    parts = (title, *(_line(tx, number, queue, row) for number, (queue, row) in shown), *end)
    return Reply(parts, _buttons(tx, actor, [f"{queue}:{row.id}" for _, (queue, row) in shown]))


def _counted(found: list[int]) -> tuple[Phrase, list[Phrase]]:
    """How many there are, and how many older ones than those that are shown."""
    count = sum(min(rows, MOST_COUNTED) for rows in found)
    if max(found) > MOST_COUNTED:
        return Phrase("aside-title", {"count": Phrase("aside-many", {"count": count})}), [Phrase("aside-older")]
    older = count - MOST_LINES
    return Phrase("aside-title", {"count": count}), [Phrase("aside-more", {"count": older})] if older > 0 else []


def _buttons(tx: Transaction, actor: Contact, shown: list[str]) -> Rows:
    """A row of buttons for each that is shown, and one for all of them."""
    each = tuple(_pair(tx, actor, "", row, number) for number, row in enumerate(shown, 1))
    return (*each, _pair(tx, actor, "-all", ",".join(shown), len(shown))) if len(shown) > 1 else each


def _pair(tx: Transaction, actor: Contact, which: str, rows: str, number: int) -> tuple[Choice, ...]:
    again, away = (Phrase(f"aside-button-{what}{which}", {"number": number}) for what in ("again", "let-go"))
    return button(tx, again, "aside_again", actor, rows=rows), button(tx, away, "aside_let_go", actor, rows=rows)


def _line(tx: Transaction, number: int, queue: str, row: SetAside) -> Phrase:
    values: dict[str, Value] = {
        "number": number,
        "what": _what(queue, row),
        "whose": owner_told(tx, owner(tx, row.lead_id, row.chat_id), row.lead_id, row.chat_id),
        "at": row.at,
        "why": told(row.why),
        "attempts": row.attempts,
    }
    return Phrase("aside-line", values)


def _what(queue: str, row: SetAside) -> Phrase:
    match queue:
        case "in":
            return update_told(row.kind, row.number, row.why)
        case "job":
            return job_told(row.kind)
    return Phrase("aside-out", {"kind": row.kind})


COMMANDS = (Command("aside", Rule.FOUNDER, show_aside),)
PRESSES = {
    "aside_again": Press(Rule.FOUNDER, try_again),
    "aside_let_go": Press(Rule.FOUNDER, let_go),
}
