"""Incidents, the entries that prove them, and who looked at them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_INCOMPLETE = sa.text("complete_at IS NULL")


def upgrade() -> None:
    """No call had an incident so far."""
    _incidents()
    _incident_entries()
    _accesses()


def downgrade() -> None:
    """What was kept of incidents is lost; the calls stay."""
    for table in ("accesses", "incident_entries", "incidents"):
        op.drop_table(table)


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("opened_at", _INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("closed_at", _INSTANT, nullable=True),
        sa.Column("hold", sa.Boolean(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("complete_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
        sa.ForeignKeyConstraint(["call_id"], ["calls.call_id"], name="fk_incidents_call_id"),
        sa.UniqueConstraint("call_id", name="uq_incidents_call_id"),
    )
    op.create_index(
        "ix_incidents_incomplete",
        "incidents",
        ["opened_at"],
        sqlite_where=_INCOMPLETE,
        postgresql_where=_INCOMPLETE,
    )


def _incident_entries() -> None:
    op.create_table(
        "incident_entries",
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("incident", "seq", name="pk_incident_entries"),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_incident_entries_incident"),
    )


def _accesses() -> None:
    op.create_table(
        "accesses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("incident", sa.Text(), nullable=True),
        sa.Column("allowed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accesses"),
    )
    op.create_index("ix_accesses_incident", "accesses", ["incident"])
    op.create_index("ix_accesses_at", "accesses", ["at"])
