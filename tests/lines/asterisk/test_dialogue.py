"""Whole calls: a scripted Asterisk, the server, the desk, the conversation and the records."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from ivr.calls.ports import AttemptUnknownError, NewCall, OutboundCall
from ivr.conversation.errand import NOBODY, Errand, Known, Origin, Promised
from ivr.conversation.events import TransferOutcome
from ivr.conversation.state import Step
from ivr.errors import IvrError
from ivr.lines.asterisk import server
from ivr.lines.asterisk.speech import Recogniser
from ivr.records.history import History
from tests.lines.asterisk.conftest import NIGHT
from tests.lines.asterisk.fake import HOLD
from tests.lines.asterisk.recogniser import ONSET, FakeHearing, spoken

KEYS = r"0123456789\*#"
ID = "1795534913.0"
DEAD = "HANGUP\n511 Command Not Permitted on a dead channel or intercept routine"

# A call's steps: the command that is due, and the answer.
CALLED = ('GET VARIABLE "IVR_CALLED"', "200 result=1 (+37167000100)")


def asks(phrases: str, key: int, wait: str = r"\d+"):
    return (rf'GET OPTION ".*{phrases}.*" "{KEYS}" {wait}', f"200 result={key} endpos=8000")


def says(phrases: str, keys: str = KEYS):
    return (rf'STREAM FILE ".*{phrases}.*" "{keys}"', "200 result=0 endpos=16000")


def sets(name: str, value: str):
    return (f'SET VARIABLE "{name}" "{value}"', "200 result=1")


def transfers(department: str):
    anything = [
        "IVR_MODE",
        "IVR_TARGETS",
        "IVR_QUEUE",
        "IVR_RING",
        "IVR_ACCEPT",
        "IVR_BRIEFING",
        "IVR_LANGUAGE",
        "IVR_CALLERID",
    ]
    return [
        says("connect.department"),
        sets("IVR_CALL", ID),
        sets("IVR_DEPARTMENT", department),
        *[sets(name, ".*") for name in anything],
        sets("IVR_NEXT", "transfer"),
    ]


ANSWERED = [CALLED, asks("greeting.company", ord("1"))]
HANGS_UP = [says("closing.goodbye", keys=""), sets("IVR_NEXT", "hangup")]


def events(service) -> list[dict]:
    return [json.loads(event) for event in service.written]


def kinds(service) -> list[str]:
    return [event["kind"] if event else "answered" for event in events(service)]


def put_through(service) -> None:
    with service.asterisk() as asterisk:
        asterisk.play([*ANSWERED, *transfers("sales")])
        assert asterisk.ended()


# ── Words ───────────────────────────────────────────────────────────────────────────────────────────

LOOKED = [(r"SET VARIABLE .*", "200 result=1")] * 2 + [(r"GET FULL VARIABLE .*", "200 result=1 (9)")]
CREATED = [('SPEECH CREATE "ivr"', "200 result=1"), sets("IVR_HEARD", "1")]
CONNECTED = [*LOOKED, *CREATED, ('SPEECH SET "call_id" ".*"', "200 result=1")]
EXPECTS = [(rf'SPEECH SET "{name}" ".*"', "200 result=1") for name in ("expect", "listen")]
SAYS = (r'SPEECH RECOGNIZE ".*hush" \d+', spoken(("", 0, "rejected")))
STARTS = (r'SPEECH RECOGNIZE ".*help.offer.*" \d+', ONSET)
SPOKEN = {"agi_arg_1": "+37167000100", "agi_arg_2": "hears"}


@pytest.fixture
def hearing(service):
    service.server._recogniser = Recogniser(FakeHearing("lv"))


def test_words_are_heard_from_the_first_question_on(service, hearing):
    with service.asterisk(**SPOKEN) as asterisk:
        asterisk.play([*CONNECTED, *EXPECTS, STARTS, SAYS, ("CHANNEL STATUS", "200 result=6")])
        asterisk.vanish()
    wait_for_end(service)
    assert service.call().turn.state.hears == ("lv",)
    assert kinds(service)[:2] == ["answered", "not_understood"]


@pytest.mark.parametrize("given", [{}, {"agi_arg_2": ""}, {"agi_arg_2": "nothing"}])
def test_a_dialplan_that_knows_no_recogniser_gets_questions_by_key(service, hearing, given):
    with service.asterisk(**{"agi_arg_1": "+37167000100", **given}) as asterisk:
        asterisk.play([asks("greeting.company", ord("1"))])
        asterisk.vanish()
    wait_for_end(service)
    assert service.call().turn.state.hears == ()


def test_hearing_that_is_lost_at_the_first_question_leaves_nothing_unsaid(service, hearing):
    lost = [*LOOKED[:2], (LOOKED[2][0], "200 result=1 (0)"), ("SPEECH DESTROY", "200 result=0")]
    with service.asterisk(**SPOKEN) as asterisk:
        asterisk.play([*lost, says("greeting.company.*help.offer"), ("CHANNEL STATUS", "200 result=6")])
        asterisk.play([asks("again.keys", ord("1")), *transfers("sales")])
        assert asterisk.ended()
    assert kinds(service) == ["answered", "hearing_lost", "pressed"]


# ── Calls ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_call_put_through_and_back(service):
    put_through(service)
    assert service.call().turn.state.step is Step.TRANSFER
    assert service.call().call == NewCall(ID, "asterisk", "+37167000100", "+37120000001")
    with service.asterisk("back", agi_arg_1=ID, agi_arg_2="ANSWER", agi_arg_3="1") as asterisk:
        asterisk.play([asks("", ord("2")), *HANGS_UP])
        assert asterisk.ended()
    assert kinds(service) == ["answered", "pressed", "transfer_ended", "pressed"]
    assert events(service)[2]["outcome"] == TransferOutcome.TALKED
    assert service.call().ended


@pytest.mark.parametrize(
    ("script", "arguments"),
    [
        ("call", {"agi_arg_1": "+37167000100", "agi_arg_2": "", "agi_arg_3": "7.250000000186265"}),
        ("call", {"agi_arg_1": "+37167000100", "agi_arg_2": "", "agi_arg_3": ""}),
        ("call", {"agi_arg_1": "+37167000100", "agi_arg_2": "", "agi_arg_3": "0 - "}),
        ("call", {"agi_arg_1": "+37167000100"}),
    ],
    ids=["told by the dialplan", "not told", "nonsense", "by a dialplan of before"],
)
def test_the_greeting_is_waited_for_since_the_pick_up(service, script, arguments):
    with service.asterisk(script, **arguments) as asterisk:
        asterisk.play([asks("greeting.company", ord("1")), *transfers("sales")])
        assert asterisk.ended()
    greeting, put_through = History(service.store.engine).transcript(ID).turns
    waited = 7.25 if arguments.get("agi_arg_3", "").startswith("7") else 0.0
    assert waited <= greeting.performed.waited < waited + 5
    assert (greeting.performed.lasts, greeting.performed.cut) == (pytest.approx(1.0, abs=0.01), "key")
    assert put_through.performed is None


def test_what_was_heard_before_a_hang_up_is_told_too(service):
    with service.asterisk(agi_arg_1="+37167000100") as asterisk:
        asterisk.play([(r'GET OPTION ".*greeting.*', "200 result=0 endpos=16000\nHANGUP")])
        asterisk.play([("CHANNEL STATUS", DEAD)])
    wait_for_end(service)
    assert History(service.store.engine).transcript(ID).turns[0].performed.cut is None


@pytest.mark.parametrize(
    ("status", "accepted", "outcome", "phrase"),
    [
        ("BUSY", "", "busy", "sorry.busy"),
        ("NOANSWER", "", "no_answer", "sorry.no_answer"),
        ("ANSWER", "", "declined", "sorry.declined"),
        ("CHANUNAVAIL", "", "unavailable", "sorry.unavailable"),
        ("QUEUE:TIMEOUT", "", "no_answer", "sorry.no_answer"),
    ],
)
def test_a_transfer_that_failed_leads_on(service, status, accepted, outcome, phrase):
    put_through(service)
    asked = [
        ('GET VARIABLE "IVR_CALL"', f"200 result=1 ({ID})"),
        ('GET VARIABLE "IVR_DIALSTATUS"', f"200 result=1 ({status})"),
        ('GET VARIABLE "IVR_ACCEPTED"', f"200 result=1 ({accepted})"),
    ]
    with service.asterisk("back") as asterisk:
        asterisk.play([*asked, asks(phrase, ord("0")), *transfers("reception")])
        assert asterisk.ended()
    assert events(service)[2] == {"kind": "transfer_ended", "outcome": outcome}


def test_arguments_of_the_dialplan_save_commands(service):
    with service.asterisk(agi_arg_1="+37167000101") as asterisk:
        asterisk.play([asks("greeting.department", ord("*"))])
        asterisk.vanish()
    wait_for_end(service)
    assert service.call().call.called == "+37167000101"


def test_a_dialplan_that_says_nothing_is_served_by_the_extension(service):
    with service.asterisk() as asterisk:
        asterisk.play([('GET VARIABLE "IVR_CALLED"', "200 result=0"), asks("greeting.company", 0)])
        asterisk.play([("CHANNEL STATUS", DEAD)])
        assert asterisk.ended()
    assert service.call().call.called == "+37167000100"


@pytest.mark.parametrize("now", [NIGHT])
def test_a_message_is_taken(service):
    with service.asterisk() as asterisk:
        asterisk.play(
            [
                *ANSWERED,
                asks("sorry.closed", ord("1")),
                says("message.invite"),
                says("/tone", keys=""),
                (
                    rf'RECORD FILE "{service.spool}/messages/{ID}-2" wav .* 120000 s=\d+',
                    "200 result=35 (dtmf) endpos=24000",
                ),
                asks("message.recorded", ord("1")),
                *HANGS_UP,
            ]
        )
        assert asterisk.ended()
    assert events(service)[3] == {
        "kind": "recorded",
        "reference": f"messages/{ID}-2.wav",
        "seconds": 3.0,
        "hung_up": False,
        "key": "#",
        "source": "",
    }


# ── Hanging up in every phase ───────────────────────────────────────────────────────────────────────


def wait_for_end(service) -> None:
    """Until no session is left."""
    with service.server._changed:
        assert service.server._changed.wait_for(lambda: service.server.live() == 0, 5)


@pytest.mark.parametrize(
    "script",
    [
        [CALLED, (asks("greeting", 0)[0], "200 result=-1 endpos=0"), ("CHANNEL STATUS", DEAD)],
        [CALLED, (asks("greeting", 0)[0], "200 result=-1 endpos=900\nHANGUP")],
        [CALLED, asks("greeting", 0), ("CHANNEL STATUS", DEAD)],
        [CALLED, (asks("greeting", 0)[0], DEAD)],
        [CALLED, (asks("greeting", 0)[0], "200 result=49 endpos=8000\nHANGUP"), (says("connect")[0], None)],
        [*ANSWERED, (says("connect")[0], "200 result=-1 endpos=1\nHANGUP")],
        [*ANSWERED, says("connect"), (sets("IVR_CALL", ID)[0], DEAD)],
    ],
    ids=["at once", "greeting", "waiting", "dead", "after a key", "announcement", "variables"],
)
def test_the_caller_hangs_up(service, script):
    with service.asterisk() as asterisk:
        asterisk.play(script)
        assert asterisk.ended()
    wait_for_end(service)
    assert kinds(service)[-1] == "hung_up"
    assert kinds(service).count("hung_up") == 1
    assert service.call().ended


@pytest.mark.parametrize("now", [NIGHT])
@pytest.mark.parametrize("endpos", [24_000, 4_000, 0])
def test_the_caller_hangs_up_in_a_message(service, endpos):
    with service.asterisk() as asterisk:
        asterisk.play(
            [
                *ANSWERED,
                asks("sorry.closed", ord("1")),
                says("message.invite"),
                says("/tone", keys=""),
                ("RECORD FILE .*", f"200 result=-1 (hangup) endpos={endpos}\nHANGUP"),
            ]
        )
        assert asterisk.ended()
    wait_for_end(service)
    assert service.call().ended
    assert kinds(service)[3:] == ["recorded"]  # which ends the call: the hang-up adds nothing


def test_asterisk_vanishes(service, capsys):
    with service.asterisk() as asterisk:
        asterisk.play([CALLED])
        asterisk.line()
        asterisk.vanish()
    wait_for_end(service)
    assert kinds(service) == ["answered", "hung_up"]
    assert "line_lost" in capsys.readouterr().out


def test_nonsense_from_asterisk_ends_the_session_and_the_dialplan_goes_on(service, capsys):
    with service.asterisk() as asterisk:
        asterisk.play([CALLED, (asks("greeting", 0)[0], "510 Invalid or unknown command")])
        assert asterisk.ended()
    wait_for_end(service)
    assert "line_failed" in capsys.readouterr().out
    assert service.call().ended


@pytest.mark.parametrize(("accepted", "talked"), [("1", True), ("", False)])
def test_the_caller_hangs_up_while_the_dialplan_has_the_call(service, accepted, talked):
    put_through(service)
    with service.asterisk("gone", agi_arg_1=ID, agi_arg_2=accepted) as asterisk:
        assert asterisk.ended()
    wait_for_end(service)
    assert events(service)[-1] == {"kind": "hung_up", "talked": talked}
    assert service.call().ended


def test_gone_is_told_once(service):
    put_through(service)
    for _ in range(2):
        with service.asterisk("gone", agi_arg_1=ID, agi_arg_2="") as asterisk:
            assert asterisk.ended()
    wait_for_end(service)
    assert kinds(service).count("hung_up") == 1


def test_a_caller_who_left_just_as_the_transfer_ended(service):
    put_through(service)
    with service.asterisk("back", agi_arg_1=ID, agi_arg_2="BUSY", agi_arg_3="") as asterisk:
        asterisk.play([(asks("sorry.busy", 0)[0], "511 Command Not Permitted on a dead channel")])
        assert asterisk.ended()
    wait_for_end(service)
    assert kinds(service)[-2:] == ["transfer_ended", "hung_up"]


class SlowLog:
    """Takes a traceback only when it is told to."""

    def __init__(self, logged: list, told: Event) -> None:
        self.logged, self.told = logged, told

    def info(self, *_: str, **__: object) -> None:
        """What goes well is taken at once."""

    def exception(self, action: str, call_id: str, **_: str) -> None:
        assert self.told.wait(5)
        self.logged.append((action, call_id, str(sys.exc_info()[1])))


# ── What must not happen ────────────────────────────────────────────────────────────────────────────


def test_a_call_that_nobody_knows_is_left_to_the_dialplan(service, capsys):
    with service.asterisk("back", agi_arg_1="9.9", agi_arg_2="BUSY", agi_arg_3="") as asterisk:
        assert asterisk.ended()  # IVR_NEXT is not set
    wait_for_end(service)
    assert "agi_session_failed" in capsys.readouterr().out


def test_the_same_call_twice_is_not_spoken_to_twice(service, capsys):
    with service.asterisk() as first, service.asterisk() as second:
        first.play([CALLED])
        first.line()
        second.play([CALLED])
        assert second.ended()
        first.vanish()
    wait_for_end(service)
    assert "turn_taken" in capsys.readouterr().out
    assert kinds(service) == ["answered", "hung_up"]


def test_an_error_here_leaves_the_caller_to_the_dialplan_and_closes_the_call(service, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(service.server.prompts, "file", fail)
    logged, told = [], Event()
    monkeypatch.setattr(server, "logger", lambda: SlowLog(logged, told))
    with service.asterisk() as asterisk:
        asterisk.play([CALLED, (HOLD, "200 result=0")])
        assert asterisk.ended()  # before anything is logged: the caller waits
        told.set()
    wait_for_end(service)
    assert logged == [("agi_session_failed", "1795534913.0", "a fault")]
    assert kinds(service) == ["answered", "hung_up"]


def test_records_that_fail_leave_the_caller_to_the_dialplan(service, monkeypatch, capsys):
    def fail(_):
        raise IvrError("disk full")

    monkeypatch.setattr(service.store, "save", fail)
    with service.asterisk() as asterisk:
        asterisk.play([CALLED])
        assert asterisk.ended()
    wait_for_end(service)
    assert "disk full" in capsys.readouterr().out


def test_a_caller_without_a_unique_id_is_left_to_the_dialplan(service, capsys):
    with service.asterisk(agi_uniqueid="", agi_arg_1="+37167000100") as asterisk:
        assert asterisk.ended()
    wait_for_end(service)
    assert "line_failed" in capsys.readouterr().out


def test_many_calls_at_once(service):
    def one(number: int) -> None:
        with service.asterisk(agi_uniqueid=f"{number}.0", agi_arg_1="+37167000100") as asterisk:
            asterisk.play([asks("greeting", ord("9")), asks("", 0), ("CHANNEL STATUS", DEAD)])
            assert asterisk.ended()

    threads = [Thread(target=one, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    wait_for_end(service)
    assert [service.call(f"{number}.0").ended for number in range(20)] == [True] * 20


# ── Calls of ours ───────────────────────────────────────────────────────────────────────────────


class Promises:
    """What is known of the attempts, as the desk asks for it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def outbound(self, attempt: str) -> OutboundCall:
        self.asked.append(attempt)
        if attempt != ATTEMPT:
            raise AttemptUnknownError("There is no such attempt.")
        at = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
        promise = Promised("p", at, "Europe/Riga", Origin.ASKED, "sales", at)
        errand = Errand(attempt, "lv", "Europe/Riga", promise=promise)
        return OutboundCall(errand, "+37120000007", "+37167000100", None)

    def known(self, number: str | None) -> Known:
        return NOBODY


