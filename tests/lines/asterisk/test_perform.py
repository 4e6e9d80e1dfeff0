"""Turns as AGI commands, and Asterisk's answers as events. The replies are those of Asterisk 22.10.1."""

from __future__ import annotations

import re
import socket
import typing
from pathlib import Path

import pytest

from ivr.calls.desk import LiveCall
from ivr.calls.ports import NewCall
from ivr.company.disposition import Disposition
from ivr.conversation import actions
from ivr.conversation.actions import (
    Ask,
    AwaitSilence,
    Conclude,
    DropMessage,
    Expects,
    HangUp,
    KeepMessage,
    MonitorCall,
    Note,
    OptOut,
    PauseRecording,
    Record,
    Remember,
    ResumeRecording,
    Say,
    Transfer,
)
from ivr.conversation.events import Heard, HearingLost, NotUnderstood, Pressed, Recorded, Silence
from ivr.conversation.performed import Cut
from ivr.conversation.state import State, Step, Turn
from ivr.errors import SpeechError
from ivr.lines.asterisk import perform
from ivr.lines.asterisk.perform import Performance
from ivr.lines.asterisk.session import CallerGoneError, Session
from ivr.lines.asterisk.speech import Listening, Recogniser
from ivr.lines.watch import Watch
from ivr.phrases.sentence import Sentence, SpeechAct
from tests.lines.asterisk.fake import SILENT, FakePrompts, header, sent
from tests.lines.asterisk.recogniser import GONE as RECOGNISER_GONE
from tests.lines.asterisk.recogniser import ONSET, FakeHearing, spoken
from tests.lines.asterisk.recogniser import SILENT as NOTHING_SAID

KEYS = "0123456789*#"
ASK = Ask("menu:main", "12", 5.0)
RECORD = Record("sales", 120, 4)
ALIVE, GONE = b"200 result=6\n", b"HANGUP\n511 Command Not Permitted on a dead channel\n"


def say(phrase: str) -> Say:
    return Say(sentence(phrase))


def sentence(phrase: str) -> Sentence:
    return Sentence(phrase, SpeechAct.INFORMS, "lv", phrase, phrase, fixed=True)


class Stage:
    """A turn performed for a scripted Asterisk."""

    def __init__(self, example, folder: Path) -> None:
        self.company, self.folder, self.prompts = example, folder, FakePrompts(folder)
        self.call = NewCall("1795534913.0", "asterisk", "+37167000100", "+37120000001")
        self.hearing = FakeHearing("en", "lv")
        self.passes = 0.25  # seconds from one look at the clock to the next
        self.now = 0.0
        self.watch = Watch(0.0, self.ticks)
        (folder / "messages").mkdir()
        self.message = folder / "messages" / "1795534913.0-3.wav"

    def ticks(self) -> float:
        self.now += self.passes
        return self.now

    def perform(self, actions, replies: bytes):
        """The event, and the commands with the folder's name left out."""
        ours, theirs = socket.socketpair()
        with ours, theirs:
            theirs.sendall(header() + replies)
            session = Session(ours)
            listening = Listening(session, Recogniser(self.hearing), self.folder, "1.0")
            live = self._live(actions)
            performance = Performance(session, self.prompts, self.folder, live, self.watch, listening)
            try:
                self.event = performance.run()
            finally:
                self.commands = [line.replace(str(self.folder), "") for line in sent(theirs)]
        return self.event, self.commands

    def _live(self, actions) -> LiveCall:
        state = State(Step.MENU, "lv", self.call.called, self.call.caller)
        return LiveCall(self.call, 3, "f", self.company, Turn(state, tuple(actions)))


@pytest.fixture
def stage(example, tmp_path) -> Stage:
    return Stage(example, tmp_path)


