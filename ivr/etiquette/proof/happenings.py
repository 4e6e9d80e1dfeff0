"""What may happen where a conversation waits: every key, every outcome, everything that words can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as replace_meaning
from datetime import UTC, datetime, timedelta
from functools import singledispatch
from itertools import islice
from typing import NamedTuple

from ivr.company.campaign import Campaign, Question
from ivr.company.models import Company
from ivr.company.slots import possible
from ivr.conversation.actions import Action, Ask, LookUp, Record, Transfer
from ivr.conversation.appointment.agenda import agenda
from ivr.conversation.appointment.signals import not_right
from ivr.conversation.asking.signals import missed, not_that
from ivr.conversation.conduct import table as conduct
from ivr.conversation.conduct.signals import met
from ivr.conversation.engine import advance, advance_meant
from ivr.conversation.errand import WishedTime
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Event,
    Found,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.hearing.manner import manner
from ivr.conversation.meaning import Manner, Meaning, Spoken
from ivr.conversation.outreach.keys import RECORDING, STARRED
from ivr.conversation.outreach.signals import may_be_machine
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step, Turn, replace
from ivr.conversation.table import TRANSITIONS, Signal
from ivr.conversation.targets import CALL
from ivr.conversation.ways import can_be_called


class Happening(NamedTuple):
    """One thing that may happen: an event, or words of which it is known what they mean."""

    event: Event
    meaning: Meaning | None = None

    @property
    def said(self) -> Event:
        """The event as it comes: with the very words."""
        return Heard(self.meaning.words) if self.meaning else self.event


@dataclass(slots=True)  # not frozen: to make that would take four times as long
class Where:
    """Where a conversation waits, and what surrounds it."""

    state: State
    wait: Action
    company: Company
    now: datetime  # aware
    campaign: Campaign | None = None

    def of(self, state: State) -> Where:
        """The same with another state."""
        return Where(state, self.wait, self.company, self.now, self.campaign)

    def at(self, now: datetime) -> Where:
        """The same at another time."""
        return Where(self.state, self.wait, self.company, now, self.campaign)

    @property
    def scene(self) -> Scene:
        """The same for the parts of the conversation."""
        return Scene(self.state, self.company, self.now, None, self.campaign)


def happenings(where: Where) -> Iterator[Happening]:
    """Everything that may happen there, the likeliest first; nothing at the end of a call."""
    return _of(where.wait, where)


def answer(where: Where, happening: Happening) -> Turn:
    """The conversation's turn."""
    if happening.meaning:
        meaning = _taken(where, happening.meaning)
        return advance_meant(where.state, meaning, where.company, where.now, where.campaign)
    return advance(where.state, happening.event, where.company, where.now, where.campaign)


def _taken(where: Where, meaning: Meaning) -> Meaning:
    """As it is taken there: how often it was not found out what is wanted, and who was warned, counts."""
    if meaning.manner:
        return met(where.scene, meaning.manner, None)
    if meaning.signal is Signal.BEYOND:
        return replace_meaning(meaning, signal=missed(where.state))
    if meaning.signal is Signal.NOT_THAT and where.state.errand is None:
        return replace_meaning(meaning, signal=not_that(where.state))
    return meaning


@singledispatch
def _of(_: object, __: Where) -> Iterator[Happening]:
    return iter(())


@_of.register
def _asked(wait: Ask, where: Where) -> Iterator[Happening]:
    yield from (Happening(Pressed(keys)) for keys in _keys(wait, where))
    yield Happening(Silence())
    if wait.expects:
        yield from _meant(where)
        yield from _rude(where)
        yield from (Happening(NotUnderstood()), Happening(HearingLost()))
    if may_be_machine(where.state):
        yield Happening(Answered(AnsweredBy.MACHINE))
    yield Happening(HungUp())


_ALL_KEYS = "1234567890*#"


def _keys(wait: Ask, where: Where) -> Iterator[str]:
    if wait.digits == 1:
        wrong = next((key for key in _ALL_KEYS if key not in wait.keys), "")
        yield from (*wait.keys, *wrong)
        return
    yield from _ENTRIES.get(where.state.step, _numbers)(where)
    yield from "0*#9"
    yield from (STARRED if where.state.errand else ())


