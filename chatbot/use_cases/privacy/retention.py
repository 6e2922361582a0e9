"""Retention: people of whom nothing was heard for long enough are forgotten, as by /forget but without a word to them.

Kept are those of the shop; whoever has a lead at which the shop is at work, money that moved within the period, a
deposit that was neither credited nor given back, a commission that is owed, or a referral that still counts. A lead
that only waits for the client (listening, quoted, paused, a trial on offer) keeps nobody: who left in the middle
of a conversation is just whom retention is for.

What is let go does not come back. So each day begins with a look at the clock, and while it is not to be trusted
(`steady_clock`) nobody is forgotten and nothing pruned.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import deposit_account, received_account
from chatbot.domain.people import Contact, Role
from chatbot.use_cases.bookings.balances import deposit, earned
from chatbot.use_cases.chats import founders, notify, role_of
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.privacy import farewell, steady_clock
from chatbot.use_cases.replies import Phrase
from chatbot.use_cases.routing import Work

DAILY = "daily"
SETTLE = "settle_forgotten"
AT = time(4)  # in the shop's zone
A_FEW = 10  # people of one step, which is to hold nobody up
MANY = 500  # rows of one step
QUEUES_KEPT = timedelta(days=90)

_DONE = "daily.done"  # the day of the shop that was last done, ISO 8601
_FORGOTTEN = "daily.forgotten"  # how many were forgotten since the founders were told
_WAITS_FOR_CLIENT = frozenset({Stage.LISTENING, Stage.QUOTED, Stage.PAUSED, Stage.TRIAL_OFFERED})


def begin(tx: Transaction) -> None:
    """At the start: what has to be done every day will be done, today if it was not; and what a restored copy
    brought back of people who were forgotten is closed."""
    tx.jobs.put(SETTLE, SETTLE, tx.now)
    tx.jobs.put(DAILY, DAILY, _tomorrow(tx) if tx.marks.get(_DONE) == _today(tx).isoformat() else tx.now)


def _prepare(_tx: Transaction, job: Job) -> Job:
    """There is always something to look at."""
    return job


def settle(tx: Transaction, _job: Job, _prepared: Job, _answer: None) -> None:
    """Close what people whom a restored copy still knew had left open, a few in each step."""
    unsettled = tx.contacts.unsettled(A_FEW)
    for gone in unsettled:
        farewell.settle(tx, gone)
    if unsettled:
        tx.jobs.put(SETTLE, SETTLE, tx.now)
    else:
        farewell.wipe_soon(tx)


@dataclass(frozen=True, slots=True)
class _Day:
    """How far a day's work has come. It goes by the time at which it began: where the clock jumps between two steps,
    nobody has become older by that."""

    began: datetime
    after: int = 0  # the contact up to whom everybody was looked at
    few: int = A_FEW  # how many are looked at in one step


def day(tx: Transaction, job: Job, _prepared: Job, _answer: None) -> None:
    """One of many small steps: look at the clock, then forget a few of the silent, else prune some rows; when nothing
    is left, tomorrow."""
    today = _begun(job)
    if today is None:
        _begin_day(tx)
        return
    silent = _silent(tx, today, today.few)
    for contact_id in silent:
        _forget_silent(tx, tx.contacts.get(contact_id), today)
    if silent or tx.traces.prune(today.began - QUEUES_KEPT, MANY):
        _go_on(tx, replace(today, after=silent[-1] if silent else today.after))
    else:
        _end(tx)


def passed_over(tx: Transaction, job: Job) -> None:
    """A step failed for good: what is left of the day is done one by one, without whoever it was that cannot be
    read."""
    today = _begun(job)
    silent = _silent(tx, today, 1) if today is not None else []
    if today is not None and silent:
        _go_on(tx, replace(today, after=silent[0] if today.few == 1 else today.after, few=1))
    else:
        tx.jobs.put(DAILY, DAILY, _tomorrow(tx))


def _begin_day(tx: Transaction) -> None:
    if steady_clock.is_steady(tx):
        _go_on(tx, _Day(tx.now))
    else:
        _end(tx)


def _begun(job: Job) -> _Day | None:
    """The day of which this is a step; None for the first."""
    kept = job.payload
    if "began" not in kept:
        return None
    return _Day(datetime.fromisoformat(str(kept["began"])), int(kept["after"]), int(kept["few"]))


def _go_on(tx: Transaction, today: _Day) -> None:
    kept = {"began": today.began.isoformat(), "after": today.after, "few": today.few}
    tx.jobs.put(DAILY, DAILY, tx.now, None, kept)


def _end(tx: Transaction) -> None:
    count = int(tx.marks.get(_FORGOTTEN) or 0)
    tx.marks.set(_FORGOTTEN, "0")
    if count and tx.shop.retention is not None:
        told = Phrase("forgotten-silently", {"count": count, "days": tx.shop.retention.days})
        for founder in founders(tx):
            notify(tx, founder, told)
    farewell.wipe_soon(tx)
    tx.marks.set(_DONE, _today(tx).isoformat())
    tx.jobs.put(DAILY, DAILY, _tomorrow(tx))


def _today(tx: Transaction) -> date:
    return tx.now.astimezone(tx.shop.zone).date()


def _tomorrow(tx: Transaction) -> datetime:
    return datetime.combine(_today(tx) + timedelta(days=1), AT, tx.shop.zone)


# ---- the silent -----------------------------------------------------------------------------------------------------


def _silent(tx: Transaction, today: _Day, few: int) -> list[int]:
    period = tx.shop.retention
    return [] if period is None else tx.contacts.silent_since(today.began - period, today.after, few)


def _forget_silent(tx: Transaction, contact: Contact, today: _Day) -> None:
    if tx.shop.retention is not None and _may_go(tx, contact, today.began, tx.shop.retention):
        farewell.leave(tx, contact)
        tx.marks.set(_FORGOTTEN, str(int(tx.marks.get(_FORGOTTEN) or 0) + 1))


def _may_go(tx: Transaction, contact: Contact, now: datetime, period: timedelta) -> bool:
    if role_of(tx, contact) is not Role.PERSON or earned(tx, contact.id):
        return False
    brought = tx.referrals.of_referrer(contact.id)
    if any(referral.protected_until > now for referral in brought):
        return False
    credited = [lead for one in brought for lead in tx.leads.of_client(one.client_id) if lead.referral_id == one.id]
    return all(_is_over(tx, lead, now - period) for lead in (*tx.leads.of_client(contact.id), *credited))


def _is_over(tx: Transaction, lead: Lead, since: datetime) -> bool:
    if (lead.is_open and lead.stage not in _WAITS_FOR_CLIENT) or lead.stage_since >= since:
        return False
    accounts = (received_account(lead.id), deposit_account(lead.id))
    moved = [at for account in accounts for at, _lead, _memo, _line in tx.ledger.lines(account)]
    return not deposit(tx, lead.id) and all(at < since for at in moved)


WORK = {DAILY: Work(_prepare, day, passed_over), SETTLE: Work(_prepare, settle)}
