"""How sure it is that what was decoded was said.

The bounds were measured with recordings of spoken digits and with synthetic voices over G.711, some of them
in noise: where both passes agree and the fit is above its bound, 96 % were right. Of sentences that are no
part of the grammar, 2 to 3 % got as far. One word is told by less sound than several, so its bound is higher.
A digit that was not expected among the other digits is the hardest case: one in five is taken for another.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ENOUGH = 0.6  # what a conversation takes without confirming it; the confidence at a bound
ONE_WORD, MORE_WORDS = -5.0, -6.5  # bounds of the fit
STEEPNESS = 0.6  # how fast confidence changes with the fit, in logits
# How sure it must be that somebody was rude, by the rule of the grammar ``conduct``. Of 290 sentences that
# are no part of it, most of them chosen to sound like one, 48 got to ENOUGH, and none as far as this.
OFFENCES: Mapping[str, float] = {"insult": 0.92, "frustration": 0.92, "threat": 0.95}
ALONE = 0.5  # of the confidence that is left where the passes do not agree


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one pass over an utterance found."""

    words: str
    fit: float  # how much less likely than the best sounds without any words, a frame of them; 0 is perfect


def weighed(first: Evidence, second: Evidence | None) -> Iterator[tuple[str, float]]:
    """Words and confidence, the likelier ones first; ``first`` is of the better pass."""
    if second is None or second.words == first.words:
        yield first.words, confidence(first) * (1 if second else ALONE)
        return
    yield first.words, confidence(first) * ALONE
    yield second.words, min(confidence(second), confidence(first)) * ALONE / 2


def guarded(sure: float, offence: str | None) -> float:
    """The confidence in words that would be rude: whoever did not say them is not to be taken for rude.

    Args:
        offence: a key of OFFENCES; None where nothing is rude.
    """
    return sure if offence is None or sure >= OFFENCES[offence] else min(sure, ALONE)


def confidence(found: Evidence) -> float:
    """0 to 1: of utterances on which both passes agree."""
    bound = MORE_WORDS if " " in found.words else ONE_WORD
    return 1 / (1 + math.exp(-STEEPNESS * (found.fit - bound)) * (1 - ENOUGH) / ENOUGH)
