"""How a person leaves: their leads, quotes, jobs and hand-offs are closed, and what tells of them is destroyed.

Everything here is one transaction. What must name the person is said before they are forgotten; what is closed
is closed afterwards, so that its rows are sealed with nothing of theirs.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import STAYS_WHEN_FORGOTTEN, Event
from chatbot.domain.money import Money
from chatbot.domain.people import Contact
from chatbot.use_cases.bookings.balances import deposit, earned
from chatbot.use_cases.bookings.booking_effects import close_quotes
from chatbot.use_cases.chats import crew, tell_founders
from chatbot.use_cases.hand_offs import hand_off
from chatbot.use_cases.ports import Job, Place, Transaction
from chatbot.use_cases.referrals import referral_news
from chatbot.use_cases.replies import Edit, Part, Phrase, Reply, Series, Value
from chatbot.use_cases.routing import Work

FORGOTTEN = "forgotten"
"""The reason of a lead that was closed because its client was forgotten."""

WIPE = "wipe_traces"
WIPE_AFTER = timedelta(minutes=1)
WIPE_AGAIN = timedelta(minutes=10)

_CARDS = frozenset({"card", "hand-off", "verdict", "booking"})
"""What the slots of the team's cards begin with."""


def leave(tx: Transaction, contact: Contact, reported: bool = False) -> Contact:
    """Forget this person; returns what is left of them. The friend who brought them hears how it ended, and so does
    the team, where it was talking to them: the founders not once more, where it is `reported` to them."""
    _tell_friend(tx, tx.leads.of_client(contact.id))
    gone = tx.contacts.forget(contact)
    settle(tx, gone, reported)
    return gone


def settle(tx: Transaction, gone: Contact, reported: bool = False) -> None:
    """Close what somebody forgotten has left open, see `STAYS_WHEN_FORGOTTEN`."""
    _take_from_crew(tx, gone)
    hand_off.rename_topics(tx, gone)
    standing = tx.hand_offs.open_of(gone.id)
    if standing is not None:
        hand_off.end_forgotten(tx, gone, standing, tx.shop.founder_ids if reported else ())
    for lead in tx.leads.of_client(gone.id):
        if lead.stage not in STAYS_WHEN_FORGOTTEN:
            tx.leads.save(replace(lead.after(Event.FORGOTTEN, tx.now), closing_reason=FORGOTTEN))
            close_quotes(tx, gone, lead, won=False)
    _rewrite_cards(tx, gone)


def _tell_friend(tx: Transaction, leads: list[Lead]) -> None:
    """Once, though it may have been several projects; what the friend was to hear next is not said any more."""
    for lead in leads:
        tx.outbox.withdraw(f"news:{lead.id}:")
    ending = [lead for lead in leads if lead.stage not in STAYS_WHEN_FORGOTTEN and lead.referral_id]
    for lead in ending[-1:]:
        referral_news.tell_referrer(tx, lead, "lost")


def _take_from_crew(tx: Transaction, gone: Contact) -> None:
    """Nobody of the shop is asked for words about their leads any more, or talks to them."""
    about = {lead.id for lead in tx.leads.of_client(gone.id)}
    for colleague in crew(tx):
        if colleague.expecting is not None and colleague.expecting.about.get("lead") in about:
            tx.contacts.save(replace(colleague, expecting=None))
    hand_off.stop_all_talks(tx, gone)


def _rewrite_cards(tx: Transaction, gone: Contact) -> None:
    """The team's cards say what became of the person, instead of who it was."""
    language, group = tx.shop.founder_language, tx.shop.team_chat_id
    languages = {colleague.telegram_id: colleague.language for colleague in crew(tx)}
    for chat_id, slot in tx.outbox.slots_about(gone.id):
        if slot.split(":")[0] in _CARDS and (chat_id == group or chat_id in languages):
            place = Place(chat_id, languages.get(chat_id, language), subject=gone.id)
            tx.outbox.put(place, Edit(slot, Reply((Phrase("forgotten-card"),))))


def report_to_founders(tx: Transaction, gone: Contact) -> None:
    """By lead number; nothing where there was neither a lead nor money."""
    leads = tx.leads.of_client(gone.id)
    parts: list[Part] = []
    if leads:
        parts.append(Phrase("forgotten-founder", {"count": len(leads), "leads": numbers(leads)}))
    if agreed := agreed_on(leads):
        parts.append(Phrase("forgotten-founder-agreed", {"leads": numbers(agreed)}))
    if (owed := earned(tx, gone.id)).minor > 0:
        parts.append(Phrase("forgotten-founder-owed", {"amount": owed, "pseudonym": gone.pseudonym}))
    for lead, held in deposits(tx, gone):
        about: dict[str, Value] = {"amount": held, "lead": lead.id, "pseudonym": gone.pseudonym}
        parts.append(Phrase("forgotten-founder-deposit", about))
    if parts:
        tell_founders(tx, None, *parts)


def agreed_on(leads: list[Lead]) -> list[Lead]:
    """Those that stay open."""
    return [lead for lead in leads if lead.is_open and lead.stage in STAYS_WHEN_FORGOTTEN]


def deposits(tx: Transaction, contact: Contact) -> list[tuple[Lead, Money]]:
    """Trial deposits of theirs that are neither credited nor refunded."""
    held = [(lead, deposit(tx, lead.id)) for lead in tx.leads.of_client(contact.id)]
    return [(lead, amount) for lead, amount in held if amount.minor > 0]


def numbers(leads: list[Lead]) -> Series:
    """What they are called when nobody is named."""
    return Series(tuple(lead.id for lead in leads))


# ---- traces ---------------------------------------------------------------------------------------------------------


def wipe_soon(tx: Transaction) -> None:
    """Wipe the chat of the last word once it has been sent."""
    tx.jobs.put(WIPE, WIPE, tx.now + WIPE_AFTER)


def prepare_wipe(_tx: Transaction, job: Job) -> Job:
    """There is always something to look at."""
    return job


def wipe(tx: Transaction, _job: Job, _prepared: Job, _answer: None) -> None:
    """Wipe what queues still hold of people whom nobody knows; try again while something is under way to them."""
    if not tx.traces.wipe():
        tx.jobs.put(WIPE, WIPE, tx.now + WIPE_AGAIN)


WORK = {WIPE: Work(prepare_wipe, wipe)}
