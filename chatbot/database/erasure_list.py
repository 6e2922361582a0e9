"""The list of erasures in a file beside the database, which outlives the loss of the database.

A line for each destroyed key: its fingerprint and when it was destroyed. It names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from chatbot.domain.errors import StorageError
from chatbot.private_files import replace_private

_HEAD = "# Keys that the bot destroyed; names nobody. `chatbot restore` needs it: keep it with the newest backup.\n"
_LINE = re.compile(r"([0-9a-f]{64})(?: (.*))?")
_SOME_TIME = datetime(1970, 1, 1, tzinfo=UTC)  # when a key was destroyed is of no consequence, that it was is


def list_path(database: Path) -> Path:
    """Where the list lies unless ERASURES_FILE says otherwise."""
    return database.with_name(f"{database.name}.erasures")


def read_list(path: Path) -> dict[str, datetime]:
    """When each key was destroyed, by its fingerprint; empty where there is no file yet.

    Raises `StorageError`, also for a file that is not as we wrote it, from its first line to the end of its last:
    nobody can tell any more whom it would have forgotten.
    """
    try:
        if not path.exists():
            return {}
        written = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise StorageError(f"the list of erasures {path} cannot be read: {error.strerror}") from None
    listed = {}
    for number, line in enumerate(map(str.strip, written.splitlines()), start=1):
        match = _LINE.fullmatch(line)
        if match:
            listed[match[1]] = _moment(match[2])
        elif line and not line.startswith("#"):
            raise StorageError(
                f"line {number} of the list of erasures {path} names no key: somebody has changed the file; put it "
                "back as it was, or delete the line: whoever it stands for may then be known again"
            )
    if not (written.startswith("#") and written.endswith("\n")):
        raise StorageError(
            f"the list of erasures {path} is not whole: its beginning or its end is missing; put it back as it was, "
            "or move it away: whoever it stands for may then be known again"
        )
    return listed


def _moment(written: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError:
        return _SOME_TIME
    return moment if moment.tzinfo else _SOME_TIME


def write_list(path: Path, listed: Mapping[str, datetime]) -> None:
    """Replace the file, whole or not at all, readable to its owner alone. Raises `StorageError`."""
    lines = [f"{fingerprint} {erased_at.isoformat()}\n" for fingerprint, erased_at in listed.items()]
    try:
        replace_private(path, "".join([_HEAD, *lines]))
    except OSError as error:
        raise StorageError(f"the list of erasures {path} cannot be written: {error.strerror}") from None
