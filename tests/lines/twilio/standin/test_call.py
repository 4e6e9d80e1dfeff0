"""Calls on the stand-in: what is performed, in which order, and what is told to whom."""

from __future__ import annotations

import io
import wave
from threading import Event

import pytest
from twilio.request_validator import RequestValidator

from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.perform import SORRY
from ivr.lines.twilio.standin.verbs import Play, Record, Say, Start
from ivr.lines.twilio.standin.waits import (
    Dials,
    Gathers,
    HangsUp,
    Presses,
    Queues,
    Records,
    Speaks,
    StandInError,
    Talks,
)
from tests.lines.twilio.standin.server import ACCOUNT, CALLER, PUBLIC, TOKEN, US

ASK = '<Gather numDigits="1" action="/turn" actionOnEmptyResult="true"><Say>Yes?</Say></Gather>'
SALES, OTHER = "+37167000201", "sip:202@pbx.example.com"


def said(call) -> list[str]:
    return [verb.text for verb in call.heard if isinstance(verb, Say)]


def said_waiting(call) -> list[str]:
    return [verb.text for verb in call.heard_waiting]


def one_second() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, 8_000, 0, "NONE", ""))
        writer.writeframes(bytes(16_000))
    return file.getvalue()


# ── Requests ────────────────────────────────────────────────────────────────────────────────────


def test_every_request_is_signed_and_says_what_it_is_about(begin):
    script, platform = begin({"/voice": ASK, "/turn": "<Hangup/>"})
    call = platform.call_in(US, CALLER)
    call.presses("1")
    validator = RequestValidator(TOKEN)
    assert script.paths() == ["/voice", "/turn", "/status"]
    for asked in script.asked:
        assert validator.validate(PUBLIC + asked.path, asked.form, asked.signature)
        about = {name: asked.form[name] for name in ("AccountSid", "CallSid", "From", "To", "Direction")}
        assert about == {
            "AccountSid": ACCOUNT,
            "CallSid": call.sid,
            "From": CALLER,
            "To": US,
            "Direction": "inbound",
        }
        assert asked.form["ApiVersion"] == "2010-04-01"
    assert [asked.form["CallStatus"] for asked in script.asked] == ["ringing", "in-progress", "completed"]


def test_a_document_may_be_asked_for_with_get(begin):
    script, platform = begin(
        {"/voice": '<Redirect method="GET">next?turn=1</Redirect>', "/next": "<Hangup/>"}
    )
    platform.call_in(US, CALLER)
    asked = script.asked[1]
    assert asked.path.startswith("/next?turn=1&AccountSid=")
    assert asked.form == {}
    assert RequestValidator(TOKEN).validate(PUBLIC + asked.path, {}, asked.signature)


# ── Documents ───────────────────────────────────────────────────────────────────────────────────


def test_what_follows_is_performed_until_nothing_is_left_and_then_the_call_ends(begin):
    pages = {"/voice": "<Say>One</Say><Redirect>/next</Redirect><Say>Lost</Say>", "/next": "<Say>Two</Say>"}
    _, platform = begin(pages)
    call = platform.call_in(US, CALLER)
    assert said(call) == ["One", "Two"]
    assert call.status == "completed"
    assert not platform.faults


def test_nothing_follows_a_hang_up(begin):
    _, platform = begin({"/voice": "<Hangup/><Say>Lost</Say>"})
    call = platform.call_in(US, CALLER)
    assert (said(call), call.status) == ([], "completed")


@pytest.mark.parametrize(
    ("verb", "status"), [("<Reject/>", "no-answer"), ('<Reject reason="busy"/>', "busy")]
)
def test_a_call_may_be_rejected_before_it_is_answered(begin, verb, status):
    script, platform = begin({"/voice": verb})
    call = platform.call_in(US, CALLER)
    assert (call.status, call.answered) == (status, False)
    assert script.forms("/status")[0]["CallStatus"] == status


