"""The door of the webhook: who knows the secret comes in at once, who does not is kept waiting and told nothing.

Whatever is refused is answered by a number alone: no words, no name of the server, and the connection is closed. What
is no HTTP is cut off unanswered. Neither is logged, because anybody could fill the log with it.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from chatbot.background import told
from chatbot.telegram_ui.raw_updates import number_of

_log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the name of the header, not the secret
LARGEST_BODY = 1_000_000  # bytes; Telegram's updates are a few thousand
_LINGERING_SECONDS = 1.0  # for a refused body that is still on its way, so that its sender reads the answer


@dataclass(frozen=True, slots=True)
class Patience:
    """How the door treats those who are slow or do not know the secret; all times in seconds.

    A wrong secret is answered after `pause`, and at most `waiting` of them wait at once: what comes beyond is cut off
    unanswered, so that guesses are few and hold little memory. A request has `silence` to show its head and as long
    again for its body.
    """

    pause: float = 2.0
    waiting: int = 100
    silence: float = 10.0


class Connection(RequestHandler):
    """A connection of somebody who may not know the secret: told no words, inflated no body, logged nothing."""

    __slots__ = ()

    def handle_error(
        self,
        request: web.BaseRequest,  # noqa: ARG002 - the signature is aiohttp's
        status: int = 500,
        exc: BaseException | None = None,  # noqa: ARG002
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Cut off what is no HTTP: an answer would name the server."""
        self.force_close()
        return web.Response(status=status)

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Send the answer; a refusal without words, whoever made it."""
        if resp.status != web.HTTPOk.status_code:
            resp = web.Response(status=resp.status)
            resp.force_close()
        return await super().finish_response(request, resp, start_time)

    def log_access(self, *_args: Any) -> None:
        """Not logged."""

    def log_exception(self, *_args: Any, **_kw: Any) -> None:
        """Not logged either; a fault of ours is, by the door."""


class Door:
    """Lets requests with the secret in. Those never wait for the others."""

    def __init__(self, secret: str, patience: Patience | None = None) -> None:
        self._secret = secret.encode()
        self._patience = patience or Patience()
        self._closing = asyncio.Event()
        self._silent: set[RequestHandler] = set()
        self.waiting = 0

    def knows(self, request: web.Request) -> bool:
        """Whether the secret is right. Takes as long for one that is nearly right as for any other."""
        given = request.headers.get(SECRET_HEADER, "")
        return hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret)

    async def turn_away(self, request: web.Request) -> web.Response:
        """The answer to a wrong secret, after the pause; no answer where too many wait for theirs."""
        if self.waiting >= self._patience.waiting:
            request.protocol.force_close()
            return web.Response(status=401)
        self.waiting += 1
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._patience.pause):
                    await self._closing.wait()
        finally:
            self.waiting -= 1
        return web.Response(status=401)

    async def read(self, request: web.Request) -> object:
        """The JSON of the body. Raises the refusal: too large, too slow, or no JSON."""
        if (request.content_length or 0) > LARGEST_BODY:
            raise web.HTTPRequestEntityTooLarge(LARGEST_BODY, request.content_length or 0)
        try:
            async with asyncio.timeout(self._patience.silence):
                return json.loads(await request.read())
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except (ValueError, RecursionError):
            raise web.HTTPBadRequest from None

    def greet(self, server: web.Server) -> Connection:
        """A new connection: one that has not shown a request in time is closed. Bodies come as they were sent."""
        loop = asyncio.get_running_loop()
        connection = Connection(server, loop=loop, lingering_time=_LINGERING_SECONDS, auto_decompress=False)
        self._silent.add(connection)
        loop.call_later(self._patience.silence, self._part, connection)
        return connection

    def _part(self, connection: RequestHandler) -> None:
        if connection in self._silent:
            self._silent.discard(connection)
            connection.force_close()

    @web.middleware
    async def watched(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """What shows a request is not silent; a fault of ours is logged."""
        self._silent.discard(request.protocol)
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:  # noqa: BLE001 -- aiohttp would log the request with it
            _log.error("a request to the webhook failed: %s", told(error))
            return web.Response(status=500)

    async def unnamed(self, _request: web.Request, answer: web.StreamResponse) -> None:
        """Says nothing of what we run on."""
        answer.headers.pop("Server", None)

    def close(self) -> None:
        """Nobody is kept waiting any longer."""
        self._closing.set()


def is_update(body: object) -> bool:
    """Whether this has the shape of an update: an object with a number of its own, of at most 63 bits."""
    return number_of(body) is not None
