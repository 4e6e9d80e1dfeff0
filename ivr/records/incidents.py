"""Incidents: what follows their opening, who may look at them, and what operators do about them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    SQLColumnExpression,
    insert,
    or_,
    select,
    text,
    update,
)

from ivr.calls.spool import recording_path
from ivr.clock import Clock, utc_now
from ivr.conversation.codec import actions_from_json, event_from_json
from ivr.errors import OperatorError
from ivr.evidence import chain
from ivr.evidence.chain import Entry
from ivr.log import logger
from ivr.records import tables
from ivr.records.engine import reading, writing
from ivr.records.raising import incident_id, told
from ivr.records.tables import AnyRow

SETTLED = timedelta(seconds=10)  # after the end of a call its recording is written to the end
OF_THE_COMPANY = frozenset({"access", "note", "state", "hold"})  # entries about its own work, not the person
PATIENCE = timedelta(days=8)  # a recording that has not come by then is given up, see ivr.calls.fetching
_TABLE, _ENTRY, _SOUND = tables.Incident, tables.IncidentEntry, tables.Recording
_HELD = select(_TABLE.call_id).where(_TABLE.hold.is_(True))


def is_held(call_id: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """Whether nothing of that call may be erased: its incident is on hold."""
    return call_id.in_(_HELD)


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident as a list shows it: nothing of what was said, and no numbers."""

    id: str
    call_id: str
    severity: str
    department: str
    opened_at: datetime
    state: str  # "open" or "closed"
    closed_at: datetime | None
    hold: bool
    turns: int
    complete_at: datetime | None  # None: the call goes on, or its recording is still to come


@dataclass(frozen=True, slots=True)
class AccessLine:
    """That somebody looked at an incident, did something with it, or was refused."""

    at: datetime
    who: str
    what: str
    incident: str | None
    allowed: bool


class Incidents:
    """On an engine of open_engine, its schema upgraded. Methods raise RecordsUnavailableError.

    Where one takes an id, the beginning of it is enough. ``by`` says who does it, in words.
    """

    def __init__(self, engine: Engine, spool: Path | None = None, clock: Clock = utc_now) -> None:
        """Recordings are sealed where there is a ``spool`` to read them from."""
        self._engine, self._spool, self._clock = engine, spool, clock

    def listed(self, everything: bool = False) -> tuple[IncidentLine, ...]:
        """The open ones, or all; the newest first."""
        wanted = select(*_TABLE.__table__.c).order_by(_TABLE.opened_at.desc(), _TABLE.id)
        wanted = wanted if everything else wanted.where(_TABLE.state == "open")
        with reading(self._engine) as connection:
            return tuple(_line(row) for row in connection.execute(wanted))

    def find(self, part: str) -> IncidentLine:
        """The incident of that id. Raises OperatorError where there is none, or several begin so."""
        with reading(self._engine) as connection:
            return _line(_find(connection, part))

    def entries(self, incident: str) -> tuple[Entry, ...]:
        """All entries of an incident by its whole id, in their order."""
        with reading(self._engine) as connection:
            return tuple(_entries(connection, incident))

    def accesses(self, incident: str | None = None) -> tuple[AccessLine, ...]:
        """Who did what, the newest first."""
        table = tables.Access
        wanted = select(table.at, table.who, table.what, table.incident, table.allowed)
        wanted = wanted if incident is None else wanted.where(table.incident == incident)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted.order_by(table.id.desc()))
            return tuple(AccessLine(*row) for row in rows)

    # ── What follows by itself ──────────────────────────────────────────────────────────────────

    def follow(self, call_id: str) -> None:
        """Bring the entries up to what is on record of the call; nothing happens without an incident."""
        with writing(self._engine) as connection:
            row = _held_row(connection, incident_id(call_id))
            if row is not None:
                _Follower(connection, row, self._clock(), self._spool).go_on()

    def follow_all(self) -> int:
        """``follow`` every incident that is not complete; how many there are."""
        waiting = select(_TABLE.call_id).where(text("complete_at IS NULL")).order_by(_TABLE.opened_at)
        with reading(self._engine) as connection:
            calls = tuple(connection.execute(waiting).scalars())
        for call_id in calls:
            self.follow(call_id)
        return len(calls)

    # ── What operators do ───────────────────────────────────────────────────────────────────────

    def log(self, who: str, what: str, incident: str | None, allowed: bool) -> None:
        """Keep that somebody did something, or was refused: in the list of accesses and as an entry."""
        now = self._clock()
        row = {"at": now, "who": who, "what": what, "incident": incident, "allowed": allowed}
        with writing(self._engine) as connection:
            connection.execute(insert(tables.Access), row)
            if incident is not None:
                _append(connection, incident, now, "access", {"by": who, "what": what, "allowed": allowed})
        logger().info("incident_access", who=who, what=what, incident=incident, allowed=allowed)

    def note(self, incident: str, words: str, by: str) -> None:
        """Add what an operator has to say."""
        with writing(self._engine) as connection:
            _append(connection, incident, self._clock(), "note", {"by": by, "note": words})

    def close(self, incident: str, by: str) -> None:
        """Nothing more is to be done about it; it stays on hold. Raises OperatorError where it is closed."""
        now = self._clock()
        shut = update(_TABLE).where(_TABLE.id == incident, _TABLE.state == "open")
        with writing(self._engine) as connection:
            if not connection.execute(shut.values(state="closed", closed_at=now)).rowcount:
                raise OperatorError(f"The incident {incident} is closed already.")
            _append(connection, incident, now, "state", {"by": by, "state": "closed"})

    def hold(self, incident: str, on: bool, why: str, by: str) -> None:
        """Nothing of its call may be erased, or it may again.

        Raises OperatorError where it is so already, or an open incident would be released.
        """
        with writing(self._engine) as connection:
            row = _held_row(connection, incident)
            _refuse_hold(row, on)
            connection.execute(update(_TABLE).where(_TABLE.id == incident).values(hold=on))
            _append(connection, incident, self._clock(), "hold", {"by": by, "hold": on, "why": why})


