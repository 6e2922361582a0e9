"""What a model has put into a text of its own accord: an amount, a link, a contact or a command that nobody
here wrote.

guard.py holds back what a model says unseen. Here stand texts that may repeat what people wrote: a title, a
translation, the map that a founder approves. What `Known`, the words of people, does not hold was added. Dates are
not looked for: a translation moves them about too freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from chatbot.domain.guard import amounts, fold, speaks_of_money
from chatbot.domain.guard_words import COMMANDS, LINKS, MENTIONS
from chatbot.domain.written_numbers import large_numbers, numbers

MAX_KNOWN = 20_000
_TOKEN = re.compile(r"[\w@/.:?=&%#+~$!*|-]+")
# Han, kana and hangul: written without spaces, so that an address may stand right beside them.
_DENSE = (
    "[\u1100-\u11ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
_BORDER = re.compile(rf"(?<={_DENSE})(?:(?=[a-z0-9@/])|:)|(?<=[a-z0-9@/])(?={_DENSE})")
# Scripts whose number words are not read: a number of theirs may well stand in digits in a translation.
_UNREAD = re.compile(r"[\u0590-\u10ff\u1780-\u17ff\uac00-\ud7a3]")


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
        """The numbers in it, in digits and in words."""
        return numbers(self._folded)

    @cached_property
    def is_read(self) -> bool:
        """Whether there are no words in it of a script whose number words are not read."""
        return _UNREAD.search(self._folded) is None

    @cached_property
    def _amounts(self) -> frozenset[str]:
        return frozenset(amounts(self._folded))

    @cached_property
    def _has_amount_in_words(self) -> bool:
        return not all(map(numbers, self._amounts))

    def explains(self, amount: str) -> bool:
        """Whether it holds every number of this amount; of one without a number, whether it holds another such."""
        written = numbers(amount)
        same = written <= self.numbers if written else self._has_amount_in_words
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
    """Numbers are compared by value, so that 5万 may become 50,000, or five thousand 5000."""
    speaks, added = speaks_of_money(folded), not large_numbers(folded) <= known.numbers
    if added and (speaks or known.is_read):
        return True
    return speaks and not (known.names_money and all(map(known.explains, filter(_says_something, amounts(folded)))))


def _says_something(amount: str) -> bool:
    return any(map(str.isalnum, amount))  # not the sign of a currency alone
