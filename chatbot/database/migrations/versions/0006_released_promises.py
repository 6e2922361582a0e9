"""A promise that nobody waits for any more is released, which is not the same as kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add when it was."""
    op.add_column("promises", sa.Column("released_at", sa.BigInteger()))
