"""A copy of the database while it is in use.

What people wrote stays sealed in it: it is of no use without `DATA_KEY`, which is kept apart.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from pathlib import Path

from chatbot.database.copying import copied
from chatbot.database.storage_errors import is_full, translated
from chatbot.database.store import SqliteStore
from chatbot.domain.errors import StorageError
from chatbot.private_files import put_in_place


async def backup(store: SqliteStore, path: Path) -> None:
    """Write all that is committed to `path`, whole or not at all; raises `StorageError`, as where it exists already.

    The bot goes on meanwhile.
    """
    await asyncio.to_thread(_backup, store.path, path)


def _backup(source: Path, path: Path) -> None:
    if path.exists() and path.samefile(source):
        raise StorageError(f"{path} is the database itself; name another file for the backup")
    if os.path.lexists(path):
        raise StorageError(f"{path} exists already and is not replaced; name another file, or move that one away first")
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        _copy(source, unfinished)
        put_in_place(unfinished, path)
    except (sqlite3.Error, OSError) as error:
        unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StorageError(f"the backup {path} cannot be written: {error.strerror}") from error
        raise translated(error, path if is_full(error) else source) from error


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with copied(source, target) as writer:
        writer.execute("PRAGMA journal_mode = DELETE")  # one file, that can be moved by itself
