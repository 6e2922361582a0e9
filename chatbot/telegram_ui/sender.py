"""The pump of the outbox: one chat in order, chats side by side, at Telegram's rates.

Every message is sent **at least once**: Telegram has no key that would make a send idempotent, so that after a crash
between a send and the note of it, or after an answer that got lost, the message is sent again. To lose one would be
worse. Only *typing* is sent at most once and is dropped when late.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from chatbot.background import Background, told
from chatbot.domain.errors import PictureError, StorageDamaged
from chatbot.telegram_ui.deliveries import Delivered, Deliveries, Progress
from chatbot.telegram_ui.entry_points import EntryPoints
from chatbot.telegram_ui.lanes import Lanes
from chatbot.telegram_ui.patience import seconds_of
from chatbot.telegram_ui.refusals import chat_is_closed, fixed_words, topic_is_gone
from chatbot.use_cases.chats import morning
from chatbot.use_cases.given_up import Reason, reason_of
from chatbot.use_cases.ports import Outgoing, Steps, Transaction
from chatbot.use_cases.replies import Copy, Phrase, Say, Typing
from chatbot.use_cases.trouble import Fault

_log = logging.getLogger(__name__)

LEASE_SECONDS = 60  # longer than a delivery may take
_DELIVERY_SECONDS = 50.0
_LATE_TYPING = timedelta(seconds=10)
_LOOK_AGAIN = 1.0
_LONGEST_PAUSE = 60.0
_DRAWING_ATTEMPTS = 3
_FAULT_ATTEMPTS = 5  # of our own faults
_OUTAGE_ATTEMPTS = 10  # of network errors while other messages get through


@dataclass(frozen=True, slots=True)
class _Claimed:
    item: Outgoing
    copied_kind: str
    at: datetime


class Sender:
    """Sends outbox rows. `on_finished` is called after a row, which may have led to more work, with what became of it:
    sent, again, or the reason why it was given up."""

    def __init__(
        self,
        deliveries: Deliveries,
        steps: Steps,
        entry_points: EntryPoints,
        background: Background,
        on_finished: Callable[[str], None],
        width: int = 32,
    ) -> None:
        self._deliveries = deliveries
        self._steps = steps
        self._use_cases = entry_points
        self._on_finished = on_finished
        self._progress: dict[int, Progress] = {}
        self._failures: dict[int, Counter[str]] = {}
        self._undrawn: set[int] = set()
        self._in_hand: set[int] = set()
        self._last_success = 0.0
        self.lanes = Lanes("sender", self._take, self._work, background, width)

    async def _take(self, free: int) -> tuple[Sequence[_Claimed], float]:
        rows, pause = await self._steps.run(_claim, free, tuple(self._in_hand))
        self._in_hand.update(row.item.id for row in rows)
        return rows, pause

    async def _work(self, claimed: _Claimed) -> None:
        outcome = "again"
        try:
            outcome = await self._send(claimed)
        except Exception as error:  # noqa: BLE001 -- a fault of ours: the lease ends and the row is taken again
            _log.error("outbox row %d cannot be finished: %s", claimed.item.id, told(error))
        finally:
            self._in_hand.discard(claimed.item.id)
            self._on_finished(outcome)

    async def _send(self, claimed: _Claimed) -> str:
        """What became of the row: sent, again, or why it was given up."""
        item = claimed.item
        if isinstance(item.action, Typing):
            return await self._type(claimed)
        progress = self._progress.setdefault(item.id, Progress())
        try:
            async with asyncio.timeout(_DELIVERY_SECONDS):
                delivered = await self._deliveries.deliver(
                    item, progress, claimed.copied_kind, item.id in self._undrawn
                )
        except Exception as error:  # noqa: BLE001 -- every kind of failure has its line in _failed
            return await self._failed(item, error)
        self._last_success = asyncio.get_running_loop().time()
        return await self._finish(item, "sent", self._note, delivered)

    async def _type(self, claimed: _Claimed) -> str:
        item = claimed.item
        if claimed.at - item.created_at <= _LATE_TYPING:
            try:
                await self._deliveries.deliver(item, Progress(), "", bare=False)
            except RetryAfter as error:
                # What follows in this chat waits behind it.
                return await self._again(item, seconds_of(error), asked=True)
            except TelegramError as error:
                _log.info("typing was not shown: %s", type(error).__name__)
        return await self._finish(item, "sent", self._note, Delivered())

    def _note(self, tx: Transaction, item: Outgoing, delivered: Delivered) -> None:
        if delivered.topic_id is not None:
            self._use_cases.topic_opened(tx, item, delivered.topic_id)
        if self._use_cases.sent(tx, item, delivered.message_id, delivered.text):
            tx.outbox.note_parts(item, delivered.others)

    async def _failed(self, item: Outgoing, error: Exception) -> str:
        match error:
            case RetryAfter():
                outcome = await self._again(item, seconds_of(error), asked=True)
            case Forbidden():
                outcome = await self._give_up(item, Reason.BLOCKED)
            case ChatMigrated():
                await self._steps.run(self._moved, item, error.new_chat_id)
                outcome = "again"
            case BadRequest():
                _log.warning("outbox row %d is refused: %s", item.id, fixed_words(error))
                outcome = await self._give_up(item, _why_refused(error, item), fixed_words(error))
            case PictureError():
                outcome = await self._undrawable(item, error)
            case TimeoutError() | TimedOut() | TelegramError():
                outcome = await self._unreachable(item, error)
            case _:
                outcome = await self._faulty(item, error)
        return outcome

    def _moved(self, tx: Transaction, item: Outgoing, new_chat_id: int) -> None:
        self._use_cases.group_moved(tx, item.place.chat_id, new_chat_id)
        tx.outbox.again(item, tx.now)
        _log.warning(
            "the group %d is now %d: set TEAM_CHAT_ID to it if it is the team's", item.place.chat_id, new_chat_id
        )

    async def _unreachable(self, item: Outgoing, error: Exception) -> str:
        """Wait for the network; but where other messages get through, the fault lies in this one."""
        _log.warning("outbox row %d: %s, attempt %d", item.id, type(error).__name__, item.attempt)
        others = asyncio.get_running_loop().time() - self._last_success < _LONGEST_PAUSE
        blamed = others and not isinstance(error, InvalidToken)
        if blamed and self._count(item, "alone") >= _OUTAGE_ATTEMPTS:
            return await self._give_up(item, Reason.AWAY, type(error).__name__)
        return await self._again(item, _pause(item.attempt))

    async def _undrawable(self, item: Outgoing, error: PictureError) -> str:
        """The words go without the picture in the end, and the founders are told."""
        _log.error("outbox row %d: %s, attempt %d", item.id, error, item.attempt)
        if self._count(item, "undrawn") >= _DRAWING_ATTEMPTS and item.id not in self._undrawn:
            self._undrawn.add(item.id)
            fault = Fault(Phrase("aside-picture"), reason_of(error), chat_id=item.place.chat_id)
            await self._steps.run(self._use_cases.report_trouble, fault)
        return await self._again(item, 0 if item.id in self._undrawn else _pause(item.attempt))

    async def _faulty(self, item: Outgoing, error: Exception) -> str:
        _log.error("outbox row %d: %s, attempt %d", item.id, told(error), item.attempt)
        if self._count(item, "faulty") >= _FAULT_ATTEMPTS:
            return await self._give_up(item, Reason.FAULT, type(error).__name__)
        return await self._again(item, _pause(item.attempt))

    def _count(self, item: Outgoing, kind: str) -> int:
        """How often the row has failed in this way by now. Its attempts are more: an outage and a limit cost some too,
        and are no reason to give it up."""
        counts = self._failures.setdefault(item.id, Counter())
        counts[kind] += 1
        return counts[kind]

    async def _give_up(self, item: Outgoing, why: Reason, words: str = "") -> str:
        return await self._finish(item, why.value, self._use_cases.undeliverable, why, words)

    async def _finish(self, item: Outgoing, outcome: str, use_case: Callable[..., None], *args: object) -> str:
        try:
            await self._steps.run(use_case, item, *args)
        except StorageDamaged as error:
            # It would be so each time, and whatever was sent would be sent each time; its chat is to go on.
            _log.error("what became of outbox row %d cannot be noted: %s", item.id, error)
            outcome = Reason.DAMAGED.value
            await self._steps.run(_set_aside, item, outcome)
        self._progress.pop(item.id, None)
        self._failures.pop(item.id, None)
        self._undrawn.discard(item.id)
        return outcome

    async def _again(self, item: Outgoing, seconds: float, asked: bool = False) -> str:
        await self._steps.run(_again, item, seconds, asked)
        return "again"


def _claim(tx: Transaction, free: int, in_hand: Sequence[int]) -> tuple[list[_Claimed], float]:
    claimed = tx.outbox.claim(free, LEASE_SECONDS, in_hand)
    items = [item for item in claimed if not _left_for_the_morning(tx, item)]
    rows = [_Claimed(item, _copied_kind(tx, item), tx.now) for item in items]
    due = tx.outbox.next_due()
    # A row that is due behind another of its chat is no reason to look again at once.
    pause = _LOOK_AGAIN if due is None else max(0.2, min(_LOOK_AGAIN, (due - tx.now).total_seconds()))
    return rows, pause


def _left_for_the_morning(tx: Transaction, item: Outgoing) -> bool:
    """What nobody asked for was held up until the quiet hours began: by an outage, or because we did not run."""
    unasked = isinstance(item.action, Say) and item.action.unasked
    if not unasked or (due := morning(tx)) <= tx.now:
        return False
    tx.outbox.postpone(item, due)
    return True


def _copied_kind(tx: Transaction, item: Outgoing) -> str:
    """Nothing sealed is opened for it: a message that was damaged in the file would hold up all who are claimed for."""
    if not isinstance(item.action, Copy):
        return ""
    return tx.messages.kind_of(item.action.from_chat, item.action.message_id)


def _set_aside(tx: Transaction, item: Outgoing, why: str) -> None:
    tx.outbox.set_aside(item, why)


def _again(tx: Transaction, item: Outgoing, seconds: float, asked: bool) -> None:
    tx.outbox.again(item, tx.now + timedelta(seconds=seconds), asked)


def _why_refused(error: BadRequest, item: Outgoing) -> Reason:
    gone = topic_is_gone(error)
    if gone and item.topic_id is not None:
        return Reason.GONE
    # Of a person Telegram says this with 403; in a group 400 has many words for it.
    return Reason.BLOCKED if item.place.chat_id < 0 and (gone or chat_is_closed(error)) else Reason.REFUSED


def _pause(attempt: int) -> float:
    """Seconds before the next attempt: 1, 2, 4 … 60."""
    return min(_LONGEST_PAUSE, 2.0 ** max(0, attempt - 1))
