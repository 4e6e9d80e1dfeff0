"""A world to call into: people who behave by script, a line that can break, a clock that is told the time."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.company.loader import load
from ivr.company.models import Callbacks, Calling, Company
from ivr.dialer.dispatch import Dispatcher
from ivr.dialer.kit import Kit
from ivr.dialer.ports import (
    CampaignRun,
    CampaignState,
    Contact,
    ContactState,
    LineOutcome,
    NotPlacedError,
    OpenAttempt,
    Order,
    PlacementUnknownError,
    Promise,
    PromiseState,
)
from ivr.dialer.served import TWILIO
from ivr.errors import LineError
from tests.conftest import EXAMPLE
from tests.dialer import cases

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # a Tuesday; noon in Riga
SECOND = timedelta(seconds=1)
RINGS = timedelta(seconds=3)


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Person:
    """What happens when a number is called."""

    ends: Disposition = Disposition.ACCEPTED  # of the conversation, when ``talks``; otherwise of the line
    talks: bool = True
    seconds: float = 10.0  # of the conversation
    writes_after: float = -0.1  # when the last turn is written, from the hang-up on
    promises: timedelta | None = None  # asks to be called then, from the moment of the conversation on


@dataclass
class Line:
    """An Originator. What happens on it goes on without any dispatcher, and is remembered."""

    clock: Clock
    talks: object  # pick_up(attempt), conclude(attempt, result, promise)
    people: dict[str, list[Person]] = field(default_factory=dict)  # by number; the last one stands
    up: bool = True
    refuses: str | None = None  # "certain" or "unknown", and "lost" where an order of unknown fate was placed
    remembers: bool = True  # also how unanswered calls ended
    placed: list[tuple[datetime, Order]] = field(default_factory=list)
    hung_up: list[str] = field(default_factory=list)
    kept: dict[str, LineOutcome] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)  # attempt → number
    greeted: set[str] = field(default_factory=set)
    served: bool = True  # the service is there to talk
    cut: set[str] = field(default_factory=set)  # attempts whose conversation broke off with the service
    sinks: list[Callable[[LineOutcome], None]] = field(default_factory=list)
    _events: list = field(default_factory=list)
    _order: object = field(default_factory=itertools.count)

    # ── Originator ──────────────────────────────────────────────────────────────────────────────

    def start(self, sink: Callable[[LineOutcome], None]) -> None:
        self.sinks.append(sink)
        for outcome in tuple(self.kept.values()):  # as Asterisk does, whenever somebody connects
            sink(outcome)

    def ready(self) -> bool:
        return self.up

    def place(self, order: Order) -> None:
        if not self.up or self.refuses == "certain":
            raise NotPlacedError("The line takes no orders.")
        if self.refuses != "unknown":
            self._ring(order)
        if self.refuses in {"unknown", "lost"}:
            raise PlacementUnknownError("The line did not answer.")

    def live(self, attempts: Sequence[OpenAttempt]) -> frozenset[str]:
        self._ask()
        return frozenset(self.channels) & {attempt.id for attempt in attempts}

    def remembered(self, attempt: OpenAttempt) -> LineOutcome | None:
        self._ask()
        return self.kept.get(attempt.id)

    def forget(self, attempt: str) -> None:
        self.kept.pop(attempt, None)

    def hang_up(self, attempt: OpenAttempt) -> None:
        self._ask()
        self.hung_up.append(attempt.id)
        self._end(attempt.id, Disposition.NO_ANSWER)

    def stop(self) -> None:
        self.sinks.clear()

    def _ask(self) -> None:
        if not self.up:
            raise LineError("The line does not answer.")

    # ── What happens on it ──────────────────────────────────────────────────────────────────────

    def next_at(self) -> datetime | None:
        return self._events[0][0] if self._events else None

    def on_twilio(self, node: str = "one", **changes: object) -> Dispatcher:
        """A dispatcher on the other line."""
        return self.dispatcher(f"{node}/twilio", **{"line": self.twilio, "lines": TWILIO} | changes)

    def pass_time(self) -> None:
        """Let happen what is due by now."""
        while self._events and self._events[0][0] <= self.clock():
            heapq.heappop(self._events)[2]()

    def lose_service(self) -> None:
        """The service is killed: nobody hears of outcomes, whoever was talking is let go."""
        self.served = False
        self.sinks.clear()
        for attempt in self.greeted & set(self.channels):
            self.cut.add(attempt)
            self._at(SECOND, lambda attempt=attempt: self._end(attempt, Disposition.ABANDONED))

    def crash(self) -> None:
        """Asterisk is killed: its calls are gone without a word."""
        self.channels.clear()
        self._events.clear()

    def calls_to(self, number: str) -> list[datetime]:
        return [at for at, order in self.placed if order.number == number]

    def most_in_a_second(self) -> int:
        times = [at for at, _ in self.placed]
        return max((sum(start <= at < start + SECOND for at in times) for start in times), default=0)

    def _ring(self, order: Order) -> None:
        assert order.attempt not in self.channels
        assert order.number not in self.channels.values(), "somebody is called who is being called"
        self.placed.append((self.clock(), order))
        self.channels[order.attempt] = order.number
        script = self.people.get(order.number, [Person()])
        person = script.pop(0) if len(script) > 1 else script[0]
        self._at(RINGS, lambda: self._answer(order.attempt, person))

    def _answer(self, attempt: str, person: Person) -> None:
        if attempt not in self.channels:
            return
        if not person.talks:
            self._end(attempt, person.ends)
            return
        if not self.served:  # the dialplan apologises
            self._at(SECOND, lambda: self._end(attempt, Disposition.ABANDONED))
            return
        self.greeted.add(attempt)
        self.talks.pick_up(attempt)
        talk = timedelta(seconds=person.seconds)
        self._at(talk, lambda: self._end(attempt, Disposition.ABANDONED))
        if person.writes_after is not None:
            writes = talk + timedelta(seconds=person.writes_after)
            self._at(writes, lambda: self._conclude(attempt, person))

    def _conclude(self, attempt: str, person: Person) -> None:
        if attempt not in self.cut:
            self.talks.conclude(attempt, person.ends, self._promised(attempt, person))

    def _promised(self, attempt: str, person: Person) -> Promise | None:
        if person.promises is None:
            return None
        number = next(order.number for _, order in self.placed if order.attempt == attempt)
        contact = self.talks.contact_of(attempt)
        return promise(f"of-{attempt}", number, self.clock() + person.promises, contact=contact)

    def _end(self, attempt: str, disposition: Disposition) -> None:
        if self.channels.pop(attempt, None) is None:
            return
        outcome = LineOutcome(attempt, disposition, self.clock())
        if self.remembers or attempt in self.greeted:
            self.kept[attempt] = outcome
        for sink in self.sinks if self.up else ():
            sink(outcome)

    def _at(self, after: timedelta, event: Callable[[], None]) -> None:
        heapq.heappush(self._events, (self.clock() + after, next(self._order), event))


# ── Whom to call ────────────────────────────────────────────────────────────────────────────────


def number(place: int) -> str:
    """A valid Latvian mobile number."""
    return f"+3712{6_000_000 + place}"


def promise(
    id_: str, to: str, at: datetime = NOON, contact: int | None = None, campaign: str | None = None
) -> Promise:
    """An open promise that leads to the company's reception."""
    return cases.promise(
        at,
        id=id_,
        number=to,
        department="reception",
        campaign=campaign or ("reminder" if contact is not None else None),
        contact=contact,
        words="otrdien pulksten divpadsmitos",
        state=PromiseState.OPEN,
        made_at=NOON - timedelta(days=1),
        made_in=None,
    )


