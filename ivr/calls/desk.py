"""The desk: what happened on a line goes to the conversation; its answer is written down, then performed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from ivr.calls.ports import (
    AttemptUnknownError,
    CallRecords,
    Ledger,
    NewCall,
    OutboundCall,
    SlotTakenError,
    Standards,
    StoredCall,
    TurnEntry,
    TurnTakenError,
    TurnUnknownError,
)
from ivr.clock import Clock
from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.actions import Action, HangUp, LookUp
from ivr.conversation.engine import advance, begin, begin_outreach
from ivr.conversation.errand import NOBODY, Known
from ivr.conversation.events import Answered, AnsweredBy, Event, Found, HungUp, Recorded
from ivr.conversation.outreach.signals import may_be_machine
from ivr.conversation.performed import Performed
from ivr.conversation.state import Step, Turn
from ivr.log import logger

_LOOKS = 3  # into the ledger: whoever finds no place left at a time is not offered it again


@dataclass(frozen=True, slots=True)
class LiveCall:
    """A call in dialogue, as a line holds it between two turns."""

    call: NewCall
    number: int  # of the present turn, 0 for the answer
    fingerprint: str  # of the company file the call began with
    company: Company
    turn: Turn  # state, and the actions to perform now
    campaign_fingerprint: str | None = None  # of the campaign file, when a campaign calls
    campaign: Campaign | None = None
    since: int | None = None  # number of the first turn in ``turn.actions``; None: ``number``

    @property
    def first(self) -> int:
        """The turn with which ``Desk.repeat`` says again what is said now: two turns are one where the
        ledger was asked between them."""
        return self.number if self.since is None else self.since


@dataclass(frozen=True, slots=True)
class NoLedger:
    """A ledger that holds nothing: nobody is known, every time is free, nobody is called."""

    def known(self, number: str | None) -> Known:  # noqa: ARG002
        """Nothing."""
        return NOBODY

    def taken(self, department: str, after: datetime, until: datetime) -> tuple[tuple[datetime, int], ...]:  # noqa: ARG002
        """None."""
        return ()

    def outbound(self, attempt: str) -> OutboundCall:
        """Raises AttemptUnknownError."""
        raise AttemptUnknownError(f"There is no attempt {attempt}: no ledger of calls to make is kept here.")


@dataclass(frozen=True, slots=True)
class Desk:
    """Serves every line. Holds no call itself: a line keeps the LiveCall, or resumes it from the records."""

    records: CallRecords
    standards: Standards
    clock: Clock
    ledger: Ledger = field(default_factory=NoLedger)

    def begin(self, call: NewCall) -> LiveCall:
        """Answer a call with the company file now in force."""
        fingerprint, company = self.standards.current()
        at = self.clock()
        turn = begin(call.called, call.caller, company, at, self.ledger.known(call.caller), call.hears)
        live = self._write(LiveCall(call, 0, fingerprint, company, turn), at, None)
        logger().info(
            "call_began", call_id=call.call_id, line=call.line, called=call.called, caller=call.caller
        )
        return self._look_up(live)

    def begin_outreach(
        self, call_id: str, line: str, attempt: str, by: AnsweredBy, hears: tuple[str, ...] = ()
    ) -> LiveCall:
        """Speak with whoever or whatever picked up a call of ours.

        Args:
            attempt: id of the attempt that the call is.
            hears: languages of which the line makes words.

        Raises:
            AttemptUnknownError: there is no such attempt, or it is over.
            TurnTakenError: the call has been begun already; nothing was changed.
        """
        outbound, answered = self.ledger.outbound(attempt), Answered(by)
        fingerprint, company = self.standards.current()
        campaign = self.standards.campaign(outbound.campaign, fingerprint) if outbound.campaign else None
        called, caller = outbound.number, outbound.caller_id
        call, at = NewCall(call_id, line, called, caller, attempt, hears), self.clock()
        turn = begin_outreach(outbound.errand, by, called, caller, company, campaign, at, hears)
        live = LiveCall(call, 0, fingerprint, company, turn, outbound.campaign, campaign)
        self._write(live, at, answered)
        logger().info("outreach_began", call_id=call_id, line=line, attempt=attempt, answered_by=by.value)
        return self._look_up(live)

    def advance(
        self, live: LiveCall, event: Event, performed: Performed | None = None, at: datetime | None = None
    ) -> LiveCall:
        """The next turn, written down before it is returned.

        Args:
            performed: how the line performed the present turn, which ``event`` answers.
            at: when the event came; None: now.

        Raises:
            TurnTakenError: another process answered this turn already; nothing was changed.
        """
        return self._look_up(self._advance(live, event, performed, at))

    def resume(self, call_id: str) -> LiveCall:
        """A call as the records hold it, with the company file it began with. Raises CallUnknownError."""
        live = self._as_stored(self.records.load(call_id))
        try:
            return self._look_up(live)
        except TurnTakenError:  # another process has looked up the same meanwhile
            return self.resume(call_id)

    # ── Lines that deliver an event more than once, to any service, in any order ────────────────

    def answer(
        self,
        call_id: str,
        number: int,
        event: Event,
        held: LiveCall | None = None,
        performed: Performed | None = None,
    ) -> LiveCall:
        """The turn that answers ``event``, which came in answer to turn ``number``.

        An event that is delivered again, by whichever service, is answered as it was the first time, and
        nothing is written. A call that is over is told to hang up.

        Args:
            held: the call as this process saw it last; spares a look into the records where it is right.
            performed: how the line performed turn ``number``.

        Raises:
            CallUnknownError: there is no such call.
            TurnUnknownError: it has no turn ``number`` yet.
        """
        live = held if held and held.number == number else self.resume(call_id)
        if live.number < number:
            raise TurnUnknownError(f'Call "{call_id}" has no turn {number} yet.')
        if live.number > number:
            return self._again(call_id, number, event)
        if live.turn.state.step is Step.ENDED:
            return replace(live, turn=Turn(live.turn.state, (HangUp("ended already"),)))
        try:
            return self.advance(live, event, performed)
        except TurnTakenError:
            return self._again(call_id, number, event)

    def repeat(self, call_id: str, number: int) -> LiveCall:
        """The call as it stood at turn ``number``, as the line was told it then; writes nothing new.

        Raises:
            CallUnknownError: there is no such call.
            TurnUnknownError: it has no turn ``number`` yet.
        """
        live = self._as_stored(self.records.load(call_id, number))
        carried: tuple[Action, ...] = ()
        while isinstance(live.turn.actions[-1], LookUp):
            carried += live.turn.actions[:-1]
            live = self._following(live)
        return _carrying(live, number, carried)

    def add_recording(self, call_id: str, number: int, recorded: Recorded) -> None:
        """Note a recording that came outside of the conversation; coming again, it changes nothing.

        It is of the whole call, which turn ``number`` began to record, or of what that turn asked for and
        something else has answered meanwhile: ``answer`` notes that by itself.

        Raises:
            CallUnknownError: there is no such call.
            TurnUnknownError: it has no turn ``number`` yet.
        """
        if not self.records.add_recording(call_id, number, recorded, self.clock()):
            logger().warning("recording_unexpected", call_id=call_id, number=number, source=recorded.source)

    def leave(self, call_id: str, event: HungUp) -> LiveCall:
        """The other side is gone, whatever turn the call is at; nothing happens to a call that is over.

        Raises:
            CallUnknownError: there is no such call.
        """
        while (live := self.resume(call_id)).turn.state.step is not Step.ENDED:
            try:
                return self.advance(live, event)
            except TurnTakenError:
                logger().info("hang_up_again", call_id=call_id)  # a turn was answered meanwhile
        return live

    def _again(self, call_id: str, number: int, event: Event) -> LiveCall:
        """What turn ``number`` was answered with, by this event or by another."""
        logger().info("event_again", call_id=call_id, number=number, heard=event.kind)
        if isinstance(event, Recorded) and event.source:
            self.add_recording(call_id, number, event)
        return self.repeat(call_id, number + 1)

    def detect(self, call_id: str, by: AnsweredBy) -> LiveCall | None:
        """The line has found out who or what picked up a call of ours; None where that changes nothing.

        Raises:
            CallUnknownError: there is no such call.
        """
        while by is AnsweredBy.MACHINE and may_be_machine((live := self.resume(call_id)).turn.state):
            try:
                return self.advance(live, Answered(by))
            except TurnTakenError:
                logger().info("detected_again", call_id=call_id)  # a turn was answered meanwhile
        return None

    def _following(self, live: LiveCall) -> LiveCall:
        """The turn after one that looks something up; it is taken here where whoever began it has not."""
        number = live.number + 1
        try:
            return self._as_stored(self.records.load(live.call.call_id, number))
        except TurnUnknownError:
            pass
        try:
            return self._found(live)
        except TurnTakenError:
            return self._as_stored(self.records.load(live.call.call_id, number))

    def _as_stored(self, stored: StoredCall) -> LiveCall:
        company = self.standards.of(stored.company)
        campaign = self.standards.campaign(stored.campaign, stored.company) if stored.campaign else None
        return LiveCall(
            stored.call, stored.number, stored.company, company, stored.turn, stored.campaign, campaign
        )

    def _advance(
        self, live: LiveCall, event: Event, performed: Performed | None = None, at: datetime | None = None
    ) -> LiveCall:
        at = at or self.clock()
        turn = advance(live.turn.state, event, live.company, at, live.campaign)
        following = replace(live, number=live.number + 1, turn=turn, since=None)
        self._write(following, at, event, performed, live.turn.state.step)
        logger().info(
            "turn",
            call_id=live.call.call_id,
            number=following.number,
            heard=event.kind,
            step=turn.state.step.value,
        )
        return following

    def _write(
        self,
        live: LiveCall,
        at: datetime,
        event: Event | None,
        performed: Performed | None = None,
        found: Step | None = None,
    ) -> LiveCall:
        files = (live.fingerprint, live.campaign_fingerprint)
        self.records.save(TurnEntry(live.call, live.number, at, event, live.turn, *files, performed, found))
        return live

    def _look_up(self, live: LiveCall) -> LiveCall:
        """Answer what the conversation asks of the ledger; the line gets all that was said meanwhile."""
        first = live.number
        carried: tuple[Action, ...] = ()
        while isinstance(live.turn.actions[-1], LookUp):
            carried += live.turn.actions[:-1]
            live = self._found(live)
        return _carrying(live, first, carried)

    def _found(self, live: LiveCall) -> LiveCall:
        """The turn that goes on with what the ledger holds; looked up anew where that is old already."""
        for _ in range(_LOOKS - 1):
            try:
                return self._advance(live, self._find(live))
            except SlotTakenError:
                logger().info("slot_taken", call_id=live.call.call_id, number=live.number)
        return self._advance(live, self._find(live))

    def _find(self, live: LiveCall) -> Found:
        wanted = live.turn.actions[-1]
        assert isinstance(wanted, LookUp)  # noqa: S101 - for the type checker: asked for there alone
        return Found(self.ledger.taken(wanted.department, wanted.after, wanted.until))


def _carrying(live: LiveCall, first: int, carried: tuple[Action, ...]) -> LiveCall:
    """``live`` with what was said before it in the same breath, from turn ``first`` on."""
    if first == live.number:
        return live
    return replace(live, turn=Turn(live.turn.state, (*carried, *live.turn.actions)), since=first)
