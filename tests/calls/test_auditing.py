"""Calls are audited once they are over: each once, whatever fails, and in the background."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from ivr.calls.auditing import APART, AT_ONCE, LATEST, LONGEST, QUIET, Auditor, HeldCall
from ivr.calls.ports import RecordsUnavailableError
from ivr.errors import OperatorError
from tests.conversation.outbound import CAMPAIGNS, COMPANY
from tests.etiquette.test_audit import GOODBYE, MENU, talk

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)


@dataclass
class Kept:
    """Audit records in memory."""

    calls: dict[str, HeldCall]
    audits: dict[str, int] = field(default_factory=dict)  # call → score
    asked: list[datetime | None] = field(default_factory=list)  # since when calls were looked for
    open: datetime | None = None  # when the oldest call began that goes on
    down: bool = False
    kept: Event = field(default_factory=Event)
    looked: Event = field(default_factory=Event)

    def unaudited(self, since, most):
        self.asked.append(since)
        self.looked.set()
        if self.down:
            raise RecordsUnavailableError("The records are down.")
        return tuple(id_ for id_ in self.calls if id_ not in self.audits)[:most]

    def oldest_open(self):
        return self.open

    def held(self, call_ids):
        return tuple(self.calls[call_id] for call_id in call_ids if call_id in self.calls)

    def keep(self, judged, at):
        assert at == NOW
        self.audits |= {call.call_id: found.score for call, found in judged}
        self.kept.set()


class Standards:
    """One company, and the campaigns of the tests; "lost" was kept nowhere."""

    def of(self, fingerprint):
        if fingerprint == "lost":
            raise OperatorError("The records do not hold the company file.")
        return COMPANY

    def campaign(self, fingerprint, company):
        return CAMPAIGNS[fingerprint]


def call(call_id, company="f", **changes):
    held = HeldCall(call_id, NOW, company, None, None, talk(MENU, GOODBYE))
    return replace(held, **changes)


def auditor(*calls, **given):
    records = Kept({each.call_id: each for each in calls}, **given)
    return Auditor(records, Standards(), lambda: NOW), records


def test_every_call_that_is_over_is_audited_once():
    audits, records = auditor(*(call(str(n)) for n in range(120)))
    assert (audits.audit_due(), audits.audit_due()) == (120, 0)
    assert records.audits == {str(n): 100 for n in range(120)}


def test_it_works_a_share_of_the_time_a_few_calls_at_once():
    audits, _ = auditor(*(call(str(n)) for n in range(AT_ONCE + 1)))
    rests = []
    audits._leaving.wait = rests.append
    audits.audit_due()
    assert len(rests) == 2
    assert min(rests) > 0


@pytest.mark.parametrize(
    ("quiet", "waited", "audited"),
    [
        (QUIET, 0.0, {"a"}),
        (QUIET / 2, 0.0, set()),
        (QUIET / 2, LATEST - 1, set()),
        (QUIET / 2, LATEST, {"a"}),
    ],
    ids=["nobody talks", "somebody talks", "for long", "for too long"],
)
def test_audits_wait_while_callers_are_answered_but_not_for_ever(quiet, waited, audited):
    _, records = auditor(call("a"))
    ticks = iter([0.0])
    audits = Auditor(records, Standards(), lambda: NOW, lambda: quiet, lambda: next(ticks, waited))
    audits.look()
    assert set(records.audits) == audited


def test_audits_make_way_for_a_caller_who_comes_and_go_on_later():
    _, records = auditor(*(call(str(n)) for n in range(2 * AT_ONCE)))
    callers = iter([QUIET, QUIET, QUIET])  # for the look, its calls and the first of them
    audits = Auditor(records, Standards(), lambda: NOW, lambda: next(callers, 0.0), lambda: 0.0)
    audits._leaving.wait = lambda seconds: None
    assert audits.audit_due() == AT_ONCE
    callers = iter([QUIET] * 9)
    assert audits.audit_due() == AT_ONCE


def test_after_it_was_late_it_waits_for_callers_again():
    _, records = auditor(call("a"))
    now = 0.0
    audits = Auditor(records, Standards(), lambda: NOW, lambda: 0.0, lambda: now)
    now = LATEST
    assert audits.audit_due() == 1
    records.calls["b"] = call("b")
    assert audits.audit_due() == 0


@pytest.mark.parametrize(
    ("ago", "since"),
    [
        (None, APART),
        (timedelta(0), APART),
        (timedelta(hours=3), timedelta(hours=3) + APART),
        (timedelta(days=30), LONGEST),
    ],
    ids=["no call goes on", "one began now", "one began long ago", "one is forgotten"],
)
def test_after_the_first_time_no_call_is_looked_for_that_can_only_be_done(ago, since):
    audits, records = auditor(call("a"), open=None if ago is None else NOW - ago)
    audits.audit_due()
    audits.audit_due()
    assert records.asked == [None, None, NOW - since]


def test_what_was_looked_for_in_vain_is_looked_for_again():
    audits, records = auditor(call("a"), down=True)
    with pytest.raises(RecordsUnavailableError):
        audits.audit_due()
    records.down = False
    audits.audit_due()
    assert records.asked == [None, None, None]


def test_a_call_that_cannot_be_judged_holds_up_no_other():
    audits, records = auditor(call("a", company="lost"), call("b"))
    assert (audits.audit_due(), audits.audit_due()) == (1, 0)
    assert records.audits == {"b": 100}


def test_a_call_of_a_campaign_is_judged_by_its_file():
    audits, _ = auditor(call("a", campaign="maintenance"), call("b", campaign="unknown"))
    assert audits.audit(["a"]) == 1
    with pytest.raises(KeyError):
        audits.audit(["b"])


def test_an_audit_is_made_again_when_asked():
    audits, records = auditor(call("a"))
    audits.audit_due()
    records.audits["a"] = 3
    assert audits.audit(["a"]) == 1
    assert records.audits == {"a": 100}


@pytest.mark.parametrize("call_id", ["nobody", "lost"])
def test_what_is_not_on_record_any_more_is_not_audited(call_id):
    audits, _ = auditor(call("lost", company="lost"))
    assert audits.audit([call_id]) == 0


def test_it_works_in_the_background_until_it_leaves(monkeypatch):
    monkeypatch.setattr("ivr.calls.auditing.LOOK_EVERY", 0.001)
    audits, records = auditor(call("a"))
    audits.start()
    assert records.kept.wait(10)
    assert audits.drain(0)
    audits.stop()
    assert records.audits == {"a": 100}


def test_it_goes_on_when_the_records_are_back(monkeypatch):
    monkeypatch.setattr("ivr.calls.auditing.LOOK_EVERY", 0.001)
    audits, records = auditor(call("a"), down=True)
    audits.start()
    assert records.looked.wait(10)
    records.down = False
    assert records.kept.wait(10)
    audits.stop()
