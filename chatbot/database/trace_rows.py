"""What would still point to a person once their key is gone: ids of theirs and of their chat, in plain columns.

A chat that belongs to nobody is `NOWHERE`. The contact stays as a trace that the ledger, the leads and the referrals
lean on: its Telegram id is minus its own id, which is unique and no person's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Select,
    String,
    bindparam,
    cast,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)

from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.database.sealing import KEY_NUMBER, SHOP
from chatbot.database.step import Step
from chatbot.database.tables import contact_keys, contacts, leads, messages
from chatbot.domain.speaker import Speaker
from chatbot.use_cases.given_up import NO_TROUBLE
from chatbot.use_cases.ports import NOWHERE

_GIVEN_UP: dict[str, Any] = {"done_at": bindparam("at"), "payload": None, "error": "erased"}
_CONTACT = select(contacts.c.id).where(contacts.c.telegram_id == bindparam("person"))
_TRACE = (
    update(contacts)
    .where(contacts.c.id == bindparam("row_id"))
    .values(
        telegram_id=-contacts.c.id,
        speaker=Speaker.BOT,
        blocked=False,
        expecting=None,
        talking_to=None,
        current_lead=None,
        referral_code=None,
    )
)
_THEIR_JOBS = (
    update(jobs)
    .where(jobs.c.done_at.is_(None))
    .where(jobs.c.lead_id.in_(select(leads.c.id).where(leads.c.client_id == bindparam("contact"))))
    .values(**_GIVEN_UP)
)
_ABOUT_THEM = (
    update(outbox).where(outbox.c.done_at.is_(None), outbox.c.subject == bindparam("contact")).values(**_GIVEN_UP)
)
_OF_CHAT: BindParameter[int] = bindparam("person")
_FROM_THEM = update(inbox).where(inbox.c.chat_id == _OF_CHAT, inbox.c.done_at.is_(None)).values(**_GIVEN_UP)
_UNREAD = select(inbox.c.id, inbox.c.payload).where(
    inbox.c.chat_id == _OF_CHAT, inbox.c.done_at.is_(None), inbox.c.payload.is_not(None)
)
_KEEP_UNREAD = (
    update(inbox)
    .where(inbox.c.id == bindparam("row_id"))
    .values(chat_id=_OF_CHAT, payload=bindparam("sealed_anew"), done_at=None, error=None)
)
_TO_THEM = update(outbox).where(outbox.c.chat_id == _OF_CHAT, outbox.c.done_at.is_(None)).values(**_GIVEN_UP)
_INBOX_CHAT = update(inbox).where(inbox.c.chat_id == _OF_CHAT, inbox.c.done_at.is_not(None)).values(chat_id=NOWHERE)
_OUTBOX_CHAT = (
    update(outbox)
    .where(outbox.c.chat_id == _OF_CHAT, outbox.c.done_at.is_not(None))
    .values(chat_id=NOWHERE, message_id=None)
)
_MESSAGES_CHAT = (
    update(messages)
    .where(messages.c.chat_id == _OF_CHAT)
    .values(chat_id=NOWHERE, telegram_id=None, source_key=literal("erased:") + cast(messages.c.id, String))
)

# ---- people who are no contacts ------------------------------------------------------------------------------------

_KNOWN = select(contacts.c.telegram_id)
_OVER = or_(inbox.c.payload.is_(None), inbox.c.error.in_([reason.value for reason in NO_TROUBLE]))  # on no shelf
_STRAY_INBOX = (
    update(inbox)
    .where(inbox.c.chat_id > NOWHERE, inbox.c.done_at.is_not(None), inbox.c.chat_id.not_in(_KNOWN), _OVER)
    .values(chat_id=NOWHERE, payload=None)
)
_STRAY_OUTBOX = (  # a last word, whatever became of it
    update(outbox)
    .where(outbox.c.chat_id > NOWHERE, outbox.c.done_at.is_not(None), outbox.c.chat_id.not_in(_KNOWN))
    .values(chat_id=NOWHERE, message_id=None, payload=None)
)
_STILL_TO_SEND = select(
    exists().where(outbox.c.chat_id > NOWHERE, outbox.c.done_at.is_(None), outbox.c.chat_id.not_in(_KNOWN))
)
_KEY = func.substr(inbox.c.payload, 1, KEY_NUMBER)
_KEYS_TO_READ = select(_KEY).where(inbox.c.done_at.is_(None), inbox.c.payload.is_not(None)).distinct()
_KEYS_ON_SHELF = (
    select(_KEY)
    .where(inbox.c.error.is_not(None), inbox.c.done_at.is_not(None), inbox.c.payload.is_not(None))
    .distinct()
)
_STRAY_KEYS = select(contact_keys.c.id).where(
    contact_keys.c.telegram_id > SHOP, contact_keys.c.telegram_id.not_in(_KNOWN)
)
_DROP_KEYS = delete(contact_keys).where(contact_keys.c.id.in_(bindparam("keys", expanding=True)))

# ---- rows that nothing leans on any more ---------------------------------------------------------------------------

_before: BindParameter[datetime] = bindparam("before")
_most: BindParameter[int] = bindparam("most")
_LET_GO = [
    update(table).where(table.c.error.is_not(None), table.c.done_at < _before, table.c.payload.is_not(None))
    for table in (inbox, outbox, jobs)
]
_newer = inbox.alias("newer")
_HAS_NEWER = exists().where(
    _newer.c.chat_id == inbox.c.chat_id, _newer.c.id > inbox.c.id, _newer.c.done_at.is_not(None)
)
_FREE = (outbox.c.key.is_(None), outbox.c.slot.is_(None), outbox.c.lead_id.is_(None))
_OLD = [
    delete(table).where(table.c.id.in_(select(table.c.id).where(table.c.done_at < _before, *unused).limit(_most)))
    for table, unused in ((inbox, (_HAS_NEWER,)), (jobs, ()), (outbox, _FREE))
]


def blank_person(step: Step, telegram_id: int) -> None:
    """Take this person's ids out of every plain column, and give up what is under way from, for or about them."""
    step.change(_FROM_THEM, person=telegram_id, at=step.now)
    step.change(_TO_THEM, person=telegram_id, at=step.now)
    row = step.first(_CONTACT, person=telegram_id)
    if row is not None:
        step.change(_ABOUT_THEM, contact=row["id"], at=step.now)
        step.change(_THEIR_JOBS, contact=row["id"], at=step.now)
        step.change(_TRACE, row_id=row["id"])
    for statement in (_INBOX_CHAT, _OUTBOX_CHAT, _MESSAGES_CHAT):
        step.change(statement, person=telegram_id)
    step.lose_subjects()


