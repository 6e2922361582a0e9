"""What went wrong on our side: the person is calmed, the founders are told, and neither is flooded.

The first faults of an hour are told one by one. What follows is counted and told as one number when the hour is over:
a thousand unreadable updates are four notes, and the log has each.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chatbot.domain.people import Contact
from chatbot.use_cases.chats import contact_of, tell, tell_founders
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.names import full_name
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Phrase
from chatbot.use_cases.routing import Work

TOLD_AN_HOUR = 3
_MARK = "trouble"  # "hour:count"


def report_trouble(tx: Transaction, what: str, person: Person | None, chat_id: int | None) -> None:
    """A fault of ours, named by `what`; `person` is whom it hit. Nobody is calmed twice within a minute."""
    contact: Contact | None = contact_of(tx, person) if person else None
    if contact is not None and chat_id == contact.telegram_id:
        tell(tx, contact, Phrase("trouble"), key=f"trouble:{contact.id}:{tx.now:%Y%m%d%H%M}")
    hour = f"{tx.now:%Y%m%d%H}"
    count = _counted(tx, hour)
    if count <= TOLD_AN_HOUR:
        about = {"what": what, "who": full_name(contact) if contact else "–"}
        tell_founders(tx, contact.id if contact else None, Phrase("trouble-founder", about))
    else:
        over = tx.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        tx.jobs.put("trouble", f"trouble:{hour}", over, None, {"count": count - TOLD_AN_HOUR})


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
