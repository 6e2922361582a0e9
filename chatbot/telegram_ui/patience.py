"""Calls that are made again until they succeed, because nothing can go on without them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from chatbot.domain.errors import ChatbotError, SettingsError
from chatbot.telegram_ui.refusals import fixed_words

T = TypeVar("T")

_log = logging.getLogger(__name__)

_LONGEST_PAUSE = 30.0


async def until_done(call: Callable[[], Awaitable[T]], what: str, hopeless: tuple[type[TelegramError], ...] = ()) -> T:
    """Make the call until it succeeds, waiting longer each time; `what` names it in the log. Raises what is `hopeless`.

    Raises SettingsError for what waiting does not mend: a token that is refused, a second process that polls.
    """
    pause = 1.0
    while True:
        try:
            return await call()
        except SettingsError:
            raise
        except hopeless:
            raise
        except InvalidToken:
            raise SettingsError("TELEGRAM_TOKEN is refused by Telegram; get it anew from @BotFather") from None
        except Conflict:
            raise SettingsError(
                "another process gets Telegram's updates with the same TELEGRAM_TOKEN; stop it first"
            ) from None
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except (TelegramError, ChatbotError) as error:
            why = fixed_words(error) if isinstance(error, TelegramError) else error
            _log.warning("%s: %s; trying again in %.0f s", what, why, pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, (int, float)) else wait.total_seconds()
