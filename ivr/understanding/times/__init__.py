"""Times as people say them, for appointments: "half past three tomorrow", "ceturtdien ap desmitiem"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from functools import lru_cache

from ivr.errors import OperatorError
from ivr.understanding.result import Result
from ivr.understanding.times import english, latvian
from ivr.understanding.times.understand import Tongue, understood
from ivr.understanding.times.when import Grain, Interval, Missing, When

__all__ = ["Grain", "Interval", "Missing", "When", "understand_time"]

TONGUES: Mapping[str, Callable[[], Tongue]] = {"en": english.tongue, "lv": latvian.tongue}


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


@lru_cache(maxsize=len(TONGUES))
def _tongue(language: str) -> Tongue:
    if language not in TONGUES:
        known = ", ".join(sorted(TONGUES))
        raise OperatorError(
            f'Times are not understood in the language "{language}", only in: {known}. '
            "Add its words and rules beside ivr/understanding/times/english, and list it in TONGUES in "
            "ivr/understanding/times/__init__.py."
        )
    return TONGUES[language]()
