"""``ivr twilio check``: whether settings, company file, account, numbers and public address fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ivr.cli.on_record import cells, console, harmless, table
from ivr.cli.outbound import unserved
from ivr.cli.twilio_numbers import CONSOLE, Findings, configured, differing, hindrances, present, settable
from ivr.company import twilio_checks
from ivr.company.loader import CompanyFile, load
from ivr.company.models import Company
from ivr.errors import OperatorError
from ivr.lines.twilio import numbers, reach, rest, words
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.fallback import in_a_bin
from ivr.lines.twilio.numbers import Fields, OwnNumber
from ivr.phrases import check as phrases
from ivr.settings import Settings, TwilioSettings

_SIDS = {"ACCOUNT_SID": "AC[0-9a-f]{32}", "API_KEY": "SK[0-9a-f]{32}"}
# Auth tokens in the order of the settings, and what else may be done where one is refused.
_TOKENS = (
    ("IVR_TWILIO_AUTH_TOKEN", ""),
    ("IVR_TWILIO_OLD_TOKEN", " Where it was replaced, remove it: it still opens the webhooks."),
)


def check_all(given: Settings, offline: bool) -> None:
    """Tell what is right and what is wrong, and what to enter in Twilio's console.

    Args:
        offline: ask neither Twilio nor the service.

    Raises:
        OperatorError: Twilio is not set up.
        typer.Exit: something is wrong.
    """
    twilio, findings = configured(given), Findings()
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


# ── What is here ────────────────────────────────────────────────────────────────────────────────


def _tell_settings(given: TwilioSettings, findings: Findings) -> None:
    host, port = given.bind
    print(f"Webhooks at {given.public_url}, served on {host}:{port}.")
    if given.api_url:
        print(f"{given.api_url} is asked instead of Twilio's API (IVR_TWILIO_API_URL).")
    if given.public_url.startswith("http:"):
        print("Over http, callers' numbers and words pass the internet for all to read: use https.")
    for name, sid in (("ACCOUNT_SID", given.account), ("API_KEY", given.api_key and given.api_key[0])):
        if sid and not re.fullmatch(_SIDS[name], sid):
            cure = f"Copy it from Twilio's console: {_SIDS[name][:2]}, then 32 digits and letters a to f."
            findings.add(f"IVR_TWILIO_{name} is none. {cure}")  # not quoted: it may be the secret


def _file(given: Settings, findings: Findings) -> CompanyFile | None:
    with findings.told():
        file = load(given.company, phrases.problems, twilio_checks.needed)
        sounds = ", ".join(_sound(file.company, language) for language in file.company.languages)
        print(f"{file.path} is good for Twilio. Languages: {sounds}.")
        _tell_promises(file.company)
        return file
    return None


def _tell_promises(company: Company) -> None:
    why = unserved(company.callbacks.line) if company.callbacks.offered else None
    if why:
        print(f"Callers are promised no call. {why} Or write line: twilio under callbacks.")


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
        made = table("Number", *CONSOLE.values())
        for number in company.numbers:
            made.add_row(*cells(number, *_row(own.get(number), to)))
        console().print(made)
        for wrong in (*hindrances(company, own, to), *_unset(own, to)):
            findings.add(wrong)


def _row(own: OwnNumber | None, to: Fields) -> tuple[str, ...]:
    if own is None:
        return ("not in the account",)
    if own.elsewhere:
        return (own.elsewhere,)
    wrong = differing(own, to)
    return tuple(present(own, address) if address in wrong else "OK" for address in CONSOLE)


def _unset(own: Mapping[str, OwnNumber], to: Fields) -> Iterator[str]:
    for number, found in own.items():
        if settable(found, to) and numbers.changes(found, to):
            yield f"{number}: not all is set as it should be. ivr twilio provision --apply sets it."


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
    for address, name in CONSOLE.items():
        kind = "" if address == "status_callback" else "Webhook"
        made.add_row(*cells(name, kind, to[address], to[numbers.METHODS[address]]))
    console().print(made)
    print(
        "\nFor the case that this whole host is down, make a TwiML Bin of the following. Enter its address\n"
        "at the primary handler that fails, or give it to ivr twilio provision --fallback URL --apply:\n"
    )
    print(in_a_bin(company))
