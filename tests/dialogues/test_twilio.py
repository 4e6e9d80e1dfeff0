"""Golden dialogues over Twilio's webhooks: what the stand-in for Twilio hears when it performs the TwiML.

Word for word those of the simulator, but for what Twilio cannot tell: it counts recordings in whole seconds,
and gives calls its own names. All are played in voices of Twilio's (<Say>), some with our prompts (<Play>).
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from ivr import log, wiring
from ivr.cli.talk import play
from ivr.company.loader import parse as parse_company
from ivr.errors import FileProblems
from ivr.lines.simulator.script import Script, parse
from ivr.lines.twilio.standin.exchange import TwilioExchange, exchange
from ivr.speech.prompts import PromptCache
from ivr.understanding.intent import prepare
from tests.conftest import EXAMPLE
from tests.dialogues.test_golden import DIALOGUES, EVERY, HERE

pytestmark = pytest.mark.usefixtures("migrated_once")

HEARS = ("lv", "en")
VOICES = "twilio:\n  lv: {voice: Google.lv-LV-Standard-B}\n  en: {voice: Polly.Amy-Neural, language: en-GB}\n"
# A department that is not asked whether it takes a call can decline one over SIP alone.
TEXT = EXAMPLE.read_text(encoding="utf-8").replace('"+37167000221"', '"sip:221@pbx.example.com"')
SPOKEN = parse_company(EXAMPLE, f"{TEXT}\n{VOICES}")
PLAYED = parse_company(EXAMPLE, TEXT)

# Twilio tells neither that it made no words of what was said (silence there), nor that it hears no more.
UNTOLD = {"> /mumble", "> /deaf"}
TOLD = [path for path in EVERY if not UNTOLD & {*path.read_text(encoding="utf-8").splitlines()}]
SOME = [path for path in DIALOGUES if path in TOLD][::10]

_SECONDS, _RECORDING = re.compile(r"([0-9]+\.[0-9]) s\)"), re.compile(r"messages/.*-([0-9]+)\.wav")


@dataclass
class Lines:
    """Servers, each closed while others go on."""

    prompts: PromptCache
    closing: ThreadPoolExecutor
    served: list[TwilioExchange] = field(default_factory=list)

    def exchange(self, desk, hears) -> TwilioExchange:
        self.served.append(exchange(desk, self.prompts, hears))
        return self.served[-1]

    def close(self) -> list[TwilioExchange]:
        served, self.served = self.served, []
        for each in served:
            self.closing.submit(each.close)
        return served


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    for company in (SPOKEN.company, PLAYED.company):
        prepare(company)  # before the first call, as a service does
    with ThreadPoolExecutor(8) as closing:
        yield Lines(wiring.prompt_cache(tmp_path_factory.mktemp("prompts")), closing)


@pytest.fixture
def line(lines):
    """A line on which neither Twilio faults what it is answered, nor the service what it is asked."""
    log.configure_quiet()
    yield lines
    for each in lines.close():
        assert each.platform.faults == []
        assert {sent.status for sent in each.platform.webhooks.sent} <= {200, 204}


def plain(dialogue: str) -> str:
    """Without what a line has its own measure or name for."""
    whole = _SECONDS.sub(lambda found: f"{max(1, round(float(found[1])))} s)", dialogue)
    return _RECORDING.sub(r"messages/CALL-\1.wav", whole)


def check(path, file, line):
    golden = path.read_text(encoding="utf-8")
    said = "\n".join(play(file, parse(path, golden), str(path), line.exchange)) + "\n"
    assert plain(said) == plain(golden)


@pytest.mark.parametrize("path", TOLD, ids=[str(path.relative_to(HERE)) for path in TOLD])
def test_golden_dialogue_over_twilio(path, line):
    check(path, SPOKEN, line)


@pytest.mark.parametrize("path", SOME, ids=[str(path.relative_to(HERE)) for path in SOME])
def test_golden_dialogue_over_twilio_with_our_prompts(path, line):
    check(path, PLAYED, line)


def script(*typed: str, **head) -> Script:
    numbered = tuple(enumerate(typed, start=1))
    return Script("", None, head.pop("caller", "+37120000001"), "2026-11-25T10:00", numbered, **head)


WORDS = {
    "a name": ("/say pārdošanas nodaļa", "/talked"),
    "an example": ("/dtmf #", "/say How much does it cost?", "/hangup"),
    "what nobody knows": ("/say vai drīkst nākt ar suni", "/dtmf 2", "/left"),
}


@pytest.mark.parametrize("typed", WORDS.values(), ids=WORDS)
def test_words_at_a_menu_are_understood_over_twilio_as_at_the_keyboard(typed, line):
    spoken = script(*typed, hears=HEARS)
    assert list(play(SPOKEN, spoken, "call.txt", line.exchange)) == list(play(SPOKEN, spoken, "call.txt"))


def test_twilio_is_asked_for_what_it_can_hear(line):
    spoken = script("/say pārdošanas nodaļa", "/talked", hears=HEARS)
    list(play(SPOKEN, spoken, "call.txt", line.exchange))
    sent = line.served[0].platform.webhooks.sent
    heard = [each.parameters.get("SpeechResult") for each in sent if "/turn?" in each.url]
    assert heard == ["pārdošanas nodaļa"]


def test_a_call_is_held_over_the_pages_of_the_real_server(line):
    list(play(PLAYED, script("/dtmf 1", "/talked", "/dtmf 2"), "call.txt", line.exchange))
    sent = line.served[0].platform.webhooks.sent
    pages = {each.url.split("/twilio/")[1].split("?")[0].split("/")[0] for each in sent}
    assert pages == {"voice", "turn", "transfer", "whisper", "accepted", "status", "sound"}


NOT_NOW = {
    "no queue": (("/dtmf 1", "/left"), "cannot happen here on Twilio"),
    "a key for a department": (("/dtmf 1", "/dtmf 2"), "the department is ringing"),
    "a machine calls": (("/machine",), "before a key is pressed"),
    "after the end": (("/hangup", "/dtmf 1"), "The call is over"),
    "words that cannot be made out": (("/mumble",), "the same as /silence there"),
    "hearing that is lost": (("/deaf",), "Twilio does not tell that it hears no more"),
}


@pytest.mark.parametrize(("typed", "says"), NOT_NOW.values(), ids=NOT_NOW)
def test_what_cannot_be_typed_now_is_said(typed, says, line):
    with pytest.raises(FileProblems, match=says):
        list(play(SPOKEN, script(*typed, hears=HEARS), "call.txt", line.exchange))


def test_what_is_posted_can_be_read(line):
    list(play(SPOKEN, script("/dtmf 2", "/noanswer", "/hangup"), "call.txt", line.exchange))
    posted = list(line.served[0].posted())
    assert posted[:2] == [
        "     (POST /twilio/voice CallStatus=ringing: 200)",
        "     (POST /twilio/turn?turn=0 CallStatus=in-progress Digits=2 FinishedOnKey=: 200)",
    ]
    assert any("QueueResult=leave QueueTime=6" in line for line in posted)
    assert posted[-1] == "     (POST /twilio/status CallStatus=completed: 204)"
    assert list(line.served[0].posted()) == []
