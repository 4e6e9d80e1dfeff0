"""Who may use Asterisk's manager interface, and where it listens, as the operator says it."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, ip_address, ip_network
from pathlib import Path

from ivr.errors import OperatorError

NEIGHBOURS = "neighbours"
_ROUTES = Path("/proc/net/route")
_USER = re.compile(r"[A-Za-z0-9_-]{1,32}")


def manager_bind(given: str) -> tuple[str, int]:
    """``0.0.0.0:5038`` as address and port. Raises OperatorError."""
    host, _, port = given.rpartition(":")
    if not _is_address(host.strip("[]")) or not port.isdecimal() or not 0 < int(port) < 65_536:
        raise OperatorError(
            f'"{given}" is no address to listen on. Give --ami as ADDRESS:PORT, for example 127.0.0.1:5038.'
        )
    return host.strip("[]"), int(port)


def manager_user(given: str) -> str:
    """A user name that can be the name of a section in manager.conf. Raises OperatorError."""
    if not _USER.fullmatch(given) or given == "general":
        raise OperatorError(f'IVR_AMI_USER is "{given}". Use letters, digits, _ and - only, for example ivr.')
    return given


def manager_peers(given: str, routes: Path = _ROUTES) -> tuple[str, ...]:
    """Addresses and networks, with commas between, as manager.conf's permit lines want them.

    Args:
        given: as the operator writes it; ``neighbours`` are the networks that this machine is in: in
            containers addresses change with every start, and Asterisk looks no names up here.
        routes: the kernel's table of routes, as /proc/net/route.

    Raises:
        OperatorError: one of them is no network, or there are none.
    """
    listed = [entry.strip() for entry in given.split(",") if entry.strip()]
    found = [network for entry in listed for network in _networks(entry, routes)]
    if not found:
        raise OperatorError(f'--ami-from "{given}" names nobody. Give the address of the service\'s machine.')
    return tuple(dict.fromkeys(found))


def _networks(entry: str, routes: Path) -> list[str]:
    if entry == NEIGHBOURS:
        return _neighbours(routes)
    try:
        return [str(ip_network(entry, strict=False))]
    except ValueError as error:
        raise OperatorError(
            f'--ami-from holds "{entry}", which is no network. Write 10.0.0.5, 10.0.0.0/24 or {NEIGHBOURS}.'
        ) from error


def _neighbours(routes: Path) -> list[str]:
    """Networks that are reached without a gateway. Addresses there are hexadecimal, the last byte first."""
    try:
        lines = routes.read_text("ascii").splitlines()[1:]
    except OSError:
        return []
    fields = [line.split() for line in lines]
    direct = [(one[1], one[7]) for one in fields if one[2] == "00000000" and one[7] != "00000000"]
    return [str(IPv4Network(f"{_dotted(address)}/{_dotted(mask)}")) for address, mask in direct]


def _dotted(word: str) -> IPv4Address:
    return IPv4Address(bytes.fromhex(word)[::-1])


def _is_address(text: str) -> bool:
    try:
        return bool(ip_address(text))
    except ValueError:
        return False
