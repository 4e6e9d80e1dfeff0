"""Whether Twilio can reach our webhooks: we ask ourselves, the way Twilio asks."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

import requests
from requests import RequestException, Response
from requests.exceptions import SSLError, Timeout
from twilio.request_validator import RequestValidator

from ivr.errors import OperatorError
from ivr.lines.twilio.addresses import HEALTH, Addresses
from ivr.lines.twilio.form import printable
from ivr.settings import TwilioSettings

Form = Mapping[str, str]

SECONDS = 10.0  # Twilio gives a webhook 15
NOBODY = f"CA{'0' * 32}"  # a call that there never is
PROBE = "check"  # in the query: it, too, must arrive as it was sent

# What Python says of a certificate (a part of it) → what is wrong with it and what to do.
_CERTIFICATES: Mapping[str, str] = {
    "expired": "it has expired. Renew it.",
    "self-signed": "nobody known has signed it. Get one of a known authority, as Let's Encrypt is.",
    "not valid for": "it is for another name. Get one for this name, or write that name in the address.",
    "local issuer": "what links it to a known authority is missing. Serve the whole chain (fullchain.pem).",
    "WRONG_VERSION": "there is none. Serve https there; the service itself leaves that to a proxy.",
}
# What our own webhook answers to our own signed request → why, and what to do.
_REFUSALS: Mapping[int, str] = {
    403: "The service there has another account, token or public address, or a proxy changes the path or the "
    "query. Start it anew with these settings, and let the proxy pass everything as it comes.",
    404: "What is there does not know the webhooks. Let the proxy pass every path; where the public address "
    "itself ends in one, let the proxy cut that off.",
    405: "What is there takes no POST. Let the proxy pass every method.",
}


def check(settings: TwilioSettings) -> None:
    """Return when our webhooks are reached at their public address, and know Twilio's signature.

    Raises:
        OperatorError: they do not; says where it fails and what to do.
    """
    refuse_private(settings)
    _look_at_health(settings.public_url)
    _send_as_twilio(settings)


def refuse_private(settings: TwilioSettings) -> None:
    """Raise OperatorError where Twilio cannot know the public address; a stand-in on this machine may."""
    host = urlsplit(settings.public_url).hostname or ""
    if settings.api_url is None and (host == "localhost" or _is_private(host)):
        raise OperatorError(
            f"{settings.public_url} is known to this network alone. Set IVR_TWILIO_PUBLIC_URL to an address "
            "that Twilio reaches: of a public host, or of a tunnel."
        )


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def _look_at_health(public: str) -> None:
    answer = _asked("GET", f"{public}{HEALTH}")
    if answer.status_code == 200 and answer.text == "ok\n":
        return
    if answer.status_code == 503 and answer.text == "draining\n":
        raise OperatorError(f"The service behind {public} is stopping. Ask again when it has started.")
    if answer.is_redirect:
        there = printable(answer.headers["location"], 200)
        raise OperatorError(
            f"{public} leads on to {there}, but Twilio signs the address that it was given. "
            "Set IVR_TWILIO_PUBLIC_URL to where it leads."
        )
    raise OperatorError(
        f"What answers at {public}{HEALTH} is not this service (status {answer.status_code}). "
        "Let the proxy or the tunnel lead to IVR_TWILIO_BIND, and start ivr serve."
    )


def _send_as_twilio(settings: TwilioSettings) -> None:
    """A signed request that changes nothing: some call is still ringing."""
    address = Addresses(settings.public_url).status(PROBE)
    form = {"AccountSid": settings.account, "CallSid": NOBODY, "CallStatus": "ringing"}
    signature = RequestValidator(settings.tokens[0]).compute_signature(address, form)
    status = _asked("POST", address, form, {"X-Twilio-Signature": signature}).status_code
    if status != 204:
        why = _REFUSALS.get(status, "Look at its log, and at the proxy's.")
        raise OperatorError(f"A request to {address} was answered with status {status}. {why}")


def _asked(method: str, address: str, form: Form | None = None, headers: Form | None = None) -> Response:
    host = urlsplit(address).netloc
    try:
        return requests.request(
            method, address, data=form, headers=headers, timeout=SECONDS, allow_redirects=False
        )
    except SSLError as error:
        raise OperatorError(
            f"Twilio does not accept the certificate of {host}: {_certificate(error)}"
        ) from error
    except Timeout as error:
        why = f"{host} does not answer within {SECONDS:.0f} s. Open its port to the internet."
        raise OperatorError(why) from error
    except RequestException as error:
        why = "no such name is known" if "resolve" in str(error) else "the connection is refused or cut"
        raise OperatorError(
            f"{host} cannot be reached: {why}. Look at its name in the DNS, at the proxy or tunnel, and at "
            "the firewall."
        ) from error


def _certificate(error: SSLError) -> str:
    said = str(error)
    return next((why for part, why in _CERTIFICATES.items() if part in said), printable(said, 200))
