"""What the queues have given up: shown to the founders, put back at its place, or let go.

A row stands on the shelf while it is done with a reason and its payload is still there and readable. Reasons that
leave nothing to put right are none of a founder's business and are passed over.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any, ClassVar, TypeVar

from sqlalchemy import Column, RowMapping, Select, Table, Update, bindparam, select, update

from chatbot.database.sealing import ERASED
from chatbot.database.step import Step
from chatbot.domain.errors import StorageDamaged, StorageError
from chatbot.use_cases.given_up import NO_TROUBLE, Reason, SetAside

_log = logging.getLogger(__name__)

T = TypeVar("T")

_AT_ONCE = 100  # rows whose keys are fetched together


@dataclass(frozen=True, slots=True)
class ShelfSql:
    """The statements of one queue, and the name of its attempts."""

    place: str
    attempts: str
    rows: Select[Any]
    back: Update
    away: Update


def shelf_sql(table: Table, attempts: Column[int]) -> ShelfSql:
    """Statements over a queue, whose columns of attempts have different names."""
    on_the_shelf = (
        table.c.done_at.is_not(None),
        table.c.error.is_not(None),
        table.c.error.not_in([reason.value for reason in NO_TROUBLE]),
        table.c.payload.is_not(None),
    )
    this = update(table).where(table.c.id == bindparam("row_id"), *on_the_shelf)
    return ShelfSql(
        place=f"{table.name}.payload",
        attempts=attempts.name,
        rows=select(table).where(*on_the_shelf).order_by(table.c.done_at.desc(), table.c.id.desc()),
        back=this.values({"done_at": None, "error": None, attempts.name: 0, "due": bindparam("now")}),
        away=this.values(payload=None),
    )


class Shelf:
    """`Shelf` in SQL, for the rows of one queue."""

    _shelf: ClassVar[ShelfSql]
    _step: Step

    def set_aside_rows(self, most: int) -> list[SetAside]:
        """The newest so many that were given up, without what belongs to a person who was erased."""
        with closing(self._set_aside()) as found:
            return list(islice(found, most))

    def _set_aside(self) -> Generator[SetAside, None, None]:
        with self._step.connection.execute(self._shelf.rows) as found:
            for rows in found.mappings().partitions(_AT_ONCE):
                self._step.vault.expect(row["payload"] for row in rows)
                for row in rows:
                    why, payload = self._opened(row)
                    if payload != ERASED:
                        values = {"id": row["id"], "at": row["done_at"], "why": why}
                        yield SetAside(**values, attempts=row[self._shelf.attempts], **self._what(row, payload))

    def _opened(self, row: RowMapping) -> tuple[str, str]:
        """Why the row was given up, and its payload; one that was damaged, then or since, is shown as that."""
        try:
            return row["error"], self._step.vault.open(row["payload"], self._shelf.place)
        except StorageDamaged:
            return Reason.DAMAGED, "{}"

    def _read(self, row: RowMapping, read: Callable[[str], T]) -> list[T]:
        """What `read` makes of the row's payload; empty where there is nothing to read.

        A row that was changed in the file, or that another version wrote, is given up: it must hold up no other.
        """
        try:
            text = self._step.vault.open(row["payload"], self._shelf.place)
            if text != ERASED:
                return [read(text)]
        except (StorageError, ValueError, KeyError, TypeError) as error:
            _log.error("row %d of %s cannot be read: %s", row["id"], self._shelf.place, type(error).__name__)
            self._give_up(row, Reason.DAMAGED)
        else:
            self._give_up(row, Reason.ERASED)
        return []

    def _give_up(self, row: RowMapping, why: Reason) -> None:
        """Set aside a row that is just being taken."""
        raise NotImplementedError

    def put_back(self, row_id: int) -> bool:
        """Try it again, now and at the place in the queue that it had; False where it is not given up (any more)."""
        return self._step.change(self._shelf.back, row_id=row_id, now=self._step.now) == 1

    def let_go(self, row_id: int) -> bool:
        """Forget its words; False where it is not given up (any more)."""
        return self._step.change(self._shelf.away, row_id=row_id) == 1

    def _what(self, row: RowMapping, payload: str) -> dict[str, Any]:
        """Kind, number, chat and lead of the row."""
        raise NotImplementedError
