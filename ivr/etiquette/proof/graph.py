"""All that can become of a conversation: where it waits, and every turn that leads on from there."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from math import prod
from typing import Any, NamedTuple

from ivr.company.campaign import Campaign
from ivr.company.hours import Opening as Hours
from ivr.company.models import Company
from ivr.conversation.actions import Action, Say
from ivr.conversation.state import State, Step, Turn, replace
from ivr.etiquette.course import Beat
from ivr.etiquette.proof.carried import (
    BEGINNING,
    Carried,
    Values,
    after,
    carried_on,
    decides,
    possible,
    values_in,
)
from ivr.etiquette.proof.clock import opening_at
from ivr.etiquette.proof.happenings import Happening, Where, answer, happenings
from ivr.etiquette.proof.memo import Answer, Memo, Turns
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
    needs: Carried = ()  # see ``carried``
    then: Carried = ()


Path = tuple[Edge, ...]
_Way = tuple[Edge, Carried, Any]  # a turn, what is so after it, and the way to it (or None)


@dataclass(slots=True)
class Place:
    """Where a conversation waits, or has ended."""

    turn: Turn  # with which it was first come to
    moment: datetime
    staying: list[Edge] = field(default_factory=list)  # turns after which the same is asked, and others
    leaving: list[Edge] = field(default_factory=list)  # those that are the same however often it was asked

    @property
    def edges(self) -> Iterator[Edge]:
        """Every turn that may follow."""
        return chain(self.staying, self.leaving)


@dataclass(slots=True)  # not frozen: to make that would take four times as long
class _Case:
    """Something that happens at a place."""

    number: int  # of the place
    where: Where
    happening: Happening
    turns: Turns  # that answer it, as far as they are known
    needs: Carried = ()  # what is so there, as far as it was decided

    def leaves_open(self, name: str) -> bool:
        """Whether it is still open what is so."""
        return all(name != known for known, _ in self.needs)

    def where_so(self, name: str, value: Any) -> _Case:
        """The same where that is so."""
        where = self.where.of(replace(self.where.state, **{name: value}))
        return _Case(self.number, where, self.happening, self.turns, (*self.needs, (name, value)))

    def at(self, moment: datetime) -> _Case:
        """The same at another time."""
        return _Case(self.number, self.where.at(moment), self.happening, self.turns, self.needs)


@dataclass(frozen=True, slots=True)
class _Left:
    """How a question is left, however often it was asked."""

    edges: list[Edge] = field(default_factory=list)
    happenings: set[Happening] = field(default_factory=set)


class _Kind(NamedTuple):
    """What of an opening decides: when exactly it begins or ends is only said."""

    open: bool
    named: bool  # the day has a name
    opens: bool  # some time

    @classmethod
    def of(cls, found: Hours) -> _Kind:
        """Of an opening."""
        return cls(found.open, found.holiday is not None, found.next is not None)


@dataclass(frozen=True)
class Fault:
    """Where the machine knows no answer."""

    place: int | None  # number; None where the call is answered
    opening: Opening | None
    happening: Happening | None
    moment: datetime
    error: Exception
    needs: Carried = ()  # what is so there


@dataclass
class Graph:
    """Everything that is reachable in calls to a company, or in calls of one campaign."""

    company: Company
    campaign: Campaign | None
    moments: Sequence[datetime]  # at which the company is open and closed in different ways
    known: Memo | None = None  # turns of this company that were computed before
    places: list[Place] = field(default_factory=list)
    openings: list[Edge] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _numbers: dict[Outline, int] = field(default_factory=dict)
    _left: dict[Outline, _Left] = field(default_factory=dict)
    _values: Values = field(init=False)
    _sight: Sight = field(init=False)
    _todo: deque[int] = field(default_factory=deque)
    _said: set[Hashable] = field(default_factory=set)
    _memo: Memo = field(init=False)

    def __post_init__(self) -> None:
        """What of the company decides how its conversations are followed."""
        self._values, self._sight = values_in(self.company), Sight.of(self.company)
        self._memo = self.known or Memo(self.company)

    def explore(self, openings: Iterable[Opening]) -> None:
        """Follow every path from there, the shortest first."""
        for each in openings:
            for moment in self.moments:
                self._open(each, moment)
        while self._todo:
            number = self._todo.popleft()
            self._onward(number)

    def path(self, number: int, needs: Carried = ()) -> Path:
        """The shortest way to a place where ``needs`` are so."""
        todo: deque[_Way] = deque((edge, carried_on(BEGINNING, edge), None) for edge in self.openings)
        known = set[tuple[int, Carried]]()
        while todo:
            edge, carried, _ = way = todo.popleft()
            if edge.to == number and all(each in carried for each in needs):
                return _edges(way)
            if (edge.to, carried) not in known:
                known.add((edge.to, carried))
                following = (each for each in self.places[edge.to].edges if possible(carried, each))
                todo.extend((each, carried_on(carried, each), way) for each in following)
        return ()

    def _open(self, first: Opening, moment: datetime) -> None:
        try:
            turn = first.turn(self.company, self.campaign, moment)
        except _FAULTS as error:
            self.faults.append(Fault(None, first, None, moment, error))
            return
        edge = Edge(Beat(None, first.event, turn), None, first, moment, -1)
        self._place(edge)
        self.openings.append(edge)

    def _place(self, edge: Edge) -> None:
        """Where the turn leads; a place that is seen first is followed later."""
        outline = self._sight.outline(edge.beat.state)
        known = self._numbers.get(outline)
        if known is None:
            known = self._numbers[outline] = len(self.places)
            self.places.append(Place(edge.beat.turn, edge.moment))
            self._todo.append(known)
        edge.to = known

    def _onward(self, number: int) -> None:
        """Every turn from that place. How often a question was asked matters only while it is asked."""
        place = self.places[number]
        # What never decides is not to make alike turns seem different.
        state = replace(place.turn.state, turns=0, wishes=(), meant="")
        where = Where(state, place.turn.actions[-1], self.company, place.moment, self.campaign)
        left = self._left.setdefault(self._sight.left(state), _Left())
        place.leaving, known, kept = left.edges, frozenset(left.happenings), _Distinct()
        for each in happenings(where):
            if each in known:
                continue
            edges = tuple(self._turns(_Case(number, where, each, self._memo.of(each)), kept))
            leaves = not known and all(_leaves(state, edge.beat.state) for edge in edges)
            (left.edges if leaves else place.staying).extend(edges)
            left.happenings.update((each,) if leaves else ())

    def _turns(self, case: _Case, kept: _Distinct) -> Iterator[Edge]:
        """The turn that answers, and every other one for what it depends on and a place leaves open."""
        for edge in self._merged(tuple(self._answered(case, kept))):
            if kept.adds(edge):
                yield edge

    def _answered(self, case: _Case, kept: _Distinct) -> Iterator[Edge]:
        found = self._turn(case)
        if found is None:
            return
        looked_at = (name for name in decides(case.happening) if name in found.read)
        name = next(filter(case.leaves_open, looked_at), None)
        if name is None:
            yield from self._at_any_hour(case, found, kept)
            return
        for value in self._values[name]:
            yield from self._answered(case.where_so(name, value), kept)

    def _at_any_hour(self, case: _Case, first: Answer, kept: _Distinct) -> Iterator[Edge]:
        """The turn, and another one for each hour at which it would be another."""
        edge, state = self._edge(case, first), case.where.state
        yield edge
        if not first.by_the_clock or state.step in AGREEING or kept.has(edge):
            return
        if not self._sight.is_beside(state) or self._first_time(state, case.happening):
            yield from self._at_other_hours(case, first)

    def _first_time(self, state: State, happening: Happening) -> bool:
        """At other hours what only is asked otherwise than elsewhere is followed once, wherever it is."""
        what = (state.step, state.language, state.hears, state.department, happening)
        new = what not in self._said
        self._said.add(what)
        return new

    def _at_other_hours(self, case: _Case, first: Answer) -> Iterator[Edge]:
        """Where openings were asked for, an hour at which they are alike makes no other turn."""
        where, seen, followed = case.where, {_gist(first.turn)}, [(case.where.now, first.asked)]
        rang = where.state.department if where.state.step in _RINGING else None
        for moment in self.moments:
            if self._follows(moment, followed) or (rang and not self._kind(rang, moment).open):
                continue
            found = self._turn(then := case.at(moment))
            followed.append((moment, found.asked if found else ()))
            if found and _gist(found.turn) not in seen:
                seen.add(_gist(found.turn))
                yield self._edge(then, found)

    def _follows(self, moment: datetime, known: Iterable[tuple[datetime, Collection[str | None]]]) -> bool:
        """Whether the turn at that hour follows from one at another."""
        return any(moment == at or (asked and self._alike(moment, at, asked)) for at, asked in known)

    def _alike(self, one: datetime, other: datetime, departments: Iterable[str | None]) -> bool:
        return all(self._kind(each, one) == self._kind(each, other) for each in departments)

    def _kind(self, department: str | None, at: datetime) -> _Kind:
        return _Kind.of(opening_at(self.company, department, at))

    def _turn(self, case: _Case) -> Answer | None:
        where = case.where

        def compute(state: State, now: datetime, campaign: Campaign | None) -> Turn:
            return answer(Where(state, where.wait, where.company, now, campaign), case.happening)

        try:
            return case.turns.answer(where.state, where.now, self.campaign, compute)
        except _FAULTS as error:
            self.faults.append(Fault(case.number, None, case.happening, where.now, error, case.needs))
            return None

    def _edge(self, case: _Case, found: Answer) -> Edge:
        beat = Beat(case.where.state, case.happening.said, found.turn)
        then = after(found.turn.state, found.wrote, self._values)
        edge = Edge(beat, case.happening, None, case.where.now, -1, case.needs, then)
        self._place(edge)
        return edge

    def _merged(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """Turns that are the same whatever is so need nothing."""
        alike: list[list[Edge]] = []
        for edge in edges:
            if not edge.needs:  # nothing was left open
                yield edge
                continue
            same = next((group for group in alike if _same(group[0], edge)), None)
            if same is None:
                alike.append([edge])
            else:
                same.append(edge)
        for group in alike:
            yield from self._whatever_is_so(group)

    def _whatever_is_so(self, group: list[Edge]) -> list[Edge]:
        """Turns that are the same, or one of them where it is so in every case."""
        all_ways = prod(len(self._values[name]) for name, _ in group[0].needs)
        if len({each.needs for each in group}) < all_ways:
            return group
        group[0].needs = ()
        return group[:1]


class _Distinct:
    """What words do just as a key does is followed once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, Carried, Carried], list[tuple[Action, ...]]] = {}

    def has(self, edge: Edge) -> bool:
        """Whether words lead to the same turn as something before; so they do at other hours."""
        same = (*self._same(edge, edge.needs), *self._same(edge, ()))
        return _said(edge) and edge.beat.turn.actions in same

    def adds(self, edge: Edge) -> bool:
        """Whether the turn is another one than all before it, or nothing that is only said."""
        same, actions = self._same(edge, edge.needs), edge.beat.turn.actions
        new = actions not in same
        if new:
            same.append(actions)
        return new or not _said(edge)

    def _same(self, edge: Edge, needs: Carried) -> list[tuple[Action, ...]]:
        return self._known.setdefault((edge.to, needs, edge.then), [])


def _said(edge: Edge) -> bool:
    return edge.happening is not None and edge.happening.meaning is not None


def _same(one: Edge, other: Edge) -> bool:
    alike = (one.to, one.then) == (other.to, other.then)
    return alike and one.beat.turn.actions == other.beat.turn.actions


def _gist(turn: Turn) -> tuple[object, ...]:
    phrases = tuple(action.sentence.phrase for action in turn.actions if isinstance(action, Say))
    return (turn.state.step, turn.state.department, turn.state.ways, phrases)


def _edges(way: _Way | None) -> Path:
    edges: list[Edge] = []
    while way:
        edge, _, way = way
        edges.append(edge)
    return tuple(reversed(edges))


def _leaves(before: State, after: State) -> bool:
    """Whether a turn is the same from all places that are left in the same way."""
    if before.step is Step.NEVER_AGAIN and before.interrupted:
        return after.step is not before.interrupted[0]  # elsewhere it leads wherever one came from
    return after.step is not before.step or after.question != before.question
