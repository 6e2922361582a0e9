"""`reply_markup`: checked as Telegram checks it."""

from typing import Any
from urllib.parse import urlsplit

from chatbot.demo.errors import bad_request
from chatbot.demo.model import Json, Message
from chatbot.demo.params import Params

MOST_BUTTONS = 100
DATA_BYTES = 64
KINDS = {"callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat", "web_app"}
OTHER_MARKUPS = {"keyboard", "remove_keyboard", "force_reply"}


def reply_markup(params: Params) -> Json | None:
    """The checked markup of a call, or None; an empty inline keyboard is none."""
    markup = params.mapping("reply_markup", "reply keyboard markup")
    if not markup:
        return None
    if "inline_keyboard" in markup:
        rows = [[_button(button) for button in row] for row in _rows(markup["inline_keyboard"])]
        rows = [row for row in rows if row]
        if sum(map(len, rows)) > MOST_BUTTONS:
            raise bad_request("reply markup is too long")
        return {"inline_keyboard": rows} if rows else None
    if not OTHER_MARKUPS & markup.keys():
        raise bad_request("object expected as reply markup")
    return markup


def inline_markup(params: Params) -> Json | None:
    """As `reply_markup`, where only an inline keyboard will do."""
    markup = reply_markup(params)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def remember_buttons(message: Message) -> None:
    """Note the callback data of the present keyboard: a slow press may still come after it is gone."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        data = button.get("callback_data")
        if data is not None and data not in message.pressable:
            message.pressable.append(data)


def _rows(rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('can\'t parse inline keyboard: field "inline_keyboard" must be of type Array of Arrays')
    return rows


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: can't find field \"text\"")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not KINDS & button.keys():
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(str(button["url"]))
    return button


def _check_url(url: str) -> None:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in {"http", "https", "tg", "ton"}:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if not parts.netloc or (parts.scheme.startswith("http") and "." not in (parts.hostname or "")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
