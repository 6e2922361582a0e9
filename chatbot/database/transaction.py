"""The transaction that use cases see, and what runs them in it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from chatbot.database.clock_rows import TREMOR, bring_to_now, clock_went_back
from chatbot.database.erasure_list import list_path, read_list, write_list
from chatbot.database.erasure_rows import all_erasures, erase_again
from chatbot.database.inbox_rows import InboxRows
from chatbot.database.job_rows import JobRows
from chatbot.database.lead_rows import LeadRows, MessageRows
from chatbot.database.ledger_rows import BookingRows, LedgerRows
from chatbot.database.note_rows import ButtonRows, CallRows, MarkRows, PromiseRows
from chatbot.database.outbox_rows import OutboxRows
from chatbot.database.people_rows import ContactRows, HandOffRows, ReferralRows
from chatbot.database.quote_rows import QuoteRows
from chatbot.database.sealing import DataKey, Vault
from chatbot.database.step import Step
from chatbot.database.store import SqliteStore
from chatbot.database.trace_rows import TraceRows
from chatbot.domain.errors import StorageError
from chatbot.use_cases import note_ports, ports
from chatbot.use_cases.recalling import recalled
from chatbot.use_cases.shop import Shop

_log = logging.getLogger(__name__)

T = TypeVar("T")

TRY_AGAIN = timedelta(seconds=30)
"""After so long what could not follow upon an erasure is tried again; it takes a look at the whole list."""


class SqlTransaction:
    """`Transaction` in SQL: every repository over one connection."""

    def __init__(self, step: Step, shop: Shop) -> None:
        self.now = step.now
        self._shop = shop
        self.random_bytes = step.random_bytes
        self.contacts: ports.Contacts = ContactRows(step)
        self.leads: ports.Leads = LeadRows(step)
        self.messages: ports.Messages = MessageRows(step)
        self.quotes: ports.Quotes = QuoteRows(step, shop.zone)
        self.hand_offs: ports.HandOffs = HandOffRows(step)
        self.referrals: ports.Referrals = ReferralRows(step)
        self.ledger: ports.Ledger = LedgerRows(step, shop.currency)
        self.bookings: ports.Bookings = BookingRows(step)
        self.promises: note_ports.Promises = PromiseRows(step)
        self.buttons: note_ports.Buttons = ButtonRows(step)
        self.inbox: ports.Inbox = InboxRows(step)
        self.outbox: ports.Outbox = OutboxRows(step, partial(recalled, self))
        self.jobs: ports.Jobs = JobRows(step)
        self.calls: note_ports.Calls = CallRows(step)
        self.marks: note_ports.Marks = MarkRows(step)
        self.traces: note_ports.Traces = TraceRows(step)

    @cached_property
    def shop(self) -> Shop:
        """The shop of the settings, with the team's group under the id that it has now."""
        group = self._shop.team_chat_id
        moved = self.marks.get(note_ports.moved_mark(group)) if group is not None else None
        return self._shop if moved is None else replace(self._shop, team_chat_id=int(moved))


class SqlSteps:
    """`Steps` over a store. `clock` gives aware datetimes, `random_bytes` that many bytes.

    `erasures` is where the list of erasures is kept; None: beside the database. A step that erases somebody returns
    once they stand there too, and the log of the database holds no key of theirs any more.
    """

    def __init__(
        self,
        store: SqliteStore,
        data_key: DataKey,
        shop: Shop,
        clock: Callable[[], datetime],
        random_bytes: Callable[[int], bytes],
        erasures: Path | None = None,
    ) -> None:
        self._store = store
        self._data_key = data_key
        self._shop = shop
        self._clock = clock
        self._random_bytes = random_bytes
        self._list = erasures or list_path(store.path)
        self._erased = False  # a step has erased somebody, and what follows upon that is not begun yet
        self._failed_at: datetime | None = None  # when it was last tried and not done
        self._complained = False
        self._latest: datetime | None = None  # the time of the last step

    async def run(self, use_case: Callable[..., T], *args: Any) -> T:
        """What `use_case(transaction, *args)` returns, after COMMIT; what it raises rolls everything back."""
        result = await self._store.run(self._in_transaction, use_case, args)
        if self._erased or self._is_time_to_try_again():
            await self._follow_up()
        return result

    async def settle_erasures(self) -> int:
        """Bring database and list to the same erasures: at the start, since a crash or an old copy may have come
        between. Returns how many people that erased. Raises StorageError."""
        erased = await self._store.run(self._settle)
        self._failed_at = None if await self._store.checkpoint() else self._now()
        return erased

    def _is_time_to_try_again(self) -> bool:
        """Also where the clock went back."""
        return self._failed_at is not None and abs(self._now() - self._failed_at) >= TRY_AGAIN

    async def _follow_up(self) -> None:
        """What fails here is tried again with a later step: the erasure itself stands."""
        self._failed_at = self._now()  # until it is done: steps that end meanwhile begin nothing
        try:
            await self.settle_erasures()
            self._complained = False
        except StorageError as error:
            self._erased, self._failed_at = False, self._now()
            if not self._complained:
                _log.error("an erasure is done, but what follows upon it is not, and is tried again: %s", error)
            self._complained = True

    def _in_transaction(self, connection: Connection, use_case: Callable[..., T], args: tuple[Any, ...]) -> T:
        step = self._step(connection)
        self._keep_time(step)
        transaction: ports.Transaction = SqlTransaction(step, self._shop)
        result = use_case(transaction, *args)
        self._erased = self._erased or step.vault.has_destroyed
        self._latest = step.now
        return result

    def _keep_time(self, step: Step) -> None:
        """The time may only go on: where it went back, or may have between two runs, the queues are put right."""
        if self._latest is None:
            bring_to_now(step)
        elif step.now < self._latest - TREMOR:
            back = (self._latest - step.now).total_seconds()
            _log.warning("the clock went back by %.0f s; what waited for later times is moved along", back)
            clock_went_back(step)

    def _settle(self, connection: Connection) -> int:
        """The file is written within the transaction, so that of two processes none takes away the other's lines."""
        self._erased = False  # before the list is read: whoever is erased from here on sets it again
        step, listed = self._step(connection), read_list(self._list)
        known = all_erasures(step)
        erased = erase_again(step, listed) if listed.keys() - known.keys() else 0
        if known.keys() - listed.keys():
            write_list(self._list, listed | known)
        return erased

    def _step(self, connection: Connection) -> Step:
        return Step(connection, Vault(connection, self._data_key), self._now(), self._random_bytes)

    def _now(self) -> datetime:
        """The time in UTC, as precise as the tables keep it, so that what is read equals what was written."""
        now = self._clock().astimezone(UTC)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)
