"""The whole bot over HTTP against our own Telegram: real store, real transport, the built-in catalogue."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from fakes import StillPictures
from journeys.transcript import Stage

from chatbot.database.sealing import new_data_key
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.settings import GivenSettings
from chatbot.telegram_ui.pacing import Pace
from chatbot.wiring import Chatbot, Surroundings

TOKEN = "4242:a-token-that-opens-nothing-but-a-test"
FOUNDER, TEAM = 1003, 1004
Open = Callable[..., Awaitable[Stage]]


def some_settings(url: str, folder: Path, **changes: Any) -> GivenSettings:
    """A shop whose founder is Alex, with no waiting for bursts and no quiet hours."""
    given: dict[str, Any] = {
        "telegram_token": TOKEN,
        "telegram_api_url": url,
        "founder_ids": str(FOUNDER),
        "database_url": f"sqlite:///{folder / 'bot.db'}",
        "data_key": new_data_key(),
        "shop_name": "Lantern Software",
        "shop_details": "Lantern Software\n8 Harbour Road",
        "quiet_hours": "",
        "working_hours": "Mon-Sun 00:00-23:59",
        "burst_seconds": 0.3,
    }
    return GivenSettings(**{**given, **changes})


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    server = TelegramServer(TOKEN, webhook_pause=0.05)
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def open_shop(server: TelegramServer, tmp_path: Path) -> AsyncIterator[Open]:
    """Opens the shop and has the founder press Start: `stage = await open_shop(founder_language="zh")`."""
    bots: list[Chatbot] = []
    people = DemoClient(server.url)
    await people.__aenter__()

    async def begin(founders: int = 1, **changes: Any) -> Stage:
        stage = Stage(people)
        names = ("Alex", "Robin")[:founders]
        stage.join("Alex", FOUNDER)
        for name in names[1:]:
            stage.join(name, await people.person(name, "en", "founder"))
        ids = ",".join(str(stage.players[name].id) for name in names)
        around = Surroundings(pace=Pace.unlimited(), poll_seconds=2, pictures=StillPictures())
        bot = Chatbot(some_settings(server.url, tmp_path, **{"founder_ids": ids, **changes}), around)
        bots.append(await bot.__aenter__())
        for name in names:
            await stage.play(f"{name} start\n{name} < Lantern Software")
        stage.join("Lin", await people.person_with("client"))
        stage.join("Marie", await people.person_with("friend"))
        return stage

    yield begin
    for bot in bots:
        await bot.__aexit__(None, None, None)
    await people.__aexit__(None, None, None)


@pytest.fixture
async def shop(open_shop: Open) -> Stage:
    """An open shop with one founder who reads English."""
    return await open_shop()
