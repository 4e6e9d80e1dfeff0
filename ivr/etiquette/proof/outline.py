"""What of a conversation's state decides how it goes on: states that agree in it are followed once.

Nothing that is decided looks at these, so they are left out everywhere: ``turns`` (the bound on them is
proved by itself, see ``ends``), ``wishes``, ``said``, ``meant`` and ``so_far`` (told to people), ``days`` and
``whose`` (they only name the hours that are told), the times in ``slots``, ``chosen`` and ``wished``, what is
``ruled_out`` of an appointment, and the reference in ``message`` (it counts only how many there are, or
whether there is one), ``question`` (it follows from the step and from what it asks about), ``heard`` (it only
names how a silent call ended), and of ``known`` and ``errand`` what is only said.

Few turns look at ``warned``, ``upset`` and ``missed``: places leave them open, and the turns that do are
followed for each value (``carried``).

The rest is kept where it decides the next turns. What matters only after a step is left is followed from
where it arises: a department that cannot be reached from each department and each reason, a message from one
of them, a time that cannot be agreed on from each department at which none is free. The hour of the call is
no part of it: every turn that looks at the clock is followed at every hour that differs.

What differs from language to language, and on lines that know keys alone, is only how things are said and
asked: every path is followed in one language and with words; besides, every way of asking is in each. A
company that takes no words at all has every path followed with keys.

So two states may be taken for one that differ in what happened long before. What the proof finds to be broken
is therefore walked from the beginning of the call before it is told (``walking``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from ivr.company.models import Company, Otherwise
from ivr.conversation.appointment.agenda import MOST_TRIES
from ivr.conversation.engine import MOST_ASKED
from ivr.conversation.errand import Origin, WishedTime
from ivr.conversation.outreach.table import DETECTING
from ivr.conversation.scene import DEPARTMENT_MENU, PERSON
from ivr.conversation.state import State, Step, replace

_OFTEN = MOST_ASKED + 1  # from then on it is wrong however often
Outline = tuple[Hashable, ...]


@dataclass(frozen=True)
class Sight:
    """What of a company the outline depends on."""

    offered: frozenset[str]  # departments that are offered instead of others
    language: str  # in which every path is followed; in the others each way of asking, once
    words: bool  # every path is followed with words; with keys alone each way of asking, once

    @classmethod
    def of(cls, company: Company) -> Sight:
        """Of a company."""
        ways = {way for each in company.departments.values() for way in _ways(each.otherwise)}
        own = {number.department for number in company.numbers.values() if number.department}
        person = {company.operator} if PERSON in ways or own else set()
        offered = frozenset((ways & set(company.departments)) | person)
        return cls(offered, company.default_language, company.understands != ())

    def outline(self, state: State) -> Outline:
        """What decides how it goes on from there, in a call to us or on one errand."""
        if state.step is Step.ENDED:
            return (Step.ENDED,)
        common: Outline = (state.step, state.language, state.hears, min(state.asked, _OFTEN))
        if self.is_beside(state):
            beside = _BESIDES.get(state.step, _little)(state)
            return (*common, *_manner(state), state.answered, beside)
        common = (*common, *_manner(state))
        kept = _KEPT.get(state.step, _nothing)
        ours = _ours(state) if state.errand and state.step not in AGREEING else (state.answered,)
        return (*common, state.known.may_be_called, *kept(self, state), *ours)

    def is_beside(self, state: State) -> bool:
        """Whether only the ways of asking differ from calls that are followed anyway."""
        return state.language != self.language or (self.words and not state.hears)

    def left(self, state: State) -> Outline:
        """What decides where a question is left for, as far as it is the same however often it was asked."""
        if state.step is Step.NEVER_AGAIN and state.interrupted:
            return (*self.outline(replace(state, asked=_OFTEN)), state.asked)  # and whatever it interrupted
        return self.outline(replace(state, asked=1))


def _ways(otherwise: Otherwise) -> tuple[str, ...]:
    return (*otherwise.closed, *otherwise.busy, *otherwise.unanswered)


def _manner(state: State) -> Outline:
    return (state.handed,)


def _little(state: State) -> Hashable:
    """How far a call of ours has come."""
    if state.errand is None or state.step in AGREEING:
        return None
    return (state.begun, state.person, state.errand.promise is not None)


_BESIDES: Mapping[Step, Callable[[State], Hashable]] = {
    **dict.fromkeys((Step.HELP, Step.MENU), lambda state: state.menu),
    **dict.fromkeys((Step.TRANSFER, Step.CONNECTING), lambda state: state.department),
    **dict.fromkeys((Step.CHOICE, Step.INSTEAD), lambda state: state.ways),
    Step.SEEKING: lambda state: (_little(state), _is_owed(state)),
    **dict.fromkeys(
        (Step.QUESTION, Step.QUESTION_HOUR, Step.QUESTION_WORDS), lambda state: state.asked_question
    ),
}


def _nothing(_: Sight, __: State) -> Outline:
    return ()


def _wanting(_: Sight, state: State) -> Outline:
    """Where it is asked what is wanted."""
    return (state.menu,)


def _anything_else(_: Sight, state: State) -> Outline:
    return (_own(state), state.answer is not None)


def _expected(_: Sight, state: State) -> Outline:
    return (state.called,)


def _asks_back(_: Sight, state: State) -> Outline:
    return (state.between, state.wished is not None)


def _interrupted(sight: Sight, state: State) -> Outline:
    """Where a caller goes back to, and what is kept there; asked again, it leads back in the same way."""
    step, _ = state.interrupted or (None, "")
    return (step, *_KEPT.get(step, _nothing)(sight, state)) if step and state.asked == 1 else (step,)


def _own(state: State) -> str:
    """Whose own number was dialled, as far as a person is asked for: that department's."""
    return state.menu if state.menu.startswith(DEPARTMENT_MENU) else ""