# ── Asking ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("replies", "event"),
    [
        (b"200 result=49 endpos=800\n", Pressed("1")),
        (b"200 result=35 endpos=16000\n", Pressed("#")),
        (b"200 result=57 endpos=16000\n", Pressed("9")),  # no key of the menu: the conversation decides
        (b"200 result=0 endpos=16000\n" + ALIVE, Silence()),
        (b"200 result=65 endpos=16000\n" + ALIVE, Silence()),  # A, which no telephone has
    ],
)
def test_a_question_is_one_prompt_and_one_command(stage, replies, event):
    got, commands = stage.perform([say("a"), say("b"), ASK], replies)
    assert got == event
    assert commands[0] == f'GET OPTION "/a+b" "{KEYS}" 5000'
    assert commands[1:] == ([] if isinstance(event, Pressed) else ["CHANNEL STATUS"])


ENTRY = Ask("when:day", "0123456789*#", 7.0, digits=4)
NO_KEY = b"200 result= (timeout)\n"


@pytest.mark.parametrize(
    ("replies", "event"),
    [
        (b"200 result=0312\n", Pressed("0312")),
        (b"200 result=03\n", Pressed("03")),  # and "#"
        (b"200 result=9 (timeout)\n", Pressed("9")),  # and a pause
        (b"200 result=\n", Pressed("#")),  # "#" alone
        (b"200 result=0A1\n", Pressed("01")),  # no telephone has that key
        (NO_KEY + b"200 result=12 (timeout)\n", Pressed("12")),
        (NO_KEY + NO_KEY + ALIVE, Silence()),
        (b"200 result=-1\n" + ALIVE + b"200 result=0312\n", Pressed("0312")),  # the prompt is missing
    ],
)
def test_several_keys_are_collected_until_enough_or_a_pause(stage, replies, event):
    got, commands = stage.perform([say("a"), say("b"), ENTRY], replies)
    assert got == event
    assert commands[0] == 'GET DATA "/a+b" 3000 4'
    assert set(commands[1:]) <= {'GET DATA "" 3000 4', "CHANNEL STATUS"}


@pytest.mark.parametrize("replies", [b"200 result=-1\n" + GONE, NO_KEY + NO_KEY + GONE, GONE])
def test_a_hang_up_while_keys_are_collected_is_no_key(stage, replies):
    with pytest.raises(CallerGoneError):
        stage.perform([say("a"), ENTRY], replies)


@pytest.mark.parametrize(
    ("key", "replies", "event", "commands"),
    [
        (b"48", b"200 result=312\n", Pressed("0312"), ['GET DATA "" 3000 3']),
        (b"48", NO_KEY, Pressed("0"), ['GET DATA "" 3000 3']),
        (b"42", b"", Pressed("*"), []),
        (b"35", b"", Pressed("#"), []),
    ],
)
def test_a_key_pressed_before_an_entry_is_the_first_of_it(stage, key, replies, event, commands):
    said = b"200 result=" + key + b" endpos=800\n200 result=0\n"
    got, sent = stage.perform([say("notice"), MonitorCall(), ENTRY], said + replies)
    assert got == event
    assert sent[2:] == commands


def test_a_machine_is_let_finish_before_anything_is_said(stage):
    actions = [AwaitSilence(30), say("message"), HangUp("done")]
    _, commands = stage.perform(actions, b"200 result=0\n" + ALIVE + b"200 result=0 endpos=8\n200 result=1\n")
    assert commands[:3] == ['EXEC WaitForSilence "1500,1,30"', "CHANNEL STATUS", 'STREAM FILE "/message" ""']


def test_a_machine_that_hangs_up_is_left_alone(stage):
    with pytest.raises(CallerGoneError):
        stage.perform([AwaitSilence(30), say("message"), HangUp("done")], b"200 result=-1\n" + GONE)


def test_what_the_records_have_written_is_nothing_to_the_line(stage):
    deeds = [OptOut("9"), Remember("q", "1", "yes"), Note("sales", "call"), Conclude(Disposition.OPTED_OUT)]
    _, commands = stage.perform([*deeds, HangUp("done")], b"200 result=1\n")
    assert commands == ['SET VARIABLE "IVR_NEXT" "hangup"']


def test_every_action_can_be_performed():
    known = set(perform._PERFORM)
    assert known == set(typing.get_args(actions.Action)) - {actions.LookUp}


def test_a_hang_up_while_asterisk_waits_is_not_silence(stage):
    with pytest.raises(CallerGoneError):
        stage.perform([say("a"), ASK], b"200 result=0 endpos=16000\n" + GONE)


