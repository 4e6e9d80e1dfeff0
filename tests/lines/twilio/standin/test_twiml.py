"""Documents that Twilio would perform, and those that it would fault."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ivr.lines.twilio.standin.rules import BEFORE_BRIDGE, IN_CALL, IN_QUEUE
from ivr.lines.twilio.standin.twiml import TwimlError, read
from ivr.lines.twilio.standin.verbs import (
    Client,
    Dial,
    Enqueue,
    Gather,
    Hangup,
    Leave,
    Number,
    Pause,
    Play,
    Queue,
    Record,
    Recording,
    Redirect,
    Reject,
    Say,
    Sip,
    Start,
)

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(inside: str) -> bytes:
    return f"{HEAD}<Response>{inside}</Response>".encode()


GOOD = [
    ("", ()),
    ("<!-- nothing yet --> \n", ()),
    ("<Say>Labdien!</Say>", (Say("Labdien!"),)),
    ("<Say>\n  Labdien,\n  SIA Ozols!\n</Say>", (Say("Labdien, SIA Ozols!"),)),
    ("<Say>Ozols &amp; Co &lt;3</Say>", (Say("Ozols & Co <3"),)),
    (
        '<Say voice="Google.lv-LV-Standard-B" language="lv-LV" loop="0">Jā</Say>',
        (Say("Jā", "Google.lv-LV-Standard-B", "lv-LV", 0),),
    ),
    (
        "<Play>https://bot.example.com/a.wav?v=1&amp;w=2</Play>",
        (Play("https://bot.example.com/a.wav?v=1&w=2"),),
    ),
    ('<Play digits="1ww#"/>', (Play(digits="1ww#"),)),
    ('<Pause length="10"/>', (Pause(10),)),
    ("<Gather/>", (Gather(),)),
    (
        """<Gather input="dtmf speech" numDigits="1" finishOnKey="" timeout="6" speechTimeout="2"
        language="lv-LV" hints="pārdošana, klientu atbalsts" actionOnEmptyResult="true"
        action="/turn?turn=1" profanityFilter="false" bargeIn="true" method="POST">
            <Say>Jā?</Say><Pause/>
        </Gather>""",
        (
            Gather(
                (Say("Jā?"), Pause()),
                action="/turn?turn=1",
                input=("dtmf", "speech"),
                num_digits=1,
                finish_on_key="",
                timeout=6,
                speech_timeout="2",
                language="lv-LV",
                hints=("pārdošana", "klientu atbalsts"),
                action_on_empty_result=True,
                profanity_filter=False,
            ),
        ),
    ),
    (
        """<Record action="https://a.example/r" maxLength="120" timeout="3" finishOnKey="#*" playBeep="true"
        trim="do-not-trim" recordingStatusCallback="/s" recordingStatusCallbackEvent="completed absent"/>""",
        (
            Record(
                "https://a.example/r",
                timeout=3,
                finish_on_key="#*",
                max_length=120,
                trim="do-not-trim",
                recording_status_callback="/s",
                recording_status_callback_event=("completed", "absent"),
            ),
        ),
    ),
    ("<Dial>+37167000201</Dial>", (Dial(number="+37167000201"),)),
    (
        """<Dial timeout="25" callerId="+37167000100" sequential="true" answerOnBridge="true" ringTone="lt">
            <Number url="/w">+37167000201</Number>
            <Sip username="a" password="b">sip:202@pbx.example.com</Sip>
            <Client>anna</Client>
        </Dial>""",
        (
            Dial(
                (
                    Number("+37167000201", url="/w"),
                    Sip("sip:202@pbx.example.com", username="a", password="b"),
                    Client("anna"),
                ),
                timeout=25,
                caller_id="+37167000100",
                sequential=True,
                answer_on_bridge=True,
                ring_tone="lt",
            ),
        ),
    ),
    ('<Dial><Queue url="/q">support</Queue></Dial>', (Dial((Queue("support", url="/q"),)),)),
    (
        '<Enqueue action="/a" waitUrl="/w" waitUrlMethod="GET">support</Enqueue>',
        (Enqueue("support", "/a", wait_url="/w", wait_url_method="GET"),),
    ),
    (f'<Enqueue workflowSid="WW{"a" * 32}"/>', (Enqueue(workflow_sid=f"WW{'a' * 32}"),)),
    ('<Redirect method="GET">../next</Redirect>', (Redirect("../next", "GET"),)),
    ('<Reject reason="busy"/>', (Reject("busy"),)),
    (
        '<Start><Recording channels="mono" recordingStatusCallback="/r"/></Start><Hangup/>',
        (Start((Recording("/r", channels="mono"),)), Hangup()),
    ),
]


@pytest.mark.parametrize(("inside", "verbs"), GOOD, ids=[" ".join(inside[:40].split()) for inside, _ in GOOD])
def test_what_twilio_performs_is_read(inside, verbs):
    assert read(document(inside)).verbs == verbs


@dataclass(frozen=True)
class Bad:
    inside: str
    code: int
    says: str  # part of the message


BAD = [
    Bad("<say>Hello</say>", 12200, "perhaps Say"),
    Bad("<Speak>Hello</Speak>", 12200, "there is no <Speak>"),
    Bad('<Say Voice="alice">Hello</Say>', 12200, "no attribute Voice (perhaps voice"),
    Bad('<Say volume="5">Hello</Say>', 12200, "<Say> has no attribute volume"),
    Bad('<Say voice="Piper.lv">Hello</Say>', 13511, "a voice of Polly's or Google's"),
    Bad('<Say language="Latvian">Hello</Say>', 13512, "tag of a language"),
    Bad('<Say loop="-1">Hello</Say>', 13510, "from 0 to 1000"),
    Bad("<Say/>", 13520, "must say something"),
    Bad("<Say> \n </Say>", 13520, "must say something"),
    Bad(f"<Say>{'a' * 4097}</Say>", 13521, "at most 4,096 bytes"),
    Bad(f'<Say voice="Polly.Amy">{"a" * 3001}</Say>', 13521, "at most 3,000 bytes"),
    Bad(f"<Say>{'ā' * 751}</Say>", 13521, "4,500 characters of text in URL"),
    Bad("<Say><break/></Say>", 12200, "cannot stand in <Say>"),
    Bad("<Play/>", 12200, "either a URL between its tags, or digits"),
    Bad('<Play digits="1">/a.wav</Play>', 12200, "either a URL between its tags, or digits"),
    Bad('<Play digits="x"/>', 13430, "0-9"),
    Bad("<Play>ftp://a.example/a.wav</Play>", 11100, "http or https"),
    Bad("<Play>/a b.wav</Play>", 11100, "without spaces"),
    Bad('<Play loop="many">/a.wav</Play>', 13410, "whole number"),
    Bad('<Pause length="0"/>', 13910, "from 1"),
    Bad('<Pause length="1.5"/>', 13910, "whole number"),
    Bad('<Pause length="²"/>', 13910, "whole number"),
    Bad("<Pause><Say>Hello</Say></Pause>", 12200, "no element can"),
    Bad("<Gather><Record/></Gather>", 13320, "cannot stand in <Gather>"),
    Bad("<Gather><Gather/></Gather>", 13320, "cannot stand in <Gather>"),
    Bad("<Gather>Press 1</Gather>", 12200, "holds text"),
    Bad('<Gather input="keys"/>', 13326, "some of: dtmf, speech"),
    Bad('<Gather input="dtmf,speech"/>', 13326, "with a space between them"),
    Bad('<Gather input=""/>', 13326, "some of"),
    Bad('<Gather numDigits="0"/>', 13314, "from 1"),
    Bad('<Gather finishOnKey="##"/>', 13310, "0 to 1 of the keys"),
    Bad('<Gather finishOnKey="a"/>', 13310, "keys 0123456789*#"),
    Bad('<Gather timeout="6.0"/>', 13313, "whole number"),
    Bad('<Gather timeout="0"/>', 13313, "whole number"),
    Bad('<Gather speechTimeout="soon"/>', 13327, "auto"),
    Bad('<Gather speechTimeout="auto" speechModel="default"/>', 13335, "with a speechModel"),
    Bad('<Gather speechTimeout="auto" speechModel="phone_call"/>', 13335, "with a speechModel"),
    Bad('<Gather speechModel="chirp"/>', 13334, "googlev2_telephony"),
    Bad('<Gather input="speech" language="lv"/>', 13331, "with its region"),
    Bad(
        '<Gather input="speech" language="lv-LV" speechModel="experimental_utterances"/>',
        13331,
        "cannot listen in lv-LV with experimental_utterances",
    ),
    Bad('<Gather method="PUT"/>', 13312, "GET, POST"),
    Bad('<Gather language="latvian"/>', 13331, "like lv-LV"),
    Bad(f'<Gather hints="{"a" * 101}"/>', 13330, "1 to 100 characters"),
    Bad(f'<Gather hints="{",".join(["a"] * 501)}"/>', 13330, "at most 500 phrases"),
    Bad('<Gather hints="one,,two"/>', 13330, "1 to 100 characters"),
    Bad('<Gather actionOnEmptyResult="yes"/>', 13338, '"true" or "false"'),
    Bad('<Gather bargeIn="1"/>', 13332, '"true" or "false"'),
    Bad('<Gather action=""/>', 11100, "must be a URL"),
    Bad('<Gather action="javascript:x"/>', 11100, "http or https"),
    Bad('<Record maxLength="1"/>', 13612, "from 2"),
    Bad('<Record timeout="0"/>', 13611, "from 1"),
    Bad('<Record finishOnKey=""/>', 13613, "1 to 12 of the keys"),
    Bad('<Record playBeep="no"/>', 13616, '"true" or "false"'),
    Bad('<Record trim="silence"/>', 13699, "trim-silence"),
    Bad('<Record recordingStatusCallbackEvent="done"/>', 13621, "absent"),
    Bad("<Record><Say>Hello</Say></Record>", 12200, "cannot stand in <Record>"),
    Bad("<Dial/>", 12200, "somebody to dial"),
    Bad("<Dial>67000201</Dial>", 13223, "E.164"),
    Bad("<Dial><Number>+0371</Number></Dial>", 13223, "E.164"),
    Bad("<Dial><Number/></Dial>", 13223, "E.164"),
    Bad("<Dial><Say>Hello</Say></Dial>", 13215, "cannot stand in <Dial>"),
    Bad("<Dial><Sip>201@pbx.example.com</Sip></Dial>", 13243, "like sip:201@"),
    Bad(f"<Dial><Sip>sip:{'a' * 250}@b.example</Sip></Dial>", 13243, "255 characters"),
    Bad("<Dial><Client>anna smith</Client></Dial>", 12200, "an identity"),
    Bad(f"<Dial><Queue>{'a' * 65}</Queue></Dial>", 14213, "at most 64"),
    Bad('<Dial timeout="0">+37167000201</Dial>', 13212, "from 1 to 600"),
    Bad('<Dial callerId="anonymous caller">+37167000201</Dial>', 13214, "E.164"),
    Bad('<Dial callerId="anna"><Number>+37167000201</Number></Dial>', 13214, "E.164"),
    Bad('<Dial ringTone="lv">+37167000201</Dial>', 13220, "lt"),
    Bad('<Dial sequential="one">+37167000201</Dial>', 13218, '"true" or "false"'),
    Bad("<Dial>" + "<Number>+37167000201</Number>" * 11 + "</Dial>", 13250, "at most 10"),
    Bad("<Number>+37167000201</Number>", 12200, "cannot stand in <Response>"),
    Bad("<Enqueue/>", 14204, "name a queue"),
    Bad(f"<Enqueue>{'a' * 65}</Enqueue>", 14205, "at most 64"),
    Bad('<Enqueue waitUrl="mailto:a@b">support</Enqueue>', 14202, "http or https"),
    Bad("<Leave/>", 12200, "cannot stand in <Response>"),
    Bad("<Redirect/>", 11100, "must be a URL"),
    Bad('<Redirect method="post">/next</Redirect>', 13710, "GET, POST"),
    Bad('<Reject reason="closed"/>', 13810, "rejected, busy"),
    Bad("<Hangup>now</Hangup>", 12200, "holds text"),
    Bad('<Hangup reason="x"/>', 12200, "no attribute reason"),
    Bad("<Start/>", 12200, "one thing to begin"),
    Bad("<Start><Recording/><Recording/></Start>", 12200, "one thing to begin"),
    Bad('<Start><Recording channels="two"/></Start>', 12200, "mono, dual"),
    Bad("Hello", 12200, "<Response> holds text"),
    Bad("<Say>Hello", 12100, "no XML"),
    Bad("<Say>Fish & chips</Say>", 12100, "no XML"),
    Bad("<Say loop=1>Hello</Say>", 12100, "no XML"),
    Bad('<Say loop="1" loop="2">Hello</Say>', 12100, "no XML"),
    Bad("<Say>\x01</Say>", 12100, "no XML"),
]


@pytest.mark.parametrize("bad", BAD, ids=[f"{bad.code} {bad.inside[:40]}" for bad in BAD])
def test_what_twilio_faults_is_refused(bad):
    with pytest.raises(TwimlError) as caught:
        read(document(bad.inside))
    assert caught.value.code == bad.code
    assert bad.says in str(caught.value)


WHOLE = [
    (b"", 11770, "is empty"),
    (b"<Response/>" + b" " * 65_536, 11750, "may have 65,536"),
    (b" " + HEAD.encode() + b"<Response/>", 12100, "no XML"),
    (b"<Answer/>", 12102, "must be <Response>"),
    (b"<response/>", 12102, "must be <Response>"),
    (b"Internal Server Error", 12100, "no XML"),
    (b'<!DOCTYPE r [<!ENTITY a "b">]><Response><Say>&a;</Say></Response>', 12100, "declares a type"),
    (b'<Response version="2"/>', 12200, "<Response> has no attribute"),
    (
        '<?xml version="1.0" encoding="UTF-8"?><Response><Say>ā</Say></Response>'.encode("iso8859-13"),
        12100,
        "no XML",
    ),
]


@pytest.mark.parametrize(
    ("document", "code", "says"), WHOLE, ids=[str(code) + says for _, code, says in WHOLE]
)
def test_what_is_no_document_is_refused(document, code, says):
    with pytest.raises(TwimlError, match=says) as caught:
        read(document)
    assert caught.value.code == code


def test_the_place_is_told():
    with pytest.raises(TwimlError, match="at line 3, column 3: <Say> has no attribute vioce") as caught:
        read(f'{HEAD}<Response>\n  <Say vioce="alice">Hello</Say>\n</Response>'.encode())
    assert caught.value.line == 3


PLACES = [
    ("<Leave/>", IN_QUEUE, (Leave(),)),
    ("<Gather><Say>Hello</Say></Gather>", IN_QUEUE, (Gather((Say("Hello"),)),)),
    ("<Hangup/>", BEFORE_BRIDGE, (Hangup(),)),
    ("<Record/>", IN_CALL, (Record(),)),
]


@pytest.mark.parametrize(("inside", "allowed", "verbs"), PLACES)
def test_what_may_stand_depends_on_where_the_document_is_performed(inside, allowed, verbs):
    assert read(document(inside), allowed).verbs == verbs


MISPLACED = [
    ("<Dial>+37167000201</Dial>", BEFORE_BRIDGE, 13201),
    ("<Record/>", BEFORE_BRIDGE, 12200),
    ("<Leave/>", BEFORE_BRIDGE, 12200),
    ("<Dial>+37167000201</Dial>", IN_QUEUE, 12200),
    ("<Enqueue>support</Enqueue>", IN_QUEUE, 12200),
]


@pytest.mark.parametrize(("inside", "allowed", "code"), MISPLACED)
def test_a_verb_that_may_not_stand_there_is_refused(inside, allowed, code):
    with pytest.raises(TwimlError, match="cannot stand in") as caught:
        read(document(inside), allowed)
    assert caught.value.code == code
