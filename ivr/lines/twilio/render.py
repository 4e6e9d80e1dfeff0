"""A turn as TwiML. Pure: what a sentence sounds like is decided by a Speaker, all else follows from the turn.

Sources: Twilio's documentation of TwiML for voice, a page to each verb and noun that is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from typing import Any, TypeVar

from twilio.twiml.voice_response import Gather, Start, VoiceResponse

from ivr.calls.desk import LiveCall
from ivr.conversation.actions import (
    Ask,
    AwaitSilence,
    Conclude,
    DropMessage,
    HangUp,
    KeepMessage,
    MakePromise,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    PauseRecording,
    Raise,
    Record,
    Remember,
    ResumeRecording,
    Say,
    SettlePromise,
    Transfer,
    Wait,
)
from ivr.errors import SpeechError
from ivr.lines.twilio import ringing
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.document import Written, text
from ivr.lines.twilio.ears import ears
from ivr.lines.twilio.form import MalformedError
from ivr.lines.twilio.saying import Play, Speak, Speaker
from ivr.lines.twilio.verbs import add, dial, enqueue, one_key, queue_of, shown_number
from ivr.log import logger
from ivr.phrases.compose import compose

W = TypeVar("W", bound=Wait)
OFFER_SECONDS = 30  # between two offers to be called back instead of waiting, as in Asterisk's queues
ACCEPT_SECONDS = 5  # to press a key after the briefing
SPEECH_PAUSE = 1  # seconds of silence after the first words of whoever picks up a call of ours
LISTEN_SECONDS = 2  # to whoever picks up a call of ours


def render(live: LiveCall, addresses: Addresses, speak: Speaker) -> str:
    """What is said and done in this turn. Raises SpeechError where a sentence could not be said."""
    page = _Page(live, addresses, speak)
    for place, action in enumerate(live.turn.actions):
        _RENDER[type(action)](page, str(place), action)
    return text(page.response)


def skipped(live: LiveCall, addresses: Addresses, key: str) -> str:
    """The recording of this turn at once, after a key during what invites to it.

    Raises:
        MalformedError: the turn records nothing.
    """
    response = VoiceResponse()
    _record(response, live, addresses, _wait(live, Record), key)
    return text(response)


# ── To the department ───────────────────────────────────────────────────────────────────────────


def whisper(live: LiveCall, addresses: Addresses, speak: Speaker) -> str:
    """What whoever answers a transfer hears: the briefing, a second time where no key is pressed, the end.

    <Number url> allows <Play>, <Say>, <Gather> and <Hangup>, and connects where they come to their end.

    Raises:
        MalformedError: the turn transfers nobody.
    """
    briefing, response = _wait(live, Transfer).briefing, VoiceResponse()
    try:
        sounds = [speak(live, f"b{place}", sentence) for place, sentence in enumerate(briefing)]
    except SpeechError as error:
        logger().error("briefing_unsaid", call_id=live.call.call_id, error=str(error))
        return text(response)  # better connected without a briefing than not at all
    for _ in range(2):
        gather = one_key(addresses.accepted(live.call.call_id, live.first), ACCEPT_SECONDS)
        add(gather, sounds)
        response.append(gather)
    response.hangup()
    return text(response)


def accepted(accepts: bool) -> str:
    """After the key of whoever answered: nothing, which connects the two, or the end of that leg."""
    return text(VoiceResponse()) if accepts else hang_up()


# ── In a queue ──────────────────────────────────────────────────────────────────────────────────


def waiting(live: LiveCall, addresses: Addresses, speak: Speaker, waited: int, wants_callback: bool) -> str:
    """What a caller hears in a queue, for OFFER_SECONDS: how to be called back instead, and ringing.

    Args:
        waited: seconds in the queue so far.
        wants_callback: the caller has pressed the key for it.

    Raises:
        MalformedError: the turn transfers nobody.
        SpeechError: a sentence could not be said.
    """
    seconds = live.company.departments[_wait(live, Transfer).department].rings.seconds
    offered = live.company.callbacks.offered
    if waited >= seconds or (wants_callback and offered):
        return leave()
    if not offered:
        return holding(addresses, seconds, waited)
    response = VoiceResponse()
    gather = one_key(addresses.waiting(live.first, seconds), 1)
    if waited:
        sentence = compose(live.company, live.turn.state.language, "queue.callback")
        add(gather, [speak(live, "queue", sentence)])
    _ring(gather, addresses, seconds - waited)
    response.append(gather)
    return text(response)


def holding(addresses: Addresses, seconds: int, waited: int) -> str:
    """The same for whoever is offered nothing else: ringing, until ``seconds`` have passed."""
    if waited >= seconds:
        return leave()
    response = VoiceResponse()
    _ring(response, addresses, seconds - waited)
    return text(response)


def _ring(element: Any, addresses: Addresses, left: int) -> None:
    rings = ceil(min(left, OFFER_SECONDS) / ringing.SECONDS)
    element.play(addresses.sound(ringing.NAME), loop=rings)


def leave() -> str:
    """The end of waiting: how it ended is told to the transfer's page."""
    response = VoiceResponse()
    response.leave()
    return text(response)


# ── Calls of ours, and any ──────────────────────────────────────────────────────────────────────


