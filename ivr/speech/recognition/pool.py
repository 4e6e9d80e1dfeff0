"""Processes that decode: recognisers hold the interpreter's lock for as long as they work.

Each has a pipe of its own, so one that is killed in the middle of a word spoils nothing of the others. A
thread here hands it one utterance after another, and replaces it when it dies or takes too long.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, Full, Queue
from threading import Condition, Event, Thread
from typing import Any

from ivr.errors import SpeechError
from ivr.log import logger
from ivr.speech.recognition.recognizer import Expected, Hypothesis, Recognizer, Samples
from ivr.speech.recognition.worker import Job, work

MOST_WAITING = 64  # utterances a process: who comes later is answered at once, that it failed
LOOK_EVERY = 1.0  # seconds between looks at processes that have nothing to do
LONGEST_WAIT = 30.0  # seconds before another one is tried, where processes die before they are ready
WARM_SECONDS = 30.0  # in which a new process has to be ready, and ready for a vocabulary
MOST_PREPARED = 64  # vocabularies that a process makes ready before they are needed

# Children of a server that has imported what they need are ready at once, and share its memory.
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["__main__", "ivr.speech.recognition.preload"])


class DecodingError(SpeechError):
    """An utterance could not be decoded: its process died, took too long, or has too much to do."""


Heard = tuple[Hypothesis, ...]
_Task = tuple[Job, Future[Heard]]


@dataclass
class Pool:
    """Decodes utterances in several processes. May be used from any thread."""

    make: Callable[[], Recognizer]  # called in each process; importable, and small when pickled
    processes: int
    _tasks: Queue[_Task] = field(init=False)
    _expected: tuple[Expected, ...] = ()  # the latest, which every process makes ready
    _decoders: set[_Decoder] = field(default_factory=set)  # that are warm
    _changed: Condition = field(default_factory=Condition)  # guards _decoders
    _leaving: Event = field(default_factory=Event)
    _threads: list[Thread] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._tasks = Queue(MOST_WAITING * self.processes)

    def start(self) -> None:
        """Start the processes in the background; utterances wait until one is warm."""
        for number in range(self.processes):
            thread = Thread(target=self._attend, name=f"hearing-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Let the processes go; whatever is being decoded fails."""
        self._leaving.set()
        for thread in self._threads:
            thread.join(LOOK_EVERY * 4)

    def submit(self, samples: Samples, vocabulary: Expected) -> Future[Heard]:
        """What may have been said, when it is known; a DecodingError when it never will be."""
        future: Future[Heard] = Future()
        try:
            self._tasks.put_nowait((Job(samples.tobytes(), vocabulary), future))
        except Full:
            future.set_exception(DecodingError("Too many utterances wait to be decoded."))
        return future

    def prepare(self, vocabulary: Expected) -> None:
        """Have every process make ready for what may be said, in the background."""
        self._expected = (*self._expected, vocabulary)[-MOST_PREPARED:]

    def ready(self, timeout: float) -> bool:
        """Whether a process is ready to decode, now or in ``timeout`` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._decoders), timeout)

    def _attend(self) -> None:
        """What a thread does: keep one process, and hand it tasks."""
        wait = 0.0
        while not self._leaving.wait(wait):
            wait = 0.0 if self._employ(_Decoder(self.make)) else min(2 * wait + LOOK_EVERY, LONGEST_WAIT)

    def _employ(self, decoder: _Decoder) -> bool:
        """Hand it tasks until it is lost; whether it was ready ever."""
        warm = False
        try:
            decoder.warm()
            warm = True
            with self._counted(decoder):
                self._hand_over(decoder)
        except DecodingError as error:
            logger().error("decoder_lost", why=str(error))
        finally:
            decoder.end()
        return warm

    def pids(self) -> tuple[int, ...]:
        """Of the processes that are warm."""
        with self._changed:
            return tuple(decoder.pid for decoder in self._decoders)

    @contextmanager
    def _counted(self, decoder: _Decoder) -> Iterator[None]:
        """It is one of the warm ones meanwhile."""
        with self._changed:
            self._decoders.add(decoder)
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._decoders.discard(decoder)

    def _hand_over(self, decoder: _Decoder) -> None:
        while not self._leaving.is_set():
            idle = not self._prepare_one(decoder)
            with suppress(Empty):
                _answer(decoder, *self._tasks.get(timeout=LOOK_EVERY if idle else 0.0))
            decoder.check()

    def _prepare_one(self, decoder: _Decoder) -> bool:
        """Whether there was something to make ready. What a process is lost over is not tried on the next."""
        new = decoder.new(self._expected)
        if new is None:
            return False
        try:
            decoder.prepare(new)
        except DecodingError:
            self._expected = tuple(one for one in self._expected if one != new)
            raise
        return True


def _answer(decoder: _Decoder, job: Job, future: Future[Heard]) -> None:
    """Raises DecodingError where the decoder is lost, once ``future`` says so, too."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        answer = decoder.decode(job)
    except DecodingError as error:
        future.set_exception(error)
        raise
    if isinstance(answer, str):
        future.set_exception(DecodingError(answer))
    else:
        future.set_result(answer)


class _Decoder:
    """One process, and the pipe to it."""

    def __init__(self, make: Callable[[], Recognizer]) -> None:
        self._pipe: Connection
        self._pipe, theirs = _context.Pipe()
        self._process: BaseProcess = _context.Process(
            target=work, args=(make, theirs), name="hearing", daemon=True
        )
        self._process.start()
        theirs.close()
        self._seconds = 0.0
        self._ready: set[Expected] = set()

    def warm(self) -> None:
        """Wait until it is ready. Raises DecodingError: it never will be."""
        self._seconds = float(self._receive(WARM_SECONDS))

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid or 0

    def new(self, vocabularies: tuple[Expected, ...]) -> Expected | None:
        """The latest one that is new to it."""
        return next((one for one in reversed(vocabularies) if one not in self._ready), None)

    def prepare(self, vocabulary: Expected) -> None:
        """Make it ready. Raises DecodingError: the process is of no use."""
        self._ready.add(vocabulary)
        self._ask(vocabulary, WARM_SECONDS)

    def check(self) -> None:
        """Raises DecodingError when it has died."""
        if not self._process.is_alive():
            raise DecodingError("A decoding process has died.")

    def decode(self, job: Job) -> Heard | str:
        """What was heard, or why this utterance cannot be. Raises DecodingError: the process is of no use."""
        if job.vocabulary not in self._ready:
            self.prepare(job.vocabulary)
        heard: Heard | str = self._ask(job, self._seconds)
        return heard

    def _ask(self, what: Job | Expected, seconds: float) -> Any:
        try:
            self._pipe.send(what)
        except OSError as error:
            raise DecodingError("A decoding process has died.") from error
        return self._receive(seconds)

    def _receive(self, seconds: float) -> Any:
        try:
            if not self._pipe.poll(seconds):
                raise DecodingError(f"A decoding process took more than {seconds:g} s.")
            return self._pipe.recv()
        except (EOFError, OSError) as error:
            raise DecodingError("A decoding process has died at work.") from error

    def end(self) -> None:
        with suppress(OSError):
            self._pipe.close()
        self._process.kill()
        self._process.join()
