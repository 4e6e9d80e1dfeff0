"""``ivr courtesy``: how courteous the calls on record were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console
from sqlalchemy import Engine

from ivr import log, wiring
from ivr.calls.auditing import AT_ONCE
from ivr.cli import app
from ivr.cli.campaign_report import PICTURES
from ivr.cli.on_record import cells, clock_time, console, minutes, moment, records, table, zone
from ivr.cli.transcript import rows
from ivr.errors import OperatorError
from ivr.etiquette.audit import TIMING, Reason
from ivr.etiquette.norms import NORMS
from ivr.etiquette.timing import Timing
from ivr.records.audits import AuditLine, SqlAudits, line_of
from ivr.records.history import History
from ivr.records.views import Transcript
from ivr.records.writes import REHEARSAL

courtesy_app = typer.Typer(
    help="How courteous calls were: report, show one, audit anew.", no_args_is_help=True
)
app.add_typer(courtesy_app, name="courtesy")

Since = Annotated[str | None, typer.Option(help="Calls begun at or after, e.g. 2026-11-24T13:30.")]
Until = Annotated[str | None, typer.Option(help="Calls begun before.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")]
NONE = "none"  # of a call that no department or campaign had to do with
NOT_TOLD = "–"


class By(StrEnum):
    """How a report is put together."""

    DAY = "day"
    DEPARTMENT = "department"
    CAMPAIGN = "campaign"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Group:
    """Some calls of a report: those of a day, a department, a campaign; or those that broke a rule."""

    name: str
    calls: int
    score: float  # on average, 0 to 100
    flawless: int  # calls with the whole score
    starred: int  # calls that broke a starred norm
    breaches: int  # of norms and rules; what took too long is none
    answered: float | None  # from the pick-up to our first sound, seconds on average; None: not measured
    pause: float | None  # the longest of a call, likewise
    interruptions: float | None  # of a call, likewise


_GROUPS, _AUDIT = TypeAdapter(tuple[Group, ...]), TypeAdapter(AuditLine)
_HEADINGS = (
    *("Calls", "Score", "Flawless", "Starred norm broken", "Breaches"),
    *("Greeted after", "Longest pause", "Cut short"),
)


@courtesy_app.command()
def report(
    by: Annotated[By, typer.Option(help="One line for each of these.")] = By.DAY,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    plot: Annotated[Path | None, typer.Option(help="Draw it into this file: .png or .svg.")] = None,
) -> None:
    """Show how courteous calls were, by day, department, campaign or rule."""
    if plot is not None and plot.suffix.lower() not in PICTURES:
        raise OperatorError(f"{plot} is no name for a picture. End it in {' or '.join(PICTURES)}.")
    engine = records()
    local = zone(History(engine))
    groups = grouped(SqlAudits(engine).listed(*_span(since, until, local)), by, local)
    if as_json:
        typer.echo(_GROUPS.dump_json(groups, indent=2).decode())
    else:
        _print_report(groups, by, console())
    if plot is not None:
        from ivr.cli.courtesy_plot import draw  # noqa: PLC0415 - matplotlib takes a second to load

        draw(groups, by, plot)
        typer.echo(f"Wrote {plot}.", err=as_json)


@courtesy_app.command()
def show(
    call: Annotated[str, typer.Argument(help="The call's id, or enough of its begin or end.")],
    as_json: AsJson = False,
) -> None:
    """Show why a call has its score: each breach with the turn that it is about."""
    engine = records()
    history, audits = History(engine), SqlAudits(engine)
    call_id = history.call_id(call)
    found = audits.of(call_id) or _of_rehearsal(engine, call_id)
    if found is None:
        raise OperatorError(
            f'The call "{call_id}" is not audited yet. It is once it is over, by the service or by '
            "ivr courtesy audit."
        )
    if as_json:
        typer.echo(_AUDIT.dump_json(found, indent=2).decode())
    else:
        _print_call(found, history.transcript(call_id), zone(history), console(fitted=True))


def _of_rehearsal(engine: Engine, call_id: str) -> AuditLine | None:
    """A rehearsal is in no report: it is judged when somebody asks."""
    call = History(engine).transcript(call_id).call
    if call.node != REHEARSAL or call.ended_at is None:
        return None
    judged = wiring.auditor_of(engine).judge((call_id,))
    return line_of(*judged[0]) if judged else None


@courtesy_app.command()
def audit(
    again: Annotated[bool, typer.Option("--again", help="Also calls that are audited already.")] = False,
    since: Since = None,
    until: Until = None,
) -> None:
    """Audit calls now; with --again also those of before, by today's norms."""
    log.configure_quiet()
    engine = records()
    auditor, history, audits = wiring.auditor_of(engine), History(engine), SqlAudits(engine)
    first, last = _span(since, until, zone(history))
    calls = audits.over(first, last)
    wanted = calls if again else [call_id for call_id in calls if audits.of(call_id) is None]
    done = sum(auditor.audit(wanted[at : at + AT_ONCE]) for at in range(0, len(wanted), AT_ONCE))
    left = len(wanted) - done
    beyond = f" {left} cannot be: the file they began with is on record no more." if left else ""
    typer.echo(f"Audited {done} calls.{beyond}")


