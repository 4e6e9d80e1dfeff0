"""The messages of the harness's telephone, without any Asterisk."""

from __future__ import annotations

import pytest

from tests.asterisk import sip
from tests.asterisk.sip import Message, credentials, parameter, parse, response, uri, user

INVITE = (
    b"INVITE sip:201@10.0.0.2:5062 SIP/2.0\r\nv: SIP/2.0/UDP 10.0.0.1:5060;rport;branch=z9hG4bK1\r\n"
    b'From: "Anna" <sip:+37120000001@10.0.0.1>;tag=abc\r\nTo: <sip:201@10.0.0.2>\r\nCall-ID: 7\r\n'
    b"CSeq: 5 INVITE\r\nContact: <sip:10.0.0.1:5060>\r\nContent-Length: 3\r\n\r\nv=0"
)


def invite() -> Message:
    message = parse(INVITE)
    assert message is not None
    return message


def test_a_request_is_read() -> None:
    message = invite()
    assert (message.method, message.number, message.branch, message.body) == ("INVITE", 5, "z9hG4bK1", "v=0")
    assert user(message.get("from")) == "+37120000001"
    assert uri(message.get("CONTACT")) == "sip:10.0.0.1:5060"
    assert not message.is_response


def test_an_answer_repeats_what_it_must_and_completes_the_dialogue() -> None:
    answer = parse(response(invite(), 486, "mine").render())
    assert answer is not None
    assert (answer.status, answer.reason, answer.method) == (486, "Busy Here", "INVITE")
    assert answer.all("via") == invite().all("via")
    assert parameter(answer.get("to"), "tag") == "mine"


def test_trying_has_no_tag_of_ours() -> None:
    assert parameter(response(invite(), 100, "mine").get("to"), "tag") == ""


@pytest.mark.parametrize("datagram", [b"", b"\r\n\r\n", b"\x00\x01\x02", b"GET / HTTP/1.1\r\n\r\n"])
def test_what_is_no_sip_is_left_alone(datagram: bytes) -> None:
    assert parse(datagram) is None


def test_the_digest_is_that_of_rfc_2617(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sip, "token", lambda: "0a4f113b")
    request = Message("GET /dir/index.html SIP/2.0", (("Via", "x;branch=old"), ("CSeq", "1 GET")))
    asked = (
        'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"'
    )
    challenge = Message("SIP/2.0 401 Unauthorized", (("WWW-Authenticate", asked), ("CSeq", "1 GET")))
    answered = credentials(request, challenge, "Mufasa", "Circle Of Life")
    assert 'response="6629fae49393a05397450978507c4ef1"' in answered.get("authorization")
    assert answered.get("cseq") == "2 GET"
    assert answered.branch != "old"