def test_documents_that_run_in_circles_end_the_call(begin):
    _, platform = begin({"/voice": "<Redirect>/voice</Redirect>"})
    call = platform.call_in(US, CALLER)
    assert call.status == "failed"
    assert "waited for nobody" in platform.faults[0].wrong


FAULTS = {
    "not found": ((404, "text/xml", b""), 11217),
    "error": ((500, "text/xml", b"<Response/>"), 11217),
    "of another type": ((200, "text/plain", b"<Response/>"), 12300),
    "no XML": ((200, "text/xml", b"Hello"), 12100),
    "unknown verb": ("<Speak>Hello</Speak>", 12200),
    "empty": ((200, "text/xml", b""), 11770),
}


@pytest.mark.parametrize(("page", "code"), FAULTS.values(), ids=FAULTS)
def test_where_a_document_cannot_be_used_the_fallback_is_asked_once(begin, page, code):
    pages = {"/voice": ASK, "/turn": page, "/fallback": "<Say>Sorry</Say>"}
    script, platform = begin(pages, fallback_url=f"{PUBLIC}/fallback")
    call = platform.call_in(US, CALLER)
    call.presses("1")
    (form,) = script.forms("/fallback")
    assert (form["ErrorCode"], form["ErrorUrl"]) == (str(code), f"{PUBLIC}/turn")
    assert said(call) == ["Yes?", "Sorry"]
    assert (call.status, platform.faults[0].code) == ("completed", code)


def test_where_the_fallback_cannot_be_used_either_the_call_fails(begin):
    script, platform = begin({"/fallback": (503, "", b"")}, fallback_url=f"{PUBLIC}/fallback")
    call = platform.call_in(US, CALLER)
    assert script.paths() == ["/voice", "/fallback", "/status"]
    assert (call.status, said(call)) == ("failed", [SORRY])
    assert [fault.code for fault in platform.faults] == [11217, 11217]


def test_an_answer_is_not_waited_for_for_ever(begin):
    done = Event()
    pages = {"/voice": lambda _: "<Hangup/>" if done.wait(30) else "", "/fallback": "<Say>Sorry</Say>"}
    _, platform = begin(pages, fallback_url=f"{PUBLIC}/fallback")
    platform.webhooks.seconds = 0.1
    try:
        call = platform.call_in(US, CALLER)
    finally:
        done.set()
    assert said(call) == ["Sorry"]
    assert platform.faults[0].code == 11205


def test_a_sound_is_fetched_once_and_takes_its_time(begin):
    pages = {
        "/voice": '<Play loop="3">/a.wav</Play><Play>/a.wav</Play>',
        "/a.wav": (200, "audio/wav", one_second()),
    }
    script, platform = begin(pages)
    call = platform.call_in(US, CALLER)
    assert script.paths() == ["/voice", "/a.wav", "/status"]
    assert call.heard == [Play("/a.wav", loop=3), Play("/a.wav")]
    assert call.seconds == 4.0


def test_silence_and_tones_take_their_time(begin):
    _, platform = begin(
        {"/voice": '<Pause length="3"/><Play digits="12w"/><Say>One two</Say><Say loop="2">One</Say>'}
    )
    call = platform.call_in(US, CALLER)
    assert call.seconds == pytest.approx(3 + 1.5 + 0.8 + 0.8)


def test_http_may_redirect_now_and_then(begin):
    pages = {"/voice": (302, "", b"", "/moved"), "/moved": "<Say>Here</Say>"}
    _, platform = begin(pages)
    assert said(platform.call_in(US, CALLER)) == ["Here"]


def test_but_not_for_ever(begin):
    _, platform = begin({"/voice": (302, "", b"", "/voice")})
    assert platform.call_in(US, CALLER).status == "failed"
    assert platform.faults[0].code == 11215


