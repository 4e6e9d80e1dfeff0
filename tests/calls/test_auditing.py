"""Calls are audited once they are over: each once, whatever fails, and in the background."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from ivr.calls.auditing import RECENTLY, Auditor, HeldCall
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
    down: bool = False
    kept: Event = field(default_factory=Event)
    looked: Event = field(default_factory=Event)

    def unaudited(self, since, most):
        self.asked.append(since)
        self.looked.set()
        if self.down:
            raise RecordsUnavailableError("The records are down.")
        return tuple(id_ for id_ in self.calls if id_ not in self.audits)[:most]

    def held(self, call_id):
        return self.calls.get(call_id)

    def keep(self, call, found, at):
        assert at == NOW
        self.audits[call.call_id] = found.score
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


def test_what_ended_while_nobody_was_there_is_looked_for_at_the_start_alone():
    audits, records = auditor(call("a"))
    audits.audit_due()
    audits.audit_due()
    assert records.asked == [None, None, NOW - RECENTLY]
    assert timedelta(hours=12) < RECENTLY  # no talk with a department is longer


def test_a_call_that_cannot_be_judged_holds_up_no_other():
    audits, records = auditor(call("a", company="lost"), call("b"))
    assert (audits.audit_due(), audits.audit_due()) == (1, 0)
    assert records.audits == {"b": 100}


def test_a_call_of_a_campaign_is_judged_by_its_file():
    audits, _ = auditor(call("a", campaign="maintenance"), call("b", campaign="unknown"))
    assert audits.audit("a")
    with pytest.raises(KeyError):
        audits.audit("b")


def test_an_audit_is_made_again_when_asked():
    audits, records = auditor(call("a"))
    audits.audit_due()
    records.audits["a"] = 3
    assert audits.audit("a")
    assert records.audits == {"a": 100}


@pytest.mark.parametrize("call_id", ["nobody", "lost"])
def test_what_is_not_on_record_any_more_is_not_audited(call_id):
    audits, _ = auditor(call("lost", company="lost"))
    assert not audits.audit(call_id)


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
