"""`chatbot run` as a service manager runs it, against our own Telegram: by polling, at a webhook, killed, stopped."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from fakes import TOKEN
from service_process import free_port, running, service_settings, stopped

from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer


@pytest.fixture
def given(server: TelegramServer) -> dict[str, str]:
    return service_settings(server.url)


async def greeted(people: DemoClient, person: int) -> None:
    await people.start(person)
    await people.wait_for(person, "Lantern Works", timeout=30)


async def test_the_service_answers_and_stops_when_it_is_told_to(
    tmp_path: Path, given: dict[str, str], people: DemoClient
) -> None:
    lin = await people.person_with("client")
    written = f"DATA_KEY={given['DATA_KEY']}\nDAYRATE=2000\nCOMPOSE_PROJECT_NAME=bot\n"
    (tmp_path / ".env").write_text(written, encoding="utf-8")
    (tmp_path / ".env").chmod(0o644)
    async with running(tmp_path, given) as process:
        await greeted(people, lin)
        log = await stopped(process)
        assert process.returncode == 0
    assert "is at work for Lantern Works" in log
    assert log.count("chmod 600 .env") == 1
    assert log.count(".env sets DAYRATE, which is no setting; write DAY_RATE") == 1
    assert "COMPOSE_PROJECT_NAME" not in log
    assert given["DATA_KEY"] not in log
    assert TOKEN.partition(":")[2] not in log
    assert "Traceback" not in log


async def test_a_folder_of_texts_that_is_not_there_is_told_before_telegram_is_asked(
    tmp_path: Path, given: dict[str, str]
) -> None:
    away = {"TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}", "TEXTS_DIR": str(tmp_path / "no-texts")}
    async with running(tmp_path, given | away) as process, asyncio.timeout(60):
        _, log = await process.communicate()
    assert log.decode() == f"chatbot: TEXTS_DIR: there is no folder {tmp_path / 'no-texts'}\n"
    assert process.returncode == 2


async def test_a_message_that_came_before_a_crash_is_answered_once_after_it(
    tmp_path: Path, given: dict[str, str], people: DemoClient
) -> None:
    lin = await people.person_with("client")
    async with running(tmp_path, given | {"BURST_SECONDS": "3"}) as process:
        await greeted(people, lin)
        await people.send(lin, "I need a website for my bakery, with a menu and online orders")
        await people.wait_for(lin, lambda message: message["from_id"] == lin and "bakery" in message["text"])
        process.kill()
        await process.wait()
    seen = len(await people.messages(lin))
    async with running(tmp_path, given) as process:
        news = await people.last_seq(lin)
        await people.wait_for(lin, lambda message: message["from_id"] != lin, timeout=30, after=news)
        await stopped(process)
    answers = [message for message in (await people.messages(lin))[seen:] if message["from_id"] != lin]
    assert len(answers) == 1


async def test_updates_wait_through_a_change_from_webhook_to_polling(
    tmp_path: Path, given: dict[str, str], people: DemoClient
) -> None:
    lin, port = await people.person_with("client"), free_port()
    webhook = {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": "only-for-these-tests",
        "WEBHOOK_PORT": str(port),
    }
    async with running(tmp_path, given | webhook) as process:
        await greeted(people, lin)
        await stopped(process)
    await people.send(lin, "/help")
    before = await people.last_seq(lin)
    async with running(tmp_path, given) as process:
        await people.wait_for(lin, lambda message: message["from_id"] != lin, timeout=30, after=before)
        await stopped(process)


async def test_while_the_service_runs_nothing_else_may_run_or_migrate_its_database(
    tmp_path: Path, given: dict[str, str], people: DemoClient
) -> None:
    lin = await people.person_with("client")
    async with running(tmp_path, given) as first:
        await greeted(people, lin)
        async with running(tmp_path, given) as second, running(tmp_path, given, "migrate") as chore:
            logs = [(await process.communicate())[1].decode() for process in (second, chore)]
        assert (second.returncode, chore.returncode) == (2, 2)
        assert all(log == "chatbot: a bot is at work on the database chatbot.db; stop it first\n" for log in logs)
        first.kill()
        await first.wait()
    async with running(tmp_path, given, "migrate") as chore:
        await chore.communicate()
        assert chore.returncode == 0


async def test_a_second_service_with_the_same_token_ends_with_one_line(
    tmp_path: Path, given: dict[str, str], people: DemoClient
) -> None:
    lin = await people.person_with("client")
    first, second = (given | {"DATABASE_URL": f"sqlite:///{name}.db", "LOG_LEVEL": "ERROR"} for name in ("one", "two"))
    async with running(tmp_path, first) as one:
        await greeted(people, lin)
        async with running(tmp_path, second) as two, asyncio.timeout(60):
            waits = [one.communicate(), two.communicate()]
            done, waiting = await asyncio.wait(
                [asyncio.Task(wait) for wait in waits], return_when=asyncio.FIRST_COMPLETED
            )
            for task in waiting:
                task.cancel()
            last_words = done.pop().result()[1].decode()
    assert "another process gets Telegram's updates" in last_words
    assert "Traceback" not in last_words
