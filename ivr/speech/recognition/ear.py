"""Hearing (ivr/calls/ports.py): what may be asked for by its name, and the processes that decode by it."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field
from functools import partial
from threading import Lock

from ivr.conversation.vocabulary import Vocabulary
from ivr.settings import HearingSettings
from ivr.speech.recognition.engines.choice import engines, languages
from ivr.speech.recognition.pool import Heard, Pool
from ivr.speech.recognition.recognizer import Expected, Samples

MOST = 4_096  # vocabularies kept; the ones that were not asked for longest are forgotten


@dataclass
class Ear:
    """Hears in some languages. May be used from any thread."""

    pool: Pool
    heard: frozenset[str]  # languages
    _known: OrderedDict[str, Expected] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def languages(self) -> frozenset[str]:
        """See the port."""
        return self.heard if self.pool.ready(0) else frozenset()

    def ready(self, timeout: float) -> bool:
        """Whether something can be decoded now, or in ``timeout`` seconds."""
        return self.pool.ready(timeout)

    def expect(self, vocabulary: Vocabulary) -> str:
        """See the port."""
        expected = Expected(vocabulary.language, vocabulary.phrases, vocabulary.grammars)
        name = name_of(expected)
        with self._lock:
            if name not in self._known:
                self.pool.prepare(expected)
            self._known[name] = expected
            self._known.move_to_end(name)
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return name

    def known(self, name: str) -> Expected | None:
        """The vocabulary of that name, where it has been told."""
        return self._known.get(name)

    def decode(self, samples: Samples, expected: Expected) -> Future[Heard]:
        """What may have been said. See Pool.submit."""
        return self.pool.submit(samples, expected)

    def start(self) -> None:
        """Make the decoding processes ready, in the background."""
        self.pool.start()

    def stop(self) -> None:
        """Let them go."""
        self.pool.stop()


def ear(given: HearingSettings) -> Ear:
    """What hears by every engine that is configured."""
    make = partial(engines, given)
    return Ear(Pool(make, given.processes), languages(given))


def name_of(expected: Expected) -> str:
    """The same for the same content, in every process."""
    told = json.dumps(asdict(expected), sort_keys=True).encode()
    return hashlib.sha256(told).hexdigest()[:16]
