"""``ivr speech``: whether callers can be heard, and what is heard in a recording."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from ivr import log, wiring
from ivr.cli import app
from ivr.cli.flow import EXAMPLE, own_file
from ivr.conversation.actions import Expects
from ivr.conversation.spoken import every
from ivr.conversation.vocabulary import GRAMMARS
from ivr.errors import OperatorError
from ivr.phrases.check import load_standard
from ivr.settings import HearingSettings
from ivr.speech.recognition.recognizer import Expected

speech = typer.Typer(help="Recognition of speech: is it ready, and what does it hear?", no_args_is_help=True)
app.add_typer(speech, name="speech")

EXPECTED = {
    "yes_no": Expects.YES_NO,
    "time": Expects.TIME,
    "number": Expects.NUMBER,
    "wish": Expects.WISH,
    "menu": Expects.WISH,
}


@speech.command(name="try")
def try_(
    file: Annotated[Path, typer.Argument(metavar="FILE.wav", help="A recording of one utterance.")],
    lang: Annotated[str, typer.Option(help="In which language.")] = "en",
    expect: Annotated[
        str, typer.Option(help=f"What was asked for: {', '.join(EXPECTED)} (of the company file).")
    ] = "menu",
) -> None:
    """Say what is heard in a recording: the likeliest words first, and how sure they are."""
    from ivr.speech.recognition.engines.choice import engines  # noqa: PLC0415 - takes half a second to load
    from ivr.speech.recognition.recording import read  # noqa: PLC0415

    log.configure_quiet()
    asked = _vocabulary(lang, expect)
    engine = engines(hearing())
    engine.prepare(asked)
    samples = read(file)
    begun = perf_counter()
    found = engine.recognize(samples, asked)
    ms = (perf_counter() - begun) * 1000
    for one in found:
        typer.echo(f"{one.confidence:.0%}  {one.words}")
    if not found:
        typer.echo("Nothing that fits was heard.")
    typer.echo(f"({ms:.0f} ms for {len(samples) / 8000:.1f} s of sound)")


@speech.command()
def doctor() -> None:
    """Say which engines are ready, hear a sentence through AEAP, and say what to do about faults."""
    from ivr.speech.recognition.doctor import examine  # noqa: PLC0415 - as above

    log.configure_quiet()
    findings = examine(hearing())
    for finding in findings:
        typer.echo(f"{'ready ' if finding.well else 'FAULT '} {finding.what}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def hearing() -> HearingSettings:
    """How speech is recognised here. Raises OperatorError: not at all."""
    given = wiring.settings().hearing
    if given is None:
        raise OperatorError("Recognition is switched off by IVR_AEAP_BIND. Set it, like 127.0.0.1:4574.")
    return given


def _vocabulary(lang: str, expect: str) -> Expected:
    if expect not in EXPECTED:
        raise OperatorError(f'"{expect}" is not among {", ".join(EXPECTED)}.')
    phrases = every(load_standard(own_file() or EXAMPLE).company, lang) if expect == "menu" else ()
    return Expected(lang, phrases, GRAMMARS[EXPECTED[expect]])
