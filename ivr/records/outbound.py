"""The company's own calls as operators see them: contact lists in, how a campaign stands, what it came to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, text, union, update

from ivr.company.disposition import TALKED, Disposition
from ivr.dialer.ports import (
    CampaignRun,
    CampaignState,
    Consent,
    Contact,
    ContactState,
    Imported,
    NewContact,
    PromiseState,
)
from ivr.errors import OperatorError
from ivr.records import tables
from ivr.records.attempts import NUMBERS, of_person
from ivr.records.engine import INSERT, reading, writing
from ivr.records.entries import contact_of, disposition_of, run_of
from ivr.records.outbound_views import AnswerLine, AttemptLine, Report, RunChange, Status
from ivr.records.tables import LIVE, OPEN, Answer, AnyRow, Attempt, Call, Campaign, CampaignChange

ON_TIME = timedelta(seconds=60)  # within which a promised call begins
_CONTACT, _PROMISE = tables.Contact, tables.Promise
_KNOWN = ("person", "name", "language", "zone")  # what a list may say anew of a contact


class Outbound:
    """On an engine of open_engine, its schema upgraded. Methods raise RecordsUnavailableError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    # ── Contact lists ──

    def import_contacts(self, campaign: str, contacts: Iterable[NewContact], now: datetime) -> Imported:
        """See ContactBook.import_contacts; of a number given twice the last counts."""
        given = {contact.number: contact for contact in contacts}
        with writing(self._engine) as connection:
            known = _known(connection, campaign)
            added = [contact for number, contact in given.items() if number not in known]
            anew = [
                given[number] for number in given if known.get(number) not in (None, _told(given[number]))
            ]
            _add(connection, campaign, added, now)
            _renew(connection, campaign, anew)
            agreed = _keep_consents(connection, campaign, given, now)
        return _imported(given, set(known), {contact.number for contact in anew} | agreed)

    def contacts(self, campaign: str, state: ContactState | None = None) -> tuple[Contact, ...]:
        """The contacts of a campaign, in the order in which they came."""
        wanted = select(*_CONTACT.__table__.c).where(_CONTACT.campaign == campaign).order_by(_CONTACT.id)
        return self._contacts(wanted if state is None else wanted.where(_CONTACT.state == state.value))

    def contact(self, campaign: str, number: str) -> Contact | None:
        """A contact of a campaign, if that number is one."""
        wanted = select(*_CONTACT.__table__.c).where(_CONTACT.number == number)
        found = self._contacts(wanted.where(_CONTACT.campaign == campaign))
        return found[0] if found else None

    def consents(self, number: str) -> tuple[Consent, ...]:
        """The consents that hold for a number, the newest first."""
        table = tables.Consent
        wanted = select(table.source, table.given_on).where(table.number == number)
        wanted = wanted.where(table.withdrawn_at.is_(None)).order_by(table.given_on.desc(), table.id.desc())
        with reading(self._engine) as connection:
            return tuple(Consent(row.source, row.given_on) for row in connection.execute(wanted))

    # ── Campaigns ──

    def campaigns(self) -> tuple[str, ...]:
        """Ids of all that have contacts or were started, by name."""
        ids = union(select(Campaign.id), select(_CONTACT.campaign)).subquery()
        with reading(self._engine) as connection:
            return tuple(connection.execute(select(ids).order_by(ids.c[0])).scalars())

    def run(self, campaign: str) -> CampaignRun | None:
        """A campaign as it was started last."""
        with reading(self._engine) as connection:
            return _run(connection, campaign)

    def changes(self, campaign: str) -> tuple[RunChange, ...]:
        """Every time it was started, paused, stopped or done, the oldest first."""
        wanted = select(*CampaignChange.__table__.c).where(CampaignChange.campaign == campaign)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted.order_by(CampaignChange.id))
            return tuple(
                RunChange(row.at, CampaignState(row.state), row.why, row.fingerprint) for row in rows
            )

    def status(self, campaign: str) -> Status:
        """How it stands. Raises OperatorError where it has neither contacts nor a run."""
        with reading(self._engine) as connection:
            run, contacts = _expected(connection, campaign)
            attempts = sum(_ends(connection, campaign).values())
            due = select(func.min(_CONTACT.next_at)).where(_CONTACT.campaign == campaign)
            return Status(
                id=campaign,
                run=run,
                contacts=contacts,
                attempts=attempts,
                up=_count(connection, Attempt, Attempt.campaign == campaign, text(OPEN)),
                promises_open=_count(connection, _PROMISE, _PROMISE.campaign == campaign, text(LIVE)),
                next_at=connection.execute(due.where(text("state = 'pending'"))).scalar_one(),
            )

    def report(self, campaign: str) -> Report:
        """What it came to. Raises OperatorError where it has neither contacts nor a run."""
        with reading(self._engine) as connection:
            run, contacts = _expected(connection, campaign)
            promises = _by(connection, _PROMISE.state, _PROMISE.campaign == campaign)
            live = promises.get("open", 0) + promises.get("calling", 0)
            ends = {Disposition(end): n for end, n in _ends(connection, campaign).items() if end is not None}
            return Report(
                id=campaign,
                run=run,
                contacts=contacts,
                dispositions=_last(connection, campaign),
                attempts=ends,
                reached=_reached(connection, campaign),
                refused=_refused(connection, campaign),
                answers=_answers(connection, campaign),
                promises_made=sum(promises.values()),
                promises_open=live,
                promises_kept=promises.get("kept", 0),
                promises_on_time=_on_time(connection, campaign),
                promises_cancelled=promises.get("cancelled", 0),
                promises_handed_over=promises.get("handed_over", 0),
            )

    def answers(self, campaign: str) -> tuple[AnswerLine, ...]:
        """Every answer, the oldest first."""
        with reading(self._engine) as connection:
            return tuple(AnswerLine(*row) for row in connection.execute(_ANSWERS, {"of_campaign": campaign}))

    def attempts(self, number: str, since: datetime | None = None) -> tuple[AttemptLine, ...]:
        """Our attempts to reach the person of a number, on whichever number, the newest first."""
        wanted = _ATTEMPTS.where(Attempt.number.in_(NUMBERS))
        wanted = wanted if since is None else wanted.where(Attempt.at >= since)
        with reading(self._engine) as connection:
            return tuple(map(_attempt_line, connection.execute(wanted, of_person(number))))

    def _contacts(self, wanted: Any) -> tuple[Contact, ...]:
        with reading(self._engine) as connection:
            return tuple(map(contact_of, connection.execute(wanted)))


