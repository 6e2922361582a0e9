"""The text of a call: parse mode or entities applied, trimmed, Telegram's own entities found, limits checked."""

from chatbot.demo import entities, html_markup, utf16
from chatbot.demo.errors import bad_request
from chatbot.demo.model import Json
from chatbot.demo.params import Params

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


def message_text(params: Params) -> tuple[str, list[Json]]:
    """`text` of 1 to 4096 characters after parsing, with its entities."""
    text, found = _formatted(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16.length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, found


def caption(params: Params) -> tuple[str, list[Json]]:
    """`caption` of 0 to 1024 characters after parsing, with its entities."""
    text, found = _formatted(params, "caption", "caption_entities")
    if utf16.length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return text, found


def draft_text(params: Params) -> str:
    """`text` of 0 to 4096 characters after parsing, for a draft."""
    text, _ = _formatted(params, "text", "entities")
    if utf16.length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text


def _formatted(params: Params, name: str, entities_name: str) -> tuple[str, list[Json]]:
    source = params.text(name)
    mode = params.text("parse_mode").lower()
    if mode not in {"", "html"}:
        # Telegram knows Markdown too; a bot that would use it here would go untested, so it is refused aloud
        raise bad_request("unsupported parse_mode")
    text, given = html_markup.parse(source) if mode else (source, _given(params, entities_name))
    text, given = entities.trim(text.replace("\r\n", "\n"), given)
    return text, entities.detect(text, given)


def _given(params: Params, name: str) -> list[Json]:
    found = params.items(name, "MessageEntity")
    for entity in found:
        numbers = [entity.get("offset"), entity.get("length")] if isinstance(entity, dict) else [None]
        if not all(isinstance(one, int) and one >= 0 for one in numbers) or not isinstance(entity.get("type"), str):
            raise bad_request("can't parse MessageEntity")
    return found
