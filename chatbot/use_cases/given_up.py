"""What a queue has given up, and why: a code, and for the founder a sentence in their language.

A row keeps its reason as "code" or "code: words"; the words are fixed ones of Telegram's or of ours, never what
people wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from chatbot.use_cases.replies import Phrase


class Reason(StrEnum):
    """The codes. Of the first three a founder has nothing to put right."""

    BLOCKED = "blocked"  # the person has blocked the bot, or the bot is out of the group
    GONE = "gone"  # the topic was deleted, and nothing waits for what was to be said in it
    ERASED = "erased"  # the person's key is destroyed
    REFUSED = "refused"  # Telegram will never take it
    AWAY = "away"  # Telegram did not take it while it took others
    FAULT = "fault"  # of our own
    UNREADABLE = "unreadable"  # an update that makes no sense
    DAMAGED = "damaged"  # the row itself was changed in the file, outside the bot


NO_TROUBLE = (Reason.BLOCKED, Reason.GONE, Reason.ERASED)
"""Reasons that leave nothing to try again."""

_MOST_LETTERS = 120


def reason(code: Reason, words: str = "") -> str:
    """What is kept with the row; of what leaves nothing to try again the code alone, by which it is passed over."""
    return f"{code.value}: {words}" if words and code not in NO_TROUBLE else code.value


def told(kept: str) -> Phrase:
    """The end of a sentence for the founder; a reason without a code is a fault of ours."""
    code, _, words = kept.partition(": ")
    if code not in tuple(Reason):
        code, words = Reason.FAULT, kept
    return Phrase(f"given-up-{code}", {"words": words[:_MOST_LETTERS] or "–"})


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

    def set_aside_rows(self) -> list[SetAside]: ...  # newest first
    def put_back(self, row_id: int) -> bool: ...
    def let_go(self, row_id: int) -> bool: ...
