"""Erases what is older than the company keeps it, a few rows at a time: calls never wait for it long."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    SQLColumnExpression,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
)

from ivr.calls.spool import FOLDERS
from ivr.company.keeping import Keeping
from ivr.records import tables
from ivr.records.audits import erase_audits
from ivr.records.engine import reading, writing
from ivr.records.erasing import IN_OUR_HANDS, erase_husks, erase_recordings, erase_words, is_husk
from ivr.records.incidents import is_held
from ivr.records.tables import Answer, AnyRow, Attempt, Call, CallTurn, Contact, Message, Promise, Recording

AT_ONCE = 200  # rows in one transaction
_OVER = ("kept", "cancelled")  # promises that nobody waits for
_DONE = ("done", "refused")  # contacts whom nobody calls any more


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased of one kind, or would be."""

    what: str
    rows: int
    files: int = 0


@dataclass(frozen=True, slots=True)
class Purge:
    """One purge. May be repeated: it erases nothing twice, and what was interrupted goes on."""

    engine: Engine  # of open_engine, its schema upgraded
    spool: Path
    keeping: Keeping
    now: datetime  # aware

    def run(self) -> tuple[Erased, ...]:
        """Erase what is due. Raises RecordsUnavailableError; what was done until then stays done."""
        erased = tuple(self._erase(kind) for kind in _KINDS)
        return (*erased, Erased("files that belong to nothing", 0, self._strays(delete_=True)))

    def due(self) -> tuple[Erased, ...]:
        """What ``run`` would erase now, by itself; what one kind keeps back of another is not counted."""
        with reading(self.engine) as connection:
            counts = tuple(Erased(kind.what, self._count(connection, kind)) for kind in _KINDS)
        return (*counts, Erased("files that belong to nothing", 0, self._strays(delete_=False)))

    def before(self, days: int) -> datetime:
        """What is older than this has been kept for so many days."""
        return self.now - timedelta(days=days)

    def _count(self, connection: Connection, kind: _Kind) -> int:
        return connection.execute(select(func.count()).select_from(kind.due(self).subquery())).scalar_one()

    def _erase(self, kind: _Kind) -> Erased:
        rows = files = 0
        while True:
            with writing(self.engine) as connection:
                batch = connection.execute(kind.due(self).limit(AT_ONCE)).all()
                files += kind.erase(self, connection, batch) if batch else 0
            rows += len(batch)
            if len(batch) < AT_ONCE:
                return Erased(kind.what, rows, files)

    def _strays(self, delete_: bool) -> int:
        """Files of the spool that no row knows, as an interrupted call may leave them."""
        oldest = self.before(max(self.keeping.recordings, self.keeping.messages)).timestamp()
        old = [path for path in self._files() if _written(path) < oldest]
        with reading(self.engine) as connection:
            strays = [path for path in old if not _is_known(connection, path.relative_to(self.spool))]
        for path in strays if delete_ else ():
            path.unlink(missing_ok=True)
        return len(strays)

    def _files(self) -> Iterator[Path]:
        return (path for name in FOLDERS for path in (self.spool / name).glob("*") if path.is_file())


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of data: which rows are due, and how a few of them are erased; that tells how many files."""

    what: str
    due: Callable[[Purge], Select[*tuple[Any, ...]]]
    erase: Callable[[Purge, Connection, Sequence[AnyRow]], int]


def _written(path: Path) -> float:
    """Unix time; without end where it is gone meanwhile."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return math.inf


def _is_known(connection: Connection, reference: Path) -> bool:
    known = select(Recording.number).where(Recording.reference == reference.as_posix())
    return connection.execute(known.limit(1)).first() is not None


def _delete(table: Any, *keys: str) -> Callable[[Purge, Connection, Sequence[AnyRow]], int]:
    """Deletes rows by the columns that tell them apart."""

    def erase(_: Purge, connection: Connection, rows: Sequence[AnyRow]) -> int:
        for row in rows:
            connection.execute(delete(table).where(*(getattr(table, k) == getattr(row, k) for k in keys)))
        return 0

    return erase


# ── Messages and recordings ─────────────────────────────────────────────────────────────────────

_MESSAGE_OF = and_(Message.call_id == Recording.call_id, Message.reference == Recording.reference)


def _messages(purge: Purge) -> Select[*tuple[Any, ...]]:
    old = Message.done_at < purge.before(purge.keeping.messages)
    return select(Message.id).where(old, ~is_held(Message.call_id)).order_by(Message.id)


def _recordings(purge: Purge) -> Select[*tuple[Any, ...]]:
    """Those that no message needs; what a line keeps is told to it once."""
    old = or_(
        Recording.at < purge.before(purge.keeping.recordings),
        and_(Recording.dropped_at.is_not(None), Recording.next_at.is_(None)),
    )
    ready = or_(IN_OUR_HANDS, and_(Recording.dropped_at.is_(None), Recording.fetched_at.is_(None)))
    free = (ready, ~is_held(Recording.call_id), ~exists(select(Message.id).where(_MESSAGE_OF)))
    wanted = select(Recording.call_id, Recording.number, Recording.kind, Recording.reference)
    return wanted.where(old, *free).order_by(Recording.at)


def _erase_recordings(purge: Purge, connection: Connection, rows: Sequence[AnyRow]) -> int:
    return erase_recordings(connection, rows, purge.spool, purge.now)


# ── Calls ───────────────────────────────────────────────────────────────────────────────────────


