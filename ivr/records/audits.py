"""Audits of calls: kept without anybody's words or number, and longer than the calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import BindParameter, Connection, Engine, bindparam, delete, exists, func, insert, select

from ivr.calls.auditing import HeldCall, Judged
from ivr.etiquette.audit import Audit, Reason
from ivr.etiquette.course import Course, course_of
from ivr.etiquette.timing import Timing
from ivr.records import tables
from ivr.records.engine import INSERT, reading, writing
from ivr.records.history import turn_lines
from ivr.records.tables import OPEN, Attempt, Call, CallTurn
from ivr.records.views import TurnLine
from ivr.records.writes import REHEARSAL

_AUDIT, _BREACH = tables.Audit, tables.Breach
_ANY_TURN = exists(select(CallTurn.number).where(CallTurn.call_id == Call.call_id))
# How courteous a rehearsal was is told when it is asked for, and is in no report.
_OVER = select(Call.call_id).where(Call.ended_at.is_not(None), Call.node != REHEARSAL, _ANY_TURN)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_CALLS = (
    select(Call.call_id, Call.began_at, Call.company, Call.campaign, Attempt.campaign.label("campaign_id"))
    .join(Attempt, Attempt.id == Call.attempt, isouter=True)
    .where(Call.call_id.in_(_IDS))
    .order_by(Call.began_at, Call.call_id)
)
_TURNS = (
    select(*CallTurn.__table__.c)
    .where(CallTurn.call_id.in_(_IDS))
    .order_by(CallTurn.call_id, CallTurn.number)
)
_ERASED = delete(_BREACH).where(_BREACH.call_id.in_(_IDS))
# Of rehearsals many are left where they stand. The condition is that of an index.
_OLDEST_OPEN = select(func.min(Call.began_at)).where(sa.text(OPEN), Call.node != REHEARSAL)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An audit as it is on record."""

    call_id: str
    began_at: datetime
    ours: bool  # the company called
    department: str | None  # that the call was about
    campaign: str | None  # id
    language: str
    score: int
    timing: Timing
    reasons: tuple[Reason, ...]  # by turn