def contact(id_: int, to: str, at: datetime = NOON) -> Contact:
    """A pending contact of the campaign."""
    pending = {"state": ContactState.PENDING, "next_at": at}
    return cases.contact(id=id_, campaign="reminder", number=to, person=to, **pending)


def company(at_once: int = 20) -> Company:
    """The example, whose promises reach only test telephones."""
    callbacks = Callbacks(line="test", retry_minutes=1)
    calling = Calling(at_once=at_once, gap_minutes=1, weekly_cap=50)
    return load(EXAMPLE).company.model_copy(update={"callbacks": callbacks, "calling": calling})


def campaign(**changes: object) -> Campaign:
    """A reminder on the test line."""
    given = {
        "purpose": "reminder",
        "name": "atgādinājums",
        "department": "support",
        "matter": "Jūsu iekārtai tuvojas ikgadējās apkopes termiņš.",
        "source": "Jūsu numurs ir līgumā.",
        "line": "test",
        "caller_id": "+37167000102",
        "pacing": {"per_second": 2, "at_once": 5},
        "weekly_cap": 20,
        "attempts": {"most": 2, "gaps": dict.fromkeys(("busy", "no_answer", "abandoned", "failed"), 1)},
    }
    return Campaign.model_validate(given | changes)


RUN = CampaignRun("reminder", "f-campaign", "f-company", CampaignState.RUNNING, "started by an operator")


