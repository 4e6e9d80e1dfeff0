"""Decides how each sentence sounds: the company's own recording, a voice of Twilio's, or a prompt of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ivr.calls.desk import LiveCall
from ivr.calls.ports import Prompts
from ivr.company.models import Company
from ivr.errors import SpeechError
from ivr.lines.twilio import words
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.saying import Play, Speak
from ivr.lines.twilio.sound import FixedSound, SaidSound, SoundNames, fixed_sentences, version
from ivr.log import logger
from ivr.phrases.sentence import Sentence

Said = Play | Speak


@dataclass(slots=True)
class CompanySpeaker:
    """A Speaker (saying.py), for every call and every company file."""

    prompts: Prompts
    names: SoundNames
    addresses: Addresses
    _known: dict[str, dict[tuple[str, str], Said]] = field(default_factory=dict)  # by fingerprint

    def prepare(self, fingerprint: str, company: Company) -> None:
        """Settle how every fixed sentence of a company file sounds; looks anew for its own recordings."""
        known: dict[tuple[str, str], Said] = {}
        for place, sentence in fixed_sentences(company).items():
            try:
                known[place] = self._sound(company, sentence, _fixed(fingerprint, sentence))
            except SpeechError as error:  # tried again when it is to be said
                _log(sentence, error)
        self._known[fingerprint] = known

    def __call__(self, live: LiveCall, place: str, sentence: Sentence) -> Said:
        """See Speaker. Raises SpeechError where Twilio has no voice for that language either."""
        if self._is_fixed(live.company, sentence):
            return self.fixed(live.fingerprint, live.company, sentence)
        said = SaidSound(live.call.call_id, str(live.first), place)
        return self._said(live.company, sentence, lambda _: said)

    def fixed(self, fingerprint: str, company: Company, sentence: Sentence) -> Said:
        """How a fixed sentence of a company file sounds, in any call. Raises SpeechError as above."""
        known = self._known.get(fingerprint, {}).get((sentence.language, sentence.phrase))
        return known or self._said(company, sentence, _fixed(fingerprint, sentence))

    def _is_fixed(self, company: Company, sentence: Sentence) -> bool:
        return fixed_sentences(company).get((sentence.language, sentence.phrase)) == sentence

    def _said(self, company: Company, sentence: Sentence, named: Named) -> Said:
        """``_sound``, or else whatever voice Twilio has: it is said rather than left out."""
        try:
            return self._sound(company, sentence, named)
        except SpeechError as error:
            _log(sentence, error)
            voice = words.voice(company, sentence.language)
            if voice is None:
                raise
            return self._speak(company, sentence, voice)

    def _sound(self, company: Company, sentence: Sentence, named: Named) -> Said:
        twilio = company.twilio.get(sentence.language)
        if twilio and twilio.voice and not self.prompts.recorded(company, sentence):
            return self._speak(company, sentence, twilio.voice)
        # Made now, not when it is fetched: then it would be too late to say it otherwise.
        path = self.prompts.file(company, (sentence,))
        return Play(self.addresses.sound(self.names.of(named(path))))

    def _speak(self, company: Company, sentence: Sentence, voice: str) -> Speak:
        return Speak(sentence.spoken, voice, words.language(company, sentence.language))


Named = Callable[[Path], FixedSound | SaidSound]  # what a prompt is called, by its file


def _fixed(fingerprint: str, sentence: Sentence) -> Named:
    return lambda path: FixedSound(fingerprint, sentence.language, sentence.phrase, version(path))


def _log(sentence: Sentence, error: SpeechError) -> None:
    logger().error("sentence_unsaid", phrase=sentence.phrase, language=sentence.language, error=str(error))
