"""What each page does, and that the same request again, whichever and whenever, changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from structlog.testing import capture_logs

from ivr.calls.ports import RecordsUnavailableError
from ivr.company.disposition import Disposition
from ivr.company.loader import parse
from ivr.conversation.events import HungUp
from ivr.dialer.ports import LineOutcome
from tests.conftest import EXAMPLE
from tests.lines.twilio.service import ACCOUNT, AT, CALL, INBOUND, NOW, Served

OTHER = "CA" + "1" * 32  # the leg to the department
RECORDED = {
    "RecordingSid": "RE" + "e" * 32,
    "RecordingUrl": f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Recordings/RE{'e' * 32}",
    "RecordingDuration": "7",
}
GONE = {"CallStatus": "completed"}
TALKED = {"DialCallStatus": "completed", "DialBridged": "true", "DialCallDuration": "61"}

Post = tuple[str, Mapping[str, str]]  # address, and parameters besides those of every request

VOICE: Post = (AT.voice(), {})
SALES: Post = (AT.turn(0), {"Digits": "1"})
SUPPORT: Post = (AT.turn(0), {"Digits": "2"})
UNANSWERED: Post = (AT.transfer(1), {"DialCallStatus": "no-answer"})
MESSAGE: Post = (AT.turn(2), {"Digits": "1"})
TO_MESSAGE = (VOICE, SALES, UNANSWERED, MESSAGE)
HANG_UP: Post = (AT.status(), GONE)


@dataclass(frozen=True)
class Case:
    """A page at a moment of a call."""

    name: str
    before: tuple[Post, ...]
    post: Post
    step: str  # where the call stands then; "" where there is none
    says: str  # stands in the answer; "" where nothing is answered (204)


CASES = (
    Case("a new call", (), VOICE, "help", 'input="dtmf speech"'),
    Case("a key", (VOICE,), SALES, "transfer", "<Dial"),
    Case(
        "words of the company file",
        (VOICE,),
        (AT.turn(0), {"SpeechResult": "Pārdošana."}),
        "transfer",
        "<Dial",
    ),
    Case(
        *("words that were hardly heard", (VOICE,)),
        (AT.turn(0), {"SpeechResult": "Pārdošana.", "Confidence": "0.31"}),
        *("meant", "<Gather"),
    ),
    Case(
        *("words and a key at once", (VOICE,)),
        (AT.turn(0), {"Digits": "2", "SpeechResult": "Pārdošana.", "Confidence": "0.9"}),
        *("transfer", "<Enqueue"),
    ),
    Case(
        *("a wish with its time, for which the ledger is asked", (VOICE,)),
        (AT.turn(0), {"SpeechResult": "parunāt ar grāmatvedību rīt desmitos", "Confidence": "0.9"}),
        *("read_back", "<Gather"),
    ),
    Case("words that nobody knows", (VOICE,), (AT.turn(0), {"SpeechResult": "Mmm."}), "menu", "<Gather"),
    Case("silence", (VOICE,), (AT.turn(0), {}), "menu", "<Gather"),
    Case("a hang-up told by a turn", (VOICE,), (AT.turn(0), GONE), "ended", "<Hangup"),
    Case("a talk with the department", (VOICE, SALES), (AT.transfer(1), TALKED), "anything_else", "<Gather"),
    Case("nobody answers", (VOICE, SALES), UNANSWERED, "choice", "<Gather"),
    Case("a queue", (VOICE,), SUPPORT, "transfer", "<Enqueue"),
    Case(
        *("a queue that was left", (VOICE, SUPPORT)),
        (AT.queued(1, 60), {"QueueResult": "leave", "QueueTime": "60"}),
        *("choice", "<Gather"),
    ),
    Case("a department without a place", (VOICE, SALES), (AT.unreachable(1), {}), "choice", "<Gather"),
    Case("the caller leaves a talk", (VOICE, SALES), (AT.transfer(1), TALKED | GONE), "ended", "<Hangup"),
    Case("an invitation to speak", TO_MESSAGE[:3], MESSAGE, "message", "<Record"),
    Case("a key cuts it short", TO_MESSAGE, (AT.skipped(3), {"Digits": "5"}), "message", "<Record"),
    Case("a message", TO_MESSAGE, (AT.recording(3, 4), RECORDED), "confirm", "<Gather"),
    Case(
        *("a message told by its callback", TO_MESSAGE),
        (AT.recording(3, 4), RECORDED | {"RecordingStatus": "completed"}),
        *("confirm", "<Gather"),
    ),
    Case(
        *("a message, and gone", TO_MESSAGE),
        (AT.recording(3, 4), RECORDED | GONE | {"Digits": "hangup"}),
        *("ended", "<Hangup"),
    ),
    Case("no message", TO_MESSAGE, (AT.unrecorded(3), {}), "message", "<Record"),
    Case("a turn once more", (VOICE, SALES), (AT.again(1), {}), "transfer", "<Dial"),
    Case("in a queue", (VOICE, SUPPORT), (AT.waiting(1, 60), {"QueueTime": "0"}), "transfer", "<Play"),
    Case("long in a queue", (VOICE, SUPPORT), (AT.waiting(1, 60), {"QueueTime": "60"}), "transfer", "<Leave"),
    Case("in the operator's queue", (), (AT.holding(60), {"QueueTime": "0"}), "", "<Play"),
    Case(
        *("a briefing", (VOICE, SALES), (AT.whisper(CALL, 1), {"CallSid": OTHER})),
        *("transfer", "<Gather"),
    ),
    Case(
        *("the department takes the call", (VOICE, SALES)),
        (AT.accepted(CALL, 1), {"CallSid": OTHER, "Digits": "1"}),
        *("transfer", "<Response />"),
    ),
    Case(
        *("it does not", (VOICE, SALES), (AT.accepted(CALL, 1), {"CallSid": OTHER, "Digits": "2"})),
        *("transfer", "<Hangup"),
    ),
    Case("the call's end", (VOICE,), HANG_UP, "ended", ""),
    Case("the call's beginning, late", (VOICE,), (AT.status(), {}), "help", ""),
    Case("the fallback", (), (AT.fallback(), {}), "", "<Dial"),
    Case("after the fallback", (), (AT.operator(), TALKED), "", "<Hangup"),
    Case("the fallback of our call", (), (AT.fallback(ours=True), {}), "", "<Hangup"),
)
EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def played(served: Served, *posts: Post) -> list[str]:
    """The answers, each of them good, and TwiML where there is one."""
    replies = [served.post(url, **{**INBOUND, **more}) for url, more in posts]
    for reply in replies:
        assert reply.status in {200, 204}, reply
        if reply.text:
            assert reply.headers["content-type"].startswith("text/xml")
            ET.fromstring(reply.text)  # noqa: S314 - our own
    return [reply.text for reply in replies]


def step(served: Served) -> str:
    turns = served.turns()
    return turns[-1][1] if turns else ""


@EACH
def test_a_page_takes_the_call_on_and_says_what_is_next(served, case):
    answer = played(served, *case.before, case.post)[-1]
    assert step(served) == case.step
    assert case.says in answer
    assert bool(answer) == bool(case.says)


@EACH
def test_the_same_request_again_gets_the_same_and_changes_nothing(served, case):
    first = played(served, *case.before, case.post)[-1]
    rows = served.rows()
    assert played(served, case.post, case.post) == [first, first]
    assert served.rows() == rows


@EACH
def test_another_service_gives_the_same_to_the_same_request(served, company_file, tmp_path, case):
    first = played(served, *case.before, case.post)[-1]
    another = Served(company_file, tmp_path / "prompts", store=served.store)
    rows = served.rows()
    assert played(another, case.post) == [first]
    assert served.rows() == rows
    another.close()


@EACH
def test_what_comes_again_after_the_end_is_harmless(served, case):
    first = played(served, VOICE, *case.before, case.post)[-1]
    served.desk.leave(CALL, HungUp())
    rows = served.rows()
    assert played(served, case.post) == [first]
    assert served.rows() == rows


@EACH
def test_what_comes_first_after_the_end_changes_nothing_and_is_answered(served, case):
    played(served, VOICE, *case.before)
    served.desk.leave(CALL, HungUp())
    rows = served.rows()
    url, more = case.post
    assert served.post(url, **{**INBOUND, **more}).status in {200, 204}
    kept = {name: found for name, found in served.rows().items() if name not in {"recordings", "messages"}}
    assert kept == {name: found for name, found in rows.items() if name in kept}


def test_a_turn_in_a_call_that_this_process_answered_costs_no_look_into_the_records(served, monkeypatch):
    played(served, VOICE)
    monkeypatch.setattr(served.store, "load", None)
    played(served, SALES, UNANSWERED, (AT.turn(2), {"Digits": "*"}), HANG_UP)
    assert step(served) == "ended"


def test_a_call_that_another_service_went_on_with_is_answered_as_it_stands(served, company_file, tmp_path):
    another = Served(company_file, tmp_path / "prompts", store=served.store)
    played(served, VOICE)
    played(another, SALES)
    played(served, UNANSWERED)
    assert played(another, SALES, UNANSWERED, MESSAGE)[2].count("<Record")
    assert [number for number, _ in served.turns()] == [0, 1, 2, 3]
    another.close()


# ── How a call ends ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "tells_more", "outcome"),
    [
        ((VOICE, SALES), (AT.transfer(1), TALKED | GONE), ("hung_up", 1)),
        ((VOICE, SALES), (AT.transfer(1), {"DialCallStatus": "canceled"} | GONE), ("hung_up", 0)),
        (TO_MESSAGE, (AT.recording(3, 4), RECORDED | {"RecordingStatus": "completed"}), ("no_answer", 0)),
    ],
)
def test_the_end_of_a_transfer_or_a_recording_waits_for_the_page_that_tells_more(
    served, before, tells_more, outcome
):
    played(served, *before)
    stood = step(served)
    played(served, HANG_UP)
    assert step(served) == stood
    played(served, tells_more)
    assert step(served) == "ended"
    transfers, messages = served.rows()["transfers"], served.rows()["messages"]
    assert [(row[-2], row[-1]) for row in transfers] == [outcome]
    assert len(messages) == before.count(MESSAGE)


def test_it_waits_also_where_another_service_put_the_call_through(served, company_file, tmp_path):
    another = Served(company_file, tmp_path / "prompts", store=served.store)
    played(served, VOICE)
    played(another, SALES)
    played(served, HANG_UP)
    assert step(served) == "transfer"
    played(another, (AT.transfer(1), TALKED | GONE))
    assert served.rows()["transfers"][0][-2:] == ("hung_up", 1)
    another.close()


@pytest.mark.parametrize("before", [(VOICE, SALES), TO_MESSAGE])
def test_without_that_page_the_end_is_written_after_a_while(served, before):
    played(served, *before, HANG_UP, HANG_UP)
    served.pages.later.flush()
    assert step(served) == "ended"
    rows = served.rows()
    played(served, HANG_UP)
    served.pages.later.flush()
    assert served.rows() == rows


def test_a_call_whose_end_comes_before_its_beginning_does_not_stay_open(served):
    assert served.post(HANG_UP[0], **{**INBOUND, **HANG_UP[1]}).status == 404
    played(served, VOICE)
    served.pages.later.flush()
    assert step(served) == "ended"


@pytest.mark.parametrize(
    ("told", "disposition"),
    [
        ({"CallStatus": "busy"}, Disposition.BUSY),
        ({"CallStatus": "no-answer"}, Disposition.NO_ANSWER),
        ({"CallStatus": "completed"}, Disposition.ABANDONED),
        ({"CallStatus": "failed", "SipResponseCode": "404"}, Disposition.INVALID_NUMBER),
        ({"CallStatus": "ringing"}, None),
    ],
)
def test_how_a_call_of_ours_ended_is_told_to_whoever_ordered_it(served, told, disposition):
    outcomes: list[LineOutcome] = []
    served.pages.outcomes = outcomes.append
    assert served.post(AT.status("a" * 32), **told).status == 204
    assert outcomes == ([LineOutcome("a" * 32, disposition, NOW)] if disposition else [])
    assert served.rows()["calls"] == []


@pytest.mark.parametrize(
    ("understands", "listens"),
    [("[lv, en]", "dtmf speech"), ("lv", "dtmf speech"), ("en", "dtmf"), ("[]", "dtmf")],
)
def test_words_are_listened_for_as_the_company_wants_it(migrated_once, tmp_path, understands, listens):
    text = EXAMPLE.read_text(encoding="utf-8")
    given = text.replace("default_language: lv", f"default_language: lv\nunderstands: {understands}")
    served = Served(parse(EXAMPLE, given), tmp_path / "prompts")
    assert f'input="{listens}"' in played(served, VOICE)[0]
    served.close()


# ── Recordings ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def recorder(migrated_once, tmp_path):
    """A company that records its calls."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("records_calls: false", "records_calls: true")
    made = Served(parse(EXAMPLE, text), tmp_path / "prompts")
    yield made
    made.close()


