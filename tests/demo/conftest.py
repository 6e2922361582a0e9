"""Our own Telegram on a free port, a real PTB bot that talks to it, and the people's client."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import telegram

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer

TOKEN = "123456:for-tests"


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    server = TelegramServer(TOKEN, webhook_pause=0.01)
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[telegram.Bot]:
    async with telegram.Bot(TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
        yield bot


@pytest.fixture
async def people(server: TelegramServer) -> AsyncIterator[DemoClient]:
    async with DemoClient(server.url) as client:
        yield client


@pytest.fixture
async def http(server: TelegramServer) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(f"{server.url}/bot{TOKEN}/") as session:
        yield session


@pytest.fixture
async def lin(people: DemoClient) -> int:
    """A client who has pressed Start; the update of it is pending."""
    person = await people.person_with("client")
    await people.start(person)
    return person
