"""Finds our own sentences in what people got, whatever fills them: a journey names the text, not its wording."""

from __future__ import annotations

import html
import re
from functools import cache
from importlib.resources import files

from fluent.syntax import FluentParser, ast

from chatbot.domain.people import LANGUAGES
from chatbot.texts.nameless import NAMELESS

GAP = ".{0,4000}?"


def flat(text: str) -> str:
    """The same in one line, with ordinary spaces."""
    return " ".join(text.split())


@cache
def pattern_of(text: str, language: str) -> re.Pattern[str]:
    """What the text of this name looks like in this language; KeyError where there is none."""
    message = _messages(language if language in LANGUAGES else LANGUAGES[0])[text]
    parts = [_part(element) for element in message.elements]
    begins_as_it_stands = re.IGNORECASE if text in NAMELESS else 0
    return re.compile("".join(parts).strip(), begins_as_it_stands)


def _part(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.Placeable):
        return GAP
    words = html.unescape(re.sub(r"<[^<>]+>", "", element.value)).replace("\n", " ")
    return re.sub(r"(\\ |\s)+", r"\\s*", re.escape(words))


@cache
def _messages(language: str) -> dict[str, ast.Pattern]:
    found: dict[str, ast.Pattern] = {}
    for file in (files("chatbot.texts") / language).iterdir():
        if file.name.endswith(".ftl"):
            for entry in FluentParser().parse(file.read_text("utf-8")).body:
                if isinstance(entry, ast.Message) and entry.value is not None:
                    found[entry.id.name] = entry.value
    return found
