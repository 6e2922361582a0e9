"""However long and odd a text is, what reads it does work in proportion to its length, and to so much of it only."""

from __future__ import annotations

import re
import re._constants as op
import re._parser as regex
from collections.abc import Iterator
from typing import Any

import pytest

from chatbot.domain import (
    added_words,
    amount_patterns,
    currency_words,
    guard,
    guard_words,
    number_words,
    numerals,
    written_numbers,
)
from chatbot.domain.added_words import MAX_KNOWN, Known, adds_something

MODULES = (added_words, amount_patterns, currency_words, guard, guard_words, number_words, numerals, written_numbers)
MOST = 64  # times that a part of a pattern may be repeated


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in MODULES:
        for name, value in vars(module).items():
            for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(one, re.Pattern):
                    yield f"{module.__name__.rpartition('.')[2]}.{name}.{at}", one


def repeats(tree: Any) -> Iterator[int]:
    """How often at most each part of a parsed pattern may be repeated."""
    for code, value in tree:
        if code in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            yield int(value[1])
            yield from repeats(value[2])
        elif code is op.SUBPATTERN:
            yield from repeats(value[3])
        elif code is op.BRANCH:
            for branch in value[1]:
                yield from repeats(branch)
        elif code in {op.ASSERT, op.ASSERT_NOT}:
            yield from repeats(value[1])
        else:
            assert code not in {op.ATOMIC_GROUP, op.GROUPREF_EXISTS}, "say here how it is repeated"


def is_a_run(tree: Any) -> bool:
    """Nothing but one class of characters, as many as there are: each is read once."""
    return len(tree) == 1 and tree[0][0] is op.MAX_REPEAT and [code for code, _ in tree[0][1][2]] == [op.IN]


@pytest.mark.parametrize("pattern", [pytest.param(one, id=name) for name, one in patterns()])
def test_from_where_a_pattern_begins_it_looks_only_so_far(pattern: re.Pattern[str]) -> None:
    """Else a text of one character, repeated, would be read anew from each of its places."""
    tree = regex.parse(pattern.pattern, pattern.flags)
    assert is_a_run(tree) or max(repeats(tree), default=0) <= MOST


def test_what_is_known_are_the_last_whole_lines_and_what_stands_beside_them() -> None:
    lines = [f"line {number} " + "x" * 990 for number in range(200)]
    known = Known.latest([*lines, "write to @lin"], "We are at shop.example.com")
    assert len(known.text) < MAX_KNOWN + 100
    assert known.contacts == {"@lin", "shop.example.com"}
    assert "line 199 " in known.text
    assert "line 9 " not in known.text
    assert not known.text.startswith("x")


def test_one_line_that_is_too_long_is_not_cut_to_another_number() -> None:
    assert Known.latest(["1" * MAX_KNOWN + "5000 euros", "hello"]).text == "\nhello"


def test_what_is_known_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(text: str) -> str:
        read.append(len(text))
        return guard.fold(text)

    monkeypatch.setattr(added_words, "fold", counted)
    known = Known("the budget is 5000 euros, see shop.example.com\n" * 100)
    for number in range(30):
        adds_something(f"{number + 101} euros at shop.example.com", known)
    assert read.count(len(known.text)) == 1


@pytest.mark.parametrize("before", [0, 900, 990, 1_000, 1_190, 1_200, 2_195])
def test_an_amount_is_found_wherever_in_a_long_text_it_stands(before: int) -> None:
    assert adds_something("x " * (before // 2) + "50 euros", Known("a shop"))


@pytest.mark.parametrize(
    "amount", ["USD " + "0" * 60 + "5000", "0" * 39 + "5000 euros", "1" * 20 + " €", "USD 500 1 2 3 4 5 6 7 8 9"]
)
def test_an_amount_of_endless_digits_is_one(amount: str) -> None:
    assert guard.Finding.MONEY in guard.findings(amount)