def _rings(sight: Sight, state: State) -> Outline:
    sought = (state.wanted or state.department) in state.sought
    return (state.department, sight.offered.intersection(state.tried), sought, state.about_promise)


def _instead(sight: Sight, state: State) -> Outline:
    """Where a department could not be reached."""
    return (state.ways, sight.offered.intersection(state.tried))


def _seeking(_: Sight, state: State) -> Outline:
    wanted = (_time(state.wished),) if state.wished else (state.department, state.wanted)
    return (*wanted, _is_owed(state))


def _is_owed(state: State) -> bool:
    """In a call of ours, whether the department is told where no time is free, since a call is owed."""
    sought = state.appointment if state.errand else None
    return sought is not None and not (sought.moves or sought.resume or sought.origin is Origin.NOT_NOW)


def _agreeing(_: Sight, state: State) -> Outline:
    """While a time is agreed on: how it was come to, and how often in vain."""
    few = len(state.slots) == 1 if state.step is Step.SLOTS else bool(state.slots)
    once_more = state.refused + 1 < MOST_TRIES
    return (few, once_more, len(state.day or ""), state.wished is not None)


def _time(wished: WishedTime | None) -> Hashable:
    return wished and (wished.exact, wished.day_missing)


def _question(_: Sight, state: State) -> Outline:
    return (state.asked_question, state.between, len(state.day or ""), _time(state.wished))


def _who(_: Sight, state: State) -> Outline:
    return (state.person, state.result)


AGREEING = frozenset({Step.SLOTS, Step.DAY, Step.HOUR, Step.CHECKING, Step.READ_BACK, Step.SECURING})
_KEPT: Mapping[Step, Callable[[Sight, State], Outline]] = {
    **dict.fromkeys((Step.HELP, Step.MENU), _wanting),
    Step.ANYTHING_ELSE: _anything_else,
    Step.EXPECTED: _expected,
    **dict.fromkeys((Step.BETWEEN, Step.MEANT), _asks_back),
    Step.NEVER_AGAIN: _interrupted,
    **dict.fromkeys((Step.TRANSFER, Step.CONNECTING), _rings),
    **dict.fromkeys((Step.CHOICE, Step.INSTEAD), _instead),
    Step.SEEKING: _seeking,
    **dict.fromkeys(AGREEING, _agreeing),
    **dict.fromkeys((Step.QUESTION, Step.QUESTION_HOUR, Step.QUESTION_WORDS), _question),
    **dict.fromkeys(DETECTING, _who),
}


def _ours(state: State) -> Outline:
    """In a call of ours: how far it has come."""
    return (state.begun, state.answered, state.errand is not None and state.errand.promise is not None)
