"""The prompt cache: sentences as files that a telephone system plays, rendered once, named by their content.

Files under the folder: LANGUAGE/HASH.wav one sentence, said/HASH.wav sentences joined, fallback/NAME.wav what
the dialplan plays when the service cannot be reached. Only this folder need be shared with the telephone
system: the company's own recordings are copied into it, as loud as the rest.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from ivr.clock import Clock, utc_now
from ivr.company.models import Company
from ivr.errors import SpeechError
from ivr.log import logger
from ivr.phrases.sentence import Sentence
from ivr.speech import sound
from ivr.speech.engine import Engine, Sound
from ivr.speech.flights import SingleFlight
from ivr.speech.ways import RECORDING, Way, own_recording, ways

Progress = Callable[[int, int], None]  # sentences done, sentences in all

_HEADER = 44  # bytes of a wav file without sound, the most that a crash of the machine may leave
_TOUCHED = timedelta(days=1).total_seconds()  # a file in use is touched once in this time
_REMEMBERED = 20_000  # paths held in memory
_FALLBACK_NAME = re.compile(r"(?:[a-z]{2}/)?[a-z0-9][a-z0-9-]{0,60}")
_WORKERS = 2


class Source(StrEnum):
    """Where a sentence comes from."""

    RECORDING = "recording"  # the company's own
    CACHED = "cached"  # synthesised, on disk
    TO_RENDER = "to render"  # will be synthesised


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of rendering ahead."""

    sources: Mapping[Source, int]  # where the sentences came from before: to render means rendered now
    fell_back: tuple[Sentence, ...]  # said otherwise than the company wants: the log says why
    failed: tuple[Sentence, ...]  # could not be said by any voice


