"""What is said in private is left out of Twilio's recording: TwiML cannot, so its API is asked."""

from __future__ import annotations

import pytest
from twilio.rest import Client

from ivr.calls.desk import LiveCall
from ivr.calls.ports import NewCall
from ivr.conversation.actions import Ask, PauseRecording, ResumeRecording
from ivr.conversation.state import State, Step, Turn
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.pages import Pages
from ivr.lines.twilio.pausing import nobody, switch
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.rest import Rest, broken, unanswered, unreachable
from ivr.lines.twilio.standin.rest_ways import RestClient
from ivr.lines.twilio.standin.verbs import Recording
from ivr.lines.twilio.standin.webhooks import Webhooks
from ivr.lines.twilio.webhook import Webhook
from tests.lines.twilio.service import ACCOUNT, TOKEN

OURS, PERSON = "+37167000102", "+37120000001"
ASK = Ask("question:pin", "12", 5.0)


@pytest.fixture
def api():
    webhooks = Webhooks(TOKEN, seconds=0.1)
    platform = Platform(ACCOUNT, webhooks, numbers={OURS: Handling("")})
    yield Rest(platform, {ACCOUNT: TOKEN})
    webhooks.close()


@pytest.fixture
def turn(api):
    return switch(Client(ACCOUNT, TOKEN, http_client=RestClient(api)))


@pytest.fixture
def call(api):
    """A call that is being recorded."""
    made = api.platform.call_out(PERSON, OURS, Handling(""))
    made.monitored.append(Recording())
    return made


def test_the_recording_pauses_and_goes_on(api, turn, call):
    turn(call.sid, True)
    assert call.paused
    turn(call.sid, False)
    assert not call.paused
    asked = [(each.method, each.path, each.form) for each in api.asked]
    path = f"/Calls/{call.sid}/Recordings/Twilio.CURRENT.json"
    skip = ("PauseBehavior", "skip")
    assert [(method, where, set(form)) for method, where, form in asked] == [
        ("POST", path, {("Status", "paused"), skip}),
        ("POST", path, {("Status", "in-progress"), skip}),
    ]


@pytest.mark.parametrize(
    "trouble", [broken("Recordings"), unanswered("Recordings", done=False), unreachable("Rec")]
)
@pytest.mark.parametrize(
    ("pause", "told"), [(True, "recording_not_paused"), (False, "recording_not_resumed")]
)
def test_a_call_goes_on_where_twilio_does_not_do_it(api, turn, call, trouble, pause, told, capsys):
    api.troubles.append(trouble)
    turn(call.sid, pause)
    assert told in capsys.readouterr().out


def test_what_is_not_recorded_cannot_pause_and_that_is_told(api, turn, call, capsys):
    call.monitored.clear()
    turn(call.sid, True)
    assert "recording_not_paused" in capsys.readouterr().out


def test_where_twilio_cannot_be_asked_that_is_told(capsys):
    nobody("CA1", True)
    assert "recording_not_paused" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((PauseRecording(), ASK), [("CA1", True)]),
        ((ResumeRecording(), ASK), [("CA1", False)]),
        ((ASK,), []),
    ],
)
def test_it_is_asked_before_the_turn_is_said(example, actions, expected):
    asked = []
    pages = Pages(None, Addresses("https://x"), None, switch=lambda *told: asked.append(told))
    state = State(Step.QUESTION, "en", PERSON, OURS)
    live = LiveCall(NewCall("CA1", "twilio", PERSON, OURS), 1, "f1", example, Turn(state, actions))
    assert "<Gather" in pages.begun(live, Webhook("outgoing", {}, {}, "CA1", 0.0))
    assert asked == expected
