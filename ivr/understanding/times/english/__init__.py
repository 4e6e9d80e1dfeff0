"""English: its words, and what only its grammar has."""

from __future__ import annotations

from ivr.understanding.times.english.calendar_words import CALENDAR
from ivr.understanding.times.english.feasts import FEASTS
from ivr.understanding.times.english.numbers import NUMBER_WORDS
from ivr.understanding.times.english.rules import LAYERS
from ivr.understanding.times.english.small_words import SMALL_WORDS
from ivr.understanding.times.pieces import Lexicon
from ivr.understanding.times.shapes import NUMBER, SHAPES
from ivr.understanding.times.understand import Tongue
from ivr.understanding.times.zones import ZONES


def tongue() -> Tongue:
    """The language, ready for use."""
    words = (*SMALL_WORDS, *NUMBER_WORDS, *CALENDAR, *FEASTS, *ZONES)
    return Tongue(Lexicon((*SHAPES, NUMBER), words), LAYERS)
