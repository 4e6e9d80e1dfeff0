"""Times as people say them, for appointments: "half past three tomorrow", "ceturtdien ap desmitiem"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from functools import lru_cache
from importlib import import_module

from ivr.errors import OperatorError
from ivr.understanding.result import Result
from ivr.understanding.times.understand import Tongue, understood
from ivr.understanding.times.when import Grain, Interval, Missing, When

__all__ = ["Grain", "Interval", "Missing", "When", "prepare", "understand_time"]

# Language → the package beside this file, imported when it is first needed: to make the tables of words takes
# a twentieth of a second, and a proof understands no times.
TONGUES: Mapping[str, str] = {"en": "english", "lv": "latvian"}


def understand_time(
    words: str, language: str, now: datetime, zone: tzinfo, asked: Missing | None = None
) -> Result[When]:
    """What a person says of a time.

    Args:
        words: as recognised, or as typed.
        language: "lv", "en".
        now: aware.
        zone: where the person is; the result is told on those clocks.
        asked: what was just asked for: "ten" is an hour where the hour was, "the tenth" goes without saying.

    Raises:
        OperatorError: no such language.
        ValueError: ``now`` is naive.
    """
    return understood(words, _tongue(language), now, zone, asked)


def prepare() -> None:
    """Make the tables of all languages now, for which the first caller would have to wait."""
    for language in TONGUES:
        _tongue(language)


@lru_cache(maxsize=len(TONGUES))
def _tongue(language: str) -> Tongue:
    if language not in TONGUES:
        known = ", ".join(sorted(TONGUES))
        raise OperatorError(
            f'Times are not understood in the language "{language}", only in: {known}. '
            "Add its words and rules beside ivr/understanding/times/english, and list it in TONGUES in "
            "ivr/understanding/times/__init__.py."
        )
    tongue: Tongue = import_module(f"{__name__}.{TONGUES[language]}").tongue()
    return tongue
