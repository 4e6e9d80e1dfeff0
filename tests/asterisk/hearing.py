"""Was that very sentence heard? Recognises known recordings in what a telephone received.

A prompt is cut into windows of 0.5 s, one every 0.25 s. Each loud window is looked for by normalised
cross-correlation (through the FFT), which knows a window again whatever the volume and through G.711.
A prompt was heard where at least 90 % of its loud windows correlate over 0.75 within 0.15 s of their
place: every window counts, because two sentences may differ by no more than "press one", "press two".
"""

from __future__ import annotations

import wave
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.asterisk.rtp import RATE, Sound

Curve = npt.NDArray[np.float64]

WINDOW, HOP = RATE // 2, RATE // 4
SLACK = round(0.15 * RATE)  # how far a window may stand from its place
ALIKE = 0.75  # a correlation over this is the same sound; G.711 leaves 0.99, another vowel may reach 0.65
SHARE = 0.9  # of the loud windows must be alike
LOUD = 0.15  # a window is loud from this part of the loudest window's level
AUDIBLE = 100.0  # RMS of 16-bit samples below which a telephone is silent; line noise stays far below
SAME = RATE // 50  # places closer than this are one
SEEDS = 3  # windows that a search begins with: a prompt whose very start was lost is still found


@dataclass(frozen=True)
class Prompt:
    """A recording that may be heard."""

    name: str  # how a failure calls it: phrase id and text
    sound: Sound  # at RATE

    @cached_property
    def windows(self) -> tuple[tuple[int, Sound], ...]:
        """Its loud windows: where each begins, and its samples."""
        size = min(WINDOW, len(self.sound))
        starts = range(0, max(len(self.sound) - size, 0) + 1, HOP)
        pieces = [(start, self.sound[start : start + size]) for start in starts]
        loudest = max((level(piece) for _, piece in pieces), default=0.0)
        return tuple((start, piece) for start, piece in pieces if level(piece) >= max(LOUD * loudest, 1.0))

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.sound) / RATE


@dataclass(frozen=True)
class Heard:
    """A prompt that was recognised, in seconds since the call's start."""

    prompt: Prompt
    begin: float
    end: float
    score: float  # the part of its loud windows that were alike, 0 to 1
    arrived: float = 0.0  # when its first sample came, which tells how long the caller waited for it

    def later(self, seconds: float) -> Heard:
        """The same, in a recording that began so much earlier."""
        return replace(self, begin=self.begin + seconds, end=self.end + seconds)


def read_wav(path: Path) -> Sound:
    """The samples of a prompt. Raises AssertionError when the file is not 8 kHz, 16 bit, mono."""
    with wave.open(str(path), "rb") as file:
        form = (file.getframerate(), file.getsampwidth(), file.getnchannels())
        assert form == (RATE, 2, 1), f"{path} is not 8 kHz, 16 bit, mono but {form}"
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)


def write_wav(path: Path, sound: Sound) -> None:
    """Keep what was heard, to listen to it."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.astype("<i2").tobytes())


def level(sound: Sound) -> float:
    """Root mean square of samples; 0 of none."""
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64)))) if len(sound) else 0.0


def tone(hertz: float, seconds: float, amplitude: int = 8000) -> Sound:
    """A steady tone, to prove that a way is open."""
    moments = np.arange(round(seconds * RATE)) / RATE
    return (amplitude * np.sin(2 * np.pi * hertz * moments)).astype(np.int16)


def tone_share(sound: Sound, hertz: float) -> float:
    """How much of the energy is a tone of that pitch (± 20 Hz), 0 to 1."""
    energy = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    near = np.abs(np.fft.rfftfreq(len(sound), 1 / RATE) - hertz) <= 20
    return float(energy[near].sum() / max(energy.sum(), 1e-9))


class Recording:
    """Sound to search in; what every search needs is computed once."""

    def __init__(self, sound: Sound) -> None:
        self.sound = sound
        self._size = 1 << max(len(sound) - 1, 1).bit_length()

    def similarity(self, window: Sound) -> Curve:
        """Normalised cross-correlation (-1 to 1) with ``window``, for each place it can begin."""
        places = len(self.sound) - len(window) + 1
        if places < 1:
            return np.zeros(0)
        piece = window - np.mean(window, dtype=np.float64)
        products = np.fft.irfft(self._spectrum * np.conj(np.fft.rfft(piece, self._size)), self._size)[:places]
        return products / (np.linalg.norm(piece) * self._deviations(len(window)) + 1e-9)

    @cached_property
    def _spectrum(self) -> npt.NDArray[np.complex128]:
        return np.fft.rfft(self.sound, self._size)

    @cached_property
    def _sums(self) -> tuple[Curve, Curve]:
        values = self.sound.astype(np.float64)
        return np.concatenate(([0.0], np.cumsum(values))), np.concatenate(([0.0], np.cumsum(values * values)))

    def _deviations(self, size: int) -> Curve:
        sums, squares = self._sums
        total = sums[size:] - sums[:-size]
        variance = squares[size:] - squares[:-size] - total * total / size
        return np.sqrt(np.maximum(variance, size))  # at least 1 a sample: silence is like nothing


def score_at(sound: Sound, prompt: Prompt, begin: int, windows: int | None = None) -> float:
    """The part of the prompt's loud windows (or of the first few) that are alike when it begins there."""
    pieces = prompt.windows[:windows]
    alike = sum(_best(sound, piece, begin + start) > ALIKE for start, piece in pieces)
    return alike / max(len(pieces), 1)


