"""/mydata: everything that is kept about the sender, as a file in their chat."""

from __future__ import annotations

from datetime import datetime, timedelta

from chatbot.domain.people import Contact
from chatbot.use_cases.chats import tell
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.privacy.personal_file import personal_file
from chatbot.use_cases.replies import Attachment, Phrase
from chatbot.use_cases.reports.lead_words import day_of

NOT_BEFORE = timedelta(hours=1)
"""Between two files for the same person: drawing one up reads all that there is of them."""


def send(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """The file, unless they just had one."""
    last = tx.marks.get(_mark(actor))
    at = datetime.fromisoformat(last) if last else None
    if at is not None and tx.now < at + NOT_BEFORE:
        tell(tx, actor, Phrase("mydata-just-now", {"at": at, "again": at + NOT_BEFORE}))
        return
    tx.marks.set(_mark(actor), tx.now.isoformat())
    name = f"my-data-{day_of(tx, tx.now).isoformat()}.json"
    file = Attachment("data_file", name, {"text": personal_file(tx, actor)})
    tell(tx, actor, Phrase("mydata-here"), attachment=file)


def _mark(contact: Contact) -> str:
    return f"mydata:{contact.id}"
