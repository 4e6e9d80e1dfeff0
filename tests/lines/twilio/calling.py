"""People whom Twilio's stand-in rings: they live by script, and a clock is told the time.

A service is a dispatcher, its originator and the webhooks, on records that outlive it.
"""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import select
from twilio.rest import Client

from ivr import wiring
from ivr.company.campaign_file import parse_campaign
from ivr.company.disposition import Disposition
from ivr.company.loader import CompanyFile
from ivr.company.models import Callbacks, Calling, TwilioVoice
from ivr.dialer.dispatch import Dispatcher
from ivr.dialer.kit import Kit
from ivr.dialer.ports import CampaignRun, CampaignState, Contact, NewContact, Promise
from ivr.dialer.served import TWILIO
from ivr.lines.twilio.originate import TwilioOriginator
from ivr.lines.twilio.outgoing import OutgoingPages
from ivr.lines.twilio.patience import Patient
from ivr.lines.twilio.standin.call import Call
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.rest import Rest
from ivr.lines.twilio.standin.rest_ways import RestClient
from ivr.lines.twilio.standin.webhooks import CONNECTION, Answer, WebhookError, Webhooks
from ivr.lines.twilio.words import VOICES
from ivr.records import tables
from ivr.records.dialer import SqlDialer
from ivr.records.entries import contact_of, promise_of
from ivr.records.outbound import Outbound
from ivr.records.store import SqlRecords
from tests.dialer.fake_records import Attempt
from tests.lines.twilio.service import ACCOUNT, AT, NOW, TOKEN, Served

OURS = "+37167000102"
RINGS = timedelta(seconds=3)
CAMPAIGN = """\
purpose: service
name: apkope
department: support
matter: Jūsu iekārtai tuvojas ikgadējās apkopes termiņš.
source: Jūsu numurs ir norādīts apkopes līgumā.
proposal:
  text: Piedāvājam meistara apmeklējumu nākamajā nedēļā. Vai tas Jums derētu?
machine: Zvanām par Jūsu iekārtas apkopi.
line: twilio
caller_id: "+37167000102"
ring_seconds: 20
attempts: {most: 2, gaps: {busy: 1, no_answer: 1, machine: 1, hung_up: 1, silent: 1, abandoned: 1, failed: 1}}
pacing: {per_second: 5, at_once: 20}
weekly_cap: 20
"""

Life = Callable[
    [Call], Iterator[float]
]  # what somebody does on a call; yields the seconds until the next deed


def company(file: CompanyFile) -> CompanyFile:
    """The example, which calls back through Twilio, and may call again soon."""
    callbacks = Callbacks(line="twilio", retry_minutes=1)
    calling = Calling(at_once=50, gap_minutes=1, weekly_cap=50)
    voices = {each: TwilioVoice(voice=voice) for each, voice in VOICES.items()}  # nothing is to be fetched
    own = {"callbacks": callbacks, "calling": calling, "twilio": voices}
    changed = file.company.model_copy(update=own)
    return replace(file, company=changed)


@dataclass
class Service:
    """One process."""

    served: Served
    dispatcher: Dispatcher


class _ToTheService(Webhooks):
    """Delivers webhooks to the service there is, in this process; to nobody where there is none."""

    def __init__(self, town: Town) -> None:
        super().__init__(TOKEN)
        self._town = town

    def request(self, method, url, parameters) -> Answer:
        """As Twilio; now and then twice, and then the same is to come of it."""
        answer = super().request(method, url, parameters)
        if self._town.delivers_twice:
            assert super().request(method, url, parameters) == answer
        return answer

    def _send(self, _, url, form) -> Answer:
        service = self._town.service
        if service is None:
            raise WebhookError(CONNECTION, "Nobody is there.")
        service.served.now = self._town.now
        reply = service.served.post(url, form)
        return Answer(reply.status, reply.headers.get("content-type", "").partition(";")[0], reply.body)


