"""Every trap of AGI and of pyst2, against a scripted socket. The replies are those of Asterisk 22.10.1."""

from __future__ import annotations

import signal
import socket
import threading

import pytest
from asterisk.agi import AGIAppError

from ivr.errors import LineError
from ivr.lines.asterisk import session as module
from ivr.lines.asterisk.session import CallerGoneError, CommandFailedError, Reply, Session
from tests.lines.asterisk.fake import header, sent


@pytest.fixture
def wires():
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def opened(wires, replies: bytes = b"", slack: float = 5.0) -> Session:
    ours, theirs = wires
    theirs.sendall(header() + replies)
    return Session(ours, slack)


# ── The environment ─────────────────────────────────────────────────────────────────────────────────


def test_environment_is_read_without_a_word_and_without_signals(wires, capfd):
    before = signal.getsignal(signal.SIGHUP)
    env = opened(wires).env
    assert env["agi_uniqueid"] == "1795534913.0"
    assert env["agi_request"] == "agi://127.0.0.1/call"  # a colon in the value
    assert env["agi_accountcode"] == ""
    assert capfd.readouterr() == ("", "")
    assert signal.getsignal(signal.SIGHUP) is before


def test_a_session_opens_in_a_thread(wires):
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(opened(wires).env["agi_channel"]))
    thread.start()
    thread.join(5)
    assert found == ["PJSIP/trunk-00000001"]


def test_environment_in_pieces(wires):
    ours, theirs = wires
    pieces = header()

    def trickle() -> None:
        for start in range(0, len(pieces), 7):
            theirs.sendall(pieces[start : start + 7])

    thread = threading.Thread(target=trickle)
    thread.start()
    assert Session(ours).env["agi_extension"] == "+37167000100"
    thread.join(5)


@pytest.mark.parametrize(
    "block",
    [
        b"agi_a: b\n" * (module.HEADER_LINES + 1) + b"\n",
        b"agi_a: " + b"b" * module.HEADER_LINE + b"\n\n",
        b"b" * (module.HEADER_BYTES + 5_000),
    ],
    ids=["too many lines", "too long a line", "never ends"],
)
def test_environment_is_bounded(wires, block):
    ours, theirs = wires
    theirs.settimeout(5)
    writer = threading.Thread(target=lambda: theirs.sendall(block))
    writer.start()
    with pytest.raises(LineError, match="more"):
        Session(ours)
    writer.join(5)


def test_environment_must_come_in_time(wires, monkeypatch):
    monkeypatch.setattr(module, "HEADER_SECONDS", 0.05)
    ours, theirs = wires
    theirs.sendall(b"agi_network: yes\n")
    with pytest.raises(LineError, match="in time"):
        Session(ours)


def test_environment_that_breaks_off(wires):
    ours, theirs = wires
    theirs.sendall(b"agi_network: yes\n")
    theirs.close()
    with pytest.raises(CallerGoneError) as gone:
        Session(ours)
    assert not gone.value.hung_up


# ── Commands ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("call", "command"),
    [
        (lambda s: s.play("/p/a", "", 1), 'STREAM FILE "/p/a" ""'),
        (lambda s: s.play_and_wait("/p/a b", "12*#", 1, 2.5), 'GET OPTION "/p/a b" "12*#" 2500'),
        (lambda s: s.play_and_wait("/p/a", "1", 1, 0.0), 'GET OPTION "/p/a" "1" 1'),
        (lambda s: s.wait_for_key(3), "WAIT FOR DIGIT 3000"),
        (lambda s: s.record("/s/m", "#", 120, 4), 'RECORD FILE "/s/m" wav "#" 120000 s=4'),
        (lambda s: s.monitor("/s/c.wav"), 'EXEC MixMonitor "/s/c.wav"'),
        (lambda s: s.set_variable("A", 'x"y\\z'), r'SET VARIABLE "A" "x\"y\\z"'),
        (lambda s: s.verbose("ok"), 'VERBOSE "ok" 1'),
        (lambda s: s.create_speech("ivr"), 'SPEECH CREATE "ivr"'),
        (lambda s: s.set_speech("expect", 'a"b'), r'SPEECH SET "expect" "a\"b"'),
        (lambda s: s.recognize("/p/a", 2.0, 7), 'SPEECH RECOGNIZE "/p/a" 7'),
        (lambda s: s.destroy_speech(), "SPEECH DESTROY"),
        (lambda s: s.length("${X}"), 'GET FULL VARIABLE "${LEN(${X})}"'),
    ],
)
def test_commands_are_one_line_each(wires, call, command):
    session = opened(wires, b"200 result=0\n")
    call(session)
    assert sent(wires[1]) == [command]


