"""How sure it is that what was decoded was said."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decoder found, and how well the sound fits."""

    words: str
    frames: int  # of 10 ms, that the words take
    fit: float  # how much worse than the best sound of each frame, a frame; 0 would be perfect
    probability: float  # of the words among all that were still considered at the end


def confidence(evidence: Evidence) -> float:
    """0 to 1: the share of such utterances in which just these words were said."""
    return 1 / (1 + math.exp(-(1.0 + 0.5 * evidence.fit)))
