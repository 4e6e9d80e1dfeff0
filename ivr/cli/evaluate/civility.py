"""``ivr eval civility``: how often abuse and threats are told from frustration and ordinary talk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ivr.cli.evaluate import evaluate
from ivr.cli.evaluate.figures import Case, cases, told
from ivr.cli.evaluate.outcomes import Outcome, classes, f1, false_alarms, list_errors
from ivr.errors import OperatorError
from ivr.understanding.civility import Civility
from ivr.understanding.civility import civility as understood

ALARMS = frozenset({Civility.ABUSIVE.value, Civility.THREAT.value})


@evaluate.command()
def civility(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="F",
            help="Rows: text, and want (fine, frustrated, abusive, threat) or abusive (true, false).",
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; shares between 0 and 1.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List the cases that are not right.")] = False,
) -> None:
    """Understand each row's tone. F1 and false alarms are those of abuse and threats together."""
    outcomes = [_outcome(row) for row in cases(file, "text")]
    if errors:
        list_errors(outcomes)
    figures = {
        "classes": classes(outcomes),
        "f1": f1(outcomes, ALARMS),
        "false_alarms": false_alarms(outcomes, ALARMS),
        "n": len(outcomes),
    }
    typer.echo(told(figures, as_json))


def _outcome(row: Case) -> Outcome:
    """Where a row says only whether it is abusive, threats are abuse and frustration is fine."""
    text = str(row["text"])
    found = understood(text)
    if "want" in row:
        return Outcome(text, str(row["want"]), found.value.value, found.why)
    if "abusive" not in row:
        raise OperatorError(f'The row "{text}" has neither want nor abusive; give it one of them.')
    return Outcome(text, _name(bool(row["abusive"])), _name(found.value.value in ALARMS), found.why)


def _name(abusive: bool) -> str:
    return Civility.ABUSIVE.value if abusive else Civility.FINE.value
