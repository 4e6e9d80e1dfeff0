"""Turns as TwiML: whole documents, compared sign by sign."""

from __future__ import annotations

import io
import wave
from datetime import UTC, datetime
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.disposition import Disposition
from ivr.company.models import Callbacks, Company, TwilioVoice
from ivr.conversation import actions
from ivr.conversation.actions import (
    Ask,
    AwaitSilence,
    Conclude,
    DropMessage,
    Expects,
    HangUp,
    KeepMessage,
    LookUp,
    MakePromise,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    Record,
    Remember,
    SettlePromise,
    Transfer,
)
from ivr.conversation.errand import Origin
from ivr.errors import SpeechError
from ivr.lines.twilio import render as renderer
from ivr.lines.twilio import ringing as ringing_tone
from ivr.lines.twilio.ears import hints
from ivr.lines.twilio.form import MalformedError
from ivr.lines.twilio.render import (
    accepted,
    hang_up,
    holding,
    leave,
    listen,
    render,
    skipped,
    waiting,
    whisper,
)
from ivr.lines.twilio.standin import twiml as strict
from ivr.lines.twilio.standin.rules import BEFORE_BRIDGE, IN_CALL, IN_QUEUE
from ivr.lines.twilio.standin.verbs import Gather
from tests.conversation import test_outreach_properties as outreach
from tests.conversation import test_properties as inbound
from tests.conversation.inbound import play as play_inbound
from tests.conversation.outbound import play as play_outbound
from tests.lines.twilio.twiml import (
    ADDRESSES,
    AT,
    CALLER,
    COMPANY_NUMBER,
    SID,
    altered,
    document,
    dumb,
    live,
    played,
    ringing,
    said,
    say,
    sentence,
    spoken,
)

EMPTY = document().replace("<Response></Response>", "<Response />")
NOON = datetime(2026, 11, 26, 10, tzinfo=UTC)
CONFIRM = Ask("confirm", "12*#0", 6.0)
INFO = Ask("menu:group:info", "129*#0", 6.0)
DATE = Ask("day", "0123456789*#", 10.0, digits=4)
RECORD = Record("sales", 120, 4)
TRANSFER = Transfer("sales", (sentence("Zvans."), sentence("Call.", "en")), accept=True)
UNBRIEFED = Transfer("sales", (), accept=False)
WRITTEN = (
    KeepMessage("sales", "messages/x.wav", 12.0),
    DropMessage("messages/x.wav"),
    MakePromise(NOON, "Europe/Riga", "rīt, plkst. 10.00", Origin.CLOSED, "sales"),
    MovePromise("p1", NOON, "Europe/Riga", "rīt, plkst. 10.00"),
    SettlePromise("p1", "kept"),
    OptOut("9"),
    Remember("q1", "1", "yes"),
    Note("sales", "Call back."),
    Conclude(Disposition.ACCEPTED),
)

KEYS_ONLY = 'finishOnKey="" input="dtmf" numDigits="1" timeout="6"'
ASKED = f'<Gather action="{AT}/turn?turn=3" actionOnEmptyResult="true" {KEYS_ONLY}'
SEVERAL = (
    f'<Gather action="{AT}/turn?turn=3" actionOnEmptyResult="true" finishOnKey="#" input="dtmf" '
    'numDigits="4" timeout="10"'
)
RECORDED = (
    f'<Record action="{AT}/recording?turn=3&amp;silence=4" finishOnKey="1234567890*#" maxLength="120" '
    f'playBeep="true" recordingStatusCallback="{AT}/recording?turn=3&amp;silence=4" '
    'timeout="4" trim="do-not-trim" />'
    f"<Redirect>{AT}/recording?turn=3&amp;nothing=1</Redirect>"
)
MONITORED = (
    f'<Start><Recording channels="mono" recordingStatusCallback="{AT}/monitored?turn=3" trim="do-not-trim" />'
    "</Start>"
)
SKIPPED = (
    f'<Gather action="{AT}/skipped?turn=3" finishOnKey="" input="dtmf" numDigits="1" timeout="1">'
    "{}</Gather>"
)


def _rendered(company, *deeds, speak=spoken, **call) -> str:
    return render(live(company, *deeds, **call), ADDRESSES, speak)


