"""Who is let in: Asterisk's connections, its look by plain HTTP, and nobody else."""

from __future__ import annotations

import urllib.error
import urllib.request
from functools import partial
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from ivr.lines.listening import listening
from ivr.speech.aeap.protocol import SUBPROTOCOL
from ivr.speech.aeap.server import AeapServer


class Deaf:
    """An ear that hears nothing."""

    def start(self) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""

    def known(self, _: str) -> None:
        """Nothing is."""

    def decode(self, *_: Any) -> None:
        """Nothing is heard."""


@pytest.fixture
def allowed():
    return ["127.0.0.1"]


@pytest.fixture
def address(allowed):
    listen = partial(listening, ("127.0.0.1", 0), 16, "IVR_AEAP_BIND")
    ear: Any = Deaf()
    server = AeapServer(ear, listen, lambda peer: peer in allowed)
    server.start()
    yield "{}:{}".format(*server.address)
    server.stop()


def asked(address: str) -> int:
    """The status of a plain request."""
    try:
        with urllib.request.urlopen(f"http://{address}/stt", timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_who_may_connect_is_connected(address):
    with connect(f"ws://{address}/stt", subprotocols=[Subprotocol(SUBPROTOCOL)]) as connection:
        assert connection.subprotocol == SUBPROTOCOL


def test_a_plain_request_is_answered(address):
    assert asked(address) == 200


def test_strangers_are_refused_whatever_they_ask(address, allowed):
    allowed.clear()
    assert asked(address) == 403
    with pytest.raises(InvalidStatus):
        connect(f"ws://{address}/stt")
