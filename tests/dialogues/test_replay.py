"""Every golden dialogue, held again by the file it was held by: nothing differs."""

from __future__ import annotations

import pytest

from ivr.calls.replay import Kind, replay
from ivr.cli.replay import course
from ivr.cli.talk import play
from ivr.company.campaign_file import campaign_paths, load_campaign
from ivr.lines.simulator.exchange import SimulatedExchange
from ivr.lines.simulator.script import parse
from ivr.records.history import History
from tests.conftest import EXAMPLE
from tests.dialogues.test_golden import EVERY, FILE, HERE

pytestmark = pytest.mark.usefixtures("migrated_once")

CAMPAIGNS = {
    path.stem: load_campaign(path, FILE.company).campaign
    for folder in (EXAMPLE.parent / "campaigns", HERE / "campaigns")
    for path in campaign_paths(folder)
}


def recorded(path):
    """The calls of a dialogue, from the records."""
    kept = []

    def exchange(desk, hears):
        kept.append(History(desk.records.engine))
        return SimulatedExchange(desk, hears)

    list(play(FILE, parse(path, path.read_text(encoding="utf-8")), str(path), exchange))
    return [kept[0].transcript(call.call_id) for call in kept[0].list_calls()]


@pytest.mark.parametrize("path", EVERY, ids=[str(path.relative_to(HERE)) for path in EVERY])
def test_a_draft_that_changes_nothing(path):
    calls = recorded(path)
    found = [replay(course(call), FILE.company, CAMPAIGNS) for call in calls]
    assert [each.kind for each in found] == [Kind.SAME] * len(calls)
