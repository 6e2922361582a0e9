"""What people do more rarely: forward, send a sticker, a place or a poll; make a group."""

import hashlib

from chatbot.demo.errors import PersonError
from chatbot.demo.methods_send import forward_of
from chatbot.demo.model import Chat, Json, Message, Person
from chatbot.demo.person_actions import say
from chatbot.demo.service import post_service
from chatbot.demo.telegram_json import RIGHTS, bot_json, membership_change
from chatbot.demo.world import World

PLACE = {"latitude": 31.2304, "longitude": 121.4737}
STICKER = {
    "file_id": "CAACAgIAAxkBAAE",
    "file_unique_id": "AgADsticker",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
    "set_name": "Everyday",
    "file_size": 1024,
}


def forward(world: World, person: Person, message: Message, source: Message) -> Message:
    """Forward a message to where `message` is to go."""
    if source.kind == "service":
        raise PersonError("A service message cannot be forwarded.")
    return say(world, person, forward_of(world, source, message))


def send_sticker(world: World, person: Person, message: Message, emoji: str) -> Message:
    """Send a sticker that stands for this emoji."""
    message.kind, message.content = "sticker", {"sticker": {**STICKER, "emoji": emoji}}
    return say(world, person, message)


def send_location(world: World, person: Person, message: Message, place: Json) -> Message:
    """Send a place, by latitude and longitude in degrees."""
    message.kind, message.content = "location", {"location": PLACE | place}
    return say(world, person, message)


def send_poll(world: World, person: Person, message: Message, question: str, options: list[str]) -> Message:
    """Send a regular, anonymous poll."""
    poll_id = int(hashlib.sha256(f"{question}{message.date}{person.id}".encode()).hexdigest()[:15], 16)
    choices = [
        {"persistent_id": str(number), "text": option, "voter_count": 0} for number, option in enumerate(options, 1)
    ]
    poll: Json = {
        "id": str(poll_id),
        "question": question,
        "options": choices,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
    message.kind, message.content = "poll", {"poll": poll}
    return say(world, person, message)


def make_group(world: World, group: Chat, bot_rights: list[str]) -> Chat:
    """Make a group, owned by its first member, who adds the bot: as administrator where it gets rights."""
    if not group.members:
        raise PersonError("A group needs at least one member.")
    if unknown := [person_id for person_id in group.members if person_id not in world.people]:
        raise PersonError(f"There is no person {unknown[0]}.", 404)
    group.members = list(dict.fromkeys(group.members))
    check_rights(bot_rights)
    world.add_group(group)
    set_bot_rights(world, group, bot_rights)
    post_service(world, group, group.members[0], {"new_chat_members": [bot_json(world.bot)]})
    return group


def check_rights(bot_rights: list[str]) -> None:
    """Raise PersonError for a right that Telegram does not know."""
    if wrong := [right for right in bot_rights if right not in RIGHTS]:
        raise PersonError(f"There is no right called {wrong[0]}.")


def upgrade_group(world: World, old: Chat) -> Chat:
    """A basic group becomes a supergroup with topics and another id; both tell of it, and the old one ends."""
    members, owner = old.members, old.members[0]
    new = world.add_group(Chat(0, "group", old.title, members, forum=True))
    new.bot_status, new.bot_rights = old.bot_status, old.bot_rights
    post_service(world, old, owner, {"migrate_to_chat_id": new.id})
    post_service(world, new, owner, {"migrate_from_chat_id": old.id})
    old.members, old.migrated_to = [], new.id
    world.touch_chat(old)
    return new


def set_bot_rights(world: World, chat: Chat, bot_rights: list[str]) -> None:
    """Add the bot where it is not, and make it administrator with these rights, or a plain member with none."""
    check_rights(bot_rights)
    old_status = chat.bot_status
    chat.bot_rights, chat.bot_status = bot_rights, "administrator" if bot_rights else "member"
    world.touch_chat(chat)
    world.updates.put("my_chat_member", membership_change(world, chat, chat.members[0], old_status), chat.id)


def kick_bot(world: World, chat: Chat) -> None:
    """The owner removes the bot from a group."""
    old_status, chat.bot_status = chat.bot_status, "kicked"
    world.touch_chat(chat)
    world.updates.put("my_chat_member", membership_change(world, chat, chat.members[0], old_status), chat.id)