# ── Questions, recordings, the end ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("deeds", "lines"),
    [
        pytest.param((CONFIRM,), [f"{ASKED} />"], id="a question without a word"),
        pytest.param(
            (say("Labdien!"), say("Vai pareizi?"), CONFIRM),
            [f"{ASKED}>", said("Labdien!"), said("Vai pareizi?"), "</Gather>"],
            id="all that is said stands within the question",
        ),
        pytest.param(
            (say("Labdien!"), say("For English, press the hash key.", "en"), CONFIRM),
            [f"{ASKED}>", said("Labdien!"), said("For English, press the hash key.", "en"), "</Gather>"],
            id="a sentence in the other language",
        ),
        pytest.param(
            (say("Kurā dienā?"), DATE),
            [
                f"{SEVERAL}>",
                said("Kurā dienā?"),
                "</Gather>",
            ],
            id="several keys, which # ends",
        ),
        pytest.param(
            (Ask("confirm", "12", 5.5),),
            [f"{ASKED} />"],
            id="whole seconds, rather more than less",
        ),
        pytest.param(
            (Ask("confirm", "12", 0.0),),
            [f"{ASKED} />".replace('timeout="6"', 'timeout="1"')],
            id="no less than a second",
        ),
        pytest.param(
            (say("Sarunu ieraksta."), MonitorCall(), say("Kā varu palīdzēt?"), CONFIRM),
            [said("Sarunu ieraksta."), MONITORED, f"{ASKED}>", said("Kā varu palīdzēt?"), "</Gather>"],
            id="the notice is heard before anything is recorded",
        ),
        pytest.param(
            (MonitorCall(), HangUp("done")),
            [MONITORED, "<Hangup />"],
            id="recorded without a word before",
        ),
        pytest.param(
            (say("Runājiet pēc signāla."), RECORD),
            [SKIPPED.format(said("Runājiet pēc signāla.")), RECORDED],
            id="a recording, to which one may skip",
        ),
        pytest.param((RECORD,), [RECORDED], id="a recording without a word"),
        pytest.param(
            (say("Uz redzēšanos!"), HangUp("goodbye")),
            [said("Uz redzēšanos!"), "<Hangup />"],
            id="a goodbye is heard to its end",
        ),
        pytest.param((HangUp("caller hung up"),), ["<Hangup />"], id="the end without a word"),
        pytest.param(
            (AwaitSilence(30.0), say("Zvanām no Ozola."), Conclude(Disposition.MACHINE), HangUp("machine")),
            [said("Zvanām no Ozola."), "<Hangup />"],
            id="to a machine",
        ),
        pytest.param((*WRITTEN, CONFIRM), [f"{ASKED} />"], id="what is written alone"),
    ],
)
def test_a_turn_as_twiml(example, deeds, lines):
    made = _rendered(example, *deeds)
    assert made == document(*lines)
    strict.read(made.encode())


def test_every_action_that_a_line_sees_is_rendered():
    assert set(renderer._RENDER) == {*get_args(actions.Action)} - {LookUp}


def test_prompts_are_played_by_their_places(example):
    made = _rendered(example, say("Labdien!"), MonitorCall(), say("Vai pareizi?"), CONFIRM, speak=played)
    assert f"<Play>{AT}/sound/0.wav</Play><Start>" in made
    assert f"<Play>{AT}/sound/2.wav</Play></Gather>" in made


def test_where_two_turns_are_one_the_last_is_answered_and_the_first_repeated(example):
    """The ledger was asked between turns 3 and 5: ``Desk.repeat`` gives both by the number of the first."""
    call = {"number": 5, "since": 3}
    assert f'action="{AT}/turn?turn=5"' in _rendered(example, CONFIRM, **call)
    transferring = _rendered(example, TRANSFER, **call)
    assert f'action="{AT}/transfer?turn=5"' in transferring
    assert f"{AT}/whisper?call={SID}&amp;turn=3" in transferring
    recording = _rendered(example, MonitorCall(), say("Runājiet."), RECORD, **call)
    assert f"{AT}/recording?turn=5&amp;silence=4" in recording
    assert f"{AT}/skipped?turn=3" in recording
    assert f"{AT}/monitored?turn=3" in recording
    queueing = _rendered(ringing(example, twilio=["queue:support"]), TRANSFER, **call)
    assert f"{AT}/transfer?turn=5&amp;seconds=25" in queueing
    assert f"{AT}/waiting?turn=3&amp;seconds=25" in queueing


def test_what_no_voice_can_say_is_told_to_whoever_asked(example):
    with pytest.raises(SpeechError):
        _rendered(example, say("Labdien!"), CONFIRM, speak=dumb)


