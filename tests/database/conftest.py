"""A migrated database in a file, a clock that stands until it is moved, and the steps over both."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chatbot.database.migrate import upgrade
from chatbot.database.sealing import DataKey, check_data_key, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.domain.lead import Lead
from chatbot.domain.money import Money
from chatbot.domain.people import Contact
from chatbot.domain.pricing import RateCard
from chatbot.domain.working_hours import QuietHours, parse_working_hours
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.shop import Shop

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 3, 2, 9, 30, 0, 125_000, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **how_far: float) -> None:
        self.now += timedelta(**how_far)


class Bytes:
    """Bytes that never repeat and are the same in every run."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, count: int) -> bytes:
        self._count += 1
        return self._count.to_bytes(count, "big")


class Journey:
    """Steps with what every test needs first: a client and their lead."""

    def __init__(self, store: SqliteStore, steps: SqlSteps, clock: Clock) -> None:
        self.store = store
        self.run = steps.run
        self.settle = steps.settle_erasures
        self.clock = clock

    async def contact(self, telegram_id: int = 501, name: str = "Mei", username: str = "mei_w") -> Contact:
        return await self.run(lambda t: t.contacts.add(telegram_id, name, username, "en"))

    async def lead(self, telegram_id: int = 501) -> Lead:
        def add(t: Transaction) -> Lead:
            client = t.contacts.by_telegram(telegram_id) or t.contacts.add(telegram_id, "Mei", "mei_w", "en")
            return t.leads.add(client.id, "zh-Hans", None)

        return await self.run(add)

    async def do(self, use_case: Callable[..., Any], *args: Any) -> Any:
        return await self.run(use_case, *args)


@pytest.fixture
def shop() -> Shop:
    return Shop(
        name="Lantern Works",
        details="",
        tax_note="",
        bot_username="lantern_bot",
        founder_ids=(900,),
        team_ids=(),
        team_chat_id=None,
        founder_language="en",
        currency="CNY",
        rates={"EUR": Decimal("7.8")},
        card=RateCard(Money.of(1500, "CNY"), Money.of(1000, "CNY")),
        trial_deposit=Money.of(2000, "CNY"),
        commission_bp=500,
        quote_valid_days=30,
        referral_days=365,
        zone=ZONE,
        hours=parse_working_hours("Mon-Fri 09:00-18:00", ZONE),
        quiet=QuietHours(time(21, 30), time(8), ZONE),
        burst=timedelta(seconds=8),
        review_time=timedelta(hours=4),
        answer_time=timedelta(hours=2),
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def key_text() -> str:
    return new_data_key()


@pytest.fixture
async def store(tmp_path: Path, key_text: str) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(tmp_path / "bot.db")
    await store.open()
    await store.run(upgrade)
    await store.run(check_data_key, DataKey(key_text))
    yield store
    await store.close()


@pytest.fixture
def journey(store: SqliteStore, key_text: str, shop: Shop, clock: Clock) -> Journey:
    return Journey(store, SqlSteps(store, DataKey(key_text), shop, clock, Bytes()), clock)
