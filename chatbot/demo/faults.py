"""Faults on request: the next calls of a method fail as Telegram and networks fail."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from chatbot.demo.errors import ApiError, PersonError
from chatbot.demo.model import Json

WORDS = {
    400: "Bad Request: wrong parameters",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
NETWORK = ("timeout", "reset", "timeout_after", "reset_after")
EFFECTIVE = ("timeout_after", "reset_after")
Call = Callable[[], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` calls of `method` ("*" is any), of one chat where `chat_id` is given.

    `error` is an HTTP status, answered in Telegram's `words` and with its `parameters`, or a failure of the network:
    timeout, reset, or the same after the call took effect. `retry_after` is in seconds, for 429.
    """

    method: str
    error: str
    times: int = 1
    retry_after: int = 1
    words: str = ""
    parameters: Json = field(default_factory=dict)
    chat_id: int | None = None

    def refusal(self) -> ApiError:
        """Telegram's answer."""
        status = int(self.error)
        words = self.words or WORDS.get(status, "Error").format(retry_after=self.retry_after)
        parameters = {"retry_after": self.retry_after} if status == 429 else {}
        return ApiError(status, words, parameters | self.parameters or None)


@dataclass(slots=True)
class Faults:
    """The faults still to come, in the order they were asked for."""

    waiting: list[Fault] = field(default_factory=list)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, fault: Fault) -> None:
        """Ask for a fault; raises PersonError for one that is unknown."""
        status = int(fault.error) if fault.error.isascii() and fault.error.isdecimal() else 0
        if fault.error not in NETWORK and not 400 <= status <= 599:
            raise PersonError(f"error is one of {', '.join(NETWORK)}, or a status from 400 to 599.")
        if fault.times < 1 or fault.retry_after < 1:
            raise PersonError("times and retry_after are at least 1.")
        self.waiting.append(fault)

    async def run(self, method: str, chat_id: int | None, request: web.Request, call: Call) -> web.StreamResponse:
        """Do the call, or what a fault makes of it."""
        fault = self._next(method, chat_id)
        if fault is None:
            return await call()
        if fault.error not in NETWORK:
            raise fault.refusal()
        if fault.error in EFFECTIVE:
            await call()
        if fault.error.startswith("timeout"):
            await self.closing.wait()  # until the caller gives up, which cancels this
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _next(self, method: str, chat_id: int | None) -> Fault | None:
        for fault in self.waiting:
            if fault.method not in ("*", method) and fault.method.lower() != method.lower():
                continue
            if fault.chat_id in (None, chat_id):
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                return fault
        return None
