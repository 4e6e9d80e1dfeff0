"""What Twilio performs is held against what stands on record: no difference is told as if all were well."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from ivr import log, wiring
from ivr.company.loader import parse
from ivr.errors import LineError
from ivr.lines.simulator.commands import NotNowError
from ivr.lines.twilio.standin.exchange import exchange
from ivr.lines.twilio.standin.waits import Records
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten o'clock in Riga: open
US, CALLER = "+37167000100", "+37120000001"
TEXT = f"{EXAMPLE.read_text(encoding='utf-8')}\ntwilio:\n  lv: {{voice: Google.lv-LV-Standard-B}}\n"
RECORDING = TEXT.replace("records_calls: false", "records_calls: true")


@pytest.fixture
def open_line(tmp_path):
    """``open_line(text, page=(what is replaced in its document, by what))``"""
    log.configure_quiet()
    opened = []

    def start(text=TEXT, **changes):
        desk, _ = wiring.desk(wiring.records("sqlite://"), parse(EXAMPLE, text), lambda: NOW)
        opened.append(exchange(desk, wiring.prompt_cache(tmp_path)))
        pages = opened[-1].line.server.webhooks.answering.pages
        for name, (pattern, instead) in changes.items():
            pages[name] = changed(pages[name], re.compile(pattern, re.DOTALL), instead)
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def hold(line, typed):
    talk = line.incoming(US, CALLER, "")
    for each in typed:
        talk.hear(each)


def changed(page, pattern, instead):
    return lambda webhook: pattern.sub(instead, page(webhook))


def test_what_is_heard_is_what_is_told(open_line):
    talk = open_line(voice=("Kā varu Jums palīdzēt", "Vai Jums palīdzēt")).incoming(US, CALLER, "")
    told = list(talk.lines())
    assert "bot: Vai Jums palīdzēt?" in told
    assert not any("Kā varu" in line for line in told)


def test_so_is_what_is_left_out(open_line):
    told = list(open_line(voice=("<Say.*</Say>", "")).incoming(US, CALLER, "").lines())
    assert not any(line.startswith("bot: ") for line in told)
    assert told[-1].startswith("     (waits for a key")


DIFFERENCES = {
    "another wait": (TEXT, {"voice": ("<Gather.*</Gather>", "<Record/>")}, (), "Twilio is at Records"),
    "the end": (TEXT, {"voice": ("<Gather.*</Gather>", "<Hangup/>")}, (), "has gone on by 2 turns"),
    "a call that goes on": (
        TEXT,
        {"turn": ("<Hangup ?/>", "<Gather/>")},
        ("/dtmf 4", "/dtmf 1", "/dtmf 2"),
        "Twilio is at Gathers",
    ),
    "no recording": (
        RECORDING,
        {"voice": ("<Start>.*</Start>", "")},
        (),
        "recording of the call does not begin",
    ),
    "a recording before the notice": (
        RECORDING,
        {"voice": ("(<Say.*)(<Start>.*</Start>)", r"\2\1")},
        (),
        "recording of the call does not begin",
    ),
    "no briefing": (TEXT, {"whisper": ("<Gather.*", "</Response>")}, ("/dtmf 1", "/talked"), "was told"),
    "a document that Twilio faults": (
        TEXT,
        {"voice": ("<Gather", "<Gather key='1'")},
        (),
        "Twilio is at Dials",
    ),
}


@pytest.mark.parametrize(("text", "changes", "typed", "says"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_a_difference_is_an_error(open_line, text, changes, typed, says):
    line = open_line(text, **changes)
    with pytest.raises(LineError, match=says):
        hold(line, typed)


def test_a_call_may_have_a_name_that_is_chosen(open_line):
    line, sid = open_line(), "CA" + "5" * 32
    line.incoming(US, CALLER, sid)
    line.incoming(US, None, "talk-1")
    assert sid in line.platform.calls
    assert len(line.platform.calls) == 2
    assert [call.from_ for call in line.platform.calls.values()] == [CALLER, "anonymous"]


def test_what_makes_no_sense_now_changes_nothing(open_line):
    talk = open_line().incoming(US, CALLER, "")
    with pytest.raises(NotNowError, match="waits for a key"):
        talk.hear("/busy")
    talk.hear("/dtmf 1")
    assert any("(rings sales" in line for line in talk.lines())
    talk.hear("/hangup")
    with pytest.raises(NotNowError, match="over"):
        talk.hear("/hangup")


def test_who_leaves_at_the_tone_is_not_asked_anew(open_line):
    line = open_line(TEXT.replace('  mon-fri: "09:00-18:00"', '  mon-fri: "11:00-18:00"'))
    talk = line.incoming(US, CALLER, "")
    for typed in ("/dtmf 1", "/dtmf 1"):
        talk.hear(typed)
    (call,) = line.platform.calls.values()
    call.stays_silent()
    assert isinstance(call.waits, Records)
    talk.hear("/hangup")
    assert [text.strip() for text in talk.lines()] == ["(hangs up: caller hung up)"]
