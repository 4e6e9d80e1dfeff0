"""Twilio's REST API on the stand-in: calls, numbers and recordings of one account, and troubles to order.

Fields, their values and the codes of errors are those of Twilio's OpenAPI description (api.v2010) and of its
dictionary of errors. A field that is not known there is refused: a slip of the pen is not to go unnoticed.
"""

from __future__ import annotations

import io
import re
import wave
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlencode

from ivr.lines.twilio.standin.call import NOT_YET, OVER, Call
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.platform import API_VERSION, Kept, Platform
from ivr.lines.twilio.standin.values import E164

CREATED = 201  # status of HTTP
MOST_ON_A_PAGE, ON_A_PAGE = 1_000, 50
OF_A_CALL = frozenset(
    {
        *("To", "From", "Url", "Method", "FallbackUrl", "FallbackMethod", "Timeout"),
        *("StatusCallback", "StatusCallbackEvent", "StatusCallbackMethod"),
        *("MachineDetection", "AsyncAmd", "AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod"),
    }
)
OF_A_CHANGE = frozenset({"Url", "Method", "Status"})
OF_A_PAUSE = frozenset({"Status", "PauseBehavior"})
OF_A_LIST = frozenset({"To", "From", "Status", "ParentCallSid", "PageSize", "Page", "PageToken"})
# Fields of a number → how its calls are handled then.
OF_A_NUMBER: Mapping[str, str] = {
    "VoiceUrl": "url",
    "VoiceMethod": "method",
    "VoiceFallbackUrl": "fallback_url",
    "VoiceFallbackMethod": "fallback_method",
    "StatusCallback": "status_callback",
    "StatusCallbackMethod": "status_callback_method",
}

Pairs = tuple[tuple[str, str], ...]  # names and values, in the order in which they came


@dataclass(frozen=True, slots=True)
class Asked:
    """A request."""

    method: str
    path: str  # behind the account: "/Calls.json"
    query: Pairs = ()
    form: Pairs = ()

    def get(self, name: str, otherwise: str = "") -> str:
        """The first value of a parameter."""
        return next((value for key, value in (*self.form, *self.query) if key == name), otherwise)

    def every(self, name: str) -> tuple[str, ...]:
        """All its values."""
        return tuple(value for key, value in (*self.form, *self.query) if key == name)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    status: int  # of HTTP
    body: Mapping[str, Any] | bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What goes wrong with one request, once."""

    on: re.Pattern[str]  # method and path: re.compile("POST /Calls.json")
    reply: Reply | None = None  # None: nothing comes back
    done: bool = False  # what was asked for is done all the same
    connected: bool = True  # False: not even a connection comes about


class RefusedError(Exception):
    """An error that Twilio answers."""

    def __init__(self, status: int, code: int, message: str) -> None:
        self.reply = Reply(status, {"code": code, "message": message, "status": status})
        super().__init__(message)


def too_many(on: str, retry_after: int | None = None) -> Trouble:
    """Twilio has no time for a request."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    told = {"code": 20429, "message": "Too many requests", "status": 429}
    return Trouble(re.compile(on), Reply(429, told, headers))


def broken(on: str, done: bool = False) -> Trouble:
    """Twilio fails over a request, before or after it has ``done`` what it asks for."""
    told = {"code": 20500, "message": "Internal server error", "status": 500}
    return Trouble(re.compile(on), Reply(500, told), done)


def unanswered(on: str, done: bool) -> Trouble:
    """No answer comes to a request, whether or not it was ``done``."""
    return Trouble(re.compile(on), None, done)


def unreachable(on: str) -> Trouble:
    """No connection comes about."""
    return Trouble(re.compile(on), None, connected=False)


