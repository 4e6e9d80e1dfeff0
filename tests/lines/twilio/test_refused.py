"""Whatever is not Twilio's request for our account, or makes no sense, is refused, and nothing is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest
from structlog.testing import capture_logs

from ivr.lines.twilio import app
from ivr.lines.twilio.gate import MOST_BYTES
from tests.lines.twilio.service import ACCOUNT, AT, CALL, FORM, INBOUND, NEVER, PUBLIC, Reply, Served, sign

KEY = {**INBOUND, "Digits": "1"}
TURN, OTHER_CALL = AT.turn(0), "CA" + "9" * 32


@dataclass(frozen=True)
class Refused:
    """A request, and why it is refused."""

    name: str
    status: int
    why: str  # stands in the answer and in the log
    url: str = TURN
    form: Mapping[str, str] = field(default_factory=lambda: KEY)
    signed: Mapping[str, str] | None = None  # what was signed, where that is another form
    signed_url: str | None = None  # likewise
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None  # instead of the form
    method: str = "POST"
    pieces: int = 1

    def sent_to(self, served: Served) -> Reply:
        body = urlencode(self.form).encode() if self.body is None else self.body
        signature = sign(self.signed_url or self.url, self.form if self.signed is None else self.signed)
        headers = {"X-Twilio-Signature": signature, **self.headers}
        return served.send(self.url, body, headers, self.method, self.pieces)


def without(name: str) -> Mapping[str, str]:
    return {key: value for key, value in KEY.items() if key != name}


FORGED = "signature is not Twilio's"
REFUSED = (
    # Forged
    Refused("not Twilio's", 403, FORGED, headers={"X-Twilio-Signature": sign(TURN, KEY, "their token")}),
    Refused("not signed", 403, "no signature", headers={"X-Twilio-Signature": ""}),
    Refused("another key", 403, FORGED, signed={**KEY, "Digits": "2"}),
    Refused("a parameter more", 403, FORGED, signed=without("Digits")),
    Refused("another turn", 403, FORGED, url=AT.turn(1), signed_url=TURN),
    Refused("another page", 403, FORGED, url=AT.again(0), signed_url=TURN),
    Refused("another order of the query", 403, FORGED, url=f"{TURN}&x=1", signed_url=TURN),
    Refused("another host", 403, FORGED, signed_url=TURN.replace(PUBLIC, "https://evil.example.com")),
    Refused("the host that it came to", 403, FORGED, signed_url=TURN.replace("https", "http")),
    Refused(
        *("another host that it says it is", 403, FORGED),
        signed_url=TURN.replace(PUBLIC, "https://evil.example.com"),
        headers={"Host": "evil.example.com", "X-Forwarded-Host": "evil.example.com"},
    ),
    Refused("another account", 403, "another account", form={**KEY, "AccountSid": "AC" + "b" * 32}),
    Refused("a whole new call", 403, FORGED, url=AT.voice(), signed={}),
    # Too large
    Refused("too large", 413, "larger than 65,536", body=b"Digits=1&More=" + b"x" * MOST_BYTES),
    Refused("said to be too large", 413, "larger", headers={"Content-Length": str(MOST_BYTES + 1)}),
    Refused("no length", 413, "larger", headers={"Content-Length": "many"}),
    Refused("too large, piece by piece", 413, "larger", body=b"x" * (MOST_BYTES + 1), pieces=9),
    # Malformed
    Refused("broken UTF-8", 400, "UTF-8", body=b"Digits=%FF%FE"),
    Refused("no text at all", 400, "UTF-8", body=b"\xff\xfe"),
    Refused("no form", 400, "not a form", body=b"Digits"),
    Refused("an endless form", 400, "form", body=b"&".join(b"p%d=1" % number for number in range(500))),
    Refused("JSON", 400, FORM, body=b'{"Digits": "1"}', headers={"Content-Type": "application/json"}),
    Refused("no type", 400, FORM, headers={"Content-Type": ""}),
    Refused("nothing", 403, FORGED, body=b""),
    Refused("no call", 400, "CallSid is missing", form=without("CallSid")),
    Refused("no call's id", 400, "CallSid", form={**KEY, "CallSid": "CA" + "0" * 31}),
    Refused("an id in capitals", 400, "CallSid", form={**KEY, "CallSid": "CA" + "A" * 32}),
    Refused("SQL", 400, "CallSid", form={**KEY, "CallSid": "CA1'; DROP TABLE calls; --"}),
    Refused("no account", 400, "AccountSid is missing", form=without("AccountSid")),
    Refused("no turn", 400, "turn is missing", url=f"{PUBLIC}/twilio/turn"),
    Refused("a turn that is none", 400, "turn", url=f"{PUBLIC}/twilio/turn?turn=abc"),
    Refused("a turn below nought", 400, "turn", url=f"{PUBLIC}/twilio/turn?turn=-1"),
    Refused("a query of bytes", 400, "UTF-8", url=f"{PUBLIC}/twilio/turn?turn=%FF"),
    Refused("no keys", 400, "Digits", form={**KEY, "Digits": "one"}),
    Refused("nobody called", 400, "From is missing", url=AT.voice(), form=without("From")),
    Refused("nothing was called", 400, "To is missing", url=AT.voice(), form=without("To")),
    Refused("no status", 400, "CallStatus is missing", url=AT.status(), form=without("CallStatus")),
    Refused("no outcome", 400, "DialCallStatus is missing", url=AT.transfer(0)),
    Refused("no recording", 400, "RecordingDuration is missing", url=AT.recording(0, 4)),
    Refused("nobody's briefing", 400, "call", url=f"{PUBLIC}/twilio/whisper?turn=0"),
    # There is no such thing
    Refused("no such call", 404, "no call", form={**KEY, "CallSid": OTHER_CALL}),
    Refused(
        *("the end of no such call", 404, "no call", AT.status()),
        form={**KEY, "CallSid": OTHER_CALL, "CallStatus": "completed"},
    ),
    Refused("a turn that is yet to come", 404, "no turn 7", url=AT.turn(7)),
    Refused("no such turn again", 404, "no turn 7", url=AT.again(7)),
    Refused("no such page", 404, "no such page", url=f"{PUBLIC}/twilio/turns?turn=0"),
    Refused("no page at all", 404, "no such page", url=f"{PUBLIC}/twilio/"),
    Refused("a path that leads away", 404, "no such page", url=f"{PUBLIC}/twilio/../twilio/turn?turn=0"),
    Refused("asked by GET", 405, "POST", method="GET"),
    Refused("deleted", 405, "POST", method="DELETE"),
    Refused("a prompt that is posted to", 405, "GET", url=AT.sound("x.wav")),
)


@pytest.mark.parametrize("refused", REFUSED, ids=lambda refused: refused.name)
def test_it_is_refused_with_its_reason_and_nothing_is_changed(served, refused):
    served.post(AT.voice())
    rows = served.rows()
    with capture_logs() as logs:
        reply = refused.sent_to(served)
    assert (reply.status, refused.why in reply.text) == (refused.status, True), reply.text
    assert [(entry["event"], entry["status"]) for entry in logs] == [("webhook_refused", refused.status)]
    assert refused.why in logs[0]["why"]
    assert "call_id" in logs[0]
    assert served.rows() == rows
    assert served.post(TURN, KEY).status == 200  # and the call goes on


def test_a_request_that_was_overheard_and_is_sent_again_changes_nothing(served):
    served.post(AT.voice())
    first = served.post(TURN, KEY)
    body, headers = urlencode(KEY).encode(), {"X-Twilio-Signature": sign(TURN, KEY)}
    rows = served.rows()
    assert served.send(TURN, body, headers).body == first.body
    assert served.rows() == rows
    served.post(AT.transfer(1), DialCallStatus="busy")
    served.post(AT.status(), CallStatus="completed")
    rows = served.rows()
    assert served.send(TURN, body, headers).body == first.body
    assert served.rows() == rows


@pytest.mark.parametrize(
    "more",
    [
        {"AddOns": "{}", "StirVerstat": "TN-Validation-Passed-A", "CallToken": "x" * 3_000},
        {"SpeechResult": "", "Called": "+37167000100", "ā": "ē", "": ""},
    ],
)
def test_parameters_that_nobody_knows_are_ignored(served, more):
    served.post(AT.voice(), **more)
    assert served.post(TURN, KEY, **more).status == 200
    assert served.turns(CALL)[-1] == (1, "transfer")


@pytest.mark.parametrize("token", ["0123456789abcdef0123456789abcdef", "an older token"])
def test_any_of_the_tokens_may_have_signed(served, token):
    signature = sign(AT.voice(), INBOUND, token)
    reply = served.send(AT.voice(), urlencode(INBOUND).encode(), {"X-Twilio-Signature": signature})
    assert reply.status == 200


def test_a_form_that_comes_in_pieces_is_read_whole(served):
    body = urlencode(INBOUND).encode()
    reply = served.send(AT.voice(), body, {"X-Twilio-Signature": sign(AT.voice(), INBOUND)}, pieces=7)
    assert reply.status == 200


def test_whoever_leaves_before_the_request_is_whole_is_not_answered(served):
    reply = served.ask(AT.voice(), "POST", {"Content-Type": FORM}, [])
    assert reply.status == 0
    assert served.rows()["calls"] == []


def test_a_body_that_does_not_come_is_not_waited_for(served, monkeypatch):
    monkeypatch.setattr(app, "BODY_SECONDS", 0.0)
    reply = served.ask(AT.voice(), "POST", {"Content-Type": FORM}, [b"AccountSid=", NEVER])
    assert reply.status == 408
    assert served.rows()["calls"] == []


def test_the_account_is_told_of_by_nobody_but_twilio(served):
    """What is refused says nothing that whoever asks does not know."""
    forged = Refused("", 403, "", headers={"X-Twilio-Signature": "x"}).sent_to(served)
    assert ACCOUNT not in forged.text
    assert CALL not in forged.text
