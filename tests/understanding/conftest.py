"""What is understood in these tests is understood by words, whatever ran before in the same process."""

from __future__ import annotations

import pytest

from ivr.understanding.optout import prepare


@pytest.fixture(autouse=True, scope="module")
def _by_words_alone() -> None:
    """A service that another test began has its sentence vectors count from then on."""
    prepare()
