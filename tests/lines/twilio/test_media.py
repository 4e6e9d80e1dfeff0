"""What comes from Twilio as the sound of a recording is sound, whole and not too much of it."""

from __future__ import annotations

import io
import wave
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from ivr.errors import OperatorError
from ivr.lines.twilio import media
from ivr.lines.twilio.media import LeavingError, MediaError, TwilioMedia
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.rest import Rest
from ivr.lines.twilio.standin.rest_ways import serving
from ivr.lines.twilio.standin.webhooks import Webhooks
from ivr.settings import TwilioSettings

ACCOUNT, SID = "AC" + "0" * 32, "RE" + "1" * 32
SOUND = b"RIFF\x24\0\0\0WAVEfmt " + bytes(100_000)
WAV = {"Content-Type": "audio/x-wav"}


@dataclass
class Answer:
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: dict(WAV))
    body: bytes = SOUND


class Twilio(ThreadingHTTPServer):
    """Answers every request with ``answer``, and remembers who asked for what."""

    answer = Answer()
    seen: list[tuple[str, str, str]]


class Handler(BaseHTTPRequestHandler):
    server: Twilio

    def do_GET(self) -> None:
        authorization = self.headers.get("Authorization", "")
        self.server.seen.append((self.command, self.path, authorization))
        answer = self.server.answer
        self.send_response(answer.status)
        for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def do_DELETE(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def twilio() -> Iterator[Twilio]:
    server = Twilio(("127.0.0.1", 0), Handler)
    server.seen = []
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def settings(server: Twilio, api_key: tuple[str, str] | None = None) -> TwilioSettings:
    url = f"http://127.0.0.1:{server.server_port}"
    return TwilioSettings(ACCOUNT, ("token", "old"), api_key, "https://bot", ("127.0.0.1", 0), 1.0, url)


@pytest.fixture
def at_twilio(twilio: Twilio) -> Iterator[TwilioMedia]:
    made = TwilioMedia(settings(twilio))
    yield made
    made.close()


def download(at: TwilioMedia, going_on=lambda: True) -> bytes:
    to = io.BytesIO()
    at.download(SID, to, going_on)
    return to.getvalue()


def test_the_sound_is_had_with_the_credentials_of_the_account(twilio, at_twilio) -> None:
    assert download(at_twilio) == SOUND
    basic = "Basic " + b64encode(f"{ACCOUNT}:token".encode()).decode()
    assert twilio.seen == [("GET", f"/2010-04-01/Accounts/{ACCOUNT}/Recordings/{SID}.wav", basic)]


def test_an_api_key_is_used_where_there_is_one(twilio) -> None:
    at = TwilioMedia(settings(twilio, ("SK1", "secret")))
    download(at)
    at.close()
    assert twilio.seen[0][2] == "Basic " + b64encode(b"SK1:secret").decode()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(404), "answered 404"),
        (Answer(401), "answered 401"),
        (Answer(500), "answered 500"),
        (Answer(headers={"Content-Type": "text/html"}), 'sent "text/html"'),
        (Answer(headers={"Content-Type": "\x1b[31m"}), "not a wav"),
        (Answer(body=b"<html>" + bytes(50)), "not a wav file, though it says so"),
        (Answer(body=b""), "not a wav file, though it says so"),
        (Answer(302, {"Location": "/round/and/round"}), "TooManyRedirects"),
    ],
)
def test_what_is_no_sound_is_refused(twilio, at_twilio, answer: Answer, told: str) -> None:
    twilio.answer = answer
    with pytest.raises(MediaError, match=told):
        download(at_twilio)


def test_sound_that_breaks_off_is_refused(twilio, at_twilio) -> None:
    twilio.answer = Answer(headers={**WAV, "Content-Length": str(len(SOUND) + 10), "Connection": "close"})
    with pytest.raises(MediaError):
        download(at_twilio)


def test_too_much_sound_is_refused(at_twilio, monkeypatch) -> None:
    monkeypatch.setattr(media, "MOST_BYTES", 70_000)
    with pytest.raises(MediaError, match="too long"):
        download(at_twilio)


def test_sound_that_comes_too_slowly_is_refused(at_twilio, monkeypatch) -> None:
    monkeypatch.setattr(media, "MOST_SECONDS", -1.0)
    with pytest.raises(MediaError, match="too slowly"):
        download(at_twilio)


def test_whoever_leaves_does_not_wait_for_the_end(at_twilio) -> None:
    with pytest.raises(LeavingError):
        download(at_twilio, lambda: False)


def test_twilio_that_is_not_reached_is_an_error_that_may_pass(twilio) -> None:
    at = TwilioMedia(replace(settings(twilio), api_url="http://127.0.0.1:1"))
    with pytest.raises(MediaError, match="cannot be had from Twilio"):
        download(at)
    at.close()


@pytest.mark.parametrize("status", [204, 404])
def test_a_recording_is_forgotten_once(twilio, at_twilio, status: int) -> None:
    twilio.answer = Answer(status, {"Content-Type": "application/json"}, b"" if status == 204 else b"{}")
    at_twilio.delete(SID)
    assert twilio.seen[0][:2] == ("DELETE", f"/2010-04-01/Accounts/{ACCOUNT}/Recordings/{SID}.json")


def test_a_recording_that_cannot_be_forgotten_now_is_an_error(twilio, at_twilio) -> None:
    twilio.answer = Answer(503, {"Content-Type": "application/json"}, b'{"code": 20503, "message": "busy"}')
    with pytest.raises(OperatorError, match="busy"):
        at_twilio.delete(SID)


def test_what_the_stand_in_keeps_is_had_and_forgotten(tmp_path) -> None:
    webhooks = Webhooks("token", seconds=0.1)
    platform = Platform(ACCOUNT, webhooks, numbers={"+37167000100": Handling("")})
    kept = platform.keep(platform.call_out("+37120000001", "+37167000100", Handling("")), 3)
    with serving(Rest(platform, {ACCOUNT: "token"})) as url:
        at = TwilioMedia(TwilioSettings(ACCOUNT, ("token",), None, "https://bot", ("127.0.0.1", 0), 1.0, url))
        with (tmp_path / "a.wav").open("w+b") as file:
            at.download(kept.sid, file, lambda: True)
        with wave.open(str(tmp_path / "a.wav"), "rb") as sound:
            assert sound.getnframes() / sound.getframerate() == 3
        at.delete(kept.sid)
        with pytest.raises(MediaError, match="404"):
            at.download(kept.sid, io.BytesIO(), lambda: True)
        at.close()
    webhooks.close()
