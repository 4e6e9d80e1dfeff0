"""The pace of a campaign as it is held: a dispatcher on real records, before a line that takes every order.

What is measured is when orders are placed. The line takes a millisecond for each, as an exchange on the same
network does, and says 0.2 s later that the number is busy. The clock says noon: everybody may be called.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Timer

import ivr.company
from benchmarks.numbers import percentile
from ivr import log
from ivr.clock import Clock
from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.company.loader import load
from ivr.company.models import Calling, Company
from ivr.dialer.dispatch import Dispatcher
from ivr.dialer.kit import Kit
from ivr.dialer.pacing import SLACK
from ivr.dialer.ports import CampaignRun, CampaignState, LineOutcome, NewContact, OpenAttempt, Order
from ivr.records.dialer import SqlDialer
from ivr.records.engine import open_engine
from ivr.records.migrate import upgrade
from ivr.records.outbound import Outbound

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # in Riga, on a Tuesday
RATES = (1.0, 5.0, 20.0)  # calls a second, as configured
SECONDS = 12.0  # for each rate
LEAST = 0.9  # of the configured rate that must be reached
TAKES, TALKS = 0.001, 0.2  # seconds for an order, and until the number is found busy


@dataclass(frozen=True)
class Held:
    """One rate, as it was held."""

    configured: float  # calls a second
    reached: float
    most: int  # in any one second
    lateness: float  # seconds that a call came after its turn, 99th percentile

    @property
    def kept(self) -> bool:
        """Never above the pace in any second, and hardly below it."""
        return self.most <= self.configured and self.reached >= LEAST * self.configured


@dataclass
class _Line:
    """Takes orders and notes when."""

    clock: Clock
    times: list[float] = field(default_factory=list)  # monotonic seconds
    up: set[str] = field(default_factory=set)
    sink: Callable[[LineOutcome], None] = print

    def start(self, sink: Callable[[LineOutcome], None]) -> None:
        self.sink = sink

    def ready(self) -> bool:
        return True

    def place(self, order: Order) -> None:
        self.times.append(time.monotonic())
        time.sleep(TAKES)
        self.up.add(order.attempt)
        Timer(TALKS, self._busy, (order.attempt,)).start()

    def _busy(self, attempt: str) -> None:
        self.up.discard(attempt)
        self.sink(LineOutcome(attempt, Disposition.BUSY, self.clock()))

    def live(self, attempts: Sequence[OpenAttempt]) -> frozenset[str]:  # noqa: ARG002
        return frozenset(self.up)

    def remembered(self, attempt: OpenAttempt) -> LineOutcome | None:  # noqa: ARG002
        return None

    def forget(self, attempt: str) -> None:
        pass

    def hang_up(self, attempt: OpenAttempt) -> None:
        pass

    def stop(self) -> None:
        pass


@dataclass(frozen=True)
class _Standards:
    company: Company
    running: Campaign

    def current(self) -> tuple[str, Company]:
        return "company", self.company

    def of(self, fingerprint: str) -> Company:  # noqa: ARG002
        return self.company

    def campaign(self, fingerprint: str, company: str) -> Campaign:  # noqa: ARG002
        return self.running


def measured(url: str | None = None) -> Iterator[Held]:
    """Each rate, held for some seconds as it is asked for; without a URL on a fresh SQLite file each."""
    for rate in RATES:
        with tempfile.TemporaryDirectory() as folder:
            yield _held(rate, url or f"sqlite:///{folder}/bench.db")


def _held(rate: float, url: str) -> Held:
    began = time.monotonic()

    def clock() -> datetime:
        return NOON + timedelta(seconds=time.monotonic() - began)

    engine = open_engine(url)
    upgrade(engine)
    line, name = _Line(clock), f"pace-{rate:g}"
    first = 6_000_000 + int(rate) * 1_000  # other people at each rate: nobody is called twice in an hour
    _people(Outbound(engine), SqlDialer(engine), name, range(first, first + int(rate * SECONDS) + 10))
    dispatcher = Dispatcher(Kit("bench", clock, SqlDialer(engine), line, _standards(rate), _nothing))
    dispatcher.start()
    time.sleep(SECONDS)
    dispatcher.stop()
    time.sleep(TALKS * 2)  # the last ones' timers
    SqlDialer(engine).set_run(_run(name, CampaignState.STOPPED), NOON)
    engine.dispose()
    return _judged(rate, line.times)


def _nothing(*_: object) -> None:
    pass


def _people(operations: Outbound, dialer: SqlDialer, campaign: str, places: range) -> None:
    numbers = (f"+3712{place}" for place in places)
    rows = [NewContact(number, number, None, None, None, None) for number in numbers]
    operations.import_contacts(campaign, rows, NOON)
    dialer.set_run(_run(campaign, CampaignState.RUNNING), NOON)


def _run(campaign: str, state: CampaignState) -> CampaignRun:
    return CampaignRun(campaign, "campaign", "company", state, "measured")


def _standards(rate: float) -> _Standards:
    company = load(Path(ivr.company.__file__).parent / "example" / "company.yaml").company
    campaign = Campaign.model_validate(
        {
            "purpose": "service",
            "name": "pace",
            "department": "support",
            "matter": "Nothing is said.",
            "source": "Nobody asks.",
            "line": "test",
            "caller_id": next(iter(company.numbers)),
            "pacing": {"per_second": rate, "at_once": 500},
        }
    )
    return _Standards(company.model_copy(update={"calling": Calling(at_once=500)}), campaign)


def _judged(rate: float, times: list[float]) -> Held:
    reached = (len(times) - 1) / (times[-1] - times[0])
    most = max(sum(start <= at < start + 1 for at in times) for start in times)
    gaps = [later - sooner - SLACK / rate for sooner, later in pairwise(times)]
    return Held(rate, reached, most, percentile(gaps, 0.99))


def told(held: Held) -> str:
    """In a line."""
    late = held.lateness * 1e3
    return f"{held.reached:.2f}, {held.most} at most in any second, p99 {late:.0f} ms late"


def main() -> None:
    """Print them; with a URL, on that database, which must be empty."""
    log.configure_quiet()
    for held in measured(sys.argv[1] if len(sys.argv) > 1 else None):
        print(f"{held.configured:4g}: {told(held)}{'' if held.kept else '   MISSED'}")


if __name__ == "__main__":
    main()
