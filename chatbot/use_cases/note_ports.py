"""Ports of the small records: promises, buttons, calls of the language model, marks, traces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from chatbot.domain.lead import Promise
from chatbot.use_cases.language_model import Origin


class Promises(Protocol):
    """What somebody was promised. `keep` and `release` close the open ones of a kind."""

    def add(self, lead_id: int, kind: str, args: str, due_at: datetime | None) -> Promise: ...
    def of_lead(self, lead_id: int) -> list[Promise]: ...
    def keep(self, lead_id: int, kind: str) -> None: ...
    def release(self, lead_id: int, kind: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Button:
    """What an inline button does, for whom, and whether only once. Kept until its lead is erased."""

    token: str
    action: str
    args: Mapping[str, int | str] = field(repr=False)
    contact_id: int | None  # only this person; None: whoever the action's rule allows
    used_at: datetime | None = None


class Buttons(Protocol):
    """Buttons by their opaque token."""

    def add(self, action: str, args: Mapping[str, int | str], contact_id: int | None) -> str: ...
    def get(self, token: str) -> Button | None: ...
    def use(self, token: str) -> None: ...


class Calls(Protocol):
    """Calls of the language model, for cost and quality: every one, under the lead that it was made for."""

    def add(self, lead_id: int | None, task: str, origin: Origin) -> None: ...
    def of_client(self, contact_id: int, since: datetime) -> int: ...  # without the catalogue's answers
    def of_all(self, since: datetime) -> int: ...


class Marks(Protocol):
    """Small values that outlive a restart, such as the offset of getUpdates."""

    def get(self, name: str) -> str | None: ...
    def set(self, name: str, value: str) -> None: ...


class Traces(Protocol):
    """Ids and rows in the queues that nobody needs any more."""

    def wipe(self) -> bool: ...  # of people whom nobody knows; False: something of theirs is still under way
    def prune(self, before: datetime, most: int) -> bool: ...  # what was done before; True: there may be more


def moved_mark(group: int) -> str:
    """The mark that says which id a group of this id has now."""
    return f"group.moved:{group}"


OFFSET = "updates.offset"
"""The mark with the number that confirms to Telegram what is stored; empty where the next call names none."""
