"""The list of erasures in a file beside the database, which outlives the loss of the database.

A line for each destroyed key: its fingerprint and when it was destroyed. It names nobody.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from chatbot.domain.errors import StorageError
from chatbot.private_files import replace_private

_log = logging.getLogger(__name__)

_HEAD = "# Keys that the bot destroyed; names nobody. `chatbot restore` needs it: keep it with the newest backup.\n"
_LINE = re.compile(r"([0-9a-f]{64}) (\d{4}-\d\d-\d\dT[\d:.]+\+00:00)")


def list_path(database: Path) -> Path:
    """Where the list lies unless ERASURES_FILE says otherwise."""
    return database.with_name(f"{database.name}.erasures")


def read_list(path: Path) -> dict[str, datetime]:
    """When each key was destroyed, by its fingerprint; empty where there is no file yet. Raises `StorageError`."""
    try:
        lines = path.read_text(encoding="ascii", errors="replace").splitlines() if path.exists() else []
    except OSError as error:
        raise StorageError(f"the list of erasures {path} cannot be read: {error.strerror}") from None
    wanted = [line for line in lines if line and not line.startswith("#")]
    found = [match for match in map(_LINE.fullmatch, wanted) if match]
    if len(found) < len(wanted):
        _log.error("%d lines of %s cannot be read; somebody has changed the file", len(wanted) - len(found), path)
    return {match[1]: datetime.fromisoformat(match[2]) for match in found}


def write_list(path: Path, listed: Mapping[str, datetime]) -> None:
    """Replace the file, whole or not at all, readable to its owner alone. Raises `StorageError`."""
    lines = [f"{fingerprint} {erased_at.isoformat()}\n" for fingerprint, erased_at in listed.items()]
    try:
        replace_private(path, "".join([_HEAD, *lines]))
    except OSError as error:
        raise StorageError(f"the list of erasures {path} cannot be written: {error.strerror}") from None
