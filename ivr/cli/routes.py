"""``ivr routes``: where what a caller says leads, and why."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ivr import wiring
from ivr.cli import app
from ivr.cli.flow import EXAMPLE, own_file, spoken
from ivr.cli.on_record import cells, console, table
from ivr.company.models import Answer, Company, Department, Group
from ivr.phrases.check import load_standard
from ivr.settings import vectors_from
from ivr.understanding.intent import Target, intents, prepare
from ivr.understanding.result import Ambiguous, Match, Result
from ivr.understanding.routing.router import Candidate, Explanation


@app.command()
def routes(
    text: Annotated[str, typer.Argument(help="What the caller says.")],
    lang: Annotated[str | None, typer.Option(help="In which language; otherwise the company's own.")] = None,
    company: Annotated[
        Path | None, typer.Option(help="The company file; otherwise IVR_COMPANY, or the example.")
    ] = None,
    vectors: Annotated[
        str | None,
        typer.Option(
            envvar="IVR_VECTORS",
            metavar="DIR|off",
            help="A folder with a model of sentence vectors; otherwise the installed one. off: do without.",
        ),
    ] = None,
) -> None:
    """Say where a caller's words lead: the candidates, their scores, and the phrases that decided."""
    standard = load_standard(company or own_file() or EXAMPLE).company
    language = spoken(standard, lang)
    prepare(standard, wiring.vectors(vectors_from(vectors)))
    found = intents(standard, language).explain(text)
    _Told(standard, language, console(fitted=True)).tell(found)


class _Told:
    """An explanation in the words of a company."""

    def __init__(self, company: Company, language: str, out: Console) -> None:
        self._company, self._language, self._out = company, language, out

    def tell(self, found: Explanation[Target]) -> None:
        self._out.print(*cells(self._verdict(found.result)), style="bold")
        if isinstance(found.result, Match | Ambiguous):
            self._out.print(*cells(found.result.why))
        made = table("Candidate", "Score", "Phrases that speak for it")
        for candidate in found.candidates:
            made.add_row(*cells(self._named(candidate.kind), f"{candidate.score:.2f}", _phrases(candidate)))
        self._out.print(made)
        self._out.print(f"Below {found.bound:.2f} nothing is made of it.")

    def _verdict(self, result: Result[Target]) -> str:
        if isinstance(result, Match):
            return f"It leads to {self._named(result.value)}: {result.confidence:.0%} sure."
        if isinstance(result, Ambiguous):
            values = (f"{self._named(value)} ({confidence:.0%})" for value, confidence in result.values)
            return f"The caller is asked: {' or '.join(values)}."
        return f"It leads nowhere. {result.why}"

    def _named(self, target: Target) -> str:
        kinds: Mapping[str, Mapping[str, Department | Answer | Group]] = {
            "department": self._company.departments,
            "answer": self._company.answers,
            "group": self._company.groups,
        }
        return f"{target} ({kinds[target.kind][target.id].name.into(self._language)})"


def _phrases(candidate: Candidate[Target]) -> str:
    return ", ".join(f'"{text}" {share:.2f}' for text, share in candidate.phrases)
