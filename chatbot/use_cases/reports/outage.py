"""What the founders hear when the database could not be used for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from chatbot.domain.errors import Away
from chatbot.use_cases.chats import tell_founders
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Phrase

TELEGRAM_KEEPS = timedelta(hours=24)  # what nobody has fetched


def begun(why: Away) -> Phrase:
    """That it is away, and why; said without the database."""
    return Phrase("outage-begun", {"why": Phrase(f"outage-why-{why}")})


def over(tx: Transaction, since: datetime) -> None:
    """That it is back, and whether anything can be missing."""
    text = "outage-over-long" if tx.now - since > TELEGRAM_KEEPS else "outage-over"
    tell_founders(tx, None, Phrase(text, {"since": since}))
