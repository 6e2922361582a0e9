"""Retention: people of whom nothing was heard for long enough are forgotten, as by /forget but without a word to them.

Kept are those of the shop; whoever has a lead at which the shop is at work, money that moved within the period, a
deposit that was neither credited nor given back, a commission that is owed, or a referral that still counts. A lead
that only waits for the client (listening, quoted, paused, a trial on offer) keeps nobody: who left in the middle
of a conversation is just whom retention is for.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.ledger import deposit_account, received_account
from chatbot.domain.people import Contact, Role
from chatbot.use_cases.bookings.balances import deposit, earned
from chatbot.use_cases.chats import founders, notify, role_of
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.privacy import farewell
from chatbot.use_cases.replies import Phrase
from chatbot.use_cases.routing import Work

DAILY = "daily"
AT = time(4)  # in the shop's zone
MOST_A_DAY = 50  # one step is to hold nobody up; the rest follows the day after
QUEUES_KEPT = timedelta(days=90)

_WAITS_FOR_CLIENT = frozenset({Stage.LISTENING, Stage.QUOTED, Stage.PAUSED, Stage.TRIAL_OFFERED})


def begin(tx: Transaction) -> None:
    """At the start: what has to be done every day will be done, today if it was not."""
    tx.jobs.put(DAILY, DAILY, tx.now)


def prepare_day(_tx: Transaction, job: Job) -> Job:
    """There is always something to look at."""
    return job


def day(tx: Transaction, _job: Job, _prepared: Job, _answer: None) -> None:
    """Forget the silent, settle what a restored copy brought back, prune the queues, and come again tomorrow."""
    for gone in tx.contacts.unsettled():
        farewell.settle(tx, gone)
    if tx.shop.retention is not None:
        _forget_silent(tx, tx.shop.retention)
    tx.traces.prune(tx.now - QUEUES_KEPT, 1000)
    farewell.wipe_soon(tx)
    tx.jobs.put(DAILY, DAILY, _tomorrow(tx))


def _tomorrow(tx: Transaction) -> datetime:
    here = tx.now.astimezone(tx.shop.zone)
    return datetime.combine(here.date() + timedelta(days=1), AT, tx.shop.zone)


def _forget_silent(tx: Transaction, period: timedelta) -> None:
    since = tx.now - period
    silent = [contact for contact in tx.contacts.silent_since(since) if _may_go(tx, contact, since)][:MOST_A_DAY]
    for contact in silent:
        farewell.leave(tx, contact)
    for founder in founders(tx) if silent else ():
        notify(tx, founder, Phrase("forgotten-silently", {"count": len(silent), "days": period.days}))


def _may_go(tx: Transaction, contact: Contact, since: datetime) -> bool:
    if role_of(tx, contact) is not Role.PERSON or earned(tx, contact.id):
        return False
    if any(referral.protected_until > tx.now for referral in tx.referrals.of_referrer(contact.id)):
        return False
    return all(_is_over(tx, lead, since) for lead in tx.leads.of_client(contact.id))


def _is_over(tx: Transaction, lead: Lead, since: datetime) -> bool:
    if (lead.is_open and lead.stage not in _WAITS_FOR_CLIENT) or lead.stage_since >= since:
        return False
    accounts = (received_account(lead.id), deposit_account(lead.id))
    moved = [at for account in accounts for at, _lead, _memo, _line in tx.ledger.lines(account)]
    return not deposit(tx, lead.id) and all(at < since for at in moved)


WORK = {DAILY: Work(prepare_day, day)}