def _numbers(where: Where) -> Iterator[str]:
    asked = _question(where)
    if asked and asked.kind == "number":
        yield from (str(asked.least), str(asked.most), str(asked.most + 1))
    else:
        yield from _days(where)


def _days(where: Where) -> Iterator[str]:
    day = where.now.astimezone(where.scene.zone)
    # A day of the next week, one too far away, and one that there is not.
    yield from (f"{day + timedelta(days=ahead):%d%m}" for ahead in (*range(1, 5), 200))
    yield from ("3102", "12")


def _hours(_: Where) -> Iterator[str]:
    return iter(("1000", "1500", "0300", "1001", "9999", "12"))


_ENTRIES: Mapping[Step, Callable[[Where], Iterator[str]]] = {
    Step.HOUR: _hours,
    Step.QUESTION_HOUR: _hours,
    Step.DAY: _days,
}


def _question(where: Where) -> Question | None:
    asked = where.campaign.questions if where.campaign else ()
    number = where.state.asked_question
    return asked[number] if number < len(asked) else None


@_of.register
def _ringing(_: Transfer, __: Where) -> Iterator[Happening]:
    yield from (Happening(TransferEnded(outcome)) for outcome in TransferOutcome)
    yield from (Happening(HungUp()), Happening(HungUp(talked=True)))


@_of.register
def _recording(_: Record, where: Where) -> Iterator[Happening]:
    yield Happening(Recorded(_REFERENCE, 6.0))
    yield Happening(Recorded(_REFERENCE, 0.0))
    yield Happening(Recorded(_REFERENCE, 6.0, hung_up=True))
    yield Happening(HungUp())
    if where.state.errand:
        yield from (Happening(Recorded(_REFERENCE, 0.0, key=key)) for key in RECORDING)


_PAIR = 2
_DAY = "0112"  # DDMM
_WORDS = "…"  # what is said does not matter where it is known what it means
_REFERENCE = "messages/spoken.wav"


@_of.register
def _looked_up(_: LookUp, where: Where) -> Iterator[Happening]:
    slots, full = _slots(where), where.company.callbacks.per_slot
    yield Happening(Found(()))
    yield Happening(Found(tuple((slot, full) for slot in slots)))
    yield Happening(Found(tuple((slot, full) for slot in slots[1:])))
    yield Happening(HungUp())


def _slots(where: Where) -> tuple[datetime, ...]:
    key = (
        "slots of",
        where.state.appointment and where.state.appointment.department,
        where.scene.zone,
        where.now,
    )
    return where.company.derived(
        (*key, where.campaign and where.campaign.hours), lambda: tuple(_possible(where))
    )


def _possible(where: Where) -> Iterator[datetime]:
    return (slot.astimezone(UTC) for slot in possible(agenda(where.scene)))


# How something can be said

_RUDE: Mapping[str, tuple[str, ...]] = {
    "en": ("this is bloody annoying", "you are a stupid idiot", "I will burn your office down", "I am sorry"),
    "lv": ("cik tas ir stulbi", "tu esi stulbs idiots", "es jūs nogalināšu", "atvainojiet"),
}
SAID = (_WORDS, *(words for said in _RUDE.values() for words in said))  # all words that are ever said


def _rude(where: Where) -> Iterator[Happening]:
    fresh = where.scene.at(replace(where.state, warned=False, upset=0))
    for words in _RUDE[where.state.language]:
        how = _how(where, words)
        if how:
            yield Happening(Heard(words), met(fresh, how, None))


def _how(where: Where, words: str) -> Manner | None:
    """In what manner words are said; whether an apology is one depends on what was said before."""
    key = ("said in the proof", words, where.state.rude)
    return where.company.derived(key, lambda: manner(where.scene, Spoken(words, 1.0)))


# What words can mean

Meant = Callable[[Where, Signal], Iterator[Meaning]]


def _meant(where: Where) -> Iterator[Happening]:
    others = _THEIRS if where.state.errand else _OURS
    for signal in _BY_STEP[where.state.step]:
        if signal in others:
            continue
        for meaning in _MEANT.get(signal, _plain)(where, signal):
            yield Happening(Heard(_WORDS), meaning)


