"""The inbox: raw updates, stored before they are confirmed to Telegram, taken one chat in order."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import RowMapping, bindparam, case, func, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.people_rows import found
from chatbot.database.queue_tables import inbox
from chatbot.database.sealing import SHOP
from chatbot.database.shelves import Shelf, ShelfSql, shelf_sql
from chatbot.database.step import Step
from chatbot.domain.errors import StorageDamaged
from chatbot.use_cases.given_up import Reason, update_kind
from chatbot.use_cases.ports import BEFORE_ALL, Incoming

_log = logging.getLogger(__name__)

LONGEST_WAIT = 60  # seconds between two tries of one update
MAX_ERROR = 500

REDELIVERED = timedelta(days=2)
"""For at most so long Telegram may send an update again; it keeps them for one day. A number that comes back later is
another update's, because the numbers start anew at random after a quiet week."""

_STORED = select(inbox.c.id, inbox.c.received_at).where(inbox.c.update_id == bindparam("number"))
_RENUMBER = update(inbox).where(inbox.c.id == bindparam("row_id")).values(update_id=-inbox.c.id)
_ADD = insert_once(inbox).on_conflict_do_nothing(index_elements=["update_id"])
# Hops from chat to chat in the index, so that ten thousand rows of one chat cost no more than one; and hops on only
# until it has found enough, while nothing joins or sorts it, so that ten thousand chats cost no more than those taken.
_next = inbox.alias("next")
_start = (
    select(func.min(inbox.c.chat_id).label("id"))
    .where(inbox.c.done_at.is_(None), inbox.c.chat_id > bindparam("after"))
    .cte("chats", recursive=True)
)
_hop = select(func.min(_next.c.chat_id)).where(_next.c.done_at.is_(None), _next.c.chat_id > _start.c.id)
_chats = _start.union_all(select(_hop.scalar_subquery()).where(_start.c.id.is_not(None)))
_due_head = (
    select(case((_next.c.due <= bindparam("now"), _next.c.id)))
    .where(_next.c.done_at.is_(None), _next.c.chat_id == _chats.c.id)
    .order_by(_next.c.id)
    .limit(1)
)
_heads = (
    select(_due_head.scalar_subquery().label("id"))
    .where(_chats.c.id.is_not(None), _chats.c.id.not_in(bindparam("busy", expanding=True)))
    .subquery("heads")
)
_OLDEST = (
    select(inbox)
    .where(inbox.c.id.in_(select(_heads.c.id).where(_heads.c.id.is_not(None)).limit(bindparam("most"))))
    .order_by(inbox.c.id)
    .with_for_update(of=inbox, skip_locked=True)
)
_WAITS = select(inbox.c.id).where(inbox.c.done_at.is_(None), inbox.c.chat_id == bindparam("chat")).limit(1)
_ATTEMPTS = select(inbox.c.attempts).where(inbox.c.id == bindparam("row_id"))
_SAVE = update(inbox).where(inbox.c.id == bindparam("row_id"), inbox.c.done_at.is_(None))


class InboxRows(Shelf):
    """`Inbox` in SQL."""

    _shelf: ClassVar[ShelfSql] = shelf_sql(inbox, inbox.c.attempts)

    def __init__(self, step: Step) -> None:
        self._step = step

    def add(self, update_id: int, chat_id: int, sender_id: int, payload: str) -> bool:
        """Store an update (JSON), sealed for its sender; False where it was stored before.

        What was stored is not sealed again: its sender may be forgotten, and would be given a new key. The update of a
        sender whose key is damaged is given up, without its words: it must hold up none that come with it.
        """
        stored = self._step.first(_STORED, number=update_id)
        if stored is not None and stored["received_at"] >= self._step.now - REDELIVERED:
            return False
        if stored is not None:
            self._step.change(_RENUMBER, row_id=stored["id"])
        values = {
            "update_id": update_id,
            "chat_id": chat_id,
            "received_at": self._step.now,
            "due": self._step.now,
            "attempts": 0,
            **self._sealed(update_id, sender_id, payload),
        }
        return self._step.change(_ADD, **values) == 1

    def _sealed(self, update_id: int, sender_id: int, payload: str) -> dict[str, Any]:
        seal = self._step.vault.seal
        try:
            return {"payload": seal(sender_id, payload, self._shelf.place)}
        except StorageDamaged as error:
            _log.error("update %d cannot be sealed and is given up: %s", update_id, error)
            nothing = seal(SHOP, "{}", self._shelf.place)
            return {"payload": nothing, "done_at": self._step.now, "error": Reason.DAMAGED.value}

    def oldest_of_each_chat(self, busy: Sequence[int], limit: int, after: int = BEFORE_ALL) -> list[Incoming]:
        """The oldest undone update of each chat that is not busy, where its next try has come; of the chats that come
        next after this one by their ids, the oldest update first."""
        values = {"now": self._step.now, "busy": list(busy), "most": limit, "after": after}
        rows = self._step.all(_OLDEST, sealed=["payload"], **values)
        taken: list[Incoming] = []
        for row in rows:
            updates = self._read(row, json.loads)
            taken += [
                Incoming(row["id"], row["chat_id"], update, row["attempts"], row["update_id"]) for update in updates
            ]
        return taken

    def waits(self, chat_id: int) -> bool:
        """Whether anything of this chat has yet to be handled."""
        return self._step.first(_WAITS, chat=chat_id) is not None

    def postpone(self, inbox_id: int, due: datetime) -> None:
        """Handle the update then; its chat waits for it."""
        self._step.change(_SAVE, row_id=inbox_id, due=due)

    def done(self, inbox_id: int) -> None:
        """The update has taken effect; its words are forgotten, its number kept."""
        self._step.change(_SAVE, row_id=inbox_id, done_at=self._step.now, payload=None, error=None)

    def failed(self, inbox_id: int, error: str) -> int:
        """Note a failure: the chat waits for the next try, 1, 2, 4 … 60 seconds away. Returns the failures so far."""
        attempts = 1 + int(found(self._step.first(_ATTEMPTS, row_id=inbox_id), "update", inbox_id)["attempts"])
        wait = timedelta(seconds=min(2 ** min(attempts - 1, 10), LONGEST_WAIT))
        self._step.change(_SAVE, row_id=inbox_id, attempts=attempts, due=self._step.now + wait, error=error[:MAX_ERROR])
        return attempts

    def set_aside(self, inbox_id: int, error: str) -> None:
        """Give the update up, so that its chat goes on; it stays readable to whoever looks into it."""
        self._step.change(_SAVE, row_id=inbox_id, done_at=self._step.now, error=error[:MAX_ERROR])

    def _give_up(self, row: RowMapping, why: Reason) -> None:
        self.set_aside(row["id"], why.value)

    def _what(self, row: RowMapping, payload: str) -> dict[str, Any]:
        return {"kind": update_kind(json.loads(payload)), "number": row["update_id"], "chat_id": row["chat_id"] or None}
