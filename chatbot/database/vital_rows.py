"""How the queues stand, in one cheap look: what waits, how long, and what ought to have been taken long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import BindParameter, Connection, bindparam, exists, func, select

from chatbot.database.outbox_rows import IS_HEAD
from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.database.tables import Moment, leads
from chatbot.domain.lead_flow import Stage
from chatbot.vitals.reading import Queue, Vitals

_NOW: BindParameter[datetime] = bindparam("now", type_=Moment)
_earlier = inbox.alias("earlier")
_INBOX_WAITS = select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.done_at.is_(None))
_INBOX_DUE = select(func.min(inbox.c.due)).where(
    inbox.c.done_at.is_(None),
    inbox.c.due <= _NOW,
    ~exists().where(_earlier.c.chat_id == inbox.c.chat_id, _earlier.c.done_at.is_(None), _earlier.c.id < inbox.c.id),
)
_OUTBOX_WAITS = select(func.count(), func.min(outbox.c.turn)).where(outbox.c.done_at.is_(None), outbox.c.turn <= _NOW)
_OUTBOX_DUE = select(func.min(outbox.c.due)).where(IS_HEAD, outbox.c.due <= _NOW)
_JOBS_WAIT = select(func.count()).where(jobs.c.done_at.is_(None))
_JOBS_DUE = select(func.min(jobs.c.due)).where(jobs.c.done_at.is_(None), jobs.c.due <= _NOW)
_RECEIVED = select(func.max(inbox.c.id))
_STAGES = select(leads.c.stage, func.count().label("leads")).group_by(leads.c.stage)


def vital_rows(connection: Connection, now: datetime) -> Vitals:
    """The reading of this moment. A unit of the store."""

    def of(statement: object) -> tuple[int, datetime | None]:
        count, oldest = connection.execute(statement, {"now": now}).one()  # type: ignore[call-overload]  # two columns
        return count, oldest

    def due(statement: object) -> datetime | None:
        found: datetime | None = connection.execute(statement, {"now": now}).scalar()  # type: ignore[call-overload]
        return found

    late_jobs = due(_JOBS_DUE)
    stages: dict[str, int] = {row.stage: row.leads for row in connection.execute(_STAGES)}
    return Vitals(
        queues={
            "inbox": _queue(*of(_INBOX_WAITS), due(_INBOX_DUE), now),
            "outbox": _queue(*of(_OUTBOX_WAITS), due(_OUTBOX_DUE), now),
            "jobs": _queue(connection.execute(_JOBS_WAIT).scalar_one(), late_jobs, late_jobs, now),
        },
        updates_received=connection.execute(_RECEIVED).scalar() or 0,
        leads={stage.value: stages.get(stage.value, 0) for stage in Stage},
    )


def _queue(waiting: int, oldest: datetime | None, due: datetime | None, now: datetime) -> Queue:
    return Queue(waiting, _age(oldest, now), _age(due, now))


def _age(moment: datetime | None, now: datetime) -> float:
    return 0.0 if moment is None else max(now - moment, timedelta()).total_seconds()
