"""Contacts, hand-offs and referrals."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.erasure_rows import erase_but_unread
from chatbot.database.queue_tables import inbox
from chatbot.database.sealing import SHOP
from chatbot.database.step import Step
from chatbot.database.tables import contacts, hand_offs, leads, messages, quotes, referrals
from chatbot.domain.approval import Approval
from chatbot.domain.errors import StorageError
from chatbot.domain.lead_flow import STAYS_WHEN_FORGOTTEN
from chatbot.domain.people import Contact, Expecting, HandOff, HandOffState, Referral
from chatbot.domain.speaker import Speaker

_CONTACT = select(contacts).where(contacts.c.id == bindparam("row_id"))
_CONTACT_BY_TELEGRAM = select(contacts).where(contacts.c.telegram_id == bindparam("telegram"))
_CONTACT_BY_CODE = select(contacts).where(contacts.c.referral_code == bindparam("code"))
_LAST_LINE = select(messages.c.at).where(messages.c.contact_id == contacts.c.id).order_by(messages.c.id.desc()).limit(1)
_LAST_UPDATE = (
    select(inbox.c.received_at)
    .where(inbox.c.chat_id == contacts.c.telegram_id, inbox.c.done_at.is_not(None))
    .order_by(inbox.c.id.desc())
    .limit(1)
)
_SILENT = (
    select(contacts.c.id)
    .where(contacts.c.id > bindparam("after"), contacts.c.telegram_id > SHOP)
    .where(contacts.c.created_at < bindparam("since"))
    .where(func.coalesce(_LAST_LINE.scalar_subquery(), contacts.c.created_at) < bindparam("since"))
    .where(func.coalesce(_LAST_UPDATE.scalar_subquery(), contacts.c.created_at) < bindparam("since"))
    .where(~exists().where(inbox.c.chat_id == contacts.c.telegram_id, inbox.c.done_at.is_(None)))
    .order_by(contacts.c.id)
    .limit(bindparam("most"))
)
_UNSETTLED = (
    select(contacts)
    .where(contacts.c.telegram_id < SHOP)
    .where(
        exists().where(leads.c.client_id == contacts.c.id, leads.c.stage.not_in(bindparam("settled", expanding=True)))
    )
    .order_by(contacts.c.id)
    .limit(bindparam("most"))
)
_ADD_CONTACT = insert(contacts).returning(contacts.c.id)
_SAVE_CONTACT = update(contacts).where(contacts.c.id == bindparam("row_id"))

_IS_KNOWN = select(
    or_(
        exists()
        .where(leads.c.client_id == bindparam("row_id"), quotes.c.lead_id == leads.c.id)
        .where(quotes.c.decided_at.is_not(None), quotes.c.state != Approval.DECLINED),
        exists().where(hand_offs.c.contact_id == bindparam("row_id"), hand_offs.c.answered_at.is_not(None)),
    ).label("known")
)

_HAND_OFF = select(hand_offs).where(hand_offs.c.id == bindparam("row_id"))
_OPEN_HAND_OFF = (
    select(hand_offs)
    .where(hand_offs.c.contact_id == bindparam("contact"), hand_offs.c.state != HandOffState.CLOSED)
    .order_by(hand_offs.c.id.desc())
)
_HAND_OFFS_OF_CONTACT = select(hand_offs).where(hand_offs.c.contact_id == bindparam("contact")).order_by(hand_offs.c.id)
_LONGEST_OPEN = (
    select(hand_offs).where(hand_offs.c.state != HandOffState.CLOSED).order_by(hand_offs.c.id).limit(bindparam("most"))
)
_HAND_OFF_BY_TOPIC = select(hand_offs).where(hand_offs.c.topic_id == bindparam("topic")).order_by(hand_offs.c.id.desc())
_ADD_HAND_OFF = insert(hand_offs).returning(hand_offs.c.id)
_SAVE_HAND_OFF = update(hand_offs).where(hand_offs.c.id == bindparam("row_id"))

_REFERRAL = select(referrals).where(referrals.c.id == bindparam("row_id"))
_REFERRAL_OF_CLIENT = select(referrals).where(referrals.c.client_id == bindparam("client"))
_REFERRALS_OF_REFERRER = (
    select(referrals).where(referrals.c.referrer_id == bindparam("referrer")).order_by(referrals.c.id)
)
_ADD_REFERRAL = insert_once(referrals).on_conflict_do_nothing(index_elements=["client_id"]).returning(referrals.c.id)
_SAVE_REFERRAL = update(referrals).where(referrals.c.id == bindparam("row_id"))


def found(row: RowMapping | None, what: str, number: int) -> RowMapping:
    """The row; raises `StorageError` where an id that we gave out leads nowhere."""
    if row is None:
        raise StorageError(f"there is no {what} {number}; this is a fault of the program")
    return row


class ContactRows:
    """`Contacts` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def get(self, contact_id: int) -> Contact:
        """The contact of this id."""
        return self._contact(found(self._step.first(_CONTACT, row_id=contact_id), "contact", contact_id))

    def by_telegram(self, telegram_id: int) -> Contact | None:
        """The contact of this Telegram user, where they are known."""
        row = self._step.first(_CONTACT_BY_TELEGRAM, telegram=telegram_id)
        return self._contact(row) if row else None

    def by_code(self, referral_code: str) -> Contact | None:
        """The contact whose referral code this is."""
        row = self._step.first(_CONTACT_BY_CODE, code=referral_code)
        return self._contact(row) if row else None

    def is_known(self, contact_id: int) -> bool:
        """Whether somebody of the shop has dealt with them: a quote was approved, or a hand-off answered."""
        return bool(self._step.all(_IS_KNOWN, row_id=contact_id)[0]["known"])

    def add(self, telegram_id: int, name: str, username: str, language: str) -> Contact:
        """A new contact, with a pseudonym for the ledger."""
        contact = Contact(
            id=0,
            telegram_id=telegram_id,
            name=name,
            username=username,
            language=language,
            language_chosen=False,
            pseudonym=f"P-{self._step.random_bytes(5).hex()}",
            created_at=self._step.now,
        )
        number = self._step.add(_ADD_CONTACT, **self._columns(contact))
        return self.get(number)

    def save(self, contact: Contact) -> None:
        """Write the whole record."""
        self._step.change(_SAVE_CONTACT, row_id=contact.id, **self._columns(contact))

    def forget(self, contact: Contact) -> Contact:
        """Destroy what tells of this person; the contact that is left has a pseudonym and nothing else of theirs."""
        erase_but_unread(self._step, contact.telegram_id)
        return self.get(contact.id)

    def silent_since(self, moment: datetime, after: int, most: int) -> list[int]:
        """The ids, in order, of so many people beyond the contact `after` who have neither written nor been told
        anything since. Nothing of theirs is opened: a row that cannot be read is found all the same."""
        rows = self._step.all(_SILENT, since=moment, after=after, most=most)
        return [row["id"] for row in rows]

    def unsettled(self, most: int) -> list[Contact]:
        """So many of those who were forgotten and still have leads that should be closed."""
        rows = self._step.all(_UNSETTLED, settled=list(STAYS_WHEN_FORGOTTEN), most=most)
        return [self._contact(row) for row in rows]

    def _columns(self, contact: Contact) -> dict[str, Any]:
        vault, subject, expecting = self._step.vault, contact.telegram_id, contact.expecting
        return {
            "telegram_id": contact.telegram_id,
            "name": vault.seal(subject, contact.name, "contacts.name"),
            "username": vault.seal(subject, contact.username, "contacts.username"),
            "language": contact.language,
            "language_chosen": contact.language_chosen,
            "pseudonym": contact.pseudonym,
            "created_at": contact.created_at,
            "speaker": contact.speaker,
            "blocked": contact.blocked,
            "expecting": expecting
            and self._step.seal_json(subject, [expecting.what, dict(expecting.about)], "contacts.expecting"),
            "talking_to": contact.talking_to,
            "current_lead": contact.current_lead,
            "referral_code": contact.referral_code,
        }

    def _contact(self, row: RowMapping) -> Contact:
        vault = self._step.vault
        expecting = self._step.open_json(row["expecting"], "contacts.expecting")
        return Contact(
            id=row["id"],
            telegram_id=row["telegram_id"],
            name=vault.open(row["name"], "contacts.name"),
            username=vault.open(row["username"], "contacts.username"),
            language=row["language"],
            language_chosen=row["language_chosen"],
            pseudonym=row["pseudonym"],
            created_at=row["created_at"],
            speaker=Speaker(row["speaker"]),
            blocked=row["blocked"],
            expecting=Expecting(*expecting) if expecting else None,
            talking_to=row["talking_to"],
            current_lead=row["current_lead"],
            referral_code=row["referral_code"],
        )