@pytest.mark.parametrize(
    "sound", [(404, "audio/wav", b""), (200, "text/html", one_second()), (200, "audio/wav", b"x")]
)
def test_what_is_no_sound_is_left_out(begin, sound):
    _, platform = begin({"/voice": "<Play>/a.wav</Play><Say>Hello</Say>", "/a.wav": sound})
    call = platform.call_in(US, CALLER)
    assert said(call) == ["Hello"]
    assert platform.faults[0].url == f"{PUBLIC}/a.wav"


# ── Gather ──────────────────────────────────────────────────────────────────────────────────────


def test_keys_are_told_to_the_action(begin):
    script, platform = begin({"/voice": ASK, "/turn": ASK})
    call = platform.call_in(US, CALLER)
    assert isinstance(call.waits, Gathers)
    call.presses("1")
    call.stays_silent()
    assert [form["Digits"] for form in script.forms("/turn")] == ["1", ""]


def test_without_an_answer_the_document_goes_on(begin):
    script, platform = begin({"/voice": '<Gather action="/turn"/><Say>Goodbye</Say>'})
    call = platform.call_in(US, CALLER)
    call.stays_silent()
    assert said(call) == ["Goodbye"]
    assert "/turn" not in script.paths()


def test_without_an_action_the_same_document_is_asked_again(begin):
    pages = {"/voice": lambda form: f"<Say>{form['Digits']}</Say>" if "Digits" in form else "<Gather/>"}
    _, platform = begin(pages)
    call = platform.call_in(US, CALLER)
    call.presses("12#")
    assert said(call) == ["12"]


PROMPTS = '<Gather numDigits="1" action="/turn"><Say>One</Say><Say>Two</Say><Say>Three</Say></Gather>'


def test_a_key_interrupts_what_is_said_within(begin):
    script, platform = begin({"/voice": PROMPTS, "/turn": "<Hangup/>"})
    call = platform.call_out(CALLER, US, Handling(f"{PUBLIC}/voice"))
    call.after(2, Presses("5"))
    call.pick_up()
    assert said(call) == ["One", "Two"]
    assert script.forms("/turn")[0]["Digits"] == "5"


def test_a_key_during_what_is_said_outside_is_lost(begin):
    _, platform = begin({"/voice": f"<Say>Hello</Say>{ASK}", "/turn": "<Hangup/>"})
    call = platform.call_out(CALLER, US, Handling(f"{PUBLIC}/voice"))
    call.after(1, Presses("5"))
    call.pick_up()
    assert isinstance(call.waits, Gathers)
    assert said(call) == ["Hello", "Yes?"]


def test_who_hangs_up_in_the_middle_of_a_prompt_hears_no_more(begin):
    script, platform = begin({"/voice": PROMPTS})
    call = platform.call_out(CALLER, US, Handling(f"{PUBLIC}/voice", status_callback=f"{PUBLIC}/status"))
    call.after(1, HangsUp())
    call.pick_up()
    assert (said(call), call.status) == (["One"], "completed")
    assert script.paths() == ["/voice", "/status"]


def test_who_hangs_up_at_a_question_is_told_by_the_status_alone(begin):
    script, platform = begin({"/voice": ASK})
    platform.call_in(US, CALLER).hangs_up()
    assert script.paths() == ["/voice", "/status"]
    form = script.forms("/status")[0]
    assert (form["CallStatus"], form["CallDuration"], form["Duration"]) == ("completed", "0", "0")


# ── Record ──────────────────────────────────────────────────────────────────────────────────────

RECORD = (
    '<Record action="/recording" trim="{}" recordingStatusCallback="/kept" '
    'recordingStatusCallbackEvent="completed absent"/><Redirect>/nothing</Redirect>'
)
PAGES = {"/recording": "<Hangup/>", "/nothing": "<Hangup/>", "/kept": (204, "", b"")}


