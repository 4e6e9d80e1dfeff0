"""``ivr calls``: what was said and done in every call."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console

from ivr.cli import app
from ivr.cli.on_record import cells, clock_time, console, history, minutes, moment, table, zone
from ivr.cli.transcript import BOT, CALLER, PERSON, outcome, rows
from ivr.clock import utc_now
from ivr.conversation.state import Step
from ivr.records.views import CallLine, Transcript, Wanted

calls_app = typer.Typer(help="Calls on record: list them, show a transcript.", invoke_without_command=True)
app.add_typer(calls_app, name="calls")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")]
_CALLS = TypeAdapter(tuple[CallLine, ...])
_TRANSCRIPT = TypeAdapter(Transcript)
_HEADINGS = ("Call", "Caller", "Length", "Lang", "Outcome", "Departments")
_STYLES = {BOT: "cyan", CALLER: "bold green", PERSON: "bold green"}


@calls_app.callback()
def calls(
    context: typer.Context,
    since: Annotated[str | None, typer.Option(help="Begun at or after, e.g. 2026-11-24T13:30.")] = None,
    until: Annotated[str | None, typer.Option(help="Begun before.")] = None,
    department: Annotated[str | None, typer.Option(help="Rang or got a message: its id.")] = None,
    caller: Annotated[str | None, typer.Option(help="Part of the person's number, whoever called.")] = None,
    outcome: Annotated[str | None, typer.Option(help="Part of why it ended, or the disposition.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="The newest so many.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the newest calls."""
    if context.invoked_subcommand is not None:
        return
    records = history()
    local = zone(records)
    first = moment(since, "--since", local) if since else None
    last = moment(until, "--until", local) if until else None
    found = records.list_calls(Wanted(first, last, department, caller, outcome, limit))
    if as_json:
        typer.echo(_CALLS.dump_json(found, indent=2).decode())
    else:
        _print_list(found, local, console())


@calls_app.command()
def show(
    call: Annotated[str, typer.Argument(help="The call's id, or enough of its begin or end.")],
    as_json: AsJson = False,
) -> None:
    """Show who said and did what in one call."""
    records = history()
    transcript = records.transcript(records.call_id(call))
    if as_json:
        typer.echo(_TRANSCRIPT.dump_json(transcript, indent=2).decode())
    else:
        _print_transcript(transcript, zone(records), console(fitted=True))


def _print_list(found: tuple[CallLine, ...], local: tzinfo, out: Console) -> None:
    if not found:
        out.print("No calls.")
        return
    made = table(f"Began ({local})", *_HEADINGS)
    for call in found:
        made.add_row(*cells(*_list_row(call, local)))
    out.print(made)


def _list_row(call: CallLine, local: tzinfo) -> tuple[str, ...]:
    return (
        clock_time(call.began_at, local),
        call.call_id,
        f"to {call.called}" if call.ours else call.caller or "withheld",
        _length(call, utc_now()),
        call.language,
        _state(call),
        ", ".join(outcome(transfer) for transfer in call.transfers),
    )


def _length(call: CallLine, now: datetime) -> str:
    return minutes(((call.ended_at or now) - call.began_at).total_seconds())


def _state(call: CallLine) -> str:
    if call.ended_at is not None:
        return (call.disposition or "").replace("_", " ") or call.outcome or "ended"
    return "being put through" if call.step in _TRANSFERS else "in dialogue"


_TRANSFERS = (Step.TRANSFER, Step.CONNECTING)


def _print_transcript(transcript: Transcript, local: tzinfo, out: Console) -> None:
    call = transcript.call
    for label, text in _head(call, local):
        out.print(*cells(f"{label:<8}", text))
    out.print()
    made = table("", "", "")
    made.show_header = False
    for row in rows(transcript):
        made.add_row(*cells(minutes(row.after), row.who, row.what), style=_STYLES.get(row.who, "dim"))
    out.print(made)


def _head(call: CallLine, local: tzinfo) -> tuple[tuple[str, str], ...]:
    return (
        ("Call", f"{call.call_id}, {call.line}"),
        *_sides(call),
        ("Began", f"{clock_time(call.began_at, local)} ({local})"),
        ("Length", _length(call, utc_now())),
        ("Outcome", _state(call)),
    )


def _sides(call: CallLine) -> tuple[tuple[str, str], ...]:
    if not call.ours:
        return ("Caller", call.caller or "withheld"), ("Called", call.called)
    campaign = (("For", f"campaign {call.campaign_id}"),) if call.campaign_id else ()
    return ("To", call.called), ("From", f"{call.caller} (the company)"), *campaign
