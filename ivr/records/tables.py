"""What is on record, as tables. A turn's JSON is ivr.conversation.codec's, kept as text: the very bytes.

Times are instants: aware going in, UTC coming out, on SQLite as on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import DateTime, Dialect, Double, ForeignKey, Index, MetaData, Row, Text, UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine


class _SqliteTime(sqlite.DATETIME):
    """SQLAlchemy's own text, written and read at a third of its cost: every turn has instants."""

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:  # noqa: ARG002
        """From a datetime in UTC."""
        return _written

    def result_processor(
        self,
        dialect: Dialect,  # noqa: ARG002
        coltype: object,  # noqa: ARG002
    ) -> Callable[[str | None], datetime | None]:
        """To a naive datetime."""
        return _read


def _written(at: datetime | None) -> str | None:
    return None if at is None else at.replace(tzinfo=None).isoformat(" ", "microseconds")


def _read(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


_SQLITE_TIME: TypeEngine[Any] = _SqliteTime()  # type: ignore[no-untyped-call]


class UtcTime(TypeDecorator[datetime]):
    """An instant. SQLite keeps no offset, so it is written in UTC and read back as UTC.

    Binding a naive datetime raises ValueError (inside SQLAlchemy's StatementError).
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """On SQLite by our own text."""
        return _SQLITE_TIME if dialect.name == "sqlite" else super().load_dialect_impl(dialect)

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


def utc_day(at: datetime) -> date:
    """The day of an instant in UTC."""
    return at.astimezone(UTC).date()


AnyRow = Row[*tuple[Any, ...]]  # of whatever was selected


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


def _only(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of few rows; a query must name its condition word for word, with no bound values in it."""
    condition = sa.text(where)
    return Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


OPEN = "ended_at IS NULL"


class Call(Table):
    """A call. What it came to so far is its last turn."""

    __tablename__ = "calls"
    __table_args__ = (
        Index("ix_calls_began_at", "began_at"),
        _only("ix_calls_open", "node", where=OPEN),
        _only("ix_calls_attempt", "attempt", where="attempt IS NOT NULL"),
    )

    call_id: Mapped[str] = mapped_column(primary_key=True)  # the line's own id
    line: Mapped[str]  # "asterisk", "simulator", …
    node: Mapped[str]  # the service node that took it
    called: Mapped[str]  # dialled number: the person's when we call
    caller: Mapped[str | None]  # None when withheld; the company's number when we call
    company: Mapped[str]  # fingerprint; its text may be kept later than the first turn, so no foreign key
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]  # None while it goes on
    outcome: Mapped[str | None]  # why it ended: the reason of HangUp
    attempt: Mapped[str | None]  # whose talk it is, when we call; no foreign key: ``ivr talk`` writes none
    campaign: Mapped[str | None]  # fingerprint of the campaign file


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
    performed: Mapped[str | None]  # JSON: how the turn before was heard; None where its line told nothing


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
    """A message for a department, by the turn that kept it: left by a caller, or written by us in a call."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("call_id", "number", "reference"),
        Index("ix_messages_done_at", "done_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"))
    number: Mapped[int]
    department: Mapped[str]
    reference: Mapped[str | None]  # name of the recording within the spool; None for a written one
    seconds: Mapped[float | None]
    text: Mapped[str | None]  # of a written one
    caller: Mapped[str | None]  # the person's number, whoever called
    language: Mapped[str]
    taken_at: Mapped[datetime]
    done_at: Mapped[datetime | None]  # when somebody dealt with it
    said: Mapped[str] = mapped_column(server_default="")  # what was wanted, in the very words, a line each


class Recording(Table):
    """A sound file, by the turn that brought or began it: in the spool, or still at the line."""

    __tablename__ = "recordings"
    __table_args__ = (_only("ix_recordings_due", "next_at", where="next_at IS NOT NULL"),)

    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(primary_key=True)  # "message" or "call"
    reference: Mapped[str]
    seconds: Mapped[float | None]  # None for a whole call, which lasts as long as it does
    at: Mapped[datetime]
    dropped_at: Mapped[datetime | None]  # the caller said it anew: not to be kept
    source: Mapped[str | None]  # where the line keeps, or kept, it; None: it was written into the spool
    fetched_at: Mapped[datetime | None]  # since when the spool has what the line kept
    tries: Mapped[int] = mapped_column(server_default="0")  # to fetch it, or to have the line delete it
    next_at: Mapped[datetime | None]  # when to try next; None: nothing is left to do, or it was given up


# ── Whom the company calls ──────────────────────────────────────────────────────────────────────


class Campaign(Table):
    """A campaign as it was started last."""

    __tablename__ = "campaigns"

    id: Mapped[str] = mapped_column(primary_key=True)  # name of the file without .yaml
    fingerprint: Mapped[str]  # of the file, whose text is among the company files
    company: Mapped[str]  # fingerprint of the company file
    state: Mapped[str]  # a CampaignState
    why: Mapped[str]
    changed_at: Mapped[datetime]


class CampaignChange(Table):
    """One row for each time a campaign was started, paused, stopped or done."""

    __tablename__ = "campaign_changes"
    __table_args__ = (Index("ix_campaign_changes_campaign", "campaign"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign: Mapped[str] = mapped_column(ForeignKey("campaigns.id"))
    at: Mapped[datetime]
    fingerprint: Mapped[str]
    company: Mapped[str]
    state: Mapped[str]
    why: Mapped[str]


class CampaignDay(Table):
    """What the guard of abandoned calls sums up, a row for each day: no dial counts a month of attempts."""

    __tablename__ = "campaign_days"

    campaign: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)  # ISO 8601, in UTC, on which the attempt ended
    answered: Mapped[int]  # a person picked up
    abandoned: Mapped[int]  # of these, with nobody to speak


class Contact(Table):
    """Somebody whom a campaign is to call; a number is called once for a campaign."""

    __tablename__ = "contacts"
    __table_args__ = (
        UniqueConstraint("campaign", "number"),
        Index("ix_contacts_state", "campaign", "state"),
        Index("ix_contacts_number", "number"),
        Index("ix_contacts_person", "person"),
        _only("ix_contacts_due", "campaign", "next_at", where="state = 'pending'"),
        _only("ix_contacts_claimed", "claimed_by", where="state = 'calling'"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign: Mapped[str]  # id; contacts come before the campaign is started
    number: Mapped[str]  # E.164
    person: Mapped[str]  # who it is across numbers
    name: Mapped[str | None]
    language: Mapped[str | None]
    zone: Mapped[str | None]  # IANA
    state: Mapped[str]  # a ContactState
    tries: Mapped[int]
    next_at: Mapped[datetime]
    reason: Mapped[str | None]  # why it is where it is, in words
    disposition: Mapped[str | None]  # of the last attempt
    imported_at: Mapped[datetime]
    claimed_by: Mapped[str | None]  # node, while CALLING
    claimed_at: Mapped[datetime | None]


class Consent(Table):
    """That the owner of a number agreed to be called by a machine for commercial ends."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("number", "source", "given_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]  # E.164
    source: Mapped[str]  # where and how it was given
    given_on: Mapped[datetime]
    kept_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]  # by asking not to be called again


