"""A platform whose webhooks go to a server that answers by a table."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.webhooks import Webhooks
from tests.lines.twilio.standin.server import ACCOUNT, PUBLIC, TOKEN, US, serving


@pytest.fixture
def begin():
    """``begin(pages, …)`` → (what the server was asked, the platform)."""
    with ExitStack() as stack:

        def start(pages, **handling):
            pages = {"/status": (204, "", b""), **pages}
            script = stack.enter_context(serving(pages))
            webhooks = Webhooks(TOKEN, {PUBLIC: script.address})
            stack.callback(webhooks.close)
            platform = Platform(ACCOUNT, webhooks)
            given = {"status_callback": f"{PUBLIC}/status", **handling}
            platform.numbers[US] = Handling(f"{PUBLIC}/voice", **given)
            return script, platform

        yield start