class SqlAudits:
    """Implements ``ivr.calls.auditing.AuditRecords``."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def unaudited(self, since: datetime | None, most: int) -> tuple[str, ...]:
        """See AuditRecords.unaudited."""
        audited = exists(select(_AUDIT.call_id).where(_AUDIT.call_id == Call.call_id))
        due = _OVER.where(~audited)
        due = due.where(Call.began_at >= since) if since else due
        with reading(self._engine) as connection:
            return tuple(connection.execute(due.order_by(Call.began_at).limit(most)).scalars())

    def over(self, since: datetime | None, until: datetime | None) -> tuple[str, ...]:
        """Ids of all calls that are over and whose turns are kept, no rehearsals, the oldest first."""
        wanted = _OVER
        wanted = wanted.where(Call.began_at >= since) if since else wanted
        wanted = wanted.where(Call.began_at < until) if until else wanted
        with reading(self._engine) as connection:
            return tuple(connection.execute(wanted.order_by(Call.began_at)).scalars())

    def oldest_open(self) -> datetime | None:
        """See AuditRecords.oldest_open."""
        with reading(self._engine) as connection:
            return connection.execute(_OLDEST_OPEN).scalar_one()

    def held(self, call_ids: Sequence[str]) -> tuple[HeldCall, ...]:
        """See AuditRecords.held."""
        with reading(self._engine) as connection:
            calls = connection.execute(_CALLS, {"ids": list(call_ids)}).all()
            rows = connection.execute(_TURNS, {"ids": list(call_ids)}).all()
        turns = {of: turn_lines(list(some)) for of, some in groupby(rows, attrgetter("call_id"))}
        return tuple(_held(row, turns[row.call_id]) for row in calls if row.call_id in turns)

    def keep(self, judged: Sequence[Judged], at: datetime) -> None:
        """See AuditRecords.keep."""
        if not judged:
            return
        values = [_values(call, found, at) for call, found in judged]
        reasons = [row for call, found in judged for row in _rows(call, found)]
        with writing(self._engine) as connection:
            # First and in order, because it holds the rows: whoever audits the same calls at once waits.
            connection.execute(_upsert(connection), sorted(values, key=itemgetter("call_id")))
            connection.execute(_ERASED, {"ids": [call.call_id for call, _ in judged]})
            if reasons:
                connection.execute(insert(_BREACH), reasons)

    def listed(self, since: datetime | None, until: datetime | None) -> tuple[AuditLine, ...]:
        """The audits of calls that began from ``since`` to before ``until``, the oldest first."""
        wanted = select(*_AUDIT.__table__.c)
        wanted = wanted.where(_AUDIT.began_at >= since) if since else wanted
        wanted = wanted.where(_AUDIT.began_at < until) if until else wanted
        with reading(self._engine) as connection:
            return _lines(connection, wanted.order_by(_AUDIT.began_at, _AUDIT.call_id))

    def of(self, call_id: str) -> AuditLine | None:
        """The audit of one call; None where it has none."""
        wanted = select(*_AUDIT.__table__.c).where(_AUDIT.call_id == call_id)
        with reading(self._engine) as connection:
            return next(iter(_lines(connection, wanted)), None)


def line_of(call: HeldCall, found: Audit) -> AuditLine:
    """An audit as it would be on record."""
    course = call.course
    about = (course[0].outbound, _department(course), call.campaign_id, course[-1].state.language)
    return AuditLine(call.call_id, call.began_at, *about, found.score, found.timing, found.reasons)


def erase_audits(connection: Connection, call_ids: Sequence[str]) -> None:
    """Erase the audits of those calls."""
    for table in (_BREACH, _AUDIT):
        connection.execute(delete(table).where(table.call_id.in_(call_ids)))


def _values(call: HeldCall, found: Audit, at: datetime) -> dict[str, Any]:
    return {
        "call_id": call.call_id,
        "began_at": call.began_at,
        "audited_at": at,
        "ours": call.course[0].outbound,
        "department": _department(call.course),
        "campaign": call.campaign_id,
        "language": call.course[-1].state.language,
        "score": found.score,
        **asdict(found.timing),
    }


def _upsert(connection: Connection) -> Any:
    audit = INSERT[connection.dialect.name](_AUDIT)
    new = {column.name: audit.excluded[column.name] for column in _AUDIT.__table__.c}
    return audit.on_conflict_do_update(index_elements=["call_id"], set_=new)


def _held(row: Any, turns: Sequence[TurnLine]) -> HeldCall:
    course = course_of((turn.at, turn.event, turn.turn, turn.performed) for turn in turns)
    return HeldCall(row.call_id, row.began_at, row.company, row.campaign, row.campaign_id, course)


def _department(course: Course) -> str | None:
    """Which department the call was about at last."""
    states = [beat.state for beat in reversed(course)]
    return next((found for state in states if (found := state.wanted or state.department)), None)


def _rows(call: HeldCall, found: Audit) -> list[dict[str, Any]]:
    return [
        {"call_id": call.call_id, "seq": seq, **asdict(reason)} for seq, reason in enumerate(found.reasons)
    ]


def _lines(connection: Connection, wanted: Any) -> tuple[AuditLine, ...]:
    rows = connection.execute(wanted).all()
    ids = wanted.with_only_columns(_AUDIT.call_id).order_by(None).subquery()
    broken = select(*_BREACH.__table__.c).where(_BREACH.call_id.in_(select(ids.c.call_id)))
    reasons: dict[str, list[Reason]] = {}
    for row in connection.execute(broken.order_by(_BREACH.call_id, _BREACH.seq)):
        reason = Reason(row.norm, row.starred, row.number, row.points, row.why)
        reasons.setdefault(row.call_id, []).append(reason)
    return tuple(_line(row, tuple(reasons.get(row.call_id, ()))) for row in rows)


def _line(row: Any, reasons: tuple[Reason, ...]) -> AuditLine:
    timing = Timing(row.answered, row.pause, row.speech, row.matter, row.interruptions)
    given = (row.call_id, row.began_at, row.ours, row.department, row.campaign, row.language, row.score)
    return AuditLine(*given, timing, reasons)
