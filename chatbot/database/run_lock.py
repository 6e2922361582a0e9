"""One process at a time on a database: the bot, or a chore that must not run beside it.

The lock is advisory (flock) and lies on a file of its own beside the database, which stays there. It ends with the
process, however that ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chatbot.domain.errors import StorageError


@contextmanager
def run_lock(database: Path) -> Iterator[None]:
    """Hold the database for this process alone; raises `StorageError` at once where another has it."""
    path = lock_path(database)
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageError(f"the lock {path} cannot be opened: {error.strerror}; its folder must be writable") from None
    try:
        _take(file, database, path)
        yield
    finally:
        os.close(file)


def lock_path(database: Path) -> Path:
    """Where the lock of a database lies: the same, whichever way leads to the database."""
    whole = database.resolve()
    return whole.with_name(f"{whole.name}.lock")


def _take(file: int, database: Path, path: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StorageError(f"a bot is at work on the database {database}; stop it first") from None
    except OSError as error:
        raise StorageError(f"the lock {path} cannot be taken: {error.strerror}") from None
