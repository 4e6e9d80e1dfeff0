"""The company's own calls as a test handles them: contacts, campaigns, promises, and what became of them."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, text

from ivr.company.campaign_file import CampaignFile, load_campaign
from ivr.dialer.ports import CampaignRun, CampaignState, Contact, ContactState, NewContact, Promise
from ivr.phrases.check import load_standard
from ivr.records.callbacks import Callbacks, NewPromise
from ivr.records.dialer import SqlDialer
from ivr.records.do_not_call import DoNotCall
from ivr.records.outbound import Outbound
from ivr.records.outbound_views import AttemptLine
from ivr.records.store import SqlRecords
from tests.asterisk.callees import BY_NAME, ENDPOINT, Arrival, Farm
from tests.asterisk.phone import Phone

COMPANY = Path("/etc/ivr/company.yaml")
ZONE = "Europe/Riga"
WHO = "a test"
SERIAL = itertools.count(int(time.time()) % 30_000)  # numbers of their own for each run of the tests


def number_of(manner: str) -> str:
    """A number that nobody was called at yet, whose telephone does that."""
    return f"+3712{next(SERIAL) % 100_000:05}{BY_NAME[manner].code}"


@dataclass(frozen=True)
class Books:
    """The records of our calls, as operators and tests write and read them."""

    engine: Engine

    def load(self, name: str) -> CampaignFile:
        """A campaign file of the tests' company."""
        return load_campaign(COMPANY.parent / "campaigns" / f"{name}.yaml", load_standard(COMPANY).company)

    def campaign(self, name: str, numbers: Iterable[str], language: str | None = None) -> CampaignFile:
        """A campaign of its own by that file, with contacts who speak ``language``, not started yet."""
        file = self.load(name)
        own = replace(file, id=f"{name}_{next(SERIAL)}")
        contacts = [NewContact(number, number, None, language, None, None) for number in numbers]
        Outbound(self.engine).import_contacts(own.id, contacts, datetime.now(UTC))
        return own

    def start(self, file: CampaignFile) -> None:
        """Let a campaign call."""
        standard, store = load_standard(COMPANY), SqlRecords(self.engine)
        store.keep_company(standard.fingerprint, str(standard.path), standard.text)
        store.keep_company(file.fingerprint, str(file.path), file.text)
        run = CampaignRun(file.id, file.fingerprint, standard.fingerprint, CampaignState.RUNNING, WHO)
        SqlDialer(self.engine).set_run(run, datetime.now(UTC))

    def set(self, campaign: str, state: CampaignState) -> None:
        """Pause it, stop it, let it go on."""
        run = Outbound(self.engine).run(campaign)
        assert run, f"The campaign {campaign} was never started."
        SqlDialer(self.engine).set_run(replace(run, state=state, why=WHO), datetime.now(UTC))

    def bar(self, number: str) -> None:
        """Never call that number again."""
        DoNotCall(self.engine).add(number, "nezvaniet", WHO, datetime.now(UTC))

    def contacts(self, campaign: str) -> tuple[Contact, ...]:
        """Everybody whom it calls."""
        return Outbound(self.engine).contacts(campaign)

    def attempts(self, number: str) -> tuple[AttemptLine, ...]:
        """The attempts at a number, the newest first."""
        return Outbound(self.engine).attempts(number)

    def promise(self, number: str, after: timedelta, department: str = "sales") -> Promise:
        """Promise a call, so long from now."""
        now = datetime.now(UTC)
        new = NewPromise(number, department, now + after, ZONE, "lv", "drīz")
        return Callbacks(self.engine).add(new, WHO, now)

    def promises(self, number: str) -> tuple[Promise, ...]:
        """Every promise to a number that is not over."""
        return Callbacks(self.engine).listed(number=number)

    def move(self, promise: Promise, after: timedelta) -> datetime:
        """Keep a promise earlier; when."""
        now = datetime.now(UTC)
        Callbacks(self.engine).move(promise.id, now + after, ZONE, "drīz", WHO, now)
        return now + after

    def read(self, promise: Promise) -> Promise:
        """The promise as it stands."""
        return Callbacks(self.engine).promise(promise.id)

    def open_attempts(self) -> int:
        """How many attempts have no end yet."""
        return len(SqlDialer(self.engine).open_attempts())

    async def settled(self, campaign: str, within: float, waiting: bool = False) -> tuple[Contact, ...]:
        """The contacts, when all are done, refused or (``waiting``) promised. Raises AssertionError."""
        over = {ContactState.DONE, ContactState.REFUSED} | ({ContactState.WAITING} if waiting else set())
        until = time.monotonic() + within
        while left := [it for it in await asyncio.to_thread(self.contacts, campaign) if it.state not in over]:
            assert time.monotonic() < until, f"Not over within {within} s: {left}\n{self.why(campaign)}"
            await asyncio.sleep(0.5)
        return self.contacts(campaign)

    def calls_on(self, campaign: str) -> bool:
        """Whether a campaign still has somebody to call; one that the circuit breaker paused has not."""
        status = Outbound(self.engine).status(campaign)
        due = status.contacts.get(ContactState.PENDING, 0) + status.contacts.get(ContactState.CALLING, 0)
        return bool(due) and status.run is not None and status.run.state is CampaignState.RUNNING

    def why(self, campaign: str) -> str:
        """How the campaign itself stands."""
        return str(Outbound(self.engine).status(campaign))

    def ends(self) -> Counter[str]:
        """All attempts there are, by their disposition."""
        with self.engine.connect() as connection:
            rows = connection.execute(text("SELECT disposition, count(*) FROM attempts GROUP BY disposition"))
            return Counter({str(disposition): count for disposition, count in rows})


@asynccontextmanager
async def callees(farm: Farm, password: str) -> AsyncIterator[Farm]:
    """The telephones of a farm, reachable."""
    async with Phone("asterisk", ENDPOINT, password) as phone:
        phone.behaviour = farm.behave
        await phone.register(3600)
        try:
            yield farm
        finally:
            await phone.register(0)


async def arrived(farm: Farm, number: str, count: int = 1, within: float = 30.0) -> Arrival:
    """The so-manyth call that reaches a number. Raises AssertionError."""
    until = time.monotonic() + within
    while len(found := farm.to(number)) < count:
        assert time.monotonic() < until, f"{number} was called {len(found)} times within {within} s."
        await asyncio.sleep(0.05)
    return found[count - 1]
