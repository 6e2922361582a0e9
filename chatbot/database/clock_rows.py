"""What a clock that is put back leaves in the queues: rows from a time that has yet to come.

Nobody would take them until then. They are moved to now, each as far ahead of its time as it was put; a claim and
a wait for another attempt end, one that Telegram has asked for in ASKED_AT_MOST. Nothing is done twice by that:
whoever has a row in hand does not claim it again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, BindParameter, Column, ColumnElement, Table, bindparam, or_, type_coerce, update

from chatbot.database.job_rows import JobRows
from chatbot.database.outbox_rows import OutboxRows
from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.database.step import Step
from chatbot.database.tables import Moment

TREMOR = timedelta(seconds=1)
"""By how much a clock may be put back without anybody minding: its servers do so all day long."""

ASKED_AT_MOST = timedelta(minutes=1)
"""How long a wait that Telegram has asked for may last once the clock went back: it counts the messages of a minute."""

LEFT_AT_MOST = timedelta(hours=1)
"""The same at a start, when nobody knows whether the clock went back or Telegram has asked for that much."""

_NOW: BindParameter[datetime] = bindparam("now", type_=Moment)


def _moved(table: Table, column: Column[datetime]) -> ColumnElement[int]:
    """As long after now as the time in the column is after the row was put."""
    ahead = type_coerce(column, BigInteger) - type_coerce(table.c.created_at, BigInteger)
    return ahead + _NOW


_INBOX = (
    update(inbox)
    .where(inbox.c.done_at.is_(None), or_(inbox.c.received_at > _NOW, inbox.c.due > _NOW))
    .values(received_at=_NOW, due=_NOW)
)
_OUTBOX = (
    update(outbox)
    .where(outbox.c.done_at.is_(None), outbox.c.created_at > _NOW)
    .values(due=_moved(outbox, outbox.c.due), turn=_moved(outbox, outbox.c.turn), created_at=_NOW)
)
_JOBS = (
    update(jobs)
    .where(jobs.c.done_at.is_(None), jobs.c.created_at > _NOW)
    .values(due=_moved(jobs, jobs.c.due), created_at=_NOW)
)


def bring_to_now(step: Step) -> None:
    """Move the rows that were put in the future. To be run at a start."""
    for statement in (_INBOX, _OUTBOX, _JOBS):
        step.change(statement, now=step.now)
    OutboxRows(step).shorten_waits(step.now + LEFT_AT_MOST)


def clock_went_back(step: Step) -> None:
    """Move them, and end every claim and wait: their ends are of the time before."""
    bring_to_now(step)
    OutboxRows(step).release()
    OutboxRows(step).shorten_waits(step.now + ASKED_AT_MOST)
    JobRows(step).release()
