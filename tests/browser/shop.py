"""The whole bot with real pictures against our own Telegram, for a browser to look at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from chatbot.database.sealing import new_data_key
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.settings import GivenSettings
from chatbot.telegram_ui.pacing import Pace
from chatbot.use_cases.ports import Pictures
from chatbot.wiring import Chatbot, Surroundings

TOKEN = "4242:a-token-that-opens-nothing-but-a-test"


@dataclass(frozen=True, slots=True)
class Shop:
    """An open shop: the address of its page, and the JSON API to play those who are not clicked."""

    url: str
    people: DemoClient
    server: TelegramServer


@asynccontextmanager
async def open_shop(folder: Path, pictures: Pictures | None = None, burst_seconds: float = 0.5) -> AsyncIterator[Shop]:
    """The shop with its founder at hand; state is kept in `folder` only as long as needed."""
    server = TelegramServer(TOKEN, bot_name="Lantern Software", bot_username="lantern_demo_bot")
    await server.start()
    try:
        around = Surroundings(pace=Pace.unlimited(), poll_seconds=2, pictures=pictures)
        async with DemoClient(server.url) as people:
            founder = await people.person_with("founder")
            async with Chatbot(_settings(server.url, folder, founder, burst_seconds), around):
                await people.start(founder)
                await people.wait_for(founder, "Lantern Software", timeout=30)
                yield Shop(server.url, people, server)
    finally:
        await server.close()


def _settings(url: str, folder: Path, founder: int, burst_seconds: float) -> GivenSettings:
    return GivenSettings.model_validate(
        {
            "telegram_token": TOKEN,
            "telegram_api_url": url,
            "founder_ids": str(founder),
            "database_url": f"sqlite:///{folder / 'bot.db'}",
            "data_key": new_data_key(),
            "shop_name": "Lantern Software",
            "shop_details": "Lantern Software\n12 Harbour Road, Shanghai\nhello@lantern.example",
            "quiet_hours": "none",
            "working_hours": "Mon-Sun 00:00-23:59",
            "burst_seconds": burst_seconds,
        }
    )
