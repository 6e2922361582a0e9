"""Effort of one feature in person-days, as three points: P10, P50 and P90."""

from __future__ import annotations

import math
from dataclasses import dataclass

MIN_DAYS, MAX_DAYS = 0.1, 120.0

USUAL_DAYS = 0.25, 20.0
"""Likely person-days of one feature outside of which an estimate is odd; the catalogue's features take 0.3 to 8."""

# Distance between P10 and P90 of a normal distribution in standard deviations: 2 × 1.2816.
P10_TO_P90 = 2.563


@dataclass(frozen=True, slots=True)
class Effort:
    """Low (P10), likely (P50) and high (P90) person-days of one feature, 0.1 to 120, in this order."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        numbers = (self.low, self.likely, self.high)
        if not all(math.isfinite(number) for number in numbers):
            raise ValueError("effort must be finite")
        if not MIN_DAYS <= self.low <= self.likely <= self.high <= MAX_DAYS:
            raise ValueError("effort needs 0.1 ≤ low ≤ likely ≤ high ≤ 120 person-days")

    @property
    def is_odd(self) -> bool:
        """Whether somebody should look twice: far below or above what any feature usually takes."""
        least, most = USUAL_DAYS
        return not least <= self.likely <= most

    @property
    def spread(self) -> float:
        """Standard deviation of the logarithm: ln(high / low) / 2.563; 0 where low equals high."""
        return math.log(self.high / self.low) / P10_TO_P90
