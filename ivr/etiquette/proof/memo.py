"""Turns that are alike are computed once: those of states that differ only in what was not looked at.

Every look is a question: which language is it, was this asked before, is sales open, what does the campaign
say. As long as the answers are the same, so is the next question; therefore the turns that answer one
happening are kept as a tree of questions, and the answers of another state, hour or campaign lead to the turn
that would be computed for it: the same actions and the same changes. Questions are as narrow as the looks:
one thing of an errand, whether a department is open and not when it closes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import partial
from typing import Any, cast

from pydantic import BaseModel

from ivr.company.campaign import Campaign
from ivr.company.hours import Opening
from ivr.company.models import Company
from ivr.conversation.actions import Action
from ivr.conversation.errand import Appointment, Errand, Known
from ivr.conversation.state import State, Turn
from ivr.etiquette.proof.carried import BEGINNING
from ivr.etiquette.proof.clock import Clock, opening_at

Compute = Callable[[State, datetime, Campaign | None], Turn]

# Nothing here is frozen that is made ten thousand times: to make that would take four times as long.


@dataclass(slots=True)
class _World:
    """All that a turn can look at."""

    fields: dict[str, Any]  # of the state
    now: datetime
    company: Company
    campaign: Campaign | None


# Questions

_Look = Callable[..., Any]  # of a world, and what is asked about: what is so there
_Question = str | tuple[Any, ...]  # a field; or another look, and what is asked about


def _is_there(world: _World, name: str) -> bool:
    return world.fields[name] is not None


def _part(world: _World, name: str, part: str) -> Any:
    return getattr(world.fields[name], part)


def _is_asked(world: _World, question: str) -> bool:
    return bool(world.fields["question"] == question)


def _hour(world: _World) -> datetime:
    return world.now


def _date(world: _World, zone: tzinfo | None) -> date:
    return world.now.astimezone(zone).date()


def _opening(world: _World, department: str | None, part: str) -> Any:
    return _told_apart(getattr(opening_at(world.company, department, world.now), part))


def _campaign(world: _World, part: str) -> Any:
    return _told_apart(getattr(world.campaign, part))


def _told_apart(value: Any) -> Hashable:
    """What has no hash in the company's files: there is one of it as long as the files are."""
    return id(value) if isinstance(value, BaseModel | tuple) else value


class _Looks:
    """The questions of a turn in their order, each once, with the answers."""

    def __init__(self, world: _World) -> None:
        self.world = world
        self.answers: dict[_Question, Any] = {}
        # What watched states have of what was read.
        self.kept: dict[str, Any] = {_LOOKS: self, **{name: world.fields[name] for name in _ALWAYS}}
        self.by_the_clock = False
        self.asked = set[str | None]()  # departments whose opening was asked for

    def field(self, name: str) -> Any:
        """A field of the state."""
        value = self.world.fields[name]
        if name not in _WITHIN:
            self.answers[name] = value
            return value
        self.note(_is_there, name)
        return value and _WITHIN[name](value, partial(self.note, _part, name))

    def note(self, look: _Look, *about: Any) -> None:
        """Something else is looked at."""
        question = (look, *about)
        if question not in self.answers:
            self.answers[question] = look(self.world, *about)

    def hour(self) -> None:
        """The instant itself is looked at."""
        self.by_the_clock = True
        self.note(_hour)

    def date(self, zone: tzinfo | None) -> None:
        """Only the date that it is on the clocks of a zone."""
        self.by_the_clock = True
        self.note(_date, zone)

    def opening(self, department: str | None, found: Opening) -> Opening:
        """An opening is asked for: as it is, every look at it noted."""
        self.by_the_clock = True
        self.asked.add(department)
        return _WatchedOpening(found, partial(self.note, _opening, department))


# What is watched


class _Watched:
    """What is taken for a state, and notes which fields are looked at; each costs that once."""

    times_asked = State.times_asked

    def __getattr__(self, name: str) -> Any:
        own = self.__dict__
        looks: _Looks = own[_LOOKS]
        if name in looks.kept:
            value = looks.kept[name]
        else:
            try:
                value = looks.field(name)
            except KeyError:
                raise AttributeError(name) from None
        if name not in _OPEN:
            own[name] = looks.kept[name] = value
        return value

    def is_asked(self, question: str) -> bool:
        """Nothing else of the question matters as long as it is the same as before."""
        own = self.__dict__
        if "question" in own:
            return bool(own["question"] == question)
        looks: _Looks = own[_LOOKS]
        looks.note(_is_asked, question)
        return _is_asked(looks.world, question)


_LOOKS = "_looks"  # beside the fields of a watched state, and of all that are made of it by ``replace``
_ALWAYS = ("step", "language", "turns")  # nearly every turn looks at these: they are asked first
_OPEN = dict(BEGINNING)  # these are not kept when they are read: so what is there of them was written


class _Parts:
    """A dataclass whose fields are not set: whoever looks at one first comes by here, and it is noted."""

    __slots__ = ()
    _whole: Any  # what it is instead of
    _note: Callable[[str], None]

    def __init__(self, whole: Any, note: Callable[[str], None]) -> None:
        object.__setattr__(self, "_whole", whole)
        object.__setattr__(self, "_note", note)

    def __getattr__(self, name: str) -> Any:
        self._note(name)
        value = getattr(self._whole, name)
        object.__setattr__(self, name, value)
        return value


