"""The golden dialogues are what calls are like: none of them breaks a starred norm."""

from __future__ import annotations

from collections import defaultdict

import pytest

from ivr.cli.talk import play
from ivr.company.campaign_file import load_campaign
from ivr.etiquette.course import Standard
from ivr.etiquette.norm import breaches
from ivr.etiquette.norms import NORMS
from ivr.lines.simulator.script import parse
from ivr.records.store import SqlRecords
from tests.conftest import EXAMPLE
from tests.dialogues.test_golden import EVERY, FILE, HERE
from tests.etiquette.courses import course

pytestmark = pytest.mark.usefixtures("migrated_once")

CAMPAIGNS = {
    file.fingerprint: file.campaign
    for folder in (HERE, EXAMPLE.parent)
    for file in (load_campaign(path, FILE.company) for path in (folder / "campaigns").glob("*.yaml"))
}


@pytest.fixture
def written(monkeypatch):
    """Call → its turns, as they are written down."""
    calls, save = defaultdict(list), SqlRecords.save

    def spy(self, entry):
        save(self, entry)
        calls[entry.call.call_id].append(entry)

    monkeypatch.setattr(SqlRecords, "save", spy)
    return calls


@pytest.mark.parametrize("path", EVERY, ids=[str(path.relative_to(HERE)) for path in EVERY])
def test_no_golden_dialogue_breaks_a_norm(path, written):
    for _ in play(FILE, parse(path, path.read_text(encoding="utf-8")), str(path)):
        pass
    assert written or path.stem.startswith("not_reached")
    for entries in written.values():
        held = course([entry.turn for entry in entries], [entry.event for entry in entries])
        standard = Standard(FILE.company, CAMPAIGNS.get(entries[0].campaign))
        assert breaches(NORMS, held, standard) == ()
