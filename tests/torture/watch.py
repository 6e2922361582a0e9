"""What our own Telegram sees, in one order: updates on their way to the bot, what the bot sends, and its lives.

Nothing of the bot's code is asked: the watch stands in the server's process, which outlives every kill.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from chatbot.demo.changes import EVERYTHING
from chatbot.demo.model import Json, Message
from chatbot.demo.params import Params
from chatbot.demo.server import TelegramServer

HANDED_OUT, CONFIRMED, SENT = "handed out", "confirmed", "sent"
TOPIC = "topic"


class StuckError(Exception):
    """Something that was due did not come in time."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One message of the bot's as it arrived, or a topic that it opened, and in which life."""

    life: int
    chat_id: int
    message_id: int
    kind: str
    text: str
    buttons: tuple[str, ...]
    file_name: str

    @property
    def content(self) -> tuple[object, ...]:
        """What is the same when the same row is sent again."""
        return (self.chat_id, self.kind, self.text, self.buttons, self.file_name)


class Watch:
    """Writes down what passes; `on_event` is called at once, before the bot has its answer."""

    def __init__(self, server: TelegramServer) -> None:
        self.world = server.world
        self.life = 0
        self.sent: list[Sent] = []
        self.updates: list[Json] = []
        self.on_event: Callable[[str], None] = lambda _event: None
        self._post, self._put, self._confirm = self.world.post, self.world.updates.put, self.world.updates.confirm
        self._get_updates = server.polling.get_updates
        # The server has no hooks, and needs none but for this.
        self.world.post = self._posting  # type: ignore[method-assign]
        self.world.updates.put = self._putting  # type: ignore[method-assign]
        self.world.updates.confirm = self._confirming  # type: ignore[method-assign]
        server.polling.get_updates = self._handing_out  # type: ignore[method-assign]

    def _posting(self, message: Message) -> Message:
        posted = self._post(message)
        if message.sender != self.world.bot.id:
            return posted
        topic = message.content.get("forum_topic_created", {}).get("name")
        if topic is not None or message.kind != "service":
            self._note(message, topic)
            self.on_event(SENT)
        return posted

    def _note(self, message: Message, topic: str | None) -> None:
        stored = self.world.files.files.get(message.file_id) if message.file_id else None
        name = stored.name if stored else ""
        told = tuple(one.get("callback_data", "") for one in keys(message))
        kind, text = (message.kind, message.text) if topic is None else (TOPIC, topic)
        self.sent.append(Sent(self.life, message.chat_id, message.message_id, kind, text, told, name))

    def _putting(self, kind: str, body: Json, lane: int) -> None:
        before = self.world.updates.next_id
        self._put(kind, body, lane)
        self.updates += [{"update_id": number, kind: body} for number in range(before, self.world.updates.next_id)]

    def _confirming(self, update_id: int) -> None:
        self._confirm(update_id)
        self.on_event(CONFIRMED)

    async def _handing_out(self, params: Params) -> list[Json]:
        updates = await self._get_updates(params)
        if updates:
            self.on_event(HANDED_OUT)
        return updates

    async def until(self, found: Callable[[], Any], patience: float, what: str) -> Any:
        """What `found` returns as soon as it is true, looked for at each change; raises StuckError."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + patience
        while not (seen := found()):
            left = deadline - loop.time()
            if left <= 0:
                raise StuckError(f"not within {patience} s: {what}")
            await self.world.changes.wait(EVERYTHING, min(left, 5.0))
        return seen

    def said(self, chat_id: int, since: int = 0) -> Iterable[Message]:
        """The bot's messages of a chat as they stand now, the newest first, down to the one after `since`."""
        for message in reversed(self.world.logs[chat_id].messages.values()):
            if message.message_id <= since:
                return
            if message.sender == self.world.bot.id and message.kind != "service":
                yield message


def keys(message: Message) -> list[Json]:
    """The buttons that a message has now."""
    return [one for row in (message.markup or {}).get("inline_keyboard", []) for one in row]