class HandOffRows:
    """`HandOffs` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def get(self, hand_off_id: int) -> HandOff:
        """The hand-off of this id."""
        return _hand_off(found(self._step.first(_HAND_OFF, row_id=hand_off_id), "hand-off", hand_off_id))

    def open_of(self, contact_id: int) -> HandOff | None:
        """The contact's latest hand-off that is not closed."""
        row = self._step.first(_OPEN_HAND_OFF, contact=contact_id)
        return _hand_off(row) if row else None

    def of_contact(self, contact_id: int) -> list[HandOff]:
        """All hand-offs of a contact, oldest first."""
        return [_hand_off(row) for row in self._step.all(_HAND_OFFS_OF_CONTACT, contact=contact_id)]

    def longest_open(self, limit: int) -> list[HandOff]:
        """The hand-offs that are not closed, the longest waiting first."""
        return [_hand_off(row) for row in self._step.all(_LONGEST_OPEN, most=limit)]

    def by_topic(self, topic_id: int) -> HandOff | None:
        """The latest hand-off whose room this topic is."""
        row = self._step.first(_HAND_OFF_BY_TOPIC, topic=topic_id)
        return _hand_off(row) if row else None

    def add(self, lead_id: int, contact_id: int, reason: str, due_at: datetime) -> HandOff:
        """A new hand-off that waits for a person."""
        number = self._step.add(
            _ADD_HAND_OFF,
            lead_id=lead_id,
            contact_id=contact_id,
            reason=reason,
            state=HandOffState.WAITING,
            opened_at=self._step.now,
            due_at=due_at,
        )
        return self.get(number)

    def save(self, hand_off: HandOff) -> None:
        """Write the whole record."""
        self._step.change(
            _SAVE_HAND_OFF,
            row_id=hand_off.id,
            lead_id=hand_off.lead_id,
            contact_id=hand_off.contact_id,
            reason=hand_off.reason,
            state=hand_off.state,
            opened_at=hand_off.opened_at,
            due_at=hand_off.due_at,
            answered_at=hand_off.answered_at,
            human_id=hand_off.human_id,
            topic_id=hand_off.topic_id,
        )


