"""What Telegram's words for a bad request mean. It has no codes for them."""

from __future__ import annotations

from telegram.error import BadRequest, TelegramError

from chatbot.telegram_ui.aiohttp_request import TransportError

_TOLD = (
    "message is not modified",
    "message to edit not found",
    "message to be replied not found",
    "message to copy not found",
    "message to delete not found",
    "message to pin not found",
    "message can't be edited",
    "message text is empty",
    "message caption is too long",
    "message is too long",
    "message thread not found",
    "message_id_invalid",
    "there is no text in the message to edit",
    "can't parse entities",
    "topic_deleted",
    "topic_closed",
    "topic_id_invalid",
    "topic_not_modified",
    "not enough rights",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was upgraded",
    "the chat is not a forum",
    "button_data_invalid",
    "button_url_invalid",
    "reply markup is too long",
    "query is too old",
    "query_id_invalid",
    "wrong file identifier",
    "wrong type of the web page content",
    "file is too big",
    "file is temporarily unavailable",
    "failed to get http url content",
    "photo_invalid_dimensions",
    "image_process_failed",
    "request entity too large",
    "bad gateway",
    "gateway timeout",
    "service unavailable",
    "internal server error",
)
"""What Telegram says that helps whoever reads the log, in small letters. All else may quote what people wrote."""


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
    """The error for the log: its type, and what Telegram says where we know those words; never a word of people."""
    if isinstance(error, TransportError):
        return error.message
    said = error.message.lower()
    known = next((words for words in _TOLD if words in said), "")
    return f"{type(error).__name__} ({known})" if known else type(error).__name__


def _says(error: BadRequest, *words: str) -> bool:
    said = error.message.lower()
    return any(word in said for word in words)
