"""One connection: what is expected in it, and the utterance that is being said. No socket, no clock."""

from __future__ import annotations

from asyncio import Task
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

import numpy as np

from ivr.log import logger
from ivr.speech.aeap import protocol
from ivr.speech.aeap.protocol import Grammar, Result
from ivr.speech.recognition.endpoints import HANGOVER, SHORT_HANGOVER, Endpoints, Step
from ivr.speech.recognition.loudness import Loudness
from ivr.speech.recognition.recognizer import Expected, Hypothesis, Samples
from ivr.speech.recognition.vad import Vad

EXPECT, LISTEN, CALL = "expect", "listen", "call_id"  # our names of settings
FAILED = (Result(Grammar.FAILED),)
ONSET = (Result(Grammar.ONSET),)
SHORT = frozenset({"yes_no", "number"})  # grammars of one word, mostly

Heard = tuple[Hypothesis, ...]


@dataclass
class Session:
    """What Asterisk has told, and what has been heard since it last began to listen."""

    vocabulary_of: Callable[[str], Expected | None]  # by the name that Hearing.expect gave it
    decode: Callable[[Samples, Expected], Future[Heard]]
    call_id: str | None = None
    tasks: set[Task[None]] = field(default_factory=set)  # answers that are under way
    listening: str = ""  # the counter of ``listen``
    _expected: Expected | None = None
    _vad: Vad = field(default_factory=Vad)
    _endpoints: Endpoints = field(default_factory=Endpoints)
    _guess: Future[Heard] | None = None  # of what was said until the last pause

    def told(self, text: str) -> str | None:
        """Our answer to a message; None where it wants none."""
        match protocol.read(text):
            case protocol.Setup() as setup:
                return self._set_up(setup)
            case protocol.Setting() as setting:
                self._set(setting)
                return protocol.done(setting)
            case protocol.Response(why=str(why)):
                logger().warning("aeap_refused", call_id=self.call_id, why=why)
            case protocol.Unknown(why, id_, request):
                logger().warning("aeap_not_understood", call_id=self.call_id, why=why)
                return protocol.refused(request, id_, why) if request and id_ else None
        return None

    def hear(self, sound: bytes) -> Iterator[tuple[Result, ...] | Future[Heard]]:
        """Take sound; what it brings is told at once, or when it is decoded."""
        even = len(sound) // 2 * 2
        for chunk, likely in self._vad.push(np.frombuffer(sound[:even], np.int16)):
            for step in self._endpoints.push(chunk, likely):
                yield from self._step(step)

    @property
    def silence(self) -> float:
        """Seconds of silence at the end of what was said last."""
        return self._endpoints.silence

    def _set_up(self, setup: protocol.Setup) -> str:
        if protocol.CODEC not in setup.codecs:
            return protocol.refused("setup", setup.id, f"Only {protocol.CODEC} is heard.")
        return protocol.set_up(setup)

    def _set(self, setting: protocol.Setting) -> None:
        self.call_id = setting.params.get(CALL, self.call_id)
        if EXPECT in setting.params:
            self._expected = self.vocabulary_of(setting.params[EXPECT])
        if LISTEN in setting.params:
            self._listen(setting.params[LISTEN])

    def _listen(self, told: str) -> None:
        """``told``: a counter, and how many seconds something is played to the caller, which echoes."""
        self.listening, _, played = told.partition(" ")
        self._vad, self._guess = Vad(Loudness(_seconds(played))), None
        self._endpoints = Endpoints(_hangover(self._expected))

    def _step(self, step: Step) -> Iterator[tuple[Result, ...] | Future[Heard]]:
        if step is Step.ONSET:
            yield self._begun()
        elif step is Step.PAUSE and self._expected:
            self._guess = self.decode(self._endpoints.utterance, self._expected)
        elif step is Step.RESUMED and self._guess:
            self._guess.cancel()
        elif step is Step.END and self._guess:
            yield self._guess

    def _begun(self) -> tuple[Result, ...]:
        if self._expected:
            return ONSET
        self._endpoints.ended = True
        return FAILED


def _seconds(played: str) -> float:
    try:
        return float(played or 0.0)
    except ValueError:
        return 0.0


def _hangover(expected: Expected | None) -> float:
    """Seconds. Whoever says one word makes no pause within it."""
    if expected is None or not SHORT.issuperset(expected.grammars):
        return HANGOVER
    return HANGOVER if any(" " in phrase for phrase in expected.phrases) else SHORT_HANGOVER


def told_of(heard: Heard, quiet: float = 0.0) -> tuple[Result, ...]:
    """What is told of an utterance, ``quiet`` seconds after its end: the likeliest first."""
    found = tuple(Result(Grammar.FINAL, one.words, one.confidence, quiet) for one in heard)
    return found or (Result(Grammar.REJECTED, quiet=quiet),)
