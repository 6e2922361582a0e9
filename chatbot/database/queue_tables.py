"""The three queues: what came in, what goes out, what has yet to be done.

A row is undone while `done_at` is empty; `error` tells why a done one was given up. `due` is when it may be taken
(next): a claim moves it on by the lease, a failure by the wait. Done rows are kept for their keys and message ids;
their payload is blanked.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, text

from chatbot.database.tables import Id, Moment, Sealed, metadata

_UNDONE = text("done_at IS NULL")
_DONE = text("done_at IS NOT NULL")
_GIVEN_UP = text("error IS NOT NULL")
_OF_LEAD = text("lead_id IS NOT NULL")
_IN_SLOT = text("slot IS NOT NULL")

# Ordered by our own id: Telegram's update_id starts anew at random after a quiet week.
inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("payload", Sealed),
    Column("received_at", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", String(500)),
    Column("done_at", Moment),
    Index("ix_inbox_undone", "id", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    Index("ix_inbox_undone_chat", "chat_id", "id", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    Index("ix_inbox_done_chat", "chat_id", "id", sqlite_where=_DONE, postgresql_where=_DONE),
    Index("ix_inbox_given_up", "done_at", sqlite_where=_GIVEN_UP, postgresql_where=_GIVEN_UP),
    sqlite_autoincrement=True,
)

# `turn` is the time that orders a chat: when the row was put, or the later time that it was put for.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(200), unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("turn", Moment, nullable=False),
    Column("method", String(16), nullable=False),
    Column("slot", String(100)),
    Column("lead_id", Id, ForeignKey("leads.id")),
    Column("language", String(8), nullable=False),
    Column("subject", Id, nullable=False),
    Column("hand_off_id", Id, ForeignKey("hand_offs.id")),
    Column("transcript", Id, ForeignKey("contacts.id")),
    Column("payload", Sealed),
    Column("due", Moment, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("message_id", BigInteger),
    Column("error", String(500)),
    Column("created_at", Moment, nullable=False),
    Column("done_at", Moment),
    Index("ix_outbox_undone", "due", "id", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    Index("ix_outbox_undone_chat", "chat_id", "turn", "id", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    Index("ix_outbox_done_chat", "chat_id", sqlite_where=_DONE, postgresql_where=_DONE),
    Index("ix_outbox_given_up", "done_at", sqlite_where=_GIVEN_UP, postgresql_where=_GIVEN_UP),
    Index("ix_outbox_about", "subject", sqlite_where=_IN_SLOT, postgresql_where=_IN_SLOT),
    Index("ix_outbox_message", "chat_id", "message_id", sqlite_where=_OF_LEAD, postgresql_where=_OF_LEAD),
    Index("ix_outbox_slot", "chat_id", "slot", "done_at", sqlite_where=_IN_SLOT, postgresql_where=_IN_SLOT),
    sqlite_autoincrement=True,
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(200), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("lead_id", Id, ForeignKey("leads.id")),
    Column("payload", Sealed),
    Column("due", Moment, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("error", String(500)),
    Column("created_at", Moment, nullable=False),
    Column("done_at", Moment),
    Index("ix_jobs_undone", "due", "id", sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    Index("uq_jobs_open_key", "key", unique=True, sqlite_where=_UNDONE, postgresql_where=_UNDONE),
    sqlite_autoincrement=True,
)
