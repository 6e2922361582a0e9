"""The client's budget beside our price: compared only in one currency, or at a rate that the shop has set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from chatbot.domain.money import Money, PriceRange

_BUDGET = re.compile(r"(\d{1,12}(?:\.\d{1,2})?)(?:\s*[-–]\s*(\d{1,12}(?:\.\d{1,2})?))?\s+([A-Z]{3})")


class Fit(StrEnum):
    """How a budget stands to a price range."""

    UNREAD = "unread"  # no amount in what the client said
    NO_RATE = "no-rate"  # another currency, and the shop has set no rate
    BELOW = "below"  # even its top is under our low
    WITHIN = "within"
    ABOVE = "above"  # even its bottom is over our high


@dataclass(frozen=True, slots=True)
class Budget:
    """A budget as an amount from–to in the shop's currency, converted at the shop's rate where it needs one."""

    low: Money
    high: Money


def read_budget(said: str | None, currency: str, rates: Mapping[str, Decimal]) -> tuple[Fit, Budget | None]:
    """The budget in our currency ("60000-80000 CNY", "1500 EUR"), or why it cannot be compared."""
    match = _BUDGET.fullmatch((said or "").strip())
    if match is None:
        return Fit.UNREAD, None
    low, high, unit = match[1], match[2] or match[1], match[3]
    rate = Decimal(1) if unit == currency else rates.get(unit)
    if rate is None:
        return Fit.NO_RATE, None
    ends = sorted(Fraction(text) * Fraction(rate) for text in (low, high))
    return Fit.WITHIN, Budget(Money.of(ends[0], currency), Money.of(ends[1], currency))


def fit(budget: Budget, price: PriceRange) -> Fit:
    """Where the budget stands beside a price range of the same currency."""
    if budget.high < price.low:
        return Fit.BELOW
    return Fit.ABOVE if price.high < budget.low else Fit.WITHIN