def test_a_key_that_skips_is_kept_for_what_is_recorded(example):
    made = skipped(live(example, say("Runājiet pēc signāla."), RECORD), ADDRESSES, "7")
    assert made == document(RECORDED.replace("silence=4", "silence=4&amp;key=7"))
    strict.read(made.encode())


# ── Words ───────────────────────────────────────────────────────────────────────────────────────


def _heard(company: Company, expects: Expects, digits: int = 1, language: str = "lv") -> Gather:
    """The <Gather> of a question that expects words, as Twilio reads it."""
    question = Ask("question", "0123456789*#", 6.0, digits, expects)
    (gather,) = strict.read(_rendered(company, question, language=language).encode()).verbs
    return gather


def test_a_question_that_expects_words_listens_for_them_as_well_as_for_keys(example):
    made = _rendered(example, Ask("menu:main", "1234*#0", 6.0, expects=Expects.YES_NO), language="en")
    (gather,) = strict.read(made.encode()).verbs
    assert gather == Gather(
        action=f"{AT}/turn?turn=3",
        input=("dtmf", "speech"),
        num_digits=1,
        finish_on_key="",
        timeout=6,
        action_on_empty_result=True,
        language="en-US",
        hints=gather.hints,
        speech_model="experimental_utterances",
        speech_timeout="1",
        profanity_filter=False,
    )


@pytest.mark.parametrize("expects", Expects)
@pytest.mark.parametrize("language", ["lv", "en"])
def test_twilio_takes_what_is_listened_for_and_bears_with_who_thinks(example, expects, language):
    gather = _heard(example, expects, language=language)
    thinks = expects in {Expects.WISH, Expects.TIME}
    assert gather.speech_timeout == ("2" if thinks else "1")
    assert bool(gather.speech_model) is (language == "en")
    assert (gather.speech_model == "experimental_conversations") is (
        language == "en" and expects is Expects.WISH
    )


def test_several_keys_are_collected_where_words_are_heard_too(example):
    gather = _heard(example, Expects.TIME, digits=4)
    assert (gather.num_digits, gather.finish_on_key, gather.input) == (4, "#", ("dtmf", "speech"))


@pytest.mark.parametrize(("given", "tag"), [(None, "en-US"), ("en-GB", "en-GB")])
def test_the_company_says_in_which_english_it_is_listened_to(example, given, tag):
    company = altered(example, twilio={"en": TwilioVoice(language=given)})
    assert _heard(company, Expects.WISH, language="en").language == tag
    assert _heard(company, Expects.WISH, language="lv").language == "lv-LV"


HINTS = {
    "as they are": (("adrese", "darba laiks"), "adrese, darba laiks"),
    "none": ((), ""),
    "without commas, which part them": (("Ozols, pārdošana", " a  b "), "Ozols pārdošana, a b"),
    "each once": (("adrese", "adrese"), "adrese"),
    "without those that are too long": (("ā" * 100, "ē" * 101, ""), "ā" * 100),
    "of too many the short ones": (
        ("garāks vārds", *(f"v{number}" for number in range(500))),
        ", ".join(f"v{number}" for number in range(500)),
    ),
}


@pytest.mark.parametrize(("phrases", "written"), HINTS.values(), ids=HINTS)
def test_hints_are_what_twilio_takes(phrases, written):
    assert hints(phrases) == written


def test_hints_leave_room_in_a_document(example):
    many = hints(tuple(f"{'ā' * 95}{number:03}" for number in range(500)))
    assert 150 < many.count(",") < 250
    assert len(many.encode()) < strict.MOST_BYTES


def test_a_question_that_expects_no_words_listens_for_keys_alone(example):
    assert _rendered(example, Ask("menu:main", "12", 6.0)) == document(f"{ASKED} />")


# ── Transfers ───────────────────────────────────────────────────────────────────────────────────

WHISPER = f'url="{AT}/whisper?call={SID}&amp;turn=3"'


def _dial(*nouns: str, shown: str = CALLER, seconds: int = 20, how: str = "") -> str:
    return (
        f'<Dial action="{AT}/transfer?turn=3" answerOnBridge="true" callerId="{shown}"{how} '
        f'timeout="{seconds}">{"".join(nouns)}</Dial>'
    )


