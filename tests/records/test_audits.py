"""Audits on record: what is due, what is kept, and that nothing of a person is in it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from ivr.calls.ports import NewCall
from ivr.company.keeping import Keeping
from ivr.conversation.events import Pressed
from ivr.conversation.performed import Cut, Performed
from ivr.etiquette.audit import Audit, Reason
from ivr.etiquette.timing import Timing
from ivr.records import tables
from ivr.records.audits import AuditLine, SqlAudits, line_of
from ivr.records.purging import Purge
from ivr.records.store import SqlRecords
from ivr.records.writes import REHEARSAL
from tests.records.samples import NOON, call, ended, entry, first, turn, whole

TIMING = Timing(0.0, 1.5, 12.25, None, 2)
REASONS = (
    Reason("B1", True, 2, 30, "the call ends without thanks and a goodbye"),
    Reason("time:speech", False, 1, 3, "we speak for about 50 seconds without a break"),
)
FOUND = Audit(67, REASONS, TIMING)


@pytest.fixture
def audits(engine) -> SqlAudits:
    return SqlAudits(engine)


def held(records, *calls: NewCall, turns: int = 3) -> None:
    """Write calls of some turns that are over."""
    for of in calls:
        for each in whole(of, turns):
            records.save(each)


def keep(audits, found: Audit) -> None:
    """Keep that for call "a"."""
    audits.keep([(call, found) for call in audits.held(["a"])], NOON)


def test_calls_are_read_and_kept_together_each_with_its_own(records, audits):
    held(records, call("b"), call("a"), turns=2)
    held(records, call("c"))
    read = audits.held(["c", "nobody", "a"])
    assert {each.call_id: len(each.course) for each in read} == {"a": 2, "c": 3}
    audits.keep([(each, replace(FOUND, score=len(each.course))) for each in read], NOON)
    assert [(each.call_id, each.score) for each in audits.listed(None, None)] == [("a", 2), ("c", 3)]
    assert audits.of("a").reasons == audits.of("c").reasons == REASONS
    audits.keep([], NOON)


def test_the_oldest_call_that_goes_on_is_known(records, engine, audits):
    assert audits.oldest_open() is None
    held(records, call("a"))
    SqlRecords(engine, node=REHEARSAL).save(first(call("rehearsed")))
    assert audits.oldest_open() is None
    records.save(first(call("b")))
    assert audits.oldest_open() == NOON


def test_a_call_is_due_when_it_is_over_and_not_audited_yet(records, audits):
    held(records, call("a"), call("b"))
    records.save(first(call("goes on")))
    assert audits.unaudited(None, 10) == ("a", "b")
    assert audits.unaudited(None, 1) == ("a",)
    keep(audits, FOUND)
    assert audits.unaudited(None, 10) == ("b",)
    assert audits.over(None, None) == ("a", "b")


def test_a_rehearsal_is_in_no_report_and_can_be_judged_all_the_same(records, engine, audits):
    held(SqlRecords(engine, node=REHEARSAL), call("rehearsed"))
    held(records, call("a"))
    assert audits.unaudited(None, 9) == audits.over(None, None) == ("a",)
    judged = line_of(*audits.held(["rehearsed"]), FOUND)
    assert judged == AuditLine("rehearsed", NOON, False, None, None, "lv", 67, TIMING, REASONS)


def test_calls_are_due_by_when_they_began(records, audits):
    held(records, call("a"))
    assert audits.unaudited(NOON + timedelta(hours=1), 10) == ()
    assert audits.unaudited(NOON - timedelta(hours=1), 10) == ("a",)
    assert audits.over(NOON - timedelta(hours=1), NOON) == ()
    assert audits.over(NOON, NOON + timedelta(hours=1)) == ("a",)


def test_a_call_is_read_with_its_turns_and_their_times(records, audits):
    held(records, call("a"))
    (read,) = audits.held(["a"])
    assert [beat.event for beat in read.course] == [None, Pressed("1"), Pressed("9")]
    assert [beat.at for beat in read.course] == [NOON + timedelta(seconds=seconds) for seconds in range(3)]
    assert read.course[2].before == read.course[1].state
    assert (read.company, read.campaign, read.began_at) == ("f1", None, NOON)
    assert audits.held(["nobody"]) == ()


def test_how_each_turn_was_heard_is_read(records, audits):
    records.save(first(call("a")))
    heard = Performed(0.4, 2.5, Cut.SPEECH)
    records.save(replace(entry(1, Pressed("9"), ended(), call("a")), performed=heard))
    assert [beat.performed for beat in audits.held(["a"])[0].course] == [heard, None]


def test_what_was_not_measured_is_kept_as_not_known(records, audits):
    held(records, call("a"))
    timing = Timing(None, None, 12.25, None, None)
    keep(audits, replace(FOUND, timing=timing))
    assert audits.of("a").timing == timing


def test_an_audit_is_kept_with_its_reasons_in_their_order(records, audits):
    records.save(entry(0, None, turn(wanted="sales"), call("a")))
    records.save(entry(1, Pressed("9"), ended(), call("a")))
    keep(audits, FOUND)
    kept = AuditLine("a", NOON, False, "sales", None, "lv", 67, TIMING, REASONS)
    assert audits.of("a") == kept
    assert audits.listed(None, None) == (kept,)
    assert audits.listed(NOON, NOON + timedelta(1)) == (kept,)
    assert audits.listed(None, NOON) == audits.listed(NOON + timedelta(1), None) == ()
    assert audits.of("b") is None


def test_an_audit_made_again_takes_the_place_of_the_first(records, audits):
    held(records, call("a"))
    keep(audits, FOUND)
    keep(audits, replace(FOUND, score=100, reasons=()))
    assert (audits.of("a").score, audits.of("a").reasons) == (100, ())


def test_services_that_audit_one_call_at_once_do_not_disturb_each_other(records, audits):
    calls = [call(f"c{number}") for number in range(10)]
    held(records, *calls)
    ids = [of.call_id for of in calls]
    due = [audits.held(some) for some in (ids, ids[::-1], ids[:5], ids[3:]) for _ in "1234"]
    with ThreadPoolExecutor(4) as services:
        list(services.map(lambda some: audits.keep([(each, FOUND) for each in some], NOON), due))
    assert [(each.score, each.reasons) for each in audits.listed(None, None)] == [(67, REASONS)] * 10


def test_an_audit_outlives_its_call_and_goes_in_its_turn(records, engine, audits, tmp_path):
    held(records, call("a"))
    keep(audits, FOUND)
    keeping = Keeping(calls=10, audits=50)

    def purge(days):
        Purge(engine, tmp_path, keeping, NOON + timedelta(days=days)).run()

    purge(20)
    assert (audits.held(["a"]), audits.unaudited(None, 9)) == ((), ())
    assert audits.of("a").reasons == REASONS
    purge(51)
    assert audits.of("a") is None
    with engine.connect() as connection:
        assert connection.execute(sa.select(tables.Breach.call_id)).all() == []


def test_nothing_of_a_person_is_kept_in_it():
    kept = {*tables.Audit.__table__.c.keys(), *tables.Breach.__table__.c.keys()}
    assert kept.isdisjoint(
        {"called", "caller", "number_called", "event", "actions", "said", "person", "name"}
    )
