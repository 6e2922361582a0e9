"""From the effort of features to a price range: plain arithmetic, no simulation, same input, same price.

1. A feature is lognormal: its median is the likely value, its log-spread ln(high / low) / 2.563.
2. The sum of the features is matched by its first two moments with one lognormal (L. F. Fenton, "The sum of
   log-normal probability distributions in scatter transmission systems", IRE Transactions on Communications
   Systems 8, 1960; Wilkinson's method).
3. One shared log-error is added in variance: it stands for all that is wrong with every feature at once.
4. The shop's own history corrects centre and width (`chatbot.domain.calibration`).
5. Person-days are rounded to hundredths, and from there on all is integers and fractions: the price is
   exactly the person-days shown times the day rate, rounded to the step.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chatbot.domain.calibration import Calibration
from chatbot.domain.effort import Effort
from chatbot.domain.money import Money, PriceRange


@dataclass(frozen=True, slots=True)
class RateCard:
    """What a person-day costs, the step that prices are rounded to (both money of one currency), and how many
    person-days the shop puts into one project in a calendar week (5 is one person full time)."""

    day_rate: Money
    step: Money
    days_per_week: Fraction | int = 5

    def __post_init__(self) -> None:
        if self.day_rate.currency != self.step.currency:
            raise ValueError("day rate and price step need one currency")
        if self.day_rate.minor <= 0 or self.step.minor <= 0 or self.days_per_week <= 0:
            raise ValueError("day rate, price step and days per week must be above zero")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A price range with what it rests on.

    `days` are low, likely and high person-days, rounded to hundredths; `weeks` the calendar weeks of low and
    high, rounded up; `raw_centre` (ln person-days) and `raw_spread` are the features' sum before any
    correction and without the shared error: they are stored with the quote, because calibration needs them.
    """

    price: PriceRange
    days: tuple[float, float, float]
    weeks: tuple[int, int]
    raw_centre: float
    raw_spread: float


def estimate(efforts: Sequence[Effort], card: RateCard, calibration: Calibration) -> Estimate:
    """The price range of these features; `ValueError` where there are none.

    The band holds 80 %: centre ± multiplier × total spread on the log scale.
    """
    raw_centre, raw_spread = sum_of_lognormals(efforts)
    centre = raw_centre + calibration.bias
    half = calibration.multiplier * calibration.total_spread(raw_spread)
    low, likely, high = (_hundredths(math.exp(at)) for at in (centre - half, centre, centre + half))
    return Estimate(
        price=_priced(low, likely, high, card),
        days=(float(low), float(likely), float(high)),
        weeks=(math.ceil(low / card.days_per_week), math.ceil(high / card.days_per_week)),
        raw_centre=raw_centre,
        raw_spread=raw_spread,
    )


def sum_of_lognormals(efforts: Sequence[Effort]) -> tuple[float, float]:
    """Centre (ln person-days) and spread of the lognormal with the mean and variance of the independent sum.

    A lognormal with centre c and spread s has mean exp(c + s²/2) and variance mean² × (exp(s²) - 1). The
    centre is kept at or above the log of the summed medians: the true median of such a sum never lies below
    them (Jensen: a mean of exponentials exceeds the exponential of the mean, whose median is 1), whereas
    matched moments do, where one small feature has an enormous spread.
    """
    if not efforts:
        raise ValueError("a price needs at least one feature")
    means = [effort.likely * math.exp(effort.spread**2 / 2) for effort in efforts]
    variance = math.fsum(mean**2 * math.expm1(effort.spread**2) for mean, effort in zip(means, efforts, strict=True))
    mean = math.fsum(means)
    squared_spread = math.log1p(variance / mean**2)
    medians = math.fsum(effort.likely for effort in efforts)
    return max(math.log(mean) - squared_spread / 2, math.log(medians)), math.sqrt(squared_spread)


def _hundredths(days: float) -> Fraction:
    """Person-days to the nearest hundredth, at least one: the one place where a float turns exact."""
    return Fraction(max(round(days * 100), 1), 100)


def _priced(low: Fraction, likely: Fraction, high: Fraction, card: RateCard) -> PriceRange:
    """Low rounded down, likely to the nearest (halves up), high up, in steps; none is below one step."""
    steps = Fraction(card.day_rate.minor, card.step.minor)
    counts = (math.floor(low * steps), math.floor(likely * steps + Fraction(1, 2)), math.ceil(high * steps))
    amounts = [Money(max(count, 1) * card.step.minor, card.step.currency) for count in counts]
    return PriceRange(*amounts)
