"""Latvian: its words, and what only its grammar has."""

from __future__ import annotations

from ivr.understanding.times.latvian.calendar_words import CALENDAR
from ivr.understanding.times.latvian.feasts import FEASTS
from ivr.understanding.times.latvian.numbers import NUMBER_WORDS
from ivr.understanding.times.latvian.rules import LAYERS
from ivr.understanding.times.latvian.small_words import SMALL_WORDS
from ivr.understanding.times.pieces import Lexicon
from ivr.understanding.times.shapes import NUMBER, SHAPES, shape
from ivr.understanding.times.understand import Tongue
from ivr.understanding.times.zones import ZONES

_SHAPES = (
    shape(r"(?:plkst|pulkst|pl)\.?(?!\w)", lambda _: ("at", None)),
    shape(r"(\d{1,4})\.(?=\s*[^\W\d])", lambda match: ("ord", int(match[1]))),
    shape(
        r"(\d{1,2})-?(?:ais|ajam|ajai|ajā|ajaa|aja|ajos|ā|a|o)(?!\w)", lambda match: ("ord", int(match[1]))
    ),
)


def tongue() -> Tongue:
    """The language, ready for use."""
    words = (*SMALL_WORDS, *NUMBER_WORDS, *CALENDAR, *FEASTS, *ZONES)
    return Tongue(Lexicon((*SHAPES, *_SHAPES, NUMBER), words), LAYERS)
