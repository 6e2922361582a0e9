"""Bot API methods about what the bot tells of itself: commands, name, descriptions, menu button."""

import re
from typing import Any

from chatbot.demo import utf16
from chatbot.demo.errors import bad_request
from chatbot.demo.methods_table import Method
from chatbot.demo.model import Json
from chatbot.demo.params import Params
from chatbot.demo.profile import scope_key
from chatbot.demo.targets import known_chat
from chatbot.demo.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
}  # fmt: skip
MENUS = {"default", "commands", "web_app"}


def _commands_key(world: World, params: Params) -> str:
    scope = params.mapping("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("unsupported type specified")
    chat_id = user_id = None
    if kind in {"chat", "chat_administrators", "chat_member"}:
        chat_id = known_chat(world, Params({"chat_id": scope.get("chat_id")})).id
    if kind == "chat_member":
        user_id = Params(scope).integer("user_id")
    return f"{scope_key(kind, chat_id, user_id)}:{_language(params)}"


def _language(params: Params) -> str:
    code = params.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _command(given: Any) -> Json:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(given.get("command", "")).removeprefix("/").lower()
    description = str(given.get("description", "")).strip()
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16.length(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def set_my_commands(world: World, params: Params) -> bool:
    """setMyCommands; an empty list is the same as deleting them."""
    key = _commands_key(world, params)
    commands = [_command(given) for given in params.items("commands", "BotCommand")]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    if not commands:
        return delete_my_commands(world, params)
    world.profile.commands[key] = commands
    world.touch_profile()
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    """getMyCommands: those of exactly this scope and language."""
    return world.profile.commands.get(_commands_key(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """deleteMyCommands."""
    world.profile.commands.pop(_commands_key(world, params), None)
    world.touch_profile()
    return True


def _setter(field: str, limit: int) -> Method:
    def set_text(world: World, params: Params) -> bool:
        text = params.text(field).strip()
        if utf16.length(text) > limit:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        world.profile.set_text(field, _language(params), text)
        world.touch_profile()
        return True

    return set_text


def _getter(field: str) -> Method:
    def get_text(world: World, params: Params) -> Json:
        text = world.profile.text(field, _language(params))
        return {field: text or (world.bot.name if field == "name" else "")}

    return get_text


def set_chat_menu_button(world: World, params: Params) -> bool:
    """setChatMenuButton, for one private chat or for all."""
    button = params.mapping("menu_button", "MenuButton") or {"type": "default"}
    if button.get("type") not in MENUS:
        raise bad_request("MenuButton has unsupported type")
    if params.has("chat_id"):
        chat = known_chat(world, params)
        chat.menu_button = button
        world.touch_chat(chat)
    else:
        world.profile.menu_button = button
        world.touch_profile()
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    """getChatMenuButton."""
    own = known_chat(world, params).menu_button if params.has("chat_id") else None
    return own or world.profile.menu_button


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name", 64),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description", 512),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", 120),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
