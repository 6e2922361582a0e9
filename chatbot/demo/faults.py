"""Faults on request: the next calls of a method fail as Telegram and networks fail."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from chatbot.demo.errors import ApiError, PersonError, too_many_requests

ANSWERS = {
    "400": "Bad Request: wrong parameters",
    "403": "Forbidden: bot was blocked by the user",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
}
KINDS = {*ANSWERS, "429", "timeout", "reset", "timeout_after"}
Call = Callable[[], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` calls of `method` ("*" is any); `retry_after` in seconds, for 429."""

    method: str
    error: str
    times: int = 1
    retry_after: int = 1


@dataclass(slots=True)
class Faults:
    """The faults still to come, in the order they were asked for."""

    waiting: list[Fault] = field(default_factory=list)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, fault: Fault) -> None:
        """Ask for a fault; raises PersonError for one that is unknown."""
        if fault.error not in KINDS:
            raise PersonError(f"error is one of {', '.join(sorted(KINDS))}.")
        if fault.times < 1 or fault.retry_after < 1:
            raise PersonError("times and retry_after are at least 1.")
        self.waiting.append(fault)

    async def run(self, method: str, request: web.Request, call: Call) -> web.StreamResponse:
        """Do the call, or what a fault makes of it."""
        fault = self._next(method)
        if fault is None:
            return await call()
        if fault.error == "429":
            raise too_many_requests(fault.retry_after)
        if fault.error in ANSWERS:
            raise ApiError(int(fault.error), ANSWERS[fault.error])
        if fault.error == "timeout_after":
            await call()
        if fault.error != "reset":
            await self.closing.wait()  # until the caller gives up, which cancels this
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _next(self, method: str) -> Fault | None:
        for fault in self.waiting:
            if fault.method == "*" or fault.method.lower() == method.lower():
                fault.times -= 1
                if not fault.times:
                    self.waiting.remove(fault)
                return fault
        return None
