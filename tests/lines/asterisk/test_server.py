from __future__ import annotations

import os
import socket
import stat
import threading
import wave
from array import array
from time import monotonic, sleep

import pytest

from ivr.errors import OperatorError
from ivr.lines.asterisk import health, server
from ivr.lines.asterisk.peers import peers
from ivr.lines.asterisk.server import AgiServer
from tests.lines.asterisk.fake import header

ARRIVED = ("GET VARIABLE .*", "200 result=1 (+37167000100)")


@pytest.fixture
def started(tmp_path):
    """Starts servers that know no desk: nothing here gets as far as a conversation."""
    running: list[AgiServer] = []

    def start(listed=("127.0.0.1",), bind=("127.0.0.1", 0), **options) -> AgiServer:
        made = AgiServer(None, None, bind, peers(listed), tmp_path / "spool", **options)
        made.start()
        running.append(made)
        return made

    yield start
    for made in running:
        assert made.drain(5)


def knock(address, data: bytes) -> bytes:
    """What the server says to ``data`` until it closes."""
    with socket.create_connection(address, 5) as connection:
        try:
            connection.sendall(data)
            return connection.makefile("rb").read()
        except ConnectionError:
            return b""


# ── Who and what is served ──────────────────────────────────────────────────────────────────────────


def test_a_stranger_is_refused_and_logged(started, monkeypatch, capsys):
    monkeypatch.setattr(server, "_same_machine", lambda *_: False)
    made = started(listed=["192.0.2.1"])
    assert knock(made.address, header()) == b""
    assert "agi_peer_refused" in capsys.readouterr().out


@pytest.mark.parametrize("script", ["call", "back", "gone"])
def test_this_machine_may_ask_for_health_only_unless_it_is_listed(started, script, capsys):
    made = started(listed=["192.0.2.1"])
    assert knock(made.address, header(agi_network_script="health")) == b'VERBOSE "ok" 1\n'
    assert knock(made.address, header(agi_network_script=script)) == b""
    assert "agi_request_refused" in capsys.readouterr().out


@pytest.mark.parametrize("script", ["", "nonsense", "../call", "run", "call/x"])
def test_an_unknown_script_is_refused_and_logged(started, script, capsys):
    assert knock(started().address, header(agi_network_script=script)) == b""
    assert "agi_request_refused" in capsys.readouterr().out


@pytest.mark.parametrize(
    "block", [b"", b"GET / HTTP/1.1\r\n\r\n", b"agi_a: b\n" * 300 + b"\n", b"x" * 60_000]
)
def test_what_is_no_agi_is_refused_and_the_server_lives_on(started, block):
    made = started()
    with socket.create_connection(made.address, 5) as connection:
        try:
            connection.sendall(block)
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100) == b""
        except OSError:  # reset, because the server did not read it all
            pass
    health.check(*made.address)


def test_listens_on_all_addresses_and_sees_through_mapped_ones(started):
    if not socket.has_dualstack_ipv6():
        pytest.skip("no IPv6 here")
    made = started(listed=["127.0.0.1"], bind=("::", 0))
    assert knock(("127.0.0.1", made.address[1]), header(agi_network_script="health")) == b'VERBOSE "ok" 1\n'


# ── Bounds ──────────────────────────────────────────────────────────────────────────────────────────


def test_beyond_the_most_calls_a_connection_is_closed(started, capsys):
    made = started(most_calls=1)
    with socket.create_connection(made.address, 5) as first:
        first.sendall(b"agi_network: yes\n")
        with socket.create_connection(made.address, 5) as second:
            second.settimeout(5)
            assert second.recv(10) == b""
        assert made.live() == 1
    assert "agi_full" in capsys.readouterr().out


def test_a_system_without_threads_refuses_and_lives_on(started, monkeypatch):
    made = started()
    start = threading.Thread.start

    def fail(thread):
        if thread.name == "agi":
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", fail)
    assert knock(made.address, header(agi_network_script="health")) == b""
    monkeypatch.setattr(threading.Thread, "start", start)
    health.check(*made.address)
    assert made.drain(5)
    assert made.live() == 0


def test_accept_that_fails_does_not_end_the_service(started, capsys):
    made = started()
    refused = OSError(24, "Too many open files")
    made._not_accepted(made._listener, refused)
    assert "Too many open files" in capsys.readouterr().out
    health.check(*made.address)


# ── Draining ────────────────────────────────────────────────────────────────────────────────────────


def refuses(address) -> bool:
    """Whether connections are refused at last."""
    for _ in range(10_000):
        try:
            socket.create_connection(address, 5).close()
        except ConnectionRefusedError:
            return True
        except ConnectionError:  # taken by the system just before it closed
            continue
    return False


def test_draining_lets_calls_finish_and_takes_no_new_ones(service):
    address = service.server.address
    drained: list[bool] = []
    with service.asterisk() as asterisk:
        asterisk.play([ARRIVED])
        asterisk.line()
        thread = threading.Thread(target=lambda: drained.append(service.server.drain(10)))
        thread.start()
        assert refuses(address)
        asterisk._socket.sendall(b"HANGUP\n")
        assert asterisk.ended()
    thread.join(10)
    assert drained == [True]
    assert service.call().ended


