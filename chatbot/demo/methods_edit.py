"""Bot API methods that change, remove, pin or answer what is there."""

from typing import Any

from chatbot.demo import formatting, utf16
from chatbot.demo.errors import bad_request
from chatbot.demo.keyboards import inline_markup, remember_buttons
from chatbot.demo.media import BY_KIND
from chatbot.demo.methods_table import Method
from chatbot.demo.model import Chat, Json, Message
from chatbot.demo.params import Params
from chatbot.demo.queries import Answer
from chatbot.demo.service import post_service
from chatbot.demo.targets import has_right, message_of, writable_chat
from chatbot.demo.telegram_json import message_json
from chatbot.demo.world import World

ANSWER_LIMIT = 200
DELETABLE_SECONDS = 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


def _own_message(world: World, params: Params) -> Message:
    message = message_of(world, writable_chat(world, params), params, "edit")
    if message.sender != world.bot.id or message.kind == "service" or message.origin:
        raise bad_request("message can't be edited")
    return message


def _state(message: Message) -> tuple[Any, ...]:
    return message.text, message.entities, message.markup, message.file_id, message.kind


def _edited(world: World, message: Message, before: tuple[Any, ...], said: bool = True) -> Json:
    """Note the edit; a new keyboard alone (`said` False) does not mark the message as edited."""
    if _state(message) == before:
        raise bad_request(NOT_MODIFIED)
    if said:
        message.edited_at = world.now()
    remember_buttons(message)
    world.touch(message)
    return message_json(world, message)


def edit_message_text(world: World, params: Params) -> Json:
    """editMessageText; without `reply_markup` the keyboard goes away."""
    message = _own_message(world, params)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    text, entities = formatting.message_text(params)
    before, message.markup = _state(message), inline_markup(params)
    message.text, message.entities = text, entities
    return _edited(world, message, before)


def edit_message_caption(world: World, params: Params) -> Json:
    """editMessageCaption; without `reply_markup` the keyboard goes away."""
    message = _own_message(world, params)
    if message.kind not in BY_KIND:
        raise bad_request("there is no caption in the message to edit")
    text, entities = formatting.caption(params)
    before, message.markup = _state(message), inline_markup(params)
    message.text, message.entities = text, entities
    return _edited(world, message, before)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """editMessageReplyMarkup."""
    message = _own_message(world, params)
    before, message.markup = _state(message), inline_markup(params)
    return _edited(world, message, before, said=False)


def edit_message_media(world: World, params: Params) -> Json:
    """editMessageMedia: a photo or document in place of what was there."""
    message = _own_message(world, params)
    given = params.mapping("media", "InputMedia")
    media = BY_KIND.get(str((given or {}).get("type")))
    if given is None or media is None or media.kind == "voice":
        raise bad_request("can't parse InputMedia: type must be one of photo, document")
    caption = Params(given | {"parse_mode": given.get("parse_mode") or ""})
    text, entities = formatting.caption(caption)
    markup = inline_markup(params)
    stored = media.resolve(world.files, params, str(given.get("media", "")), "media")
    before, message.markup = _state(message), markup
    message.text, message.entities = text, entities
    message.kind, message.file_id, message.content = media.kind, stored.file_id, media.content(stored)
    return _edited(world, message, before)


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage."""
    chat = writable_chat(world, params)
    message = message_of(world, chat, params, "delete")
    if not _may_delete(world, chat, message):
        raise bad_request("message can't be deleted")
    world.delete(message)
    return True


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    own = message.sender == world.bot.id or chat.kind == "private"
    fresh = message.date >= world.now() - DELETABLE_SECONDS
    return (own and fresh) or (chat.kind == "group" and has_right(chat, "can_delete_messages"))


def delete_messages(world: World, params: Params) -> bool:
    """deleteMessages: what cannot be found is passed over."""
    chat = writable_chat(world, params)
    ids = params.integers("message_ids", "message identifiers")
    if not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified" if not ids else "too many message identifiers")
    for message in [world.find(chat.id, one) for one in ids]:
        if message is not None and _may_delete(world, chat, message):
            world.delete(message)
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """answerCallbackQuery."""
    text = params.text("text")
    if utf16.length(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = Answer(text, params.flag("show_alert"), params.text("url"))
    if not world.queries.answer(params.text("callback_query_id"), answer):
        raise bad_request(OLD_QUERY)
    return True


def _pins(world: World, params: Params) -> Chat:
    chat = writable_chat(world, params)
    if not has_right(chat, "can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def pin_chat_message(world: World, params: Params) -> bool:
    """pinChatMessage: the message goes to the front of the pinned ones, and a service message says so."""
    chat = _pins(world, params)
    message = message_of(world, chat, params, "pin")
    if message.pinned:
        return True
    message.pinned = True
    chat.pinned.insert(0, message.message_id)
    world.touch(message)
    pinned = message_json(world, message, with_reply=False)
    post_service(
        world, chat, world.bot.id, {"pinned_message": pinned}, topic=message.topic, reply_to=message.message_id
    )
    return True


def _unpin(world: World, chat: Chat, message_id: int) -> None:
    chat.pinned.remove(message_id)
    message = world.find(chat.id, message_id)
    if message is not None:
        message.pinned = False
        world.touch(message)


def unpin_chat_message(world: World, params: Params) -> bool:
    """unpinChatMessage: the one named, else the latest."""
    chat = _pins(world, params)
    message_id = params.integer("message_id") or next(iter(chat.pinned), 0)
    if message_id in chat.pinned:
        _unpin(world, chat, message_id)
        return True
    raise bad_request("message to unpin not found")


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    """unpinAllChatMessages."""
    chat = _pins(world, params)
    for message_id in list(chat.pinned):
        _unpin(world, chat, message_id)
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """setMessageReaction: at most one reaction of a bot."""
    chat = writable_chat(world, params)
    message = message_of(world, chat, params, "react")
    given = params.items("reaction", "ReactionType")
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(not isinstance(one, dict) or not one.get("emoji") for one in given):
        raise bad_request("REACTION_INVALID")
    message.reactions = [str(one["emoji"]) for one in given]
    world.touch(message)
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageMedia": edit_message_media,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
    "setMessageReaction": set_message_reaction,
}
