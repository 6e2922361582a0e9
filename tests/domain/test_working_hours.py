"""Working and quiet hours: weekends, lunch breaks, clock changes, and what cannot be read."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.domain.errors import NotUnderstood
from chatbot.domain.working_hours import (
    QuietHours,
    Window,
    WorkingHours,
    next_morning,
    parse_quiet_hours,
    parse_working_hours,
)

SHANGHAI, PARIS, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Paris"), ZoneInfo("America/New_York")
OFFICE = parse_working_hours("Mon-Fri 09:00-18:00", SHANGHAI)
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

zones = st.sampled_from([SHANGHAI, PARIS, NEW_YORK, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/Santiago")])
moments = st.builds(
    lambda seconds: datetime(2023, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds), st.integers(0, 150_000_000)
)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def shanghai(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2025, whose third day is a Monday."""
    return datetime(2025, 3, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("Mon-Fri 09:00-18:00", [Window(frozenset(range(5)), time(9), time(18))]),
        ("Mon-Sat 10:00-19:30", [Window(frozenset(range(6)), time(10), time(19, 30))]),
        ("Mon,Wed,Fri 9-17", [Window(frozenset({0, 2, 4}), time(9), time(17))]),
        ("monday - friday 9:00 – 18:00", [Window(frozenset(range(5)), time(9), time(18))]),
        ("Sat-Mon 8-12", [Window(frozenset({5, 6, 0}), time(8), time(12))]),
        ("Mon-Wed, Sat 8-12", [Window(frozenset({0, 1, 2, 5}), time(8), time(12))]),
        ("Sun 0-24", [Window(frozenset({6}), time(0), time(0))]),
        (
            "Mon-Fri 9-12; Mon-Fri 13:30-18; Sat 10-13;",
            [
                Window(frozenset(range(5)), time(9), time(12)),
                Window(frozenset(range(5)), time(13, 30), time(18)),
                Window(frozenset({5}), time(10), time(13)),
            ],
        ),
        ("Mon－Fri 09：00－18：00", [Window(frozenset(range(5)), time(9), time(18))]),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, windows: list[Window]) -> None:
    assert parse_working_hours(text, PARIS) == WorkingHours(tuple(windows), PARIS)


@pytest.mark.parametrize(
    "text",
    ["", "always", "Mon-Fri", "09:00-18:00", "Mon-Fri 18:00-09:00", "Mon-Fri 9-9", "Mon-Fri 9-25", "Mon-Fri 9:60-18",
     "Mon-Wed-Fri 9-18", "Funday 9-18", "Mon 24:00-24:00", "Mon 9-18 sometimes", "Monday, 9-18", "Mon 9"],
)  # fmt: skip
def test_what_are_no_hours_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        parse_working_hours(text, PARIS)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (shanghai(3, 9), True),
        (shanghai(3, 17, 59), True),
        (shanghai(3, 18), False),
        (shanghai(3, 8, 59), False),
        (shanghai(8, 12), False),
        (datetime(2025, 3, 3, 1, 0, tzinfo=UTC), True),
        (datetime(2025, 3, 3, 10, 0, tzinfo=UTC), False),
    ],
)
def test_a_window_is_open_from_its_start_until_just_before_its_end(at: datetime, is_open: bool) -> None:
    assert OFFICE.is_open(at) is is_open


def test_working_time_runs_on_the_same_day_where_it_fits() -> None:
    assert OFFICE.after(shanghai(3, 10), timedelta(hours=4)) == shanghai(3, 14)
    assert OFFICE.after(shanghai(3, 14), timedelta(hours=4)) == shanghai(3, 18)


def test_working_time_waits_over_night_and_weekend() -> None:
    assert OFFICE.after(shanghai(3, 16), timedelta(hours=4)) == shanghai(4, 11)
    assert OFFICE.after(shanghai(7, 16), timedelta(hours=4)) == shanghai(10, 11)
    assert OFFICE.after(shanghai(8, 12), timedelta(hours=4)) == shanghai(10, 13)


