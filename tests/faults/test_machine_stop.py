"""SIGTERM in the middle of everything: the service ends in time and with 0, nothing is lost, and the next start goes
on with it."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from pathlib import Path

import aiohttp
import pytest
from faults.trouble import held_by_another, until
from language_model.fake_openai import FakeOpenAI
from service_process import free_port, running, service_settings, stopped

from chatbot.background import Background
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer

TALES = ("an online shop for tea", "a booking page for a clinic", "a website for a bakery", "an app for runners")

_WAITING = """
    SELECT 'inbox', count(*) FROM inbox WHERE done_at IS NULL
    UNION SELECT 'outbox', count(*) FROM outbox WHERE done_at IS NULL
"""


@pytest.fixture
def given(server: TelegramServer) -> dict[str, str]:
    return service_settings(server.url, QUIET_HOURS="none")


@pytest.fixture
async def slow_model() -> AsyncIterator[FakeOpenAI]:
    """A model's server that lets everybody wait."""
    server = FakeOpenAI()
    yield server
    await server.close()


def left(folder: Path) -> dict[str, int]:
    """How many rows wait, by queue, in a database that is whole."""
    with closing(sqlite3.connect(folder / "chatbot.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dict(connection.execute(_WAITING).fetchall())


async def started(people: DemoClient, *persons: int) -> None:
    for person in persons:
        await people.start(person)
    for person in persons:
        await people.wait_for(person, "Lantern Works", timeout=30)


async def test_told_to_stop_in_the_middle_of_everything_it_ends_in_time_and_goes_on_at_the_next_start(
    tmp_path: Path, given: dict[str, str], people: DemoClient, server: TelegramServer, slow_model: FakeOpenAI
) -> None:
    clients = [await people.person(f"Client {number}", "en") for number in range(len(TALES))]
    friend, patient, founder = [await people.person_with(role) for role in ("friend", "client", "founder")]
    model = {"OPENAI_BASE_URL": await slow_model.start(), "OPENAI_MODEL": "slow"}
    async with running(tmp_path, given | model) as process:
        await started(people, *clients, friend, patient, founder)
        for client, tale in zip(clients, TALES, strict=True):
            await people.send(client, f"I need {tale}")
        await until(lambda: len(slow_model.requests) == len(TALES))  # all of these calls hang
        await people.fault("sendPhoto", "timeout")  # so does an upload
        await people.send(friend, "/refer")
        await until(lambda: not server.faults.waiting)
        await people.fault("sendMessage", "429", retry_after=10)  # longer than a stop waits, and it outlives one
        await people.send(patient, "/help")
        await until(lambda: not server.faults.waiting)
        await people.send(founder, "/pipeline")  # a picture
        log = await stopped(process)
        assert process.returncode == 0, log
    assert "Traceback" not in log
    news = {person: await people.last_seq(person) for person in (*clients, friend, patient)}
    async with running(tmp_path, given) as process:
        for client in clients:
            await people.wait_for(client, "Thank you for telling me", timeout=30, after=news[client])
        await people.wait_for(friend, lambda message: message["kind"] == "photo", timeout=30, after=news[friend])
        await people.wait_for(patient, "/refer", timeout=30, after=news[patient])
        await people.wait_for(founder, lambda message: message["kind"] == "photo", timeout=30)
        await stopped(process)
    assert left(tmp_path) == {"inbox": 0, "outbox": 0}


async def test_told_to_stop_while_the_database_is_locked_it_ends_in_time_and_nothing_is_lost(
    tmp_path: Path, given: dict[str, str], people: DemoClient
) -> None:
    lin = await people.person_with("client")
    async with running(tmp_path, given) as process:
        await started(people, lin)
        async with held_by_another(tmp_path / "chatbot.db"):
            await people.send(lin, "I need a website for a bakery")
            assert process.stderr is not None
            async with asyncio.timeout(20):
                while b"locked by another program" not in await process.stderr.readline():
                    pass
            log = await stopped(process)
        assert process.returncode == 0, log
    news = await people.last_seq(lin)
    async with running(tmp_path, given) as process:
        await people.wait_for(lin, lambda message: message["from_id"] != lin, timeout=30, after=news)
        await stopped(process)
    assert left(tmp_path) == {"inbox": 0, "outbox": 0}


async def ended(process: Process) -> int:
    async with asyncio.timeout(10):
        await process.communicate()
    assert process.returncode is not None
    return process.returncode


async def test_told_to_stop_while_it_makes_its_database_it_ends_and_the_next_start_finds_it_whole(
    tmp_path: Path, given: dict[str, str], people: DemoClient
) -> None:
    async with running(tmp_path, given) as process:
        await until((tmp_path / "chatbot.db").exists)
        log = await stopped(process, signal.SIGINT)
        assert (process.returncode, "Traceback" in log) == (0, False)
    lin = await people.person_with("client")
    async with running(tmp_path, given) as process:
        await started(people, lin)
        await stopped(process)


async def test_a_second_sigterm_ends_it_at_once_and_nothing_is_lost(
    tmp_path: Path, given: dict[str, str], people: DemoClient, slow_model: FakeOpenAI
) -> None:
    lin = await people.person_with("client")
    model = {"OPENAI_BASE_URL": await slow_model.start(), "OPENAI_MODEL": "slow"}
    async with running(tmp_path, given | model) as process:
        await started(people, lin)
        await people.send(lin, "I need a website for a bakery")
        await until(lambda: len(slow_model.requests) == 1)
        process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.2)  # without it the two are one to the kernel
        process.send_signal(signal.SIGTERM)
        assert await ended(process) in {0, -signal.SIGTERM}
    news = await people.last_seq(lin)
    async with running(tmp_path, given) as process:
        await people.wait_for(lin, lambda message: message["from_id"] != lin, timeout=30, after=news)
        await stopped(process)
    assert left(tmp_path) == {"inbox": 0, "outbox": 0}


@pytest.mark.parametrize("later", [0.0, 3.0])
async def test_a_lock_that_comes_with_the_stop_or_after_it_holds_up_no_end_and_loses_nothing(
    tmp_path: Path,
    given: dict[str, str],
    people: DemoClient,
    server: TelegramServer,
    slow_model: FakeOpenAI,
    later: float,
) -> None:
    """The webhook is posted to all the while, and the health is asked for."""
    model = {"OPENAI_BASE_URL": await slow_model.start(), "OPENAI_MODEL": "slow", "METRICS_PORT": str(free_port())}
    lin, kim = await people.person_with("client"), await people.person("Kim", "en")
    tasks = Background()
    async with running(tmp_path, given | hooked(free_port()) | model) as process:
        await started(people, lin, kim)
        await people.send(lin, "I need a website for a bakery")
        await until(lambda: len(slow_model.requests) == 1)
        for _ in range(2):
            tasks.start(ask_for_ever(model["METRICS_PORT"]), "a checker of the health")
        async with asyncio.timeout(10):
            process.send_signal(signal.SIGTERM)
            await asyncio.sleep(later)
            async with held_by_another(tmp_path / "chatbot.db"):
                tasks.start(write_for_ever(people, kim), "a client")
                await process.communicate()
        assert process.returncode == 0
        await tasks.close()
    async with running(tmp_path, given) as process:
        await people.wait_for(lin, "Thank you for telling me", timeout=30)
        await until(lambda: not server.world.updates.pending and left(tmp_path) == {"inbox": 0, "outbox": 0}, 40)
        await stopped(process)
    said = [message["text"] for message in await people.messages(kim)]
    assert len([text for text in said if "no project with us yet" in text]) == said.count("/status") > 0


def hooked(port: int) -> dict[str, str]:
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": "only-for-tests-here",
        "WEBHOOK_PORT": str(port),
    }


async def ask_for_ever(port: str) -> None:
    async with aiohttp.ClientSession() as http:
        while True:
            with suppress(aiohttp.ClientError):
                async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
                    await answer.read()
            await asyncio.sleep(0.1)


async def write_for_ever(people: DemoClient, person: int) -> None:
    while True:
        await people.send(person, "/status")
        await asyncio.sleep(1)
