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
from chatbot.use_cases.trouble import owner, owner_told

MOST_LINES = 5
MOST_COUNTED = 200  # of each queue; beyond it is "more than"
SLOT = "aside"


def show_aside(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """The newest few with their buttons, and how many more there are."""
    reply = _list(tx, actor)
    tell(tx, actor, *reply.parts, choices=reply.choices, slot=SLOT)


def try_again(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Put one back at its place in its queue."""
    if not _shelf(tx, args).put_back(int(args["row"])):
        raise IllegalStep("refused-aside-over")
    return _refreshed(tx, actor, Notice("notice-aside-again"))


def let_go(tx: Transaction, actor: Contact, _pressed: Pressed, args: Args) -> Notice:
    """Forget one."""
    if not _shelf(tx, args).let_go(int(args["row"])):
        raise IllegalStep("refused-aside-over")
    return _refreshed(tx, actor, Notice("notice-aside-let-go"))


def _refreshed(tx: Transaction, actor: Contact, notice: Notice) -> Notice:
    tx.outbox.put(private(actor), Edit(SLOT, _list(tx, actor)))
    return notice


def _shelves(tx: Transaction) -> dict[str, Shelf]:
    return {"in": tx.inbox, "out": tx.outbox, "job": tx.jobs}


def _shelf(tx: Transaction, args: Args) -> Shelf:
    return _shelves(tx)[str(args["queue"])]


def _list(tx: Transaction, actor: Contact) -> Reply:
    found = {queue: shelf.set_aside_rows(MOST_COUNTED + 1) for queue, shelf in _shelves(tx).items()}
    if not any(found.values()):
        return Reply((Phrase("aside-none"),))
    given_up = [(queue, row) for queue, rows in found.items() for row in rows]
    newest = sorted(given_up, key=lambda one: one[1].at, reverse=True)
    shown = list(enumerate(newest[:MOST_LINES], 1))
    title, end = _counted([len(rows) for rows in found.values()])
    parts = (title, *(_line(tx, number, queue, row) for number, (queue, row) in shown), *end)
    rows: Rows = tuple(_buttons(tx, actor, number, queue, row) for number, (queue, row) in shown)
    return Reply(parts, rows)


def _counted(found: list[int]) -> tuple[Phrase, list[Phrase]]:
    """How many there are, and how many older ones than those that are shown."""
    count = sum(min(rows, MOST_COUNTED) for rows in found)
    if max(found) > MOST_COUNTED:
        return Phrase("aside-title", {"count": Phrase("aside-many", {"count": count})}), [Phrase("aside-older")]
    older = count - MOST_LINES
    return Phrase("aside-title", {"count": count}), [Phrase("aside-more", {"count": older})] if older > 0 else []


def _buttons(tx: Transaction, actor: Contact, number: int, queue: str, row: SetAside) -> tuple[Choice, ...]:
    again, away = (Phrase(label, {"number": number}) for label in ("aside-button-again", "aside-button-let-go"))
    return (
        button(tx, again, "aside_again", actor, queue=queue, row=row.id),
        button(tx, away, "aside_let_go", actor, queue=queue, row=row.id),
    )


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
