"""What somebody wanted, in the very words, beside the message and the promised call."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TABLES = ("messages", "promises")


def upgrade() -> None:
    """Of what there is, the words stand in the turns of its call alone."""
    for table in _TABLES:
        op.add_column(table, sa.Column("said", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """They stand there still."""
    for table in _TABLES:
        op.drop_column(table, "said")
