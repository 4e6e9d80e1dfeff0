"""The opening of an incident, written with the turn in which it happened; incidents.py has the rest."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Text,
    bindparam,
    exists,
    insert,
    literal_column,
    select,
    text,
    true,
    update,
)

from ivr.calls.ports import TurnEntry
from ivr.conversation.actions import Action, Raise, Say
from ivr.conversation.codec import actions_to_json, event_to_json
from ivr.conversation.events import Event
from ivr.evidence import chain
from ivr.evidence.chain import Entry
from ivr.records.pen import Write
from ivr.records.tables import Incident, IncidentEntry, UtcTime

INCIDENTS = uuid.UUID("b0c6a3d2-2f5e-4a63-8d0f-0c3b5b1d9e77")  # namespace of the ids of incidents


def incident_id(call_id: str) -> str:
    """Id of the incident of a call: a call has one, however often somebody is rude in it."""
    return str(uuid.uuid5(INCIDENTS, call_id))


def _bind(name: str, type_: Any = Text) -> ColumnElement[Any]:
    return bindparam(name, type_=type_)


_ID = _bind("of_incident")
_FIRST = ("incident", "seq", "at", "kind", "body", "prev_hash", "hash")
NEW_INCIDENT = insert(Incident).from_select(
    ("id", "call_id", "severity", "department", "opened_at", "state", "hold", "turns"),
    select(
        *(_ID, _bind("of_call"), _bind("of_severity"), _bind("of_department"), _bind("of_at", UtcTime)),
        *(literal_column("'open'"), true(), literal_column("0")),
    ).where(~exists(select(Incident.id).where(Incident.id == _ID))),
)
NEW_OPENING = insert(IncidentEntry).from_select(
    _FIRST,
    select(
        *(_ID, literal_column("1"), _bind("of_at", UtcTime), literal_column("'opening'")),
        *(_bind("of_body"), _bind("of_prev"), _bind("of_hash")),
    ).where(~exists(select(IncidentEntry.seq).where(IncidentEntry.incident == _ID))),
)
WORSE = (
    update(Incident)
    .where(Incident.id == _ID, text("severity = 'abuse'"))
    .values(severity=literal_column("'threat'"), department=_bind("of_department"))
)


def raised(entry: TurnEntry, action: Raise) -> Iterator[Write]:
    """The incident and its opening, where the call has none; a threat makes one of abuse a threat."""
    id_ = incident_id(entry.call.call_id)
    opening = chain.following(None, id_, entry.at, "opening", _opening(entry, action))
    values = {"of_incident": id_, "of_at": entry.at}
    whose = {"of_severity": action.severity, "of_department": action.department}
    yield Write(NEW_INCIDENT, {**values, **whose, "of_call": entry.call.call_id})
    yield Write(NEW_OPENING, values | _kept(opening))
    if action.severity == "threat":
        yield Write(WORSE, {"of_incident": id_, "of_department": action.department})


def told(event: Event | None, actions: tuple[Action, ...]) -> dict[str, Any]:
    """What happened in a turn and what the bot answered, as an entry has it."""
    return {
        "event": None if event is None else json.loads(event_to_json(event)),
        "said": [action.sentence.text for action in actions if isinstance(action, Say)],
        "actions": json.loads(actions_to_json(actions)),
    }


def _kept(entry: Entry) -> dict[str, Any]:
    return {"of_body": chain.canonical(entry.body), "of_prev": entry.prev_hash, "of_hash": entry.hash}


def _opening(entry: TurnEntry, action: Raise) -> dict[str, Any]:
    call, (first, last) = entry.call, action.span
    return {
        **{name: getattr(call, name) for name in ("line", "called", "caller", "attempt")},
        **{name: getattr(action, name) for name in ("severity", "words", "rule", "department")},
        "call": call.call_id,
        "turn": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(),
        "company_file": entry.company,
        "span": [first, last],
        "rude": action.words[first:last],
        "language": entry.turn.state.language,
        "said": told(None, entry.turn.actions)["said"],
    }