@pytest.mark.parametrize(("endpos", "asked"), [(900, []), (0, ["CHANNEL STATUS"])])
def test_a_hang_up_in_the_prompt(stage, endpos, asked):
    with pytest.raises(CallerGoneError):
        stage.perform([say("a"), ASK], f"200 result=-1 endpos={endpos}\n".encode() + GONE)
    assert stage.commands == [f'GET OPTION "/a" "{KEYS}" 5000', *asked]


def test_a_prompt_that_asterisk_does_not_find_is_told_and_the_key_waited_for(stage, capsys):
    event, commands = stage.perform([say("a"), ASK], b"200 result=-1 endpos=0\n" + ALIVE + b"200 result=50\n")
    assert event == Pressed("2")
    assert commands[2] == "WAIT FOR DIGIT 5000"
    assert "prompt_missing" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("replies", "event"), [(b"200 result=50\n", Pressed("2")), (b"200 result=0\n" + ALIVE, Silence())]
)
def test_a_question_without_words(stage, replies, event):
    got, commands = stage.perform([ASK], replies)
    assert got == event
    assert commands[0] == "WAIT FOR DIGIT 5000"


def test_a_voice_that_fails_is_not_hidden(stage, monkeypatch):
    def fail(*_):
        raise SpeechError("no voice")

    monkeypatch.setattr(stage.prompts, "file", fail)
    with pytest.raises(SpeechError):
        stage.perform([say("a"), ASK], b"")


# ── Asking for words ────────────────────────────────────────────────────────────────────────────────

WORDS = Ask("menu:main", "12", 6.0, expects=Expects.WISH)
SEVERAL = Ask("when:day", KEYS, 10.0, digits=4, expects=Expects.TIME)
READY = b"200 result=1\n" * 2 + b"200 result=1 (9)\n" + b"200 result=1\n" * 5
NOT_READY = b"200 result=1\n" * 2 + b"200 result=1 (0)\n200 result=1\n"
BEGUN, HUSHED = f"{ONSET}\n".encode(), b"200 result=0 endpos=160\n"


def key(pressed: str) -> bytes:
    return f"200 result=1 (digit) digit={pressed} endpos=0\n".encode() + HUSHED


def told(*results: tuple[str, int, str]) -> bytes:
    return f"{spoken(*results)}\n".encode()


@pytest.mark.parametrize(
    ("replies", "event"),
    [
        (BEGUN + told(("sales", 80, "final")) + ALIVE, Heard("sales", 0.8)),
        (BEGUN + told(("", 0, "rejected")) + ALIVE, NotUnderstood()),
        (f"{NOTHING_SAID}\n".encode() + ALIVE, Silence()),
        (key("1"), Pressed("1")),
        (BEGUN + f"{RECOGNISER_GONE}\n200 result=1\n".encode() + ALIVE, HearingLost()),
    ],
)
def test_a_question_that_expects_words_is_one_prompt_and_one_command(stage, replies, event):
    got, commands = stage.perform([say("a"), say("b"), WORDS], READY + replies)
    assert got == event
    assert commands[8] == 'SPEECH RECOGNIZE "/a+b" 7'
    assert not [command for command in commands if command.startswith("GET OPTION")]


def test_what_may_be_said_is_told_in_the_language_of_the_conversation(stage):
    stage.perform([say("a"), WORDS], READY + key("1"))
    assert [vocabulary.language for vocabulary in stage.hearing.expected] == ["lv"]


@pytest.mark.parametrize(
    ("answer", "event"),
    [(b"200 result=50 endpos=1\n", Pressed("2")), (b"200 result=0\n" + ALIVE, HearingLost())],
)
def test_without_a_recogniser_all_is_said_first_and_a_key_counts(stage, answer, event):
    got, commands = stage.perform([say("greeting"), say("help"), WORDS], NOT_READY + answer)
    assert got == event
    assert commands[4] == f'STREAM FILE "/greeting+help" "{KEYS}"'


def test_a_line_that_hears_nothing_says_so_when_words_are_awaited(stage, monkeypatch):
    monkeypatch.setattr(Listening, "ready", lambda *_: False)
    got, commands = stage.perform([WORDS], ALIVE)
    assert got == HearingLost()
    assert commands == ["CHANNEL STATUS"]


