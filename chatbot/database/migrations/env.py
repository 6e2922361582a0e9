"""Run by Alembic: migrates the connection that it is given, inside the transaction that is open there.

SQLite cannot switch foreign keys off within a transaction: a migration that rebuilds a table which others point to
has to defer them (`PRAGMA defer_foreign_keys = ON`).
"""

from __future__ import annotations

from alembic import context

from chatbot.database.queue_tables import inbox

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=inbox.metadata,  # of all tables: the queues come last
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
