"""What was said, line by line: the client's clauses with their language, hostile lines set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chatbot.language_model.catalogue.language import catalogue_language, detect, word_languages
from chatbot.language_model.catalogue.reader import Reader
from chatbot.language_model.catalogue.text import MAX_TEXT, Clause, clauses, contains, fold
from chatbot.use_cases.language_model import Line

CLIENT = "client"
_PLACEHOLDER = re.compile(r"\[[a-z_]{1,20}\]")  # [photo] and such stand for a message without words
MAX_LINES = 400


@dataclass(frozen=True, slots=True)
class Heard:
    """One line of the client: its clauses in order, or none where it is hostile."""

    line: Line
    clauses: tuple[Clause, ...]
    hostile: bool
    language: str

    @property
    def text(self) -> str:
        """The line as written, cut to what is read."""
        return self.line.text[:MAX_TEXT]


def hear(reader: Reader, lines: tuple[Line, ...], language: str) -> tuple[Heard, ...]:
    """The client's lines among these, the latest kept where there are very many."""
    said = [line for line in lines if line.speaker == CLIENT][-MAX_LINES:]
    return tuple(_heard(reader, line, language) for line in said)


def _heard(reader: Reader, line: Line, language: str) -> Heard:
    text = line.text[:MAX_TEXT]
    written_in = detect(text, language)
    if _PLACEHOLDER.fullmatch(text.strip()):
        return Heard(line, (), False, language)
    if is_hostile(reader, text):
        return Heard(line, (), True, language)
    said = clauses(text, word_languages(written_in), catalogue_language(written_in), line.message_id)
    return Heard(line, said, False, written_in)


def is_hostile(reader: Reader, text: str) -> bool:
    """Whether a text tries to instruct the program instead of telling about a project, or carries markup and code
    that no description needs. Nothing is taken from such a line."""
    folded = fold(text)
    words = reader.catalogue.signals["hostile"]
    return any(contains(folded, fold(word)) for listed in words.values() for word in listed)


def all_clauses(heard: tuple[Heard, ...]) -> tuple[Clause, ...]:
    """The clauses of all lines, in order."""
    return tuple(clause for one in heard for clause in one.clauses)


def language_of(heard: tuple[Heard, ...], otherwise: str) -> str:
    """The language of these lines taken together, hostile ones left out."""
    return detect(" ".join(one.text for one in heard if not one.hostile), otherwise)
