"""Calls of ours that nobody but the keyboard answers: what the dispatcher and the network do, pretended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from ivr.calls.desk import Desk
from ivr.company.campaign_file import CampaignFile
from ivr.company.disposition import Disposition
from ivr.company.models import Company
from ivr.conversation.events import AnsweredBy
from ivr.dialer.following import after
from ivr.dialer.placing import number_of
from ivr.dialer.ports import DialerRecords, NewAttempt, Next, Promise
from ivr.lines.simulator.call import Talk
from ivr.lines.simulator.clock import WaitingClock
from ivr.lines.simulator.commands import NotNowError
from ivr.lines.simulator.exchange import Exchange

NODE = "talk"
FAR = timedelta(days=400)  # promises lie nearer
PICKED_UP: Mapping[str, AnsweredBy] = {
    "/person": AnsweredBy.PERSON,
    "/uncertain": AnsweredBy.UNCERTAIN,
    "/machine": AnsweredBy.MACHINE,
    "/screening": AnsweredBy.SCREENING,
}
NOT_PICKED_UP: Mapping[str, Disposition] = {
    "/busy": Disposition.BUSY,
    "/noanswer": Disposition.NO_ANSWER,
    "/decline": Disposition.DECLINED,
    "/unreachable": Disposition.UNREACHABLE,
}


@dataclass(frozen=True, slots=True)
class Callee:
    """Somebody whom a campaign calls."""

    number: str  # E.164
    name: str | None
    language: str
    zone: str  # IANA


@dataclass
class Dispatcher:
    """Writes attempts down and ends them as the service does; places nothing."""

    desk: Desk
    exchange: Exchange  # where the calls are made
    records: DialerRecords
    clock: WaitingClock
    company: Company
    campaign: CampaignFile | None = None
    _made: int = 0
    _called: str | None = None

    def call(self, callee: Callee, campaign: CampaignFile) -> OutgoingCall:
        """Call somebody for a campaign."""
        attempt = NewAttempt(
            id=self._id(),
            node=NODE,
            line="simulator",
            at=self.clock.now,
            number=callee.number,
            person=callee.number,
            caller_id=campaign.campaign.caller_id,
            language=callee.language,
            zone=callee.zone,
            name=callee.name,
            campaign=campaign.id,
            fingerprint=campaign.fingerprint,
            promise=None,
            contact=None,
        )
        return self._begin(attempt)

    def promised(self) -> bool:
        """Whether another call is promised to whom we called last."""
        return self.desk.ledger.known(self._called).promise is not None

    def call_promised(self) -> OutgoingCall | None:
        """Wait for the next call that is promised, and make it; None where none is."""
        due = self.records.claim_promises(self.clock.now + FAR, 1, NODE)
        if not due:
            return None
        (promise,) = due
        self.clock.wait_until(promise.next_at)
        return self._begin(self._attempt(promise))

    def end(self, attempt: NewAttempt, disposition: Disposition) -> Next | None:
        """Write how an attempt ended; what becomes of the promise for which it was made."""
        opened = self.records.attempt(attempt.id)
        campaign = self.campaign.campaign if self.campaign else None
        following = (
            after(opened, disposition, self.company, campaign, self.clock.now)
            if opened and opened.promise
            else None
        )
        self.records.end_attempt(attempt.id, self.clock.now, disposition, following)
        return following

    def result(self, attempt: NewAttempt) -> Disposition:
        """What the conversation has come to."""
        opened = self.records.attempt(attempt.id)
        return (opened.result if opened else None) or Disposition.LOST

    def _attempt(self, promise: Promise) -> NewAttempt:
        ours = self.campaign if self.campaign and self.campaign.id == promise.campaign else None
        return NewAttempt(
            id=self._id(),
            node=NODE,
            line="simulator",
            at=self.clock.now,
            number=promise.number,
            person=promise.number,
            caller_id=ours.campaign.caller_id if ours else number_of(self.company, promise),
            language=promise.language,
            zone=promise.zone,
            name=promise.name,
            campaign=promise.campaign,
            fingerprint=ours.fingerprint if ours else None,
            promise=promise.id,
            contact=None,
        )

    def _begin(self, attempt: NewAttempt) -> OutgoingCall:
        self.records.begin_attempt(attempt)
        self._called = attempt.number
        return OutgoingCall(self, attempt)

    def _id(self) -> str:
        self._made += 1
        return f"{NODE}-{self._made}"


class OutgoingCall:
    """A call of ours: it rings until the keyboard says who or what picks up, and is then as any other."""

    def __init__(self, dispatcher: Dispatcher, attempt: NewAttempt) -> None:
        self._dispatcher = dispatcher
        self._attempt = attempt
        self._talk: Talk | None = None
        self._ended: Disposition | None = None
        self._following: Next | None = None

    @property
    def ringing(self) -> bool:
        """Whether nobody has picked up, and it has not been given up either."""
        return self._talk is None and self._ended is None

    @property
    def over(self) -> bool:
        """Whether the attempt has its end on record."""
        return self._ended is not None

    def lines(self) -> Iterator[str]:
        """What was said and done last; at the end how the attempt ended, and what becomes of a promise."""
        if self.ringing:
            yield from self._placed()
        if self._talk:
            yield from self._talk.lines()
        if self._ended and not self._talk:
            yield f"     (nobody picks up: {self._ended})"
        if self._following:
            yield f"     (the promise is {self._following.state}: {self._following.reason})"

    def hear(self, line: str) -> None:
        """Take the next line of the person at the keyboard. Raises NotNowError when it makes no sense now."""
        if self._talk:
            self._talk.hear(line)
        else:
            self._answer(line)
        if self._talk and self._talk.over:
            self._end(self._dispatcher.result(self._attempt))

    def _placed(self) -> Iterator[str]:
        attempt, at = self._attempt, self._dispatcher.clock.now
        local = at.astimezone(self._dispatcher.company.zone)
        why = f"the {attempt.campaign} campaign" if attempt.campaign else "a promise"
        yield (
            f"     (calls {attempt.number} for {why}, on {local:%Y-%m-%d at %H:%M}; "
            f"shows {attempt.caller_id})"
        )

    def _answer(self, line: str) -> None:
        if line in NOT_PICKED_UP:
            self._end(self._dispatcher.exchange.unanswered(self._attempt, NOT_PICKED_UP[line]))
        elif line in PICKED_UP:
            self._talk = self._dispatcher.exchange.outgoing(self._attempt, PICKED_UP[line])
        else:
            known = ", ".join((*PICKED_UP, *NOT_PICKED_UP))
            raise NotNowError(f'"{line}" cannot be used here: our call is ringing. Type {known}.')

    def _end(self, disposition: Disposition) -> None:
        following = self._dispatcher.end(self._attempt, disposition)
        settled = self._talk is not None and self._talk.settled
        self._ended, self._following = disposition, None if settled else following


def picks_up(line: str) -> bool:
    """Whether ``line`` says what becomes of a call that rings."""
    return line in PICKED_UP or line in NOT_PICKED_UP