def _refuse_hold(row: AnyRow | None, on: bool) -> None:
    if row is None or row.hold == on:
        raise OperatorError(f"The incident {'is' if on else 'is not'} on hold already; nothing was changed.")
    if not on and row.state == "open":
        raise OperatorError(
            f"The incident is open, so it stays on hold. Close it first: ivr incident close {row.id}."
        )


@dataclass
class _Follower:
    """Appends to one incident, in one transaction, what its entries do not have yet."""

    connection: Connection
    row: AnyRow  # of the incident, held until the transaction is over
    now: datetime
    spool: Path | None

    def go_on(self) -> None:
        """Turns first, then the sound, then the end of the call."""
        self._turns()
        if self.row.complete_at is None:
            entries = tuple(_entries(self.connection, self.row.id))
            self._recordings(entries)
            self._end(entries, self._call())

    def _end(self, entries: tuple[Entry, ...], call: AnyRow) -> None:
        if call.ended_at is None:
            return
        if not any(entry.kind == "end" for entry in entries):
            self._append("end", {"at": call.ended_at.isoformat(), "outcome": call.outcome})
        if self.now - call.ended_at >= SETTLED and self._sealed(entries, call.ended_at):
            self._note(complete_at=self.now)

    def _turns(self) -> None:
        table = tables.CallTurn
        since = (table.call_id == self.row.call_id, table.number >= self.row.turns)
        rows = self.connection.execute(select(*table.__table__.c).where(*since).order_by(table.number)).all()
        for row in rows:
            self._append("turn", _turn(row))
        if rows:
            self._note(turns=rows[-1].number + 1)

    def _recordings(self, entries: tuple[Entry, ...]) -> None:
        """Which recordings there are, and how far from their beginning the incident is."""
        known = {entry.body["reference"] for entry in entries if entry.kind == "recording"}
        for row in self._sounds():
            if row.reference not in known:
                seconds = _recorded_seconds(entries, row.at, self.row.opened_at)
                told_ = {name: getattr(row, name) for name in ("reference", "kind", "source")}
                began = {"turn": row.number, "began_at": row.at.isoformat(), "seconds": seconds}
                self._append("recording", {**told_, **began})

    def _sealed(self, entries: tuple[Entry, ...], ended_at: datetime) -> bool:
        """Seal the recordings that lie in the spool; whether none is still to come."""
        known = {entry.body["reference"] for entry in entries if entry.kind == "sealed"}
        missing = [row for row in self._sounds() if row.reference not in known and not self._seal(row)]
        return not missing or self.now - ended_at > PATIENCE

    def _seal(self, row: AnyRow) -> bool:
        sound = None if self.spool is None else recording_path(self.spool, row.reference)
        if sound is None or not sound.is_file() or (row.source is not None and row.fetched_at is None):
            return False
        try:
            content = sound.read_bytes()
        except OSError as error:
            logger().error("recording_not_sealed", path=str(sound), why=str(error))
            return False
        digest = hashlib.sha256(content).hexdigest()
        self._append("sealed", {"reference": row.reference, "bytes": len(content), "sha256": digest})
        return True

    def _sounds(self) -> list[AnyRow]:
        mine = (_SOUND.call_id == self.row.call_id, _SOUND.dropped_at.is_(None))
        return list(self.connection.execute(select(*_SOUND.__table__.c).where(*mine).order_by(_SOUND.number)))

    def _call(self) -> AnyRow:
        table = tables.Call
        return self.connection.execute(
            select(table.ended_at, table.outcome).where(table.call_id == self.row.call_id)
        ).one()

    def _append(self, kind: str, body: Mapping[str, Any]) -> None:
        _append(self.connection, self.row.id, self.now, kind, body)

    def _note(self, **values: Any) -> None:
        self.connection.execute(update(_TABLE).where(_TABLE.id == self.row.id).values(values))


