"""What a language model may say to a client unseen: no amount, no date, no link, no mention, no
command, no markup.

An amount reaches a client only with an approval, a date only from a person. A model's words that hold one are held
back whole, for cutting it out would change what they say. Only what the shop itself wrote (`allowed`) may be
repeated, character for character apart from spaces, dashes and digit grouping. Any number of 100 or more may be an
amount, with a currency or without: it passes where people wrote one of the same value. And whatever names a currency
is held back, for the number beside it may be a word of a language that nobody here reads.

The check errs on the side of silence: words held back cost a warmer sentence, words let through cost a promise.
The words and shapes that give an amount or a date away stand in guard_words.py. What is known to pass: a number below
100 or one that the client wrote, where nothing speaks of a price; a number in words of a language that
number_words.py lacks, without a currency; slang ("a fiver"), letters one by one, "evil dot com".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from chatbot.domain.guard_words import (
    BIG_WORD,
    COMMANDS,
    COMMON_DOTTED,
    CURRENCIES,
    DATES,
    LINKS,
    MARKUP,
    MENTIONS,
    MONEY,
    PRICE_WORD,
)
from chatbot.domain.written_numbers import large_numbers, numbers

MAX_WORDS = 600
MAX_LOOKED_AT = 1_200
_OVERLAP = 200


class Finding(StrEnum):
    """What a text holds that may not be said unseen."""

    MONEY = "money"
    DATE = "date"
    LINK = "link"
    MENTION = "mention"
    COMMAND = "command"
    MARKUP = "markup"


def safe_words(text: str, allowed: str, said: frozenset[Fraction] = frozenset()) -> str:
    """The text, at most 600 characters cut at the end of a sentence, or "" where it holds what it may not."""
    text = _printable(text[:MAX_LOOKED_AT])
    return "" if findings(text, allowed, said) else _cut(text)


def findings(text: str, allowed: str = "", said: frozenset[Fraction] = frozenset()) -> frozenset[Finding]:
    """What the first 1,200 characters of a text hold that `allowed` does not; `said` are the numbers that clients
    wrote."""
    return frozenset(_found(fold(text[:MAX_LOOKED_AT]), fold(allowed), said))


def _found(folded: str, allowed: str, said: frozenset[Fraction]) -> Iterator[Finding]:
    known, large = _compact(allowed), large_numbers(folded) - said
    if _holds_money(folded, known) or (large and not large <= numbers(allowed)):
        yield Finding.MONEY
    if _unknown(DATES, folded, known).strange:
        yield Finding.DATE
    if any(match.group() not in COMMON_DOTTED for match in _matches(LINKS, folded)):
        yield Finding.LINK
    if any(True for _ in _matches(MENTIONS, folded)):
        yield Finding.MENTION
    if any(True for _ in _matches(COMMANDS, folded)):
        yield Finding.COMMAND
    if any(True for _ in _matches(MARKUP, folded)):
        yield Finding.MARKUP


def _holds_money(folded: str, known: str = "") -> bool:
    money = _unknown(MONEY, folded, known)
    rest = _without(folded, money.known)
    return money.strange or CURRENCIES.search(rest) is not None or _names_a_price(rest)


def speaks_of_money(folded: str) -> bool:
    """Whether a text of any length, as `fold` gives it, holds an amount. Pieces overlap, so that none is cut apart."""
    step = MAX_LOOKED_AT - _OVERLAP
    return any(_holds_money(folded[start : start + MAX_LOOKED_AT]) for start in range(0, len(folded), step))


def amounts(folded: str) -> Iterator[str]:
    """The amounts in a text of any length, as `fold` gives it; of one that stands within another, the longer."""
    step, edge = MAX_LOOKED_AT - _OVERLAP, _OVERLAP // 2
    for first in range(0, len(folded), step):
        spans = {match.span() for match in _matches(MONEY, folded[first : first + MAX_LOOKED_AT])}
        reached = 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if end > reached and (first == 0 or start >= edge) and start < step + edge:
                yield folded[first + start : first + end]
            reached = max(reached, end)


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Where a text holds what the shop wrote, and whether it holds more than that."""

    known: list[tuple[int, int]]
    strange: bool


