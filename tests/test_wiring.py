"""What is built out of which settings: on which lines people are called, and may be promised a call."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ivr import wiring
from ivr.phrases.check import load_standard
from ivr.records.store import SqlRecords
from ivr.settings import Settings, from_environment
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

AMI = {"IVR_AMI": "127.0.0.1:5038", "IVR_AMI_PASSWORD": "x"}
TWILIO = {
    "IVR_TWILIO_ACCOUNT_SID": "AC" + "a" * 32,
    "IVR_TWILIO_AUTH_TOKEN": "token",
    "IVR_TWILIO_PUBLIC_URL": "https://bot.example.com",
    "IVR_TWILIO_CALLS_PER_SECOND": "2.5",
}
LINES = [
    ({}, set()),
    (AMI, {"asterisk", "test"}),
    (TWILIO, {"twilio"}),
    (AMI | TWILIO, {"asterisk", "test", "twilio"}),
]


@pytest.fixture
def store() -> Iterator[SqlRecords]:
    made = wiring.records("sqlite://")
    yield made
    made.close()
    made.engine.dispose()


def given(env: dict[str, str]) -> Settings:
    return from_environment({"IVR_NODE": "north", **env})


@pytest.mark.parametrize(("env", "lines"), LINES)
def test_people_are_called_on_the_lines_that_are_set(env, lines):
    assert wiring.lines(given(env)) == lines


@pytest.mark.parametrize("line", ["asterisk", "twilio", "test"])
@pytest.mark.parametrize(("env", "lines"), LINES)
def test_a_call_is_promised_where_the_line_of_the_callbacks_is_served(store, env, lines, line):
    file = load_standard(EXAMPLE)
    desk, standards = wiring.desk(store, file, lines=wiring.lines(given(env)))
    callbacks = file.company.callbacks.model_copy(update={"line": line})
    standards._current = ("changed", file.company.model_copy(update={"callbacks": callbacks}))
    assert desk.ledger.known("+37120000001").may_be_called is (line in lines)


@pytest.mark.parametrize(("env", "lines"), LINES)
def test_each_line_has_a_dispatcher_of_its_own(store, tmp_path, env, lines):
    settings = given(env)
    _, standards = wiring.desk(store, load_standard(EXAMPLE))
    ours = wiring.our_calls(settings)
    made = wiring.dispatchers(settings, store, standards, wiring.prompt_cache(tmp_path), ours)
    kits = [each._kit for each in made._dispatchers] if made else []
    assert {line for kit in kits for line in kit.lines} == lines
    named = {"twilio" in kit.lines: (kit.node, kit.per_second) for kit in kits}
    expected = {False: ("north", None), True: ("north/twilio", 2.5)}
    assert named == {twilio: expected[twilio] for twilio in named}
    assert (ours is not None) == ("twilio" in lines)
