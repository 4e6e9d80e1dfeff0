"""Attempts: written before the line dials, ended once; and what is known of a person when it is to dial."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Text,
    case,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
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
from ivr.records.entries import disposition_of
from ivr.records.pen import perform
from ivr.records.tables import Attempt, Call, CampaignDay, Contact, DoNotCall, Promise

MEMORY = timedelta(days=30)  # how far back policy looks
INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_AnyRow = Row[*tuple[Any, ...]]
_UP = text("ended_at IS NULL")

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
    if connection.execute(_listed(attempt.number, attempt.person)).scalar_one() is not None:
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
    connection: Connection, row: _AnyRow, at: datetime, disposition: Disposition, following: Next | None
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
        exists(select(Call.call_id).where(_OF_ATTEMPT)).label("talked"),
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


def _open(row: _AnyRow) -> OpenAttempt:
    return OpenAttempt(
        id=row.id,
        node=row.node,
        at=row.at,
        number=row.number,
        campaign=row.campaign,
        promise=row.promise,
        contact=row.contact,
        tries=row.tries,
        result=disposition_of(row.result),
        talked=row.talked,
        call_open=row.call_open,
    )


# ── Facts ───────────────────────────────────────────────────────────────────────────────────────


def facts(
    connection: Connection, number: str, person: str | None, campaign: str | None, now: datetime
) -> Facts:
    """See DialerRecords.facts."""
    up, up_in_campaign = _up(connection, campaign)
    answered, abandoned = _answered(connection, campaign, now)
    return Facts(
        number=number,
        do_not_call=connection.execute(_listed(number, person)).scalar_one(),
        consent=_consent(connection, number),
        zone=_zone(connection, number, campaign),
        past=_past(connection, number, person, now - MEMORY),
        up=up,
        up_in_campaign=up_in_campaign,
        answered=answered,
        abandoned=abandoned,
    )


def _persons(number: str, person: str | None) -> Any:
    """Who has this number, as a subquery: as the caller says, and as the contact lists do."""
    listed = select(Contact.person).where(Contact.number == number)
    return listed.union(select(literal(person or number, Text)), select(literal(number, Text)))


def numbers_of(number: str, person: str | None) -> Any:
    """Every number of that person, as a subquery."""
    others = select(Contact.number).where(Contact.person.in_(_persons(number, person)))
    return others.union(select(literal(number, Text)))


def _listed(number: str, person: str | None) -> Any:
    return select(func.min(DoNotCall.listed_at, type_=tables.UtcTime())).where(
        DoNotCall.number.in_(numbers_of(number, person)), LISTED
    )


def _consent(connection: Connection, number: str) -> Consent | None:
    table = tables.Consent
    newest = select(table.source, table.given_on).where(table.number == number, table.withdrawn_at.is_(None))
    row = connection.execute(newest.order_by(table.given_on.desc(), table.id.desc()).limit(1)).one_or_none()
    return None if row is None else Consent(row.source, row.given_on)


def _zone(connection: Connection, number: str, campaign: str | None) -> str | None:
    """As this campaign's list has it, otherwise as the newest list that has one."""
    here = case((Contact.campaign == campaign, 0), else_=1)
    zones = select(Contact.zone).where(Contact.number == number, Contact.zone.is_not(None))
    return connection.execute(zones.order_by(here, Contact.id.desc()).limit(1)).scalar_one_or_none()


def _past(connection: Connection, number: str, person: str | None, since: datetime) -> tuple[Past, ...]:
    theirs = or_(Attempt.number.in_(numbers_of(number, person)), Attempt.person.in_(_persons(number, person)))
    made = select(Attempt.at, Attempt.number, Attempt.campaign, Attempt.promise, Attempt.disposition)
    rows = connection.execute(made.where(Attempt.at >= since, theirs).order_by(Attempt.at, Attempt.id))
    return tuple(
        Past(row.at, row.number, row.campaign, row.promise, disposition_of(row.disposition)) for row in rows
    )


def _up(connection: Connection, campaign: str | None) -> tuple[int, int]:
    of_campaign = func.sum(case((Attempt.campaign == campaign, 1), else_=0))
    row = connection.execute(select(func.count(), of_campaign).select_from(Attempt).where(_UP)).one()
    return row[0], int(row[1] or 0)


def _answered(connection: Connection, campaign: str | None, now: datetime) -> tuple[int, int]:
    if campaign is None:
        return 0, 0
    day: date = tables.utc_day(now - MEMORY)
    sums = select(func.sum(CampaignDay.answered), func.sum(CampaignDay.abandoned))
    row = connection.execute(
        sums.where(CampaignDay.campaign == campaign, CampaignDay.day >= day.isoformat())
    ).one()
    return int(row[0] or 0), int(row[1] or 0)
