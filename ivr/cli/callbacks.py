"""``ivr callbacks``: the calls that are promised to people."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from pydantic import TypeAdapter
from rich.console import Console

from ivr.cli import app
from ivr.cli.on_record import cells, clock_time, console, harmless, one_line, records, table
from ivr.cli.outbound import company, future, number, who
from ivr.clock import utc_now
from ivr.company.explain import nearest
from ivr.company.hours import opening
from ivr.company.models import Company
from ivr.dialer.ports import Promise, PromiseState
from ivr.dialer.zones import zones_of
from ivr.errors import OperatorError
from ivr.phrases import formats
from ivr.records.callbacks import Callbacks, NewPromise

callbacks_app = typer.Typer(help="Promised calls: list, add, move, cancel, mark as done.")
app.add_typer(callbacks_app, name="callbacks")

Id = Annotated[str, typer.Argument(metavar="ID", help="The promise: its id or the beginning of it.")]
At = Annotated[
    str,
    typer.Option(metavar="TIME", help="On the company's clocks, like 2026-11-24T13:30.", show_default=False),
]
Why = Annotated[str, typer.Option(help="For the records.")]
SHORT = 8  # signs of an id that a list shows
LIVE = (PromiseState.OPEN, PromiseState.CALLING, PromiseState.HANDED_OVER)
_PROMISES = TypeAdapter(tuple[Promise, ...])


@callbacks_app.command(name="list")
def list_(
    for_person: Annotated[
        bool, typer.Option("--for-person", help="Only those that a person has to make.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Also those that are kept or cancelled.")] = False,
    department: Annotated[str | None, typer.Option(help="Only of this department: its id.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")] = False,
) -> None:
    """List the calls that are promised, the soonest first."""
    engine = records()
    states = (PromiseState.HANDED_OVER,) if for_person else tuple(PromiseState) if everything else LIVE
    found = Callbacks(engine).listed(states, department, limit=None)
    if as_json:
        typer.echo(_PROMISES.dump_json(found, indent=2).decode())
    else:
        _print(found, company(engine).zone, console())


@callbacks_app.command()
def add(
    telephone: Annotated[str, typer.Argument(metavar="NUMBER", help="Whom to call, like +37120000000.")],
    at: At,
    department: Annotated[str, typer.Option(metavar="ID", help="Who talks with the person.")],
    name: Annotated[str | None, typer.Option(help="Of the person.")] = None,
    language: Annotated[str | None, typer.Option(help="Of the person; otherwise the company's.")] = None,
) -> None:
    """Promise a call. A number has one with a department: a second one moves the first."""
    now, engine = utc_now(), records(make=True)
    of = company(engine)
    called, speaks = number(telephone, of), _language(language, of)
    when = _open_time(future(at, "--at", of, now), _department(department, of), of)
    zone = _zone_of(called, of)
    new = NewPromise(called, department, when, zone, speaks, _words(when, zone, speaks), name)
    _tell("is promised", Callbacks(engine).add(new, who(), now), of)


@callbacks_app.command()
def move(id_: Id, to: Annotated[str, typer.Option(metavar="TIME", help="On the company's clocks.")]) -> None:
    """Give a promised call another time; its tries begin anew."""
    now, engine = utc_now(), records()
    of, ledger = company(engine), Callbacks(engine)
    promise = ledger.promise(id_)
    when = future(to, "--to", of, now)
    if promise.department in of.departments:
        when = _open_time(when, promise.department, of)
    words = _words(when, promise.zone, promise.language)
    _tell("is moved", ledger.move(promise.id, when, promise.zone, words, who(), now), of)


@callbacks_app.command()
def cancel(id_: Id, why: Why = "cancelled by an operator") -> None:
    """Make no such call: the person does not need it any more."""
    engine = records()
    _tell("is cancelled", Callbacks(engine).cancel(id_, why, who(), utc_now()), company(engine))


@callbacks_app.command()
def done(id_: Id, why: Why = "a person has called") -> None:
    """Mark a promised call as kept: somebody of the company has called."""
    engine = records()
    _tell("is kept", Callbacks(engine).done(id_, why, who(), utc_now()), company(engine))


@callbacks_app.command()
def show(id_: Id) -> None:
    """Show a promised call and everything that happened to it."""
    engine = records()
    ledger, local, out = Callbacks(engine), company(engine).zone, console()
    promise = ledger.promise(id_)
    _print((promise,), local, out)
    out.print()
    out.print(*cells(f"Agreed: {promise.words}"))
    out.print()
    made = table(f"When ({local})", "State", f"Next try ({local})", "By", "Why", "Call")
    for change in ledger.changes(promise.id):
        moments = (clock_time(change.at, local), clock_time(change.next_at, local))
        state = change.became.value.replace("_", " ")
        made.add_row(*cells(moments[0], state, moments[1], change.by, change.reason, change.call_id or ""))
    out.print(made)


# What is given


def _department(id_: str, of: Company) -> str:
    if id_ not in of.departments:
        known = ", ".join(of.departments)
        raise OperatorError(
            f'There is no department "{harmless(id_)}".{nearest(id_, of.departments)} Use one of: {known}.'
        )
    return id_


def _language(given: str | None, of: Company) -> str:
    if given is not None and given not in of.languages:
        raise OperatorError(
            f'The company does not speak "{harmless(given)}". Use one of: {", ".join(of.languages)}.'
        )
    return given or of.default_language


def _open_time(when: datetime, department: str, of: Company) -> datetime:
    """``when``, if somebody of the department is there to talk then."""
    found = opening(of, department, when)
    if found.open:
        return when
    again = f" It opens again at {found.next:%Y-%m-%d %H:%M}." if found.next else ""
    raise OperatorError(
        f"{department} is closed at {when:%Y-%m-%d %H:%M}.{again} Give a time within its hours."
    )


def _zone_of(called: str, of: Company) -> str:
    """The zone on whose clocks the person lives: the number's, where it has one only."""
    found = zones_of(called)
    return found[0] if len(found) == 1 else of.timezone


def _words(when: datetime, zone: str, language: str) -> str:
    return formats.appointment(language, when.astimezone(ZoneInfo(zone)), zone).text


# Telling


def _tell(what: str, promise: Promise, of: Company) -> None:
    when = clock_time(promise.at, of.zone)
    console().print(*cells(f"The call to {promise.number} at {when} {what} ({promise.id[:SHORT]})."))


def _print(found: tuple[Promise, ...], local: tzinfo, out: Console) -> None:
    if not found:
        out.print("No promised calls.")
        return
    made = table(
        *("Id", f"Next try ({local})", "Number", "Name", "Department", "State", "Tries", "From"),
        *("Campaign", "Said"),
    )
    for promise in found:
        made.add_row(*cells(*_row(promise, local)))
    out.print(made)


def _row(promise: Promise, local: tzinfo) -> tuple[str, ...]:
    return (
        promise.id[:SHORT],
        clock_time(promise.next_at, local),
        promise.number,
        promise.name or "",
        promise.department,
        promise.state.value.replace("_", " "),
        str(promise.tries),
        promise.origin.value.replace("_", " "),
        promise.campaign or "",
        one_line(promise.said),
    )
