"""Every name in the catalogue must stand for something, and labels must be short and tell features apart."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import chain

from chatbot.language_model.catalogue.entries import LANGUAGES, Catalogue, Text

MAX_LABEL, MAX_CHINESE_LABEL, MAX_SUGGESTION = 40, 18, 40


def check_references(catalogue: Catalogue) -> tuple[str, ...]:
    """The faults found, each in a few words; empty for a sound catalogue."""
    return tuple(
        chain(
            _features(catalogue),
            _bases(catalogue),
            _notes(catalogue),
            _labels(catalogue),
            _taps(catalogue),
            _tellings(catalogue),
        )
    )


def _features(catalogue: Catalogue) -> Iterator[str]:
    for branch in catalogue.branches.values():
        if branch.into not in catalogue.branches:
            yield f"branch {branch.id} goes into unknown {branch.into}"
    for feature in catalogue.features.values():
        if feature.branch not in catalogue.branches:
            yield f"feature {feature.id} has unknown branch {feature.branch}"
        yield from _unknown(catalogue.features, feature.instead_of, f"feature {feature.id}")
        yield from _unknown(("platforms", "load"), feature.grows_with, f"feature {feature.id}")


def _bases(catalogue: Catalogue) -> Iterator[str]:
    for kind in catalogue.kinds.values():
        names = (*kind.base, *kind.prefer, *kind.prefer.values())
        yield from _unknown(catalogue.features, names, f"kind {kind.id}")
        yield from _unknown(catalogue.themes, kind.ignores, f"kind {kind.id}")
        yield from _unknown(catalogue.branches, (*kind.moves, *kind.moves.values()), f"kind {kind.id}")
    for theme in catalogue.themes.values():
        yield from _unknown(catalogue.features, theme.base, f"theme {theme.id}")
        yield from _unknown(catalogue.themes, theme.instead_of, f"theme {theme.id}")
        kinds = (*theme.becomes, *theme.becomes.values())
        yield from _unknown(catalogue.kinds, kinds, f"theme {theme.id}")


def _notes(catalogue: Catalogue) -> Iterator[str]:
    for note in catalogue.notes.values():
        yield from _unknown(catalogue.features, note.features, f"note {note.id}")
        yield from _unknown(catalogue.themes, note.themes, f"note {note.id}")
        yield from _unknown(catalogue.kinds, note.kinds, f"note {note.id}")
    for question in catalogue.questions.values():
        yield from _unknown(catalogue.kinds, question.kinds, f"question {question.id}")


def _labels(catalogue: Catalogue) -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    for branch in catalogue.branches.values():
        yield from _too_long(branch.id, branch.label)
    for feature in catalogue.features.values():
        yield from _too_long(feature.id, feature.label)
        for language in LANGUAGES:
            key = (language, feature.label.said(language).casefold())
            if key in seen:
                yield f"features {seen[key]} and {feature.id} have the same label in {language}"
            seen[key] = feature.id


def _too_long(name: str, label: Text) -> Iterator[str]:
    for language in LANGUAGES:
        limit = MAX_CHINESE_LABEL if language == "zh" else MAX_LABEL
        if _width(label.said(language), language) > limit:
            yield f"label of {name} is too long in {language}"


def _width(label: str, language: str) -> float:
    """Characters; in Chinese a Latin letter takes half the room of a character."""
    return sum(0.5 if language == "zh" and char.isascii() else 1 for char in label)


def _taps(catalogue: Catalogue) -> Iterator[str]:
    for question in catalogue.questions.values():
        for answer in chain.from_iterable(question.suggestions.values()):
            if len(answer) > MAX_SUGGESTION:
                yield f"suggestion of {question.id} is too long"


def _unknown(known: Container[str], names: tuple[str, ...], where: str) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{where} names unknown {name}"


def _tellings(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.tellings.values():
        for language, tap in entry.taps.items():
            about = [question for question in catalogue.questions.values() if question.topic is entry.topic]
            if not any(tap in question.suggestions[language] for question in about):
                yield f"telling {entry.id} is of {tap}, which no question on {entry.topic.value} offers"
