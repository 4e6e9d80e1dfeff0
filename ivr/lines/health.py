"""Asks a running service whether it answers, on every line that it serves here."""

from __future__ import annotations

import os
import sys

from ivr.errors import OperatorError
from ivr.lines.asterisk import health as asterisk
from ivr.lines.twilio import health as twilio
from ivr.settings import Settings, from_environment


def check(given: Settings) -> None:
    """Return when the service with these settings answers. Raises OperatorError: it does not."""
    asterisk.check(*given.agi_bind)
    if given.twilio:
        twilio.check(*given.twilio.bind)


def main() -> int:
    """What the container asks itself every few seconds: without the imports of the whole command line."""
    try:
        check(from_environment(os.environ))
    except OperatorError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