@dataclass
class Town:
    """Everybody who is called, and whoever calls."""

    file: CompanyFile
    folder: Path
    lives: dict[str, list[Life]] = field(default_factory=dict)  # by number; the last one stands
    per_second: float = 1.0  # of the account
    delivers_twice: bool = False
    now: datetime = NOW
    service: Service | None = None

    def __post_init__(self) -> None:
        self.store = wiring.records("sqlite://")
        self.records = Books(self.store)
        self.campaign = parse_campaign(Path("service.yaml"), CAMPAIGN, self.file.company)
        self.webhooks = _ToTheService(self)
        numbers = {OURS: Handling(AT.voice())} | {n: Handling(AT.voice()) for n in self.file.company.numbers}
        self.platform = Platform(ACCOUNT, self.webhooks, clock=lambda: self.now, numbers=numbers)
        self.api = Rest(self.platform, {ACCOUNT: TOKEN}, ordered=self._ring)
        self._due: list[tuple[datetime, int, Iterator[float]]] = []
        self._order = itertools.count()

    def close(self) -> None:
        if self.service:
            self.service.served.line.server.webhooks.close()
            self.service.served._loop.close()
        self.webhooks.close()
        self.store.close()
        self.store.engine.dispose()

    # ── Whoever calls ───────────────────────────────────────────────────────────────────────────

    def calls(self, *people: str) -> None:
        """A campaign is started that calls these numbers."""
        for text in (self.file, self.campaign):
            self.store.keep_company(text.fingerprint, str(text.path), text.text)
        contacts = (NewContact(each, each, None, "lv", "Europe/Riga", None) for each in people)
        Outbound(self.store.engine).import_contacts("service", contacts, self.now)
        run = CampaignRun(
            "service", self.campaign.fingerprint, self.file.fingerprint, CampaignState.RUNNING, ""
        )
        self.records.set_run(run, self.now)

    def start(self, wrapped: Callable[[object], object] = lambda thing: thing) -> Dispatcher:
        """A service begins to run, in place of the one there was."""
        self.stop()
        http = Patient(RestClient(self.api), self._sleep, lambda: self.now.timestamp())  # noqa: PLW0108 - of the time it is then
        line = TwilioOriginator(Client(ACCOUNT, TOKEN, http_client=http), AT, lambda: self.now)
        served = Served(
            self.file,
            self.folder,
            store=self.store,
            outcomes=line.tell,
            more=lambda pages: OutgoingPages(pages, line).table(),
        )
        served.pages.later.hold_seconds = 0.0
        kit = Kit(
            "one/twilio",
            lambda: self.now,
            wrapped(self.records.dialer),
            wrapped(line),
            served.standards,
            lambda *_: None,
            self._sleep,
            lambda work: work(),
            TWILIO,
            self.per_second,
        )
        self.service = Service(served, Dispatcher(kit))
        self.service.dispatcher.connect()
        return self.service.dispatcher

    def stop(self) -> None:
        """It is killed: whoever talks is let go, and nobody hears of anything."""
        if self.service:
            self.service.served.line.server.webhooks.close()
            self.service.served._loop.close()
            self.service = None

    def pass_time(self, seconds: float, least: float = 0.25, idle: float = 20) -> None:
        """Let time go by: the dispatcher turns when it wants to, people do what they do.

        Args:
            least: seconds between two turns; ``idle`` while no call is up.
        """
        until = self.now + timedelta(seconds=seconds)
        while self.now < until:
            pause = self.service.dispatcher.turn() if self.service else timedelta(seconds=1)
            pause = max(pause, timedelta(seconds=least if self._due else idle))
            wanted = [self.now + pause, until, *(at for at, _, _ in self._due[:1])]
            self.now = max(self.now, min(wanted))
            self._live()

    def _sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    # ── Whoever is called ───────────────────────────────────────────────────────────────────────

    def _ring(self, call: Call) -> None:
        script = self.lives.get(call.to, [accepts])
        life = script.pop(0) if len(script) > 1 else script[0]
        heapq.heappush(self._due, (self.now + RINGS, next(self._order), _living(call, life)))

    def _live(self) -> None:
        while self._due and self._due[0][0] <= self.now:
            at, _, life = heapq.heappop(self._due)
            pause = next(life, None)
            if pause is not None:
                heapq.heappush(self._due, (at + timedelta(seconds=pause), next(self._order), life))

    # ── What came of it ─────────────────────────────────────────────────────────────────────────

    def called(self) -> Counter[str]:
        """How often each number was called."""
        return Counter(call.to for call in self.ours())

    def ours(self) -> list[Call]:
        """The calls that we made, in their order."""
        return [call for call in self.platform.calls.values() if call.direction == "outbound-api"]

    def attempts_called(self) -> list[str]:
        """The attempt of each of them."""
        return [parse_qs(urlsplit(call.handling.url).query)["attempt"][0] for call in self.ours()]


