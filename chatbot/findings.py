"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """About one thing: whether it is good, and a sentence that says what is wrong and how to mend it."""

    about: str
    good: bool
    sentence: str
