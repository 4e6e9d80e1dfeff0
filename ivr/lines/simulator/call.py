"""A call without a telephone: the same desk and records, with lines of text for sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import NewCall
from ivr.company.models import Company
from ivr.conversation.actions import (
    Action,
    Ask,
    HangUp,
    KeepMessage,
    MonitorCall,
    Record,
    Say,
    Transfer,
    Wait,
)
from ivr.lines.simulator.commands import NotNowError, event


@dataclass
class SimulatedCall:
    """One call; between two turns it is read back from the records, as a call may be after a restart."""

    desk: Desk
    call: NewCall

    def __post_init__(self) -> None:
        self._live = self.desk.begin(self.call)

    @property
    def wait(self) -> Wait | None:
        """What the machine waits for; None when the call is over."""
        last = self._live.turn.actions[-1]
        return last if isinstance(last, Ask | Transfer | Record) else None

    def lines(self) -> Iterator[str]:
        """What the present turn says and does, a line each."""
        return (line for action in self._live.turn.actions for line in shown(action, self._live))

    def hear(self, line: str) -> None:
        """Take the next line of the person at the keyboard. Raises NotNowError when it makes no sense now."""
        if self.wait is None:
            raise NotNowError("The call is over.")
        reference = f"messages/{self.call.call_id}-{self._live.number + 1}.wav"
        happened = event(line, self.wait, reference)
        self._live = self.desk.advance(self.desk.resume(self.call.call_id), happened)


@singledispatch
def shown(action: Action, live: LiveCall) -> Iterator[str]:  # noqa: ARG001
    """An action as lines of a dialogue; what nobody on the line would notice gives none."""
    return iter(())


@shown.register
def _say(action: Say, _: LiveCall) -> Iterator[str]:
    yield f"bot: {action.sentence.text}"


@shown.register
def _monitor(_: MonitorCall, __: LiveCall) -> Iterator[str]:
    yield "     (the call is being recorded)"


@shown.register
def _ask(action: Ask, _: LiveCall) -> Iterator[str]:
    yield f"     (waits for a key: {' '.join(action.keys)})"


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
def _hang_up(action: HangUp, _: LiveCall) -> Iterator[str]:
    yield f"     (hangs up: {action.reason})"


def places(company: Company, department: str) -> str:
    """Where a department rings, in words for an operator."""
    rings = company.departments[department].rings
    phones = (" and " if rings.together else ", then ").join(rings.extensions)
    return f"queue {rings.queue} ({phones})" if rings.queue else phones
