"""TwiML performed step by step, as the pages of Twilio's documentation about each verb say.

A performance is a generator: it gives what the call waits for, and is sent what happened.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ivr.lines.twilio.standin import dialling, queueing, recording
from ivr.lines.twilio.standin.gathering import gathered
from ivr.lines.twilio.standin.rules import BEFORE_BRIDGE, IN_CALL
from ivr.lines.twilio.standin.twiml import TwimlError, read
from ivr.lines.twilio.standin.verbs import (
    Dial,
    Enqueue,
    Gather,
    Hangup,
    Leave,
    Pause,
    Play,
    Prompt,
    Record,
    Redirect,
    Reject,
    Response,
    Say,
    Start,
    Verb,
)
from ivr.lines.twilio.standin.waits import (
    CallerGone,
    Did,
    Diverted,
    Ended,
    FailedError,
    Gathers,
    Go,
    HangsUp,
    How,
    Redirected,
    Steps,
    Taken,
    TakenOut,
    Wait,
)
from ivr.lines.twilio.standin.webhooks import WebhookError

if TYPE_CHECKING:
    from ivr.lines.twilio.standin.call import Call

XML = frozenset({"text/xml", "application/xml"})
SOUNDS = frozenset({"audio/wav", "audio/wave", "audio/x-wav"})  # of those that Twilio plays
CONTENT_TYPE, SOUND_TYPE, CIRCLES = 12300, 13420, 0  # codes; that of running in circles is our own
MOST_DOCUMENTS = 100  # one after another, without anybody being waited for
SORRY = "We're sorry, an application error has occurred. Goodbye."
SECONDS_PER_WORD, SECONDS_PER_TONE = 0.4, 0.5  # how long what is said takes, in pretended time
ENDLESS = 1_000  # how often loop="0" repeats
_STATUSES = {How.BUSY: "busy", How.REJECTED: "no-answer"}


class Performance:
    """The documents of one call."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self._allowed = BEFORE_BRIDGE if call.parent else IN_CALL
        self._at = ""  # address of the document that is performed
        self._documents = 0  # since somebody was waited for
        self._later: list[Callable[[], None]] = []  # told once the next document is there

    def run(self, go: Go) -> Steps[Ended]:
        """Perform what an address answers, and whatever follows."""
        while True:
            try:
                how = yield from self.follow(go, self._allowed)
            except CallerGone:
                return Ended("completed")
            except FailedError:
                self.call.heard.append(Say(SORRY))
                return Ended("failed")
            except Diverted as diverted:
                go = diverted.go
            else:
                return Ended(_STATUSES.get(how, "completed"), how is How.FELL_OFF)

    def follow(self, go: Go, allowed: tuple[str, ...]) -> Steps[How]:
        """Perform documents until one does not lead on. Raises CallerGone, Diverted, FailedError."""
        following: Go | How = go
        while isinstance(following, Go):
            following = yield from self._document(following, allowed)
        return following

    def wait(self, wait: Wait) -> Steps[Did]:
        """What happens next. Raises CallerGone, Diverted, TakenOut."""
        did = yield wait
        self._documents = 0
        self._heed(did)
        return did

    def address(self, url: str) -> str:
        """A URL of a document as it is requested; empty: the document's own."""
        return urljoin(self._at, url)

    def callback(self, url: str) -> str:
        """The same of a URL that may be left out."""
        return self.address(url) if url else ""

    def request(self, go: Go) -> None:
        """Request an address of which nothing is performed any more: the caller is gone."""
        self.call.notify(go.method, go.url, {**self.call.parameters(), **go.parameters})

    def later(self, tell: Callable[[], None]) -> None:
        """Have something told once the next document is there."""
        self._later.append(tell)

    def _document(self, go: Go, allowed: tuple[str, ...]) -> Steps[Go | How]:
        at, response = self._load(go, allowed)
        for tell in self._later:
            tell()
        self._later.clear()
        if not (response.verbs and isinstance(response.verbs[0], Reject)):
            self.call.answer()
        around, self._at = self._at, at
        try:
            return (yield from self._all(response))
        finally:
            self._at = around

    def _all(self, response: Response) -> Steps[Go | How]:
        for verb in response.verbs:
            following = yield from self._perform(verb)
            if following is not None:
                return following
        return How.FELL_OFF

    def _perform(self, verb: Verb) -> Steps[Go | How | None]:  # noqa: PLR0911 - a table of verbs
        match verb:
            case Say() | Play() | Pause():
                self._say(verb)
                return None
            case Gather():
                return (yield from self._gather(verb))
            case Record():
                return (yield from recording.record(self, verb))
            case Dial():
                return (yield from dialling.dial(self, verb))
            case Enqueue():
                return (yield from queueing.enqueue(self, verb))
            case Redirect():
                return Go(self.address(verb.url), verb.method)
            case Start():
                self._start(verb)
                return None
            case Hangup():
                return How.HUNG_UP
            case Leave():
                return How.LEFT
            case Reject():
                return How.BUSY if verb.reason == "busy" else How.REJECTED

    # ── Verbs ───────────────────────────────────────────────────────────────────────────────────

    def _say(self, prompt: Prompt) -> Did | None:
        """Say it, and tell what the person does in the middle of it."""
        call = self.call
        call.seconds += self._seconds(prompt)
        if isinstance(prompt, Pause):
            return None
        (call.heard if call.queue is None else call.heard_waiting).append(prompt)
        did = call.interruption()
        if did is not None:
            self._heed(did)
        return did

    def _seconds(self, prompt: Prompt) -> float:
        """How long it lasts, in pretended time."""
        if isinstance(prompt, Pause):
            return float(prompt.length)
        if isinstance(prompt, Say):
            return len(prompt.text.split()) * SECONDS_PER_WORD * (prompt.loop or ENDLESS)
        if prompt.digits:
            return len(prompt.digits) * SECONDS_PER_TONE * (prompt.loop or ENDLESS)
        return self._sound(self.address(prompt.url)) * (prompt.loop or ENDLESS)

    def _gather(self, verb: Gather) -> Steps[Go | None]:
        did = None
        for prompt in verb.nested:
            did = self._say(prompt)
            if did is not None:
                break
        if did is None:
            did = yield from self.wait(Gathers(verb))
        found = gathered(verb, did)
        if found.waited:
            self.call.seconds += verb.timeout
        if found.parameters is None:
            return None
        return Go(self.address(verb.action), verb.method, found.parameters)

    def _start(self, verb: Start) -> None:
        call, recording_ = self.call, verb.nested[0]
        call.heard.append(verb)
        told = self.callback(recording_.recording_status_callback)
        call.monitored.append(replace(recording_, recording_status_callback=told))

    def _heed(self, did: Did) -> None:
        if isinstance(did, HangsUp):
            self.call.leave()
            raise CallerGone
        if isinstance(did, Redirected):
            raise Diverted(did.go)
        if isinstance(did, Taken):
            raise TakenOut

    # ── Documents ───────────────────────────────────────────────────────────────────────────────

    def _load(self, go: Go, allowed: tuple[str, ...]) -> tuple[str, Response]:
        """A document, or the one of the fallback URL, and its address. Raises FailedError."""
        handling = self.call.handling
        try:
            return go.url, self._get(go, allowed)
        except (WebhookError, TwimlError) as error:
            self._fault(go.url, error.code, str(error))
            if allowed != IN_CALL or not handling.fallback_url:
                raise FailedError(str(error)) from error
            about = {"ErrorCode": str(error.code), "ErrorUrl": go.url}
        try:
            instead = Go(handling.fallback_url, handling.fallback_method, about)
            return instead.url, self._get(instead, allowed)
        except (WebhookError, TwimlError) as error:
            self._fault(handling.fallback_url, error.code, str(error))
            raise FailedError(str(error)) from error

    def _get(self, go: Go, allowed: tuple[str, ...]) -> Response:
        self._documents += 1
        if self._documents > MOST_DOCUMENTS:
            raise TwimlError(CIRCLES, f"{MOST_DOCUMENTS} documents in a row waited for nobody")
        parameters: Mapping[str, str] = {**self.call.parameters(), **go.parameters}
        answer = self.call.platform.webhooks.request(go.method, go.url, parameters)
        if answer.content_type not in XML:
            raise TwimlError(CONTENT_TYPE, f'"{answer.content_type}" is not the type of a document')
        return read(answer.body, allowed)

    def _sound(self, url: str) -> float:
        """Seconds of a sound; Twilio keeps what it has fetched once, and leaves out what it cannot play."""
        sounds = self.call.platform.sounds
        if url not in sounds:
            sounds[url] = self._fetched_sound(url)
        return sounds[url]

    def _fetched_sound(self, url: str) -> float:
        try:
            answer = self.call.platform.webhooks.request("GET", url, {})
        except WebhookError as error:
            self._fault(url, error.code, str(error))
            return 0.0
        try:
            if answer.content_type not in SOUNDS:
                raise EOFError(answer.content_type)
            with wave.open(io.BytesIO(answer.body)) as sound:
                return float(sound.getnframes() / sound.getframerate())
        except (wave.Error, EOFError) as error:
            self._fault(url, SOUND_TYPE, f"This is no sound ({error}).")
            return 0.0

    def _fault(self, url: str, code: int, wrong: str) -> None:
        self.call.platform.fault(self.call, url, code, wrong)
