"""Prompts by names that nobody can guess, and what any service of ours finds by them.

A name carries what it stands for, and a MAC of that under a key made of the auth token. So nothing is kept
about names, and whichever service shares the records and the tokens answers to them.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ivr.calls.desk import Desk
from ivr.calls.ports import Prompts
from ivr.company.models import Company
from ivr.conversation.actions import Action, Say, Transfer
from ivr.errors import IvrError
from ivr.phrases.compose import all_fixed
from ivr.phrases.sentence import Sentence

_PURPOSE = b"ivr: names of prompts"  # keeps this key apart from whatever else is made of the token
_MAC = 32  # hex digits: 128 bits
_NAME = re.compile(rf"(?P<said>[A-Za-z0-9_.~-]{{1,400}})~(?P<mac>[0-9a-f]{{{_MAC}}})\.wav")
_VERSION = 16  # characters of a file's name, which stands for its content


class SoundUnknownError(IvrError):
    """There is no such prompt: its name is not ours, or what it names is not on record."""


@dataclass(frozen=True, slots=True)
class FixedSound:
    """A sentence that is known when a company file is loaded."""

    company: str  # fingerprint of the file
    language: str
    phrase: str
    version: str  # of what it sounds like


@dataclass(frozen=True, slots=True)
class SaidSound:
    """A sentence of one turn of one call."""

    call_id: str
    turn: str  # its number
    place: str  # in the turn, see ``Speaker``


@dataclass(frozen=True, slots=True)
class Found:
    """A prompt's file."""

    path: Path
    lasting: bool  # what the name stands for never sounds otherwise: it may be kept by whoever gets it


class SoundNames:
    """Makes names, and takes them apart. May be used from any thread."""

    def __init__(self, tokens: Iterable[str]) -> None:
        """Names are made with the first of ``tokens``, and taken with any."""
        self._keys = tuple(hmac.digest(token.encode(), _PURPOSE, "sha256") for token in tokens)

    def of(self, sound: FixedSound | SaidSound) -> str:
        """The name by which ``sound`` is fetched."""
        kind, *values = _FIELDS[type(sound)]
        said = "~".join((kind, *(getattr(sound, value) for value in values)))
        return f"{said}~{_mac(self._keys[0], said)}.wav"

    def read(self, name: str) -> FixedSound | SaidSound:
        """What ``name`` stands for. Raises SoundUnknownError where it is none of ours."""
        found = _NAME.fullmatch(name)
        if not found or not any(
            hmac.compare_digest(_mac(key, found["said"]), found["mac"]) for key in self._keys
        ):
            raise SoundUnknownError("No prompt has that name.")
        kind, *values = found["said"].split("~")
        return _KINDS[kind](*values)


_FIELDS: Mapping[type, tuple[str, ...]] = {
    FixedSound: ("f", "company", "language", "phrase", "version"),
    SaidSound: ("s", "call_id", "turn", "place"),
}
_KINDS: Mapping[str, type[FixedSound] | type[SaidSound]] = {"f": FixedSound, "s": SaidSound}


def _mac(key: bytes, said: str) -> str:
    return hmac.digest(key, said.encode(), "sha256").hex()[:_MAC]


def version(path: Path) -> str:
    """What changes with the content of a prompt's file."""
    return path.stem[:_VERSION]


def fixed_sentences(company: Company) -> Mapping[tuple[str, str], Sentence]:
    """The sentences that are known when the file is loaded, by language and phrase."""
    made: Mapping[tuple[str, str], Sentence] = company.derived(
        "fixed sentences", lambda: {(each.language, each.phrase): each for each in all_fixed(company)}
    )
    return made


@dataclass(frozen=True, slots=True)
class Sounds:
    """Finds, and renders where need be, the prompts that names stand for."""

    desk: Desk
    prompts: Prompts

    def file(self, sound: FixedSound | SaidSound) -> Found:
        """The file of ``sound``.

        Raises:
            SoundUnknownError: the company file has no such sentence, or the call no such turn or place.
            CallUnknownError: there is no such call.
            TurnUnknownError: it has no such turn.
            OperatorError: nobody has kept that company file.
            SpeechError: no voice could say it.
        """
        return self._fixed(sound) if isinstance(sound, FixedSound) else self._said(sound)

    def _fixed(self, sound: FixedSound) -> Found:
        company = self.desk.standards.of(sound.company)
        sentence = fixed_sentences(company).get((sound.language, sound.phrase))
        if sentence is None:
            raise SoundUnknownError(f'The company file has no sentence "{sound.phrase}".')
        path = self.prompts.file(company, (sentence,))
        return Found(path, lasting=version(path) == sound.version)

    def _said(self, sound: SaidSound) -> Found:
        live = self.desk.repeat(sound.call_id, int(sound.turn))
        sentence = _sentence(live.turn.actions, sound.place)
        return Found(self.prompts.file(live.company, (sentence,)), lasting=False)


def _sentence(actions: tuple[Action, ...], place: str) -> Sentence:
    found = re.fullmatch(r"(b?)([0-9]{1,3})", place)
    index = int(found[2]) if found else 0
    sentences = _briefing(actions) if found and found[1] else _spoken(actions)
    if not found or index not in sentences:
        raise SoundUnknownError(f'Nothing is said at "{place}" of that turn.')
    return sentences[index]


def _spoken(actions: tuple[Action, ...]) -> Mapping[int, Sentence]:
    return {place: each.sentence for place, each in enumerate(actions) if isinstance(each, Say)}


def _briefing(actions: tuple[Action, ...]) -> Mapping[int, Sentence]:
    briefings = (each.briefing for each in actions if isinstance(each, Transfer))
    return dict(enumerate(next(briefings, ())))
