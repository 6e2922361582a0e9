"""Files for their owner's eyes only, such as that of a key: nobody else can open them, at no moment."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

_LONGEST = 1024
UNFINISHED = ".unfinished"  # ends the name of a file that is being written
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def read_private(path: Path) -> str:
    """What stands in the file. Raises ValueError unless it is a plain file of ours that nobody else may open.

    The error does not repeat the name: somebody may have set the key itself where the name belongs.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a pipe must not make us wait
    except (OSError, ValueError) as error:
        raise ValueError(f"the file cannot be read: {getattr(error, 'strerror', None) or 'no name'}") from None
    try:
        _refuse_what_others_see(os.fstat(file))
        return os.read(file, _LONGEST).decode("ascii", errors="replace").strip()
    finally:
        os.close(file)


def others_may_open(path: Path) -> bool:
    """Whether anybody but the file's owner has a right to it; nobody has one to a file that is not there."""
    try:
        return bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def write_private(path: Path, text: str) -> None:
    """Make the file, which must not exist, with mode 600; it is on the disk when this returns. Raises OSError."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    sync_folder(path)


def replace_private(path: Path, text: str) -> None:
    """Make the file or replace it, whole or not at all, with mode 600. Raises OSError."""
    unfinished = path.with_name(f"{path.name}{UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    write_private(unfinished, text)
    put_in_place(unfinished, path)


def put_in_place(made: Path, path: Path) -> None:
    """Give a finished file its name, in place of what has it; on the disk when this returns. Raises OSError."""
    os.replace(made, path)  # noqa: PTH105 - Path.replace returns a path that nobody needs
    sync_folder(path)


def put_under_free_name(made: Path, path: Path) -> None:
    """Give a finished file its name, which must not be taken; on the disk when this returns. Raises OSError.

    Where a file system knows no second names, an empty file of ours keeps the name free until the finished one takes
    its place: whoever kills us within that moment leaves it behind.
    """
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            os.replace(made, path)  # noqa: PTH105 - Path.replace returns a path that nobody needs
        except OSError:
            path.unlink()
            raise
    else:
        made.unlink()
    sync_folder(path)


def keep_as(path: Path, kept: Path) -> None:
    """Give the file a second name, which must not be taken; a copy has it where a file system knows no second names.

    On the disk when this returns. Raises OSError.
    """
    try:
        os.link(path, kept)
        sync_folder(kept)
    except FileExistsError:
        raise
    except OSError:
        copy_private(path, kept)


def copy_private(path: Path, copy: Path) -> None:
    """Copy the file to a name that must not be taken, whole or not at all, with mode 600. Raises OSError."""
    if copy.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(copy))
    unfinished = copy.with_name(f"{copy.name}{UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    try:
        file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with path.open("rb") as read, os.fdopen(file, "wb") as written:
            shutil.copyfileobj(read, written)
            written.flush()
            os.fsync(written.fileno())
        put_in_place(unfinished, copy)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def sync_folder(path: Path) -> None:
    """Wait until the name of this file, as it is now, is on the disk. Raises OSError."""
    folder = os.open(path.absolute().parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _refuse_what_others_see(about: os.stat_result) -> None:
    if not stat.S_ISREG(about.st_mode):
        raise ValueError("name a plain file")
    if about.st_uid != os.geteuid():
        raise ValueError("the file belongs to another user; make it belong to the one who runs the bot (chown)")
    if about.st_mode & _OTHERS:
        raise ValueError("others may open the file; take that right away (chmod 600)")