# What only those say who call us, and only those whom we call.
_THEIRS = frozenset(
    {
        *(Signal.BACK, Signal.PERSON, Signal.GOODBYE, Signal.NO_MORE_CALLS, Signal.NO_SUCH_LANGUAGE),
        Signal.CHOSE_DEPARTMENT,
    }
)
_OURS = frozenset({Signal.OUR_PERSON, Signal.OUR_GOODBYE, Signal.OPT_OUT, Signal.WRONG_PERSON, Signal.SOURCE})


_NEVER_SAID = frozenset(
    {
        Signal.ENOUGH,
        Signal.BEYOND_AGAIN,
        Signal.HUNG_UP,
        Signal.SILENT,
        Signal.WRONG_KEY,
        Signal.HEARING_LOST,
        Signal.MACHINE,
        Signal.MACHINE_ONLY,
        Signal.IMPOSSIBLE_DAY,
        Signal.KEYED_DAY,
        Signal.KEYED_HOUR,
        *conduct.STAYS,
        *conduct.ANYWHERE,
        *conduct.THEIRS,
        *conduct.OURS,
    }
)
_OF_ASSISTANTS = frozenset(
    {
        *(Signal.OPT_OUT, Signal.WRONG_PERSON, Signal.DIED, Signal.PERSON_CAME, Signal.NOBODY_CAME),
        *(Signal.HOLD_ON, Signal.SCREENING),
    }
)
_BY_STEP: Mapping[Step, tuple[Signal, ...]] = {
    step: tuple(signal for at, signal in TRANSITIONS if at is step and signal not in _NEVER_SAID)
    for step in Step
} | {Step.SCREENED: tuple(sorted(_OF_ASSISTANTS))}


def _plain(_: Where, signal: Signal) -> Iterator[Meaning]:
    yield Meaning(signal, _WORDS)


def _told(_: Where, signal: Signal) -> Iterator[Meaning]:
    yield Meaning(signal, _WORDS, tells=True)


def _department(where: Where, signal: Signal) -> Iterator[Meaning]:
    """All of them where it is asked openly; elsewhere one stands for all that are asked for besides."""
    return _targets(where, signal, "department", where.company.departments)


def _answer(where: Where, signal: Signal) -> Iterator[Meaning]:
    """The hours are also asked for of a day, and of a department, where it is asked openly."""
    yield from _targets(where, signal, "answer", where.company.answers)
    hours = [id_ for id_, one in where.company.answers.items() if one.says == "hours"]
    for meaning in _targets(where, signal, "answer", hours) if where.state.step is Step.HELP else ():
        yield replace_meaning(meaning, wished=_wished(where), whose=where.company.operator)


def _group(where: Where, signal: Signal) -> Iterator[Meaning]:
    return _targets(where, signal, "group", where.company.groups)


def _targets(where: Where, signal: Signal, kind: str, ids: Iterable[str]) -> Iterator[Meaning]:
    some = ids if where.state.step is Step.HELP else islice(ids, 1)
    return (Meaning(signal, _WORDS, target=f"{kind} {id_}") for id_ in some)


def _call(where: Where, signal: Signal) -> Iterator[Meaning]:
    offered = where.state.step is Step.CHOICE and signal is Signal.CALL_BACK and can_be_called(where.scene)
    if where.state.errand or offered:
        yield from _perhaps_timed(where, signal)
    else:
        can = signal is Signal.CALL_BACK
        may = (id_ for id_ in where.company.departments if _can_be_called(where, id_) is can)
        yield from _targets(where, signal, CALL, may)


def _can_be_called(where: Where, department: str) -> bool:
    return can_be_called(where.scene.at(replace(where.state, wanted=department)))


def _wished(where: Where) -> WishedTime:
    at = (where.now + timedelta(days=1)).astimezone(where.scene.zone).replace(hour=10, minute=0)
    return WishedTime(_WORDS, at.isoformat(), exact=True)


def _timed(where: Where, signal: Signal) -> Iterator[Meaning]:
    yield Meaning(signal, _WORDS, wished=_wished(where))


def _perhaps_timed(where: Where, signal: Signal) -> Iterator[Meaning]:
    yield Meaning(signal, _WORDS)
    yield Meaning(signal, _WORDS, wished=_wished(where))


def _unsure(where: Where, signal: Signal) -> Iterator[Meaning]:
    # Where it is asked whether one is meant, another one is.
    others = (target for target in _all_targets(where.company) if target not in where.state.between)
    yield from (Meaning(signal, _WORDS, between=(target,)) for target in islice(others, 1))


