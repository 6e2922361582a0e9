"""The shape of the program: who imports whom, how long things are, what must load, what stands at the top."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatbot.language_model.prompts import load_prompts

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for folder in ("chatbot", "tests") for path in (ROOT / folder).rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
TABLES = ROOT / "chatbot/database/migrations/versions"  # a migration is one table after another, written down once
TOP = {"chatbot", "prompts", "tests", ".ci", ".env.example", ".gitignore", "LICENSE", "README.md", "pyproject.toml"}
BANNED_NAMES = {"utils", "helpers", "manager", "core", "common"}


def _relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body, the docstring apart."""
    body = function.body
    said = ast.get_docstring(function) is not None
    first = body[1] if said and len(body) > 1 else body[0]
    return (body[-1].end_lineno or 0) - first.lineno + 1


def test_imports_point_downward_only() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own tool
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=_relative)
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE, f"{_relative(path)} is too long: split it by subject"
    functions = [] if path.is_relative_to(TABLES) else _functions(ast.parse(text))
    long = [function.name for function in functions if _body_lines(function) > LONGEST_FUNCTION]
    assert not long, f"{_relative(path)} has functions that are too long: {long}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {part.removesuffix(".py") for path in MODULES for part in path.relative_to(ROOT).parts}
    assert not names & BANNED_NAMES


def test_only_the_settings_read_the_environment() -> None:
    """`environ` may be written for a library (setdefault), and read nowhere but in settings.py."""
    readers = [
        _relative(path)
        for path in MODULES
        if path.is_relative_to(ROOT / "chatbot")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    ]
    assert readers in ([], ["chatbot/telegram_ui/__init__.py"])  # which sets a switch of python-telegram-bot


def test_every_prompt_loads() -> None:
    prompts = load_prompts(ROOT / "prompts")
    assert prompts.company


def test_nothing_else_stands_at_the_top() -> None:
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - git itself
    if listed.returncode:
        pytest.skip("this is no git checkout")
    assert {Path(line).parts[0] for line in listed.stdout.splitlines()} <= TOP
