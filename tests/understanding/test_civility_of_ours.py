"""What we say ourselves is a fair sample of polite speech: none of it is an insult or a threat."""

from __future__ import annotations

import pytest

from ivr.company.loader import load
from ivr.etiquette.signs import SURE
from ivr.phrases.compose import all_fixed
from ivr.understanding.civility import Civility, civility
from tests.conftest import EXAMPLE

OURS = all_fixed(load(EXAMPLE).company)


@pytest.mark.parametrize("text", sorted({sentence.text for sentence in OURS}))
def test_what_we_say_is_civil(text):
    found = civility(text)
    assert found.value not in {Civility.ABUSIVE, Civility.THREAT} or found.confidence < SURE
