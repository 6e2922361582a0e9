"""Raw updates as they come, before anything is read: their number, whose they are, and how they are written down.

Telegram sends none of the odd ones; whoever stands between may. Each has a place in the inbox, where it is set aside.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

_NO_NUMBER = 2**63  # what no column holds is no number of Telegram's either
_MOVED = ("migrate_to_chat_id", "migrate_from_chat_id")
_DEEPEST = 100  # levels; Telegram's updates have about ten


def number_of(update: object) -> int | None:
    """The number that confirms the update; None where it has none that can."""
    number = update.get("update_id") if isinstance(update, Mapping) else None
    return number if isinstance(number, int) and _fits(number) and number >= 0 else None


def inbox_number(update: object) -> int:
    """The number to store it under: its own; for a press, and where it has none, one below zero that is the same each
    time it comes. Telegram may deliver a press again under another number, and the press is what counts once."""
    number, press = number_of(update), _press(update)
    if number is not None and press is None:
        return number
    mark = hashlib.sha256(written(press or update).encode()).digest()
    return -1 - int.from_bytes(mark[:7], "big")


def _press(update: object) -> dict[str, object] | None:
    """What tells a press from all others. The query's id holds the presser's; what the button carries, which nobody
    guesses, keeps that from being found out by trying."""
    query = update.get("callback_query") if isinstance(update, Mapping) else None
    press = {key: query.get(key) for key in ("id", "data")} if isinstance(query, Mapping) else {}
    return press if press and all(isinstance(value, str) for value in press.values()) else None


def whose(update: object) -> tuple[int, int]:
    """Chat and sender, 0 where there is none: what cannot be read still has a place in the inbox."""
    for kind, body in update.items() if isinstance(update, Mapping) else ():
        if kind == "update_id" or not isinstance(body, Mapping):
            continue
        sender_id = _id(body.get("from"))
        message = body.get("message")
        chat = message.get("chat") if isinstance(message, Mapping) else body.get("chat")
        return _id(chat) or sender_id, sender_id
    return 0, 0


def is_about_chat(update: Mapping[str, object]) -> bool:
    """Whether it tells what became of the chat, or of the bot in it: that counts, whoever did it."""
    message = update.get("message")
    about = isinstance(message, Mapping) and not message.keys().isdisjoint(_MOVED)
    return about or "my_chat_member" in update


def written(update: object) -> str:
    """The update as a JSON object, in ASCII, so that broken surrogates can be stored too; nothing of one that is too
    deep."""
    if isinstance(update, Mapping) and not _is_deep(update):
        return json.dumps(update)
    return json.dumps({"unreadable": None if _is_deep(update) else update})


def _is_deep(value: object, left: int = _DEEPEST) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return left < 0 or any(_is_deep(one, left - 1) for one in inner)


def _id(body: object) -> int:
    found = body.get("id") if isinstance(body, Mapping) else None
    return found if isinstance(found, int) and _fits(found) else 0


def _fits(number: int) -> bool:
    return not isinstance(number, bool) and abs(number) < _NO_NUMBER