def test_where_the_recording_of_a_call_is_comes_on_record_once(recorder):
    played(recorder, VOICE)
    told: Post = (AT.monitored(0), RECORDED | {"RecordingStatus": "completed"})
    played(recorder, told)
    rows = recorder.rows()
    assert [RECORDED["RecordingSid"] in row for row in rows["recordings"]] == [True]
    played(recorder, told, HANG_UP, told)
    assert recorder.rows()["recordings"] == rows["recordings"]


def test_a_call_that_was_not_recorded_after_all_changes_nothing(recorder):
    played(recorder, VOICE)
    rows = recorder.rows()
    played(recorder, (AT.monitored(0), {"RecordingSid": "RE" + "e" * 32, "RecordingStatus": "absent"}))
    assert recorder.rows() == rows


# ── Stopping ────────────────────────────────────────────────────────────────────────────────────────


def test_a_service_that_is_stopping_takes_no_new_call_and_goes_on_with_the_others(served):
    first = played(served, VOICE)[0]
    served.pages.draining = True
    other = served.post(AT.voice(), CallSid=OTHER)
    assert "<Dial" in other.text
    assert served.turns(OTHER) == []
    assert played(served, VOICE) == [first]
    played(served, SALES)
    assert step(served) == "transfer"


def in_dialogue(served: Served) -> int:
    return len(served.pages.in_dialogue())


