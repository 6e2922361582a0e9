"""The table of who may do what: found out anew and compared with what was agreed on."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from use_cases import who_may
from use_cases.gate_scene import NOTHING, YES
from use_cases.who_may import Row

from chatbot.use_cases import entry
from chatbot.use_cases.routing import Rule

USE_CASES = Path(entry.__file__).parent


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    return asyncio.run(who_may.rows(tmp_path_factory.mktemp("who_may")))


def test_the_table_is_the_one_that_was_agreed_on(rows: list[Row]) -> None:
    assert who_may.text(rows) == who_may.FIXTURE.read_text(encoding="utf-8"), (
        "who may do what has changed; where that is meant: tests/use_cases/who_may.py > tests/use_cases/who_may.md"
    )


def test_what_is_refused_changes_nothing_and_is_told_to_nobody_else(rows: list[Row]) -> None:
    for row in rows:
        for who, cell in row.cells.items():
            if cell.word == YES:
                continue
            forgotten = {"contacts"} if row.kind == "awaited answer" else set()  # it is not awaited any more
            assert cell.changed <= {"outbox", *forgotten}, (row.name, who, cell.changed)
            assert {item.place.chat_id for item in cell.sent} <= {cell.chat_id}, (row.name, who)
            assert cell.word == NOTHING or cell.sent, (row.name, who)


def test_the_rule_alone_decides_in_private(rows: list[Row]) -> None:
    """What the table shows is what the rule says: nothing is let in or kept out by something else."""
    may = {Rule.ANYBODY: {"client"}, Rule.CREW: {"team member", "founder"}, Rule.FOUNDER: {"founder"}}
    for row in rows:
        if row.kind in {"button", "awaited answer"}:
            allowed = {who for who, cell in row.cells.items() if cell.word == YES and "group" not in who}
            assert allowed == may[row.rule], row.name


def _made() -> Iterator[tuple[str, ast.expr, list[ast.expr]]]:
    """Every place that makes a button: where, its action, and for whom."""
    for path in USE_CASES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and called == "button":
                yield f"{path.name}:{node.lineno}", node.args[2], node.args[3:]
            elif isinstance(node, ast.Call) and called == "tx.buttons.add" and path.name != "chats.py":
                yield f"{path.name}:{node.lineno}", node.args[0], node.args[2:]


def test_every_button_that_is_made_has_a_rule_and_every_rule_a_button() -> None:
    named = {action.value for _, action, _ in _made() if isinstance(action, ast.Constant)}
    named_later = {"keep_private", "share_progress", "aside_again", "aside_let_go"}  # one of two each time
    assert named | named_later == set(entry.PRESSES)


def test_a_button_that_anybody_may_press_is_made_for_one_person() -> None:
    for where, action, whom in _made():
        free = not isinstance(action, ast.Constant) or entry.PRESSES[str(action.value)].rule is Rule.ANYBODY
        assert not free or whom, f"{where} makes it for everybody"
