"""What was wanted of each case and what was got: figures, and the list of errors."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import typer


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case."""

    text: str
    want: str  # class
    got: str
    why: str  # the rule that decided

    @property
    def right(self) -> bool:
        return self.want == self.got


def classes(outcomes: Sequence[Outcome]) -> Mapping[str, Any]:
    """Recall and precision, between 0 and 1, of every class that is wanted."""
    wanted = dict.fromkeys(outcome.want for outcome in outcomes)
    return {name: _class(outcomes, name) for name in wanted}


def _class(outcomes: Sequence[Outcome], name: str) -> Mapping[str, float]:
    right = sum(outcome.right for outcome in outcomes if outcome.want == name)
    want = sum(outcome.want == name for outcome in outcomes)
    got = sum(outcome.got == name for outcome in outcomes)
    return {"recall": share(right, want), "precision": share(right, got)}


def false_alarms(outcomes: Sequence[Outcome], alarms: Collection[str]) -> float:
    """The share of the cases that want none of ``alarms`` in which one was got."""
    quiet = [outcome for outcome in outcomes if outcome.want not in alarms]
    return share(sum(outcome.got in alarms for outcome in quiet), len(quiet))


def f1(outcomes: Sequence[Outcome], alarms: Collection[str]) -> float:
    """Of ``alarms`` as one class: the harmonic mean of its recall and precision."""
    want = sum(outcome.want in alarms for outcome in outcomes)
    got = sum(outcome.got in alarms for outcome in outcomes)
    both = sum(outcome.want in alarms and outcome.got in alarms for outcome in outcomes)
    return share(2 * both, want + got)


def share(part: int, whole: int) -> float:
    """A part of the whole, between 0 and 1; 0 of nothing."""
    return part / whole if whole else 0.0


def list_errors(outcomes: Sequence[Outcome]) -> None:
    """Print what went wrong, a line each: what was wanted and got, the words, and the rule."""
    for outcome in outcomes:
        if not outcome.right:
            typer.echo(f"{outcome.want} ≠ {outcome.got}: {outcome.text} ({outcome.why})")
