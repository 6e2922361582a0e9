"""The bot as a process: its log and its signals."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from typing import Any

from chatbot.background import Background, told
from chatbot.settings import Settings
from chatbot.settings_file import exposed, slips
from chatbot.telegram_ui.redaction import redact_logs
from chatbot.wiring import Chatbot

_log = logging.getLogger(__name__)

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def configure_logs(settings: Settings) -> None:
    """Log to stderr at LOG_LEVEL, without a token or key in any line."""
    logging.basicConfig(level=settings.log_level, format=_FORMAT)
    redact_logs(settings.secrets())


def quiet_logs() -> None:
    """Nothing but what stops everything: a check says itself what is wrong."""
    logging.basicConfig(level=logging.CRITICAL, format=_FORMAT)


async def run_bot(settings: Settings) -> None:
    """The bot on Telegram, until cancelled. Raises SettingsError and StorageError."""
    for sentence in filter(None, (*slips(), exposed())):
        _log.warning("%s", sentence)
    async with Chatbot(settings) as bot:
        await bot.ended()


async def until_stopped(service: Callable[[], Awaitable[None]]) -> int:
    """Run the service until it fails or SIGINT or SIGTERM comes; then let it close. Returns the exit code 0."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.set_exception_handler(_log_stray)
    tasks = Background(lambda _name, _error: stop.set())
    task = tasks.start(_awaited(service), "service")
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(one, stop.set)
    stopped = tasks.start(stop.wait(), "stop")
    await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
    for one in (signal.SIGINT, signal.SIGTERM):
        loop.remove_signal_handler(one)  # a second Ctrl-C does not wait any more
    await tasks.close()
    if not task.cancelled():
        task.result()  # raises what the service, or its closing, failed with
    return 0


def _log_stray(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """An error that nobody waited for. asyncio's own words show the exception's message and what a task was given."""
    error = context.get("exception")
    _log.error("stray: %s", told(error) if error is not None else context.get("message"))


async def _awaited(service: Callable[[], Awaitable[None]]) -> None:
    await service()
