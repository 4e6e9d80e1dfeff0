"""Which work is taken next: due promises first, then the contacts of running campaigns within their pace."""

from __future__ import annotations

from datetime import datetime, timedelta

from ivr.company.campaign import Campaign
from ivr.dialer.kit import Kit
from ivr.dialer.pacing import Backoff
from ivr.dialer.placing import Dialled, Placing
from ivr.dialer.ports import CampaignRun, Work
from ivr.dialer.running import Running

PROMISES_AT_ONCE = 20  # claimed together: the rest is another dispatcher's, or of the next turn
REFUSALS_AT_ONCE = 10  # contacts of a campaign that policy refuses before others have their turn
EMPTY_FOR = timedelta(seconds=0.5)  # a campaign without a due contact is not asked again so long
# A call is got ready before its turn, so that reading and writing do not slow the pace: a little earlier than
# the last ones needed.
LEADS = (timedelta(milliseconds=20), timedelta(milliseconds=250))  # at least, at most
EVER = timedelta(
    days=1
)  # claims of our own, between two dialings: all of them, whatever the clock did meanwhile


class Claiming:
    """Used by the dispatcher's thread alone."""

    def __init__(self, kit: Kit, running: Running, placing: Placing) -> None:
        self._kit = kit
        self._running = running
        self._placing = placing
        self._line = Backoff()
        self._lead = LEADS[0]

    def may_order(self) -> bool:
        """Whether the line would take an order now."""
        now = self._kit.clock()
        return self._line.free_at(now) <= now and self._kit.line.ready()

    def promises(self) -> int:
        """Call those to whom a call is promised now; how many there were. Raises RecordsUnavailableError."""
        if not self.may_order():
            return 0
        claimed = self._kit.records.claim_promises(self._kit.clock(), PROMISES_AT_ONCE, self._kit.node)
        for place, promise in enumerate(claimed):
            if self._dial(promise) is Dialled.LINE_FAILED:
                self._let_go(len(claimed) - place - 1)
                break
        return len(claimed)

    def contacts(self) -> None:
        """One call for each campaign whose turn it is. Raises RecordsUnavailableError."""
        for run, campaign in tuple(self._running.callable(self._kit.clock())):
            for _ in range(REFUSALS_AT_ONCE):
                turn = self._turn_of(run, campaign)
                if turn is None or self._next(run, campaign, turn) is not Dialled.LATER:
                    break

    def next_turn(self, now: datetime) -> datetime | None:
        """When the next contact is to be claimed; None while no campaign may call."""
        if not self.may_order():
            return None
        turns = (
            self._running.free_at(run.id, campaign, now) for run, campaign in self._running.callable(now)
        )
        return min((turn - self._lead for turn in turns), default=None)

    def _turn_of(self, run: CampaignRun, campaign: Campaign) -> datetime | None:
        """The instant of the campaign's next call, where it is time to get it ready."""
        now = self._kit.clock()
        turn = self._running.free_at(run.id, campaign, now)
        return turn if turn - now <= self._lead and self.may_order() else None

    def _next(self, run: CampaignRun, campaign: Campaign, turn: datetime) -> Dialled | None:
        """Claim and dial one contact; None where none is due."""
        now = self._kit.clock()
        claimed = self._kit.records.claim_contacts(run.id, now, 1, self._kit.node)
        if not claimed:
            self._running.hold(run.id, campaign, now + EMPTY_FOR, exhausted=True)
            return None
        dialled = self._dial(claimed[0], turn)
        if dialled is Dialled.PLACED:
            self._learn(self._placing.ready_at - now)
        return dialled

    def _learn(self, took: timedelta) -> None:
        """How long it took to get a call ready."""
        self._lead = min(max(took * 1.5, self._lead * 0.9, LEADS[0]), LEADS[1])

    def _dial(self, work: Work, turn: datetime | None = None) -> Dialled:
        dialled = self._placing.dial(work, turn)
        if dialled is Dialled.LINE_FAILED:
            self._line = self._line.failed(self._kit.clock())
        elif dialled is Dialled.PLACED:
            self._line = self._line.worked()
        return dialled

    def _let_go(self, claims: int) -> None:
        """Claims that came to nothing because the line failed: open again, as they were."""
        if claims:
            now = self._kit.clock()
            self._kit.records.release_claims(self._kit.node, now + EVER, now)
