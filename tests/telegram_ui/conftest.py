"""Telegram's side over our own Telegram, a real store and toy use cases."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from fakes import PNG, TOKEN, MovableClock, Start, StillPictures, Telegram, ToyUseCases, some_shop

from chatbot.database.migrate import upgrade
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.telegram_ui.bot import make_bot
from chatbot.telegram_ui.drawings import Drawings
from chatbot.telegram_ui.pacing import Pace
from chatbot.telegram_ui.runner import Hooks, Manner, TelegramSide
from chatbot.telegram_ui.webhook import WebhookAddress
from chatbot.texts.speak import Texts


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def steps(tmp_path: Path, clock: MovableClock) -> AsyncIterator[SqlSteps]:
    store = SqliteStore(tmp_path / "bot.db")
    await store.open()
    await store.run(upgrade)
    yield SqlSteps(store, DataKey(new_data_key()), some_shop(), clock, bytes)
    await store.close()


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(some_shop().zone)


@pytest.fixture
async def start(server: TelegramServer, steps: SqlSteps, texts: Texts, clock: MovableClock) -> AsyncIterator[Start]:
    """Starts Telegram's side, by polling or at a webhook; stops it in the end."""
    started: list[Telegram] = []

    async def begin(webhook: WebhookAddress | None = None, toys: ToyUseCases | None = None, **manner: Any) -> Telegram:
        toys, pictures = toys or ToyUseCases(), StillPictures()
        bot = make_bot(TOKEN, server.url)
        fatal: list[BaseException] = []
        side = TelegramSide(
            bot,
            steps,
            toys.entry_points(),
            texts,
            Drawings(pictures, texts, lambda _link: PNG),
            Manner(webhook, Pace.unlimited(), poll_seconds=2, clock=clock.monotonic, **manner),
            Hooks(on_fatal=fatal.append),
        )
        await side.start()
        telegram = Telegram(side, bot, steps, toys, pictures, fatal)
        started.append(telegram)
        return telegram

    yield begin
    for telegram in started:
        await telegram.side.stop(0.5)


@pytest.fixture
async def telegram(start: Start) -> Telegram:
    return await start()


@pytest.fixture
async def lin(people: DemoClient, telegram: Telegram) -> int:
    """A client who has pressed Start and got the answer."""
    person = await people.person_with("client")
    await people.start(person)
    await people.wait_for(person, "/start was heard")
    return person
