"""A walk as a script: the caller's lines, which ``ivr talk --script`` plays with the very same turns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import singledispatch

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.actions import Say
from ivr.conversation.engine import advance
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Event,
    Found,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.state import Turn
from ivr.etiquette.proof.happenings import Happening, Where, answer
from ivr.etiquette.proof.openings import NAME, SOMEBODY
from ivr.etiquette.proof.walking import Walk
from ivr.etiquette.proof.wordings import candidates

_SPOKEN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


class NotPlayableError(Exception):
    """The walk cannot be written as one script; the message says why."""


def script(walk: Walk, company: Company, campaign: Campaign | None, about: str) -> str:
    """The text of the script.

    Raises:
        NotPlayableError: it needs what a script cannot bring about.
    """
    lines: list[str] = []
    for where, event in _events(walk, company, campaign):
        at = max(len(lines) - 1, 0) if isinstance(event, Found) else len(lines)
        lines[at:at] = _line(event, where, company)
    return "\n".join((f"# {about}", *_head(walk, company), "---", *(f"> {line}" for line in lines))) + "\n"


def _head(walk: Walk, company: Company) -> Iterator[str]:
    opening = walk.opening
    if opening.errand is None:
        yield f"called: {opening.called}"
        yield f"caller: {SOMEBODY}"
        yield from _known(walk, company)
    else:
        if opening.errand.promise or opening.errand.campaign is None:
            raise NotPlayableError("a call that was promised before")
        yield f"outbound: {opening.errand.campaign}"
        yield f"contact: {SOMEBODY} {NAME}"
        yield f"language: {opening.errand.language}"
    if opening.hears:
        yield f"hears: {' '.join(opening.hears)}"
    if not walk.one_moment:
        raise NotPlayableError("time passes in it")
    yield f"at: {_clock(walk.moments[0], company)}"


def _known(walk: Walk, company: Company) -> Iterator[str]:
    known = walk.opening.known
    if known.promise:
        yield f"known: promise {known.promise.department} {_clock(known.promise.at, company)}"
    if not known.may_be_called:
        yield "known: do-not-call"


def _clock(at: datetime, company: Company) -> str:
    return f"{at.astimezone(company.zone):%Y-%m-%dT%H:%M}"


# Events, with words for what was meant


def _events(walk: Walk, company: Company, campaign: Campaign | None) -> Iterator[tuple[Where, Event]]:
    first, *then = walk.moments
    turn, held = walk.opening.turn(company, campaign, first), dict[datetime, int]()
    if walk.opening.errand:
        yield Where(turn.state, turn.actions[-1], company, first, campaign), Answered(walk.opening.by)
    for happening, moment in zip(walk.happenings, then, strict=True):
        where = Where(turn.state, turn.actions[-1], company, moment, campaign)
        if isinstance(happening.event, Found):
            found, turn = _looked_up(where, happening.event, held)
            yield where, Found(tuple((at, n) for at, n in found.taken if at not in held))
            held.update(found.taken)
        else:
            event, turn = _played(where, happening)
            yield where, event


def _looked_up(where: Where, event: Found, held: Mapping[datetime, int]) -> tuple[Found, Turn]:
    """What others have taken stays taken."""
    really = Found(tuple({**held, **dict(event.taken)}.items()))
    turn = answer(where, Happening(really))
    if _gist(turn) != _gist(answer(where, Happening(event))):
        raise NotPlayableError("times that were taken become free")
    return really, turn


def _played(where: Where, happening: Happening) -> tuple[Event, Turn]:
    turn = answer(where, happening)
    if happening.meaning is None:
        return happening.event, turn
    for words in candidates(where.company, where.state.language, happening.meaning):
        heard = Heard(words)
        really = advance(where.state, heard, where.company, where.now, where.campaign)
        if _gist(really) == _gist(turn):
            return heard, really
    raise NotPlayableError(f'no words are known for "{happening.meaning.signal}"')


def _gist(turn: Turn) -> tuple[object, ...]:
    said = tuple(action.sentence.phrase for action in turn.actions if isinstance(action, Say))
    return (turn.state.step, turn.state.department, type(turn.actions[-1]), said)


# Events as lines


@singledispatch
def _line(event: object, _: Where, __: Company) -> Iterator[str]:
    raise NotPlayableError(f"no line stands for {event}")


@_line.register
def _pressed(event: Pressed, _: Where, __: Company) -> Iterator[str]:
    yield f"/dtmf {event.keys}"


@_line.register
def _heard(event: Heard, _: Where, __: Company) -> Iterator[str]:
    yield f"/say {event.words}"


@_line.register
def _silence(_: Silence, __: Where, ___: Company) -> Iterator[str]:
    yield "/silence"


@_line.register
def _mumbled(_: NotUnderstood, __: Where, ___: Company) -> Iterator[str]:
    yield "/mumble"


@_line.register
def _deaf(_: HearingLost, __: Where, ___: Company) -> Iterator[str]:
    yield "/deaf"


@_line.register
def _hung_up(event: HungUp, _: Where, __: Company) -> Iterator[str]:
    if event.talked:
        raise NotPlayableError("they hang up after they talked")
    yield "/hangup"


@_line.register
def _answered(event: Answered, _: Where, __: Company) -> Iterator[str]:
    yield _PICKED_UP[event.by]


@_line.register
def _ended(event: TransferEnded, _: Where, __: Company) -> Iterator[str]:
    yield _OUTCOMES[event.outcome]


@_line.register
def _recorded(event: Recorded, _: Where, __: Company) -> Iterator[str]:
    if not event.seconds:
        yield f"/dtmf {event.key}" if event.key else "/silence"
    else:
        yield f"/leave {_SPOKEN}" if event.hung_up else _SPOKEN


@_line.register
def _found(event: Found, where: Where, company: Company) -> Iterator[str]:
    """The ledger answers by itself: what it is to hold stands before the line that makes it look."""
    whose = where.state.appointment.department if where.state.appointment else company.operator
    yield from (f"/taken {whose} {_clock(at, company)} {number}" for at, number in event.taken)


_PICKED_UP: Mapping[AnsweredBy, str] = {
    AnsweredBy.PERSON: "/person",
    AnsweredBy.UNCERTAIN: "/uncertain",
    AnsweredBy.MACHINE: "/machine",
    AnsweredBy.SCREENING: "/screening",
}
_OUTCOMES: Mapping[TransferOutcome, str] = {
    TransferOutcome.TALKED: "/talked",
    TransferOutcome.BUSY: "/busy",
    TransferOutcome.NO_ANSWER: "/noanswer",
    TransferOutcome.DECLINED: "/decline",
    TransferOutcome.UNAVAILABLE: "/unavailable",
    TransferOutcome.LEFT: "/left",
}
