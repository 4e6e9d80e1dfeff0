"""What is on record about the owner of a telephone number: told to that person, or erased on their wish."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, or_, select

from ivr.conversation.actions import LookUp, Say, Transfer
from ivr.conversation.codec import actions_from_json
from ivr.dialer.numbers import written_forms
from ivr.dialer.ports import Promise, PromiseState
from ivr.errors import OperatorError
from ivr.phrases.sentence import Sentence
from ivr.records import tables
from ivr.records.callbacks import Callbacks
from ivr.records.deeds import lock
from ivr.records.engine import reading, writing
from ivr.records.erasing import erase_husks, erase_recordings, erase_words
from ivr.records.incidents import OF_THE_COMPANY, is_held
from ivr.records.pen import perform
from ivr.records.purging import Erased, erase_incidents, erase_promises
from ivr.records.tables import Answer, AnyRow, Attempt, Call, CallTurn, Contact, Message, Recording

WISH = "the person wishes to be forgotten"
_AWAITED = (PromiseState.OPEN, PromiseState.CALLING, PromiseState.HANDED_OVER)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of what was known of a number."""

    erased: tuple[Erased, ...]
    cancelled: tuple[Promise, ...]  # promised calls that will not be made
    held: tuple[str, ...]  # calls of which everything stays, because their incidents are on hold
    other_numbers: tuple[str, ...]  # that contact lists know the same person by
    kept: Mapping[str, int]  # rows that stay as proof, by their table
    said: tuple[tuple[Sentence, ...], ...]  # to the person: of that there may be sound


@dataclass(frozen=True, slots=True)
class Held:
    """What is held about a number: rows of each table, their times as ISO 8601."""

    number: str  # E.164
    calls: tuple[str, ...]  # ids
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]
    recordings: tuple[str, ...]  # references of those that are kept


class Persons:
    """On an engine of open_engine, its schema upgraded. Methods raise RecordsUnavailableError.

    Numbers are E.164; what a line gave in another form is found, too.
    """

    def __init__(self, engine: Engine, spool: Path, country: str) -> None:
        """``country`` (ISO 3166) is whose numbers the lines may give as they are dialled there."""
        self._engine, self._spool, self._country = engine, spool, country

    def held(self, number: str) -> Held:
        """Everything there is about a number."""
        with reading(self._engine) as connection:
            forms = self._forms(number)
            calls = _calls(connection, forms)
            found = {name: _dicts(connection, table, which) for name, table, which in _told(forms, calls)}
        sounds = tuple(row["reference"] for row in found["recordings"] if row["dropped_at"] is None)
        return Held(number, tuple(calls), found, sounds)

    def forget(self, number: str, by: str, now: datetime) -> Forgotten:
        """Erase it all, except for what is on hold, and the proof that somebody may or may not be called.

        A promised call is cancelled before, and told. Raises OperatorError while a call goes on.
        """
        self._refuse_while_calling(number)
        cancelled = self._cancel(number, by, now)
        with writing(self._engine) as connection:
            forms = self._forms(number)
            perform(connection, [lock(number)])
            _refuse_calling(connection, number, forms)
            others, kept = _other_numbers(connection, number), _kept(connection, number)
            calls = _calls(connection, forms)
            held = set(_held(connection, calls))
            free = [call for call in calls if call not in held]
            said = tuple(_said(connection, free))
            erased = tuple(_erase(connection, forms, free, self._spool, now))
        return Forgotten(erased, cancelled, tuple(sorted(held)), others, kept, said)

    def _forms(self, number: str) -> frozenset[str]:
        return written_forms(number, self._country)

    def _refuse_while_calling(self, number: str) -> None:
        with reading(self._engine) as connection:
            _refuse_calling(connection, number, self._forms(number))

    def _cancel(self, number: str, by: str, now: datetime) -> tuple[Promise, ...]:
        callbacks = Callbacks(self._engine)
        live = (callbacks.listed(_AWAITED, number=form, limit=None) for form in self._forms(number))
        return tuple(callbacks.cancel(promise.id, WISH, by, now) for each in live for promise in each)


