"""Telegram's rates, where they are switched on."""

import pytest
import telegram
from telegram.error import RetryAfter

from chatbot.demo.client import DemoClient
from chatbot.demo.errors import ApiError
from chatbot.demo.rates import Rates


async def test_too_many_sends_are_refused_only_where_rates_are_kept(
    bot: telegram.Bot, people: DemoClient, lin: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # PTB warns of itself where its users have not chosen
    for _ in range(40):
        await bot.send_message(lin, "x")
    await people.post("/api/rates", enforced=True)
    for _ in range(5):
        await bot.send_message(lin, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(lin, "x")


def test_a_send_passes_again_when_the_told_seconds_are_over() -> None:
    now = [100.0]
    rates = Rates(lambda: now[0])
    rates.enforced = True
    for _ in range(20):
        rates.check("sendmessage", -5)
    now[0] += 10.5
    with pytest.raises(ApiError) as refused:
        rates.check("sendmessage", -5)
    assert refused.value.parameters == {"retry_after": 50}
    rates.check("sendchataction", -5)
    rates.check("sendmessage", 7)
    now[0] += 50
    rates.check("sendmessage", -5)
