"""``ivr explain``: why a number was called, was not, or will not be, rule by rule."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Annotated

import phonenumbers
import typer
from pydantic import TypeAdapter
from rich.console import Console

from ivr.cli import app
from ivr.cli.on_record import cells, console, harmless, moment, records, table
from ivr.cli.outbound import as_started, unserved
from ivr.clock import utc_now
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import campaign_path
from ivr.company.loader import load
from ivr.company.models import Company
from ivr.dialer.explaining import Explanation, Known, Matter, NumberRecords, Question
from ivr.dialer.explaining import explain as explained
from ivr.dialer.following import IN_WORDS
from ivr.dialer.ports import CampaignRun, Decision, Facts, Past, Work
from ivr.dialer.rules.case import on_clock
from ivr.errors import OperatorError
from ivr.records.numbers import SqlNumbers
from ivr.settings import from_environment

_ANSWER = TypeAdapter(Explanation)
_STYLES = {True: "green", False: "bold red"}


@app.command()
def explain(
    number: Annotated[str, typer.Argument(help="The telephone number, best with + and the country's code.")],
    campaign: Annotated[str | None, typer.Option(help="Only as to this campaign: its id.")] = None,
    at: Annotated[
        str | None, typer.Option(help="At that time instead of now, e.g. 2026-11-24T13:30.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")] = False,
) -> None:
    """Say why a number was called or not, whether it may be called, and every rule's part in it."""
    company, store, now = load(from_environment(os.environ).company).company, SqlNumbers(records()), utc_now()
    when = moment(at, "--at", company.zone) if at else now
    read = e164(number, company)

    def facts(of_campaign: str | None) -> Facts:
        return store.facts(read, None, of_campaign, now)

    question = Question(read, when, at is None, company, campaign, facts)
    answer = explained(question, _known(store, company, read, campaign))
    if as_json:
        typer.echo(_ANSWER.dump_json(answer, indent=2).decode())
    else:
        _print(answer, company, console(fitted=True), "now" if at is None else "then")


def e164(text: str, company: Company) -> str:
    """A number as somebody writes it, as E.164; also one that may not be called, since that is the answer.

    Raises OperatorError.
    """
    try:
        found = phonenumbers.parse(text, company.country)
    except phonenumbers.NumberParseException as error:
        raise OperatorError(
            f'"{harmless(text)}" is not a telephone number. Write it like +37129123456.'
        ) from error
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


# ── What is on record ───────────────────────────────────────────────────────────────────────────


def _known(store: NumberRecords, company: Company, number: str, only: str | None) -> Known:
    contacts, promises = store.contacts_of(number), store.promises_of(number)
    runs = {run.id: run for run in store.runs()}
    planned: tuple[Work, ...] = (*contacts, *promises)
    named = {work.campaign for work in planned if work.campaign}
    if only is not None and only not in named | set(runs):
        # Raises where there is no such campaign at all.
        campaign_path(from_environment(os.environ).campaigns, only)
    wanted = {only} if only else named
    return Known(contacts, promises, runs, dict(_campaigns(store, company, wanted, runs)))


def _campaigns(
    store: NumberRecords, company: Company, wanted: set[str], runs: Mapping[str, CampaignRun]
) -> Iterator[tuple[str, Campaign]]:
    """Each campaign as it was started, or else as its file is now; those that can be read."""
    for name in sorted(wanted):
        started = store.file_text(runs[name].fingerprint) if name in runs else None
        found = as_started(name, started, company)
        if found is not None:
            yield name, found


# ── Printing ────────────────────────────────────────────────────────────────────────────────────


def _print(answer: Explanation, company: Company, out: Console, when: str) -> None:
    where = ", ".join(answer.zones[:3]) + (" …" if len(answer.zones) > 3 else "")
    asked = on_clock(answer.at, company.timezone)
    out.print(
        *cells(f"{answer.number} ({answer.country or 'no country'}; {where or 'time zone unknown'}),"),
        end=" ",
    )
    out.print(*cells(f"at {asked} ({company.timezone})"), end="\n\n")
    _print_past(answer.past, company, out)
    for matter in answer.matters:
        out.print()
        out.print(*cells(matter.stands))
        if not matter.settled:
            out.print(*cells(verdict(matter, company, when)), style=_STYLES[matter.decision.allowed])
            missing = unserved(matter.line) if matter.planned else None
            if missing:
                out.print(*cells(missing), style="bold red")
            _print_rules(matter.rules, company, out)


def verdict(matter: Matter, company: Company, when: str) -> str:
    """Whether it is called, in a sentence or two; ``when`` is "now" or "then"."""
    decision = matter.decision
    if decision.allowed:
        may = f"Every rule allows a call {when}"
        return f"{may}." if matter.planned else f"{may}, but none is planned."
    others = [rule.rule for rule in matter.rules if not rule.allowed and rule.rule != decision.rule]
    also = f" Other rules refuse it too: {', '.join(others)}." if others else ""
    if decision.not_before is None:
        return f"It may not be called: {decision.reason}{also}"
    again = f"{on_clock(decision.not_before, company.timezone)} ({company.timezone})"
    return f"It may not be called {when}: {decision.reason}{also} All allow it first at {again}."


def _print_past(past: tuple[Past, ...], company: Company, out: Console) -> None:
    if not past:
        out.print("It was not called in the last 30 days.")
        return
    made = table(f"Called ({company.timezone})", "Number", "For", "How it ended")
    for each in past:
        end = f"{IN_WORDS[each.disposition]} ({each.disposition.value})" if each.disposition else "not yet"
        why = "a promise" if each.promise else f"campaign {each.campaign}" if each.campaign else ""
        made.add_row(*cells(on_clock(each.at, company.timezone), each.number, why, end))
    out.print(made)


def _print_rules(rules: tuple[Decision, ...], company: Company, out: Console) -> None:
    made = table("  Rule", "", "Why", f"Not before ({company.timezone})")
    for rule in rules:
        again = on_clock(rule.not_before, company.timezone) if rule.not_before else ""
        until = "" if rule.allowed else again or "until that changes"
        word = "allows" if rule.allowed else "refuses"
        made.add_row(*cells(f"  {rule.rule}", word, rule.reason, until), style="" if rule.allowed else "red")
    if rules:
        out.print(made)