def test_a_lunch_break_does_not_count() -> None:
    hours = parse_working_hours("Mon-Fri 9-12; Mon-Fri 13-18", SHANGHAI)

    assert hours.after(shanghai(3, 11), timedelta(hours=2)) == shanghai(3, 14)


def test_windows_that_overlap_count_once() -> None:
    hours = parse_working_hours("Mon 9-14; Mon-Tue 12-18; Mon 13-14", SHANGHAI)

    assert hours.after(shanghai(3, 9), timedelta(hours=10)) == shanghai(4, 13)


def test_windows_may_be_named_in_any_order() -> None:
    hours = parse_working_hours("Mon 13-18; Mon 9-12", SHANGHAI)

    assert hours.next_opening(shanghai(3, 8)) == shanghai(3, 9)
    assert hours.after(shanghai(3, 8), timedelta(hours=4)) == shanghai(3, 14)


def test_the_next_opening_is_now_or_the_next_morning_of_work() -> None:
    assert OFFICE.next_opening(shanghai(3, 11)) == shanghai(3, 11)
    assert OFFICE.next_opening(shanghai(3, 18)) == shanghai(4, 9)
    assert OFFICE.next_opening(shanghai(7, 19)) == shanghai(10, 9)
    assert OFFICE.after(shanghai(7, 19), timedelta(0)) == shanghai(10, 9)


def test_an_answer_is_given_in_the_zone_of_the_hours() -> None:
    assert OFFICE.after(datetime(2025, 3, 3, 2, 0, tzinfo=UTC), timedelta(hours=1)).tzinfo is SHANGHAI


def test_a_day_on_which_clocks_go_forward_has_an_hour_less_of_night_shift() -> None:
    hours = parse_working_hours("Sun 0:00-6:00", PARIS)  # clocks go from 02:00 to 03:00 on 30 March 2025

    moment = hours.after(datetime(2025, 3, 30, 0, 0, tzinfo=PARIS), timedelta(hours=4))

    assert moment == datetime(2025, 3, 30, 5, 0, tzinfo=PARIS)


def test_a_day_on_which_clocks_go_back_has_an_hour_more() -> None:
    hours = parse_working_hours("Sun 0:00-6:00", PARIS)  # clocks go from 03:00 to 02:00 on 26 October 2025

    moment = hours.after(datetime(2025, 10, 26, 0, 0, tzinfo=PARIS), timedelta(hours=4))

    assert moment == datetime(2025, 10, 26, 3, 0, tzinfo=PARIS)


def test_a_deadline_over_a_clock_change_keeps_the_office_hour() -> None:
    hours = parse_working_hours("Mon-Fri 09:00-18:00", NEW_YORK)

    moment = hours.after(datetime(2025, 3, 7, 17, 0, tzinfo=NEW_YORK), timedelta(hours=2))

    assert (moment.day, moment.hour, moment.utcoffset()) == (10, 10, timedelta(hours=-4))


@pytest.mark.parametrize("at", [datetime(2025, 3, 3, 9, 0)])  # noqa: DTZ001 - a naive moment is what is refused
def test_a_moment_without_a_zone_is_refused(at: datetime) -> None:
    with pytest.raises(ValueError, match="zone"):
        OFFICE.is_open(at)


def test_negative_working_time_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        OFFICE.after(shanghai(3, 9), timedelta(minutes=-1))


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [(set(), time(9), time(18)), ({7}, time(9), time(18)), ({0}, time(18), time(9)), ({0}, time(9), time(9))],
)
def test_an_impossible_window_is_refused(days: set[int], start: time, end: time) -> None:
    with pytest.raises(ValueError, match="window"):
        Window(frozenset(days), start, end)


def test_hours_without_a_window_are_refused() -> None:
    with pytest.raises(ValueError, match="window"):
        WorkingHours((), PARIS)


