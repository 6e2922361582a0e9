"""What the founders hear when the database could not be used for a while."""

from __future__ import annotations

from datetime import datetime

from chatbot.use_cases.chats import tell_founders
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Phrase


def begun(why: str) -> Phrase:
    """That it is away, and why; said without the database."""
    return Phrase("outage-begun", {"why": why})


def over(tx: Transaction, since: datetime) -> None:
    """That it is back."""
    tell_founders(tx, None, Phrase("outage-over", {"since": since}))
