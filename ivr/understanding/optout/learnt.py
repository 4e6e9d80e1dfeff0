"""What sounds like "never call me again" where no rule knows the wording: learnt from many ways to say it.

The examples are in ``words/``; the everyday sentences of the router tell what is said in other matters.
"""

from __future__ import annotations

from pathlib import Path

from ivr.understanding.ear import Ear, lines
from ivr.understanding.ear import learn as learn_examples
from ivr.understanding.optout.table import OptOuts
from ivr.understanding.quoting import own_words
from ivr.understanding.routing.language import language
from ivr.understanding.utterance import reduced

WORDS = Path(__file__).with_name("words")
STRENGTH = 30.0  # how closely the examples are followed


def learn(code: str, table: OptOuts) -> Ear:
    """What the examples of a language (two letters) teach; takes about half a second."""
    asked, other = ([reduced(own_words(text), table.same) for text in some] for some in examples(code))
    return learn_examples(table.kinds, asked, other, STRENGTH)


def examples(code: str) -> tuple[list[str], list[str]]:
    """How people of a language (two letters) ask it, and what else they say."""
    asked, other = (lines(WORDS / f"{name}_{code}.txt") for name in ("asked", "other"))
    return asked, [*other, *language(code).everyday]