def listen(addresses: Addresses, attempt: str, language: str) -> str:
    """To whoever has picked up a call of ours: they speak first, or stay silent for two seconds.

    Args:
        language: by which Twilio listens, a BCP 47 tag.
    """
    response = VoiceResponse()
    response.gather(
        input="speech",
        action=addresses.spoken(attempt),
        timeout=LISTEN_SECONDS,
        speech_timeout=SPEECH_PAUSE,
        action_on_empty_result=True,
        language=language,
    )
    return text(response)


def hang_up() -> str:
    """The end of the call."""
    response = VoiceResponse()
    response.hangup()
    return text(response)


# ── A turn ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Page:
    """TwiML in the making."""

    live: LiveCall
    addresses: Addresses
    speak: Speaker
    response: VoiceResponse = field(default_factory=VoiceResponse)
    unsaid: list[Play | Speak] = field(default_factory=list)  # collected for the next verb

    def say(self, place: str, action: Say) -> None:
        """Kept back: what is said up to a question stands within it, so that any key interrupts."""
        self.unsaid.append(self.speak(self.live, place, action.sentence))

    def monitor_call(self, _: str, __: MonitorCall) -> None:
        """What was said so far (the notice) is heard to its end; only then is anything recorded."""
        self._speak(self.response)
        start = Start()
        # The recording may be needed as evidence: whole, with both sides in one channel.
        start.recording(
            recording_status_callback=self.addresses.monitored(self.live.first),
            trim="do-not-trim",
            channels="mono",
        )
        self.response.append(start)

    def nothing(self, _: str, __: object) -> None:
        """The records have written it, or Twilio does it by itself; nothing of it is for the line."""

    def ask(self, _: str, action: Ask) -> None:
        """What is to be said, and the wait for an answer to it."""
        said, self.unsaid = tuple(self.unsaid), []
        heard = tuple(ears(self.live, action).items())
        there, seconds = self.addresses.turn(self.live.number), max(ceil(action.seconds), 1)
        self.response.append(_question(said, there, seconds, action.digits, heard))

    def record(self, _: str, action: Record) -> None:
        """What invites to speak, which a key skips, and the recording."""
        if self.unsaid:
            gather = one_key(self.addresses.skipped(self.live.first), 1)
            self._speak(gather)
            self.response.append(gather)
        _record(self.response, self.live, self.addresses, action)

    def transfer(self, _: str, action: Transfer) -> None:
        """What announces it, and the ringing, or the wait in a queue."""
        self._speak(self.response)
        rings, number = self.live.company.departments[action.department].rings, self.live.number
        if not rings.twilio:
            self.response.redirect(self.addresses.unreachable(number))
        elif queue := queue_of(rings):
            there = self.addresses.queued(number, rings.seconds)
            enqueue(self.response, queue, there, self.addresses.waiting(self.live.first, rings.seconds))
        else:
            call = self.live.call
            shown = shown_number(self.live.company, call.caller, call.called)
            dial(self.response, rings, self.addresses.transfer(number), shown, self._whisper(action))

    def hang_up(self, _: str, __: HangUp) -> None:
        """The goodbye is heard to its end, then the call is over."""
        self._speak(self.response)
        self.response.hangup()

    def _whisper(self, action: Transfer) -> str | None:
        briefed = action.accept and action.briefing
        return self.addresses.whisper(self.live.call.call_id, self.live.first) if briefed else None

    def _speak(self, element: Any) -> None:
        said, self.unsaid = self.unsaid, []
        add(element, said)


_RENDER: Mapping[type, Callable[[_Page, str, Any], None]] = {
    Say: _Page.say,
    MonitorCall: _Page.monitor_call,
    **dict.fromkeys(
        (
            *(PauseRecording, ResumeRecording),  # asked of Twilio in another way
            *(KeepMessage, DropMessage, MakePromise, MovePromise, SettlePromise),
            *(OptOut, Remember, Note, Raise, Conclude),
        ),
        _Page.nothing,
    ),
    AwaitSilence: _Page.nothing,  # Twilio's detection waits for the end of a machine's greeting
    Ask: _Page.ask,
    Record: _Page.record,
    Transfer: _Page.transfer,
    HangUp: _Page.hang_up,
}


@lru_cache(maxsize=2_048)  # every caller is asked the same
def _question(
    said: tuple[Play | Speak, ...], there: str, seconds: int, digits: int, heard: tuple[tuple[str, Any], ...]
) -> Written:
    gather = Gather(
        action=there,
        timeout=seconds,
        num_digits=digits,
        # Twilio leaves out the key that ends: it must be none where one key is the answer.
        finish_on_key="" if digits == 1 else "#",
        action_on_empty_result=True,
        **dict(heard),
    )
    add(gather, said)
    return Written(gather)


def _record(
    response: VoiceResponse, live: LiveCall, addresses: Addresses, action: Record, key: str = ""
) -> None:
    """A recording after a tone; Twilio may go on after one that is empty, without asking its action."""
    there = addresses.recording(live.number, action.silence, key)
    response.record(
        action=there,
        max_length=action.seconds,
        timeout=action.silence,
        finish_on_key="1234567890*#",
        play_beep=True,
        trim="do-not-trim",  # then it is certain how long somebody spoke, see ``parse.recorded``
        # Not of an absent one: who is still there is led on below, and who is gone is not asked anew.
        recording_status_callback=there,
    )
    response.redirect(addresses.unrecorded(live.number))


def _wait(live: LiveCall, kind: type[W]) -> W:
    wait = live.turn.actions[-1]
    if not isinstance(wait, kind):
        raise MalformedError(f"turn is {live.first}, which does not end in {kind.__name__}.")
    return wait