@dataclass
class Standards:
    """One company, one campaign, and others by the fingerprints of their files."""

    company: Company
    running: Campaign
    others: Mapping[str, Campaign] = field(default_factory=dict)

    def current(self) -> tuple[str, Company]:
        return "f-company", self.company

    def of(self, fingerprint: str) -> Company:
        return self.company

    def campaign(self, fingerprint: str, company: str) -> Campaign:
        return self.others.get(fingerprint, self.running)


# ── Time goes by ────────────────────────────────────────────────────────────────────────────────


@dataclass
class World:
    """Records, a line and another, and whoever dispatches on them."""

    records: object
    talks: object
    clock: Clock = field(default_factory=Clock)
    company: Company = field(default_factory=company)
    running: Campaign = field(default_factory=campaign)
    others: dict[str, Campaign] = field(default_factory=dict)  # by the fingerprints of their files
    rendered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line = Line(self.clock, self.talks)
        self.twilio = Line(self.clock, self.talks)

    def kit(self, node: str = "one", **changes: object) -> Kit:
        given = {
            "node": node,
            "clock": self.clock,
            "records": self.records,
            "line": self.line,
            "standards": Standards(self.company, self.running, self.others),
            "prepare": lambda company, campaign: self.rendered.append("campaign"),
            "sleep": self.clock.sleep,
            "background": lambda work: work(),
        }
        return Kit(**given | changes)

    def dispatcher(self, node: str = "one", **changes: object) -> Dispatcher:
        """A dispatcher that is turned by hand."""
        made = Dispatcher(self.kit(node, **changes))
        made.connect()
        return made

    def on_twilio(self, node: str = "one", **changes: object) -> Dispatcher:
        """A dispatcher on the other line."""
        return self.dispatcher(f"{node}/twilio", **{"line": self.twilio, "lines": TWILIO} | changes)

    def pass_time(
        self, seconds: float, *dispatchers: Dispatcher, least: float = 0.02, late: float = 0.0
    ) -> None:
        """Let time go by, and the dispatchers turn when they want to, or ``late`` by so many seconds."""
        until = self.clock() + timedelta(seconds=seconds)
        while self.clock() < until:
            pauses = [each.turn() for each in dispatchers] or [SECOND]
            pause = max(min(pauses), timedelta(seconds=least)) + timedelta(seconds=late)
            wanted = [self.clock() + pause, until]
            events = [event for event in (self.line.next_at(), self.twilio.next_at()) if event is not None]
            self.clock.now = max(self.clock(), min([*wanted, *events]))
            self.line.pass_time()
            self.twilio.pass_time()

    def calls(self) -> Counter:
        """How often each number rang."""
        return Counter(order.number for _, order in self.line.placed)
