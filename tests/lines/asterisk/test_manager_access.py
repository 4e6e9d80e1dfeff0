"""Who may use the manager interface, as the operator says it."""

from __future__ import annotations

import pytest

from ivr.errors import OperatorError
from ivr.lines.asterisk.manager_access import manager_bind, manager_peers, manager_user

# A container's own, of a network 172.22.0.0/16, another without a gateway, and the way out.
ROUTES = """Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT
eth0\t00000000\t010016AC\t0003\t0\t0\t0\t00000000\t0\t0\t0
eth0\t000016AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
eth1\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
eth1\t0000010A\t0100000A\t0003\t0\t0\t0\t0000FFFF\t0\t0\t0
"""


@pytest.fixture
def routes(tmp_path):
    path = tmp_path / "route"
    path.write_text(ROUTES)
    return path


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("127.0.0.1", ("127.0.0.1/32",)),
        ("10.0.0.5, 10.1.0.0/16", ("10.0.0.5/32", "10.1.0.0/16")),
        ("10.1.2.3/16", ("10.1.0.0/16",)),
        ("::1", ("::1/128",)),
        ("neighbours", ("172.22.0.0/16", "10.0.0.0/24")),
        ("neighbours,172.22.0.0/16,127.0.0.1", ("172.22.0.0/16", "10.0.0.0/24", "127.0.0.1/32")),
    ],
)
def test_who_may_log_in(routes, given, expected):
    assert manager_peers(given, routes) == expected


@pytest.mark.parametrize("given", ["ivr", "10.0.0.5/33", "10.0.0", "x\ny", "10.0.0.5 10.0.0.6"])
def test_what_is_no_network_is_named(routes, given):
    with pytest.raises(OperatorError, match="which is no network"):
        manager_peers(given, routes)


@pytest.mark.parametrize("given", ["", " , "])
def test_nobody_is_an_error(routes, given):
    with pytest.raises(OperatorError, match="names nobody"):
        manager_peers(given, routes)


def test_a_machine_without_networks_has_no_neighbours(tmp_path):
    with pytest.raises(OperatorError, match="names nobody"):
        manager_peers("neighbours", tmp_path / "missing")


@pytest.mark.parametrize(
    ("given", "expected"),
    [("127.0.0.1:5038", ("127.0.0.1", 5038)), ("[::1]:1", ("::1", 1)), ("::1:5038", ("::1", 5038))],
)
def test_where_it_listens(given, expected):
    assert manager_bind(given) == expected


@pytest.mark.parametrize(
    "given", ["", "5038", "asterisk:5038", "127.0.0.1:0", "127.0.0.1:65536", "1.2.3.4:x"]
)
def test_what_is_no_address_to_listen_on_is_refused(given):
    with pytest.raises(OperatorError, match="Give --ami as ADDRESS:PORT"):
        manager_bind(given)


@pytest.mark.parametrize("given", ["ivr", "bot-1", "a_b"])
def test_a_user_is_a_section(given):
    assert manager_user(given) == given


@pytest.mark.parametrize("given", ["", "general", "a]", "a b", "a\nb", "x" * 33, "ā"])
def test_what_cannot_be_a_section_is_no_user(given):
    with pytest.raises(OperatorError, match="IVR_AMI_USER"):
        manager_user(given)
