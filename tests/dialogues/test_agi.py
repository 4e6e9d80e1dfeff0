"""Golden dialogues over AGI: word for word those of the simulator, as Asterisk played them."""

from __future__ import annotations

import pytest

from ivr import log
from ivr.cli.talk import play
from ivr.lines.simulator.script import parse
from tests.dialogues.test_golden import DIALOGUES, FILE, HERE
from tests.lines.asterisk.exchange import AgiLine

pytestmark = pytest.mark.usefixtures("migrated_once")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    line = AgiLine(tmp_path_factory.mktemp("agi"))
    yield line
    assert line.server.drain(5), "a session was left behind"


@pytest.fixture
def line(served):
    log.configure_quiet()
    yield served
    served.abandon()


@pytest.mark.parametrize("path", DIALOGUES, ids=[str(path.relative_to(HERE)) for path in DIALOGUES])
def test_golden_dialogue_over_agi(path, line):
    golden = path.read_text(encoding="utf-8")
    said = "\n".join(play(FILE, parse(path, golden), str(path), line.exchange)) + "\n"
    assert said == golden