def _best(sound: Sound, piece: Sound, place: int) -> float:
    around = sound[max(place - SLACK, 0) : max(place + len(piece) + SLACK, 0)]
    return float(np.max(Recording(around).similarity(piece), initial=0.0))


def places(recording: Recording, prompt: Prompt, seeds: int = SEEDS) -> list[int]:
    """Where the prompt may begin, by its first loud windows; each place once."""
    found: list[int] = []
    for start, piece in prompt.windows[:seeds]:
        peaks = (peak - start for peak in _peaks(recording.similarity(piece), len(piece)))
        found += [place for place in peaks if _new(place, found)]
    return sorted(found)


def _peaks(curve: Curve, width: int) -> Iterator[int]:
    """Where a curve is over ALIKE, the highest first, one for each width."""
    while len(curve) and curve[peak := int(np.argmax(curve))] > ALIKE:
        yield peak
        curve[max(peak - width, 0) : peak + width] = 0.0


def _new(place: int, found: list[int]) -> bool:
    return all(abs(place - other) > SAME for other in found)


def transcribe(sound: Sound, prompts: Iterable[Prompt]) -> list[Heard]:
    """Every prompt that was heard, in the order of hearing; where two claim one place, the better."""
    recording = Recording(sound)
    found = [_heard(sound, prompt, place) for prompt in prompts for place in places(recording, prompt, 2)]
    best: list[Heard] = []
    for heard in sorted(found, key=lambda heard: (-heard.score, -heard.prompt.seconds)):
        if heard.score >= SHARE / 2 and all(_apart(heard, other) for other in best):
            best.append(heard)
    return sorted(best, key=lambda heard: heard.begin)


def _heard(sound: Sound, prompt: Prompt, place: int) -> Heard:
    begin = place / RATE
    return Heard(prompt, begin, begin + prompt.seconds, score_at(sound, prompt, place))


def _apart(one: Heard, other: Heard) -> bool:
    return min(one.end, other.end) - max(one.begin, other.begin) < WINDOW / RATE / 2


class Watch:
    """Looks for one prompt in a recording that grows: each sample is searched once, and places are kept."""

    def __init__(self, prompt: Prompt, begin: int = 0, windows: int | None = None) -> None:
        self.prompt = prompt
        self._pieces = prompt.windows[:windows]  # the first few are enough to know that it began
        self._begin = begin  # the prompt begins at or after this sample
        self._searched = begin
        self._places: list[int] = []

    def look(self, sound: Sound) -> Heard | None:
        """The prompt, once all of its windows that matter have been heard; else None."""
        self._search(sound)
        needed = max((start + len(piece) for start, piece in self._pieces), default=0)
        for place in [place for place in self._places if place + needed <= len(sound)]:
            score = score_at(sound, self.prompt, place, len(self._pieces))
            if score >= SHARE:
                return Heard(self.prompt, place / RATE, place / RATE + self.prompt.seconds, score)
            if place + needed + SLACK <= len(sound):
                self._places.remove(place)
        return None

    def _search(self, sound: Sound) -> None:
        longest = max((len(piece) for _, piece in self.prompt.windows[:SEEDS]), default=WINDOW)
        if len(sound) - self._searched < longest:
            return
        fresh = places(Recording(sound[self._searched :]), self.prompt)
        later = [self._searched + place for place in fresh]
        self._places += [p for p in later if p > self._begin - SLACK and _new(p, self._places)]
        self._searched = len(sound) - longest + 1
