"""What a model has put into a text of its own accord: an amount, a link, a contact or a command that nobody
here wrote.

guard.py holds back what a model says unseen. Here stand texts that may repeat what people wrote: a title, a
translation, the map that a founder approves. What `Known`, the words of people, does not hold was added. Dates are
not looked for: a translation moves them about too freely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from chatbot.domain.errors import NotUnderstood
from chatbot.domain.guard import amounts, fold, speaks_of_money
from chatbot.domain.guard_words import COMMANDS, LINKS, MENTIONS
from chatbot.domain.numerals import DIGITS, SCALE, Numeral, plain, read_numeral

MAX_KNOWN = 20_000
_TOKEN = re.compile(r"[\w@/.:?=&%#+~$!*|-]+")
# Han, kana and hangul: written without spaces, so that an address may stand right beside them.
_DENSE = (
    "[\u1100-\u11ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
_BORDER = re.compile(rf"(?<={_DENSE})(?:(?=[a-z0-9@/])|:)|(?<=[a-z0-9@/])(?={_DENSE})")
_NUMBER = re.compile(rf"({DIGITS})\s?({SCALE})?", re.IGNORECASE)
_HAN = "[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億兩]"
_HAN_NUMBER = re.compile(rf"(?<![0-9])(?<![0-9] )(?<!{_HAN}){_HAN}{{1,16}}")  # behind digits it is their scale
_TOO_SMALL = 100  # numbers below may be days, counts and versions


@dataclass(frozen=True)
class Known:
    """The words that may be repeated. They are read once, however many texts are compared with them."""

    text: str = field(repr=False)

    @classmethod
    def latest(cls, lines: Iterable[str], beside: str = "") -> Known:
        """The last whole lines, at most 20,000 characters of them, and what is known beside them."""
        kept, room = [beside], MAX_KNOWN
        for line in reversed(list(lines)):
            room -= len(line)
            if room < 0:
                break
            kept.append(line)
        return cls("\n".join(kept))

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)[: 2 * MAX_KNOWN]  # folding makes eighteen letters of some

    @cached_property
    def contacts(self) -> frozenset[str]:
        """The links, addresses, names with @ and commands in it."""
        return _contacts(self._folded)

    @cached_property
    def names_money(self) -> bool:
        """Whether there is an amount in it, in digits or in words."""
        return speaks_of_money(self._folded)

    @cached_property
    def numbers(self) -> frozenset[Fraction]:
        """The numbers in it. In "55-70k" both are thousands."""
        numerals = _numerals(self._folded)
        scales = {numeral.scale for numeral in numerals}
        shared = {numeral.number * scale for numeral in numerals if numeral.scale == 1 for scale in scales}
        return frozenset(_numbers(self._folded) | shared)

    @cached_property
    def _amounts(self) -> frozenset[str]:
        return frozenset(amounts(self._folded))

    @cached_property
    def _has_amount_in_words(self) -> bool:
        return not all(map(_numbers, self._amounts))

    def explains(self, amount: str) -> bool:
        """Whether it holds every number of this amount; of one in words, whether it holds another in words."""
        numbers = _numbers(amount)
        same = numbers <= self.numbers if numbers else self._has_amount_in_words
        return same or amount in self._amounts


def adds_something(text: str, known: Known) -> bool:
    """Whether the text holds an amount, a link, a contact or a command that `known` does not."""
    return adds_contact(text, known) or _adds_amount(fold(text), known)


def adds_contact(text: str, known: Known) -> bool:
    """Whether the text holds a link, an address, a name with @ or a command that `known` does not hold letter for
    letter."""
    found = _contacts(fold(text))
    return bool(found) and not found <= known.contacts


def _contacts(folded: str) -> frozenset[str]:
    tokens = {token.strip(".!?:*_~|-") for token in _TOKEN.findall(_BORDER.sub(" ", folded))}
    return frozenset(filter(_is_contact, tokens))


def _is_contact(token: str) -> bool:
    return any(pattern.search(token) for pattern in (*LINKS, *MENTIONS, *COMMANDS))


def _adds_amount(folded: str, known: Known) -> bool:
    """Numbers are compared by value, so that 5万 may become 50,000. Where people wrote amounts in words only, there
    is nothing to compare with: then it is enough that they wrote one."""
    if not speaks_of_money(folded):
        return False
    if not known.names_money:
        return True
    if max(known.numbers, default=0) < _TOO_SMALL:
        return False
    large = {numeral.value for numeral in _numerals(folded) if numeral.value >= _TOO_SMALL}
    return not large <= known.numbers or not all(map(known.explains, filter(_says_something, amounts(folded))))


def _says_something(amount: str) -> bool:
    return any(map(str.isalnum, amount))  # not the sign of a currency alone


def _numbers(folded: str) -> set[Fraction]:
    written = {numeral.value for numeral in _numerals(folded)}
    return written | {Fraction(_han_number(word)) for word in set(_HAN_NUMBER.findall(folded))}


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


def _numerals(folded: str) -> set[Numeral]:
    return {_numeral(*groups) for groups in set(_NUMBER.findall(plain(folded)))}


def _numeral(digits: str, scale: str) -> Numeral:
    try:
        return read_numeral(digits, scale, 2)
    except NotUnderstood:
        return Numeral(Fraction(re.sub(r"[^0-9]", "", digits)), 1)