def test_a_recording_is_told_to_its_action_and_to_its_status_callback(begin):
    script, platform = begin({"/voice": RECORD.format("trim-silence"), **PAGES})
    call = platform.call_in(US, CALLER)
    assert isinstance(call.waits, Records)
    assert isinstance(call.heard[0], Record)
    call.speaks("Good morning", seconds=3.4, key="#")
    assert script.paths() == ["/voice", "/recording", "/kept", "/status"]
    (kept,) = platform.kept.values()
    told, later = script.forms("/recording")[0], script.forms("/kept")[0]
    assert (told["RecordingSid"], told["RecordingUrl"]) == (kept.sid, kept.url)
    assert (told["RecordingDuration"], told["Digits"], told["CallStatus"]) == ("3", "#", "in-progress")
    assert (later["RecordingStatus"], later["RecordingDuration"]) == ("completed", "3")
    assert later["RecordingSid"] == kept.sid
    assert kept.words == "Good morning"


def test_after_an_empty_recording_the_document_goes_on(begin):
    script, platform = begin({"/voice": RECORD.format("trim-silence"), **PAGES})
    platform.call_in(US, CALLER).stays_silent()
    assert script.paths() == ["/voice", "/kept", "/nothing", "/status"]
    assert script.forms("/kept")[0]["RecordingStatus"] == "absent"
    assert not platform.kept


def test_who_hangs_up_after_speaking_leaves_a_recording(begin):
    script, platform = begin({"/voice": RECORD.format("do-not-trim"), **PAGES})
    call = platform.call_in(US, CALLER)
    call.speaks("Call me", seconds=0.8, left=True)
    assert script.paths() == ["/voice", "/recording", "/kept", "/status"]
    told = script.forms("/recording")[0]
    assert (told["Digits"], told["CallStatus"], told["RecordingDuration"]) == ("hangup", "completed", "1")
    assert call.status == "completed"


def test_who_hangs_up_at_the_tone_leaves_none(begin):
    script, platform = begin({"/voice": RECORD.format("do-not-trim"), **PAGES})
    platform.call_in(US, CALLER).hangs_up()
    assert script.paths() == ["/voice", "/kept", "/status"]


def test_a_whole_call_is_recorded_until_it_ends(begin):
    pages = {
        "/voice": f'<Start><Recording recordingStatusCallback="kept"/></Start>{ASK}',
        "/kept": (204, "", b""),
    }
    script, platform = begin(pages)
    call = platform.call_in(US, CALLER)
    assert isinstance(call.heard[0], Start)
    call.hangs_up(after=12)
    assert script.paths() == ["/voice", "/status", "/kept"]
    told = script.forms("/kept")[0]
    assert (told["RecordingSource"], told["RecordingChannels"]) == ("StartCallRecordingTwiML", "2")
    assert told["RecordingDuration"] == "12"


# ── Dial ────────────────────────────────────────────────────────────────────────────────────────

DIAL = (
    '<Dial action="/dialled" timeout="20" {}>'
    f'<Number url="/whisper">{SALES}</Number><Sip url="/whisper">{OTHER}</Sip></Dial>'
)
WHISPER = {
    "/whisper": '<Gather numDigits="1" action="/accepted"><Say>A call</Say></Gather><Hangup/>',
    "/accepted": lambda form: "" if form["Digits"] == "1" else "<Hangup/>",
    "/dialled": "<Say>Back</Say>",
}


def dialled(begin, attributes=""):
    script, platform = begin({"/voice": DIAL.format(attributes), **WHISPER})
    call = platform.call_in(US, CALLER)
    assert isinstance(call.waits, Dials)
    return script, call, call.waits.legs


def outcome(script) -> tuple[str, str, str | None]:
    (form,) = script.forms("/dialled")
    return form["DialCallStatus"], form["DialBridged"], form.get("DialCallDuration")


