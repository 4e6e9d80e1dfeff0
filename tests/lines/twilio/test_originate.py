"""Calls through Twilio's REST API: what was placed, what was not, what nobody knows, what became of it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import requests
from twilio.rest import Client
from urllib3.exceptions import NameResolutionError, NewConnectionError
from urllib3.exceptions import SSLError as TlsError

from ivr.company.disposition import Disposition
from ivr.dialer.ports import LineOutcome, NotPlacedError, Order, PlacementUnknownError
from ivr.errors import LineError
from ivr.lines.twilio import originate, rest
from ivr.lines.twilio.originate import TwilioOriginator
from ivr.lines.twilio.patience import MOST_SECONDS, Patient
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.rest import Rest, broken, too_many, unanswered
from ivr.lines.twilio.standin.rest_ways import serving
from ivr.lines.twilio.standin.webhooks import Webhooks
from tests.dialer import cases
from tests.lines.twilio.scripted import (
    SID,
    Scripted,
    call,
    cut_off,
    listed,
    no_connection,
    refused,
    replied,
)
from tests.lines.twilio.service import ACCOUNT, AT, NOW, SETTINGS, TOKEN

ATTEMPT = "0123456789abcdef" * 2
PERSON, OURS = "+37120000001", "+37167000102"
ORDER = Order(ATTEMPT, PERSON, OURS, "twilio", 25, True, "lv")
OPEN = cases.attempt(id=ATTEMPT, line="twilio", number=PERSON, caller_id=OURS, at=NOW)


@pytest.fixture
def api() -> Scripted:
    return Scripted([replied(201, call())])


@pytest.fixture
def told() -> list[LineOutcome]:
    return []


@pytest.fixture
def line(api, told) -> TwilioOriginator:
    made = TwilioOriginator(api.client(), AT, lambda: NOW)
    made.start(told.append)
    return made


# ── Orders ──────────────────────────────────────────────────────────────────────────────────────


def test_an_order_says_everything_that_twilio_needs_to_know(api, line):
    line.place(ORDER)
    ((method, path, fields),) = api.asked
    assert (method, path) == ("POST", "/Calls.json")
    assert fields == {
        "To": PERSON,
        "From": OURS,
        "Url": AT.answered(ATTEMPT),
        "FallbackUrl": AT.fallback(ours=True, language="lv"),
        "StatusCallback": AT.status(ATTEMPT),
        "StatusCallbackEvent": ["completed"],
        "Timeout": 25,
        "MachineDetection": "DetectMessageEnd",
        "AsyncAmd": "true",
        "AsyncAmdStatusCallback": AT.machine(ATTEMPT),
    }


def test_where_machines_are_not_to_be_detected_nothing_is_said_of_them(api, line):
    line.place(replace(ORDER, detect_machine=False))
    assert not [name for name in api.asked[0][2] if "Machine" in name or "Amd" in name]


@pytest.mark.parametrize(
    "comes",
    [
        *(refused(status, code) for status, code in ((400, 21210), (400, 21205), (400, 20001), (404, 20404))),
        *(refused(status, 20003) for status in (401, 403)),
        replied(403, "<html>a proxy says no</html>"),
        refused(429, 22005),  # more than a day of calls waits at Twilio
        refused(429, 20429, Retry_After="60"),
        no_connection(NewConnectionError),
        no_connection(NameResolutionError),
        no_connection(TlsError),
        requests.ConnectTimeout("no answer to our knocking"),
        requests.exceptions.ProxyError("the proxy is not reached"),
    ],
    ids=str,
)
def test_what_was_certainly_not_placed(api, line, told, comes):
    api.coming = [comes]
    with pytest.raises(NotPlacedError):
        line.place(ORDER)
    assert told == []


@pytest.mark.parametrize(
    "comes",
    [
        *(refused(status, 20500) for status in (500, 502, 503, 504)),
        replied(502, "<html>bad gateway</html>"),
        replied(307, ""),
        replied(201, "<html>surely a call</html>"),
        requests.ReadTimeout("nothing came back"),
        cut_off(),
        requests.exceptions.ChunkedEncodingError("cut off in the middle of the answer"),
        requests.exceptions.SSLError("bad record"),
    ],
    ids=str,
)
def test_what_may_have_been_placed_is_never_repeated(api, line, told, comes):
    api.coming = [comes]
    with pytest.raises(PlacementUnknownError):
        line.place(ORDER)
    assert len(api.asked) == 1
    assert told == []


@pytest.mark.parametrize(
    ("code", "disposition"),
    [
        *((code, Disposition.INVALID_NUMBER) for code in (21211, 21214, 21217)),
        *((code, Disposition.FAILED) for code in (21203, 21215, 21216, 21219)),
    ],
)
def test_a_number_that_twilio_does_not_call_is_no_fault_of_the_line(api, line, told, code, disposition):
    api.coming = [refused(400, code)]
    line.place(ORDER)
    assert told == [LineOutcome(ATTEMPT, disposition, NOW)]


def test_an_error_in_a_shape_that_nobody_knows_is_an_error_all_the_same(api, line):
    api.coming = [replied(400, {"code": ["?"], "status": "no", "message": {}})]
    with pytest.raises(NotPlacedError):
        line.place(ORDER)


# ── Too many requests ───────────────────────────────────────────────────────────────────────────


def patient(api: Scripted, waits: list[float]) -> TwilioOriginator:
    patience = Patient(api, waits.append, lambda: sum(waits))
    made = TwilioOriginator(Client(ACCOUNT, TOKEN, http_client=patience), AT, lambda: NOW)
    made.start(lambda _: None)
    return made


@pytest.mark.parametrize(
    ("headers", "waited"),
    [(({"Retry_After": "3"}), [3.0, 3.0]), ({}, [1.0, 2.0]), ({"Retry_After": "soon"}, [1, 2])],
)
def test_what_twilio_has_no_time_for_is_ordered_again(api, headers, waited):
    api.coming = [refused(429, 20429, **headers)] * 2 + [replied(201, call())]
    waits: list[float] = []
    patient(api, waits).place(ORDER)
    assert (len(api.asked), waits) == (3, waited)


@pytest.mark.parametrize(
    "headers", [{"Retry_After": "4"}, {"Retry_After": "60"}, {"Retry_After": "9" * 30}, {}]
)
def test_but_not_for_longer_than_the_dialer_allows(api, headers):
    api.coming = [refused(429, 20429, **headers)]
    waits: list[float] = []
    with pytest.raises(NotPlacedError):
        patient(api, waits).place(ORDER)
    assert sum(waits) <= MOST_SECONDS


def test_nothing_else_is_ordered_again(api):
    for comes in (refused(500, 20500), refused(400, 21210), cut_off()):
        api.coming, api.asked = [comes, replied(201, call())], []
        with pytest.raises(LineError):
            patient(api, []).place(ORDER)
        assert len(api.asked) == 1


# ── Over sockets ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def there():
    """The stand-in behind a socket, and the line that asks there."""
    webhooks = Webhooks(TOKEN)
    platform = Platform(ACCOUNT, webhooks, clock=lambda: NOW, numbers={OURS: None})
    api = Rest(platform, {ACCOUNT: TOKEN})
    with serving(api) as url:
        given = replace(SETTINGS, api_url=url)
        made = TwilioOriginator(rest.patient_client(given, seconds=5), AT, lambda: NOW)
        made.start(lambda _: None)
        yield api, made
    webhooks.close()


def test_an_order_over_http_is_a_call(there):
    api, line = there
    line.place(ORDER)
    (made,) = api.platform.calls.values()
    assert (made.to, made.from_, made.status) == (PERSON, OURS, "queued")
    assert made.handling.url == AT.answered(ATTEMPT)
    assert made.handling.async_amd_status_callback == AT.machine(ATTEMPT)
    assert line.live([OPEN]) == {ATTEMPT}


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize("trouble", [broken, unanswered])
def test_what_happens_to_an_order_behind_our_back_is_found_out(there, trouble, done):
    api, line = there
    api.troubles.append(trouble("POST /Calls.json", done=done))
    with pytest.raises(PlacementUnknownError):
        line.place(ORDER)
    assert line.live([OPEN]) == ({ATTEMPT} if done else frozenset())
    assert len(api.platform.calls) == done


def test_too_many_over_http_waits_as_long_as_it_is_told_to(there):
    api, line = there
    api.troubles.append(too_many("POST /Calls.json", retry_after=0))
    line.place(ORDER)
    assert len([asked for asked in api.asked if asked.method == "POST"]) == 1  # the first was turned away
    assert len(api.platform.calls) == 1


def test_nobody_there_is_nothing_placed():
    with serving(Rest(Platform(ACCOUNT, Webhooks(TOKEN)), {})) as url:
        pass
    line = TwilioOriginator(rest.patient_client(replace(SETTINGS, api_url=url)), AT)
    with pytest.raises(NotPlacedError):
        line.place(ORDER)


@contextmanager
def deaf() -> Iterator[str]:
    """A server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def test_an_answer_that_does_not_come_leaves_the_order_open():
    with deaf() as url:
        line = TwilioOriginator(rest.patient_client(replace(SETTINGS, api_url=url), seconds=0.1), AT)
        with pytest.raises(PlacementUnknownError):
            line.place(ORDER)


