"""The whole bot over HTTP against our own Telegram: real store, real transport, the built-in catalogue."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from fakes import TOKEN, MovableClock, StillPictures
from journeys.transcript import Open, Stage

from chatbot.database.sealing import new_data_key
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.settings import GivenSettings
from chatbot.telegram_ui.pacing import Pace
from chatbot.wiring import Chatbot, Surroundings

FOUNDER = 1003


def some_settings(url: str, folder: Path, **changes: Any) -> GivenSettings:
    """A shop whose founder is Alex, with no quiet hours and hardly any waiting for bursts."""
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
        "burst_seconds": 0.2,
    }
    return GivenSettings(**{**given, **changes})


@pytest.fixture
def clock() -> MovableClock:
    """The bot's clock: real time, unless a journey moves it."""
    return MovableClock()


@pytest.fixture
async def open_shop(
    server: TelegramServer, people: DemoClient, clock: MovableClock, tmp_path: Path
) -> AsyncIterator[Open]:
    """Opens the shop and has its people press Start: `await open_shop(founder_language="zh")`.

    `founders=2` brings Robin, `team=True` the team member Tim, `grouped` the team's group with the
    stranger Zoe in it, where the bot has these `rights`; `drawn` draws real pictures; the rest are settings.
    Kim, who writes English, is a client; so is Lin (Chinese). Marie (French) is a friend.
    """
    bots: list[Chatbot] = []

    async def begin(
        founders: int = 1,
        team: bool = False,
        grouped: bool = False,
        rights: list[str] | None = None,
        drawn: bool = False,
        **changes: Any,
    ) -> Stage:
        stage = Stage(people)
        stage.world = server.world
        names = ("Alex", "Robin")[:founders]
        stage.join("Alex", FOUNDER, changes.get("founder_language", "en"))
        for name in names[1:]:
            stage.join(name, await people.person(name, "en", "founder"))
        changes.setdefault("founder_ids", ",".join(str(stage.players[name].id) for name in names))
        if team:
            await stage.newcomer("Tim")
            changes["team_ids"] = str(stage.players["Tim"].id)
        if grouped:
            await stage.newcomer("Zoe")
            members = [player.id for player in stage.players.values()]
            changes["team_chat_id"] = await people.group("The team", members, bot_rights=rights)
        pictures = None if drawn else StillPictures()
        around = Surroundings(
            clock, monotonic=clock.monotonic, pace=Pace.unlimited(), poll_seconds=2, pictures=pictures
        )
        stage.bot = Chatbot(some_settings(server.url, tmp_path, **changes), around)
        bots.append(await stage.bot.__aenter__())
        for name in (*names, *(["Tim"] if team else [])):
            await stage.play(f"{name} start\n{name} < Lantern Software")
        stage.join("Lin", await people.person_with("client"), "zh")
        stage.join("Marie", await people.person_with("friend"), "fr")
        await stage.newcomer("Kim")
        return stage

    yield begin
    for bot in bots:
        await bot.__aexit__(None, None, None)


@pytest.fixture
async def shop(open_shop: Open) -> Stage:
    """An open shop with one founder who reads English."""
    return await open_shop()
