"""What all tests share: our own Telegram, how properties are tried, and what python-telegram-bot is told."""

import errno
import os
from collections.abc import AsyncIterator

import pytest
from fakes import TOKEN
from hypothesis import HealthCheck, settings

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer

os.environ.setdefault("PTB_TIMEDELTA", "1")  # the bot's own choice; without one PTB warns, and a warning is an error

# Properties judge answers, not the speed of the machine that they run on.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("patient"), max_examples=3_000)  # --hypothesis-profile long
settings.load_profile("patient")


@pytest.fixture
def without_second_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file system gives a file one name only, as exFAT and many network shares do."""

    def refused(*_names: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """Our own Telegram on loopback, with its three people."""
    server = TelegramServer(TOKEN, webhook_pause=0.05)
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def people(server: TelegramServer) -> AsyncIterator[DemoClient]:
    """Acts for the people on its page."""
    async with DemoClient(server.url) as client:
        yield client
