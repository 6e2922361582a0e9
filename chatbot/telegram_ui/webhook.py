"""The webhook: plain HTTP behind a TLS proxy. Telegram hears 200 only after the commit."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import BadRequest

from chatbot.background import told, why_not
from chatbot.domain.errors import ChatbotError, SettingsError
from chatbot.telegram_ui.bot import Bot
from chatbot.telegram_ui.intake import store_updates
from chatbot.telegram_ui.patience import until_done
from chatbot.telegram_ui.routes import ALLOWED_UPDATES
from chatbot.telegram_ui.webhook_door import LARGEST_BODY, Door, Patience, is_update
from chatbot.use_cases.ports import Steps

_log = logging.getLogger(__name__)

_STORE_SECONDS = 5.0  # Telegram waits longer, but posts to no more than a few dozen at once
_CLOSING_SECONDS = 0.5  # for what is being stored while we stop; aiohttp takes it twice


@dataclass(frozen=True, slots=True)
class WebhookAddress:
    """Where Telegram reaches us (`url`, with TLS) and where we listen (`host`, `port`, plain HTTP). Whether it still
    posts to us is asked every `look_seconds`."""

    url: str
    secret: str = field(repr=False)
    port: int
    host: str = "127.0.0.1"
    patience: Patience = field(default_factory=Patience)
    look_seconds: float = 60.0


class Webhook:
    """Listens for Telegram."""

    def __init__(self, bot: Bot, steps: Steps, on_stored: Callable[[], None], address: WebhookAddress) -> None:
        self._bot = bot
        self._steps = steps
        self._on_stored = on_stored
        self._address = address
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None
        self._is_ours = True
        self.door = Door(address.secret, address.patience)

    @property
    def port(self) -> int:
        """The port that is listened on; of use where 0 was asked for."""
        if self._listening is None or not self._listening.sockets:
            return self._address.port
        return int(self._listening.sockets[0].getsockname()[1])

    @property
    def listens(self) -> bool:
        """Whether Telegram can reach us, and at the last look posted to us."""
        return self._is_ours and self._listening is not None and self._listening.is_serving()

    async def start(self) -> None:
        """Listen, then tell Telegram where. Raises SettingsError for an address that cannot be used."""
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[self.door.watched])
        app.on_response_prepare.append(self.door.unnamed)
        app.router.add_post(urlsplit(self._address.url).path or "/", self._receive)
        self._runner = web.AppRunner(app, shutdown_timeout=_CLOSING_SECONDS)
        await self._runner.setup()
        try:
            await self._listen(self._runner)
        except OSError as error:
            await self.close()
            raise SettingsError(f"WEBHOOK_PORT {self._address.port} cannot be listened on: {why_not(error)}") from None
        await until_done(self._register, "the webhook cannot be set")

    async def _listen(self, runner: web.AppRunner) -> None:
        server, address, loop = runner.server, self._address, asyncio.get_running_loop()
        if server is not None:  # it is there after setup
            self._listening = await loop.create_server(lambda: self.door.greet(server), address.host, address.port)

    async def _register(self) -> None:
        try:
            await self._bot.set_webhook(
                self._address.url,
                allowed_updates=ALLOWED_UPDATES,
                secret_token=self._address.secret,
                drop_pending_updates=False,
            )
        except BadRequest as error:
            await self.close()
            raise SettingsError(f"WEBHOOK_URL is refused by Telegram: {error.message}") from None
        self._url = (await self._bot.get_webhook_info()).url or self._address.url  # as Telegram writes it

    async def watch(self) -> None:
        """Set the webhook again whenever another process has taken it away, until cancelled. Raises SettingsError."""
        while True:
            await asyncio.sleep(self._address.look_seconds)
            await until_done(self._look, "the webhook cannot be looked after")

    async def _look(self) -> None:
        self._is_ours = (await self._bot.get_webhook_info()).url == self._url
        if not self._is_ours:  # until the next look finds it: so whoever asks for the health hears of it
            _log.error(
                "another process has taken the webhook away; stop it, or give it a TELEGRAM_TOKEN of its own. "
                "No update came meanwhile; the webhook is set again"
            )
            await self._register()

    async def close(self) -> None:
        """Answer what is under way and stop listening. Telegram keeps what comes meanwhile."""
        self.door.close()
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _receive(self, request: web.Request) -> web.Response:
        if not self.door.knows(request):
            return await self.door.turn_away(request)
        update = await self.door.read(request)
        if not is_update(update):
            return web.Response(status=400)
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                await self._steps.run(store_updates, (update,), None)
        except (ChatbotError, TimeoutError) as error:
            _log.warning("an update could not be stored and is asked for again: %s", told(error))
            return web.Response(status=500)  # Telegram sends it again
        self._on_stored()
        return web.Response()