@pytest.mark.parametrize(
    ("pressed", "rest", "event", "commands"),
    [
        ("0", b"200 result=312\n", Pressed("0312"), ['GET DATA "" 3000 3']),
        ("0", NO_KEY, Pressed("0"), ['GET DATA "" 3000 3']),
        ("*", b"", Pressed("*"), []),
        ("#", b"", Pressed("#"), []),
    ],
)
def test_the_first_key_instead_of_words_is_the_first_of_several(stage, pressed, rest, event, commands):
    got, asked = stage.perform([say("a"), SEVERAL], READY + key(pressed) + rest)
    assert got == event
    assert asked[8:] == ['SPEECH RECOGNIZE "/a" 11', 'STREAM FILE "/hush" ""', *commands]


def test_without_a_recogniser_several_keys_are_collected(stage):
    got, commands = stage.perform(
        [say("a"), SEVERAL], NOT_READY + b"200 result=48 endpos=1\n200 result=312\n"
    )
    assert got == Pressed("0312")
    assert commands[-1] == 'GET DATA "" 3000 3'


def test_a_key_in_the_notice_answers_where_words_are_expected_too(stage):
    replies = b"200 result=50 endpos=900\n200 result=0\n"
    event, commands = stage.perform([say("notice"), MonitorCall(), say("help"), WORDS], replies)
    assert event == Pressed("2")
    assert len(commands) == 2


def test_a_hang_up_where_words_are_awaited_is_no_silence(stage):
    with pytest.raises(CallerGoneError):
        stage.perform([say("a"), WORDS], READY + f"{NOTHING_SAID}\n".encode() + GONE)


def test_a_prompt_that_is_missing_is_told_where_asterisk_does_not(stage, monkeypatch, capsys):
    monkeypatch.setattr(stage.prompts, "file", lambda *_: Path("/nowhere/a.wav"))
    stage.perform([say("a"), WORDS], READY + key("1"))
    assert "prompt_missing" in capsys.readouterr().out


# ── What is measured ────────────────────────────────────────────────────────────────────────────────

MEASURED = {
    "a key in the prompt": ([say("a"), ASK], b"200 result=49 endpos=800\n", Cut.KEY),
    "no key": ([say("a"), ASK], b"200 result=0 endpos=8000\n" + ALIVE, None),
    "several keys": ([say("a"), ENTRY], b"200 result=0312\n", Cut.KEY),
    "no keys": ([say("a"), ENTRY], NO_KEY + NO_KEY + ALIVE, None),
    "words": ([say("a"), WORDS], READY + BEGUN + told(("sales", 80, "final")) + ALIVE, Cut.SPEECH),
    "a key where words are expected": ([say("a"), WORDS], READY + key("1"), Cut.KEY),
    "no words": ([say("a"), WORDS], READY + f"{NOTHING_SAID}\n".encode() + ALIVE, None),
    "speech that cannot be heard": (
        [say("a"), WORDS],
        READY + told(("", 0, "failed")) + HUSHED + b"200 result=1\n" + ALIVE,
        None,
    ),
    "a key in the notice": (
        [say("a"), MonitorCall(), say("b"), ASK],
        b"200 result=50 endpos=900\n200 result=0\n",
        Cut.KEY,
    ),
}


@pytest.mark.parametrize(("actions", "replies", "cut"), MEASURED.values(), ids=MEASURED)
def test_what_cuts_a_prompt_short_is_told(stage, actions, replies, cut):
    stage.perform(actions, replies)
    performed = stage.watch.performed
    assert (performed.cut, performed.waited) == (cut, 0.25)
    assert performed.lasts == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("case", ["a key in the prompt", "several keys", "words", "a key in the notice"])
def test_an_answer_to_the_whole_prompt_cuts_nothing_short(stage, case):
    actions, replies, _ = MEASURED[case]
    stage.passes = 2.0
    stage.perform(actions, replies)
    assert stage.watch.performed.cut is None


