"""Updates through a webhook: only with the secret, only what is an update, stored before the answer."""

from __future__ import annotations

import json
import socket

import aiohttp
import pytest
from fakes import Start, Telegram, a_message

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.domain.errors import SettingsError
from chatbot.telegram_ui.runner import WebhookAddress
from chatbot.telegram_ui.webhook import LARGEST_BODY, SECRET_HEADER


@pytest.fixture
async def hooked(start: Start, unused_port: int) -> Telegram:
    address = WebhookAddress(f"http://127.0.0.1:{unused_port}/telegram", "our-secret", unused_port)
    return await start(webhook=address)


@pytest.fixture
def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_updates_come_through_the_webhook(people: DemoClient, hooked: Telegram) -> None:
    person = await people.person_with("client")
    await people.start(person)
    await people.send(person, "hello")
    await people.wait_for(person, "echo hello")
    assert hooked.toys.commands == [("start", "")]


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        ("our-secret", json.dumps(a_message(1, 1, "hello")), 200),
        ("wrong", json.dumps(a_message(1, 1, "hello")), 403),
        ("", json.dumps(a_message(1, 1, "hello")), 403),
        ("our-secret", "no json", 400),
        ("our-secret", "[]", 400),
        ("our-secret", "{}", 400),
        ("our-secret", "x" * (LARGEST_BODY + 1), 413),
    ],
)
async def test_the_webhook_takes_only_updates_with_the_secret(
    hooked: Telegram, secret: str, body: str, status: int
) -> None:
    url = f"http://127.0.0.1:{hooked.side.webhook_port}/telegram"
    headers = {SECRET_HEADER: secret} if secret else {}
    async with aiohttp.ClientSession() as http, http.post(url, data=body, headers=headers) as answer:
        assert answer.status == status
    await hooked.settled()
    assert len(hooked.toys.seen) == (1 if status == 200 else 0)


async def test_a_port_that_is_taken_is_named(start: Start, server: TelegramServer) -> None:
    taken = int(server.url.rpartition(":")[2])
    with pytest.raises(SettingsError, match="WEBHOOK_PORT"):
        await start(webhook=WebhookAddress(f"http://127.0.0.1:{taken}/", "s", taken))