# ── What belongs to a number ────────────────────────────────────────────────────────────────────


def _of_person(forms: frozenset[str]) -> ColumnElement[bool]:
    theirs = and_(Call.attempt.is_(None), Call.caller.in_(forms))
    return or_(theirs, and_(Call.attempt.is_not(None), Call.called.in_(forms)))


def _calls(connection: Connection, forms: frozenset[str]) -> list[str]:
    """Ids of the calls with that number, the oldest first."""
    wanted = select(Call.call_id).where(_of_person(forms)).order_by(Call.began_at)
    return list(connection.execute(wanted).scalars())


def _held(connection: Connection, calls: Sequence[str]) -> list[str]:
    wanted = select(Call.call_id).where(Call.call_id.in_(calls), is_held(Call.call_id))
    return list(connection.execute(wanted).scalars())


def _refuse_calling(connection: Connection, number: str, forms: frozenset[str]) -> None:
    talking = select(Call.call_id).where(_of_person(forms), Call.ended_at.is_(None))
    dialled = select(Attempt.id).where(Attempt.number.in_(forms), Attempt.ended_at.is_(None))
    if connection.execute(talking).first() or connection.execute(dialled).first():
        raise OperatorError(f"A call with {number} goes on at this moment. Try again when it is over.")


def _other_numbers(connection: Connection, number: str) -> tuple[str, ...]:
    persons = select(Contact.person).where(Contact.number == number)
    others = select(Contact.number).where(Contact.person.in_(persons), Contact.number != number)
    return tuple(sorted(set(connection.execute(others).scalars())))


_PROOF: dict[str, Any] = {"do_not_call": tables.DoNotCall, "consents": tables.Consent}


def _kept(connection: Connection, number: str) -> dict[str, int]:
    return {
        name: len(connection.execute(select(table.id).where(table.number == number)).all())
        for name, table in _PROOF.items()
    }


def _told(forms: frozenset[str], calls: Sequence[str]) -> Iterator[tuple[str, Any, ColumnElement[bool]]]:
    """Each table, and which of its rows are about the person."""
    of_calls: dict[str, Any] = {"turns": CallTurn, "transfers": tables.CallTransfer, "answers": Answer}
    yield "calls", Call, Call.call_id.in_(calls)
    yield from ((name, table, table.call_id.in_(calls)) for name, table in of_calls.items())
    yield from ((name, table, table.call_id.in_(calls)) for name, table in _SOUNDS.items())
    incidents = tables.Incident.call_id.in_(calls)
    yield "incidents", tables.Incident, incidents
    ids, entry = select(tables.Incident.id).where(incidents), tables.IncidentEntry
    yield "incident_entries", entry, and_(entry.incident.in_(ids), entry.kind.not_in(OF_THE_COMPANY))
    of_number: dict[str, Any] = {"contacts": Contact, "attempts": Attempt, "promises": tables.Promise}
    yield from ((name, table, table.number.in_(forms)) for name, table in (of_number | _PROOF).items())


_SOUNDS: dict[str, Any] = {"messages": Message, "recordings": Recording}


def _dicts(connection: Connection, table: Any, which: ColumnElement[bool]) -> tuple[dict[str, Any], ...]:
    rows = connection.execute(select(*table.__table__.c).where(which)).mappings()
    within = _JSON.get(table, frozenset())
    return tuple({name: _plain(value, name in within) for name, value in row.items()} for row in rows)


_JSON: Mapping[Any, frozenset[str]] = {  # columns that hold it
    CallTurn: frozenset({"event", "state", "actions", "performed"}),
    tables.IncidentEntry: frozenset({"body"}),
}


