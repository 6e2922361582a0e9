"""What a model has put into a text of its own accord: an amount, a link, a contact or a command that nobody
here wrote.

guard.py holds back what a model says unseen. Here stand texts that may repeat what people wrote: a title, a
translation, the map that a founder approves. What `known`, the words of people, does not hold was added. Dates are
not looked for: a translation moves them about too freely.
"""

from __future__ import annotations

import re
from fractions import Fraction

from chatbot.domain.errors import NotUnderstood
from chatbot.domain.guard import Finding, findings, fold
from chatbot.domain.guard_words import COMMANDS, LINKS, MENTIONS
from chatbot.domain.numerals import DIGITS, SCALE, Numeral, plain, read_numeral

_TOKEN = re.compile(r"[^\s<>\"'“”«»‘’()\[\]{},;，；：、（）「」《》！？…]+")
_NUMBER = re.compile(rf"({DIGITS})\s?({SCALE})?", re.IGNORECASE)
_PIECE = 1_000  # what findings() looks at, at a time
_MOST_NUMBERS = 200  # that are compared, of one text
_TOO_SMALL = 100  # numbers below may be days, counts and versions


def adds_something(text: str, known: str) -> bool:
    """Whether the text holds an amount, a link, a contact or a command that `known` does not."""
    return adds_contact(text, known) or _adds_amount(text, known)


def adds_contact(text: str, known: str) -> bool:
    """Whether the text holds a link, an address, a name with @ or a command that `known` does not hold letter for
    letter."""
    found = _contacts(text)
    return bool(found) and not found <= _contacts(known)


def _contacts(text: str) -> set[str]:
    tokens = (token.strip(".。!?:*_~|`") for token in _TOKEN.findall(fold(text)))
    return {token for token in tokens if any(pattern.search(token) for pattern in (*LINKS, *MENTIONS, *COMMANDS))}


def _adds_amount(text: str, known: str) -> bool:
    """Numbers are compared by value, so that 5万 may become 50,000. Where people wrote the amount in words there is
    nothing to compare with: then it is enough that they wrote one."""
    if not _speaks_of_money(text):
        return False
    if not _speaks_of_money(known):
        return True
    values = _values(known)
    return bool(values) and not _values(text) <= _with_shared_scales(values, known)


def _speaks_of_money(text: str) -> bool:
    pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    return any(Finding.MONEY in findings(piece) for piece in pieces)


def _values(text: str) -> set[Fraction]:
    return {numeral.value for numeral in _numerals(text) if numeral.value >= _TOO_SMALL}


def _with_shared_scales(values: set[Fraction], text: str) -> set[Fraction]:
    """In "55-70k" both numbers are thousands."""
    numerals = _numerals(text)[:_MOST_NUMBERS]
    return values | {one.number * other.scale for one in numerals for other in numerals if one.scale == 1}


def _numerals(text: str) -> list[Numeral]:
    found = _NUMBER.finditer(plain(fold(text)))
    return list(dict.fromkeys(_numeral(*match.groups()) for match in found))


def _numeral(digits: str, scale: str | None) -> Numeral:
    try:
        return read_numeral(digits, scale or "", 2)
    except NotUnderstood:
        return Numeral(Fraction(re.sub(r"[^0-9]", "", digits)), 1)
