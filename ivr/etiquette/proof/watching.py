"""The norms held against every path: each watcher goes along with the conversation, wherever it may go."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any

from ivr.etiquette.course import Standard
from ivr.etiquette.norm import Norm, OfSentences
from ivr.etiquette.proof.carried import BEGINNING, Carried, carried_on, possible, wrong
from ivr.etiquette.proof.graph import Edge, Graph, Path
from ivr.phrases.sentence import Sentence

Shows = Callable[[Norm, Path], bool]
# A place (None before a call), what the watcher remembers there, and what is so that places leave open.
_Node = tuple[int | None, Any, Carried]
# Turns that may follow; those that lead on alike, to the same place and where the same is so, are together.
_Group = tuple[list[Edge], ...]
_Gone = tuple[int, Hashable, Carried]  # through which group, with what in memory, and where what is so
_Step = tuple[Edge, Hashable, str | None]  # a turn, what is remembered after it, and why it breaks the norm
_MOST_DOUBTED = 200  # paths of one norm that are found to be none when they are walked


@dataclass(frozen=True)
class Broken:
    """The shortest path on which a norm is broken."""

    norm: Norm
    path: Path
    why: str
    doubted: bool = False  # it seems so on too many paths that are none: whether it is was not decided


def broken(graph: Graph, norms: Iterable[Norm], standard: Standard, shows: Shows) -> Iterator[Broken]:
    """Every norm that is broken somewhere, with the shortest path that shows it.

    Args:
        shows: whether the norm is really broken where the path is walked from its beginning; where two
            states are taken for one, a path may seem to be there that is not.
    """
    turns = _Turns(graph)
    for norm in norms:
        steps = _Steps(norm, turns, standard)
        if steps.first and not turns.keep(norm, standard):
            yield from islice(_broken(steps, shows), 1)


def _broken(steps: _Steps, shows: Shows) -> Iterator[Broken]:
    """Whatever places leave open is followed only where it decides whether a path is one: it seldom does."""
    followed: frozenset[str] = frozenset()
    doubted = 0
    paths = _seeming(steps, followed)
    while found := next(paths, None):
        if missing := wrong(found.path) - followed:
            followed |= missing
            paths = _seeming(steps, followed)
        elif doubted == _MOST_DOUBTED or shows(found.norm, found.path):
            yield replace(found, doubted=doubted == _MOST_DOUBTED)
        else:
            doubted += 1


def _seeming(steps: _Steps, followed: frozenset[str]) -> Iterator[Broken]:
    """Every turn from every place with every memory that is come to, the shortest paths first."""
    came: dict[_Node, tuple[_Node, Edge]] = {}
    beginning = tuple((name, value) for name, value in BEGINNING if name in followed)
    todo: deque[_Node] = deque([(None, steps.norm.start, beginning)])
    gone = set[_Gone]()
    while todo:
        node = todo.popleft()
        carried = node[2]
        for edge, then, why in _onward(steps, node, gone):
            if carried and edge.needs and not possible(carried, edge):
                continue
            if why:
                yield Broken(steps.norm, (*_path(came, node), edge), why)
            following = (edge.to, then, carried_on(carried, edge) if carried and edge.then else carried)
            if following not in came:
                came[following] = (node, edge)
                todo.append(following)


def _onward(steps: _Steps, node: _Node, gone: set[_Gone]) -> Iterator[_Step]:
    """The turns that may follow; those that several places share are gone through once a memory."""
    number, memory, carried = node
    for group in steps.groups(number):
        same = (id(group), memory, carried)
        if same not in gone:
            gone.add(same)
            yield from steps.through(group, memory)


class _Turns:
    """All turns of a graph, for all norms."""

    def __init__(self, graph: Graph) -> None:
        self.first = graph.openings
        lists = {id(edges): edges for place in graph.places for edges in (place.staying, place.leaving)}
        groups = {key: _alike(edges) for key, edges in lists.items()}
        self.places = [(groups[id(place.staying)], groups[id(place.leaving)]) for place in graph.places]
        self._beats = [edge.beat for edges in (self.first, *lists.values()) for edge in edges]

    def keep(self, norm: Norm, standard: Standard) -> bool:
        """Whether a norm that remembers nothing is kept by each turn: then there is no path to look for."""
        watch, start = norm.watch, norm.start
        if isinstance(watch, OfSentences):
            return not any(watch.judge(said, language, standard) for said, language in self._said)
        return start is None and not any(watch(start, beat, standard)[1] for beat in self._beats)

    @cached_property
    def _said(self) -> frozenset[tuple[Sentence, str]]:
        """Every sentence, with the language of the talk in which it is said."""
        # Turns share most of them: to see that one is the same is faster than to compare what it says.
        said = {(id(said), beat.state.language): said for beat in self._beats for said in beat.sentences}
        return frozenset((each, language) for (_, language), each in said.items())


def _alike(edges: Iterable[Edge]) -> _Group:
    found: dict[tuple[int, Carried, Carried], list[Edge]] = {}
    for edge in edges:
        found.setdefault((edge.to, edge.needs, edge.then), []).append(edge)
    return tuple(found.values())


class _Steps:
    """What a norm's watcher remembers after each turn: worked out once, however often the turn is taken."""

    def __init__(self, norm: Norm, turns: _Turns, standard: Standard) -> None:
        self.norm = norm
        self.first = _alike(edge for edge in turns.first if norm.applies(edge.beat))
        self._turns = turns
        self._standard = standard
        self._known: dict[tuple[int, Hashable], list[_Step]] = {}
        self._kept: dict[int, Callable[[Any], Hashable]] = {}

    def groups(self, number: int | None) -> tuple[_Group, ...]:
        """The turns after a place, or those that begin a call."""
        return (self.first,) if number is None else self._turns.places[number]

    def through(self, group: _Group, memory: Any) -> list[_Step]:
        """The turns of a group with that in memory; of those that come to the same, the first."""
        known = (id(group), memory)
        if known not in self._known:
            self._known[known] = list(self._taken(group, memory))
        return self._known[known]

    def _taken(self, group: _Group, memory: Any) -> Iterator[_Step]:
        watch, standard, forgetful = self.norm.watch, self._standard, self.norm.forget
        for alike in group:
            thens: list[Hashable] = []
            for edge in alike:
                then, why = watch(memory, edge.beat, standard)
                if why or then not in thens:
                    thens.append(then)
                    yield edge, self._at(edge.to)(then) if forgetful else then, why

    def _at(self, place: int) -> Callable[[Any], Hashable]:
        """What of a memory is kept at a place, by a norm that forgets."""
        if place not in self._kept and self.norm.forget:
            following = (
                edge.beat for group in self._turns.places[place] for alike in group for edge in alike
            )
            self._kept[place] = self.norm.forget(following)
        return self._kept[place]


def _path(came: dict[_Node, tuple[_Node, Edge]], node: _Node) -> Path:
    edges: list[Edge] = []
    while node[0] is not None:
        node, edge = came[node]
        edges.append(edge)
    return tuple(reversed(edges))
