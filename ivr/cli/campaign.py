"""``ivr campaign``: check, start, pause, stop, and see how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from threading import Event
from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy import Engine

from ivr import log, wiring
from ivr.cli import app, campaign_summary
from ivr.cli.faults import Faults
from ivr.cli.on_record import cells, clock_time, console, harmless, records, table
from ivr.cli.outbound import company, unserved, who
from ivr.clock import utc_now
from ivr.company.campaign_file import CampaignFile, campaign_path, campaign_paths, load_campaign
from ivr.company.loader import CompanyFile
from ivr.dialer.ports import CampaignRun, CampaignState, ContactState
from ivr.errors import OperatorError
from ivr.etiquette.politeness import load_courteous, load_courteous_campaign
from ivr.phrases.check import load_standard
from ivr.records.dialer import SqlDialer
from ivr.records.outbound import Outbound
from ivr.records.outbound_views import Status
from ivr.records.store import SqlRecords
from ivr.settings import Settings

campaign_app = typer.Typer(help="Campaigns: check, import contacts, start, pause, stop, status, report.")
app.add_typer(campaign_app, name="campaign")

Id = Annotated[str, typer.Argument(metavar="ID", help="The campaign: the name of its file without .yaml.")]
IN_WORDS: Mapping[ContactState, str] = {
    ContactState.PENDING: "to be called",
    ContactState.CALLING: "being called",
    ContactState.WAITING: "promised a call",
    ContactState.DONE: "done",
    ContactState.REFUSED: "not to be called",
}


@campaign_app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="Otherwise all of IVR_CAMPAIGNS.")
    ] = None,
) -> None:
    """Check campaign files against the company file: all that is wrong, or what they hold."""
    given, faults = wiring.settings(), Faults()
    paths = files or list(campaign_paths(given.campaigns))
    if not paths:
        raise OperatorError(f"There is no campaign in {given.campaigns}. ivr init DIR writes examples.")
    with faults.told():
        standard = load_standard(given.company).company
        for path in paths:
            with faults.told():
                print(campaign_summary.summary(load_campaign(path, standard), standard))
    faults.exit_if_any()


@campaign_app.command()
def start(id_: Id) -> None:
    """Check and prove a campaign's file and call its contacts; go on with one that is paused or stopped."""
    given = wiring.settings()
    standard = load_courteous(given.company)
    file = load_courteous_campaign(campaign_path(given.campaigns, id_), standard.company)
    engine = records(make=True)
    status = _with_contacts(engine, id_)
    why = f"started by {who()}"
    run = CampaignRun(id_, file.fingerprint, standard.fingerprint, CampaignState.RUNNING, why)
    if status.run and replace(status.run, why=why) == run:
        raise OperatorError(f"The campaign {id_} is running already, by these very files.")
    _prove(given, standard, file)
    _keep(engine, standard, file)
    SqlDialer(engine).set_run(run, utc_now())
    typer.echo(f"The campaign {id_} is running: {counts(status.contacts)}.")
    _tell_what_is_missing(standard, file)


def _tell_what_is_missing(standard: CompanyFile, file: CampaignFile) -> None:
    missing = unserved(file.campaign.line)
    if missing:
        typer.echo(missing)
    if standard.company.trunk is None and file.campaign.line == "asterisk":
        typer.echo(
            f"{standard.path} names no trunk. Add trunk: to it, unless your Asterisk has an endpoint "
            "ivr-trunk of its own: without one no call gets out, and the campaign pauses itself after a few."
        )


@campaign_app.command()
def pause(id_: Id) -> None:
    """Begin no new calls; those that are up go on."""
    _set(id_, CampaignState.PAUSED, "paused", (CampaignState.RUNNING,))


@campaign_app.command()
def stop(id_: Id) -> None:
    """Begin no new calls, and hang up those that ring; promised calls are still made."""
    _set(id_, CampaignState.STOPPED, "stopped", (CampaignState.RUNNING, CampaignState.PAUSED))


