"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import hmac
import logging
from collections import deque
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from chatbot.demo import methods_chats, methods_edit, methods_forum, methods_profile, methods_send
from chatbot.demo.errors import ApiError
from chatbot.demo.faults import Faults
from chatbot.demo.methods_table import Method
from chatbot.demo.params import Params, read_params
from chatbot.demo.polling import Polling
from chatbot.demo.rates import Rates
from chatbot.demo.webhook import Webhook
from chatbot.demo.world import World

log = logging.getLogger(__name__)

METHODS: dict[str, Method] = {
    **methods_send.METHODS,
    **methods_edit.METHODS,
    **methods_chats.METHODS,
    **methods_forum.METHODS,
    **methods_profile.METHODS,
}
BY_LOWER_NAME = {name.lower(): method for name, method in METHODS.items()}  # Telegram ignores case
MOST_CALLS = 10_000  # kept, the latest
DELIVERY = {"getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"}  # of updates: these may wait


@dataclass(frozen=True, slots=True)
class Call:
    """A call that came in, whatever became of it; `chat_id` where it is about one chat."""

    method: str
    chat_id: int | None


class BotApi:
    """Answers Bot API calls for one bot."""

    def __init__(
        self, token: str, world: World, polling: Polling, webhook: Webhook, faults: Faults, rates: Rates
    ) -> None:
        self._token = token
        self._world = world
        self._polling = polling
        self._webhook = webhook
        self._faults = faults
        self._rates = rates
        self.calls: deque[Call] = deque(maxlen=MOST_CALLS)

    def add_routes(self, app: web.Application) -> None:
        """Serve the two roots."""
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self.call)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self.download)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One method call, from HTTP to HTTP."""
        method = request.match_info["method"]
        try:
            self._check_token(request)
            params = await read_params(request)
            chat_id = _chat_of(params)
            self.calls.append(Call(method, chat_id))
            return await self._faults.run(method, chat_id, request, lambda: self._answer(method, params))
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file that getFile told of."""
        try:
            self._check_token(request)
            stored = self._world.files.by_path(request.match_info["path"])
            if stored is None:
                raise ApiError(404, "Not Found")
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        return web.Response(body=await asyncio.to_thread(self._world.files.read, stored))

    def _check_token(self, request: web.Request) -> None:
        if not hmac.compare_digest(request.match_info["token"].encode(), self._token.encode()):
            raise ApiError(401, "Unauthorized")

    async def _answer(self, method: str, params: Params) -> web.StreamResponse:
        return web.json_response({"ok": True, "result": await self._result(method, params)})

    async def _result(self, method: str, params: Params) -> Any:
        name = method.lower()
        if name in BY_LOWER_NAME:
            if self._rates.enforced and params.has("chat_id"):
                self._rates.check(name, params.integer("chat_id"))
            return BY_LOWER_NAME[name](self._world, params)
        if name not in DELIVERY:
            log.warning("method %r is unknown to our own Telegram", method)
            raise ApiError(404, "Not Found")
        return await self._deliver(name, params)

    async def _deliver(self, name: str, params: Params) -> Any:
        if name == "getupdates":
            self._webhook.refuse_polls()
            return await self._polling.get_updates(params)
        if name == "getwebhookinfo":
            return self._webhook.info()
        return await (self._webhook.set(params) if name == "setwebhook" else self._webhook.delete(params))


def _chat_of(params: Params) -> int | None:
    given = params.text("chat_id")
    return int(given) if given.removeprefix("-").isdecimal() else None