@dataclass
class Rest:
    """The API of one account. May be asked from any thread."""

    platform: Platform
    users: Mapping[str, str]  # Account SID, or SID of an API key → its secret
    refuses: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # number → status and code for it
    ordered: Callable[[Call], None] = lambda _: None  # is told of each call that was ordered
    troubles: deque[Trouble] = field(default_factory=deque)  # to come, the next one first
    asked: list[Asked] = field(default_factory=list)
    _at: dict[tuple[str, str], datetime] = field(default_factory=dict)  # CallSid and status → since when

    def answer(self, asked: Asked, user: tuple[str, str]) -> Reply:
        """Do what is asked for.

        Args:
            user: who asks, and the secret.
        """
        self.asked.append(asked)
        if self.users.get(user[0]) != user[1]:
            return RefusedError(401, 20003, "Authenticate").reply
        try:
            return self._does(asked)(asked)
        except RefusedError as error:
            return error.reply

    def trouble(self, asked: Asked) -> Trouble | None:
        """What goes wrong with this request; it does so no more afterwards."""
        told = f"{asked.method} {asked.path}"
        found = next((trouble for trouble in self.troubles if trouble.on.search(told)), None)
        if found is not None:
            self.troubles.remove(found)
        return found

    def tell(self, reply: Reply | None) -> None:
        """Whoever plays the people may begin with the call that ``reply`` is about, if it is a new one."""
        if reply is not None and reply.status == CREATED and isinstance(reply.body, Mapping):
            self.ordered(self.platform.calls[reply.body["sid"]])

    def _does(self, asked: Asked) -> Callable[[Asked], Reply]:
        told = f"{asked.method} {asked.path}"
        for pattern, does in _TABLE:
            if found := pattern.fullmatch(told):
                return lambda request: does(self, request, *found.groups())
        raise RefusedError(404, 20404, f"The requested resource {asked.path} was not found")

    # ── Calls ───────────────────────────────────────────────────────────────────────────────────

    def _create_call(self, asked: Asked) -> Reply:
        _known(asked.form, OF_A_CALL)
        to, shown = asked.get("To"), asked.get("From")
        self._check_numbers(to, shown)
        if not asked.get("Url").startswith(("http://", "https://")):
            raise RefusedError(400, 21205, f"Url is not a valid URL: {asked.get('Url')}")
        call = self.platform.call_out(to, shown, _handling(asked))
        self._seen(call)
        return Reply(CREATED, self._call(call))

    def _check_numbers(self, to: str, shown: str) -> None:
        if not to:
            raise RefusedError(400, 21201, "No 'To' number is specified")
        if not E164.fullmatch(to):
            raise RefusedError(
                400, 21211, f"The phone number you are attempting to call, {to}, is not valid."
            )
        if to in self.refuses:
            status, code = self.refuses[to]
            raise RefusedError(status, code, f"Account not authorized to call {to}.")
        if shown not in self.platform.numbers:
            raise RefusedError(400, 21210, f"The source phone number provided, {shown}, is not yet verified.")

    def _list_calls(self, asked: Asked) -> Reply:
        _known(asked.query, OF_A_LIST)
        wanted = [
            call
            for call in reversed([*self.platform.calls.values()])
            if _fits(asked, self._status(call), call)
        ]
        return _page(asked, "calls", [self._call(call) for call in wanted], self.platform.account)

    def _fetch_call(self, _: Asked, sid: str) -> Reply:
        return Reply(200, self._call(self._found(sid)))

    def _change_call(self, asked: Asked, sid: str) -> Reply:
        _known(asked.form, OF_A_CHANGE)
        call, url = self._found(sid), asked.get("Url")
        if call.over or (url and call.status in NOT_YET):
            raise RefusedError(400, 21220, "Call is not in-progress. Cannot redirect.")
        if url:
            call.redirect(url, asked.get("Method", "POST"))
        elif asked.get("Status") == "completed" or call.status in NOT_YET:
            call.end()
        return Reply(200, self._call(call))

    def _found(self, sid: str) -> Call:
        if sid not in self.platform.calls:
            raise RefusedError(404, 20404, f"The requested resource /Calls/{sid}.json was not found")
        return self.platform.calls[sid]

    def _status(self, call: Call) -> str:
        """As REST has it, which knows no "initiated"."""
        return "queued" if call.status == "initiated" else call.status

    def _seen(self, call: Call) -> str:
        """When the call came to the status that it has, as far as anybody has looked."""
        at = self._at.setdefault((call.sid, call.status), self.platform.clock())
        return format_datetime(at)

    def _call(self, call: Call) -> dict[str, Any]:
        created = self._at.setdefault((call.sid, ""), self.platform.clock())
        over, now = call.status in OVER, self._seen(call)
        return {
            "sid": call.sid,
            "account_sid": self.platform.account,
            "parent_call_sid": call.parent.sid if call.parent else None,
            "api_version": API_VERSION,
            "to": call.to,
            "to_formatted": call.to,
            "from": call.from_,
            "from_formatted": call.from_,
            "direction": call.direction,
            "status": self._status(call),
            "date_created": format_datetime(created),
            "date_updated": now,
            "start_time": None if call.status in NOT_YET else format_datetime(created),
            "end_time": now if over else None,
            "duration": str(round(call.seconds)) if over else None,
            "answered_by": None,
            "price": None,
            "price_unit": "USD",
            "queue_time": "0",
            "uri": f"/{API_VERSION}/Accounts/{self.platform.account}/Calls/{call.sid}.json",
        }

    # ── Numbers ─────────────────────────────────────────────────────────────────────────────────

    def _list_numbers(self, asked: Asked) -> Reply:
        numbers = [self._number(number) for number in self.platform.numbers]
        return _page(asked, "incoming_phone_numbers", numbers, self.platform.account)

    def _change_number(self, asked: Asked, sid: str) -> Reply:
        _known(asked.form, frozenset(OF_A_NUMBER))
        number = next((each for each in self.platform.numbers if number_sid(each) == sid), None)
        if number is None:
            raise RefusedError(404, 20404, f"The requested resource {asked.path} was not found")
        changed = {OF_A_NUMBER[name]: value for name, value in asked.form}
        self.platform.numbers[number] = replace(self.platform.numbers[number], **changed)  # type: ignore[arg-type]
        return Reply(200, self._number(number))

    def _number(self, number: str) -> dict[str, Any]:
        handling = self.platform.numbers[number]
        own = {_snake(name): getattr(handling, to) for name, to in OF_A_NUMBER.items()}
        elsewhere = {"voice_application_sid": None, "trunk_sid": None, "voice_receive_mode": "voice"}
        named = {"sid": number_sid(number), "phone_number": number, "friendly_name": number}
        return {**named, **own, **elsewhere, "capabilities": {"voice": True, "sms": False}}

    # ── Recordings, and the account ─────────────────────────────────────────────────────────────

    def _sound(self, _: Asked, sid: str) -> Reply:
        return Reply(200, _silence(self._kept(sid).seconds), {"Content-Type": "audio/x-wav"})

    def _delete_recording(self, _: Asked, sid: str) -> Reply:
        del self.platform.kept[self._kept(sid).sid]
        return Reply(204)

    def _change_recording(self, asked: Asked, sid: str) -> Reply:
        """Of the recording that goes on: pause it, or let it go on."""
        _known(asked.form, OF_A_PAUSE)
        call = self._found(sid)
        if call.over or not call.monitored:
            raise RefusedError(404, 20404, f"The requested resource {asked.path} was not found")
        status = asked.get("Status")
        if status not in {"paused", "in-progress"}:
            raise RefusedError(400, 20001, f"Invalid Status {status}")
        call.paused = status == "paused"
        return Reply(200, {"call_sid": sid, "status": status, "account_sid": self.platform.account})

    def _kept(self, sid: str) -> Kept:
        if sid not in self.platform.kept:
            raise RefusedError(404, 20404, f"The requested resource /Recordings/{sid} was not found")
        return self.platform.kept[sid]

    def _account(self, _: Asked) -> Reply:
        return Reply(200, {"sid": self.platform.account, "status": "active", "type": "Full"})


