"""Feeds updates to the product's use cases over a real store and Telegram's side as it runs, and looks what became."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from fakes import PNG, TOKEN, ZONE, MovableClock, StillPictures, a_message, some_shop
from fuzz.updates import FOUNDER
from sqlalchemy import func, select
from telegram.ext import Defaults, ExtBot
from telegram.request import BaseRequest, RequestData

from chatbot.background import Background
from chatbot.database.migrate import upgrade
from chatbot.database.queue_tables import inbox, jobs
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.tables import buttons, contacts, leads, ledger_lines
from chatbot.database.transaction import SqlSteps
from chatbot.domain.lead_flow import Stage
from chatbot.language_model.catalogue_model import CatalogueModel
from chatbot.performers import performers
from chatbot.product import shop_use_cases
from chatbot.telegram_ui.drawings import Drawings
from chatbot.telegram_ui.intake import store_updates
from chatbot.telegram_ui.pacing import Pace
from chatbot.telegram_ui.reading import ReadingPace
from chatbot.telegram_ui.runner import Hooks, Manner, TelegramSide
from chatbot.telegram_ui.webhook import WebhookAddress
from chatbot.telegram_ui.webhook_door import SECRET_HEADER
from chatbot.texts.speak import Texts
from chatbot.worker import Manner as WorkManner
from chatbot.worker import Worker

BYSTANDER, HEALTHY = 801, 802
TEAM_CHAT = -100_111
SECRET, ADDRESS = "only-for-tests", "http://127.0.0.1/telegram"
ME = {"id": 123456, "is_bot": True, "first_name": "Shop", "username": "the_shop_bot"}


@dataclass
class QuietTelegram(BaseRequest):
    """A Telegram that takes everything, and remembers what went to whom."""

    sent: list[tuple[int, str, str]] = field(default_factory=list)
    number: int = 1_000_000

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the signature is the library's
        request_data: RequestData | None = None,
        *_timeouts: Any,
        **_more: Any,
    ) -> tuple[int, bytes]:
        called, given = url.rpartition("/")[2], request_data.parameters if request_data else {}
        return 200, json.dumps({"ok": True, "result": self._result(called, given)}).encode()

    def _result(self, called: str, given: dict[str, Any]) -> Any:
        if called == "getMe":
            return ME
        if called == "getWebhookInfo":
            return {"url": ADDRESS, "has_custom_certificate": False, "pending_update_count": 0}
        if not called.startswith(("send", "copy", "edit", "createForumTopic")) or called == "sendChatAction":
            return True
        self.number += 1
        chat_id = int(given["chat_id"])
        self.sent.append((chat_id, called, str(given.get("text") or given.get("caption") or "")))
        if called == "createForumTopic":
            return {"message_thread_id": self.number, "name": "t", "icon_color": 0}
        chat = {"id": chat_id, "type": "private" if chat_id > 0 else "supergroup"}
        return {"message_id": self.number, "date": 1_700_000_000, "chat": chat, "text": "…"}


@dataclass
class Faults(logging.Handler):
    """What the log says that no update may bring about."""

    found: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        super().__init__(logging.ERROR)

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if any(words in said for words in ("cannot be settled", "cannot take rows", "ended with", "Error handling")):
            self.found[said[:200]] += 1

    __hash__ = logging.Handler.__hash__


@dataclass
class Ordeal:
    """One shop under fire: `feed` a batch, and read `outcomes`, `refused`, `crashes` and `stuck`."""

    side: TelegramSide
    worker: Worker
    worked: asyncio.Event
    steps: SqlSteps
    store: SqliteStore
    telegram: QuietTelegram
    clock: MovableClock
    outcomes: Counter[str]
    fatal: list[BaseException]
    faults: Faults
    refused: int = 0
    stuck: int = 0
    answered: int = 0
    asked: int = 0

    async def feed(self, updates: Sequence[Any], by_webhook: bool, number: int) -> None:
        """These updates with a healthy person's between them, through one of the two doors; wait until all is quiet."""
        half = len(updates) // 2
        healthy = a_message(number, HEALTHY, "/help")
        healthy["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": 5}]
        before = len([one for one in self.telegram.sent if one[0] == HEALTHY])
        await self._arrive([*updates[:half], healthy, *updates[half:]], by_webhook)
        await self._quiet()
        after = len([one for one in self.telegram.sent if one[0] == HEALTHY])
        self.asked += 1
        self.answered += after == before + 1

    async def _arrive(self, batch: list[Any], by_webhook: bool) -> None:
        if not by_webhook:
            await self.steps.run(store_updates, batch, None)
            return
        url = f"http://127.0.0.1:{self.side.webhook_port}/telegram"
        async with aiohttp.ClientSession(headers={SECRET_HEADER: SECRET}) as http:
            for update in batch:
                async with http.post(url, data=json.dumps(update)) as answer:
                    self.refused += 400 <= answer.status < 500
                    if answer.status >= 500:
                        self.faults.found[f"the webhook answered {answer.status}"] += 1

    async def _quiet(self) -> None:
        """The clock runs until the inbox is empty and no answer is due; what is left after hours is stuck."""
        for _ in range(12):
            self.side._dispatcher.lanes.wake()
            self.side.wake()
            self.worker.wake()
            if not await self.side.drain(60):
                break
            await self._worked()
            self.stuck = await self._count(select(func.count()).select_from(inbox).where(inbox.c.done_at.is_(None)))
            if not self.stuck and not await self._due(self.clock() + timedelta(seconds=70)):
                return
            self.clock.forward(seconds=70)

    async def _worked(self) -> None:
        """Wait until no job is under way and none is due."""
        async with asyncio.timeout(60):
            while self.worker._running or await self._due(self.clock()):
                await self.worked.wait()
                self.worked.clear()

    async def _due(self, by: datetime) -> int:
        open_jobs = select(func.count()).select_from(jobs).where(jobs.c.done_at.is_(None), jobs.c.due <= by)
        return await self._count(open_jobs)

    async def shown_buttons(self) -> list[tuple[str, int]]:
        """The newest button of each kind, and the Telegram id of whom it was made for; 0: for several, or gone."""
        made = select(buttons.c.action, buttons.c.token, contacts.c.telegram_id).outerjoin(contacts)
        rows = await self.store.run(lambda step: step.execute(made.order_by(buttons.c.created_at)).all())
        newest = {row.action: (row.token, max(row.telegram_id or 0, 0)) for row in rows}
        return list(newest.values())

    async def _count(self, statement: Any) -> int:
        found: int = await self.store.run(lambda connection: connection.execute(statement).scalar_one())
        return found

    @property
    def stored(self) -> int:
        """How many updates have come to their end."""
        return sum(self.outcomes[word] for word in ("handled", "refused", "set_aside"))

    async def money(self) -> int:
        """Lines of the ledger."""
        return await self._count(select(func.count()).select_from(ledger_lines))

    async def pressed_buttons(self) -> int:
        """Buttons that decided something."""
        return await self._count(select(func.count()).select_from(buttons).where(buttons.c.used_at.is_not(None)))

    async def unbalanced(self) -> int:
        """Postings whose lines do not sum to zero."""
        sums = select(ledger_lines.c.posting).group_by(ledger_lines.c.posting)
        odd = sums.having(func.sum(ledger_lines.c.minor) != 0).subquery()
        return await self._count(select(func.count()).select_from(odd))

    async def bystander(self) -> str:
        """The lead of somebody who takes no part."""
        row = await self.store.run(lambda connection: connection.execute(select(leads).where(leads.c.id == 1)).all())
        return repr(row)

    def notes(self) -> int:
        """How many notes of trouble the founder has had."""
        return len([one for one in self.telegram.sent if one[0] == FOUNDER and "went wrong" in one[2]])

    def strangers_told(self, allowed: set[int]) -> list[tuple[int, str, str]]:
        """What went to somebody who has sent nothing."""
        return [one for one in self.telegram.sent if one[0] not in allowed]


