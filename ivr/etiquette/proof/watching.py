"""The norms held against every path: each watcher goes along with the conversation, wherever it may go."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any

from ivr.etiquette.course import Standard
from ivr.etiquette.norm import Norm
from ivr.etiquette.proof.carried import BEGINNING, Carried, carried_on, possible, wrong
from ivr.etiquette.proof.graph import Edge, Graph, Path

Shows = Callable[[Norm, Path], bool]
# A place (None before a call), what the watcher remembers there, and what is so that places leave open.
_Node = tuple[int | None, Any, Carried]
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
    for norm in norms:
        yield from islice(_broken(graph, norm, standard, shows), 1)


def _broken(graph: Graph, norm: Norm, standard: Standard, shows: Shows) -> Iterator[Broken]:
    """Whatever places leave open is followed only where it decides whether a path is one: it seldom does."""
    followed: frozenset[str] = frozenset()
    doubted = 0
    paths = _seeming(graph, norm, standard, followed)
    while found := next(paths, None):
        if missing := wrong(found.path) - followed:
            followed |= missing
            paths = _seeming(graph, norm, standard, followed)
        elif doubted == _MOST_DOUBTED or shows(norm, found.path):
            yield replace(found, doubted=doubted == _MOST_DOUBTED)
        else:
            doubted += 1


def _seeming(graph: Graph, norm: Norm, standard: Standard, followed: frozenset[str]) -> Iterator[Broken]:
    """Every turn from every place with every memory that is come to, the shortest paths first."""
    came: dict[_Node, tuple[_Node, Edge]] = {}
    beginning = tuple((name, value) for name, value in BEGINNING if name in followed)
    todo: deque[_Node] = deque([(None, norm.start, beginning)])
    watch, remembered, turns = norm.watch, _remembered(graph, norm), _Turns(graph, norm)
    while todo:
        node = todo.popleft()
        _, memory, carried = node
        for edge in turns.after(node):
            if carried and not possible(carried, edge):
                continue
            then, why = watch(memory, edge.beat, standard)
            if why:
                yield Broken(norm, (*_path(came, node), edge), why)
            following = (edge.to, remembered(edge.to, then), carried_on(carried, edge))
            if following not in came:
                came[following] = (node, edge)
                todo.append(following)


class _Turns:
    """The turns that may follow; those that several places share are gone through once a memory."""

    def __init__(self, graph: Graph, norm: Norm) -> None:
        self._graph = graph
        self._first = [edge for edge in graph.openings if norm.applies(edge.beat)]
        self._known: set[tuple[int, Hashable, Carried]] = set()

    def after(self, node: _Node) -> Iterable[Edge]:
        """Those after a place, or at the beginning of a call, that are new."""
        number, memory, carried = node
        if number is None:
            return self._first
        place = self._graph.places[number]
        same = (id(place.leaving), memory, carried)
        if same in self._known:
            return place.staying
        self._known.add(same)
        return place.edges


def _remembered(graph: Graph, norm: Norm) -> Callable[[int, Any], Hashable]:
    """What of a memory is kept at a place."""
    forget = norm.forget
    if forget is None:
        return lambda _, memory: memory
    at = cache(lambda place: forget(edge.beat for edge in graph.places[place].edges))
    return lambda place, memory: at(place)(memory)


def _path(came: dict[_Node, tuple[_Node, Edge]], node: _Node) -> Path:
    edges: list[Edge] = []
    while node[0] is not None:
        node, edge = came[node]
        edges.append(edge)
    return tuple(reversed(edges))