# For ``dataclasses.replace`` they are what they are instead of, and what it makes of them is watched no more.
class _WatchedErrand(_Parts, Errand):
    __slots__ = ("_note", "_whole")
    __class__ = property(lambda _: Errand)


class _WatchedKnown(_Parts, Known):
    __slots__ = ("_note", "_whole")
    __class__ = property(lambda _: Known)


class _WatchedAppointment(_Parts, Appointment):
    __slots__ = ("_note", "_whole")
    __class__ = property(lambda _: Appointment)


class _WatchedOpening(_Parts, Opening):
    __slots__ = ("_note", "_whole")
    __class__ = property(lambda _: Opening)


class _WatchedCampaign(_Parts):
    """Whatever a campaign has."""


_WITHIN: Mapping[str, type[_Parts]] = {
    "errand": _WatchedErrand,
    "known": _WatchedKnown,
    "appointment": _WatchedAppointment,
}


# What is known


@dataclass(slots=True)
class _Noted:
    """What a turn changes, what it does, and what it looked at."""

    changes: dict[str, Any]
    actions: tuple[Action, ...]
    by_the_clock: bool  # this and what follows as in Answer
    asked: Collection[str | None]
    read: Collection[str]

    def answer(self, fields: dict[str, Any]) -> Answer:
        """The turn of a state that has these fields."""
        turn = Turn(_state(fields, self.changes), self.actions)
        return Answer(turn, self.by_the_clock, self.asked, self.read, self.changes)


@dataclass(slots=True)
class _Fork:
    """A question, and where each answer leads."""

    question: _Question
    ways: dict[Hashable, _Tree]


_Tree = _Fork | _Noted


@dataclass(slots=True)
class Answer:
    """A turn, and what might have made it another one."""

    turn: Turn
    by_the_clock: bool  # another hour might have
    asked: Collection[str | None]  # departments whose opening was asked for
    read: Collection[str]  # fields that were looked at of what places leave open
    wrote: Collection[str]  # fields that it sets


class Memo:
    """The turns of a company that are known, by what happened."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._known: dict[Hashable, Turns] = {}

    def of(self, happened: Hashable) -> Turns:
        """The turns that answer it; nothing besides may decide them but what ``Turns.answer`` is told."""
        known = self._known.get(happened)
        if known is None:
            known = self._known[happened] = Turns(self._company)
        return known


class Turns:
    """Known turns that answer one thing."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._trees: dict[tuple[Any, ...], _Tree] = {}

    def answer(self, state: State, now: datetime, campaign: Campaign | None, compute: Compute) -> Answer:
        """The turn that ``compute`` gives for ``state`` at ``now`` (aware) in a call of ``campaign``."""
        fields = state.__dict__
        world = _World(fields, now, self._company, campaign)
        first = (campaign is None, *[fields[name] for name in _ALWAYS])
        tree = self._trees.get(first)
        found = _led(tree, world)
        if found is None:
            looks = _Looks(world)
            found = _computed(looks, compute)
            self._trees[first] = _grown(tree, looks.answers, found, world)
        return found.answer(fields)


def _led(tree: _Tree | None, world: _World) -> _Noted | None:
    fields = world.fields
    while isinstance(tree, _Fork):
        question = tree.question
        # The most frequent by far is asked here: to call a function takes longer than its answer.
        answer = fields[question] if isinstance(question, str) else _so(question, world)
        tree = tree.ways.get(answer)
    return tree


def _so(question: _Question, world: _World) -> Any:
    if isinstance(question, str):
        return world.fields[question]
    look, *about = question
    return look(world, *about)


def _computed(looks: _Looks, compute: Compute) -> _Noted:
    world, watched, kept = looks.world, _Watched(), looks.kept
    watched.__dict__.update(kept)
    campaign = world.campaign and _WatchedCampaign(world.campaign, partial(looks.note, _campaign))
    turn = compute(cast("State", watched), Clock.at(world.now, looks), cast("Campaign | None", campaign))
    # The very thing that was read is no news, even if it was written again.
    changes = {name: value for name, value in vars(turn.state).items() if kept.get(name, ...) is not value}
    read = _OPEN.keys() & looks.answers.keys()
    kept.clear()  # of itself, too: whatever holds itself stays in memory where no garbage is collected
    return _Noted(changes, turn.actions, looks.by_the_clock, looks.asked, read)


def _grown(tree: _Tree | None, answers: dict[_Question, Any], found: _Noted, world: _World) -> _Tree:
    """The tree with that turn in it. A look that something kept elsewhere spares later may be missing."""
    if isinstance(tree, _Fork):
        question = tree.question
        answer = answers.pop(question) if question in answers else _so(question, world)
        tree.ways[answer] = _grown(tree.ways.get(answer), answers, found, world)
        return tree
    grown: _Tree = found
    for question, answer in reversed(answers.items()):
        grown = _Fork(question, {answer: grown})
    return grown


def _state(fields: dict[str, Any], changes: dict[str, Any]) -> State:
    made = object.__new__(State)
    made.__dict__.update(fields)
    made.__dict__.update(changes)
    return made
