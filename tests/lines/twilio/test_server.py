"""The web server: it listens, is asked, drains and leaves."""

from __future__ import annotations

import logging
import signal
import socket
from contextlib import closing
from dataclasses import replace
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest
import requests
from structlog.testing import capture_logs

from ivr.errors import OperatorError
from ivr.lines.twilio import server
from tests.conftest import migrated
from tests.lines.twilio.service import AT, CALL, INBOUND, Served, sign

GONE = {"CallStatus": "completed"}
OTHER = {"CallSid": "CA" + "1" * 32}


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch):
    monkeypatch.setattr(server, "LOOK_EVERY", 0.01)


@pytest.fixture
def served(company_file, tmp_path):
    """A service whose records several threads may use at once."""
    (tmp_path / "ivr.db").write_bytes(migrated().serialize())
    made = Served(company_file, tmp_path / "prompts", f"sqlite:///{tmp_path / 'ivr.db'}")
    yield made
    made.close()


@pytest.fixture
def running(served):
    """A service that listens."""
    served.line.server.start()
    yield served
    served.line.server.stop()


@pytest.fixture
def web():
    """Connections that Twilio's proxy would keep."""
    with closing(requests.Session()) as session:
        session.trust_env = False
        yield session


def here(served: Served, path: str) -> str:
    return "http://{}:{}{}".format(*served.line.server.bind, path)


def ask(web: requests.Session, served: Served, url: str, **more: str) -> requests.Response:
    parts, form = urlsplit(url), {**INBOUND, **more}
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return web.post(
        here(served, path), data=form, headers={"X-Twilio-Signature": sign(url, form)}, timeout=10
    )


