"""The norms held against every path: each watcher goes along with the conversation, wherever it may go."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
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


def broken(graph: Graph, norms: Iterable[Norm], standard: Standard, shows: Shows) -> Iterator[Broken]:
    """Every norm that is broken somewhere, with the shortest path that shows it.

    Args:
        shows: whether the norm is really broken where the path is walked from its beginning; where two
            states are taken for one, a path may seem to be there that is not.
    """
    for norm in norms:
        found = next(_of(graph, norm, standard, shows), None)
        if found:
            yield found


def _of(graph: Graph, norm: Norm, standard: Standard, shows: Shows) -> Iterator[Broken]:
    came: dict[_Node, tuple[_Node | None, Edge]] = {}
    todo: deque[_Node] = deque()
    doubted = 0
    for node, edge in _steps(graph, norm, came, todo):
        memory: Any = norm.start if node is None else node[1]
        then, why = norm.watch(memory, edge.beat, standard)
        if why:
            path = (*_path(came, node), edge)
            if shows(norm, path):
                yield Broken(norm, path, why)
            doubted += 1
            if doubted > _MOST_DOUBTED:
                return
        following = (edge.to, then)
        if following not in came:
            came[following] = (node, edge)
            todo.append(following)


def _steps(
    graph: Graph, norm: Norm, came: dict[_Node, tuple[_Node | None, Edge]], todo: deque[_Node]
) -> Iterator[tuple[_Node | None, Edge]]:
    """Every turn from every place with every memory that is come to, the shortest paths first."""
    del came
    yield from ((None, edge) for edge in graph.openings if norm.applies(edge.beat))
    while todo:
        node = todo.popleft()
        for edge in graph.places[node[0]].edges:
            yield node, edge


def _path(came: dict[_Node, tuple[_Node | None, Edge]], node: _Node | None) -> Path:
    edges: list[Edge] = []
    while node is not None:
        node, edge = came[node]
        edges.append(edge)
    return tuple(reversed(edges))
