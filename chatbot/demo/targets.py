"""Where a Bot API call goes: the chat, the topic, the message; refused in Telegram's words."""

from chatbot.demo.errors import ApiError, bad_request, forbidden
from chatbot.demo.model import Chat, Message, Topic
from chatbot.demo.params import Params
from chatbot.demo.world import World


def known_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """A chat that the bot has met: a person who wrote to it, or a group it is or was in."""
    if params.text(name) == "":
        raise bad_request(f"{name} is empty")
    try:
        chat = world.chats.get(int(params.text(name)))
    except ValueError:  # "@name": nobody here has one
        chat = None
    if chat is None or (chat.kind == "private" and not _met(world, chat)):
        raise bad_request("chat not found")
    return chat


def writable_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """A chat in which the bot may act now."""
    chat = known_chat(world, params, name)
    if chat.kind == "private":
        person = world.people[chat.id]
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
    else:
        _check_group(chat)
    return chat


def _check_group(chat: Chat) -> None:
    kind = "group" if chat.basic else "supergroup"
    if chat.migrated_to is not None:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, words, {"migrate_to_chat_id": chat.migrated_to})
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {kind} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {kind} chat")


def _met(world: World, chat: Chat) -> bool:
    """A bot knows who pressed Start, and whoever shares a group with it."""
    if world.people[chat.id].started:
        return True
    return any(
        other.bot_status in {"member", "administrator"} for other in world.chats_of(chat.id) if other is not chat
    )


def topic_of(chat: Chat, params: Params) -> int | None:
    """The topic to write to, None for the chat itself."""
    topic = params.integer("message_thread_id")
    if not topic:
        return None
    if topic not in chat.topics:
        raise bad_request("message thread not found")
    if chat.topics[topic].closed and not has_right(chat, "can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return topic


def forum_topic(chat: Chat, params: Params) -> Topic:
    """The topic that a forum method is about."""
    topic = chat.topics.get(params.integer("message_thread_id"))
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def has_right(chat: Chat, right: str) -> bool:
    """Whether the bot has an administrator's right; in a private chat it has all it needs."""
    return chat.kind == "private" or (chat.bot_status == "administrator" and right in chat.bot_rights)


def reply_target(world: World, chat: Chat, params: Params) -> int | None:
    """The message replied to, by `reply_parameters` or the older `reply_to_message_id`."""
    given = Params(params.mapping("reply_parameters", "reply parameters") or {})
    message_id = given.integer("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return None
    if world.find(chat.id, message_id):
        return message_id
    if given.flag("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def message_of(world: World, chat: Chat, params: Params, purpose: str) -> Message:
    """The message in `message_id`; `purpose` is Telegram's word for the refusal: edit, delete, copy …"""
    message_id = params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    message = world.find(chat.id, message_id)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message
