"""Audits of calls, and what each of them found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """No call was audited so far; the service does it by and by for those whose turns are kept."""
    _audits()
    _breaches()


def downgrade() -> None:
    """Audits are made anew of the calls that are left."""
    for table in ("breaches", "audits"):
        op.drop_table(table)


def _audits() -> None:
    op.create_table(
        "audits",
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("began_at", _INSTANT, nullable=False),
        sa.Column("audited_at", _INSTANT, nullable=False),
        sa.Column("ours", sa.Boolean(), nullable=False),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("campaign", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Double(), nullable=False),
        sa.Column("pause", sa.Double(), nullable=False),
        sa.Column("speech", sa.Double(), nullable=False),
        sa.Column("matter", sa.Double(), nullable=True),
        sa.Column("interruptions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", name="pk_audits"),
    )
    op.create_index("ix_audits_began_at", "audits", ["began_at"])


def _breaches() -> None:
    op.create_table(
        "breaches",
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("norm", sa.Text(), nullable=False),
        sa.Column("starred", sa.Boolean(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "seq", name="pk_breaches"),
        sa.ForeignKeyConstraint(["call_id"], ["audits.call_id"], name="fk_breaches_call_id"),
    )
