"""Somebody writes faster than they are read: they hear it once, and need not send anything again."""

from __future__ import annotations

from datetime import timedelta

from chatbot.use_cases.chats import tell
from chatbot.use_cases.lately import lately, note
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Phrase

EPISODE = timedelta(minutes=10)
"""A flood that was quiet for so long is over; the next one is told of again."""


def slowed(tx: Transaction, chat_id: int) -> None:
    """An update of this person waits its turn."""
    contact = tx.contacts.by_telegram(chat_id)
    if contact is None:
        return
    mark = f"flood:{contact.id}"
    if lately(tx, mark, EPISODE) is None:
        tell(tx, contact, Phrase("flood-slowed"))
    note(tx, mark)
