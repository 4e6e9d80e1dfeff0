"""Every element of TwiML with what may stand in it and on it, and the code by which Twilio faults it.

Source: Twilio's documentation of TwiML for voice (one page for each verb and noun), and its dictionary of
errors and warnings. What Twilio calls a warning is an error here: it would ignore what it warns of, and the
caller would hear something else than was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from ivr.lines.twilio.standin import values, verbs

SCHEMA = 12200  # schema validation warning: whatever has no code of its own
URL_INVALID = 11100
# Of <Say>, in bytes of UTF-8, by the kind of its voice; and of its text as a URL spells it.
SAY_BYTES = {"Google": 5_000, "Polly": 3_000, "": 4_096}
SAY_ENCODED = 4_500
MOST_NOUNS = 10  # in one <Dial>


@dataclass(frozen=True, slots=True)
class Rule:
    """What an attribute, or the text between two tags, must be."""

    read: values.Reader
    code: int = SCHEMA  # Twilio's, for what is wrong


@dataclass(frozen=True, slots=True)
class Element:
    """What an element is."""

    make: Callable[..., Any]  # the value; by keyword
    attributes: Mapping[str, Rule] = field(default_factory=dict)  # by name, as in the document
    text: tuple[str, Rule] | None = None  # the field that holds the text between its tags
    optional: bool = False  # whether there may be none
    nested: tuple[str, tuple[str, ...]] | None = None  # the field that holds the elements within; which
    nesting: int = SCHEMA  # code for any other element within
    check: Callable[[Any], None] | None = None  # of the whole; raises WrongError


class WrongError(Exception):
    """What is wrong with an element as a whole."""

    def __init__(self, code: int, wrong: str) -> None:
        self.code = code  # Twilio's
        self.wrong = wrong  # "must …"
        super().__init__(wrong)


def _check_say(say: verbs.Say) -> None:
    """How long a text may be depends on its voice."""
    kind = say.voice.partition(".")[0] if "." in say.voice else ""
    most = SAY_BYTES[kind]
    if len(say.text.encode()) > most:
        raise WrongError(13521, f"must have at most {most:,} bytes of text with this voice")
    if len(quote(say.text)) > SAY_ENCODED:
        raise WrongError(13521, f"must have at most {SAY_ENCODED:,} characters of text in URL encoding")


def _check_play(play: verbs.Play) -> None:
    """A file, or tones."""
    if bool(play.url) == bool(play.digits):
        raise WrongError(SCHEMA, "must have either a URL between its tags, or digits")


def _check_gather(gather: verbs.Gather) -> None:
    """Speech has a language with its region, which the model speaks, and no automatic end with any model."""
    if "speech" in gather.input and "-" not in gather.language:
        raise WrongError(13331, "must listen in a language with its region, like lv-LV")
    if gather.language not in values.MODELS.get(gather.speech_model, (gather.language,)):
        raise WrongError(13331, f"cannot listen in {gather.language} with {gather.speech_model}")
    if gather.speech_timeout == "auto" and gather.speech_model:
        raise WrongError(13335, 'cannot have speechTimeout="auto" with a speechModel')


def _check_dial(dial: verbs.Dial) -> None:
    """Whom to dial."""
    if not dial.nouns and not dial.number:
        raise WrongError(SCHEMA, "must have somebody to dial")
    if len(dial.nouns) > MOST_NOUNS:
        raise WrongError(13250, f"must have at most {MOST_NOUNS} to dial")
    shown = dial.caller_id
    word = shown and not values.E164.fullmatch(shown) and not shown.startswith("client:")
    if word and any(isinstance(noun, verbs.Number) for noun in dial.nouns):
        raise WrongError(13214, "must show a telephone a callerId in E.164 format")


def _check_enqueue(enqueue: verbs.Enqueue) -> None:
    """A queue, or a workflow of TaskRouter."""
    if not enqueue.name and not enqueue.workflow_sid:
        raise WrongError(14204, "must name a queue between its tags")


def _check_start(start: verbs.Start) -> None:
    """Something to begin."""
    if len(start.nested) != 1:
        raise WrongError(SCHEMA, "must have one thing to begin")


_METHOD = values.one_of("GET", "POST")
_URL = Rule(values.url, URL_INVALID)
_FLAG = Rule(values.flag)
_EVENTS = values.some_of("in-progress", "completed", "absent")
_RECORDING = {
    "recordingStatusCallback": _URL,
    "recordingStatusCallbackMethod": Rule(_METHOD),
    "recordingStatusCallbackEvent": Rule(_EVENTS, 13621),
}
_STATUS = {
    "statusCallback": _URL,
    "statusCallbackMethod": Rule(_METHOD),
    "statusCallbackEvent": Rule(values.some_of("initiated", "ringing", "answered", "completed")),
}
_TRIM = values.one_of("trim-silence", "do-not-trim")
_LOOP = values.whole(0, 1_000)
_DAY = 86_400  # seconds
# Countries whose ringing Twilio can imitate.
_COUNTRIES = (
    *("at", "au", "bg", "br", "be", "ch", "cl", "cn", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hu"),
    *("il", "in", "it", "lt", "jp", "mx", "my", "nl", "no", "nz", "ph", "pl", "pt", "ru", "se", "sg", "th"),
    *("uk", "us", "tw", "ve", "za"),
)
_RECORDED = (
    "record-from-answer",
    "record-from-ringing",
    "record-from-answer-dual",
    "record-from-ringing-dual",
)

_SAY = Element(
    verbs.Say,
    {
        "voice": Rule(values.voice, 13511),
        "language": Rule(values.language, 13512),
        "loop": Rule(_LOOP, 13510),
    },
    text=("text", Rule(values.spoken, 13520)),
    check=_check_say,
)
_PLAY = Element(
    verbs.Play,
    {"loop": Rule(_LOOP, 13410), "digits": Rule(values.tones, 13430)},
    text=("url", _URL),
    optional=True,
    check=_check_play,
)
_GATHER = Element(
    verbs.Gather,
    {
        "action": _URL,
        "method": Rule(_METHOD, 13312),
        "input": Rule(values.some_of("dtmf", "speech"), 13326),
        "numDigits": Rule(values.whole(1, 1_000), 13314),
        "finishOnKey": Rule(values.keys(0, 1), 13310),
        "timeout": Rule(values.whole(1, 600), 13313),
        "speechTimeout": Rule(values.speech_timeout, 13327),
        "speechModel": Rule(values.speech_model, 13334),
        "maxSpeechTime": Rule(values.whole(1, 60), 13328),
        "language": Rule(values.language, 13331),
        "hints": Rule(values.hints, 13330),
        "profanityFilter": Rule(values.flag, 13333),
        "enhanced": _FLAG,
        "bargeIn": Rule(values.flag, 13332),
        "actionOnEmptyResult": Rule(values.flag, 13338),
        "partialResultCallback": _URL,
        "partialResultCallbackMethod": Rule(_METHOD, 13329),
        "debug": _FLAG,
    },
    nested=("nested", ("Say", "Play", "Pause")),
    nesting=13320,
    check=_check_gather,
)
_RECORD = Element(
    verbs.Record,
    {
        "action": _URL,
        "method": Rule(_METHOD, 13610),
        "timeout": Rule(values.whole(1, _DAY), 13611),
        "finishOnKey": Rule(values.keys(1, 12), 13613),
        "maxLength": Rule(values.whole(2, _DAY), 13612),
        "playBeep": Rule(values.flag, 13616),
        "trim": Rule(_TRIM, 13699),
        "transcribe": Rule(values.flag, 13614),
        "transcribeCallback": _URL,
        **_RECORDING,
    },
)
_NUMBER = Element(
    verbs.Number,
    {
        "sendDigits": Rule(values.tones, 13222),
        "url": _URL,
        "method": Rule(_METHOD, 13221),
        **_STATUS,
    },
    text=("number", Rule(values.number, 13223)),
)
_SIP = Element(
    verbs.Sip,
    {
        "username": Rule(values.short(255), 13249),
        "password": Rule(values.short(255), 13249),
        "url": _URL,
        "method": Rule(_METHOD, 13241),
        **_STATUS,
    },
    text=("uri", Rule(values.sip_uri, 13243)),
)
_CLIENT = Element(
    verbs.Client,
    {"url": _URL, "method": Rule(_METHOD), **_STATUS},
    text=("identity", Rule(values.client)),
)
_QUEUE = Element(
    verbs.Queue,
    {
        "url": Rule(values.url, 14211),
        "method": Rule(_METHOD, 14210),
        "reservationSid": Rule(values.sid("WR"), 14215),
        "postWorkActivitySid": Rule(values.sid("WA")),
    },
    text=("name", Rule(values.queue, 14213)),
)
_DIAL = Element(
    verbs.Dial,
    {
        "action": _URL,
        "method": Rule(_METHOD, 13210),
        "timeout": Rule(values.whole(1, 600), 13212),
        "timeLimit": Rule(values.whole(1, _DAY), 13216),
        "hangupOnStar": Rule(values.flag, 13213),
        "callerId": Rule(values.caller_id, 13214),
        "answerOnBridge": Rule(values.flag, 13219),
        "ringTone": Rule(values.one_of("automatic", "us-old", *_COUNTRIES), 13220),
        "sequential": Rule(values.flag, 13218),
        "record": Rule(values.one_of("do-not-record", "true", "false", *_RECORDED), 13217),
        "trim": Rule(_TRIM),
        "recordingTrack": Rule(values.one_of("inbound", "outbound", "both"), 13622),
        "referUrl": _URL,
        "referMethod": Rule(_METHOD),
        **_RECORDING,
    },
    text=("number", Rule(values.number, 13223)),
    optional=True,
    nested=("nouns", ("Number", "Sip", "Client", "Queue")),
    nesting=13215,
    check=_check_dial,
)
_ENQUEUE = Element(
    verbs.Enqueue,
    {
        "action": Rule(values.url, 14203),
        "method": Rule(_METHOD, 14201),
        "waitUrl": Rule(values.url, 14202),
        "waitUrlMethod": Rule(_METHOD, 14206),
        "maxQueueSize": Rule(values.whole(1, 5_000)),
        "workflowSid": Rule(values.sid("WW"), 14220),
    },
    text=("name", Rule(values.queue, 14205)),
    optional=True,
    check=_check_enqueue,
)
_RECORDING_NOUN = Element(
    verbs.Recording,
    {
        **_RECORDING,
        "trim": Rule(_TRIM),
        "track": Rule(values.one_of("inbound", "outbound", "both"), 13622),
        "channels": Rule(values.one_of("mono", "dual")),
    },
)

ELEMENTS: Mapping[str, Element] = {
    "Say": _SAY,
    "Play": _PLAY,
    "Pause": Element(verbs.Pause, {"length": Rule(values.whole(1, _DAY), 13910)}),
    "Gather": _GATHER,
    "Record": _RECORD,
    "Dial": _DIAL,
    "Number": _NUMBER,
    "Sip": _SIP,
    "Client": _CLIENT,
    "Queue": _QUEUE,
    "Enqueue": _ENQUEUE,
    "Leave": Element(verbs.Leave),
    "Redirect": Element(verbs.Redirect, {"method": Rule(_METHOD, 13710)}, text=("url", _URL)),
    "Hangup": Element(verbs.Hangup),
    "Reject": Element(verbs.Reject, {"reason": Rule(values.one_of("rejected", "busy"), 13810)}),
    "Start": Element(verbs.Start, nested=("nested", ("Recording",)), check=_check_start),
    "Recording": _RECORDING_NOUN,
}

# Verbs by where a document is performed.
BEFORE_BRIDGE = ("Say", "Play", "Pause", "Gather", "Redirect", "Hangup")  # <Number url>
IN_QUEUE = (*BEFORE_BRIDGE, "Leave")  # <Enqueue waitUrl>
IN_CALL = (*BEFORE_BRIDGE, "Record", "Dial", "Enqueue", "Reject", "Start")
FROM_DIAL = 13201  # cannot dial out from a dialled call
