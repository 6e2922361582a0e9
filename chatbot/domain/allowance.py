"""What a new client may use up: somebody whom no founder has dealt with yet, and who may be anybody.

Beyond it nobody is turned away. The built-in catalogue, which costs nothing, answers in place of the model, and a
file is noted but not carried on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Calls of the model for one new client within a day; calls for everybody within an hour, after which new
    clients have none; files of one new client on a day, of any size (Telegram carries them)."""

    calls: int = 60
    calls_of_all: int = 600
    files: int = 20

    def spares_model(self, calls: int, calls_of_all: int) -> bool:
        """Whether the model is to be spared, after so many calls."""
        return calls >= self.calls or calls_of_all >= self.calls_of_all

    def takes(self, sent: Files) -> bool:
        """Whether the last of these files is still within it."""
        return sent.number <= self.files


@dataclass(frozen=True, slots=True)
class Files:
    """How many files somebody sent on a day."""

    day: date
    number: int = 0

    def and_one(self, today: date) -> Files:
        """With one more, sent today; those of an earlier day no longer count."""
        before = self if self.day == today else Files(today)
        return Files(today, before.number + 1)

    def __str__(self) -> str:
        return f"{self.day} {self.number}"

    @classmethod
    def read(cls, text: str) -> Files:
        """What `str` wrote; before, their bytes stood behind it."""
        day, number = text.split()[:2]
        return cls(date.fromisoformat(day), int(number))
