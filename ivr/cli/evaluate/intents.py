"""``ivr eval intents``: how often the right one of many intents is found, and how often rightly none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import numpy as np
import typer

from ivr import wiring
from ivr.cli.evaluate import evaluate
from ivr.cli.evaluate.figures import Case, cases, told
from ivr.errors import OperatorError
from ivr.settings import vectors_from
from ivr.understanding.result import NoMatch
from ivr.understanding.routing.language import language
from ivr.understanding.routing.machine import Phrase
from ivr.understanding.routing.router import SAID, Router

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_NAMED_IN = "en"  # the language that the names of labels are in


@dataclass(frozen=True)
class Outcome:
    """How a case went."""

    case: Case
    best: str  # the likeliest label
    score: float
    accepted: bool  # it was not taken for something unknown
    ms: float

    @property
    def right(self) -> bool:
        """Whether the likeliest label is the one wanted."""
        return bool(self.best == self.case["label"])


@evaluate.command()
def intents(
    train: Annotated[Path, typer.Option(metavar="A", help="Rows to learn from: text, label or null.")],
    test: Annotated[Path, typer.Option(metavar="B", help="Rows to understand: text, label or null.")],
    lang: Annotated[
        str | None, typer.Option(help="Their language; otherwise that of the rows, or en.")
    ] = None,
    vectors: Annotated[
        str | None,
        typer.Option(
            envvar="IVR_VECTORS",
            metavar="DIR|off",
            help="A folder with a model of sentence vectors; otherwise the installed one. off: do without.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; shares between 0 and 1.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List the cases that are not right.")] = False,
) -> None:
    """Learn intents from one file, and understand another.

    accuracy: the likeliest intent is right, of rows with a label; accuracy_rejecting: and it is likely
    enough, by the router's own bound. oos_recall: of the rows without a label, those in which nothing is
    likely enough. auroc: how well the two kinds of rows are told apart at any bound.
    """
    known, asked = cases(train, "text", "label"), cases(test, "text", "label")
    code = lang or _language(known)
    embed = wiring.vectors(vectors_from(vectors)).get(code)
    router = Router(language(code), _phrases(known, code), embed=embed)
    outcomes = [_outcome(router, case) for case in asked]
    if errors:
        _list_errors(outcomes)
    typer.echo(told(_figures(outcomes), as_json))


def _language(rows: Sequence[Case]) -> str:
    """The language of most rows; English where they do not tell."""
    return Counter(str(row.get("lang", "en")) for row in rows).most_common(1)[0][0]


def _phrases(rows: Sequence[Case], lang: str) -> Sequence[Phrase[str]]:
    """The rows, and the labels' names, as the names of departments are in a company file."""
    labels = dict.fromkeys(str(row["label"]) for row in rows if row["label"] is not None)
    if not labels:
        raise OperatorError('No row to learn from has a label. Write rows like {"text": "…", "label": "…"}.')
    said = [Phrase(str(row["text"]), _label(row), SAID) for row in rows]
    named = [Phrase(_CAPITAL.sub(" ", label), label, SAID) for label in labels if lang == _NAMED_IN]
    return list(dict.fromkeys([*said, *named]))


def _label(row: Case) -> str | None:
    return None if row["label"] is None else str(row["label"])


def _outcome(router: Router[str], case: Case) -> Outcome:
    begun = perf_counter()
    found = router.explain(str(case["text"]), most=1)
    ms = (perf_counter() - begun) * 1000
    best = found.candidates[0]
    return Outcome(case, best.kind, best.score, not isinstance(found.result, NoMatch), ms)


def _figures(outcomes: Sequence[Outcome]) -> Mapping[str, Any]:
    ours = [one for one in outcomes if one.case["label"] is not None]
    strange = [one for one in outcomes if one.case["label"] is None]
    return {
        "accuracy": _share(one.right for one in ours),
        "accuracy_rejecting": _share(one.right and one.accepted for one in ours),
        "oos_recall": _share(not one.accepted for one in strange),
        "auroc": _auroc(outcomes) if ours and strange else None,
        "ms_p95": float(np.percentile([one.ms for one in outcomes], 95)) if outcomes else None,
        "n": len(outcomes),
    }


def _share(which: Iterator[bool]) -> float | None:
    """None where there is nothing to take a share of."""
    counted = Counter(which)
    return counted[True] / counted.total() if counted else None


def _auroc(outcomes: Sequence[Outcome]) -> float:
    from sklearn.metrics import roc_auc_score  # noqa: PLC0415 - takes a second to load

    ours = [one.case["label"] is not None for one in outcomes]
    return float(roc_auc_score(ours, [one.score for one in outcomes]))


def _list_errors(outcomes: Sequence[Outcome]) -> None:
    for one in outcomes:
        wanted, got = one.case["label"], one.best if one.accepted else None
        if got != wanted:
            typer.echo(
                f"{one.case['text']!r} wants {wanted or 'nothing'}, not {got or 'nothing'}"
                f" (the likeliest: {one.best}, {one.score:.2f})"
            )