class DoNotCall(Table):
    """That a number is never called. What was lifted stays, so the rows of a number are its history."""

    __tablename__ = "do_not_call"
    __table_args__ = (
        _only("ux_do_not_call_listed", "number", where="lifted_at IS NULL", unique=True),
        Index("ix_do_not_call_number", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]  # E.164
    listed_at: Mapped[datetime]
    source: Mapped[str]  # the person's words or key and the call, or which operator or list
    call_id: Mapped[str | None]
    lifted_at: Mapped[datetime | None]  # None: it holds
    lifted_why: Mapped[str | None]


LIVE = "state IN ('open', 'calling')"


class Promise(Table):
    """A call that is promised to somebody. What a conversation may promise twice is made one by a move."""

    __tablename__ = "promises"
    __table_args__ = (
        _only("ix_promises_due", "next_at", where="state = 'open'"),
        _only("ix_promises_claimed", "claimed_by", where="state = 'calling'"),
        _only("ix_promises_number", "number", where=LIVE),
        _only("ix_promises_department", "department", "at", where=LIVE),
        _only("ix_promises_campaign", "campaign", where="campaign IS NOT NULL"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)  # a UUID
    number: Mapped[str]  # E.164
    name: Mapped[str | None]
    department: Mapped[str]
    campaign: Mapped[str | None]  # id
    contact: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    at: Mapped[datetime]  # the promised instant
    zone: Mapped[str]  # IANA, in which it was read back
    language: Mapped[str]
    words: Mapped[str]  # as it was said
    origin: Mapped[str]  # an Origin
    resume: Mapped[str]
    state: Mapped[str]  # a PromiseState
    tries: Mapped[int]
    next_at: Mapped[datetime]
    made_at: Mapped[datetime]
    made_in: Mapped[str | None]  # call id
    said: Mapped[str] = mapped_column(server_default="")  # as in messages
    claimed_by: Mapped[str | None]  # node, while CALLING
    claimed_at: Mapped[datetime | None]


class PromiseChange(Table):
    """One row for each change of a promise: its making, a claim, another time, its end."""

    __tablename__ = "promise_changes"
    __table_args__ = (Index("ix_promise_changes_promise", "promise"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    promise: Mapped[str]  # id; written out of promises' own rows, so a foreign key would only cost time
    at: Mapped[datetime]
    was: Mapped[str | None]  # a PromiseState; None when it is made
    became: Mapped[str]  # a PromiseState
    next_at: Mapped[datetime]  # when it was to be dialled next from then on
    reason: Mapped[str]  # in words
    by: Mapped[str]  # "the person", a dispatcher's node, an operator
    call_id: Mapped[str | None]  # the conversation in which it changed


class Attempt(Table):
    """A call of ours, written before the line is asked to dial.

    The unique indexes are what keeps two dispatchers from calling one person at once.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        _only("ux_attempts_number", "number", where=OPEN, unique=True),
        _only("ux_attempts_person", "person", where=OPEN, unique=True),
        _only("ux_attempts_promise", "promise", where=OPEN, unique=True),
        _only("ux_attempts_contact", "contact", where=OPEN, unique=True),
        Index("ix_attempts_number", "number", "at"),
        Index("ix_attempts_person", "person", "at"),
        Index("ix_attempts_campaign", "campaign", "disposition"),
        _only("ix_attempts_of_promise", "promise", where="promise IS NOT NULL"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)  # also the channel's unique id on Asterisk
    node: Mapped[str]  # whose dispatcher makes it
    at: Mapped[datetime]
    number: Mapped[str]  # E.164
    person: Mapped[str]
    caller_id: Mapped[str]
    line: Mapped[str] = mapped_column(server_default="asterisk")  # by which it is called
    language: Mapped[str]
    zone: Mapped[str]
    name: Mapped[str | None]
    campaign: Mapped[str | None]  # id
    fingerprint: Mapped[str | None]  # of the campaign file
    promise: Mapped[str | None] = mapped_column(ForeignKey("promises.id"))
    contact: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    result: Mapped[str | None]  # a Disposition: what the conversation concluded
    ended_at: Mapped[datetime | None]
    disposition: Mapped[str | None]  # a Disposition: the one end


class Answer(Table):
    """An answer to a question of a campaign, as said and as understood."""

    __tablename__ = "answers"
    __table_args__ = (Index("ix_answers_campaign", "campaign", "question"),)

    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # of the turn
    question: Mapped[str] = mapped_column(primary_key=True)  # id of the campaign's question, or "proposal"
    campaign: Mapped[str | None]  # id
    said: Mapped[str]
    understood: Mapped[str | None]
    at: Mapped[datetime]


class Node(Table):
    """A service that calls people, and when it was seen last: another takes its work over when it is dead."""

    __tablename__ = "nodes"

    node: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime]


# ── How courteous calls were ────────────────────────────────────────────────────────────────────


class Audit(Table):
    """How courteous a call was. It is kept longer than the call, so it holds nobody's words or number."""

    __tablename__ = "audits"
    __table_args__ = (Index("ix_audits_began_at", "began_at"),)

    call_id: Mapped[str] = mapped_column(primary_key=True)  # no foreign key, see above
    began_at: Mapped[datetime]  # of the call
    audited_at: Mapped[datetime]
    ours: Mapped[bool]  # the company called
    department: Mapped[str | None]  # that the call was about at last
    campaign: Mapped[str | None]  # id
    language: Mapped[str]  # of the last turn
    score: Mapped[int]  # 0 to 100
    answered: Mapped[float | None]  # seconds; this and what follows as in ivr.etiquette.timing.Timing
    pause: Mapped[float | None]
    speech: Mapped[float]
    matter: Mapped[float | None]
    interruptions: Mapped[int | None]


class Breach(Table):
    """A norm that a call broke, or something that took too long in it."""

    __tablename__ = "breaches"

    call_id: Mapped[str] = mapped_column(ForeignKey("audits.call_id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 0 for the first
    number: Mapped[int]  # of the turn
    norm: Mapped[str]  # id, or "time:" and what took too long
    starred: Mapped[bool]
    points: Mapped[int]  # that it costs the score
    why: Mapped[str]


# ── What the company may have to rely on ────────────────────────────────────────────────────────


class Incident(Table):
    """A call in which somebody was abusive, or threatened."""

    __tablename__ = "incidents"
    __table_args__ = (
        UniqueConstraint("call_id"),
        _only("ix_incidents_incomplete", "opened_at", where="complete_at IS NULL"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)  # a UUID, made of the call's id
    call_id: Mapped[str] = mapped_column(ForeignKey("calls.call_id"))
    severity: Mapped[str]  # "abuse" or "threat": the worst that was said
    department: Mapped[str]
    opened_at: Mapped[datetime]
    state: Mapped[str]  # "open" or "closed"
    closed_at: Mapped[datetime | None]
    hold: Mapped[bool]  # nothing of the call may be erased
    turns: Mapped[int] = mapped_column(server_default="0")  # of the call that are among the entries
    complete_at: Mapped[datetime | None]  # since when the end of the call and its sound are among them


class IncidentEntry(Table):
    """Evidence: never changed, each row bound to the one before by its hash, see ivr.evidence.chain."""

    __tablename__ = "incident_entries"

    incident: Mapped[str] = mapped_column(ForeignKey("incidents.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 1 for the first
    at: Mapped[datetime]
    kind: Mapped[str]
    body: Mapped[str]  # canonical JSON
    prev_hash: Mapped[str]
    hash: Mapped[str]


class Access(Table):
    """That somebody looked at an incident, or did something with it; or was refused."""

    __tablename__ = "accesses"
    __table_args__ = (Index("ix_accesses_incident", "incident"), Index("ix_accesses_at", "at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]  # the operator's name, and the machine's user where that is another
    what: Mapped[str]  # "show", "export", …
    incident: Mapped[str | None]  # id; no foreign key: who looked is known longer than what was seen
    allowed: Mapped[bool]
