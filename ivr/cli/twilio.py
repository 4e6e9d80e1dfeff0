"""``ivr twilio``: whether Twilio and this service fit together, and the setting of the account's numbers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated

import typer
from twilio.rest import Client

from ivr import wiring
from ivr.cli import app
from ivr.cli.on_record import cells, console, harmless, table
from ivr.company import twilio_checks
from ivr.company.loader import CompanyFile, load
from ivr.company.models import Company
from ivr.errors import FileProblems, OperatorError
from ivr.lines.twilio import numbers, reach, rest, words
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.fallback import in_a_bin
from ivr.lines.twilio.numbers import Fields, OwnNumber
from ivr.phrases import check as phrases
from ivr.settings import Settings, TwilioSettings

twilio_app = typer.Typer(help="Twilio: check that all fits together, set the numbers of the account.")
app.add_typer(twilio_app, name="twilio")

_SIDS = {"ACCOUNT_SID": "AC[0-9a-f]{32}", "API_KEY": "SK[0-9a-f]{32}"}
# Auth tokens in the order of the settings, and what else may be done where one is refused.
_TOKENS = (
    ("IVR_TWILIO_AUTH_TOKEN", ""),
    ("IVR_TWILIO_OLD_TOKEN", " Where it was replaced, remove it: it still opens the webhooks."),
)
# Fields of a number → what Twilio's console calls them.
_CONSOLE: Mapping[str, str] = {
    "voice_url": "A call comes in",
    "voice_fallback_url": "Primary handler fails",
    "status_callback": "Call status changes",
}


@twilio_app.command()
def check(
    offline: Annotated[bool, typer.Option("--offline", help="Ask neither Twilio nor the service.")] = False,
) -> None:
    """Check settings, company file, account, numbers and public address; print what the console needs."""
    given, findings = wiring.settings(), Findings()
    twilio = configured(given)
    _tell_settings(twilio, findings)
    file = _file(given, findings)
    if not offline:
        _tell_account(twilio, findings)
        if file:
            _tell_numbers(twilio, file.company, findings)
        _tell_reach(twilio, findings)
    if file:
        _tell_console(twilio, file.company)
    findings.exit_if_any()


@twilio_app.command()
def provision(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be changed.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Change it.")] = False,
    fallback: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Of the TwiML Bin that answers when the service does not."),
    ] = None,
) -> None:
    """Set where Twilio asks what to do with the calls of the company file's numbers."""
    if dry_run == apply:
        raise OperatorError("Say --dry-run to see what would be changed, or --apply to change it.")
    given, findings = wiring.settings(), Findings()
    twilio = configured(given)
    reach.refuse_private(twilio)
    company = load(given.company, phrases.problems).company
    to = numbers.wanted(Addresses(twilio.public_url), _bin(fallback))
    client = rest.client(twilio)
    own = numbers.own_numbers(client, company.numbers)
    changed = [each for each in own.values() if _settable(each, to) and numbers.changes(each, to)]
    (_apply if apply else _preview)(client, changed, to)
    for wrong in _hindrances(company, own, to):
        findings.add(wrong)
    findings.exit_if_any()


def configured(given: Settings) -> TwilioSettings:
    """The settings of Twilio. Raises OperatorError where there are none."""
    if given.twilio is None:
        raise OperatorError(
            "Twilio is not set up here. Set IVR_TWILIO_ACCOUNT_SID, IVR_TWILIO_AUTH_TOKEN and "
            "IVR_TWILIO_PUBLIC_URL; docs/twilio.md leads from there."
        )
    return given.twilio


