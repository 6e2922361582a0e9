"""A small client of the JSON API, to play the people in journeys and scripts."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import aiohttp

Message = dict[str, Any]
LONGEST_WAIT = 25.0


class DemoError(Exception):
    """The server refused what a person wanted to do; `status` is its HTTP status."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class NotSeenError(AssertionError):
    """Nobody wrote what was waited for; the text tells what was in the chat instead."""


class DemoClient:
    """Acts and sees for all people of one demo server at `url`; to be used as `async with`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(self.url)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def call(self, method: str, path: str, **request: Any) -> Any:
        """One request; returns its JSON or raises DemoError."""
        if self._session is None:
            raise RuntimeError("use the client as `async with DemoClient(url) as client`")
        async with self._session.request(method, path, **request) as response:
            body = await response.json()
            if response.status >= 400:
                raise DemoError(response.status, body["error"])
            return body

    async def post(self, path: str, **body: Any) -> Any:
        """POST a JSON object; what is None is left out."""
        return await self.call("POST", path, json={name: value for name, value in body.items() if value is not None})

    async def person(self, name: str, language: str, role: str | None = None) -> int:
        """Add a person; returns their id."""
        return int((await self.post("/api/people", name=name, language_code=language, role=role))["id"])

    async def person_with(self, role: str) -> int:
        """The id of the first person with this role: client, friend or founder are there from the start."""
        return next(int(one["id"]) for one in await self.call("GET", "/api/people") if one["role"] == role)

    async def start(self, person: int, payload: str = "") -> int:
        """Press Start, as by a link with this payload; returns the message's id."""
        return int((await self.post(f"/api/people/{person}/start", payload=payload))["message_id"])

    async def send(
        self,
        person: int,
        text: str,
        reply_to: int | None = None,
        chat_id: int | None = None,
        topic: int | None = None,
    ) -> int:
        """Write a text; returns the message's id (that of the last part, where the text is very long)."""
        path = f"/api/people/{person}/messages"
        answer = await self.post(path, text=text, reply_to=reply_to, chat_id=chat_id, topic=topic)
        return int(answer["message_id"])

    async def send_file(
        self, person: int, name: str, data: bytes, kind: str = "document", caption: str = "", **place: int
    ) -> int:
        """Send a photo, document or voice note; `place` is reply_to, chat_id and topic."""
        form = aiohttp.FormData(
            quote_fields=False, fields={"kind": kind, "caption": caption, **{key: str(at) for key, at in place.items()}}
        )
        form.add_field("file", data, filename=name)
        return int((await self.call("POST", f"/api/people/{person}/messages", data=form))["message_id"])

    async def press(
        self, person: int, button: str, message_id: int | None = None, chat_id: int | None = None
    ) -> dict[str, Any]:
        """Press a button by its label or its data, in the latest message that has it; returns the bot's answer."""
        seen = await self.messages(person, chat_id=chat_id)
        for message in reversed(seen):
            data = button_data(message, button) if message_id in (None, message["message_id"]) else None
            if data is not None:
                return await self.press_data(person, int(message["message_id"]), data, chat_id)
        raise NotSeenError(f"no button {button!r} in this chat:\n{transcript(seen)}")

    async def press_data(
        self, person: int, message_id: int, data: str, chat_id: int | None = None, wait: float | None = None
    ) -> dict[str, Any]:
        """Press a button that may be gone by now, by its message and data; `wait` seconds for the bot's answer."""
        path = f"/api/people/{person}/presses"
        return dict(await self.post(path, message_id=message_id, data=data, chat_id=chat_id, wait=wait))

    async def messages(
        self, person: int, after: int = 0, chat_id: int | None = None, topic: int | None = None, wait: float = 0
    ) -> list[Message]:
        """What changed in a chat after `after` (a `seq`), oldest message first; `wait` seconds for something to."""
        wanted = {"after": after, "chat_id": chat_id, "topic": topic, "wait": wait}
        query = {name: str(value) for name, value in wanted.items() if value is not None}
        found = await self.call("GET", f"/api/people/{person}/messages", params=query)
        return sorted(found, key=lambda message: int(message["message_id"]))

    async def last_seq(self, person: int, chat_id: int | None = None) -> int:
        """The number of the latest change in a chat: what comes later is news."""
        return max((int(message["seq"]) for message in await self.messages(person, chat_id=chat_id)), default=0)

    async def wait_for(
        self,
        person: int,
        wanted: Callable[[Message], bool] | str,
        timeout: float = 10.0,  # noqa: ASYNC109 - the failure tells the transcript, which asyncio.timeout cannot
        after: int = 0,
        chat_id: int | None = None,
        topic: int | None = None,
    ) -> Message:
        """The first message changed after `after` that is wanted (a string: somebody else's text contains it).

        Waits until it comes; raises NotSeenError with the transcript after `timeout` seconds.
        """
        is_wanted = _says(wanted, person) if isinstance(wanted, str) else wanted
        loop, seq = asyncio.get_running_loop(), after
        deadline = loop.time() + timeout
        while True:
            left = max(deadline - loop.time(), 0.0)
            news = await self.messages(person, seq, chat_id, topic, min(left, LONGEST_WAIT))
            for message in news:
                if is_wanted(message):
                    return message
            seq = max((int(message["seq"]) for message in news), default=seq)
            if loop.time() >= deadline:
                seen = await self.messages(person, chat_id=chat_id, topic=topic)
                raise NotSeenError(f"not seen within {timeout} s: {wanted}\n{transcript(seen)}")

    async def file(self, message: Message) -> bytes:
        """The bytes of a message's file."""
        if self._session is None:
            raise RuntimeError("use the client as `async with DemoClient(url) as client`")
        async with self._session.get(message["file_url"]) as response:
            response.raise_for_status()
            return await response.read()

    async def forward(self, person: int, message_id: int, from_chat_id: int | None = None) -> int:
        """Forward a message into the private chat with the bot; returns the new message's id."""
        path = f"/api/people/{person}/forwards"
        return int((await self.post(path, message_id=message_id, from_chat_id=from_chat_id))["message_id"])

    async def edit(self, person: int, message_id: int, text: str, chat_id: int | None = None) -> None:
        """Edit one's own message."""
        await self.post(f"/api/people/{person}/edits", message_id=message_id, text=text, chat_id=chat_id)

    async def block(self, person: int, blocked: bool = True) -> None:
        """Block the bot, or unblock it."""
        await self.post(f"/api/people/{person}/block", blocked=blocked)

    async def group(
        self, title: str, members: list[int], forum: bool = True, bot_rights: list[str] | None = None
    ) -> int:
        """Make a group and add the bot as administrator with these rights ([]: as a member); returns its id."""
        rights = ["can_manage_topics"] if bot_rights is None else bot_rights
        body = {"title": title, "member_ids": members, "forum": forum, "bot_rights": rights}
        return int((await self.post("/api/groups", **body))["chat_id"])

    async def fault(self, method: str, error: str, times: int = 1, **how: Any) -> None:
        """Let the next calls of a Bot API method fail; `how` is retry_after, words, parameters and chat_id."""
        await self.post("/api/faults", method=method, error=error, times=times, **how)

    async def state(self, since: int = 0, wait: float = 0) -> dict[str, Any]:
        """All chats at a glance."""
        return dict(await self.call("GET", "/api/state", params={"since": str(since), "wait": str(wait)}))


def button_data(message: Message, button: str) -> str | None:
    """The data of the button with this label or this data, or None."""
    for one in (one for row in message["buttons"] for one in row):
        if button in (one["text"], one.get("data")):
            data = one.get("data")
            return None if data is None else str(data)
    return None


def words(message: Message) -> str:
    """What a message says: its text or caption."""
    return str(message["text"] or message["caption"])


def transcript(messages: list[Message]) -> str:
    """Messages as lines, for people to read."""
    return "\n".join(_line(message) for message in messages) or "(nothing)"


def _line(message: Message) -> str:
    buttons = " ".join(f"[{one['text']}]" for row in message["buttons"] for one in row)
    kind = "" if message["kind"] == "text" else f" ({message['kind']})"
    return f"#{message['message_id']} {message['from']}{kind}: {words(message)} {buttons}".rstrip()


def _says(text: str, reader: int) -> Callable[[Message], bool]:
    return lambda message: message["from_id"] != reader and text in words(message)
