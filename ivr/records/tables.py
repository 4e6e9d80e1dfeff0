"""What is on record, as tables. A turn's JSON is ivr.conversation.codec's, kept as text: the very bytes.

Times are instants: aware going in, UTC coming out, on SQLite as on PostgreSQL.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import DateTime, Dialect, Double, ForeignKey, Index, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """An instant. SQLite keeps no offset, so it is written in UTC and read back as UTC.

    Binding a naive datetime raises ValueError (inside SQLAlchemy's StatementError).
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The instant in UTC."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"{value.isoformat()} has no time zone; the records take aware instants only.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The instant, aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """Constraints have names everywhere, so that a migration can speak of them."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), float: Double(), datetime: UtcTime()}


class CompanyFile(Table):
    """The text of a company file that calls began with, by its fingerprint."""

    __tablename__ = "company_files"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    path: Mapped[str]  # as the operator gave it
    text: Mapped[str]  # the YAML
    kept_at: Mapped[datetime]


_OPEN = sa.text("ended_at IS NULL")


class Call(Table):
    """A call. What it came to so far is its last turn."""

    __tablename__ = "calls"
    __table_args__ = (
        Index("ix_calls_began_at", "began_at"),
        Index("ix_calls_open", "node", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    call_id: Mapped[str] = mapped_column(primary_key=True)  # the line's own id
    line: Mapped[str]  # "asterisk", "simulator", …
    node: Mapped[str]  # the service node that took it
    called: Mapped[str]  # dialled number
    caller: Mapped[str | None]  # None when withheld
    company: Mapped[str]  # fingerprint; its text may be kept later than the first turn, so no foreign key
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]  # None while it goes on
    outcome: Mapped[str | None]  # why it ended: the reason of HangUp


class CallTurn(Table):
    """One turn: what happened, where the conversation stands now, what the line was told to do."""

    __tablename__ = "turns"

    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 0 for the answer
    at: Mapped[datetime]  # when the event was received
    step: Mapped[str]  # of the state, to select by
    language: Mapped[str]  # of the state, to select by
    event: Mapped[str | None]  # JSON; None for turn 0
    state: Mapped[str]  # JSON
    actions: Mapped[str]  # JSON: the sentences said, and the wait or the end


class CallTransfer(Table):
    """An attempt to put a caller through, by the turn that began it."""

    __tablename__ = "transfers"

    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    department: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]  # a TransferOutcome, "hung_up", or "lost" when nobody saw its end
    talked: Mapped[bool | None]  # the caller spoke with the department; None while it goes on or when lost


class Message(Table):
    """A message that a caller left for a department, by the turn that kept it."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("call_id", "number"), Index("ix_messages_done_at", "done_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"))
    number: Mapped[int]
    department: Mapped[str]
    reference: Mapped[str]  # name of the recording within the spool
    seconds: Mapped[float]
    caller: Mapped[str | None]
    language: Mapped[str]
    taken_at: Mapped[datetime]
    done_at: Mapped[datetime | None]  # when somebody dealt with it


class Recording(Table):
    """A sound file in the spool, by the turn that brought or began it."""

    __tablename__ = "recordings"

    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(primary_key=True)  # "message" or "call"
    reference: Mapped[str]
    seconds: Mapped[float | None]  # None for a whole call, which lasts as long as it does
    at: Mapped[datetime]
    dropped_at: Mapped[datetime | None]  # the caller said it anew: not to be kept