def test_who_answers_hears_what_is_for_them_alone_and_is_connected(begin):
    script, call, (first, second) = dialled(begin, 'callerId="+37167000100"')
    first.pick_up()
    whisper = script.forms("/whisper")[0]
    assert (whisper["CallSid"], whisper["ParentCallSid"]) == (first.sid, call.sid)
    assert (whisper["Direction"], whisper["To"], whisper["From"]) == ("outbound-dial", SALES, US)
    assert said(first) == ["A call"]
    first.presses("1")
    assert isinstance(call.waits, Talks)
    assert (first.connected, second.status) == (True, "no-answer")
    first.hangs_up(after=60)
    assert outcome(script) == ("completed", "true", "61")
    assert script.forms("/dialled")[0]["DialCallSid"] == first.sid
    assert said(call) == ["Back"]


def test_who_has_nothing_to_hear_is_connected_at_once(begin):
    script, platform = begin({"/voice": f"<Dial>{SALES}</Dial><Say>Back</Say>"})
    call = platform.call_in(US, CALLER)
    (leg,) = call.waits.legs
    leg.pick_up()
    assert leg.connected
    leg.hangs_up()
    assert said(call) == ["Back"]
    assert script.paths() == ["/voice", "/status"]


def decline(leg):
    leg.pick_up()
    leg.presses("2")


def listen_and_go(leg):
    leg.pick_up()
    leg.hangs_up()


ENDS = {
    "busy": (lambda call, legs: [leg.refuse("busy") for leg in legs], "busy"),
    "nobody": (lambda call, legs: call.rings_out(), "no-answer"),
    "unknown": (lambda call, legs: [leg.refuse("failed", 404) for leg in legs], "failed"),
    "declined": (lambda call, legs: [decline(leg) for leg in legs], "completed"),
    "gone": (lambda call, legs: [listen_and_go(leg) for leg in legs], "completed"),
    "the last counts": (lambda call, legs: [decline(legs[0]), call.rings_out()], "no-answer"),
}


@pytest.mark.parametrize(("people_do", "status"), ENDS.values(), ids=ENDS)
def test_how_ringing_at_several_places_ended_is_told(begin, people_do, status):
    script, call, legs = dialled(begin)
    people_do(call, legs)
    assert outcome(script)[:2] == (status, "false")
    assert said(call) == ["Back"]


def test_places_may_be_rung_one_after_another(begin):
    script, call, legs = dialled(begin, 'sequential="true"')
    assert [leg.to for leg in legs] == [SALES]
    call.rings_out()
    (second,) = call.waits.legs
    assert (second.to, second.status) == (OTHER, "ringing")
    second.refuse("busy", 486)
    assert outcome(script) == ("busy", "false", None)
    assert script.forms("/dialled")[0]["DialSipResponseCode"] == "486"


def test_a_place_that_takes_the_call_ends_the_row(begin):
    script, call, (first,) = dialled(begin, 'sequential="true"')
    first.pick_up()
    first.presses("1")
    first.hangs_up(after=5)
    assert outcome(script)[:2] == ("completed", "true")
    assert said(call) == ["Back"]


def test_the_caller_may_leave_while_it_rings(begin):
    script, call, legs = dialled(begin)
    call.hangs_up()
    assert outcome(script) == ("canceled", "false", None)
    assert script.forms("/dialled")[0]["CallStatus"] == "completed"
    assert [leg.status for leg in legs] == ["canceled", "canceled"]
    assert script.paths()[-1] == "/status"
    assert said(call) == []


def test_the_caller_may_leave_the_talk(begin):
    script, call, (first, _) = dialled(begin)
    first.pick_up()
    first.presses("1")
    call.hangs_up(after=30)
    assert outcome(script) == ("completed", "true", "31")
    assert (first.status, call.status) == ("completed", "completed")


