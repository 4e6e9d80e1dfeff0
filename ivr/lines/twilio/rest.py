"""Twilio's REST API: the client that the settings describe, and what its errors mean to an operator."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from requests import RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http import HttpClient
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from ivr.errors import OperatorError
from ivr.lines.twilio.form import printable
from ivr.lines.twilio.patience import Patient
from ivr.settings import TwilioSettings

SECONDS = 10.0  # that one request may take
FAILURES = (TwilioException, RequestException, ValueError)  # the last: an answer that is no JSON
_REFUSED = frozenset({401, 403})  # statuses of HTTP


def client(settings: TwilioSettings, seconds: float = SECONDS) -> Client:
    """A client of the account, with the API key where there is one. Each request ends in ``seconds``."""
    user, secret = settings.api_key or (settings.account, settings.tokens[0])
    return _client(settings, user, secret, seconds)


def patient_client(settings: TwilioSettings, seconds: float = SECONDS) -> Client:
    """The same for orders: one that Twilio has no time for is repeated, and no other.

    Each has a connection of its own: whether an order arrived on one that was kept, and that Twilio closed in
    the same moment, nobody could tell.
    """
    user, secret = settings.api_key or (settings.account, settings.tokens[0])
    return _client(settings, user, secret, seconds, patient=True)


def client_by_token(settings: TwilioSettings, token: str, seconds: float = SECONDS) -> Client:
    """The same with an auth token: an API key may not ask about the account itself."""
    return _client(settings, settings.account, token, seconds)


def _client(
    settings: TwilioSettings, user: str, secret: str, seconds: float, patient: bool = False
) -> Client:
    http: HttpClient = TwilioHttpClient(pool_connections=not patient, timeout=seconds, logger=_quiet())
    if settings.api_url:
        http = _Elsewhere(http, settings.api_url)
    http = Patient(http) if patient else http
    return Client(user, secret, settings.account, http_client=http)


@contextmanager
def explained() -> Iterator[None]:
    """What goes wrong inside becomes an OperatorError: a sentence that says what to do."""
    try:
        yield
    except FAILURES as error:
        raise OperatorError(told(error)) from error


def told(error: Exception) -> str:
    """What a failure means, as a sentence that says what to do."""
    if isinstance(error, TwilioRestException):
        return _sentence(error)
    if isinstance(error, TwilioException):
        return f"Twilio answered: {printable(str(error), 300)}"
    why = f"{type(error).__name__}). Look at this machine's network and proxy."
    return f"Twilio's API cannot be reached ({why}"


def _sentence(error: TwilioRestException) -> str:
    if error.status in _REFUSED:
        return (
            f"Twilio refuses these credentials (error {error.code}). Compare IVR_TWILIO_ACCOUNT_SID and "
            "IVR_TWILIO_AUTH_TOKEN, or IVR_TWILIO_API_KEY and its secret, with Twilio's console."
        )
    told = printable(error.msg, 300).rstrip(".")
    return f"Twilio answered with error {error.code}: {told}. https://www.twilio.com/docs/errors/{error.code}"


def _quiet() -> logging.Logger:
    """The package logs addresses and bodies, in which telephone numbers stand: none of it is kept."""
    logger = logging.getLogger("ivr.twilio.rest")
    logger.disabled = True
    return logger


class _Elsewhere(HttpClient):  # type: ignore[misc] # the package tells no types
    """Sends every request to another host than Twilio's."""

    def __init__(self, through: HttpClient, base: str) -> None:
        super().__init__(_quiet(), is_async=False)
        self._through, self._base = through, urlsplit(base)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        """As HttpClient.request."""
        path = self._base.path.rstrip("/") + urlsplit(url).path
        there = urlsplit(url)._replace(scheme=self._base.scheme, netloc=self._base.netloc, path=path)
        return self._through.request(method, urlunsplit(there), *args, **kwargs)