def test_a_call_is_in_dialogue_until_it_is_put_through_or_ends(served):
    counts = []
    for post in (VOICE, SALES, UNANSWERED, HANG_UP):
        played(served, post)
        counts.append(in_dialogue(served))
    assert counts == [1, 0, 1, 0]


def test_a_call_that_goes_on_elsewhere_or_ended_there_is_not_in_dialogue_here(served, company_file, tmp_path):
    another = Served(company_file, tmp_path / "prompts", store=served.store)
    played(served, VOICE)
    played(another, (AT.turn(0), {"Digits": "*"}))
    assert (in_dialogue(served), in_dialogue(another)) == (0, 1)
    played(served, HANG_UP)
    assert (in_dialogue(served), in_dialogue(another)) == (0, 0)
    another.close()


def test_all_are_waited_for_while_the_records_fail_which_are_asked_but_once(served, monkeypatch):
    played(served, VOICE, (AT.voice(), {"CallSid": OTHER}))
    asked: list[str] = []
    monkeypatch.setattr(served.store, "load", lambda call_id: broken(asked.append(call_id)))
    assert (in_dialogue(served), len(asked)) == (2, 1)


def test_a_call_nobody_hears_of_any_more_is_not_waited_for(served):
    now = [0.0]
    served.pages.held.clock = lambda: now[0]
    played(served, VOICE)
    assert in_dialogue(served) == 1
    now[0] += timedelta(minutes=5).total_seconds()
    assert in_dialogue(served) == 0


