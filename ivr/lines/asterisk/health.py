"""Asks a running service whether it answers, the way Asterisk asks."""

from __future__ import annotations

import socket

from ivr.errors import OperatorError

SECONDS = 3.0
_REQUEST = b"agi_network: yes\nagi_network_script: health\n\n"
_ANSWER = b'VERBOSE "ok" 1\n'
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where a service listens that listens on all


def check(host: str, port: int, seconds: float = SECONDS) -> None:
    """Return when the service that listens on ``host``:``port`` answers within ``seconds``.

    Raises:
        OperatorError: it does not.
    """
    address = (_EVERYWHERE.get(host, host), port)
    try:
        with socket.create_connection(address, seconds) as connection:
            connection.sendall(_REQUEST)
            answer = connection.makefile("rb").readline(len(_ANSWER))
    except OSError as error:
        raise OperatorError(
            f"The service does not answer at {address[0]}:{port} ({error}). Is `ivr serve` running, "
            "and IVR_AGI_BIND the same here as there?"
        ) from error
    if answer != _ANSWER:
        raise OperatorError(
            f"What answers at {address[0]}:{port} is not this service, or it refuses this machine. "
            "Ask from the machine the service runs on, or list this one in IVR_AGI_PEERS."
        )
