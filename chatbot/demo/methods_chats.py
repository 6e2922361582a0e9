"""Bot API methods about the bot itself, chats, their members and files."""

from chatbot.demo.errors import bad_request
from chatbot.demo.media import MB
from chatbot.demo.methods_table import Method
from chatbot.demo.model import Chat, Json
from chatbot.demo.params import Params
from chatbot.demo.service import post_service
from chatbot.demo.targets import known_chat, writable_chat
from chatbot.demo.telegram_json import bot_json, chat_json, member_json, membership_change, message_json
from chatbot.demo.world import World

DOWNLOAD_BYTES = 20 * MB
NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_me(world: World, _: Params) -> Json:
    """getMe."""
    return bot_json(world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": world.bot.topics,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def always_true(_: World, __: Params) -> bool:
    """logOut and close: there is nothing to move to another server."""
    return True


def get_file(world: World, params: Params) -> Json:
    """getFile."""
    stored = world.files.files.get(params.text("file_id").removesuffix(".small"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": params.text("file_id"),
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


def get_chat(world: World, params: Params) -> Json:
    """getChat, with what is pinned."""
    chat = known_chat(world, params)
    full = chat_json(world, chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }
    pinned = world.find(chat.id, chat.pinned[0]) if chat.pinned else None
    return full | ({"pinned_message": message_json(world, pinned)} if pinned else {})


def _group(world: World, params: Params) -> Chat:
    chat = writable_chat(world, params)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return chat


def get_chat_member(world: World, params: Params) -> Json:
    """getChatMember; somebody who was never there has left."""
    chat = writable_chat(world, params)
    user_id = params.integer("user_id")
    if user_id != world.bot.id and user_id not in world.people:
        raise bad_request("invalid user_id specified")
    return member_json(world, chat, user_id)


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """getChatAdministrators: the owner, and the bot where it is one."""
    chat = _group(world, params)
    bot = [world.bot.id] if chat.bot_status == "administrator" else []
    return [member_json(world, chat, user_id) for user_id in [*chat.members[:1], *bot]]


def get_chat_member_count(world: World, params: Params) -> int:
    """getChatMemberCount, the bot included."""
    return len(writable_chat(world, params).members) + 1


def leave_chat(world: World, params: Params) -> bool:
    """leaveChat."""
    chat = writable_chat(world, params)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    old_status = chat.bot_status
    post_service(world, chat, world.bot.id, {"left_chat_member": bot_json(world.bot)})
    chat.bot_status = "left"
    world.touch_chat(chat)
    world.updates.put("my_chat_member", membership_change(world, chat, world.bot.id, old_status), chat.id)
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "logOut": always_true,
    "close": always_true,
    "getFile": get_file,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
}
