"""Every text that the code names exists, and every text that exists is named."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import chatbot
from chatbot.domain.errors import Away
from chatbot.texts.speak import Texts
from chatbot.use_cases.given_up import NO_TROUBLE, Reason

ROOT = Path(chatbot.__file__).parent
CODE = [path for path in ROOT.rglob("*.py") if "demo" not in path.parts and "migrations" not in path.parts]
SAYS_FIRST = {"Phrase", "Notice", "Refusal", "IllegalStep", "NotAllowed"}


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


def test_every_reason_has_its_text(ids: set[str]) -> None:
    reasons = {f"outage-why-{why}" for why in Away} | {f"given-up-{why}" for why in Reason if why not in NO_TROUBLE}
    assert not reasons - ids


def test_no_text_is_left_over(ids: set[str]) -> None:
    """An id stands whole somewhere in the code, or its beginning does where the rest is filled in."""
    written = {text for path in CODE for text in _strings_in(path)}
    left = {text for text in ids if text not in written and not _begins_in(text, written)}
    assert not left


def _strings_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _begins_in(text: str, written: set[str]) -> bool:
    return any(f"{text[:end]}" in written or text[: end + 1] in written for end, sign in enumerate(text) if sign == "-")
