"""What is done about promises, contacts and numbers, as statements: in a conversation or by an operator.

Conditions stand as words in the statements, never as bound values: only so do the partial indexes serve them.
Each deed is a few statements for one transaction. LOCK comes first in it: on PostgreSQL it keeps what is
decided about one person in order; on SQLite the write lock of the transaction does that already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import (
    ColumnElement,
    Insert,
    Integer,
    Select,
    Subquery,
    Text,
    and_,
    bindparam,
    exists,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import aliased
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from ivr.conversation.actions import MovePromise
from ivr.conversation.errand import Origin
from ivr.dialer.ports import ContactState, PromiseState
from ivr.records.pen import Write
from ivr.records.tables import (
    LIVE,
    Attempt,
    Consent,
    Contact,
    DoNotCall,
    Promise,
    PromiseChange,
    UtcTime,
)

THE_PERSON = "the person"  # who changed it, where it happened in a conversation


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, by whom and in which call something is done."""

    at: datetime
    by: str = THE_PERSON
    call_id: str | None = None
    attempt: str | None = None  # whose talk the call is

    def values(self) -> dict[str, Any]:
        """As the statements of this module take them."""
        return {"of_now": self.at, "of_by": self.by, "of_call": self.call_id, "of_attempt": self.attempt}


@dataclass(frozen=True, slots=True)
class Terms:
    """What is promised."""

    id: str  # of the promise, if it is a new one
    number: str
    name: str | None
    department: str
    campaign: str | None
    at: datetime
    zone: str
    language: str
    words: str
    origin: Origin
    resume: str = ""
    said: str = ""  # what was wanted, in the very words, a line each
    places: int = 0  # how many promises the department may have at that time; 0: as many as there are


# ── The person ──────────────────────────────────────────────────────────────────────────────────


class _Lock(FunctionElement[Any]):
    """Waits for, and holds until the end of the transaction, the lock of a key."""

    inherit_cache = True
    type = Text()


@compiles(_Lock, "postgresql")
def _advisory(element: _Lock, compiler: SQLCompiler, **how: Any) -> str:
    return f"pg_advisory_xact_lock(hashtextextended({compiler.process(element.clauses, **how)}, 0))"


@compiles(_Lock)
def _none(element: _Lock, compiler: SQLCompiler, **how: Any) -> str:
    return compiler.process(element.clauses, **how)


def _bind(name: str, type_: Any = Text) -> ColumnElement[Any]:
    return bindparam(name, type_=type_)


def _word(value: StrEnum | str) -> ColumnElement[str]:
    return literal_column(f"'{value}'", Text)


_NUMBER, _NOW, _CALL = _bind("of_number"), _bind("of_now", UtcTime), _bind("of_call")
_HOLDER, _OTHER = aliased(Contact), aliased(Contact)
_PERSONS = select(_HOLDER.person).where(_HOLDER.number == _NUMBER)  # whose number it is, as the lists say
NUMBERS = select(_NUMBER).union(select(_OTHER.number).where(_OTHER.person.in_(_PERSONS)))  # of one person
_KEYS: Subquery = select(_NUMBER.label("key")).union(_PERSONS).subquery()
# In one order, so that nobody waits for one who waits for him.
_ORDERED = select(_KEYS.c.key).order_by(_KEYS.c.key).subquery()
LOCK: Select[Any] = select(_Lock(_ORDERED.c.key))
_LOCK_KEY: Select[Any] = select(_Lock(_bind("of_key")))


def lock(number: str) -> Write:
    """Whatever is decided about ``number``, and about whose it is, waits until this transaction is over."""
    return Write(LOCK, {"of_number": number})


def lock_key(key: str) -> Write:
    """As ``lock``, a single key: whoever locks several numbers at once takes all keys in one order."""
    return Write(_LOCK_KEY, {"of_key": key})


# ── Promises ────────────────────────────────────────────────────────────────────────────────────

_ID = _bind("of_promise")
_BY_ID: ColumnElement[bool] = and_(Promise.id == _ID, sa.text(LIVE))
_SAME: ColumnElement[bool] = and_(
    Promise.number == _NUMBER,
    Promise.department == _bind("of_department"),
    Promise.campaign.is_not_distinct_from(_bind("of_campaign")),
    sa.text(LIVE),
)
_OF_PERSON: ColumnElement[bool] = and_(Promise.number.in_(NUMBERS), sa.text(LIVE))
_CHANGE = ("promise", "at", "was", "became", "next_at", "reason", "by", "call_id")
_FREE: dict[str, Any] = {"claimed_by": None, "claimed_at": None}
_CLAIM = {name: sa.null() for name in _FREE}


