"""Quotes and what became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.codec import map_from_json, map_to_json, range_or_none
from chatbot.database.people_rows import found
from chatbot.database.step import Step
from chatbot.database.tables import outcomes, quotes
from chatbot.domain.approval import Approval
from chatbot.domain.calibration import Outcome
from chatbot.domain.lead import Quote
from chatbot.domain.money import PriceRange

_QUOTE = select(quotes).where(quotes.c.id == bindparam("row_id"))
_OF_LEAD = select(quotes).where(quotes.c.lead_id == bindparam("lead")).order_by(quotes.c.version)
_ADD = insert(quotes).returning(quotes.c.id)
_SAVE = update(quotes).where(quotes.c.id == bindparam("row_id"))
_OUTCOMES = (
    select(quotes.c.raw_centre, quotes.c.raw_spread, outcomes.c.actual_days)
    .join(outcomes, outcomes.c.quote_id == quotes.c.id)
    .order_by(outcomes.c.recorded_at.desc(), outcomes.c.quote_id.desc())
)
_NEW_OUTCOME = insert_once(outcomes)
_RECORD = _NEW_OUTCOME.on_conflict_do_update(
    index_elements=["quote_id"], set_={"actual_days": _NEW_OUTCOME.excluded.actual_days}
)

_COPIED = (
    "lead_id",
    "version",
    "number",
    "language",
    "created_at",
    "fingerprint",
    "by_founder",
    "raw_centre",
    "raw_spread",
    "source",
    "fallback",
    "valid_days",
    "decided_at",
    "decided_by",
)


class QuoteRows:
    """`Quotes` in SQL. A quote's year is that of the shop's clock."""

    def __init__(self, step: Step, zone: ZoneInfo) -> None:
        self._step = step
        self._zone = zone

    def get(self, quote_id: int) -> Quote:
        """The quote of this id."""
        return self._quote(found(self._step.first(_QUOTE, row_id=quote_id), "quote", quote_id))

    def of_lead(self, lead_id: int) -> list[Quote]:
        """All versions, oldest first."""
        return [self._quote(row) for row in self._step.all(_OF_LEAD, lead=lead_id)]

    def add(self, quote: Quote) -> Quote:
        """The quote with its id and its number, such as 2026-0012-2: year, lead, version."""
        year = quote.created_at.astimezone(self._zone).year
        numbered = replace(quote, number=f"{year}-{quote.lead_id:04d}-{quote.version}")
        return self.get(self._step.add(_ADD, **self._columns(numbered)))

    def save(self, quote: Quote) -> None:
        """Write the whole record."""
        self._step.change(_SAVE, row_id=quote.id, **self._columns(quote))

    def outcomes(self) -> list[Outcome]:
        """The closed projects, the newest first; ages count those that closed after."""
        rows = self._step.all(_OUTCOMES)
        return [Outcome(**row, age=age) for age, row in enumerate(rows)]

    def record_outcome(self, quote_id: int, actual_days: float) -> None:
        """Note what a project took, or correct it; `ValueError` unless the days are above zero."""
        Outcome(0.0, 0.0, actual_days)
        self._step.change(_RECORD, quote_id=quote_id, actual_days=actual_days, recorded_at=self._step.now)

    def _columns(self, quote: Quote) -> dict[str, Any]:
        subject = self._step.subject_of_lead(quote.lead_id)
        return {
            **{name: getattr(quote, name) for name in _COPIED},
            "state": quote.state,
            "mind_map": self._step.seal_json(subject, map_to_json(quote.mind_map), "quotes.mind_map"),
            "concern": self._step.vault.seal(subject, quote.concern, "quotes.concern"),
            "edits": self._step.vault.seal(subject, quote.edits, "quotes.edits"),
            "currency": _currency(quote.computed, quote.price),
            **_range_columns("computed", quote.computed),
            **_range_columns("price", quote.price),
            **dict(zip(_DAYS, quote.days, strict=True)),
            **dict(zip(_WEEKS, quote.weeks, strict=True)),
            "valid_until": quote.valid_until.isoformat() if quote.valid_until else None,
        }

    def _quote(self, row: RowMapping) -> Quote:
        low_days, likely_days, high_days = (row[name] for name in _DAYS)
        low_weeks, high_weeks = (row[name] for name in _WEEKS)
        return Quote(
            **{name: row[name] for name in _COPIED},
            id=row["id"],
            state=Approval(row["state"]),
            mind_map=map_from_json(self._step.open_json(row["mind_map"], "quotes.mind_map")),
            concern=self._step.vault.open(row["concern"], "quotes.concern"),
            edits=self._step.vault.open(row["edits"], "quotes.edits"),
            computed=_range(row, "computed"),
            price=_range(row, "price"),
            days=(low_days, likely_days, high_days),
            weeks=(low_weeks, high_weeks),
            valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
        )


_DAYS = ("days_low", "days_likely", "days_high")
_WEEKS = ("weeks_low", "weeks_high")


def _currency(*ranges: PriceRange | None) -> str | None:
    """The one currency of a quote; `ValueError` where its ranges have two."""
    currencies = {given.currency for given in ranges if given is not None}
    if len(currencies) > 1:
        raise ValueError("a quote has one currency")
    return currencies.pop() if currencies else None


def _range_columns(prefix: str, given: PriceRange | None) -> dict[str, int | None]:
    if given is None:
        return dict.fromkeys((f"{prefix}_low", f"{prefix}_likely", f"{prefix}_high"))
    return {
        f"{prefix}_low": given.low.minor,
        f"{prefix}_likely": given.likely.minor,
        f"{prefix}_high": given.high.minor,
    }


def _range(row: RowMapping, prefix: str) -> PriceRange | None:
    return range_or_none(row[f"{prefix}_low"], row[f"{prefix}_likely"], row[f"{prefix}_high"], row["currency"])
