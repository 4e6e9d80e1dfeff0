"""Whom the company calls: campaigns, contacts, consents, do-not-call list, promises, attempts, answers."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)
_NEW = (
    "campaigns",
    "campaign_changes",
    "campaign_days",
    "contacts",
    "consents",
    "do_not_call",
    "promises",
    "promise_changes",
    "attempts",
    "answers",
    "nodes",
)
_OPEN, _LIVE = "ended_at IS NULL", "state IN ('open', 'calling')"


def upgrade() -> None:
    """New tables; calls of ours are told from others; a message may be written."""
    op.add_column("calls", sa.Column("attempt", sa.Text(), nullable=True))
    op.add_column("calls", sa.Column("campaign", sa.Text(), nullable=True))
    _only("ix_calls_attempt", "calls", ["attempt"], "attempt IS NOT NULL")
    _messages()
    _campaigns()
    _contacts()
    _consents()
    _do_not_call()
    _promises()
    _promise_changes()
    _attempts()
    _answers()
    op.create_table("nodes", _text("node"), _instant("seen_at"), _key("nodes", "node"))


def downgrade() -> None:
    """Only inbound calls, and messages that were spoken."""
    for table in reversed(_NEW):
        op.drop_table(table)
    op.execute("DELETE FROM messages WHERE reference IS NULL")
    op.execute("DELETE FROM messages WHERE id NOT IN (SELECT min(id) FROM messages GROUP BY call_id, number)")
    with op.batch_alter_table("messages") as messages:
        messages.drop_constraint("uq_messages_call_id_number_reference", type_="unique")
        messages.create_unique_constraint("uq_messages_call_id_number", ["call_id", "number"])
        messages.drop_column("text")
        messages.alter_column("reference", existing_type=sa.Text(), nullable=False)
        messages.alter_column("seconds", existing_type=sa.Double(), nullable=False)
    op.drop_index("ix_calls_attempt", "calls")
    op.drop_column("calls", "campaign")
    op.drop_column("calls", "attempt")


def _messages() -> None:
    with op.batch_alter_table("messages") as messages:
        messages.drop_constraint("uq_messages_call_id_number", type_="unique")
        messages.create_unique_constraint(
            "uq_messages_call_id_number_reference", ["call_id", "number", "reference"]
        )
        messages.add_column(sa.Column("text", sa.Text(), nullable=True))
        messages.alter_column("reference", existing_type=sa.Text(), nullable=True)
        messages.alter_column("seconds", existing_type=sa.Double(), nullable=True)


def _campaigns() -> None:
    op.create_table(
        "campaigns",
        *map(_text, ("id", "fingerprint", "company", "state", "why")),
        _instant("changed_at"),
        _key("campaigns", "id"),
    )
    op.create_table(
        "campaign_changes",
        _number("id"),
        _text("campaign"),
        _instant("at"),
        *map(_text, ("fingerprint", "company", "state", "why")),
        _key("campaign_changes", "id"),
        _leads("campaign_changes", "campaign", "campaigns.id"),
    )
    op.create_index("ix_campaign_changes_campaign", "campaign_changes", ["campaign"])
    op.create_table(
        "campaign_days",
        *map(_text, ("campaign", "day")),
        *map(_number, ("answered", "abandoned")),
        _key("campaign_days", "campaign", "day"),
    )


def _contacts() -> None:
    op.create_table(
        "contacts",
        _number("id"),
        *map(_text, ("campaign", "number", "person")),
        *(_text(name, True) for name in ("name", "language", "zone")),
        _text("state"),
        _number("tries"),
        _instant("next_at"),
        *(_text(name, True) for name in ("reason", "disposition")),
        _instant("imported_at"),
        _text("claimed_by", True),
        _instant("claimed_at", True),
        _key("contacts", "id"),
        sa.UniqueConstraint("campaign", "number", name="uq_contacts_campaign_number"),
    )
    op.create_index("ix_contacts_state", "contacts", ["campaign", "state"])
    op.create_index("ix_contacts_number", "contacts", ["number"])
    op.create_index("ix_contacts_person", "contacts", ["person"])
    _only("ix_contacts_due", "contacts", ["campaign", "next_at"], "state = 'pending'")
    _only("ix_contacts_claimed", "contacts", ["claimed_by"], "state = 'calling'")


def _consents() -> None:
    op.create_table(
        "consents",
        _number("id"),
        *map(_text, ("number", "source")),
        *map(_instant, ("given_on", "kept_at")),
        _instant("withdrawn_at", True),
        _key("consents", "id"),
        sa.UniqueConstraint("number", "source", "given_on", name="uq_consents_number_source_given_on"),
    )


def _do_not_call() -> None:
    op.create_table(
        "do_not_call",
        _number("id"),
        _text("number"),
        _instant("listed_at"),
        _text("source"),
        _text("call_id", True),
        _instant("lifted_at", True),
        _text("lifted_why", True),
        _key("do_not_call", "id"),
    )
    op.create_index("ix_do_not_call_number", "do_not_call", ["number"])
    _only("ux_do_not_call_listed", "do_not_call", ["number"], "lifted_at IS NULL", unique=True)


def _promises() -> None:
    op.create_table(
        "promises",
        *map(_text, ("id", "number")),
        _text("name", True),
        _text("department"),
        _text("campaign", True),
        _number("contact", True),
        _instant("at"),
        *map(_text, ("zone", "language", "words", "origin", "resume", "state")),
        _number("tries"),
        *map(_instant, ("next_at", "made_at")),
        _text("made_in", True),
        _text("claimed_by", True),
        _instant("claimed_at", True),
        _key("promises", "id"),
        _leads("promises", "contact", "contacts.id"),
    )
    _only("ix_promises_due", "promises", ["next_at"], "state = 'open'")
    _only("ix_promises_claimed", "promises", ["claimed_by"], "state = 'calling'")
    _only("ix_promises_number", "promises", ["number"], _LIVE)
    _only("ix_promises_department", "promises", ["department", "at"], _LIVE)
    _only("ix_promises_campaign", "promises", ["campaign"], "campaign IS NOT NULL")


def _promise_changes() -> None:
    op.create_table(
        "promise_changes",
        _number("id"),
        _text("promise"),
        _instant("at"),
        _text("was", True),
        _text("became"),
        _instant("next_at"),
        *map(_text, ("reason", "by")),
        _text("call_id", True),
        _key("promise_changes", "id"),
    )
    op.create_index("ix_promise_changes_promise", "promise_changes", ["promise"])


def _attempts() -> None:
    op.create_table(
        "attempts",
        *map(_text, ("id", "node")),
        _instant("at"),
        *map(_text, ("number", "person", "caller_id", "language", "zone")),
        *(_text(name, True) for name in ("name", "campaign", "fingerprint", "promise")),
        _number("contact", True),
        _text("result", True),
        _instant("ended_at", True),
        _text("disposition", True),
        _key("attempts", "id"),
        _leads("attempts", "promise", "promises.id"),
        _leads("attempts", "contact", "contacts.id"),
    )
    for column in ("number", "person", "promise", "contact"):
        _only(f"ux_attempts_{column}", "attempts", [column], _OPEN, unique=True)
    op.create_index("ix_attempts_number", "attempts", ["number", "at"])
    op.create_index("ix_attempts_person", "attempts", ["person", "at"])
    op.create_index("ix_attempts_campaign", "attempts", ["campaign", "disposition"])
    _only("ix_attempts_of_promise", "attempts", ["promise"], "promise IS NOT NULL")


def _answers() -> None:
    op.create_table(
        "answers",
        _text("call_id"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _text("question"),
        _text("campaign", True),
        _text("said"),
        _text("understood", True),
        _instant("at"),
        _key("answers", "call_id", "number", "question"),
        _leads("answers", "call_id", "calls.call_id"),
    )
    op.create_index("ix_answers_campaign", "answers", ["campaign", "question"])


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _number(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _instant(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, _INSTANT, nullable=nullable)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _leads(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}")


def _only(name: str, table: str, columns: list[str], condition: str, unique: bool = False) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)