@pytest.mark.parametrize("text", ['a"\nHANGUP', "a\rb", "a\0b", "\n"])
@pytest.mark.parametrize(
    "call",
    [
        lambda s, t: s.set_variable("A", t),
        lambda s, t: s.play(t, "", 1),
        lambda s, t: s.exchange(f"NOOP {t}"),
        lambda s, t: s.set_speech("expect", t),
        lambda s, t: s.set_callerid(t),  # pyst2 does not quote this one
    ],
)
def test_text_never_becomes_another_command(wires, call, text):
    session = opened(wires, b"200 result=1\n")
    with pytest.raises(LineError, match=r"not sent|cannot be sent"):
        call(session, text)
    assert sent(wires[1]) == []
    session.set_variable("B", "still usable")
    assert sent(wires[1]) == ['SET VARIABLE "B" "still usable"']


def test_what_asterisk_would_cut_off_is_refused(wires):
    session = opened(wires)
    with pytest.raises(LineError, match="not sent"):
        session.set_variable("A", "ā" * 1_000)  # 2,000 bytes and more
    assert sent(wires[1]) == []


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        (b"200 result=0", Reply(0)),
        (b"200 result=53 endpos=13760", Reply(53, "", 13_760)),
        (b"200 result=-1 (writefile)", Reply(-1, "writefile")),
        (b"200 result=9897 (timeout) endpos=18880", Reply(9_897, "timeout", 18_880)),
        (b"200 result=-1 (hangup) endpos=24000", Reply(-1, "hangup", 24_000)),
        (b"200 result=1 (a)b endpos=7 (c)", Reply(1, "a)b endpos=7 (c")),
        (b"200 result=1 ()", Reply(1)),
    ],
)
def test_replies(wires, line, reply):
    assert opened(wires, line + b"\n").exchange("NOOP") == reply


@pytest.mark.parametrize(
    ("result", "key"), [(49, "1"), (35, "#"), (42, "*"), (65, "A"), (0, None), (-1, None), (9_897, None)]
)
def test_key_of_a_reply(result, key):
    assert Reply(result).key == key


def test_length_of_a_reply():
    assert Reply(0, "timeout", 18_880).seconds == 2.36


@pytest.mark.parametrize(
    ("line", "length"),
    [(b"200 result=1 (157)", 157), (b"200 result=1 (0)", 0), (b"200 result=0", 0), (b"200 result=1 ()", 0)],
)
def test_length_of_an_expression(wires, line, length):
    assert opened(wires, line + b"\n").length("${X}") == length


def test_variable_is_read_as_it_is(wires):
    session = opened(wires, b'200 result=1 (a"b\\c,d ${X})\n200 result=0\n')
    assert session.get_variable("A") == 'a"b\\c,d ${X}'
    assert session.get_variable("B") == ""


