"""A backup while it is made: in a folder of its own, beside the name that it is to get.

The folder is locked (flock) as long as somebody is at work in it, so that the next backup can tell what a killed one
has left, and removes it. Where a file system knows no such locks it stays, under a name that says what it is.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from chatbot.database.copying import clear

_ENDING = ".unfinished-backup"
_COPY = "copy.db"
_MOST_OF_NAME = 40  # characters


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """An empty file for its owner alone, to be filled and moved to `path`; gone in the end where it is still there.

    Raises OSError.
    """
    _clear_left(path.absolute().parent)
    folder, lock = _own_folder(path.absolute())
    try:
        yield folder / _COPY
    finally:
        _clear(folder)
        os.close(lock)


def _own_folder(path: Path) -> tuple[Path, int]:
    """A folder with an empty file in it, and the open file that locks it."""
    while True:
        folder = Path(tempfile.mkdtemp(_ENDING, f"{path.name[:_MOST_OF_NAME]}.", path.parent))
        lock = _locked(folder, is_new=True)
        if lock is None:
            continue
        try:
            (folder / _COPY).touch(mode=0o600)
        except FileNotFoundError:  # another backup has just taken it for one that was left
            os.close(lock)
        else:
            return folder, lock


def _clear_left(parent: Path) -> None:
    for folder in parent.glob(f"*{_ENDING}"):
        with suppress(OSError):
            lock = _locked(folder)
            if lock is not None:
                _clear(folder)
                os.close(lock)


def _locked(folder: Path, *, is_new: bool = False) -> int | None:
    """The open file that locks the folder; None where another has it. A new folder may do without."""
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if is_new and not isinstance(error, BlockingIOError):
            return lock
        os.close(lock)
        return None
    return lock


def _clear(folder: Path) -> None:
    """Remove what we have made there, and the folder where nothing else is in it."""
    clear(folder / _COPY)
    with suppress(OSError):
        folder.rmdir()