# ── Where something fails ───────────────────────────────────────────────────────────────────────────


def broken(*_, **__):
    raise RecordsUnavailableError("The records cannot be used now: the disk is full.")


@pytest.fixture
def without_records(served, monkeypatch):
    """A service whose records failed after a call was put through."""
    played(served, VOICE, SALES)
    for method in FAILING:
        monkeypatch.setattr(served.store, method, broken)
    return served


@pytest.mark.parametrize(
    ("post", "status", "says"),
    [
        ((AT.voice(), {"CallSid": OTHER}), 200, "<Dial"),
        (UNANSWERED, 200, "<Dial"),
        ((AT.turn(2), {"Digits": "1"}), 200, "<Dial"),
        ((AT.turn(2), {"Digits": "1", "Direction": "outbound-api"}), 200, "<Hangup"),
        ((AT.recording(1, 4), RECORDED), 200, "<Dial"),
        ((AT.again(1), {}), 200, "<Dial"),
        ((AT.skipped(1), {}), 200, "<Dial"),
        ((AT.whisper(CALL, 1), {"CallSid": OTHER}), 200, "<Response />"),
        ((AT.waiting(1, 60), {"QueueTime": "59"}), 200, "<Play"),
        ((AT.waiting(1, 60), {"QueueTime": "60"}), 200, "<Leave"),
        ((AT.status(), GONE | {"CallSid": OTHER}), 503, ""),
        ((AT.monitored(0), RECORDED), 503, ""),
    ],
)
def test_no_caller_hears_a_dead_line_because_the_records_fail(without_records, post, status, says):
    url, more = post
    with capture_logs() as logs:
        reply = without_records.post(url, **{**INBOUND, **more})
    assert (reply.status, says in reply.text) == (status, True)
    assert [(entry["event"], entry["call_id"]) for entry in logs if entry["log_level"] == "error"] == [
        ("webhook_failed", more.get("CallSid", CALL))
    ]