def _recorded_seconds(entries: tuple[Entry, ...], since: datetime, until: datetime) -> float:
    """How much was recorded between two moments: what was left out in between does not count."""
    recorded, running, mark = 0.0, True, since
    for turn in (entry.body for entry in entries if entry.kind == "turn"):
        at = datetime.fromisoformat(turn["at"])
        kinds = {deed["kind"] for deed in turn["actions"]}
        if since < at < until and kinds & {"pause_recording", "resume_recording"}:
            recorded += (at - mark).total_seconds() if running else 0.0
            running, mark = "resume_recording" in kinds, at
    return recorded + (max(0.0, (until - mark).total_seconds()) if running else 0.0)


def _turn(row: AnyRow) -> dict[str, Any]:
    event = None if row.event is None else event_from_json(row.event)
    return {"turn": row.number, "at": row.at.isoformat(), **told(event, actions_from_json(row.actions))}


def _append(connection: Connection, incident: str, now: datetime, kind: str, body: Mapping[str, Any]) -> None:
    """One more entry; whoever appends at the same time waits for the row of the incident."""
    _held_row(connection, incident)
    last = select(*_ENTRY.__table__.c).where(_ENTRY.incident == incident)
    row = connection.execute(last.order_by(_ENTRY.seq.desc()).limit(1)).one()
    entry = chain.following(_entry(row), incident, now, kind, body)
    written = {name: getattr(entry, name) for name in ("incident", "seq", "kind", "prev_hash", "hash")}
    connection.execute(insert(_ENTRY), written | {"at": now, "body": chain.canonical(body)})
    # What is told here lies outside of the database: who changes that would have to change the log, too.
    logger().info("incident_entry", incident=incident, seq=entry.seq, kind=kind, hash=entry.hash)


def _held_row(connection: Connection, incident: str) -> AnyRow | None:
    """The incident, nobody else appending to it until the transaction is over."""
    wanted = select(*_TABLE.__table__.c).where(_TABLE.id == incident).with_for_update()
    return connection.execute(wanted).one_or_none()


def _find(connection: Connection, part: str) -> AnyRow:
    begins = _TABLE.id.startswith(part, autoescape=True)
    wanted = select(*_TABLE.__table__.c).where(or_(begins, _TABLE.call_id == part)).limit(6)
    found = connection.execute(wanted).all()
    if not found or not part:
        raise OperatorError(f'There is no incident "{part}". "ivr incident list --all" shows them.')
    if len(found) > 1:
        some = ", ".join(row.id for row in found[:5])
        raise OperatorError(f'Several incidents begin with "{part}": {some}. Give more of the id.')
    return found[0]


def _entries(connection: Connection, incident: str) -> Iterator[Entry]:
    wanted = select(*_ENTRY.__table__.c).where(_ENTRY.incident == incident).order_by(_ENTRY.seq)
    return map(_entry, connection.execute(wanted))


def _entry(row: AnyRow) -> Entry:
    at = row.at.astimezone(UTC).isoformat()
    return Entry(row.incident, row.seq, at, row.kind, json.loads(row.body), row.prev_hash, row.hash)


def _line(row: AnyRow) -> IncidentLine:
    return IncidentLine(**{name: getattr(row, name) for name in IncidentLine.__slots__})