def _plain(value: Any, is_json: bool) -> Any:
    """A value as JSON has it; what is JSON within the row is no text any more."""
    if isinstance(value, datetime):
        return value.isoformat()
    return json.loads(value) if is_json and value is not None else value


# ── Erasing ─────────────────────────────────────────────────────────────────────────────────────


def _erase(
    connection: Connection, forms: frozenset[str], calls: list[str], spool: Path, now: datetime
) -> Iterator[Erased]:
    yield _erase_evidence(connection, calls)
    yield _erase_rows(connection, "messages", Message, calls)
    sounds = connection.execute(select(*Recording.__table__.c).where(Recording.call_id.in_(calls))).all()
    yield Erased("recordings", len(sounds), erase_recordings(connection, sounds, spool, now))
    yield _erase_rows(connection, "answers", Answer, calls)
    attempts = _free_attempts(connection, forms)
    connection.execute(delete(Attempt).where(Attempt.id.in_(attempts)))
    yield Erased("attempts", len(attempts))
    promises = _free_promises(connection, forms)
    erase_promises(connection, promises)
    yield Erased("promises", len(promises))
    yield _erase_contacts(connection, forms)
    erase_words(connection, calls)
    erase_husks(connection, calls)
    yield Erased("calls with their transcripts", len(calls))


def _erase_rows(connection: Connection, what: str, table: Any, calls: list[str]) -> Erased:
    return Erased(what, connection.execute(delete(table).where(table.call_id.in_(calls))).rowcount)


def _erase_evidence(connection: Connection, calls: list[str]) -> Erased:
    """Of incidents that were released; those on hold are not among the calls."""
    wanted = select(tables.Incident.id).where(tables.Incident.call_id.in_(calls))
    found = list(connection.execute(wanted).scalars())
    erase_incidents(connection, found)
    return Erased("incidents", len(found))


def _free_attempts(connection: Connection, forms: frozenset[str]) -> list[str]:
    """Those whose talk is not on hold."""
    held = select(Call.attempt).where(Call.attempt.is_not(None), is_held(Call.call_id))
    wanted = select(Attempt.id).where(Attempt.number.in_(forms), Attempt.id.not_in(held))
    return list(connection.execute(wanted).scalars())


def _free_promises(connection: Connection, forms: frozenset[str]) -> list[str]:
    """Those of which no attempt and no call is on hold."""
    table = tables.Promise
    used = select(Attempt.promise).where(Attempt.promise.is_not(None))
    free = (table.id.not_in(used), or_(table.made_in.is_(None), ~is_held(table.made_in)))
    return list(connection.execute(select(table.id).where(table.number.in_(forms), *free)).scalars())


def _erase_contacts(connection: Connection, forms: frozenset[str]) -> Erased:
    """A contact that an attempt on hold needs stays for it."""
    used = [select(each.contact).where(each.contact.is_not(None)) for each in (Attempt, tables.Promise)]
    free = (Contact.id.not_in(each) for each in used)
    gone = connection.execute(delete(Contact).where(Contact.number.in_(forms), *free))
    return Erased("contacts", gone.rowcount)


# ── What was said to the person ─────────────────────────────────────────────────────────────────


def _said(connection: Connection, calls: list[str]) -> Iterator[tuple[Sentence, ...]]:
    """The sentences that were one sound: those of a turn, and of turns between which the ledger was asked."""
    wanted = select(CallTurn.actions).where(CallTurn.call_id.in_(calls))
    rows: Sequence[AnyRow] = connection.execute(wanted.order_by(CallTurn.call_id, CallTurn.number)).all()
    carried: tuple[Sentence, ...] = ()
    for row in rows:
        actions = actions_from_json(row.actions)
        own = tuple(action.sentence for action in actions if isinstance(action, Say))
        yield from (action.briefing for action in actions if isinstance(action, Transfer))
        yield from {own, (*carried, *own)}
        carried = (*carried, *own) if isinstance(actions[-1], LookUp) else ()
