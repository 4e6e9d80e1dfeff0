"""Reads what is on record: calls, transcripts, messages. Writes only that a message was dealt with."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, or_, select, update

from ivr.calls.ports import CallUnknownError
from ivr.conversation.codec import (
    actions_from_json,
    event_from_json,
    performed_from_json,
    state_from_json,
)
from ivr.conversation.state import Turn
from ivr.errors import OperatorError
from ivr.records.engine import reading, writing
from ivr.records.store import LAST_TURN
from ivr.records.tables import (
    AnyRow,
    Attempt,
    Call,
    CallTransfer,
    CallTurn,
    CompanyFile,
    Message,
    Recording,
    Table,
)
from ivr.records.views import (
    CallLine,
    MessageLine,
    RecordingLine,
    Sound,
    Transcript,
    TransferLine,
    TurnLine,
    Wanted,
)

_Line = TypeVar("_Line", TransferLine, RecordingLine)
_TRANSFERS = select(*CallTransfer.__table__.c).order_by(CallTransfer.call_id, CallTransfer.number)
# Calls of ours have an attempt; what its talk concluded stands until the line has told its end.
_CALLS = LAST_TURN.join(Attempt, Attempt.id == Call.attempt, isouter=True).add_columns(
    Attempt.campaign.label("campaign_id"),
    func.coalesce(Attempt.disposition, Attempt.result).label("disposition"),
)
_MESSAGES = select(*Message.__table__.c, Recording.source, Recording.fetched_at, Recording.next_at).join(
    Recording,
    and_(Recording.call_id == Message.call_id, Recording.reference == Message.reference),
    isouter=True,
)


class History:
    """The records to read from. Every method raises RecordsUnavailableError when the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def list_calls(self, wanted: Wanted | None = None) -> tuple[CallLine, ...]:
        """The newest calls first."""
        wanted = wanted or Wanted()
        newest = _CALLS.where(*_conditions(wanted)).order_by(Call.began_at.desc(), Call.call_id)
        with reading(self._engine) as connection:
            return _calls(connection, newest.limit(wanted.limit))

    def transcript(self, call_id: str) -> Transcript:
        """One call by its whole id. Raises CallUnknownError."""
        with reading(self._engine) as connection:
            calls = _calls(connection, _CALLS.where(Call.call_id == call_id))
            if not calls:
                raise CallUnknownError(f'The records hold no call "{call_id}".')
            return Transcript(
                calls[0],
                turn_lines(_rows(connection, CallTurn, call_id)),
                tuple(_line(RecordingLine, row) for row in _rows(connection, Recording, call_id)),
                tuple(_messages(connection, Message.call_id == call_id)),
            )

    def call_id(self, part: str) -> str:
        """The whole id of the only call whose id is, begins or ends with ``part``.

        Raises:
            CallUnknownError: there is none.
            OperatorError: there are several; the message names some.
        """
        like = or_(
            Call.call_id.startswith(part, autoescape=True), Call.call_id.endswith(part, autoescape=True)
        )
        statement = select(Call.call_id).where(like).order_by(Call.call_id != part, Call.began_at.desc())
        with reading(self._engine) as connection:
            found = list(connection.execute(statement.limit(6)).scalars())
        return _only(part, found)

    def kept_files(self) -> tuple[tuple[str, str], ...]:
        """(path, text) of company and campaign files by which calls are held; what was kept last is first."""
        newest = select(CompanyFile.path, CompanyFile.text).order_by(CompanyFile.kept_at.desc())
        with reading(self._engine) as connection:
            return tuple((row.path, row.text) for row in connection.execute(newest))

    def list_messages(self, done: bool = False) -> tuple[MessageLine, ...]:
        """The messages nobody has dealt with, the oldest first; with ``done`` all of them."""
        wanted = () if done else (Message.done_at.is_(None),)
        with reading(self._engine) as connection:
            return tuple(_messages(connection, *wanted))

    def message(self, message_id: int) -> MessageLine:
        """One message. Raises OperatorError where there is none."""
        with reading(self._engine) as connection:
            found = list(_messages(connection, Message.id == message_id))
        if not found:
            raise OperatorError(f'There is no message {message_id}. "ivr messages --all" lists them.')
        return found[0]

    def mark_done(self, message_id: int, at: datetime) -> MessageLine:
        """Somebody dealt with the message; the first to say so counts.

        Raises OperatorError where there is no such message.
        """
        undone = update(Message).where(Message.id == message_id, Message.done_at.is_(None))
        with writing(self._engine) as connection:
            connection.execute(undone.values(done_at=at))
        return self.message(message_id)