# ── The end ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "replies",
    [
        b"HANGUP\n511 Command Not Permitted on a dead channel or intercept routine\n200 result=0\n",
        b"511 Command Not Permitted on a dead channel or intercept routine\n200 result=0\n",
        b"511 result=-1 Command Not Permitted on a dead channel or intercept routine\n",
    ],
    ids=["HANGUP", "511", "511 with a result"],
)
def test_hang_up_ends_the_session_for_good(wires, replies):
    session = opened(wires, replies)
    for _ in range(3):  # no later reply is taken for that of a later command
        with pytest.raises(CallerGoneError) as gone:
            session.wait_for_key(1)
        assert gone.value.hung_up
    assert sent(wires[1]) == ["WAIT FOR DIGIT 1000"]


def test_hang_up_before_a_reply_with_a_key(wires):
    session = opened(wires, b"200 result=49 endpos=8000\nHANGUP\n")
    assert session.play_and_wait("/p", "1", 1, 1).key == "1"
    with pytest.raises(CallerGoneError):
        session.play("/p", "", 1)


def test_end_of_file_is_told_from_a_hang_up(wires):
    session = opened(wires)
    wires[1].close()
    for _ in range(2):
        with pytest.raises(CallerGoneError) as gone:
            session.wait_for_key(1)
        assert not gone.value.hung_up


def test_a_stalled_asterisk_is_given_up_and_its_late_reply_not_taken(wires):
    session = opened(wires, slack=0.05)
    with pytest.raises(LineError, match="in time"):
        session.exchange("NOOP")
    wires[1].sendall(b"200 result=49\n")
    with pytest.raises(LineError, match="in time"):
        session.wait_for_key(1)


def test_a_command_has_its_own_duration_before_it_is_late(wires):
    session = opened(wires, slack=0.02)
    threading.Timer(0.15, lambda: wires[1].sendall(b"200 result=50\n")).start()
    assert session.wait_for_key(5).key == "2"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (b"510 Invalid or unknown command\n", "510"),
        (b"520-Invalid command syntax.\nUsage: A\n520 End of proper usage.\n", "Usage: A"),
        (b"520-Invalid\n" + b"more\n" * 200, "520-Invalid more"),
        (b"hello\n", "hello"),
        (b"\n", '""'),
        (b"200 result=\n", "result="),
        (b"200 result=x\n", "result=x"),
    ],
)
def test_nonsense_is_an_error_of_the_line(wires, reply, said):
    with pytest.raises(LineError, match="answered") as error:
        opened(wires, reply).exchange("NOOP")
    assert said in str(error.value)
    assert not isinstance(error.value, CallerGoneError)


def test_usage_that_breaks_off_ends(wires):
    session = opened(wires, b"520-Invalid command syntax.\nUsage\n")
    wires[1].close()
    with pytest.raises(CallerGoneError):
        session.exchange("NOOP")


def test_reply_without_end_is_bounded(wires):
    session = opened(wires)
    wires[1].settimeout(5)
    writer = threading.Thread(target=lambda: wires[1].sendall(b"2" * (module.REPLY_BYTES + 5_000)))
    writer.start()
    with pytest.raises(LineError, match="more than"):
        session.exchange("NOOP")
    writer.join(5)


# ── pyst2's own commands ────────────────────────────────────────────────────────────────────────────


def test_minus_one_of_a_living_caller_is_a_failure(wires):
    session = opened(wires, b"200 result=-1\n200 result=6\n")
    with pytest.raises(CommandFailedError, match="STREAM FILE"):
        session.stream_file("x")
    assert sent(wires[1])[1] == "CHANNEL STATUS"


@pytest.mark.parametrize("status", [b"HANGUP\n", b"511 Command Not Permitted\n", b"200 result=-1\n"])
def test_minus_one_of_a_caller_who_left_is_a_hang_up(wires, status):
    session = opened(wires, b"200 result=-1\n" + status)
    with pytest.raises(CallerGoneError):
        session.stream_file("x")


def test_missing_application(wires):
    with pytest.raises(AGIAppError, match="NoSuch"):
        opened(wires, b"200 result=-2\n").appexec("NoSuch", "x")
