"""What is offered where a department cannot be reached, and that it leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.company.checks.found import Check, Found
from ivr.company.models import Company

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile

Node = tuple[str, str]  # department id, and why it cannot be reached
MOST_CHOICES = 4  # of a menu (B4); menus below the main one keep one of them for the way back
MOST_DEPARTMENTS = 2  # that are offered instead of one that cannot be reached, beside a message and a person
NO_DEPARTMENTS = frozenset({"message", "person", "callback"})  # the other ways that are offered instead
REASONS = ("closed", "busy", "unanswered")  # fields of Otherwise


def _ways(file: CompanyFile) -> Found:
    for id_, reason, ways in offered_instead(file.company):
        field = f"departments.{id_}.otherwise.{reason}"
        if not ways:
            yield file.problem(field, "nothing is offered to the caller.", "Write at least message.")
        for index, way in enumerate(ways):
            if way == id_:
                wrong = "the department that cannot be reached is offered instead of itself."
                yield file.problem(f"{field}.{index}", wrong, "Offer message, person or another department.")
            if way in ways[:index]:
                yield file.problem(f"{field}.{index}", f'"{way}" is offered twice.', "Keep one of the two.")
        yield from _callback_way(file, field, ways)
        if len(set(ways) - NO_DEPARTMENTS) > MOST_DEPARTMENTS:
            wrong = (
                f"more than {MOST_DEPARTMENTS} departments are offered, too many for a caller to choose from."
            )
            yield file.problem(field, wrong, f"Keep at most {MOST_DEPARTMENTS}, with message or person.")


def _callback_way(file: CompanyFile, field: str, ways: tuple[str, ...]) -> Found:
    if "callback" not in ways:
        return
    if len(set(ways)) > MOST_CHOICES:
        wrong = f"{len(set(ways))} ways are offered, and a caller keeps no more than {MOST_CHOICES} in mind."
        yield file.problem(field, wrong, "Remove one of the departments.")
    if not file.company.callbacks.offered:
        wrong = "a call at another time is offered here, and callbacks are not (callbacks: offered: false)."
        yield file.problem(f"{field}.{ways.index('callback')}", wrong, "Remove callback, or offered: false.")


def _dead_ends(file: CompanyFile) -> Found:
    """Whatever the caller chooses, a person or a message must come; the operator's own person is itself."""
    loopless: set[Node] = set()
    for id_, reason, ways in offered_instead(file.company):
        field = f"departments.{id_}.otherwise.{reason}"
        if id_ == file.company.operator and "message" not in ways:
            wrong = "the operator is the last resort, and no message can be left here."
            yield file.problem(field, wrong, "Add message.")
        elif loop := _loop(file.company, (id_, reason), (), loopless):
            wrong = f"it leads back to itself: {' → '.join(loop)}."
            yield file.problem(field, wrong, "Add message or person, so that the caller comes to an end.")


def _loop(company: Company, node: Node, trail: tuple[Node, ...], loopless: set[Node]) -> tuple[str, ...]:
    """Departments on a way that comes back to one it has passed; empty when there is none."""
    if node in trail:
        return tuple(id_ for id_, _ in (*trail, node))
    if node not in loopless:
        for following in _onward(company, node):
            if loop := _loop(company, following, (*trail, node), loopless):
                return loop
        loopless.add(node)
    return ()


def _onward(company: Company, node: Node) -> Iterator[Node]:
    """Where a caller can come from ``node``; nowhere when a message or a person is offered there."""
    ways = _ways_of(company, node)
    if "message" in ways or ("person" in ways and node[0] != company.operator):
        return
    for way in ways:
        if way in company.departments:
            yield from ((way, reason) for reason in REASONS)


def offered_instead(company: Company) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Department, why it cannot be reached, and what is offered then."""
    for id_ in company.departments:
        for reason in REASONS:
            yield id_, reason, _ways_of(company, (id_, reason))


def _ways_of(company: Company, node: Node) -> tuple[str, ...]:
    ways: tuple[str, ...] = getattr(company.departments[node[0]].otherwise, node[1])
    return ways


BETWEEN_PARTS: tuple[Check, ...] = (
    _ways,
    _dead_ends,
)
