"""One campaign's pace shared by several dispatchers: they take turns by the clock. Pure.

Every dispatcher knows which others are alive, by their heartbeats, and so its own place among them. Time is
cut into slots as long as the pace's interval; in turn each slot is one dispatcher's, who may place a call at
its beginning. So together they keep the pace as one of them would, as far as their clocks agree. When a
dispatcher comes, the others notice it a heartbeat later: it waits until they have.

A dispatcher that calls through Asterisk is named as its service is, "main"; one on another line has that line
behind its name, "main/twilio". Only those on one line share a pace: every campaign is on one line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from ivr.dialer.pacing import Pace

ON_TWILIO = "/twilio"  # behind the name of the service
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)  # of all slots, on every node


@dataclass(frozen=True, slots=True)
class Share:
    """A dispatcher's place among those that are alive."""

    place: int = 0  # from 0
    of: int = 1

    def of_pace(self, pace: Pace) -> Pace:
        """This dispatcher's part of a pace, where turns are taken by another."""
        return replace(pace, per_second=pace.per_second / self.of)

    def free_at(self, at: datetime, interval: timedelta) -> datetime:
        """The beginning of this dispatcher's next slot: ``at``, or later."""
        if self.of == 1:
            return at
        first = _BEGINNING + self.place * interval
        round_ = self.of * interval
        return first + -((first - at) // round_) * round_


def share_of(node: str, alive: tuple[str, ...]) -> Share:
    """The place of ``node`` among the dispatchers on its line that are alive, itself included."""
    names = sorted({name for name in alive if _line_of(name) == _line_of(node)} | {node})
    return Share(names.index(node), len(names))


def _line_of(name: str) -> str:
    return ON_TWILIO if name.endswith(ON_TWILIO) else ""
