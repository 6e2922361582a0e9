"""Builds everything by plain constructor calls and closes it: the one module that knows every layer."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from chatbot.background import Background, told
from chatbot.data_keys import settled_key
from chatbot.database.migrate import upgrade
from chatbot.database.restore import clear_leftovers
from chatbot.database.run_lock import run_lock
from chatbot.database.sealing import DataKey
from chatbot.database.steady import Outage, SteadySteps
from chatbot.database.store import SqliteStore, open_store
from chatbot.database.transaction import SqlSteps
from chatbot.database.vital_rows import vital_rows
from chatbot.domain.errors import ChatbotError
from chatbot.domain.people import Role
from chatbot.ending import Ending
from chatbot.models import Model, make_model
from chatbot.outage_news import OutageNews
from chatbot.performers import performers
from chatbot.pictures.qr import qr_png
from chatbot.pictures.renderer import TypstPictures
from chatbot.product import UseCases, shop_use_cases
from chatbot.settings import Settings
from chatbot.telegram_ui.bot import Bot, connect, make_bot
from chatbot.telegram_ui.commands import Audience, CommandEntry, register
from chatbot.telegram_ui.drawings import Drawings
from chatbot.telegram_ui.pacing import Pace
from chatbot.telegram_ui.reading import ReadingPace
from chatbot.telegram_ui.runner import Hooks, Manner, TelegramSide
from chatbot.telegram_ui.webhook import WebhookAddress
from chatbot.texts.speak import Texts
from chatbot.use_cases.language_model import LanguageModel, Origin
from chatbot.use_cases.ports import Pictures, Transaction
from chatbot.use_cases.routing import Command, Rule
from chatbot.use_cases.shop import Shop
from chatbot.vitals.meters import ErrorCounter, Meters
from chatbot.vitals.page import VitalsPage
from chatbot.vitals.reading import Vitals
from chatbot.vitals.watch import Watch
from chatbot.worker import Manner as WorkManner
from chatbot.worker import Worker, lead_at_work

_log = logging.getLogger(__name__)

_NOBODY = dict.fromkeys(("intake", "dispatcher", "sender"), False)  # is at work before they are built
_LEAST_ROLE = {Rule.ANYBODY: Role.PERSON, Rule.CREW: Role.TEAM, Rule.FOUNDER: Role.FOUNDER}


def utc_now() -> datetime:
    """The clock of the real world."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What tests and the demo set otherwise. Without `model` the settings decide; without `use_cases` the product's."""

    clock: Callable[[], datetime] = utc_now
    monotonic: Callable[[], float] = time.monotonic
    random_bytes: Callable[[int], bytes] = os.urandom
    pace: Pace = field(default_factory=Pace)
    reading: ReadingPace = field(default_factory=ReadingPace)
    poll_seconds: int = 30
    model: LanguageModel | None = None
    pictures: Pictures | None = None
    use_cases: UseCases | None = None
    watch_seconds: float = 60.0