def test_the_silence_behind_an_utterance_is_waited_too(stage):
    stage.perform([say("a"), WORDS], READY + BEGUN + told(("sales", 80, "final:0.62")) + ALIVE)
    assert stage.event == Heard("sales", 0.8)
    assert stage.watch.following().since == pytest.approx(stage.now - 0.62)


# ── Recording the call ──────────────────────────────────────────────────────────────────────────────


def test_a_call_is_recorded_only_after_the_notice(stage):
    event, commands = stage.perform(
        [say("greeting"), say("notice"), MonitorCall(), say("help"), ASK],
        b"200 result=0 endpos=16000\n200 result=0\n200 result=49 endpos=1\n",
    )
    assert event == Pressed("1")
    assert commands == [
        f'STREAM FILE "/greeting+notice" "{KEYS}"',
        'EXEC MixMonitor "/calls/1795534913.0.wav"',
        f'GET OPTION "/help" "{KEYS}" 5000',
    ]


def test_a_key_in_the_notice_answers_the_question(stage):
    event, commands = stage.perform(
        [say("notice"), MonitorCall(), say("help"), ASK], b"200 result=50 endpos=900\n200 result=0\n"
    )
    assert event == Pressed("2")
    assert len(commands) == 2


def test_a_call_that_cannot_be_recorded_goes_on(stage, capsys):
    event, _ = stage.perform([MonitorCall(), ASK], b"200 result=-2\n200 result=49\n")
    assert event == Pressed("1")
    assert "call_not_recorded" in capsys.readouterr().out


def test_a_recording_pauses_before_the_question_and_goes_on_at_its_end(stage):
    _, paused = stage.perform([say("help"), PauseRecording(), ASK], b"200 result=0\n200 result=49 endpos=1\n")
    assert paused == ["EXEC StopMixMonitor", f'GET OPTION "/help" "{KEYS}" 5000']
    _, resumed = stage.perform(
        [ResumeRecording(), say("help"), ASK], b"200 result=0\n200 result=49 endpos=1\n"
    )
    assert resumed == ['EXEC MixMonitor "/calls/1795534913.0.wav,a"', f'GET OPTION "/help" "{KEYS}" 5000']


@pytest.mark.parametrize(
    ("deed", "told"), [(PauseRecording(), "recording_not_paused"), (ResumeRecording(), "call_not_recorded")]
)
def test_a_pause_that_fails_is_told_and_the_call_goes_on(stage, capsys, deed, told):
    event, _ = stage.perform([deed, ASK], b"200 result=-2\n200 result=49\n")
    assert event == Pressed("1")
    assert told in capsys.readouterr().out


# ── Messages ────────────────────────────────────────────────────────────────────────────────────────

TONE = b"200 result=0 endpos=2800\n"


@pytest.mark.parametrize(
    ("reply", "event_fields"),
    [
        (b"200 result=35 (dtmf) endpos=24000\n", (3.0, False, "#")),
        (b"200 result=57 (dtmf) endpos=24000\n", (3.0, False, "9")),
        (b"200 result=0 (timeout) endpos=27520\n", (3.44, False)),
        (b"200 result=9897 (timeout) endpos=18880\n", (2.36, False)),  # ended by silence
        (b"200 result=-1 (hangup) endpos=24000\n", (3.0, True)),
    ],
)
def test_a_message_is_recorded(stage, reply, event_fields):
    stage.message.write_bytes(bytes(SILENT + 1))
    event, commands = stage.perform([say("leave"), RECORD], b"200 result=0 endpos=16000\n" + TONE + reply)
    assert event == Recorded("messages/1795534913.0-3.wav", *event_fields)
    assert commands == [
        f'STREAM FILE "/leave" "{KEYS}"',
        'STREAM FILE "/tone" ""',
        f'RECORD FILE "/messages/1795534913.0-3" wav "{KEYS}" 120000 s=4',
    ]
    assert stage.message.exists()


def test_a_key_skips_to_the_tone(stage):
    event, commands = stage.perform(
        [say("leave"), RECORD], b"200 result=49 endpos=100\n" + TONE + b"200 result=35 (dtmf) endpos=8000\n"
    )
    assert (event.seconds, event.key) == (1.0, "#")
    assert commands[1] == 'STREAM FILE "/tone" ""'


