"""Calls to us for tests: a play of events, with a ledger that answers what is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from ivr.company.models import Company
from ivr.conversation.actions import LookUp, Say
from ivr.conversation.codec import state_from_json, state_to_json
from ivr.conversation.engine import advance, begin
from ivr.conversation.errand import NOBODY, Known, Origin, Promised
from ivr.conversation.events import Event, Found
from ivr.conversation.state import Step, Turn

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten in the morning in Riga
NIGHT = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
COMPANY, SALES = "+37167000100", "+37167000101"
CALLER = "+37120000001"
PROMISED = Promised(
    "p1", NOW + timedelta(days=1), "Europe/Riga", Origin.CLOSED, "sales", NOW - timedelta(days=1)
)
EXPECTED = Known(PROMISED)

Taken = Mapping[datetime, int]


def play(
    company: Company,
    *events: Event | Taken,
    now: datetime = NOW,
    called: str = COMPANY,
    caller: str | None = CALLER,
    known: Known = NOBODY,
    pause: timedelta = timedelta(0),
) -> list[Turn]:
    """Every turn of a call until it ends, stored and reloaded between two.

    A mapping among the events is what the ledger holds from then on; ``pause`` passes before each event.
    """
    turns, taken = [begin(called, caller, company, now, known)], ()
    for event in _with_look_ups(turns, events):
        if isinstance(event, Mapping):
            taken = tuple(event.items())
            continue
        now += pause
        state = state_from_json(state_to_json(turns[-1].state))
        turns.append(advance(state, Found(taken) if event is LookUp else event, company, now))
    return turns


def _with_look_ups(
    turns: list[Turn], events: Iterable[Event | Taken]
) -> Iterable[Event | Taken | type[LookUp]]:
    for event in events:
        if turns[-1].state.step is Step.ENDED:
            return
        yield event
        while isinstance(turns[-1].actions[-1], LookUp):
            yield LookUp


def said(turn: Turn) -> list[str]:
    """Ids of the phrases of a turn."""
    return [action.sentence.phrase for action in turn.actions if isinstance(action, Say)]


def deeds(turns: Iterable[Turn], *kinds: type) -> list:
    """Every action of those kinds in a call."""
    return [action for turn in turns for action in turn.actions if isinstance(action, kinds)]