@campaign_app.command()
def status(
    id_: Annotated[str | None, typer.Argument(metavar="[ID]", help="A campaign; otherwise all.")] = None,
) -> None:
    """Show how a campaign stands, or all of them: contacts, attempts, calls that are up, what is next."""
    engine = records()
    outbound, local = Outbound(engine), company(engine).zone
    if id_ is not None:
        _print_one(outbound.status(id_), local, console())
        return
    _print_all([outbound.status(known) for known in outbound.campaigns()], local, console())


def counts(contacts: Mapping[ContactState, int]) -> str:
    """How many contacts stand where, in words."""
    told = [f"{contacts[state]} {words}" for state, words in IN_WORDS.items() if contacts.get(state)]
    total = sum(contacts.values())
    return f"{total} {'contact' if total == 1 else 'contacts'} ({', '.join(told)})" if told else "no contacts"


# Starting and stopping


def _with_contacts(engine: Engine, id_: str) -> Status:
    found = Outbound(engine)
    if id_ not in found.campaigns() or not (status := found.status(id_)).contacts:
        raise OperatorError(
            f"The campaign {id_} has no contacts. Bring them in with "
            f"ivr campaign import FILE.csv --campaign {id_}"
        )
    return status


def _prove(given: Settings, standard: CompanyFile, file: CampaignFile) -> None:
    """Return when its calls may be held. Raises NotProvedError."""
    log.configure_quiet()
    with Console(stderr=True).status("Proving the calls"):
        wiring.prover(given, Event()).campaign(standard, file)


def _keep(engine: Engine, standard: CompanyFile, file: CampaignFile) -> None:
    """Keep both texts, so that calls are held by them whatever becomes of the files."""
    store = SqlRecords(engine)
    store.keep_company(standard.fingerprint, str(standard.path), standard.text)
    store.keep_company(file.fingerprint, str(file.path), file.text)


def _set(id_: str, state: CampaignState, word: str, allowed: tuple[CampaignState, ...]) -> None:
    engine = records()
    run = Outbound(engine).run(id_)
    if run is None:
        raise OperatorError(f'There is no campaign "{harmless(id_)}" that was started.')
    if run.state not in allowed:
        raise OperatorError(
            f"The campaign {id_} is not running: it is {run.state.value} ({harmless(run.why)})."
        )
    new = CampaignRun(id_, run.fingerprint, run.company, state, f"{word} by {who()}")
    SqlDialer(engine).set_run(new, utc_now())
    up = Outbound(engine).status(id_).up
    typer.echo(f"The campaign {id_} is {word}; {up} of its calls {'is' if up == 1 else 'are'} up.")


# How it stands


def _print_all(found: list[Status], local: tzinfo, out: Console) -> None:
    if not found:
        out.print("No campaign has contacts yet: ivr campaign import FILE.csv --campaign ID")
        return
    made = table("Campaign", "State", "Contacts", "Attempts", "Up", "Promises", f"Next ({local})", "Why")
    for status in found:
        made.add_row(*cells(*_row(status, local)))
    out.print(made)


def _row(status: Status, local: tzinfo) -> tuple[str, ...]:
    return (
        status.id,
        state_of(status.run),
        counts(status.contacts),
        str(status.attempts),
        str(status.up),
        str(status.promises_open),
        _next(status.next_at, local),
        status.run.why if status.run else "",
    )


def _print_one(status: Status, local: tzinfo, out: Console) -> None:
    made = table("", "")
    made.show_header = False
    lines = {
        "Campaign": status.id,
        "State": state_of(status.run),
        "Why": status.run.why if status.run else "never started",
        **{words.capitalize(): str(status.contacts.get(state, 0)) for state, words in IN_WORDS.items()},
        "Attempts": str(status.attempts),
        "Calls up": str(status.up),
        "Promises open": str(status.promises_open),
        f"Next due ({local})": _next(status.next_at, local),
    }
    for name, value in lines.items():
        made.add_row(*cells(name, value))
    out.print(made)


def state_of(run: CampaignRun | None) -> str:
    """The state of a run as operators call it."""
    return run.state.value if run else "not started"


def _next(at: datetime | None, local: tzinfo) -> str:
    if at is None:
        return ""
    return "due" if at <= utc_now() else clock_time(at, local)