def test_the_key_that_skipped_to_the_tone_is_told_where_none_ended_the_message(stage):
    replies = b"200 result=57 endpos=100\n" + TONE + b"200 result=0 (timeout) endpos=8000\n"
    event, _ = stage.perform([say("leave"), RECORD], replies)
    assert event.key == "9"


@pytest.mark.parametrize(
    ("replies", "hung_up", "key"),
    [
        (b"200 result=35 (dtmf) endpos=0\n", False, "#"),
        (b"200 result=-1 (hangup) endpos=0\n", True, ""),
        (b"200 result=25982 (timeout) endpos=8160\n", False, ""),  # a second that is left of mere silence
        (b"200 result=-1 (writefile)\n" + ALIVE, False, ""),
        (b"200 result=-1 (waitfor) endpos=8000\n" + ALIVE, False, ""),
        (b"200 result=-1 (randomerror) endpos=0\n" + ALIVE, False, ""),
    ],
)
def test_an_empty_recording_is_none_and_leaves_no_file(stage, replies, hung_up, key):
    stage.message.write_bytes(bytes(SILENT))
    event, _ = stage.perform([RECORD], TONE + replies)
    assert event == Recorded("messages/1795534913.0-3.wav", 0.0, hung_up, key)
    assert not stage.message.exists()


@pytest.mark.parametrize("note", ["writefile", "waitfor", "randomerror"])
def test_a_caller_who_left_is_not_taken_for_a_failed_recording(stage, note):
    with pytest.raises(CallerGoneError):
        stage.perform([RECORD], TONE + f"200 result=-1 ({note}) endpos=0\n".encode() + GONE)


def test_a_message_is_recorded_even_where_the_tone_is_missing(stage, capsys):
    event, _ = stage.perform(
        [RECORD], b"200 result=-1 endpos=0\n" + ALIVE + b"200 result=35 (dtmf) endpos=16000\n"
    )
    assert event.seconds == 2.0
    assert "prompt_missing" in capsys.readouterr().out


def test_a_message_that_cannot_be_written_is_told(stage, capsys):
    stage.perform([RECORD], TONE + b"200 result=-1 (writefile)\n" + ALIVE)
    assert "message_not_recorded" in capsys.readouterr().out


