"""What arrives from a chat, as plain values: telegram_ui fills them, use cases read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Person:
    """Who sent it, as Telegram says. Roles come from the settings, never from here."""

    telegram_id: int
    name: str = field(repr=False)
    username: str = field(default="", repr=False)
    language_code: str = ""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as Telegram names it; `size` in bytes, 0 where unknown."""

    file_id: str
    name: str = field(repr=False)
    size: int
    mime: str = field(repr=False)  # in the words of the sender's app


@dataclass(frozen=True, slots=True)
class Heard:
    """One message. `kind` is text, photo, document, voice, audio, video, sticker, location, poll, contact, other;
    `text` is the text or caption; `topic_id` and `reply_to` are message ids of the same chat; `source_key` names
    the message once and for all ("m:<chat>:<message>")."""

    person: Person
    chat_id: int
    message_id: int
    kind: str
    text: str = field(repr=False)
    private: bool
    source_key: str
    topic_id: int | None = None
    reply_to: int | None = None
    forwarded: bool = False
    file: SentFile | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on an inline button; `token` is what the button carries."""

    person: Person
    chat_id: int
    message_id: int
    private: bool
    token: str
    topic_id: int | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot was added to, removed from or blocked in a chat; `rights` are those it has there as administrator."""

    person: Person
    chat_id: int
    private: bool
    member: bool
    rights: Mapping[str, Any] = field(repr=False)
