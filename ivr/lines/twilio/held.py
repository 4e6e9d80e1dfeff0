"""The calls that this process answered last: it spares a look into the records where it saw the last turn."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from ivr.calls.desk import LiveCall
from ivr.conversation.actions import Record, Transfer
from ivr.conversation.state import Step

MOST = 2_000  # calls; the one that was quiet for longest is forgotten first
QUIET = 120.0  # seconds: a caller who is asked is heard of, or hangs up, within them


@dataclass(slots=True)
class HeldCalls:
    """Calls in dialogue, each as it stood when this process answered it. May be used from any thread."""

    clock: Callable[[], float] = monotonic
    _calls: OrderedDict[str, tuple[LiveCall, float]] = field(default_factory=OrderedDict)  # and when
    _lock: Lock = field(default_factory=Lock)

    def get(self, call_id: str) -> LiveCall | None:
        """The call as it stood here last."""
        found = self._calls.get(call_id)
        return found[0] if found else None

    def put(self, live: LiveCall) -> None:
        """Keep a call as it stands now; one that has ended, or stood further already, is not."""
        call_id = live.call.call_id
        with self._lock:
            known = self._calls.get(call_id)
            if known is not None and known[0].number > live.number:
                return
            self._calls[call_id] = (live, self.clock())
            self._calls.move_to_end(call_id)
            if live.turn.state.step is Step.ENDED:
                del self._calls[call_id]
            elif len(self._calls) > MOST:
                self._calls.popitem(last=False)

    def drop(self, call_id: str) -> None:
        """The call is over, or another service has it."""
        with self._lock:
            self._calls.pop(call_id, None)

    def in_dialogue(self) -> tuple[LiveCall, ...]:
        """Calls whose next event is awaited: not those being put through, nor those long unheard of."""
        now = self.clock()
        with self._lock:
            return tuple(live for live, seen in self._calls.values() if now < seen + _patience(live))


def _patience(live: LiveCall) -> float:
    wait = live.turn.actions[-1]
    if isinstance(wait, Transfer):
        return 0.0  # goes on without us
    return QUIET + (wait.seconds if isinstance(wait, Record) else 0.0)
