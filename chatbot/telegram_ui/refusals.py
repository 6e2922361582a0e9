"""What Telegram's words for a bad request mean. It has no codes for them."""

from __future__ import annotations

from telegram.error import BadRequest


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


def _says(error: BadRequest, *words: str) -> bool:
    said = error.message.lower()
    return any(word in said for word in words)
