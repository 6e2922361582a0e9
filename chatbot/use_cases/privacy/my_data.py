"""/mydata: everything that is kept about the sender, as a file in their chat."""

from __future__ import annotations

from datetime import timedelta

from chatbot.domain.people import Contact
from chatbot.use_cases.chats import tell
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.lately import lately, note
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.privacy.personal_file import personal_file
from chatbot.use_cases.replies import Attachment, Phrase
from chatbot.use_cases.reports.lead_words import day_of

NOT_BEFORE = timedelta(hours=1)
"""Between two files for the same person: drawing one up reads all that there is of them."""


def send(tx: Transaction, actor: Contact, _words: str, _heard: Heard) -> None:
    """The file, unless they just had one."""
    mark = f"mydata:{actor.id}"
    at = lately(tx, mark, NOT_BEFORE)
    if at is not None:
        tell(tx, actor, Phrase("mydata-just-now", {"at": at, "again": at + NOT_BEFORE}))
        return
    note(tx, mark)
    name = f"my-data-{day_of(tx, tx.now).isoformat()}.json"
    file = Attachment("data_file", name, {"text": personal_file(tx, actor)})
    tell(tx, actor, Phrase("mydata-here"), attachment=file)
