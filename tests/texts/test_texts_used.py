"""Every text that the code names exists, and every text that exists is named."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import chatbot
from chatbot.texts.speak import Texts

ROOT = Path(chatbot.__file__).parent
CODE = [path for path in ROOT.rglob("*.py") if "demo" not in path.parts and "migrations" not in path.parts]
SAYS_FIRST = {"Phrase", "Notice", "Refusal", "IllegalStep", "NotAllowed"}
BY_NAME = ("command-*", "bot-*", "picture-*", "promise-*", "lead-*", "stage-*")
"""Texts that are named by a table or by data: menus, pictures, promises, words of a lead."""


def _texts_named_in(path: Path) -> Iterator[str]:
    """The ids of texts in a module, with * where a part is filled in."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, (ast.Name, ast.Attribute)):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        at = 0 if called in SAYS_FIRST else 1 if called == "button" else None
        if at is not None and len(node.args) > at:
            yield from _patterns(node.args[at])


def _patterns(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _patterns(body)
            yield from _patterns(orelse)


@pytest.fixture(scope="module")
def ids() -> set[str]:
    return set(Texts(ZoneInfo("UTC")).ids("en"))


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_text_that_a_module_names_exists(path: Path, ids: set[str]) -> None:
    missing = [text for text in _texts_named_in(path) if not fnmatch.filter(ids, text)]
    assert not missing


def test_no_text_is_left_over(ids: set[str]) -> None:
    written = "\n".join(path.read_text("utf-8") for path in CODE)
    patterns = {text for path in CODE for text in _texts_named_in(path)}
    left = {
        text
        for text in ids
        if f'"{text}"' not in written and not any(fnmatch.fnmatch(text, known) for known in (*patterns, *BY_NAME))
    }
    assert not left
