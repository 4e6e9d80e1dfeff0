"""What a decoding process does."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

import numpy as np

from ivr import log
from ivr.errors import SpeechError
from ivr.speech.recognition.recognizer import Expected, Recognizer


@dataclass(frozen=True, slots=True)
class Job:
    """One utterance to decode."""

    samples: bytes  # 16 bit, little endian, 8 kHz
    vocabulary: Expected


def work(make: Callable[[], Recognizer], pipe: Connection) -> None:
    """Decode what comes through the pipe until it is closed.

    The first thing sent back is how many seconds an utterance may take. Then each Expected is made ready
    and each Job answered by what was heard, or either by a sentence that says why it cannot be.
    """
    for number in (signal.SIGINT, signal.SIGTERM):  # they mean the service, which closes the pipe
        signal.signal(number, signal.SIG_IGN)
    log.configure()
    recognizer = make()
    try:
        pipe.send(recognizer.seconds)
        while True:
            pipe.send(_answer(recognizer, pipe.recv()))
    except (EOFError, OSError):
        return


def _answer(recognizer: Recognizer, asked: Job | Expected) -> object:
    try:
        if isinstance(asked, Expected):
            recognizer.prepare(asked)
            return None
        return recognizer.recognize(np.frombuffer(asked.samples, np.int16), asked.vocabulary)
    except SpeechError as error:
        return str(error)
