"""People, chats and messages in the very JSON of the Bot API."""

from chatbot.demo.model import Bot, Chat, Json, Message, Person
from chatbot.demo.world import World

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_pin_messages", "can_manage_topics", "can_manage_direct_messages",
    "can_manage_tags",
)  # fmt: skip


def person_json(person: Person) -> Json:
    """A User who is a person; the last word of several is the family name."""
    first, _, last = person.name.rpartition(" ")
    names = {"first_name": first, "last_name": last} if first else {"first_name": person.name}
    return {"id": person.id, "is_bot": False, **names, "language_code": person.language_code}


def bot_json(bot: Bot) -> Json:
    """The bot as a User in messages."""
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def user_json(world: World, user_id: int) -> Json:
    """Whoever has this id, person or bot."""
    return bot_json(world.bot) if user_id == world.bot.id else person_json(world.people[user_id])


def chat_json(world: World, chat: Chat) -> Json:
    """A Chat as it stands in messages."""
    if chat.kind == "private":
        person = person_json(world.people[chat.id])
        names: Json = {name: person[name] for name in ("first_name", "last_name") if name in person}
        return {"id": chat.id, **names, "type": "private"}
    forum = {"is_forum": True} if chat.forum else {}
    return {"id": chat.id, "title": chat.title, "type": "group" if chat.basic else "supergroup", **forum}


def message_json(world: World, message: Message, with_reply: bool = True) -> Json:
    """A Message; the message that it replies to is given without its own reply."""
    chat = world.chats[message.chat_id]
    body: Json = {
        "message_id": message.message_id,
        "from": user_json(world, message.sender),
        "chat": chat_json(world, chat),
        "date": message.date,
    }
    if message.topic is not None:
        body |= {"message_thread_id": message.topic, "is_topic_message": True}
    if message.origin:
        body["forward_origin"] = message.origin
    reply = _replied(world, message) if with_reply else None
    if reply is not None:
        body["reply_to_message"] = message_json(world, reply, with_reply=False)
    if message.edited_at:
        body["edit_date"] = message.edited_at
    body |= _said(message)
    if message.markup and "inline_keyboard" in message.markup:
        body["reply_markup"] = message.markup
    return body


def _replied(world: World, message: Message) -> Message | None:
    """A message in a group's topic that replies to nothing is told as a reply to the topic's first, as in life."""
    target = message.reply_to
    if target is None and message.topic != message.message_id and message.chat_id < 0:
        target = message.topic
    return world.find(message.chat_id, target) if target is not None else None


def _said(message: Message) -> Json:
    if message.kind == "text":
        return {"text": message.text} | ({"entities": message.entities} if message.entities else {})
    caption = {"caption": message.text} if message.text else {}
    entities = {"caption_entities": message.entities} if message.text and message.entities else {}
    return message.content | caption | entities


def member_json(world: World, chat: Chat, user_id: int) -> Json:
    """A ChatMember: owner, administrator, member, or somebody who left or was kicked."""
    user = user_json(world, user_id)
    if user_id == world.bot.id:
        status = chat.bot_status
        if status == "administrator":
            return bot_administrator(user, chat.bot_rights)
        return {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    if user_id not in chat.members:
        return {"user": user, "status": "left"}
    if chat.kind == "group" and chat.members[0] == user_id:
        return {"user": user, "status": "creator", "is_anonymous": False}
    return {"user": user, "status": "member"}


def bot_administrator(user: Json, rights: list[str]) -> Json:
    """A ChatMemberAdministrator with exactly these rights."""
    granted = {right: right in rights or right == "can_manage_chat" for right in RIGHTS}
    return {"user": user, "status": "administrator", "can_be_edited": False, "is_anonymous": False, **granted}


def membership_change(world: World, chat: Chat, actor: int, old_status: str) -> Json:
    """A ChatMemberUpdated about the bot itself; `chat` already has its new status."""
    bot = bot_json(world.bot)
    ended = {"until_date": 0} if old_status == "kicked" else {}
    old: Json = {"user": bot, "status": old_status, **ended}
    if old_status == "administrator":
        old = bot_administrator(bot, chat.bot_rights)
    return {
        "chat": chat_json(world, chat),
        "from": user_json(world, actor),
        "date": world.now(),
        "old_chat_member": old,
        "new_chat_member": member_json(world, chat, world.bot.id),
    }
