"""The port of a voice: words in, sound out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ivr.company.models import Voice


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A piece of mono sound."""

    samples: NDArray[np.int16]  # shape (n,), full scale is ±32767
    rate: int  # samples per second

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate


class Engine(Protocol):
    """A voice engine. May be called from any thread; the same call always gives the same samples."""

    @property
    def version(self) -> str:
        """Name and version; changes whenever the same text would sound different."""

    def render(self, text: str, language: str, voice: Voice) -> Sound:
        """``text``, plain words and no markup, said in ``language`` ("lv", "en").

        Raises:
            SpeechError: the engine has no such voice, or cannot say this text.
        """