def _living(call: Call, life: Life) -> Iterator[float]:
    """What somebody does, as long as the call is up."""
    for pause in life(call):
        yield pause
        if call.over:
            return


class Books:
    """What is on record, as tests/dialer/test_crash.py looks at it."""

    def __init__(self, store: SqlRecords) -> None:
        self.store, self.dialer = store, SqlDialer(store.engine)

    def __getattr__(self, name: str):
        return getattr(self.dialer, name)

    def _rows(self, table) -> list:
        with self.store.engine.connect() as connection:
            return list(connection.execute(select(*table.__table__.c)))

    @property
    def promises(self) -> dict[str, Promise]:
        return {row.id: promise_of(row) for row in self._rows(tables.Promise)}

    @property
    def contacts(self) -> dict[str, Contact]:
        return {row.number: contact_of(row) for row in self._rows(tables.Contact)}

    @property
    def attempts(self) -> dict[str, Attempt]:
        found = sorted(self._rows(tables.Attempt), key=lambda row: row.at)
        return {row.id: Attempt(row, 0, _end(row.result), ends=_ends(row.disposition)) for row in found}

    @property
    def claims(self) -> set[object]:
        works = (*self._rows(tables.Promise), *self._rows(tables.Contact))
        return {row.id for row in works if row.claimed_by is not None}

    def ends(self, to: str) -> list[Disposition]:
        """How the attempts at a number ended, in their order."""
        return [end for row in self.attempts.values() if row.new.number == to for end in row.ends]


def _end(word: str | None) -> Disposition | None:
    return None if word is None else Disposition(word)


def _ends(word: str | None) -> list[Disposition]:
    return [] if word is None else [Disposition(word)]


# ── Lives ───────────────────────────────────────────────────────────────────────────────────────


def accepts(call: Call) -> Iterator[float]:
    """It is convenient, and it suits."""
    yield from _greets(call)
    call.presses("1")
    yield 6
    call.presses("1")


def refuses(call: Call) -> Iterator[float]:
    """It is convenient, and does not suit."""
    yield from _greets(call)
    call.presses("1")
    yield 6
    call.presses("2")


def hangs_up(call: Call) -> Iterator[float]:
    """Hears who is calling, and hangs up."""
    yield from _greets(call)
    call.hangs_up()


def hangs_up_at_once(call: Call) -> Iterator[float]:
    """Picks up and hangs up, while we listen who it is."""
    call.pick_up()
    yield 1
    call.hangs_up()


def opts_out(call: Call) -> Iterator[float]:
    """Does not want to be called."""
    yield from _greets(call)
    call.presses("9")


def asks_for_later(call: Call) -> Iterator[float]:
    """It is not convenient; the first time on offer suits."""
    yield from _greets(call)
    for key in ("2", "1", "1"):
        call.presses(key)
        yield 5


def says_nothing(call: Call) -> Iterator[float]:
    """Picks up, and neither speaks nor presses anything."""
    call.pick_up()
    while not call.over:
        yield 8
        call.stays_silent()


def machine(call: Call) -> Iterator[float]:
    """A machine that is found out after its greeting, in the middle of our introduction."""
    call.pick_up()
    yield 2
    call.speaks("You have reached")
    yield 8
    call.detects("machine_end_beep")


def quick_machine(call: Call) -> Iterator[float]:
    """A machine that is found out at once."""
    call.pick_up()
    yield 1
    call.detects("machine_end_silence")


def person_taken_for_a_machine(call: Call) -> Iterator[float]:
    """The detection is wrong, and late."""
    yield from _greets(call)
    call.presses("1")
    yield 3
    call.detects("machine_end_other")
    yield 3
    call.presses("1")


def _greets(call: Call) -> Iterator[float]:
    call.pick_up()
    yield 1
    call.speaks("Hallo?")
    call.detects("human")
    yield 4


def not_picked_up(status: str, sip: int = 0) -> Life:
    """Nobody picks up."""

    def life(call: Call) -> Iterator[float]:
        call.refuse(status, sip)
        yield from ()

    return life


BUSY, AWAY, UNKNOWN = not_picked_up("busy", 486), not_picked_up("no-answer"), not_picked_up("failed", 404)
