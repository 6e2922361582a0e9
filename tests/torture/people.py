"""What people do in our own Telegram, noted in the account as they do it, and how they wait for what they see."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from fakes import PNG
from journeys.our_words import flat, pattern_of
from torture.account import Account, Written, has_part
from torture.calm import Calm
from torture.watch import Watch, keys

from chatbot.demo import person_actions
from chatbot.demo.model import Message
from chatbot.demo.params import Upload

Fits = Callable[[Message], bool]


def holds(message: Message, text: str, language: str, *parts: str) -> bool:
    """Whether a message says our text of this name in this language, with all these parts."""
    words = flat(message.text)
    return all(has_part(words, part) for part in parts) and pattern_of(text, language).search(words) is not None


class People:
    """Everybody's hands and eyes. `patience` is how long, in seconds, they wait for what is due to them."""

    def __init__(self, watch: Watch, account: Account, chance: Random, calm: Calm, patience: float) -> None:
        self.watch = watch
        self.world = watch.world
        self.account = account
        self.chance = chance
        self.calm = calm
        self.patience = patience

    def write(self, person: int, text: str, **place: int) -> int:
        """Write; returns the message's id. `place` is chat_id, topic and reply_to."""
        one = self.world.people[person]
        draft = person_actions.draft_of(self.world, one, **place)
        return person_actions.send_text(self.world, one, draft, text)[-1].message_id

    async def until(self, found: Callable[[], Any], what: str, patience: float = 0) -> Any:
        """What `found` returns as soon as it is true."""
        return await self.watch.until(found, patience or self.patience, what)

    def tell(self, client: int, text: str) -> int:
        """A client writes what belongs into the transcript."""
        return self.note(client, client, self.write(client, text), "client", text)

    def send_picture(self, client: int, caption: str) -> None:
        """A client sends a picture with words that belong into the transcript."""
        one = self.world.people[client]
        draft, picture = person_actions.draft_of(self.world, one), Upload("sketch.png", "image/png", PNG)
        sent = person_actions.send_file(self.world, one, draft, picture, "photo", caption)
        self.note(client, client, sent.message_id, "client", caption)

    def block(self, client: int) -> None:
        """Block the bot; pressing Start undoes it."""
        person_actions.block(self.world, self.world.people[client], True)
        self.account.blocked.add(client)

    def note(self, client: int, chat_id: int, message_id: int, author: str, text: str) -> int:
        """This message, in whichever chat, belongs into the client's transcript; returns its id."""
        self.account.written[chat_id, message_id] = Written(client, chat_id, message_id, author, text)
        return message_id

    def start(self, person: int, payload: str = "") -> None:
        """Press Start."""
        person_actions.start(self.world, self.world.people[person], payload)

    def edit(self, client: int, message_id: int, text: str) -> None:
        """A client edits what they wrote; the transcript is to follow."""
        message = self.world.logs[client].messages[message_id]
        person_actions.edit(self.world, self.world.people[client], message, text)
        self.account.written[client, message_id].text = text

    def press(self, person: int, button: tuple[Message, str], times: int = 1) -> None:
        """Press a button, or the same again and again: each press is an update of its own, or several."""
        for _ in range(times):
            person_actions.press(self.world, self.world.people[person], *button)
            self.account.presses += 1
            if self.chance.random() < 0.3:
                self._deliver_again()

    def _deliver_again(self) -> None:
        """Some press, of just now or of long ago, comes under another number."""
        queries = [update["callback_query"] for update in self.watch.updates if "callback_query" in update]
        query = self.chance.choice((queries[-1], self.chance.choice(queries)))
        self.world.updates.put("callback_query", query, query["message"]["chat"]["id"])

    def often(self) -> int:
        """How often an impatient person presses."""
        return self.chance.choice((1, 1, 2, 3))

    def now(self) -> int:
        """What comes later in a private chat has a higher number than this."""
        return self.world.private_message_id

    def find(self, chat_id: int, fits: Fits, since: int = 0) -> Message | None:
        """The newest message of the bot's that fits."""
        return next((one for one in self.watch.said(chat_id, since) if fits(one)), None)

    async def sees(self, chat_id: int, text: str, *parts: str, since: int = 0, language: str = "en") -> Message:
        """Wait for our text of this name."""
        return await self.watch.until(
            lambda: self.find(chat_id, lambda one: holds(one, text, language, *parts), since),
            self.patience,
            f"{text} {' '.join(parts)} in the chat of {self.name(chat_id)}",
        )

    async def button(
        self, chat_id: int, label: str, fits: Fits = lambda _message: True, since: int = 0, language: str = "en"
    ) -> tuple[Message, str]:
        """Wait for a button with this label (the name of our text) under a message that fits; the newest."""
        return await self.watch.until(
            lambda: self.has_button(chat_id, label, fits, since, language),
            self.patience,
            f"the button {label} in the chat of {self.name(chat_id)}",
        )

    def has_button(
        self, chat_id: int, label: str, fits: Fits = lambda _message: True, since: int = 0, language: str = "en"
    ) -> tuple[Message, str] | None:
        """The newest such button that is there now."""
        for message in self.watch.said(chat_id, since):
            data = button_of(message, label, language)
            if data and fits(message):
                return message, data
        return None

    def name(self, chat_id: int) -> str:
        """Whose chat it is."""
        return self.world.chats[chat_id].title


def button_of(message: Message, label: str, language: str = "en") -> str:
    """The data of the button with this label under a message, or nothing."""
    for one in keys(message):
        if "callback_data" in one and pattern_of(label, language).search(flat(one["text"])):
            return str(one["callback_data"])
    return ""
