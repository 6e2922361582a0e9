"""The bot as python-telegram-bot knows it, on our own transport."""

from __future__ import annotations

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken
from telegram.ext import Defaults, ExtBot

from chatbot.domain.errors import SettingsError
from chatbot.telegram_ui.aiohttp_request import AiohttpRequest
from chatbot.telegram_ui.patience import until_done

Bot = ExtBot[None]
"""A bot without PTB's rate limiter: pacing belongs to the sender, because the outbox outlives the process."""


class _Discreet(ExtBot[None]):
    """The library's shows its token in `repr`, and with it whatever holds the bot."""

    def __repr__(self) -> str:
        return f"{ExtBot.__name__}[token hidden]"


def make_bot(token: str, api_url: str) -> Bot:
    """A bot that is not yet connected. `api_url` is the root of the Bot API. Raises SettingsError."""
    root = api_url.rstrip("/")
    try:
        return _Discreet(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=4),
            defaults=Defaults(
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
        )
    except InvalidToken:
        raise SettingsError("TELEGRAM_TOKEN is empty; get one from @BotFather") from None


async def connect(bot: Bot) -> None:
    """Ask Telegram who the bot is, again and again while the network is away. Raises SettingsError."""
    await until_done(bot.initialize, "Telegram cannot be reached")
