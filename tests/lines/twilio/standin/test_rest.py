"""The REST side of the stand-in: asked by the twilio package itself, in this process and over HTTP."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from queue import SimpleQueue

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from ivr.lines.twilio import rest as ours
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.rest import Rest, broken, number_sid, too_many, unanswered, unreachable
from ivr.lines.twilio.standin.rest_ways import RestClient, serving
from ivr.lines.twilio.standin.webhooks import Webhooks
from tests.lines.twilio.service import ACCOUNT, SETTINGS, TOKEN

BEGAN = datetime(2026, 11, 25, 8, tzinfo=UTC)
PERSON, OURS, OTHER = "+37120000001", "+37167000102", "+37167000100"
URL = "https://bot.example.com/twilio/answered?attempt=a"
NO_BODY = {"to": PERSON, "from_": OURS, "url": URL}


@pytest.fixture
def platform():
    webhooks = Webhooks(TOKEN, seconds=0.1)
    yield Platform(ACCOUNT, webhooks, clock=lambda: BEGAN, numbers={OURS: Handling(""), OTHER: Handling("")})
    webhooks.close()


@pytest.fixture
def api(platform) -> Rest:
    return Rest(platform, {ACCOUNT: TOKEN})


@contextmanager
def here(api: Rest):
    yield Client(ACCOUNT, TOKEN, http_client=RestClient(api))


@contextmanager
def over_http(api: Rest):
    with serving(api) as url:
        yield ours.client(replace(SETTINGS, api_url=url))


@pytest.fixture(params=[here, over_http], ids=["here", "over http"])
def client(request, api):
    with request.param(api) as made:
        yield made


def code_of(asks) -> tuple[int, int]:
    with pytest.raises(TwilioRestException) as error:
        asks()
    return error.value.status, error.value.code


# ── Calls ───────────────────────────────────────────────────────────────────────────────────────


def test_a_call_is_ordered_and_is_as_it_was_ordered(api, platform, client):
    ordered: SimpleQueue = SimpleQueue()
    api.ordered = ordered.put
    detection = {
        "machine_detection": "DetectMessageEnd",
        "async_amd": "true",
        "async_amd_status_callback": f"{URL}&m=1",
    }
    told = {"status_callback": f"{URL}&s=1", "status_callback_event": ["initiated", "completed"]}
    made = client.calls.create(**NO_BODY, **detection, **told, fallback_url=f"{URL}&f=1", timeout=25)
    (call,) = platform.calls.values()
    assert (made.sid, made.status, made.to, made._from) == (call.sid, "queued", PERSON, OURS)
    assert (made.date_created, made.start_time, made.direction) == (BEGAN, None, "outbound-api")
    assert call.handling == Handling(
        URL,
        fallback_url=f"{URL}&f=1",
        status_callback=f"{URL}&s=1",
        status_callback_event=("initiated", "completed"),
        async_amd_status_callback=f"{URL}&m=1",
        timeout=25,
    )
    assert ordered.get(timeout=10) is call


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"to": ""}, (400, 21201)),
        ({"to": "20000001"}, (400, 21211)),
        ({"to": "+37120000666"}, (403, 21216)),
        ({"from_": "+37129999999"}, (400, 21210)),
        ({"url": "bot.example.com"}, (400, 21205)),
        ({"send_digits": "1"}, (400, 20001)),  # exists, and nobody here knows it
    ],
)
def test_an_order_that_twilio_would_refuse_is_refused(api, platform, client, changed, expected):
    api.refuses = {"+37120000666": (403, 21216)}
    assert code_of(lambda: client.calls.create(**{**NO_BODY, **changed})) == expected
    assert not platform.calls


def test_calls_are_listed_the_latest_first_page_by_page(platform, client):
    sids = [client.calls.create(**NO_BODY).sid for _ in range(5)]
    client.calls.create(**{**NO_BODY, "to": "+37120000002"})
    assert [call.sid for call in client.calls.list(to=PERSON, page_size=2)] == sids[::-1]
    assert [call.sid for call in client.calls.list(to=PERSON, limit=3, page_size=3)] == sids[:1:-1]
    platform.calls[sids[0]].refuse("busy")
    assert [call.sid for call in client.calls.list(status="busy")] == sids[:1]
    assert client.calls.list(from_=OTHER) == []


def test_a_call_is_told_as_it_stands(platform, client):
    sid = client.calls.create(**NO_BODY).sid
    platform.clock = lambda: BEGAN + timedelta(seconds=20)
    platform.calls[sid].refuse("busy")
    found = client.calls(sid).fetch()
    assert (found.status, found.end_time, found.date_created) == (
        "busy",
        BEGAN + timedelta(seconds=20),
        BEGAN,
    )
    assert code_of(client.calls("CA" + "0" * 32).fetch) == (404, 20404)


@pytest.mark.parametrize("status", ["canceled", "completed"])
def test_a_call_that_rings_is_ended(platform, client, status):
    sid = client.calls.create(**NO_BODY).sid
    client.calls(sid).update(status=status)
    assert platform.calls[sid].status == "canceled"
    assert code_of(lambda: client.calls(sid).update(status="completed")) == (400, 21220)


def test_a_call_that_nobody_has_answered_cannot_be_sent_elsewhere(client):
    sid = client.calls.create(**NO_BODY).sid
    assert code_of(lambda: client.calls(sid).update(url=URL, method="POST")) == (400, 21220)


# ── Numbers, recordings, the account ────────────────────────────────────────────────────────────


def test_numbers_are_listed_and_changed(platform, client):
    assert {each.phone_number for each in client.incoming_phone_numbers.stream(page_size=1)} == {OURS, OTHER}
    changed = client.incoming_phone_numbers(number_sid(OURS)).update(
        voice_url=URL, status_callback=f"{URL}&s=1"
    )
    assert (changed.voice_url, changed.voice_method, changed.trunk_sid) == (URL, "POST", None)
    assert platform.numbers[OURS] == Handling(URL, status_callback=f"{URL}&s=1")
    assert code_of(lambda: client.incoming_phone_numbers("PN" + "9" * 32).update(voice_url=URL)) == (
        404,
        20404,
    )


def test_a_recording_is_sound_until_it_is_deleted(api, platform):
    kept = platform.keep(platform.call_out(PERSON, OURS, Handling("")), 3)
    with serving(api) as url, requests.Session() as session:
        address = f"{url}/2010-04-01/Accounts/{ACCOUNT}/Recordings/{kept.sid}.wav"
        sound = session.get(address, auth=(ACCOUNT, TOKEN))
        assert (sound.status_code, sound.headers["Content-Type"]) == (200, "audio/x-wav")
        assert len(sound.content) == 44 + 3 * 16_000
        assert ours.client(replace(SETTINGS, api_url=url)).recordings(kept.sid).delete()
        assert session.get(address, auth=(ACCOUNT, TOKEN)).status_code == 404


def test_the_account_is_told_of_and_others_are_not(api, client):
    assert client.api.v2010.accounts(ACCOUNT).fetch().status == "active"
    assert code_of(client.api.v2010.accounts("AC" + "9" * 32).fetch) == (404, 20404)
    api.users = {}
    assert code_of(client.calls("CA" + "0" * 32).fetch) == (401, 20003)


# ── Troubles ────────────────────────────────────────────────────────────────────────────────────


def test_too_many_requests_once(api, client):
    api.troubles.append(too_many("POST /Calls.json", retry_after=7))
    assert code_of(lambda: client.calls.create(**NO_BODY)) == (429, 20429)
    assert client.calls.create(**NO_BODY).status == "queued"


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize("trouble", [broken, unanswered])
def test_an_order_that_fails_may_have_been_carried_out(api, platform, client, trouble, done):
    api.troubles.append(trouble("POST /Calls.json", done=done))
    with pytest.raises((TwilioRestException, requests.ConnectionError, requests.ReadTimeout)):
        client.calls.create(**NO_BODY)
    assert len(platform.calls) == done


def test_no_connection(api, platform):
    api.troubles.append(unreachable("POST"))
    with here(api) as client, pytest.raises(requests.ConnectionError):
        client.calls.create(**NO_BODY)
    assert not platform.calls
    assert not api.asked
