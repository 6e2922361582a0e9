"""The JSON API of the page: people, what they do, and what they see. Anybody can script it."""

import asyncio

from aiohttp import web

from chatbot.demo import page_json, person_actions
from chatbot.demo.errors import PersonError
from chatbot.demo.faults import Fault, Faults
from chatbot.demo.model import Json, Message, Person
from chatbot.demo.page_request import body, number, optional, required_text, seconds
from chatbot.demo.params import Params
from chatbot.demo.world import World

ANSWER_SECONDS = 15.0


class PageApi:
    """Handlers by address; each does one thing for one person."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults

    def add_routes(self, app: web.Application) -> None:
        """Serve everything under /api that is about people."""
        add = app.router.add_route
        add("GET", "/api/people", self.people)
        add("POST", "/api/people", self.add_person)
        add("GET", "/api/people/{id}/messages", self.messages)
        add("POST", "/api/people/{id}/messages", self.send)
        add("POST", "/api/people/{id}/presses", self.press)
        add("POST", "/api/people/{id}/start", self.start)
        add("POST", "/api/people/{id}/block", self.block)
        add("POST", "/api/people/{id}/edits", self.edit)
        add("GET", "/api/state", self.state)
        add("GET", "/api/faults", self.faults)
        add("POST", "/api/faults", self.add_fault)
        add("DELETE", "/api/faults", self.clear_faults)

    def person(self, request: web.Request) -> Person:
        """The person in the address."""
        person = self._world.people.get(number(request.match_info["id"], "A person's id"))
        if person is None:
            raise PersonError("There is no such person.", 404)
        return person

    def message_seen(self, person: Person, params: Params) -> Message:
        """A message in a chat of this person."""
        chat = person_actions.place(self._world, person, optional(params, "chat_id"), None)
        message = self._world.find(chat.id, number(params.values.get("message_id"), "message_id"))
        if message is None:
            raise PersonError("There is no such message in this chat.", 404)
        return message

    async def people(self, _: web.Request) -> web.Response:
        """Everybody."""
        fields = ("id", "name", "role", "language_code")
        return web.json_response(
            [{field: getattr(one, field) for field in fields} for one in self._world.people.values()]
        )

    async def add_person(self, request: web.Request) -> web.Response:
        """A new person."""
        params = await body(request)
        language_code = params.text("language_code") or "en"
        role = params.text("role") or "client"
        person = self._world.add_person(required_text(params, "name")[:64], language_code, role)
        return web.json_response({"id": person.id})

    async def messages(self, request: web.Request) -> web.Response:
        """What changed in a chat after `after`; with `wait`, waits that many seconds for something to."""
        person, params = self.person(request), Params(dict(request.query))
        chat_id, topic, after = optional(params, "chat_id"), optional(params, "topic"), optional(params, "after") or 0
        chat = self._world.chats.get(person.id if chat_id is None else chat_id)
        if chat is None or person.id not in chat.members:
            raise PersonError("There is no such chat, or this person is not in it.", 404)
        deadline = asyncio.get_running_loop().time() + seconds(params, "wait")
        while not (found := self._changed(chat.id, topic, after)):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or self._faults.closing.is_set() or not await self._world.changes.wait(chat.id, left):
                break
        return web.json_response([page_json.message_entry(self._world, message) for message in found])

    def _changed(self, chat_id: int, topic: int | None, after: int) -> list[Message]:
        found = self._world.logs[chat_id].changed_after(after)
        return found if topic is None else [message for message in found if message.topic == (topic or None)]

    async def send(self, request: web.Request) -> web.Response:
        """A text, or a file with a caption."""
        person, params = self.person(request), await body(request)
        message = person_actions.draft_of(
            self._world, person, optional(params, "chat_id"), optional(params, "topic"), optional(params, "reply_to")
        )
        upload = params.uploads.get("file")
        if upload is None:
            sent = person_actions.send_text(self._world, person, message, params.text("text"))
            return web.json_response({"message_id": sent[-1].message_id})
        caption, kind = params.text("caption") or params.text("text"), params.text("kind") or "document"
        posted = person_actions.send_file(self._world, person, message, upload, kind, caption)
        return web.json_response({"message_id": posted.message_id})

    async def press(self, request: web.Request) -> web.Response:
        """A press of a button; answers with what the bot says to it within `wait` seconds, or that it said nothing."""
        person, params = self.person(request), await body(request)
        message = self.message_seen(person, params)
        answer = person_actions.press(self._world, person, message, params.text("data"))
        wait = seconds(params, "wait") if params.has("wait") else ANSWER_SECONDS
        await asyncio.wait([answer], timeout=wait)
        if not answer.done():
            return web.json_response({"answer": "", "alert": False, "answered": False})
        told = answer.result()
        shown: Json = {"answer": told.text, "alert": told.alert}
        return web.json_response(shown | ({"url": told.url} if told.url else {}))

    async def start(self, request: web.Request) -> web.Response:
        """Start, with or without a payload."""
        person, params = self.person(request), await body(request)
        message = person_actions.start(self._world, person, params.text("payload"))
        return web.json_response({"message_id": message.message_id})

    async def block(self, request: web.Request) -> web.Response:
        """Block the bot, or unblock it."""
        person, params = self.person(request), await body(request)
        person_actions.block(self._world, person, params.flag("blocked") if params.has("blocked") else True)
        return web.json_response({})

    async def edit(self, request: web.Request) -> web.Response:
        """Edit one's own message."""
        person, params = self.person(request), await body(request)
        message = self.message_seen(person, params)
        person_actions.edit(self._world, person, message, params.text("text"))
        return web.json_response({})

    async def state(self, request: web.Request) -> web.Response:
        """All chats at a glance; with `wait`, as soon as anything is other than at `since`."""
        params = Params(dict(request.query))
        since = optional(params, "since") or 0
        deadline = asyncio.get_running_loop().time() + seconds(params, "wait")
        while self._world.changes.seq == since and not self._faults.closing.is_set():
            left = deadline - asyncio.get_running_loop().time()
            fading = self._world.presence.next_fading()
            if left <= 0:
                break
            changed = await self._world.changes.wait(0, min(left, left if fading is None else fading + 0.01))
            if not changed and fading is not None and fading < left:
                self._world.changes.note()  # a chat action or a draft has gone by itself
                break
        return web.json_response(page_json.state(self._world))

    async def faults(self, _: web.Request) -> web.Response:
        """The faults still to come."""
        fields = ("method", "error", "times", "retry_after", "words", "parameters", "chat_id")
        return web.json_response([{field: getattr(one, field) for field in fields} for one in self._faults.waiting])

    async def add_fault(self, request: web.Request) -> web.Response:
        """Let calls fail."""
        params = await body(request)
        times, retry_after = optional(params, "times"), optional(params, "retry_after")
        fault = Fault(
            params.text("method") or "*",
            params.text("error"),
            1 if times is None else times,
            1 if retry_after is None else retry_after,
            words=params.text("words"),
            parameters=params.mapping("parameters", "parameters") or {},
            chat_id=optional(params, "chat_id"),
        )
        self._faults.add(fault)
        return web.json_response({})

    async def clear_faults(self, _: web.Request) -> web.Response:
        """Let everything work again."""
        self._faults.waiting.clear()
        return web.json_response({})
