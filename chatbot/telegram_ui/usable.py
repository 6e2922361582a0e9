"""Whether what came from Telegram has the types that our values declare: python-telegram-bot checks none of them."""

from __future__ import annotations

from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from chatbot.domain import brief
from chatbot.domain.errors import ChatbotError
from chatbot.use_cases.incoming import Heard, Membership, Person, Pressed, SentFile

_NO_NUMBER = 2**63  # what no column holds
_LONGEST_NAME = 255  # Telegram's of files; those of people are shorter

Record = TypeVar("Record", Person, Heard, Pressed, Membership, SentFile)
Placed = TypeVar("Placed", Heard, Pressed, Membership)


class UnreadableError(ChatbotError):
    """A value that we need is not what the Bot API says it is; the message names the field."""


def usable(record: Record) -> Record:
    """The record itself. Raises UnreadableError for a field of another type, and for a number that no column holds."""
    for name, kinds in _KINDS[type(record)].items():
        value = getattr(record, name)
        fits = isinstance(value, kinds) and not (isinstance(value, bool) and bool not in kinds)
        if not fits or (isinstance(value, int) and abs(value) >= _NO_NUMBER):
            raise UnreadableError(f"{type(record).__name__}.{name}")
    return record


def at_home(record: Placed) -> Placed:
    """The record itself. Raises UnreadableError for chat 0 and for a private chat that is not its person's."""
    if record.chat_id == 0 or (record.private and record.chat_id != record.person.telegram_id):
        raise UnreadableError(f"{type(record).__name__}.chat_id")
    return record


def clean(text: object) -> Any:
    """The text in whole characters: half of a surrogate pair can neither be sealed nor sent. None becomes ""."""
    if not isinstance(text, str):
        return "" if text is None else text  # anything else is found out by `usable`
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def one_line(text: object) -> Any:
    """A name on one line, without control and direction characters, which would mirror what stands beside it."""
    whole = clean(text)
    return brief.clean(whole, _LONGEST_NAME) if isinstance(whole, str) else whole


def _kinds(record: type) -> dict[str, tuple[type, ...]]:
    """The types that each field may have."""
    hints = get_type_hints(record)
    every = {name: get_args(hint) if isinstance(hint, UnionType) else (hint,) for name, hint in hints.items()}
    return {name: tuple(get_origin(kind) or kind for kind in kinds) for name, kinds in every.items()}


_KINDS: dict[type, dict[str, tuple[type, ...]]] = {
    record: _kinds(record) for record in (Person, Heard, Pressed, Membership, SentFile)
}
