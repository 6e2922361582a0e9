"""A database copied whole into a file of ours, while others may be at it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

LOCK_SECONDS = 2.0
"""For so long another program's lock is waited for."""

_BESIDE = ("-journal", "-wal", "-shm")


@contextmanager
def copied(source: Path, target: Path) -> Iterator[sqlite3.Connection]:
    """One reader's view of the source, copied into the empty file `target`, which is open to go on with: what commits
    meanwhile is not in it. Raises sqlite3.Error."""
    from_it = f"{source.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(from_it, uri=True, timeout=LOCK_SECONDS)) as reader,
        closing(sqlite3.connect(target)) as writer,
    ):
        reader.backup(writer, progress=_go_on)
        yield writer


def _go_on(code: int, _left: int, _pages: int) -> None:
    """Called when SQLite has copied all, or has waited for a lock in vain: Python would try that again for ever."""
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        locked = sqlite3.OperationalError("database is locked")
        locked.sqlite_errorcode = code
        raise locked


def clear(copy: Path) -> None:
    """Remove the copy and what lies beside it."""
    with suppress(OSError):
        for ending in _BESIDE:
            Path(f"{copy}{ending}").unlink(missing_ok=True)
        copy.unlink(missing_ok=True)
