"""Text as the catalogue reads it: folded, cut into sentences and clauses, and searched for words in linear time."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from chatbot.domain.brief import clean
from chatbot.language_model.catalogue.entries import LANGUAGES, Words

MAX_TEXT = 8_000
"""Characters of one message that are read; more says nothing new about a project."""

MAX_SENTENCE, MAX_CLAUSE = 900, 300
"""Longer ones are read in pieces: what belongs together stands nearer."""

_LETTERS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "‑": "-", "–": "-"})
_GERMAN_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# The point of "1. April" ends no sentence, nor do three of them before a small letter.
_SENTENCE = re.compile(
    rf"((?<=\d)\.(?=\s(?!{_GERMAN_MONTHS})|$)|(?:\.{{2,}}|…+)(?=\s+[^\sa-zà-ÿ]|\s*$)|(?<![\d.])\.(?=\s|$)"
    r"|[.…]*[!?]+[.!?…]*(?=\s|$)|[。！？；;\n]+)"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CLAUSE = re.compile(r"[,:](?=\s|$)|(?:\.{2,}|…+)(?=\s|$)|[，：()（）—|•¿¡«»“”\"]|\s-\s")


def fold(text: str) -> str:
    """Lower case without accents, spaces single; for matching only."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence: as written, folded, its whole sentence folded and as written, whether that is a
    question, the languages whose words to look for, the catalogue's language for what is written, the message, and of
    how many parts the sentence is."""

    text: str
    folded: str
    sentence: str
    sentence_text: str
    question: bool
    languages: tuple[str, ...]
    language: str = "en"
    message_id: int | None = None
    parts: int = 1


def clauses(text: str, languages: tuple[str, ...], language: str, message_id: int | None = None) -> tuple[Clause, ...]:
    """The clauses of a message, in order; empty ones left out."""
    found: list[Clause] = []
    for sentence, asked in sentences(text):
        whole = fold(sentence)
        parts = [piece for part in _CLAUSE.split(sentence) for piece in _pieces(part, MAX_CLAUSE)]
        both = [(clean(part, MAX_CLAUSE), fold(part)) for part in parts]
        both = [(written, folded) for written, folded in both if folded]
        found += [
            Clause(written, folded, whole, sentence, asked, languages, language, message_id, len(both))
            for written, folded in both
        ]
    return tuple(found)


def sentences(text: str) -> Iterator[tuple[str, bool]]:
    """Each sentence with whether it ends in a question mark."""
    pieces = _SENTENCE.split(text[:MAX_TEXT])
    for at in range(0, len(pieces), 2):
        ending = pieces[at + 1] if at + 1 < len(pieces) else ""
        for piece in _pieces(pieces[at].strip(), MAX_SENTENCE):
            yield piece, "?" in ending or "？" in ending


def _pieces(text: str, limit: int) -> Iterator[str]:
    """A text in pieces of at most `limit` characters, cut at a space where there is one."""
    while len(text) > limit:
        cut = text.rfind(" ", limit // 2, limit)
        at = cut if cut > 0 else limit
        yield text[:at]
        text = text[at:]
    if text:
        yield text


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of `key` found from `start` to `end` of a folded text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """`whole` ends where a word ends; `among_han` counts only in a sentence with Chinese characters."""

    key: str
    text: str
    whole: bool
    among_han: bool
    others: tuple[str, ...]


class WordIndex:
    """Finds which of many word lists a text speaks of, looking only at words that share its first two letters."""

    def __init__(self, lists: Mapping[str, Words]) -> None:
        self._words: dict[str, dict[str, list[_Word]]] = {language: defaultdict(list) for language in LANGUAGES}
        for key, words in lists.items():
            for language, listed in words.items():
                for word in listed:
                    entry = _word(key, word, language)
                    self._words[language][entry.text[:2]].append(entry)

    def find(self, folded: str, languages: Iterable[str], sentence: str | None = None) -> list[Hit]:
        """Hits in order, longest first at each place; a hit inside a longer hit of another key is left out."""
        hits: set[Hit] = set()
        around = sentence or folded
        for at in range(len(folded)):
            for language in languages:
                table = self._words[language]
                for entry in (*table.get(folded[at : at + 2], ()), *table.get(folded[at], ())):
                    if _fits(entry, folded, at) and _stands_in(entry, around):
                        hits.add(Hit(entry.key, at, at + len(entry.text)))
        return _outermost(hits)

    def keys(self, folded: str, languages: Iterable[str], sentence: str | None = None) -> list[str]:
        """The keys found, each once, in order of appearance."""
        return list(dict.fromkeys(hit.key for hit in self.find(folded, languages, sentence)))


def _word(key: str, word: str, language: str) -> _Word:
    """A word of a list. A Latin one of the Chinese list (app, agent) is a whole word of Chinese sentences: elsewhere
    its letters begin other words, or mean something else."""
    first, *others = (fold(part) for part in word.split("+"))
    among_han = language == "zh" and first.isascii()
    return _Word(key, first.rstrip("!"), among_han or first.endswith("!"), among_han, tuple(others))


def _fits(word: _Word, folded: str, at: int) -> bool:
    if not folded.startswith(word.text, at):
        return False
    if _is_letter(word.text[0]) and at > 0 and _is_letter(folded[at - 1]):
        return False
    after = folded[at + len(word.text) :][:1]
    return not (word.whole and _is_letter(after) and not after.isdigit())


def _stands_in(word: _Word, sentence: str) -> bool:
    if word.among_han and not _HAN.search(sentence):
        return False
    return all(contains(sentence, other) for other in word.others)


def contains(folded: str, word: str) -> bool:
    """Whether a folded text has the word, at the start of a word where it is written in letters."""
    at = folded.find(word)
    while at >= 0:
        if not (_is_letter(word[0]) and at > 0 and _is_letter(folded[at - 1])):
            return True
        at = folded.find(word, at + 1)
    return False


def _is_letter(char: str) -> bool:
    """Letters and digits of scripts that put spaces between words; a Chinese character starts anywhere."""
    return char.isalnum() and (char < "\u2e80" or "\uac00" <= char <= "\ud7af")


def _outermost(hits: set[Hit]) -> list[Hit]:
    ordered = sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.key))
    kept: list[Hit] = []
    reach, reach_start = -1, -1
    for hit in ordered:
        inside = hit.end <= reach and (hit.start, hit.end) != (reach_start, reach)
        if not inside:
            kept.append(hit)
        if hit.end > reach:
            reach, reach_start = hit.end, hit.start
    return kept