def test_a_star_ends_the_talk_where_it_may(begin):
    script, call, (first, _) = dialled(begin, 'hangupOnStar="true"')
    first.pick_up()
    first.presses("1")
    call.presses("1")
    assert isinstance(call.waits, Talks)
    call.presses("*")
    assert outcome(script)[:2] == ("completed", "true")


def test_whoever_is_dialled_has_a_status_callback_of_its_own(begin):
    told = 'statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed"'
    pages = {"/voice": f"<Dial><Number {told}>{SALES}</Number></Dial>", "/leg": (204, "", b"")}
    script, platform = begin(pages)
    call = platform.call_in(US, CALLER)
    (leg,) = call.waits.legs
    leg.pick_up()
    leg.hangs_up(after=3)
    statuses = [form["CallStatus"] for form in script.forms("/leg")]
    assert statuses == ["initiated", "ringing", "in-progress", "completed"]
    assert {form["ParentCallSid"] for form in script.forms("/leg")} == {call.sid}


def test_a_whisper_that_cannot_be_used_loses_the_leg(begin):
    script, platform = begin({"/voice": DIAL.format(""), **WHISPER, "/whisper": "<Dial>+37167000202</Dial>"})
    call = platform.call_in(US, CALLER)
    for leg in call.waits.legs:
        leg.pick_up()
    assert outcome(script)[:2] == ("failed", "false")
    assert {fault.code for fault in platform.faults} == {13201}


# ── Enqueue ─────────────────────────────────────────────────────────────────────────────────────

ENQUEUE = '<Enqueue action="/queued" waitUrl="/wait">support</Enqueue>'
WAIT = {
    "/wait": '<Gather numDigits="1" timeout="10" action="/key"><Say>Press one</Say></Gather>',
    "/key": "<Leave/>",
    "/queued": "<Say>Back</Say>",
}


def queued(begin, **pages):
    script, platform = begin({"/voice": ENQUEUE, **WAIT, **pages})
    call = platform.call_in(US, CALLER)
    assert call.waits == Queues("support", arrived=False)
    return script, call


def result(script) -> tuple[str, str]:
    (form,) = script.forms("/queued")
    return form["QueueResult"], form["QueueTime"]


def test_who_waits_hears_the_same_again_until_a_key_leads_out(begin):
    script, call = queued(begin)
    call.stays_silent()
    assert isinstance(call.waits, Gathers)
    call.stays_silent()
    assert call.waits == Queues("support", arrived=True)
    call.stays_silent()
    call.presses("1")
    assert [form["QueueTime"] for form in script.forms("/wait")] == ["0", "12"]
    assert result(script) == ("leave", "13")
    assert said_waiting(call) == ["Press one", "Press one"]
    assert said(call) == ["Back"]


def test_who_is_taken_from_the_queue_talks(begin):
    script, call = queued(begin)
    call.stays_silent()
    call.is_taken()
    assert call.waits == Talks(None)
    call.talk_ends(60)
    assert result(script) == ("bridged", "1")
    assert said(call)[-1] == "Back"


def hang_up_in_talk(call):
    call.stays_silent()
    call.is_taken()
    call.hangs_up()


QUEUE_ENDS = {
    "full": (lambda call: call.is_turned_away(), "queue-full", "in-progress"),
    "broken": (lambda call: call.is_turned_away("system-error"), "system-error", "in-progress"),
    "left at the door": (lambda call: call.hangs_up(), "hangup", "completed"),
    "left while waiting": (lambda call: [call.stays_silent(), call.hangs_up()], "hangup", "completed"),
    "left in the talk": (hang_up_in_talk, "bridged", "completed"),
}


@pytest.mark.parametrize(("people_do", "told", "status"), QUEUE_ENDS.values(), ids=QUEUE_ENDS)
def test_how_waiting_ended_is_told(begin, people_do, told, status):
    script, call = queued(begin)
    people_do(call)
    (form,) = script.forms("/queued")
    assert (form["QueueResult"], form["CallStatus"]) == (told, status)
    assert said(call)[-1:] == (
        [] if call.heard == [] else ["Back" if status == "in-progress" else "Press one"]
    )


