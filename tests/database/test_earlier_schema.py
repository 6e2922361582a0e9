"""A database as an earlier version of the program left it opens in this one, with every row and every word."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from database.test_migrations import described, schema
from sqlalchemy import Connection, text

from chatbot.database import migrate
from chatbot.database.sealing import DataKey, check_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import CASH, COMMISSION, referrer_account
from chatbot.domain.money import Money
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Say
from chatbot.use_cases.shop import Shop

if TYPE_CHECKING:
    from database.conftest import Clock

# Written once by the program of that day: a referral, two leads, a quote, an agreement, money booked, a hand-off that
# is open, and something still to be handled, sent and done.
SCHEMA_0002 = Path(__file__).parent / "fixtures" / "schema_0002.sql"
KEY = base64.urlsafe_b64encode(b"only the fixture of schema 0002!").decode()
KIM, LIN = 1004, 1001


def load(fixture: Path, path: Path) -> None:
    """Make the database that the dump describes."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(fixture.read_text(encoding="utf-8"))


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table of the fixture has."""
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    return {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in names}  # noqa: S608 - our names


@pytest.fixture
async def old(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    load(SCHEMA_0002, tmp_path / "old.db")
    store = SqliteStore(tmp_path / "old.db")
    await store.open()
    yield store
    await store.close()


@pytest.fixture
def steps(old: SqliteStore, shop: Shop, clock: Clock) -> SqlSteps:
    return SqlSteps(old, DataKey(KEY), shop, clock, bytes)


async def test_it_becomes_what_a_new_one_is_and_keeps_every_row(old: SqliteStore) -> None:
    before = await old.run(counts)
    assert min(before.values()) > 0
    await old.run(migrate.upgrade)
    assert await old.run(schema) == described()
    after = await old.run(counts)
    assert {name: after[name] for name in before} == before
    await old.run(check_data_key, DataKey(KEY))


async def test_what_people_wrote_is_read_as_before(old: SqliteStore, steps: SqlSteps) -> None:
    await old.run(migrate.upgrade)

    def read(tx: Transaction) -> dict[str, Any]:
        kim, lin = tx.contacts.by_telegram(KIM), tx.contacts.by_telegram(LIN)
        assert kim is not None
        assert lin is not None
        hand_off = tx.hand_offs.open_of(lin.id)
        return {
            "names": (kim.name, lin.name, lin.language),
            "stage": tx.leads.find(1).stage,
            "signed": tx.leads.find(1).signed,
            "kim": tx.messages.of_contact(kim.id)[0].text[:21],
            "lin": tx.messages.of_contact(lin.id)[0].text[:6],
            "features": len(tx.quotes.of_lead(1)[0].mind_map.branches) > 0,
            "waits": hand_off is not None,
        }

    assert await steps.run(read) == {
        "names": ("Kim", "Lin", "zh"),
        "stage": Stage.WON,
        "signed": Money.of(68_000, "CNY"),
        "kim": "I need a landing page",
        "lin": "我们想做一个",
        "features": True,
        "waits": True,
    }


async def test_the_ledger_stands_as_it_was_booked(old: SqliteStore, steps: SqlSteps) -> None:
    await old.run(migrate.upgrade)

    def read(tx: Transaction) -> list[Money]:
        referral = tx.referrals.get(1)
        return [tx.ledger.balance(account) for account in (CASH, COMMISSION, referrer_account(referral.referrer_id))]

    assert await steps.run(read) == [Money.of(20_000, "CNY"), Money.of(1000, "CNY"), Money.of(-1000, "CNY")]


async def test_what_was_still_to_be_done_is_taken_up(old: SqliteStore, steps: SqlSteps, clock: Clock) -> None:
    await old.run(migrate.upgrade)
    clock.forward(days=3650)

    def take(tx: Transaction) -> tuple[list[Any], list[Any], list[Any]]:
        came = [one.payload["message"]["text"] for one in tx.inbox.oldest_of_each_chat([], 9) if one.chat_id == LIN]
        said = [one.action.reply.parts for one in tx.outbox.claim(9, 60) if isinstance(one.action, Say)]
        return came, said, [job.payload.get("words") for job in tx.jobs.claim(50, 60)]

    came, said, jobs = await steps.run(take)
    assert came == ["我还在"]
    assert ("Still to be sent to Lin",) in said
    assert "still to be done for Kim" in jobs
