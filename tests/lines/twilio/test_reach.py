"""Whether Twilio reaches the webhooks, asked as Twilio asks; and what is said where it does not."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
import requests
from requests.exceptions import SSLError

from ivr.errors import OperatorError
from ivr.lines.twilio import reach
from ivr.settings import TwilioSettings, from_environment
from tests.lines.twilio.fake_account import FakeAccount


@pytest.fixture
def account() -> Iterator[FakeAccount]:
    with FakeAccount().serving() as serving:
        yield serving


def settings(account: FakeAccount, **env: str) -> TwilioSettings:
    given = from_environment(account.env(**env)).twilio
    assert given is not None
    return given


def told(given: TwilioSettings) -> str:
    with pytest.raises(OperatorError) as caught:
        reach.check(given)
    return str(caught.value)


def test_a_service_that_knows_the_signature_is_reached(account: FakeAccount) -> None:
    reach.check(settings(account))
    assert account.asked == ["GET /health", "POST /twilio/status?attempt=check"]


@pytest.mark.parametrize(
    ("health", "says"),
    [
        ((503, "draining\n", ""), "is stopping. Ask again when it has started."),
        (
            (301, "", "https://www.example.com/health"),
            "leads on to https://www.example.com/health, but Twilio signs",
        ),
        (
            (404, "", ""),
            "is not this service (status 404). Let the proxy or the tunnel lead to IVR_TWILIO_BIND",
        ),
        ((200, "<html>", ""), "is not this service (status 200)."),
        ((302, "", "https://e.com/\x1b[31m"), "leads on to https://e.com/\N{REPLACEMENT CHARACTER}[31m, but"),
    ],
)
def test_something_else_answers_there(account: FakeAccount, health: tuple[int, str, str], says: str) -> None:
    account.health = health
    assert says in told(settings(account))


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (403, "has another account, token or public address, or a proxy changes the path or the query."),
        (404, "Let the proxy pass every path"),
        (405, "Let the proxy pass every method."),
        (502, "was answered with status 502. Look at its log, and at the proxy's."),
    ],
)
def test_the_webhooks_do_not_answer_as_they_should(account: FakeAccount, status: int, says: str) -> None:
    account.webhook = status
    assert says in told(settings(account))


def test_a_service_with_another_token_refuses_ours(account: FakeAccount) -> None:
    assert "status 403" in told(settings(account, IVR_TWILIO_AUTH_TOKEN="another"))


def test_nobody_listens(account: FakeAccount) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
        assert "the connection is refused or cut" in told(settings(account, IVR_TWILIO_PUBLIC_URL=nobody))


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            requests.ConnectionError(
                "HTTPSConnection(host='x'): Failed to resolve 'x' ([Errno -2] Name or …"
            ),
            "bot.example.com cannot be reached: no such name is known. Look at its name in the DNS",
        ),
        (requests.Timeout("timed out"), "bot.example.com does not answer within 10 s. Open its port"),
        # What Python 3.11 says of real certificates.
        (
            SSLError("certificate verify failed: certificate has expired (_ssl.c:1006)"),
            "it has expired. Renew it.",
        ),
        (
            SSLError("certificate verify failed: self-signed certificate (_ssl.c:1006)"),
            "nobody known has signed it.",
        ),
        (
            SSLError("Hostname mismatch, certificate is not valid for 'localhost'. (_ssl.c:1006)"),
            "of bot.example.com: it is for another name.",
        ),
        (
            SSLError("certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)"),
            "Serve the whole chain (fullchain.pem).",
        ),
        (SSLError("[SSL: WRONG_VERSION_NUMBER] wrong version number"), "there is none. Serve https there"),
        (SSLError("something new"), "of bot.example.com: something new"),
    ],
)
def test_what_stands_in_the_way_is_explained(account, monkeypatch, error: Exception, says: str) -> None:
    def fails(*_: object, **__: object) -> requests.Response:
        raise error

    monkeypatch.setattr(requests, "request", fails)
    assert says in told(settings(account, IVR_TWILIO_PUBLIC_URL="https://bot.example.com"))


@pytest.mark.parametrize(
    ("public", "known"),
    [
        ("https://localhost", False),
        ("http://127.0.0.1:8080", False),
        ("https://10.1.2.3", False),
        ("https://[fd00::1]", False),
        ("https://93.184.216.34", True),
        ("https://bot.example.com/phone", True),
    ],
)
def test_an_address_that_only_this_network_knows(account: FakeAccount, public: str, known: bool) -> None:
    given = settings(account, IVR_TWILIO_PUBLIC_URL=public, IVR_TWILIO_API_URL="")
    if known:
        reach.refuse_private(given)
        return
    with pytest.raises(OperatorError, match="is known to this network alone"):
        reach.refuse_private(given)
