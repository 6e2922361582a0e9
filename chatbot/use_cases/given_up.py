"""What a queue has given up, and why: a code, and for the founder a sentence in their language.

A row keeps its reason as "code" or "code: words"; the words are fixed ones of Telegram's or of ours, never what
people wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from chatbot.domain.errors import ChatbotError, ModelError, StorageDamaged, TelegramAway
from chatbot.use_cases.replies import Phrase


class Reason(StrEnum):
    """The codes. Of the first three a founder has nothing to put right."""

    BLOCKED = "blocked"  # the person has blocked the bot, or the bot is out of the group
    GONE = "gone"  # the topic was deleted, and nothing waits for what was to be said in it
    ERASED = "erased"  # the person's key is destroyed
    REFUSED = "refused"  # Telegram will never take it
    AWAY = "away"  # Telegram did not take it while it took others
    LATE = "late"  # Telegram did not give what a job needs, for a day
    FAULT = "fault"  # of our own
    UNREADABLE = "unreadable"  # an update that makes no sense
    MODEL = "model"  # the language model gave no usable answer
    UNFINISHED = "unfinished"  # a job that was begun again and again and never came to an end
    UNKNOWN = "unknown"  # a job of a kind that this version does not have
    DAMAGED = "damaged"  # it, or what it needs, was changed in the file, outside the bot


NO_TROUBLE = (Reason.BLOCKED, Reason.GONE, Reason.ERASED)
"""Reasons that leave nothing to try again."""

_MOST_LETTERS = 120
_MOST_LETTERS_OF_KIND = 40


def reason(code: Reason, words: str = "") -> str:
    """What is kept with the row; of what leaves nothing to try again the code alone, by which it is passed over."""
    return f"{code.value}: {words}" if words and code not in NO_TROUBLE else code.value


class GivenUpError(ChatbotError):
    """A row that is not worth another try, and why."""

    def __init__(self, why: Reason, words: str) -> None:
        super().__init__(words)
        self.why = why


def reason_of(error: Exception) -> str:
    """What is kept of an error; of a fault of ours its type alone, the log has the words."""
    match error:
        case GivenUpError():
            return reason(error.why)
        case ModelError():
            return reason(Reason.MODEL, str(error))
        case TelegramAway():
            return reason(Reason.LATE)
        case StorageDamaged():
            return reason(Reason.DAMAGED)
        case _:
            return reason(Reason.FAULT, type(error).__name__)


def told(kept: str) -> Phrase:
    """The end of a sentence for the founder; a reason without a code is a fault of ours."""
    code, _, words = kept.partition(": ")
    if code not in tuple(Reason):
        code, words = Reason.FAULT, kept
    return Phrase(f"given-up-{code}", {"words": words[:_MOST_LETTERS] or "–"})


def update_kind(update: Mapping[str, Any]) -> str:
    """What a raw update brings, by its key; cut, because somebody who makes updates up can write anything there."""
    kind = next((name for name in update if name != "update_id"), "")
    return kind if len(kind) <= _MOST_LETTERS_OF_KIND else f"{kind[:_MOST_LETTERS_OF_KIND]}…"


def update_told(kind: str, number: int, why: str) -> Phrase:
    """An update that was given up for this reason, as the founders hear of it."""
    text = "aside-in-unreadable" if why.startswith(Reason.UNREADABLE) else "aside-in"
    return Phrase(text, {"kind": kind, "update": str(number)})


def job_told(kind: str) -> Phrase:
    """A job, as the founders hear of it."""
    return Phrase("aside-job", {"kind": kind})


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row of a queue that was given up at this time. `kind` is the update's, the action's or the job's; `why` is
    for `told`; `number` Telegram's of an update. Nothing here holds what people wrote."""

    id: int
    kind: str
    at: datetime
    why: str
    attempts: int
    number: int = 0
    chat_id: int | None = None
    lead_id: int | None = None


class Shelf(Protocol):
    """What a queue has given up, for the founders to see and to decide on. False: it is not given up (any more)."""

    def set_aside_rows(self, most: int) -> list[SetAside]: ...  # newest first
    def put_back(self, row_id: int) -> bool: ...
    def let_go(self, row_id: int) -> bool: ...
