"""Reading the amounts, ranges and percentages that people type. In doubt nothing is read: `NotUnderstood`.

An amount is a number with an optional scale (k, 万, mil) and an optional currency before or behind it. A range
is two amounts with a dash or a word between them; where only one of them names a scale, both have it ("55-70k"),
unless that would turn the range round ("900-1.2k").
"""

from __future__ import annotations

from fractions import Fraction

from chatbot.domain.amount_patterns import (
    AMOUNT_TEXT,
    BARE_RANGE,
    FIRST_WORDS,
    LAST_WORD,
    NAMED,
    PERCENT_TEXT,
    RANGE_COMMAND,
    RANGE_TEXT,
    SEPARATORS,
    SINGLE_COMMAND,
)
from chatbot.domain.currency_words import may_mean
from chatbot.domain.errors import NotUnderstood, Unfit, UnfitAmount
from chatbot.domain.money import Money, minor_digits
from chatbot.domain.numerals import Numeral, plain, read_numeral

MAX_AMOUNT = 10**12
MAX_LENGTH = 80
# Two amounts, one with a scale and one without, this far apart: one of the two was meant otherwise.
_FAR_APART = 20


def read_money(text: str, currency: str, *, allow_zero: bool = False) -> Money:
    """The one amount that this text is, such as "68,000", "¥55k", "6万8" or "1.234,56 €".

    `NotUnderstood` for anything else: words, a sign, zero unless allowed, more than 10¹², parts of the minor unit,
    another currency than `currency`, or separators that could mean two numbers. `UnfitAmount` where it is a number.
    """
    trimmed = _trimmed(text)
    found = AMOUNT_TEXT.fullmatch(trimmed)
    if not found:
        raise _no_amount(trimmed)
    amount = _money(_numeral(found.groups(), currency).value, currency)
    if not amount and not allow_zero:
        raise UnfitAmount(Unfit.NOT_ABOVE_ZERO, "the amount is zero")
    return amount


def _no_amount(text: str) -> NotUnderstood:
    if text.isdecimal():  # more digits than the pattern takes
        return UnfitAmount(Unfit.TOO_LARGE, "the amount is beyond belief")
    if text.startswith("-") and AMOUNT_TEXT.fullmatch(text[1:].lstrip()):
        return UnfitAmount(Unfit.NOT_ABOVE_ZERO, "the amount is below zero")
    return NotUnderstood("this is not one amount of money")


def read_range(text: str, currency: str) -> tuple[Money, Money]:
    """Low and high of the one range that this text is, such as "55-70k", "5.5万到7万" or "entre 55 y 70 mil".

    Low may equal high. `NotUnderstood` for anything else, as in `read_money`, and where high is below low.
    Whether "55-70" is too little to be meant is the caller's to say: it alone knows the price step.
    """
    found = RANGE_TEXT.fullmatch(_trimmed(text))
    if not found:
        raise NotUnderstood("this is not a range of two amounts")
    groups = found.groups()
    half = groups[:8] if groups[1] else groups[8:]  # those after "between", or the others
    low, high = _sharing_scale(_numeral(half[:4], currency), _numeral(half[4:], currency))
    if not 0 < low <= high:
        raise NotUnderstood("a range goes from a low amount above zero to a high one")
    return _money(low, currency), _money(high, currency)


def read_percent(text: str) -> int:
    """Basis points of a percentage from 0 to 100 with at most two decimals: "5", "7.5 %" and "7,5" are read."""
    found = PERCENT_TEXT.fullmatch(_trimmed(text))
    if not found:
        raise NotUnderstood("this is not a percentage")
    points = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    if points > 10_000:
        raise NotUnderstood("a percentage is at most 100")
    return points


def find_range_command(text: str, currency: str) -> tuple[tuple[Money, Money] | None, str]:
    """The range that the founder sets in this edit, or None, and the rest of the text, tidied.

    A text that is nothing but a range is a command too. `NotUnderstood` where a command is there but cannot be
    carried out: high below low, another currency, one amount instead of two, or two different ranges.
    """
    flat = plain(text)
    if BARE_RANGE.fullmatch(flat.strip()):
        return read_range(text, currency), ""
    matches = RANGE_COMMAND.finditer(flat)
    found = [match for match in matches if match["end"] is not None or NAMED.search(match["range"])]
    if not found and SINGLE_COMMAND.search(flat):
        raise NotUnderstood("a price range has two amounts")
    ranges = {read_range(match["range"], currency) for match in found}
    if len(ranges) > 1:
        raise NotUnderstood("there are two price ranges")
    rest = text
    for match in reversed(found):
        rest = _without(rest, *match.span("command"))
    return next(iter(ranges), None), rest.strip()


def _trimmed(text: str) -> str:
    if len(text) > MAX_LENGTH:
        raise NotUnderstood("this is too long for an amount")
    return plain(text).strip().rstrip(".,;!。、").rstrip()


def _numeral(groups: tuple[str | None, ...], currency: str) -> Numeral:
    before, digits, scale, behind = groups
    if any(word and not may_mean(word, currency) for word in (before, behind)):
        raise NotUnderstood("the amount names another currency")
    return read_numeral(digits or "", scale or "", minor_digits(currency))


def _sharing_scale(low: Numeral, high: Numeral) -> tuple[Fraction, Fraction]:
    """The values of both, the one without a scale in the other's where that keeps low below high."""
    if low.scale == 1 < high.scale and low.number <= high.number:
        return low.number * high.scale, high.value
    if high.scale == 1 < low.scale and high.number < low.value:
        return low.value, high.number * low.scale
    if min(low.scale, high.scale) == 1 < max(low.scale, high.scale) and high.value > low.value * _FAR_APART:
        raise NotUnderstood("the two amounts of the range are too far apart")
    return low.value, high.value


def _money(value: Fraction, currency: str) -> Money:
    minor = value * 10 ** minor_digits(currency)
    if value > MAX_AMOUNT:
        raise UnfitAmount(Unfit.TOO_LARGE, "the amount is beyond belief")
    if minor.denominator != 1:
        raise UnfitAmount(Unfit.TOO_FINE, "the amount has parts smaller than the currency's minor unit")
    return Money(int(minor), currency)


def _without(text: str, start: int, end: int) -> str:
    """The text without this clause, the parts around it joined as a list goes on."""
    before = LAST_WORD.sub("", text[:start].rstrip(SEPARATORS)).rstrip(SEPARATORS)
    after = FIRST_WORDS.sub("", text[end:])
    if not before or not after:
        return before or after
    if before[-1] in ".!?。！？":
        return f"{before} {after}"
    if "\n" in text[len(before) : len(text) - len(after)]:
        return f"{before}\n{after}"
    chinese = "一" <= before[-1] <= "鿿" or "一" <= after[0] <= "鿿"
    return before + ("，" if chinese else ", ") + after
