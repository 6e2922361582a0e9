"""A return to a backup: a checked copy is made beside the database and takes its place in one step.

Whenever it is cut off, the database is wholly the one from before or wholly the one from the backup.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from chatbot.database.copying import clear, copied
from chatbot.database.erasure_rows import all_erasures, erase_again
from chatbot.database.note_rows import MarkRows
from chatbot.database.queue_tables import inbox, outbox
from chatbot.database.sealing import DataKey, Vault, check_data_key, rewrap
from chatbot.database.step import Step
from chatbot.database.storage_errors import about_backup, is_full, is_locked, translated
from chatbot.database.tables import leads, messages
from chatbot.domain.errors import StorageError
from chatbot.private_files import UNFINISHED, copy_private, keep_as, put_in_place
from chatbot.use_cases.note_ports import OFFSET

_MOMENTS = (inbox.c.received_at, outbox.c.created_at, messages.c.at)
_TABLES = {"alembic_version", "contact_keys", "marks"}
_BESIDE = ("-wal", "-shm")
_KEPT = ".before-restore-"


def copy_of(backup: Path, database: Path) -> Path:
    """A sound copy of the backup beside the database, for us alone; raises `StorageError` where it cannot be used."""
    if not backup.is_file():
        raise StorageError(f"there is no backup {backup}")
    if database.exists() and backup.samefile(database):
        raise StorageError(f"{backup} is the database itself; name a backup")
    copy = _copy_name(database)
    try:
        clear_leftovers(database)
        copy.touch(mode=0o600)
        _copy(backup, copy)
    except sqlite3.Error as error:
        clear(copy)
        raise (translated(error, copy) if is_full(error) else about_backup(error, backup)) from error
    except OSError as error:
        raise StorageError(f"the backup cannot be copied to {copy}: {error.strerror}") from error
    except StorageError:
        clear(copy)
        raise
    return copy


def _copy(backup: Path, copy: Path) -> None:
    with copied(backup, copy) as writer:
        if writer.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise StorageError(f"the backup {backup} is damaged; take an earlier one")
        names = {name for (name,) in writer.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not names >= _TABLES:
        raise StorageError(f"{backup} is no database of this program")


def erasures_in(database: Path) -> dict[str, int] | None:
    """Fingerprint and epoch milliseconds of every erasure that it lists; None where the database cannot be read."""
    if not database.exists():
        return {}
    try:
        with closing(sqlite3.connect(database)) as raw:
            known = raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'erasures'").fetchone()[0]
            return dict(raw.execute("SELECT fingerprint, erased_at FROM erasures")) if known else {}
    except sqlite3.Error as error:
        if is_locked(error):
            raise translated(error, database) from error
        return None


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restored database holds: when it was last written to, how much, and who was forgotten again."""

    newest: datetime | None
    leads: int
    waiting: int
    erased: int
    erasures: Mapping[str, datetime]


def brought_to_today(connection: Connection, old: DataKey, key: DataKey, listed: Mapping[str, datetime]) -> Restored:
    """Seal the copy with the key of today and erase again whom the list names. A unit of the store."""
    check_data_key(connection, old)
    if old is not key:
        rewrap(connection, old, key)
    step = Step(connection, Vault(connection, key), datetime.now(UTC), os.urandom)
    erased = erase_again(step, listed)
    MarkRows(step).set(OFFSET, "")  # update ids may have begun anew since
    newest = [found for column in _MOMENTS if (found := connection.scalar(select(func.max(column))))]
    waiting = select(func.count()).select_from(outbox).where(outbox.c.done_at.is_(None))
    return Restored(
        newest=max(newest, default=None),
        leads=connection.scalar(select(func.count()).select_from(leads)) or 0,
        waiting=connection.scalar(waiting) or 0,
        erased=erased,
        erasures=all_erasures(step),
    )


def exchange(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put the finished copy in the database's place; returns where the one from before is kept, if there was one.

    Raises `StorageError`, with nothing changed, where the one from before is in use or there is no room to keep it.
    """
    if (log := Path(f"{copy}-wal")).exists() and log.stat().st_size:
        raise StorageError("the copy of the backup has not been finished; this is a fault of the program")
    kept = database.with_name(f"{database.name}{_KEPT}{now:%Y%m%d-%H%M%S}") if database.exists() else None
    try:
        _sync(copy)
        if kept is not None:
            _keep(database, kept)
        _remove_beside(database)  # a log that belongs to another database would spoil the one that comes
        put_in_place(copy, database)
    except OSError as error:
        clear_leftovers(database)
        raise StorageError(f"the database {database} cannot be replaced: {error.strerror}") from error
    return kept


def clear_leftovers(database: Path) -> None:
    """Remove what a restore that was cut off has left: its copies, and a second name of the database.

    Only under the run-lock. A database that is opened by two names is not safe, and in the copy nobody has been
    forgotten yet.
    """
    with suppress(OSError):
        clear(_copy_name(database))
        for kept in database.parent.glob(f"{database.name}{_KEPT}*"):
            is_second_name = not kept.name.endswith(_BESIDE) and database.exists() and kept.samefile(database)
            if is_second_name or kept.name.endswith(UNFINISHED):
                kept.unlink()


def _copy_name(database: Path) -> Path:
    return database.with_name(f"{database.name}.restoring")


def _keep(database: Path, kept: Path) -> None:
    """Give the database a second name, with all that its log held."""
    try:
        with closing(sqlite3.connect(database, timeout=2, isolation_level=None)) as raw:
            raw.execute("PRAGMA journal_mode = DELETE").fetchone()  # the log into the file; nothing is left beside it
    except sqlite3.Error as error:
        if is_locked(error):
            raise translated(error, database) from error
        _keep_log(database, kept)  # damaged: kept as it is
    keep_as(database, kept)


def _keep_log(database: Path, kept: Path) -> None:
    log = Path(f"{database}-wal")
    if log.exists():
        copy_private(log, Path(f"{kept}-wal"))


def _remove_beside(database: Path) -> None:
    for ending in _BESIDE:
        Path(f"{database}{ending}").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
