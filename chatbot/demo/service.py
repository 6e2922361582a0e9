"""Service messages: what the chat itself tells, shown to people and queued for the bot."""

from collections.abc import Callable
from typing import Any

from chatbot.demo.model import Chat, Json, Message
from chatbot.demo.telegram_json import message_json
from chatbot.demo.world import World


def post_service(
    world: World, chat: Chat, actor: int, content: Json, topic: int | None = None, reply_to: int | None = None
) -> Message:
    """Post a service message and tell the bot, which hears of its own doings too."""
    message = Message(chat.id, 0, actor, world.now(), "service", content=content, topic=topic, reply_to=reply_to)
    world.post(message)
    world.updates.put("message", message_json(world, message, with_reply=False), chat.id)
    return message


def service_words(world: World, message: Message) -> str:
    """One line for the page."""
    who = world.bot.name if message.sender == world.bot.id else world.people[message.sender].name
    for field, words in WORDS.items():
        if field in message.content:
            return f"{who} {words(message.content[field])}"
    raise ValueError("a service message of a kind that has no words")


def _pinned(message: Json) -> str:
    said = message.get("text") or message.get("caption") or "a message"
    return f"pinned “{said[:40]}{'…' if len(said) > 40 else ''}”"


WORDS: dict[str, Callable[[Any], str]] = {
    "pinned_message": _pinned,
    "migrate_to_chat_id": lambda _: "turned the group into a supergroup",
    "migrate_from_chat_id": lambda _: "turned the group into a supergroup",
    "new_chat_members": lambda users: f"added {', '.join(user['first_name'] for user in users)}",
    "left_chat_member": lambda _: "left the group",
    "forum_topic_created": lambda topic: f"created the topic “{topic['name']}”",
    "forum_topic_edited": lambda topic: f"changed the topic to “{topic['name']}”",
    "forum_topic_closed": lambda _: "closed the topic",
    "forum_topic_reopened": lambda _: "reopened the topic",
}
