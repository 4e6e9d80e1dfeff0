"""Recordings at a line: the port KeptRecordings over SQLAlchemy, and what comes outside of a conversation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, select, text, tuple_, update

from ivr.calls.fetching import KeptRecording
from ivr.calls.ports import StoredCall
from ivr.conversation.actions import MonitorCall, Record
from ivr.conversation.events import Recorded
from ivr.conversation.recording import SHORTEST
from ivr.records.engine import INSERT, reading, writing
from ivr.records.rows import WHOLE_CALL, message_row, spoken_row
from ivr.records.tables import AnyRow, Call, Message, Recording, UtcTime

# ── Outside of the conversation ─────────────────────────────────────────────────────────────────


def add(connection: Connection, asked: StoredCall, recorded: Recorded, at: datetime) -> bool:
    """See CallRecords.add_recording; ``asked`` is the call with the turn that asked for the recording."""
    if _known(connection, asked.call.call_id, recorded.source):
        return True
    if any(isinstance(action, MonitorCall) for action in asked.turn.actions):
        return _add_whole_call(connection, asked, recorded, at)
    wait = asked.turn.actions[-1]
    return isinstance(wait, Record) and _add_late(connection, asked, wait, recorded, at)


def _known(connection: Connection, call_id: str, source: str) -> bool:
    known = select(Recording.number).where(Recording.call_id == call_id, Recording.source == source)
    return connection.execute(known).first() is not None


def _add_whole_call(connection: Connection, asked: StoredCall, recorded: Recorded, at: datetime) -> bool:
    mine = update(Recording).where(
        Recording.call_id == asked.call.call_id,
        Recording.number == asked.number,
        Recording.kind == WHOLE_CALL,
        Recording.source.is_(None),
    )
    found = mine.values(source=recorded.source, seconds=recorded.seconds, next_at=at)
    return connection.execute(found).rowcount == 1


def _add_late(
    connection: Connection, asked: StoredCall, wait: Record, recorded: Recorded, at: datetime
) -> bool:
    """What was said is kept, though the conversation went on without it; a click or a breath is not."""
    said = recorded.seconds >= SHORTEST
    row = spoken_row(asked.call, asked.number + 1, recorded, at) | {"dropped_at": None if said else at}
    if not _insert(connection, Recording, row):
        return False
    if said:
        told = {"reference": recorded.reference, "seconds": recorded.seconds}
        message = message_row(asked.call, asked.number + 1, wait.department, asked.turn.state, at)
        _insert(connection, Message, message | told)
    return True


def _insert(connection: Connection, table: Any, row: dict[str, Any]) -> bool:
    """Whether there was none like it."""
    new = INSERT[connection.dialect.name](table).on_conflict_do_nothing().returning(table.number)
    return connection.execute(new, row).first() is not None


# ── What the line keeps ─────────────────────────────────────────────────────────────────────────

_DUE = text("next_at IS NOT NULL")  # in these words: the index of what is due serves no others
_NOW: Any = bindparam("of_now", type_=UtcTime)
_UNTIL: Any = bindparam("of_until", type_=UtcTime)
_LINE: Any = bindparam("of_line")
_KEY = (Recording.call_id, Recording.number, Recording.kind)
_FIRST = (
    select(*_KEY)
    .join(Call, Call.call_id == Recording.call_id)
    .where(_DUE, Recording.next_at <= _NOW, Call.line == _LINE)
    .order_by(Recording.next_at)
    .limit(1)
)


def _take_up() -> Any:
    # On PostgreSQL what another process takes up now is passed over; SQLite has one writer.
    due = _FIRST.with_for_update(skip_locked=True, of=Recording).cte("due")
    mine = update(Recording).where(tuple_(*_KEY).in_(select(*due.c)))
    taken = mine.values(next_at=_UNTIL, tries=Recording.tries + 1)
    return taken.returning(*Recording.__table__.c)


_TAKE_UP = _take_up()


class SqlKeptRecordings:
    """KeptRecordings on an engine of open_engine, its schema upgraded. May be used from any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def take_up(self, line: str, now: datetime, until: datetime) -> KeptRecording | None:
        """See KeptRecordings.take_up."""
        values = {"of_line": line, "of_now": now, "of_until": until}
        with reading(self._engine) as connection:  # mostly there is nothing, and no need to write
            if connection.execute(_FIRST, values).first() is None:
                return None
        with writing(self._engine) as connection:
            row = connection.execute(_TAKE_UP, values).one_or_none()
        return None if row is None else _kept(row, until)

    def fetched(self, recording: KeptRecording, at: datetime) -> bool:
        """See KeptRecordings.fetched."""
        return self._note(recording, fetched_at=at, tries=0)

    def deleted(self, recording: KeptRecording) -> None:
        """See KeptRecordings.deleted."""
        self._note(recording, next_at=None)

    def postpone(self, recording: KeptRecording, at: datetime | None) -> None:
        """See KeptRecordings.postpone."""
        self._note(recording, next_at=at)

    def _note(self, recording: KeptRecording, **values: Any) -> bool:
        """Nothing is noted where it was dropped, or taken up by another, since it was taken up."""
        key = tuple_(*_KEY) == (recording.call_id, recording.number, recording.kind)
        mine = update(Recording).where(key, Recording.next_at == recording.until)
        with writing(self._engine) as connection:
            return connection.execute(mine.values(values)).rowcount == 1


def _kept(row: AnyRow, until: datetime) -> KeptRecording:
    return KeptRecording(
        call_id=row.call_id,
        number=row.number,
        kind=row.kind,
        reference=row.reference,
        source=row.source,
        at=row.at,
        tries=row.tries,
        dropped=row.dropped_at is not None,
        fetched=row.fetched_at is not None,
        until=until,
    )
