"""A call that was held, held again by a draft: the same events at the same times, another company file.

What somebody said or pressed answers what they were asked. Where a draft would ask, ring or look up something
else, what was recorded is no answer to it: the replay ends there and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.actions import (
    Action,
    Ask,
    Conclude,
    HangUp,
    KeepMessage,
    LookUp,
    MakePromise,
    Note,
    OptOut,
    Record,
    Say,
    Transfer,
)
from ivr.conversation.engine import advance, begin, begin_outreach
from ivr.conversation.events import Answered, Event, Heard
from ivr.conversation.state import State, Turn
from ivr.errors import IvrError
from ivr.etiquette.course import Beat, Course


class NotReplayableError(IvrError):
    """The draft lacks what the call was about: its campaign, or the department that was to call."""


class Kind(StrEnum):
    """How a call by the draft differs from the call that was held."""

    SAME = "same"  # word for word
    WORDED = "worded"  # other words, with the same outcome
    OTHERWISE = "otherwise"  # routed, answered or closed differently
    LEFT = "left"  # it cannot be followed to its end: something else would have been asked


@dataclass(frozen=True, slots=True)
class Replayed:
    """A call as the draft would hold it, beside the call that was held."""

    kind: Kind
    then: tuple[str, ...]  # the outcome that it had: "department sales", "answer hours", …, in order
    now: tuple[str, ...]  # the outcome by the draft, as far as it can be followed
    course: Course  # the turns by the draft, likewise; never empty, never longer than those that were held
    first: int | None  # number of the first turn that differs; None where none does
    left: str | None  # why it cannot be followed beyond the last turn, a sentence; None where it was


def replay(held: Course, company: Company, campaigns: Mapping[str, Campaign]) -> Replayed:
    """What a draft would have made of a call.

    Args:
        held: the call from its answer on, each turn with its time.
        company: that of the draft.
        campaigns: those beside the draft, by id.

    Raises:
        NotReplayableError: the draft lacks what the call was about.
        ValueError: ``held`` is empty, or has no times.
    """
    campaign = _campaign(held[0].state, company, campaigns)
    course = [Beat(None, held[0].event, _begun(held[0], company, campaign), held[0].at)]
    for then, event in pairwise(held):
        if _otherwise(then, course[-1], event):
            break
        before = course[-1].state
        turn = advance(before, _event(event), company, _at(event), campaign)
        course.append(Beat(before, event.event, turn, event.at))
    return _compared(held, tuple(course))


def outcome(course: Course) -> tuple[str, ...]:
    """What a call came to: who was rung, what was answered, what was kept or promised, and how it ended."""
    return tuple(_outcomes(action for beat in course for action in beat.turn.actions))


# ── Holding it again ────────────────────────────────────────────────────────────────────────────


def _begun(first: Beat, company: Company, campaign: Campaign | None) -> Turn:
    state, at = first.state, _at(first)
    if state.errand is None:
        return begin(state.called, state.caller, company, at, state.known, state.hears)
    by = first.event.by if isinstance(first.event, Answered) else None
    if by is None or state.caller is None:
        raise ValueError("A call of ours begins with who picked up, and shows a number.")
    return begin_outreach(state.errand, by, state.called, state.caller, company, campaign, at, state.hears)


def _campaign(state: State, company: Company, campaigns: Mapping[str, Campaign]) -> Campaign | None:
    """The draft's campaign of a call of ours. Raises NotReplayableError."""
    promise = state.errand.promise if state.errand else state.known.promise
    if promise and promise.department not in company.departments:
        raise NotReplayableError(f'The draft has no department "{promise.department}" any more.')
    name = state.errand.campaign if state.errand else None
    if name and name not in campaigns:
        raise NotReplayableError(f'There is no campaign "{name}" beside the draft.')
    return campaigns[name] if name else None


def _at(beat: Beat) -> datetime:
    if beat.at is None:
        raise ValueError("A call that was held has the time of each turn.")
    return beat.at


def _event(beat: Beat) -> Event:
    if beat.event is None:
        raise ValueError("Every turn but the first answers an event.")
    return beat.event


