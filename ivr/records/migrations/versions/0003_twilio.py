"""Recordings that the line keeps until they are fetched; the line on which a call of ours is made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_DUE = "next_at IS NOT NULL"


def upgrade() -> None:
    """Every recording there is lies in the spool already; every attempt was Asterisk's."""
    _recordings()
    op.add_column("attempts", sa.Column("line", sa.Text(), nullable=False, server_default="asterisk"))


def downgrade() -> None:
    """What was not fetched is not known to be so any more; its source is in the turn that brought it."""
    op.drop_column("attempts", "line")
    op.drop_index("ix_recordings_due", "recordings")
    with op.batch_alter_table("recordings") as recordings:
        for column in ("next_at", "tries", "fetched_at", "source"):
            recordings.drop_column(column)


def _recordings() -> None:
    op.add_column("recordings", sa.Column("source", sa.Text(), nullable=True))
    op.add_column("recordings", sa.Column("fetched_at", _INSTANT, nullable=True))
    op.add_column("recordings", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("recordings", sa.Column("next_at", _INSTANT, nullable=True))
    where = sa.text(_DUE)
    op.create_index(
        "ix_recordings_due", "recordings", ["next_at"], sqlite_where=where, postgresql_where=where
    )