@asynccontextmanager
async def ordeal(folder: Path) -> AsyncIterator[Ordeal]:
    """A shop with a founder, a bystander who has a lead, and a healthy person; its webhook is open."""
    async with SqliteStore(folder / "bot.db") as store:
        await store.run(upgrade)
        shop = replace(some_shop(), founder_ids=(FOUNDER,), team_chat_id=TEAM_CHAT, quiet=None)
        clock = MovableClock()
        steps = SqlSteps(store, DataKey(new_data_key()), shop, clock, _spread(iter(range(10**9))))
        await steps.run(_known_people)
        one = _built(steps, store, clock)
        background = Background()
        logging.getLogger().addHandler(one.faults)
        await one.side.start()
        background.start(one.worker.run(), "worker")
        try:
            yield one
        finally:
            logging.getLogger().removeHandler(one.faults)
            await one.worker.stop(0.5)
            await background.close()
            await one.side.stop(0.5)


def _built(steps: SqlSteps, store: SqliteStore, clock: MovableClock) -> Ordeal:
    """Telegram's side and the worker, each of which wakes the other."""
    telegram, texts, use_cases = QuietTelegram(), Texts(ZONE), shop_use_cases()
    bot = ExtBot(TOKEN, request=telegram, get_updates_request=telegram, defaults=Defaults(parse_mode="HTML"))
    outcomes, fatal, worked = Counter[str](), list[BaseException](), asyncio.Event()
    manner = Manner(WebhookAddress(ADDRESS, SECRET, 0), Pace.unlimited(), ReadingPace.unlimited())
    drawings = Drawings(StillPictures(), texts, lambda _link: PNG)

    def changed() -> None:
        worker.wake()

    def job_ended() -> None:
        side.wake()
        worked.set()

    hooks = Hooks(changed, fatal.append, lambda word: outcomes.update([word]))
    side = TelegramSide(bot, steps, use_cases.entry_points, texts, drawings, manner, hooks)
    doing, report = performers(CatalogueModel(), side.download), use_cases.entry_points.report_trouble
    worker = Worker(steps, use_cases.work, doing, report, job_ended, WorkManner(first_pause=0.0))
    return Ordeal(side, worker, worked, steps, store, telegram, clock, outcomes, fatal, Faults())


def _known_people(tx: Any) -> None:
    tx.contacts.add(FOUNDER, "Alex", "", "en")
    lead = tx.leads.add(tx.contacts.add(BYSTANDER, "Bo", "", "en").id, "en", None)
    tx.leads.save(replace(lead, stage=Stage.AGREED))  # so that there is something to book
    tx.contacts.add(HEALTHY, "Hal", "", "en")


def _spread(numbers: Any) -> Callable[[int], bytes]:
    return lambda size: next(numbers).to_bytes(size, "big")