FAILING = ("save", "load", "add_recording")
COMPLETED = RECORDED | {"RecordingStatus": "completed"}


def failing(monkeypatch, served: Served, *posts: Post) -> None:
    """These come while the records fail."""
    with monkeypatch.context() as patched:
        for method in FAILING:
            patched.setattr(served.store, method, broken)
        for url, more in posts:
            served.post(url, **{**INBOUND, **more})


def test_a_call_that_ended_while_the_records_failed_has_ended_once_they_are_back(served, monkeypatch):
    played(served, VOICE)
    failing(monkeypatch, served, HANG_UP)
    assert step(served) == "help"
    served.pages.later.flush()
    assert step(served) == "ended"


def test_a_call_of_ours_that_ended_while_the_records_failed_is_told_of_once_they_are_back(
    served, monkeypatch
):
    outcomes: list[LineOutcome] = []
    served.pages.outcomes = outcomes.append
    failing(monkeypatch, served, (AT.status("a" * 32), GONE))
    assert outcomes == []
    served.pages.later.flush()
    assert outcomes == [LineOutcome("a" * 32, Disposition.ABANDONED, NOW)]


@pytest.mark.parametrize(
    "told",
    [
        ((AT.recording(3, 4), RECORDED),),
        ((AT.recording(3, 4), COMPLETED),),
        (
            (AT.recording(3, 4), RECORDED | GONE | {"Digits": "hangup"}),
            HANG_UP,
            (AT.recording(3, 4), COMPLETED),
        ),
        (HANG_UP, (AT.recording(3, 4), COMPLETED)),
    ],
)
def test_a_message_that_was_told_of_while_the_records_failed_is_kept(served, monkeypatch, told):
    played(served, *TO_MESSAGE)
    failing(monkeypatch, served, *told)
    for _ in range(2):  # what is held by what was held
        served.pages.later.flush()
    played(served, HANG_UP)
    served.pages.later.flush()
    assert step(served) == "ended"
    assert [RECORDED["RecordingSid"] in row for row in served.rows()["recordings"]] == [True]
    assert len(served.rows()["messages"]) == 1


def test_where_nothing_was_recorded_nothing_is_told_later(served, monkeypatch):
    played(served, *TO_MESSAGE)
    failing(monkeypatch, served, (AT.unrecorded(3), {}))
    served.pages.later.flush()
    assert step(served) == "message"


def test_a_recording_of_a_call_that_was_told_of_while_the_records_failed_is_kept(recorder, monkeypatch):
    played(recorder, VOICE)
    failing(monkeypatch, recorder, (AT.monitored(0), COMPLETED))
    recorder.pages.later.flush()
    assert [RECORDED["RecordingSid"] in row for row in recorder.rows()["recordings"]] == [True]


def test_where_even_the_fallback_fails_twilio_is_told_so(without_records, monkeypatch):
    monkeypatch.setattr("ivr.lines.twilio.fallback.fallback", broken)
    with capture_logs() as logs:
        assert without_records.post(UNANSWERED[0], **UNANSWERED[1]).status == 503
    assert [entry["event"] for entry in logs] == ["webhook_failed", "fallback_failed"]


# ── What is logged ──────────────────────────────────────────────────────────────────────────────────


def logged(served: Served, post: Post) -> list[tuple[str, str]]:
    with capture_logs() as logs:
        played(served, post)
    return [(entry["event"], entry["call_id"]) for entry in logs]


def test_new_calls_turns_and_repeated_deliveries_are_logged(served):
    assert logged(served, VOICE) == [("call_began", CALL)]
    assert logged(served, VOICE) == [("call_again", CALL)]
    assert logged(served, SALES) == [("turn", CALL)]
    assert logged(served, SALES) == [("event_again", CALL)]
    assert logged(served, (AT.fallback(), {"ErrorCode": "11200"})) == [("call_fell_back", CALL)]