ATTEMPT = "0123456789abcdef" * 2


@pytest.fixture
def promises(service) -> Promises:
    made = Promises()
    service.server.desk = replace(service.server.desk, ledger=made)
    return made


@pytest.mark.parametrize("arguments", [True, False])
def test_a_call_of_ours_begins_with_who_answered(service, promises, arguments):
    given = {"agi_arg_1": ATTEMPT, "agi_arg_2": "uncertain"} if arguments else {}
    asked = (
        []
        if arguments
        else [
            ('GET VARIABLE "IVR_ATTEMPT"', f"200 result=1 ({ATTEMPT})"),
            ('GET VARIABLE "IVR_BY"', "200 result=1 (uncertain)"),
        ]
    )
    with service.asterisk("outbound", agi_uniqueid=ATTEMPT, **given) as asterisk:
        asterisk.play([*asked, (HOLD, "200 result=0"), asks("", 0), ("CHANNEL STATUS", DEAD)])
        assert asterisk.ended()
    wait_for_end(service)
    assert service.call(ATTEMPT).call == NewCall(
        ATTEMPT, "asterisk", "+37120000007", "+37167000100", attempt=ATTEMPT
    )
    assert events(service)[0] == {"kind": "answered", "by": "uncertain"}


@pytest.mark.parametrize(
    ("script", "given", "call_id", "at_once"),
    [
        ("outbound", {"agi_arg_1": ATTEMPT, "agi_arg_2": "person"}, ATTEMPT, True),
        ("call", {}, ID, False),
    ],
)
def test_who_hangs_up_did_so_then_whenever_it_is_written(
    service, promises, monkeypatch, script, given, call_id, at_once
):
    monkeypatch.setattr("ivr.lines.asterisk.partings.TOGETHER", 0.5)
    now = [datetime(2026, 11, 25, 8, 0, tzinfo=UTC)]
    service.server.desk = replace(service.server.desk, clock=lambda: now[0])
    with service.asterisk(script, agi_uniqueid=call_id, **given) as asterisk:
        called = [] if given else [CALLED]
        asterisk.play([*called, (HOLD, "200 result=0"), asks("", 0), ("CHANNEL STATUS", DEAD)])
        until = monotonic() + 0.2
        while monotonic() < until and not service.call(call_id).ended:
            sleep(0.01)
        assert service.call(call_id).ended is at_once  # what an attempt came to, a dispatcher looks up soon
        now[0] += timedelta(seconds=5)
        assert asterisk.ended()
    assert service.call(call_id).ended
    turns = History(service.store.engine).transcript(call_id).turns
    assert turns[-1].at == turns[0].at


def test_an_attempt_that_is_over_is_left_to_the_dialplan(service, promises):
    with service.asterisk(
        "outbound", agi_uniqueid=ATTEMPT, agi_arg_1="f" * 32, agi_arg_2="person"
    ) as asterisk:
        assert asterisk.ended()  # IVR_NEXT is not set: the dialplan apologises
    wait_for_end(service)
    assert service.written == []


def test_the_dialplans_time_limit_holds_until_there_is_something_to_say(service, monkeypatch):
    held = []
    with service.asterisk() as asterisk:
        save = service.store.save

        def slow(entry):
            held.append(asterisk.held)
            save(entry)

        monkeypatch.setattr(service.store, "save", slow)
        asterisk.play([CALLED, asks("greeting.company", 0)])
        held.append(asterisk.held)
        asterisk.vanish()
    wait_for_end(service)
    assert held[:2] == [0, 1]
