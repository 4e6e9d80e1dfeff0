"""The voice of espeak-ng, through the library and the data that travel in the wheel ``espeakng_loader``.

No package of the system is needed, and a sentence sounds the same on every machine.

Measured with espeak-ng 1.52.0: 3,000 renderings of hostile text (22 hours of sound) never brought the library
down, so it runs in this process. It is not safe for two threads at once: one lock guards it. It carries its
oscillators and random numbers from one text to the next, and initialising it again does not reset them. So it
is loaded anew for each text, which costs 3 ms and makes the same text give the same samples.

Function and constant names: espeak-ng 1.52, ``src/include/espeak-ng/speak_lib.h``.
"""

from __future__ import annotations

import _ctypes
import ctypes
import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from threading import Lock

import espeakng_loader
import numpy as np
from numpy.typing import NDArray

from ivr.company.models import Voice
from ivr.errors import SpeechError
from ivr.speech.engine import Sound

LONGEST = 2000  # characters of one text: about two and a half minutes

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: espeak_Synth returns when all is said
_BUFFER_MS = 1000  # sound handed over at a time
_DONT_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT: missing data is an error and not the end of the process
_UTF8 = 1  # espeakCHARS_UTF8, without espeakSSML and espeakPHONEMES: markup is not interpreted
_RATE, _VOLUME, _PITCH, _RANGE, _WORD_GAP = 1, 2, 3, 4, 7  # espeak_PARAMETER

# A calm voice. Variant f4 speaks at about 170 Hz, of all variants among the clearest (harmonics to
# noise) within a telephone's band and among the least excited; a range of 40 (50 is espeak's own) takes
# another fifth off its melody; a gap of 10 ms between words helps on a bad line; volume 50 (of 100)
# keeps every variant from clipping before the level is set.
_CALM: Mapping[int, int] = {_VOLUME: 50, _PITCH: 50, _RANGE: 40, _WORD_GAP: 1}
_VARIANT = "f4"
_NAME = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,10}){0,3}(\+[A-Za-z0-9_ -]{1,30})?")

_lock = Lock()  # the library's state is one for the whole process
_Handover = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """The engine "espeak". Voices are named as espeak-ng names them: "lv", "en-us", "en+f3"."""

    @functools.cached_property
    def version(self) -> str:
        """The wheel that carries espeak-ng, and the settings it speaks with."""
        settings = " ".join(f"{key}={value}" for key, value in sorted(_CALM.items()))
        return f"espeakng-loader {metadata.version('espeakng-loader')} {_VARIANT} {settings}"

    def render(self, text: str, language: str, voice: Voice) -> Sound:
        """See the port. About 15 ms for 8 s of speech, while other threads run."""
        words = plain(text)
        with _speaker(voice.name or f"{language}+{_VARIANT}", voice.words_per_minute) as (library, rate):
            return Sound(_said(library, words.encode()), rate)


def plain(text: str) -> str:
    """``text`` without anything that espeak-ng would obey instead of saying it.

    Its embedded commands begin with a control character. Controls, formatting characters, surrogates and
    private characters become spaces.

    Raises:
        SpeechError: nothing is left to say, or it is longer than LONGEST.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in composed)
    words = " ".join(kept.split())
    if not any(char.isalnum() for char in words):
        raise SpeechError("The text holds no word to say.")
    if len(words) > LONGEST:
        raise SpeechError(f"The text has {len(words)} characters; a sentence may have {LONGEST}.")
    return words


@contextmanager
def _speaker(name: str, words_per_minute: int) -> Iterator[tuple[ctypes.CDLL, int]]:
    """The library ready to speak as ``name``, and its sample rate."""
    _check_name(name)
    with _lock, _library() as library:
        rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, _data().encode(), _DONT_EXIT)
        if rate <= 0 or library.espeak_SetVoiceByName(name.encode()) != 0:
            raise SpeechError(f'espeak-ng has no voice "{name}". Name one like "lv", "en-us" or "en+f3".')
        for parameter, value in {**_CALM, _RATE: words_per_minute}.items():
            library.espeak_SetParameter(parameter, value, 0)
        yield library, rate


@contextmanager
def _library() -> Iterator[ctypes.CDLL]:
    """espeak-ng as freshly loaded, so that nothing said before is heard in what follows."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    try:
        # espeak-ng draws its breath noise from its own generator and from the C library's.
        library.espeak_ng_SetRandSeed(ctypes.c_long(1))
        ctypes.CDLL(None).srand(1)
        yield library
    finally:
        library.espeak_Terminate()
        _ctypes.dlclose(library._handle)


def phonemes(text: str, voice: str) -> tuple[str, ...]:
    """How ``voice`` would say ``text``: espeak-ng's own names of phonemes, without stress.

    Raises:
        SpeechError: there is no such voice, or nothing to say.
    """
    words = plain(text)
    with _speaker(voice, 170) as (library, _):
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        rest = ctypes.c_char_p(words.encode())
        said = library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, ord("_") << 8) or b""
    return tuple(name for name in re.split(r"[_ ]+", re.sub("[',%=|]", "", said.decode())) if name)


def _said(library: ctypes.CDLL, text: bytes) -> NDArray[np.int16]:
    pieces: list[bytes] = []

    def take(samples: int | None, count: int, _events: int | None) -> int:
        if samples and count > 0:
            pieces.append(ctypes.string_at(samples, count * 2))
        return 0  # go on

    handover = _Handover(take)  # named, so that it lives as long as the library may call it
    library.espeak_SetSynthCallback(handover)
    size = ctypes.c_size_t(len(text) + 1)
    status = library.espeak_Synth(text, size, 0, 1, 0, _UTF8, None, None)
    if status != 0:
        raise SpeechError(f"espeak-ng gave up on the text (status {status}).")
    return np.frombuffer(b"".join(pieces), np.int16)


def _check_name(name: str) -> None:
    """espeak-ng opens files by these names, and takes an unknown variant in silence."""
    variant = name.partition("+")[2]
    files = Path(_data()) / "voices" / "!v"
    if not _NAME.fullmatch(name) or (variant and not (files / variant).is_file()):
        raise SpeechError(f'espeak-ng has no voice "{name}". Name one like "lv", "en-us" or "en+f3".')


def _data() -> str:
    path: str = espeakng_loader.get_data_path()
    return path
