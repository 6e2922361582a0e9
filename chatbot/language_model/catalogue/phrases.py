"""Wishes in the client's own words, as phrases: from where the wish begins, without a lead-in, joined ones apart."""

from __future__ import annotations

import re

from chatbot.language_model.catalogue.details import shortened
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.text import Clause, fold

MAX_WISH, MIN_WISH = 60, 4
_MIN_CHINESE, _MAX_CHINESE = 3, 30
_WORD = re.compile(r"[^\s']+'?")
_AND = frozenset(("and", "et", "y", "e"))
_JOINT = re.compile(r"\s+(?:and|et|y|e)\s+|、|以及|还有|并且", re.IGNORECASE)


def wished(reader: Reader, clause: Clause) -> str:
    """The clause from where its wish begins: without "we run a studio" before "and want"."""
    words = _words(clause.text)
    asks = reader.signal("asks_for", clause)
    before = _words(clause.folded[: asks[0].start]) if asks else []
    lead_in = _lead_in(reader, clause)
    start = len(before)
    while start and _is_one_of(before[start - 1], lead_in):
        start -= 1
    return _written(words[start:]) if _AND & set(before[start:]) else clause.text


def joined_parts(text: str) -> list[str]:
    """The parts that "and" joins."""
    return [part for part in _JOINT.split(text) if part.strip()]


def phrases(reader: Reader, clause: Clause, text: str) -> list[str]:
    """A text of the clause as one phrase, or as several where it is long and joins them; nothing of what says too
    little or too much."""
    whole = _without_lead(reader, clause, text)
    longest = _MAX_CHINESE if _is_chinese(clause) else MAX_WISH
    parts = [whole] if len(whole) <= longest else [_without_lead(reader, clause, part) for part in joined_parts(whole)]
    return [phrase for part in parts if (phrase := _phrase(clause, part))]


def _phrase(clause: Clause, text: str) -> str:
    if _is_chinese(clause):
        return text if _MIN_CHINESE <= len(text) <= _MAX_CHINESE else ""
    phrase = shortened(text, MAX_WISH)
    return phrase if len(phrase) >= MIN_WISH and len(_words(text)) > 1 else ""


def _without_lead(reader: Reader, clause: Clause, text: str) -> str:
    """The text without its lead-in ("we also need to …")."""
    lead_in = _lead_in(reader, clause)
    if _is_chinese(clause):
        return _without_chinese_lead(text, lead_in)
    words = _words(text)
    while words and _is_one_of(words[0], lead_in):
        words.pop(0)
    return _written(words)


def _without_chinese_lead(text: str, lead_in: tuple[str, ...]) -> str:
    phrase = text
    while lead := next((word for word in sorted(lead_in, key=len, reverse=True) if phrase.startswith(word)), ""):
        phrase = phrase[len(lead) :]
    return phrase.strip(" 。，、的了吧呢")


def _lead_in(reader: Reader, clause: Clause) -> tuple[str, ...]:
    listed = reader.catalogue.signals["lead_in"]
    return listed["zh"] if _is_chinese(clause) else listed.get(clause.languages[0], listed["en"])


def _is_chinese(clause: Clause) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in clause.text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'"))


def _written(words: list[str]) -> str:
    return " ".join(words).replace("' ", "'")


def _is_one_of(word: str, lead_in: tuple[str, ...]) -> bool:
    return fold(word).strip("'.") in lead_in