def number_sid(number: str) -> str:
    """The id of a number of the account, which is made of it."""
    return f"PN{number.lstrip('+'):0>32}"


def _known(given: Iterable[tuple[str, str]], fields: frozenset[str]) -> None:
    for name, _ in given:
        if name not in fields:
            raise RefusedError(400, 20001, f"Unknown parameter {name}")


def _handling(asked: Asked) -> Handling:
    detects = (
        asked.get("MachineDetection") in {"Enable", "DetectMessageEnd"} and asked.get("AsyncAmd") == "true"
    )
    return Handling(
        url=asked.get("Url"),
        method=asked.get("Method", "POST"),
        fallback_url=asked.get("FallbackUrl"),
        fallback_method=asked.get("FallbackMethod", "POST"),
        status_callback=asked.get("StatusCallback"),
        status_callback_method=asked.get("StatusCallbackMethod", "POST"),
        status_callback_event=asked.every("StatusCallbackEvent") or ("completed",),
        async_amd_status_callback=asked.get("AsyncAmdStatusCallback") if detects else "",
        timeout=int(asked.get("Timeout", "60")),
    )


def _fits(asked: Asked, status: str, call: Call) -> bool:
    parent = call.parent.sid if call.parent else ""
    given = {"To": call.to, "From": call.from_, "Status": status, "ParentCallSid": parent}
    return all(asked.get(name) in {"", value} for name, value in given.items())


def _page(asked: Asked, name: str, found: list[dict[str, Any]], account: str) -> Reply:
    size = min(int(asked.get("PageSize", str(ON_A_PAGE))), MOST_ON_A_PAGE)
    page = int(asked.get("Page", "0"))
    start, more = page * size, len(found) > (page + 1) * size
    same = [(key, value) for key, value in asked.query if key not in {"Page", "PageToken"}]
    following = f"/{API_VERSION}/Accounts/{account}{asked.path}?{urlencode([*same, ('Page', page + 1)])}"
    told = {"page": page, "page_size": size, "next_page_uri": following if more else None}
    return Reply(200, {name: found[start : start + size], **told})


def _silence(seconds: int) -> bytes:
    """A wav file: 8 kHz, 16 bit, mono."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, 8_000, 0, "NONE", ""))
        writer.writeframes(bytes(2 * 8_000 * seconds))
    return file.getvalue()


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _paths() -> Iterator[tuple[re.Pattern[str], Callable[..., Reply]]]:
    sid = r"/((?:CA|PN|RE)[0-9a-zA-Z]{32})"
    yield re.compile(r"POST /Calls\.json"), Rest._create_call
    yield re.compile(r"GET /Calls\.json"), Rest._list_calls
    yield re.compile(rf"GET /Calls{sid}\.json"), Rest._fetch_call
    yield re.compile(rf"POST /Calls{sid}\.json"), Rest._change_call
    yield re.compile(rf"POST /Calls{sid}/Recordings/Twilio\.CURRENT\.json"), Rest._change_recording
    yield re.compile(r"GET /IncomingPhoneNumbers\.json"), Rest._list_numbers
    yield re.compile(rf"POST /IncomingPhoneNumbers{sid}\.json"), Rest._change_number
    yield re.compile(rf"GET /Recordings{sid}\.wav"), Rest._sound
    yield re.compile(rf"DELETE /Recordings{sid}\.json"), Rest._delete_recording
    yield re.compile(r"GET \.json"), Rest._account


_TABLE = tuple(_paths())
