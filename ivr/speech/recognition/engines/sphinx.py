"""The engine pocketsphinx: English, by grammars; with the acoustic model and the dictionary of its own wheel.

That model was learnt from sound at 16 kHz. Its features from sound at 8 kHz recognise half as much as those
of sound that is brought to 16 kHz before.
"""

from __future__ import annotations

import functools
import itertools
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pocketsphinx
import soxr

from ivr.conversation.vocabulary import Vocabulary
from ivr.log import logger
from ivr.speech.recognition import grammar
from ivr.speech.recognition.automaton import Automaton
from ivr.speech.recognition.recognizer import RATE, Hypothesis, Samples

WIDE = 16_000  # samples per second
SILENCE = 0.3  # seconds of it on both sides of an utterance
MOST_GRAMMARS = 64  # kept compiled in a process
LETTERS = {"a_m": "EY EH M", "p_m": "P IY EH M"}  # words of our grammars that no dictionary has
_MODEL = Path(pocketsphinx.get_model_path("en-us"))


@dataclass(frozen=True, slots=True)
class _Known:
    """A vocabulary that is compiled."""

    said: Automaton
    phrases: dict[str, str]  # by their words


class Sphinx:
    """See the port. It takes 50 ms to make, and about 20 ms for an utterance."""

    languages = frozenset({"en"})
    seconds = 1.0

    def __init__(self) -> None:
        self._decoder = pocketsphinx.Decoder(
            hmm=str(_MODEL / "en-us"),
            dict=None,
            lm=None,
            beam=1e-35,
            pbeam=1e-35,
            wbeam=1e-25,
            maxhmmpf=2000,
            loglevel="FATAL",
        )
        self._known: OrderedDict[Vocabulary, _Known] = OrderedDict()

    def prepare(self, vocabulary: Vocabulary) -> None:
        """See the port. Up to half a second."""
        self._prepared(vocabulary)

    def recognize(self, samples: Samples, vocabulary: Vocabulary) -> tuple[Hypothesis, ...]:
        """See the port."""
        known = self._prepared(vocabulary)
        decoder = self._decoder
        decoder.activate_search(_name(vocabulary))
        decoder.start_utt()
        decoder.process_raw(_wide(samples), full_utt=True)
        decoder.end_utt()
        found = decoder.hyp()
        if found is None or not known.said.accepts(found.hypstr.split()):  # half of something, otherwise
            return ()
        return (Hypothesis(known.phrases.get(found.hypstr, found.hypstr), 0.8),)

    def _prepared(self, vocabulary: Vocabulary) -> _Known:
        """What the decoder knows of it, the grammar being compiled."""
        if vocabulary in self._known:
            self._known.move_to_end(vocabulary)
            return self._known[vocabulary]
        heard = {
            words: phrase
            for words, phrase in grammar.phrases(vocabulary).items()
            if self._add_all(words) or self._tell_unheard(phrase)
        }
        said = grammar.automaton_of(vocabulary, heard)
        self._compile(vocabulary, said)
        self._known[vocabulary] = _Known(said, {" ".join(words): phrase for words, phrase in heard.items()})
        if len(self._known) > MOST_GRAMMARS:
            self._decoder.remove_search(_name(self._known.popitem(last=False)[0]))
        return self._known[vocabulary]

    def _compile(self, vocabulary: Vocabulary, said: Automaton) -> None:
        for word in {word for _, _, word in said.edges}:
            self._add(word)
        ways = [(one, two, 1.0, word) for one, two, word in said.edges]
        name = _name(vocabulary)
        self._decoder.add_fsg(name, self._decoder.create_fsg(name, said.start, said.end, ways))

    def _add(self, word: str) -> bool:
        if self._decoder.lookup_word(word) is not None:
            return True
        said = tuple(_pronunciations(word))
        for number, phones in enumerate(said, 1):
            self._decoder.add_word(word if number == 1 else f"{word}({number})", phones, False)
        return bool(said)

    def _add_all(self, words: tuple[str, ...]) -> bool:
        return {True} == {self._add(word) for word in words}

    def _tell_unheard(self, phrase: str) -> bool:
        logger().warning("phrase_not_heard", phrase=phrase, why="the dictionary lacks a word of it")
        return False


def _name(vocabulary: Vocabulary) -> str:
    return str(hash(vocabulary))


def _wide(samples: Samples) -> bytes:
    silence = np.zeros(int(SILENCE * RATE), np.float32)
    heard = np.concatenate([silence, samples.astype(np.float32) / 32_768, silence])
    wide = soxr.resample(heard, RATE, WIDE)
    return bytes((np.clip(wide, -1, 1) * 32_767).astype(np.int16))


@functools.cache
def dictionary() -> dict[str, str]:
    """Phones by word, read once (0.1 s); another pronunciation of "a" is that of "a(2)"."""
    lines = (_MODEL / "cmudict-en-us.dict").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


def _pronunciations(word: str) -> Iterator[str]:
    if word in LETTERS:
        yield LETTERS[word]
    names = (word if number == 1 else f"{word}({number})" for number in range(1, 10))
    yield from itertools.takewhile(bool, (dictionary().get(name, "") for name in names))
