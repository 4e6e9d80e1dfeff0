"""``ivr eval digits``: how often a spoken digit is recognised, in recordings of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import numpy as np
import typer

from ivr.cli.evaluate import evaluate
from ivr.cli.evaluate.figures import told
from ivr.cli.speech import hearing
from ivr.conversation.vocabulary import Vocabulary
from ivr.errors import OperatorError
from ivr.speech.recognition.recognizer import Expected

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
VOCABULARY = Expected("en", DIGITS, ())


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of one recording."""

    file: Path  # its name begins with the digit
    words: str | None  # the likeliest ones; None: nothing fits
    ms: float  # from the last sample to the result

    @property
    def right(self) -> bool:
        return self.words == DIGITS[int(self.file.name[0])]


Way = Callable[[tuple[Path, ...]], Iterable[Heard]]  # how recordings are brought to the recogniser


@evaluate.command()
def digits(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="wav files, named by their digit: 7_anna_1.wav.")
    ],
    via: Annotated[
        str, typer.Option(help="How they reach the recogniser: offline, or sip (by real calls).")
    ] = "offline",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; shares between 0 and 1.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List the recordings that are not right.")] = False,
) -> None:
    """Recognise the digit in each recording."""
    if via not in WAYS:
        raise OperatorError(f'"{via}" is not among {", ".join(WAYS)}.')
    heard = list(WAYS[via](_recordings(folder)))
    if errors:
        _list_errors(heard)
    typer.echo(told(_figures(heard), as_json))


def _recordings(folder: Path) -> tuple[Path, ...]:
    found = tuple(sorted(folder.glob("[0-9]*.wav")))
    if not found:
        raise OperatorError(f"{folder} holds no wav file that begins with a digit, like 7_anna_1.wav.")
    return found


def offline(files: tuple[Path, ...]) -> Iterator[Heard]:
    """Each recording as one utterance, in this process."""
    from ivr.speech.recognition.engines.choice import engines  # noqa: PLC0415 - takes half a second to load
    from ivr.speech.recognition.recording import read  # noqa: PLC0415

    engine = engines(hearing())
    engine.prepare(VOCABULARY)
    for file in files:
        samples = read(file)
        begun = perf_counter()
        found = engine.recognize(samples, VOCABULARY)
        ms = (perf_counter() - begun) * 1000
        yield Heard(file, found[0].words if found else None, ms)


def sip(files: tuple[Path, ...]) -> Iterator[Heard]:
    """Each recording in a call of its own, twenty at once, through SIP, Asterisk (a container) and AEAP."""
    try:
        recordings = import_module("tests.asterisk.recordings")
    except ModuleNotFoundError as error:
        raise OperatorError(
            "The callers that play recordings are among the project's tests: run this in its folder."
        ) from error
    vocabulary = Vocabulary(VOCABULARY.language, VOCABULARY.phrases, VOCABULARY.grammars)
    for one in recordings.play_all(files, vocabulary, hearing()):
        yield Heard(one.path, one.words or None, one.seconds * 1000)


WAYS: Mapping[str, Way] = {"offline": offline, "sip": sip}


def _figures(heard: list[Heard]) -> Mapping[str, Any]:
    return {
        "right": sum(one.right for one in heard) / len(heard),
        "none": sum(one.words is None for one in heard) / len(heard),
        "latency_p95_ms": float(np.percentile([one.ms for one in heard], 95)),
        "n": len(heard),
    }


def _list_errors(heard: list[Heard]) -> None:
    for one in heard:
        if not one.right:
            typer.echo(f"{one.file.name}: {one.words or 'nothing'}")