def test_a_call_is_held_over_http(running, web):
    first = ask(web, running, AT.voice())
    assert (first.status_code, first.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    assert ask(web, running, AT.turn(0), Digits="1").status_code == 200
    assert ask(web, running, AT.status(), **GONE).status_code == 204
    assert [step for _, step in running.turns()] == ["help", "transfer"]


def test_health_is_told_until_it_drains(running, web):
    assert (web.get(here(running, "/health"), timeout=10).status_code) == 200
    running.line.server.drain(0.0)
    reply = web.get(here(running, "/health"), timeout=10)
    assert (reply.status_code, reply.text) == (503, "draining\n")


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/twilio", "/twilio/voice/x", "/redoc"])
def test_nothing_else_is_there(running, web, path):
    assert web.get(here(running, path), timeout=10).status_code == 404


def test_a_port_that_is_taken_is_told_with_the_cure(running):
    second = replace(running.line.server, bind=running.line.server.bind)
    with pytest.raises(OperatorError, match=r"cannot listen on 127\.0\.0\.1.*IVR_TWILIO_BIND"):
        second.start()


def test_signals_are_left_to_whoever_runs_the_service(served, web):
    before = [signal.getsignal(number) for number in server.uvicorn.server.HANDLED_SIGNALS]
    served.line.server.start()
    ask(web, served, AT.voice())
    assert [signal.getsignal(number) for number in server.uvicorn.server.HANDLED_SIGNALS] == before
    served.line.server.stop()


def drained_by(served: Served, posts: list[tuple[str, dict[str, str]]], web: requests.Session) -> bool:
    """Whether a drain ends well, while these requests come."""
    results: list[bool] = []
    begun = Event()
    served.pages.held.clock = lambda: begun.set() or 0.0
    thread = Thread(target=lambda: results.append(served.line.server.drain(30.0)))
    thread.start()
    assert begun.wait(10)
    for url, more in posts:
        assert ask(web, served, url, **more).status_code in {200, 204}
    thread.join(30)
    return results[0]


@pytest.mark.parametrize("last", [(AT.turn(0), {"Digits": "1"}), (AT.status(), GONE)])
def test_a_call_in_dialogue_goes_on_while_it_drains_and_is_waited_for(running, web, last):
    ask(web, running, AT.voice())
    assert drained_by(running, [(AT.voice(), OTHER), last], web)
    assert running.turns(OTHER["CallSid"]) == []  # rang the operator instead


def test_without_a_call_nothing_is_waited_for_and_one_that_stays_is_told(running, web):
    assert running.line.server.drain(0.0)
    running.pages.draining = False
    ask(web, running, AT.voice())
    assert not running.line.server.drain(0.0)


@pytest.mark.parametrize("leave", ["drain", "stop"])
def test_leaving_writes_the_hang_ups_that_are_held(served, web, leave):
    served.line.server.start()
    for url, more in ((AT.voice(), {}), (AT.turn(0), {"Digits": "1"}), (AT.status(), GONE)):
        ask(web, served, url, **more)
    assert served.turns()[-1] == (1, "transfer")
    if leave == "drain":
        served.line.server.drain(0.0)
    else:
        served.line.server.stop()
    assert served.turns()[-1] == (2, "ended")
    served.line.server.stop()


def test_it_leaves_nobody_waiting_once_it_is_stopped(served, web):
    served.line.server.start()
    ask(web, served, AT.voice())
    served.line.server.stop()
    with pytest.raises(OSError, match=r"refused"):
        socket.create_connection(served.line.server.bind, 5).close()


def test_what_is_no_http_is_refused_and_told_in_our_own_log(running):
    with capture_logs() as logs, socket.create_connection(running.line.server.bind, 5) as connection:
        connection.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        assert b"400" in connection.makefile("rb").readline()
    assert [(entry["event"], entry["why"]) for entry in logs] == [
        ("twilio_server", "Invalid HTTP request received.")
    ]
    assert logging.getLogger("uvicorn.error").propagate is False


def test_an_error_that_nobody_expected_is_told_with_where_it_came_from(running, web, monkeypatch):
    monkeypatch.setattr(running.line.server.webhooks, "answering", None)
    with capture_logs() as logs:
        assert web.get(here(running, "/twilio/voice"), timeout=10).status_code == 500
    assert [(entry["event"], entry["log_level"]) for entry in logs] == [("twilio_server", "error")]
    assert logs[0]["exc_info"][0] is AttributeError


def test_a_server_that_fails_is_told_of(served, monkeypatch):
    monkeypatch.setattr(server.uvicorn.Server, "run", lambda *_: 1 / 0)
    with capture_logs() as logs:
        served.line.server.start()
        served.line.server._thread.join(10)
    assert ("twilio_server_failed", "error") in [(entry["event"], entry["log_level"]) for entry in logs]
    served.line.server.stop()


# ── Too many, too slow ──────────────────────────────────────────────────────────────────────────────


def test_beyond_those_that_may_wait_a_call_is_answered_without_the_records(served):
    served.line.server.webhooks.most_waiting = 0
    with capture_logs() as logs:
        assert "<Dial" in served.post(AT.voice()).text
    assert [(entry["event"], entry["call_id"]) for entry in logs] == [("webhooks_full", CALL)]
    assert served.rows()["calls"] == []


def test_records_that_answer_too_late_leave_no_caller_in_silence(served, monkeypatch):
    answered = Event()
    monkeypatch.setattr(served.store, "save", lambda _: answered.wait(30))
    served.line.server.webhooks.answer_seconds = 0.01
    with capture_logs() as logs:
        assert "<Dial" in served.post(AT.voice()).text
    assert [(entry["event"], entry["call_id"]) for entry in logs] == [("webhook_too_slow", CALL)]
    answered.set()


def test_the_fallback_needs_neither_records_nor_a_thread(served, monkeypatch):
    monkeypatch.setattr(served.store, "load", None)
    served.line.server.webhooks.most_waiting = 0
    assert "<Dial" in served.post(AT.fallback()).text


@pytest.mark.parametrize(("name", "status"), [("ringing.wav", 200), ("f~guessed.wav", 404), ("s" * 500, 404)])
def test_a_stranger_takes_no_thread_from_callers_and_who_waits_in_a_queue_hears_it_ring(served, name, status):
    served.line.server.webhooks.most_waiting = 0
    assert served.send(AT.sound(name), b"", method="GET").status == status