class PromptCache:
    """Implements ``ivr.calls.ports.Prompts``. May be used by any number of threads and processes at once."""

    def __init__(self, folder: Path, engines: Mapping[str, Engine], clock: Clock = utc_now) -> None:
        """Prompts under ``folder``; ``engines`` by the names that company files use ("espeak")."""
        self._folder = folder.absolute()
        self._engines = engines
        self._clock = clock
        self._flights: SingleFlight[None] = SingleFlight()
        self._known: dict[object, Path] = {}  # sentences in their voices → their file
        self._fixed: set[Path] = set()  # never pruned

    def file(self, company: Company, sentences: tuple[Sentence, ...]) -> Path:
        """See the port: 10 to 20 µs once it was asked for, some 25 ms for a new sentence of 8 s.

        Raises:
            SpeechError: not even the fallback voice could say it, or ``sentences`` is empty.
        """
        voices = company.voices
        key = (company.recordings, *((sentence, voices.get(sentence.language)) for sentence in sentences))
        path = self._known.get(key)
        if path is not None and self._on_disk(path):
            return path
        return self._resolved(company, sentences, key)

    def recorded(self, company: Company, sentence: Sentence) -> bool:
        """See the port."""
        return own_recording(company, sentence) is not None

    def source(self, company: Company, sentence: Sentence) -> Source:
        """Where ``sentence`` comes from at present; renders nothing. Raises SpeechError."""
        wanted = next(ways(company, sentence, self._engines))
        if wanted.name == RECORDING:
            return Source.RECORDING
        return Source.CACHED if self._on_disk(self._folder / wanted.target) else Source.TO_RENDER

    def render_all(
        self, company: Company, sentences: tuple[Sentence, ...], progress: Progress | None = None
    ) -> Rendered:
        """Render ahead whatever of ``sentences`` is not cached. Looks anew for the company's own recordings.

        A sentence that no voice can say is logged and told in the result; the rest goes on.

        Raises:
            SpeechError: the folder cannot be written.
        """
        self._known.clear()
        sources = [self.source(company, sentence) for sentence in sentences]
        results: list[bool | None] = []
        with ThreadPoolExecutor(_WORKERS, "render") as pool:
            for result in pool.map(functools.partial(self._tried, company), sentences):
                results.append(result)
                if progress:
                    progress(len(results), len(sentences))
        outcome = tuple(zip(sentences, results, strict=True))
        fell_back = tuple(sentence for sentence, result in outcome if result is False)
        failed = tuple(sentence for sentence, result in outcome if result is None)
        return Rendered({source: sources.count(source) for source in Source}, fell_back, failed)

    def write_fallback(self, company: Company, pairs: Mapping[str, tuple[Sentence, ...]]) -> tuple[Path, ...]:
        """Write FOLDER/fallback/NAME.wav for each name → sentences, each replaced at one stroke.

        Raises:
            SpeechError: one could not be said; those before it are written.
            ValueError: a name is not of small letters, digits and "-", perhaps in the folder of a language.
        """
        return tuple(self._fallback(company, name, sentences) for name, sentences in pairs.items())

    def prune(self, older_than_days: int, keep: Iterable[Path] = ()) -> int:
        """Delete prompts not used for that many days; fixed ones this cache has served, and ``keep``, stay.

        Safe while calls go on, also in other processes: a file in use is touched every day. Returns how many.

        Raises:
            ValueError: ``older_than_days`` is less than 2.
        """
        if older_than_days < 2:
            raise ValueError("Files in use are touched once a day: prune what is 2 days old or older.")
        limit = self._clock().timestamp() - timedelta(days=older_than_days).total_seconds()
        kept = {*self._fixed, *keep}
        found = (path for path in self._folder.glob("*/*") if path.parent.name != "fallback")
        old = [path for path in found if path not in kept and path.stat().st_mtime < limit]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def forget(self, company: Company, sentences: tuple[Sentence, ...]) -> int:
        """Delete the sound of what was said to somebody, as one sound and each by itself; how many files.

        What is said to everybody stays, and so does the company's own recording.
        """
        if all(sentence.fixed for sentence in sentences):
            return 0
        made = [self._folder / next(ways(company, each, self._engines)).target for each in sentences]
        own = zip(sentences, made, strict=True)
        gone = {self._said(tuple(made)), *(path for sentence, path in own if not sentence.fixed)}
        found = [path for path in gone if path.is_file()]
        for path in found:
            path.unlink(missing_ok=True)
        return len(found)

    def _tried(self, company: Company, sentence: Sentence) -> bool | None:
        """Whether ``sentence`` is said as the company wants it; None when it cannot be said at all."""
        try:
            return self._sentence(company, sentence)[1]
        except sound.UnwritableError:
            raise
        except SpeechError:
            return None

    def _fallback(self, company: Company, name: str, sentences: tuple[Sentence, ...]) -> Path:
        if not _FALLBACK_NAME.fullmatch(name):
            raise ValueError(f'"{name}" is no name of a fallback prompt.')
        target = self._folder / "fallback" / f"{name}.wav"
        sound.write(target, sound.read(self.file(company, sentences)))
        return target

    def _resolved(self, company: Company, sentences: tuple[Sentence, ...], key: object) -> Path:
        if not sentences:
            raise SpeechError("There is no sentence to say.")
        parts = [self._sentence(company, sentence) for sentence in sentences]
        path = self._joined(tuple(part for part, _ in parts))
        if all(wanted for _, wanted in parts):  # a fallback is not remembered: the next time tries again
            self._remember(key, path)
        return path

    def _remember(self, key: object, path: Path) -> None:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[key] = path

    def _sentence(self, company: Company, sentence: Sentence) -> tuple[Path, bool]:
        """The file of one sentence, and whether it is said as the company wants it."""
        error: Exception | None = None
        for way in ways(company, sentence, self._engines):
            caught = self._failure(way)
            if caught is None:
                return self._served(sentence, way), error is None
            _log(sentence, way, caught)
            error = caught
        raise SpeechError(
            f'No voice could say "{sentence.phrase}" in {sentence.language}: {error}'
        ) from error

    def _failure(self, way: Way) -> Exception | None:
        """Why that way does not work; None when its file is there now."""
        try:
            self._ensure(self._folder / way.target, way.make)
        except sound.UnwritableError:
            raise
        except Exception as error:  # whatever an engine does, the caller must hear something
            return error
        return None

    def _served(self, sentence: Sentence, way: Way) -> Path:
        path = self._folder / way.target
        if sentence.fixed:
            self._fixed.add(path)
        return path

    def _joined(self, parts: tuple[Path, ...]) -> Path:
        target = self._said(parts)
        if len(parts) > 1:
            self._ensure(target, lambda: sound.join([sound.read(part) for part in parts]))
        return target

    def _said(self, parts: tuple[Path, ...]) -> Path:
        """Where the sound of several sentences lies; of one, it is its own."""
        if len(parts) == 1:
            return parts[0]
        names = "\n".join(f"{part.parent.name}/{part.name}" for part in (*parts, Path(str(sound.PAUSE))))
        return self._folder / "said" / f"{hashlib.sha256(names.encode()).hexdigest()[:40]}.wav"

    def _ensure(self, target: Path, make: Callable[[], Sound]) -> None:
        """Have ``target`` on disk, made once however many threads ask for it."""
        if not self._on_disk(target):
            self._flights.run(target, lambda: self._write(target, make))

    def _write(self, target: Path, make: Callable[[], Sound]) -> None:
        if not self._on_disk(target):  # the flight before this one may have landed meanwhile
            sound.write(target, make())

    def _on_disk(self, path: Path) -> bool:
        """Whether the file is there and whole; one that is in use is marked as such for ``prune``."""
        try:
            found = os.stat(path)  # noqa: PTH116 - a third of the cost of Path.stat, and asked for at every turn
        except OSError:
            return False
        now = self._clock().timestamp()
        if now - found.st_mtime > _TOUCHED:
            with contextlib.suppress(OSError):  # another user's file: it only ages
                os.utime(path, (now, now))
        return found.st_size > _HEADER


def _log(sentence: Sentence, way: Way, error: Exception) -> None:
    logger().warning(
        "synthesis_failed",
        phrase=sentence.phrase,
        language=sentence.language,
        tried=way.name,
        error=f"{type(error).__name__}: {error}",
    )