def _hand_off(row: RowMapping) -> HandOff:
    return HandOff(**{**row, "state": HandOffState(row["state"])})


class ReferralRows:
    """`Referrals` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def get(self, referral_id: int) -> Referral:
        """The referral of this id."""
        return Referral(**found(self._step.first(_REFERRAL, row_id=referral_id), "referral", referral_id))

    def of_client(self, contact_id: int) -> Referral | None:
        """Who brought this client."""
        row = self._step.first(_REFERRAL_OF_CLIENT, client=contact_id)
        return Referral(**row) if row else None

    def of_referrer(self, contact_id: int) -> list[Referral]:
        """Whom this contact brought, oldest first."""
        return [Referral(**row) for row in self._step.all(_REFERRALS_OF_REFERRER, referrer=contact_id)]

    def add(self, referrer_id: int, client_id: int, rate_bp: int, protected_until: datetime) -> Referral | None:
        """A new referral; None where the client has one already."""
        row = self._step.first(
            _ADD_REFERRAL,
            referrer_id=referrer_id,
            client_id=client_id,
            rate_bp=rate_bp,
            created_at=self._step.now,
            protected_until=protected_until,
            private=False,
        )
        return self.get(row["id"]) if row else None

    def save(self, referral: Referral) -> None:
        """Write the whole record."""
        self._step.change(
            _SAVE_REFERRAL,
            row_id=referral.id,
            referrer_id=referral.referrer_id,
            client_id=referral.client_id,
            rate_bp=referral.rate_bp,
            created_at=referral.created_at,
            protected_until=referral.protected_until,
            private=referral.private,
        )
