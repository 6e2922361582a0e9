"""Feeds updates to the product's use cases over a real store and Telegram's side as it runs, and looks what became."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp
from fakes import PNG, TOKEN, ZONE, MovableClock, StillPictures, a_message, some_shop
from sqlalchemy import func, select
from telegram.ext import Defaults, ExtBot
from telegram.request import BaseRequest, RequestData

from chatbot.database.migrate import upgrade
from chatbot.database.queue_tables import inbox
from chatbot.database.sealing import DataKey, new_data_key
from chatbot.database.store import SqliteStore
from chatbot.database.tables import leads, ledger_lines
from chatbot.database.transaction import SqlSteps
from chatbot.telegram_ui.drawings import Drawings
from chatbot.telegram_ui.intake import store_updates
from chatbot.telegram_ui.pacing import Pace
from chatbot.telegram_ui.reading import ReadingPace
from chatbot.telegram_ui.runner import Hooks, Manner, TelegramSide
from chatbot.telegram_ui.webhook import WebhookAddress
from chatbot.telegram_ui.webhook_door import SECRET_HEADER
from chatbot.texts.speak import Texts
from chatbot.wiring import shop_use_cases

FOUNDER, BYSTANDER, HEALTHY = 900, 801, 802
TEAM_CHAT = -100_111
SECRET = "only-for-tests"
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
        """The clock runs until the inbox is empty; what is left after hours is stuck."""
        for _ in range(12):
            self.side._dispatcher.lanes.wake()
            self.side.wake()
            if not await self.side.drain(60):
                break
            self.stuck = await self._count(select(func.count()).select_from(inbox).where(inbox.c.done_at.is_(None)))
            if not self.stuck:
                return
            self.clock.forward(seconds=70)

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
    store, clock, telegram = SqliteStore(folder / "bot.db"), MovableClock(), QuietTelegram()
    await store.open()
    await store.run(upgrade)
    shop = replace(some_shop(), founder_ids=(FOUNDER,), team_chat_id=TEAM_CHAT, quiet=None)
    numbers = iter(range(10**9))
    key, spread = DataKey(new_data_key()), _spread(numbers)
    steps = SqlSteps(store, key, shop, clock, spread)
    texts, use_cases = Texts(ZONE), shop_use_cases()
    bot = ExtBot(TOKEN, request=telegram, get_updates_request=telegram, defaults=Defaults(parse_mode="HTML"))
    outcomes, fatal, faults = Counter[str](), list[BaseException](), Faults()
    address = WebhookAddress("http://127.0.0.1/telegram", SECRET, 0)
    manner = Manner(address, Pace.unlimited(), ReadingPace.unlimited())
    drawings = Drawings(StillPictures(), texts, lambda _link: PNG)
    hooks = Hooks(on_fatal=fatal.append, on_update=lambda word: outcomes.update([word]))
    side = TelegramSide(bot, steps, use_cases.entry_points, texts, drawings, manner, hooks)
    logging.getLogger().addHandler(faults)
    await side.start()

    def people(tx: Any) -> None:
        tx.contacts.add(FOUNDER, "Alex", "", "en")
        tx.leads.add(tx.contacts.add(BYSTANDER, "Bo", "", "en").id, "en", None)
        tx.contacts.add(HEALTHY, "Hal", "", "en")

    await steps.run(people)
    try:
        yield Ordeal(side, steps, store, telegram, clock, outcomes, fatal, faults)
    finally:
        logging.getLogger().removeHandler(faults)
        await side.stop(0.5)
        await store.close()


def _spread(numbers: Any) -> Callable[[int], bytes]:
    return lambda size: next(numbers).to_bytes(size, "big")
