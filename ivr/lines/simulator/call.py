"""A call without a telephone: the same desk and records, with lines of text for sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import islice
from typing import Protocol

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.spool import message_recording
from ivr.company.models import Company
from ivr.conversation.actions import (
    Action,
    Ask,
    AwaitSilence,
    Conclude,
    HangUp,
    KeepMessage,
    MakePromise,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    PauseRecording,
    Raise,
    Record,
    Remember,
    ResumeRecording,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.events import Answered, AnsweredBy
from ivr.conversation.outreach.signals import may_be_machine
from ivr.lines.simulator.commands import MACHINE, NO_MACHINE, NotNowError, event
from ivr.lines.watch import Watch


class Call(Protocol):
    """A call at the keyboard, whoever called whom."""

    @property
    def ringing(self) -> bool:
        """Whether nobody has picked up yet."""

    @property
    def over(self) -> bool:
        """Whether it has come to its end."""

    def lines(self) -> Iterator[str]:
        """What was said and done last, a line each."""

    def hear(self, line: str) -> None:
        """Take the next line of the person at the keyboard. Raises NotNowError when it makes no sense now."""


class Talk(Call, Protocol):
    """A call that has been answered, on whichever line; ``ringing`` is False."""

    @property
    def settled(self) -> bool:
        """Whether the promise because of which we call was dealt with in the talk."""


class SimulatedCall:
    """A call in dialogue; between two turns it is read back from the records, as after a restart."""

    ringing = False

    def __init__(self, desk: Desk, live: LiveCall, watch: Watch) -> None:
        self._desk = desk
        self._live = live
        self._watch = watch
        self._watch.shown()
        self.settled = settles(live)

    @property
    def over(self) -> bool:
        """Whether the machine waits for nothing any more."""
        return not isinstance(self._live.turn.actions[-1], Ask | Transfer | Record)

    def lines(self) -> Iterator[str]:
        """What the present turn says and does, a line each."""
        return told(self._live, said(self._live))

    def hear(self, line: str) -> None:
        """Take the next line of the person at the keyboard. Raises NotNowError when it makes no sense now."""
        wait = self._live.turn.actions[-1]
        if not isinstance(wait, Ask | Transfer | Record):
            raise NotNowError("The call is over.")
        call_id = self._live.call.call_id
        happened = self._found_out(line) or event(line, wait, message_recording(call_id, self._live.number))
        following = self._watch.following()
        self._live = self._desk.advance(self._desk.resume(call_id), happened, self._watch.performed)
        self._watch = following
        self._watch.shown()
        self.settled |= settles(self._live)

    def _found_out(self, line: str) -> Answered | None:
        if line.strip() != MACHINE:
            return None
        if not may_be_machine(self._live.turn.state):
            raise NotNowError(f'"{MACHINE}" cannot be used here: {NO_MACHINE}.')
        return Answered(AnsweredBy.MACHINE)


def settles(live: LiveCall) -> bool:
    """Whether the present turn deals with a promise."""
    done = (SettlePromise, MovePromise, OptOut)
    return any(isinstance(action, done) for action in live.turn.actions)


def said(live: LiveCall) -> Iterator[str]:
    """The sentences of the present turn."""
    return (action.sentence.text for action in live.turn.actions if isinstance(action, Say))


def told(live: LiveCall, heard: Iterable[str]) -> Iterator[str]:
    """The present turn as lines of a dialogue.

    Args:
        live: the call as it stands: what is done, and where in between something is said.
        heard: the sentences that the person heard in this turn, in this order; they are told, not those
            that should have been heard, and those that nobody waited for at the end.
    """
    sentences = iter(heard)
    for action in live.turn.actions:
        if isinstance(action, Say):
            yield from (f"bot: {sentence}" for sentence in islice(sentences, 1))
        else:
            yield from shown(action, live)
    yield from (f"bot: {sentence}" for sentence in sentences)


@singledispatch
def shown(action: Action, live: LiveCall) -> Iterator[str]:  # noqa: ARG001
    """What is done, as lines of a dialogue; what nobody on the line would notice gives none."""
    return iter(())


@shown.register
def _monitor(_: MonitorCall, __: LiveCall) -> Iterator[str]:
    yield "     (the call is being recorded)"


@shown.register
def _pause(_: PauseRecording, __: LiveCall) -> Iterator[str]:
    yield "     (what follows is not recorded)"


@shown.register
def _resume(_: ResumeRecording, __: LiveCall) -> Iterator[str]:
    yield "     (the recording goes on)"


@shown.register
def _ask(action: Ask, _: LiveCall) -> Iterator[str]:
    keys = "a key" if action.digits == 1 else f"up to {action.digits} digits, or a key"
    what = f"words{', ' if action.digits > 1 else ' or '}{keys}" if action.expects else keys
    yield f"     (waits for {what}: {' '.join(action.keys)})"


@shown.register
def _transfer(action: Transfer, live: LiveCall) -> Iterator[str]:
    yield f"     (rings {action.department}: {places(live.company, action.department)})"
    for sentence in action.briefing:
        yield f"     (tells {action.department}: {sentence.text})"


@shown.register
def _record(action: Record, _: LiveCall) -> Iterator[str]:
    yield f"     (tone; records a message for {action.department}, {action.seconds} s at most)"


@shown.register
def _keep(action: KeepMessage, _: LiveCall) -> Iterator[str]:
    yield f"     (keeps the message for {action.department}, {action.seconds} s)"


@shown.register
def _await_silence(action: AwaitSilence, _: LiveCall) -> Iterator[str]:
    yield f"     (lets the machine finish, {action.seconds:.0f} s at most)"


@shown.register
def _promise(action: MakePromise, _: LiveCall) -> Iterator[str]:
    yield f"     (promises that {action.campaign or action.department} calls: {action.words})"


@shown.register
def _move(action: MovePromise, _: LiveCall) -> Iterator[str]:
    yield f"     (moves the promised call: {action.words})"


@shown.register
def _settle(action: SettlePromise, _: LiveCall) -> Iterator[str]:
    yield f"     (the promise is {action.outcome})"


@shown.register
def _opt_out(_: OptOut, __: LiveCall) -> Iterator[str]:
    yield "     (puts the number on the do-not-call list)"


@shown.register
def _remember(action: Remember, _: LiveCall) -> Iterator[str]:
    understood = action.understood or "not in words"
    yield f'     (answer to {action.question}: "{action.said}", understood: {understood})'


@shown.register
def _note(action: Note, _: LiveCall) -> Iterator[str]:
    yield f"     (writes to {action.department}: {action.text})"


@shown.register
def _raise(action: Raise, _: LiveCall) -> Iterator[str]:
    yield f"     (raises an incident of {action.severity} for {action.department}: {action.rule})"


@shown.register
def _conclude(action: Conclude, _: LiveCall) -> Iterator[str]:
    yield f"     (concludes: {action.disposition})"


@shown.register
def _hang_up(action: HangUp, _: LiveCall) -> Iterator[str]:
    yield f"     (hangs up: {action.reason})"


def places(company: Company, department: str) -> str:
    """Where a department rings, in words for an operator; where it has no extensions, on Twilio."""
    rings = company.departments[department].rings
    phones = (" and " if rings.together else ", then ").join(rings.extensions or rings.twilio)
    return f"queue {rings.queue} ({phones})" if rings.queue else phones
