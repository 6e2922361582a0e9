"""The demo: our own Telegram on loopback, and the bot against it, with its state kept in a folder."""

from __future__ import annotations

import asyncio
import logging
import webbrowser
from functools import partial
from pathlib import Path

from pydantic import SecretStr

from chatbot.background import why_not
from chatbot.database.run_lock import run_lock
from chatbot.database.sealing import new_data_key
from chatbot.demo.client import DemoClient
from chatbot.demo.server import TelegramServer
from chatbot.domain.errors import SettingsError
from chatbot.private_files import write_private
from chatbot.settings import GivenSettings, ModelSettings, Settings, read
from chatbot.telegram_ui.pacing import Pace
from chatbot.telegram_ui.redaction import redact_logs
from chatbot.wiring import Chatbot, Surroundings

TOKEN = "777000001:demo-on-this-computer"  # noqa: S105 - it opens nothing but our own Telegram
SHOP_NAME, BOT_USERNAME = "Lantern Software", "lantern_demo_bot"
DATABASE = "bot.db"
SHOP_DETAILS = "Lantern Software (demo)\n12 Harbour Road, Shanghai\nhello@lantern.example"

_GREETING = """\
The demo is at {url} (Ctrl-C stops it; everything is kept in {data})
1. As Marie, the friend, press Start and send /refer; open the link as Lin, the client.
2. As Lin, say what you would like to have built, in your own words, and ask for the draft.
3. As Alex, the founder, look at the card and tap Approve & send; then accept as Lin."""


async def run_demo(data: Path, port: int, *, opens_browser: bool) -> None:
    """Serve until cancelled. Raises SettingsError where the folder or the port cannot be used."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    key_file = _key_file(data)
    with run_lock(data / DATABASE):  # another demo in this folder? From the bot's start on its own lock holds
        pass
    server = TelegramServer(TOKEN, data, SHOP_NAME, BOT_USERNAME)
    try:
        await _listen(server, port)
        settings = demo_settings(server, data, key_file)
        redact_logs(settings.secrets())
        await _founders_press_start(server.url, settings.founder_ids)
        async with Chatbot(settings, Surroundings(pace=Pace.unlimited(), poll_seconds=20)) as bot:
            print(_GREETING.format(url=server.url, data=data), flush=True)
            if opens_browser:
                await asyncio.to_thread(_open_page, server.url)
            await bot.ended()
    finally:
        await server.close()


def demo_settings(server: TelegramServer, data: Path, key_file: Path) -> Settings:
    """A shop of its own. Of the environment only the model's settings count, so that a prompt can be tried."""
    model = read(ModelSettings)
    people = server.world.people.values()
    given = partial(
        GivenSettings,
        **model.model_dump(),
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=server.url,
        founder_ids=tuple(person.id for person in people if person.role == "founder"),
        database_url=f"sqlite:///{(data / DATABASE).absolute()}",
        data_key_file=key_file,
        shop_name=SHOP_NAME,
        shop_details=SHOP_DETAILS,
        quiet_hours="none",
        burst_seconds=2,
    )
    return read(given)


def _key_file(data: Path) -> Path:
    """The demo's own DATA_KEY, made at the first start and readable only to whoever started it."""
    path = data / "data.key"
    try:
        data.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            write_private(path, new_data_key())
    except OSError as error:
        raise SettingsError(f"the folder {data} cannot be used: {error.strerror}; name another with --data") from None
    return path


async def _listen(server: TelegramServer, port: int) -> None:
    try:
        await server.start(port=port)
    except OSError as error:
        raise SettingsError(f"port {port} cannot be used: {why_not(error)}; choose another with --port") from None


async def _founders_press_start(url: str, founder_ids: tuple[int, ...]) -> None:
    """Cards and menus reach only people who have pressed Start, and whoever opens the page first may not think of it.

    Before the bot begins: the updates wait for it, and the menus that it registers find their chats.
    """
    async with DemoClient(url) as people:
        for founder in founder_ids:
            if not await people.messages(founder):
                await people.start(founder)


def _open_page(url: str) -> None:
    """Open the page, unless the only browser would take over this terminal."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser:
        browser.open(url)
