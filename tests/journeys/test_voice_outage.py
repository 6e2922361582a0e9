"""A voice message that came before Telegram was gone for an hour is heard when it is back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from fakes import MovableClock
from journeys.scenes import CLINIC
from journeys.test_model_fails import works
from journeys.transcript import Open
from language_model.fake_openai import FakeOpenAI

from chatbot.demo.server import TelegramServer


@pytest.fixture
async def model() -> AsyncIterator[FakeOpenAI]:
    server = FakeOpenAI()
    server.always = works
    yield server
    await server.close()


@pytest.mark.parametrize("error", ["reset", "502"])
async def test_a_voice_outlives_an_hour_without_telegram(
    open_shop: Open, model: FakeOpenAI, server: TelegramServer, clock: MovableClock, error: str
) -> None:
    shop = await open_shop(openai_base_url=await model.start(), openai_model="fake-1", openai_api_key="sk-1")
    await shop.play(f"Kim: {CLINIC}\nKim < Three doctors, noted.")
    await shop.people.fault("getFile", error, times=100_000)
    await shop.play("Kim voice:")

    def tries() -> int:
        return sum(call.method == "getFile" for call in server.api.calls)

    async def tried(before: int) -> None:
        async with asyncio.timeout(20):
            while True:
                if tries() > before and not shop.bot.worker._running:
                    return
                await asyncio.sleep(0.02)

    await tried(0)
    await shop.people.fault("*", error, times=100_000)
    for _ in range(12):
        before = tries()
        clock.forward(minutes=5)
        shop.bot.worker.wake()
        await tried(before)
    await shop.people.call("DELETE", "/api/faults")
    clock.forward(minutes=2)
    shop.bot.worker.wake()
    await shop.play("Kim < Three doctors, noted.\nKim - #relay-voice-unread")
