"""The file `.env` as it is written: which of its lines set nothing, and which names it sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

_HOW = "write NAME=value there, and close the quotation marks; a comment begins with #"


def unreadable(file: Path) -> list[str]:
    """A sentence for each line that is neither a setting nor a comment, by its number: it may hold a secret.

    Raises OSError and UnicodeDecodeError where the file itself cannot be read.
    """
    if not file.is_file():
        return []
    return [f"line {number} of {file} cannot be read: {_HOW}" for number in _unread_lines(file)]


def _unread_lines(file: Path) -> Iterator[int]:
    from dotenv.parser import parse_stream

    with file.open(encoding="utf-8") as stream:
        for one in parse_stream(stream):
            if one.error or (one.key is not None and one.value is None):  # the library passes over a lone word
                text = one.original.string
                blank = text[: len(text) - len(text.lstrip())]  # empty lines before it belong to it
                yield one.original.line + blank.count("\n")


def written_in(file: Path) -> Mapping[str, str | None]:
    """What the file sets, by name; nothing where it cannot be read, which reading the settings tells."""
    from dotenv import dotenv_values

    try:
        return dotenv_values(file) if file.is_file() else {}
    except (OSError, UnicodeDecodeError):
        return {}
