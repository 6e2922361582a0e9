"""Bot API methods about forum topics, in supergroups and in private chats."""

from chatbot.demo import utf16
from chatbot.demo.errors import bad_request
from chatbot.demo.methods_table import Method
from chatbot.demo.model import Chat, Json, Topic
from chatbot.demo.params import Params
from chatbot.demo.service import post_service
from chatbot.demo.targets import forum_topic, has_right, writable_chat
from chatbot.demo.world import World

NAME_LIMIT = 128
COLOURS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


def _forum(world: World, params: Params, act: str) -> Chat:
    """The forum of the call; `act` completes "not enough rights to …"."""
    chat = writable_chat(world, params)
    if not (world.bot.topics if chat.kind == "private" else chat.forum):
        raise bad_request("the chat is not a forum")
    if not has_right(chat, "can_manage_topics"):
        raise bad_request(f"not enough rights to {act}")
    return chat


def _name(params: Params) -> str:
    name = params.text("name").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    if utf16.length(name) > NAME_LIMIT:
        raise bad_request("TOPIC_TITLE_TOO_LONG")
    return name


def create_forum_topic(world: World, params: Params) -> Json:
    """createForumTopic: a service message announces the topic, and its id is the topic's."""
    chat, name = _forum(world, params, "create a topic"), _name(params)
    colour = params.integer("icon_color", COLOURS[0])
    if colour not in COLOURS:
        raise bad_request("wrong topic icon color specified")
    described: Json = {"name": name, "icon_color": colour}
    if icon := params.text("icon_custom_emoji_id"):
        described["icon_custom_emoji_id"] = icon
    following = (world.private_message_id if chat.kind == "private" else chat.last_message_id) + 1
    chat.topics[following] = Topic(following, name, colour, icon or None)
    post_service(world, chat, world.bot.id, {"forum_topic_created": described}, topic=following)
    return {"message_thread_id": following, **described}


def edit_forum_topic(world: World, params: Params) -> bool:
    """editForumTopic: name and icon, where given."""
    chat = _forum(world, params, "edit the topic")
    topic = forum_topic(chat, params)
    before = (topic.name, topic.icon_custom_emoji_id)
    if params.text("name"):
        topic.name = _name(params)
    if params.has("icon_custom_emoji_id"):
        topic.icon_custom_emoji_id = params.text("icon_custom_emoji_id") or None
    if before == (topic.name, topic.icon_custom_emoji_id):
        raise bad_request("TOPIC_NOT_MODIFIED")
    post_service(world, chat, world.bot.id, {"forum_topic_edited": {"name": topic.name}}, topic=topic.id)
    return True


def _set_closed(world: World, params: Params, closed: bool) -> bool:
    act, service = ("close", "forum_topic_closed") if closed else ("reopen", "forum_topic_reopened")
    chat = _forum(world, params, f"{act} the topic")
    topic = forum_topic(chat, params)
    if chat.kind == "private":
        raise bad_request("method is available only for supergroups")
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    post_service(world, chat, world.bot.id, {service: {}}, topic=topic.id)
    return True


def close_forum_topic(world: World, params: Params) -> bool:
    """closeForumTopic."""
    return _set_closed(world, params, True)


def reopen_forum_topic(world: World, params: Params) -> bool:
    """reopenForumTopic."""
    return _set_closed(world, params, False)


def delete_forum_topic(world: World, params: Params) -> bool:
    """deleteForumTopic, with all that was written in it."""
    chat = _forum(world, params, "delete the topic")
    topic = forum_topic(chat, params)
    inside = [message for message in world.logs[chat.id].messages.values() if message.topic == topic.id]
    for message in inside:
        if not message.deleted:
            world.delete(message)
    del chat.topics[topic.id]
    world.touch_chat(chat)
    return True


METHODS: dict[str, Method] = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
