"""``ivr eval optout``: how often "never call me again" is found, and how often where nobody said it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ivr import wiring
from ivr.cli.evaluate import evaluate
from ivr.cli.evaluate.figures import Case, cases, told
from ivr.cli.evaluate.outcomes import Outcome, list_errors, share
from ivr.settings import vectors_from
from ivr.understanding.optout import opt_out, prepare
from ivr.understanding.result import Match

ASKED, NOT_ASKED = "true", "false"


@evaluate.command()
def optout(
    file: Annotated[Path, typer.Argument(metavar="F", help="Rows: text, want (true or false).")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; shares between 0 and 1.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List the cases that are not right.")] = False,
    vectors: Annotated[
        str | None,
        typer.Option(
            envvar="IVR_VECTORS", metavar="off", help="off: without the installed sentence vectors."
        ),
    ] = None,
) -> None:
    """Look for an opt-out in each row's words."""
    prepare(embed=wiring.of_our_model(wiring.vectors(vectors_from(vectors))))
    outcomes = [_outcome(row) for row in cases(file, "text", "want")]
    if errors:
        list_errors(outcomes)
    typer.echo(
        told(
            {"found": _got(outcomes, ASKED), "false": _got(outcomes, NOT_ASKED), "n": len(outcomes)}, as_json
        )
    )


def _outcome(row: Case) -> Outcome:
    result = opt_out(str(row["text"]))
    return Outcome(str(row["text"]), _name(bool(row["want"])), _name(isinstance(result, Match)), result.why)


def _name(asked: bool) -> str:
    return ASKED if asked else NOT_ASKED


def _got(outcomes: list[Outcome], want: str) -> float:
    """The share in which one was found, of those that want that."""
    those = [outcome for outcome in outcomes if outcome.want == want]
    return share(sum(outcome.got == ASKED for outcome in those), len(those))
