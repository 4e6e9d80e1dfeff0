"""A call that a line with processes of its own holds: what the keyboard knows of it is on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import TurnUnknownError
from ivr.conversation.actions import HangUp
from ivr.lines.simulator.call import settles


@dataclass
class TurnsOnRecord:
    """Reads the turns of a call as they are written."""

    desk: Desk
    call_id: str
    over: bool = False  # whether the last turn read ends the call
    settled: bool = False  # whether one of those read dealt with the promise because of which we call
    _next: int = 0

    def fresh(self) -> Iterator[LiveCall]:
        """The turns written since the last look, each as the line was told it.

        Raises:
            CallUnknownError: not even the answer is on record.
        """
        while (live := self._look()) is not None:
            self._next = live.number + 1
            self.over = isinstance(live.turn.actions[-1], HangUp)
            self.settled |= settles(live)
            yield live

    def _look(self) -> LiveCall | None:
        try:
            return self.desk.repeat(self.call_id, self._next)
        except TurnUnknownError:
            return None
