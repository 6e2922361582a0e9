"""Effort: three points in order, and the spread that they imply."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.effort import Effort

days = st.floats(0.1, 120.0)


@pytest.mark.parametrize(("low", "likely", "high"), [(0.1, 0.1, 0.1), (1, 2, 4), (0.1, 60, 120), (120, 120, 120)])
def test_three_points_in_order_are_an_effort(low: float, likely: float, high: float) -> None:
    assert Effort(low, likely, high).likely == likely


@pytest.mark.parametrize(
    ("low", "likely", "high"),
    [
        (2, 1, 3),
        (1, 3, 2),
        (0, 1, 2),
        (0.09, 1, 2),
        (-1, 1, 2),
        (1, 2, 121),
        (math.nan, 1, 2),
        (1, math.nan, 2),
        (1, 2, math.inf),
    ],
)
def test_points_out_of_order_or_out_of_bounds_are_refused(low: float, likely: float, high: float) -> None:
    with pytest.raises(ValueError, match="effort"):
        Effort(low, likely, high)


def test_equal_points_have_no_spread() -> None:
    assert Effort(3, 3, 3).spread == 0


def test_the_spread_is_that_of_a_lognormal_whose_tenth_and_ninetieth_percentiles_are_low_and_high() -> None:
    spread = Effort(1, 2, 4).spread

    assert 2 * math.exp(-1.2816 * spread) == pytest.approx(1, rel=1e-3)
    assert 2 * math.exp(1.2816 * spread) == pytest.approx(4, rel=1e-3)


@given(days, days, days)
def test_the_spread_depends_on_the_ratio_of_high_to_low_alone(one: float, two: float, three: float) -> None:
    low, likely, high = sorted((one, two, three))
    effort = Effort(low, likely, high)

    assert 0 <= effort.spread < 3
    assert effort.spread == Effort(low, low, high).spread == Effort(low, high, high).spread
