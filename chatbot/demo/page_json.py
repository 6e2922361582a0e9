"""Chats and messages in the JSON of our own page."""

from urllib.parse import quote

from chatbot.demo.entities import to_html
from chatbot.demo.files import page_name
from chatbot.demo.model import Chat, Json, Message, Person
from chatbot.demo.profile import group_scopes, private_scopes
from chatbot.demo.service import service_words
from chatbot.demo.world import World


def person_entry(world: World, person: Person) -> Json:
    """A person as the state tells them."""
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "language_code": person.language_code,
        "blocked": person.blocked,
        "has_topics": world.bot.topics,
    }


def message_entry(world: World, message: Message) -> Json:
    """A message as the page shows it."""
    stored = world.files.files.get(message.file_id) if message.file_id else None
    text = service_words(world, message) if message.kind == "service" and not message.deleted else message.text
    is_caption = message.file_id is not None
    from_bot = message.sender == world.bot.id
    return {
        "message_id": message.message_id,
        "seq": message.seq,
        "date": message.date,
        "from": world.bot.name if from_bot else world.people[message.sender].name,
        "from_id": message.sender,
        "kind": message.kind,
        "text": "" if is_caption else text,
        "caption": text if is_caption else "",
        "html": to_html(text, [] if message.kind == "service" else message.entities),
        "buttons": _buttons(message),
        "keyboard": "force_reply" if "force_reply" in (message.markup or {}) else None,
        "file_url": f"/files/{quote(page_name(stored))}" if stored else None,
        "file_name": stored.name if stored else None,
        "reply_to": message.reply_to,
        "forwarded_from": _origin(message),
        "topic": message.topic,
        "edited_at": message.edited_at,
        "pinned": message.pinned,
        "deleted": message.deleted,
        "reactions": message.reactions,
        **_details(message),
    }


def _buttons(message: Message) -> list[list[Json]]:
    rows = (message.markup or {}).get("inline_keyboard", [])
    return [[_button(button) for button in row] for row in rows]


def _button(button: Json) -> Json:
    for field, name in (("url", "url"), ("callback_data", "data")):
        if field in button:
            return {"text": button["text"], name: button[field]}
    return {"text": button["text"], "copy": (button.get("copy_text") or {}).get("text", "")}


def _origin(message: Message) -> str | None:
    if message.origin is None:
        return None
    sender = message.origin["sender_user"]
    return f"{sender['first_name']} {sender.get('last_name', '')}".strip()


def _details(message: Message) -> Json:
    """What a sticker, place or poll shows."""
    if message.deleted:
        return {}
    if message.kind == "sticker":
        return {"emoji": message.content["sticker"]["emoji"]}
    if message.kind == "location":
        return {"location": message.content["location"]}
    if message.kind == "poll":
        poll = message.content["poll"]
        return {"poll": {"question": poll["question"], "options": [option["text"] for option in poll["options"]]}}
    if message.kind == "voice":
        return {"duration": message.content["voice"]["duration"]}
    return {}


def chat_entry(world: World, person: Person, chat: Chat) -> Json:
    """A chat as one of its people sees it."""
    private = chat.kind == "private"
    scopes = private_scopes(chat.id) if private else group_scopes(chat.id, person.id, chat.members[0] == person.id)
    return {
        "person_id": person.id,
        "chat_id": chat.id,
        "title": world.bot.name if private else chat.title,
        "kind": chat.kind,
        "topics": [{"topic": topic.id, "name": topic.name, "closed": topic.closed} for topic in chat.topics.values()],
        "last_seq": chat.last_seq,
        "typing": bool(world.presence.action_in(chat.id)),
        "draft": world.presence.draft_in(chat.id),
        "pinned": chat.pinned,
        "commands": world.profile.shown_commands(scopes, person.language_code),
    }


def state(world: World) -> Json:
    """Everything the page needs to know which chats to fetch."""
    return {
        "seq": world.changes.seq,
        "bot": {"name": world.bot.name, "username": world.bot.username},
        "people": [person_entry(world, person) for person in world.people.values()],
        "chats": [
            chat_entry(world, person, chat) for person in world.people.values() for chat in world.chats_of(person.id)
        ],
    }
