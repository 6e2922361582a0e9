"""Why a row of a queue was given up: a code, and for the founder a sentence in their language.

A row keeps its reason as "code" or "code: words"; the words are fixed ones of Telegram's or of ours, never what
people wrote. What the reason says to the founders, /aside says as well.
"""

from __future__ import annotations

from enum import StrEnum

from chatbot.use_cases.replies import Phrase


class Reason(StrEnum):
    """The codes. Of the first three a founder has nothing to put right."""

    BLOCKED = "blocked"  # the person has blocked the bot, or the bot is out of the group
    GONE = "gone"  # the topic was deleted; the words have been put into a new one
    ERASED = "erased"  # the person's key is destroyed
    REFUSED = "refused"  # Telegram will never take it
    AWAY = "away"  # Telegram did not take it while it took others
    FAULT = "fault"  # of our own
    UNREADABLE = "unreadable"  # an update that makes no sense


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
