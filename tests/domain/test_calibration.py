"""Calibration: priors without history, the shop's own errors with it, and coverage on public projects."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import NormalDist, fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.calibration import Calibration, Outcome, calibrated, may_claim

PAIRS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "project_pairs.csv"

outcomes = st.builds(
    Outcome,
    raw_centre=st.floats(-2, 8),
    raw_spread=st.floats(0, 2),
    actual_days=st.floats(0.01, 100_000),
    age=st.integers(0, 500),
)


def history(ratios: list[float], spread: float = 0.2) -> list[Outcome]:
    """Closed projects estimated at 50 days that took 50 × ratio; the last of the list is the newest."""
    newest = len(ratios) - 1
    return [Outcome(math.log(50), spread, 50 * ratio, newest - at) for at, ratio in enumerate(ratios)]


def test_with_no_history_the_priors_hold() -> None:
    prior = calibrated([])

    assert prior == Calibration(0.0, 0.40, prior.multiplier)
    assert prior.multiplier == pytest.approx(1.2816, abs=1e-4)


def test_the_total_spread_adds_the_shared_error_in_variance() -> None:
    assert Calibration().total_spread(0.3) == pytest.approx(0.5)


def test_a_shop_that_always_needs_half_as_long_again_is_corrected_more_and_more() -> None:
    few, many = calibrated(history([1.5] * 2)), calibrated(history([1.5] * 40))

    assert 0 < few.bias < many.bias <= math.log(1.5) + 1e-6
    assert many.bias == pytest.approx(math.log(1.5), abs=1e-6)


def test_a_precise_shop_earns_a_narrower_band_and_a_wild_one_a_wider() -> None:
    prior = Calibration().multiplier

    precise = calibrated(history([0.95, 1.0, 1.05] * 10))
    wild = calibrated(history([0.3, 1.0, 3.0] * 10))

    assert precise.multiplier < prior / 2
    assert wild.multiplier > prior * 1.5


def test_a_shop_that_is_always_off_by_the_same_is_corrected_and_then_precise() -> None:
    late = calibrated(history([2.0] * 30))

    assert late.bias > 0.6
    assert late.multiplier < Calibration().multiplier / 2


@pytest.mark.parametrize("closed", [12, 20, 40])
def test_a_history_just_like_the_prior_makes_the_band_no_narrower(closed: int) -> None:
    usual = NormalDist(0, Calibration().total_spread(0.2))
    ratios = [math.exp(usual.inv_cdf((at * 7 % closed + 0.5) / closed)) for at in range(closed)]

    learnt = calibrated(history(ratios, spread=0.2))

    assert Calibration().multiplier <= learnt.multiplier < Calibration().multiplier * 1.15


def test_one_absurd_outcome_barely_moves_the_estimate() -> None:
    absurd = calibrated(history([1000.0]))

    assert abs(absurd.bias) < 0.1
    assert absurd.multiplier < Calibration().multiplier * 1.5


def test_recent_projects_weigh_more_than_old_ones() -> None:
    improving = calibrated(history([2.0] * 30 + [1.0] * 30))
    worsening = calibrated(history([1.0] * 30 + [2.0] * 30))

    assert improving.bias < worsening.bias


def test_one_more_project_changes_the_answer_smoothly() -> None:
    ratios = [1.3, 0.8, 1.1, 1.6, 0.9, 1.2, 1.0, 1.4, 0.7, 1.1, 1.3, 1.0, 0.95, 1.25]
    steps = [calibrated(history(ratios[:count])) for count in range(len(ratios) + 1)]

    for one, other in pairwise(steps):
        assert abs(other.bias - one.bias) < 0.12
        assert abs(other.multiplier - one.multiplier) < 0.2


@pytest.mark.parametrize(("closed", "allowed"), [(0, False), (11, False), (12, True), (300, True)])
def test_eight_in_ten_is_claimed_from_twelve_closed_projects_on(closed: int, allowed: bool) -> None:
    assert may_claim(closed) is allowed


@pytest.mark.parametrize(
    ("centre", "spread", "actual", "age"),
    [(math.nan, 0.2, 10, 0), (1, -0.1, 10, 0), (1, 0.2, 0, 0), (1, 0.2, math.inf, 0), (1, 0.2, 10, -1)],
)
def test_an_impossible_outcome_is_refused(centre: float, spread: float, actual: float, age: int) -> None:
    with pytest.raises(ValueError, match="outcome"):
        Outcome(centre, spread, actual, age)


@given(st.lists(outcomes, max_size=40))
def test_any_history_yields_a_usable_correction(past: list[Outcome]) -> None:
    made = calibrated(past)

    assert math.isfinite(made.bias)
    assert abs(made.bias) < 15
    assert 0.1 < made.multiplier <= 4


@given(st.lists(outcomes, max_size=30), st.randoms(use_true_random=False))
def test_the_order_in_which_outcomes_are_given_does_not_matter(past: list[Outcome], chance: Random) -> None:
    shuffled = list(past)
    chance.shuffle(shuffled)
    one, other = calibrated(past), calibrated(shuffled)

    assert (other.bias, other.multiplier) == pytest.approx((one.bias, one.multiplier), abs=1e-6)


@dataclass(frozen=True)
class Project:
    start: datetime
    end: datetime
    estimated: float
    actual: float


def outsourced_projects() -> list[Project]:
    """The 145 dated projects of one outsourcing firm, by start."""
    if not PAIRS.exists():
        pytest.skip(f"public estimate/actual pairs are not beside the repository ({PAIRS.name})")
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["dataset"] == "kitchenham"]
    projects = [
        Project(
            datetime.fromisoformat(row["start"]),
            datetime.fromisoformat(row["end"]),
            float(row["estimate_hours"]) / 8,
            float(row["actual_hours"]) / 8,
        )
        for row in rows
    ]
    return sorted(projects, key=lambda project: project.start)


def test_each_public_project_predicted_from_those_closed_before_it_lands_inside_eight_times_in_ten() -> None:
    spread = 0.2  # a feature of 2 days between 1.5 and 2.6: what a careful estimator writes down
    projects = outsourced_projects()
    inside, above, within_a_quarter, widths = 0, 0, 0, []
    for project in projects:
        closed = sorted((past for past in projects if past.end <= project.start), key=lambda past: past.end)
        newest = len(closed) - 1
        learnt = calibrated(
            [Outcome(math.log(p.estimated), spread, p.actual, newest - at) for at, p in enumerate(closed)]
        )
        centre = math.log(project.estimated) + learnt.bias
        half = learnt.multiplier * learnt.total_spread(spread)
        inside += abs(math.log(project.actual) - centre) <= half
        above += math.log(project.actual) > centre + half
        within_a_quarter += 0.75 <= project.actual / project.estimated <= 1.25
        widths.append(2 * math.sinh(half))

    count = len(projects)
    found = f"inside {inside / count:.3f}, above {above / count:.3f}, width {fmean(widths):.3f}"
    print(f"{found}; ±25 %: {within_a_quarter / count:.3f} at 0.5")  # noqa: T201 - the figures, seen with -s
    assert count == 145
    assert 0.77 <= inside / count <= 0.88
    assert above / count <= 0.12
    assert fmean(widths) <= 1.05
    assert inside > within_a_quarter