def test_after_a_recording_that_ended_by_hang_up_nothing_is_said(stage):
    """The line is over at once, although the reply was a good one."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(header() + TONE + b"200 result=-1 (hangup) endpos=8000\n")
        session = Session(ours)
        Performance(session, stage.prompts, stage.folder, stage._live([RECORD]), stage.watch).run()
        sent(theirs)
        with pytest.raises(CallerGoneError):
            Performance(session, stage.prompts, stage.folder, stage._live([say("a"), ASK]), stage.watch).run()
        assert sent(theirs) == []


def test_a_message_is_said_anew(stage):
    old = stage.folder / "messages" / "1795534913.0-1.wav"
    old.write_bytes(b"x")
    stage.perform(
        [DropMessage("messages/1795534913.0-1.wav"), RECORD], TONE + b"200 result=0 (timeout) endpos=8000\n"
    )
    assert not old.exists()


def test_a_message_that_is_kept_stays(stage):
    stage.message.write_bytes(b"x")
    kept = KeepMessage("sales", "messages/1795534913.0-3.wav", 3.0)
    event, commands = stage.perform([kept, say("bye"), HangUp("goodbye")], b"200 result=0\n200 result=1\n")
    assert event is None
    assert commands == ['STREAM FILE "/bye" ""', 'SET VARIABLE "IVR_NEXT" "hangup"']
    assert stage.message.exists()


def test_a_call_id_is_no_path(stage):
    stage.call = NewCall("../../etc/x y", "asterisk", "+37167000100", None)
    _, commands = stage.perform([RECORD], TONE + b"200 result=0 (timeout) endpos=8000\n")
    assert re.match(r'RECORD FILE "/messages/[^/" ]+-3" wav', commands[1])


# ── The end ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_goodbye_is_heard_to_its_end(stage):
    event, commands = stage.perform([say("a"), say("b"), HangUp("goodbye")], b"200 result=0\n200 result=1\n")
    assert event is None
    assert commands == ['STREAM FILE "/a+b" ""', 'SET VARIABLE "IVR_NEXT" "hangup"']


def test_hang_up_without_a_word(stage):
    _, commands = stage.perform([HangUp("caller hung up")], b"200 result=1\n")
    assert commands == ['SET VARIABLE "IVR_NEXT" "hangup"']


def variables(commands: list[str]) -> dict[str, str]:
    lines = [line.split('"') for line in commands if line.startswith("SET VARIABLE")]
    return {line[1]: line[3] for line in lines}


SET = b"200 result=1\n" * 11


@pytest.mark.parametrize(
    ("department", "accept", "where"),
    [
        ("sales", True, {"IVR_MODE": "together", "IVR_TARGETS": "PJSIP/201&PJSIP/202", "IVR_QUEUE": ""}),
        (
            "support",
            True,
            {"IVR_MODE": "queue", "IVR_TARGETS": "PJSIP/211&PJSIP/212", "IVR_QUEUE": "support"},
        ),
        ("billing", False, {"IVR_MODE": "together", "IVR_TARGETS": "PJSIP/221", "IVR_QUEUE": ""}),
    ],
)
def test_a_transfer_tells_the_dialplan_everything(stage, department, accept, where):
    briefing = (sentence("b1"), sentence("b2"))
    event, commands = stage.perform(
        [say("connect"), Transfer(department, briefing, accept)], b"200 result=0\n" + SET
    )
    assert event is None
    assert commands[0] == f'STREAM FILE "/connect" "{KEYS}"'
    assert variables(commands) == {
        "IVR_CALL": "1795534913.0",
        "IVR_DEPARTMENT": department,
        **where,
        "IVR_RING": str(stage.company.departments[department].rings.seconds),
        "IVR_ACCEPT": "1" if accept else "0",
        "IVR_BRIEFING": "/b1+b2" if accept else "",
        "IVR_LANGUAGE": "lv",
        "IVR_CALLERID": "+37120000001",
        "IVR_NEXT": "transfer",
    }
    assert list(variables(commands))[-1] == "IVR_NEXT"


def test_phones_one_after_the_other(stage):
    sales = stage.company.departments["sales"]
    rings = sales.rings.model_copy(update={"together": False})
    departments = {"sales": sales.model_copy(update={"rings": rings})}
    stage.company = stage.company.model_copy(update={"departments": departments})
    _, commands = stage.perform([Transfer("sales", (), False)], SET)
    assert variables(commands)["IVR_MODE"] == "in_turn"


@pytest.mark.parametrize("caller", [None, "alice", '1"2', "+1" * 30])
def test_only_a_number_becomes_a_caller_id(stage, caller):
    stage.call = NewCall("1.0", "asterisk", "+37167000100", caller)
    _, commands = stage.perform([Transfer("sales", (), True)], SET)
    assert variables(commands)["IVR_CALLERID"] == ""


def test_a_department_sees_the_number_of_the_person_whom_we_called(stage):
    stage.call = NewCall("a" * 32, "asterisk", "+37120000002", "+37167000100", attempt="a" * 32)
    _, commands = stage.perform([Transfer("sales", (), True)], SET)
    assert variables(commands)["IVR_CALLERID"] == "+37120000002"


def test_a_briefing_that_no_voice_can_say_is_left_out(stage, monkeypatch, capsys):
    def fail(*_):
        raise SpeechError("no voice")

    monkeypatch.setattr(stage.prompts, "file", fail)
    _, commands = stage.perform([Transfer("sales", (sentence("b"),), True)], SET)
    assert variables(commands)["IVR_BRIEFING"] == ""
    assert variables(commands)["IVR_NEXT"] == "transfer"
    assert "briefing_unsaid" in capsys.readouterr().out


def test_a_caller_who_leaves_before_the_transfer_is_not_transferred(stage):
    with pytest.raises(CallerGoneError):
        stage.perform([say("connect"), Transfer("sales", (), True)], b"200 result=0\n200 result=1\n" + GONE)
    assert "IVR_NEXT" not in variables(stage.commands)
