"""What tests share: our own Telegram, a bench for workers, how properties are tried, what the library is told."""

import errno
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fakes import TOKEN, MovableClock, some_shop
from hypothesis import HealthCheck, settings
from worker_bench import Bench, Run

from chatbot.background import Background
from chatbot.database.migrate import upgrade
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.transaction import SqlSteps
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.worker import Worker

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


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def bench(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Bench]:
    """What a worker is tried on."""
    store = SqliteStore(tmp_path / "bot.db")
    await store.open()
    await store.run(upgrade)
    yield Bench(SqlSteps(store, DataKey(new_data_key()), some_shop(), clock, bytes))
    await store.close()


@pytest.fixture
async def run() -> AsyncIterator[Run]:
    """Starts workers; stops them in the end."""
    tasks, workers = Background(), list[Worker]()

    def begin(worker: Worker) -> None:
        workers.append(worker)
        tasks.start(worker.run(), "worker")

    yield begin
    for worker in workers:
        await worker.stop(0)
    await tasks.close()
