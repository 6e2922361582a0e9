"""Bot API methods that put a new message into a chat."""

from chatbot.demo import formatting
from chatbot.demo.errors import bad_request
from chatbot.demo.keyboards import remember_buttons, reply_markup
from chatbot.demo.media import Media, document, photo, voice
from chatbot.demo.methods_table import Method
from chatbot.demo.model import Json, Message
from chatbot.demo.params import Params
from chatbot.demo.targets import known_chat, message_of, reply_target, topic_of, writable_chat
from chatbot.demo.telegram_json import message_json, user_json
from chatbot.demo.world import World

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
MOST_AT_ONCE = 100


def new_message(world: World, params: Params) -> Message:
    """A message from the bot to where the call says, still without content and not yet posted."""
    chat = writable_chat(world, params)
    return Message(
        chat_id=chat.id,
        message_id=0,
        sender=world.bot.id,
        date=world.now(),
        topic=topic_of(chat, params),
        reply_to=reply_target(world, chat, params),
        markup=reply_markup(params),
    )


def post(world: World, message: Message) -> Message:
    """Post a message of the bot."""
    remember_buttons(message)
    return world.post(message)


def send_message(world: World, params: Params) -> Json:
    """sendMessage."""
    message = new_message(world, params)
    message.text, message.entities = formatting.message_text(params)
    return message_json(world, post(world, message))


def _send_media(world: World, params: Params, media: Media) -> Json:
    message = new_message(world, params)
    message.text, message.entities = formatting.caption(params)
    stored = media.stored(world.files, params)
    message.kind, message.file_id, message.content = media.kind, stored.file_id, media.content(stored)
    return message_json(world, post(world, message))


def send_photo(world: World, params: Params) -> Json:
    """sendPhoto."""
    return _send_media(world, params, photo)


def send_document(world: World, params: Params) -> Json:
    """sendDocument."""
    return _send_media(world, params, document)


def send_voice(world: World, params: Params) -> Json:
    """sendVoice."""
    return _send_media(world, params, voice)


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction."""
    chat = writable_chat(world, params)
    topic_of(chat, params)
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.presence.act(chat.id, params.text("action"))
    world.changes.note(chat.id)
    return True


def send_message_draft(world: World, params: Params) -> bool:
    """sendMessageDraft: private chats only, shown for thirty seconds."""
    chat = writable_chat(world, params)
    if chat.kind != "private":
        raise bad_request("drafts can be sent only to private chats")
    if not params.integer("draft_id"):
        raise bad_request("DRAFT_ID_INVALID")
    topic_of(chat, params)
    world.presence.draft(chat.id, formatting.draft_text(params))
    world.changes.note(chat.id)
    return True


def copy_message(world: World, params: Params) -> Json:
    """copyMessage: a new message with the same content; a given caption replaces that of a file."""
    return {"message_id": _copy(world, params, new_message(world, params)).message_id}


def _copy(world: World, params: Params, copy: Message) -> Message:
    source = message_of(world, known_chat(world, params, "from_chat_id"), params, "copy")
    if source.kind == "service":
        raise bad_request("the message can't be copied")
    copy.kind, copy.content, copy.file_id = source.kind, source.content, source.file_id
    copy.text, copy.entities = source.text, source.entities
    if params.has("caption") and source.kind in {"photo", "document", "voice"}:
        copy.text, copy.entities = formatting.caption(params)
    return post(world, copy)


def copy_messages(world: World, params: Params) -> list[Json]:
    """copyMessages: those that exist, in order."""
    return [{"message_id": _copy(world, one, new_message(world, one)).message_id} for one in _each(world, params)]


def forward_message(world: World, params: Params) -> Json:
    """forwardMessage: a new message that says where it comes from."""
    return message_json(world, _forward(world, params))


def forward_messages(world: World, params: Params) -> list[Json]:
    """forwardMessages: those that exist, in order."""
    return [{"message_id": _forward(world, one).message_id} for one in _each(world, params)]


def _forward(world: World, params: Params) -> Message:
    forwarded = new_message(world, params)
    source = message_of(world, known_chat(world, params, "from_chat_id"), params, "forward")
    if source.kind == "service":
        raise bad_request("the message can't be forwarded")
    return post(world, forward_of(world, source, forwarded))


def forward_of(world: World, source: Message, forwarded: Message) -> Message:
    """Fill a new message with what another says and where that came from."""
    forwarded.kind, forwarded.content, forwarded.file_id = source.kind, source.content, source.file_id
    forwarded.text, forwarded.entities = source.text, source.entities
    sender = user_json(world, source.sender)
    forwarded.origin = source.origin or {"type": "user", "date": source.date, "sender_user": sender}
    return forwarded


def _each(world: World, params: Params) -> list[Params]:
    """One call per existing message of a call for many."""
    ids = params.integers("message_ids", "message identifiers")
    if not 1 <= len(ids) <= MOST_AT_ONCE:
        raise bad_request("message identifiers are not specified" if not ids else "too many message identifiers")
    source = known_chat(world, params, "from_chat_id")
    found = [one for one in ids if world.find(source.id, one)]
    if not found:
        raise bad_request("there are no messages to forward")
    return [Params({**params.values, "message_id": message_id}) for message_id in found]


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "sendChatAction": send_chat_action,
    "sendMessageDraft": send_message_draft,
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
