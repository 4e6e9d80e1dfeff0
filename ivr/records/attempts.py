"""Attempts: written before the line dials, ended once; and what is known of a person when it is to dial."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Text,
    bindparam,
    case,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from ivr.company.disposition import TALKED, Disposition
from ivr.dialer.ports import (
    AlreadyCallingError,
    ClaimLostError,
    Consent,
    DoNotCallError,
    Facts,
    NewAttempt,
    Next,
    OpenAttempt,
    Past,
)
from ivr.records import tables
from ivr.records.claims import contact_goes_on, let_be, promise_goes_on
from ivr.records.deeds import LISTED, lock
from ivr.records.engine import INSERT
from ivr.records.entries import disposition_of
from ivr.records.pen import perform
from ivr.records.tables import OPEN, AnyRow, Attempt, Call, CampaignDay, Contact, DoNotCall, Promise

MEMORY = timedelta(days=30)  # how far back policy looks
_UP = text(OPEN)

# ── Begin ───────────────────────────────────────────────────────────────────────────────────────


def begin(connection: Connection, attempt: NewAttempt) -> None:
    """See DialerRecords.begin_attempt."""
    perform(connection, [lock(attempt.number)])
    _refuse_listed(connection, attempt)
    _expect_claimed(connection, attempt)
    row = asdict(attempt) | {"person": _person(connection, attempt)}
    try:
        connection.execute(insert(Attempt), row)
    except IntegrityError as error:
        raise AlreadyCallingError(
            f"{attempt.number}, or the same person on another number, is being called already."
        ) from error


def _refuse_listed(connection: Connection, attempt: NewAttempt) -> None:
    if connection.execute(_LISTED, of_person(attempt.number, attempt.person)).scalar_one() is not None:
        raise DoNotCallError(f"{attempt.number} is on the do-not-call list, or another number of the person.")


def _expect_claimed(connection: Connection, attempt: NewAttempt) -> None:
    table: Any = Promise if attempt.promise is not None else Contact
    work = attempt.promise if attempt.promise is not None else attempt.contact
    if work is None:
        return
    claimed = select(table.id).where(table.id == work, table.state == "calling")
    claimed = claimed.where(table.claimed_by == attempt.node).with_for_update()
    if connection.execute(claimed).one_or_none() is None:
        raise ClaimLostError(f"What {attempt.number} was to be called for has changed since it was claimed.")


def _person(connection: Connection, attempt: NewAttempt) -> str:
    """Whose number it is: as the attempt says, or else as the newest contact list does."""
    if attempt.person != attempt.number:
        return attempt.person
    newest = select(Contact.person).where(Contact.number == attempt.number).order_by(Contact.id.desc())
    return connection.execute(newest.limit(1)).scalar_one_or_none() or attempt.number


# ── End ─────────────────────────────────────────────────────────────────────────────────────────


def end(
    connection: Connection, attempt: str, at: datetime, disposition: Disposition, following: Next | None
) -> bool:
    """See DialerRecords.end_attempt."""
    ended = update(Attempt).where(Attempt.id == attempt, Attempt.ended_at.is_(None))
    ended = ended.values(ended_at=at, disposition=disposition.value)
    row = connection.execute(
        ended.returning(Attempt.campaign, Attempt.promise, Attempt.contact)
    ).one_or_none()
    if row is None:
        return False
    _count(connection, row.campaign, at, disposition)
    _carry_on(connection, row, at, disposition, following)
    return True


def _carry_on(
    connection: Connection, row: AnyRow, at: datetime, disposition: Disposition, following: Next | None
) -> None:
    if row.contact is not None:
        last = update(Contact).where(Contact.id == row.contact)
        connection.execute(last.values(disposition=disposition.value))
    if following is None:
        let_be(connection, row.promise, row.contact)
    elif row.promise is not None:
        promise_goes_on(connection, row.promise, following, at, tried=1)
    elif row.contact is not None:
        contact_goes_on(connection, row.contact, following, tried=1)


def _count(connection: Connection, campaign: str | None, at: datetime, disposition: Disposition) -> None:
    abandoned = disposition is Disposition.ABANDONED
    if campaign is None or not (abandoned or disposition in TALKED):
        return
    row = {"campaign": campaign, "day": _day(at), "answered": 1, "abandoned": int(abandoned)}
    new = INSERT[connection.dialect.name](CampaignDay).values(row)
    more = {
        "answered": CampaignDay.answered + new.excluded.answered,
        "abandoned": CampaignDay.abandoned + new.excluded.abandoned,
    }
    connection.execute(new.on_conflict_do_update(index_elements=["campaign", "day"], set_=more))


def _day(at: datetime) -> str:
    return tables.utc_day(at).isoformat()


# ── Open ────────────────────────────────────────────────────────────────────────────────────────

_OF_ATTEMPT = Call.attempt == Attempt.id
_OPEN = (
    select(
        *Attempt.__table__.c,
        func.coalesce(Promise.tries, Contact.tries, 0).label("tries"),
        select(func.min(Call.call_id)).where(_OF_ATTEMPT).scalar_subquery().label("call_id"),
        exists(select(Call.call_id).where(_OF_ATTEMPT, Call.ended_at.is_(None))).label("call_open"),
    )
    .join(Promise, Promise.id == Attempt.promise, isouter=True)
    .join(Contact, Contact.id == Attempt.contact, isouter=True)
    .where(Attempt.ended_at.is_(None))
    .order_by(Attempt.at, Attempt.id)
)


def open_ones(
    connection: Connection, node: str | None = None, attempt: str | None = None
) -> tuple[OpenAttempt, ...]:
    """Attempts without an end: of a node, or the one of that id, or all; the oldest first."""
    wanted = _OPEN if node is None else _OPEN.where(Attempt.node == node)
    wanted = wanted if attempt is None else wanted.where(Attempt.id == attempt)
    return tuple(_open(row) for row in connection.execute(wanted))


def _open(row: AnyRow) -> OpenAttempt:
    return OpenAttempt(
        id=row.id,
        node=row.node,
        at=row.at,
        line=row.line,
        number=row.number,
        caller_id=row.caller_id,
        campaign=row.campaign,
        promise=row.promise,
        contact=row.contact,
        tries=row.tries,
        result=disposition_of(row.result),
        call_id=row.call_id,
        call_open=row.call_open,
    )


# ── Facts ───────────────────────────────────────────────────────────────────────────────────────
# Built once: to build them takes longer than to ask them, and they are asked at each dial.

_NUMBER: Any = bindparam("of_number", type_=Text)
_PERSON: Any = bindparam("of_person", type_=Text)  # as the caller says; the number where it knows none
_CAMPAIGN: Any = bindparam("of_campaign", type_=Text)
# Who has this number: as the caller says, and as the contact lists do.
_PERSONS = select(Contact.person).where(Contact.number == _NUMBER).union(select(_PERSON), select(_NUMBER))
NUMBERS = select(Contact.number).where(Contact.person.in_(_PERSONS)).union(select(_NUMBER))
_LISTED = select(func.min(DoNotCall.listed_at, type_=tables.UtcTime())).where(
    DoNotCall.number.in_(NUMBERS), LISTED
)
_CONSENT = (
    select(tables.Consent.source, tables.Consent.given_on)
    .where(tables.Consent.number == _NUMBER, tables.Consent.withdrawn_at.is_(None))
    .order_by(tables.Consent.given_on.desc(), tables.Consent.id.desc())
    .limit(1)
)
# As this campaign's list has it, otherwise as the newest list that has one.
_ZONE = (
    select(Contact.zone)
    .where(Contact.number == _NUMBER, Contact.zone.is_not(None))
    .order_by(case((Contact.campaign == _CAMPAIGN, 0), else_=1), Contact.id.desc())
    .limit(1)
)
_PAST = (
    select(Attempt.at, Attempt.number, Attempt.campaign, Attempt.promise, Attempt.disposition)
    .where(Attempt.at >= bindparam("of_since"))
    .where(or_(Attempt.number.in_(NUMBERS), Attempt.person.in_(_PERSONS)))
    .order_by(Attempt.at, Attempt.id)
)
_CALLS_UP = select(func.count(), func.sum(case((Attempt.campaign == _CAMPAIGN, 1), else_=0))).where(_UP)
_PICKED_UP = select(func.sum(CampaignDay.answered), func.sum(CampaignDay.abandoned)).where(
    CampaignDay.campaign == _CAMPAIGN, CampaignDay.day >= bindparam("of_day")
)


def of_person(number: str, person: str | None = None) -> dict[str, Any]:
    """Whom NUMBERS and what is built with it are about."""
    return {"of_number": number, "of_person": person or number}


def facts(
    connection: Connection, number: str, person: str | None, campaign: str | None, now: datetime
) -> Facts:
    """See DialerRecords.facts."""
    whose, since = of_person(number, person), now - MEMORY
    here = {"of_campaign": campaign}
    consent = connection.execute(_CONSENT, {"of_number": number}).one_or_none()
    up, up_in_campaign = connection.execute(_CALLS_UP, here).one()
    answered, abandoned = connection.execute(_PICKED_UP, here | {"of_day": _day(since)}).one()
    return Facts(
        number=number,
        do_not_call=connection.execute(_LISTED, whose).scalar_one(),
        consent=None if consent is None else Consent(consent.source, consent.given_on),
        zone=connection.execute(_ZONE, here | {"of_number": number}).scalar_one_or_none(),
        past=tuple(map(_past, connection.execute(_PAST, whose | {"of_since": since}))),
        up=up,
        up_in_campaign=int(up_in_campaign or 0),
        answered=int(answered or 0),
        abandoned=int(abandoned or 0),
    )


def _past(row: AnyRow) -> Past:
    return Past(row.at, row.number, row.campaign, row.promise, disposition_of(row.disposition))
