"""Turns that are alike are computed once: those of states that differ only in what was not looked at.

A state that notes which of its fields are read tells on what a turn depends, and so does a clock. Another
state that agrees in those fields is answered by the same actions and the same changes, and at any hour if the
clock was not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from ivr.conversation.actions import Action
from ivr.conversation.state import State, Step, Turn
from ivr.etiquette.proof.clock import Clock


@dataclass(slots=True)
class _Notes:
    """What is noted of a state, and of all that are made of it by ``replace``."""

    before: dict[str, Any]  # every field of the state it began with
    read: set[str]  # those that were looked at
    wrote: frozenset[str] = frozenset()  # those that this state has of its own


class _Own:
    """Has the dictionary in which a watched state keeps what was read already, and what was written."""


_own: Callable[[Any], dict[str, Any]] = vars(_Own)["__dict__"].__get__
_NOTES = "_notes"  # beside the fields


class _Fields:
    """The fields of a watched state, as ``replace`` copies and changes them."""

    __slots__ = ("own",)

    def __init__(self, state: _Watched) -> None:
        self.own = _own(state)

    def update(self, other: _Fields | dict[str, Any]) -> None:
        """Take fields over from another state, or new values."""
        if isinstance(other, _Fields):
            self.own.update(other.own)
            return
        notes: _Notes = self.own[_NOTES]
        self.own.update(other)
        self.own[_NOTES] = _Notes(notes.before, notes.read, notes.wrote | other.keys())


class _Watched(_Own):
    """What is taken for a state, and notes which fields are looked at; each costs that once."""

    __dict__ = property(_Fields)

    def __getattr__(self, name: str) -> Any:
        own = _own(self)
        notes: _Notes = own[_NOTES]
        try:
            value = own[name] = notes.before[name]
        except KeyError:
            raise AttributeError(name) from None
        notes.read.add(name)
        return value


@dataclass(slots=True)
class _Known:
    """Turns that depend on the same fields."""

    read: tuple[str, ...]
    turns: dict[tuple[Hashable, ...], tuple[dict[str, Any], tuple[Action, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A turn, and what might have made it another one."""

    turn: Turn
    by_the_clock: bool  # another hour might have
    read: tuple[str, ...]  # fields of the state that were looked at
    wrote: Collection[str]  # fields that it sets


class Memo:
    """The turns that are known, by what happened."""

    def __init__(self) -> None:
        self._known: dict[Hashable, dict[tuple[Step, datetime | None], list[_Known]]] = {}

    def answer(
        self, state: State, happened: Hashable, now: datetime, compute: Callable[[State, datetime], Turn]
    ) -> Answer:
        """The turn that ``compute`` gives for ``state`` at ``now`` (aware).

        Args:
            happened: all else on which the turn depends.
        """
        own = state.__dict__
        known = self._known.setdefault(happened, {})
        always, at_this_hour = (own["step"], None), (own["step"], now)
        for key in (always, at_this_hour):
            for each in known.get(key, ()):
                found = each.turns.get(tuple([own[name] for name in each.read]))
                if found:
                    turn = Turn(_state({**own, **found[0]}), found[1])
                    return Answer(turn, key is at_this_hour, each.read, found[0])
        clock = Clock.at(now)
        noted, turn = _computed(own, lambda state: compute(state, clock))
        groups = known.setdefault(at_this_hour if clock.looked_at else always, [])
        _keep(groups, own, noted, turn)
        return Answer(turn, clock.looked_at, noted.read, noted.changes)


@dataclass(frozen=True, slots=True)
class _Noted:
    """What a turn depends on, and what it changes."""

    read: tuple[str, ...]  # names of fields
    changes: dict[str, Any]


def _computed(own: dict[str, Any], compute: Callable[[State], Turn]) -> tuple[_Noted, Turn]:
    read = set[str]()
    watched = _Watched()
    _own(watched)[_NOTES] = _Notes(own, read)
    turn = compute(cast("State", watched))
    after = _own(turn.state)
    changes = {name: after[name] for name in after[_NOTES].wrote}
    return _Noted(tuple(sorted(read)), changes), Turn(_state({**own, **changes}), turn.actions)


def _keep(groups: list[_Known], own: dict[str, Any], noted: _Noted, turn: Turn) -> None:
    group = next((each for each in groups if each.read == noted.read), None)
    if group is None:
        group = _Known(noted.read)
        groups.append(group)
    group.turns[tuple([own[name] for name in noted.read])] = (noted.changes, turn.actions)


def _state(values: dict[str, Any]) -> State:
    made = object.__new__(State)
    made.__dict__.update(values)
    return made
