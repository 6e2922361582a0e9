"""The ledger and the cards that book into it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import RowMapping, bindparam, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.codec import money_or_none
from chatbot.database.people_rows import found
from chatbot.database.step import Step
from chatbot.database.tables import bookings, ledger_lines
from chatbot.domain.lead import Booking, BookingKind, BookingState
from chatbot.domain.ledger import LedgerLine, Posting
from chatbot.domain.money import Money

_POST_FIRST = insert_once(ledger_lines).on_conflict_do_nothing(index_elements=["posting", "line"])
_POST = insert(ledger_lines)
_BALANCE = select(func.coalesce(func.sum(ledger_lines.c.minor), 0)).where(
    ledger_lines.c.account == bindparam("account"), ledger_lines.c.currency == bindparam("currency")
)
_LINES = select(ledger_lines).where(ledger_lines.c.account == bindparam("account")).order_by(ledger_lines.c.id)

_BOOKING = select(bookings).where(bookings.c.id == bindparam("row_id"))
_ADD_BOOKING = insert(bookings).returning(bookings.c.id)
_SAVE_BOOKING = update(bookings).where(bookings.c.id == bindparam("row_id"))


class LedgerRows:
    """`Ledger` in SQL: it only ever inserts. Balances are in the shop's currency."""

    def __init__(self, step: Step, currency: str) -> None:
        self._step = step
        self._currency = currency

    def post(self, posting: Posting, lead_id: int) -> bool:
        """Write the lines of a posting; False where one with its key stands there, and nothing is written."""
        columns = [self._columns(posting, lead_id, number) for number in range(len(posting.lines))]
        if self._step.change(_POST_FIRST, **columns[0]) == 0:
            return False
        for line in columns[1:]:
            self._step.change(_POST, **line)
        return True

    def _columns(self, posting: Posting, lead_id: int, number: int) -> dict[str, object]:
        line = posting.lines[number]
        return {
            "posting": posting.key,
            "line": number,
            "at": self._step.now,
            "lead_id": lead_id,
            "memo": posting.memo,
            "account": line.account,
            "minor": line.amount.minor,
            "currency": line.amount.currency,
        }

    def balance(self, account: str) -> Money:
        """Debits minus credits."""
        row = self._step.connection.execute(_BALANCE, {"account": account, "currency": self._currency})
        return Money(int(row.scalar_one()), self._currency)

    def lines(self, account: str) -> list[tuple[datetime, int, str, LedgerLine]]:
        """When, for which lead, what for, and the line, oldest first."""
        return [
            (row["at"], row["lead_id"], row["memo"], LedgerLine(account, Money(row["minor"], row["currency"])))
            for row in self._step.all(_LINES, account=account)
        ]


class BookingRows:
    """`Bookings` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def get(self, booking_id: int) -> Booking:
        """The booking card of this id."""
        return self._booking(found(self._step.first(_BOOKING, row_id=booking_id), "booking", booking_id))

    def add(self, kind: BookingKind, lead_id: int, amount: Money | None, reason: str, by: int) -> Booking:
        """A new card, shown and not yet booked."""
        card = Booking(0, kind, lead_id, amount, reason, BookingState.SHOWN, by, self._step.now)
        return self.get(self._step.add(_ADD_BOOKING, **self._columns(card)))

    def save(self, booking: Booking) -> None:
        """Write the whole record."""
        self._step.change(_SAVE_BOOKING, row_id=booking.id, **self._columns(booking))

    def _columns(self, booking: Booking) -> dict[str, object]:
        subject = self._step.subject_of_lead(booking.lead_id)
        return {
            "kind": booking.kind,
            "lead_id": booking.lead_id,
            "amount_minor": booking.amount.minor if booking.amount else None,
            "amount_currency": booking.amount.currency if booking.amount else None,
            "reason": self._step.vault.seal(subject, booking.reason, "bookings.reason"),
            "state": booking.state,
            "created_by": booking.created_by,
            "created_at": booking.created_at,
        }

    def _booking(self, row: RowMapping) -> Booking:
        return Booking(
            id=row["id"],
            kind=BookingKind(row["kind"]),
            lead_id=row["lead_id"],
            amount=money_or_none(row["amount_minor"], row["amount_currency"]),
            reason=self._step.vault.open(row["reason"], "bookings.reason"),
            state=BookingState(row["state"]),
            created_by=row["created_by"],
            created_at=row["created_at"],
        )
