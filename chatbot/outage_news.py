"""Tells the founders that the database is away, at once and without it, and that it is back, through it."""

from __future__ import annotations

import asyncio
from datetime import datetime

from chatbot.database.steady import Outage
from chatbot.telegram_ui.runner import TelegramSide
from chatbot.use_cases.ports import Steps
from chatbot.use_cases.replies import Phrase
from chatbot.use_cases.reports import outage
from chatbot.use_cases.shop import Shop

WORTH_TELLING = 60.0  # seconds; what is over sooner bothers nobody


class OutageNews:
    """Watches one `Outage`, tells one shop's founders."""

    def __init__(self, watched: Outage, steps: Steps, side: TelegramSide, shop: Shop) -> None:
        self._outage = watched
        self._steps = steps
        self._side = side
        self._shop = shop

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._outage.begun.wait()
            since = self._outage.since
            try:
                async with asyncio.timeout(WORTH_TELLING):
                    await self._outage.over.wait()
            except TimeoutError:
                if self._outage.error is not None:
                    await self._say_now(outage.begun(self._outage.error.why))
                await self._outage.over.wait()
                if since is not None:
                    await self._tell_over(since)

    async def _say_now(self, news: Phrase) -> None:
        for founder in self._shop.founder_ids:
            await self._side.say_now(founder, news, self._shop.founder_language)

    async def _tell_over(self, since: datetime) -> None:
        await self._steps.run(outage.over, since)
        self._side.wake()
