"""Clients whom no founder has dealt with yet: how much of the model and of everybody's attention they may use up."""

from __future__ import annotations

from dataclasses import replace

from chatbot.domain.allowance import DAY, HOUR, Files
from chatbot.domain.lead import Lead
from chatbot.domain.people import Contact
from chatbot.use_cases.chats import tell
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Phrase


def spares_model(tx: Transaction, contact_id: int) -> bool:
    """Whether the catalogue, which costs nothing, is to answer this client in place of the model."""
    if tx.contacts.is_known(contact_id):
        return False
    calls, calls_of_all = tx.calls.of_client(contact_id, tx.now - DAY), tx.calls.of_all(tx.now - HOUR)
    return tx.shop.newcomers.spares_model(calls, calls_of_all)


def without_surplus(tx: Transaction, contact: Contact, lead: Lead, heard: Heard) -> Heard:
    """The message; of a file beyond what a new client may send on a day only the words under it.

    The transcript has the file noted. The client hears once a day that no more is taken, and what to do.
    """
    if heard.file is None or tx.contacts.is_known(contact.id):
        return heard
    mark, today = f"files:{contact.id}", tx.now.astimezone(tx.shop.zone).date()
    before = tx.marks.get(mark)
    files = (Files.read(before) if before else Files(today)).and_one(today)
    tx.marks.set(mark, str(files))
    if tx.shop.newcomers.takes(files):
        return heard
    tell(tx, contact, Phrase("files-full"), lead_id=lead.id, key=f"files-full:{contact.id}:{today}")
    return replace(heard, kind="text", file=None)
