"""Jobs: work that must wait. Of one key at most one is open.

Putting the key of a job that nobody has begun moves it. Putting that of a job that somebody is at, or that has
failed before, closes that one and opens another: whoever is at the old one learns from `done` that it no longer
counts, and starts over with what is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import RowMapping, and_, bindparam, func, insert, or_, select, update

from chatbot.database.inbox_rows import MAX_ERROR
from chatbot.database.queue_tables import jobs
from chatbot.database.shelves import Shelf, ShelfSql, shelf_sql
from chatbot.database.step import Step
from chatbot.database.tables import leads
from chatbot.use_cases.given_up import Reason
from chatbot.use_cases.ports import Job
from chatbot.use_cases.replies import from_json, to_json

_ADD = insert(jobs)
_OPEN = select(jobs.c.id, jobs.c.attempt).where(jobs.c.key == bindparam("name"), jobs.c.done_at.is_(None))
_KEY = select(jobs.c.key).where(jobs.c.id == bindparam("row_id"))
_SAVE = update(jobs).where(jobs.c.id == bindparam("row_id"))
_client = leads.c.client_id
_with_client = jobs.outerjoin(leads, leads.c.id == jobs.c.lead_id)
_is_wanted = and_(
    jobs.c.done_at.is_(None),
    jobs.c.id.not_in(bindparam("busy", expanding=True)),
    jobs.c.kind.not_in(bindparam("without", expanding=True)),
    or_(_client.is_(None), _client.not_in(bindparam("full", expanding=True))),
)
_DUE = (
    select(jobs, _client)
    .select_from(_with_client)
    .where(_is_wanted, jobs.c.due <= bindparam("now"))
    .order_by(jobs.c.due, jobs.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=jobs, skip_locked=True)
)
_AT_WORK = (
    select(_client, func.count().label("number"))
    .select_from(jobs.join(leads, leads.c.id == jobs.c.lead_id))
    .where(jobs.c.id.in_(bindparam("busy", expanding=True)))
    .where(jobs.c.kind.not_in(bindparam("without", expanding=True)))
    .group_by(_client)
)
_CLAIM = (
    update(jobs)
    .where(jobs.c.id.in_(bindparam("claimed", expanding=True)))
    .values(attempt=jobs.c.attempt + 1, due=bindparam("until"))
)
_OURS = update(jobs).where(
    jobs.c.id == bindparam("row_id"), jobs.c.attempt == bindparam("claim"), jobs.c.done_at.is_(None)
)
_GIVE_BACK = _OURS.values(attempt=jobs.c.attempt - 1, due=bindparam("then"))
_RELEASE = (
    update(jobs)
    .where(jobs.c.done_at.is_(None), jobs.c.attempt > 0, jobs.c.due > bindparam("now"))
    .values(due=bindparam("now"))
)
_NEXT_DUE = select(jobs.c.due).select_from(_with_client).where(_is_wanted).order_by(jobs.c.due, jobs.c.id).limit(1)


class JobRows(Shelf):
    """`Jobs` in SQL. A job without a lead is sealed with the shop's own key."""

    _shelf: ClassVar[ShelfSql] = shelf_sql(jobs, jobs.c.attempt)

    def __init__(self, step: Step) -> None:
        self._step = step
        self._closed_here: dict[int, int] = {}  # attempt by id, of what this transaction replaced or cancelled

    def put(
        self,
        kind: str,
        key: str,
        due: datetime,
        lead_id: int | None = None,
        payload: Mapping[str, Any] | None = None,
    ) -> None:
        """Do this when it is due; moves the open job of this key, see above."""
        subject = self._step.subject_of_lead(lead_id)
        sealed = self._step.seal_json(subject, to_json(payload or {}), "jobs.payload")
        values = {"kind": kind, "due": due, "lead_id": lead_id, "payload": sealed}
        row = self._step.first(_OPEN, name=key)
        if row and row["attempt"] == 0:
            self._step.change(_SAVE, row_id=row["id"], **values)
            return
        if row:
            self._close(row, "replaced")
        self._step.change(_ADD, key=key, attempt=0, created_at=self._step.now, **values)

    def cancel(self, key: str) -> None:
        """Close the open job of this key, where there is one."""
        row = self._step.first(_OPEN, name=key)
        if row:
            self._close(row, "cancelled")

    def claim(
        self,
        limit: int,
        lease_seconds: int,
        busy: Sequence[int] = (),
        without: Sequence[str] = (),
        each: int | None = None,
    ) -> list[Job]:
        """What is due, not `busy`, not of the kinds `without` and within what `each` client may have, the longest due
        first. Nobody else gets it until the lease ends.

        It may be less than there is to claim, where one client has a lot of it: then `next_due` has come.
        """
        taken = self._at_work(busy, without, each)
        wanted = _wanted(busy, without, taken, each)
        rows = self._step.all(_DUE, sealed=["payload"], now=self._step.now, most=limit, **wanted)
        rows = _within(rows, taken, each)
        until = self._step.now + timedelta(seconds=lease_seconds)
        self._step.change(_CLAIM, claimed=[row["id"] for row in rows], until=until)
        claimed: list[Job] = []
        for row in rows:
            payloads = self._read(row, lambda text: from_json(json.loads(text)))
            claimed += [
                Job(row["id"], row["key"], row["kind"], row["lead_id"], payload, row["attempt"] + 1)
                for payload in payloads
            ]
        return claimed

    def done(self, job: Job) -> bool:
        """Finish the job; False where somebody else has it, or it was replaced or cancelled meanwhile.

        A job that replaces or cancels itself in the transaction that finishes it has done its work: True.
        """
        finished = self._finish(job.id, job.attempt, payload=None, error=None)
        return finished or self._closed_here.get(job.id) == job.attempt

    def again(self, job: Job, due: datetime, error: str) -> None:
        """Try the job again then."""
        self._step.change(_OURS, row_id=job.id, claim=job.attempt, due=due, error=error[:MAX_ERROR])

    def give_back(self, job: Job, due: datetime) -> None:
        """Undo the claim: the job is due then, and this was no attempt. Only for who has stopped working on it."""
        self._step.change(_GIVE_BACK, row_id=job.id, claim=job.attempt, then=due)

    def set_aside(self, job: Job, error: str) -> bool:
        """Give the job up; its row stays readable to whoever looks into it. False where it is not this claim's."""
        return self._finish(job.id, job.attempt, error=error[:MAX_ERROR])

    def put_back(self, row_id: int) -> bool:
        """Try the job again, now; False also where another of its key is open, which has taken its place."""
        row = self._step.first(_KEY, row_id=row_id)
        return row is not None and self._step.first(_OPEN, name=row["key"]) is None and super().put_back(row_id)

    def release(self) -> None:
        """Let go of every claim, and of every wait for another attempt. Only while no worker is at work."""
        self._step.change(_RELEASE, now=self._step.now)

    def next_due(
        self, busy: Sequence[int] = (), without: Sequence[str] = (), each: int | None = None
    ) -> datetime | None:
        """When `claim` can next find something that is wanted; None while nothing is."""
        taken = self._at_work(busy, without, each)
        row = self._step.first(_NEXT_DUE, **_wanted(busy, without, taken, each))
        return row["due"] if row else None

    def _at_work(self, busy: Sequence[int], without: Sequence[str], each: int | None) -> Counter[int]:
        """How many of the busy jobs each client has."""
        if each is None or not busy:
            return Counter()
        rows = self._step.all(_AT_WORK, busy=list(busy), without=list(without))
        return Counter({row["client_id"]: row["number"] for row in rows})

    def _give_up(self, row: RowMapping, why: Reason) -> None:
        self._finish(row["id"], row["attempt"] + 1, error=why.value)

    def _what(self, row: RowMapping, _payload: str) -> dict[str, Any]:
        return {"kind": row["kind"], "lead_id": row["lead_id"]}

    def _close(self, row: RowMapping, why: str) -> None:
        self._closed_here[row["id"]] = row["attempt"]
        self._step.change(_SAVE, row_id=row["id"], done_at=self._step.now, payload=None, error=why)

    def _finish(self, row_id: int, attempt: int, **values: object) -> bool:
        return self._step.change(_OURS, row_id=row_id, claim=attempt, done_at=self._step.now, **values) == 1


def _wanted(busy: Sequence[int], without: Sequence[str], taken: Counter[int], each: int | None) -> dict[str, list[Any]]:
    """What `_is_wanted` is given."""
    full = [] if each is None else [client for client, number in taken.items() if number >= each]
    return {"busy": list(busy), "without": list(without), "full": full}


def _within(rows: Sequence[RowMapping], taken: Counter[int], each: int | None) -> list[RowMapping]:
    """The rows, of each client only so many that they have no more than `each` with those taken before."""
    kept: list[RowMapping] = []
    for row in rows:
        client = row["client_id"]
        if each is not None and client is not None:
            taken[client] += 1
            if taken[client] > each:
                continue
        kept.append(row)
    return kept
