"""Whether every department is reached, by key and by voice, and rings; what there is where nobody answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from ivr.company.hours import opening
from ivr.company.models import Company
from ivr.conversation.actions import Transfer
from ivr.conversation.errand import NOBODY
from ivr.conversation.events import Heard, NotUnderstood, TransferOutcome
from ivr.conversation.scene import CALLBACK, MESSAGE, Scene
from ivr.conversation.spoken import examples, known
from ivr.conversation.state import State, Step
from ivr.conversation.ways import CLOSED, ways
from ivr.etiquette.proof.graph import Edge, Graph
from ivr.understanding.intent import intents
from ivr.understanding.result import Match

Found = Iterator[tuple[str, str]]  # of what is wrong: an id, and a sentence
_REASONS = (CLOSED, *(outcome.value for outcome in TransferOutcome if outcome is not TransferOutcome.TALKED))


def by_key(graph: Graph) -> Found:
    """Departments that nobody reaches who only presses keys."""
    reached = {whom for edge in _keyed(graph) if (whom := _whom(edge))}
    for id_ in graph.company.departments:
        if id_ not in reached:
            yield (
                "key",
                f"no key leads to the department {id_}: give it a key, a number, or name it elsewhere",
            )


def _keyed(graph: Graph) -> Iterator[Edge]:
    """Every turn that is come to without words."""
    todo = deque(dict.fromkeys(edge.to for edge in graph.openings))
    seen = set(todo)
    yield from graph.openings
    while todo:
        for edge in graph.places[todo.popleft()].edges:
            if isinstance(edge.beat.event, Heard | NotUnderstood):
                continue
            yield edge
            if edge.to not in seen:
                seen.add(edge.to)
                todo.append(edge.to)


def _whom(edge: Edge) -> str | None:
    """The department that rings, or that is found closed."""
    end = edge.beat.end
    if isinstance(end, Transfer):
        return end.department
    return edge.beat.state.department if edge.beat.state.reason == CLOSED else None


def by_voice(company: Company) -> Found:
    """Departments to which none of their own examples leads, in a language in which callers may speak.

    Words that stand in the file for one thing alone lead to it as they are (``hearing.wanting``). So the
    router, which takes a second to learn, is asked only where a department has no such words.
    """
    spoken = company.languages if company.understands is None else company.understands
    for language in spoken:
        led = frozenset(known(company, language).values())
        for id_ in company.departments:
            whose = f"department {id_}"
            if whose not in led and not _routed(company, language, whose):
                yield "voice", f'in "{language}" nothing that callers say leads to the department {id_}'


def _routed(company: Company, language: str, whose: str) -> bool:
    found = map(intents(company, language).route, examples(company, whose, language))
    return any(isinstance(each, Match) and str(each.value) == whose for each in found)


def rings(company: Company) -> Found:
    """Departments that ring nowhere."""
    for id_, department in company.departments.items():
        if not (department.rings.extensions or department.rings.twilio):
            yield "rings", f"the department {id_} rings nowhere"


def instead(graph: Graph) -> Found:
    """Departments for which nothing is offered when they cannot be reached, whoever was tried before."""
    company = graph.company
    for id_ in company.departments:
        for reason in _REASONS:
            if any(not ways(scene, id_, reason) for scene in _scenes(graph, id_)):
                yield (
                    "instead",
                    f"where the department {id_} cannot be reached ({reason}), nothing is offered",
                )


def alone(graph: Graph) -> Found:
    """Departments that promise no call and take no message at an hour at which nobody is there."""
    company = graph.company
    for moment in graph.moments:
        if any(opening(company, id_, moment).open for id_ in company.departments):
            continue
        at = f"{moment.astimezone(company.zone):%Y-%m-%d %H:%M}"
        for id_ in company.departments:
            if any(
                {MESSAGE, CALLBACK}.isdisjoint(ways(scene, id_, CLOSED)) for scene in _at(graph, id_, moment)
            ):
                yield "alone", f"at {at} nobody is there, and {id_} takes no message and promises no call"


def opens(graph: Graph) -> Found:
    """Departments that are closed throughout the thirteen months, whatever their hours say."""
    company = graph.company
    for id_ in company.departments:
        if not any(opening(company, id_, moment).open for moment in graph.moments):
            yield "opens", f"{id_} is closed for thirteen months: mend its hours, or the closed days"


def _scenes(graph: Graph, department: str) -> Iterator[Scene]:
    for moment in graph.moments:
        yield from _at(graph, department, moment)


def _at(graph: Graph, department: str, moment: datetime) -> Iterator[Scene]:
    """Nobody else was tried before, or everybody."""
    others = tuple(id_ for id_ in graph.company.departments if id_ != department)
    number = next(iter(graph.company.numbers))
    for count in (0, len(others)):
        for tried in combinations(others, count):
            state = State(
                Step.TRANSFER,
                graph.company.default_language,
                number,
                None,
                department=department,
                tried=(*tried, department),
                known=NOBODY,
            )
            yield Scene(state, graph.company, moment)
