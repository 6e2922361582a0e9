"""Small records: promises, buttons, calls of the language model, marks."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.people_rows import found
from chatbot.database.step import Step
from chatbot.database.tables import buttons, calls, leads, marks, promises
from chatbot.domain.lead import Promise
from chatbot.use_cases.language_model import Origin
from chatbot.use_cases.note_ports import Button

_PROMISE = select(promises).where(promises.c.id == bindparam("row_id"))
_PROMISES = select(promises).where(promises.c.lead_id == bindparam("lead")).order_by(promises.c.id)
_ADD_PROMISE = insert(promises).returning(promises.c.id)
_CLOSE = update(promises).where(
    promises.c.lead_id == bindparam("lead"),
    promises.c.kind == bindparam("what"),
    promises.c.kept_at.is_(None),
    promises.c.released_at.is_(None),
)

_BUTTON = select(buttons).where(buttons.c.token == bindparam("row_token"))
_ADD_BUTTON = insert(buttons)
_USE_BUTTON = update(buttons).where(buttons.c.token == bindparam("row_token"), buttons.c.used_at.is_(None))
_TOKEN_BYTES = 15  # 20 characters, beyond guessing

_ADD_CALL = insert(calls)
_CATALOGUE = "catalogue"  # answers by itself, which costs nothing
_PAID = (calls.c.at > bindparam("since"), calls.c.model != _CATALOGUE)
_CALLS = select(func.count().label("number")).select_from(calls).where(*_PAID)
_CALLS_OF_CLIENT = (
    select(func.count().label("number"))
    .select_from(calls.join(leads, leads.c.id == calls.c.lead_id))
    .where(leads.c.client_id == bindparam("contact"), *_PAID)
)

_MARK = select(marks.c.value).where(marks.c.name == bindparam("row_name"))
_NEW_MARK = insert_once(marks)
_SET_MARK = _NEW_MARK.on_conflict_do_update(index_elements=["name"], set_={"value": _NEW_MARK.excluded.value})


class PromiseRows:
    """`Promises` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def add(self, lead_id: int, kind: str, args: str, due_at: datetime | None) -> Promise:
        """A new promise, not yet kept."""
        sealed = self._step.vault.seal(self._step.subject_of_lead(lead_id), args, "promises.args")
        number = self._step.add(
            _ADD_PROMISE, lead_id=lead_id, kind=kind, args=sealed, made_at=self._step.now, due_at=due_at
        )
        return self._promise(found(self._step.first(_PROMISE, row_id=number), "promise", number))

    def of_lead(self, lead_id: int) -> list[Promise]:
        """All promises under a lead, oldest first."""
        return [self._promise(row) for row in self._step.all(_PROMISES, lead=lead_id)]

    def keep(self, lead_id: int, kind: str) -> None:
        """Note that the open promises of this kind are kept now."""
        self._step.change(_CLOSE, lead=lead_id, what=kind, kept_at=self._step.now)

    def release(self, lead_id: int, kind: str) -> None:
        """Note that nobody waits for the open promises of this kind any more."""
        self._step.change(_CLOSE, lead=lead_id, what=kind, released_at=self._step.now)

    def _promise(self, row: RowMapping) -> Promise:
        return Promise(**{**row, "args": self._step.vault.open(row["args"], "promises.args")})


class ButtonRows:
    """`Buttons` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def add(self, action: str, args: Mapping[str, int | str], contact_id: int | None) -> str:
        """The token of a new button."""
        token = base64.urlsafe_b64encode(self._step.random_bytes(_TOKEN_BYTES)).decode()
        sealed = self._step.seal_json(self._step.subject_of_contact(contact_id), dict(args), "buttons.args")
        self._step.change(
            _ADD_BUTTON, token=token, action=action, args=sealed, contact_id=contact_id, created_at=self._step.now
        )
        return token

    def get(self, token: str) -> Button | None:
        """The button of this token; None where there is none, or its person was erased."""
        row = self._step.first(_BUTTON, row_token=token)
        args = self._step.open_json(row["args"], "buttons.args") if row else None
        if row is None or args is None:
            return None
        return Button(token, row["action"], args, row["contact_id"], row["used_at"])

    def use(self, token: str) -> None:
        """Note the first use; later ones leave it as it is."""
        self._step.change(_USE_BUTTON, row_token=token, used_at=self._step.now)


class CallRows:
    """`Calls` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def add(self, lead_id: int | None, task: str, origin: Origin) -> None:
        """Note one call of the language model."""
        self._step.change(
            _ADD_CALL,
            at=self._step.now,
            lead_id=lead_id,
            task=task,
            model=origin.model,
            prompt=origin.prompt,
            prompt_hash=origin.prompt_hash,
            input_tokens=origin.input_tokens,
            output_tokens=origin.output_tokens,
            milliseconds=origin.milliseconds,
            outcome=origin.outcome,
            fallback=origin.fallback,
        )

    def of_client(self, contact_id: int, since: datetime) -> int:
        """How many calls were made for this client's leads; the catalogue's answers are none."""
        return int(self._step.all(_CALLS_OF_CLIENT, contact=contact_id, since=since)[0]["number"])

    def of_all(self, since: datetime) -> int:
        """The same for everybody."""
        return int(self._step.all(_CALLS, since=since)[0]["number"])


class MarkRows:
    """`Marks` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def get(self, name: str) -> str | None:
        """The value that was last set."""
        row = self._step.first(_MARK, row_name=name)
        return row["value"] if row else None

    def set(self, name: str, value: str) -> None:
        """Set the value, replacing an earlier one."""
        self._step.change(_SET_MARK, name=name, value=value)
