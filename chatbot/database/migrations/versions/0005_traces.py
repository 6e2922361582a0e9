"""Whoever is forgotten, or was silent for long, is looked for in the queues."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _where(condition: str) -> Any:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    """Index what is done by chat, what was shown by whom it is about, and what was given up."""
    done = _where("done_at IS NOT NULL")
    op.create_index("ix_inbox_done_chat", "inbox", ["chat_id", "id"], **done)
    for queue in ("inbox", "outbox"):
        op.create_index(f"ix_{queue}_given_up", queue, ["done_at"], **_where("error IS NOT NULL"))
    op.create_index("ix_outbox_done_chat", "outbox", ["chat_id"], **done)
    op.create_index("ix_outbox_about", "outbox", ["subject"], **_where("slot IS NOT NULL"))
