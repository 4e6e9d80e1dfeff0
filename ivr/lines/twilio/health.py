"""Asks the webhooks of a running service whether they answer, as a balancer asks."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPException

from ivr.errors import OperatorError
from ivr.lines.twilio.addresses import HEALTH

SECONDS = 3.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where a service listens that listens on all
_LONGEST = 100  # bytes of an answer that are read


def check(host: str, port: int, seconds: float = SECONDS) -> None:
    """Return when the webhooks that are served on ``host``:``port`` take calls, within ``seconds``.

    Raises:
        OperatorError: they do not.
    """
    address = (_EVERYWHERE.get(host, host), port)
    connection = HTTPConnection(*address, timeout=seconds)
    try:
        connection.request("GET", HEALTH)
        answer = connection.getresponse()
        said = answer.read(_LONGEST)
    except (OSError, HTTPException) as error:
        why = str(error) or type(error).__name__
        raise OperatorError(
            f"The webhooks do not answer at {address[0]}:{port} ({why}). Is `ivr serve` running, and "
            "IVR_TWILIO_BIND the same here as there?"
        ) from error
    finally:
        connection.close()
    if said == b"draining\n":
        raise OperatorError(f"The service at {address[0]}:{port} is stopping, and takes no new calls.")
    if (answer.status, said) != (200, b"ok\n"):
        raise OperatorError(
            f"What answers at {address[0]}:{port} is not this service: set another IVR_TWILIO_BIND."
        )
