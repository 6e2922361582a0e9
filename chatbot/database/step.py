"""What the repositories of one transaction share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select
from sqlalchemy.sql.base import Executable

from chatbot.database.sealing import SHOP, Vault
from chatbot.database.tables import contacts, leads
from chatbot.domain.errors import StorageError

_OF_CONTACT = select(contacts.c.telegram_id).where(contacts.c.id == bindparam("contact"))
_OF_LEAD = (
    select(contacts.c.telegram_id)
    .join(leads, leads.c.client_id == contacts.c.id)
    .where(leads.c.id == bindparam("lead"))
)


@dataclass(frozen=True, slots=True)
class Step:
    """One transaction: its connection, its vault, its time, its randomness."""

    connection: Connection
    vault: Vault
    now: datetime
    random_bytes: Callable[[int], bytes]
    _subjects: dict[tuple[str, int], int] = field(default_factory=dict)

    def first(self, statement: Executable, **values: Any) -> RowMapping | None:
        """The first row, or None."""
        return self.connection.execute(statement, values).mappings().first()

    def all(self, statement: Executable, sealed: Iterable[str] = (), **values: Any) -> list[RowMapping]:
        """All rows; the keys of the columns named in `sealed` are fetched at once."""
        rows = list(self.connection.execute(statement, values).mappings())
        self.vault.expect(row[name] for name in sealed for row in rows)
        return rows

    def change(self, statement: Executable, **values: Any) -> int:
        """How many rows an UPDATE or INSERT touched."""
        count: int = self.connection.execute(statement, values).rowcount
        return count

    def add(self, statement: Executable, **values: Any) -> int:
        """The id of the row that an INSERT … RETURNING added."""
        number: int = self.connection.execute(statement, values).scalar_one()
        return number

    def subject_of_contact(self, contact_id: int | None) -> int:
        """Whose key seals what belongs to this contact; 0 and None are the shop."""
        return self._subject(_OF_CONTACT, "contact", contact_id) if contact_id else SHOP

    def subject_of_lead(self, lead_id: int | None) -> int:
        """Whose key seals what belongs to this lead: its client's; None is the shop."""
        return self._subject(_OF_LEAD, "lead", lead_id) if lead_id else SHOP

    def _subject(self, statement: Executable, kind: str, number: int) -> int:
        if (kind, number) not in self._subjects:
            subject = self.connection.execute(statement, {kind: number}).scalar()
            if subject is None:
                raise StorageError(f"there is no {kind} {number} to seal a row for; this is a fault of the program")
            self._subjects[kind, number] = subject
        return self._subjects[kind, number]

    def lose_subjects(self) -> None:
        """Somebody was erased in this step: look up anew whose key seals what."""
        self._subjects.clear()

    def open_json(self, sealed: bytes | None, place: str) -> Any:
        """The JSON sealed for this column; None where it was erased."""
        text = self.vault.open(sealed, place)
        return json.loads(text) if text else None

    def seal_json(self, subject: int, value: Any, place: str) -> bytes:
        """The value as sealed JSON."""
        return self.vault.seal(subject, json.dumps(value, ensure_ascii=False, separators=(",", ":")), place)
