"""What a place leaves open, since few turns look at it: some fields of the state are carried along a path.

A turn that looks at one of them is followed for each of its values, and needs it; one that sets it says what
is so after it. So a path is one only where all that its turns need is so (``wrong``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from ivr.company.conduct import conduct_of
from ivr.company.models import Company
from ivr.conversation.asking.signals import MOST_MISSED
from ivr.conversation.state import State
from ivr.etiquette.proof.happenings import Happening

Carried = tuple[tuple[str, Any], ...]  # fields, each with its value
Values = Mapping[
    str, tuple[Any, ...]
]  # by field: those by which turns differ; the last stands for all beyond it
BEGINNING: Carried = (("warned", False), ("upset", 0), ("missed", 0))  # of every call
# In what manner words are met; otherwise how somebody spoke before is only told to whoever takes over.
_DECIDES: Mapping[str, tuple[str, ...]] = {"abusive": ("warned",), "frustrated": ("upset",)}


class Taken(Protocol):
    """A turn, as far as it matters here."""

    needs: Carried  # it happens only where these are so
    then: Carried  # and these are so after it


def values_in(company: Company) -> Values:
    """By which values turns differ, by the company's own policy."""
    policies = (conduct_of(company, each) for each in (None, *company.departments))
    person_after = max(policy.person_after for policy in policies)
    return {
        "warned": (False, True),
        "upset": tuple(range(person_after)),
        "missed": tuple(range(MOST_MISSED)),
    }


def after(state: State, wrote: Iterable[str], values: Values) -> Carried:
    """What is so after a turn that sets these fields."""
    return tuple((name, _within(getattr(state, name), values[name])) for name in values if name in wrote)


def _within(value: Any, known: tuple[Any, ...]) -> Any:
    return value if value in known else known[-1]


def decides(happening: Happening) -> tuple[str, ...]:
    """What a place leaves open and decides the turn."""
    manner = happening.meaning and happening.meaning.manner
    return _DECIDES.get(manner.kind, ()) if manner else ("missed",)


def carried_on(carried: Carried, turn: Taken) -> Carried:
    """What is so after a turn, of all that is carried."""
    if not (carried and turn.then):
        return carried
    then = dict(turn.then)
    return tuple([(name, then.get(name, value)) for name, value in carried])


def possible(carried: Carried, turn: Taken) -> bool:
    """Whether a turn can be taken where that is so."""
    so = dict(carried)
    return all(so.get(name, value) == value for name, value in turn.needs)


def wrong(path: Iterable[Taken]) -> frozenset[str]:
    """What is so on a path where it cannot be: names of fields; empty where it can be walked."""
    carried, found = dict(BEGINNING), set[str]()
    for turn in path:
        found.update(name for name, value in turn.needs if carried[name] != value)
        carried.update(turn.then)
    return frozenset(found)
