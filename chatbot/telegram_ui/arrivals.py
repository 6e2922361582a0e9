"""Telegram objects as the plain values that use cases read."""

from __future__ import annotations

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, User
from telegram.constants import ChatMemberStatus, ChatType

from chatbot.telegram_ui.usable import UnreadableError, at_home, clean, one_line, usable
from chatbot.use_cases.incoming import Heard, Membership, Person, Pressed, SentFile

# Order matters: an animation is also a document, a venue also a location.
_KINDS = ("photo", "document", "voice", "audio", "video", "sticker", "location", "poll", "contact")


def person_of(user: User) -> Person:
    """Who it is, as Telegram says. Raises UnreadableError."""
    person = Person(user.id, one_line(user.full_name), clean(user.username), clean(user.language_code))
    if usable(person).telegram_id <= 0:  # 0 is the shop, and what is negative is no person
        raise UnreadableError("Person.telegram_id")
    return person


def heard_from(message: Message, user: User) -> Heard:
    """A message. Raises UnreadableError."""
    heard = Heard(
        person=person_of(user),
        chat_id=message.chat.id,
        message_id=message.message_id,
        kind=_kind(message),
        text=clean(message.text or message.caption),
        private=_is_private(message.chat),
        source_key=f"m:{message.chat.id}:{message.message_id}",
        topic_id=_topic(message),
        reply_to=_reply_to(message),
        forwarded=message.forward_origin is not None,
        file=_file(message),
    )
    return at_home(usable(heard))


def pressed_from(query: CallbackQuery) -> Pressed | None:
    """A press; None where the button's message is not in a chat of ours. Raises UnreadableError."""
    message = query.message
    if message is None or query.data is None:
        return None
    pressed = Pressed(
        person=person_of(query.from_user),
        chat_id=message.chat.id,
        message_id=message.message_id,
        private=_is_private(message.chat),
        token=clean(query.data),
        topic_id=_topic(message) if isinstance(message, Message) else None,
    )
    return at_home(usable(pressed))


def membership_from(change: ChatMemberUpdated) -> Membership:
    """What became of the bot in a chat. Raises UnreadableError."""
    now = change.new_chat_member
    inside = {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER}
    membership = Membership(
        person=person_of(change.from_user),
        chat_id=change.chat.id,
        private=_is_private(change.chat),
        member=now.status in inside or bool(getattr(now, "is_member", False)),
        rights={name: value for name, value in now.to_dict().items() if name.startswith("can_")},
    )
    return at_home(usable(membership))


def command_of(message: Message, bot_username: str) -> tuple[str, str] | None:
    """Name and words of a command; None for one that a group sends to another bot."""
    head, _, words = (message.text or "").partition(" ")
    if "\n" in head:
        head, _, rest = head.partition("\n")
        words = f"{rest} {words}"
    name, _, addressee = head.removeprefix("/").partition("@")
    if addressee and addressee.lower() != bot_username.lower() and not _is_private(message.chat):
        return None
    return name.lower(), words.strip()


def _is_private(chat: Chat) -> bool:
    return bool(chat.type == ChatType.PRIVATE)


def _kind(message: Message) -> str:
    if message.text is not None:
        return "text"
    return next((kind for kind in _KINDS if getattr(message, kind)), "other")


def _topic(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None


def _reply_to(message: Message) -> int | None:
    replied = message.reply_to_message
    # In a topic every message replies to the one that opened it, unless it replies to another.
    if replied is None or (message.is_topic_message and replied.message_id == message.message_thread_id):
        return None
    return replied.message_id


def _file(message: Message) -> SentFile | None:
    if message.photo:
        photo = message.photo[-1]
        return SentFile(photo.file_id, "photo.jpg", photo.file_size or 0, "image/jpeg")
    if message.voice:
        voice = message.voice
        return SentFile(voice.file_id, "voice.ogg", voice.file_size or 0, voice.mime_type or "audio/ogg")
    for file, usual in ((message.document, ""), (message.audio, "audio/mpeg"), (message.video, "video/mp4")):
        if file is not None:
            return SentFile(file.file_id, one_line(file.file_name), file.file_size or 0, file.mime_type or usual)
    return None
