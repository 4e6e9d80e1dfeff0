"""The norms held against every path: each watcher goes along with the conversation, wherever it may go."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ivr.etiquette.course import Standard
from ivr.etiquette.norm import Norm
from ivr.etiquette.proof.graph import Edge, Graph, Path

Shows = Callable[[Norm, Path], bool]
_Node = tuple[int, Hashable]  # a place, and what the watcher remembers there
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
        for doubted, found in enumerate(_seeming(graph, norm, standard)):
            if doubted == _MOST_DOUBTED or shows(norm, found.path):
                yield replace(found, doubted=doubted == _MOST_DOUBTED)
                break


def _seeming(graph: Graph, norm: Norm, standard: Standard) -> Iterator[Broken]:
    """Every turn from every place with every memory that is come to, the shortest paths first."""
    came: dict[_Node, tuple[_Node | None, Edge]] = {}
    todo: deque[_Node | None] = deque([None])
    watch, remembered, turns = norm.watch, _remembered(graph, norm), _Turns(graph, norm)
    while todo:
        node = todo.popleft()
        memory = norm.start if node is None else node[1]
        for edge in turns.after(node):
            then, why = watch(memory, edge.beat, standard)
            if why:
                yield Broken(norm, (*_path(came, node), edge), why)
            following = (edge.to, remembered(edge.to, then))
            if following not in came:
                came[following] = (node, edge)
                todo.append(following)


class _Turns:
    """The turns that may follow; those that several places share are gone through once a memory."""

    def __init__(self, graph: Graph, norm: Norm) -> None:
        self._graph = graph
        self._first = [edge for edge in graph.openings if norm.applies(edge.beat)]
        self._known: set[tuple[int, Hashable]] = set()

    def after(self, node: _Node | None) -> Iterable[Edge]:
        """Those after a place, or at the beginning of a call, that are new."""
        if node is None:
            return self._first
        place, same = self._graph.places[node[0]], (id(self._graph.places[node[0]].leaving), node[1])
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


def _path(came: dict[_Node, tuple[_Node | None, Edge]], node: _Node | None) -> Path:
    edges: list[Edge] = []
    while node is not None:
        node, edge = came[node]
        edges.append(edge)
    return tuple(reversed(edges))
