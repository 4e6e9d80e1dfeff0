"""``ivr talk``: a call in the terminal, by hand or from a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

import ivr.company
from ivr import log, wiring
from ivr.cli import app
from ivr.cli.outbound import number as e164
from ivr.cli.talk_lines import LineName, TalkLine, opened
from ivr.clock import utc_now
from ivr.company.campaign_file import CampaignFile, load_campaign
from ivr.company.loader import CompanyFile
from ivr.company.models import Company
from ivr.errors import FileProblems, OperatorError, Problem
from ivr.lines.simulator import script as scripts
from ivr.lines.simulator.call import Talk
from ivr.lines.simulator.clock import PassingClock, PretendedClock, WaitingClock
from ivr.lines.simulator.commands import HELP, NotNowError
from ivr.lines.simulator.exchange import Exchange, MakeExchange, SimulatedExchange
from ivr.lines.simulator.outgoing import Callee, Dispatcher, picks_up
from ivr.lines.simulator.script import Script
from ivr.lines.simulator.stage import Before, Rehearsal, Stage
from ivr.phrases import formats
from ivr.phrases.check import load_standard
from ivr.records.callbacks import Callbacks, NewPromise
from ivr.records.dialer import SqlDialer
from ivr.records.do_not_call import DoNotCall
from ivr.records.store import SqlRecords
from ivr.records.writes import REHEARSAL
from ivr.understanding.intent import prepare as learn_intents

EXAMPLE = Path(ivr.company.__file__).with_name("example") / "company.yaml"
IN_MEMORY = "sqlite://"  # a scripted call leaves nothing behind
SOMEBODY = "+37120000001"  # whom we call where nobody is named
OPERATOR = "ivr talk"
_HANG_UP = "/hangup"  # what is typed by whoever types no more


@app.command()
def talk(
    company: Annotated[
        Path | None, typer.Option(help="The company file; otherwise IVR_COMPANY, or the example.")
    ] = None,
    called: Annotated[str | None, typer.Option(help="Dialled number; otherwise the file's first.")] = None,
    caller: Annotated[str | None, typer.Option(help="The caller's number; otherwise withheld.")] = None,
    outbound: Annotated[
        str | None, typer.Option(help="The company calls: a campaign file, or its name without .yaml.")
    ] = None,
    contact: Annotated[
        str | None, typer.Option(help='Whom it calls: number, name, or "+37120000001 Anna Ozola".')
    ] = None,
    language: Annotated[str | None, typer.Option(help="The language in which it calls.")] = None,
    at: Annotated[str | None, typer.Option(help="Pretended local time, e.g. 2026-12-24T23:30.")] = None,
    script: Annotated[Path | None, typer.Option(help="Play this file and print the dialogue.")] = None,
    line: Annotated[
        LineName, typer.Option(help="Where it is held; twilio: over webhooks, with a stand-in for Twilio.")
    ] = LineName.SIMULATOR,
    keys: Annotated[bool, typer.Option(help="No words are heard: the machine knows keys alone.")] = False,
    repro: Annotated[bool, typer.Option(help="Afterwards print the script that repeats the call.")] = False,
) -> None:
    """Hold a call in the terminal: type what a caller says, or keys; read what the machine says."""
    log.configure_quiet()
    file = load_standard(company or _own_file() or EXAMPLE)
    read = _read(script) if script else Script("", None, None, None, (), hears=file.company.languages)
    given: dict[str, Any] = {
        "called": called,
        "caller": caller and e164(caller, file.company),
        "outbound": outbound,
        "contact": contact,
        "language": language,
        "at": at,
        "hears": () if keys else None,
    }
    merged = replace(read, **{name: value for name, value in given.items() if value is not None})
    with opened(line) as on:
        if script is None:
            _by_hand(file, merged, repro, on)
            return
        for said in play(file, merged, str(script), on.exchange):
            print(said)


def play(
    file: CompanyFile, script: Script, name: str, exchange: MakeExchange = SimulatedExchange
) -> Iterator[str]:
    """The whole dialogue of a script, head and all, line by line; the same every time, and on every line.

    Args:
        name: path of the script, for messages and to find what lies beside it.
        exchange: makes the line on which the calls are held.

    Raises:
        FileProblems: a line of the script makes no sense where the call stands, or the call ends before it.
    """
    records = wiring.records(IN_MEMORY)
    try:
        stage = _stage(file, script, records, "script", Path(name).parent, exchange)
    except NotNowError as error:
        raise _problem(name, 1, str(error), "Change the head.") from error
    yield from scripts.head(_headed(script, file.company))
    yield from stage.lines()
    for number, line in script.lines:
        yield from _picked_up(stage, line)
        if stage.call.over and not line.startswith("/later"):
            raise _problem(name, number, "The call is over before this line.", "Remove it.")
        yield f"> {line}"
        try:
            stage.hear(line)
        except NotNowError as error:
            raise _problem(name, number, str(error), _cure(script, line)) from error
        if not line.startswith("/taken"):
            yield from stage.lines()
    yield from _picked_up(stage, "")


def _cure(script: Script, line: str) -> str:
    if script.hears or line.startswith("/"):
        return "Change the line."
    return "Change the line; or, for words to be heard, begin the script with hears: lv en and a line ---."


def _picked_up(stage: Stage, line: str) -> Iterator[str]:
    """A person picks up, unless ``line`` says what else becomes of a call that rings."""
    if stage.call.ringing and not picks_up(line):
        stage.hear("/person")
        yield from stage.lines()


def _own_file() -> Path | None:
    own = wiring.settings().company
    return own if own.exists() else None


def _problem(name: str, line: int, wrong: str, cure: str) -> FileProblems:
    return FileProblems((Problem(name, line, "", wrong, cure),))


def _read(path: Path) -> Script:
    try:
        return scripts.parse(path, path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OperatorError(f"The script {path} cannot be read ({error.strerror}).") from error


def _headed(script: Script, company: Company) -> Script:
    """With the number that was dialled, where the script left it open."""
    return script if script.outbound or script.called else replace(script, called=_first_number(company))


# The stage


def _stage(
    file: CompanyFile,
    script: Script,
    records: SqlRecords,
    call_id: str,
    folder: Path,
    exchange: MakeExchange = SimulatedExchange,
) -> Stage:
    """Everything ready, and the first call begun. Raises NotNowError for a head that makes no sense."""
    company = file.company
    clock = _clock(script.at, company)
    campaign = _campaign(script.outbound, file, folder) if script.outbound else None
    desk, _ = wiring.desk(records, file, clock)
    if campaign:
        records.keep_company(campaign.fingerprint, str(campaign.path), campaign.text)
    line = exchange(desk, _heard(script, company))
    dispatcher = Dispatcher(desk, line, SqlDialer(records.engine), clock, company, campaign)
    before = Before(company, _Books(records, company, clock))
    before.take_all(script.taken)
    before.know_all(script.caller, script.known)
    call = (
        dispatcher.call(_callee(script, company), campaign)
        if campaign
        else _inbound(line, script, company, call_id)
    )
    return Stage(company, call, Rehearsal(dispatcher, before))


def _heard(script: Script, company: Company) -> tuple[str, ...]:
    """Languages in which words are heard. Raises NotNowError for one that the company does not speak."""
    for language in script.hears:
        if language not in company.languages:
            known = " ".join(company.languages)
            raise NotNowError(f'The company does not speak "{language}". Write some of hears: {known}.')
    return script.hears


def _inbound(line: Exchange, script: Script, company: Company, call_id: str) -> Talk:
    return line.incoming(script.called or _first_number(company), script.caller, call_id)


def _callee(script: Script, company: Company) -> Callee:
    first, _, rest = (script.contact or "").partition(" ")
    numbered = first.startswith("+")
    name = rest.strip() if numbered else script.contact
    language, zone = script.language or company.default_language, script.zone or company.timezone
    return Callee(first if numbered else SOMEBODY, name or None, language, zone)


def _campaign(named: str, file: CompanyFile, folder: Path) -> CampaignFile:
    """By its file, beside the script or here; by its name, among the campaigns of the company."""
    own, entry = file.path.parent / "campaigns", f"{named}.yaml"
    places = (folder / named, Path(named), own / entry, wiring.settings().campaigns / entry)
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        there = ", ".join(sorted(path.stem for path in own.glob("*.yaml"))) or "none yet"
        raise OperatorError(
            f'There is no campaign "{named}". Name its file, or one of {own}: {there}. '
            "ivr init DIR writes examples into DIR/campaigns."
        )
    return load_campaign(found, file.company)


@dataclass(frozen=True)
class _Books:
    """Implements ``Books`` on records."""

    records: SqlRecords
    company: Company
    clock: WaitingClock

    def promise(self, number: str, department: str, at: datetime) -> None:
        """Promise a call, as an operator does."""
        language, now = self.company.default_language, self.clock.now
        words = formats.moment(language, at, now.astimezone(self.company.zone).date()).text
        new = NewPromise(number, department, at, self.company.timezone, language, words)
        Callbacks(self.records.engine).add(new, OPERATOR, now)

    def bar(self, number: str) -> None:
        """Put a number on the do-not-call list."""
        DoNotCall(self.records.engine).add(number, OPERATOR, OPERATOR, self.clock.now)


def _first_number(company: Company) -> str:
    return next(iter(company.numbers))


def _clock(at: str | None, company: Company) -> WaitingClock:
    if at is None:
        return PassingClock(utc_now)
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as error:
        raise OperatorError(f'"{at}" is no time. Write it as 2026-12-24T23:30.') from error
    return PretendedClock(moment if moment.tzinfo else moment.replace(tzinfo=company.zone))


# By hand


def _by_hand(file: CompanyFile, script: Script, repro: bool, on: TalkLine) -> None:
    console = Console(highlight=False)
    typed: list[str] = []
    if script.hears:
        learn_intents(file.company, wiring.vectors(wiring.settings().vectors))  # as the service does
    stage = _rehearsal(file, script, on) if script.outbound else _on_record(file, script, on)
    _welcome(console, file.company, script)
    _show(console, stage, on)
    while not stage.call.over or _goes_on(console, stage):
        asked = _ask(console)
        line = _HANG_UP if asked is None else asked
        if stage.call.over and line == _HANG_UP:
            break
        if line == "/help":
            console.print(HELP, style="dim", markup=False)
        elif line and _hear(console, stage, line):
            typed.append(line)
            _show(console, stage, on)
        elif asked is None:
            break  # nobody has picked up yet: there is nothing to hang up
    if not script.outbound:
        console.print(f"\n[dim]On record: ivr calls show {on.call_id}[/dim]")
    if repro:
        _print_repro(file, script, typed)


def _rehearsal(file: CompanyFile, script: Script, on: TalkLine) -> Stage:
    """Our calls leave nothing behind: a promise made at the keyboard is not to ring anybody."""
    try:
        return _stage(file, script, wiring.records(IN_MEMORY), "talk", Path(), on.exchange)
    except NotNowError as error:
        raise OperatorError(str(error)) from error


def _on_record(file: CompanyFile, script: Script, on: TalkLine) -> Stage:
    desk, _ = wiring.desk(
        wiring.records(wiring.settings().database_url, REHEARSAL), file, _clock(script.at, file.company)
    )
    line = on.exchange(desk, script.hears)
    return Stage(file.company, _inbound(line, script, file.company, on.call_id))


def _goes_on(console: Console, stage: Stage) -> bool:
    if stage.promised():
        console.print("\n/later plays the call that was promised; /hangup ends here.", style="dim")
    return stage.promised()


def _welcome(console: Console, company: Company, script: Script) -> None:
    name = company.name.into(company.default_language)
    what = f"{name} is calling you." if script.outbound else f"You are calling {name}."
    first = "Type /person to pick up" if script.outbound else _HOW[bool(script.hears)]
    console.print(what, style="dim")
    console.print(f"{first}; /help shows the rest.\n", style="dim")


# Whether words are heard → what is typed.
_HOW = {True: "Type what you say, or 1 to press a key", False: "Type 1 to press a key"}


def _ask(console: Console) -> str | None:
    """A line; None where there will be none any more."""
    try:
        return console.input("[bold cyan]> [/]").strip()
    except (EOFError, KeyboardInterrupt):
        return None


def _hear(console: Console, stage: Stage, line: str) -> bool:
    """Whether the line made sense."""
    try:
        stage.hear(line)
    except NotNowError as error:
        console.print(str(error), style="yellow", markup=False)
        return False
    return True


def _show(console: Console, stage: Stage, on: TalkLine) -> None:
    for line in on.posted():
        console.print(line, style="dim", markup=False)
    for line in stage.lines():
        spoken = line.startswith("bot: ")
        console.print(line.removeprefix("bot: "), style="bold" if spoken else "dim", markup=False)


def _print_repro(file: CompanyFile, script: Script, typed: list[str]) -> None:
    at = script.at or utc_now().astimezone(file.company.zone).strftime("%Y-%m-%dT%H:%M")
    repeated = _headed(replace(script, about="", at=at, lines=()), file.company)
    print("\n".join((*scripts.head(repeated), *(f"> {line}" for line in typed))))
