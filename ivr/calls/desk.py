"""The desk: what happened on a line goes to the conversation; its answer is written down, then performed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ivr.calls.ports import CallRecords, NewCall, Standards, TurnEntry
from ivr.clock import Clock
from ivr.company.models import Company
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import Event
from ivr.conversation.state import Turn
from ivr.log import logger


@dataclass(frozen=True, slots=True)
class LiveCall:
    """A call in dialogue, as a line holds it between two turns."""

    call: NewCall
    number: int  # of the present turn, 0 for the answer
    fingerprint: str  # of the company file the call began with
    company: Company
    turn: Turn  # state, and the actions to perform now


@dataclass(frozen=True, slots=True)
class Desk:
    """Serves every line. Holds no call itself: a line keeps the LiveCall, or resumes it from the records."""

    records: CallRecords
    standards: Standards
    clock: Clock

    def begin(self, call: NewCall) -> LiveCall:
        """Answer a call with the company file now in force."""
        fingerprint, company = self.standards.current()
        at = self.clock()
        turn = begin(call.called, call.caller, company, at)
        live = LiveCall(call, 0, fingerprint, company, turn)
        self.records.save(TurnEntry(call, 0, at, None, turn, fingerprint))
        logger().info(
            "call_began", call_id=call.call_id, line=call.line, called=call.called, caller=call.caller
        )
        return live

    def advance(self, live: LiveCall, event: Event) -> LiveCall:
        """The next turn, written down before it is returned.

        Raises:
            TurnTakenError: another process answered this turn already; nothing was changed.
        """
        at = self.clock()
        turn = advance(live.turn.state, event, live.company, at)
        number = live.number + 1
        self.records.save(TurnEntry(live.call, number, at, event, turn, live.fingerprint))
        logger().info(
            "turn", call_id=live.call.call_id, number=number, heard=event.kind, step=turn.state.step.value
        )
        return replace(live, number=number, turn=turn)

    def resume(self, call_id: str) -> LiveCall:
        """A call as the records hold it, with the company file it began with. Raises CallUnknownError."""
        stored = self.records.load(call_id)
        company = self.standards.of(stored.company)
        return LiveCall(stored.call, stored.number, stored.company, company, stored.turn)
