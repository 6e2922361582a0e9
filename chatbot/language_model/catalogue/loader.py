"""Reads the catalogue's TOML files and checks them whole: a mistake stops the start and says where it is."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from chatbot.domain.brief import ProjectKind, Topic
from chatbot.domain.effort import Effort
from chatbot.domain.errors import SettingsError
from chatbot.domain.mind_map import Priority
from chatbot.language_model.catalogue.checks import check_references
from chatbot.language_model.catalogue.entries import (
    LANGUAGES,
    AnswerEntry,
    BranchEntry,
    Catalogue,
    DetailEntry,
    FeatureEntry,
    KindEntry,
    NamedEntry,
    NoteEntry,
    QuestionEntry,
    TellingEntry,
    Text,
    ThemeEntry,
    Words,
)

Entry = TypeVar("Entry")
Table = Mapping[str, Any]

LISTS = ("risks", "assumptions", "exclusions", "open_questions")


class CatalogueError(SettingsError):
    """The catalogue's data is wrong; the message names file, entry and fault."""


@cache
def builtin_catalogue() -> Catalogue:
    """The catalogue that comes with the program, read once."""
    return load_catalogue(files("chatbot.language_model.catalogue") / "data")


def load_catalogue(folder: Traversable) -> Catalogue:
    """The catalogue in a folder of TOML files.

    Raises `CatalogueError` for a missing file, an unknown or missing field, a wording that lacks a language, an
    effort out of order, or a name that stands for nothing.
    """
    catalogue = Catalogue(
        branches=_table(folder, "branches", _branch),
        features=_features(folder),
        kinds=_table(folder, "kinds", _kind),
        themes=_table(folder, "themes", _theme),
        subjects=_table(folder, "subjects", _named),
        audiences=_table(folder, "audiences", _named),
        details=_table(folder, "details", _detail),
        questions=_table(folder, "questions", _question),
        tellings=_table(folder, "tellings", _telling),
        notes=_table(folder, "notes", _note),
        faq=_table(folder, "faq", lambda name, row: _answer(name, row, "answer")),
        declined=_table(folder, "declined", lambda name, row: _answer(name, row, "concern")),
        signals=_table(folder, "signals", lambda _, row: _words(row)),
        phrases=_table(folder, "phrases", lambda _, row: _text(row)),
        revisions=_table(folder, "revisions", lambda _, row: _words(row)),
    )
    faults = check_references(catalogue)
    if faults:
        raise CatalogueError("the catalogue is inconsistent: " + "; ".join(faults))
    return catalogue


def _read(file: Traversable) -> Table:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(f"catalogue file {file.name} cannot be read: {error}") from error


def _table(folder: Traversable, name: str, build: Callable[[str, Table], Entry]) -> dict[str, Entry]:
    return _entries(folder / f"{name}.toml", build)


def _entries(file: Traversable, build: Callable[[str, Table], Entry]) -> dict[str, Entry]:
    entries = {}
    for name, row in _read(file).items():
        try:
            entries[name] = build(name, dict(row))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise CatalogueError(f"catalogue file {file.name}, entry {name}: {error!r}") from error
    return entries


def _features(folder: Traversable) -> dict[str, FeatureEntry]:
    features: dict[str, FeatureEntry] = {}
    for file in sorted((folder / "features").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            found = _entries(file, _feature)
            if twice := features.keys() & found.keys():
                raise CatalogueError(f"catalogue file {file.name}: {sorted(twice)} stand in another file too")
            features |= found
    return features


def _only(row: Table, *allowed: str) -> None:
    if unknown := row.keys() - set(allowed):
        raise ValueError(f"unknown fields {sorted(unknown)}")


def _text(row: Table) -> Text:
    _only(row, *LANGUAGES)
    text = Text(**{language: row[language] for language in LANGUAGES})
    if not all(isinstance(wording, str) and wording for wording in text.all()):
        raise ValueError("a wording is empty")
    return text


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) and name for name in value):
        raise ValueError("a list of words is wanted")
    return tuple(value)


