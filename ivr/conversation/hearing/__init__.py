"""What somebody's words mean where the conversation stands. Each part hears for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace as changed

from ivr.conversation.conduct.signals import met
from ivr.conversation.events import Heard
from ivr.conversation.hearing import anywhere, appointment, outreach, reception
from ivr.conversation.hearing.manner import besides, manner, tongue
from ivr.conversation.meaning import SURE, Kind, Manner, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.outreach.signals import nobody_yet
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import terms
from ivr.conversation.state import Step, replace
from ivr.understanding.tongue import spoken_in, surely_in

Hear = Callable[[Scene, Spoken], Meaning | None]

_HEAR: Mapping[Step, Hear] = {**reception.HEAR, **appointment.HEAR, **outreach.HEAR}


# Nothing that could be acted upon.
_UNCLEAR = frozenset(
    {
        Signal.NO_MEANING,
        Signal.HELLO,
        Signal.UNSURE,
        Signal.EITHER,
        Signal.PERHAPS_NEVER,
        Signal.UNCLEAR,
        Signal.PERHAPS,
        Signal.NOT_UNDERSTOOD,
    }
)
FLUENT = 3  # words by which a sentence is more of one language than of others; one or two are borrowed by all
# What is asked back is asked in the language that was spoken.
_ASKED_BACK = frozenset({Signal.UNSURE, Signal.EITHER})
# Beside rude words: what counts for nothing. Whoever complains is not asked whether this or that is meant,
# and "I am still waiting" is no wish to wait.
_NOTHING = frozenset(
    {
        Signal.NO_MEANING,
        Signal.HELLO,
        Signal.UNCLEAR,
        Signal.NOT_UNDERSTOOD,
        Signal.BEYOND,
        Signal.BEYOND_AGAIN,
    }
)
_NOTHING_CLEAR: Mapping[Kind, frozenset[Signal]] = {
    "frustrated": _NOTHING | {Signal.UNSURE, Signal.EITHER, Signal.KEEP_TIME},
    "abusive": _NOTHING,
    "threat": _NOTHING,
    "sorry": _NOTHING | {Signal.UNSURE, Signal.EITHER},
}


def hear(scene: Scene) -> Meaning | None:
    """What the words of the scene's event mean; None where nothing was said, or no words are awaited.

    Words that mean nothing in the language of the conversation may be of another one that is heard (B3).
    Where a caller says what is wanted, the meaning then tells which, and the talk goes on in it. So it does
    after any other whole sentence that is understood; a shorter answer is taken as it is.
    """
    if scene.state.step not in _HEAR or not isinstance(scene.event, Heard):
        return None
    heard = tuple(_readings(scene.event))
    # That others mean the same makes the meaning surer, and not how it was said.
    readings, how = _agreeing(scene, heard), manner(scene, heard[0])
    return _met(scene, readings[0], how) if how else _answered_in_it(scene, _heard(scene, readings))


def _met(scene: Scene, spoken: Spoken, how: Manner) -> Meaning:
    """What is clear, or to be asked back, is done; all else is answered by how we meet such words."""
    rest = besides(spoken, how)
    found = _heard(scene, (rest,)) if rest else None
    clear = None if found is None or found.signal in _nothing(scene, how.kind) else found
    meaning = met(scene, how, clear)
    answers_in = tongue(scene, how) if clear is None and scene.state.step in anywhere.OPEN else ""
    return changed(meaning, language=meaning.language or answers_in)


def _nothing(scene: Scene, kind: Kind) -> frozenset[Signal]:
    """Whoever answers before the person comes is always heard as something."""
    somebody = {nobody_yet(scene.state)} if scene.state.step is Step.SCREENED else set()
    return _NOTHING_CLEAR[kind] | somebody


def _heard(scene: Scene, readings: tuple[Spoken, ...]) -> Meaning:
    found = next(filter(None, (_meaning(scene, spoken) for spoken in readings)), None)
    if found and found.signal not in _UNCLEAR:
        return found
    first = readings[0]
    return (
        anywhere.parting(scene, first)
        or _in_other_language(scene, first)
        or found
        or reception.otherwise(scene, first)
    )


def _meaning(scene: Scene, spoken: Spoken) -> Meaning | None:
    first = outreach.FIRST.get(scene.state.step)
    return (
        (first(scene, spoken) if first else None)
        or anywhere.pressing(scene, spoken)
        or _HEAR[scene.state.step](scene, spoken)
        or anywhere.parting(scene, spoken)
    )


def _in_other_language(scene: Scene, spoken: Spoken) -> Meaning | None:
    """Nobody who surely speaks the language of the conversation is taken to speak another."""
    present, hears = scene.state.language, scene.state.hears
    others = [language for language in hears if language != present]
    if not others or surely_in(spoken.words, present, others, terms(scene.company, hears)):
        return None
    return next(filter(None, (_in(scene, spoken, language) for language in others)), None)


def _in(scene: Scene, spoken: Spoken, language: str) -> Meaning | None:
    found = _meaning(scene.at(replace(scene.state, language=language)), spoken)
    if found is None or not _counts(scene, spoken, found, language):
        return None
    theirs = language if scene.state.step in anywhere.OPEN else ""
    return changed(found, language=found.language or theirs)


def _counts(scene: Scene, spoken: Spoken, found: Meaning, language: str) -> bool:
    """Whether the words mean that in another language: it is clear, or to be asked back and said in it."""
    if found.signal not in _UNCLEAR:
        return True
    asked_back = found.signal in _ASKED_BACK and scene.state.step in anywhere.OPEN
    return asked_back and spoken_in(spoken.words, scene.state.hears) == language


def _answered_in_it(scene: Scene, found: Meaning) -> Meaning:
    """A whole sentence in another language that is heard is answered in it, also by whom we call."""
    theirs = spoken_in(found.words, scene.state.hears, FLUENT)
    known = found.language or found.signal in _UNCLEAR or theirs in ("", scene.state.language)
    assistant = (
        scene.state.step is Step.SCREENED
    )  # it speaks the language of its maker, and for somebody else
    return found if known or assistant else changed(found, language=theirs)


def _readings(event: Heard) -> Iterator[Spoken]:
    yield Spoken(event.words, 1.0 if event.confidence is None else event.confidence)
    yield from (Spoken(words, confidence) for words, confidence in event.others)


def _agreeing(scene: Scene, readings: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
    """The readings, the first as sure as all that mean the same.

    "Sales tomorrow at ten" and "at two" differ in the time, which is read back anyway; both want sales.
    """
    first, *others = readings
    if first.confidence >= SURE or not others:
        return readings
    meant = _if_sure(scene, first)
    if meant is None:
        return readings
    agree = sum(one.confidence for one in others if _if_sure(scene, one) == meant)
    return (Spoken(first.words, min(first.confidence + agree, 1.0)), *others)


def _if_sure(scene: Scene, spoken: Spoken) -> tuple[object, ...] | None:
    """What a reading would mean if it were heard clearly, but for its time and its words."""
    found = _meaning(scene, Spoken(spoken.words, 1.0))
    if found is None or found.signal in _UNCLEAR:
        return None
    return found.signal, found.keys, found.target, found.language
