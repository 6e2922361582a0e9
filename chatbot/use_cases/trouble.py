"""What went wrong on our side: the person is calmed, the founders are told, and neither is flooded.

The first faults of an hour are told one by one. What follows is counted and told as one number when the hour is over:
a thousand unreadable updates are four notes, and the log has each. Of what cannot be delivered to one person the
first of an hour is told, the others stand under /aside with it. Of somebody whose record was damaged in the file it is
told without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chatbot.domain.errors import StorageDamaged
from chatbot.domain.people import Contact
from chatbot.use_cases import presence
from chatbot.use_cases.chats import tell, tell_founders
from chatbot.use_cases.given_up import told
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Phrase, Value
from chatbot.use_cases.routing import Work

TOLD_AN_HOUR = 3
_MARK = "trouble"  # "hour:count"
_UNDELIVERED = "undelivered"  # "hour:contact,contact"


@dataclass(frozen=True, slots=True)
class Fault:
    """What failed, and why: a reason as `given_up.told` takes it. `person` is whom it hit and who is to be calmed;
    without one, the chat or the lead tells the founders whose it was."""

    what: Phrase
    why: str
    person: Person | None = None
    chat_id: int | None = None
    lead_id: int | None = None


def report_trouble(tx: Transaction, fault: Fault) -> None:
    """Calm the person and tell the founders. Nobody is calmed twice within a minute."""
    contact = _who_is_hit(tx, fault)
    if fault.person and contact is not None and fault.chat_id == contact.telegram_id:
        tell(tx, contact, Phrase("trouble"), key=f"trouble:{contact.id}:{tx.now:%Y%m%d%H%M}")
    hour = f"{tx.now:%Y%m%d%H}"
    count = _counted(tx, hour)
    if count <= TOLD_AN_HOUR:
        who = owner_told(tx, contact, fault.lead_id, fault.chat_id)
        about: dict[str, Value] = {"what": fault.what, "who": who, "why": told(fault.why)}
        tell_founders(tx, contact.id if contact else None, Phrase("trouble-founder", about))
    else:
        over = tx.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        tx.jobs.put("trouble", f"trouble:{hour}", over, None, {"count": count - TOLD_AN_HOUR})


def _who_is_hit(tx: Transaction, fault: Fault) -> Contact | None:
    person = fault.person
    if person is None:
        return owner(tx, fault.lead_id, fault.chat_id)
    try:
        return presence.who_came(tx, person, private=fault.chat_id == person.telegram_id)
    except StorageDamaged:
        return None


def is_news(tx: Transaction, contact: Contact | None) -> bool:
    """Whether this is the first of the hour that cannot be delivered to them; None is the team's group."""
    hour, who = f"{tx.now:%Y%m%d%H}", str(contact.id if contact else 0)
    known, _, told_of = (tx.marks.get(_UNDELIVERED) or "").partition(":")
    people = told_of.split(",") if known == hour else []
    if who in people:
        return False
    tx.marks.set(_UNDELIVERED, f"{hour}:{','.join([*people, who])}")
    return True


def all_is_news(tx: Transaction) -> None:
    """A founder has something tried again: they hear of it where it fails again."""
    tx.marks.set(_UNDELIVERED, "")


def owner(tx: Transaction, lead_id: int | None, chat_id: int | None) -> Contact | None:
    """The lead's client, else the person of the chat; None where it is nobody's, or damage hides whose."""
    try:
        if lead_id is not None:
            return tx.contacts.get(tx.leads.find(lead_id).client_id)
        return tx.contacts.by_telegram(chat_id) if chat_id is not None else None
    except StorageDamaged:
        return None


def owner_told(tx: Transaction, contact: Contact | None, lead_id: int | None, chat_id: int | None) -> Value:
    """The contact with the lead, their newest for want of it; the team's group, or nobody."""
    if contact is None:
        return Phrase("aside-group") if chat_id is not None and chat_id < 0 else "–"
    client, lead_id = full_name(contact), lead_id or _newest_lead(tx, contact)
    return Phrase("aside-lead", {"client": client, "lead": lead_id}) if lead_id is not None else client


def _newest_lead(tx: Transaction, contact: Contact) -> int | None:
    try:
        return next((lead.id for lead in reversed(tx.leads.of_client(contact.id))), None)
    except StorageDamaged:
        return None


def _counted(tx: Transaction, hour: str) -> int:
    """How many faults this hour has had, this one counted."""
    known, _, count = (tx.marks.get(_MARK) or "").partition(":")
    number = int(count) + 1 if known == hour else 1
    tx.marks.set(_MARK, f"{hour}:{number}")
    return number


def _prepare(_tx: Transaction, job: Job) -> int:
    return int(job.payload["count"])


def _tell_number(tx: Transaction, _job: Job, count: int, _answer: Any) -> None:
    tell_founders(tx, None, Phrase("trouble-more", {"count": count}))


WORK = {"trouble": Work(_prepare, _tell_number)}
