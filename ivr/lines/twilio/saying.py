"""How a sentence sounds on Twilio: a file of ours that it plays, or a text that it says in its own voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ivr.calls.desk import LiveCall
from ivr.phrases.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Play:
    """<Play>: a prompt that we serve."""

    url: str


@dataclass(frozen=True, slots=True)
class Speak:
    """<Say>: a voice of Twilio's."""

    text: str  # as it is to be spoken
    voice: str  # "Google.lv-LV-Standard-B"
    language: str  # BCP 47, "lv-LV"


class Speaker(Protocol):
    """Decides how sentences sound. May be called from any thread."""

    def __call__(self, live: LiveCall, place: str, sentence: Sentence) -> Play | Speak:
        """How ``sentence`` sounds in this call.

        Args:
            place: where the turn has it: "3" in ``live.turn.actions[3]``, "b1" in the briefing of its
                transfer; by this, the call and ``live.first`` any service finds it again in the records.
                "queue" for the fixed sentence that whoever waits in a queue hears.

        Raises:
            SpeechError: no voice could say it.
        """
