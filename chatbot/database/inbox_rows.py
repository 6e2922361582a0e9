"""The inbox: raw updates, stored before they are confirmed to Telegram, taken one chat in order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, ClassVar

from sqlalchemy import RowMapping, bindparam, exists, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.people_rows import found
from chatbot.database.queue_tables import inbox
from chatbot.database.sealing import ERASED
from chatbot.database.shelves import Shelf, ShelfSql, shelf_sql
from chatbot.database.step import Step
from chatbot.use_cases.ports import Incoming

LONGEST_WAIT = 60  # seconds between two tries of one update
MAX_ERROR = 500

_ADD = insert_once(inbox).on_conflict_do_nothing(index_elements=["update_id"])
_earlier = inbox.alias("earlier")
_OLDEST = (
    select(inbox)
    .where(
        inbox.c.done_at.is_(None),
        inbox.c.due <= bindparam("now"),
        inbox.c.chat_id.not_in(bindparam("busy", expanding=True)),
        ~exists().where(
            _earlier.c.chat_id == inbox.c.chat_id, _earlier.c.done_at.is_(None), _earlier.c.id < inbox.c.id
        ),
    )
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_ATTEMPTS = select(inbox.c.attempts).where(inbox.c.id == bindparam("row_id"))
_SAVE = update(inbox).where(inbox.c.id == bindparam("row_id"), inbox.c.done_at.is_(None))


class InboxRows(Shelf):
    """`Inbox` in SQL."""

    _shelf: ClassVar[ShelfSql] = shelf_sql(inbox, inbox.c.attempts)

    def __init__(self, step: Step) -> None:
        self._step = step

    def add(self, update_id: int, chat_id: int, sender_id: int, payload: str) -> bool:
        """Store an update (JSON), sealed for its sender; False where it was stored before."""
        added = self._step.change(
            _ADD,
            update_id=update_id,
            chat_id=chat_id,
            payload=self._step.vault.seal(sender_id, payload, "inbox.payload"),
            received_at=self._step.now,
            due=self._step.now,
            attempts=0,
        )
        return added == 1

    def oldest_of_each_chat(self, busy: Sequence[int], limit: int) -> list[Incoming]:
        """The oldest undone update of each chat that is not busy, where its next try has come."""
        rows = self._step.all(_OLDEST, sealed=["payload"], now=self._step.now, busy=list(busy), most=limit)
        taken = []
        for row in rows:
            text = self._step.vault.open(row["payload"], "inbox.payload")
            if text == ERASED:
                self.set_aside(row["id"], "erased")
            else:
                taken.append(Incoming(row["id"], row["chat_id"], json.loads(text), row["attempts"]))
        return taken

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

    def _what(self, row: RowMapping, payload: str) -> dict[str, Any]:
        kind = next((name for name in json.loads(payload) if name != "update_id"), "")
        return {"kind": kind, "number": row["update_id"], "chat_id": row["chat_id"] or None}
