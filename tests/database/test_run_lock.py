"""One process at a time on a database; a process that is gone holds nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatbot.database.run_lock import lock_path, run_lock
from chatbot.domain.errors import StorageError

HOLDER = """
import sys
from pathlib import Path
from chatbot.database.run_lock import run_lock
with run_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock of bot.db."""
    command = (sys.executable, "-c", HOLDER, str(tmp_path / "bot.db"))
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_process_is_refused_and_told_why(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with (
        pytest.raises(StorageError, match=r"a bot is at work on the database .*bot\.db"),
        run_lock(tmp_path / "bot.db"),
    ):
        pass


def test_a_killed_process_leaves_nothing_locked(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    with run_lock(tmp_path / "bot.db"):
        pass


def test_whichever_way_leads_to_the_database_the_lock_is_the_same(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    (tmp_path / "other.db").symlink_to(tmp_path / "bot.db")
    (tmp_path / "folder").mkdir()
    for way in (tmp_path / "other.db", tmp_path / "folder" / ".." / "bot.db"):
        with pytest.raises(StorageError, match="at work"), run_lock(way):
            pass


def test_two_databases_of_one_folder_do_not_hinder_each_other(tmp_path: Path) -> None:
    with run_lock(tmp_path / "one.db"), run_lock(tmp_path / "two.db"):
        assert lock_path(tmp_path / "one.db").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be opened"), run_lock(tmp_path / "nowhere" / "bot.db"):
        pass
