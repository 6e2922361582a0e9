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
from chatbot.database.unfinished import unfinished
from chatbot.domain.errors import StorageError
from chatbot.private_files import put_under_free_name


async def backup(store: SqliteStore, path: Path) -> None:
    """Write all that is committed to `path`, whole or not at all; raises `StorageError`, as where it exists already.

    The bot goes on meanwhile. What has taken the name by the time that the copy is made is not replaced either.
    """
    await asyncio.to_thread(_backup, store.path, path)


def _backup(source: Path, path: Path) -> None:
    if path.exists() and path.samefile(source):
        raise StorageError(f"{path} is the database itself; name another file for the backup")
    if os.path.lexists(path):
        raise _taken(path)
    try:
        with unfinished(path) as made:
            _copy(source, made)
            put_under_free_name(made, path)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise StorageError(f"the backup {path} cannot be written: {error.strerror}") from error
    except sqlite3.Error as error:
        raise translated(error, path if is_full(error) else source) from error


def _copy(source: Path, target: Path) -> None:
    with copied(source, target) as writer:
        writer.execute("PRAGMA journal_mode = DELETE")  # one file, that can be moved by itself


def _taken(path: Path) -> StorageError:
    return StorageError(f"{path} exists already and is not replaced; name another file, or move that one away first")
