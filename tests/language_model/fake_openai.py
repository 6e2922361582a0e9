"""A small OpenAI-compatible server on loopback that answers what a test has queued."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer = Callable[[web.Request, dict[str, Any]], web.StreamResponse]


def says(text: str, finish: str = "stop", refusal: str | None = None) -> Answer:
    """A completion with this text."""
    message = {"role": "assistant", "content": None if refusal else text, "refusal": refusal}
    body = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "fake",
        "choices": [{"index": 0, "finish_reason": finish, "message": message}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
    }
    return lambda _request, _body: web.json_response(body)


def says_json(value: object) -> Answer:
    """A completion whose text is this value as JSON."""
    return says(json.dumps(value, ensure_ascii=False))


def hears(text: str) -> Answer:
    """A transcription with this text."""
    return lambda _request, _body: web.json_response({"text": text})


def fails(status: int, code: str | None = None, **headers: str) -> Answer:
    """An error that quotes the request, as real servers do."""

    def answer(_request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        error = {"message": f"refused: {json.dumps(body, ensure_ascii=False)}", "type": "fake", "code": code}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.json_response({"error": error}, status=status, headers=named)

    return answer


def raw(text: str, content_type: str = "text/html") -> Answer:
    """Status 200 with something that is no completion."""
    return lambda _request, _body: web.Response(text=text, content_type=content_type)


def cuts(request: web.Request, _body: dict[str, Any]) -> web.StreamResponse:
    """The connection is closed without an answer."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


def breaks_off(request: web.Request, _body: dict[str, Any]) -> web.StreamResponse:
    """The connection is closed in the middle of an answer."""
    assert request.transport is not None
    request.transport.write(b'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"choices": [{"message"')
    request.transport.close()
    return web.Response()


@dataclass
class FakeOpenAI:
    """The server. `answers` is used up from the left, then it is `always` the same; without that it hangs.
    `requests` holds what arrived.
    """

    answers: deque[Answer] = field(default_factory=deque)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    hang: asyncio.Event = field(default_factory=asyncio.Event)
    server: TestServer | None = None
    always: Answer | None = None

    async def start(self) -> str:
        """Listen, and return the address that OPENAI_BASE_URL would hold."""
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._complete)
        app.router.add_post("/v1/audio/transcriptions", self._transcribe)
        self.server = TestServer(app)
        await self.server.start_server()
        return str(self.server.make_url("/v1"))

    async def close(self) -> None:
        """Let go of those who wait, and stop."""
        self.hang.set()
        if self.server is not None:
            await self.server.close()

    def expect(self, *answers: Answer) -> None:
        """Answer the next requests in this order."""
        self.answers.extend(answers)

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.requests.append(body)
        self.keys.append(request.headers.get("Authorization", ""))
        return await self._next(request, body)

    async def _transcribe(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        sound = form["file"]
        assert isinstance(sound, web.FileField)
        with sound.file as file:
            body = {"model": str(form["model"]), "name": sound.filename, "size": len(file.read())}
        self.requests.append(body)
        return await self._next(request, body)

    async def _next(self, request: web.Request, body: dict[str, Any]) -> web.StreamResponse:
        if not self.answers and self.always is not None:
            return self.always(request, body)
        if not self.answers:
            await self.hang.wait()
            return web.Response(status=503)
        return self.answers.popleft()(request, body)
