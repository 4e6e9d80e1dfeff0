"""How a word is said that no dictionary has: by espeak-ng's rules of English, in the CMU dictionary's phones.

espeak-ng has its own names of phonemes (``phsource/ph_english_us``); length is of no interest here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from ivr.errors import SpeechError

_PHONES: Mapping[str, str] = {
    "aI@": "AY ER", "aU@": "AW ER", "i@3": "IH R", "e@": "EH R", "i@": "IY AH", "o@": "AO R",
    "O@": "AO R", "aI3": "AY ER", "U@": "UH R", "A@": "AA R", "aI": "AY", "aU": "AW", "eI": "EY",
    "OI": "OY", "oU": "OW", "tS": "CH", "dZ": "JH", "3": "ER", "@L": "AH L", "@2": "AH", "@5": "AH",
    "a#": "AH", "I#": "IH", "I2": "IH", "I": "IH", "i": "IY", "E": "EH", "a": "AE", "aa": "AE",
    "A": "AA", "0": "AA", "0#": "AA", "O": "AO", "O2": "AO", "o": "OW", "V": "AH", "U": "UH", "u": "UW",
    "@": "AH", "p": "P", "b": "B", "t": "T", "t#": "T", "t2": "T", "d": "D", "k": "K", "g": "G",
    "f": "F", "v": "V", "T": "TH", "D": "DH", "s": "S", "z": "Z", "S": "SH", "Z": "ZH", "h": "HH",
    "m": "M", "n": "N", "N": "NG", "l": "L", "r": "R", "r-": "R", "j": "Y", "w": "W", "x": "K", "?": "",
}  # fmt: skip


def pronounced(word: str) -> str | None:
    """Phones of a word of any language, as an English speaker would read it; None where nobody would."""
    from ivr.speech.espeak import phonemes  # noqa: PLC0415 - with what a company file is made of

    try:
        said = phonemes(_plain(word), "en-us")
    except SpeechError:
        return None
    return " ".join(filter(None, (_PHONES.get(name.strip(":")) for name in said))) or None


def _plain(word: str) -> str:
    """Without the marks of Latvian, which English rules do not know; š, č and ž as they sound."""
    for letter, sound in {"š": "sh", "č": "ch", "ž": "zh"}.items():
        word = word.replace(letter, sound)
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
