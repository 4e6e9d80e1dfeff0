"""Turns that are alike are computed once: those of states that differ only in what was not looked at.

A state that notes which of its fields are read tells on what a turn depends, and so does a clock. Another
state that agrees in those fields is answered by the same actions and the same changes, and at any hour if the
clock was not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from ivr.conversation.actions import Action
from ivr.conversation.state import State, Turn
from ivr.etiquette.proof.clock import Clock

_FIELDS = frozenset(each.name for each in fields(State))
_READ, _WROTE = "_read", "_wrote"  # beside the fields of a state that is watched


class _Fields:
    """The fields of a state that is watched, as ``replace`` copies and changes them."""

    __slots__ = ("own",)

    def __init__(self, own: dict[str, Any]) -> None:
        self.own = own

    def update(self, other: _Fields | dict[str, Any]) -> None:
        """Take fields over from another state, or new values."""
        if isinstance(other, _Fields):
            self.own.update(other.own)
        else:
            self.own.update(other)
            self.own[_WROTE] = self.own[_WROTE] | other.keys()


class _Watched(State):
    """A state that notes what is read of it as long as it is not written, and what is written."""

    def __getattribute__(self, name: str) -> Any:
        own = object.__getattribute__(self, "__dict__")
        if name == "__dict__":
            return _Fields(own)
        if name in _FIELDS and name not in own[_WROTE]:
            own[_READ].add(name)
        return own[name] if name in own else object.__getattribute__(self, name)


@dataclass(slots=True)
class _Known:
    """Turns that depend on the same fields."""

    read: tuple[str, ...]
    turns: dict[tuple[Hashable, ...], tuple[dict[str, Any], tuple[Action, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A turn, and whether another hour might have made it another one."""

    turn: Turn
    by_the_clock: bool


class Memo:
    """The turns that are known, by what happened."""

    def __init__(self) -> None:
        self._known: dict[Hashable, list[_Known]] = {}

    def answer(
        self, state: State, happened: Hashable, now: datetime, compute: Callable[[State, datetime], Turn]
    ) -> Answer:
        """The turn that ``compute`` gives for ``state`` at ``now`` (aware).

        Args:
            happened: all else on which the turn depends.
        """
        own = state.__dict__
        always, at_this_hour = (own["step"], happened), (own["step"], happened, now)
        for key in (always, at_this_hour):
            for each in self._known.get(key, ()):
                found = each.turns.get(tuple([own[name] for name in each.read]))
                if found:
                    return Answer(Turn(_state({**own, **found[0]}), found[1]), key is at_this_hour)
        clock = Clock.at(now)
        watched, turn = _computed(own, lambda state: compute(state, clock))
        self._keep(at_this_hour if clock.looked_at else always, own, watched, turn)
        return Answer(turn, clock.looked_at)

    def _keep(self, key: Hashable, own: dict[str, Any], watched: _Noted, turn: Turn) -> None:
        groups = self._known.setdefault(key, [])
        group = next((each for each in groups if each.read == watched.read), None)
        if group is None:
            group = _Known(watched.read)
            groups.append(group)
        group.turns[tuple([own[name] for name in watched.read])] = (watched.changes, turn.actions)


@dataclass(frozen=True, slots=True)
class _Noted:
    """What a turn depends on, and what it changes."""

    read: tuple[str, ...]  # names of fields
    changes: dict[str, Any]


def _computed(own: dict[str, Any], compute: Callable[[State], Turn]) -> tuple[_Noted, Turn]:
    read = set[str]()
    watched = object.__new__(_Watched)
    fields_of(watched).update({**own, _READ: read, _WROTE: frozenset()})
    turn = compute(watched)
    after = fields_of(turn.state)
    changes = {name: after[name] for name in after[_WROTE]}
    return _Noted(tuple(sorted(read)), changes), Turn(_state({**own, **changes}), turn.actions)


def fields_of(state: State) -> dict[str, Any]:
    """What a state holds, read by nobody."""
    found: dict[str, Any] = object.__getattribute__(state, "__dict__")
    return found


def _state(values: dict[str, Any]) -> State:
    made = object.__new__(State)
    made.__dict__.update(values)
    return made
