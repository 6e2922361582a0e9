"""The whole of our own Telegram without HTTP: people, chats, messages, files, and the queue to the bot.

Everything that changes goes through here: it is numbered for the page, noted for the archive, and, where the bot
is to hear of it, queued as an update by those who call. Nothing here waits.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from chatbot.demo.changes import Changes
from chatbot.demo.files import FileStore
from chatbot.demo.journal import Journal
from chatbot.demo.model import Bot, Chat, Json, Message, Person
from chatbot.demo.presence import Presence
from chatbot.demo.profile import Profile
from chatbot.demo.queries import Queries
from chatbot.demo.updates import UpdateQueue

FIRST_PERSON = 1001
FIRST_GROUP = -1001000000001
FIRST_BASIC_GROUP = -4000001


class ChatLog:
    """The messages of one chat by id, and their ids in the order of their last change."""

    def __init__(self) -> None:
        self.messages: dict[int, Message] = {}
        self._order: dict[int, None] = {}

    def note(self, message: Message) -> None:
        """Keep the message as the one that changed last."""
        self._order.pop(message.message_id, None)
        self._order[message.message_id] = None
        self.messages[message.message_id] = message

    def sort(self) -> None:
        """Put the ids into the order of their changes, after messages were read in another."""
        self._order = dict.fromkeys(sorted(self.messages, key=lambda message_id: self.messages[message_id].seq))

    def changed_after(self, seq: int) -> list[Message]:
        """Messages whose last change is later, in the order of their changes."""
        found = []
        for message_id in reversed(self._order):
            if self.messages[message_id].seq <= seq:
                break
            found.append(self.messages[message_id])
        return found[::-1]


class World:
    """All state of one Telegram with one bot."""

    def __init__(self, bot: Bot, files_folder: Path | None, clock: Callable[[], float] = time.time) -> None:
        self.bot = bot
        self.clock = clock
        self.journal = Journal()
        self.changes = Changes()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.groups: dict[int, Chat] = {}
        self.logs: dict[int, ChatLog] = {}
        self.files = FileStore(files_folder, self.journal)
        self.updates = UpdateQueue(clock, self.journal)
        self.presence = Presence(clock)
        self.queries = Queries(clock)
        self.profile = Profile()
        self.private_message_id = 0  # all private chats of a bot share one numbering

    def now(self) -> int:
        """Unix seconds, as Telegram dates things."""
        return int(self.clock())

    def add_person(self, name: str, language_code: str, role: str = "client") -> Person:
        """A new person with a private chat of their own with the bot, not yet started."""
        person = Person(next(reversed(self.people), FIRST_PERSON - 1) + 1, name, role, language_code)
        self.people[person.id] = person
        self.add_chat(Chat(person.id, "private", name, [person.id]))
        self.touch_person(person)
        return person

    def add_group(self, group: Chat) -> Chat:
        """Number a new group and take it up; the bot is not in it yet."""
        group.id = (FIRST_BASIC_GROUP if group.basic else FIRST_GROUP) - len(self.groups)
        group.bot_status = "left"
        self.add_chat(group)
        return group

    def add_chat(self, chat: Chat) -> None:
        """Take up a chat without messages."""
        self.chats[chat.id] = chat
        self.logs[chat.id] = ChatLog()
        if chat.kind == "group":
            self.groups[chat.id] = chat
        self.touch_chat(chat)

    def post(self, message: Message) -> Message:
        """Number a new message and keep it in its chat; `message_id` is set here."""
        chat = self.chats[message.chat_id]
        if chat.kind == "private":
            self.private_message_id += 1
            chat.last_message_id = self.private_message_id
        else:
            chat.last_message_id += 1
        message.message_id = chat.last_message_id
        if message.sender == self.bot.id:
            self.presence.clear(chat.id)
        self.touch(message)
        return message

    def touch(self, message: Message) -> None:
        """The message changed: give it a new number and show it again to those who watch."""
        chat = self.chats[message.chat_id]
        message.seq = chat.last_seq = self.changes.note(chat.id)
        self.logs[chat.id].note(message)
        self.journal.note("message", f"{chat.id}:{message.message_id}")
        self.journal.note("chat", chat.id)
        self.journal.note("state", "counters")

    def touch_chat(self, chat: Chat) -> None:
        """Something about the chat itself changed."""
        self.changes.note(chat.id)
        self.journal.note("chat", chat.id)

    def touch_person(self, person: Person) -> None:
        """Something about a person changed."""
        self.changes.note()
        self.journal.note("person", person.id)

    def touch_profile(self) -> None:
        """What the bot says about itself changed: its names, commands or menu."""
        self.changes.note()
        self.journal.note("state", "profile")
        self.journal.note("state", "counters")

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """A message that is there and not deleted."""
        log = self.logs.get(chat_id)
        message = log.messages.get(message_id) if log else None
        return None if message is None or message.deleted else message

    def delete(self, message: Message) -> None:
        """Take away what was said; the page shows that something was."""
        message.deleted, message.pinned, message.markup = True, False, None
        message.text, message.entities, message.content, message.file_id = "", [], {}, None
        chat = self.chats[message.chat_id]
        if message.message_id in chat.pinned:
            chat.pinned.remove(message.message_id)
        self.touch(message)

    def chats_of(self, person_id: int) -> Iterator[Chat]:
        """The chats that a person can see."""
        yield self.chats[person_id]
        yield from (group for group in self.groups.values() if person_id in group.members)

    def counters(self) -> Json:
        """What must go on counting after a restart."""
        return {
            "seq": self.changes.seq,
            "private_message_id": self.private_message_id,
            "next_update_id": self.updates.next_id,
            "allowed_updates": self.updates.allowed,
            "topics": self.bot.topics,
        }

    def restore_counters(self, counters: Json) -> None:
        """Go on where `counters` left off."""
        self.changes.seq = counters["seq"]
        self.private_message_id = counters["private_message_id"]
        self.updates.next_id = counters["next_update_id"]
        self.updates.allowed = counters["allowed_updates"]
        self.bot.topics = counters["topics"]
