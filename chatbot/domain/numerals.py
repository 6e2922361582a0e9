"""Numbers as people type them: separators of every country, k and 万, digits of any script."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from chatbot.domain.errors import NotUnderstood

_SCALES = {
    "k": 1_000, "thousand": 1_000, "grand": 1_000, "mille": 1_000, "mil": 1_000, "miles": 1_000,
    "m": 1_000_000, "million": 1_000_000, "millions": 1_000_000, "millón": 1_000_000, "millon": 1_000_000,
    "millones": 1_000_000,
}  # fmt: skip
_UNITS = {
    "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "w": 10_000,
    "百万": 1_000_000, "百萬": 1_000_000, "千万": 10_000_000, "千萬": 10_000_000, "亿": 10**8, "億": 10**8,
}  # fmt: skip

_WORDS = "|".join(sorted(_SCALES, key=len, reverse=True))
DIGITS = r"[0-9](?:[0-9.,' ]{0,24}[0-9])?(?![0-9])"
SCALE = rf"(?:(?:[百千][万萬]|[亿億万萬千百]|w(?![a-z]))(?:[0-9][千百]){{0,3}}[0-9]{{0,9}}|(?:{_WORDS})(?![a-zà-ÿ]))"
"""Patterns for the digits of a number and for the scale behind them, under `re.IGNORECASE`, on `plain` text."""

_DASHES = dict.fromkeys("‐‑‒–—―−－~～〜∼", "-")
_SIGNS = {"￥": "¥", "￡": "£", "’": "'", "‘": "'", "´": "'", **_DASHES}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the scale that it was given in: "6万8" is 6.8 × 10 000; scale 1 where none was named."""

    number: Fraction
    scale: int

    @property
    def value(self) -> Fraction:
        """What it amounts to."""
        return self.number * self.scale


def plain(text: str) -> str:
    """The text with plain digits, spaces, dashes and ASCII punctuation; character for character as long."""
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char in _SIGNS:
        return _SIGNS[char]
    if char != "\n" and char.isspace():
        return " "
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    return chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char


def read_numeral(digits: str, scale: str, places: int) -> Numeral:
    """The number that `DIGITS` and `SCALE` (or "") matched; `places` are the decimals that are usual here.

    `NotUnderstood` where the separators make no sense or could mean two numbers, as in "1.500k".
    """
    scale = scale.lower()
    if not scale or scale in _SCALES:
        return Numeral(_separated(digits, scale, places), _SCALES.get(scale, 1))
    return _chinese(_separated(digits, scale, places), scale)


def _separated(digits: str, scale: str, places: int) -> Fraction:
    """The number of digits with separators for thousands, for decimals, or for both."""
    marks = re.sub(r"[0-9]", "", digits)
    groups = re.split(r"[.,' ]", digits)
    if not marks:
        return Fraction(digits)
    last = marks[-1]
    if marks.count(last) > 1 or last in "' ":
        return _thousands(groups, marks)
    if len(marks) == 1 and _could_be_thousands(groups) and not _is_decimal(last, scale, places):
        return _thousands(groups, marks)
    whole = _thousands(groups[:-1], marks[:-1]) if marks[:-1] else Fraction(groups[0])
    return whole + Fraction(int(groups[-1]), 10 ** len(groups[-1]))


def _could_be_thousands(groups: list[str]) -> bool:
    return len(groups[0]) <= 3 and groups[0][0] != "0" and len(groups[1]) == 3


def _is_decimal(mark: str, scale: str, places: int) -> bool:
    """Whether one separator before three digits marks decimals. Before 万 writing is uniform; before k it is not."""
    if scale and scale not in _SCALES:
        return mark == "."
    if scale or places == 3:
        raise NotUnderstood("one separator and three digits can mean two numbers here")
    return False


def _thousands(groups: list[str], marks: str) -> Fraction:
    orderly = len(set(marks)) == 1 and 1 <= len(groups[0]) <= 3 and groups[0][0] != "0"
    if not orderly or any(len(group) != 3 for group in groups[1:]):
        raise NotUnderstood("the separators of this number make no sense")
    return Fraction("".join(groups))


def _chinese(number: Fraction, scale: str) -> Numeral:
    """ "6万8", "6万8千" and "6万8500": units that fall, then one digit of the next place or all the digits left."""
    unit = scale[:2] if scale[:2] in _UNITS else scale[0]
    size = place = _UNITS[unit]
    rest, extra = scale[len(unit) :], 0
    if rest and number.denominator != 1:
        raise NotUnderstood("a number with decimals cannot go on after its unit")
    while len(rest) > 1 and rest[1] in "千百":
        if _UNITS[rest[1]] >= place:
            raise NotUnderstood("the units of this number do not fall")
        place = _UNITS[rest[1]]
        extra += int(rest[0]) * place
        rest = rest[2:]
    if len(rest) == 1:
        extra += int(rest) * place // 10
    elif rest and len(rest) != len(str(place)) - 1:
        raise NotUnderstood("the digits after the unit can mean two numbers")
    else:
        extra += int(rest or 0)
    return Numeral(number + Fraction(extra, size), size)
