"""One request of Twilio's as its page gets it, and what a page is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Webhook:
    """A POST whose signature is Twilio's and whose account is ours."""

    page: str  # "turn": the last part of its path
    query: Mapping[str, str]  # from our own URL, and signed: as we wrote it
    form: Mapping[str, str]  # Twilio's parameters; one that comes twice has its first value
    call_id: str  # CallSid, well formed
    received: float  # when, in seconds that only grow


Page = Callable[[Webhook], str | None]
"""Answers a webhook with TwiML, or with nothing (204). Runs in a thread of the pool, and may block.

Errors it may raise, and what Twilio is answered: MalformedError 400; CallUnknownError, TurnUnknownError and
AttemptUnknownError 404; any other, the fallback TwiML where the page answers with TwiML, or else 503. Each
is logged.
"""
