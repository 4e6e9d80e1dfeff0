"""The seam by which a script is played on another line than the keyboard.

The stage (who calls whom and when, what is promised, who picks up) is the same for every line. An exchange
brings a call from there into the conversation: it answers one that comes in, or says that ours has been
picked up, and gives a ``Talk``, which takes what the person types and tells what the person heard
(``call.told``). A line with a server of its own keeps that outside ``play``, and makes an exchange of each
desk: ``play(…, exchange=server.exchange)``. It makes words of what is said in the languages that it is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from ivr.calls.desk import Desk
from ivr.calls.ports import NewCall
from ivr.company.disposition import Disposition
from ivr.conversation.events import AnsweredBy
from ivr.dialer.ports import NewAttempt
from ivr.lines.simulator.call import SimulatedCall, Talk
from ivr.lines.watch import Watch


class Exchange(Protocol):
    """A line on which the calls of a stage are held; its calls are answered by one desk."""

    def incoming(self, called: str, caller: str | None, call_id: str) -> Talk:
        """Somebody calls the company; the line has its own name for the call where it must.

        Args:
            called: the dialled number, E.164.
            caller: E.164; None: withheld.
            call_id: the name of the call, where the line lets others choose it.
        """

    def outgoing(self, attempt: NewAttempt, by: AnsweredBy) -> Talk:
        """A call of ours, which is on record as ``attempt``, has been picked up."""

    def unanswered(self, attempt: NewAttempt, how: Disposition) -> Disposition:
        """A call of ours has not been picked up: what the line's own words for ``how`` are taken to mean."""


MakeExchange = Callable[[Desk, tuple[str, ...]], Exchange]
"""Called once for each stage, with the languages in which the line hears words; none: keys alone."""


@dataclass(frozen=True)
class SimulatedExchange:
    """The keyboard is the telephone."""

    desk: Desk
    hears: tuple[str, ...] = ()  # languages

    def incoming(self, called: str, caller: str | None, call_id: str) -> Talk:
        """Answered at once."""
        call = NewCall(call_id, "simulator", called, caller, hears=self.hears)
        watch = Watch(monotonic())
        return SimulatedCall(self.desk, self.desk.begin(call), watch)

    def outgoing(self, attempt: NewAttempt, by: AnsweredBy) -> Talk:
        """The call has the name of the attempt."""
        watch = Watch(monotonic())
        live = self.desk.begin_outreach(attempt.id, "simulator", attempt.id, by, self.hears)
        return SimulatedCall(self.desk, live, watch)

    def unanswered(self, attempt: NewAttempt, how: Disposition) -> Disposition:  # noqa: ARG002
        """As it was typed."""
        return how
