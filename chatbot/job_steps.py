"""The transactions of the worker: each is one step of a job, done whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from chatbot.domain.speaker import Speaker
from chatbot.job_places import LEASE_SECONDS
from chatbot.use_cases.chats import private
from chatbot.use_cases.given_up import job_told
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Typing
from chatbot.use_cases.routing import Work
from chatbot.use_cases.trouble import Fault


def at_once(tx: Transaction, work: Work, job: Job) -> None:
    """Prepare and apply in one: nothing has to be waited for."""
    prepared = prepare(tx, work, job)
    if prepared is not None:
        apply(tx, work, job, prepared, None)


def prepare(tx: Transaction, work: Work, job: Job) -> Any:
    """What the performer needs; None where nothing is to be done any more: the job is finished."""
    prepared = work.prepare(tx, job)
    if prepared is None:
        tx.jobs.done(job)
    return prepared


def apply(tx: Transaction, work: Work, job: Job, prepared: Any, answer: Any) -> bool:
    """The job takes effect; False where it was replaced or cancelled meanwhile."""
    if not tx.jobs.done(job):
        return False
    work.apply(tx, job, prepared, answer)
    return True


def still_at_it(tx: Transaction, work: Work, job: Job) -> None:
    """Renew the lease; a client who waits sees somebody at work."""
    tx.jobs.again(job, tx.now + timedelta(seconds=LEASE_SECONDS), "")
    if work.shows_typing and job.lead_id is not None and not job.payload.get("silent"):
        contact = tx.contacts.get(tx.leads.find(job.lead_id).client_id)
        if contact.speaker is Speaker.BOT:
            tx.outbox.put(private(contact), Typing())


def again(tx: Transaction, job: Job, seconds: float, why: str) -> None:
    """Try the job again after so long."""
    tx.jobs.again(job, tx.now + timedelta(seconds=seconds), why)


def let_go(tx: Transaction, job: Job) -> None:
    """Somebody else does it, now."""
    tx.jobs.give_back(job, tx.now)


def wait(tx: Transaction, job: Job, seconds: float) -> None:
    """Try the job again after so long; this was no attempt."""
    tx.jobs.give_back(job, tx.now + timedelta(seconds=seconds))


def set_aside(
    tx: Transaction,
    work: Work | None,
    job: Job,
    why: str,
    report: Callable[[Transaction, Fault], None],
) -> None:
    """Give the job up: whoever waits hears an honest word where `work` has one, and the founders are told."""
    if not tx.jobs.set_aside(job, why):
        return  # it was cancelled meanwhile: nobody waits for it any more
    if work is not None and work.failed is not None:
        work.failed(tx, job)
    report(tx, Fault(job_told(job.kind), why, lead_id=job.lead_id))