def _answers(purge: Purge) -> Select[*tuple[Any, ...]]:
    old = Answer.at < purge.before(purge.keeping.answers)
    keys = (Answer.call_id, Answer.number, Answer.question)
    return select(*keys).where(old, ~is_held(Answer.call_id)).order_by(Answer.at)


def _calls(purge: Purge) -> Select[*tuple[Any, ...]]:
    """Calls of which words are left."""
    said = exists(select(CallTurn.number).where(CallTurn.call_id == Call.call_id))
    old = Call.ended_at < purge.before(purge.keeping.calls)
    return select(Call.call_id).where(old, said, ~is_held(Call.call_id)).order_by(Call.began_at)


def _husks(purge: Purge) -> Select[*tuple[Any, ...]]:
    old = Call.ended_at < purge.before(purge.keeping.calls)
    return select(Call.call_id).where(old, is_husk()).order_by(Call.began_at)


def _erase_words(_: Purge, connection: Connection, rows: Sequence[AnyRow]) -> int:
    erase_words(connection, [row.call_id for row in rows])
    return 0


def _erase_husks(_: Purge, connection: Connection, rows: Sequence[AnyRow]) -> int:
    erase_husks(connection, [row.call_id for row in rows])
    return 0


# ── Calls of ours ───────────────────────────────────────────────────────────────────────────────

_HELD_ATTEMPT = exists(select(Call.call_id).where(Call.attempt == Attempt.id, is_held(Call.call_id)))


def _unused(column: SQLColumnExpression[Any], key: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    return ~exists(select(column).where(column == key))


def _attempts(purge: Purge) -> Select[*tuple[Any, ...]]:
    old = Attempt.ended_at < purge.before(purge.keeping.attempts)
    return select(Attempt.id).where(old, ~_HELD_ATTEMPT).order_by(Attempt.ended_at)


def _promises(purge: Purge) -> Select[*tuple[Any, ...]]:
    before = purge.before(purge.keeping.attempts)
    old = (Promise.at < before, Promise.made_at < before, Promise.state.in_(_OVER))
    free = (_unused(Attempt.promise, Promise.id), or_(Promise.made_in.is_(None), ~is_held(Promise.made_in)))
    return select(Promise.id).where(*old, *free).order_by(Promise.at)


def _erase_promises(_: Purge, connection: Connection, rows: Sequence[AnyRow]) -> int:
    erase_promises(connection, [row.id for row in rows])
    return 0


def erase_promises(connection: Connection, ids: list[str]) -> None:
    """Erase promises with all that happened to them; whoever does so has cancelled what was open."""
    connection.execute(delete(tables.PromiseChange).where(tables.PromiseChange.promise.in_(ids)))
    connection.execute(delete(Promise).where(Promise.id.in_(ids)))


def _contacts(purge: Purge) -> Select[*tuple[Any, ...]]:
    before = purge.before(purge.keeping.attempts)
    old = (Contact.imported_at < before, Contact.next_at < before, Contact.state.in_(_DONE))
    free = (_unused(Attempt.contact, Contact.id), _unused(Promise.contact, Contact.id))
    return select(Contact.id).where(*old, *free).order_by(Contact.id)


def _audits(purge: Purge) -> Select[*tuple[Any, ...]]:
    old = tables.Audit.began_at < purge.before(purge.keeping.audits)
    return select(tables.Audit.call_id).where(old).order_by(tables.Audit.began_at)


def _erase_audits(_: Purge, connection: Connection, rows: Sequence[AnyRow]) -> int:
    erase_audits(connection, [row.call_id for row in rows])
    return 0


# ── Evidence ────────────────────────────────────────────────────────────────────────────────────


def _incidents(purge: Purge) -> Select[*tuple[Any, ...]]:
    table = tables.Incident
    old = (table.closed_at < purge.before(purge.keeping.incidents), table.state == "closed")
    return select(table.id).where(*old, table.hold.is_(False)).order_by(table.closed_at)


def _erase_incidents(_: Purge, connection: Connection, rows: Sequence[AnyRow]) -> int:
    erase_incidents(connection, [row.id for row in rows])
    return 0


def erase_incidents(connection: Connection, ids: list[str]) -> None:
    """Erase incidents with their entries; whoever does so has seen that none is on hold."""
    entry = tables.IncidentEntry
    connection.execute(delete(entry).where(entry.incident.in_(ids)))
    connection.execute(delete(tables.Incident).where(tables.Incident.id.in_(ids)))


def _accesses(purge: Purge) -> Select[*tuple[Any, ...]]:
    table = tables.Access
    return select(table.id).where(table.at < purge.before(purge.keeping.incidents)).order_by(table.id)


# In this order: a call goes when nothing belongs to it any more, a contact when no promise and attempt does.
_KINDS = (
    _Kind("incidents", _incidents, _erase_incidents),
    _Kind("accesses to incidents", _accesses, _delete(tables.Access, "id")),
    _Kind("messages", _messages, _delete(Message, "id")),
    _Kind("recordings", _recordings, _erase_recordings),
    _Kind("answers", _answers, _delete(Answer, "call_id", "number", "question")),
    _Kind("transcripts", _calls, _erase_words),
    _Kind("calls", _husks, _erase_husks),
    _Kind("audits", _audits, _erase_audits),
    _Kind("attempts", _attempts, _delete(Attempt, "id")),
    _Kind("promises", _promises, _erase_promises),
    _Kind("contacts", _contacts, _delete(Contact, "id")),
)
