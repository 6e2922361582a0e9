"""A Telegram server on loopback: the Bot API for the bot, a JSON API and a page for the people."""

import asyncio
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from aiohttp import web

from chatbot.demo.archive import Archive
from chatbot.demo.bot_api import BotApi
from chatbot.demo.faults import Faults
from chatbot.demo.files_api import FilesApi
from chatbot.demo.model import Bot
from chatbot.demo.more_api import MoreApi
from chatbot.demo.page_api import PageApi
from chatbot.demo.page_request import errors_as_json
from chatbot.demo.params import LARGEST_BODY
from chatbot.demo.persistence import Persistence
from chatbot.demo.polling import Polling
from chatbot.demo.rates import Rates
from chatbot.demo.webhook import Webhook
from chatbot.demo.world import World

UNKNOWN_BOT = 777_000_001
FIRST_PEOPLE = (("Lin", "zh", "client"), ("Marie", "fr", "friend"), ("Alex", "en", "founder"))


class TelegramServer:
    """One Telegram with one bot.

    `data` is the folder where its state is kept; None keeps nothing. `clock` gives Unix seconds; `webhook_pause` is
    the first pause, in seconds, before an update that a webhook refused is posted again.
    """

    def __init__(
        self,
        token: str,
        data: Path | None = None,
        bot_name: str = "The Shop",
        bot_username: str = "the_shop_bot",
        clock: Callable[[], float] = time.time,
        webhook_pause: float = 1.0,
    ) -> None:
        number = token.partition(":")[0]
        bot = Bot(int(number) if number.isdecimal() else UNKNOWN_BOT, bot_name, bot_username)
        self.world = World(bot, data / "files" if data else None, clock)
        self.faults = Faults()
        self.rates = Rates(clock)
        self.polling = Polling(self.world.updates)
        self.webhook = Webhook(self.world.updates, self.polling, clock, self.world.journal, webhook_pause)
        self.api = BotApi(token, self.world, self.polling, self.webhook, self.faults, self.rates)
        self.url = ""
        self._data = data
        self._persistence: Persistence | None = None
        self._runner: web.AppRunner | None = None

    def seed(self, people: Iterable[tuple[str, str, str]] = FIRST_PEOPLE) -> None:
        """Add the first people, as (name, language code, role), unless somebody is already there."""
        if not self.world.people:
            for name, language_code, role in people:
                self.world.add_person(name, language_code, role)

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Listen; returns the port, a free one where 0 was asked for."""
        if self._data is not None:
            archive = await asyncio.to_thread(Archive, self._data / "telegram.db")
            self._persistence = Persistence(self.world, self.webhook, archive)
            await self._persistence.open()
        self.seed()
        app = self._app()
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
        await runner.setup()
        self._runner = runner
        await web.TCPSite(runner, host, port).start()
        await self.webhook.resume()
        bound = int(runner.addresses[0][1])
        self.url = f"http://{host}:{bound}"
        return bound

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[errors_as_json], client_max_size=LARGEST_BODY)
        page = PageApi(self.world, self.faults)
        page.add_routes(app)
        MoreApi(self.world, page, self.rates).add_routes(app)
        FilesApi(self.world).add_routes(app)
        self.api.add_routes(app)
        return app

    async def close(self) -> None:
        """Stop listening and end every wait."""
        self.faults.closing.set()
        self.polling.end("")
        self.world.changes.wake_all()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        await self.webhook.close()
        if self._persistence is not None:
            await self._persistence.close()
            self._persistence = None
