"""On which lines a service calls people."""

from __future__ import annotations

from ivr.settings import Settings

ASTERISK = frozenset({"asterisk", "test"})  # lines, by the words of Order, that go out through Asterisk
TWILIO = frozenset({"twilio"})


def lines(given: Settings) -> frozenset[str]:
    """The lines on which a service with these settings calls people."""
    return (ASTERISK if given.ami else frozenset()) | (TWILIO if given.twilio else frozenset())
