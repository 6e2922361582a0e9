"""Webhooks: the secret, the retries, the order within a chat, and the switch to and from polling."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import telegram
from aiohttp import web
from telegram.error import BadRequest, Conflict

from chatbot.demo.client import DemoClient


class Receiver:
    """A webhook that refuses as often as it is told to and keeps what it took."""

    def __init__(self) -> None:
        self.url = ""
        self.refusals = 0
        self.secrets: list[str | None] = []
        self.taken: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def receive(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=503)
        self.taken.put_nowait(await request.json())
        return web.Response()

    async def texts(self, count: int) -> list[str]:
        return [(await self.taken.get())["message"]["text"] for _ in range(count)]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_come_in_order_with_the_secret(
    bot: telegram.Bot, people: DemoClient, lin: int, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url, secret_token="s3cret_")
    for number in range(3):
        await people.send(lin, str(number))
    assert await receiver.texts(4) == ["/start", "0", "1", "2"]
    assert set(receiver.secrets) == {"s3cret_"}


async def test_a_refused_update_is_sent_again_before_the_next(
    bot: telegram.Bot, people: DemoClient, lin: int, receiver: Receiver
) -> None:
    receiver.refusals = 3
    await bot.set_webhook(receiver.url)
    await people.send(lin, "after")
    assert await receiver.texts(2) == ["/start", "after"]
    assert len(receiver.secrets) == 5
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_polling_and_webhook_exclude_each_other(
    bot: telegram.Bot, people: DemoClient, lin: int, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    assert await receiver.texts(1) == ["/start"]
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    await people.send(lin, "polled")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "polled"
    assert receiver.taken.empty()


async def test_the_switch_keeps_pending_updates_unless_they_are_to_be_dropped(bot: telegram.Bot, lin: int) -> None:
    await bot.set_webhook("http://127.0.0.1:9/nobody")
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        ("http://shop.example/hook", None, "An https url must be provided for webhook"),
        ("https://shop.example:8444/hook", None, "Webhook can be set up only on ports"),
        ("https://shop.example/hook", "no spaces", "Secret token contains unallowed characters"),
    ],
)
async def test_a_bad_webhook_is_refused(bot: telegram.Bot, url: str, secret: str | None, words: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){words}"):
        await bot.set_webhook(url, secret_token=secret)
    assert (await bot.get_webhook_info()).url == ""
