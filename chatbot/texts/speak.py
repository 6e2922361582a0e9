"""Turns phrases into sentences of a language, from the Fluent files beside this module.

Rules:
- what a person or a model wrote fills a sentence as it is, escaped by the caller's `escape`, and is never parsed; only
  the characters go that would turn the direction of our own words and amounts beside it;
- a text that is missing, or one that lacks a value, raises `TextError`: nobody is ever shown half a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.errors import FluentReferenceError
from fluent.runtime.types import FluentInt, FluentNumber
from fluent.syntax import ast

from chatbot.domain.errors import ChatbotError
from chatbot.domain.money import Money, PriceRange
from chatbot.domain.people import LANGUAGES, interface_language
from chatbot.texts.nameless import MARK, NAMELESS, begun
from chatbot.texts.own_texts import read_own_texts
from chatbot.texts.values import LOCALES, date_text, language_text, moment_text, money_text, range_text, series_text
from chatbot.use_cases.replies import Part, Phrase, Recalled, Series, Tongue, Value

Escape = Callable[[str], str]

# Fluent refuses values beyond 2500 characters, so long ones go in as a mark and are put in its place afterwards.
_LONG = 1000
_MARK = "\ue000{}\ue001"
_NOT_SAID = re.compile(r"[\u202a-\u202e\u2066-\u2069\ue000-\ue002]")  # of direction, and our marks


class TextError(ChatbotError):
    """A text is missing, broken, or lacks a value that it needs. Names the text, never its values."""


def as_it_is(text: str) -> str:
    """No escaping: for pictures, button labels and transcripts."""
    return text


class Texts:
    """All texts in all languages. `zone` is the shop's, in which times are told; `own_folder` (TEXTS_DIR) holds texts
    that the shop says otherwise, see own_texts.py: raises SettingsError for one that could not be said."""

    def __init__(self, zone: ZoneInfo, own_folder: Path | None = None) -> None:
        self._zone = zone
        own = read_own_texts(own_folder, lambda language: _load(language)[1])
        self._bundles = {
            language: _bundle(language, own[language]) if language in own else _load(language)[0]
            for language in LANGUAGES
        }

    def say(self, language: str, phrase: Phrase, escape: Escape = as_it_is) -> str:
        """The phrase in this language (English for one that we lack); raises TextError."""
        return begun(self._said(interface_language(language), phrase, escape))

    def _said(self, language: str, phrase: Phrase, escape: Escape) -> str:
        long: list[str] = []
        values = {name: self._value(language, value, escape, long) for name, value in phrase.args.items()}
        text = self._formatted(language, phrase.text, values)
        for number, words in enumerate(long):
            text = text.replace(_MARK.format(number), words)
        return text

    def part(self, language: str, part: Part, escape: Escape = as_it_is) -> str:
        """One of our sentences, or words as they are; both escaped."""
        return self.say(language, part, escape) if isinstance(part, Phrase) else escape(_NOT_SAID.sub("", part))

    def ids(self, language: str) -> frozenset[str]:
        """The names of all texts of a language."""
        return frozenset(_load(language)[1])

    def _formatted(self, language: str, text: str, values: Mapping[str, Any]) -> str:
        bundle = self._bundles[language]
        if not bundle.has_message(text):
            raise TextError(f"there is no text {text!r} in {language!r}")
        pattern = bundle.get_message(text).value
        if pattern is None:
            raise TextError(f"the text {text!r} in {language!r} is empty")
        formatted, errors = bundle.format_pattern(pattern, dict(values))
        if errors:
            raise TextError(f"the text {text!r} in {language!r} cannot be filled: {_names(errors)}")
        return str(formatted)

    def _value(self, language: str, value: Value, escape: Escape, long: list[str]) -> str | FluentNumber:
        if isinstance(value, int):
            return FluentInt(int(value), useGrouping=False)
        words = self._words(language, value, escape)
        if len(words) <= _LONG:
            return words
        long.append(words)
        return _MARK.format(len(long) - 1)

    def _words(self, language: str, value: Value, escape: Escape) -> str:
        if isinstance(value, str):
            return escape(_NOT_SAID.sub("", value))
        if isinstance(value, Recalled):
            return self._words(language, _looked_up(value), escape)
        if isinstance(value, Phrase):
            return f"{MARK if value.text in NAMELESS else ''}{self._said(language, value, escape)}"
        if isinstance(value, tuple):
            return "\n".join(f"• {self._line(language, item, escape)}" for item in value)
        return self._typed(language, value, escape)

    def _typed(self, language: str, value: Value, escape: Escape) -> str:
        match value:
            case Money():
                return money_text(value, language)
            case PriceRange():
                return range_text(value, language)
            case datetime():
                return moment_text(value, language, self._zone)
            case date():
                return date_text(value, language)
            case Tongue():
                return escape(language_text(value.tag, language))
            case Series():
                return series_text((self._line(language, item, escape) for item in value.items), language)
        raise TextError(f"a value of type {type(value).__name__} cannot be told")

    def _line(self, language: str, value: Value, escape: Escape) -> str:
        return str(value) if isinstance(value, int) else self._words(language, value, escape)


def _looked_up(value: Recalled) -> str:
    if not value.words:
        raise TextError(f"a {value.what} was not looked up")
    return value.words


def _names(errors: list[Exception]) -> str:
    # Fluent's reference errors name a variable; the message of any other could hold a value.
    names = (str(error) if isinstance(error, FluentReferenceError) else type(error).__name__ for error in errors)
    return ", ".join(names)


@cache  # the files never change while we run, and reading them takes longer than all else at the start
def _load(language: str) -> tuple[FluentBundle, dict[str, ast.Message]]:
    """Our own bundle of a language, and its messages by name."""
    messages: dict[str, ast.Message] = {}
    for place, resource in _resources(language):
        for message in _messages_in(resource, place):
            if message.id.name in messages:
                raise TextError(f"texts/{language} has {message.id.name!r} a second time")
            messages[message.id.name] = message
    return _bundle(language), messages


def _bundle(language: str, own: ast.Resource | None = None) -> FluentBundle:
    bundle = FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)
    for _place, resource in _resources(language):
        bundle.add_resource(resource)
    if own is not None:
        bundle.add_resource(own, allow_overrides=True)
    return bundle


@cache
def _resources(language: str) -> tuple[tuple[str, ast.Resource], ...]:
    found = sorted((files("chatbot.texts") / language).iterdir(), key=lambda file: file.name)
    return tuple(
        (f"texts/{language}/{file.name}", FluentResource(file.read_text("utf-8")))
        for file in found
        if file.name.endswith(".ftl")
    )


def _messages_in(resource: ast.Resource, place: str) -> list[ast.Message]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise TextError(f"{place} is broken at {entry.content!r}")
    return [entry for entry in resource.body if isinstance(entry, ast.Message)]
