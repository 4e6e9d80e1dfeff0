"""The account's numbers: where Twilio asks what to do with their calls, and where it should.

Source: Twilio's documentation of the IncomingPhoneNumber resource, whose names of fields are used here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from twilio.rest import Client

from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.rest import explained

PAGE_SIZE = 1_000  # numbers that one request tells, the most there can be
BIN = "https://handler.twilio.com/"  # how the address of a TwiML Bin begins, which Twilio itself answers
# Fields that say where calls go; each address with the method by which it is asked.
METHODS: Mapping[str, str] = {
    "voice_url": "voice_method",
    "voice_fallback_url": "voice_fallback_method",
    "status_callback": "status_callback_method",
}

Fields = Mapping[str, str]  # names as REST has them → values; empty where there is none


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A number of the account."""

    sid: str  # PN…
    number: str  # E.164
    fields: Fields  # those of METHODS, and their methods: its own, or those of its TwiML App
    app: str | None  # the TwiML App that its calls go to (AP…): the number's own addresses do not count then
    elsewhere: str | None  # why no address counts, in words; None: they do


@dataclass(frozen=True, slots=True)
class Account:
    """The account as Twilio knows it."""

    name: str
    status: str  # active, suspended, closed
    kind: str  # Trial, Full


def account(client: Client) -> Account:
    """The account of ``client``, which has an auth token. Raises OperatorError."""
    with explained():
        found = client.api.v2010.accounts(client.account_sid).fetch()
    return Account(found.friendly_name, found.status, found.type)


def own_numbers(client: Client, numbers: Collection[str]) -> Mapping[str, OwnNumber]:
    """Those of ``numbers`` (E.164) that the account has. Raises OperatorError."""
    with explained():
        found = client.incoming_phone_numbers.stream(page_size=PAGE_SIZE)
        return {each.phone_number: _own(client, each) for each in found if each.phone_number in numbers}


def wanted(addresses: Addresses, fallback: str | None = None) -> Fields:
    """How every number of the company is to be set.

    Args:
        fallback: whom Twilio asks where it gets no answer from us, other than ourselves: a TwiML Bin.
    """
    return {
        "voice_url": addresses.voice(),
        "voice_method": "POST",
        "voice_fallback_url": fallback or addresses.fallback(),
        "voice_fallback_method": "POST",
        "status_callback": addresses.status(),
        "status_callback_method": "POST",
    }


def changes(own: OwnNumber, to: Fields) -> Fields:
    """Those fields that have to be changed, with what they are to become.

    A TwiML Bin that somebody has put in the place of our own fallback stays: it answers when we cannot.
    """
    kept = own.fields["voice_fallback_url"].startswith(BIN) and not to["voice_fallback_url"].startswith(BIN)
    fallback = {"voice_fallback_url", "voice_fallback_method"} if kept else set()
    return {name: value for name, value in to.items() if own.fields[name] != value and name not in fallback}


def change(client: Client, own: OwnNumber, fields: Fields) -> None:
    """Set ``fields`` of a number; doing it again changes nothing. Raises OperatorError."""
    with explained():
        client.incoming_phone_numbers(own.sid).update(**fields)


def _own(client: Client, found: Any) -> OwnNumber:
    app = None if found.trunk_sid else found.voice_application_sid or None
    says = client.applications(app).fetch() if app else found
    fields = {name: getattr(says, name) or "" for name in (*METHODS, *METHODS.values())}
    return OwnNumber(found.sid, found.phone_number, fields, app, _elsewhere(found))


def _elsewhere(found: Any) -> str | None:
    if found.trunk_sid:
        return f"its calls go to the SIP trunk {found.trunk_sid}"
    if found.voice_receive_mode == "fax":
        return "it receives faxes"
    return None if (found.capabilities or {}).get("voice", True) else "it cannot take calls"