@dataclass
class Findings:
    """What is wrong, told at once and counted."""

    count: int = 0

    def add(self, wrong: str) -> None:
        """Tell a fault."""
        self.count += 1
        print(harmless(wrong))

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell the fault that ends what is done inside, and go on behind it."""
        try:
            yield
        except FileProblems as error:
            for problem in error.problems:
                self.add(str(problem))
        except OperatorError as error:
            self.add(str(error))

    def exit_if_any(self) -> None:
        """Say how many there were, and exit 1; do nothing when there were none."""
        if self.count:
            print(f"{self.count} {'fault' if self.count == 1 else 'faults'}.", file=sys.stderr)
            raise typer.Exit(1)


# ── What is here ────────────────────────────────────────────────────────────────────────────────


def _tell_settings(given: TwilioSettings, findings: Findings) -> None:
    host, port = given.bind
    print(f"Account {given.account}; webhooks at {given.public_url}, served on {host}:{port}.")
    if given.api_url:
        print(f"{given.api_url} is asked instead of Twilio's API (IVR_TWILIO_API_URL).")
    if given.public_url.startswith("http:"):
        print("Over http, callers' numbers and words pass the internet for all to read: use https.")
    for name, sid in (("ACCOUNT_SID", given.account), ("API_KEY", given.api_key and given.api_key[0])):
        if sid and not re.fullmatch(_SIDS[name], sid):
            cure = f"Copy it from Twilio's console: {_SIDS[name][:2]}, then 32 digits and letters a to f."
            findings.add(f'IVR_TWILIO_{name} is "{sid}". {cure}')


def _file(given: Settings, findings: Findings) -> CompanyFile | None:
    with findings.told():
        file = load(given.company, phrases.problems, twilio_checks.needed)
        sounds = ", ".join(_sound(file.company, language) for language in file.company.languages)
        print(f"{file.path} is good for Twilio. Languages: {sounds}.")
        return file
    return None


def _sound(company: Company, language: str) -> str:
    own = company.twilio.get(language)
    voice = f"{own.voice} speaks" if own and own.voice else "our prompts are played"
    return f"{language} ({voice}; heard as {words.language(company, language)})"


# ── What Twilio says ────────────────────────────────────────────────────────────────────────────


def _tell_account(given: TwilioSettings, findings: Findings) -> None:
    """Try every auth token: whoever has one can sign webhooks."""
    for (name, cure), token in zip(_TOKENS, given.tokens, strict=False):
        try:
            account = numbers.account(rest.client_by_token(given, token))
        except OperatorError as error:
            findings.add(f"{name}: {error}{cure}")
            continue
        print(harmless(f'{name} opens the account "{account.name}" ({account.kind}).'))
        if account.status != "active":
            findings.add(f'The account "{account.name}" is {account.status}. Look into Twilio\'s console.')


def _tell_numbers(given: TwilioSettings, company: Company, findings: Findings) -> None:
    to = numbers.wanted(Addresses(given.public_url))
    with findings.told():
        own = numbers.own_numbers(rest.client(given), company.numbers)
        made = table("Number", *_CONSOLE.values())
        for number in company.numbers:
            made.add_row(*cells(number, *_row(own.get(number), to)))
        console().print(made)
        for wrong in (*_hindrances(company, own, to), *_unset(own, to)):
            findings.add(wrong)


def _row(own: OwnNumber | None, to: Fields) -> tuple[str, ...]:
    if own is None:
        return ("not in the account",)
    if own.elsewhere:
        return (own.elsewhere,)
    left = numbers.changes(own, to)
    return tuple(_present(own, address) if _differs(address, left) else "OK" for address in _CONSOLE)


def _differs(address: str, left: Fields) -> bool:
    return address in left or numbers.METHODS[address] in left


def _present(own: OwnNumber, address: str) -> str:
    there = own.fields[address]
    return f"{own.fields[numbers.METHODS[address]]} {there}" if there else "nothing"


def _hindrances(company: Company, own: Mapping[str, OwnNumber], to: Fields) -> Iterator[str]:
    """Numbers whose calls do not come here, whatever their addresses are set to."""
    for number in company.numbers:
        found = own.get(number)
        if found is None:
            yield from _absent(company, number)
        elif found.elsewhere:
            yield f"{number}: {found.elsewhere}, so no address counts. Change that in Twilio's console first."
        elif not _settable(found, to):
            yield (
                f"{number}: the addresses of its TwiML App {found.app} count, and are not ours. It may serve "
                "other numbers, so it is left as it is: enter ours there, or take the number out of it."
            )


def _absent(company: Company, number: str) -> Iterator[str]:
    if company.trunk is None:
        yield f"{number} is not in the account. Buy or port it there, or mend it in the company file."


def _unset(own: Mapping[str, OwnNumber], to: Fields) -> Iterator[str]:
    for number, found in own.items():
        if _settable(found, to) and numbers.changes(found, to):
            yield f"{number}: not all is set as it should be. ivr twilio provision --apply sets it."


def _settable(own: OwnNumber, to: Fields) -> bool:
    """Whether the number's own addresses count, or those that do are right already."""
    return own.elsewhere is None and (own.app is None or not numbers.changes(own, to))


def _tell_reach(given: TwilioSettings, findings: Findings) -> None:
    with findings.told():
        reach.check(given)
        print(f"{given.public_url} leads to the service, which knows Twilio's signature.")


# ── What to enter ───────────────────────────────────────────────────────────────────────────────


def _tell_console(given: TwilioSettings, company: Company) -> None:
    print("\nIn Twilio's console, Phone Numbers > Manage > Active numbers, enter the same at each of")
    print(f"{', '.join(company.numbers)}; or let ivr twilio provision --apply do it:\n")
    made = table("Voice configuration", "", "URL", "HTTP")
    to = numbers.wanted(Addresses(given.public_url))
    for address, name in _CONSOLE.items():
        kind = "" if address == "status_callback" else "Webhook"
        made.add_row(*cells(name, kind, to[address], to[numbers.METHODS[address]]))
    console().print(made)
    print(
        "\nFor the case that this whole host is down, make a TwiML Bin of the following. Enter its address\n"
        "at the primary handler that fails, or give it to ivr twilio provision --fallback URL --apply:\n"
    )
    print(in_a_bin(company))


# ── What is set ─────────────────────────────────────────────────────────────────────────────────


def _preview(_: Client, changed: Sequence[OwnNumber], to: Fields) -> None:
    made = table("Number", "Voice configuration", "Now", "Becomes")
    for own in changed:
        for address in _differing(own, to):
            made.add_row(
                *cells(own.number, _CONSOLE[address], _present(own, address), _becoming(address, to))
            )
    console().print(made if changed else "Nothing is to be changed.")


def _apply(client: Client, changed: Sequence[OwnNumber], to: Fields) -> None:
    """Tell each number as soon as it is set: should the next one fail, it is known how far it went."""
    for own in changed:
        numbers.change(client, own, numbers.changes(own, to))
        for address in _differing(own, to):
            print(harmless(f"{own.number}: {_CONSOLE[address]}: {_becoming(address, to)}"))
    if not changed:
        print("Nothing was to be changed.")


def _differing(own: OwnNumber, to: Fields) -> Iterator[str]:
    left = numbers.changes(own, to)
    return (address for address in _CONSOLE if _differs(address, left))


def _becoming(address: str, to: Fields) -> str:
    return f"{to[numbers.METHODS[address]]} {to[address]}"


def _bin(address: str | None) -> str | None:
    if address is None or address.startswith(numbers.BIN):
        return address
    raise OperatorError(f"--fallback is not the address of a TwiML Bin, which begins with {numbers.BIN}.")
