"""Calls, their turns, and what follows from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A migration keeps to plain types: what the product's own types mean may change later.
_INSTANT = sa.DateTime(timezone=True)
_OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    """The first tables."""
    _company_files()
    _calls()
    _turns()
    _transfers()
    _messages()
    _recordings()


def downgrade() -> None:
    """An empty database."""
    for table in ("recordings", "messages", "transfers", "turns", "calls", "company_files"):
        op.drop_table(table)


def _company_files() -> None:
    op.create_table(
        "company_files",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kept_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_company_files"),
    )


def _calls() -> None:
    op.create_table(
        "calls",
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("called", sa.Text(), nullable=False),
        sa.Column("caller", sa.Text(), nullable=True),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("began_at", _INSTANT, nullable=False),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("call_id", name="pk_calls"),
    )
    op.create_index("ix_calls_began_at", "calls", ["began_at"])
    op.create_index("ix_calls_open", "calls", ["node"], sqlite_where=_OPEN, postgresql_where=_OPEN)


def _turns() -> None:
    op.create_table(
        "turns",
        *_of_a_turn("turns"),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "number", name="pk_turns"),
    )


def _transfers() -> None:
    op.create_table(
        "transfers",
        *_of_a_turn("transfers"),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("started_at", _INSTANT, nullable=False),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("talked", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("call_id", "number", name="pk_transfers"),
    )


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), nullable=False),
        *_of_a_turn("messages"),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("caller", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("taken_at", _INSTANT, nullable=False),
        sa.Column("done_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.UniqueConstraint("call_id", "number", name="uq_messages_call_id_number"),
    )
    op.create_index("ix_messages_done_at", "messages", ["done_at"])


def _recordings() -> None:
    op.create_table(
        "recordings",
        *_of_a_turn("recordings"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("dropped_at", _INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("call_id", "number", "kind", name="pk_recordings"),
    )


def _of_a_turn(table: str) -> tuple[sa.Column[str], sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.call_id"], name=f"fk_{table}_call_id"),
    )
