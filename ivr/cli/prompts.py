"""``ivr prompts``: what callers hear, sentence by sentence, and the script to record it with an actor."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from ivr import log, wiring
from ivr.cli import app
from ivr.cli.on_record import cells, console, table
from ivr.cli.recording_script import Format, script_of
from ivr.company.models import Company
from ivr.errors import OperatorError, SpeechError
from ivr.phrases.catalogue import CATALOGUE
from ivr.phrases.check import load_standard
from ivr.phrases.compose import all_fixed
from ivr.phrases.sentence import Sentence
from ivr.speech import sound
from ivr.speech.prompts import PromptCache, Rendered

prompts_app = typer.Typer(help="What callers hear: list, render, listen, script for a voice actor.")
app.add_typer(prompts_app, name="prompts", no_args_is_help=True)

CompanyFile = Annotated[
    Path | None, typer.Option("--company", help="The company file; otherwise IVR_COMPANY.")
]
Language = Annotated[str | None, typer.Option(help="Only this language, like lv.")]


@prompts_app.command("list")
def list_prompts(
    company: CompanyFile = None,
    language: Language = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List every fixed sentence: id, what it does, text, and where its sound comes from."""
    standard = _standard(company)
    cache = _cache()
    rows = [_row(cache, standard, sentence) for sentence in _chosen(standard, language)]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print_list(rows)


@prompts_app.command()
def render(company: CompanyFile = None) -> None:
    """Render every fixed sentence that is not rendered yet, as starting the service does."""
    standard = _standard(company)
    cache = _cache()
    sentences = all_fixed(standard)
    with _bar() as bar:
        task = bar.add_task("", total=len(sentences))
        result = cache.render_all(standard, sentences, lambda done, _: bar.update(task, completed=done))
    typer.echo(_summary(result))
    if result.failed:
        raise SpeechError(f"No voice could say {_ids(result.failed)}. The warnings say why.")


@prompts_app.command()
def play(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE_ID", help="An id that ivr prompts list shows.")],
    to: Annotated[Path, typer.Option(metavar="FILE.wav", help="The file to write.")],
    company: CompanyFile = None,
    language: Annotated[str | None, typer.Option(help="Otherwise the company's default language.")] = None,
) -> None:
    """Write to a file what callers hear when a sentence is said."""
    if to.suffix.lower() != ".wav":
        raise OperatorError(f"{to}: the sound is written as WAV. Name a file that ends in .wav.")
    standard = _standard(company)
    sentence = _sentence(standard, phrase, language or standard.default_language)
    heard = sound.read(_cache().file(standard, (sentence,)))
    _write(to, sound.wav(heard))
    typer.echo(f"{to}: {heard.seconds:.1f} s, 8 kHz: {sentence.text}")


@prompts_app.command()
def script(
    out: Annotated[Path, typer.Option(metavar="FILE", help="The file to write.")],
    company: CompanyFile = None,
    language: Language = None,
    format_: Annotated[
        Format | None, typer.Option("--format", help="Otherwise by the file's ending: .csv or .md.")
    ] = None,
) -> None:
    """Write the recording script for a voice actor: what to say, and the name of each file to deliver."""
    standard = _standard(company)
    sentences = _chosen(standard, language)
    form = format_ or _format_of(out)
    languages = (language,) if language else standard.languages
    text = script_of(sentences, tuple(CATALOGUE.values()), languages, form)
    _write(out, text.encode("utf-8-sig" if form == Format.CSV else "utf-8"))  # Excel needs the mark
    folder = standard.recordings or "a folder that the company file names under recordings"
    typer.echo(f"{out}: {len(sentences)} sentences to record. Put the files into {folder}.")


def _standard(path: Path | None) -> Company:
    return load_standard(path or wiring.settings().company).company


def _cache() -> PromptCache:
    log.configure_quiet()
    return wiring.prompt_cache(wiring.settings().prompts)


def _bar() -> Progress:
    columns = ("Rendering", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, transient=True, console=Console(stderr=True), disable=not sys.stderr.isatty())


def _chosen(company: Company, language: str | None) -> tuple[Sentence, ...]:
    _check_language(company, language or company.default_language)
    return tuple(s for s in all_fixed(company) if language in {None, s.language})


def _check_language(company: Company, language: str) -> None:
    if language not in company.languages:
        raise OperatorError(
            f'The company does not speak "{language}". Use one of: {", ".join(company.languages)}.'
        )


def _sentence(company: Company, phrase: str, language: str) -> Sentence:
    known = {sentence.phrase: sentence for sentence in _chosen(company, language)}
    if phrase in known:
        return known[phrase]
    entry = CATALOGUE.get(phrase)
    if entry and entry.moving:
        raise OperatorError(f'"{phrase}" is worded anew in each call. Hear it with ivr talk or in a call.')
    near = difflib.get_close_matches(phrase, known, 3) or [id_ for id_ in known if id_.startswith(phrase)][:3]
    hint = f"Did you mean {', '.join(near)}?" if near else "See ivr prompts list for all of them."
    raise OperatorError(f'There is no sentence "{phrase}". {hint}')


def _row(cache: PromptCache, company: Company, sentence: Sentence) -> dict[str, str]:
    return {
        "id": sentence.phrase,
        "act": sentence.act.value,
        "language": sentence.language,
        "text": sentence.text,
        "source": cache.source(company, sentence).value,
    }


def _print_list(rows: Sequence[dict[str, str]]) -> None:
    made = table("Id", "Act", "Lang", "Source", "Text")
    for row in rows:
        made.add_row(*cells(*(row[name] for name in ("id", "act", "language", "source", "text"))))
    console().print(made)


def _summary(result: Rendered) -> str:
    counts = {source.value: count for source, count in result.sources.items()}
    said = (
        f"{sum(counts.values())} sentences: {counts['recording']} recorded, {counts['cached']} cached before"
    )
    rendered = max(0, counts["to render"] - len(result.failed) - len(result.fell_back))
    return f"{said}, {rendered} rendered now.{_otherwise(result)}"


def _otherwise(result: Rendered) -> str:
    if not result.fell_back:
        return ""
    shown = _ids(result.fell_back)
    return f" {len(result.fell_back)} not said as the company file wants: {shown}; the warnings say why."


def _ids(sentences: Sequence[Sentence]) -> str:
    shown = ", ".join(f"{sentence.phrase} ({sentence.language})" for sentence in sentences[:5])
    return shown if len(sentences) <= 5 else f"{shown} and {len(sentences) - 5} more"


def _format_of(out: Path) -> Format:
    try:
        return Format(out.suffix.removeprefix(".").lower())
    except ValueError as error:
        raise OperatorError(
            f"{out} ends neither in .csv nor in .md. Add --format csv or --format md."
        ) from error


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise OperatorError(f"{out} cannot be written ({error.strerror}). Name another file.") from error
