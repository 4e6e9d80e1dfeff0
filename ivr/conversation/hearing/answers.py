"""What words answer to a question of a campaign, by the kind of the question (O5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, time

from ivr.company.campaign import Question
from ivr.conversation.appointment.wish import NOTHING, Context, is_ahead, understood, wish
from ivr.conversation.errand import WishedTime
from ivr.conversation.hearing.sure import answer, sure
from ivr.conversation.meaning import Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.outreach import place
from ivr.conversation.outreach.keys import NO_KEY, YES_KEY
from ivr.conversation.scene import Scene
from ivr.understanding.choosing import choose
from ivr.understanding.consent import Answer
from ivr.understanding.numbers import number
from ivr.understanding.result import Ambiguous, Match, NoMatch, Result
from ivr.understanding.times import Missing

MOST_BETWEEN = 2  # answers that are asked between
EARLIEST = 7  # the hour from which on an hour may be one of the morning
HIGHEST = 99_999_999  # of the numbers that a question may ask for


def answered(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The answer to the question in hand, or that it is not sure; None where the words are none."""
    asked = place.question(scene)
    guessed = _of_guessed(scene, spoken) if scene.state.between else None
    return guessed or _BY_KIND[asked.kind](scene, spoken, asked)


# Yes or no


def _yes_no(scene: Scene, spoken: Spoken, _: Question) -> Meaning | None:
    found = answer(scene, spoken)
    if found is None or found[0] not in _KEYS:
        return None
    return Meaning(Signal.ANSWER, spoken.words, _KEYS[found[0]], why=found[1])


_KEYS: Mapping[Answer, str] = {Answer.YES: YES_KEY, Answer.NO: NO_KEY}


# One of several


def _choice(scene: Scene, spoken: Spoken, asked: Question) -> Meaning | None:
    options = {option.key: (option.text.into(scene.state.language),) for option in asked.options}
    found = choose(spoken.words, scene.state.language, options, {key: key for key in options})
    if isinstance(found, Match) and found.value is None:
        return _none_of_them(spoken, found)
    return _decided(spoken, found)


def _none_of_them(spoken: Spoken, found: Match[str | None]) -> Meaning | None:
    if not sure(spoken, found.confidence):
        return None
    return Meaning(Signal.NO_ANSWER, spoken.words, why=found.why)


def _decided(spoken: Spoken, found: Result[str | None] | Result[int]) -> Meaning | None:
    """The answer, or those between which the person is to decide; one alone is asked about."""
    if isinstance(found, NoMatch):
        return None
    if isinstance(found, Ambiguous):
        return _perhaps(spoken, (str(value) for value, _ in found.values), found.why)
    if sure(spoken, found.confidence):
        return Meaning(Signal.ANSWER, spoken.words, str(found.value), why=found.why)
    return _perhaps(spoken, (str(found.value),), found.why)


def _perhaps(spoken: Spoken, values: Iterable[str], why: str) -> Meaning:
    between = tuple(values)
    if len(between) > MOST_BETWEEN:
        return Meaning(Signal.UNCLEAR, spoken.words, why=why)
    return Meaning(Signal.PERHAPS, spoken.words, between=between, why=why)


# A number


def _number(scene: Scene, spoken: Spoken, asked: Question) -> Meaning | None:
    language = scene.state.language
    decided = _decided(spoken, number(spoken.words, language, asked.least, asked.most))
    if decided is None and isinstance(number(spoken.words, language, 0, HIGHEST), Match):
        return Meaning(Signal.NOT_UNDERSTOOD, spoken.words, why="the number is out of range")
    return decided


# What was asked about, because it was not sure


def _of_guessed(scene: Scene, spoken: Spoken) -> Meaning | None:
    guessed = scene.state.between
    return _confirmed(scene, spoken, guessed[0]) if len(guessed) == 1 else _between(scene, spoken, guessed)


