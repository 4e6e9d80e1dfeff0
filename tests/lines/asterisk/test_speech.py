"""Words and keys by SPEECH commands, against a scripted socket. The replies are those of Asterisk 22.10.1."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from ivr.conversation.events import Heard, HearingLost, NotUnderstood, Pressed, Silence
from ivr.conversation.vocabulary import Vocabulary
from ivr.lines.asterisk import speech
from ivr.lines.asterisk.session import CallerGoneError, Session
from ivr.lines.asterisk.speech import AVOID_SECONDS, Listening, Recogniser
from ivr.lines.watch import Watch
from tests.lines.asterisk.fake import header, sent
from tests.lines.asterisk.recogniser import GONE, NAME, ONSET, SILENT, FakeHearing, spoken

WORDS = Vocabulary("en", ("sales",), ("wish",))
SET, DONE = "200 result=1", "200 result=1"
ANSWERS, SILENCE = "200 result=1 (157)", "200 result=1 (0)"
CONNECTED = [SET, SET, ANSWERS, DONE, SET, SET]  # two limits, the look, CREATE, a note, call_id
READY = [*CONNECTED, SET]  # expect
HUSHED = "200 result=0 endpos=160"
FINAL = spoken(("sales", 91, "final"), ("sails", 40, "final"))

LOOKS = [
    'SET VARIABLE "CURLOPT(conntimeout)" "0.8"',
    'SET VARIABLE "CURLOPT(httptimeout)" "0.8"',
    'GET FULL VARIABLE "${LEN(${CURL(http://${AST_CONFIG(aeap.conf,ivr,url):5})})}"',
]
BEGINS = [
    *LOOKS,
    'SPEECH CREATE "ivr"',
    'SET VARIABLE "IVR_HEARD" "1"',
    'SPEECH SET "call_id" "7.1"',
]


PREPARES = f'SPEECH SET "expect" "{NAME}"'


def listens(number: int, seconds: float = 2.0) -> str:
    return f'SPEECH SET "listen" "{number} {seconds}"'


class Line:
    """A session with a scripted Asterisk at its other end."""

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._theirs.sendall(header())
        self.hearing = FakeHearing("en")
        self.recogniser = Recogniser(self.hearing)
        self.listening = self.another()

    def another(self) -> Listening:
        session = Session(self._ours) if not hasattr(self, "listening") else self.listening.session
        return Listening(session, self.recogniser, Path("/s"), "7.1")

    def answers(self, *replies: str) -> None:
        self._theirs.sendall("".join(f"{reply}\n" for reply in replies).encode())

    def ready(self, *replies: str) -> bool:
        self.answers(*replies)
        return self.listening.ready(WORDS)

    def hear(self, *replies: str, prompt: str = "/p/a", seconds: float = 2.0, wait: float = 6.0):
        self.answers(*READY, SET, *replies)
        assert self.listening.ready(WORDS)
        self.commands()
        return self.listening.hear(prompt, seconds, wait, Watch(0.0))

    def commands(self) -> list[str]:
        return sent(self._theirs)

    def close(self) -> None:
        self._ours.close()
        self._theirs.close()


@pytest.fixture
def line():
    made = Line()
    yield made
    made.close()


# ── Making ready ────────────────────────────────────────────────────────────────────────────────────


def test_the_recogniser_is_connected_once_and_told_each_time_what_may_be_said(line):
    assert line.ready(*READY)
    assert line.commands() == [*BEGINS, PREPARES]
    assert line.ready(SET)
    assert line.commands() == [PREPARES]
    assert line.hearing.expected == [WORDS, WORDS]


@pytest.mark.parametrize(
    ("replies", "asked"),
    [
        ([SET, SET, SILENCE], 3),  # Asterisk gets no answer, or has no address, or no CURL
        ([SET, SET, "200 result=0"], 3),
        ([SET, SET, ANSWERS, "200 result=0"], 4),  # CREATE: refused, or no such engine
        ([*CONNECTED[:-1], "200 result=0"], 6),
        ([*CONNECTED, "200 result=0"], 7),
    ],
    ids=["no answer", "no function", "not created", "gone before it is told", "gone at once"],
)
def test_without_a_recogniser_nothing_is_heard_and_it_is_not_tried_again(line, replies, asked):
    assert not line.ready(*replies, DONE)
    assert line.commands() == [*[*BEGINS, PREPARES][:asked], "SPEECH DESTROY"]
    assert not line.ready()
    assert line.commands() == []


def test_what_never_answers_asterisk_is_never_connected(line):
    """CREATE would last for ever: Asterisk has no limit for it, and the caller would hear nothing more."""
    line.ready(SET, SET, SILENCE, DONE)
    assert not [command for command in line.commands() if "CREATE" in command]


def test_a_setting_that_takes_long_was_not_answered(line, monkeypatch):
    assert line.ready(*READY)
    monkeypatch.setattr(speech, "SETTING_SECONDS", 0.0)
    line.commands()
    assert not line.ready(SET, DONE)
    assert line.commands() == [PREPARES, "SPEECH DESTROY"]


def test_the_next_calls_do_not_rely_on_what_one_has_lost(line, monkeypatch):
    assert line.recogniser.languages() == ("en",)
    line.ready(SET, SET, SILENCE, DONE)
    assert line.recogniser.languages() == ()
    later = speech.monotonic() + AVOID_SECONDS
    monkeypatch.setattr(speech, "monotonic", lambda: later)
    assert line.recogniser.languages() == ("en",)


def test_languages_are_told_in_order():
    assert Recogniser(FakeHearing("lv", "en")).languages() == ("en", "lv")
    assert Recogniser(FakeHearing()).languages() == ()


# ── Hearing ─────────────────────────────────────────────────────────────────────────────────────────


def test_speech_ends_the_prompt_and_is_heard_to_its_end(line):
    event = line.hear(ONSET, FINAL)
    assert event == Heard("sales", 0.91, (("sails", 0.4),))
    assert line.commands() == [listens(1), 'SPEECH RECOGNIZE "/p/a" 7', 'SPEECH RECOGNIZE "/s/hush" 15']


def test_it_is_told_each_time_that_it_is_to_listen_anew_and_how_long_we_speak(line):
    line.hear(SILENT)
    line.commands()
    line.answers(SET, SET, SILENT)
    assert line.listening.ready(WORDS)
    line.listening.hear("/p/b", 4.26, 6.0, Watch(0.0))
    assert line.commands()[:2] == [PREPARES, listens(2, 4.3)]


def test_one_that_is_lost_before_it_listens(line):
    """What was to be said is said with the question that follows, for keys."""
    line.answers(*READY, "200 result=0", DONE)
    assert line.listening.ready(WORDS)
    assert line.listening.hear("/p/a", 2.0, 6.0, Watch(0.0)) == HearingLost()
    assert line.commands()[-2:] == [listens(1), "SPEECH DESTROY"]
    assert line.recogniser.languages() == ()


def test_without_a_prompt_silence_is_played(line):
    line.hear(SILENT, prompt="", wait=5.2)
    assert line.commands()[1:] == ['SPEECH RECOGNIZE "/s/hush" 7']


@pytest.mark.parametrize(("wait", "whole"), [(6.0, 7), (6.1, 8), (0.5, 2), (10, 11)])
def test_nobody_has_less_time_to_answer_than_the_question_gives(line, wait, whole):
    """Asterisk compares whole seconds of its clock, so it may wait for one second less."""
    line.hear(SILENT, wait=wait)
    assert line.commands()[1:] == [f'SPEECH RECOGNIZE "/p/a" {whole}']
    assert whole - 1 >= wait


@pytest.mark.parametrize("key", ["0", "7", "*", "#"])
def test_a_key_ends_the_prompt_at_once(line, key):
    assert line.hear(f"200 result=1 (digit) digit={key} endpos=0", HUSHED) == Pressed(key)
    assert line.commands()[2:] == ['STREAM FILE "/s/hush" ""']


def test_a_key_while_somebody_speaks(line):
    assert line.hear(ONSET, "200 result=1 (digit) digit=0 endpos=0") == Pressed("0")


@pytest.mark.parametrize(
    ("reply", "event"),
    [
        (SILENT, Silence()),
        ("200 result=1 (digit) digit=A endpos=0\n" + HUSHED, Silence()),
        (spoken(("", 0, "rejected")) + f"\n{HUSHED}", NotUnderstood()),
        (f"{ONSET}\n" + spoken(("", 0, "rejected")), NotUnderstood()),
        (f"{ONSET}\n" + spoken((" ", 50, "final")), NotUnderstood()),
        (f"{ONSET}\n" + spoken(("", 50, "final"), ("sales", 20, "final")), Heard("sales", 0.2)),
        (
            f"{ONSET}\n" + spoken(("yes", 130, "final"), ("no", -5, "final")),
            Heard("yes", 1.0, (("no", 0.0),)),
        ),
        (f"{ONSET}\n" + spoken(('I said "no"', 77, "final")), Heard('I said "no"', 0.77)),
        (spoken(("sales", 60, "final")) + f"\n{HUSHED}", Heard("sales", 0.6)),
    ],
)
def test_what_happens(line, reply, event):
    assert line.hear(reply) == event


@pytest.mark.parametrize(
    "replies",
    [
        (GONE, HUSHED),
        (ONSET, GONE),
        (ONSET, SILENT),
        (ONSET, ONSET),
        ("200 result=0",),
        ("200 result=-1 endpos=0",),
        (ONSET, "200 result=0 endpos=0"),
    ],
    ids=[
        "gone",
        "gone in the word",
        "no result",
        "never ends",
        "no recogniser",
        "no channel",
        "no recogniser after",
    ],
)
def test_a_recogniser_that_is_lost_is_let_go_and_avoided(line, replies):
    assert line.hear(*replies, DONE) == HearingLost()
    assert line.commands()[-1] == "SPEECH DESTROY"
    assert line.recogniser.languages() == ()
    assert not line.ready()


@pytest.mark.parametrize("grammar", ["failed", "something-new"])
def test_where_one_utterance_failed_only_this_call_goes_on_by_keys(line, grammar):
    assert line.hear(ONSET, spoken(("", 0, grammar)), DONE) == HearingLost()
    assert not line.ready()
    assert line.recogniser.languages() == ("en",)


@pytest.mark.parametrize(
    "replies", [["200 result=1 (hangup) endpos=0"], [ONSET, "200 result=1 (hangup) endpos=0"]]
)
def test_a_hang_up_is_no_silence(line, replies):
    with pytest.raises(CallerGoneError) as gone:
        line.hear(*replies)
    assert gone.value.hung_up
