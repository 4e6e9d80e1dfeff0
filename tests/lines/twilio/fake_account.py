"""An account at Twilio's REST API with some numbers, and the public address of a service: one web server."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, parse_qsl, urlsplit

from twilio.request_validator import RequestValidator

ACCOUNT, TOKEN, KEY, SECRET = f"AC{'1' * 32}", "t0ken", f"SK{'2' * 32}", "s3cret"
_ROOT = f"/2010-04-01/Accounts/{ACCOUNT}"


def number(e164: str, **fields: object) -> dict[str, object]:
    """A number as the API tells it, with nothing set but ``fields``."""
    unset = {"voice_url": "", "voice_method": "POST", "voice_fallback_url": None, "status_callback": ""}
    methods = {"voice_fallback_method": "POST", "status_callback_method": "POST"}
    others = {"trunk_sid": None, "voice_application_sid": None, "voice_receive_mode": "voice"}
    sid = f"PN{e164.lstrip('+'):0>32}"
    capable = {"capabilities": {"voice": True, "sms": True}}
    return {"sid": sid, "phone_number": e164, **unset, **methods, **others, **capable, **fields}


@dataclass
class FakeAccount:
    """What it holds, and what it was asked."""

    numbers: list[dict[str, object]] = field(default_factory=list)
    apps: dict[str, dict[str, object]] = field(default_factory=dict)
    status: str = "active"
    tokens: tuple[str, ...] = (TOKEN,)
    page_size: int = 2  # smaller than was asked for, as with thousands of numbers
    health: tuple[int, str, str] = (200, "ok\n", "")  # status, body, where it leads on to
    webhook: int = 204  # status of a webhook whose signature is right
    asked: list[str] = field(default_factory=list)  # "POST /twilio/status?attempt=check"
    refuses: dict[str, tuple[int, int, str]] = field(
        default_factory=dict
    )  # method and path → status, code, message
    port: int = 0

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def env(self, **more: str) -> dict[str, str]:
        """The settings of a service of this account, which is reached by the same address."""
        return {
            "IVR_TWILIO_ACCOUNT_SID": ACCOUNT,
            "IVR_TWILIO_AUTH_TOKEN": TOKEN,
            "IVR_TWILIO_PUBLIC_URL": self.url,
            "IVR_TWILIO_API_URL": self.url,
            **more,
        }

    @contextmanager
    def serving(self) -> Iterator[FakeAccount]:
        """Answer while inside."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        server.daemon_threads, self.port = True, server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def answer(self, method: str, target: str, body: str, headers: dict[str, str]) -> tuple[int, str, str]:
        """Status, body and Location of the answer to one request."""
        self.asked.append(f"{method} {target}")
        path = urlsplit(target).path
        if f"{method} {path}" in self.refuses:
            status, code, message = self.refuses[f"{method} {path}"]
            return status, json.dumps({"code": code, "message": message, "status": status}), ""
        if path == "/health":
            return self.health
        if path.startswith("/twilio/"):
            return self._webhook(target, body, headers), "", ""
        allowed = [(ACCOUNT, token) for token in self.tokens] + (
            [(KEY, SECRET)] if path != f"{_ROOT}.json" else []
        )
        if headers.get("authorization") not in map(_basic, allowed):
            return 401, json.dumps({"code": 20003, "message": "Authenticate", "status": 401}), ""
        return 200, json.dumps(self._resource(method, target, body)), ""

    def _webhook(self, target: str, body: str, headers: dict[str, str]) -> int:
        given = headers.get("x-twilio-signature", "")
        valid = RequestValidator(TOKEN).validate(self.url + target, dict(parse_qsl(body)), given)
        return self.webhook if valid else 403

    def _resource(self, method: str, target: str, body: str) -> dict[str, object]:
        path, query = urlsplit(target).path.removeprefix(_ROOT), parse_qs(urlsplit(target).query)
        if path == ".json":
            return {"sid": ACCOUNT, "friendly_name": "Ozols", "status": self.status, "type": "Full"}
        if path == "/IncomingPhoneNumbers.json":
            return self._page(int(query.get("Page", ["0"])[0]))
        kind, _, sid = path.removesuffix(".json").rpartition("/")
        if kind == "/Applications":
            return {"sid": sid, **self.apps[sid]}
        found = next(each for each in self.numbers if each["sid"] == sid)
        if method == "POST":
            found.update({_snake(name): value for name, value in parse_qsl(body)})
        return found

    def _page(self, page: int) -> dict[str, object]:
        start = page * self.page_size
        more = start + self.page_size < len(self.numbers)
        following = f"{_ROOT}/IncomingPhoneNumbers.json?Page={page + 1}" if more else None
        return {
            "incoming_phone_numbers": self.numbers[start : start + self.page_size],
            "next_page_uri": following,
            "page": page,
        }


def _basic(given: tuple[str, str]) -> str:
    return f"Basic {b64encode(':'.join(given).encode()).decode()}"


def _snake(name: str) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")


def _handler(account: FakeAccount) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, text, location = account.answer(self.command, self.path, body, headers)
            self.send_response(status)
            if location:
                self.send_header("location", location)
            self.send_header("content-length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_POST = _answer  # noqa: N815 - names that http.server gives

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
