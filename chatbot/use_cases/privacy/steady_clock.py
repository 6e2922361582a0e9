"""Whether the clock can be trusted with what cannot be undone.

A clock that jumps ahead makes everything old at once. It looks the same from here whether the bot was switched off for
a month, a copy from then was put back, or the clock is wrong: so whenever more than a few days lie between two looks
at it, or it was put back, nothing is let go until it has gone on evenly for as long.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from chatbot.use_cases.chats import founders, notify
from chatbot.use_cases.lately import lately, note
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Phrase

STEADY = timedelta(days=7)
"""So much may lie between two looks, and for so long nothing is let go after a gap: time for the founders to act."""

_SEEN = "clock.seen"  # when it was last looked at
_SINCE = "clock.since"  # since when it has gone on evenly; never after `_SEEN`


def is_steady(tx: Transaction) -> bool:
    """Look at the clock, as is to be done every day: whether it has gone on evenly for long enough.

    The founders are told of a gap where that keeps people from being forgotten; a first look, and a clock that was
    put back, are nobody's trouble.
    """
    if lately(tx, _SEEN, STEADY) is None:
        _tell_of_gap(tx)
        note(tx, _SINCE)
    note(tx, _SEEN)
    return lately(tx, _SINCE, STEADY) is None


def _tell_of_gap(tx: Transaction) -> None:
    seen = tx.marks.get(_SEEN)
    gap = tx.now - datetime.fromisoformat(seen) if seen else timedelta()
    if gap > timedelta() and tx.shop.retention is not None:
        today = tx.now.astimezone(tx.shop.zone).date()
        told = Phrase("clock-jumped", {"today": today, "days": gap.days, "steady": STEADY.days})
        for founder in founders(tx):
            notify(tx, founder, told)
