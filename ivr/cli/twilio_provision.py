"""``ivr twilio provision``: sets where Twilio asks what to do with the calls of the company's numbers."""

from __future__ import annotations

from collections.abc import Sequence

from twilio.rest import Client

from ivr.cli.on_record import cells, console, harmless, table
from ivr.cli.twilio_numbers import CONSOLE, Findings, configured, differing, hindrances, present, settable
from ivr.errors import OperatorError
from ivr.lines.twilio import numbers, reach, rest
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.numbers import Fields, OwnNumber
from ivr.phrases.check import load_standard
from ivr.settings import Settings


def set_numbers(given: Settings, fallback: str | None, really: bool) -> None:
    """Set every number of the company file, or show what would be set.

    Args:
        fallback: address of a TwiML Bin.

    Raises:
        OperatorError: a setting, Twilio or the company file stands in the way.
        typer.Exit: there are numbers whose calls do not come here.
    """
    twilio, findings = configured(given), Findings()
    reach.refuse_private(twilio)
    company = load_standard(given.company).company
    to = numbers.wanted(Addresses(twilio.public_url), _bin(fallback))
    client = rest.client(twilio)
    own = numbers.own_numbers(client, company.numbers)
    unset = [each for each in own.values() if settable(each, to) and numbers.changes(each, to)]
    (_apply if really else _preview)(client, unset, to)
    for hindrance in hindrances(company, own, to):
        findings.add(hindrance)
    findings.exit_if_any()


def _preview(_: Client, unset: Sequence[OwnNumber], to: Fields) -> None:
    made = table("Number", "Voice configuration", "Now", "Becomes")
    for own in unset:
        for address in differing(own, to):
            made.add_row(*cells(own.number, CONSOLE[address], present(own, address), _becoming(address, to)))
    console().print(made if unset else "Nothing is to be changed.")


def _apply(client: Client, unset: Sequence[OwnNumber], to: Fields) -> None:
    """Tell each number as soon as it is set: should the next one fail, it is known how far it went."""
    for own in unset:
        numbers.change(client, own, numbers.changes(own, to))
        for address in differing(own, to):
            print(harmless(f"{own.number}: {CONSOLE[address]}: {_becoming(address, to)}"))
    if not unset:
        print("Nothing was to be changed.")


def _becoming(address: str, to: Fields) -> str:
    return f"{to[numbers.METHODS[address]]} {to[address]}"


def _bin(address: str | None) -> str | None:
    if address is None or address.startswith(numbers.BIN):
        return address
    raise OperatorError(f"--fallback is not the address of a TwiML Bin, which begins with {numbers.BIN}.")
