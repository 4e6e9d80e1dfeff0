"""What a conversation asks of the promises: the port Ledger over SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine, and_, bindparam, exists, func, select, text, true

from ivr.calls.ports import AttemptUnknownError, OutboundCall
from ivr.conversation.errand import NOBODY, Errand, Known, Origin, Promised
from ivr.records.deeds import LISTED
from ivr.records.reader import reader_for
from ivr.records.tables import LIVE, AnyRow, Attempt, DoNotCall, Promise

_TERMS = [
    column.label(f"promise_{column.name}")
    for column in Promise.__table__.c
    if column.name in {"id", "at", "zone", "origin", "department", "made_at", "campaign", "resume", "said"}
]
_NEXT = (
    select(*_TERMS)
    .where(Promise.number == bindparam("of_number"), text(LIVE))
    .order_by(Promise.next_at, Promise.id)
    .limit(1)
    .subquery("next")
)
_NUMBERS = select(DoNotCall.id).where(DoNotCall.number == bindparam("of_number"), LISTED)
_LISTED = select(exists(_NUMBERS).label("listed")).subquery("known")
# One journey for both: every call to us waits for it.
_KNOWN = select(_LISTED.c.listed, *_NEXT.c).select_from(_LISTED.outerjoin(_NEXT, true()))
_TAKEN = (
    select(Promise.at, func.count().label("promises"))
    .where(
        Promise.department == bindparam("of_department"),
        Promise.at >= bindparam("of_after"),
        Promise.at < bindparam("of_until"),
        text(LIVE),
    )
    .group_by(Promise.at)
    .order_by(Promise.at)
)
_ATTEMPT = (
    select(*Attempt.__table__.c, *_TERMS)
    .join(Promise, Promise.id == Attempt.promise, isouter=True)
    .where(and_(Attempt.id == bindparam("of_attempt"), Attempt.ended_at.is_(None)))
)


class SqlLedger:
    """Ledger on an engine of open_engine, its schema upgraded.

    ``calls`` tells whether anybody makes the calls that would be promised now.
    Every method raises RecordsUnavailableError when the database fails.
    """

    def __init__(self, engine: Engine, calls: Callable[[], bool] = lambda: True) -> None:
        self._calls = calls
        self._reader = reader_for(engine)

    def known(self, number: str | None) -> Known:
        """See Ledger.known."""
        if number is None:
            return NOBODY
        [row] = self._reader.rows(_KNOWN, {"of_number": number})
        return Known(_promised(row) if row.promise_id else None, self._calls() and not row.listed)

    def taken(self, department: str, after: datetime, until: datetime) -> tuple[tuple[datetime, int], ...]:
        """See Ledger.taken."""
        values = {"of_department": department, "of_after": after, "of_until": until}
        return tuple((row.at, row.promises) for row in self._reader.rows(_TAKEN, values))

    def outbound(self, attempt: str) -> OutboundCall:
        """See Ledger.outbound."""
        found = self._reader.rows(_ATTEMPT, {"of_attempt": attempt})
        if not found:
            raise AttemptUnknownError(f'The records hold no attempt "{attempt}" that goes on.')
        [row] = found
        return OutboundCall(_errand(row), row.number, row.caller_id, row.fingerprint)


def _promised(row: AnyRow) -> Promised:
    return Promised(
        row.promise_id,
        row.promise_at,
        row.promise_zone,
        Origin(row.promise_origin),
        row.promise_department,
        row.promise_made_at,
        row.promise_campaign,
        tuple(row.promise_said.splitlines()),
    )


def _errand(row: AnyRow) -> Errand:
    promised = None if row.promise_id is None else _promised(row)
    resume = row.promise_resume or ""
    return Errand(row.id, row.language, row.zone, row.name, row.campaign, promised, resume)
