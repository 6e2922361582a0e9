"""Writes what changed into the archive a moment later, and reads all of it at the start."""

import asyncio
import json
import logging
import sqlite3
from contextlib import suppress
from typing import Any

from chatbot.background import Background
from chatbot.demo.archive import Archive, Row
from chatbot.demo.journal import Record
from chatbot.demo.model import Chat, Json, Message, Person, StoredFile, Topic
from chatbot.demo.profile import Profile
from chatbot.demo.updates import Update
from chatbot.demo.webhook import Hook, Webhook
from chatbot.demo.world import World

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.2
PAUSE_AFTER_ERROR = 5.0
JUMP = 1000  # after a crash numbers go on well above any that were given out but not written


class Persistence:
    """Keeps one world in one archive."""

    def __init__(self, world: World, webhook: Webhook, archive: Archive) -> None:
        self._world = world
        self._webhook = webhook
        self._archive = archive
        self._background = Background()
        self._writer: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    async def open(self) -> None:
        """Read everything, and from now on write what changes."""
        in_order = await asyncio.to_thread(self._archive.mark, False)
        for kind in ("person", "chat", "file", "message", "update", "state"):
            for _, name, body in await asyncio.to_thread(self._archive.load, kind):
                self._take(kind, name, json.loads(body))
        for log in self._world.logs.values():
            log.sort()
        if not in_order:
            self._jump()
        self._world.journal.recording = True
        self._writer = self._background.start(self._write_on(), "archive of the demo")

    async def close(self) -> None:
        """Write the rest and close the file."""
        self._closing.set()
        self._world.journal.changed.set()
        if self._writer is not None:
            await self._writer
        await self._flush()
        await asyncio.to_thread(self._archive.mark, True)
        await asyncio.to_thread(self._archive.close)

    async def _write_on(self) -> None:
        """Write a moment after each change, and again later where the disk refuses."""
        pause = PAUSE_SECONDS
        while not self._closing.is_set():
            await self._world.journal.changed.wait()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), pause)
            try:
                await self._flush()
                pause = PAUSE_SECONDS
            except sqlite3.Error as error:
                log.warning("the state could not be written, it is tried again: %s", error)
                pause = PAUSE_AFTER_ERROR

    async def _flush(self) -> None:
        records = self._world.journal.take()
        bodies = [(record, self._body(record)) for record in records]
        rows: list[Row] = [(kind, key, body) for (kind, key), body in bodies if body is not None]
        gone = [record for record, body in bodies if body is None]
        try:
            await asyncio.to_thread(self._archive.save, rows, gone)
        except sqlite3.Error:
            self._world.journal.put_back(records)
            raise

    def _body(self, record: Record) -> str | None:
        found = self._find(*record)
        return None if found is None else json.dumps(found, default=_fields)

    def _find(self, kind: str, key: str) -> Any:
        world = self._world
        if kind == "message":
            chat_id, _, message_id = key.partition(":")
            return world.logs[int(chat_id)].messages[int(message_id)]
        if kind == "file":
            return world.files.files[key]
        if kind == "state":
            return {"counters": world.counters(), "profile": world.profile, "webhook": self._webhook.hook}[key]
        places: dict[str, Any] = {"person": world.people, "chat": world.chats, "update": world.updates.pending}
        return places[kind].get(int(key))

    def _take(self, kind: str, name: str, body: Json) -> None:
        world = self._world
        if kind == "person":
            person = Person(**body)
            world.people[person.id] = person
        elif kind == "chat":
            topics = {int(topic_id): Topic(**topic) for topic_id, topic in body["topics"].items()}
            world.add_chat(Chat(**body | {"topics": topics}))
        elif kind == "file":
            world.files.restore(StoredFile(**body))
        elif kind == "message":
            message = Message(**body)
            world.logs[message.chat_id].note(message)
        elif kind == "update":
            update = Update(**body)
            world.updates.pending[update.id] = update
        else:
            self._take_state(name, body)

    def _take_state(self, name: str, body: Json) -> None:
        world = self._world
        if name == "counters":
            world.restore_counters(body)
        elif name == "profile":
            world.profile = Profile(**body)
        else:
            self._webhook.hook = Hook(**body)

    def _jump(self) -> None:
        world = self._world
        world.changes.seq += JUMP
        world.private_message_id += JUMP
        world.updates.next_id += JUMP
        for group in world.groups.values():
            group.last_message_id += JUMP


def _fields(value: Any) -> Json:
    """A dataclass with slots, as JSON wants it."""
    return {name: getattr(value, name) for name in value.__slots__}
