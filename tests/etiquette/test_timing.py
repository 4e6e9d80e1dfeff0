"""How long things took, as the line measured it; what it does not know, by the pace of the voices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ivr.company.courtesy import Courtesy, Limits
from ivr.conversation.performed import Cut, Performed
from ivr.etiquette.course import Standard
from ivr.etiquette.example import ERRAND, PICKED_UP, YES, ask, say, talk, turn
from ivr.etiquette.timing import Finding, Timing, findings, spoken, timing
from ivr.phrases.sentence import SpeechAct
from tests.etiquette.courses import EXAMPLE

A = SpeechAct
TEN_SECONDS = "a" * 150  # letters, by the pace of the example's English voice
SAID = say(A.INFORMS, TEN_SECONDS)
ENDLESS = say(A.INFORMS, TEN_SECONDS * 5)
MATTER, LONG_MATTER = say(A.STATES_MATTER, TEN_SECONDS), say(A.STATES_MATTER, TEN_SECONDS * 3)
SOON, CUT = Performed(0.5, 10.0), Performed(0.5, 10.0, Cut.KEY)


def heard(*performed, pieces=(), errand=None):
    """A course whose turns were heard so; what is missing at the end, and None, was not measured."""
    pieces = pieces or (FIRST, *ASKED[: max(len(performed), 1) - 1])
    course = talk(*pieces, errand=errand)
    told = (*performed, *[None] * (len(course) - len(performed)))
    return tuple(replace(beat, performed=each) for beat, each in zip(course, told, strict=True))


def limited(**limits) -> Standard:
    company = EXAMPLE.company.model_copy(update={"courtesy": Courtesy(limits=Limits(**limits))})
    company.__pydantic_private__ = {"_derived": {}}
    return replace(EXAMPLE, company=company)


FIRST = turn(None, SAID, ask("menu:main"))
ASKED = tuple(turn(YES, SAID, ask(f"menu:{n}")) for n in range(5))
OURS = (turn(PICKED_UP, SAID, ask("convenient")),)

CASES = {
    "all is well": (heard(SOON, SOON), ()),
    "nothing was measured": (heard(None, None), ()),
    "nobody greets for long": (
        heard(Performed(3.2)),
        (Finding("answered", 0, "it took 3.2 seconds until we greeted"),),
    ),
    "whom we call may say who they are": (heard(Performed(4.2), pieces=OURS, errand=ERRAND), ()),
    "whom we call waits too long": (
        heard(Performed(5.3), pieces=OURS, errand=ERRAND),
        (Finding("answered", 0, "it took 5.3 seconds until we greeted"),),
    ),
    "a silence of ours": (
        heard(SOON, Performed(2.6), SOON),
        (Finding("pause", 1, "our answer took 2.6 seconds"),),
    ),
    "a speech, as its prompt lasts": (
        heard(Performed(0.1, 46.2)),
        (Finding("speech", 0, "we speak for 46 seconds without a break"),),
    ),
    "a speech, by the pace of the voice": (
        heard(None, pieces=(turn(None, ENDLESS, ask("menu:main")),)),
        (Finding("speech", 0, "we speak for 50 seconds without a break"),),
    ),
    "a matter that takes long": (
        heard(None, pieces=(turn(PICKED_UP, LONG_MATTER, ask("x")),), errand=ERRAND),
        (Finding("matter", 0, "the matter takes 30 seconds"),),
    ),
    "cut short three times": (heard(CUT, CUT, CUT, SOON), ()),
    "cut short five times, by key and by word": (
        heard(CUT, CUT, Performed(0.5, 9.0, Cut.SPEECH), SOON, CUT, CUT),
        (Finding("interruptions", 4, "we were cut short 5 times"),),
    ),
}


@pytest.mark.parametrize(("course", "expected"), CASES.values(), ids=CASES)
def test_what_takes_too_long(course, expected):
    assert findings(course, EXAMPLE) == expected


LIMITED = {
    "greeting": (heard(Performed(0.8)), "answered"),
    "pause": (heard(SOON, Performed(0.8)), "pause"),
    "speech": (heard(SOON), "speech"),
    "matter": (heard(None, pieces=(turn(None, MATTER, ask("x")),)), "matter"),
    "interruptions": (heard(CUT), "interruptions"),
}
OF_THEIR_OWN = {"greeting": 0.7, "pause": 0.7, "speech": 9, "matter": 9, "interruptions": 0}


@pytest.mark.parametrize(("course", "what"), LIMITED.values(), ids=LIMITED)
def test_a_company_has_limits_of_its_own(course, what):
    assert what not in {found.what for found in findings(course, EXAMPLE)}
    assert what in {found.what for found in findings(course, limited(**OF_THEIR_OWN))}


def test_the_lengths_of_a_call():
    pieces = (OURS[0], turn(YES, SAID, MATTER, ask("question:1")), *ASKED[:2])
    course = heard(Performed(1.2), Performed(0.4, 22.0), Performed(0.9, 8.0, Cut.SPEECH), pieces=pieces)
    assert timing(course, EXAMPLE) == Timing(1.2, 0.9, 22.0, pytest.approx(11.0), 1)


def test_what_was_not_measured_is_not_known():
    assert timing(heard(None, None), EXAMPLE) == Timing(None, None, pytest.approx(10.0), None, None)


def test_a_slower_voice_takes_longer():
    voices = {"en": {"words_per_minute": 100}}
    slow = EXAMPLE.company.model_validate(
        {**EXAMPLE.company.model_dump(exclude_unset=True), "voices": voices}
    )
    beat = heard(None)[0]
    assert spoken(beat, replace(EXAMPLE, company=slow)) == pytest.approx(1.5 * spoken(beat, EXAMPLE))
