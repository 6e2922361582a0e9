"""/healthz and /metrics of the whole bot, while it answers and while it cannot."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from fakes import MovableClock
from faults.trouble import full, held_by_another, make_room, until
from journeys.conftest import clock, open_shop, shop
from journeys.transcript import Open, Stage
from prometheus_client.parser import text_string_to_metric_families

from chatbot.background import Background
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.domain.errors import SettingsError
from chatbot.vitals.watch import LONGEST_SILENCE

__all__ = ["clock", "open_shop", "shop"]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
async def watched(open_shop: Open) -> tuple[Stage, int]:
    port = free_port()
    return await open_shop(metrics_port=port), port


async def asked(port: int, path: str) -> aiohttp.ClientResponse:
    async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}{path}") as answer:
        await answer.read()
        return answer


async def samples(port: int) -> dict[tuple[str, str], float]:
    answer = await asked(port, "/metrics")
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    families = text_string_to_metric_families(await answer.text())
    return {(one.name, " ".join(one.labels.values())): one.value for family in families for one in family.samples}


async def test_a_conversation_is_seen_in_the_metrics_and_nobodys_words_are(watched: tuple[Stage, int]) -> None:
    stage, port = watched
    await stage.play("Kim start\nKim < Lantern Software\nKim: I need a shop for my secret tea\nKim < tea")
    await stage.settled()
    found = await samples(port)
    assert found["chatbot_updates_received_total", ""] == 3  # with the founder's Start
    assert found["chatbot_updates_total", "handled"] == 3
    assert found["chatbot_messages_total", "sent"] >= 3
    assert found["chatbot_jobs_total", "answer done"] == 1
    assert found["chatbot_leads", "listening"] == 1
    assert found["chatbot_waiting_rows", "inbox"] == 0
    assert found["chatbot_store_commit_seconds_count", ""] > 3
    text = await (await asked(port, "/metrics")).text()
    assert not [word for word in ("Kim", "secret", "tea", str(stage.players["Kim"].id)) if word in text]


async def test_health_is_good_while_all_is_well(watched: tuple[Stage, int]) -> None:
    _, port = watched
    answer = await asked(port, "/healthz")
    told: dict[str, Any] = await answer.json()
    assert (answer.status, told["ok"]) == (200, True)
    assert set(told["parts"]) == {
        "database", "telegram", "intake", "dispatcher", "sender", "worker", "inbox", "outbox", "jobs",
    }  # fmt: skip


async def test_health_tells_that_the_database_is_locked_and_that_it_is_not_any_more(watched: tuple[Stage, int]) -> None:
    stage, port = watched
    async with held_by_another(stage.bot.store.path):
        answer = await asked(port, "/healthz")
        assert answer.status == 503
        assert (await answer.json())["parts"]["database"] != "ok"
        assert (await samples(port))["chatbot_store_up", ""] == 0
    await stage.bot.outage.over.wait()
    assert (await asked(port, "/healthz")).status == 200


async def test_health_tells_that_telegram_does_not_answer_and_that_it_does_again(
    watched: tuple[Stage, int], clock: MovableClock, server: TelegramServer
) -> None:
    stage, port = watched
    await stage.people.fault("getUpdates", "502", times=1000)
    await until(lambda: stage.bot.side.silence > 0)
    assert (await asked(port, "/healthz")).status == 200  # a moment is no outage
    clock.forward(seconds=LONGEST_SILENCE)
    answer = await asked(port, "/healthz")
    told: dict[str, Any] = await answer.json()
    assert (answer.status, told["parts"]["intake"]) == (503, "ok")
    assert "has not answered for 6" in told["parts"]["telegram"]
    assert (await samples(port))["chatbot_telegram_silent_seconds", ""] > LONGEST_SILENCE
    server.faults.waiting.clear()
    await until(lambda: stage.bot.side.silence == 0)
    assert (await asked(port, "/healthz")).status == 200


async def test_health_and_the_line_tell_of_a_full_disk_that_can_still_be_read(watched: tuple[Stage, int]) -> None:
    stage, port = watched
    await full(stage.bot.store)
    await stage.play(f"Kim: {'I need a website for my bakery. ' * 200}")
    await stage.bot.outage.begun.wait()
    answer = await asked(port, "/healthz")
    assert answer.status == 503
    assert "is full; make room" in (await answer.json())["parts"]["database"]
    assert (await samples(port))["chatbot_store_up", ""] == 0
    assert "the database does not answer" in stage.bot.watch.line()
    await stage.bot.store.run(make_room)
    await stage.bot.outage.over.wait()
    assert (await asked(port, "/healthz")).status == 200


async def test_health_tells_that_the_start_waits_for_telegram(open_shop: Open, people: DemoClient) -> None:
    port, tasks = free_port(), Background()
    await people.fault("getMe", "502", times=100_000)
    opening = tasks.start(open_shop(metrics_port=port), "the start")
    answer = await asked_once_it_listens(port)
    assert answer.status == 503
    assert {(await answer.json())["parts"][name] for name in ("intake", "sender", "worker")} == {"is not at work"}
    await people.call("DELETE", "/api/faults")
    await opening
    assert (await asked(port, "/healthz")).status == 200


async def asked_once_it_listens(port: int) -> aiohttp.ClientResponse:
    async with asyncio.timeout(20):
        while True:
            try:
                return await asked(port, "/healthz")
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.05)


async def test_health_tells_of_a_part_that_has_ended(watched: tuple[Stage, int]) -> None:
    stage, port = watched
    await stage.bot.side._intake.close()
    answer = await asked(port, "/healthz")
    assert (answer.status, (await answer.json())["parts"]["intake"]) == (503, "is not at work")


async def test_a_port_that_is_taken_is_one_clear_line(open_shop: Open, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(
            SettingsError,
            match=r"^METRICS_PORT \d+ on METRICS_HOST 127.0.0.1 cannot be .*: another program uses it",
        ):
            await open_shop(metrics_port=other.getsockname()[1])
