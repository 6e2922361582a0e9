"""At most once a period: when something was last done, kept as a mark that outlives a restart."""

from __future__ import annotations

from datetime import datetime, timedelta

from chatbot.use_cases.ports import Transaction


def lately(tx: Transaction, mark: str, period: timedelta) -> datetime | None:
    """When it was last noted, where that is less than the period ago. What lies in the future, because the clock was
    put back, is long ago."""
    kept = tx.marks.get(mark)
    at = datetime.fromisoformat(kept) if kept else None
    return at if at is not None and timedelta() <= tx.now - at < period else None


def note(tx: Transaction, mark: str) -> None:
    """It is done now."""
    tx.marks.set(mark, tx.now.isoformat())
