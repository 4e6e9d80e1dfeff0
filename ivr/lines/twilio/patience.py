"""Asks Twilio's REST API again where it says "too many requests": then, and only then, nothing was done."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep
from typing import Any

from twilio.http import HttpClient
from twilio.http.response import Response

TOO_MANY = 429  # status of HTTP
MOST_SECONDS = 10.0  # in which a request is asked again: an order that waits longer is not what was decided
FIRST_PAUSE = 1  # seconds, doubled each time, where Twilio does not say how long to wait


class Patient(HttpClient):  # type: ignore[misc] # the package tells no types
    """Passes requests on; each is repeated after a 429 alone, when Retry-After says, within MOST_SECONDS."""

    def __init__(
        self,
        through: HttpClient,
        wait: Callable[[float], None] = sleep,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(through.logger, is_async=False)
        self._through, self._wait, self._clock = through, wait, clock

    def request(self, *args: Any, **kwargs: Any) -> Response:
        """As HttpClient.request."""
        until, tries = self._clock() + MOST_SECONDS, 0
        while True:
            answer = self._through.request(*args, **kwargs)
            pause = _pause(answer, tries)
            if answer.status_code != TOO_MANY or self._clock() + pause > until:
                return answer
            self._wait(pause)
            tries += 1


def _pause(answer: Response, tries: int) -> float:
    """Seconds. Retry-After may also be a date (RFC 9110), which Twilio does not send."""
    wanted = str((answer.headers or {}).get("Retry-After", ""))
    return float(wanted) if wanted.isdecimal() and len(wanted) < 7 else float(FIRST_PAUSE << tries)