def unread_of(step: Step, telegram_id: int) -> dict[int, str]:
    """What this person sent and nobody has read yet, by row."""
    rows = step.all(_UNREAD, sealed=["payload"], person=telegram_id)
    return {row["id"]: step.vault.open(row["payload"], "inbox.payload") for row in rows}


def keep_unread(step: Step, telegram_id: int, unread: Mapping[int, str]) -> None:
    """Put it back at its place, under a new key of theirs."""
    for row_id, payload in unread.items():
        sealed_anew = step.vault.seal(telegram_id, payload, "inbox.payload")
        step.change(_KEEP_UNREAD, row_id=row_id, person=telegram_id, sealed_anew=sealed_anew)


class TraceRows:
    """`Traces` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def wipe(self) -> bool:
        """Keys and chats of people who are no contacts: the last word to somebody forgotten, a press after it.

        What they sent and nobody has read yet can still be read, and what was given up stands on its shelf. False
        where something is under way from or to them, so that there is more to wipe soon.
        """
        self._step.change(_STRAY_INBOX)
        self._step.change(_STRAY_OUTBOX)
        strays = set(self._step.connection.execute(_STRAY_KEYS).scalars())
        to_read = strays & self._keys(_KEYS_TO_READ)
        if wiped := strays - to_read - self._keys(_KEYS_ON_SHELF):
            self._step.change(_DROP_KEYS, keys=sorted(wiped))
        return not to_read and not self._step.connection.execute(_STILL_TO_SEND).scalar()

    def _keys(self, statement: Select[Any]) -> set[int]:
        return {int.from_bytes(head, "big") for head in self._step.connection.execute(statement).scalars()}

    def prune(self, before: datetime, most: int) -> bool:
        """Delete queue rows that were done before and that nothing leans on any more, so many of a queue at most;
        True: there may be more.

        What was given up and not looked at in all that time is let go. Of each chat the newest update stays, which
        tells when somebody was last heard from; so do messages that a reply or an edit may mean, and keys by which
        nothing is said twice.
        """
        for statement in _LET_GO:
            self._step.change(statement, before=before, payload=None)
        return max(self._step.change(statement, before=before, most=most) for statement in _OLD) == most
