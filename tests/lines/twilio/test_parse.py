"""Requests as events: what Twilio posts, and what it means."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ivr.calls.ports import NewCall
from ivr.company.disposition import Disposition
from ivr.conversation.events import (
    AnsweredBy,
    Heard,
    HungUp,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.lines.twilio import parse
from ivr.lines.twilio.form import MalformedError
from tests.lines.twilio.twiml import CALLER, COMPANY_NUMBER, SID

ACCOUNT = "AC0123456789abcdef0123456789abcdef"
RECORDING = "RE0123456789abcdef0123456789abcdef"
URL = f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Recordings/{RECORDING}"
REFERENCE = f"messages/{SID}-3.wav"
ON = {"CallSid": SID, "AccountSid": ACCOUNT, "CallStatus": "in-progress"}  # in every request of a live call
OVER = {**ON, "CallStatus": "completed"}


# ── Calls and our own addresses ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "call"),
    [
        ({"From": CALLER, "To": COMPANY_NUMBER}, NewCall(SID, "twilio", COMPANY_NUMBER, CALLER)),
        (
            {"From": CALLER, "To": COMPANY_NUMBER, "FromCity": "RIGA", "AddOns": "{}"},
            NewCall(SID, "twilio", COMPANY_NUMBER, CALLER),
        ),
        ({"From": "anonymous", "To": COMPANY_NUMBER}, NewCall(SID, "twilio", COMPANY_NUMBER, None)),
        ({"From": "", "To": COMPANY_NUMBER}, NewCall(SID, "twilio", COMPANY_NUMBER, None)),
        ({"From": "20000001", "To": "67000100"}, NewCall(SID, "twilio", COMPANY_NUMBER, CALLER)),
        (
            {"From": "client:anna", "To": f"sip:{COMPANY_NUMBER}@ozols.sip.twilio.com"},
            NewCall(SID, "twilio", COMPANY_NUMBER, "client:anna"),
        ),
    ],
)
def test_a_call_to_us(given, call):
    assert parse.new_call({**ON, **given}, "LV") == call


@pytest.mark.parametrize(
    ("read", "given", "value"),
    [
        (parse.call_sid, ON, SID),
        (parse.account_sid, ON, ACCOUNT),
        (parse.callers_sid, {"call": SID}, SID),
        (parse.turn_number, {"turn": "0"}, 0),
        (parse.turn_number, {"turn": "39"}, 39),
        (parse.ring_seconds, {"seconds": "60"}, 60),
        (parse.attempt_id, {"attempt": "a" * 32}, "a" * 32),
        (parse.waited, {"QueueTime": "31"}, 31),
        (parse.waited, {}, 0),
        (parse.pressed, {"Digits": "7"}, "7"),
        (parse.pressed, {}, ""),
        (parse.recording_source, {"RecordingSid": RECORDING, "RecordingUrl": URL}, RECORDING),
        (parse.recording_seconds, {"RecordingDuration": "12"}, 12.0),
    ],
)
def test_one_parameter(read, given, value):
    assert read(given) == value


# ── What the caller did ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "event"),
    [
        pytest.param({}, Silence(), id="nothing at all"),
        pytest.param({"Digits": ""}, Silence(), id="no key"),
        pytest.param({"Digits": "", "FinishedOnKey": ""}, Silence(), id="no key that ended it"),
        pytest.param({"Digits": "", "FinishedOnKey": "timeout"}, Silence(), id="a word that is no key"),
        pytest.param({"SpeechResult": "", "Confidence": "0.0"}, Silence(), id="no words"),
        pytest.param({"SpeechResult": " \n ", "Confidence": "0.9"}, Silence(), id="blanks are no words"),
        pytest.param({"Digits": "D"}, Silence(), id="a key that no telephone has"),
        *(pytest.param({"Digits": key}, Pressed(key), id=f"key {key}") for key in "0123456789*#"),
        pytest.param({"Digits": "1", "FinishedOnKey": ""}, Pressed("1"), id="one key"),
        pytest.param({"Digits": "2411", "FinishedOnKey": ""}, Pressed("2411"), id="several"),
        pytest.param({"Digits": "12", "FinishedOnKey": "#"}, Pressed("12"), id="ended by #"),
        pytest.param({"Digits": "", "FinishedOnKey": "#"}, Pressed("#"), id="# alone"),
        pytest.param({"Digits": "*", "FinishedOnKey": ""}, Pressed("*"), id="* alone"),
        pytest.param({"Digits": "*9", "FinishedOnKey": "#"}, Pressed("*9"), id="* before a key"),
        pytest.param({"Digits": "1D2"}, Pressed("12"), id="without what no telephone has"),
        pytest.param(
            {"SpeechResult": "darba laiks", "Confidence": "0.87"}, Heard("darba laiks", 0.87), id="words"
        ),
        pytest.param({"SpeechResult": "jā", "Confidence": "0.0"}, Heard("jā"), id="of unknown confidence"),
        pytest.param({"SpeechResult": "jā", "Confidence": "0"}, Heard("jā"), id="likewise"),
        pytest.param({"SpeechResult": "jā"}, Heard("jā"), id="without one"),
        pytest.param({"SpeechResult": "jā", "Confidence": ""}, Heard("jā"), id="with an empty one"),
        pytest.param({"SpeechResult": "jā", "Confidence": "1"}, Heard("jā", 1.0), id="quite sure"),
        pytest.param({"SpeechResult": "jā", "Confidence": "9.0E-4"}, Heard("jā", 0.0009), id="hardly sure"),
        *(
            pytest.param({"SpeechResult": "jā", "Confidence": odd}, Heard("jā"), id=f"of confidence {odd}")
            for odd in ("1.5", "-0.5", "nan", "high")
        ),
        pytest.param(
            {"SpeechResult": "  a\r\nb\t c ", "Confidence": "0.5"}, Heard("a b c", 0.5), id="on one line"
        ),
        pytest.param({"SpeechResult": "ā" * 5_000}, Heard("ā" * 1_000), id="of bounded length"),
        pytest.param(
            {"Digits": "1", "SpeechResult": "divi", "Confidence": "0.9"}, Pressed("1"), id="keys before words"
        ),
        pytest.param({"CallStatus": "completed", "Digits": "1"}, HungUp(), id="the caller is gone"),
        pytest.param({"CallStatus": "failed"}, HungUp(), id="the call broke"),
    ],
)
def test_what_the_caller_did(given, event):
    assert parse.turn_event({**ON, **given}) == event


# ── What was recorded ───────────────────────────────────────────────────────────────────────────


def _recorded(seconds: int, digits: str | None = None) -> Mapping[str, str]:
    """What <Record action> is told."""
    key = {} if digits is None else {"Digits": digits}
    return {
        **ON,
        "RecordingSid": RECORDING,
        "RecordingUrl": URL,
        "RecordingDuration": str(seconds),
        **key,
    }


def _told(status: str, **given: str) -> Mapping[str, str]:
    """What recordingStatusCallback is told: it has no CallStatus, and no key."""
    about = {"RecordingSid": RECORDING, "RecordingUrl": URL, "RecordingStatus": status}
    return {"CallSid": SID, "AccountSid": ACCOUNT, **about, **given}


@pytest.mark.parametrize(
    ("form", "query", "event"),
    [
        pytest.param(
            _recorded(16, ""),
            {},
            Recorded(REFERENCE, 12.0, source=RECORDING),
            id="silence ended it, and is not counted",
        ),
        pytest.param(_recorded(16), {}, Recorded(REFERENCE, 12.0, source=RECORDING), id="told without a key"),
        pytest.param(
            _recorded(12, "#"), {}, Recorded(REFERENCE, 12.0, key="#", source=RECORDING), id="ended by a key"
        ),
        pytest.param(
            _recorded(12, "hangup"),
            {},
            Recorded(REFERENCE, 12.0, hung_up=True, source=RECORDING),
            id="ended by hanging up",
        ),
        pytest.param(
            {**_recorded(12), "CallStatus": "completed"},
            {},
            Recorded(REFERENCE, 12.0, hung_up=True, source=RECORDING),
            id="and told so in the call's own word",
        ),
        pytest.param(
            _recorded(4, ""), {}, Recorded(REFERENCE, 0.5, source=RECORDING), id="nothing but the silence"
        ),
        pytest.param(
            _recorded(0, "1"), {}, Recorded(REFERENCE, 0.5, key="1", source=RECORDING), id="a key at once"
        ),
        pytest.param(
            _recorded(0, "hangup"),
            {},
            Recorded(REFERENCE, 0.5, hung_up=True, source=RECORDING),
            id="hung up at once",
        ),
        pytest.param(
            _recorded(16, ""),
            {"key": "9"},
            Recorded(REFERENCE, 12.0, key="9", source=RECORDING),
            id="a key had skipped to it",
        ),
        pytest.param(
            _recorded(12, "#"),
            {"key": "9"},
            Recorded(REFERENCE, 12.0, key="#", source=RECORDING),
            id="the key that ended it wins",
        ),
        pytest.param(
            _told("completed", RecordingDuration="16"),
            {},
            Recorded(REFERENCE, 16.0, source=RECORDING),
            id="its status, which does not tell what ended it",
        ),
        pytest.param(_told("absent"), {}, Recorded(REFERENCE, 0.0), id="its status: there is none"),
        pytest.param(_told("failed"), {"key": "9"}, Recorded(REFERENCE, 0.0, key="9"), id="or it was lost"),
        pytest.param(ON, {"nothing": "1"}, Recorded(REFERENCE, 0.0), id="Twilio went on: it was empty"),
        pytest.param(
            {**ON, "CallStatus": "completed"},
            {"nothing": "1"},
            Recorded(REFERENCE, 0.0, hung_up=True),
            id="and the caller is gone",
        ),
    ],
)
def test_what_was_recorded(form, query, event):
    assert parse.recorded(form, {"turn": "3", "silence": "4", **query}) == event


# ── How a transfer ended ────────────────────────────────────────────────────────────────────────


def _ended(outcome: TransferOutcome) -> TransferEnded:
    return TransferEnded(outcome)


@pytest.mark.parametrize(
    ("form", "query", "event"),
    [
        pytest.param(
            {**ON, "DialCallStatus": "completed", "DialBridged": "true", "DialCallDuration": "31"},
            {},
            _ended(TransferOutcome.TALKED),
            id="they talked",
        ),
        pytest.param(
            {**ON, "DialCallStatus": "completed", "DialBridged": "false"},
            {},
            _ended(TransferOutcome.DECLINED),
            id="briefed, and not taken",
        ),
        pytest.param(
            {**ON, "DialCallStatus": "completed"},
            {},
            _ended(TransferOutcome.TALKED),
            id="Twilio does not say whether they were connected",
        ),
        pytest.param(
            {**ON, "DialCallStatus": "completed", "DialBridged": "warble"},
            {},
            _ended(TransferOutcome.TALKED),
            id="or says it in another word",
        ),
        pytest.param(
            {**ON, "DialCallStatus": "busy", "DialBridged": "false"},
            {},
            _ended(TransferOutcome.BUSY),
            id="busy",
        ),
        pytest.param(
            {**ON, "DialCallStatus": "busy", "DialSipResponseCode": "603"},
            {},
            _ended(TransferOutcome.DECLINED),
            id="declined at a SIP telephone",
        ),
        pytest.param(
            {**ON, "DialCallStatus": "completed", "DialBridged": "true", "DialSipResponseCode": "200"},
            {},
            _ended(TransferOutcome.TALKED),
            id="they talked over SIP",
        ),
        pytest.param(
            {**ON, "DialCallStatus": "no-answer"}, {}, _ended(TransferOutcome.NO_ANSWER), id="rang out"
        ),
        pytest.param(
            {**ON, "DialCallStatus": "failed"}, {}, _ended(TransferOutcome.UNAVAILABLE), id="no such place"
        ),
        pytest.param(
            {**OVER, "DialCallStatus": "completed", "DialBridged": "true"},
            {},
            HungUp(talked=True),
            id="the caller hung up after the talk",
        ),
        pytest.param(
            {**OVER, "DialCallStatus": "completed", "DialBridged": "false"},
            {},
            HungUp(),
            id="the caller hung up during the briefing",
        ),
        pytest.param(
            {**OVER, "DialCallStatus": "canceled"}, {}, HungUp(), id="the caller hung up while it rang"
        ),
        pytest.param(
            ON, {"unavailable": "1"}, _ended(TransferOutcome.UNAVAILABLE), id="it rings nowhere on Twilio"
        ),
        pytest.param(OVER, {"unavailable": "1"}, HungUp(), id="and the caller is gone"),
        pytest.param(
            {**ON, "QueueResult": "bridged", "QueueTime": "40"},
            {"seconds": "60"},
            _ended(TransferOutcome.TALKED),
            id="out of a queue",
        ),
        pytest.param(
            {**ON, "QueueResult": "leave", "QueueTime": "40"},
            {"seconds": "60"},
            _ended(TransferOutcome.LEFT),
            id="left it to be called back",
        ),
        pytest.param(
            {**ON, "QueueResult": "leave", "QueueTime": "60"},
            {"seconds": "60"},
            _ended(TransferOutcome.NO_ANSWER),
            id="waited long enough",
        ),
        pytest.param(
            {**ON, "QueueResult": "queue-full"},
            {"seconds": "60"},
            _ended(TransferOutcome.BUSY),
            id="never came into it",
        ),
        pytest.param(
            {**OVER, "QueueResult": "hangup", "QueueTime": "9"}, {"seconds": "60"}, HungUp(), id="gave up"
        ),
        pytest.param(
            {**OVER, "QueueResult": "bridged", "QueueTime": "9"},
            {"seconds": "60"},
            HungUp(talked=True),
            id="hung up after the talk out of a queue",
        ),
    ],
)
def test_how_a_transfer_ended(form, query, event):
    assert parse.transfer_event(form, {"turn": "3", **query}) == event


# ── Keys on other legs, and the ends of calls ───────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("digits", "accepts"), [("1", True), ("2", False), ("", False), ("*", False), ("11", True)]
)
def test_1_takes_a_call_and_asks_for_another(digits, accepts):
    assert parse.accepts({**ON, "Digits": digits}) is accepts
    assert parse.wants_callback({**ON, "Digits": digits}) is accepts


@pytest.mark.parametrize(
    ("status", "over"),
    [
        *((status, False) for status in ("queued", "initiated", "ringing", "in-progress", "warble", "")),
        *((status, True) for status in ("completed", "busy", "failed", "no-answer", "canceled")),
    ],
)
def test_whether_a_call_is_over(status, over):
    assert parse.over({"CallStatus": status}) is over


def test_a_request_that_does_not_say_is_not_the_end():
    assert not parse.over({})


@pytest.mark.parametrize(
    ("given", "disposition"),
    [
        ({"CallStatus": "ringing"}, None),
        ({"CallStatus": "completed", "SipResponseCode": "200"}, Disposition.ABANDONED),
        ({"CallStatus": "completed", "CallDuration": "0"}, Disposition.HUNG_UP),
        ({"CallStatus": "completed", "CallDuration": "4"}, Disposition.HUNG_UP),
        ({"CallStatus": "completed", "CallDuration": "5"}, Disposition.ABANDONED),
        ({"CallStatus": "completed", "CallDuration": ""}, Disposition.ABANDONED),
        ({"CallStatus": "busy", "CallDuration": "0"}, Disposition.BUSY),
        ({"CallStatus": "busy", "SipResponseCode": "486"}, Disposition.BUSY),
        ({"CallStatus": "failed", "SipResponseCode": "404"}, Disposition.INVALID_NUMBER),
        ({"CallStatus": "no-answer"}, Disposition.NO_ANSWER),
        ({"CallStatus": "no-answer", "SipResponseCode": ""}, Disposition.NO_ANSWER),
    ],
)
def test_how_a_call_of_ours_ended(given, disposition):
    assert parse.disposition({**ON, **given}) is disposition


@pytest.mark.parametrize(
    ("word", "by"),
    [
        ("human", AnsweredBy.PERSON),
        ("machine_end_beep", AnsweredBy.MACHINE),
        ("unknown", AnsweredBy.UNCERTAIN),
    ],
)
def test_what_the_detection_found_out(word, by):
    assert parse.answered_by({**ON, "AnsweredBy": word}) is by


@pytest.mark.parametrize(
    ("given", "by"),
    [
        ({"SpeechResult": "Jā, klausos", "Confidence": "0.9"}, AnsweredBy.PERSON),
        ({"SpeechResult": "Hi! What are you calling about?"}, AnsweredBy.PERSON),
        (
            {"SpeechResult": "Hi, if you record your name and reason for calling, I'll see if they are in."},
            AnsweredBy.SCREENING,
        ),
        ({"SpeechResult": "The person you're calling uses a Screening Service."}, AnsweredBy.SCREENING),
        ({"SpeechResult": " "}, AnsweredBy.UNCERTAIN),
        ({}, AnsweredBy.UNCERTAIN),
    ],
)
def test_who_has_picked_up(given, by):
    assert parse.spoken_by({**ON, **given}) is by


# ── What is missing or malformed ────────────────────────────────────────────────────────────────


def _event(form: Mapping[str, str]) -> object:
    return parse.transfer_event(form, {"seconds": "60"})


def _record(form: Mapping[str, str]) -> object:
    return parse.recorded(form, {"turn": "3"})


def _call(form: Mapping[str, str]) -> object:
    return parse.new_call(form, "LV")


GOOD = _recorded(12, "")


@pytest.mark.parametrize(
    ("read", "given", "told"),
    [
        (parse.call_sid, {}, "CallSid is missing."),
        (parse.call_sid, {"CallSid": ""}, 'CallSid is "", which it cannot be.'),
        (parse.call_sid, {"CallSid": SID.upper()}, f'CallSid is "{SID.upper()}"'),
        (parse.call_sid, {"CallSid": f"{SID}\n"}, f'CallSid is "{SID}\ufffd"'),
        (parse.call_sid, {"CallSid": "../" * 100}, 'CallSid is "' + "../" * 20 + '"'),
        (parse.account_sid, {"CallSid": SID}, "AccountSid is missing."),
        (parse.account_sid, {"AccountSid": SID}, f'AccountSid is "{SID}"'),
        (parse.callers_sid, {}, "call is missing."),
        (parse.turn_number, {}, "turn is missing."),
        (parse.turn_number, {"turn": "-1"}, 'turn is "-1"'),
        (parse.turn_number, {"turn": "١"}, 'turn is "١"'),
        (parse.turn_number, {"turn": "9" * 10}, 'turn is "9999999999"'),
        (parse.ring_seconds, {"seconds": "1.5"}, 'seconds is "1.5"'),
        (parse.attempt_id, {"attempt": "a/../b"}, 'attempt is "a/../b"'),
        (parse.waited, {"QueueTime": "soon"}, 'QueueTime is "soon"'),
        (_call, {**ON, "From": CALLER}, "To is missing."),
        (_call, {**ON, "To": COMPANY_NUMBER}, "From is missing."),
        (_call, {"From": CALLER, "To": COMPANY_NUMBER}, "CallSid is missing."),
        (parse.turn_event, {"Digits": "1; DROP TABLE"}, 'Digits is "1; DROP TABLE", which are no keys.'),
        (parse.turn_event, {"Digits": "1" * 65}, "which are no keys."),
        (_event, ON, "DialCallStatus is missing."),
        (_event, {**ON, "QueueResult": "leave", "QueueTime": "-1"}, 'QueueTime is "-1"'),
        (_event, {"DialCallStatus": "busy"}, "CallSid is missing."),
        (_record, {**GOOD, "CallSid": "x"}, 'CallSid is "x"'),
        (_record, ON, "RecordingDuration is missing."),
        (_record, {**GOOD, "RecordingDuration": "-1"}, 'RecordingDuration is "-1"'),
        (_record, {**GOOD, "RecordingSid": "../../Messages"}, 'RecordingSid is "../../Messages"'),
        (_record, {**GOOD, "Digits": "xx"}, 'Digits is "xx"'),
        (parse.disposition, {"CallSid": SID}, "CallStatus is missing."),
        (parse.disposition, {**OVER, "SipResponseCode": "x"}, 'SipResponseCode is "x"'),
        (parse.answered_by, ON, "AnsweredBy is missing."),
    ],
)
def test_what_is_wrong_is_named(read, given, told):
    with pytest.raises(MalformedError) as raised:
        read(given)
    assert told in str(raised.value)
    assert str(raised.value).isprintable()


def test_a_queue_s_outcome_needs_its_seconds():
    with pytest.raises(MalformedError, match="seconds is missing"):
        parse.transfer_event({**ON, "QueueResult": "leave", "QueueTime": "40"}, {"turn": "3"})
