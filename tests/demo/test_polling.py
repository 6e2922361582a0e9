"""getUpdates as Telegram does it: offsets, long polls, redelivery, one poller."""

import asyncio

import aiohttp
import pytest
import telegram
from telegram.error import Conflict, InvalidToken

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer


def texts(updates: tuple[telegram.Update, ...]) -> list[str | None]:
    return [update.message.text if update.message else None for update in updates]


async def test_an_update_is_delivered_again_until_it_is_confirmed(bot: telegram.Bot, lin: int) -> None:
    first = await bot.get_updates()
    again = await bot.get_updates()
    after = await bot.get_updates(offset=first[-1].update_id + 1)
    assert texts(first) == texts(again) == ["/start"]
    assert after == ()


async def test_update_ids_grow_by_one_and_limit_bounds_the_batch(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    for number in range(4):
        await people.send(lin, f"text {number}")
    batch = await bot.get_updates(limit=3)
    rest = await bot.get_updates(offset=batch[-1].update_id + 1)
    assert texts(batch) + texts(rest) == ["/start", "text 0", "text 1", "text 2", "text 3"]
    ids = [update.update_id for update in (*batch, *rest)]
    assert ids == list(range(ids[0], ids[0] + 5))


async def test_a_negative_offset_keeps_only_the_last_updates(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.send(lin, "old")
    await people.send(lin, "new")
    assert texts(await bot.get_updates(offset=-1)) == ["new"]
    assert texts(await bot.get_updates()) == ["new"]


async def test_a_long_poll_returns_when_somebody_writes(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    offset = (await bot.get_updates())[-1].update_id + 1
    updates, _ = await asyncio.gather(bot.get_updates(offset=offset, timeout=30), people.send(lin, "hello"))
    assert texts(updates) == ["hello"]


async def test_a_second_poller_ends_the_first_with_409(bot: telegram.Bot, http: aiohttp.ClientSession) -> None:
    ended = asyncio.Event()

    async def first() -> None:
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await bot.get_updates(timeout=30)
        ended.set()

    async def second() -> None:
        while not ended.is_set():
            async with http.post("getUpdates", json={"timeout": 0}) as response:
                assert await response.json() == {"ok": True, "result": []}

    await asyncio.gather(first(), second())


async def test_only_the_allowed_kinds_are_queued(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await bot.get_updates(offset=-1, allowed_updates=["message"])
    message = await people.send(lin, "one")
    await people.edit(lin, message, "two")
    assert [update.edited_message for update in await bot.get_updates()] == [None, None]
    await bot.get_updates(allowed_updates=["message", "edited_message"])
    await people.edit(lin, message, "three")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited is not None
    assert edited.text == "three"
    assert edited.edit_date is not None


async def test_updates_older_than_a_day_are_gone() -> None:
    now = [1_800_000_000.0]
    server = TelegramServer("1:x", clock=lambda: now[0])
    await server.start()
    try:
        async with DemoClient(server.url) as people, telegram.Bot("1:x", base_url=f"{server.url}/bot") as bot:
            await people.start(1001)
            now[0] += 24 * 3600 + 1
            await people.send(1001, "fresh")
            assert texts(await bot.get_updates()) == ["fresh"]
    finally:
        await server.close()


async def test_a_wrong_token_is_unauthorized(server: TelegramServer) -> None:
    bot = telegram.Bot("123456:wrong", base_url=f"{server.url}/bot")
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_an_unknown_method_is_404_and_logged(
    http: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    async with http.post("sendStarship") as response:
        assert response.status == 404
        assert await response.json() == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert "sendStarship" in caplog.text
    assert "for-tests" not in caplog.text


@pytest.mark.parametrize("name", ["getme", "GETME", "getMe"])
async def test_a_method_name_has_no_case_and_get_will_do(http: aiohttp.ClientSession, name: str) -> None:
    async with http.get(name) as response:
        assert (await response.json())["result"]["is_bot"] is True
