"""All that can become of a conversation: where it waits, and every turn that leads on from there."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from ivr.company.campaign import Campaign
from ivr.company.hours import opening
from ivr.company.models import Company
from ivr.conversation.actions import Action, Say
from ivr.conversation.state import State, Step, Turn, replace
from ivr.etiquette.course import Beat
from ivr.etiquette.proof.happenings import Happening, Where, answer, happenings
from ivr.etiquette.proof.memo import Answer, Memo
from ivr.etiquette.proof.openings import Opening
from ivr.etiquette.proof.outline import AGREEING, Outline, Sight

_RINGING = frozenset({Step.TRANSFER, Step.CONNECTING})  # only where somebody is there
_FAULTS = (KeyError, ValueError, IndexError, TypeError, AttributeError)


@dataclass(slots=True)
class Edge:
    """One turn, and where it leads."""

    beat: Beat
    happening: Happening | None  # None: the call is answered
    opening: Opening | None  # where the call is answered
    moment: datetime  # when it happens
    to: int  # number of the place


Path = tuple[Edge, ...]


@dataclass(slots=True)
class Place:
    """Where a conversation waits, or has ended."""

    turn: Turn  # with which it was first come to
    moment: datetime
    came: tuple[int | None, Edge | None] = (None, None)  # from which place, by which turn
    staying: list[Edge] = field(default_factory=list)  # turns after which the same is asked, and others
    leaving: list[Edge] = field(default_factory=list)  # those that are the same however often it was asked

    @property
    def edges(self) -> Iterator[Edge]:
        """Every turn that may follow."""
        return chain(self.staying, self.leaving)


@dataclass(frozen=True, slots=True)
class _Left:
    """How a question is left, however often it was asked."""

    edges: list[Edge] = field(default_factory=list)
    happenings: set[Happening] = field(default_factory=set)


@dataclass(frozen=True)
class Fault:
    """Where the machine knows no answer."""

    place: int | None  # number; None where the call is answered
    opening: Opening | None
    happening: Happening | None
    moment: datetime
    error: Exception


@dataclass
class Graph:
    """Everything that is reachable in calls to a company, or in calls of one campaign."""

    company: Company
    campaign: Campaign | None
    moments: Sequence[datetime]  # at which the company is open and closed in different ways
    places: list[Place] = field(default_factory=list)
    openings: list[Edge] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _numbers: dict[Outline, int] = field(default_factory=dict)
    _left: dict[Outline, _Left] = field(default_factory=dict)
    _todo: deque[int] = field(default_factory=deque)
    _memo: Memo = field(default_factory=Memo)

    def explore(self, openings: Iterable[Opening]) -> None:
        """Follow every path from there, the shortest first."""
        sight = Sight.of(self.company)
        for each in openings:
            for moment in self.moments:
                self._open(sight, each, moment)
        while self._todo:
            number = self._todo.popleft()
            self._onward(sight, number)

    def path(self, number: int) -> Path:
        """The turns by which a place was first come to."""
        before, edge = self.places[number].came
        earlier = () if before is None else self.path(before)
        return (*earlier, edge) if edge else ()

    def _open(self, sight: Sight, first: Opening, moment: datetime) -> None:
        try:
            turn = first.turn(self.company, self.campaign, moment)
        except _FAULTS as error:
            self.faults.append(Fault(None, first, None, moment, error))
            return
        edge = Edge(Beat(None, first.event, turn), None, first, moment, -1)
        self._place(sight, None, edge)
        self.openings.append(edge)

    def _place(self, sight: Sight, before: int | None, edge: Edge) -> None:
        """Where the turn leads; a place that is seen first is followed later."""
        outline = sight.outline(edge.beat.state)
        known = self._numbers.get(outline)
        if known is None:
            known = self._numbers[outline] = len(self.places)
            self.places.append(Place(edge.beat.turn, edge.moment, (before, edge)))
            self._todo.append(known)
        edge.to = known

    def _onward(self, sight: Sight, number: int) -> None:
        """Every turn from that place. How often a question was asked matters only while it is asked."""
        place = self.places[number]
        # What never decides is not to make alike turns seem different.
        state = replace(place.turn.state, turns=0, wishes=(), meant="")
        where = Where(state, place.turn.actions[-1], self.company, place.moment, self.campaign)
        left = self._left.setdefault(sight.outline(replace(state, asked=1)), _Left())
        place.leaving, known, kept = left.edges, frozenset(left.happenings), _Distinct()
        for each in happenings(where):
            if each in known:
                continue
            edges = tuple(self._turns(sight, number, where, each, kept))
            leaves = not known and all(_leaves(state, edge.beat.state) for edge in edges)
            (left.edges if leaves else place.staying).extend(edges)
            left.happenings.update((each,) if leaves else ())

    def _turns(
        self, sight: Sight, number: int, where: Where, happening: Happening, kept: _Distinct
    ) -> Iterator[Edge]:
        """The turn that answers, and another one for each hour at which it would be another."""
        first = self._turn(number, where, happening)
        if first is None:
            return
        edge = self._edge(sight, number, where, happening, first.turn)
        if not kept.adds(edge):
            return  # nor is it another one at other hours
        yield edge
        if first.by_the_clock and where.state.step not in AGREEING:
            for moment, turn in self._at_other_hours(number, where, happening, first.turn):
                edge = self._edge(sight, number, where.at(moment), happening, turn)
                if kept.adds(edge):
                    yield edge

    def _edge(self, sight: Sight, number: int, where: Where, happening: Happening, turn: Turn) -> Edge:
        edge = Edge(Beat(where.state, happening.said, turn), happening, None, where.now, -1)
        self._place(sight, number, edge)
        return edge

    def _turn(self, number: int, where: Where, happening: Happening) -> Answer | None:
        def compute(state: State, now: datetime) -> Turn:
            return answer(where.of(state).at(now), happening)

        try:
            return self._memo.answer(where.state, happening, where.now, compute)
        except _FAULTS as error:
            self.faults.append(Fault(number, None, happening, where.now, error))
            return None

    def _at_other_hours(
        self, number: int, where: Where, happening: Happening, first: Turn
    ) -> Iterator[tuple[datetime, Turn]]:
        seen, rang = {_gist(first)}, where.state.department if where.state.step in _RINGING else None
        for moment in self.moments:
            if moment == where.now or (rang and not opening(self.company, rang, moment).open):
                continue
            then = self._turn(number, where.at(moment), happening)
            if then and _gist(then.turn) not in seen:
                seen.add(_gist(then.turn))
                yield moment, then.turn


class _Distinct:
    """What words do just as a key does is followed once."""

    def __init__(self) -> None:
        self._known: dict[int, list[tuple[Action, ...]]] = {}

    def adds(self, edge: Edge) -> bool:
        """Whether the turn is another one than all before it, or nothing that is only said."""
        same, actions = self._known.setdefault(edge.to, []), edge.beat.turn.actions
        new = actions not in same
        if new:
            same.append(actions)
        return new or not (edge.happening and edge.happening.meaning)


def _gist(turn: Turn) -> tuple[object, ...]:
    phrases = tuple(action.sentence.phrase for action in turn.actions if isinstance(action, Say))
    return (turn.state.step, turn.state.department, turn.state.ways, phrases)


def _leaves(before: State, after: State) -> bool:
    return after.step is not before.step or after.question != before.question