@pytest.mark.parametrize(
    ("rings", "transfer", "line"),
    [
        pytest.param(
            {"twilio": "+37167000201"},
            TRANSFER,
            _dial(f"<Number {WHISPER}>+37167000201</Number>"),
            id="one telephone",
        ),
        pytest.param(
            {"twilio": ["+37167000201", "sip:202@pbx.example.com;transport=tls", "client:anna"]},
            TRANSFER,
            _dial(
                f"<Number {WHISPER}>+37167000201</Number>",
                f"<Sip {WHISPER}>sip:202@pbx.example.com;transport=tls</Sip>",
                f"<Client {WHISPER}>anna</Client>",
            ),
            id="all at once",
        ),
        pytest.param(
            {"twilio": ["+37167000201", "+37167000202"], "together": False},
            UNBRIEFED,
            _dial("<Number>+37167000201</Number>", "<Number>+37167000202</Number>", how=' sequential="true"'),
            id="one after the other",
        ),
        pytest.param(
            {"twilio": "+37167000201"},
            UNBRIEFED,
            _dial("<Number>+37167000201</Number>"),
            id="connected at once",
        ),
        pytest.param(
            {"twilio": "+37167000201", "seconds": 60},
            UNBRIEFED,
            _dial("<Number>+37167000201</Number>", seconds=55),
            id="Twilio rings five seconds longer than it is told",
        ),
        pytest.param(
            {"twilio": "+37167000201", "seconds": 5},
            UNBRIEFED,
            _dial("<Number>+37167000201</Number>", seconds=5),
            id="and no less than five",
        ),
        pytest.param(
            {"twilio": "queue:support", "seconds": 60},
            TRANSFER,
            f'<Enqueue action="{AT}/transfer?turn=3&amp;seconds=60" '
            f'waitUrl="{AT}/waiting?turn=3&amp;seconds=60">support</Enqueue>',
            id="a queue",
        ),
        pytest.param(
            {"extensions": 201},
            TRANSFER,
            f"<Redirect>{AT}/transfer?turn=3&amp;unavailable=1</Redirect>",
            id="nowhere on Twilio",
        ),
    ],
)
def test_a_transfer_as_twiml(example, rings, transfer, line):
    made = _rendered(ringing(example, **rings), say("Savienoju."), transfer)
    assert made == document(said("Savienoju."), line)
    strict.read(made.encode())


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        pytest.param({}, CALLER, id="the caller's"),
        pytest.param({"caller": None}, COMPANY_NUMBER, id="withheld: the number that was called"),
        pytest.param({"caller": "112"}, COMPANY_NUMBER, id="no E.164: the number that was called"),
        pytest.param(
            {"caller": '"><Dial>+37190000000</Dial>'}, COMPANY_NUMBER, id="no number at all: likewise"
        ),
        pytest.param(
            {"caller": None, "called": "sip:bot@example.com"}, COMPANY_NUMBER, id="the company's first number"
        ),
        pytest.param(
            {"caller": "+37167000102", "called": CALLER, "attempt": "a" * 32},
            "+37167000102",
            id="in a call of ours, the number that we have shown",
        ),
    ],
)
def test_the_number_that_the_department_sees(example, call, shown):
    made = _rendered(ringing(example, twilio="+37167000201"), UNBRIEFED, **call)
    assert made == document(_dial("<Number>+37167000201</Number>", shown=shown))


# ── To the department ───────────────────────────────────────────────────────────────────────────

BRIEFED = (
    f'<Gather action="{AT}/accepted?call={SID}&amp;turn=3" finishOnKey="" input="dtmf" numDigits="1" '
    'timeout="5">{}</Gather>'
)


def test_the_department_is_briefed_in_its_language_and_once_more_before_the_end(example):
    briefing = BRIEFED.format(said("Zvans.") + said("Call.", "en"))
    made = whisper(live(example, say("Savienoju."), TRANSFER), ADDRESSES, spoken)
    assert made == document(briefing, briefing, "<Hangup />")
    strict.read(made.encode(), BEFORE_BRIDGE)


def test_a_briefing_is_played_by_its_places(example):
    made = whisper(live(example, TRANSFER), ADDRESSES, played)
    briefing = BRIEFED.format(f"<Play>{AT}/sound/b0.wav</Play><Play>{AT}/sound/b1.wav</Play>")
    assert made == document(briefing, briefing, "<Hangup />")


def test_a_department_that_cannot_be_briefed_is_connected(example, capsys):
    assert whisper(live(example, TRANSFER), ADDRESSES, dumb) == EMPTY
    assert "briefing_unsaid" in capsys.readouterr().out