def test_wrong_credentials_are_told(there):
    api, _ = there
    api.users = {ACCOUNT: "another token"}
    with serving(api) as url:
        line = TwilioOriginator(rest.patient_client(replace(SETTINGS, api_url=url)), AT)
        with pytest.raises(NotPlacedError, match="IVR_TWILIO_AUTH_TOKEN"):
            line.place(ORDER)


def test_an_api_key_is_used_where_there_is_one(there):
    api, _ = there
    api.users = {"SK" + "1" * 32: "secret"}
    with serving(api) as url:
        given = replace(SETTINGS, api_url=url, api_key=("SK" + "1" * 32, "secret"))
        TwilioOriginator(rest.patient_client(given), AT).place(ORDER)
    assert len(api.platform.calls) == 1


# ── What is up ──────────────────────────────────────────────────────────────────────────────────


def test_calls_are_listed_by_where_they_are_on_their_way(api, line):
    api.coming = [listed(), listed(call("ringing")), listed()]
    assert line.live([OPEN]) == {ATTEMPT}
    assert [fields["Status"] for _, _, fields in api.asked] == ["queued", "ringing", "in-progress"]


@pytest.mark.parametrize(
    ("fields", "ours"),
    [
        ({}, True),
        ({"date_created": "Wed, 25 Nov 2026 07:59:51 +0000"}, True),  # by Twilio's clock
        ({"date_created": "Wed, 25 Nov 2026 07:59:49 +0000"}, False),  # an earlier one
        ({"to": "+37120000009"}, False),
        ({"from": "+37167000100"}, False),
        ({"direction": "inbound"}, False),
        ({"direction": "outbound-dial"}, False),
        ({"date_created": None}, True),
    ],
)
def test_a_call_is_known_by_both_numbers_and_its_time(api, line, fields, ours):
    api.coming = [listed(call("in-progress", **fields))]
    assert line.live([OPEN]) == ({ATTEMPT} if ours else frozenset())


