"""The webhook: plain HTTP behind a TLS proxy. Telegram hears 200 only after the commit."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import BadRequest

from chatbot.background import told
from chatbot.domain.errors import ChatbotError, SettingsError
from chatbot.telegram_ui.bot import Bot
from chatbot.telegram_ui.intake import store_updates
from chatbot.telegram_ui.patience import until_done
from chatbot.telegram_ui.routes import ALLOWED_UPDATES
from chatbot.use_cases.ports import Steps

_log = logging.getLogger(__name__)

LARGEST_BODY = 1_000_000  # bytes; Telegram's updates are a few thousand
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the name of the header, not the secret


class Webhook:
    """Listens for Telegram. `url` is the public address, `host` and `port` where we listen."""

    def __init__(
        self,
        bot: Bot,
        steps: Steps,
        on_stored: Callable[[], None],
        url: str,
        secret: str,
        port: int,
        host: str = "127.0.0.1",
    ) -> None:
        self._bot = bot
        self._steps = steps
        self._on_stored = on_stored
        self._url = url
        self._secret = secret
        self._address = (host, port)
        self._runner: web.AppRunner | None = None

    @property
    def port(self) -> int:
        """The port that is listened on; of use where 0 was asked for."""
        if self._runner is None or not self._runner.addresses:
            return self._address[1]
        return int(self._runner.addresses[0][1])

    async def start(self) -> None:
        """Listen, then tell Telegram where. Raises SettingsError for an address that cannot be used."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_post(urlsplit(self._url).path or "/", self._receive)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, *self._address).start()
        except OSError as error:
            await self.close()
            raise SettingsError(f"WEBHOOK_PORT {self._address[1]} cannot be listened on: {error.strerror}") from None
        await until_done(self._register, "the webhook cannot be set")

    async def _register(self) -> None:
        try:
            await self._bot.set_webhook(
                self._url,
                allowed_updates=ALLOWED_UPDATES,
                secret_token=self._secret,
                drop_pending_updates=False,
            )
        except BadRequest as error:
            await self.close()
            raise SettingsError(f"WEBHOOK_URL is refused by Telegram: {error.message}") from None

    async def close(self) -> None:
        """Answer what is under way and stop listening. Telegram keeps what comes meanwhile."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            known = isinstance(update, dict) and isinstance(update["update_id"], int)
        except (ValueError, KeyError):
            known = False
        if not known:
            return web.Response(status=400)
        try:
            await self._steps.run(store_updates, (update,), None)
        except ChatbotError as error:
            _log.error("an update could not be stored: %s", told(error))
            return web.Response(status=500)  # Telegram sends it again
        self._on_stored()
        return web.Response()
