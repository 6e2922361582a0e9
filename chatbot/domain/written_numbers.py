"""The numbers in a text, by value: in digits, in Chinese numerals and in words (see number_words.py)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from chatbot.domain.errors import NotUnderstood
from chatbot.domain.number_words import number_words
from chatbot.domain.numerals import DIGITS, SCALE, Numeral, plain, read_numeral

TOO_SMALL = 100
"""Numbers below may be days, counts, times and versions."""

_NUMBER = re.compile(rf"({DIGITS})\s?({SCALE})?", re.IGNORECASE)
_RANGE = re.compile(rf"({DIGITS}) ?(?:-|[到至]|(?:to|and|or|a|et|ou|y|o|bis) ) ?({DIGITS})\s?({SCALE})", re.IGNORECASE)
_HAN = "[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億兩]"
_HAN_NUMBER = re.compile(rf"(?<![0-9])(?<![0-9] )(?<!{_HAN}){_HAN}{{1,16}}")  # behind digits it is their scale
_SCALE_FIRST = re.compile("[百千万亿佰仟萬億]")  # 万一, 千万别, 百度

# What stands between the digits of one number, and what only looks so.
_DRESS = re.compile(r"(?<=\d)[*_~|`^\\]{1,8}(?=\d)")
_NEW_NUMBER = re.compile(r"(?<=\d)[.,'](?= )")
_MEASURE = re.compile(
    r"(?<![\d.,])(?:(?:240|360|480|720|1080|1440|2160)p|\d{3,4} ?x ?\d{3,4}|"
    r"\d[\d.,]{0,8} ?(?:px|ms|kb|mb|gb|tb|hz|khz|mhz|ghz|fps|dpi|kg|km|mah))(?![a-z0-9])"
)


def numbers(folded: str) -> frozenset[Fraction]:
    """Every number that was written in a text, as `guard.fold` gives it. In "55-70k" both are thousands."""
    values = {numeral.value for found in _numerals(folded) for numeral in found.either}
    return frozenset(values.union(_shared(folded), _in_words(folded)))


def _shared(folded: str) -> Iterator[Fraction]:
    for low, high, scale in set(_RANGE.findall(plain(folded))):
        with suppress(NotUnderstood):
            yield read_numeral(low, "", 2).value * read_numeral(high, scale, 2).scale


def large_numbers(folded: str) -> frozenset[Fraction]:
    """The numbers of 100 and more that a text speaks of; measures such as "1080p" and "200 km" are left out."""
    values = {numeral.value for found in _numerals(_MEASURE.sub(" ", folded)) for numeral in found.likely}
    return frozenset(value for value in values | _in_words(folded) if value >= TOO_SMALL)


def _in_words(folded: str) -> set[Fraction]:
    han = (word for word in set(_HAN_NUMBER.findall(folded)) if not _SCALE_FIRST.match(word))
    words = number_words(_NUMBER.sub(";", plain(folded)))  # a scale behind digits is theirs
    return {Fraction(_han_number(word)) for word in han} | set(map(Fraction, words))


def _han_number(word: str) -> int:
    """六万八千 is 68 000."""
    total = section = digit = 0
    for character in word:
        number = int(unicodedata.numeric(character, 2))  # 两 is none to Unicode
        if number < 10:
            digit = digit * 10 + number
        elif number < 10_000:
            section, digit = section + (digit or 1) * number, 0
        else:
            before = 0 if total < number else total
            total = before + (section + digit + (total - before) or 1) * number
            section = digit = 0
    return total + section + digit


class _Found:
    """Digits with what stands between them. Where that makes no sense as separators it is one number, as of a
    telephone, or as many as there are parts: behind points rather the parts, as of dates and versions."""

    def __init__(self, digits: str, scale: str) -> None:
        parts = [_whole(part) for part in re.split(r"[^0-9]", digits) if part]
        try:
            self.likely = [read_numeral(digits, scale, 2) if len(parts) > 1 or scale else parts[0]]
            self.either = self.likely
        except NotUnderstood:
            one = [_whole(re.sub(r"[^0-9]", "", digits))]
            self.either = [*one, *parts]
            self.likely = parts if "." in digits and " " not in digits else one


def _whole(digits: str) -> Numeral:
    """Three digits or more are a large number, zeros before them or not: 000 is a part of one. The 1 keeps 007 from
    being 7."""
    small = len(digits) > 2 and int(digits) < TOO_SMALL
    return Numeral(Fraction(int(f"1{digits}" if small else digits)), 1)


def _numerals(folded: str) -> Iterator[_Found]:
    text = _NEW_NUMBER.sub(";", _DRESS.sub("", plain(folded)))
    return (_Found(*groups) for groups in set(_NUMBER.findall(text)))