@pytest.mark.parametrize(("accepts", "inside"), [(True, ""), (False, "<Hangup />")])
def test_who_presses_1_is_connected_and_nobody_else(accepts, inside):
    made = accepted(accepts)
    assert made == (document(inside) if inside else EMPTY)
    strict.read(made.encode(), BEFORE_BRIDGE)


# ── In a queue ──────────────────────────────────────────────────────────────────────────────────

LEAVE = document("<Leave />")


def _ring(times: int) -> str:
    return f'<Play loop="{times}">{AT}/sound/ringing.wav</Play>'


def _waits(offer: str, times: int) -> str:
    return document(
        f'<Gather action="{AT}/waiting?turn=3&amp;seconds=60" finishOnKey="" input="dtmf" numDigits="1" '
        f'timeout="1">{offer}{_ring(times)}</Gather>'
    )


CALLBACK = said("Ja gaidīt nevēlaties, nospiediet viens, un mēs Jums atzvanīsim.")
CALLBACK_IN_ENGLISH = said("If you would rather be called back than wait, press one.", "en")


@pytest.mark.parametrize(
    ("offered", "language", "waited", "wants", "expected"),
    [
        pytest.param(True, "lv", 0, False, _waits("", 6), id="at first it rings"),
        pytest.param(True, "lv", 30, False, _waits(CALLBACK, 6), id="then a call back is offered"),
        pytest.param(True, "en", 31, False, _waits(CALLBACK_IN_ENGLISH, 6), id="in the caller's language"),
        pytest.param(True, "lv", 52, False, _waits(CALLBACK, 2), id="until the time is up"),
        pytest.param(True, "lv", 59, False, _waits(CALLBACK, 1), id="it rings at least once"),
        pytest.param(True, "lv", 60, False, LEAVE, id="the time is up"),
        pytest.param(True, "lv", 12, True, LEAVE, id="the caller wants to be called back"),
        pytest.param(False, "lv", 30, False, document(_ring(6)), id="no calls are promised"),
        pytest.param(False, "lv", 12, True, document(_ring(6)), id="and no key means anything then"),
        pytest.param(False, "lv", 60, False, LEAVE, id="the time is up all the same"),
    ],
)
def test_what_a_caller_hears_in_a_queue(example, offered, language, waited, wants, expected):
    company = altered(
        ringing(example, twilio="queue:support", seconds=60), callbacks=Callbacks(offered=offered)
    )
    made = waiting(live(company, TRANSFER, language=language), ADDRESSES, spoken, waited, wants)
    assert made == expected
    strict.read(made.encode(), IN_QUEUE)


@pytest.mark.parametrize(
    ("waited", "expected"), [(0, document(_ring(5))), (20, document(_ring(1))), (25, LEAVE), (99, LEAVE)]
)
def test_what_a_caller_hears_in_a_queue_of_which_the_records_know_nothing(waited, expected):
    assert holding(ADDRESSES, 25, waited) == expected


def test_the_ringing_is_as_long_as_it_is_said_to_be():
    with wave.open(io.BytesIO(ringing_tone.sound())) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 8_000)
        assert sound.getnframes() == ringing_tone.SECONDS * 8_000
        tone, rest = sound.readframes(8_000), sound.readframes(32_000)
    assert any(tone)
    assert not any(rest)


@pytest.mark.parametrize(
    "page",
    [
        lambda call: whisper(call, ADDRESSES, spoken),
        lambda call: waiting(call, ADDRESSES, spoken, 0, wants_callback=False),
        lambda call: skipped(call, ADDRESSES, ""),
    ],
)
def test_a_page_of_another_kind_of_turn_is_refused(example, page):
    with pytest.raises(MalformedError, match="turn is 3"):
        page(live(example, CONFIRM))


# ── Calls of ours, and any ──────────────────────────────────────────────────────────────────────


def test_whoever_picks_up_is_listened_to():
    made = listen(ADDRESSES, "a" * 32, "lv-LV")
    assert made == document(
        f'<Gather action="{AT}/spoken?attempt={"a" * 32}" actionOnEmptyResult="true" input="speech" '
        'language="lv-LV" speechTimeout="1" timeout="2" />'
    )
    strict.read(made.encode())


def test_the_end_of_a_call_and_of_waiting():
    assert hang_up() == document("<Hangup />")
    assert leave() == LEAVE