# ── Contact lists ───────────────────────────────────────────────────────────────────────────────


def _told(contact: NewContact) -> tuple[str | None, ...]:
    return tuple(getattr(contact, name) for name in _KNOWN)


def _row(contact: NewContact) -> dict[str, str | None]:
    return dict(zip(_KNOWN, _told(contact), strict=True))


def _known(connection: Connection, campaign: str) -> dict[str, tuple[str | None, ...]]:
    columns = (_CONTACT.__table__.c[name] for name in _KNOWN)
    rows = connection.execute(select(_CONTACT.number, *columns).where(_CONTACT.campaign == campaign))
    return {row[0]: tuple(row[1:]) for row in rows}


def _add(connection: Connection, campaign: str, contacts: Sequence[NewContact], now: datetime) -> None:
    fixed = {"campaign": campaign, "state": "pending", "tries": 0, "next_at": now, "imported_at": now}
    rows = [{"number": contact.number, **_row(contact), **fixed} for contact in contacts]
    if rows:
        connection.execute(insert(_CONTACT), rows)


_RENEW = update(_CONTACT).where(
    _CONTACT.campaign == bindparam("of_campaign"), _CONTACT.number == bindparam("of_number")
)


def _renew(connection: Connection, campaign: str, contacts: Sequence[NewContact]) -> None:
    rows = [{"of_campaign": campaign, "of_number": contact.number, **_row(contact)} for contact in contacts]
    if rows:
        connection.execute(_RENEW, rows)


def _keep_consents(
    connection: Connection, campaign: str, given: dict[str, NewContact], now: datetime
) -> set[str]:
    """Keep those that are new; the numbers that have one."""
    agreed = [(number, contact.consent) for number, contact in given.items() if contact.consent is not None]
    if not agreed:
        return set()
    table = tables.Consent
    here = select(_CONTACT.number).where(_CONTACT.campaign == campaign)
    told = select(table.number, table.source, table.given_on).where(table.number.in_(here))
    kept = {tuple(row) for row in connection.execute(told)}
    rows = [
        {"number": number, "source": consent.source, "given_on": consent.given_on, "kept_at": now}
        for number, consent in agreed
        if (number, consent.source, consent.given_on) not in kept
    ]
    if rows:
        connection.execute(INSERT[connection.dialect.name](table).on_conflict_do_nothing(), rows)
    return {str(row["number"]) for row in rows}


def _imported(given: dict[str, NewContact], known: set[str], other: set[str]) -> Imported:
    return Imported(
        added=tuple(number for number in given if number not in known),
        changed=tuple(number for number in given if number in known and number in other),
        same=tuple(number for number in given if number in known and number not in other),
    )


