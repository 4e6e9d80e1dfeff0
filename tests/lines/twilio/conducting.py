"""Many calls at once, every turn of which goes to another service; some requests come twice, some late.

A request whose answer Twilio does not get may be delivered again while the first is still under way, or come
in itself when the call is turns further: here both happen, at every turn of every script.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import requests

from tests.lines.twilio.service import ACCOUNT, AT, INBOUND, sign

TWICE, LATE = 10, 20  # one request in ten comes to two services at once, one in twenty again and later
LATEST = 3  # turns later
CLIENTS = 24  # requests under way at once

Deed = Mapping[str, str]  # what the caller, or somebody at the department, does, in Twilio's parameters


def key(pressed: str) -> Deed:
    return {"Digits": pressed}


NOBODY: Deed = {"DialCallStatus": "no-answer"}
SPOKEN: Deed = {
    "RecordingSid": "RE" + "e" * 32,
    "RecordingUrl": f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Recordings/RE{'e' * 32}",
    "RecordingDuration": "9",
    "Digits": "#",
}
TALKED: Deed = {"DialCallStatus": "completed", "DialBridged": "true"}


def words(said: str, confidence: str = "0.9") -> Deed:
    return {"SpeechResult": said, "Confidence": confidence}


WORDS = words("Pārdošana.")
SILENCE: Deed = {}
# Calls of five turns after the first.
SCRIPTS: Sequence[Sequence[Deed]] = (
    (key("1"), NOBODY, key("1"), SPOKEN, key("1")),  # a message
    (key("1"), NOBODY, key("1"), SPOKEN, key("2")),  # a message that is spoken anew
    (key("#"), key("*"), key("4"), key("1"), key("2")),  # an answer, in the other language
    (WORDS, TALKED, key("1"), key("0"), NOBODY),  # two departments
    (SILENCE, key("7"), key("1"), NOBODY, SILENCE),  # asked again and again
    (words("Pārdošana.", "0.2"), words("Jā."), TALKED, words("Kāda ir jūsu adrese?"), words("Nē, paldies.")),
    (words("Vai var nākt ar suni?"), words("Es gribu pirkt."), NOBODY, words("Atstāt ziņu."), SPOKEN),
)


@dataclass
class Caller:
    """One call as Twilio holds it."""

    number: int
    answers: list[str] = field(default_factory=list)  # TwiML, in the order of the turns

    @property
    def call_id(self) -> str:
        return f"CA{self.number:032x}"

    @property
    def script(self) -> Sequence[Deed]:
        return SCRIPTS[self.number % len(SCRIPTS)]

    def request(self, turn: int) -> tuple[str, Mapping[str, str]]:
        """The request that follows the answer before: the first, one by script, or that of the hang-up."""
        form = {**INBOUND, "CallSid": self.call_id, "From": f"+3712{self.number:07d}"}
        if turn == 0:
            return AT.voice(), form
        if turn > len(self.script):
            return AT.status(), form | {"CallStatus": "completed"}
        return _action(self.answers[-1]), form | self.script[turn - 1]


def turns() -> range:
    """Of every call: the first, those of its script, the hang-up."""
    return range(len(SCRIPTS[0]) + 2)


def _action(twiml: str) -> str:
    """Where Twilio goes on once what the last verb waits for has come."""
    waits = [verb for verb in ET.fromstring(twiml) if verb.tag in {"Gather", "Dial", "Record"}]  # noqa: S314
    return waits[-1].attrib["action"]


@dataclass(frozen=True)
class Delivery:
    """A request that arrives once more, and what it got the first time."""

    due: int  # the turn in which it arrives
    place: str
    url: str
    form: Mapping[str, str]
    answer: str


@dataclass
class Conductor:
    """Plays calls against services, which are found at ``places``."""

    places: Sequence[str]  # "http://127.0.0.1:8081"
    twice: int = 0  # requests that came to two services at once
    late: int = 0  # requests that came again later
    differing: list[str] = field(default_factory=list)  # requests that got two answers
    _web: threading.local = field(default_factory=threading.local)

    def play(self, callers: Sequence[Caller]) -> None:
        """All calls at once, turn by turn."""
        waiting: list[Delivery] = []
        with ThreadPoolExecutor(CLIENTS) as pool, ThreadPoolExecutor(CLIENTS) as beside:
            for turn in range(len(turns()) + LATEST):
                due = [each for each in waiting if each.due == turn]
                again = [pool.submit(self._deliver_late, each) for each in due]
                taken = callers if turn in turns() else ()
                asked = [pool.submit(self._take, caller, turn, beside) for caller in taken]
                waiting += [each for of in asked if (each := of.result())]
                wait(again)

    def _take(self, caller: Caller, turn: int, beside: Executor) -> Delivery | None:
        """One turn of a call; what is to arrive again later, if anything is."""
        url, form = caller.request(turn)
        here, there = (self.places[(caller.number + turn + by) % len(self.places)] for by in (0, 1))
        place = caller.number * len(turns()) + turn
        second = beside.submit(self._post, there, url, form) if place % TWICE == 3 else None
        caller.answers.append(answer := self._post(here, url, form))
        if second:
            self._compare(url, form, answer, second.result())
            self.twice += 1
        if place % LATE == 8:
            return Delivery(turn + 1 + place % LATEST, there, url, form, answer)
        return None

    def _deliver_late(self, late: Delivery) -> None:
        self._compare(late.url, late.form, late.answer, self._post(late.place, late.url, late.form))
        self.late += 1

    def _compare(self, url: str, form: Mapping[str, str], first: str, second: str) -> None:
        if first != second:
            self.differing.append(f"{form['CallSid']} {url}: {first} / {second}")

    def _post(self, place: str, url: str, form: Mapping[str, str]) -> str:
        if not hasattr(self._web, "session"):
            self._web.session = requests.Session()
            self._web.session.trust_env = False
        there = place + urlsplit(url)._replace(scheme="", netloc="").geturl()
        headers = {"X-Twilio-Signature": sign(url, form)}
        with self._web.session.post(there, data=form, headers=headers, timeout=60) as reply:
            reply.raise_for_status()
            return reply.text
