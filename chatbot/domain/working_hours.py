"""When people work and when they sleep: promises in working time, and no unasked word at night.

All arithmetic is done on instants, so a day on which clocks change has the hours that it really has.
Moments are aware `datetime`s; answers come in the zone of the hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from chatbot.domain.errors import NotUnderstood

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?")
_TIMES = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?")
_MIDNIGHT = time(0)


@dataclass(frozen=True, slots=True)
class Window:
    """Opening hours of some weekdays (Monday is 0); an end at 00:00 is the end of the day."""

    days: frozenset[int]
    start: time
    end: time

    def __post_init__(self) -> None:
        if not self.days or not self.days <= set(range(7)):
            raise ValueError("a window needs weekdays from 0 to 6")
        if self.end != _MIDNIGHT and self.end <= self.start:
            raise ValueError("a window ends after it starts, on the same day")


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When somebody answers: windows of a week in one time zone."""

    windows: tuple[Window, ...]
    zone: ZoneInfo

    def __post_init__(self) -> None:
        if not self.windows:
            raise ValueError("working hours need at least one window")

    def is_open(self, at: datetime) -> bool:
        """Whether this moment is in working hours."""
        return next(self._open_from(at))[0] <= at

    def next_opening(self, at: datetime) -> datetime:
        """The first moment from `at` on that is in working hours: `at` itself where it is."""
        return next(self._open_from(at))[0].astimezone(self.zone)

    def after(self, at: datetime, worked: timedelta) -> datetime:
        """The moment when this much working time has passed since `at`.

        No time at all is the next opening; below zero is a `ValueError`.
        """
        if worked < timedelta(0):
            raise ValueError("working time cannot be negative")
        left, spans = worked, self._open_from(at)
        start, end = next(spans)
        while left > end - start:
            left -= end - start
            start, end = next(spans)
        return (start + left).astimezone(self.zone)

    def _open_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The open spans from `at` on, in UTC, in order, without overlap, for ever."""
        covered = _instant(at)
        day = at.astimezone(self.zone).date()
        while True:
            for start, end in sorted(self._spans(day)):
                if end > covered:
                    yield max(start, covered), end
                    covered = end
            day += timedelta(days=1)

    def _spans(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for window in self.windows:
            if day.weekday() in window.days:
                last = day if window.end != _MIDNIGHT else day + timedelta(days=1)
                start = datetime.combine(day, window.start, self.zone).astimezone(UTC)
                end = datetime.combine(last, window.end, self.zone).astimezone(UTC)
                if start < end:  # a clock set forward can swallow a short window
                    yield start, end


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nothing unasked is sent, in one time zone; may pass midnight. Equal ends mean never quiet."""

    start: time
    end: time
    zone: ZoneInfo


def parse_working_hours(text: str, zone: ZoneInfo) -> WorkingHours:
    """Hours such as "Mon-Fri 09:00-18:00", "Mon,Wed,Fri 9-17" or "Mon-Fri 9-18; Sat 10:00-13:00".

    `NotUnderstood` where it is none of these, or a window would end before it starts.
    """
    windows = tuple(_window(part) for part in _dashed(text).split(";") if part.strip())
    if not windows:
        raise NotUnderstood("no working hours; write them as Mon-Fri 09:00-18:00")
    return WorkingHours(windows, zone)


def parse_quiet_hours(text: str, zone: ZoneInfo) -> QuietHours:
    """Quiet hours such as "21:30-08:00"; empty means never quiet. `NotUnderstood` where it is neither."""
    if not text.strip():
        return QuietHours(_MIDNIGHT, _MIDNIGHT, zone)
    start, end = _times(_dashed(text).strip())
    if start == end:
        raise NotUnderstood("quiet hours end where they start; leave them empty for never")
    return QuietHours(start, end, zone)


def next_morning(at: datetime, quiet: QuietHours) -> datetime:
    """`at` itself outside quiet hours; inside, the moment when they end, in the zone of the quiet hours."""
    local = at.astimezone(quiet.zone)
    clock = local.time()
    late = clock >= quiet.start
    if quiet.start <= quiet.end:
        asleep, nights = late and clock < quiet.end, 0
    else:
        asleep, nights = late or clock < quiet.end, int(late)
    if not asleep:
        return at
    morning = datetime.combine(local.date() + timedelta(days=nights), quiet.end, quiet.zone)
    # Where clocks are set back, the end comes twice that night: the one that lies ahead counts.
    return morning if _instant(morning) > _instant(at) else morning.replace(fold=1)


def _instant(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC)


def _dashed(text: str) -> str:
    return re.sub(r"[‐-―−－~～]", "-", text.replace("：", ":").replace("；", ";").replace("，", ","))


def _window(text: str) -> Window:
    days, _, times = re.sub(r"\s*([-,:])\s*", r"\1", text.strip().lower()).partition(" ")
    start, end = _times(times.strip())
    if end != _MIDNIGHT and end <= start:
        raise NotUnderstood("working hours end before they start; for a night use two windows")
    return Window(frozenset(day for part in days.split(",") for day in _weekdays(part)), start, end)


def _weekdays(text: str) -> Iterator[int]:
    """The days of "mon" or "fri-mon"."""
    names = [_DAY.fullmatch(name) for name in text.split("-")]
    found = [_DAYS.index(name[1][:3]) for name in names if name]
    if len(found) != len(names) or len(found) > 2:
        raise NotUnderstood("weekdays are written as Mon-Fri or Mon,Wed,Fri")
    first, last = found[0], found[-1]
    return ((first + step) % 7 for step in range((last - first) % 7 + 1))


def _times(text: str) -> tuple[time, time]:
    found = _TIMES.fullmatch(text)
    if not found:
        raise NotUnderstood("hours are written as 09:00-18:00")
    start_hour, start_minute, end_hour, end_minute = (int(part or 0) for part in found.groups())
    if (end_hour, end_minute) == (24, 0):
        end_hour = 0
    if max(start_hour, end_hour) > 23 or max(start_minute, end_minute) > 59:
        raise NotUnderstood("a day has hours from 00:00 to 24:00")
    return time(start_hour, start_minute), time(end_hour, end_minute)
