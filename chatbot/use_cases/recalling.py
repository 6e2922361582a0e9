"""Names and titles that a row of the outbox only refers to, looked up whenever it is taken.

So no row holds, under another person's key, what tells of somebody who was forgotten after it was put.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from chatbot.use_cases.hand_offs.hand_off_card import whole_title
from chatbot.use_cases.names import first_name, friend_name, full_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Attachment, Recalled, Value
from chatbot.use_cases.reports.lead_words import title_of

_LOOK_UP: dict[str, Callable[[Transaction, int], Value]] = {
    "full_name": lambda tx, of: full_name(tx.contacts.get(of)),
    "friend_name": lambda tx, of: friend_name(tx.contacts.get(of)),
    "first_name": lambda tx, of: first_name(tx.contacts.get(of)),
    "title": lambda tx, of: title_of(tx.leads.find(of)),
    "whole_title": lambda tx, of: whole_title(tx.leads.find(of)),
}


def recalled(tx: Transaction, value: Any) -> Any:
    """The action with the names and titles as they are now; of somebody forgotten, that they were."""
    match value:
        case Recalled():
            return _LOOK_UP[value.what](tx, value.of)
        case Attachment():
            return value  # plain JSON
        case tuple():
            return tuple(recalled(tx, item) for item in value)
        case Mapping():
            return {key: recalled(tx, item) for key, item in value.items()}
    if not is_dataclass(value):
        return value
    return replace(value, **{item.name: recalled(tx, getattr(value, item.name)) for item in fields(value)})  # type: ignore[type-var]  # an instance
