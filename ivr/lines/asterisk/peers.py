"""Who may connect: names, addresses and networks that the operator lists."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from threading import Lock

from ivr.errors import OperatorError
from ivr.log import logger

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

RESOLVE_SECONDS = 5.0  # names are looked up again after so long, at the earliest


@lru_cache(maxsize=256)
def address_of(text: str) -> Address:
    """The address of a peer as the socket gives it: without a zone, and IPv4 where it is IPv4 within IPv6."""
    address = ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


@dataclass(slots=True)
class Peers:
    """The list in force. May be asked from any thread."""

    networks: tuple[Network, ...]  # addresses are networks of one
    names: tuple[str, ...]  # looked up now and then: containers move
    _lock: Lock = field(default_factory=Lock)
    _found: dict[str, frozenset[Address]] = field(default_factory=dict)  # name → its last known addresses
    _looked_up: float = float("-inf")  # monotonic seconds

    def allow(self, address: str, now: float) -> bool:
        """Whether a peer of that address may connect; ``now`` in monotonic seconds. May look names up."""
        peer = address_of(address)
        if any(peer in network for network in self.networks):
            return True
        if self._known(peer) and now < self._looked_up + RESOLVE_SECONDS:
            return True
        self._look_up(now)
        return self._known(peer)

    def _known(self, peer: Address) -> bool:
        return any(peer in addresses for addresses in self._found.values())

    def _look_up(self, now: float) -> None:
        with self._lock:
            if now < self._looked_up + RESOLVE_SECONDS:
                return
            for name in self.names:
                self._found[name] = _resolved(name) or self._found.get(name, frozenset())
            self._looked_up = now


def peers(listed: Iterable[str]) -> Peers:
    """Read the operator's list. Raises OperatorError on a network that is none."""
    networks: list[Network] = []
    names: list[str] = []
    for entry in listed:
        network = _network(entry)
        names.append(entry) if network is None else networks.append(network)
    return Peers(tuple(networks), tuple(names))


def _network(entry: str) -> Network | None:
    try:
        return ip_network(entry, strict=False)
    except ValueError as error:
        if "/" in entry or ":" in entry:
            raise OperatorError(
                f'IVR_AGI_PEERS holds "{entry}", which is no network. Write 10.0.0.0/24, 10.0.0.5 or a name.'
            ) from error
        return None


def _resolved(name: str) -> frozenset[Address]:
    try:
        answers = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        logger().warning("peer_unresolved", peer=name, error=str(error))
        return frozenset()
    return frozenset(address_of(str(answer[4][0])) for answer in answers)
