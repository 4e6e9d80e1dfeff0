"""Of several readings of what was said, those that mean the same make each other surer."""

from __future__ import annotations

import pytest

from ivr.conversation.events import Heard
from ivr.conversation.hearing import hear
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step
from tests.conversation.inbound import NOW
from tests.conversation.test_reception_spoken import short, standing

TEN, TWO = "I would like to talk to sales tomorrow at ten", "I would like to talk to sales tomorrow at two"
BILL, INVOICE = "a question about my bill", "a question about my invoice"


@pytest.mark.parametrize(
    ("step", "words", "confidence", "others", "expected"),
    [
        (Step.HELP, TEN, 0.48, ((TWO, 0.23),), "CALL_BACK call sales 26T10:00"),  # read back anyway
        (Step.HELP, TEN, 0.48, (), "UNSURE call sales 26T10:00"),
        (Step.HELP, TEN, 0.48, (("what are your opening hours", 0.23),), "UNSURE call sales 26T10:00"),
        (Step.HELP, TEN, 0.30, ((TWO, 0.10),), "UNSURE call sales 26T10:00"),  # together still not sure
        (Step.HELP, BILL, 0.5, ((INVOICE, 0.3),), "CHOSE_DEPARTMENT department billing"),
        (Step.HELP, "purple elephants", 0.5, (("purple elephant", 0.4),), "NO_MEANING"),
        (Step.ANYTHING_ELSE, "no", 0.4, (("nope", 0.3),), "THAT_IS_ALL"),
        (Step.ANYTHING_ELSE, "no", 0.4, (("yes", 0.3),), "NO_MEANING"),
    ],
)
def test_readings_that_agree(example, step, words, confidence, others, expected):
    found = hear(Scene(standing(step), example, NOW, Heard(words, confidence, others)))
    assert short(found) == expected
