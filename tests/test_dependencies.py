"""Every dependency has a lower and an upper bound, and in the program's own list a reason beside it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
ONLY_DATA = {"tzdata"}  # versions are dates, and the newest zones are the right ones


def test_every_dependency_is_bounded_on_both_sides() -> None:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    own, more = project["project"]["dependencies"], project["project"]["optional-dependencies"].values()
    every = [*own, *(one for group in more for one in group), *project["build-system"]["requires"]]
    for one in every:
        name = re.split(r"[<>=\[]", one)[0]
        assert ">=" in one, one
        assert "<" in one or name in ONLY_DATA, one


def test_every_dependency_of_the_program_says_what_it_is_for() -> None:
    text = PYPROJECT.read_text(encoding="utf-8")
    listed = text[text.index("dependencies = [") : text.index("[project.optional-dependencies]")]
    lines = [line for line in listed.splitlines() if line.strip().startswith('"')]
    assert lines
    assert [line for line in lines if "#" not in line] == []


def test_every_exception_to_the_security_rules_has_its_reason() -> None:
    """A `noqa: S…` in the program stands with words behind it."""
    for path in (PYPROJECT.parent / "chatbot").rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.search(r"noqa: [^#]*\bS\d+(.*)", line)
            assert found is None or re.search(r"--? \w", found[1]), f"{path.name}: {line.strip()}"
