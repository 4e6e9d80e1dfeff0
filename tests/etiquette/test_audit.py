"""The score of a call, and the reasons for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ivr.company.courtesy import Courtesy, Rule
from ivr.conversation.performed import Cut, Performed
from ivr.etiquette.audit import Reason, audit
from ivr.etiquette.course import course_of
from ivr.etiquette.example import HANG_UP, YES, ask, say, talk, turn
from ivr.phrases.sentence import SpeechAct
from tests.etiquette.courses import EXAMPLE

A = SpeechAct
BEGAN = datetime(2026, 11, 25, 8, tzinfo=UTC)
HELLO = say(A.GREETS, "Ozols, good afternoon.")
HELP, PERSON = say(A.OFFERS_HELP, "How can I help you?"), say(A.OFFERS_PERSON, "For a person, press zero.")
INFORMAL = say(A.INFORMS, "Hey.")
MENU = turn(None, HELLO, HELP, PERSON, ask("menu:main"))
GOODBYE = turn(YES, say(A.THANKS, "Thank you for calling Ozols."), say(A.PARTS, "Goodbye!"), HANG_UP)
UNASKED = turn(None, HELLO, PERSON, ask("menu:main"))
ENDLESS = turn(YES, *(say(A.INFORMS, "a" * 150) for _ in range(5)), ask("y"))


def rude(times: int):
    return tuple(turn(YES, INFORMAL, say(A.INFORMS, str(n)), ask(f"q{n}")) for n in range(times))


SCORES = {
    "a perfect call": ((MENU, GOODBYE), 100, []),
    "a starred norm once": ((MENU, *rude(1), GOODBYE), 70, ["B3"]),
    "and again": ((MENU, *rude(2), GOODBYE), 60, ["B3", "B3"]),
    "two starred norms": ((MENU, *rude(1), turn(YES, HANG_UP)), 40, ["B3", "B1"]),
    "a norm without a star": ((UNASKED, GOODBYE), 90, ["I3"]),
    "too long": ((MENU, ENDLESS, GOODBYE), 97, ["time:speech"]),
    "never below nothing": ((MENU, *rude(12), GOODBYE), 0, ["B3"] * 12),
}


@pytest.mark.parametrize(("pieces", "score", "norms"), SCORES.values(), ids=SCORES)
def test_the_score_and_its_reasons(pieces, score, norms):
    found = audit(talk(*pieces), EXAMPLE)
    assert (found.score, [reason.norm for reason in found.reasons]) == (score, norms)


def test_a_reason_tells_its_turn_its_points_and_why():
    found = audit(talk(MENU, *rude(1), GOODBYE), EXAMPLE)
    assert found.reasons == (Reason("B3", True, 1, 30, '"Hey" is no formal address'),)
    assert found.starred == 1


def test_the_companys_own_rules_count_like_norms():
    rule = Rule(id="r", kind="never_say", why="No.", words={"en": ("good afternoon",)})
    company = EXAMPLE.company.model_copy(update={"courtesy": Courtesy(rules=(rule,))})
    company.__pydantic_private__ = {"_derived": {}}
    found = audit(talk(MENU, GOODBYE), replace(EXAMPLE, company=company))
    assert [(reason.norm, reason.points) for reason in found.reasons] == [("own:r", 10)]


def test_the_course_of_a_call_on_record():
    beats = talk(MENU, GOODBYE)
    heard = Performed(0.4, 2.5, Cut.KEY)
    read = course_of((BEGAN, beat.event, beat.turn, heard) for beat in beats)
    assert read == tuple(replace(beat, at=BEGAN, performed=heard) for beat in beats)
