"""The price range: exact money, honest order, and a sum that agrees with simulation."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.calibration import Calibration
from chatbot.domain.effort import Effort
from chatbot.domain.money import Money
from chatbot.domain.pricing import RateCard, estimate, sum_of_lognormals

CARD = RateCard(Money.of(1600, "CNY"), Money.of(1000, "CNY"))
CERTAIN = Calibration(bias=0.0, shared_error=0.0)

days = st.floats(0.1, 120.0)
efforts = st.tuples(days, days, days).map(lambda three: Effort(*sorted(three)))
calibrations = st.builds(Calibration, st.floats(-1, 1), st.floats(0, 1), st.floats(0.2, 4))


def test_efforts_without_doubt_cost_their_days_times_the_day_rate() -> None:
    made = estimate([Effort(10, 10, 10), Effort(5, 5, 5)], CARD, CERTAIN)

    assert made.price.low == made.price.likely == made.price.high == Money.of(24_000, "CNY")
    assert made.days == (15.0, 15.0, 15.0)
    assert made.weeks == (3, 3)


def test_without_history_the_shared_error_sets_the_width() -> None:
    made = estimate([Effort(20, 20, 20)], CARD, Calibration())

    assert made.days == pytest.approx((20 / 1.6697, 20, 20 * 1.6697), rel=1e-3)  # exp(1.2816 × 0.40) = 1.6697
    assert made.price.low == Money.of(19_000, "CNY")
    assert made.price.likely == Money.of(32_000, "CNY")
    assert made.price.high == Money.of(54_000, "CNY")
    assert made.weeks == (3, 7)


def test_low_is_rounded_down_likely_to_the_nearest_and_high_up() -> None:
    card = RateCard(Money.of(1000, "CNY"), Money.of(1000, "CNY"))
    made = estimate([Effort(10.6, 10.6, 10.6)], card, CERTAIN)

    assert [made.price.low.major, made.price.likely.major, made.price.high.major] == [10_000, 11_000, 11_000]


def test_a_likely_price_half_way_between_two_steps_goes_up() -> None:
    made = estimate([Effort(10.5, 10.5, 10.5)], RateCard(Money.of(10, "EUR"), Money.of(10, "EUR")), CERTAIN)

    assert made.price.likely == Money.of(110, "EUR")


def test_the_smallest_price_is_one_step() -> None:
    made = estimate([Effort(0.1, 0.1, 0.1)], CARD, Calibration())

    assert made.price.low == made.price.likely == CARD.step


def test_the_bias_moves_the_range_and_leaves_the_raw_centre_alone() -> None:
    plain = estimate([Effort(10, 20, 40)], CARD, Calibration())
    biased = estimate([Effort(10, 20, 40)], CARD, Calibration(bias=math.log(1.25)))

    assert biased.days[1] == pytest.approx(plain.days[1] * 1.25, rel=1e-3)
    assert (biased.raw_centre, biased.raw_spread) == (plain.raw_centre, plain.raw_spread)


def test_more_person_days_a_week_make_fewer_weeks() -> None:
    one = estimate([Effort(20, 20, 20)], CARD, CERTAIN)
    two = estimate([Effort(20, 20, 20)], RateCard(CARD.day_rate, CARD.step, Fraction(15, 2)), CERTAIN)

    assert (one.weeks, two.weeks) == ((4, 4), (3, 3))


def test_a_currency_without_minor_units_is_priced_in_whole_units() -> None:
    card = RateCard(Money.of(40_000, "JPY"), Money.of(10_000, "JPY"))

    assert estimate([Effort(10, 10, 10)], card, CERTAIN).price.likely == Money(400_000, "JPY")


def test_no_features_have_no_price() -> None:
    with pytest.raises(ValueError, match="at least one feature"):
        estimate([], CARD, Calibration())


@pytest.mark.parametrize(
    ("rate", "step", "days_per_week"),
    [
        (Money.of(1600, "CNY"), Money.of(1000, "EUR"), 5),
        (Money(0, "CNY"), Money.of(1000, "CNY"), 5),
        (Money.of(1600, "CNY"), Money(0, "CNY"), 5),
        (Money.of(1600, "CNY"), Money.of(1000, "CNY"), 0),
    ],
)
def test_an_impossible_rate_card_is_refused(rate: Money, step: Money, days_per_week: int) -> None:
    with pytest.raises(ValueError, match="day rate"):
        RateCard(rate, step, days_per_week)


def test_the_matched_sum_agrees_with_a_simulation_of_an_ordinary_project() -> None:
    features = [Effort(0.5, 1, 2), Effort(1, 2, 5), Effort(2, 3, 4), Effort(0.5, 1.5, 4)] * 7
    chance = random.Random(2024)  # noqa: S311 - a simulation, nothing secret
    sums = [
        sum(effort.likely * math.exp(effort.spread * chance.gauss(0, 1)) for effort in features) for _ in range(8000)
    ]
    tenths = quantiles(sums, n=10)

    centre, spread = sum_of_lognormals(features)

    assert math.exp(centre) == pytest.approx(tenths[4], rel=0.01)
    assert math.exp(centre - 1.2816 * spread) == pytest.approx(tenths[0], rel=0.02)
    assert math.exp(centre + 1.2816 * spread) == pytest.approx(tenths[8], rel=0.02)


def test_one_small_but_very_uncertain_feature_does_not_make_the_project_cheaper() -> None:
    steady = [Effort(100, 100, 100)]

    before, _ = sum_of_lognormals(steady)
    after, _ = sum_of_lognormals([*steady, Effort(0.1, 0.1, 120)])

    assert after >= before


@given(st.lists(efforts, min_size=1, max_size=40))
def test_the_sum_never_lies_below_its_medians_and_never_above_its_mean(features: list[Effort]) -> None:
    centre, spread = sum_of_lognormals(features)
    mean = math.fsum(effort.likely * math.exp(effort.spread**2 / 2) for effort in features)

    assert math.fsum(effort.likely for effort in features) <= math.exp(centre) * (1 + 1e-9)
    assert math.exp(centre) <= mean * (1 + 1e-9)
    assert spread >= 0


@given(st.lists(efforts, min_size=1, max_size=40))
def test_independent_features_together_are_never_less_certain_than_the_least_certain(
    features: list[Effort],
) -> None:
    _, spread = sum_of_lognormals(features)

    assert spread <= max(effort.spread for effort in features) + 1e-6


@given(st.lists(efforts, min_size=1, max_size=40), calibrations)
def test_prices_are_whole_steps_in_order_that_hold_the_exact_amounts(
    features: list[Effort], calibration: Calibration
) -> None:
    made = estimate(features, CARD, calibration)
    low, likely, high = (Fraction(round(day * 100), 100) * CARD.day_rate.minor for day in made.days)
    step = Fraction(CARD.step.minor)

    for amount in (made.price.low, made.price.likely, made.price.high):
        assert amount.minor >= CARD.step.minor
        assert amount.minor % CARD.step.minor == 0
    assert made.price.low.minor <= max(low, step)
    assert made.price.high.minor >= high
    assert abs(made.price.likely.minor - max(likely, step)) <= step / 2
    assert made.weeks[0] <= made.weeks[1]


@given(st.lists(efforts, min_size=2, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_features_does_not_change_the_price(features: list[Effort], chance: random.Random) -> None:
    shuffled = list(features)
    chance.shuffle(shuffled)

    assert estimate(shuffled, CARD, Calibration()) == estimate(features, CARD, Calibration())
