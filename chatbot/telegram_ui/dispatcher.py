"""Takes stored updates to the handlers: one chat in order, chats side by side, each update to exactly one effect.

- A handler's step marks the row done in the transaction of the use case.
- A refusal rolls it back; a second step says why and marks the row done.
- Any other error rolls it back and is tried again; after some attempts the row is set aside, the person gets a calm
  sentence and the founders are told. Later rows of the chat wait until then.
- An update that cannot be read, or whose values are of no use, is set aside at once.
- A person's updates beyond their pace wait in the inbox; nobody else does. A stranger's in a group are passed over.
- A look at what waits opens no more than the updates themselves: one damaged record must not hold up everybody.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application

from chatbot.background import Background, told
from chatbot.domain.errors import Refusal
from chatbot.telegram_ui.arrivals import person_of
from chatbot.telegram_ui.entry_points import EntryPoints
from chatbot.telegram_ui.handling import CURRENT, Handling, finish, nothing
from chatbot.telegram_ui.lanes import Lanes
from chatbot.telegram_ui.reading import Reading
from chatbot.telegram_ui.usable import UnreadableError
from chatbot.use_cases.given_up import Reason, reason, reason_of, update_kind, update_told
from chatbot.use_cases.incoming import Person
from chatbot.use_cases.ports import BEFORE_ALL, Incoming, Steps, Transaction
from chatbot.use_cases.trouble import Fault

_log = logging.getLogger(__name__)

ATTEMPTS = 3
_LOOK_AGAIN = 1.0  # seconds; rows that failed come due without anybody waking us
_MOST_AT_A_LOOK = 100  # updates, so that a flood which is passed over keeps nobody else from the database


@dataclass(slots=True)
class _Look:
    """The oldest update of each chat whose turn has come; the chats whose turn has not, but does later; and whether
    that is all, or the look has lasted long enough."""

    due: list[Incoming] = field(default_factory=list)
    slowed: list[int] = field(default_factory=list)
    is_all: bool = True


class Dispatcher:
    """Handles inbox rows. `on_handled` is called after every update, which may have put something into the outbox,
    with what became of it: handled, refused, again or set_aside."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        steps: Steps,
        entry_points: EntryPoints,
        background: Background,
        on_handled: Callable[[str], None],
        reading: Reading,
        width: int = 32,
    ) -> None:
        self._application = application
        self._steps = steps
        self._use_cases = entry_points
        self._on_handled = on_handled
        self._reading = reading
        self._busy: set[int] = set()
        self._after = BEFORE_ALL  # the last chat of the latest look; the next goes on from there, round and round
        self.lanes = Lanes("dispatcher", self._take, self._work, background, width)

    async def _take(self, free: int) -> tuple[Sequence[Incoming], float]:
        look = await self._steps.run(self._due, tuple(self._busy), free)
        self._busy.update(row.chat_id for row in look.due)
        await self._tell_slowed(look.slowed)
        if not look.is_all:
            self.lanes.wake()
        return look.due, _LOOK_AGAIN

    async def _tell_slowed(self, chats: Iterable[int]) -> None:
        """Each in a step of its own, which fails alone."""
        steps = (self._steps.run(self._use_cases.slowed, chat) for chat in chats)
        for error in await asyncio.gather(*steps, return_exceptions=True):
            if isinstance(error, Exception):
                _log.error("one who is slowed could not be told: %s", told(error))

    def _due(self, tx: Transaction, busy: Sequence[int], free: int) -> _Look:
        """As many due as are `free`; those whose turn has not come take nobody's place."""
        look, seen = _Look(), 0
        while len(look.due) < free and seen < _MOST_AT_A_LOOK:
            taken = (*busy, *(row.chat_id for row in look.due))
            heads = tx.inbox.oldest_of_each_chat(taken, free - len(look.due), self._after)
            if not heads and self._after == BEFORE_ALL:
                break
            self._after = max((row.chat_id for row in heads), default=BEFORE_ALL)
            seen += len(heads)
            for row in heads:
                self._sort(tx, row, look)
        look.is_all = seen < _MOST_AT_A_LOOK
        return look

    def _sort(self, tx: Transaction, row: Incoming, look: _Look) -> None:
        if self._reading.is_surplus(tx, row):
            tx.inbox.done(row.id)
        elif (turn := self._reading.turn(tx, row)) <= tx.now:
            look.due.append(row)
        else:
            tx.inbox.postpone(row.id, turn)
            look.slowed.append(row.chat_id)

    async def _work(self, row: Incoming) -> None:
        CURRENT.set(Handling(row.id))
        outcome = "again"
        try:
            outcome = await self._handle(row)
        except Exception as error:  # noqa: BLE001 -- a fault of ours: the row stays as it is and is tried again
            _log.error("inbox row %d cannot be settled: %s", row.id, told(error))
            await asyncio.sleep(_LOOK_AGAIN)
        finally:
            self._busy.discard(row.chat_id)
            self._on_handled(outcome)

    async def _handle(self, row: Incoming) -> str:
        """What became of the update: handled, refused, again or set_aside."""
        try:
            update = Update.de_json(dict(row.payload), self._application.bot)
        except Exception as error:  # noqa: BLE001 -- whatever PTB stumbles over must not stop the others
            _log.error("update in inbox row %d cannot be read: %s", row.id, told(error))
            await self._steps.run(self._unreadable, row, type(error).__name__)
            return "set_aside"
        handling, sender = CURRENT.get(), _sender(update)
        try:
            await self._application.process_update(update)
            return await self._settle(row, update, sender, handling)
        except Exception as error:  # noqa: BLE001 -- also when the sentence about an error fails
            return await self._failed(row, None if update.my_chat_member else sender, error)

    async def _settle(self, row: Incoming, update: Update, person: Person | None, handling: Handling) -> str:
        error = handling.error
        if isinstance(error, Refusal) and person is not None:
            message = update.effective_message
            topic_id = message.message_thread_id if message is not None and message.is_topic_message else None
            await finish(self._steps, self._use_cases.refuse, person, row.chat_id, topic_id, error)
            return "refused"
        if isinstance(error, UnreadableError):
            _log.error("update in inbox row %d cannot be used: %s", row.id, error)
            await self._steps.run(self._unreadable, row, str(error))
            return "set_aside"
        if error is not None:
            return await self._failed(row, None if update.my_chat_member else person, error)
        if not handling.done:
            await finish(self._steps, nothing)
        return "handled"

    async def _failed(self, row: Incoming, person: Person | None, error: Exception) -> str:
        _log.error("update in inbox row %d failed: %s", row.id, told(error))
        try:
            return await self._steps.run(self._count_failure, row, person, error)
        except Exception as second:  # noqa: BLE001 -- telling about it fails as well: the row must not come for ever
            _log.error("the trouble with inbox row %d could not be told: %s", row.id, told(second))
            await self._steps.run(_give_up, row.id, reason_of(error))
            return "set_aside"

    def _count_failure(self, tx: Transaction, row: Incoming, person: Person | None, error: Exception) -> str:
        if tx.inbox.failed(row.id, type(error).__name__) < ATTEMPTS:
            return "again"
        self._set_aside(tx, row, reason_of(error), person)
        return "set_aside"

    def _unreadable(self, tx: Transaction, row: Incoming, error: str) -> None:
        self._set_aside(tx, row, reason(Reason.UNREADABLE, error), None)

    def _set_aside(self, tx: Transaction, row: Incoming, why: str, person: Person | None) -> None:
        tx.inbox.set_aside(row.id, why)
        what = update_told(update_kind(row.payload), row.number, why)
        self._use_cases.report_trouble(tx, Fault(what, why, person, row.chat_id or None))


def _give_up(tx: Transaction, inbox_id: int, why: str) -> None:
    tx.inbox.set_aside(inbox_id, why)


def _sender(update: Update) -> Person | None:
    """Who is to be told; nobody where it cannot be said who that is."""
    user = update.effective_user
    try:
        return person_of(user) if user is not None else None
    except UnreadableError:
        return None
