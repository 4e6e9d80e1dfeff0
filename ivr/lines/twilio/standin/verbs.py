"""TwiML as values, with the defaults that Twilio's documentation gives to what is left out.

A document may hold more than these (<Connect>, <Pay>, <Refer>, <Sms>, …): what this service never sends is
not known here.
"""

from __future__ import annotations

from dataclasses import dataclass

ANY_KEY = "1234567890*#"


@dataclass(frozen=True, slots=True)
class Say:
    """Say a text."""

    text: str
    voice: str = ""  # "Google.lv-LV-Standard-B"; empty: the account's
    language: str = ""  # "lv-LV"; empty: the voice's
    loop: int = 1  # 0: until the call ends


@dataclass(frozen=True, slots=True)
class Play:
    """Play a file, or the tones of keys."""

    url: str = ""
    digits: str = ""  # 0-9, *, #, and w for half a second of silence
    loop: int = 1  # 0: until the call ends


@dataclass(frozen=True, slots=True)
class Pause:
    """Say nothing."""

    length: int = 1  # seconds


Prompt = Say | Play | Pause


@dataclass(frozen=True, slots=True)
class Gather:
    """Collect keys or words; what is said within is interrupted by them."""

    nested: tuple[Prompt, ...] = ()
    action: str = ""  # empty: the document itself
    method: str = "POST"
    input: tuple[str, ...] = ("dtmf",)  # "dtmf", "speech"
    num_digits: int = 0  # 0: as many as come
    finish_on_key: str = "#"  # empty: no key
    timeout: int = 5  # seconds
    speech_timeout: str = ""  # seconds, or "auto"; empty: ``timeout``
    speech_model: str = ""
    max_speech_time: int = 60  # seconds
    language: str = "en-US"
    hints: tuple[str, ...] = ()
    profanity_filter: bool = True
    enhanced: bool = False
    barge_in: bool = True
    action_on_empty_result: bool = False
    partial_result_callback: str = ""
    partial_result_callback_method: str = "POST"
    debug: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Record what the caller says."""

    action: str = ""  # empty: the document itself
    method: str = "POST"
    timeout: int = 5  # seconds of silence that end it
    finish_on_key: str = ANY_KEY  # any of these ends it
    max_length: int = 3600  # seconds
    play_beep: bool = True
    trim: str = "trim-silence"  # or "do-not-trim"
    recording_status_callback: str = ""
    recording_status_callback_method: str = "POST"
    recording_status_callback_event: tuple[str, ...] = ("completed",)
    transcribe: bool = False
    transcribe_callback: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone in <Dial>."""

    number: str
    send_digits: str = ""
    url: str = ""  # what whoever answers hears first
    method: str = "POST"
    status_callback: str = ""
    status_callback_method: str = "POST"
    status_callback_event: tuple[str, ...] = ("completed",)


@dataclass(frozen=True, slots=True)
class Sip:
    """A SIP address in <Dial>."""

    uri: str
    username: str = ""
    password: str = ""
    url: str = ""
    method: str = "POST"
    status_callback: str = ""
    status_callback_method: str = "POST"
    status_callback_event: tuple[str, ...] = ("completed",)


@dataclass(frozen=True, slots=True)
class Client:
    """One of Twilio's own telephones in <Dial>."""

    identity: str
    url: str = ""
    method: str = "POST"
    status_callback: str = ""
    status_callback_method: str = "POST"
    status_callback_event: tuple[str, ...] = ("completed",)


@dataclass(frozen=True, slots=True)
class Queue:
    """Whoever waits first in a queue, in <Dial>."""

    name: str
    url: str = ""
    method: str = "POST"
    reservation_sid: str = ""
    post_work_activity_sid: str = ""


Noun = Number | Sip | Client | Queue


@dataclass(frozen=True, slots=True)
class Dial:
    """Connect the caller with somebody."""

    nouns: tuple[Noun, ...] = ()
    number: str = ""  # the one number, where it stands there without <Number>
    action: str = ""  # empty: the document goes on
    method: str = "POST"
    timeout: int = 30  # seconds it rings
    time_limit: int = 14_400  # seconds they may talk
    hangup_on_star: bool = False
    caller_id: str = ""  # empty: the caller's
    answer_on_bridge: bool = False
    ring_tone: str = "automatic"
    sequential: bool = False
    record: str = "do-not-record"
    trim: str = "do-not-trim"
    recording_track: str = "both"
    recording_status_callback: str = ""
    recording_status_callback_method: str = "POST"
    recording_status_callback_event: tuple[str, ...] = ("completed",)
    refer_url: str = ""
    refer_method: str = "POST"


@dataclass(frozen=True, slots=True)
class Enqueue:
    """Wait in a queue."""

    name: str = ""
    action: str = ""  # empty: the document goes on
    method: str = "POST"
    wait_url: str = ""  # empty: music of Twilio's
    wait_url_method: str = "POST"
    max_queue_size: int = 1000
    workflow_sid: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the queue."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """Go on with another document."""

    url: str
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class Hangup:
    """End the call."""


@dataclass(frozen=True, slots=True)
class Reject:
    """Do not answer the call."""

    reason: str = "rejected"  # or "busy"


@dataclass(frozen=True, slots=True)
class Recording:
    """Record the whole call, in <Start>."""

    recording_status_callback: str = ""
    recording_status_callback_method: str = "POST"
    recording_status_callback_event: tuple[str, ...] = ("completed",)
    trim: str = "do-not-trim"
    track: str = "both"
    channels: str = "dual"


@dataclass(frozen=True, slots=True)
class Start:
    """Begin something that goes on beside the document."""

    nested: tuple[Recording, ...]


Verb = Prompt | Gather | Record | Dial | Enqueue | Leave | Redirect | Hangup | Reject | Start


@dataclass(frozen=True, slots=True)
class Response:
    """A document."""

    verbs: tuple[Verb, ...] = ()
