"""What the records tell, and what they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ivr.calls.ports import CallUnknownError
from ivr.conversation.actions import KeepMessage, Transfer
from ivr.conversation.events import Pressed
from ivr.conversation.performed import Cut, Performed
from ivr.conversation.state import Step
from ivr.errors import OperatorError
from ivr.records.history import History
from ivr.records.store import SqlRecords
from ivr.records.views import Wanted
from tests.records.samples import NOON, call, ended, entry, first, turn


@pytest.fixture
def three(records: SqlRecords) -> SqlRecords:
    """a.1 rang sales and ended, b.1 wrote to billing, c.2 is withheld and goes on."""
    a, b, c = call("a.1"), call("b.1", "+37126000_02"), call("c.2", None)
    records.save(first(a))
    records.save(entry(1, Pressed("1"), turn(Transfer("sales", (), True), step=Step.TRANSFER), a))
    records.save(entry(2, Pressed("9"), ended("done"), a))
    records.save(first(b, after=100))
    records.save(entry(1, Pressed("1"), turn(KeepMessage("billing", "b.wav", 4.0)), b, after=101))
    records.save(entry(2, Pressed("1"), ended("caller left"), b, after=102))
    records.save(first(c, after=200))
    return records


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["c.2", "b.1", "a.1"]),
        (Wanted(limit=2), ["c.2", "b.1"]),
        (Wanted(since=NOON + timedelta(seconds=100)), ["c.2", "b.1"]),
        (Wanted(until=NOON + timedelta(seconds=100)), ["a.1"]),
        (Wanted(department="sales"), ["a.1"]),
        (Wanted(department="billing"), ["b.1"]),
        (Wanted(department="support"), []),
        (Wanted(caller="26000"), ["b.1", "a.1"]),
        (Wanted(caller="0_0"), ["b.1"]),
        (Wanted(caller="%"), []),
        (Wanted(outcome="left"), ["b.1"]),
        (Wanted(outcome="done", department="billing"), []),
    ],
)
def test_calls_are_listed_as_wanted_the_newest_first(three, history, wanted, found) -> None:
    assert [line.call_id for line in history.list_calls(wanted)] == found


def test_a_listed_call_tells_how_far_it_came(three: SqlRecords, history: History) -> None:
    going_on, _, over = history.list_calls()
    assert (going_on.turns, going_on.step, going_on.caller, going_on.ended_at) == (1, "menu", None, None)
    assert (over.turns, over.step, over.language, over.node) == (3, "ended", "lv", "one")
    assert [transfer.department for transfer in over.transfers] == ["sales"]


def test_a_transcript_holds_every_turn_as_it_was(three: SqlRecords, history: History) -> None:
    transcript = history.transcript("b.1")
    assert [line.number for line in transcript.turns] == [0, 1, 2]
    assert [line.event for line in transcript.turns] == [None, Pressed("1"), Pressed("1")]
    assert transcript.turns[0].turn == turn()
    assert transcript.turns[2].turn == ended("caller left")
    assert [message.department for message in transcript.messages] == ["billing"]


def test_no_transcript_of_an_unknown_call(history: History) -> None:
    with pytest.raises(CallUnknownError, match="nobody"):
        history.transcript("nobody")


@pytest.mark.parametrize(("part", "whole"), [("a.1", "a.1"), ("a", "a.1"), ("2", "c.2"), ("c.2", "c.2")])
def test_an_id_may_be_shortened(three: SqlRecords, history: History, part: str, whole: str) -> None:
    assert history.call_id(part) == whole


def test_a_whole_id_wins_over_longer_ones(three: SqlRecords, history: History) -> None:
    three.save(first(call("a.11")))
    assert history.call_id("a.1") == "a.1"


@pytest.mark.parametrize(
    ("part", "error", "says"),
    [
        (".1", OperatorError, r"b\.1, a\.1\. Give more"),
        ("zz", CallUnknownError, '"zz"'),
        ("%", CallUnknownError, '"%"'),
    ],
)
def test_an_id_that_names_no_single_call(three, history, part, error, says) -> None:
    with pytest.raises(error, match=says):
        history.call_id(part)


def test_a_message_is_done_once(three: SqlRecords, history: History) -> None:
    [message] = history.list_messages()
    assert history.mark_done(message.id, NOON).done_at == NOON
    assert history.mark_done(message.id, NOON + timedelta(days=1)).done_at == NOON
    assert history.list_messages() == ()
    assert [line.id for line in history.list_messages(done=True)] == [message.id]


def test_a_message_that_is_not_there_cannot_be_done(history: History) -> None:
    with pytest.raises(OperatorError, match="no message 7"):
        history.mark_done(7, NOON)


def test_files_are_told_by_when_they_were_kept_last(engine, history: History) -> None:
    assert history.kept_files() == ()
    moments = iter([NOON, NOON + timedelta(days=1), NOON + timedelta(days=2)])
    records = SqlRecords(engine, clock=lambda: next(moments))
    records.keep_company("f1", "old.yaml", "old")
    records.keep_company("f2", "new.yaml", "new")
    assert history.kept_files() == (("new.yaml", "new"), ("old.yaml", "old"))
    records.keep_company("f1", "again.yaml", "old")
    assert history.kept_files() == (("old.yaml", "old"), ("new.yaml", "new"))


def test_how_a_turn_was_heard_stands_with_it(records: SqlRecords, history: History) -> None:
    heard = Performed(0.4, 3.25, Cut.KEY)
    records.save(first(call("a.1")))
    records.save(replace(entry(1, Pressed("1"), turn(), call("a.1")), performed=heard))
    records.save(entry(2, Pressed("9"), ended(), call("a.1")))
    assert [line.performed for line in history.transcript("a.1").turns] == [heard, None, None]
