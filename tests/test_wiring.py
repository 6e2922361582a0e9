"""The whole bot, built as it runs, with toy use cases: over our own Telegram, with a real database and real jobs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from fakes import TOKEN, StillPictures, ToyUseCases, put
from faults.trouble import until

from chatbot.database.sealing import new_data_key
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.domain.errors import SettingsError
from chatbot.product import UseCases
from chatbot.settings import GivenSettings, Settings
from chatbot.telegram_ui.pacing import Pace
from chatbot.use_cases.incoming import Heard
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.routing import Work
from chatbot.wiring import Chatbot, Surroundings


class Remembering(ToyUseCases):
    """Every message puts a job, which says "done: …" to whoever wrote."""

    def hear(self, tx: Transaction, heard: Heard) -> None:
        payload = {"chat": heard.chat_id, "text": heard.text}
        tx.jobs.put("remember", heard.source_key, tx.now, None, payload)

    def all(self) -> UseCases:
        return UseCases(self.entry_points(), {"remember": Work(_prepare, _apply)}, ())


def _prepare(_tx: Transaction, job: Job) -> dict[str, Any]:
    return dict(job.payload)


def _apply(tx: Transaction, _job: Job, prepared: dict[str, Any], _answer: object) -> None:
    put(tx, prepared["chat"], f"done: {prepared['text']}")


@pytest.fixture
def settings(server: TelegramServer, tmp_path: Path) -> Settings:
    return GivenSettings(
        telegram_token=TOKEN,
        telegram_api_url=server.url,
        founder_ids="1003",
        database_url=f"sqlite:///{tmp_path / 'bot.db'}",
        data_key=new_data_key(),
        shop_name="Lantern Works",
    )


@asynccontextmanager
async def running(
    settings: Settings, toys: Remembering | None = None, watch_seconds: float = 60
) -> AsyncIterator[Chatbot]:
    around = Surroundings(
        pace=Pace.unlimited(),
        poll_seconds=1,
        pictures=StillPictures(),
        use_cases=(toys or Remembering()).all(),
        watch_seconds=watch_seconds,
    )
    async with Chatbot(settings, around) as bot:
        yield bot


async def test_a_message_becomes_a_job_and_the_job_an_answer(settings: Settings, people: DemoClient) -> None:
    lin = await people.person_with("client")
    async with running(settings):
        await people.start(lin)
        await people.send(lin, "a shop for tea")
        await people.wait_for(lin, "done: a shop for tea")


async def test_what_came_while_the_bot_was_away_is_answered_at_the_next_start(
    settings: Settings, people: DemoClient
) -> None:
    lin = await people.person_with("client")
    async with running(settings):
        await people.start(lin)
        await people.wait_for(lin, "/start was heard")
    await people.send(lin, "anybody there?")
    async with running(settings):
        await people.wait_for(lin, "done: anybody there?")


async def test_what_a_killed_bot_was_at_is_done_at_once_at_the_next_start(
    settings: Settings, people: DemoClient
) -> None:
    lin = await people.person_with("client")
    async with running(settings) as bot:
        await people.start(lin)
        await people.wait_for(lin, "/start was heard")
        await bot.worker.stop(1)
        await bot.steps.run(_leave_behind, lin)
    async with running(settings):
        await people.wait_for(lin, "done: left behind")


def _leave_behind(tx: Transaction, chat_id: int) -> None:
    """A job with a lease that outlasts any test, as a process leaves it that is killed."""
    tx.jobs.put("remember", "left", tx.now, None, {"chat": chat_id, "text": "left behind"})
    assert len(tx.jobs.claim(1, 3600)) == 1


async def test_the_log_has_a_line_on_how_things_stand(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    async with running(settings, watch_seconds=0.01):
        await until(lambda: "waiting: inbox 0, outbox 0, jobs 0; the oldest for 0 s; errors 0" in caplog.text)


async def test_two_bots_with_one_token_end_with_one_clear_line(settings: Settings, tmp_path: Path) -> None:
    other = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path / 'other.db'}"})
    with pytest.raises(SettingsError, match="another process"):
        async with running(settings) as first, running(other) as second, asyncio.timeout(30):
            await asyncio.gather(first.ended(), second.ended())


async def test_a_refused_token_is_one_clear_line(settings: Settings) -> None:
    wrong = GivenSettings(**{**settings.model_dump(), "telegram_token": "123456:of-another-bot"})
    with pytest.raises(SettingsError, match="TELEGRAM_TOKEN"):
        async with running(wrong):
            pass


async def test_another_data_key_is_refused_before_telegram_is_asked(settings: Settings) -> None:
    async with running(settings):
        pass
    other = GivenSettings(**{**settings.model_dump(), "data_key": new_data_key(), "telegram_token": "1:refused"})
    with pytest.raises(SettingsError, match="DATA_KEY"):
        async with running(other):
            pass
