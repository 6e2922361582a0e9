"""What would still point to a person once their key is gone: ids of theirs and of their chat, in plain columns.

A chat that belongs to nobody is `NOWHERE`. The contact stays as a trace that the ledger, the leads and the referrals
lean on: its Telegram id is minus its own id, which is unique and no person's.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, String, bindparam, cast, delete, exists, func, literal, select, update

from chatbot.database.queue_tables import inbox, jobs, outbox
from chatbot.database.sealing import SHOP
from chatbot.database.step import Step
from chatbot.database.tables import contact_keys, contacts, leads, messages
from chatbot.domain.speaker import Speaker
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
_TO_THEM = update(outbox).where(outbox.c.chat_id == _OF_CHAT, outbox.c.done_at.is_(None)).values(**_GIVEN_UP)
_INBOX_CHAT = update(inbox).where(inbox.c.chat_id == _OF_CHAT).values(chat_id=NOWHERE)
_OUTBOX_CHAT = update(outbox).where(outbox.c.chat_id == _OF_CHAT).values(chat_id=NOWHERE, message_id=None)
_MESSAGES_CHAT = (
    update(messages)
    .where(messages.c.chat_id == _OF_CHAT)
    .values(chat_id=NOWHERE, telegram_id=None, source_key=literal("erased:") + cast(messages.c.id, String))
)

_KNOWN = select(contacts.c.telegram_id)
_STRAY_INBOX = (
    update(inbox)
    .where(inbox.c.chat_id > NOWHERE, inbox.c.done_at.is_not(None), inbox.c.chat_id.not_in(_KNOWN))
    .values(chat_id=NOWHERE, payload=None)
)
_STRAY_OUTBOX = (
    update(outbox)
    .where(outbox.c.chat_id > NOWHERE, outbox.c.done_at.is_not(None), outbox.c.chat_id.not_in(_KNOWN))
    .values(chat_id=NOWHERE, message_id=None, payload=None)
)
_UNDER_WAY = select(
    exists().where(inbox.c.chat_id > NOWHERE, inbox.c.done_at.is_(None), inbox.c.chat_id.not_in(_KNOWN))
    | exists().where(outbox.c.chat_id > NOWHERE, outbox.c.done_at.is_(None), outbox.c.chat_id.not_in(_KNOWN))
)
_STRAY_KEYS = delete(contact_keys).where(contact_keys.c.telegram_id > SHOP, contact_keys.c.telegram_id.not_in(_KNOWN))

_newest = select(func.max(inbox.c.id)).group_by(inbox.c.chat_id)
_OLD_INBOX = delete(inbox).where(
    inbox.c.done_at < bindparam("before"), inbox.c.payload.is_(None), inbox.c.id.not_in(_newest)
)
_OLD_JOBS = delete(jobs).where(jobs.c.done_at < bindparam("before"), jobs.c.payload.is_(None))
_OLD_OUTBOX = delete(outbox).where(
    outbox.c.done_at < bindparam("before"),
    outbox.c.payload.is_(None),
    outbox.c.key.is_(None),
    outbox.c.slot.is_(None),
    outbox.c.lead_id.is_(None),
)


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


class TraceRows:
    """`Traces` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def wipe(self) -> bool:
        """Keys and chats of people who are no contacts: the last word to somebody forgotten, a press after it.

        False where something of theirs is still under way, which is left for the next time.
        """
        self._step.change(_STRAY_INBOX)
        self._step.change(_STRAY_OUTBOX)
        under_way = bool(self._step.connection.execute(_UNDER_WAY).scalar())
        if not under_way:
            self._step.change(_STRAY_KEYS)
        return not under_way

    def prune(self, before: datetime) -> None:
        """Delete queue rows that were done before and that nothing leans on any more.

        What was given up stays until a founder lets it go. Of each chat the newest update stays, which tells when
        somebody was last heard from; so do messages that a reply or an edit may mean, and keys by which nothing is
        said twice.
        """
        for statement in (_OLD_INBOX, _OLD_JOBS, _OLD_OUTBOX):
            self._step.change(statement, before=before)
