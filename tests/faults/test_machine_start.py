"""A start that cannot be: one line that says what to do, exit code 2, nothing touched."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from fakes import TOKEN
from faults.trouble import held_by_another
from service_process import running

from chatbot.database.migrate import upgrade
from chatbot.database.sealing import new_data_key
from chatbot.database.store import SqliteStore


@pytest.fixture
def given() -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": "http://127.0.0.1:1",  # nobody gets so far
        "DATA_KEY": new_data_key(),
        "SHOP_NAME": "Lantern Works",
    }


@pytest.fixture
async def database(tmp_path: Path) -> Path:
    path = tmp_path / "chatbot.db"
    async with SqliteStore(path) as store:
        await store.run(upgrade)
    return path


async def last_words(folder: Path, settings: dict[str, str]) -> list[str]:
    """What the service says that cannot start, line by line."""
    async with running(folder, settings) as process:
        assert process.stderr is not None
        async with asyncio.timeout(30):
            log = (await process.stderr.read()).decode()
            assert await process.wait() == 2, log
    return log.splitlines()


async def test_a_database_that_another_program_holds(tmp_path: Path, given: dict[str, str], database: Path) -> None:
    async with held_by_another(database):
        (line,) = await last_words(tmp_path, given)
    assert "is locked by another program; stop it" in line


async def test_a_database_that_is_damaged(tmp_path: Path, given: dict[str, str], database: Path) -> None:
    with database.open("r+b") as file:
        file.truncate(5 * 4096)
    (line,) = await last_words(tmp_path, given)
    assert "is damaged" in line
    assert "chatbot restore" in line


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where nobody may write, root included")
async def test_a_folder_that_cannot_be_written(tmp_path: Path, given: dict[str, str]) -> None:
    (line,) = await last_words(tmp_path, given | {"DATABASE_URL": "sqlite:////proc/self/chatbot.db"})
    assert "cannot" in line
    assert "writable" in line or "write" in line
