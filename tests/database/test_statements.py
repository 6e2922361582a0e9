"""The statements: fit for both engines, and searched by index."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, Executable, Insert, Select, Update
from sqlalchemy.dialects import postgresql, sqlite

import chatbot.database
from chatbot.database import inbox_rows, job_rows, outbox_rows

if TYPE_CHECKING:
    from database.conftest import Journey


def statements() -> dict[str, Executable]:
    """All statements that stand at module level, by name."""
    found: dict[str, Executable] = {}
    for module in pkgutil.iter_modules(chatbot.database.__path__, "chatbot.database."):
        if module.name.endswith("_rows"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, (Select, Update, Insert)):
                    found[f"{module.name.rpartition('.')[2]}.{name}"] = value
    return found


STATEMENTS = statements()


def test_the_statements_were_found() -> None:
    assert len(STATEMENTS) > 50


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_compiles_for_both_engines(name: str) -> None:
    keys = None if isinstance(STATEMENTS[name], (Select, Insert)) else ["id"]
    for dialect in (sqlite.dialect(), postgresql.dialect()):
        compiled = str(STATEMENTS[name].compile(dialect=dialect, column_keys=keys))
        assert ("ON CONFLICT" in compiled) == (getattr(STATEMENTS[name], "_post_values_clause", None) is not None)


def test_on_postgresql_workers_skip_rows_that_others_hold() -> None:
    for claim in (inbox_rows._OLDEST, outbox_rows._DUE, job_rows._DUE):
        assert "SKIP LOCKED" in str(claim.compile(dialect=postgresql.dialect()))
        assert "LOCK" not in str(claim.compile(dialect=sqlite.dialect()))


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (inbox_rows._OLDEST.params(busy=[1], now=None, most=9, after=0), "ix_inbox_undone_chat (chat_id=?)"),
        (inbox_rows._OLDEST.params(busy=[1], now=None, most=9, after=0), "ix_inbox_undone_chat (chat_id>?)"),
        (inbox_rows._WAITS, "ix_inbox_undone_chat (chat_id=?)"),
        (outbox_rows._DUE.params(busy=[1], now=None, most=9), "ix_outbox_undone (due<?)"),
        (outbox_rows._DUE.params(busy=[1], now=None, most=9), "ix_outbox_undone_chat (chat_id=? AND turn<?)"),
        (outbox_rows._DUE.params(busy=[1], now=None, most=9), "ix_outbox_slot (chat_id=? AND slot=? AND done_at>?)"),
        (outbox_rows._RELEASE, "ix_outbox_undone (due>?)"),
        (job_rows._DUE.params(busy=[1], without=["a"], full=[1], now=None, most=9), "ix_jobs_undone (due<?)"),
        (job_rows._NEXT_DUE.params(busy=[1], without=["a"], full=[1]), "ix_jobs_undone"),
        (job_rows._AT_WORK.params(busy=[1], without=["a"]), "jobs USING INTEGER PRIMARY KEY"),
        (job_rows._RELEASE, "ix_jobs_undone (due>?)"),
        (job_rows._OPEN, "uq_jobs_open_key (key=?)"),
    ],
)
async def test_a_queue_is_searched_by_index(journey: Journey, statement: Select[tuple[object]], index: str) -> None:
    steps = await plan(journey, statement)
    assert any(index in step for step in steps), "\n".join(steps)


async def test_a_look_into_the_inbox_hops_over_no_more_chats_than_it_takes(journey: Journey) -> None:
    """What is materialised or sorted would be all of them."""
    steps = await plan(journey, inbox_rows._OLDEST.params(busy=[1], now=None, most=9, after=0))
    assert not [step for step in steps if "MATERIALIZE" in step or "TEMP B-TREE" in step], "\n".join(steps)


async def test_jobs_come_in_the_order_of_their_index(journey: Journey) -> None:
    """So that a long queue costs no more than what is taken of it."""
    for look in (job_rows._DUE.params(now=None, most=9), job_rows._NEXT_DUE):
        steps = await plan(journey, look.params(busy=[1], without=["a"], full=[1]))
        assert not [step for step in steps if "TEMP B-TREE" in step], "\n".join(steps)


async def plan(journey: Journey, statement: Select[tuple[object]]) -> list[str]:
    """How SQLite goes about it."""

    def explain(connection: Connection) -> list[str]:
        sql = str(statement.compile(connection, compile_kwargs={"render_postcompile": True}))
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", (None,) * sql.count("?"))]

    return await journey.store.run(explain)
