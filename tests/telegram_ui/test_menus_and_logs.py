"""The menus of commands, and what no log may hold."""

from __future__ import annotations

import logging

import pytest
from fakes import TOKEN, Telegram
from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, RetryAfter, TelegramError

from chatbot.demo.client import DemoClient
from chatbot.domain.people import Role
from chatbot.telegram_ui.commands import Audience, CommandEntry, _tried, register
from chatbot.telegram_ui.redaction import redact_logs
from chatbot.texts.speak import Texts
from chatbot.use_cases.replies import (
    Phrase,
)


async def test_nothing_secret_reaches_the_log(
    people: DemoClient, telegram: Telegram, lin: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    redact_logs([TOKEN])
    await people.fault("sendMessage", "502")
    await people.fault("getUpdates", "reset")
    await people.send(lin, "crash on my private words")
    await people.wait_for(lin, "sorry")
    logging.getLogger("x").error("url https://api/bot%s/getMe", TOKEN)
    try:
        raise ValueError(TOKEN)
    except ValueError:
        logging.getLogger("x").exception("refused")
    assert "private words" not in caplog.text
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_commands_are_registered_by_role_and_language(
    people: DemoClient, telegram: Telegram, texts: Texts, lin: int, caplog: pytest.LogCaptureFixture
) -> None:
    class Menu:
        """Texts of the menu, where those of the shop are not the matter."""

        def say(self, language: str, phrase: Phrase) -> str:
            return f"{language} {phrase.text}"

    table = [
        CommandEntry("help", Role.PERSON),
        CommandEntry("talk", Role.TEAM, in_group=True),
        CommandEntry("won", Role.FOUNDER),
    ]
    audience = Audience(founder_ids=(lin, 999_999), team_chat_id=-77)
    await register(telegram.bot, Menu(), table, audience, "Lantern Works")  # type: ignore[arg-type]  # a part of Texts
    everybody = await telegram.bot.get_my_commands(BotCommandScopeAllPrivateChats(), "fr")
    founder = await telegram.bot.get_my_commands(BotCommandScopeChat(lin))
    assert [(one.command, one.description) for one in everybody] == [("help", "fr command-help")]
    assert [one.command for one in founder] == ["help", "talk", "won"]
    assert (await telegram.bot.get_my_description("es")).description == "es bot-description"
    assert "has no menu yet" in caplog.text


async def test_a_menu_that_is_refused_after_a_wait_holds_up_no_other() -> None:
    """The founder has not pressed Start, and Telegram asks to wait just when their menu is set."""
    refused: list[TelegramError] = [RetryAfter(0), *[BadRequest("Chat not found")] * 3]

    async def call() -> bool:
        raise refused.pop(0)

    await _tried(call, "a menu")
    assert len(refused) == 2