def _unknown(patterns: tuple[re.Pattern[str], ...], folded: str, known: str) -> _Sorted:
    spans = {match.span(): match.group() for match in _matches(patterns, folded)}
    fine = [span for span, phrase in spans.items() if _stands_in(phrase, known)]
    strange = [span for span in spans if not any(start <= span[0] and span[1] <= end for start, end in fine)]
    return _Sorted(fine, bool(strange))


# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans("łøđħı", "lodhi")


def fold(text: str) -> str:
    """The text as the patterns read it: one width, no case, no accents, nothing invisible, plain digits."""
    text = unicodedata.normalize("NFKC", text)
    seen = "".join(map(_seen, filter(_is_visible, text)))
    bare = "".join(c for c in unicodedata.normalize("NFD", seen.casefold()) if unicodedata.category(c)[0] != "M")
    folded = " ".join(unicodedata.normalize("NFC", bare.translate(_PLAIN)).split())
    return _FULL_STOP.sub(".", _OH.sub(_as_zeros, _WORD.sub(_in_one_script, folded)))


# Letters of other scripts that look like Latin ones. Within one word with Latin letters or digits they are a disguise.
_LOOKALIKES = str.maketrans("асеорхуіјѕԁһкмтвнгαορτυνικχ", "aceopxyijsdhkmtbhraoptuvikx")
_WORD = re.compile(r"\w+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_OH = re.compile(r"(?<=\d)o{1,12}(?![^\W\d_])")
_FULL_STOP = re.compile(r"(?<=[a-z0-9])。(?=[a-z])")


def _in_one_script(word: re.Match[str]) -> str:
    mixed = _OTHER_SCRIPT.search(word[0]) and any("a" <= letter <= "z" or letter.isdigit() for letter in word[0])
    return word[0].translate(_LOOKALIKES) if mixed else word[0]


def _as_zeros(letters: re.Match[str]) -> str:
    return "0" * len(letters[0])


_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters that look like a space


def _seen(character: str) -> str:
    """A digit of any script or shape as a plain one, and whatever looks like a space as one."""
    if character.isspace() or character in _BLANKS:
        return " "
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)


def _is_visible(character: str) -> bool:
    return character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co"}


def _matches(patterns: tuple[re.Pattern[str], ...], folded: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(folded)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


_BIG = re.compile(BIG_WORD)
_SENTENCE = re.compile(r"[^.!?;。！？；\n]+")


def _names_a_price(text: str) -> bool:
    """Whether a sentence that speaks of a price holds a number, even without a currency (an amount that
    the shop itself wrote has been taken out of it before)."""
    return any(
        PRICE_WORD.search(sentence) and (_BIG.search(sentence) or any(c.isdigit() for c in sentence))
        for sentence in _SENTENCE.findall(text)
    )


_DASH = re.compile(r"[-‐-―−~〜到至]")
_GROUPING = re.compile(r"(?<=\d)[\s.,'’](?=\d{3}(?!\d))")


def _compact(folded: str) -> str:
    dashed = _DASH.sub("-", _GROUPING.sub("", folded))
    return re.sub(r"\s+", "", dashed)


_NO_DIGIT_BEFORE = r"(?<!\d)(?<!\d[.,-])"


def _stands_in(phrase: str, known: str) -> bool:
    """Whether the shop's text holds the phrase, and not merely as the tail or head of a larger number."""
    needle = _compact(phrase).strip("-.,;:")
    if not needle:
        return False
    edges = _NO_DIGIT_BEFORE if needle[0].isdigit() else "", r"(?!\d)" if needle[-1].isdigit() else ""
    return re.search(f"{edges[0]}{re.escape(needle)}{edges[1]}", known) is not None


_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|[。！？]")


def _cut(text: str) -> str:
    if len(text) <= MAX_WORDS:
        return text
    head = text[:MAX_WORDS]
    ends = [match.end() for match in _SENTENCE_END.finditer(head)]
    space = head.rfind(" ")
    return (head[: ends[-1]] if ends else head[:space] if space > 0 else head).rstrip()


def _printable(text: str) -> str:
    """The text without control and direction characters; joiners stay, for emoji and some scripts need them."""
    kept = (c for c in text if _is_visible(c) or c in "\u200c\u200d")
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)).strip()
