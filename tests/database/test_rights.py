"""A database that this user may not write: told before SQLite opens it, which would read it only for ever."""

from __future__ import annotations

import concurrent.futures.thread  # noqa: F401 - before we are nobody, who may not read where the interpreter is
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from database.counter import create, increment

from chatbot.database.store import SqliteStore
from chatbot.domain.errors import StorageAway

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of ours, while we are somebody whom rights bind: root may write everything."""
    is_root = os.geteuid() == 0
    with TemporaryDirectory() as name:
        if is_root:
            os.chown(name, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield Path(name)
        finally:
            if is_root:
                os.setresuid(0, 0, 0)


@pytest.fixture
async def database(folder: Path) -> Path:
    path = folder / "counter.db"
    async with SqliteStore(path) as store:
        await store.run(create)
    return path


def give(path: Path, mode: int) -> None:
    """A file with these rights."""
    path.touch()
    path.chmod(mode)


def names_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


async def test_a_file_without_the_right_is_told_leaves_nothing_behind_and_opens_once_it_has_it(database: Path) -> None:
    give(database, 0o444)
    with pytest.raises(StorageAway, match=r"counter\.db cannot be written; give this user the right"):
        async with SqliteStore(database):
            pass
    assert names_in(database.parent) == [database.name]
    give(database, 0o600)
    async with SqliteStore(database) as store:
        assert await store.run(increment) == 1


@pytest.mark.parametrize("beside", ["-wal", "-shm"])
async def test_a_file_beside_it_without_the_right_is_named(database: Path, beside: str) -> None:
    other = Path(f"{database}{beside}")
    give(other, 0o444)
    with pytest.raises(StorageAway, match=rf"counter\.db{beside} cannot be written"):
        async with SqliteStore(database):
            pass
    give(other, 0o600)
    async with SqliteStore(database) as store:
        assert await store.run(increment) == 1


@pytest.mark.parametrize("was_there", [True, False], ids=["vanishes", "appears"])
async def test_a_file_beside_it_that_another_program_removes_or_makes_meanwhile_is_no_hindrance(
    database: Path, was_there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, look, looks = Path(f"{database}-shm"), os.access, []
    if was_there:
        give(beside, 0o600)

    def changing(name: str, mode: int) -> bool:
        seen = look(name, mode)
        if name == str(beside):
            looks.append(mode)
            if len(looks) == 1 and was_there:
                beside.unlink()
            elif len(looks) == 1:
                give(beside, 0o600)
        return seen

    monkeypatch.setattr(os, "access", changing)
    async with SqliteStore(database) as store:
        assert await store.run(increment) == 1
    assert looks
