"""/forget: one question, then everything that tells of a person is destroyed and whoever is concerned hears it.

What stays is what the books need: leads by their number, quotes' sums, ledger lines and referrals, under the pseudonym
of a contact that no longer says who it was.
"""

from __future__ import annotations

from chatbot.domain.people import Contact, Role
from chatbot.use_cases.bookings.balances import deposit, earned, received
from chatbot.use_cases.chats import button, private, role_of, tell
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.ports import Place, Transaction
from chatbot.use_cases.privacy import farewell
from chatbot.use_cases.replies import Edit, Notice, Part, Phrase, Reply, Say, Settle
from chatbot.use_cases.routing import Args, Press, Rule

SLOT = "forget"


def ask(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """What would go, what would stay and why; nothing happens before the button."""
    if role_of(tx, actor) is not Role.PERSON:
        tell(tx, actor, Phrase("forget-crew"))
        return
    row = (button(tx, "forget-button-yes", "forget_me", actor), button(tx, "forget-button-no", "keep_me", actor))
    parts = (Phrase("forget-ask", {"shop": tx.shop.name}), *_stays(tx, actor), Phrase("forget-chats"))
    tell(tx, actor, *parts, *_owed(tx, actor, "forget-owed"), choices=(row,), slot=SLOT)


def _stays(tx: Transaction, contact: Contact) -> tuple[Part, ...]:
    """What is kept nevertheless, and why."""
    named = {"pseudonym": contact.pseudonym}
    leads = tx.leads.of_client(contact.id)
    paid = any(lead.signed or received(tx, lead.id) or deposit(tx, lead.id) for lead in leads)
    parts: list[Part] = [Phrase("forget-stays-money" if paid else "forget-stays-number", named)]
    if agreed := farewell.agreed_on(leads):
        parts.append(Phrase("forget-stays-agreed", {"count": len(agreed), "leads": farewell.numbers(agreed)}))
    if tx.referrals.of_referrer(contact.id):
        parts.append(Phrase("forget-stays-friend", named))
    return tuple(parts)


def _owed(tx: Transaction, contact: Contact, commission: str) -> tuple[Part, ...]:
    """Money of theirs that the shop has, which nobody could claim without a name for it; how the commission is told
    of differs before and after."""
    told = [(commission, earned(tx, contact.id))]
    told += [("forget-deposit", held) for _lead, held in farewell.deposits(tx, contact)]
    named = {"pseudonym": contact.pseudonym}
    return tuple(Phrase(text, {"amount": amount, **named}) for text, amount in told if amount.minor > 0)


def keep_me(tx: Transaction, actor: Contact, _pressed: Pressed, _args: Args) -> Notice:
    """They would rather be kept."""
    tx.outbox.put(private(actor), Edit(SLOT, Reply((Phrase("forget-kept"),))))
    return Notice()


def forget_me(tx: Transaction, actor: Contact, pressed: Pressed, _args: Args) -> Notice:
    """Forget this person and say so, once."""
    if role_of(tx, actor) is not Role.PERSON:  # made one since the question was asked
        tell(tx, actor, Phrase("forget-crew"))
        return Notice()
    forget(tx, actor)
    tx.outbox.put(_last_place(actor), Settle(SLOT, pressed.message_id))
    return Notice("forget-notice")


def forget(tx: Transaction, contact: Contact) -> None:
    """Forget this person, with a last word to them and to all who are concerned."""
    stays, owed = _stays(tx, contact), _owed(tx, contact, "forget-claim")
    farewell.report_to_founders(tx, farewell.leave(tx, contact, reported=True))
    last = Reply((Phrase("forget-done"), *stays, *owed, Phrase("forget-again")))
    tx.outbox.put(_last_place(contact), Say(last))
    farewell.wipe_soon(tx)


def _last_place(contact: Contact) -> Place:
    """Who is forgotten is nobody's subject: the shop's own key seals the last word, and its chat is wiped after it."""
    return Place(contact.telegram_id, contact.language, subject=0)


PRESSES: dict[str, Press] = {
    "forget_me": Press(Rule.ANYBODY, forget_me),
    "keep_me": Press(Rule.ANYBODY, keep_me),
}
