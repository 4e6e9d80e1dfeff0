"""Promises as operators see and change them; conversations and dispatchers change them too."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, or_, select, text, update

from ivr.conversation.errand import Origin
from ivr.dialer.ports import Promise, PromiseState
from ivr.errors import OperatorError
from ivr.records import tables
from ivr.records.claims import being_called
from ivr.records.deeds import CARRY, LISTED, Circumstances, Terms, lock, make_promise
from ivr.records.engine import reading, writing
from ivr.records.entries import promise_of
from ivr.records.outbound_views import PromiseChange
from ivr.records.pen import perform
from ivr.records.tables import LIVE, AnyRow

_TABLE = tables.Promise
_PROMISES = select(*_TABLE.__table__.c)
_OVER = {
    PromiseState.KEPT: "has been kept already",
    PromiseState.CANCELLED: "has been cancelled already",
}


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A promise that somebody of the company enters."""

    number: str  # E.164
    department: str
    at: datetime  # aware
    zone: str  # IANA
    language: str
    words: str  # the time as it was agreed
    name: str | None = None


class Callbacks:
    """On an engine of open_engine, its schema upgraded. Methods raise RecordsUnavailableError.

    Where one takes an id, the beginning of it is enough. ``by`` says who does it, in words.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def listed(
        self,
        states: tuple[PromiseState, ...] = (PromiseState.OPEN, PromiseState.CALLING),
        department: str | None = None,
        number: str | None = None,
        limit: int | None = 200,
    ) -> tuple[Promise, ...]:
        """Promises in these states, the soonest first."""
        wanted = _PROMISES.where(_TABLE.state.in_([state.value for state in states]))
        wanted = wanted if department is None else wanted.where(_TABLE.department == department)
        wanted = wanted if number is None else wanted.where(_TABLE.number == number)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted.order_by(_TABLE.next_at, _TABLE.id).limit(limit))
            return tuple(map(promise_of, rows))

    def promise(self, part: str) -> Promise:
        """The promise of that id. Raises OperatorError where there is none, or several begin so."""
        with reading(self._engine) as connection:
            return promise_of(_find(connection, part))

    def changes(self, part: str) -> tuple[PromiseChange, ...]:
        """Everything that happened to a promise, the oldest first. Raises OperatorError as ``promise``."""
        table = tables.PromiseChange
        with reading(self._engine) as connection:
            of = _find(connection, part).id
            made = select(*table.__table__.c).where(table.promise == of).order_by(table.id)
            return tuple(map(_change_of, connection.execute(made)))

    def add(self, new: NewPromise, by: str, now: datetime) -> Promise:
        """Promise a call. A number has one open promise with a department: a second moves the first.

        Raises OperatorError where the number is on the do-not-call list.
        """
        terms = Terms(
            id=str(uuid.uuid4()),
            number=new.number,
            name=new.name,
            department=new.department,
            campaign=None,
            at=new.at,
            zone=new.zone,
            language=new.language,
            words=new.words,
            origin=Origin.OPERATOR,
        )
        with writing(self._engine) as connection:
            perform(connection, [lock(new.number)])
            _refuse_listed(connection, new.number)
            perform(connection, make_promise(terms, Circumstances(now, by)))
            return promise_of(connection.execute(_same(new)).one())

    def move(self, part: str, at: datetime, zone: str, words: str, by: str, now: datetime) -> Promise:
        """Another time; its tries begin anew. One that a person was to take over is ours again.

        Raises OperatorError where it is over, is being called, or its number is on the do-not-call list.
        """
        new = {"at": at, "zone": zone, "words": words, "next_at": at, "tries": 0}
        with writing(self._engine) as connection:
            row = _to_change(connection, part)
            _refuse_listed(connection, row.number)
            _change(connection, row, PromiseState.OPEN, new, f"another time: {words}", by, now)
        return self.promise(row.id)

    def cancel(self, part: str, reason: str, by: str, now: datetime) -> Promise:
        """Nobody will call. Raises OperatorError where it is over or is being called."""
        return self._settle(part, PromiseState.CANCELLED, reason, by, now)

    def done(self, part: str, reason: str, by: str, now: datetime) -> Promise:
        """A person has called. Raises OperatorError where it is over or is being called."""
        return self._settle(part, PromiseState.KEPT, reason, by, now)

    def _settle(self, part: str, state: PromiseState, reason: str, by: str, now: datetime) -> Promise:
        with writing(self._engine) as connection:
            row = _to_change(connection, part)
            _change(connection, row, state, {}, reason, by, now)
            connection.execute(CARRY, {"of_promise": row.id, "of_reason": reason})
        return self.promise(row.id)


def _find(connection: Connection, part: str) -> AnyRow:
    begins = _TABLE.id.startswith(part, autoescape=True)
    wanted = _PROMISES.where(or_(_TABLE.id == part, begins)).order_by(_TABLE.id != part).limit(6)
    found = connection.execute(wanted).all()
    if not found or not part:
        raise OperatorError(f'There is no promise "{part}". "ivr callbacks list" shows those that are open.')
    if len(found) > 1 and found[0].id != part:
        some = ", ".join(row.id for row in found[:5])
        raise OperatorError(f'Several promises begin with "{part}": {some}. Give more of the id.')
    return found[0]


def _to_change(connection: Connection, part: str) -> AnyRow:
    """The promise, held until the transaction is over, if an operator may change it."""
    found = _find(connection, part)
    perform(connection, [lock(found.number)])
    row = connection.execute(_PROMISES.where(_TABLE.id == found.id).with_for_update()).one()
    over = _OVER.get(PromiseState(row.state))
    if over is not None:
        raise OperatorError(f"The promise {row.id} {over}.")
    if connection.execute(select(being_called(tables.Attempt.promise == row.id))).scalar_one():
        raise OperatorError(f"The promise {row.id} is being called at this moment. Look again in a minute.")
    return row


def _change(
    connection: Connection,
    row: AnyRow,
    state: PromiseState,
    new: dict[str, Any],
    reason: str,
    by: str,
    now: datetime,
) -> None:
    values = {"state": state.value, "claimed_by": None, "claimed_at": None, **new}
    connection.execute(update(_TABLE).where(_TABLE.id == row.id).values(values))
    change = {
        "promise": row.id,
        "at": now,
        "was": row.state,
        "became": state.value,
        "next_at": new.get("next_at", row.next_at),
        "reason": reason,
        "by": by,
    }
    connection.execute(insert(tables.PromiseChange), change)


def _same(new: NewPromise) -> Any:
    return _PROMISES.where(
        _TABLE.number == new.number,
        _TABLE.department == new.department,
        _TABLE.campaign.is_(None),
        text(LIVE),
    )


def _refuse_listed(connection: Connection, number: str) -> None:
    table = tables.DoNotCall
    if connection.execute(select(table.id).where(table.number == number, LISTED)).first() is not None:
        raise OperatorError(
            f"{number} is on the do-not-call list: the person asked not to be called again. "
            f'Where that has changed, "ivr dnc remove {number}" comes first.'
        )


def _change_of(row: AnyRow) -> PromiseChange:
    return PromiseChange(
        at=row.at,
        was=None if row.was is None else PromiseState(row.was),
        became=PromiseState(row.became),
        next_at=row.next_at,
        reason=row.reason,
        by=row.by,
        call_id=row.call_id,
    )
