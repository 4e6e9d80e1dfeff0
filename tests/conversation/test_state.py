"""How often a question was asked is told of the one that was asked last."""

from __future__ import annotations

import pytest

from ivr.conversation.state import State, Step


@pytest.mark.parametrize(
    ("question", "times"),
    [("menu:main", 2), ("menu:sales", 0), ("", 0)],
    ids=["asked last", "another", "none"],
)
def test_how_many_times_in_a_row_a_question_was_asked(question, times):
    state = State(Step.MENU, "lv", "+37167000100", None, question="menu:main", asked=2)
    assert state.times_asked(question) == times
    assert state.is_asked(question) is bool(times)