def test_who_is_hung_up_on_while_waiting_is_gone(begin):
    script, call = queued(begin, **{"/wait": "<Hangup/>"})
    call.stays_silent()
    assert call.status == "completed"
    assert result(script)[0] == "hangup"


def test_a_wait_that_cannot_be_performed_ends_in_an_error(begin):
    script, call = queued(begin, **{"/wait": "<Dial>+37167000201</Dial>"})
    call.stays_silent()
    assert result(script)[0] == "error"
    assert said(call) == ["Back"]


def test_without_an_address_there_is_music(begin):
    _, platform = begin({"/voice": "<Enqueue>support</Enqueue><Say>Back</Say>"})
    call = platform.call_in(US, CALLER)
    for _ in range(3):
        call.stays_silent()
    assert call.waits == Queues("support", arrived=True)
    call.is_taken()
    call.talk_ends(10)
    assert said(call) == ["Back"]


# ── Calls that REST orders ──────────────────────────────────────────────────────────────────────

ALL = ("initiated", "ringing", "answered", "completed")


def outbound(begin, **pages):
    script, platform = begin({"/answered": ASK, **pages})
    handling = Handling(
        f"{PUBLIC}/answered",
        status_callback=f"{PUBLIC}/status",
        status_callback_event=ALL,
        async_amd_status_callback=f"{PUBLIC}/machine",
    )
    return script, platform.call_out(CALLER, US, handling)


def test_a_call_of_ours_tells_how_it_goes_on(begin):
    script, call = outbound(begin)
    assert call.status == "queued"
    call.pick_up()
    call.hangs_up(after=5)
    statuses = ["initiated", "ringing", "in-progress", "completed"]
    assert [form["CallStatus"] for form in script.forms("/status")] == statuses
    assert [form["SequenceNumber"] for form in script.forms("/status")] == ["0", "1", "2", "3"]
    assert {form["Direction"] for form in script.forms("/status")} == {"outbound-api"}
    assert script.paths()[3] == "/answered"


@pytest.mark.parametrize(
    ("status", "sip", "told"),
    [
        ("busy", 486, ["initiated", "ringing", "busy"]),
        ("no-answer", 0, ["initiated", "ringing", "no-answer"]),
        ("failed", 404, ["failed"]),
    ],
)
def test_a_call_of_ours_that_nobody_answers_tells_why(begin, status, sip, told):
    script, call = outbound(begin)
    call.refuse(status, sip)
    assert [form["CallStatus"] for form in script.forms("/status")] == told
    assert script.forms("/status")[-1].get("SipResponseCode", "0") == str(sip)
    assert "/answered" not in script.paths()


def test_what_the_detection_finds_is_told_beside_the_call(begin):
    script, call = outbound(begin, **{"/machine": (204, "", b"")})
    call.pick_up()
    call.detects("machine_end_beep")
    (form,) = script.forms("/machine")
    assert (form["AnsweredBy"], form["CallSid"]) == ("machine_end_beep", call.sid)
    assert isinstance(call.waits, Gathers)


def test_a_live_call_may_be_sent_elsewhere(begin):
    script, call = outbound(begin, **{"/again": "<Say>Elsewhere</Say>"})
    call.pick_up()
    call.redirect(f"{PUBLIC}/again")
    assert said(call) == ["Yes?", "Elsewhere"]
    assert "/turn" not in script.paths()
    assert call.status == "completed"


def test_it_may_be_sent_elsewhere_while_a_webhook_is_answered(begin):
    calls = []

    def machine(_):
        calls[0].redirect(f"{PUBLIC}/again")
        return 204, "", b""

    _, call = outbound(begin, **{"/machine": machine, "/again": "<Say>Elsewhere</Say>"})
    calls.append(call)
    call.pick_up()
    call.detects("machine_start")
    assert said(call) == ["Yes?", "Elsewhere"]


