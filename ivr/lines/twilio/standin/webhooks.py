"""Webhooks as Twilio sends them: signed, over HTTP, and told apart by what comes of them.

Twilio's documentation ("Webhooks security", "Voice webhooks"): a POST carries its parameters as a form, a GET
in its query; X-Twilio-Signature is the Base64 of an HMAC-SHA1, under the auth token, of the URL and, for a
POST, every name and value behind it, sorted by name. Fifteen seconds are waited for an answer.
"""

from __future__ import annotations

import hmac
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

import requests

from ivr.errors import LineError

SECONDS = 15.0  # how long Twilio waits for an answer
REDIRECTS = 10  # of HTTP, that Twilio follows
RETRIEVAL, CONNECTION, STATUS, TOO_MANY = 11200, 11205, 11217, 11215  # Twilio's codes


class WebhookError(LineError):
    """Nothing usable came back."""

    def __init__(self, code: int, wrong: str) -> None:
        self.code = code  # Twilio's
        super().__init__(wrong)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int  # of HTTP
    content_type: str  # without its parameters, in small letters
    body: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """A request that was made."""

    method: str
    url: str  # as it was signed
    parameters: Mapping[str, str]
    status: int  # of HTTP; 0: nothing came back


def signature(token: str, url: str, form: Mapping[str, str]) -> str:
    """X-Twilio-Signature of a request; ``form`` is empty for a GET."""
    signed = url + "".join(f"{name}{form[name]}" for name in sorted(form))
    return b64encode(hmac.digest(token.encode(), signed.encode(), "sha1")).decode()


@dataclass
class Webhooks:
    """Sends requests, signed with the token of an account. For one thread at a time."""

    token: str
    # Where what stands under a public address is to be found: "https://bot.example.com" → "http://127.0.0.1:81"
    places: Mapping[str, str] = field(default_factory=dict)
    seconds: float = SECONDS
    sent: list[Sent] = field(default_factory=list)
    _session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self._session.max_redirects = REDIRECTS
        self._session.trust_env = False  # no proxy stands between us and this machine

    def request(self, method: str, url: str, parameters: Mapping[str, str]) -> Answer:
        """Send a request, and give what came back with a status below 400.

        Raises:
            WebhookError: nothing came back, or nothing usable.
        """
        if method == "GET":
            url = _with_query(url, parameters)
        try:
            answer = self._send(method, url, {} if method == "GET" else parameters)
        except WebhookError:
            self.sent.append(Sent(method, url, parameters, 0))
            raise
        self.sent.append(Sent(method, url, parameters, answer.status))
        if answer.status >= 400:
            raise WebhookError(STATUS, f"{url} answered with status {answer.status}.")
        return answer

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def _send(self, method: str, url: str, form: Mapping[str, str]) -> Answer:
        headers = {"X-Twilio-Signature": signature(self.token, url, form), "User-Agent": "TwilioProxy/1.1"}
        try:
            got = self._session.request(
                method, self._place(url), data=form or None, headers=headers, timeout=self.seconds
            )
        except requests.TooManyRedirects as error:
            raise WebhookError(TOO_MANY, f"{url} redirected more than {REDIRECTS} times.") from error
        except requests.RequestException as error:
            raise WebhookError(CONNECTION, f"{url} did not answer ({type(error).__name__}).") from error
        kind = got.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Answer(got.status_code, kind, got.content)

    def _place(self, url: str) -> str:
        for public, place in self.places.items():
            if url.startswith(f"{public}/"):
                return place + url.removeprefix(public)
        return url


def _with_query(url: str, parameters: Mapping[str, str]) -> str:
    parts = urlsplit(url)
    pairs = (*parse_qsl(parts.query, keep_blank_values=True), *parameters.items())
    return parts._replace(query=urlencode(pairs)).geturl()
