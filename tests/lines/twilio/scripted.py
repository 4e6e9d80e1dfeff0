"""Twilio's REST API as a script: what comes back, one request after another."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.structures import CaseInsensitiveDict
from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.exceptions import MaxRetryError, NameResolutionError, NewConnectionError, ProtocolError
from urllib3.exceptions import SSLError as TlsError

from tests.lines.twilio.service import ACCOUNT, TOKEN

SID = "CA" + "7" * 32


def replied(status: int, body: object = "", **headers: str) -> Response:
    """An answer; ``body`` is JSON unless it is a text."""
    text = body if isinstance(body, str) else json.dumps(body)
    return Response(status, text, CaseInsensitiveDict({k.replace("_", "-"): v for k, v in headers.items()}))


def refused(status: int, code: int, **headers: str) -> Response:
    """An error as Twilio tells it."""
    return replied(status, {"code": code, "message": "It is not to be.", "status": status}, **headers)


def call(status: str = "queued", sid: str = SID, **fields: object) -> dict[str, object]:
    """A call as Twilio tells it."""
    usual = {"sid": sid, "status": status, "to": "+37120000001", "from": "+37167000102"}
    made = {"direction": "outbound-api", "date_created": "Wed, 25 Nov 2026 08:00:02 +0000"}
    return {**usual, **made, "end_time": None, "answered_by": None, **fields}


def listed(*calls: dict[str, object]) -> Response:
    """A page of a list."""
    return replied(200, {"calls": list(calls), "page": 0, "next_page_uri": None})


def no_connection(why: type[Exception] = NewConnectionError) -> Exception:
    """As ``requests`` tells that there is none."""
    if why is NameResolutionError:
        cause: Exception = NameResolutionError("api.twilio.com", None, OSError("no such name"))
    elif why is TlsError:
        cause = TlsError(OSError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate has expired"))
        return requests.exceptions.SSLError(MaxRetryError(None, "/", cause))
    else:
        cause = NewConnectionError(None, "Connection refused")
    return requests.ConnectionError(MaxRetryError(None, "/", cause))


def cut_off() -> Exception:
    """As ``requests`` tells that the connection was closed while an answer was awaited."""
    return requests.ConnectionError(ProtocolError("Connection aborted.", ConnectionResetError(104)))


@dataclass
class Scripted(HttpClient):
    """An HttpClient. What comes is answered as it is, or raised; the last stands."""

    coming: list[Response | Exception] = field(default_factory=list)
    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)  # method, path, parameters

    def __post_init__(self) -> None:
        super().__init__(logging.getLogger("scripted"), is_async=False)

    def request(self, method, url, params=None, data=None, **_) -> Response:
        self.asked.append((method, url.partition(ACCOUNT)[2], {**(params or {}), **(data or {})}))
        come = self.coming.pop(0) if len(self.coming) > 1 else self.coming[0]
        if isinstance(come, Exception):
            raise come
        return come

    def client(self) -> Client:
        return Client(ACCOUNT, TOKEN, http_client=self)
