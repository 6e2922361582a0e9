"""What Telegram's words for a bad request mean. It has no codes for them."""

from __future__ import annotations

import re

from telegram.error import BadRequest, TelegramError

_QUOTES = re.compile(r"""[:"“«]|(?<!\w)['‘]""")  # the apostrophe of "can't" opens none


def already_so(error: BadRequest) -> bool:
    """The edit would change nothing: it was made before."""
    return _says(error, "message is not modified")


def cannot_edit(error: BadRequest) -> bool:
    """The message is gone or too old to be edited."""
    return _says(error, "message to edit not found", "can't be edited", "message_id_invalid")


def has_no_text(error: BadRequest) -> bool:
    """The message is a picture or a file, whose words are its caption."""
    return _says(error, "there is no text in the message to edit")


def topic_is_gone(error: BadRequest) -> bool:
    """The topic was deleted or closed by a person."""
    return _says(error, "message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")


def chat_is_closed(error: BadRequest) -> bool:
    """The bot cannot write in this group at all: it is not there, or may not."""
    return _says(
        error, "chat not found", "peer_id_invalid", "chat_write_forbidden", "no rights to send", "enough rights to send"
    )


def fixed_words(error: TelegramError) -> str:
    """The error for the log: its type and Telegram's words up to where they may quote what was sent."""
    return f"{type(error).__name__} ({_QUOTES.split(error.message)[0].strip()})"


def _says(error: BadRequest, *words: str) -> bool:
    said = error.message.lower()
    return any(word in said for word in words)
