"""Promises, contacts and attempts to write down, built by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

import sqlalchemy as sa
from sqlalchemy import Engine

from ivr.calls.ports import NewCall, TurnEntry
from ivr.conversation.actions import Action, MakePromise
from ivr.conversation.errand import Errand, Origin
from ivr.conversation.events import Answered, AnsweredBy, Event
from ivr.conversation.state import Step
from ivr.dialer.ports import CampaignRun, CampaignState, Contact, ContactState, NewAttempt, Promise
from ivr.records import tables
from ivr.records.store import SqlRecords
from ivr.records.writes import promise_id
from tests.records.samples import NOON, call, entry, turn

ANNA, JURIS = "+37126000001", "+37126000002"
OURS = "+37167000000"
_ids = count(1)


def at(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def promising(minutes: float = 60, **given: object) -> MakePromise:
    """A callback from sales, promised for so many minutes after noon."""
    words = f"in {minutes} minutes"
    fixed = {"at": at(minutes), "zone": "Europe/Riga", "words": words, "origin": Origin.CLOSED}
    return MakePromise(**{**fixed, "department": "sales", **given})


def said(records: SqlRecords, *deeds: Action, number: str | None = ANNA, after: float = 0) -> str:
    """A call from ``number`` in whose first turn something is decided; its id."""
    of = call(f"in.{next(_ids)}", number)
    records.save(entry(0, None, turn(*deeds, caller=number), of, after))
    return of.call_id


def promised(records: SqlRecords, minutes: float = 60, number: str = ANNA, **given: object) -> str:
    """Id of a promise that a caller was made."""
    return promise_id(said(records, promising(minutes, **given), number=number), 0)


def attempt(number: str = ANNA, work: Promise | Contact | None = None, **given: object) -> NewAttempt:
    """An attempt of node "one"."""
    fixed: dict[str, object] = {"id": f"attempt{next(_ids):06}", "node": "one", "line": "asterisk"}
    fixed |= {"at": NOON}
    fixed |= {"number": number, "person": number, "caller_id": OURS}
    fixed |= {"language": "lv", "zone": "Europe/Riga", "name": None}
    fixed |= {"campaign": None, "fingerprint": None, "promise": None, "contact": None}
    if isinstance(work, Promise):
        fixed |= {"number": work.number, "person": work.number, "promise": work.id, "contact": work.contact}
    if isinstance(work, Contact):
        fixed |= {"number": work.number, "person": work.person, "contact": work.id}
    if work is not None:
        fixed |= {"campaign": work.campaign, "fingerprint": work.campaign and "c1"}
    return NewAttempt(**fixed | given)


def talk(of: NewAttempt, *deeds: Action, step: Step = Step.MENU, after: float = 0) -> TurnEntry:
    """The first turn of the talk of an attempt."""
    errand = Errand(of.id, of.language, of.zone, of.name, of.campaign)
    made = turn(*deeds, step=step, called=of.number, caller=of.caller_id, errand=errand)
    event: Event = Answered(AnsweredBy.PERSON)
    new = NewCall(of.id, "asterisk", of.number, of.caller_id, of.id)
    return TurnEntry(new, 0, NOON + timedelta(seconds=after), event, made, "f1", of.fingerprint)


def run(
    id_: str = "spring", state: CampaignState = CampaignState.RUNNING, why: str = "started"
) -> CampaignRun:
    """A campaign that was started."""
    return CampaignRun(id_, "c1", "f1", state, why)


def contact_row(number: str = ANNA, campaign: str = "spring", **given: object) -> dict[str, object]:
    """A contact who is due at noon, as a row."""
    fixed = {"campaign": campaign, "number": number, "person": number, "state": ContactState.PENDING.value}
    return {**fixed, "tries": 0, "next_at": NOON, "imported_at": NOON, **given}


def with_contacts(engine: Engine, *given: dict[str, object]) -> None:
    """Write rows of contact_row."""
    with engine.begin() as connection:
        for row in given:
            connection.execute(sa.insert(tables.Contact), row)


def rows(engine: Engine, table: type[tables.Table], *columns: str) -> list[tuple[object, ...]]:
    """Everything in a table, those columns, in the order of writing where there is an id to tell it."""
    found = [table.__table__.c[name] for name in columns]
    order = table.__table__.c.get("id")
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(*found).order_by(order))]


def changes(engine: Engine, promise: str) -> list[tuple[str | None, str]]:
    """(was, became) of every change of a promise."""
    found = rows(engine, tables.PromiseChange, "promise", "was", "became")
    return [(was, became) for of, was, became in found if of == promise]  # type: ignore[misc]