# ── Campaigns ───────────────────────────────────────────────────────────────────────────────────


def _run(connection: Connection, campaign: str) -> CampaignRun | None:
    row = connection.execute(select(*Campaign.__table__.c).where(Campaign.id == campaign)).one_or_none()
    return None if row is None else run_of(row)


def _expected(connection: Connection, campaign: str) -> tuple[CampaignRun | None, dict[ContactState, int]]:
    run = _run(connection, campaign)
    counted = _by(connection, _CONTACT.state, _CONTACT.campaign == campaign)
    if run is None and not counted:
        raise OperatorError(
            f'There is no campaign "{campaign}" on record: it has no contacts and was never started. '
            '"ivr campaign import" brings contacts in.'
        )
    return run, {ContactState(state): count for state, count in counted.items()}


def _by(connection: Connection, column: Any, *where: Any) -> dict[Any, int]:
    counted = select(column, func.count()).where(*where).group_by(column).order_by(column)
    return {row[0]: row[1] for row in connection.execute(counted)}


def _count(connection: Connection, table: Any, *where: Any) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()


def _ends(connection: Connection, campaign: str) -> dict[str | None, int]:
    return _by(connection, Attempt.disposition, Attempt.campaign == campaign)


def _last(connection: Connection, campaign: str) -> dict[Disposition, int]:
    ended = (_CONTACT.campaign == campaign, _CONTACT.disposition.is_not(None))
    counted = _by(connection, _CONTACT.disposition, *ended)
    return {Disposition(end): count for end, count in counted.items()}


def _refused(connection: Connection, campaign: str) -> dict[str, int]:
    refused = (_CONTACT.campaign == campaign, _CONTACT.state == ContactState.REFUSED.value)
    return {reason or "": count for reason, count in _by(connection, _CONTACT.reason, *refused).items()}


def _reached(connection: Connection, campaign: str) -> int:
    talked = Attempt.disposition.in_(sorted(end.value for end in TALKED))
    numbers = select(func.count(Attempt.number.distinct())).where(Attempt.campaign == campaign, talked)
    return connection.execute(numbers).scalar_one()


_ANSWERS = (
    select(
        Answer.call_id,
        Call.called,
        Attempt.name,
        Answer.question,
        Answer.said,
        Answer.understood,
        Answer.at,
    )
    .join(Call, Call.call_id == Answer.call_id)
    .join(Attempt, Attempt.id == Call.attempt, isouter=True)
    .where(Answer.campaign == bindparam("of_campaign"))
    .order_by(Answer.at, Answer.call_id, Answer.number)
)


def _answers(connection: Connection, campaign: str) -> dict[str, dict[str | None, int]]:
    last = {
        (row.question, row.called): row.understood
        for row in connection.execute(_ANSWERS, {"of_campaign": campaign})
    }
    counted: dict[str, dict[str | None, int]] = {}
    for (question, _), understood in last.items():
        of = counted.setdefault(question, {})
        of[understood] = of.get(understood, 0) + 1
    return counted


def _on_time(connection: Connection, campaign: str) -> int:
    kept = (_PROMISE.campaign == campaign, _PROMISE.state == PromiseState.KEPT.value)
    dialled = select(_PROMISE.id, _PROMISE.at, Attempt.at).join(Attempt, Attempt.promise == _PROMISE.id)
    change = tables.PromiseChange
    settled = select(_PROMISE.id, _PROMISE.at, change.at).join(change, change.promise == _PROMISE.id)
    settled = settled.where(change.became == PromiseState.KEPT.value)
    began = {id_ for id_, at, begun in connection.execute(dialled.where(*kept)) if abs(begun - at) <= ON_TIME}
    talked = {id_ for id_, at, done in connection.execute(settled.where(*kept)) if done <= at + ON_TIME}
    return len(began | talked)


# ── Attempts ────────────────────────────────────────────────────────────────────────────────────

_ATTEMPTS = (
    select(*Attempt.__table__.c, Call.call_id, Call.began_at.label("answered_at"))
    .join(Call, Call.attempt == Attempt.id, isouter=True)
    .order_by(Attempt.at.desc(), Attempt.id)
)


def _attempt_line(row: AnyRow) -> AttemptLine:
    return AttemptLine(
        id=row.id,
        node=row.node,
        at=row.at,
        number=row.number,
        campaign=row.campaign,
        promise=row.promise,
        contact=row.contact,
        answered_at=row.answered_at,
        ended_at=row.ended_at,
        disposition=disposition_of(row.disposition),
        call_id=row.call_id,
    )