def _changes(which: ColumnElement[bool], became: str, next_at: Any, was: Any = Promise.state) -> Insert:
    row = select(
        Promise.id, _NOW, was, _word(became), next_at, _bind("of_reason"), _bind("of_by"), _CALL
    ).where(which)
    return insert(PromiseChange).from_select(_CHANGE, row)


_AT = _bind("of_at", UtcTime)
_NEW_TIME: dict[str, Any] = {
    "at": _AT,
    "next_at": _AT,
    "zone": _bind("of_zone"),
    "words": _bind("of_words"),
    "resume": _bind("of_resume"),
    "state": _word(PromiseState.OPEN),
    "tries": sa.literal_column("0"),
    **_CLAIM,
}
_OWN_CONTACT = (
    select(Attempt.contact).where(Attempt.id == _bind("of_attempt")).scalar_subquery()
)  # the contact whom this call of ours is for

_NOTE_MOVE = _changes(_BY_ID, PromiseState.OPEN, _AT)
_MOVE = update(Promise).where(_BY_ID).values(_NEW_TIME)
_NOTE_RENEW = _changes(_SAME, PromiseState.OPEN, _AT)
_RENEW = (
    update(Promise)
    .where(_SAME)
    .values(
        {
            **_NEW_TIME,
            "language": _bind("of_language"),
            "said": sa.func.coalesce(sa.func.nullif(_bind("of_said"), literal_column("''")), Promise.said),
            "contact": sa.func.coalesce(_OWN_CONTACT, Promise.contact),
        }
    )
)
_MAKE = insert(Promise).from_select(
    (
        *("id", "number", "name", "department", "campaign", "contact", "at", "zone", "language", "words"),
        *("origin", "resume", "state", "tries", "next_at", "made_at", "made_in", "said"),
    ),
    select(
        *(_ID, _NUMBER, _bind("of_name"), _bind("of_department"), _bind("of_campaign"), _OWN_CONTACT),
        *(_AT, _bind("of_zone"), _bind("of_language"), _bind("of_words"), _bind("of_origin")),
        *(_bind("of_resume"), _word(PromiseState.OPEN), literal_column("0"), _AT, _NOW, _CALL),
        _bind("of_said"),
    ).where(~exists(select(Promise.id).where(_SAME))),
)
_NOTE_MAKE = _changes(Promise.id == _ID, PromiseState.OPEN, Promise.next_at, was=sa.null())
_WAIT = (
    update(Contact)
    .where(Contact.id == _OWN_CONTACT, Contact.state == _word(ContactState.CALLING))
    .values(state=_word(ContactState.WAITING), reason=_bind("of_reason"), **_CLAIM)
)
_SETTLED = {
    outcome: (
        _changes(_BY_ID, outcome, Promise.next_at),
        update(Promise).where(_BY_ID).values(state=_word(outcome), **_CLAIM),
    )
    for outcome in (PromiseState.KEPT, PromiseState.CANCELLED)
}
_CARRIED = select(Promise.contact).where(Promise.id == _ID).scalar_subquery()
CARRY = (
    update(Contact)
    .where(Contact.id == _CARRIED, Contact.state == _word(ContactState.WAITING))
    .values(state=_word(ContactState.DONE), reason=_bind("of_reason"))
)
_ORIGINS = {
    Origin.ASKED: "the caller asked to be called back",
    Origin.CLOSED: "the department was closed",
    Origin.BUSY: "the department was busy",
    Origin.UNANSWERED: "nobody answered in the department",
    Origin.QUEUE: "the caller left the queue",
    Origin.NOT_NOW: "our call was not convenient",
    Origin.AGREED: "agreed at the end of our call",
    Origin.OPERATOR: "entered by hand",
}
_OUTCOMES = {PromiseState.KEPT: "they talked", PromiseState.CANCELLED: "the person does not need it any more"}


def _room(own: ColumnElement[bool]) -> Select[Any]:
    """Finds a row where fewer live promises than places stand at that time, not counting the ``own``."""
    there = (Promise.department == _bind("of_department"), Promise.at == _AT, sa.text(LIVE), ~own)
    others = select(sa.func.count()).select_from(Promise).where(*there).scalar_subquery()
    return select(literal_column("1")).where(others < _bind("of_places", Integer))


_ROOM_FOR_NUMBER = _room(
    and_(Promise.number == _NUMBER, Promise.campaign.is_not_distinct_from(_bind("of_campaign")))
)
_ROOM_FOR_PROMISE = _room(Promise.id == _ID)


