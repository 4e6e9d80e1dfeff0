"""Turns that are alike are computed once: those of states that differ only in what was not looked at.

A state that notes which of its fields are read tells on what a turn depends, and so does a clock. Another
state that agrees in those fields is answered by the same actions and the same changes, and at any hour if the
clock was not looked at. Of an errand, and of what is known of a caller, a turn mostly looks at one thing
alone: so what is read within them is noted, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from ivr.conversation.actions import Action
from ivr.conversation.errand import Errand, Known
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
            value = notes.before[name]
        except KeyError:
            raise AttributeError(name) from None
        if name in _WITHIN and value is not None:
            value = _WITHIN[name](name, value, notes.read)
        else:
            notes.read.add(name)
        own[name] = value
        return value


class _Parts:
    """A dataclass whose fields are never set: whoever looks at one comes by here, and it is noted."""

    __slots__ = ()
    _field: str  # of the state
    _whole: Any  # what it is instead of
    _read: set[str]

    def __init__(self, field_: str, whole: Any, read: set[str]) -> None:
        for name, value in (("_field", field_), ("_whole", whole), ("_read", read)):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        self._read.add(f"{self._field}.{name}")
        return getattr(self._whole, name)


# For ``dataclasses.replace`` they are what they are instead of, and what it makes of them is watched no more.
class _WatchedErrand(_Parts, Errand):
    __slots__ = ("_field", "_read", "_whole")
    __class__ = property(lambda _: Errand)


class _WatchedKnown(_Parts, Known):
    __slots__ = ("_field", "_read", "_whole")
    __class__ = property(lambda _: Known)


_WITHIN: dict[str, type[_Parts]] = {"errand": _WatchedErrand, "known": _WatchedKnown}


@dataclass(slots=True)
class _Noted:
    """What a turn depends on, what it changes, and what it does."""

    read: tuple[str, ...]  # as in Answer
    changes: dict[str, Any]
    actions: tuple[Action, ...]
    asked: frozenset[str | None]

    def answer(self, own: dict[str, Any], *, by_the_clock: bool) -> Answer:
        """The turn of a state that has these fields."""
        turn = Turn(_state({**own, **self.changes}), self.actions)
        return Answer(turn, by_the_clock, self.asked, self.read, self.changes)


_At = tuple[Step, bool, datetime | None]  # the step, whether we call, the hour where it matters


@dataclass(slots=True)
class _Known:
    """Turns that depend on the same fields."""

    read: tuple[str, ...]
    fields: tuple[str, ...]  # of these, those of the state itself
    parts: tuple[tuple[str, str], ...]  # and parts of fields
    turns: dict[Hashable, _Noted] = field(default_factory=dict)

    @classmethod
    def by(cls, read: tuple[str, ...]) -> _Known:
        """None yet."""
        parted = [name.partition(".") for name in read]
        return cls(
            read,
            tuple(name for name, _, part in parted if not part),
            tuple((name, part) for name, _, part in parted if part),
        )

    def key(self, own: dict[str, Any]) -> Hashable:
        """What a state has in these."""
        return (
            tuple([own[name] for name in self.fields]),
            tuple([getattr(own[name], part) for name, part in self.parts]),
        )


@dataclass(
    slots=True
)  # not frozen, like all that is made ten thousand times here: that takes four times as long
class Answer:
    """A turn, and what might have made it another one."""

    turn: Turn
    by_the_clock: bool  # another hour might have
    asked: Collection[str | None]  # whose opening was asked for, see ``Clock``
    read: tuple[str, ...]  # what was looked at: "field", or "field.part"
    wrote: Collection[str]  # fields that it sets


class Memo:
    """The turns that are known, by what happened."""

    def __init__(self) -> None:
        self._known: dict[Hashable, dict[_At, list[_Known]]] = {}

    def answer(
        self, state: State, happened: Hashable, now: datetime, compute: Callable[[State, datetime], Turn]
    ) -> Answer:
        """The turn that ``compute`` gives for ``state`` at ``now`` (aware).

        Args:
            happened: all else on which the turn depends.
        """
        own = state.__dict__
        known = self._known.setdefault(happened, {})
        ours = own["errand"] is not None
        always, at_this_hour = (own["step"], ours, None), (own["step"], ours, now)
        for key in (always, at_this_hour):
            for each in known.get(key, ()):
                if found := each.turns.get(each.key(own)):
                    return found.answer(own, by_the_clock=key is at_this_hour)
        clock = Clock.at(now)
        noted = _computed(own, clock, compute)
        _keep(known.setdefault(at_this_hour if clock.looked_at else always, []), own, noted)
        return noted.answer(own, by_the_clock=clock.looked_at)


def _computed(own: dict[str, Any], clock: Clock, compute: Callable[[State, datetime], Turn]) -> _Noted:
    read = set[str]()
    watched = _Watched()
    _own(watched)[_NOTES] = _Notes(own, read)
    turn = compute(cast("State", watched), clock)
    after = _own(turn.state)
    changes = {name: after[name] for name in after[_NOTES].wrote}
    return _Noted(tuple(sorted(read)), changes, turn.actions, frozenset(clock.asked))


def _keep(groups: list[_Known], own: dict[str, Any], noted: _Noted) -> None:
    group = next((each for each in groups if each.read == noted.read), None)
    if group is None:
        group = _Known.by(noted.read)
        groups.append(group)
    group.turns[group.key(own)] = noted


def _state(values: dict[str, Any]) -> State:
    made = object.__new__(State)
    made.__dict__.update(values)
    return made