def _words(row: Table) -> Words:
    _only(row, *LANGUAGES)
    words = {language: _names(listed) for language, listed in row.items()}
    if any(word != word.lower() for listed in words.values() for word in listed):
        raise ValueError("words must be in lower case")
    return words


def _effort(value: object) -> Effort:
    if not isinstance(value, list) or len(value) != 3:
        raise ValueError("effort needs three numbers")
    return Effort(*(float(number) for number in value))


def _branch(name: str, row: Table) -> BranchEntry:
    _only(row, "label", "into", "words")
    return BranchEntry(name, _text(row["label"]), row["into"], _words(row.get("words", {})))


def _feature(name: str, row: Table) -> FeatureEntry:
    _only(row, "branch", "label", "effort", "priority", "words", "instead_of", "grows_with", "integration", "called")
    return FeatureEntry(
        name,
        _text(row["label"]),
        row["branch"],
        _effort(row["effort"]),
        Priority(row.get("priority", "must")),
        _words(row.get("words", {})),
        _names(row.get("instead_of", [])),
        _names(row.get("grows_with", [])),
        bool(row.get("integration", False)) or row["branch"] == "integrations",
        _words(row.get("called", {})),
    )


def _kind(name: str, row: Table) -> KindEntry:
    _only(row, "label", "words", "base", "prefer", "asks", "settles", "moves", "ignores")
    return KindEntry(
        name,
        ProjectKind(name),
        _text(row["label"]),
        _words(row["words"]),
        _names(row["base"]),
        dict(row.get("prefer", {})),
        tuple(Topic(topic) for topic in row.get("asks", [])),
        tuple(Topic(topic) for topic in row.get("settles", [])),
        dict(row.get("moves", {})),
        _names(row.get("ignores", [])),
    )


def _theme(name: str, row: Table) -> ThemeEntry:
    _only(row, "label", "words", "base", "kind", "becomes", "instead_of")
    return ThemeEntry(
        name,
        _text(row["label"]),
        _words(row["words"]),
        _names(row["base"]),
        ProjectKind(row["kind"]),
        dict(row.get("becomes", {})),
        _names(row.get("instead_of", [])),
    )


def _named(name: str, row: Table) -> NamedEntry:
    _only(row, "label", "words")
    return NamedEntry(name, _text(row["label"]), _words(row["words"]))


def _detail(name: str, row: Table) -> DetailEntry:
    _only(row, "topic", "words", "name")
    return DetailEntry(name, Topic(row["topic"]), _words(row["words"]), row.get("name", ""))


def _question(name: str, row: Table) -> QuestionEntry:
    _only(row, "topic", "kinds", "text", "suggestions")
    suggestions = {language: _names(row["suggestions"][language]) for language in LANGUAGES}
    if not all(2 <= len(answers) <= 4 for answers in suggestions.values()):
        raise ValueError("a question needs two to four suggestions")
    return QuestionEntry(name, Topic(row["topic"]), _text(row["text"]), suggestions, _names(row.get("kinds", [])))


def _telling(name: str, row: Table) -> TellingEntry:
    _only(row, "topic", "taps", "text")
    taps = dict(row["taps"])
    _only(taps, *LANGUAGES)
    return TellingEntry(name, Topic(row["topic"]), taps, _text(row["text"]))


def _note(name: str, row: Table) -> NoteEntry:
    lists = ("signals", "kinds", "features", "themes", "unless")
    _only(row, "list", "text", "unknown", "words", *lists)
    if row["list"] not in LISTS:
        raise ValueError(f"list {row['list']} is none of {LISTS}")
    conditions = {field: _names(row.get(field, [])) for field in lists}
    unknown = tuple(Topic(topic) for topic in row.get("unknown", []))
    return NoteEntry(
        name, row["list"], _text(row["text"]), unknown=unknown, words=_words(row.get("words", {})), **conditions
    )


def _answer(name: str, row: Table, field: str) -> AnswerEntry:
    _only(row, "words", "needs_kind", field)
    return AnswerEntry(name, _words(row["words"]), _text(row[field]), bool(row.get("needs_kind", False)))
