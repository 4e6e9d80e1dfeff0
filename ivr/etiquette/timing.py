"""How long things took in a call, as its line measured them.

A line tells how it performed each turn that was answered (``Performed``): of the last turn of a call it tells
nothing, and Asterisk nothing of one that put a caller through. How long something takes to say is the length
of its prompts; where the line does not know that, it is estimated by the pace of the company's voices, within
a sixth. We never cut the other side short: nothing is said before an answer has come to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ivr.company.courtesy import Limits
from ivr.company.sentences import seconds
from ivr.etiquette.course import Beat, Course, Standard
from ivr.phrases.sentence import SpeechAct


@dataclass(frozen=True, slots=True)
class Timing:
    """Lengths in seconds; None where the line told nothing of it."""

    answered: float | None  # from the pick-up to our first sound
    pause: float | None  # the longest from the end of what the other side did to our next sound
    speech: float  # the longest that we speak before the other side is to answer
    matter: float | None  # to state the matter; None where it is not stated
    interruptions: int | None  # how often the other side cut us short


@dataclass(frozen=True, slots=True)
class Finding:
    """Something took too long."""

    what: str  # "answered", "pause", "speech", "matter" or "interruptions"
    number: int  # of the turn
    why: str


def timing(course: Course, standard: Standard) -> Timing:
    """The lengths of a call."""
    matters = [said for beat in course if (said := _matter(beat, standard))]
    measured = any(beat.performed for beat in course)
    return Timing(
        answered=course[0].performed.waited if course[0].performed else None,
        pause=max((waited for _, waited in _pauses(course)), default=None),
        speech=max(spoken(beat, standard) for beat in course),
        matter=max(matters, default=None),
        interruptions=len(_interruptions(course)) if measured else None,
    )


def findings(course: Course, standard: Standard) -> tuple[Finding, ...]:
    """What took too long by the limits of the company, by turn."""
    limits = standard.company.courtesy.limits
    found = (
        *_greeted_late(course, limits),
        *_slow(course, limits),
        *_lengthy(course, standard),
        *_interrupted(course, limits),
    )
    return tuple(sorted(found, key=lambda finding: finding.number))


def spoken(beat: Beat, standard: Standard) -> float:
    """How long it takes to say all of a turn."""
    told = beat.performed.lasts if beat.performed else None
    return _estimated(beat, standard) if told is None else told


def _estimated(beat: Beat, standard: Standard) -> float:
    return sum(_length(sentence.text, sentence.language, standard) for sentence in beat.sentences)


def _length(text: str, language: str, standard: Standard) -> float:
    return seconds(text, language, standard.company.pace(language))


def _matter(beat: Beat, standard: Standard) -> float:
    """The share of the matter in what the turn takes: sentences are one prompt."""
    said = [sentence for sentence in beat.sentences if sentence.act is SpeechAct.STATES_MATTER]
    if not said:
        return 0.0
    matter = sum(_length(sentence.text, sentence.language, standard) for sentence in said)
    return matter / _estimated(beat, standard) * spoken(beat, standard)


def _pauses(course: Course) -> Iterator[tuple[int, float]]:
    for number, beat in enumerate(course):
        if number and beat.performed:
            yield number, beat.performed.waited


def _interruptions(course: Course) -> list[int]:
    return [number for number, beat in enumerate(course) if beat.performed and beat.performed.cut]


def _greeted_late(course: Course, limits: Limits) -> Iterator[Finding]:
    limit = limits.greeting_by_us if course[0].outbound else limits.greeting
    if course[0].performed and course[0].performed.waited > limit:
        yield Finding("answered", 0, f"it took {course[0].performed.waited:.1f} seconds until we greeted")


def _slow(course: Course, limits: Limits) -> Iterator[Finding]:
    for number, pause in _pauses(course):
        if pause > limits.pause:
            yield Finding("pause", number, f"our answer took {pause:.1f} seconds")


def _lengthy(course: Course, standard: Standard) -> Iterator[Finding]:
    limits = standard.company.courtesy.limits
    for number, beat in enumerate(course):
        said, matter = spoken(beat, standard), _matter(beat, standard)
        if said > limits.speech:
            yield Finding("speech", number, f"we speak for {said:.0f} seconds without a break")
        if matter > limits.matter:
            yield Finding("matter", number, f"the matter takes {matter:.0f} seconds")


def _interrupted(course: Course, limits: Limits) -> Iterator[Finding]:
    cut = _interruptions(course)
    if len(cut) > limits.interruptions:
        yield Finding("interruptions", cut[limits.interruptions], f"we were cut short {len(cut)} times")
