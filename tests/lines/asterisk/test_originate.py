"""Placing calls, and being told how they end: the originator against a scripted manager interface."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.ports import LineOutcome, NotPlacedError, OpenAttempt, Order, PlacementUnknownError
from ivr.errors import LineError
from ivr.lines.asterisk import ami, manager, originate
from ivr.lines.asterisk.originate import AsteriskOriginator
from tests.dialer import cases
from tests.lines.asterisk.fake_ami import FakeAmi, error, eventually, listing, success

NOW = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
ATTEMPT, OTHER = "0123456789abcdef" * 2, "f" * 32
ORDER = Order(ATTEMPT, "+37120000001", "+37167000100", "test", 25, True, "lv")


def opened(id_: str) -> OpenAttempt:
    """An attempt whose end is not on record."""
    return cases.attempt(id=id_)


OPEN = (opened(ATTEMPT), opened(OTHER))


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """What lasts seconds in earnest lasts a moment here."""
    monkeypatch.setattr(ami, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(manager, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(manager, "MOST_PAUSE", 0.02)
    monkeypatch.setattr(originate, "GRACE", 0.15)


@pytest.fixture
def asterisk():
    fake = FakeAmi()
    yield fake
    fake.down()


@pytest.fixture
def told() -> list[LineOutcome]:
    return []


@pytest.fixture
def line(asterisk, told):
    made = AsteriskOriginator(asterisk.address, "ivr", "secret", lambda: NOW)
    made.start(told.append)
    eventually(made.ready)
    yield made
    made.stop()


def ended(end: str, attempt: str = ATTEMPT) -> dict[str, str]:
    return {"Event": "UserEvent", "UserEvent": "IvrAttempt", "Attempt": attempt, "End": end}


def failed(reason: str = "0", attempt: str = ATTEMPT) -> dict[str, str]:
    return {
        "Event": "OriginateResponse",
        "ActionID": f"originate-{attempt}",
        "Response": "Failure",
        "Reason": reason,
    }


# ── Orders ──────────────────────────────────────────────────────────────────────────────────────


def test_an_order_says_all_that_the_dialplan_needs(asterisk, line):
    line.place(ORDER)
    assert asterisk.of("Originate") == [
        {
            "Action": "Originate",
            "ActionID": f"originate-{ATTEMPT}",
            "Channel": "PJSIP/+37120000001@test-callees",
            "ChannelId": ATTEMPT,
            "Context": "ivr-outbound",
            "Exten": "s",
            "Priority": "1",
            "CallerID": "<+37167000100>",
            "Timeout": "25000",
            "Async": "true",
            "Variable IVR_ATTEMPT": f"IVR_ATTEMPT={ATTEMPT}",
            "Variable IVR_CALLED": "IVR_CALLED=+37167000100",
            "Variable IVR_LANGUAGE": "IVR_LANGUAGE=lv",
            "Variable IVR_AMD": "IVR_AMD=1",
            "Variable CHANNEL(hangup_handler_push)": 'CHANNEL(hangup_handler_push)="ivr-attempt-ended,s,1"',
            "Variable FORWARD_CONTEXT": "FORWARD_CONTEXT=ivr-not-forwarded",
        }
    ]


def test_a_real_call_goes_through_the_trunk_and_needs_no_detection_of_machines(asterisk, line):
    line.place(replace(ORDER, line="asterisk", detect_machine=False))
    (order,) = asterisk.of("Originate")
    assert order["Channel"] == "PJSIP/+37120000001@ivr-trunk"
    assert order["Variable IVR_AMD"] == "IVR_AMD=0"


@pytest.mark.parametrize(
    "change",
    [
        {"number": "+371200x"},
        {"number": "+37120000001&PJSIP/+1"},
        {"number": "+37120000001\r\nAction: Hangup"},
        {"number": "37120000001"},
        {"caller_id": "+371,IVR_AMD=0"},
        {"attempt": "x"},
        {"attempt": ATTEMPT + "\n"},
        {"language": "lv,X=1"},
    ],
)
def test_a_value_that_means_something_to_asterisk_is_not_placed(asterisk, line, change):
    with pytest.raises(NotPlacedError, match="nothing was dialled"):
        line.place(replace(ORDER, **change))
    assert asterisk.of("Originate") == []


# Whether a call was placed: never a wrong answer, for a wrong one rings a person twice, or never.


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        ([success("Originate successfully queued")], None),
        ([error("Extension does not exist.")], NotPlacedError),
        ([error("Permission denied")], NotPlacedError),
        (b"", PlacementUnknownError),  # taken, and no answer
        (None, PlacementUnknownError),  # taken, and Asterisk is gone
        (b"Response: Success\r\nActionID: other\r\n\r\n", PlacementUnknownError),  # somebody else's
        (b"Response: Suc", PlacementUnknownError),
    ],
)
def test_whether_a_call_was_placed(asterisk, line, answer, raised):
    asterisk.answers["Originate"] = answer
    if raised is None:
        line.place(ORDER)
    else:
        with pytest.raises(raised, match=ATTEMPT):
            line.place(ORDER)
    assert len(asterisk.of("Originate")) == 1  # never repeated


def test_without_a_connection_nothing_is_placed_and_the_reason_is_told(asterisk):
    asterisk.answers["Login"] = [error("Authentication failed")]
    line = AsteriskOriginator(asterisk.address, "ivr", "secret")
    line.start(lambda _: None)
    eventually(lambda: asterisk.of("Login"))
    eventually(lambda: "IVR_AMI_PASSWORD" in line._manager.trouble)
    assert not line.ready()
    with pytest.raises(NotPlacedError, match=r"was not placed: .*does not let the service in as ivr"):
        line.place(ORDER)
    line.stop()


def flood(connection):
    """Send until not a byte more goes through."""
    while True:
        connection.sendall(b"x" * 1_000_000)


def test_an_order_that_was_written_only_in_part_was_not_placed(asterisk, line, monkeypatch):
    monkeypatch.setattr(ami, "TICK", 0.1)
    connection = line._manager._connection
    asterisk.answers["Ping"] = asterisk.freeze
    connection.ask(ami.Action("Ping"))
    connection._socket.settimeout(0.1)
    with pytest.raises(TimeoutError):
        flood(connection._socket)
    with pytest.raises(NotPlacedError):
        line.place(ORDER)


# ── What is up ──────────────────────────────────────────────────────────────────────────────────


def channels(asterisk, ids, **how):
    items = [{"Channel": f"PJSIP/x-{place}", "Uniqueid": unique} for place, unique in enumerate(ids)]
    asterisk.answers["CoreShowChannels"] = listing(
        "CoreShowChannel", items, "CoreShowChannelsComplete", **how
    )


def test_attempts_that_have_a_channel_are_live(asterisk, line):
    channels(asterisk, [ATTEMPT, "1795534913.7", OTHER, "", "F" * 32])
    assert line.live(OPEN) == {ATTEMPT, OTHER}
    assert line.live(OPEN[:1]) == {ATTEMPT}
    channels(asterisk, [])
    assert line.live(OPEN) == frozenset()


@pytest.mark.parametrize("trouble", ["count", "cancelled", "cut off", "refused", "gone"])
def test_a_part_of_the_channels_is_not_taken_for_all_of_them(asterisk, line, trouble):
    channels(asterisk, [ATTEMPT], count=2)
    whole = asterisk.answers["CoreShowChannels"]
    asterisk.answers["CoreShowChannels"] = {
        "count": whole,
        "cancelled": [*whole[:-1], whole[-1] | {"EventList": "cancelled", "ListItems": "1"}],
        "cut off": whole[:-1],
        "refused": [error("Permission denied")],
        "gone": None,
    }[trouble]
    with pytest.raises(LineError):
        line.live(OPEN)


def test_a_call_is_hung_up_by_its_id(asterisk, line):
    line.hang_up(opened(ATTEMPT))
    assert asterisk.of("Hangup")[0]["Channel"] == ATTEMPT


def test_a_call_that_is_gone_is_hung_up_already(asterisk, line):
    asterisk.answers["Hangup"] = [error("No such channel")]
    line.hang_up(opened(ATTEMPT))


@pytest.mark.parametrize("answer", [[error("Permission denied")], None])
def test_a_call_that_cannot_be_hung_up_is_told_of(asterisk, line, answer):
    asterisk.answers["Hangup"] = answer
    with pytest.raises(LineError):
        line.hang_up(opened(ATTEMPT))


@pytest.mark.parametrize("attempt", ["/.*/", "PJSIP/x", "", ATTEMPT.upper()])
def test_nobody_elses_call_is_hung_up(asterisk, line, attempt):
    with pytest.raises(LineError):
        line.hang_up(opened(attempt))
    assert asterisk.of("Hangup") == []


# ── What Asterisk remembers ─────────────────────────────────────────────────────────────────────


def value(written: str):
    return listing("DBGetResponse", [{"Key": ATTEMPT, "Val": written}], "DBGetComplete")


def test_how_a_call_ended_is_remembered(asterisk, line):
    asterisk.answers["DBGet"] = value("1795552230::Down:17:486:")
    at = datetime.fromtimestamp(1795552230, UTC)
    assert line.remembered(opened(ATTEMPT)) == LineOutcome(ATTEMPT, Disposition.BUSY, at, 17)
    assert asterisk.of("DBGet")[0]["Family"] == "ivr-attempts"


@pytest.mark.parametrize("answer", [[error("Database entry not found")], value("nonsense")])
def test_what_is_not_remembered_is_nothing(asterisk, line, answer):
    asterisk.answers["DBGet"] = answer
    assert line.remembered(opened(ATTEMPT)) is None


@pytest.mark.parametrize("answer", [[error("Permission denied")], b"", None])
def test_not_to_know_is_not_to_remember_nothing(asterisk, line, answer):
    asterisk.answers["DBGet"] = answer
    with pytest.raises(LineError):
        line.remembered(opened(ATTEMPT))


def test_what_is_on_record_is_forgotten(asterisk, line):
    line.forget(ATTEMPT)
    eventually(lambda: asterisk.of("Setvar"))
    (raw,) = [raw for raw in asterisk.raw if raw.startswith(b"Action: Setvar")]
    assert raw.decode().splitlines()[1:3] == [
        f"Variable: DB_DELETE(ivr-attempts/{ATTEMPT})",
        "Value: 1",
    ]


def test_without_a_connection_it_is_forgotten_later(asterisk, line):
    asterisk.down()
    eventually(lambda: not line.ready())
    for attempt in (ATTEMPT, OTHER, "not an attempt"):
        line.forget(attempt)
    asterisk.up()
    eventually(lambda: len(asterisk.of("Setvar")) == 2)


def kept(asterisk, entries: dict[str, str]) -> None:
    items = [{"Key": f"/ivr-attempts/{attempt}", "Val": written} for attempt, written in entries.items()]
    asterisk.answers["DBGetTree"] = listing("DBGetTreeResponse", items, "DBGetTreeComplete")


def test_what_was_kept_while_nobody_listened_is_told_whenever_we_are_let_in(asterisk, line, told):
    asterisk.hang_up()
    kept(asterisk, {ATTEMPT: "1795552230::Down:17:486:", "x": "1795552230::Down:17:486:", OTHER: "nonsense"})
    eventually(lambda: told)
    assert told == [LineOutcome(ATTEMPT, Disposition.BUSY, datetime.fromtimestamp(1795552230, UTC), 17)]
    assert {action["Family"] for action in asterisk.of("DBGetTree")} == {"ivr-attempts"}


def test_what_is_to_be_forgotten_is_so_before_what_was_kept_is_listed(asterisk, line):
    asterisk.down()
    eventually(lambda: not line.ready())
    line.forget(ATTEMPT)
    before = len(asterisk.actions)
    asterisk.up()
    eventually(lambda: [action["Action"] for action in asterisk.actions[before:]][-1:] == ["DBGetTree"])
    assert [action["Action"] for action in asterisk.actions[before:]] == ["Login", "Setvar", "DBGetTree"]


@pytest.mark.parametrize(
    "answer", [[error("Invalid/unknown command: DBGetTree.")], [error("Permission denied")], b""]
)
def test_an_asterisk_that_does_not_list_what_it_kept_serves_all_the_same(asterisk, told, answer):
    asterisk.answers["DBGetTree"] = answer
    line = AsteriskOriginator(asterisk.address, "ivr", "secret", lambda: NOW)
    line.start(told.append)
    eventually(lambda: asterisk.of("DBGetTree"))
    eventually(line.ready)
    line.place(ORDER)
    line.stop()
    assert told == []


# ── Outcomes ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("end", "disposition"),
    [
        ("1795552230:served:Up:16:200:", Disposition.ABANDONED),
        ("1795552230:picked_up:Up:0:200:", Disposition.HUNG_UP),
        ("1795552230::Up:16:200:", Disposition.HUNG_UP),
    ],
)
def test_a_call_that_was_picked_up_is_told_of_at_its_end(asterisk, line, told, end, disposition):
    asterisk.tell(failed(attempt=OTHER) | {"Response": "Success", "Reason": "4"})
    asterisk.tell(ended(end))
    eventually(lambda: told)
    assert (told[0].attempt, told[0].disposition, told[0].at) == (ATTEMPT, disposition, NOW)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_tidings_the_better_is_told_once_both_are_there(asterisk, line, told, monkeypatch, order):
    monkeypatch.setattr(originate, "GRACE", 30.0)
    tidings = [ended("1795552230::Down:17:486:"), failed("0")]
    asterisk.tell(tidings[order[0]])
    time.sleep(0.05)
    assert told == []
    asterisk.tell(tidings[order[1]])
    eventually(lambda: told)
    assert told == [LineOutcome(ATTEMPT, Disposition.BUSY, NOW, 17)]


@pytest.mark.parametrize(
    ("tiding", "disposition"),
    [
        (failed("0"), Disposition.FAILED),  # there never was a channel
        (ended("1795552230::Down:21:603:"), Disposition.DECLINED),
    ],
)
def test_one_tiding_is_enough_after_a_moment(asterisk, line, told, tiding, disposition):
    asterisk.tell(tiding)
    eventually(lambda: told)
    assert [outcome.disposition for outcome in told] == [disposition]


@pytest.mark.parametrize(
    "event",
    [
        {"Event": "UserEvent", "UserEvent": "Other", "Attempt": ATTEMPT, "End": "1::Down:17:486:"},
        ended("nonsense"),
        ended("1795552230::Down:17:486:", attempt="1795534913.0"),
        {"Event": "UserEvent", "UserEvent": "IvrAttempt"},
        failed(attempt="x"),
        {"Event": "OriginateResponse", "Response": "Failure"},
        {"Event": "Hangup", "Uniqueid": ATTEMPT, "Cause": "17"},
    ],
)
def test_what_is_not_ours_is_not_told(asterisk, line, told, event):
    asterisk.tell(event)
    asterisk.tell(ended("1795552230:served:Up:16:200:", OTHER))
    eventually(lambda: told)
    time.sleep(0.2)
    assert [outcome.attempt for outcome in told] == [OTHER]


def test_the_sink_may_ask_and_fail_and_be_slow(asterisk, line):
    asterisk.answers["DBGet"] = value("1795552230::Down:17:486:")
    asked, let = [], threading.Event()

    def sink(outcome):
        let.wait(5)
        asked.append(line.remembered(opened(outcome.attempt)))
        line.forget(outcome.attempt)
        raise ValueError("x")

    line._sink = sink
    for attempt in (ATTEMPT, OTHER):
        asterisk.tell(ended("1795552230:served:Up:16:200:", attempt))
    line.place(ORDER)  # meanwhile
    let.set()
    eventually(lambda: len(asked) == 2)
