"""Raw updates into the inbox; Telegram hears that we have them only after the commit.

Rule 1: the raw JSON is stored first and read later, so that one unreadable update stops nobody.
Rule 2: the offset that confirms a batch is sent only once the batch is committed. It is used once: after the call that
confirms, the next asks without one, because `update_id` starts anew at a random number after a quiet week.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from telegram.error import TelegramError
from telegram.request import BaseRequest

from chatbot.telegram_ui.bot import Bot
from chatbot.telegram_ui.patience import until_done
from chatbot.telegram_ui.raw_updates import inbox_number, number_of, whose, written
from chatbot.telegram_ui.routes import ALLOWED_UPDATES
from chatbot.use_cases.note_ports import OFFSET
from chatbot.use_cases.ports import Steps, Transaction

POLL_SECONDS = 30

Update = Mapping[str, Any]


def store_updates(tx: Transaction, updates: Sequence[Update], offset: int | None) -> None:
    """Put the updates into the inbox, each once, with the offset that confirms them."""
    for update in updates:
        tx.inbox.add(inbox_number(update), *whose(update), written(update))
    tx.marks.set(OFFSET, "" if offset is None else str(offset))


class Polling:
    """Asks Telegram for updates. `on_stored` is called after each commit."""

    def __init__(
        self,
        bot: Bot,
        request: BaseRequest,
        steps: Steps,
        on_stored: Callable[[], None],
        poll_seconds: int = POLL_SECONDS,
    ) -> None:
        self._bot = bot
        self._request = request
        self._steps = steps
        self._on_stored = on_stored
        self._poll_seconds = poll_seconds

    async def run(self) -> None:
        """Poll until cancelled. Raises SettingsError where another process polls or the token is refused."""
        async with self._request:
            await until_done(self._leave_webhook, "the webhook cannot be left")
            self._offset = await self._steps.run(_stored_offset)
            while True:
                await until_done(self._poll, "updates are late")

    async def _leave_webhook(self) -> None:
        await self._bot.delete_webhook(drop_pending_updates=False)

    async def _poll(self) -> None:
        updates = await self._get_updates(self._offset)
        numbers = [number for number in map(number_of, updates) if number is not None]
        offset = numbers[-1] + 1 if numbers else None
        if updates or self._offset is not None:
            await self._steps.run(store_updates, updates, offset)
        self._offset = offset
        if updates:
            self._on_stored()
        if updates and offset is None:
            raise TelegramError("updates without a number cannot be confirmed")  # and come again at once: wait a little

    async def _get_updates(self, offset: int | None) -> list[Update]:
        asked: dict[str, str | int] = {
            "timeout": self._poll_seconds,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        if offset is not None:
            asked["offset"] = offset
        # Not through Bot.get_updates, which refuses a whole batch for one update that it cannot parse.
        url = f"{self._bot.base_url}/getUpdates?{urlencode(asked)}"
        try:
            updates = await self._request.post(url, read_timeout=self._poll_seconds + 10)
        except RecursionError:
            raise TelegramError("the answer is nested too deeply") from None
        return list(updates) if isinstance(updates, list) else []


def _stored_offset(tx: Transaction) -> int | None:
    stored = tx.marks.get(OFFSET)
    return int(stored) if stored else None