def _secure(
    room: Select[Any], department: str, at: datetime, places: int, values: dict[str, Any]
) -> Iterator[Write]:
    """A place at that time, or nothing is written: who decides on one and the same time waits for the other.

    This lock comes after those of numbers, always: so nobody waits for one who waits for him.
    """
    if places:
        yield lock_key(f"{department} {at.astimezone(UTC).isoformat()}")
        yield Write(room, values | {"of_department": department, "of_places": places}, is_condition=True)


def make_promise(terms: Terms, how: Circumstances) -> Iterator[Write]:
    """Write a promise, or move the one that number has for that department and campaign already."""
    values = how.values() | {f"of_{name}": getattr(terms, name) for name in _TERMS}
    values |= {"of_promise": terms.id, "of_origin": terms.origin.value}
    reason = _ORIGINS[terms.origin]
    yield from _secure(_ROOM_FOR_NUMBER, terms.department, terms.at, terms.places, values)
    yield Write(_NOTE_RENEW, values | {"of_reason": f"another time, {terms.words}: {reason}"})
    yield Write(_RENEW, values)
    yield Write(_MAKE, values)
    yield Write(_NOTE_MAKE, values | {"of_reason": f"promised, {terms.words}: {reason}"})
    yield Write(_WAIT, values | {"of_reason": f"another time is promised: {terms.words}"})


_TERMS = ("number", "name", "department", "campaign", "at", "zone", "language", "words", "resume", "said")


def move_promise(move: MovePromise, how: Circumstances) -> Iterator[Write]:
    """Another time for a promise that is live; its tries begin anew."""
    values = how.values() | {
        "of_promise": move.promise,
        "of_at": move.at,
        "of_zone": move.zone,
        "of_words": move.words,
        "of_resume": move.resume,
        "of_reason": f"another time: {move.words}",
    }
    yield from _secure(_ROOM_FOR_PROMISE, move.department, move.at, move.places, values)
    yield Write(_NOTE_MOVE, values)
    yield Write(_MOVE, values)


def settle_promise(
    promise: str, outcome: PromiseState, how: Circumstances, reason: str | None = None
) -> Iterator[Write]:
    """A live promise is KEPT or CANCELLED; the contact it carried is done."""
    values = how.values() | {"of_promise": promise, "of_reason": reason or _OUTCOMES[outcome]}
    note, settle = _SETTLED[outcome]
    yield Write(CARRY, values)
    yield Write(note, values)
    yield Write(settle, values)


# ── The do-not-call list ────────────────────────────────────────────────────────────────────────

LISTED: ColumnElement[bool] = DoNotCall.lifted_at.is_(None)
_LIST = insert(DoNotCall).from_select(
    ("number", "listed_at", "source", "call_id"),
    select(_NUMBER, _NOW, _bind("of_source"), _CALL).where(
        ~exists(select(DoNotCall.id).where(DoNotCall.number == _NUMBER, LISTED))
    ),
)
_WITHDRAW = (
    update(Consent)
    .where(Consent.number.in_(NUMBERS), Consent.withdrawn_at.is_(None))
    .values(withdrawn_at=_NOW)
)
_NOTE_CANCEL = _changes(_OF_PERSON, PromiseState.CANCELLED, Promise.next_at)
_CANCEL = update(Promise).where(_OF_PERSON).values(state=_word(PromiseState.CANCELLED), **_CLAIM)
_UNFINISHED = Contact.state.in_(
    [_word(state) for state in (ContactState.PENDING, ContactState.CALLING, ContactState.WAITING)]
)
_FINISH = (
    update(Contact)
    .where(Contact.id == _OWN_CONTACT, _UNFINISHED)
    .values(state=_word(ContactState.DONE), reason=_bind("of_reason"), **_CLAIM)
)
_REFUSE = (
    update(Contact)
    .where(or_(Contact.number == _NUMBER, Contact.person.in_(_PERSONS)), _UNFINISHED)
    .values(state=_word(ContactState.REFUSED), reason=_bind("of_reason"), **_CLAIM)
)
NEVER_AGAIN = "asked not to be called again"


def opt_out(number: str, source: str, how: Circumstances) -> Iterator[Write]:
    """A number is never called again, nor is its owner on another: whatever was to be done is not done.

    The first write touches one row if the number was not on the list, else none.
    """
    values = how.values() | {"of_number": number, "of_source": source, "of_reason": NEVER_AGAIN}
    yield Write(_LIST, values)
    yield Write(_WITHDRAW, values)
    yield Write(_NOTE_CANCEL, values)
    yield Write(_CANCEL, values)
    yield Write(_FINISH, values)
    yield Write(_REFUSE, values)