def _span(since: str | None, until: str | None, local: tzinfo) -> tuple[datetime | None, datetime | None]:
    first = moment(since, "--since", local) if since else None
    return first, moment(until, "--until", local) if until else None


# The report


def grouped(audits: tuple[AuditLine, ...], by: By, local: tzinfo) -> tuple[Group, ...]:
    """The audits put together: days in their order, all else the worst first."""
    if by is By.RULE:
        return tuple(sorted(_by_rule(audits), key=lambda group: (-group.breaches, group.name)))
    told: dict[str, list[AuditLine]] = {}
    for line in audits:
        told.setdefault(_NAMES[by](line, local), []).append(line)
    groups = tuple(_group(name, lines) for name, lines in told.items())
    return tuple(sorted(groups, key=lambda group: group.name if by is By.DAY else f"{group.score:09.4f}"))


_NAMES: Mapping[By, Callable[[AuditLine, tzinfo], str]] = {
    By.DAY: lambda line, local: line.began_at.astimezone(local).date().isoformat(),
    By.DEPARTMENT: lambda line, _: line.department or NONE,
    By.CAMPAIGN: lambda line, _: line.campaign or NONE,
}


def _group(name: str, lines: list[AuditLine]) -> Group:
    return Group(
        name,
        calls=len(lines),
        score=sum(line.score for line in lines) / len(lines),
        flawless=sum(not line.reasons for line in lines),
        starred=sum(any(reason.starred for reason in line.reasons) for line in lines),
        breaches=sum(not _is_timing(reason) for line in lines for reason in line.reasons),
        answered=_average(line.timing.answered for line in lines),
        pause=_average(line.timing.pause for line in lines),
        interruptions=_average(line.timing.interruptions for line in lines),
    )


def _average(told: Iterable[float | None]) -> float | None:
    known = [length for length in told if length is not None]
    return sum(known) / len(known) if known else None


def _is_timing(reason: Reason) -> bool:
    return reason.norm.startswith(TIMING)


def _by_rule(audits: tuple[AuditLine, ...]) -> Iterator[Group]:
    """Each norm and rule that was broken, and what took too long, with the calls in which it was."""
    broken: dict[str, list[AuditLine]] = {}
    for line in audits:
        for reason in line.reasons:
            broken.setdefault(reason.norm, []).append(line)
    for norm, lines in broken.items():
        calls = list({line.call_id: line for line in lines}.values())
        yield replace(_group(norm, calls), breaches=len(lines))


def _print_report(groups: tuple[Group, ...], by: By, out: Console) -> None:
    if not groups:
        out.print("Nothing was broken." if by is By.RULE else "No call is audited in this time.")
        return
    made = table(by.value.capitalize(), *_HEADINGS)
    for group in groups:
        figures = (group.calls, f"{group.score:.0f}", group.flawless, group.starred, group.breaches)
        cut = NOT_TOLD if group.interruptions is None else f"{group.interruptions:.1f} times"
        timing = (_seconds(group.answered), _seconds(group.pause), cut)
        made.add_row(*cells(group.name, *map(str, figures), *timing))
    out.print(made)


# One call


def _print_call(found: AuditLine, transcript: Transcript, local: tzinfo, out: Console) -> None:
    for label, text in _head(found, local):
        out.print(*cells(f"{label:<8}", text))
    said = _said(transcript)
    for reason in found.reasons:
        out.print()
        star = "*" if reason.starred else ""
        out.print(*cells(f"{reason.norm}{star}, turn {reason.number}, -{reason.points}: {reason.why}."))
        if words := _words(reason.norm):
            out.print(*cells(f"  {words}"), style="dim")
        for line in said.get(reason.number, ()):
            out.print(*cells(f"  {line}"), style="dim")


def _head(found: AuditLine, local: tzinfo) -> Iterator[tuple[str, str]]:
    took = found.timing
    yield "Call", found.call_id
    yield "Began", f"{clock_time(found.began_at, local)} ({local})"
    yield "Score", f"{found.score} of 100"
    matter = () if took.matter is None else (f"matter {took.matter:.0f} s",)
    yield "Timing", ", ".join((*_measured(took), f"longest speech {took.speech:.0f} s", *matter))


def _measured(took: Timing) -> Iterator[str]:
    if took.interruptions is None:
        yield "the line measured nothing"
        return
    yield f"greeted after {_seconds(took.answered)}"
    yield f"longest pause {_seconds(took.pause)}"
    yield f"cut short {took.interruptions} times"


def _seconds(length: float | None) -> str:
    return NOT_TOLD if length is None else f"{length:.1f} s"


def _words(norm: str) -> str:
    return next((known.words for known in NORMS if known.id == norm), "")


def _said(transcript: Transcript) -> dict[int, list[str]]:
    """Turn → its rows of the transcript."""
    said: dict[int, list[str]] = {}
    for turn in transcript.turns:
        of_turn = replace(transcript, turns=(turn,))
        said[turn.number] = [f"{minutes(row.after)} {row.who}: {row.what}" for row in rows(of_turn)]
    return said
