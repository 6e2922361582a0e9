"""Which keys were destroyed, so that a restored copy can destroy them again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "erasures",
        sa.Column("fingerprint", sa.String(64), primary_key=True),
        sa.Column("erased_at", sa.BigInteger(), nullable=False),
    )
