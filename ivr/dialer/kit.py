"""Everything that a dispatcher is built from."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

from ivr.calls.ports import Standards
from ivr.clock import Clock
from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.dialer.ports import CampaignRun, DialerRecords, Originator
from ivr.dialer.served import ASTERISK


def in_background(work: Callable[[], None]) -> None:
    """Run it in a thread that ends with the process."""
    Thread(target=work, name="dialer-prepare", daemon=True).start()


@dataclass(frozen=True)
class Kit:
    """A dispatcher's surroundings."""

    node: str  # name of this dispatcher among those that share the records, see ivr.dialer.sharing
    clock: Clock
    records: DialerRecords
    line: Originator
    standards: Standards
    prepare: Callable[[Company, Campaign], None]  # renders what a campaign always says; raises SpeechError
    sleep: Callable[[float], None] = time.sleep  # seconds; waits for the instant of a call
    background: Callable[[Callable[[], None]], None] = in_background  # where ``prepare`` runs
    lines: frozenset[str] = ASTERISK  # whose calls are this dispatcher's; ``line`` places them
    per_second: float | None = None  # calls that the line's account lets be placed, all together; None: any
    prove: Callable[[CampaignRun], None] = lambda _: None  # raises NotProvedError: it must not call
