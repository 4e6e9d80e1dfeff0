"""DialerRecords in memory, with the constraints of the real ones: claims, open attempts, the DNC list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import RLock

from ivr.calls.ports import RecordsUnavailableError
from ivr.company.disposition import Disposition
from ivr.dialer.ports import (
    AlreadyCallingError,
    CampaignRun,
    CampaignState,
    ClaimLostError,
    Consent,
    Contact,
    ContactState,
    DoNotCallError,
    Facts,
    NewAttempt,
    Next,
    OpenAttempt,
    Past,
    Promise,
    PromiseState,
    Work,
)

FREE = {PromiseState.OPEN, ContactState.PENDING}
CALLING = {PromiseState.CALLING, ContactState.CALLING}
EVER = datetime.min.replace(tzinfo=UTC)
FINISHED = {ContactState.DONE, ContactState.REFUSED}
SETTLED = {PromiseState.KEPT, PromiseState.CANCELLED, PromiseState.HANDED_OVER}


@dataclass
class Attempt:
    """A row."""

    new: NewAttempt
    tries: int
    result: Disposition | None = None
    talked: bool = False
    call_open: bool = False
    ends: list[Disposition] = field(default_factory=list)  # must come to exactly one

    def opened(self) -> OpenAttempt:
        new = self.new
        return OpenAttempt(
            new.id,
            new.node,
            new.line,
            new.at,
            new.number,
            new.caller_id,
            new.campaign,
            new.promise,
            new.contact,
            self.tries,
            self.result,
            new.id if self.talked else None,
            self.call_open,
        )


class FakeRecords:
    """What is written stays, whatever becomes of who wrote it."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.promises: dict[str, Promise] = {}
        self.contacts: dict[int, Contact] = {}
        self.claims: dict[str | int, tuple[str, datetime]] = {}
        self.attempts: dict[str, Attempt] = {}
        self.barred: dict[str, datetime] = {}
        self.consents: dict[str, Consent] = {}
        self.campaigns: dict[str, CampaignRun] = {}
        self.changes: list[CampaignRun] = []
        self.beats: dict[str, datetime] = {}
        self.failing = False  # every method raises RecordsUnavailableError

    # ── What the dispatcher asks ────────────────────────────────────────────────────────────────

    def claim_promises(
        self, now: datetime, limit: int, node: str, but: frozenset[str | None] = frozenset()
    ) -> tuple[Promise, ...]:
        with self._transaction():
            due = [each for each in self.promises.values() if each.state in FREE and each.next_at <= now]
            due = [each for each in due if each.campaign not in but]
            due.sort(key=lambda each: each.next_at)
            return tuple(self._claimed(each, node, now) for each in due[:limit])

    def claim_contacts(self, campaign: str, now: datetime, limit: int, node: str) -> tuple[Contact, ...]:
        with self._transaction():
            run = self.campaigns.get(campaign)
            if run is None or run.state is not CampaignState.RUNNING:
                return ()
            mine = (each for each in self.contacts.values() if each.campaign == campaign)
            due = [each for each in mine if each.state in FREE and each.next_at <= now]
            return tuple(self._claimed(each, node, now) for each in due[:limit])

    def begin_attempt(self, attempt: NewAttempt) -> None:
        with self._transaction():
            work = self._work(attempt)
            if work.state not in CALLING or self.claims.get(work.id, ("",))[0] != attempt.node:
                raise ClaimLostError("The work changed since it was claimed.")
            if attempt.number in self.barred:
                raise DoNotCallError("The person asked not to be called.")
            for other in self._open():
                if other.new.number == attempt.number or other.new.person == attempt.person:
                    raise AlreadyCallingError("The person is being called already.")
            assert attempt.id not in self.attempts
            self.attempts[attempt.id] = Attempt(attempt, work.tries)

    def put_back(self, work: Work, following: Next, now: datetime) -> None:
        with self._transaction():
            if not any(self._work(each.new).id == work.id for each in self._open()):
                self._follow(work.id, following)

    def end_attempt(
        self, attempt: str, at: datetime, disposition: Disposition, following: Next | None
    ) -> bool:
        with self._transaction():
            row = self.attempts[attempt]
            if row.ends:
                return False
            row.ends.append(disposition)
            row.call_open = False
            work = self._work(row.new)
            self.keep(replace(work, tries=work.tries + 1))
            if isinstance(work, Contact):
                self.keep(replace(self._work(row.new), disposition=disposition))
            if following is not None:
                self._follow(work.id, following)
            return True

    def open_attempts(self, node: str | None = None) -> tuple[OpenAttempt, ...]:
        with self._transaction():
            return tuple(each.opened() for each in self._open() if node in {None, each.new.node})

    def attempt(self, attempt: str) -> OpenAttempt | None:
        with self._transaction():
            row = self.attempts.get(attempt)
            return None if row is None or row.ends else row.opened()

    def release_claims(self, node: str, before: datetime, now: datetime) -> int:
        with self._transaction():
            busy = {self._work(each.new).id for each in self._open()}
            stale = [
                id_
                for id_, (owner, since) in self.claims.items()
                if owner == node and since < before and id_ not in busy
            ]
            for id_ in stale:
                work = self._by_id(id_)
                state = PromiseState.OPEN if isinstance(work, Promise) else ContactState.PENDING
                self._follow(id_, Next(state, work.next_at, "released"))
            return len(stale)

    def runs(self) -> tuple[CampaignRun, ...]:
        with self._transaction():
            return tuple(self.campaigns.values())

    def set_run(self, run: CampaignRun, now: datetime) -> None:
        with self._transaction():
            self.campaigns[run.id] = run
            self.changes.append(run)

    def unfinished(self, campaign: str) -> int:
        with self._transaction():
            mine = (each for each in self.contacts.values() if each.campaign == campaign)
            return sum(each.state not in FINISHED for each in mine)

    def facts(self, number: str, person: str | None, campaign: str | None, now: datetime) -> Facts:
        with self._transaction():
            up = [each.new for each in self._open()]
            past = tuple(
                Past(
                    row.new.at, row.new.number, row.new.campaign, row.new.promise, next(iter(row.ends), None)
                )
                for row in self.attempts.values()
                if row.new.number == number or row.new.person == person
            )
            return Facts(
                number,
                self.barred.get(number),
                self.consents.get(number),
                None,
                past,
                len(up),
                sum(each.campaign == campaign for each in up),
                0,
                0,
            )

    def beat(self, node: str, now: datetime) -> None:
        with self._transaction():
            self.beats[node] = now

    def live_nodes(self, now: datetime, within: timedelta) -> tuple[str, ...]:
        with self._transaction():
            return tuple(sorted(node for node, seen in self.beats.items() if now - seen <= within))

    def dead_nodes(self, now: datetime, after: timedelta) -> tuple[str, ...]:
        with self._transaction():
            busy = {each.new.node for each in self._open()} | {owner for owner, _ in self.claims.values()}
            return tuple(node for node in sorted(busy) if now - self.beats.get(node, EVER) > after)

    # ── What conversations and operators write ──────────────────────────────────────────────────

    def keep(self, what: Work | CampaignRun) -> None:
        """Write it as it is."""
        where = {Promise: self.promises, Contact: self.contacts, CampaignRun: self.campaigns}[type(what)]
        where[what.id] = what

    def pick_up(self, attempt: str) -> None:
        """The first turn of its conversation is written."""
        with self._transaction():
            row = self.attempts[attempt]
            row.talked = row.call_open = True

    def conclude(self, attempt: str, result: Disposition, promise: Promise | None = None) -> None:
        """The last turn."""
        with self._transaction():
            row = self.attempts[attempt]
            row.call_open, row.result = False, result
            work = self._work(row.new)
            if promise is not None:
                self.keep(promise)
                if isinstance(work, Contact):
                    self._settle(work.id, ContactState.WAITING)
            if result is Disposition.OPTED_OUT:
                self.bar(row.new.number, row.new.at)

    def contact_of(self, attempt: str) -> int | None:
        """The campaign's contact that is talked with."""
        return self.attempts[attempt].new.contact

    def close_lost(self) -> None:
        """A service starts: calls of the dead one are over."""
        for row in self._open():
            row.call_open = False

    def bar(self, number: str, now: datetime) -> None:
        """Somebody does not want to be called again."""
        self.barred[number] = now
        persons = {each.person for each in self.contacts.values() if each.number == number} | {number}
        numbers = {each.number for each in self.contacts.values() if each.person in persons} | {number}
        for each in tuple(self.promises.values()):
            if each.number in numbers and each.state not in SETTLED:
                self._settle(each.id, PromiseState.CANCELLED)
        for each in tuple(self.contacts.values()):
            if each.number in numbers and each.state not in FINISHED:
                self._settle(each.id, ContactState.REFUSED)

    def _settle(self, id_: str | int, state: PromiseState | ContactState) -> None:
        self.claims.pop(id_, None)
        self.keep(replace(self._by_id(id_), state=state))

    # ── Rows ────────────────────────────────────────────────────────────────────────────────────

    def _transaction(self) -> RLock:
        if self.failing:
            raise RecordsUnavailableError("The records cannot be used now: no disk.")
        return self.lock

    def _open(self) -> list[Attempt]:
        return [each for each in self.attempts.values() if not each.ends]

    def _work(self, attempt: NewAttempt) -> Work:
        return self.promises[attempt.promise] if attempt.promise else self.contacts[attempt.contact]

    def _by_id(self, id_: str | int) -> Work:
        return self.promises[id_] if isinstance(id_, str) else self.contacts[id_]

    def _claimed(self, work, node: str, now: datetime):
        self.claims[work.id] = (node, now)
        state = PromiseState.CALLING if isinstance(work, Promise) else ContactState.CALLING
        self.keep(replace(work, state=state))
        return self._by_id(work.id)

    def _follow(self, id_: str | int, following: Next) -> None:
        work = self._by_id(id_)
        if work.state not in CALLING:
            return
        self.claims.pop(id_, None)
        changed = replace(work, state=following.state, next_at=following.at or work.next_at)
        if isinstance(work, Contact):
            changed = replace(changed, reason=following.reason)
        self.keep(changed)
        if isinstance(work, Promise) and work.contact is not None and following.state in SETTLED:
            contact = self.contacts[work.contact]
            if contact.state is ContactState.WAITING:
                self.keep(replace(contact, state=ContactState.DONE))
