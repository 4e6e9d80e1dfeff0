from __future__ import annotations

import socket

import pytest

from ivr.errors import OperatorError
from ivr.lines.asterisk import peers as module
from ivr.lines.asterisk.peers import RESOLVE_SECONDS, peers


@pytest.fixture
def zone(monkeypatch):
    """A name server: name → addresses; counts what it is asked."""

    class Zone(dict):
        asked = 0

        def answer(self, name, *_, **__):
            self.asked += 1
            if name not in self:
                raise socket.gaierror(socket.EAI_NONAME, "unknown")
            return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (address, 0)) for address in self[name]]

    found = Zone()
    monkeypatch.setattr(module.socket, "getaddrinfo", found.answer)
    return found


@pytest.mark.parametrize(
    ("listed", "address", "allowed"),
    [
        (["127.0.0.1"], "127.0.0.1", True),
        (["127.0.0.1"], "127.0.0.2", False),
        (["10.1.0.0/16"], "10.1.200.7", True),
        (["10.1.0.0/16"], "10.2.0.1", False),
        (["10.1.2.3/16"], "10.1.9.9", True),
        (["10.1.2.3"], "::ffff:10.1.2.3", True),
        (["10.1.2.3"], "::ffff:10.1.2.4", False),
        (["2001:db8::/32"], "2001:db8::7", True),
        (["fe80::/10"], "fe80::1%eth0", True),
        ([], "127.0.0.1", False),
        (["192.0.2.1", "198.51.100.0/24"], "198.51.100.9", True),
    ],
)
def test_addresses_and_networks(listed, address, allowed):
    assert peers(listed).allow(address, 0.0) is allowed


@pytest.mark.parametrize("entry", ["10.0.0.0/33", "10.0.0/8/9", "2001:zz::1"])
def test_a_network_that_is_none_is_named(entry):
    with pytest.raises(OperatorError, match="IVR_AGI_PEERS"):
        peers([entry])


def test_names_are_looked_up_and_again_when_they_moved(zone):
    zone["asterisk"] = ["172.18.0.3", "172.18.0.4"]
    listed = peers(["asterisk"])
    assert listed.allow("172.18.0.3", 0.0)
    assert listed.allow("::ffff:172.18.0.4", 1.0)
    zone["asterisk"] = ["172.18.0.9"]
    assert not listed.allow("172.18.0.9", RESOLVE_SECONDS - 0.1)
    assert listed.allow("172.18.0.9", RESOLVE_SECONDS + 0.1)
    assert not listed.allow("172.18.0.3", RESOLVE_SECONDS + 0.2)


def test_a_stranger_does_not_make_us_ask_without_end(zone):
    zone["asterisk"] = ["172.18.0.3"]
    listed = peers(["asterisk"])
    for knock in range(100):
        assert not listed.allow("203.0.113.9", knock * RESOLVE_SECONDS / 100)
    assert zone.asked == 1


def test_a_name_server_that_fails_does_not_lock_asterisk_out(zone):
    zone["asterisk"] = ["172.18.0.3"]
    listed = peers(["asterisk"])
    assert listed.allow("172.18.0.3", 0.0)
    del zone["asterisk"]
    assert listed.allow("172.18.0.3", RESOLVE_SECONDS + 1)
    assert zone.asked == 2
