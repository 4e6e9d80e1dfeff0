"""The connection to the manager interface, against a scripted one: each trap of asterisk-ami is a test."""

from __future__ import annotations

import threading
import time

import pytest
from asterisk.ami import Action

from ivr.lines.asterisk import ami, manager
from ivr.lines.asterisk.ami import AmiError, Connection, NoAnswerError, NotSentError, RefusedError
from ivr.lines.asterisk.manager import Manager
from tests.lines.asterisk.fake_ami import FakeAmi, error, eventually, listing, render, success


def ping() -> Action:
    return Action("Ping")


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """What lasts seconds in earnest lasts a moment here."""
    monkeypatch.setattr(ami, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(ami, "TICK", 0.1)
    monkeypatch.setattr(manager, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(manager, "MOST_PAUSE", 0.02)
    monkeypatch.setattr(manager, "REFUSED_PAUSE", 0.05)
    monkeypatch.setattr(manager, "PING_EVERY", 0.1)
    monkeypatch.setattr(manager, "BOOT_SECONDS", 0.2)


@pytest.fixture
def asterisk():
    fake = FakeAmi()
    yield fake
    fake.down()


@pytest.fixture
def heard():
    return []


@pytest.fixture
def connection(asterisk, heard):
    made = Connection(asterisk.address, heard.append)
    made.connect()
    yield made
    made.disconnect()
    made._thread.join(2)
    assert not made._thread.is_alive(), "the listener goes on after the end"
    assert made.pending() == 0, "an action is waited for after the end"


# ── Asking ──────────────────────────────────────────────────────────────────────────────────────


def test_an_action_is_answered(asterisk, connection):
    asterisk.answers["Ping"] = [success("pong")]
    assert connection.ask(ping()).response.keys["Message"] == "pong"


def test_each_action_has_an_id_of_its_own_also_after_a_new_connection(asterisk, connection):
    other = Connection(asterisk.address, lambda _: None)
    other.connect()
    for one in (connection, connection, other):
        one.ask(ping())
    other.disconnect()
    assert len({action["ActionID"] for action in asterisk.actions}) == 3


def test_an_id_that_is_given_is_kept(asterisk, connection):
    connection.ask(Action("Ping", {"ActionID": "mine"}))
    assert asterisk.actions[0]["ActionID"] == "mine"


def test_a_refusal_is_told_in_asterisks_words(asterisk, connection):
    asterisk.answers["Originate"] = [error("Extension does not exist.")]
    with pytest.raises(RefusedError, match=r"^Extension does not exist$"):
        connection.ask(Action("Originate"))


def test_a_list_is_answered_when_it_is_complete(asterisk, connection, heard):
    items = [{"Uniqueid": str(number)} for number in range(1_000)]
    asterisk.answers["CoreShowChannels"] = listing("CoreShowChannel", items, "CoreShowChannelsComplete")
    events = connection.ask(Action("CoreShowChannels"), "CoreShowChannelsComplete").events
    assert [event.keys["Uniqueid"] for event in events[:-1]] == [item["Uniqueid"] for item in items]
    assert heard == []


def test_a_list_that_does_not_come_to_its_end_is_no_list(asterisk, connection):
    whole = listing("CoreShowChannel", [{"Uniqueid": "1"}], "CoreShowChannelsComplete")
    asterisk.answers["CoreShowChannels"] = whole[:-1]
    with pytest.raises(NoAnswerError):
        connection.ask(Action("CoreShowChannels"), "CoreShowChannelsComplete")


@pytest.mark.parametrize("sign", ["\r", "\n", "\0", "\r\n"])
@pytest.mark.parametrize("place", ["value", "key", "variable", "name of a variable", "action"])
def test_a_line_break_in_a_value_sends_nothing(asterisk, connection, sign, place):
    evil = f"x{sign}Action: Hangup"
    action = {
        "value": Action("Setvar", {"Value": evil}),
        "key": Action("Setvar", {evil: "1"}),
        "variable": Action("Originate", {}, {"NAME": evil}),
        "name of a variable": Action("Originate", {}, {evil: "1"}),
        "action": Action(evil),
    }[place]
    with pytest.raises(NotSentError, match="holds a line break or NUL"):
        connection.ask(action)
    connection.ask(ping())
    assert [action["Action"] for action in asterisk.actions] == ["Ping"]


def test_a_line_that_asterisk_would_cut_off_is_not_sent(asterisk, connection):
    with pytest.raises(NotSentError, match="longer than 1000 bytes"):
        connection.ask(Action("Setvar", {"Value": "x" * 1_000}))
    assert asterisk.actions == []


def test_actions_of_many_threads_do_not_mix_and_each_gets_its_own_answer(asterisk, connection, monkeypatch):
    monkeypatch.setattr(ami, "ANSWER_SECONDS", 10.0)
    asterisk.answers["Echo"] = lambda action: [success(action["Text"])]
    wrong: list[str] = []

    def ask(name: int) -> None:
        for number in range(40):
            text = f"{name}-{number}-" + "x" * 800
            answer = connection.ask(Action("Echo", {"Text": text})).response.keys["Message"]
            wrong.extend([] if answer == text else [answer])

    threads = [threading.Thread(target=ask, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert wrong == []
    assert len(asterisk.of("Echo")) == 320


# ── What goes wrong ─────────────────────────────────────────────────────────────────────────────


def test_an_idle_connection_stays(asterisk, connection, heard):
    time.sleep(0.35)  # three read time-outs
    asterisk.tell({"Event": "UserEvent", "UserEvent": "IvrAttempt"})
    eventually(lambda: heard)
    assert connection.ask(ping()).response.status == "Success"


def test_an_action_without_an_answer_is_given_up_and_forgotten(asterisk, connection):
    asterisk.answers["Ping"] = b""
    began = time.monotonic()
    for _ in range(3):
        with pytest.raises(NoAnswerError, match="did not answer Ping"):
            connection.ask(ping())
    assert time.monotonic() - began < 3
    assert connection.pending() == 0


def test_an_answer_that_comes_too_late_is_nobodys(asterisk, connection, heard):
    asterisk.answers["Ping"] = b""
    with pytest.raises(NoAnswerError):
        connection.ask(Action("Ping", {"ActionID": "late"}))
    asterisk.tell({"Response": "Success", "ActionID": "late"})
    asterisk.answers["Ping"] = [success("pong")]
    assert connection.ask(ping()).response.keys["Message"] == "pong"
    assert heard == []


def test_the_end_of_the_connection_ends_the_waiting(asterisk, connection, monkeypatch):
    monkeypatch.setattr(ami, "ANSWER_SECONDS", 30.0)
    asterisk.answers["Ping"] = None
    with pytest.raises(NoAnswerError):
        connection.ask(ping())
    with pytest.raises(NotSentError):
        connection.ask(ping())


def test_a_write_that_does_not_get_through_ends_the_connection(asterisk, connection):
    asterisk.answers["Ping"] = asterisk.freeze
    connection.ask(ping())
    with pytest.raises(NotSentError, match="takes nothing in"):
        flood(connection)
    # Nothing may ever follow the half of an action: Asterisk would take both for one.
    assert connection.finished.is_set()
    with pytest.raises(NotSentError):
        connection.tell(ping())


def flood(connection):
    """Send until the buffers between us are full."""
    for _ in range(100_000):
        connection.tell(Action("Setvar", {"Value": "x" * 900}))


def test_nobody_at_the_address(asterisk):
    asterisk.down()
    with pytest.raises(NotSentError, match=r"does not answer at 127\.0\.0\.1:\d+ .*Is Asterisk running"):
        Connection(asterisk.address, lambda _: None).connect()


@pytest.mark.parametrize("greeting", [b"SSH-2.0-OpenSSH\r\n", b"\r\n", b"\xff\xfe\r\n", b"x" * 70_000])
def test_what_is_not_a_manager_interface_is_left(asterisk, greeting):
    asterisk.greeting = greeting
    connection = Connection(asterisk.address, lambda _: None)
    connection.connect()
    assert connection.finished.wait(3)


def test_a_block_without_an_end_is_not_collected_for_ever(asterisk, connection):
    asterisk.tell(b"Event: X\r\nValue: " + b"x" * 70_000)
    assert connection.finished.wait(3)


@pytest.mark.parametrize(
    "block",
    [
        b"no colon at all\r\n\r\n",
        b"Event\r\n\r\n",
        b"Event: \r\n\r\n",
        b"Response:\r\n\r\n",
        b"\xff\xfe\xfd: \xff\r\n\r\n",
        b"Event: X\r\nChanVariable: without an equals sign\r\n\r\n",
        b"\r\n\r\n\r\n\r\n",
    ],
)
def test_nonsense_does_not_end_the_listener(asterisk, connection, block):
    asterisk.tell(block)
    assert connection.ask(ping()).response.status == "Success"


@pytest.mark.parametrize("sign", ["\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_callers_name_cannot_forge_a_key(asterisk, connection, heard, sign):
    asterisk.tell({"Event": "UserEvent", "CallerIDName": f"x{sign}Attempt: forged", "Attempt": "true"})
    eventually(lambda: heard)
    assert heard[0].keys == {"CallerIDName": "x Attempt: forged", "Attempt": "true"}


def test_an_event_in_pieces_is_one_event(asterisk, connection, heard):
    for byte in render({"Event": "UserEvent", "Attempt": "ā"}):
        asterisk.tell(bytes([byte]))
    eventually(lambda: heard)
    assert heard[0].keys["Attempt"] == "ā"


def test_a_listener_that_fails_is_told_of_the_next_event_too(asterisk):
    told = []

    def fail(event):
        told.append(event.name)
        raise ValueError("x")

    connection = Connection(asterisk.address, fail)
    connection.connect()
    for name in ("One", "Two"):
        asterisk.tell({"Event": name})
    eventually(lambda: told == ["One", "Two"])
    connection.disconnect()


# ── Kept open ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def keeper(asterisk, heard):
    made = Manager(asterisk.address, "ivr", "secret", heard.append)
    yield made
    made.stop()


def test_it_logs_in(asterisk, keeper):
    keeper.start()
    eventually(keeper.ready)
    assert asterisk.actions[0] | {"ActionID": ""} == {
        "Action": "Login",
        "Username": "ivr",
        "Secret": "secret",
        "ActionID": "",
    }


def test_before_it_is_let_in_nothing_is_sent(asterisk, keeper):
    with pytest.raises(NotSentError, match="not been let into"):
        keeper.ask(ping())


def test_a_refused_log_in_tells_the_operator_once_and_is_tried_again(asterisk, keeper, capsys):
    asterisk.answers["Login"] = [error("Authentication failed")]
    keeper.start()
    eventually(lambda: len(asterisk.of("Login")) >= 3)
    told = capsys.readouterr().out
    assert told.count("ami_unreachable") == 1
    assert "does not let the service in as ivr (Authentication failed). Set IVR_AMI_USER" in told
    assert "secret" not in told.replace("secret of", "")
    with pytest.raises(NotSentError, match="IVR_AMI_PASSWORD"):
        keeper.ask(ping())
    asterisk.answers["Login"] = [success()]
    eventually(keeper.ready)


def test_an_asterisk_that_is_still_starting_gets_no_orders(asterisk, keeper, monkeypatch):
    monkeypatch.setattr(manager, "BOOT_SECONDS", 30.0)
    asterisk.answers["Login"] = [success()]
    keeper.start()
    eventually(lambda: asterisk.of("Login"))
    assert not keeper.ready()
    asterisk.tell({"Event": "FullyBooted", "Status": "Fully Booted"})
    eventually(keeper.ready)


def test_it_comes_back_after_asterisk_was_away(asterisk, keeper):
    opened = []
    keeper.opened = lambda: opened.append(1)
    keeper.start()
    eventually(keeper.ready)
    asterisk.down()
    eventually(lambda: not keeper.ready())
    with pytest.raises(AmiError):
        keeper.ask(ping())
    eventually(lambda: "does not answer at" in keeper.trouble)
    asterisk.up()
    eventually(keeper.ready)
    eventually(lambda: len(opened) == 2)
    assert keeper.ask(ping()).response.status == "Success"


def test_a_connection_that_is_silent_is_asked_and_a_dead_one_left(asterisk, keeper):
    keeper.start()
    eventually(keeper.ready)
    eventually(lambda: len(asterisk.of("Ping")) >= 2)
    assert len(asterisk.connections) == 1
    asterisk.answers["Ping"] = b""
    eventually(lambda: len(asterisk.connections) >= 2)


def test_threads_do_not_pile_up(asterisk, keeper):
    keeper.start()
    eventually(keeper.ready)
    before = len([thread for thread in threading.enumerate() if thread.name.startswith("ami")])
    for _ in range(5):
        number = len(asterisk.connections)
        asterisk.hang_up()
        eventually(lambda n=number: len(asterisk.connections) > n and keeper.ready())
    eventually(lambda: len([t for t in threading.enumerate() if t.name.startswith("ami")]) <= before)


def test_stopped_it_stays_away(asterisk, keeper):
    keeper.start()
    eventually(keeper.ready)
    keeper.stop()
    eventually(lambda: not keeper.ready())
    number = len(asterisk.connections)
    time.sleep(0.1)
    assert len(asterisk.connections) == number


def test_the_secret_is_not_shown(keeper):
    assert "secret" not in repr(keeper)
