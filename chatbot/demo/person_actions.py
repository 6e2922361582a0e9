"""What people do in their own Telegram: write, press, start, block, edit. Each tells the bot as Telegram would."""

import asyncio
import re
import secrets

from chatbot.demo import entities, utf16
from chatbot.demo.errors import PersonError
from chatbot.demo.files import FileStore
from chatbot.demo.formatting import CAPTION_LIMIT, TEXT_LIMIT
from chatbot.demo.image_size import image_size
from chatbot.demo.media import BY_KIND, FILE_BYTES, PHOTO_BYTES, Media, fits_photo
from chatbot.demo.model import Chat, Json, Message, Person
from chatbot.demo.params import Upload
from chatbot.demo.queries import Answer
from chatbot.demo.telegram_json import membership_change, message_json, person_json
from chatbot.demo.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def place(world: World, person: Person, chat_id: int | None, topic: int | None) -> Chat:
    """The chat (None: the private one) and topic where a person acts."""
    chat = world.chats.get(person.id if chat_id is None else chat_id)
    if chat is None or person.id not in chat.members:
        raise PersonError("There is no such chat, or this person is not in it.", 404)
    if topic is not None and topic not in chat.topics:
        raise PersonError("There is no such topic in this chat.", 404)
    if topic is not None and chat.topics[topic].closed and chat.members[0] != person.id:
        raise PersonError("This topic is closed.")
    if chat.kind == "private" and person.blocked:
        raise PersonError("The bot is blocked: unblock it or press Start first.")
    return chat


def draft_of(
    world: World, person: Person, chat_id: int | None = None, topic: int | None = None, reply_to: int | None = None
) -> Message:
    """A new message of a person, checked for its place, still without content."""
    topic = topic or None  # 0 is a forum's general topic, which Telegram does not number
    chat = place(world, person, chat_id, topic)
    if reply_to is not None and world.find(chat.id, reply_to) is None:
        raise PersonError("The message to reply to is not there.", 404)
    return Message(chat.id, 0, person.id, world.now(), topic=topic, reply_to=reply_to)


def say(world: World, person: Person, message: Message) -> Message:
    """Post a person's message and tell the bot, where it may hear."""
    chat = world.chats[message.chat_id]
    if chat.kind == "private" and not person.started:
        person.started = True
        world.touch_person(person)
    world.post(message)
    if chat.kind == "private" or _hears(world, chat, message):
        world.updates.put("message", message_json(world, message), chat.id)
    return message


def send_text(world: World, person: Person, message: Message, text: str) -> list[Message]:
    """Send a text; one that is too long goes out in parts, as Telegram's clients do it."""
    parts = [part for part in (part.strip() for part in utf16.split(text.strip(), TEXT_LIMIT)) if part]
    if not parts:
        raise PersonError("An empty message cannot be sent.")
    sent = []
    for part in parts:
        one = Message(message.chat_id, 0, person.id, message.date, topic=message.topic, reply_to=message.reply_to)
        one.text, one.entities = part, entities.detect(part, [])
        sent.append(say(world, person, one))
    return sent


def send_file(world: World, person: Person, message: Message, upload: Upload, kind: str, caption: str) -> Message:
    """Send a file; a picture that is no good as a photo goes as a document."""
    media = _media(upload, kind)
    message.text = caption.strip()
    if utf16.length(message.text) > CAPTION_LIMIT:
        raise PersonError(f"A caption has at most {CAPTION_LIMIT} characters.")
    message.entities = entities.detect(message.text, [])
    _attach(world.files, message, media, upload)
    return say(world, person, message)


def _media(upload: Upload, kind: str) -> Media:
    if kind not in BY_KIND:
        raise PersonError("The kind of a file is photo, document or voice.")
    if not upload.data:
        raise PersonError("An empty file cannot be sent.")
    if len(upload.data) > FILE_BYTES:
        raise PersonError("A file may have at most 50 MB here.")
    size = image_size(upload.data) or (0, 0)
    if kind == "photo" and not (fits_photo(*size) and len(upload.data) <= PHOTO_BYTES):
        return BY_KIND["document"]
    return BY_KIND[kind]


def _attach(files: FileStore, message: Message, media: Media, upload: Upload) -> None:
    stored = files.add(upload, media.kind)
    message.kind, message.file_id, message.content = media.kind, stored.file_id, media.content(stored)


def _hears(world: World, chat: Chat, message: Message) -> bool:
    """A bot that is no administrator has privacy mode on: it hears commands and replies to itself."""
    if chat.bot_status == "administrator":
        return True
    if chat.bot_status != "member":
        return False
    replied = world.find(chat.id, message.reply_to) if message.reply_to else None
    to_bot = replied is not None and replied.sender == world.bot.id
    return to_bot or message.text.startswith("/") or f"@{world.bot.username}".lower() in message.text.lower()


def start(world: World, person: Person, payload: str) -> Message:
    """Press Start, as by a link with this payload; it also unblocks the bot."""
    if payload and not PAYLOAD.fullmatch(payload):
        raise PersonError("A start payload has 1 to 64 of the characters A-Z a-z 0-9 _ and -.")
    if person.blocked:
        block(world, person, False)
    return send_text(world, person, draft_of(world, person), f"/start {payload}".strip())[0]


def block(world: World, person: Person, blocked: bool) -> None:
    """Block or unblock the bot; it is told by my_chat_member."""
    if person.blocked == blocked:
        return
    chat = world.chats[person.id]
    old_status = chat.bot_status
    person.blocked, chat.bot_status = blocked, "kicked" if blocked else "member"
    world.touch_person(person)
    world.touch_chat(chat)
    world.updates.put("my_chat_member", membership_change(world, chat, person.id, old_status), chat.id)


def edit(world: World, person: Person, message: Message, text: str) -> None:
    """A person edits their own text, or the caption of their file."""
    text = text.strip()
    if message.sender != person.id or message.origin or message.kind not in {"text", *BY_KIND}:
        raise PersonError("Only a message of one's own can be edited.")
    if not text and message.kind == "text":
        raise PersonError("A message cannot be made empty; it can be deleted.")
    if utf16.length(text) > (TEXT_LIMIT if message.kind == "text" else CAPTION_LIMIT):
        raise PersonError("The text is too long.")
    if text == message.text:
        return
    message.text, message.entities, message.edited_at = text, entities.detect(text, []), world.now()
    world.touch(message)
    chat = world.chats[message.chat_id]
    if chat.kind == "private" or _hears(world, chat, message):
        world.updates.put("edited_message", message_json(world, message), chat.id)


def press(world: World, person: Person, message: Message, data: str) -> "asyncio.Future[Answer]":
    """Press a button that the message has, or had a moment ago; returns what will hold the bot's answer."""
    chat = place(world, person, message.chat_id, None)
    if message.sender != world.bot.id or data not in message.pressable:
        raise PersonError("This message has no such button.")
    query_id = str(secrets.randbits(62) + 1)
    answer = world.queries.open(query_id)
    body: Json = {
        "id": query_id,
        "from": person_json(person),
        "message": message_json(world, message),
        "chat_instance": str(abs(hash((world.bot.id, chat.id)))),
        "data": data,
    }
    world.updates.put("callback_query", body, chat.id)
    return answer
