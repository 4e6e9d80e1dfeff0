"""A click or a breath after the tone is no message, and its file is not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ivr.company.models import Company
from ivr.conversation.actions import DropMessage, KeepMessage
from ivr.conversation.engine import advance
from ivr.conversation.events import Recorded
from ivr.conversation.state import State, Step

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
AT_THE_TONE = State(Step.MESSAGE, "lv", "+37167000100", None, wanted="sales", department="sales")


@pytest.mark.parametrize(
    ("seconds", "hung_up", "dropped"),
    [(0.4, True, True), (0.4, False, True), (0.0, True, False), (0.0, False, False), (3.0, True, False)],
)
def test_what_is_too_short_to_be_a_message_is_dropped(
    example: Company, seconds: float, hung_up: bool, dropped: bool
) -> None:
    turn = advance(AT_THE_TONE, Recorded("messages/1.wav", seconds, hung_up), example, NOW)
    assert (DropMessage("messages/1.wav") in turn.actions) is dropped
    assert any(isinstance(action, KeepMessage) for action in turn.actions) is (seconds > 1)


def test_also_the_last_one_before_the_goodbye_is_dropped(example: Company) -> None:
    asked_twice = replace(AT_THE_TONE, question="message:sales", asked=2)
    turn = advance(asked_twice, Recorded("messages/2.wav", 0.4), example, NOW)
    assert turn.state.step is Step.ENDED
    assert DropMessage("messages/2.wav") in turn.actions
