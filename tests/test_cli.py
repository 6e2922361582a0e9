"""The `chatbot` command, as somebody types it: what it prints, how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes import TOKEN

from chatbot.database.sealing import DataKey, new_data_key
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.settings import Settings

CLEAN = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}


@dataclass
class Ended:
    """A command that ended."""

    code: int
    out: str
    err: str


Chatbot = Callable[..., Awaitable[Ended]]


async def begin(folder: Path, *arguments: str, **settings: str) -> Process:
    command = (sys.executable, "-m", "chatbot", *arguments)
    environment = CLEAN | settings | {"PYTHONUNBUFFERED": "1"}
    return await asyncio.create_subprocess_exec(*command, cwd=folder, env=environment, stdout=PIPE, stderr=PIPE)


async def ended(process: Process) -> Ended:
    async with asyncio.timeout(40):
        out, err = await process.communicate()
    return Ended(process.returncode or 0, out.decode(), err.decode())


@pytest.fixture
def chatbot(tmp_path: Path) -> Chatbot:
    async def run(*arguments: str, **settings: str) -> Ended:
        return await ended(await begin(tmp_path, *arguments, **settings))

    return run


@pytest.fixture
def given(server: TelegramServer, tmp_path: Path) -> dict[str, str]:
    """Settings that are right."""
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}",
        "DATA_KEY": new_data_key(),
        "SHOP_NAME": "Lantern Works",
    }


async def test_help_names_every_command_and_loads_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, chatbot.cli\ntry: chatbot.cli.main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=tmp_path, stdout=PIPE)
    shown = (await process.communicate())[0].decode()
    for command in ("demo", "run", "check", "migrate", "new-key", "rotate-key", "backup", "restore"):
        assert command in shown
    assert not {"telegram", "sqlalchemy", "openai", "aiohttp", "pydantic"} & set(shown.split())


async def test_a_new_key_is_one_that_can_be_used(chatbot: Chatbot) -> None:
    printed = await chatbot("new-key")
    assert printed.code == 0
    DataKey(printed.out.strip())


@pytest.mark.parametrize("command", ["run", "migrate"])
async def test_missing_settings_are_one_line_and_exit_code_2(chatbot: Chatbot, command: str) -> None:
    ended = await chatbot(command)
    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert "DATA_KEY is missing" in ended.err


async def test_a_database_that_cannot_be_opened_is_one_line_and_exit_code_2(
    chatbot: Chatbot, given: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "bot.db").write_text("this is no database, whatever its name says. " * 50, encoding="utf-8")
    ended = await chatbot("migrate", **given)
    assert ended.code == 2
    assert ended.err.startswith("chatbot: ")
    assert ended.err.count("\n") == 1


async def test_migrating_twice_does_nothing_the_second_time(chatbot: Chatbot, given: dict[str, str]) -> None:
    first, second = await chatbot("migrate", **given), await chatbot("migrate", **given)
    assert (first.code, second.code) == (0, 0)
    assert "newest version now" in first.out
    assert "already" in second.out


async def test_a_backup_is_a_whole_database(chatbot: Chatbot, given: dict[str, str], tmp_path: Path) -> None:
    await chatbot("migrate", **given)
    ended = await chatbot("backup", "copy.db", **given)
    assert ended.code == 0
    assert ended.out.endswith("keep DATA_KEY too, in another place\n")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)


async def test_with_a_key_that_would_not_open_it_no_backup_is_made(
    chatbot: Chatbot, given: dict[str, str], tmp_path: Path
) -> None:
    await chatbot("migrate", **given)
    await chatbot("rotate-key", "new.key", **given)
    ended = await chatbot("backup", "copy.db", **given)
    assert ended.code == 2
    assert "DATA_KEY is not the one that this database was sealed with" in ended.err
    assert not (tmp_path / "copy.db").exists()
    assert (await chatbot("backup", "copy.db", **given | {"DATA_KEY": (tmp_path / "new.key").read_text()})).code == 0


async def test_without_a_database_there_is_nothing_to_back_up(chatbot: Chatbot, given: dict[str, str]) -> None:
    ended = await chatbot("backup", "copy.db", **given)
    assert ended.code == 2
    assert "there is no database" in ended.err


async def test_check_exits_with_1_where_something_is_wrong_and_prints_no_traceback(
    chatbot: Chatbot, given: dict[str, str]
) -> None:
    shown = await chatbot("check", **given | {"TELEGRAM_TOKEN": "123456:of-another-bot"})
    assert (shown.code, shown.err) == (1, "")
    assert "✓ database" in shown.out
    assert "✗ TELEGRAM_TOKEN" in shown.out
    assert "of-another-bot" not in shown.out


async def demo(folder: Path) -> tuple[Process, str]:
    """A demo that has begun, and the address that it printed."""
    process = await begin(folder, "demo", "--no-browser", "--port", "0")
    assert process.stdout is not None
    async with asyncio.timeout(40):
        said = (await process.stdout.readline()).decode()
    if "http://" not in said:
        raise AssertionError(said + (await ended(process)).err)
    return process, said.split(" at ")[1].split(" ")[0]


async def stop(process: Process, how: signal.Signals) -> Ended:
    process.send_signal(how)
    return await ended(process)


async def test_a_second_demo_in_the_same_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    first, _ = await demo(tmp_path)
    second = await ended(await begin(tmp_path, "demo", "--no-browser", "--port", "0"))
    assert (second.code, second.err.count("\n")) == (2, 1)
    assert "a bot is at work on the database" in second.err
    assert (await stop(first, signal.SIGTERM)).code == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_the_demo_greets_ends_cleanly_and_keeps_its_state(tmp_path: Path, how: signal.Signals) -> None:
    process, url = await demo(tmp_path)
    async with DemoClient(url) as people:
        lin, alex = await people.person_with("client"), await people.person_with("founder")
        await people.start(lin)
        await people.wait_for(lin, "Lantern", timeout=20)
        await people.wait_for(alex, lambda message: message["from_id"] != alex, timeout=20)
        before = await people.messages(lin)
    first = await stop(process, how)
    assert (first.code, first.err) == (0, "")
    assert (tmp_path / "demo-data" / "data.key").stat().st_mode & 0o777 == 0o600
    process, url = await demo(tmp_path)
    async with DemoClient(url) as people:
        assert [one["text"] for one in await people.messages(lin)][: len(before)] == [one["text"] for one in before]
        started = [one for one in await people.messages(alex) if one["text"].startswith("/start")]
    again = await stop(process, how)
    assert len(started) == 1
    assert again.code == 0


async def test_a_port_that_is_taken_is_one_line(tmp_path: Path, server: TelegramServer) -> None:
    port = server.url.rpartition(":")[2]
    taken = await ended(await begin(tmp_path, "demo", "--no-browser", "--port", port))
    assert taken.code == 2
    assert f"port {port} cannot be used: another program uses it" in taken.err
    assert "--port" in taken.err
    assert taken.err.count("\n") == 1