def test_draining_tells_when_a_call_is_left(service):
    with service.asterisk() as asterisk:
        asterisk.play([ARRIVED])
        asterisk.line()
        assert service.server.drain(0.05) is False
        assert service.server.live() == 1


# ── Starting ────────────────────────────────────────────────────────────────────────────────────────


def test_an_address_that_is_taken_is_named(started):
    made = started()
    with pytest.raises(OperatorError, match=r"127\.0\.0\.1:\d+ \(Address already in use\).* IVR_AGI_BIND"):
        started(bind=made.address)


def test_an_address_that_is_not_ours_is_named(started):
    with pytest.raises(OperatorError, match="IVR_AGI_BIND"):
        started(bind=("no.such.host.invalid", 0))


def test_folders_of_the_spool_are_shared_with_asterisk(started, tmp_path):
    before = os.umask(0o077)
    try:
        started()
    finally:
        os.umask(before)
    for name in ("messages", "calls"):
        assert stat.S_IMODE((tmp_path / "spool" / name).stat().st_mode) == 0o2770


def test_the_tone_is_there_for_asterisk(started, tmp_path):
    started()
    with wave.open(str(tmp_path / "spool" / "tone.wav")) as tone:
        assert (tone.getframerate(), tone.getsampwidth(), tone.getnchannels()) == (8_000, 2, 1)
        assert tone.getnframes() == 2_800
        loud = [abs(sample) for sample in array("h", tone.readframes(2_800))]
    assert max(loud) > 7_000
    assert loud[0] == loud[-1] == 0


def test_a_spool_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    made = AgiServer(None, None, ("127.0.0.1", 0), peers([]), tmp_path / "file" / "spool")
    with pytest.raises(OperatorError, match="IVR_SPOOL"):
        made.start()


def knock_together(made, connections: int) -> None:
    """So many connections at once, each served to its end."""
    held = [socket.create_connection(made.address, 5) for _ in range(connections)]
    for connection in held:
        connection.sendall(header(agi_network_script="health"))
    for connection in held:
        connection.recv(1)  # it is being served
        connection.close()


def of_connections() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "agi"}


def kept(made, others: set[threading.Thread]) -> set[threading.Thread]:
    """The server's threads once they have nothing to do."""
    with made._changed:
        assert made._changed.wait_for(lambda: made.live() == 0, 5)
    until = monotonic() + 5
    while len(found := of_connections() - others) != made._idle and monotonic() < until:
        sleep(0.01)
    return found


def test_few_threads_are_kept_and_they_serve_again(started):
    others = of_connections()
    made = started()
    knock_together(made, 6)
    idle = kept(made, others)
    assert 1 <= len(idle) <= server.KEPT
    for _ in range(5):
        health.check(*made.address)
        assert kept(made, others) == idle  # waited for: who comes before a thread is idle gets a new one


def test_threads_that_wait_end_when_it_drains(started):
    others = of_connections()
    made = started()
    knock_together(made, 6)
    kept(made, others)
    assert made.drain(5)
    until = monotonic() + 5
    while of_connections() - others and monotonic() < until:
        sleep(0.01)
    assert of_connections() == others


def test_where_nothing_can_be_accepted_one_thread_goes_on_trying(started, capsys):
    others = of_connections()
    made = started()
    knock_together(made, 3)
    waiting = len(kept(made, others))
    refused = OSError(24, "Too many open files")
    tries = [made._not_accepted(made._listener, refused) for _ in range(waiting)]
    assert tries == [False] * (waiting - 1) + [True]
    assert capsys.readouterr().out.count("agi_accept_failed") == waiting


# ── Health ──────────────────────────────────────────────────────────────────────────────────────────


def test_health_of_a_service_that_runs(started):
    health.check(*started().address)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104
def test_health_of_a_service_that_listens_everywhere(started, host):
    if host == "::" and not socket.has_dualstack_ipv6():
        pytest.skip("no IPv6 here")
    health.check(host, started(bind=(host, 0)).address[1])


def test_health_of_a_service_that_does_not_run(started):
    address = started().address
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert port != address[1]
    with pytest.raises(OperatorError, match="ivr serve"):
        health.check("127.0.0.1", port)


def test_health_of_something_else():
    with socket.create_server(("127.0.0.1", 0)) as other:
        answer = threading.Thread(target=lambda: _say(other, b"SSH-2.0-x\r\n"))
        answer.start()
        with pytest.raises(OperatorError, match="not this service"):
            health.check("127.0.0.1", other.getsockname()[1])
        answer.join(5)


def test_health_of_something_that_is_silent():
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(OperatorError, match="does not answer"),
    ):
        health.check("127.0.0.1", other.getsockname()[1], seconds=0.05)


def _say(listener: socket.socket, words: bytes) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.recv(1_000)
        connection.sendall(words)
