"""What sounds like "never call me again" by what the whole sentence means, where words leave that in doubt.

A linear model on sentence vectors, made of the examples of ``words/`` and kept in ``sense_en.npz``. It fits
the vectors of the model that ``ivr[vectors]`` installs, and those of no other. To be made again where
examples change: ``python -m ivr.understanding.optout.making``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ivr.understanding.routing.features import Embed, Numbers

KEPT = Path(__file__).with_name("words") / "sense_en.npz"


@dataclass(frozen=True)
class Sense:
    """What was learnt of one language."""

    weights: Numbers  # one for each number of a vector of length 1
    base: float  # what speaks for it where a vector says nothing
    embed: Embed  # gives the vectors

    def hears(self, text: str) -> float:
        """Above 0: it is likelier than not, by the examples."""
        vector = self.embed((text,))[0]
        return float(vector @ self.weights / np.linalg.norm(vector)) + self.base


def sense(embed: Embed) -> Sense:
    """What was kept, for texts in English."""
    with np.load(KEPT, allow_pickle=False) as kept:
        return Sense(kept["weights"].astype(np.float64), float(kept["base"]), embed)