@st.composite
def some_hours(draw: st.DrawFn) -> WorkingHours:
    windows = []
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted(draw(st.lists(clocks, min_size=2, max_size=2, unique=True)))
        windows.append(Window(draw(st.frozensets(st.integers(0, 6), min_size=1)), start, end))
    return WorkingHours(tuple(windows), draw(zones))


@given(some_hours(), moments)
def test_the_next_opening_is_open_and_nothing_before_it_is(hours: WorkingHours, at: datetime) -> None:
    opening = hours.next_opening(at)

    assert opening >= at
    assert hours.is_open(opening)
    assert hours.is_open(at) == (opening == at)
    if opening > at:
        assert not hours.is_open(at + (opening - at) / 2)


@given(some_hours(), moments, st.integers(0, 6_000), st.integers(0, 6_000))
def test_work_done_in_two_parts_ends_when_work_done_at_once_ends(
    hours: WorkingHours, at: datetime, first: int, second: int
) -> None:
    at_once = hours.after(at, timedelta(minutes=first + second))
    in_parts = hours.after(hours.after(at, timedelta(minutes=first)), timedelta(minutes=second))

    # At the end of a window the next one's start is the same point of working time.
    assert hours.next_opening(at_once) == hours.next_opening(in_parts)
    assert at_once >= at + timedelta(minutes=first + second)


def quiet(text: str) -> QuietHours:
    return parse_quiet_hours(text, SHANGHAI)


@pytest.mark.parametrize(
    ("at", "morning"),
    [
        (shanghai(3, 22), shanghai(4, 8)),
        (shanghai(3, 21, 30), shanghai(4, 8)),
        (shanghai(4, 3), shanghai(4, 8)),
        (shanghai(4, 8), shanghai(4, 8)),
        (shanghai(3, 12), shanghai(3, 12)),
    ],
)
def test_what_nobody_asked_for_waits_for_the_morning(at: datetime, morning: datetime) -> None:
    assert next_morning(at, quiet("21:30-08:00")) == morning


def test_quiet_hours_may_lie_within_one_day() -> None:
    assert next_morning(shanghai(3, 13), quiet("12:00-14:00")) == shanghai(3, 14)
    assert next_morning(shanghai(3, 15), quiet("12:00-14:00")) == shanghai(3, 15)


def test_quiet_hours_that_end_twice_in_the_night_of_the_clock_change_end_for_good_the_second_time() -> None:
    night = parse_quiet_hours("23:00-01:30", NEW_YORK)  # clocks go from 02:00 to 01:00 on 2 November 2025
    first, second = (datetime(2025, 11, 2, 1, 15, tzinfo=NEW_YORK, fold=fold) for fold in (0, 1))

    assert next_morning(first, night).astimezone(UTC) == first.astimezone(UTC) + timedelta(minutes=15)
    assert next_morning(second, night).astimezone(UTC) == second.astimezone(UTC) + timedelta(minutes=15)


def test_quiet_until_midnight_ends_with_the_day() -> None:
    assert next_morning(shanghai(3, 23), quiet("22-24")) == shanghai(4, 0)


@pytest.mark.parametrize("text", ["", "  "])
def test_empty_quiet_hours_never_keep_anything_back(text: str) -> None:
    at = shanghai(3, 3)

    assert next_morning(at, quiet(text)) is at


@pytest.mark.parametrize("text", ["night", "22", "22:00-", "25-8", "22:00-08:00 or so", "00:00-24:00", "9-9"])
def test_what_are_no_quiet_hours_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        quiet(text)


@given(clocks, clocks, zones, moments)
def test_the_morning_never_lies_in_the_past_nor_more_than_a_day_ahead(
    start: time, end: time, zone: ZoneInfo, at: datetime
) -> None:
    morning = next_morning(at, QuietHours(start, end, zone))

    assert at <= morning <= at + timedelta(hours=25)
    assert next_morning(morning, QuietHours(start, end, zone)) == morning