def test_who_is_being_connected_may_be_sent_elsewhere(begin):
    script, call, legs = dialled(begin)
    script.pages["/again"] = "<Say>Elsewhere</Say>"
    call.redirect(f"{PUBLIC}/again")
    assert said(call) == ["Elsewhere"]
    assert [leg.status for leg in legs] == ["canceled", "canceled"]
    assert "/dialled" not in script.paths()


def test_who_waits_in_a_queue_may_be_sent_elsewhere(begin):
    script, call = queued(begin, **{"/again": "<Say>Elsewhere</Say>"})
    call.stays_silent()
    call.redirect(f"{PUBLIC}/again")
    assert said(call) == ["Elsewhere"]
    assert result(script)[0] == "redirected"


def test_a_live_call_may_be_ended(begin):
    script, call = outbound(begin)
    call.pick_up()
    call.end()
    assert script.forms("/status")[-1]["CallStatus"] == "completed"


def test_a_call_that_still_rings_is_canceled(begin):
    script, call = outbound(begin)
    call.rings()
    call.end()
    assert script.forms("/status")[-1]["CallStatus"] == "canceled"


def test_a_leg_that_talks_may_be_ended(begin):
    script, _, (first, _) = dialled(begin)
    first.pick_up()
    first.presses("1")
    first.end()
    assert outcome(script)[:2] == ("completed", "true")


def test_a_call_may_be_ended_while_its_webhook_is_answered(begin):
    calls = []

    def status(form):
        if form["CallStatus"] == "initiated":
            calls[0].end()
        return 204, "", b""

    script, call = outbound(begin, **{"/status": status})
    calls.append(call)
    call.rings()
    assert call.status == "canceled"
    told = [form["CallStatus"] for form in script.forms("/status")]
    assert told == ["initiated", "ringing", "canceled"]


def test_a_relative_address_is_one_beside_the_document_that_is_performed(begin):
    pages = {
        "/voice": (404, "", b""),
        "/other/fallback": "<Redirect>next</Redirect>",
        "/other/next": "<Hangup/>",
    }
    script, platform = begin(pages, fallback_url=f"{PUBLIC}/other/fallback")
    platform.call_in(US, CALLER)
    assert "/other/next" in script.paths()


def test_a_status_callback_that_fails_is_noted_and_changes_nothing(begin):
    _, platform = begin({"/voice": ASK, "/status": (500, "", b"")})
    call = platform.call_in(US, CALLER)
    call.hangs_up()
    assert (call.status, platform.faults[0].code) == ("completed", 15003)


IMPOSSIBLE = {
    "picks up twice": lambda call: call.pick_up(),
    "refuses after the answer": lambda call: call.refuse("busy"),
    "presses after the end": lambda call: [call.hangs_up(), call.presses("1")],
}


@pytest.mark.parametrize("people_do", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_happen_is_said_to_whoever_steers(begin, people_do):
    _, call = outbound(begin)
    call.pick_up()
    with pytest.raises(StandInError, match=call.sid):
        people_do(call)


def test_an_agent_who_dials_a_queue_is_not_performed(begin):
    _, platform = begin({"/voice": "<Dial><Queue>support</Queue></Dial>"})
    with pytest.raises(StandInError, match="is_taken"):
        platform.call_in(US, CALLER)


def test_words_are_heard_where_they_are_awaited(begin):
    ask = '<Gather input="dtmf speech" action="/turn"><Say>Yes?</Say></Gather>'
    script, platform = begin({"/voice": ask, "/turn": "<Hangup/>"})
    platform.call_in(US, CALLER).does(Speaks("sales", confidence=0.7))
    (form,) = script.forms("/turn")
    assert (form["SpeechResult"], form["Confidence"]) == ("sales", "0.7")
    assert "Digits" not in form
