"""The ways to say a sentence, the wanted one first.

A sentence is said by the first that works: the company's own recording, the voice of the company file, the
engine's own voice for the language, the same with the text reduced to letters and digits, any other engine,
and at the very last the voice of another language.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ivr.company.models import Company, Voice
from ivr.errors import SpeechError
from ivr.phrases.sentence import Sentence
from ivr.speech import sound
from ivr.speech.engine import Engine, Sound

RECORDING = "recording"  # name of the way that plays the company's own recording

_LAST_RESORTS = ("en", "lv")  # languages whose voice speaks when the sentence's own has failed altogether
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_PHRASE = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a sentence."""

    name: str  # for the log
    target: Path  # where its sound is cached, LANGUAGE/HASH.wav
    make: Callable[[], Sound]  # telephone sound; raises SpeechError, or whatever an engine raises


@dataclass(frozen=True, slots=True)
class _Voiced:
    """What an engine is asked to say, and how."""

    text: str
    language: str
    voice: Voice


def ways(company: Company, sentence: Sentence, engines: Mapping[str, Engine]) -> Iterator[Way]:
    """Every way to say ``sentence``, the wanted one first.

    Raises:
        SpeechError: its language is no name of a language, so that no folder can be named by it.
    """
    if not _LANGUAGE.fullmatch(sentence.language):
        raise SpeechError(f'"{sentence.language}" is no language code.')
    folder = Path(sentence.language)
    recording = own_recording(company, sentence)
    if recording is not None:
        make = functools.partial(_recorded, recording)
        yield Way(RECORDING, folder / _name(RECORDING, _digest(recording)), make)
    seen: set[_Voiced] = set()
    for name, voiced in _voicings(company, sentence, tuple(engines)):
        if voiced not in seen:
            seen.add(voiced)
            yield _synthesis(name, folder, voiced, engines)


def own_recording(company: Company, sentence: Sentence) -> Path | None:
    """The company's own recording of a fixed sentence, where there is one: RECORDINGS/LANGUAGE/PHRASE.wav."""
    if company.recordings is None or not sentence.fixed or not _PHRASE.fullmatch(sentence.phrase):
        return None
    path = company.recordings / recording_name(sentence)
    return path if path.is_file() else None


def recording_name(sentence: Sentence) -> Path:
    """Where a recording of ``sentence`` belongs, within the company's folder of recordings."""
    return Path(sentence.language) / f"{sentence.phrase}.wav"


def _voicings(
    company: Company, sentence: Sentence, engines: tuple[str, ...]
) -> Iterator[tuple[str, _Voiced]]:
    text, language = sentence.spoken, sentence.language
    voice = company.voices.get(language, Voice())
    reduced = _reduced(text)
    plain = [Voice().model_copy(update={"engine": name}) for name in (voice.engine, *engines)]
    yield "voice", _Voiced(text, language, voice)
    yield "engine's own voice", _Voiced(text, language, plain[0])
    for own in plain:
        yield "reduced text", _Voiced(reduced, language, own)
    for other in _LAST_RESORTS:
        for own in plain:
            yield f"voice of {other}", _Voiced(reduced, other, own)


def _synthesis(name: str, folder: Path, voiced: _Voiced, engines: Mapping[str, Engine]) -> Way:
    engine = engines.get(voiced.voice.engine)
    version = engine.version if engine else ""
    target = _name(voiced.text, voiced.language, voiced.voice.model_dump_json(), version)
    return Way(name, folder / target, functools.partial(_rendered, voiced, engine))


def _rendered(voiced: _Voiced, engine: Engine | None) -> Sound:
    if engine is None:
        raise SpeechError(f'There is no voice engine "{voiced.voice.engine}".')
    return sound.shape(engine.render(voiced.text, voiced.language, voiced.voice))


def _recorded(path: Path) -> Sound:
    return sound.shape(sound.read(path))


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"  # reading it says so again, where failures are dealt with


def _name(*parts: str) -> str:
    content = json.dumps([sound.FORMAT, *parts])
    return f"{hashlib.sha256(content.encode()).hexdigest()[:40]}.wav"


def _reduced(text: str) -> str:
    kept = (char if char.isalnum() or char in ".,?!" else " " for char in text)
    return " ".join("".join(kept).split())
