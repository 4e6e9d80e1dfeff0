"""What is heard on Twilio, as it is written: the sentences behind <Play> and <Say>."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ivr.calls.desk import LiveCall
from ivr.lines.twilio.saying import Play as Prompt
from ivr.lines.twilio.saying import Speak, Speaker
from ivr.lines.twilio.standin.call import Heard
from ivr.lines.twilio.standin.verbs import Play, Say
from ivr.phrases.sentence import Sentence


@dataclass
class Subtitles:
    """A Speaker that remembers what it decided. May be called from any thread."""

    speak: Speaker
    _sentences: dict[str, str] = field(default_factory=dict)  # by address, or by what is said

    def __call__(self, live: LiveCall, place: str, sentence: Sentence) -> Prompt | Speak:
        """See Speaker."""
        sound = self.speak(live, place, sentence)
        self._sentences[sound.url if isinstance(sound, Prompt) else _plain(sound.text)] = sentence.text
        return sound

    def of(self, heard: Iterable[Heard]) -> Iterator[str]:
        """The sentences that were heard; of a sound that is none, its address."""
        for verb in heard:
            if isinstance(verb, Say):
                yield self._sentences.get(verb.text, verb.text)
            elif isinstance(verb, Play):
                yield self._sentences.get(verb.url, f"[{verb.url}]")


def _plain(text: str) -> str:
    """As a reader of TwiML has it."""
    return " ".join(text.split())
