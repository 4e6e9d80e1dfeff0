"""The engine pocketsphinx: English, by grammars; with the model and the dictionary of its own wheel."""

from __future__ import annotations

import functools
import itertools
import math
import tempfile
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pocketsphinx

from ivr.log import logger
from ivr.speech.recognition import grammar
from ivr.speech.recognition.automaton import Automaton
from ivr.speech.recognition.confidence import Evidence, guarded, weighed
from ivr.speech.recognition.engines.features import features, write_transform
from ivr.speech.recognition.pronouncing import pronounced
from ivr.speech.recognition.recognizer import Expected, Hypothesis, Samples

MOST_GRAMMARS = 64  # kept compiled in a process
CUT_OFF = 12  # frames: where the words end earlier before the sound does, the search lost its way
BEAMS = {"beam": 1e-40, "pbeam": 1e-40, "wbeam": 1e-25, "maxhmmpf": 2000}  # narrower is faster, and deafer
EXTRA: Mapping[str, tuple[str, ...]] = {  # pronunciations that the dictionary lacks
    "a_m": ("EY EH M",),
    "p_m": ("P IY EH M",),
    "six": ("F IH K S",),  # a telephone leaves of a first /s/ little more than of an /f/
}
_MODEL = Path(pocketsphinx.get_model_path("en-us"))


@dataclass(frozen=True, slots=True)
class _Known:
    """A vocabulary that is compiled."""

    said: Automaton
    phrases: Mapping[str, str]  # by their words


class Sphinx:
    """See the port. It takes 0.1 s to make.

    An utterance is decoded twice: with the model as it is fitted to telephones, and as it was learnt. Where
    both hear the same words, it is far likelier that these were said than the score of either tells.
    """

    languages = frozenset({"en"})
    seconds = 1.0

    def __init__(self) -> None:
        self._fitted, self._plain = _Pass(_decoder(fitted=True)), _Pass(_decoder(fitted=False))

    def prepare(self, vocabulary: Expected) -> None:
        """See the port. Up to half a second."""
        for decoding in (self._fitted, self._plain):
            decoding.known(vocabulary)

    def recognize(self, samples: Samples, vocabulary: Expected) -> tuple[Hypothesis, ...]:
        """See the port. Whole utterances of the grammar alone; a half of one is nothing."""
        cepstra = features(samples)
        found = self._fitted.decode(cepstra, vocabulary)
        if found is None:
            return ()
        second = self._plain.decode(cepstra, vocabulary)
        phrases = self._fitted.known(vocabulary).phrases
        return tuple(
            Hypothesis(
                phrases.get(words) or grammar.written(words),
                guarded(sure, grammar.offence(words, vocabulary.language)),
            )
            for words, sure in weighed(found, second)
        )


class _Pass:
    """A decoder, and the grammars that were compiled in it."""

    def __init__(self, decoder: pocketsphinx.Decoder) -> None:
        self._decoder = decoder
        self._known: OrderedDict[Expected, _Known] = OrderedDict()

    def decode(self, cepstra: bytes, vocabulary: Expected) -> Evidence | None:
        """The likeliest whole utterance of the grammar; None where the search came to no end of one."""
        said = self.known(vocabulary).said
        decoder = self._decoder
        decoder.activate_search(_name(vocabulary))
        decoder.start_utt()
        decoder.process_cep(cepstra, full_utt=True)
        decoder.end_utt()
        found, frames = decoder.hyp(), decoder.n_frames()
        parts = list(decoder.seg() or ()) if found and found.hypstr else []
        lost = not parts or parts[-1].end_frame < frames - CUT_OFF
        return None if lost or not said.accepts(found.hypstr.split()) else _evidence(found, parts)

    def known(self, vocabulary: Expected) -> _Known:
        """What the decoder knows of it, the grammar being compiled."""
        if vocabulary in self._known:
            self._known.move_to_end(vocabulary)
            return self._known[vocabulary]
        heard = {
            words: phrase
            for words, phrase in grammar.phrases(vocabulary).items()
            if self._add_all(words) or _tell_unheard(phrase)
        }
        said = grammar.automaton_of(vocabulary, heard)
        self._compile(vocabulary, said)
        self._known[vocabulary] = _Known(said, {" ".join(words): phrase for words, phrase in heard.items()})
        if len(self._known) > MOST_GRAMMARS:
            self._decoder.remove_search(_name(self._known.popitem(last=False)[0]))
        return self._known[vocabulary]

    def _compile(self, vocabulary: Expected, said: Automaton) -> None:
        self._add_all(tuple({word for _, _, word in said.edges}))
        ways = [(one, two, 1.0, word) for one, two, word in said.edges]
        name = _name(vocabulary)
        self._decoder.add_fsg(name, self._decoder.create_fsg(name, said.start, said.end, ways))

    def _add_all(self, words: tuple[str, ...]) -> bool:
        return {True} == {self._add(word) for word in words}

    def _add(self, word: str) -> bool:
        if self._decoder.lookup_word(word) is not None:
            return True
        said = tuple(_pronunciations(word))
        for number, phones in enumerate(said, 1):
            self._decoder.add_word(word if number == 1 else f"{word}({number})", phones, False)
        return bool(said)


def _decoder(fitted: bool) -> pocketsphinx.Decoder:
    with tempfile.TemporaryDirectory() as folder:
        transform = Path(folder) / "telephone.mllr"
        write_transform(_MODEL / "en-us", transform)
        return pocketsphinx.Decoder(
            hmm=str(_MODEL / "en-us"),
            mllr=str(transform) if fitted else None,
            cmn="none",  # ``features`` has taken the mean off
            dict=None,
            lm=None,
            loglevel="FATAL",
            **BEAMS,
        )


def _evidence(found: Any, parts: list[Any]) -> Evidence:
    spoken = [part for part in parts if not part.word.startswith(("<", "["))]
    frames = sum(part.end_frame - part.start_frame + 1 for part in spoken)
    return Evidence(found.hypstr, 1e3 * math.log(max(found.score, 1e-300)) / max(frames, 1))


def _tell_unheard(phrase: str) -> bool:
    logger().warning("phrase_not_heard", phrase=phrase, why="nobody knows how a word of it is said")
    return False


def _name(vocabulary: Expected) -> str:
    return str(hash(vocabulary))


@functools.cache
def dictionary() -> Mapping[str, str]:
    """Phones by word, read once (0.1 s); another pronunciation of "a" is that of "a(2)"."""
    lines = (_MODEL / "cmudict-en-us.dict").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


def _pronunciations(word: str) -> Iterator[str]:
    names = (word if number == 1 else f"{word}({number})" for number in range(1, 10))
    known = list(itertools.takewhile(bool, (dictionary().get(name, "") for name in names)))
    extra = EXTRA.get(word, ())
    guessed = None if known or extra else pronounced(word)
    yield from known
    yield from extra
    if guessed:
        yield guessed
