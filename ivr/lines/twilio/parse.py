"""A request of Twilio's as the product's event. Pure; whatever is missing or malformed is named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ivr.calls.ports import NewCall
from ivr.calls.spool import message_recording
from ivr.company.disposition import Disposition
from ivr.conversation.events import (
    AnsweredBy,
    Event,
    Heard,
    HungUp,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.lines.twilio import words
from ivr.lines.twilio.form import MalformedError, printable

Parameters = Mapping[str, str]

_SID = {kind: re.compile(rf"{kind}[0-9a-f]{{32}}") for kind in ("AC", "CA", "RE")}
_WHOLE = re.compile(r"[0-9]{1,9}")
_ATTEMPT = re.compile(r"[0-9A-Za-z_-]{1,64}")
_WORDS = 1_000  # characters of what was heard that are kept
NEXT_TO_NOTHING = 0.5  # seconds: less than one, in a recording that is there
LISTENING = 4  # seconds: two of silence, or the first words and the pause behind them
ACCEPT_KEY = "1"  # takes a call that was announced
CALLBACK_KEY = "1"  # in a queue: rather be called back than wait


# ── What every request, and our own addresses, say ──────────────────────────────────────────────


def call_sid(form: Parameters) -> str:
    """The call that a request is about. Raises MalformedError."""
    return _matching(_SID["CA"], form, "CallSid")


def account_sid(form: Parameters) -> str:
    """The account that it belongs to. Raises MalformedError."""
    return _matching(_SID["AC"], form, "AccountSid")


def turn_number(query: Parameters) -> int:
    """The turn that a request answers: ``turn`` of our address. Raises MalformedError."""
    return _whole(query, "turn")


def ring_seconds(query: Parameters) -> int:
    """How long a department rings: ``seconds`` of our address. Raises MalformedError."""
    return _whole(query, "seconds")


def attempt_id(query: Parameters) -> str:
    """The attempt that a call of ours is: ``attempt`` of our address. Raises MalformedError."""
    return _matching(_ATTEMPT, query, "attempt")


def callers_sid(query: Parameters) -> str:
    """The caller's call, in a request about the department's: ``call`` of our address. MalformedError."""
    return _matching(_SID["CA"], query, "call")


# ── Events ──────────────────────────────────────────────────────────────────────────────────────


def new_call(form: Parameters, country: str) -> NewCall:
    """A call to us.

    Args:
        country: ISO 3166 code of the country whose national numbers a caller's may be.

    Raises:
        MalformedError: CallSid, To or From is missing, or CallSid is none.
    """
    called = words.called_number(_present(form, "To"), country)
    return NewCall(call_sid(form), "twilio", called, words.caller_number(_present(form, "From"), country))


def turn_event(form: Parameters) -> Event:
    """What the caller did within a <Gather>: keys win over words, and the call's end over both.

    Of several keys Twilio leaves out the # that ended them; where it came alone, it means itself.

    Raises:
        MalformedError: Digits is none.
    """
    if over(form):
        return HungUp()
    ended_by = form.get("FinishedOnKey", "")
    keys = _keys(form, "Digits") or (ended_by if ended_by in tuple(words.KEYS) else "")
    if keys:
        return Pressed(keys)
    said = " ".join(form.get("SpeechResult", "").split())[:_WORDS]
    return Heard(said, _confidence(form)) if said else Silence()


def recorded(form: Parameters, query: Parameters) -> Recorded:
    """What a <Record> brought, told by its action or by its status callback.

    Twilio counts whole seconds, and the silence that ended a recording among them. A recording that holds
    less than a second of speech is told as half a one: it is there all the same, and has to be deleted.

    Raises:
        MalformedError: CallSid, or a parameter of the recording or of our address, is missing or none.
    """
    reference = message_recording(call_sid(form), turn_number(query))
    pressed = form.get("Digits", "")
    left = pressed == words.CALLER_LEFT or over(form)
    key = "" if left else _keys(form, "Digits")[:1]
    ended_by = key or _keys(query, "key")[:1]
    if "nothing" in query or form.get("RecordingStatus", "completed") != "completed":
        return Recorded(reference, 0.0, left, ended_by)
    silent = not (key or left or "RecordingStatus" in form)  # a status callback does not tell what ended it
    seconds = recording_seconds(form) - (_whole(query, "silence", "0") if silent else 0)
    return Recorded(reference, max(seconds, NEXT_TO_NOTHING), left, ended_by, recording_source(form))


def recording_seconds(form: Parameters) -> float:
    """How long a recording is: RecordingDuration, in whole seconds. Raises MalformedError."""
    return float(_whole(form, "RecordingDuration"))


def recording_source(form: Parameters) -> str:
    """Where Twilio keeps a recording: RecordingSid, of which its address is made. Raises MalformedError."""
    return _matching(_SID["RE"], form, "RecordingSid")


def transfer_event(form: Parameters, query: Parameters) -> Event:
    """How a <Dial> or an <Enqueue> ended; the caller may be gone by then.

    Raises:
        MalformedError: neither DialCallStatus nor QueueResult, or CallSid, QueueTime, DialSipResponseCode
            or ``seconds`` is none.
    """
    outcome = _transfer_outcome(form, query)
    if over(form):
        return HungUp(talked=outcome is TransferOutcome.TALKED)
    return TransferEnded(outcome)


def _transfer_outcome(form: Parameters, query: Parameters) -> TransferOutcome:
    if "unavailable" in query:
        return TransferOutcome.UNAVAILABLE
    if "QueueResult" in form:
        waited = _whole(form, "QueueTime", "0")  # absent where the caller never came into the queue
        return words.queue_outcome(form["QueueResult"], waited, ring_seconds(query), call_sid(form))
    bridged = {"true": True, "false": False}.get(form.get("DialBridged", ""))
    sip = _whole(form, "DialSipResponseCode", "0")
    return words.dial_outcome(_present(form, "DialCallStatus"), bridged, call_sid(form), sip)


def pressed(form: Parameters) -> str:
    """The key that was pressed; empty without one. Raises MalformedError."""
    return _keys(form, "Digits")[:1]


# ── In a queue, and on the department's telephone ───────────────────────────────────────────────


def waited(form: Parameters) -> int:
    """Seconds in the queue so far: QueueTime. Raises MalformedError."""
    return _whole(form, "QueueTime", "0")


def wants_callback(form: Parameters) -> bool:
    """Whether the caller pressed the key that asks to be called back. Raises MalformedError."""
    return pressed(form) == CALLBACK_KEY


def accepts(form: Parameters) -> bool:
    """Whether whoever answered takes the call. Raises MalformedError."""
    return pressed(form) == ACCEPT_KEY


# ── How a call goes on and ends ─────────────────────────────────────────────────────────────────


def over(form: Parameters) -> bool:
    """Whether the call that a request is about has ended. False where it does not say (recordings)."""
    return form.get("CallStatus", "") in words.ENDS


def disposition(form: Parameters) -> Disposition | None:
    """How a call of ours ended, nobody having talked; None while it goes on.

    Raises:
        MalformedError: CallStatus is missing, or SipResponseCode or CallDuration is none.
    """
    status = _present(form, "CallStatus")
    sip = _whole(form, "SipResponseCode", "0")
    found = words.end(status, sip, call_sid(form))
    left = found is Disposition.ABANDONED and bool(form.get("CallDuration")) and _is_brief(form)
    return Disposition.HUNG_UP if left else found


def _is_brief(form: Parameters) -> bool:
    """Whether they hung up while we still listened who it is: nobody is left without an answer so soon."""
    return _whole(form, "CallDuration") <= LISTENING


def answered_by(form: Parameters) -> AnsweredBy:
    """What the detection of answering machines found out. Raises MalformedError."""
    return words.answered_by(_present(form, "AnsweredBy"), call_sid(form))


def spoken_by(form: Parameters) -> AnsweredBy:
    """Who picked up, as far as the first words tell: a person, an assistant, or nobody who speaks yet."""
    said = form.get("SpeechResult", "").strip()
    if words.screens(said):
        return AnsweredBy.SCREENING
    return AnsweredBy.PERSON if said else AnsweredBy.UNCERTAIN


# ── Parameters ──────────────────────────────────────────────────────────────────────────────────


def _present(parameters: Parameters, name: str) -> str:
    value = parameters.get(name)
    if value is None:
        raise MalformedError(f"{name} is missing.")
    return value


def _matching(pattern: re.Pattern[str], parameters: Parameters, name: str) -> str:
    value = _present(parameters, name)
    if not pattern.fullmatch(value):
        raise MalformedError(f'{name} is "{printable(value)}", which it cannot be.')
    return value


def _whole(parameters: Parameters, name: str, otherwise: str | None = None) -> int:
    given = parameters if otherwise is None or parameters.get(name) else {name: otherwise}
    return int(_matching(_WHOLE, given, name))


def _keys(parameters: Parameters, name: str) -> str:
    """Keys of a telephone; those that no telephone has are left out."""
    value = parameters.get(name, "")
    if len(value) > 64 or not re.fullmatch(r"[0-9*#A-Da-d]*", value):
        raise MalformedError(f'{name} is "{printable(value)}", which are no keys.')
    return "".join(key for key in value if key in words.KEYS)


def _confidence(form: Parameters) -> float | None:
    """From 0 to 1; None where Twilio does not know (0.0), or tells what is none: words count anyway."""
    try:
        value = float(form.get("Confidence") or 0)
    except ValueError:
        return None
    return value if 0 < value <= 1 else None
