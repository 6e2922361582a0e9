"""`chatbot run` at DEBUG through a bad day prints no token, no key, and nothing of what people are and write."""

from __future__ import annotations

import signal
import sys
from asyncio.subprocess import PIPE, create_subprocess_exec
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fakes import TOKEN
from language_model.fake_openai import FakeOpenAI, cuts, fails, raw, says
from service_process import CLEAN, free_port, service_settings

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer

NAME, WORDS, EDITED = "Plantagenia", "a zebrawood violin atelier site", "an ebonywood cello site"
API_KEY, SECRET = "sk-planted-0123456789abcdef", "planted-webhook-word"

FAULTS = (("sendMessage", "500"), ("sendChatAction", "400"), ("getUpdates", "502"), ("getUpdates", "reset"))


@pytest.fixture
async def openai() -> AsyncIterator[FakeOpenAI]:
    one = FakeOpenAI()
    yield one
    await one.close()


async def _settings(server: TelegramServer, openai: FakeOpenAI) -> dict[str, str]:
    model = {"OPENAI_API_KEY": API_KEY, "OPENAI_BASE_URL": await openai.start(), "OPENAI_MODEL": "fake"}
    return service_settings(server.url, OPENAI_TIMEOUT="2", LOG_LEVEL="DEBUG", **model)


async def _bad_day(people: DemoClient, openai: FakeOpenAI) -> None:
    """A client writes and edits while Telegram and the model fail in every way that they know, and is forgotten."""
    client = await people.person(NAME, "en")
    openai.expect(fails(400), raw("<html>"), says(WORDS), cuts, *[fails(500)] * 20, *[says("{")] * 20)
    await people.start(client)
    await people.wait_for(client, "Lantern Works", timeout=40)
    for method, error in FAULTS:
        await people.fault(method, error)
    seen = await people.last_seq(client)
    number = await people.send(client, WORDS)
    await people.wait_for(client, lambda one: one["from_id"] != client, timeout=60, after=seen)
    await people.edit(client, number, EDITED)
    seen = await people.last_seq(client)
    await people.send(client, "/help")
    await people.wait_for(client, "/status", timeout=40, after=seen)
    await people.send(client, "/mydata")
    await people.wait_for(client, "everything that we keep about you", timeout=40, after=seen)
    await people.send(client, "/forget")
    await people.wait_for(client, "forget you?", timeout=40, after=seen)
    await people.press(client, "Forget me")
    await people.wait_for(client, "we have forgotten you", timeout=40, after=seen)


async def _printed(folder: Path, settings: dict[str, str], people: DemoClient, openai: FakeOpenAI) -> str:
    command = (sys.executable, "-X", "dev", "-m", "chatbot", "run")
    process = await create_subprocess_exec(*command, cwd=folder, env=CLEAN | settings, stdout=PIPE, stderr=PIPE)
    try:
        await _bad_day(people, openai)
    finally:
        process.send_signal(signal.SIGTERM)
        out, err = await process.communicate()
    return out.decode() + err.decode()


def _leaks(text: str, settings: dict[str, str]) -> list[str]:
    half = TOKEN.partition(":")[2]
    secrets = [TOKEN, half, settings["DATA_KEY"], API_KEY, SECRET]
    hidden = [*secrets, *(quote(one, safe="") for one in secrets), NAME, *WORDS.split()[1:4], *EDITED.split()[1:3]]
    return [one for one in hidden if one in text]


@pytest.mark.parametrize("door", ["polling", "webhook"])
async def test_nothing_secret_is_printed_at_debug_on_a_bad_day(
    tmp_path: Path, server: TelegramServer, people: DemoClient, openai: FakeOpenAI, door: str
) -> None:
    settings = await _settings(server, openai)
    if door == "webhook":
        port = str(free_port())
        address = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/hook", "WEBHOOK_PORT": port}
        settings |= {**address, "WEBHOOK_SECRET": SECRET}
    text = await _printed(tmp_path, settings, people, openai)
    assert "is at work for Lantern Works" in text
    assert "DEBUG" in text
    assert _leaks(text, settings) == []
    assert openai.requests


async def test_a_token_that_telegram_refuses_is_not_printed(
    tmp_path: Path, server: TelegramServer, openai: FakeOpenAI
) -> None:
    wrong = "123456:planted-and-refused-by-telegram"
    settings = await _settings(server, openai) | {"TELEGRAM_TOKEN": wrong}
    command = (sys.executable, "-X", "dev", "-m", "chatbot", "run")
    process = await create_subprocess_exec(*command, cwd=tmp_path, env=CLEAN | settings, stdout=PIPE, stderr=PIPE)
    text = "".join(part.decode() for part in await process.communicate())
    assert process.returncode == 2
    assert "TELEGRAM_TOKEN is refused" in text
    assert wrong.partition(":")[2] not in text
