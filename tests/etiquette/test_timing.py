"""How long things took, from the instants on record and the pace of the voices."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ivr.conversation.actions import LookUp
from ivr.conversation.events import Found, Heard, Silence
from ivr.etiquette.example import ERRAND, PICKED_UP, YES, ask, say, talk, turn
from ivr.etiquette.timing import Finding, findings, spoken, timing
from ivr.phrases.sentence import SpeechAct
from tests.etiquette.courses import EXAMPLE

A = SpeechAct
BEGAN = datetime(2026, 11, 25, 8, tzinfo=UTC)
TEN_SECONDS = "a" * 150  # letters, by the pace of the example's English voice
SAID = say(A.INFORMS, TEN_SECONDS)
ENDLESS = say(A.INFORMS, TEN_SECONDS * 5)
MATTER, LONG_MATTER = say(A.STATES_MATTER, TEN_SECONDS), say(A.STATES_MATTER, TEN_SECONDS * 3)


def timed(*pieces, at, errand=None):
    """A course with the seconds, from the beginning of the call, at which the events came."""
    course = talk(*pieces, errand=errand)
    return tuple(
        replace(beat, at=BEGAN + timedelta(seconds=seconds)) for beat, seconds in zip(course, at, strict=True)
    )


FIRST = turn(None, SAID, ask("menu:main"))
ASKED = tuple(turn(YES, SAID, ask(f"menu:{n}")) for n in range(5))
LOOKS = turn(YES, SAID, LookUp("sales", BEGAN, BEGAN))

CASES = {
    "all is well": (timed(FIRST, *ASKED[:1], at=(0, 12)), ()),
    "nobody answers for long": (
        timed(FIRST, at=(4,)),
        (Finding("answered", 0, "it took 4 seconds until we greeted"),),
    ),
    "a silence of ours": (
        timed(FIRST, LOOKS, turn(Found(()), SAID, ask("slots")), at=(0, 12, 15)),
        (Finding("pause", 2, "our answer took 3 seconds"),),
    ),
    "a speech": (
        timed(turn(None, ENDLESS, ask("menu:main")), at=(0,)),
        (Finding("speech", 0, "we speak for about 50 seconds without a break"),),
    ),
    "a matter that takes long": (
        timed(turn(PICKED_UP, LONG_MATTER, ask("x")), at=(0,), errand=ERRAND),
        (Finding("matter", 0, "the matter takes about 30 seconds"),),
    ),
    "interrupted three times": (timed(FIRST, *ASKED[:3], at=(0, 5, 10, 15)), ()),
    "interrupted five times": (
        timed(FIRST, *ASKED, at=(0, 5, 10, 15, 20, 25)),
        (Finding("interruptions", 4, "we were interrupted 5 times"),),
    ),
}


@pytest.mark.parametrize(("course", "expected"), CASES.values(), ids=CASES)
def test_what_takes_too_long(course, expected):
    assert findings(course, BEGAN, EXAMPLE) == expected


def test_the_lengths_of_a_call():
    course = timed(
        turn(PICKED_UP, SAID, ask("convenient")),
        turn(Heard("yes"), SAID, MATTER, LookUp("sales", BEGAN, BEGAN)),
        turn(Found(()), SAID, ask("slots")),
        turn(Silence(), SAID, ask("slots")),
        at=(1, 3, 4, 10),
        errand=ERRAND,
    )
    found = timing(course, BEGAN, EXAMPLE)
    assert (found.answered, found.pause, found.interruptions) == (1.0, 1.0, 1)
    assert (found.speech, found.matter) == (pytest.approx(20.0), pytest.approx(10.0))


def test_a_call_without_a_matter_has_none():
    assert timing(timed(FIRST, at=(0,)), BEGAN, EXAMPLE).matter is None


def test_a_slower_voice_takes_longer():
    voices = {"en": {"words_per_minute": 100}}
    slow = EXAMPLE.company.model_validate(
        {**EXAMPLE.company.model_dump(exclude_unset=True), "voices": voices}
    )
    beat = timed(FIRST, at=(0,))[0]
    assert spoken(beat, replace(EXAMPLE, company=slow)) == pytest.approx(1.5 * spoken(beat, EXAMPLE))
