"""What a request must be to be taken for Twilio's. Whatever is refused has touched nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

from ivr.errors import LineError
from ivr.lines.twilio import form, parse
from ivr.lines.twilio.addresses import PREFIX
from ivr.lines.twilio.form import Form, MalformedError, printable
from ivr.lines.twilio.signature import HEADER, Signatures
from ivr.lines.twilio.webhook import Webhook

MOST_BYTES = 64 * 1024  # of a body
FORM = "application/x-www-form-urlencoded"
# Statuses of HTTP with which requests are refused
MALFORMED, FORGED, UNKNOWN, NO_METHOD, TOO_SLOW, TOO_LARGE = 400, 403, 404, 405, 408, 413

Headers = Mapping[bytes, bytes]  # their names in small letters


class RefusedError(LineError):
    """A request that is not answered; the message says why, and is fit for an answer."""

    def __init__(self, status: int, why: str, call_id: str = "") -> None:
        self.status = status
        self.call_id = call_id  # as the request has it, of at most 60 characters; for the log
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets Twilio's requests for our account in. May be used from any thread."""

    account: str  # Account SID
    signatures: Signatures

    def webhook(self, page: str, query: bytes, headers: Headers, body: bytes) -> Webhook:
        """The request as its page gets it.

        Args:
            page: the last part of its path.
            query: as it was requested, byte for byte.

        Raises:
            RefusedError: it is not signed by Twilio, is of another account, or is malformed.
        """
        parameters, received = Form(()), monotonic()
        try:
            parameters, asked = _parameters(headers, body), form.read(query)
            target = f"{PREFIX}/{page}" + (f"?{query.decode('latin-1')}" if query else "")
            self._check_signature(target, headers, parameters)
            self._check_account(parameters)
            return Webhook(page, asked, parameters, parse.call_sid(parameters), received)
        except MalformedError as error:
            raise RefusedError(MALFORMED, str(error), _call(parameters)) from error

    def _check_signature(self, target: str, headers: Headers, parameters: Form) -> None:
        given = headers.get(HEADER, b"").decode("latin-1")
        if not self.signatures.valid(target, parameters.pairs, given):
            why = "The signature is not Twilio's." if given else "There is no signature."
            raise RefusedError(FORGED, why, _call(parameters))

    def _check_account(self, parameters: Form) -> None:
        if parse.account_sid(parameters) != self.account:
            raise RefusedError(FORGED, "The request is of another account.", _call(parameters))


def check_size(headers: Headers, received: int = 0) -> None:
    """Raise RefusedError where the body is too large, or is said to be; ``received`` bytes have come."""
    declared = headers.get(b"content-length", b"0")
    if received > MOST_BYTES or not declared.isdigit() or int(declared) > MOST_BYTES:
        raise RefusedError(TOO_LARGE, f"The body is larger than {MOST_BYTES:,} bytes.")


def _parameters(headers: Headers, body: bytes) -> Form:
    kind = headers.get(b"content-type", b"").decode("latin-1").partition(";")[0]
    if kind.strip().lower() != FORM:
        raise MalformedError(f"The body is not {FORM}.")
    return form.read(body)


def _call(parameters: Form) -> str:
    return printable(parameters.get("CallSid", ""))
