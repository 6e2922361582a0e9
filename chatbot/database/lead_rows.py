"""Leads and the messages of their clients."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping, bindparam, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.codec import brief_from_json, brief_to_json, money_or_none
from chatbot.database.step import Step
from chatbot.database.tables import leads, messages
from chatbot.domain.errors import Refusal
from chatbot.domain.lead import Author, Lead, Message
from chatbot.domain.lead_flow import Stage
from chatbot.use_cases.ports import NewMessage

_LEAD = select(leads).where(leads.c.id == bindparam("row_id"))
_OF_CLIENT = select(leads).where(leads.c.client_id == bindparam("client")).order_by(leads.c.id)
_IN_STAGES = (
    select(leads)
    .where(leads.c.stage.in_(bindparam("stages", expanding=True)))
    .order_by(leads.c.stage_since, leads.c.id)
)
_COUNT_IN = select(func.count().label("number")).where(leads.c.stage.in_(bindparam("stages", expanding=True)))
_ADD_LEAD = insert(leads).returning(leads.c.id)
_SAVE_LEAD = update(leads).where(leads.c.id == bindparam("row_id"))

_OF_CONTACT = (
    select(messages)
    .where(messages.c.contact_id == bindparam("contact"))
    .order_by(messages.c.id.desc())
    .limit(bindparam("most"))
)
_OF_CONTACT_AND_LEAD = _OF_CONTACT.where(messages.c.lead_id == bindparam("lead"))
_ADD_MESSAGE = (
    insert_once(messages).on_conflict_do_nothing(index_elements=["source_key"]).returning(messages.c.id, messages.c.at)
)
_BY_TELEGRAM = (
    select(messages)
    .where(messages.c.chat_id == bindparam("chat"), messages.c.telegram_id == bindparam("telegram"))
    .order_by(messages.c.id.desc())
)
_KIND = _BY_TELEGRAM.with_only_columns(messages.c.kind)
_CONTACT_OF_MESSAGE = select(messages.c.contact_id).where(messages.c.id == bindparam("row_id"))
_REWORD = update(messages).where(messages.c.id == bindparam("row_id"))


class LeadRows:
    """`Leads` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def find(self, lead_id: int) -> Lead:
        """The lead of this number; raises `Refusal` where there is none."""
        row = self._step.first(_LEAD, row_id=lead_id) if abs(lead_id) < 1 << 63 else None
        if row is None:
            raise Refusal("refused-no-lead", lead=lead_id)
        return self._lead(row)

    def of_client(self, contact_id: int) -> list[Lead]:
        """All leads of a client, oldest first."""
        return [self._lead(row) for row in self._step.all(_OF_CLIENT, client=contact_id)]

    def in_stages(self, stages: Sequence[Stage]) -> list[Lead]:
        """All leads in these stages, the one that has been there longest first."""
        return [self._lead(row) for row in self._step.all(_IN_STAGES, sealed=["brief"], stages=list(stages))]

    def count_in(self, stages: Sequence[Stage]) -> int:
        """How many leads are in these stages. Opens nothing that people wrote."""
        row = self._step.first(_COUNT_IN, stages=list(stages))
        return int(row["number"]) if row else 0

    def add(self, client_id: int, language: str, referral_id: int | None) -> Lead:
        """A new lead, listening."""
        now = self._step.now
        lead = Lead(0, client_id, Stage.LISTENING, now, now, language, referral_id=referral_id)
        return self.find(self._step.add(_ADD_LEAD, **self._columns(lead)))

    def save(self, lead: Lead) -> None:
        """Write the whole record."""
        self._step.change(_SAVE_LEAD, row_id=lead.id, **self._columns(lead))

    def _columns(self, lead: Lead) -> dict[str, Any]:
        subject, seal = self._step.subject_of_contact(lead.client_id), self._step.vault.seal
        return {
            "client_id": lead.client_id,
            "stage": lead.stage,
            "stage_since": lead.stage_since,
            "created_at": lead.created_at,
            "language": lead.language,
            "title": seal(subject, lead.title, "leads.title"),
            "brief": self._step.seal_json(subject, brief_to_json(lead.brief), "leads.brief"),
            "questions": lead.questions,
            "understood_up_to": lead.understood_up_to,
            "referral_id": lead.referral_id,
            "signed_minor": lead.signed.minor if lead.signed else None,
            "signed_currency": lead.signed.currency if lead.signed else None,
            "closing_reason": seal(subject, lead.closing_reason, "leads.closing_reason"),
            "revision": lead.revision,
        }

    def _lead(self, row: RowMapping) -> Lead:
        vault = self._step.vault
        return Lead(
            id=row["id"],
            client_id=row["client_id"],
            stage=Stage(row["stage"]),
            stage_since=row["stage_since"],
            created_at=row["created_at"],
            language=row["language"],
            title=vault.open(row["title"], "leads.title"),
            brief=brief_from_json(self._step.open_json(row["brief"], "leads.brief")),
            questions=row["questions"],
            understood_up_to=row["understood_up_to"],
            referral_id=row["referral_id"],
            signed=money_or_none(row["signed_minor"], row["signed_currency"]),
            closing_reason=vault.open(row["closing_reason"], "leads.closing_reason"),
            revision=row["revision"],
        )


class MessageRows:
    """`Messages` in SQL."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def add(self, message: NewMessage) -> Message | None:
        """The message with its id; None where its source was stored already."""
        subject = self._step.subject_of_contact(message.contact_id)
        plain = {name: getattr(message, name) for name in _COPIED}
        row = self._step.first(
            _ADD_MESSAGE,
            **plain,
            text=self._step.vault.seal(subject, message.text, "messages.text"),
            at=self._step.now,
            source_key=message.source_key,
        )
        return Message(id=row["id"], at=row["at"], text=message.text, **plain) if row else None

    def of_contact(self, contact_id: int, lead_id: int | None = None, limit: int = 400) -> list[Message]:
        """The last `limit` messages of the transcript, or of one lead in it, oldest first."""
        if lead_id is None:
            newest_first = self._step.all(_OF_CONTACT, ["text"], contact=contact_id, most=limit)
        else:
            newest_first = self._step.all(_OF_CONTACT_AND_LEAD, ["text"], contact=contact_id, lead=lead_id, most=limit)
        return [self._message(row) for row in reversed(newest_first)]

    def by_telegram(self, chat_id: int, telegram_id: int) -> Message | None:
        """The message that has this id in this chat."""
        row = self._step.first(_BY_TELEGRAM, chat=chat_id, telegram=telegram_id)
        return self._message(row) if row else None

    def kind_of(self, chat_id: int, telegram_id: int) -> str:
        """The kind of that message, "" where it is not stored; one whose words cannot be read has its kind still."""
        row = self._step.first(_KIND, chat=chat_id, telegram=telegram_id)
        return row["kind"] if row else ""

    def reword(self, message_id: int, text: str) -> None:
        """Replace the text: the person has edited their message."""
        row = self._step.first(_CONTACT_OF_MESSAGE, row_id=message_id)
        if row is not None:
            subject = self._step.subject_of_contact(row["contact_id"])
            sealed = self._step.vault.seal(subject, text, "messages.text")
            self._step.change(_REWORD, row_id=message_id, text=sealed)

    def _message(self, row: RowMapping) -> Message:
        plain = {name: row[name] for name in _COPIED}
        text = self._step.vault.open(row["text"], "messages.text")
        return Message(id=row["id"], at=row["at"], text=text, **{**plain, "author": Author(row["author"])})


_COPIED = ("contact_id", "lead_id", "author", "author_id", "kind", "chat_id", "telegram_id")