def _concerns(department: str) -> ColumnElement[bool]:
    rung = select(CallTransfer.call_id).where(CallTransfer.department == department)
    written = select(Message.call_id).where(Message.department == department)
    return or_(Call.call_id.in_(rung), Call.call_id.in_(written))


def _has_number(part: str) -> ColumnElement[bool]:
    theirs = and_(Call.attempt.is_(None), Call.caller.contains(part, autoescape=True))
    return or_(theirs, and_(Call.attempt.is_not(None), Call.called.contains(part, autoescape=True)))


_CONDITIONS: dict[str, Callable[[Any], ColumnElement[bool]]] = {  # by field of Wanted
    "since": lambda since: Call.began_at >= since,
    "until": lambda until: Call.began_at < until,
    "department": _concerns,
    "caller": _has_number,
    "outcome": lambda part: or_(
        Call.outcome.contains(part, autoescape=True), Attempt.disposition.contains(part, autoescape=True)
    ),
}


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    given = {name: getattr(wanted, name) for name in _CONDITIONS}
    return [_CONDITIONS[name](value) for name, value in given.items() if value is not None]


def _calls(connection: Connection, chosen: Select[*tuple[Any, ...]]) -> tuple[CallLine, ...]:
    rows = connection.execute(chosen).all()
    ids = chosen.with_only_columns(Call.call_id).subquery()
    transfers: dict[str, list[TransferLine]] = {row.call_id: [] for row in rows}
    for row in connection.execute(_TRANSFERS.where(CallTransfer.call_id.in_(select(ids.c.call_id)))):
        transfers.setdefault(row.call_id, []).append(_line(TransferLine, row))
    return tuple(_call(row, tuple(transfers[row.call_id])) for row in rows)


def _call(row: AnyRow, transfers: tuple[TransferLine, ...]) -> CallLine:
    fields = _fields(CallLine, row, without=frozenset({"turns", "transfers"}))
    return CallLine(**fields, turns=row.number + 1, transfers=transfers)


def turn_lines(rows: list[AnyRow]) -> tuple[TurnLine, ...]:
    """The turns of a call, of rows in their order. How a turn was heard stands with the one after it."""
    heard = (*(row.performed for row in rows[1:]), None)
    return tuple(_turn(row, performed) for row, performed in zip(rows, heard, strict=True))


def _turn(row: AnyRow, performed: str | None) -> TurnLine:
    event = None if row.event is None else event_from_json(row.event)
    turn = Turn(state_from_json(row.state), actions_from_json(row.actions))
    return TurnLine(
        row.number, row.at, event, turn, None if performed is None else performed_from_json(performed)
    )


def _messages(connection: Connection, *wanted: ColumnElement[bool]) -> Iterator[MessageLine]:
    """The oldest first."""
    for row in connection.execute(_MESSAGES.where(*wanted).order_by(Message.taken_at, Message.id)):
        fields = _fields(MessageLine, row, without=frozenset({"sound"}))
        yield MessageLine(**fields, sound=_sound(row))


def _sound(row: AnyRow) -> Sound | None:
    if row.reference is None:
        return None
    if row.source is None or row.fetched_at is not None:
        return Sound.SPOOL
    return Sound.LOST if row.next_at is None else Sound.COMING


def _rows(connection: Connection, table: type[Table], call_id: str) -> list[AnyRow]:
    columns = table.__table__.c
    return list(
        connection.execute(select(*columns).where(columns.call_id == call_id).order_by(columns.number))
    )


def _line(kind: type[_Line], row: AnyRow) -> _Line:
    return kind(**_fields(kind, row))


def _fields(kind: type[Any], row: AnyRow, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    names = [field.name for field in dataclasses.fields(kind) if field.name not in without]
    return {name: getattr(row, name) for name in names}


def _only(part: str, found: list[str]) -> str:
    if not found:
        raise CallUnknownError(f'The records hold no call "{part}". "ivr calls" lists them.')
    if len(found) > 1 and found[0] != part:
        some = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
        raise OperatorError(f'Several calls begin or end with "{part}": {some}. Give more of the id.')
    return found[0]