class Chatbot:
    """The whole bot: `async with Chatbot(settings) as bot: await bot.ended()`.

    Entering opens and migrates the database, connects to Telegram and starts; leaving stops within ten seconds:
    what is under way ends or waits in the database for the next start. Raises SettingsError and StorageError.
    """

    def __init__(self, settings: Settings, surroundings: Surroundings | None = None) -> None:
        self._settings = settings
        self._around = surroundings or Surroundings()
        self._stack = AsyncExitStack()
        self._background = Background()
        self._jobs = Background(lambda _name, error: self._on_fatal(error))
        self._fatal: asyncio.Future[None]
        self._ending: Ending
        self._is_built = False
        self.store: SqliteStore
        self.steps: SteadySteps
        self.outage: Outage
        self.side: TelegramSide
        self.worker: Worker
        self.watch: Watch
        self.meters: Meters
        self.shop: Shop

    async def __aenter__(self) -> Self:
        self._fatal = asyncio.get_running_loop().create_future()
        self.outage = Outage(self._around.clock)
        try:
            await self._start()
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._close()
        if self._fatal.done():
            self._fatal.exception()  # somebody has looked at it: asyncio need not complain

    async def _close(self) -> None:
        self._ending = Ending(self.outage.begun)
        await self._stack.aclose()

    async def ended(self) -> None:
        """Wait for the end, which comes only by an error: a SettingsError where no more updates can be had."""
        await asyncio.shield(self._fatal)

    async def _start(self) -> None:
        settings, use_cases = self._settings, self._around.use_cases or shop_use_cases()
        texts = Texts(ZoneInfo(settings.timezone), settings.texts_dir)  # before anything waits for Telegram
        self.meters = Meters()
        self.store = await self._opened()
        key = await settled_key(self.store, settings)
        self._stack.push_async_callback(self._background.close)
        await self._watched()
        model = make_model(settings, self._on_call, self._around.model)
        self._stack.push_async_callback(model.close)
        bot = make_bot(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
        self._stack.push_async_callback(bot.shutdown)
        await connect(bot)
        shop = settings.shop(bot.username, model.model.translates, model.company)
        self.shop = replace(shop, tellings=model.tellings)
        self.steps = SteadySteps(await self._settled_steps(key), self.outage)
        self.shop = await self.steps.run(_release)
        await self.steps.run(use_cases.begin)
        self.side = self._telegram(bot, texts, use_cases)
        self.worker = self._worker(model, use_cases)
        self._is_built = True
        await self.side.start()
        self._stack.push_async_callback(self._stop)
        self._jobs.start(self.worker.run(), "worker")
        news = OutageNews(self.outage, self.steps, self.side, self.shop)
        self._background.start(news.run(), "news of outages")
        menus = register(bot, texts, _commands(use_cases.menu), self._audience(), self.shop.name)
        self._background.start(menus, "menus")
        if not self.shop.founder_ids:
            _log.warning("FOUNDER_IDS is empty: nobody can approve a quote; send /id to @%s and set it", bot.username)
        _log.info("@%s is at work for %s", bot.username, self.shop.name)

    async def _settled_steps(self, key: DataKey) -> SqlSteps:
        clock, random_bytes = self._around.clock, self._around.random_bytes
        steps = SqlSteps(self.store, key, self.shop, clock, random_bytes, self._settings.erasures_file)
        if erased := await steps.settle_erasures():
            _log.warning("%d people whom an older copy of the database still knew were forgotten again", erased)
        return steps

    async def _opened(self) -> SqliteStore:
        store = open_store(self._settings.database_url)
        self._stack.enter_context(run_lock(store.path))
        clear_leftovers(store.path.resolve())
        await store.open()
        self._stack.push_async_callback(store.close)
        store.on_commit = self.meters.commit
        await store.run(upgrade)
        return store

    def _telegram(self, bot: Bot, texts: Texts, use_cases: UseCases) -> TelegramSide:
        commands, around = _commands(use_cases.menu), self._around
        manner = Manner(
            self._webhook(), around.pace, around.reading, around.poll_seconds, commands=commands, clock=around.monotonic
        )
        drawings = Drawings(self._around.pictures or TypstPictures(), texts, qr_png)
        hooks = Hooks(self._changed, self._on_fatal, self.meters.update, self.meters.message)
        return TelegramSide(bot, self.steps, use_cases.entry_points, texts, drawings, manner, hooks)

    def _worker(self, model: Model, use_cases: UseCases) -> Worker:
        return Worker(
            self.steps,
            use_cases.work,
            performers(model.model, self.side.download),
            use_cases.entry_points.report_trouble,
            self.side.wake,
            WorkManner(on_try=self.meters.job),
        )

    async def _watched(self) -> None:
        """The line in the log and, where the settings want it, the page for whoever watches."""
        counter, settings = ErrorCounter(self.meters), self._settings
        logging.getLogger().addHandler(counter)
        self._stack.callback(logging.getLogger().removeHandler, counter)
        self.watch = Watch(self.meters, self._look, self._alive, self._silence, self._around.watch_seconds)
        self._background.start(self.watch.run(), "watch")
        if settings.metrics_port is not None:
            page = VitalsPage(self.watch, settings.metrics_host, settings.metrics_port)
            await page.start()
            self._stack.push_async_callback(page.close)

    async def _look(self) -> Vitals:
        if (error := self.outage.error) is not None:
            raise error.with_traceback(None)  # it can still be read, but whoever writes waits
        return await self.store.run(vital_rows, self._around.clock())

    def _alive(self) -> dict[str, bool]:
        return {**(self.side.alive if self._is_built else _NOBODY), "worker": self._jobs.runs("worker")}

    def _silence(self) -> float:
        return self.side.silence if self._is_built else 0.0

    def _webhook(self) -> WebhookAddress | None:
        url, secret = self._settings.webhook_url, self._settings.webhook_secret
        if url is None or secret is None:
            return None
        port, host = self._settings.webhook_port, self._settings.webhook_host
        return WebhookAddress(url, secret.get_secret_value(), port, host)

    def _audience(self) -> Audience:
        return Audience(self.shop.founder_ids, self.shop.team_ids, self.shop.team_chat_id)

    def _changed(self) -> None:
        self.worker.wake()

    def _on_fatal(self, error: BaseException) -> None:
        if not self._fatal.done():
            known = isinstance(error, ChatbotError)
            self._fatal.set_exception(error if known else ChatbotError(f"stopped by {told(error)}"))

    def _on_call(self, origin: Origin) -> None:
        """Every call of the model is noted, whatever came of it and whether or not its answer is used."""
        self.meters.call(origin)
        self._background.start(self.steps.run(_note_call, lead_at_work.get(), origin), "note of a call")

    async def _stop(self) -> None:
        await self.side.hang_up()
        await self._ending.wait(self.worker.finish(), share=0.5)
        await self.worker.stop(0)
        await self._jobs.close()
        await self._background.close()
        await self._ending.wait(self.side.drain(self._ending.left))
        await self.side.stop(0)


def _commands(menu: Sequence[Command]) -> list[CommandEntry]:
    return [CommandEntry(one.name, _LEAST_ROLE[one.rule], one.in_group) for one in menu]


def _release(tx: Transaction) -> Shop:
    """A process that was killed still holds leases; the database has no other process than this one. Returns the
    shop as the database knows it: with the team's group where it is now."""
    tx.outbox.release()
    tx.jobs.release()
    return tx.shop


def _note_call(tx: Transaction, lead_id: int | None, origin: Origin) -> None:
    tx.calls.add(lead_id, origin.prompt, origin)
