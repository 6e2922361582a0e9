"""Money in minor units of one currency; adding two currencies raises."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

# ISO 4217 currencies whose minor unit is not a hundredth.
_EXPONENTS = {
    "JPY": 0,
    "KRW": 0,
    "VND": 0,
    "CLP": 0,
    "ISK": 0,
    "UGX": 0,
    "BHD": 3,
    "KWD": 3,
    "OMR": 3,
    "TND": 3,
}


def minor_digits(currency: str) -> int:
    """Decimal digits of the currency's minor unit (ISO 4217)."""
    return _EXPONENTS.get(currency, 2)


def rounded(value: Fraction) -> int:
    """Nearest integer, halves away from zero, as people round money."""
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount: `minor` units (cents, fen) of `currency` (ISO 4217 code)."""

    minor: int
    currency: str

    @classmethod
    def of(cls, major: int | Fraction | str, currency: str) -> Money:
        """From major units (`Money.of("12.50", "EUR")` is 1250 cents); never from a float."""
        return cls(rounded(Fraction(major) * 10 ** minor_digits(currency)), currency)

    @property
    def major(self) -> Fraction:
        """The amount in major units, exact."""
        return Fraction(self.minor, 10 ** minor_digits(self.currency))

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"cannot combine {self.currency} with {other.currency}")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.minor <= other.minor

    def __bool__(self) -> bool:
        return self.minor != 0


@dataclass(frozen=True, slots=True)
class PriceRange:
    """Low, likely and high price of one scope, in one currency, low ≤ likely ≤ high."""

    low: Money
    likely: Money
    high: Money

    def __post_init__(self) -> None:
        if not (self.low <= self.likely <= self.high):
            raise ValueError("a price range needs low ≤ likely ≤ high in one currency")
        if self.low.minor < 0:
            raise ValueError("a price is never negative")

    @property
    def currency(self) -> str:
        """The one currency of the three amounts."""
        return self.likely.currency
