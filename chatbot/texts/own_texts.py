"""Texts that the shop says in its own words: `<language>.ftl` in the folder of TEXTS_DIR, in place of ours.

They are read and checked at the start, so that no sentence breaks in front of a client.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from chatbot.domain.errors import SettingsError
from chatbot.domain.people import LANGUAGES

OwnTexts = Mapping[str, ast.Resource]
"""By language; a language without a file has none."""

_TAG = re.compile(r"<(/?)(b|i|u|s|code)>")


class Used(Visitor):
    """What a message refers to: variables, and what it may not, because it could lead in a circle or nowhere."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.others: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        """`{ $name }`."""
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's naming
        """`{ name }`."""
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - the visitor's naming
        """`{ -name }`."""
        self.others.add(f"-{node.id.name}")

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 - the visitor's naming
        """`{ NAME(…) }`."""
        self.others.add(f"{node.id.name}()")


def read_own_texts(folder: Path | None, ours: Callable[[str], Mapping[str, ast.Message]]) -> OwnTexts:
    """The shop's texts by language; `ours(language)` are those that they may take the place of.

    Raises SettingsError, which names file and text, for whatever could not be said as it stands there.
    """
    if folder is None:
        return {}
    if not folder.is_dir():
        raise SettingsError(f"TEXTS_DIR: there is no folder {folder}")
    strange = sorted(path.name for path in folder.glob("*.ftl") if path.stem not in LANGUAGES)
    if strange:
        raise SettingsError(f"TEXTS_DIR: {strange[0]} is of no use; the files are {', '.join(_NAMES)}")
    present = {language: folder / f"{language}.ftl" for language in LANGUAGES}
    return {language: _read(path, ours(language)) for language, path in present.items() if path.is_file()}


_NAMES = tuple(f"{language}.ftl" for language in LANGUAGES)


def _read(path: Path, ours: Mapping[str, ast.Message]) -> ast.Resource:
    try:
        resource = FluentResource(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"TEXTS_DIR: {path} cannot be read ({type(error).__name__})") from None
    for wrong in _mistakes(resource, ours):
        raise SettingsError(f"TEXTS_DIR: {path.name}: {wrong}")
    return resource


def _mistakes(resource: ast.Resource, ours: Mapping[str, ast.Message]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            yield f"this is no text: {(entry.content or '').strip().splitlines()[0]!r}"
        if isinstance(entry, ast.Message):
            name = entry.id.name
            if name in seen:
                yield f"{name} stands there twice"
            seen.add(name)
            yield from (f"{name} {wrong}" for wrong in _wrong_with(entry, ours))


def _wrong_with(message: ast.Message, ours: Mapping[str, ast.Message]) -> Iterator[str]:
    theirs = ours.get(message.id.name)
    if theirs is None or message.value is None:
        yield "is no text of the bot's" if theirs is None else "is empty"
        return
    used, known = _used(message), _used(theirs)
    if unknown := sorted(used.variables - known.variables):
        yield f"uses ${unknown[0]}, which the bot does not give it ({_listed(known.variables)})"
    if used.others:
        yield f"refers to {min(used.others)}; write its words out instead"
    yield from (f"has {wrong}" for wrong in _markup(message))


def _used(message: ast.Message) -> Used:
    used = Used()
    used.visit(message)
    return used


def _listed(variables: set[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(variables)) or "nothing"


def _markup(message: ast.Message) -> Iterator[str]:
    """Tags that Telegram would refuse, in which case nobody would get the message at all."""
    words = _Words()
    words.visit(message)
    if re.search("[<>]", _TAG.sub("", words.text)) or re.search(r"&(?!(lt|gt|amp|quot);)", words.text):
        yield "a <, > or & that is no tag; write &lt;, &gt; or &amp;"
    opened: list[str] = []
    for closing, tag in _TAG.findall(words.text):
        if not closing:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            yield f"a </{tag}> that closes nothing"
            return
    if opened:
        yield f"a <{opened[-1]}> that is not closed"


class _Words(Visitor):
    def __init__(self) -> None:
        self.text = ""

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the visitor's naming
        self.text += node.value
