"""``ivr eval yesno``: how often yes and no are understood, and how often something else is taken for them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ivr.cli.evaluate import evaluate
from ivr.cli.evaluate.figures import Case, cases, told
from ivr.cli.evaluate.outcomes import Outcome, classes, false_alarms, list_errors
from ivr.errors import OperatorError
from ivr.understanding.consent import TABLES, Answer, consent
from ivr.understanding.result import Ambiguous, Match, Result

OTHER = "other"  # no answer at all
ALARMS = frozenset({"yes", "no"})
DEFAULT_LANGUAGE = "en"


@evaluate.command()
def yesno(
    file: Annotated[
        Path, typer.Argument(metavar="F", help="Rows: text, lang, want (yes, no, later, unclear or other).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; shares between 0 and 1.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List the cases that are not right.")] = False,
) -> None:
    """Understand each row's answer. False alarms: what is neither yes nor no, taken for one."""
    outcomes = [_outcome(row) for row in cases(file, "text", "want")]
    if errors:
        list_errors(outcomes)
    figures = {
        "classes": classes(outcomes),
        "false_alarms": false_alarms(outcomes, ALARMS),
        "n": len(outcomes),
    }
    typer.echo(told(figures, as_json))


def _outcome(row: Case) -> Outcome:
    language = str(row.get("lang") or DEFAULT_LANGUAGE)
    if language not in TABLES:
        raise OperatorError(
            f'Answers in "{language}" are not understood; lang is one of {", ".join(TABLES)}.'
        )
    result = consent(str(row["text"]), language)
    return Outcome(str(row["text"]), str(row["want"] or OTHER), _name(result), result.why)


def _name(result: Result[Answer]) -> str:
    """What is to be asked back is unclear."""
    if isinstance(result, Match):
        return result.value.value
    return Answer.UNCLEAR.value if isinstance(result, Ambiguous) else OTHER