def _all_targets(company: Company) -> Iterator[str]:
    yield from (f"department {id_}" for id_ in company.departments)
    yield from (f"answer {id_}" for id_ in company.answers)


def _either(where: Where, signal: Signal) -> Iterator[Meaning]:
    two = tuple(f"department {id_}" for id_ in where.company.departments)[:2]
    if len(two) == _PAIR and where.state.step is not Step.BETWEEN:
        yield Meaning(signal, _WORDS, between=two)


def _language(where: Where, signal: Signal) -> Iterator[Meaning]:
    if where.scene.next_language != where.state.language:
        yield Meaning(signal, _WORDS, language=where.scene.next_language)


def _slot(_: Where, signal: Signal) -> Iterator[Meaning]:
    yield Meaning(signal, _WORDS, "1")


def _keyed(key: str) -> Meant:
    def meant(_: Where, signal: Signal) -> Iterator[Meaning]:
        yield Meaning(signal, _WORDS, key)

    return meant


def _answered(where: Where, signal: Signal) -> Iterator[Meaning]:
    asked = _question(where)
    if asked is None:
        return
    if asked.kind == "when":
        yield Meaning(signal, _WORDS, _DAY, wished=_wished(where))
    elif asked.kind == "choice":
        yield Meaning(signal, _WORDS, asked.options[0].key)
    else:
        yield Meaning(signal, _WORDS, str(max(asked.least, 1)))
        yield Meaning(signal, _WORDS, str(max(asked.least, 1)), tells=True)


def _perhaps(where: Where, signal: Signal) -> Iterator[Meaning]:
    asked = _question(where)
    if asked and asked.kind == "choice":
        yield Meaning(signal, _WORDS, between=tuple(o.key for o in asked.options[:2]))
    elif asked and asked.kind == "number":
        yield Meaning(signal, _WORDS, between=(str(asked.most),))


def _promise_only(where: Where, signal: Signal) -> Iterator[Meaning]:
    if where.state.known.promise:
        yield Meaning(signal, _WORDS)


def _of_when(where: Where, signal: Signal) -> Iterator[Meaning]:
    asked = _question(where)
    if asked and asked.kind == "when":
        yield Meaning(signal, _WORDS, _DAY, wished=_wished(where))


def _if(holds: Callable[[Scene], Signal]) -> Meant:
    """Only where the conversation itself would take it so."""

    def meant(where: Where, signal: Signal) -> Iterator[Meaning]:
        if holds(where.scene) is signal:
            yield Meaning(signal, _WORDS)

    return meant


def _openly(where: Where, signal: Signal) -> Iterator[Meaning]:
    if where.state.step in {Step.HELP, Step.MENU, Step.ANYTHING_ELSE}:
        yield Meaning(signal, _WORDS)


def _if_guessed(where: Where, signal: Signal) -> Iterator[Meaning]:
    if where.state.between:
        yield Meaning(signal, _WORDS)


_MEANT: Mapping[Signal, Meant] = {
    Signal.NOT_RIGHT: _if(not_right),
    Signal.NOT_RIGHT_KEYED: _if(not_right),
    Signal.BEYOND: _openly,
    Signal.NOT_THAT: _if_guessed,
    Signal.CHOSE_DEPARTMENT: _department,
    Signal.CHOSE_ANSWER: _answer,
    Signal.CHOSE_GROUP: _group,
    Signal.CALL_BACK: _call,
    Signal.NO_CALL: _call,
    Signal.UNSURE: _unsure,
    Signal.EITHER: _either,
    Signal.LANGUAGE: _language,
    Signal.SAID_TIME: _timed,
    Signal.NOT_CONVENIENT: _perhaps_timed,
    Signal.CHOSE_SLOT: _slot,
    Signal.ANSWER: _answered,
    Signal.ANSWER_DAY: _of_when,
    Signal.ANSWER_HOUR: _of_when,
    Signal.PERHAPS: _perhaps,
    Signal.COMPLAINS: _told,
    Signal.YES: _keyed("1"),
    Signal.NO: _keyed("2"),
    Signal.LATER: _keyed("3"),
    Signal.NOT_NEEDED: _promise_only,
}
