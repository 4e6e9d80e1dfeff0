"""How long things took in a call, as far as its record tells.

The record has the instant of each event. What was said in between is estimated by the pace of the company's
voices, within a sixth; who barges in leaves less time than the sentences need.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from ivr.company.models import Voice
from ivr.company.sentences import seconds
from ivr.conversation.actions import Ask, LookUp
from ivr.conversation.events import Heard, Pressed
from ivr.etiquette.course import Beat, Course, Standard
from ivr.phrases.sentence import SpeechAct

ANSWERED, PAUSE, SPEECH, MATTER = 3.0, 2.0, 45.0, 20.0  # seconds; longer is a finding
MOST_INTERRUPTIONS = 3  # after so many, what is said is too long for who listens
_CUT_SHORT = 0.7  # of what the sentences take, had already passed when somebody answered


@dataclass(frozen=True, slots=True)
class Timing:
    """Lengths in seconds."""

    answered: float  # from the answer of the call to our greeting
    pause: float  # the longest silence of ours before an answer
    speech: float  # the longest that we speak before the other side is to answer, estimated
    matter: float | None  # to state the matter, estimated; None where it is not stated
    interruptions: int  # how often the other side answered before all was said


@dataclass(frozen=True, slots=True)
class Finding:
    """Something took too long."""

    what: str  # "answered", "pause", "speech", "matter" or "interruptions"
    number: int  # of the turn
    why: str


def timing(course: Course, began: datetime, standard: Standard) -> Timing:
    """The lengths of a call that began at ``began``."""
    matters = [said for beat in course if (said := _matter(beat, standard))]
    return Timing(
        answered=_between(began, course[0].at),
        pause=max((seconds for _, seconds in _pauses(course)), default=0.0),
        speech=max(spoken(beat, standard) for beat in course),
        matter=max(matters, default=None),
        interruptions=len(list(_interruptions(course, standard))),
    )


def findings(course: Course, began: datetime, standard: Standard) -> tuple[Finding, ...]:
    """What took too long, by turn."""
    found = (*_slow(course, began), *_lengthy(course, standard), *_interrupted(course, standard))
    return tuple(sorted(found, key=lambda finding: finding.number))


def spoken(beat: Beat, standard: Standard) -> float:
    """About how long it takes to say all of a turn."""
    return sum(_length(sentence.text, sentence.language, standard) for sentence in beat.sentences)


def _length(text: str, language: str, standard: Standard) -> float:
    return seconds(text, language, standard.company.voices.get(language, Voice()).words_per_minute)


def _matter(beat: Beat, standard: Standard) -> float:
    said = (sentence for sentence in beat.sentences if sentence.act is SpeechAct.STATES_MATTER)
    return sum(_length(sentence.text, sentence.language, standard) for sentence in said)


def _between(before: datetime | None, after: datetime | None) -> float:
    return (after - before).total_seconds() if before and after else 0.0


def _pauses(course: Course) -> Iterator[tuple[int, float]]:
    """Where the ledger was asked, the other side waited for it."""
    for number, (before, after) in enumerate(pairwise(course), start=1):
        if isinstance(before.end, LookUp):
            yield number, _between(before.at, after.at)


def _interruptions(course: Course, standard: Standard) -> Iterator[int]:
    for number, (before, after) in enumerate(pairwise(course), start=1):
        answered = isinstance(before.end, Ask) and isinstance(after.event, Pressed | Heard)
        timed = before.at is not None and after.at is not None
        if answered and timed and _between(before.at, after.at) < _CUT_SHORT * spoken(before, standard):
            yield number


def _slow(course: Course, began: datetime) -> Iterator[Finding]:
    answered = _between(began, course[0].at)
    if answered > ANSWERED:
        yield Finding("answered", 0, f"it took {answered:.0f} seconds until we greeted")
    for number, pause in _pauses(course):
        if pause > PAUSE:
            yield Finding("pause", number, f"our answer took {pause:.0f} seconds")


def _lengthy(course: Course, standard: Standard) -> Iterator[Finding]:
    for number, beat in enumerate(course):
        said, matter = spoken(beat, standard), _matter(beat, standard)
        if said > SPEECH:
            yield Finding("speech", number, f"we speak for about {said:.0f} seconds without a break")
        if matter > MATTER:
            yield Finding("matter", number, f"the matter takes about {matter:.0f} seconds")


def _interrupted(course: Course, standard: Standard) -> Iterator[Finding]:
    cut = list(_interruptions(course, standard))
    if len(cut) > MOST_INTERRUPTIONS:
        yield Finding("interruptions", cut[MOST_INTERRUPTIONS], f"we were interrupted {len(cut)} times")