# ── Whatever is said ────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    pytest.param("<Hangup/>", "<Hangup/>", id="markup"),
    pytest.param("Smith & Sons \"&amp;\" 'ab'", "Smith & Sons \"&amp;\" 'ab'", id="quotes and entities"),
    pytest.param("]]><!-- ?> <?xml", "]]><!-- ?> <?xml", id="ends of what has not begun"),
    pytest.param("one\x00two\x1bthree\ufffffour", "one two three four", id="what XML cannot hold"),
    pytest.param("lone \ud800 half", "lone   half", id="half a sign"),
    pytest.param("čīkstošā ē 🙂", "čīkstošā ē 🙂", id="any sign that there is"),
]


@pytest.mark.parametrize(("text", "heard"), HOSTILE)
def test_what_is_said_stays_text(example, text, heard):
    made = _rendered(example, say(text), HangUp("done"))
    (said_, _) = ET.fromstring(made.encode())  # noqa: S314 - what we have made ourselves
    assert (said_.tag, said_.text, list(said_)) == ("Say", heard, [])
    strict.read(made.encode())


def test_a_place_with_signs_that_xml_cannot_hold_does_not_break_the_document(example):
    made = _rendered(ringing(example, twilio="sip:a&b\x01'c@pbx.example.com"), UNBRIEFED)
    assert "<Sip>sip:a&amp;b 'c@pbx.example.com</Sip>" in made
    ET.fromstring(made.encode())  # noqa: S314


@pytest.mark.parametrize("text", ["vārds " * 400, "word " * 900, "слово " * 400, "ā" * 3_000])
def test_what_is_too_long_for_one_say_is_said_in_several(example, text):
    made = _rendered(example, say(text), HangUp("done"))
    *pieces, _ = strict.read(made.encode()).verbs
    assert len(pieces) > 1
    assert "".join(piece.text for piece in pieces).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", "  ", "\x00"])
def test_nothing_is_no_sentence(example, text):
    assert _rendered(example, say(text), HangUp("done")) == document("<Hangup />")


# ── Any call ────────────────────────────────────────────────────────────────────────────────────

_ENDS = {  # the longer before the shorter
    ("Record", "Redirect"): Record,
    ("Gather",): Ask,
    ("Dial",): Transfer,
    ("Enqueue",): Transfer,
    ("Redirect",): Transfer,
    ("Hangup",): HangUp,
}


def _keeps_contract(company, turn, speak) -> None:
    """Twilio takes it, and it ends in what the turn waits for."""
    if isinstance(turn.actions[-1], LookUp):
        return  # no line sees it
    call = live(company, *turn.actions, language=turn.state.language)
    verbs = [
        type(verb).__name__ for verb in strict.read(render(call, ADDRESSES, speak).encode(), IN_CALL).verbs
    ]
    end = next(end for end in _ENDS if tuple(verbs[-len(end) :]) == end)
    assert isinstance(turn.actions[-1], _ENDS[end])
    before = verbs[: -len(end)]
    assert set(before) <= {"Say", "Play", "Start", *(["Gather"] if end == ("Record", "Redirect") else [])}
    if end == ("Dial",) and turn.actions[-1].briefing:
        strict.read(whisper(call, ADDRESSES, speak).encode(), BEFORE_BRIDGE)


SPEAKERS = st.sampled_from([spoken, played])


@settings(max_examples=150)
@given(
    speak=SPEAKERS,
    called=st.sampled_from(["+37167000100", "+37167000101", "+37167000102", "sip:x@example.com"]),
    caller=st.sampled_from([CALLER, None, "anonymous", '"><Hangup/>']),
    recorded=st.booleans(),
    now=inbound.MOMENTS,
    known=inbound.KNOWN,
    events=st.one_of(st.lists(inbound.EVENTS, max_size=20), inbound.SEEKING),
)
def test_every_turn_of_a_call_to_us_is_twiml(example, speak, called, caller, recorded, now, known, events):
    company = altered(example, records_calls=recorded)
    for turn in play_inbound(company, *events, now=now, called=called, caller=caller, known=known):
        _keeps_contract(company, turn, speak)


@settings(max_examples=150)
@given(
    speak=SPEAKERS,
    why=outreach.ERRANDS,
    by=outreach.ANSWERING,
    now=outreach.MOMENTS,
    events=st.lists(outreach.EVENTS, max_size=20),
)
def test_every_turn_of_a_call_of_ours_is_twiml(example, speak, why, by, now, events):
    for turn in play_outbound(why, *events, by=by, now=now, company=example):
        _keeps_contract(example, turn, speak)
