"""Whether somebody apologises for what they said, in three languages, and not for something else."""

from __future__ import annotations

import pytest

from ivr.understanding.apology import apology
from ivr.understanding.result import Match

APOLOGIES = {
    "sorry": "sorry",
    "I'm so sorry": "I'm so sorry",
    "sorry, I did not mean it": "sorry, I did not mean it",
    "I apologise for that": "I apologise",
    "I shouldn't have said that": "I shouldn't have said that",
    "sorry, sales please": "sorry",
    "atvainojiet": "atvainojiet",
    "atvainojos, es tā nedomāju": "atvainojos, es tā nedomāju",
    "piedodiet, lūdzu": "piedodiet",
    "извините": "извините",
    "izviņite": "izviņite",
}
OTHERS = (
    "sorry?",
    "sorry, what?",
    "atvainojiet, ko?",
    "I am not sorry",
    "I won't apologise",
    "you should apologise to me",
    "you will be sorry",
    "es neatvainošos",
    "sorry excuse of a company",
    "yes",
)


@pytest.mark.parametrize(("words", "part"), APOLOGIES.items())
def test_an_apology_is_heard(words, part):
    found = apology(words)
    assert isinstance(found, Match)
    assert words[slice(*found.span)] == part


@pytest.mark.parametrize("words", OTHERS)
def test_what_is_none_is_none(words):
    assert not isinstance(apology(words), Match)