# ── Whether an event answers what the draft waits for ───────────────────────────────────────────

# What a question is about beside its name.
_ABOUT = ("slots", "chosen", "between", "ways", "asked_question")


def _otherwise(then: Beat, now: Beat, event: Beat) -> bool:
    """Whether the draft waits for something else than what was waited for then."""
    same = _SAME.get(type(then.end), _never)
    if type(then.end) is not type(now.end) or not same(then.end, now.end):
        return True
    spoken = isinstance(event.event, Heard) and then.state.language != now.state.language
    return spoken or any(getattr(then.state, field) != getattr(now.state, field) for field in _ABOUT)


def _never(_: Action, __: Action) -> bool:
    return False


def _same_question(then: Ask, now: Ask) -> bool:
    return (then.question, then.digits, then.expects) == (now.question, now.digits, now.expects)


def _same_department(then: Transfer | Record, now: Transfer | Record) -> bool:
    return then.department == now.department


def _looked_up(then: LookUp, now: LookUp) -> bool:
    """Whether what was found then tells all that is asked now."""
    return then.department == now.department and then.after <= now.after and now.until <= then.until


_SAME: Mapping[type, Callable[[Any, Any], bool]] = {
    Ask: _same_question,
    Transfer: _same_department,
    Record: _same_department,
    LookUp: _looked_up,
}


# ── What differs ────────────────────────────────────────────────────────────────────────────────


def _compared(held: Course, course: Course) -> Replayed:
    then, now, left = outcome(held), outcome(course), _left(held, course)
    first = next((number for number, beat in enumerate(course) if _differs(held[number], beat)), None)
    return Replayed(_kind(then, now, first, left), then, now, course, first, left)


def _differs(then: Beat, now: Beat) -> bool:
    return then.turn.actions != now.turn.actions


def _kind(then: tuple[str, ...], now: tuple[str, ...], first: int | None, left: str | None) -> Kind:
    if left:
        return Kind.LEFT
    if then != now:
        return Kind.OTHERWISE
    return Kind.SAME if first is None else Kind.WORDED


def _left(held: Course, course: Course) -> str | None:
    """Why nothing is known of what would follow."""
    last = course[-1].end
    if len(course) == len(held) and isinstance(last, HangUp) == isinstance(held[-1].end, HangUp):
        return None
    if isinstance(last, HangUp):
        return "The call would have been over here."
    return _INSTEAD[type(last)](last)


_INSTEAD: Mapping[type, Callable[[Any], str]] = {
    Ask: lambda _: "From here on something else would have been asked.",
    Transfer: lambda transfer: f"From here on {transfer.department} would have been rung.",
    Record: lambda record: f"From here on a message for {record.department} would have been recorded.",
    LookUp: lambda look: f"From here on free times of {look.department} would have been looked up.",
}


# ── What a call came to ─────────────────────────────────────────────────────────────────────────


def _outcomes(actions: Iterator[Action]) -> Iterator[str]:
    for action in actions:
        tell = _TELLS.get(type(action))
        told = tell(action) if tell else None
        if told:
            yield told


def _said(action: Say) -> str | None:
    """What sentences tell of a call: an answer that was given, a department that is closed."""
    for begin_, told in _OF_PHRASES.items():
        if action.sentence.phrase.startswith(begin_):
            return f"{told} {action.sentence.phrase.removeprefix(begin_)}"
    return None


_OF_PHRASES = {"answer.": "answer", "sorry.closed.": "closed"}
_TELLS: Mapping[type, Callable[[Any], str | None]] = {
    Say: _said,
    Transfer: lambda transfer: f"department {transfer.department}",
    KeepMessage: lambda kept: f"message for {kept.department}",
    Note: lambda note: f"note to {note.department}",
    MakePromise: lambda promise: f"call from {promise.campaign or promise.department}",
    OptOut: lambda _: "never again",
    Conclude: lambda concluded: f"result {concluded.disposition.value}",
    HangUp: lambda hang_up: f"end {hang_up.reason}",
}
