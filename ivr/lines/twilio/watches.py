"""How turns were performed on Twilio, as far as its requests tell: when they came, and when we answered them.

What Twilio does in between it tells nobody. So what is waited is our own time, with the silence by which
Twilio knows that somebody has said all; and a question was cut short where its answer came too soon for all
of it. A call to us is picked up by Twilio only when it has our answer: then "picked up" is when it asked.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any

from ivr.calls.desk import LiveCall
from ivr.company.sentences import seconds
from ivr.conversation.actions import Ask, Say
from ivr.conversation.events import Event, Heard, Pressed
from ivr.conversation.performed import Cut, Performed
from ivr.lines.twilio.ears import PAUSES
from ivr.lines.twilio.held import MOST
from ivr.lines.watch import Ticks

# Of what the sentences take by the pace of our own voices, had passed: Twilio's may be quicker.
_CUT_SHORT = 0.7
_CUTS: Mapping[type[Event], Cut] = {Pressed: Cut.KEY, Heard: Cut.SPEECH}


@dataclass(frozen=True, slots=True)
class _Told:
    """A turn whose TwiML is on its way."""

    number: int
    waited: float  # seconds
    cut_before: float  # an answer that comes before has cut it short, by ``ticks``
    pause: float  # seconds of silence that end a spoken answer


@dataclass(slots=True)
class Watches:
    """Those of the calls that this process answers. May be used from any thread."""

    ticks: Ticks = monotonic
    _picked_up: OrderedDict[str, float] = field(default_factory=OrderedDict)  # call → when
    _told: OrderedDict[str, _Told] = field(default_factory=OrderedDict)  # call → its last turn
    _lock: Lock = field(default_factory=Lock)

    def picked_up(self, call_id: str, at: float) -> None:
        """A call of ours was picked up, by ``ticks``."""
        with self._lock:
            self._picked_up.setdefault(call_id, at)
            _forget_some(self._picked_up)

    def told(self, live: LiveCall, received: float, event: Event | None = None) -> None:
        """The TwiML that answers what was ``received`` then is ready; said again, it changes nothing."""
        call_id = live.call.call_id
        with self._lock:
            before = self._told.get(call_id)
            if before is not None and before.number >= live.number:
                return
            pause = before.pause if before and isinstance(event, Heard) else 0.0
            since = self._picked_up.pop(call_id, received) - pause
            self._told[call_id] = self._turn(live, since)
            self._told.move_to_end(call_id)
            _forget_some(self._told)

    def performed(self, call_id: str, number: int, event: Event, received: float) -> Performed | None:
        """How turn ``number`` was performed, which ``event`` answers; None where another service has it."""
        told = self._told.get(call_id)
        if told is None or told.number != number:
            return None
        cut = _CUTS.get(type(event)) if received < told.cut_before else None
        return Performed(round(told.waited, 3), cut=cut)

    def _turn(self, live: LiveCall, since: float) -> _Told:
        now, wait = self.ticks(), live.turn.actions[-1]
        heard = now + _CUT_SHORT * _seconds(live) if isinstance(wait, Ask) else now
        pause = PAUSES[wait.expects] if isinstance(wait, Ask) and wait.expects else 0.0
        return _Told(live.number, now - since, heard, pause)


def _seconds(live: LiveCall) -> float:
    said = (action.sentence for action in live.turn.actions if isinstance(action, Say))
    pace = live.company.pace
    return sum(seconds(one.text, one.language, pace(one.language)) for one in said)


def _forget_some(calls: OrderedDict[str, Any]) -> None:
    while len(calls) > MOST:
        calls.popitem(last=False)
