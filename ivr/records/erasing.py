"""Erases what is on record of calls, rows and files; whoever does has looked what is on hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    exists,
    literal,
    null,
    or_,
    select,
    update,
)

from ivr.calls.spool import recording_path
from ivr.records import tables
from ivr.records.tables import AnyRow, Call, Recording, Table

NOBODY = ""  # in the place of a number that was erased
# A line that keeps a recording deletes it first; its row says so until then.
IN_OUR_HANDS = and_(
    Recording.next_at.is_(None),
    or_(Recording.source.is_(None), Recording.fetched_at.is_not(None), Recording.dropped_at.is_not(None)),
)


def unlink(spool: Path, references: Sequence[str]) -> int:
    """Delete files of the spool; how many there were. What is gone already is passed over."""
    found = [path for path in (recording_path(spool, each) for each in references) if path.is_file()]
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def erase_recordings(connection: Connection, rows: Sequence[AnyRow], spool: Path, now: datetime) -> int:
    """Erase recordings, their files first; what the line still keeps is due to be deleted there.

    Returns how many files were deleted here.
    """
    deleted = unlink(spool, [row.reference for row in rows])
    for row in rows:
        key = (Recording.call_id == row.call_id, Recording.number == row.number, Recording.kind == row.kind)
        connection.execute(delete(Recording).where(*key, IN_OUR_HANDS))
        connection.execute(
            update(Recording).where(*key).values(dropped_at=now, next_at=now)
        )  # nothing is left to change where it is deleted
    return deleted


def erase_words(connection: Connection, calls: Sequence[str]) -> None:
    """Erase what was said and done in calls, and who it was with; the bare fact of a call stays.

    As long as evidence of a call is kept, so is the number by which that person can ask for it.
    """
    for table in (tables.CallTurn, tables.CallTransfer):
        connection.execute(delete(table).where(table.call_id.in_(calls)))
    nameless = {
        "caller": case((Call.attempt.is_(None), null()), else_=Call.caller),
        "called": case((Call.attempt.is_(None), Call.called), else_=literal(NOBODY)),
    }
    evidence = exists(select(tables.Incident.id).where(tables.Incident.call_id == Call.call_id))
    connection.execute(update(Call).where(Call.call_id.in_(calls), ~evidence).values(nameless))


def erase_husks(connection: Connection, calls: Sequence[str]) -> int:
    """Erase those calls of which nothing is left; how many."""
    return connection.execute(delete(Call).where(Call.call_id.in_(calls), is_husk())).rowcount


def is_husk() -> ColumnElement[bool]:
    """Whether no row of any table belongs to a call."""
    own = (table for table in Table.metadata.sorted_tables if _is_of_calls(table))
    return and_(*(~exists(select(table.c.call_id).where(table.c.call_id == Call.call_id)) for table in own))


def _is_of_calls(table: Any) -> bool:
    column = table.c.get("call_id")
    return column is not None and any(key.column.table is Call.__table__ for key in column.foreign_keys)
