"""What our own Telegram knows of people, chats, topics, messages and files: plain data, ready for JSON."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True)
class Person:
    """Somebody who chats; `started` once they opened the bot's chat, `blocked` while they block the bot."""

    id: int
    name: str
    role: str
    language_code: str
    started: bool = False
    blocked: bool = False


@dataclass(slots=True)
class Bot:
    """The one bot of this Telegram; `topics` allows forum topics in its private chats."""

    id: int
    name: str
    username: str
    topics: bool = False


@dataclass(slots=True)
class Topic:
    """A forum topic; its id is the id of the message that announced it."""

    id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None = None
    closed: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat with the bot (id = the person's) or a group (id below zero): a supergroup, unless `basic`.

    `bot_status` is Telegram's word: member, administrator, left or kicked. The first member owns the group.
    A basic group that became a supergroup has no members any more, and the other's id in `migrated_to`.
    """

    id: int
    kind: str
    title: str
    members: list[int]
    forum: bool = False
    basic: bool = False
    migrated_to: int | None = None
    bot_status: str = "member"
    bot_rights: list[str] = field(default_factory=list)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_message_id: int = 0
    last_seq: int = 0
    menu_button: Json | None = None


@dataclass(slots=True)
class Message:
    """One message, of any kind.

    `text` holds the text or the caption with `entities`; `content` the Telegram fields that say what it is
    (photo, document, service fields …); `pressable` all callback data its keyboards ever had.
    `seq` is that of the last change. A deleted message keeps its place, without what was said.
    """

    chat_id: int
    message_id: int
    sender: int
    date: int
    kind: str = "text"
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    content: Json = field(default_factory=dict)
    file_id: str | None = None
    reply_to: int | None = None
    markup: Json | None = None
    topic: int | None = None
    origin: Json | None = None
    edited_at: int | None = None
    pinned: bool = False
    deleted: bool = False
    seq: int = 0
    reactions: list[str] = field(default_factory=list)
    pressable: list[str] = field(default_factory=list)


@dataclass(slots=True)
class StoredFile:
    """A file sent by anybody; `path` is what getFile tells, size in bytes."""

    file_id: str
    unique_id: str
    name: str
    mime_type: str
    size: int
    path: str
    kind: str
    width: int = 0
    height: int = 0
    duration: int = 0
