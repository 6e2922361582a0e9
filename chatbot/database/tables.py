"""The tables, in types that SQLite and PostgreSQL share.

Times are epoch milliseconds, read and written as aware datetimes in UTC; money is minor units with a currency.
A `Sealed` column holds what people wrote, their names and contacts: see sealing.py. Rows are never deleted by the
bot, so that whoever is erased leaves unreadable rows behind and nothing that points to nowhere.

Schema changes go through migrations/; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as epoch milliseconds; what is finer is cut off."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - signature
        """To epoch milliseconds, in integers throughout."""
        return None if value is None else (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature
        """From epoch milliseconds."""
        return None if value is None else _EPOCH + value * _MILLISECOND


Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only in INTEGER columns
Sealed = LargeBinary

metadata = MetaData(
    naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# An id that was once given out is never given to another row: sealed values name their key by it.
contact_keys = Table(
    "contact_keys",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("wrapped", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

# By the key's fingerprint, which says nothing of the person: a restored copy is told again whom to forget.
erasures = Table(
    "erasures",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("erased_at", Moment, nullable=False),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("name", Sealed, nullable=False),
    Column("username", Sealed, nullable=False),
    Column("language", String(8), nullable=False),
    Column("language_chosen", Boolean, nullable=False),
    Column("pseudonym", String(32), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("speaker", String(16), nullable=False),
    Column("blocked", Boolean, nullable=False),
    Column("expecting", Sealed),
    Column("talking_to", Id),
    Column("current_lead", Id),
    Column("referral_code", String(32), unique=True),
)

leads = Table(
    "leads",
    metadata,
    Column("id", Id, primary_key=True),
    Column("client_id", Id, ForeignKey("contacts.id"), nullable=False),
    Column("stage", String(32), nullable=False),
    Column("stage_since", Moment, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("language", String(35), nullable=False),
    Column("title", Sealed, nullable=False),
    Column("brief", Sealed, nullable=False),
    Column("questions", Integer, nullable=False),
    Column("understood_up_to", Id, nullable=False),
    Column("referral_id", Id, ForeignKey("referrals.id")),
    Column("signed_minor", BigInteger),
    Column("signed_currency", String(3)),
    Column("closing_reason", Sealed, nullable=False),
    Column("revision", Integer, nullable=False),
    Index(None, "client_id"),
    Index(None, "stage", "stage_since"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), nullable=False),
    Column("lead_id", Id, ForeignKey("leads.id")),
    Column("author", String(16), nullable=False),
    Column("author_id", Id),
    Column("kind", String(32), nullable=False),
    Column("text", Sealed, nullable=False),
    Column("at", Moment, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("telegram_id", BigInteger),
    Column("source_key", String(100), nullable=False, unique=True),
    Index(None, "contact_id", "id"),
    Index(None, "chat_id", "telegram_id"),
)

quotes = Table(
    "quotes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lead_id", Id, ForeignKey("leads.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("number", String(32), nullable=False),
    Column("mind_map", Sealed, nullable=False),
    Column("language", String(35), nullable=False),
    Column("state", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("currency", String(3)),
    Column("computed_low", BigInteger),
    Column("computed_likely", BigInteger),
    Column("computed_high", BigInteger),
    Column("price_low", BigInteger),
    Column("price_likely", BigInteger),
    Column("price_high", BigInteger),
    Column("by_founder", Boolean, nullable=False),
    Column("days_low", Double, nullable=False),
    Column("days_likely", Double, nullable=False),
    Column("days_high", Double, nullable=False),
    Column("weeks_low", Integer, nullable=False),
    Column("weeks_high", Integer, nullable=False),
    Column("raw_centre", Double, nullable=False),
    Column("raw_spread", Double, nullable=False),
    Column("concern", Sealed, nullable=False),
    Column("edits", Sealed, nullable=False),
    Column("source", String(100), nullable=False),
    Column("fallback", Boolean, nullable=False),
    Column("valid_days", Integer, nullable=False),
    Column("valid_until", String(10)),  # a day, not a moment: ISO 8601
    Column("decided_at", Moment),
    Column("decided_by", Id, ForeignKey("contacts.id")),
    UniqueConstraint("lead_id", "version"),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("quote_id", Id, ForeignKey("quotes.id"), primary_key=True, autoincrement=False),
    Column("actual_days", Double, nullable=False),
    Column("recorded_at", Moment, nullable=False),
)

hand_offs = Table(
    "hand_offs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lead_id", Id, ForeignKey("leads.id"), nullable=False),
    Column("contact_id", Id, ForeignKey("contacts.id"), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("human_id", Id, ForeignKey("contacts.id")),
    Column("topic_id", BigInteger),
    Index(None, "contact_id", "state"),
    Index(None, "topic_id"),
)

referrals = Table(
    "referrals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("referrer_id", Id, ForeignKey("contacts.id"), nullable=False),
    Column("client_id", Id, ForeignKey("contacts.id"), nullable=False, unique=True),
    Column("rate_bp", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("protected_until", Moment, nullable=False),
    Column("private", Boolean, nullable=False),
    Index(None, "referrer_id"),
)

ledger_lines = Table(
    "ledger_lines",
    metadata,
    Column("id", Id, primary_key=True),
    Column("posting", String(100), nullable=False),
    Column("line", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("lead_id", Id, ForeignKey("leads.id"), nullable=False),
    Column("memo", String(200), nullable=False),
    Column("account", String(64), nullable=False),
    Column("minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    UniqueConstraint("posting", "line"),
    Index(None, "account", "id"),
    sqlite_autoincrement=True,
)

bookings = Table(
    "bookings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("lead_id", Id, ForeignKey("leads.id"), nullable=False),
    Column("amount_minor", BigInteger),
    Column("amount_currency", String(3)),
    Column("reason", Sealed, nullable=False),
    Column("state", String(16), nullable=False),
    Column("created_by", Id, ForeignKey("contacts.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_autoincrement=True,  # the id is the business key of what is booked
)

promises = Table(
    "promises",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lead_id", Id, ForeignKey("leads.id"), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("args", Sealed, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("kept_at", Moment),
    Column("released_at", Moment),
    Index(None, "lead_id", "kind"),
)

buttons = Table(
    "buttons",
    metadata,
    Column("token", String(32), primary_key=True),
    Column("action", String(64), nullable=False),
    Column("args", Sealed, nullable=False),
    Column("contact_id", Id, ForeignKey("contacts.id")),
    Column("created_at", Moment, nullable=False),
    Column("used_at", Moment),
)

calls = Table(
    "calls",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("lead_id", Id, ForeignKey("leads.id")),
    Column("task", String(32), nullable=False),
    Column("model", String(100), nullable=False),
    Column("prompt", String(100), nullable=False),
    Column("prompt_hash", String(64), nullable=False),
    Column("input_tokens", Integer, nullable=False),
    Column("output_tokens", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("outcome", String(64), nullable=False),
    Column("fallback", Boolean, nullable=False),
    Index(None, "at"),
    Index(None, "lead_id"),
)

marks = Table(
    "marks",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", String, nullable=False),
)