def _confirmed(scene: Scene, spoken: Spoken, guessed: str) -> Meaning | None:
    found = answer(scene, spoken)
    if found is None or found[0] not in _CONFIRMS or place.question(scene).kind == "yes_no":
        return None
    signal, keys = _CONFIRMS[found[0]], guessed if found[0] is Answer.YES else ""
    return _other(scene, spoken) or Meaning(signal, spoken.words, keys, why=found[1])


_CONFIRMS: Mapping[Answer, Signal] = {Answer.YES: Signal.ANSWER, Answer.NO: Signal.NOT_THAT}


def _other(scene: Scene, spoken: Spoken) -> Meaning | None:
    """ "No, seven": the answer itself is said once more."""
    found = _BY_KIND[place.question(scene).kind](scene, spoken, place.question(scene))
    return found if found and found.signal is Signal.ANSWER else None


def _between(scene: Scene, spoken: Spoken, guessed: tuple[str, ...]) -> Meaning | None:
    """ "The second one", "the higher": by its place, unless the answer itself is said."""
    if said := _other(scene, spoken):
        return said
    options: dict[str, tuple[str, ...]] = dict.fromkeys(guessed, ())
    found = choose(spoken.words, scene.state.language, options, {})
    if not isinstance(found, Match) or not sure(spoken, found.confidence):
        return None
    signal = Signal.ANSWER if found.value else Signal.NOT_THAT
    return Meaning(signal, spoken.words, found.value or "", why=found.why)


# A date and a time


def _when(scene: Scene, spoken: Spoken, _: Question) -> Meaning | None:
    before = scene.state.wished
    hour = datetime.fromisoformat(before.start).timetz().replace(tzinfo=None) if before else None
    return _timed(scene, spoken, Context(at=hour) if hour else NOTHING, Missing.DAY if hour else None)


def answered_hour(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The hour of a date that was answered, or another date with its hour."""
    day = place.keyed_day(scene, scene.state.day or "")
    return _timed(scene, spoken, Context(day=day), Missing.HOUR)


def _timed(scene: Scene, spoken: Spoken, context: Context, asked: Missing | None) -> Meaning | None:
    found = understood(spoken.words, scene.state.language, scene.now, scene.zone, asked)
    wished = wish(spoken.words, found, context)
    if wished is None:
        return None
    said = _by_day(wished)
    if not isinstance(found, Match) or not sure(spoken, found.confidence):
        return Meaning(Signal.UNCLEAR, spoken.words, why=found.why)
    if not is_ahead(said, scene.now):
        return Meaning(Signal.NOT_UNDERSTOOD, spoken.words, why="that time is past")
    return Meaning(_complete(said), spoken.words, _day(said), wished=said, why=found.why)


def _by_day(said: WishedTime) -> WishedTime:
    """ "At eight" is in the morning, "at two" in the afternoon, whatever time it is now."""
    by_day = EARLIEST <= datetime.fromisoformat(said.start).hour < EARLIEST + 12
    return said if by_day or said.other_half is None else replace(said, start=said.other_half)


def _complete(said: WishedTime) -> Signal:
    """What of a date and a time is said."""
    if said.exact:
        return Signal.ANSWER_HOUR if said.day_missing else Signal.ANSWER
    return Signal.ANSWER_DAY if _is_one_day(said) and not said.day_missing else Signal.UNCLEAR


def _is_one_day(said: WishedTime) -> bool:
    if said.end is None:
        return False
    start, end = datetime.fromisoformat(said.start), datetime.fromisoformat(said.end)
    return start.date() == end.date() or (end.time() == time(0) and (end - start).days <= 1)


def _day(said: WishedTime) -> str:
    """DDMM, as it would have been keyed in."""
    return f"{datetime.fromisoformat(said.start):%d%m}"


_BY_KIND: Mapping[str, Callable[[Scene, Spoken, Question], Meaning | None]] = {
    "yes_no": _yes_no,
    "choice": _choice,
    "number": _number,
    "when": _when,
}
