"""What a bot that loses things would do: the checks must see it. Applied in the bot's process, never in the product."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from chatbot.background import Background
from chatbot.database.job_rows import JobRows
from chatbot.database.outbox_rows import OutboxRows
from chatbot.telegram_ui import dispatcher, routes
from chatbot.telegram_ui.handling import CURRENT
from chatbot.telegram_ui.intake import Polling, store_updates
from chatbot.use_cases.ports import Place, Steps
from chatbot.use_cases.replies import Action, Say

A_SLOW_DISK = 0.05  # seconds
UNTIL_SENT = 1.5  # seconds: the sender looks for work once a second

_late = Background()


def commit_not_awaited() -> None:
    """Updates are confirmed to Telegram while their commit is still under way."""

    async def store_later(polling: Polling, updates: Any, offset: int | None) -> None:
        await asyncio.sleep(A_SLOW_DISK)
        await polling._steps.run(store_updates, updates, offset)
        polling._on_stored()

    async def poll(polling: Polling) -> None:
        updates = await polling._get_updates(polling._offset)
        offset = int(updates[-1]["update_id"]) + 1 if updates else None
        if updates or polling._offset is not None:
            _late.start(store_later(polling, updates, offset), "a commit that nobody awaits")
        polling._offset = offset

    Polling._poll = poll  # type: ignore[method-assign]


def effect_and_note_apart() -> None:
    """What an update does and that it is done are two transactions."""

    async def finish(steps: Steps, use_case: Callable[..., Any], *args: Any) -> Any:
        handling = CURRENT.get()
        result = await steps.run(use_case, *args)
        await asyncio.sleep(UNTIL_SENT)
        await steps.run(lambda tx: tx.inbox.done(handling.inbox_id))
        handling.done = True
        return result

    routes.finish = finish  # type: ignore[assignment]
    dispatcher.finish = finish  # type: ignore[assignment]


def answers_twice() -> None:
    """The bot's own words to a client are put twice into the outbox."""
    put = OutboxRows.put

    def twice(rows: OutboxRows, place: Place, action: Action, key: str = "", due: datetime | None = None) -> None:
        put(rows, place, action, key, due)
        if isinstance(action, Say) and action.slot.startswith("question:"):
            put(rows, place, action, key, due)

    OutboxRows.put = twice  # type: ignore[method-assign]


def timers_never_put() -> None:
    """Nobody is reminded of what was promised."""
    put = JobRows.put

    def without(rows: JobRows, kind: str, *rest: Any) -> None:
        if kind not in ("answer_due", "review_due"):
            put(rows, kind, *rest)

    JobRows.put = without  # type: ignore[method-assign, assignment]


def answers_twice_and_no_timers() -> None:
    """Both in one life, which saves a run."""
    answers_twice()
    timers_never_put()


SINS = {
    "commit not awaited": commit_not_awaited,
    "effect and note apart": effect_and_note_apart,
    "answers twice and no timers": answers_twice_and_no_timers,
}
