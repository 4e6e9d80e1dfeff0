"""How a line performed a turn: what it measured, for whoever judges the call afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cut(StrEnum):
    """What the other side cut our words short with."""

    KEY = "key"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Performed:
    """A turn that was heard; lengths in seconds, as its line measured them."""

    waited: float  # from the end of what it answers, or from the pick-up, until its first sound
    lasts: float | None = None  # all that was to be heard; None where the line does not know how long it is
    cut: Cut | None = None  # what ended it before all was heard; None: nothing did
