"""What SQLite says, as a sentence that tells the operator what to do.

busy, locked         another program holds the file        (the one that may pass by itself)
full                 the disk is full
readonly             the file or its folder may not be written
corrupt, notadb      the file is damaged or no database
cantopen             the file cannot be opened or made
ioerr                the disk failed
anything else        a fault of this program
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from chatbot.domain.errors import Away, StorageAway, StorageError

_LOCKED = Away.LOCKED, "the database {path} is locked by another program; stop it (a second bot? an editor?)"
_NOT_WRITABLE = (
    Away.READONLY,
    "the database {path} cannot be written; give this user the right to write it and its folder",
)
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: (Away.FULL, "the disk that holds the database {path} is full; make room"),
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_PERM: _NOT_WRITABLE,
    sqlite3.SQLITE_CORRUPT: (
        Away.DAMAGED,
        "the database {path} is damaged; stop the bot and run `chatbot restore` with the latest backup",
    ),
    sqlite3.SQLITE_NOTADB: (
        Away.DAMAGED,
        "the file {path} is not an SQLite database; run `chatbot restore` with the latest backup, or name another file",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        Away.UNOPENED,
        "the database {path} cannot be opened; its folder must exist and be writable",
    ),
    sqlite3.SQLITE_IOERR: (Away.DISK, "the disk that holds the database {path} failed to read or write; check it"),
}


def translated(error: BaseException, path: Path) -> BaseException:
    """A `StorageError` for what the database said, `StorageAway` where the step is not to blame; others as they are."""
    if not isinstance(error, (sqlite3.Error, SQLAlchemyError)):
        return error
    known = _SENTENCES.get(_code(error))
    if known is not None:
        why, sentence = known
        return StorageAway(why, sentence.format(path=path))
    name = getattr(_cause(error), "sqlite_errorname", None) or type(error).__name__
    return StorageError(f"the database refused a statement ({name}); this is a fault of the program, please report it")


def moved(path: Path) -> StorageAway:
    """What to say where another file, or none, stands where the open database stood."""
    return StorageAway(
        Away.MOVED,
        f"the database {path} was moved, deleted or replaced while the bot had it open; put the same file back, "
        "or stop the bot, run `chatbot restore` with the latest backup, and start again",
    )


def about_backup(error: BaseException, path: Path) -> BaseException:
    """The same for a backup that was to be read: it can be exchanged for another, and no bot has it open."""
    match _code(error):
        case sqlite3.SQLITE_CORRUPT:
            return StorageError(f"the backup {path} is damaged; take an earlier one")
        case sqlite3.SQLITE_NOTADB:
            return StorageError(f"{path} is no backup, for it is not an SQLite database; name another file")
        case sqlite3.SQLITE_CANTOPEN:
            return StorageError(f"the backup {path} cannot be opened; give this user the right to read it")
        case sqlite3.SQLITE_IOERR:
            return StorageError(f"the backup {path} cannot be read to its end; take an earlier one, or check the disk")
    return translated(error, path)


def not_writable(path: Path) -> StorageAway:
    """What to say of a file of the database that this user may not write."""
    why, sentence = _NOT_WRITABLE
    return StorageAway(why, sentence.format(path=path))


def is_locked(error: BaseException) -> bool:
    """Whether somebody else holds the file, which may pass."""
    return _code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def is_full(error: BaseException) -> bool:
    """Whether there is no room left where it was written to."""
    return _code(error) == sqlite3.SQLITE_FULL


def _cause(error: BaseException) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error


def _code(error: BaseException) -> int:
    """SQLite's primary result code: the low byte of the extended one; 0 where the error carries none."""
    code: int = getattr(_cause(error), "sqlite_errorcode", 0)
    return code & 0xFF
