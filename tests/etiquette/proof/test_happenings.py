"""What may happen in a proof."""

from __future__ import annotations

import pytest

from ivr.etiquette.proof.happenings import SAID
from ivr.understanding.optout import NOTHING, opt_out
from ivr.understanding.result import NoMatch


@pytest.mark.parametrize("words", SAID)
def test_nothing_that_is_said_asks_never_to_be_called_again(words):
    assert opt_out(words) == NoMatch(NOTHING)
