"""Two ways to ask the stand-in's REST API: in this process, as the twilio package asks, and over HTTP."""

from __future__ import annotations

import json
import logging
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from requests.structures import CaseInsensitiveDict
from twilio.http import HttpClient
from twilio.http.response import Response
from urllib3.exceptions import MaxRetryError, NewConnectionError

from ivr.lines.twilio.standin.platform import API_VERSION
from ivr.lines.twilio.standin.rest import Asked, Pairs, Reply, Rest

LOCAL = "127.0.0.1"
_SILENT = logging.getLogger("ivr.twilio.standin")


class RestClient(HttpClient):  # type: ignore[misc] # the package tells no types
    """An HttpClient that asks in this process; troubles are what ``requests`` makes of them."""

    def __init__(self, rest: Rest) -> None:
        super().__init__(_SILENT, is_async=False)
        self._rest = rest

    def request(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,  # noqa: ARG002
        auth: tuple[str, str] = ("", ""),
        timeout: float | None = None,  # noqa: ARG002
        allow_redirects: bool = False,  # noqa: ARG002
    ) -> Response:
        """As HttpClient.request."""
        parts = urlsplit(url)
        query = (*parse_qsl(parts.query), *_pairs(params))
        asked = Asked(method, _behind_account(parts.path, self._rest), query, _pairs(data))
        trouble = self._rest.trouble(asked)
        if trouble and not trouble.connected:
            raise _no_connection(url)
        reply = self._rest.answer(asked, auth) if trouble is None or trouble.done else None
        self._rest.tell(reply)
        answer = reply if trouble is None else trouble.reply
        if answer is None:
            raise requests.ReadTimeout(f"{url} did not answer in time.")
        return Response(answer.status, _text(answer), CaseInsensitiveDict(answer.headers))


def _no_connection(url: str) -> requests.ConnectionError:
    """As ``requests`` says it."""
    pool: Any = None
    why = NewConnectionError(pool, "Connection refused")
    return requests.ConnectionError(MaxRetryError(pool, url, why))


@contextmanager
def serving(rest: Rest) -> Iterator[str]:
    """The API on a port of this machine, while inside: its address, for ``TwilioSettings.api_url``.

    A request that is not answered has its connection closed; that none comes about cannot be had here.
    """
    server = _Server((LOCAL, 0), _Handler)
    server.rest = rest
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://{LOCAL}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    rest: Rest


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        form = tuple(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
        parts, rest = urlsplit(self.path), self.server.rest
        query = tuple(parse_qsl(parts.query, keep_blank_values=True))
        asked = Asked(self.command, _behind_account(parts.path, rest), query, form)
        trouble = rest.trouble(asked)
        reply = rest.answer(asked, self._user()) if trouble is None or trouble.done else None
        answer = reply if trouble is None else trouble.reply
        self.close_connection = answer is None
        if answer is not None:
            self._send(answer)
        rest.tell(reply)

    do_GET = do_POST = do_DELETE = _answer  # noqa: N815 - names that http.server gives

    def _user(self) -> tuple[str, str]:
        given = self.headers.get("Authorization", "").removeprefix("Basic ")
        user, _, secret = b64decode(given).decode().partition(":")
        return user, secret

    def _send(self, reply: Reply) -> None:
        body = reply.body if isinstance(reply.body, bytes) else _text(reply).encode()
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _behind_account(path: str, rest: Rest) -> str:
    """A path as ``Asked`` has it; one of another account as it is, which is not found."""
    return path.removeprefix(f"/{API_VERSION}/Accounts/{rest.platform.account}")


def _pairs(values: Mapping[str, Any] | None) -> Pairs:
    """Names and values as they go over the line: several of one name one after another."""
    given = ((name, value) for name, value in (values or {}).items() if value is not None)
    lists = ((name, value if isinstance(value, list) else [value]) for name, value in given)
    return tuple((name, str(value)) for name, each in lists for value in each)


def _text(reply: Reply) -> str:
    return reply.body.decode("latin-1") if isinstance(reply.body, bytes) else json.dumps(reply.body)
