"""Everything but the queues."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger()  # epoch milliseconds


def upgrade() -> None:
    """Create the tables."""
    _create_people()
    _create_referrals()
    _create_leads()
    _create_hand_offs()
    _create_messages()
    _create_quotes()
    _create_outcomes()
    _create_money()
    _create_notes()


def _create_people() -> None:
    op.create_table(
        "contact_keys",
        sa.Column("id", ID, primary_key=True),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("telegram_id", name="uq_contact_keys_telegram_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contacts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("username", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("language_chosen", sa.Boolean(), nullable=False),
        sa.Column("pseudonym", sa.String(32), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("speaker", sa.String(16), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("expecting", sa.LargeBinary()),
        sa.Column("talking_to", ID),
        sa.Column("current_lead", ID),
        sa.Column("referral_code", sa.String(32)),
        sa.UniqueConstraint("telegram_id", name="uq_contacts_telegram_id"),
        sa.UniqueConstraint("referral_code", name="uq_contacts_referral_code"),
    )


def _create_referrals() -> None:
    op.create_table(
        "referrals",
        sa.Column("id", ID, primary_key=True),
        sa.Column("referrer_id", ID, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("rate_bp", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("protected_until", MOMENT, nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["referrer_id"], ["contacts.id"], name="fk_referrals_referrer_id"),
        sa.UniqueConstraint("client_id", name="uq_referrals_client_id"),
        sa.ForeignKeyConstraint(["client_id"], ["contacts.id"], name="fk_referrals_client_id"),
    )
    op.create_index("ix_referrals_referrer_id", "referrals", ["referrer_id"])


def _create_leads() -> None:
    op.create_table(
        "leads",
        sa.Column("id", ID, primary_key=True),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("stage_since", MOMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("brief", sa.LargeBinary(), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.Column("understood_up_to", ID, nullable=False),
        sa.Column("referral_id", ID),
        sa.Column("signed_minor", sa.BigInteger()),
        sa.Column("signed_currency", sa.String(3)),
        sa.Column("closing_reason", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["contacts.id"], name="fk_leads_client_id"),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name="fk_leads_referral_id"),
    )
    op.create_index("ix_leads_client_id", "leads", ["client_id"])
    op.create_index("ix_leads_stage_stage_since", "leads", ["stage", "stage_since"])


def _create_hand_offs() -> None:
    op.create_table(
        "hand_offs",
        sa.Column("id", ID, primary_key=True),
        sa.Column("lead_id", ID, nullable=False),
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("human_id", ID),
        sa.Column("topic_id", sa.BigInteger()),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_hand_offs_lead_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_hand_offs_contact_id"),
        sa.ForeignKeyConstraint(["human_id"], ["contacts.id"], name="fk_hand_offs_human_id"),
    )
    op.create_index("ix_hand_offs_contact_id_state", "hand_offs", ["contact_id", "state"])
    op.create_index("ix_hand_offs_topic_id", "hand_offs", ["topic_id"])


def _create_messages() -> None:
    op.create_table(
        "messages",
        sa.Column("id", ID, primary_key=True),
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("lead_id", ID),
        sa.Column("author", sa.String(16), nullable=False),
        sa.Column("author_id", ID),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger()),
        sa.Column("source_key", sa.String(100), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_messages_contact_id"),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_messages_lead_id"),
        sa.UniqueConstraint("source_key", name="uq_messages_source_key"),
    )
    op.create_index("ix_messages_chat_id_telegram_id", "messages", ["chat_id", "telegram_id"])
    op.create_index("ix_messages_contact_id_id", "messages", ["contact_id", "id"])
    op.create_table(
        "promises",
        sa.Column("id", ID, primary_key=True),
        sa.Column("lead_id", ID, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("args", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT),
        sa.Column("kept_at", MOMENT),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_promises_lead_id"),
    )
    op.create_index("ix_promises_lead_id_kind", "promises", ["lead_id", "kind"])


def _create_quotes() -> None:
    op.create_table(
        "quotes",
        sa.Column("id", ID, primary_key=True),
        sa.Column("lead_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(32), nullable=False),
        sa.Column("mind_map", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("currency", sa.String(3)),
        sa.Column("computed_low", sa.BigInteger()),
        sa.Column("computed_likely", sa.BigInteger()),
        sa.Column("computed_high", sa.BigInteger()),
        sa.Column("price_low", sa.BigInteger()),
        sa.Column("price_likely", sa.BigInteger()),
        sa.Column("price_high", sa.BigInteger()),
        sa.Column("by_founder", sa.Boolean(), nullable=False),
        sa.Column("days_low", sa.Double(), nullable=False),
        sa.Column("days_likely", sa.Double(), nullable=False),
        sa.Column("days_high", sa.Double(), nullable=False),
        sa.Column("weeks_low", sa.Integer(), nullable=False),
        sa.Column("weeks_high", sa.Integer(), nullable=False),
        sa.Column("raw_centre", sa.Double(), nullable=False),
        sa.Column("raw_spread", sa.Double(), nullable=False),
        sa.Column("concern", sa.LargeBinary(), nullable=False),
        sa.Column("edits", sa.LargeBinary(), nullable=False),
        sa.Column("source", sa.String(100), nullable=False),
        sa.Column("fallback", sa.Boolean(), nullable=False),
        sa.Column("valid_days", sa.Integer(), nullable=False),
        sa.Column("valid_until", sa.String(10)),
        sa.Column("decided_at", MOMENT),
        sa.Column("decided_by", ID),
        sa.UniqueConstraint("lead_id", "version", name="uq_quotes_lead_id_version"),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_quotes_lead_id"),
        sa.ForeignKeyConstraint(["decided_by"], ["contacts.id"], name="fk_quotes_decided_by"),
    )


def _create_outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("quote_id", ID, autoincrement=False, primary_key=True),
        sa.Column("actual_days", sa.Double(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], name="fk_outcomes_quote_id"),
    )


def _create_money() -> None:
    op.create_table(
        "ledger_lines",
        sa.Column("id", ID, primary_key=True),
        sa.Column("posting", sa.String(100), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("lead_id", ID, nullable=False),
        sa.Column("memo", sa.String(200), nullable=False),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.UniqueConstraint("posting", "line", name="uq_ledger_lines_posting_line"),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_ledger_lines_lead_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ledger_lines_account_id", "ledger_lines", ["account", "id"])
    op.create_table(
        "bookings",
        sa.Column("id", ID, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("lead_id", ID, nullable=False),
        sa.Column("amount_minor", sa.BigInteger()),
        sa.Column("amount_currency", sa.String(3)),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_by", ID, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_bookings_lead_id"),
        sa.ForeignKeyConstraint(["created_by"], ["contacts.id"], name="fk_bookings_created_by"),
        sqlite_autoincrement=True,
    )


def _create_notes() -> None:
    op.create_table(
        "buttons",
        sa.Column("token", sa.String(32), primary_key=True),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("args", sa.LargeBinary(), nullable=False),
        sa.Column("contact_id", ID),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_buttons_contact_id"),
    )
    op.create_table(
        "calls",
        sa.Column("id", ID, primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("lead_id", ID),
        sa.Column("task", sa.String(32), nullable=False),
        sa.Column("model", sa.String(100), nullable=False),
        sa.Column("prompt", sa.String(100), nullable=False),
        sa.Column("prompt_hash", sa.String(64), nullable=False),
        sa.Column("input_tokens", sa.Integer(), nullable=False),
        sa.Column("output_tokens", sa.Integer(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(64), nullable=False),
        sa.Column("fallback", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_calls_lead_id"),
    )
    op.create_index("ix_calls_lead_id", "calls", ["lead_id"])
    op.create_table(
        "marks",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
