"""``ivr talk``: a call in the terminal, by hand or from a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer
from rich.console import Console

import ivr.company
from ivr import log, wiring
from ivr.calls.ports import NewCall
from ivr.cli import app
from ivr.clock import Clock, utc_now
from ivr.company.loader import CompanyFile
from ivr.company.models import Company
from ivr.errors import FileProblems, OperatorError, Problem
from ivr.lines.simulator import script as scripts
from ivr.lines.simulator.call import SimulatedCall
from ivr.lines.simulator.commands import HELP, NotNowError
from ivr.phrases.check import load_standard
from ivr.records.store import SqlRecords

STEP = timedelta(seconds=5)  # how far pretended time moves with each turn
EXAMPLE = Path(ivr.company.__file__).with_name("example") / "company.yaml"
NODE = "talk"  # a service that starts on the same records must not end this call
IN_MEMORY = "sqlite://"  # a scripted call leaves nothing behind


@dataclass
class PretendedClock:
    """Time that begins where the caller says, and moves a little with each turn."""

    now: datetime
    _started: bool = field(default=False)

    def __call__(self) -> datetime:
        if self._started:
            self.now += STEP
        self._started = True
        return self.now


@app.command()
def talk(
    company: Annotated[
        Path | None, typer.Option(help="The company file; otherwise IVR_COMPANY, or the example.")
    ] = None,
    called: Annotated[str | None, typer.Option(help="Dialled number; otherwise the file's first.")] = None,
    caller: Annotated[str | None, typer.Option(help="The caller's number; otherwise withheld.")] = None,
    at: Annotated[str | None, typer.Option(help="Pretended local time, e.g. 2026-12-24T23:30.")] = None,
    script: Annotated[Path | None, typer.Option(help="Play this file and print the dialogue.")] = None,
    repro: Annotated[bool, typer.Option(help="Afterwards print the script that repeats the call.")] = False,
) -> None:
    """Hold a call in the terminal: type keys as a caller presses them, read what the machine says."""
    log.configure_quiet()
    file = load_standard(company or _own_file() or EXAMPLE)
    given = scripts.Script("", called, caller, at, ())
    if script is None:
        _by_hand(file, given, repro)
        return
    read = _read(script)
    merged = scripts.Script(
        read.about, called or read.called, caller or read.caller, at or read.at, read.lines
    )
    for line in play(file, merged, str(script)):
        print(line)


def play(file: CompanyFile, script: scripts.Script, name: str) -> Iterator[str]:
    """The whole dialogue of a script, head and all, line by line; the same every time.

    Raises:
        FileProblems: a line of the script makes no sense where the call stands, or the call ends before it.
    """
    call = _begin(file, script, wiring.records(IN_MEMORY), call_id="script")
    yield from _head(file.company, script)
    yield from call.lines()
    for number, line in script.lines:
        if call.wait is None:
            raise _problem(name, number, "The call is over before this line.", "Remove it.")
        yield f"> {line}"
        try:
            call.hear(line)
        except NotNowError as error:
            raise _problem(name, number, str(error), "Change the line.") from error
        yield from call.lines()


def _own_file() -> Path | None:
    own = wiring.settings().company
    return own if own.exists() else None


def _problem(name: str, line: int, wrong: str, cure: str) -> FileProblems:
    return FileProblems((Problem(name, line, "", wrong, cure),))


def _read(path: Path) -> scripts.Script:
    try:
        return scripts.parse(path, path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OperatorError(f"The script {path} cannot be read ({error.strerror}).") from error


def _head(company: Company, script: scripts.Script) -> Iterator[str]:
    yield from (f"# {line}" for line in script.about.splitlines())
    yield f"called: {script.called or _first_number(company)}"
    if script.caller:
        yield f"caller: {script.caller}"
    if script.at:
        yield f"at: {script.at}"
    yield scripts.DIVIDER


def _begin(file: CompanyFile, script: scripts.Script, records: SqlRecords, call_id: str) -> SimulatedCall:
    desk, _ = wiring.desk(records, file, _clock(script.at, file.company))
    called = script.called or _first_number(file.company)
    return SimulatedCall(desk, NewCall(call_id, "simulator", called, script.caller))


def _first_number(company: Company) -> str:
    return next(iter(company.numbers))


def _clock(at: str | None, company: Company) -> Clock:
    if at is None:
        return utc_now
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise OperatorError(f'"{at}" is no time. Write it as 2026-12-24T23:30.') from error
    return PretendedClock(moment if moment.tzinfo else moment.replace(tzinfo=company.zone))


def _by_hand(file: CompanyFile, script: scripts.Script, repro: bool) -> None:
    console = Console(highlight=False)
    typed: list[str] = []
    call = _begin(
        file, script, wiring.records(wiring.settings().database_url, NODE), f"talk-{uuid4().hex[:12]}"
    )
    console.print(f"You are calling {file.company.name.into(file.company.default_language)}.", style="dim")
    console.print("Type 1 to press a key; /help shows the rest.\n", style="dim")
    _show(console, call)
    while call.wait is not None:
        line = _ask(console)
        if line == "/help":
            console.print(HELP, style="dim", markup=False)
        elif line:
            _hear(console, call, line, typed)
    console.print(f"\n[dim]On record: ivr calls show {call.call.call_id}[/dim]")
    if repro:
        _print_repro(file, script, typed)


def _ask(console: Console) -> str:
    try:
        return console.input("[bold cyan]> [/]").strip()
    except (EOFError, KeyboardInterrupt):
        return "/hangup"


def _hear(console: Console, call: SimulatedCall, line: str, typed: list[str]) -> None:
    try:
        call.hear(line)
    except NotNowError as error:
        console.print(str(error), style="yellow", markup=False)
        return
    typed.append(line)
    _show(console, call)


def _show(console: Console, call: SimulatedCall) -> None:
    for line in call.lines():
        spoken = line.startswith("bot: ")
        console.print(line.removeprefix("bot: "), style="bold" if spoken else "dim", markup=False)


def _print_repro(file: CompanyFile, script: scripts.Script, typed: list[str]) -> None:
    at = script.at or utc_now().astimezone(file.company.zone).strftime("%Y-%m-%dT%H:%M")
    repeated = scripts.Script("", script.called, script.caller, at, ())
    print("\n".join((*_head(file.company, repeated), *(f"> {line}" for line in typed))))
