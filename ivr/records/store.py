"""Where calls are written down: the port CallRecords over SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from math import inf
from time import monotonic
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import aliased

from ivr.calls.ports import (
    CallUnknownError,
    NewCall,
    RecordsUnavailableError,
    SlotTakenError,
    StoredCall,
    TurnEntry,
    TurnTakenError,
    TurnUnknownError,
)
from ivr.clock import Clock, utc_now
from ivr.conversation.actions import Raise
from ivr.conversation.codec import actions_from_json, state_from_json
from ivr.conversation.events import Recorded
from ivr.conversation.state import Step, Turn
from ivr.log import logger
from ivr.records import recordings
from ivr.records.engine import INSERT, reading, writing
from ivr.records.incidents import Incidents
from ivr.records.pen import ConflictError, UnmetError, pen_for
from ivr.records.reader import reader_for
from ivr.records.rows import message_row
from ivr.records.tables import AnyRow, Call, CallTransfer, CallTurn, CompanyFile, Message
from ivr.records.writes import REHEARSAL, TRANSFERS, writes_of

LONGEST_TRANSFER = timedelta(hours=12)  # a talk with a department whose end nobody saw is over by then
LONGEST_WAIT = timedelta(minutes=30)  # what is said, and then a question or a recording, take no longer
STOPPED = "service stopped"  # outcome of a call whose process died
FORGOTTEN = "end not seen"  # outcome of a call that ended while no service was there to see it
# Lines whose calls go on without the process that answered them: any node takes their next turn.
OF_ANY_NODE = frozenset({"twilio"})

_OTHER = aliased(CallTurn)
_LAST_NUMBER = select(func.max(_OTHER.number)).where(_OTHER.call_id == Call.call_id).scalar_subquery()

_TURNS = select(
    *Call.__table__.c, *(column for column in CallTurn.__table__.c if column.name != "call_id")
).join(CallTurn, CallTurn.call_id == Call.call_id)
LAST_TURN = _TURNS.where(CallTurn.number == _LAST_NUMBER)  # each call with its last turn
_LAST_OF_ONE = LAST_TURN.where(Call.call_id == bindparam("of_call"))
_TURN_OF_ONE = _TURNS.where(Call.call_id == bindparam("of_call"), CallTurn.number == bindparam("of_number"))


class SqlRecords:
    """CallRecords on an engine of open_engine, its schema upgraded. May be used from any thread.

    ``node`` is the name of this service among those that share the database; it must outlive a restart.
    """

    def __init__(self, engine: Engine, node: str = "main", clock: Clock = utc_now) -> None:
        self._engine = engine
        self._node = node
        self._clock = clock
        self._pen = pen_for(engine)
        self._reader = reader_for(engine)
        self._incidents = Incidents(engine, clock=clock)
        self._raised: set[str] = set()  # calls of this process in which somebody was rude
        self._saved_at = -inf  # when a turn was saved last, by the monotonic clock

    @property
    def engine(self) -> Engine:
        """The database, for whatever else is kept in it."""
        return self._engine

    def save(self, entry: TurnEntry) -> None:
        """See CallRecords.save."""
        self._saved_at = monotonic()
        try:
            self._pen.write(writes_of(entry, self._node))
        except ConflictError as error:
            raise self._conflict(entry, error) from error
        except UnmetError as error:
            call_id, number = entry.call.call_id, entry.number
            raise SlotTakenError(
                f'Turn {number} of call "{call_id}" promises a place that is gone.'
            ) from error
        if self._node != REHEARSAL and any(isinstance(action, Raise) for action in entry.turn.actions):
            self._raised.add(entry.call.call_id)
        if entry.call.call_id in self._raised:
            self._follow(entry)

    def quiet(self) -> float:
        """Seconds since this process last saved a turn; infinity where it has saved none."""
        return monotonic() - self._saved_at

    def load(self, call_id: str, number: int | None = None) -> StoredCall:
        """See CallRecords.load. Raises RecordsUnavailableError when the database fails."""
        statement = _LAST_OF_ONE if number is None else _TURN_OF_ONE
        rows = self._reader.rows(statement, {"of_call": call_id, "of_number": number})
        if rows:
            return _stored(rows[0])
        if number is not None and self.load(call_id):  # raises CallUnknownError where there is no such call
            raise TurnUnknownError(f'Call "{call_id}" has no turn {number} yet.')
        raise CallUnknownError(f'The records hold no call "{call_id}".')

    def add_recording(self, call_id: str, number: int, recorded: Recorded, at: datetime) -> bool:
        """See CallRecords.add_recording."""
        asked = self.load(call_id, number)
        with writing(self._engine) as connection:
            return recordings.add(connection, asked, recorded, at)

    def keep_company(self, fingerprint: str, path: str, text: str) -> None:
        """See CallRecords.keep_company."""
        kept = {"fingerprint": fingerprint, "path": path, "text": text, "kept_at": self._clock()}
        statement = INSERT[self._engine.dialect.name](CompanyFile).values(kept)
        again = statement.on_conflict_do_update(
            index_elements=["fingerprint"], set_={"kept_at": kept["kept_at"]}
        )
        with writing(self._engine) as connection:
            connection.execute(again)

    def company_text(self, fingerprint: str) -> tuple[str, str] | None:
        """See CallRecords.company_text."""
        with reading(self._engine) as connection:
            return file_text(connection, fingerprint)

    def open_calls(self) -> tuple[StoredCall, ...]:
        """The calls of this node that have not ended, the longest first."""
        with reading(self._engine) as connection:
            return tuple(_stored(row) for row in connection.execute(_open(Call.node == self._node)))

    def close_lost(self, at: datetime, outcome: str = STOPPED) -> tuple[str, ...]:
        """End the calls that a dead process of this node left in dialogue: those begun before ``at``.

        A call in a transfer goes on without us and stays open, unless it began LONGEST_TRANSFER ago; so does
        one of a line of OF_ANY_NODE, which ``close_forgotten`` ends.
        A message that was recorded and not yet confirmed is kept for its department. What a call of ours
        came to is left to the dispatcher: its attempt goes on, without a result.

        Returns:
            The ids of the calls that were ended.
        """
        mine = and_(Call.node == self._node, Call.line.not_in(OF_ANY_NODE))
        return self._close(mine, lambda row: _is_lost(row, at), at, outcome)

    def close_forgotten(self, at: datetime) -> tuple[str, ...]:
        """End the calls whose end nobody saw: what they wait for cannot take so long.

        Those are the calls of this node that have been in a transfer for LONGEST_TRANSFER, and of a line of
        OF_ANY_NODE also those that have been at anything else for LONGEST_WAIT, whoever answered them.

        Returns:
            The ids of the calls that were ended.
        """
        ours = or_(Call.node == self._node, Call.line.in_(OF_ANY_NODE))
        return self._close(ours, lambda row: _is_forgotten(row, at), at, FORGOTTEN)

    def close(self) -> None:
        """Give held connections back; the records may be used again afterwards."""
        self._pen.close()

    def _close(
        self, ours: ColumnElement[bool], which: Callable[[AnyRow], bool], at: datetime, outcome: str
    ) -> tuple[str, ...]:
        with writing(self._engine) as connection:
            over = [row for row in connection.execute(_open(ours)) if which(row)]
            closed = [row for row in over if _close(connection, row, at, outcome)]
        return tuple(row.call_id for row in closed)

    def _follow(self, entry: TurnEntry) -> None:
        """The turn is written and counts; that its copy among the evidence has to wait stops no call."""
        try:
            self._incidents.follow(entry.call.call_id)
        except RecordsUnavailableError as error:  # what is missing is added by the next turn, or hourly
            logger().error("incident_waits", call_id=entry.call.call_id, why=str(error))
        if entry.turn.state.step is Step.ENDED:
            self._raised.discard(entry.call.call_id)

    def _conflict(self, entry: TurnEntry, conflict: ConflictError) -> Exception:
        call_id, number = entry.call.call_id, entry.number
        if self.load(call_id).number >= number:  # raises CallUnknownError where there is no such call
            return TurnTakenError(f'Turn {number} of call "{call_id}" is written already.')
        return conflict


def file_text(connection: Connection, fingerprint: str) -> tuple[str, str] | None:
    """Path and text of a file that is kept: a company's, or a campaign's."""
    statement = select(CompanyFile.path, CompanyFile.text).where(CompanyFile.fingerprint == fingerprint)
    row = connection.execute(statement).one_or_none()
    return None if row is None else (row.path, row.text)


def _stored(row: AnyRow) -> StoredCall:
    return StoredCall(
        call=_of(row),
        number=row.number,
        turn=Turn(state_from_json(row.state), actions_from_json(row.actions)),
        company=row.company,
        ended=row.ended_at is not None,
        campaign=row.campaign,
    )


def _of(row: AnyRow) -> NewCall:
    return NewCall(row.call_id, row.line, row.called, row.caller, row.attempt)


def _open(ours: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return LAST_TURN.where(ours, Call.ended_at.is_(None)).order_by(Call.began_at)


def _is_lost(row: AnyRow, at: datetime) -> bool:
    return bool(row.began_at < at and (row.step not in TRANSFERS or _is_forgotten(row, at)))


def _is_forgotten(row: AnyRow, at: datetime) -> bool:
    if row.step in TRANSFERS:
        return bool(row.at < at - LONGEST_TRANSFER)
    return bool(row.line in OF_ANY_NODE and row.at < at - LONGEST_WAIT)


def _close(connection: Connection, row: AnyRow, at: datetime, outcome: str) -> bool:
    """Whether it was still open: another node may have closed it, or have heard of its end."""
    mine = update(Call).where(Call.call_id == row.call_id, Call.ended_at.is_(None))
    if not connection.execute(mine.values(ended_at=at, outcome=outcome)).rowcount:
        return False
    transfer = CallTransfer.call_id == row.call_id
    unseen = update(CallTransfer).where(transfer, CallTransfer.ended_at.is_(None))
    connection.execute(unseen.values(ended_at=at, outcome="lost"))
    _keep_unconfirmed(connection, row, at)
    return True


def _keep_unconfirmed(connection: Connection, row: AnyRow, at: datetime) -> None:
    state = state_from_json(row.state)
    if state.message is None or state.department is None:
        return
    reference, seconds = state.message
    values = message_row(_of(row), row.number, state.department, state, at)
    values |= {"reference": reference, "seconds": seconds}
    connection.execute(INSERT[connection.dialect.name](Message).on_conflict_do_nothing(), values)
