"""Tells the founders that the database is away, at once and without it, and that it is back, through it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from chatbot.database.steady import Outage

_log = logging.getLogger(__name__)

WORTH_TELLING = 60.0  # seconds; what is over sooner bothers nobody


async def tell_of_outages(
    outage: Outage,
    begun: Callable[[str], Awaitable[None]],
    over: Callable[[datetime], Awaitable[None]],
) -> None:
    """Watch until cancelled. `begun` is told why, `over` since when it was away."""
    while True:
        await outage.begun.wait()
        since = outage.since
        try:
            async with asyncio.timeout(WORTH_TELLING):
                await outage.over.wait()
        except TimeoutError:
            await begun(outage.why)
            await outage.over.wait()
            if since is not None:
                await over(since)
