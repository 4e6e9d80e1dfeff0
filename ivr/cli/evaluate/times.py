"""``ivr eval times``: how often the right time is understood, a wrong one, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from ivr.cli.evaluate import evaluate
from ivr.cli.evaluate.figures import Case, cases, told
from ivr.errors import OperatorError
from ivr.understanding.result import Match
from ivr.understanding.times import When, understand_time

# Clocks without changes, two hours west of Greenwich: those of Duckling's corpus, whose rows name no zone.
NO_ZONE = "Etc/GMT+2"
HALF_DAY = timedelta(hours=12)


class Outcome(StrEnum):
    """How a case went."""

    RIGHT = "right"
    WRONG = "wrong"
    NONE = "none"


@evaluate.command()
def times(
    file: Annotated[
        Path, typer.Argument(metavar="F", help="Rows: text, lang, now, zone?, want or null, grain.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; shares between 0 and 1.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List the cases that are not right.")] = False,
) -> None:
    """Understand each row's words of a time; without a zone, on clocks two hours west of Greenwich."""
    rows = cases(file, "text", "lang", "now", "want")
    found = [(row, when := _when(row), _outcome(row, when)) for row in rows]
    if errors:
        _list_errors(found)
    typer.echo(told(_figures(outcome for _, _, outcome in found), as_json))


def _figures(outcomes: Iterable[Outcome]) -> Mapping[str, Any]:
    counted = Counter(outcomes)
    n = counted.total()
    return {**{outcome.value: counted[outcome] / n if n else 0.0 for outcome in Outcome}, "n": n}


def _when(row: Case) -> When | None:
    """What is understood; what has to be asked back is not."""
    zone = _zone(row)
    now = _instant(row, "now", zone)
    result = understand_time(str(row["text"]), str(row["lang"]), now, zone)
    return result.value if isinstance(result, Match) else None


def _zone(row: Case) -> tzinfo:
    name = row.get("zone") or NO_ZONE
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise OperatorError(f'"{name}" is no time zone; write it like Europe/Riga.') from error


def _instant(row: Case, field: str, zone: tzinfo) -> datetime:
    try:
        at = datetime.fromisoformat(str(row[field]))
    except ValueError as error:
        raise OperatorError(f'"{row[field]}" is no time; write it like 2026-11-24T10:00:00.') from error
    return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)


def _outcome(row: Case, when: When | None) -> Outcome:
    if when is None:
        return Outcome.RIGHT if row["want"] is None else Outcome.NONE
    right = row["want"] is not None and _same(row, when.start)
    return Outcome.RIGHT if right else Outcome.WRONG


def _same(row: Case, start: datetime) -> bool:
    """Whether an instant, or the beginning of an interval, is the wanted one, as finely as the row tells."""
    want = _instant(row, "want", _zone(row)).replace(tzinfo=None)
    same = _SAME.get(str(row.get("grain", "Minute")), _SAME["Minute"])
    return same(start.replace(tzinfo=None), want)


def _to(count: int) -> Callable[[datetime, datetime], bool]:
    """Alike in the first fields: year, month, day, hour, minute, second."""
    return lambda one, two: one.timetuple()[:count] == two.timetuple()[:count]


def _same_week(one: datetime, two: datetime) -> bool:
    return one.isocalendar()[:2] == two.isocalendar()[:2]


def _same_quarter(one: datetime, two: datetime) -> bool:
    return (one.year, (one.month - 1) // 3) == (two.year, (two.month - 1) // 3)


def _same_on_dial(one: datetime, two: datetime) -> bool:
    """The same on a clock face, no more than half a day apart: the words do not tell which half is meant."""
    apart = abs(one.replace(second=0, microsecond=0) - two)
    return apart in {timedelta(), HALF_DAY}


_SAME: Mapping[str, Callable[[datetime, datetime], bool]] = {
    "Year": _to(1),
    "Quarter": _same_quarter,
    "Month": _to(2),
    "Week": _same_week,
    "Day": _to(3),
    "Hour": _to(4),
    "Minute": _to(5),
    "Second": _to(6),
    "Minute12": _same_on_dial,
}


def _list_errors(found: Iterable[tuple[Case, When | None, Outcome]]) -> None:
    for row, when, outcome in found:
        if outcome is not Outcome.RIGHT:
            got = when.start.replace(tzinfo=None).isoformat() if when else "nothing"
            typer.echo(f"{outcome.value}: {row['text']!r} wants {row['want']}, not {got}")
