"""The three queues."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger()  # epoch milliseconds


def _where(condition: str) -> Any:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


UNDONE = _where("done_at IS NULL")


def upgrade() -> None:
    """Create the tables."""
    _create_inbox()
    _create_outbox()
    _create_jobs()


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ID, primary_key=True),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.LargeBinary()),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(500)),
        sa.Column("done_at", MOMENT),
        sa.UniqueConstraint("update_id", name="uq_inbox_update_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_undone", "inbox", ["id"], **UNDONE)
    op.create_index("ix_inbox_undone_chat", "inbox", ["chat_id", "id"], **UNDONE)


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ID, primary_key=True),
        sa.Column("key", sa.String(200)),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("turn", MOMENT, nullable=False),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("slot", sa.String(100)),
        sa.Column("lead_id", ID),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("subject", ID, nullable=False),
        sa.Column("hand_off_id", ID),
        sa.Column("transcript", ID),
        sa.Column("payload", sa.LargeBinary()),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("error", sa.String(500)),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_outbox_lead_id"),
        sa.ForeignKeyConstraint(["hand_off_id"], ["hand_offs.id"], name="fk_outbox_hand_off_id"),
        sa.ForeignKeyConstraint(["transcript"], ["contacts.id"], name="fk_outbox_transcript"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_message", "outbox", ["chat_id", "message_id"], **_where("lead_id IS NOT NULL"))
    op.create_index("ix_outbox_slot", "outbox", ["chat_id", "slot", "done_at"], **_where("slot IS NOT NULL"))
    op.create_index("ix_outbox_undone", "outbox", ["due", "id"], **UNDONE)
    op.create_index("ix_outbox_undone_chat", "outbox", ["chat_id", "turn", "id"], **UNDONE)


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", ID, primary_key=True),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("lead_id", ID),
        sa.Column("payload", sa.LargeBinary()),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(500)),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name="fk_jobs_lead_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_jobs_undone", "jobs", ["due", "id"], **UNDONE)
    op.create_index("uq_jobs_open_key", "jobs", ["key"], unique=True, **UNDONE)
