"""Faults on request, as PTB meets them."""

from datetime import timedelta

import aiohttp
import pytest
import telegram
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from chatbot.demo.client import DemoClient, DemoError
from chatbot.demo.server import TelegramServer


async def test_429_tells_when_to_come_back(
    bot: telegram.Bot, people: DemoClient, lin: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # PTB warns of itself where its users have not chosen
    await people.fault("sendMessage", "429", retry_after=7)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(lin, "x")
    assert refused.value.retry_after == timedelta(seconds=7)
    await bot.send_message(lin, "x")


async def test_429_in_telegrams_words(http: aiohttp.ClientSession, people: DemoClient) -> None:
    await people.fault("*", "429", retry_after=7)
    async with http.post("getMe") as response:
        assert response.status == 429
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }


@pytest.mark.parametrize(
    ("error", "raised"),
    [("400", BadRequest), ("403", Forbidden), ("500", NetworkError), ("502", NetworkError), ("reset", NetworkError)],
)
async def test_a_failed_call_had_no_effect(
    bot: telegram.Bot, people: DemoClient, lin: int, error: str, raised: type[Exception]
) -> None:
    await people.fault("sendMessage", error)
    with pytest.raises(raised):
        await bot.send_message(lin, "lost")
    await bot.send_message(lin, "sent")
    assert [one["text"] for one in await people.messages(lin)] == ["/start", "sent"]


async def test_faults_last_as_often_as_asked_and_for_their_method_only(
    bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    await people.fault("sendMessage", "500", times=2)
    await bot.send_chat_action(lin, "typing")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(lin, "x")
    await bot.send_message(lin, "x")
    assert await people.call("GET", "/api/faults") == []


async def test_after_a_timeout_nothing_was_sent(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.fault("sendMessage", "timeout")
    with pytest.raises(TimedOut):
        await bot.send_message(lin, "x", read_timeout=0.05)
    assert len(await people.messages(lin)) == 1


async def test_a_timeout_after_the_effect_leaves_the_message(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.fault("sendMessage", "timeout_after")
    with pytest.raises(TimedOut):
        await bot.send_message(lin, "there", read_timeout=0.05)
    await people.wait_for(lin, "there")


async def test_a_lost_answer_to_get_updates_loses_no_update(bot: telegram.Bot, people: DemoClient, lin: int) -> None:
    await people.fault("getUpdates", "reset")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert len(await bot.get_updates()) == 1


async def test_an_unknown_fault_is_refused_in_a_sentence(people: DemoClient) -> None:
    with pytest.raises(DemoError, match="error is one of"):
        await people.fault("sendMessage", "gremlins")


async def test_a_fault_says_what_it_is_told_to_and_strikes_one_chat_alone(
    http: aiohttp.ClientSession, people: DemoClient, lin: int
) -> None:
    words, moved = "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": -1009}
    await people.fault("sendMessage", "400", words=words, parameters=moved, chat_id=-9)
    async with http.post("sendMessage", json={"chat_id": lin, "text": "x"}) as response:
        assert response.status == 200
    async with http.post("sendMessage", json={"chat_id": -9, "text": "x"}) as response:
        assert await response.json() == {"ok": False, "error_code": 400, "description": words, "parameters": moved}


@pytest.mark.parametrize(("error", "raised"), [("401", InvalidToken), ("409", Conflict), ("503", NetworkError)])
async def test_any_status_can_be_asked_for(
    bot: telegram.Bot, people: DemoClient, error: str, raised: type[Exception]
) -> None:
    await people.fault("getUpdates", error)
    with pytest.raises(raised):
        await bot.get_updates()


async def test_every_call_is_counted_whatever_became_of_it(
    server: TelegramServer, bot: telegram.Bot, people: DemoClient, lin: int
) -> None:
    await people.fault("sendMessage", "reset_after")
    with pytest.raises(NetworkError):
        await bot.send_message(lin, "one")
    await bot.send_message(lin, "two")
    assert [call.chat_id for call in server.api.calls if call.method == "sendMessage"] == [lin, lin]
    assert [one["text"] for one in await people.messages(lin)] == ["/start", "one", "two"]
