"""A file that a person sent: it comes, or Telegram is away, which is known at once."""

from __future__ import annotations

import asyncio

import pytest
from fakes import Telegram
from telegram.error import BadRequest

from chatbot.demo.client import DemoClient
from chatbot.domain.errors import TelegramAway
from chatbot.use_cases.incoming import Heard


async def sent(people: DemoClient, telegram: Telegram, person: int) -> str:
    """Telegram's id of a file that this person has sent."""
    await people.send_file(person, "plan.txt", b"what we want", caption="read it")
    await people.wait_for(person, "echo read it")
    heard = telegram.toys.seen[-1]
    assert isinstance(heard, Heard)
    assert heard.file is not None
    return heard.file.file_id


async def test_a_file_that_was_sent_can_be_downloaded(people: DemoClient, telegram: Telegram, lin: int) -> None:
    assert await telegram.side.download(await sent(people, telegram, lin)) == b"what we want"


@pytest.mark.parametrize("error", ["500", "502", "reset"])
async def test_while_telegram_is_away_nobody_waits_for_a_file(
    people: DemoClient, telegram: Telegram, lin: int, error: str
) -> None:
    file_id = await sent(people, telegram, lin)
    await people.fault("getFile", error)
    with pytest.raises(TelegramAway, match="a file is late") as away:
        async with asyncio.timeout(20):
            await telegram.side.download(file_id)
    assert away.value.seconds == 0
    assert await telegram.side.download(file_id) == b"what we want"


async def test_the_wait_that_telegram_asks_for_before_a_file_comes_is_told(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    file_id = await sent(people, telegram, lin)
    await people.fault("getFile", "429", retry_after=300)
    with pytest.raises(TelegramAway) as away:
        async with asyncio.timeout(20):
            await telegram.side.download(file_id)
    assert away.value.seconds == 300


async def test_a_file_that_telegram_refuses_is_not_late(people: DemoClient, telegram: Telegram, lin: int) -> None:
    file_id = await sent(people, telegram, lin)
    await people.fault("getFile", "400", words="Bad Request: file is too big")
    with pytest.raises(BadRequest):
        await telegram.side.download(file_id)


async def test_a_token_that_telegram_does_not_know_any_more_is_no_fault_of_the_file(
    people: DemoClient, telegram: Telegram, lin: int
) -> None:
    file_id = await sent(people, telegram, lin)
    await people.fault("getFile", "401", words="Unauthorized")
    with pytest.raises(TelegramAway):
        await telegram.side.download(file_id)
    assert await telegram.side.download(file_id) == b"what we want"