def test_a_call_whose_id_is_known_is_known_by_it(api, line):
    api.coming = [listed(call("in-progress", to="+37129999999"))]  # as Twilio writes the number
    assert line.live([OPEN]) == frozenset()
    line.learn(ATTEMPT, SID)
    assert line.live([OPEN]) == {ATTEMPT}
    line.forget(ATTEMPT)
    assert line.live([OPEN]) == frozenset()
    assert line.live([replace(OPEN, call_id=SID)]) == {ATTEMPT}  # it is on record


def test_only_so_many_ids_are_kept(line, monkeypatch):
    monkeypatch.setattr(originate, "KNOWN", 2)
    for attempt in ("a", "b", "c"):
        line.learn(attempt, f"CA{attempt}")
    assert list(line._calls) == ["b", "c"]


@pytest.mark.parametrize(
    "comes", [refused(500, 20500), refused(401, 20003), cut_off(), replied(200, "no JSON")], ids=str
)
def test_not_to_know_what_is_up_is_not_to_know_that_nothing_is(api, line, comes):
    api.coming = [comes]
    for asks in (lambda: line.live([OPEN]), lambda: line.remembered(OPEN), lambda: line.hang_up(OPEN)):
        with pytest.raises(LineError):
            asks()


# ── How a call ended ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "answered_by", "disposition"),
    [
        ("completed", None, Disposition.ABANDONED),
        ("completed", "human", Disposition.ABANDONED),
        ("completed", "unknown", Disposition.ABANDONED),
        ("completed", "machine_end_beep", Disposition.MACHINE),
        ("completed", "fax", Disposition.MACHINE),
        ("busy", None, Disposition.BUSY),
        ("no-answer", None, Disposition.NO_ANSWER),
        ("failed", None, Disposition.UNREACHABLE),
        ("canceled", None, Disposition.NO_ANSWER),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_the_list_tells_how_a_call_ended(api, line, status, answered_by, disposition, known):
    told = call(status, answered_by=answered_by, end_time="Wed, 25 Nov 2026 08:01:00 +0000")
    api.coming = [replied(200, told) if known else listed(told)]
    given = replace(OPEN, call_id=SID) if known else OPEN
    at = datetime(2026, 11, 25, 8, 1, tzinfo=UTC)
    assert line.remembered(given) == LineOutcome(ATTEMPT, disposition, at)


def test_where_the_list_does_not_say_when_a_call_ended_it_is_now(api, line):
    api.coming = [listed(call("busy"))]
    assert line.remembered(OPEN).at == NOW


def test_of_several_calls_to_one_number_the_latest_counts(api, line):
    times = [f"Wed, 25 Nov 2026 08:0{minute}:00 +0000" for minute in (1, 3, 2)]
    ends = ("busy", "no-answer", "failed")
    api.coming = [listed(*(call(end, date_created=at) for end, at in zip(ends, times, strict=True)))]
    assert line.remembered(OPEN).disposition is Disposition.NO_ANSWER
    assert (api.asked[0][2]["To"], api.asked[0][2]["From"]) == (PERSON, OURS)


@pytest.mark.parametrize(
    ("comes", "known"),
    [
        (listed(), False),
        (listed(call("busy", date_created="Tue, 24 Nov 2026 08:00:00 +0000")), False),
        (refused(404, 20404), True),
    ],
)
def test_a_call_that_twilio_does_not_have_is_not_remembered(api, line, comes, known):
    api.coming = [comes]
    assert line.remembered(replace(OPEN, call_id=SID) if known else OPEN) is None


@pytest.mark.parametrize("status", ["queued", "ringing", "in-progress"])
def test_a_call_that_is_up_after_all_has_not_ended(api, line, status):
    api.coming = [listed(call(status))]
    with pytest.raises(LineError, match="not listed"):
        line.remembered(OPEN)


def test_what_the_webhooks_tell_goes_to_whoever_listens_also_before_they_do(api, told):
    made = TwilioOriginator(api.client(), AT, lambda: NOW)
    early, late = (LineOutcome(attempt, Disposition.BUSY, NOW) for attempt in ("a", "b"))
    made.tell(early)
    assert not made.ready()
    made.start(told.append)
    made.tell(late)
    assert made.ready()
    assert told == [early, late]
    made.stop()


# ── Hanging up, and sending elsewhere ───────────────────────────────────────────────────────────


def test_a_call_is_ended_by_its_id(api, line):
    api.coming = [listed(call("ringing")), replied(200, call("canceled"))]
    line.hang_up(OPEN)
    assert api.asked[1] == ("POST", f"/Calls/{SID}.json", {"Status": "completed"})


@pytest.mark.parametrize("found", [listed(), listed(call("completed"))])
def test_a_call_that_is_over_or_never_was_is_not_ended(api, line, found):
    api.coming = [found]
    line.hang_up(OPEN)
    assert len(api.asked) == 1


@pytest.mark.parametrize("comes", [refused(404, 20404), refused(400, 21220)])
def test_a_call_that_ends_meanwhile_is_no_error(api, line, comes):
    api.coming = [listed(call("in-progress")), comes]
    line.hang_up(OPEN)
    line.redirect(SID, AT.again(1))


def test_a_call_that_cannot_be_ended_is_told_of(api, line):
    api.coming = [listed(call("in-progress")), refused(500, 20500)]
    with pytest.raises(LineError):
        line.hang_up(OPEN)


def test_a_live_call_is_sent_to_another_page(api, line):
    api.coming = [replied(200, call("in-progress"))]
    line.redirect(SID, AT.again(1))
    assert api.asked == [("POST", f"/Calls/{SID}.json", {"Url": AT.again(1), "Method": "POST"})]


def test_few_wait_for_twilio_at_once_and_the_others_are_told_so(api, line, monkeypatch):
    request, together = api.request, []

    def request_while_another_call_is_to_be_sent(*given, **more):
        together.append(len(together) + 1)
        line.redirect(SID, AT.again(1))
        return request(*given, **more)

    monkeypatch.setattr(api, "request", request_while_another_call_is_to_be_sent)
    with pytest.raises(LineError, match="at once"):
        line.redirect(SID, AT.again(1))
    assert len(together) == originate.REDIRECTS
    monkeypatch.setattr(api, "request", request)
    api.coming = [replied(200, call("in-progress"))]
    for _ in range(originate.REDIRECTS + 1):
        line.redirect(SID, AT.again(1))
