"""What the service does every hour, and what once a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ivr import wiring
from ivr.company.keeping import Keeping
from ivr.conversation.actions import Raise
from ivr.conversation.events import HungUp
from ivr.errors import OperatorError
from ivr.records.incidents import Incidents
from ivr.records.store import SqlRecords
from tests.records.samples import NOON, call, ended, entry, first, turn

pytestmark = pytest.mark.usefixtures("migrated_once")
KEPT = timedelta(days=10)


@pytest.fixture
def store() -> Iterator[SqlRecords]:
    made = wiring.records("sqlite://")
    yield made
    made.close()
    made.engine.dispose()


class Hours:
    """A clock that is put forward by hand."""

    now = NOON + KEPT - timedelta(hours=2)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def tidy(store: SqlRecords, hours: Hours, tmp_path: Path) -> wiring.Tidying:
    prompts = wiring.prompt_cache(tmp_path / "prompts")
    return wiring.Tidying(prompts, store, tmp_path, lambda: Keeping(calls=KEPT.days), hours)


def test_what_was_kept_long_enough_goes_once_a_day(store, tidy, hours, monkeypatch):
    purged = []
    monkeypatch.setattr(wiring.Tidying, "_purge", lambda self, now: purged.append(now))
    began = hours.now
    for hour in range(30):
        hours.now = began + timedelta(hours=hour)
        tidy()
    assert [at.date() for at in purged] == sorted(
        {(began + timedelta(hours=hour)).date() for hour in range(30)}
    )


def test_a_purge_goes_by_the_company_file(store, tidy, hours):
    store.save(first())
    store.save(entry(1, HungUp(), ended()))
    tidy()
    assert store.load(call().call_id).ended
    hours.now += timedelta(days=1)
    tidy()
    with pytest.raises(Exception, match="hold no call"):
        store.load(call().call_id)


def test_a_file_that_cannot_be_erased_is_told_and_tried_again(tidy, hours, monkeypatch):
    def refuses(self, now):
        raise PermissionError(13, "Permission denied", "calls/a.wav")

    with monkeypatch.context() as broken:
        broken.setattr(wiring.Tidying, "_purge", refuses)
        with pytest.raises(OperatorError, match=r"calls/a\.wav cannot be written"):
            tidy()
    assert tidy.purged_on is None
    tidy()
    assert tidy.purged_on == hours.now.date()


def test_evidence_that_another_process_left_incomplete_is_completed(store, tidy):
    store.save(first())
    store.save(entry(1, None, turn(Raise("abuse", "you fool", (4, 8), "insult", "sales"))))
    other = SqlRecords(store.engine, "two")
    other.save(entry(2, HungUp(), ended()))
    tidy()
    [found] = Incidents(store.engine).listed()
    assert (found.turns, found.complete_at is not None) == (3, True)
