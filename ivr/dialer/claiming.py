"""Which work is taken next: due promises first, then the contacts of running campaigns within their pace."""

from __future__ import annotations

from datetime import datetime, timedelta

from ivr.company.campaign import Campaign
from ivr.dialer.access import Access
from ivr.dialer.kit import Kit
from ivr.dialer.placing import Dialled, Placing
from ivr.dialer.ports import CampaignRun
from ivr.dialer.running import Running

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

    def __init__(self, kit: Kit, running: Running, access: Access, placing: Placing) -> None:
        self._kit = kit
        self._running = running
        self._access = access
        self._placing = placing
        self._lead = LEADS[0]

    def promises(self) -> datetime | None:
        """Call those to whom a call is promised now; when to look again, where more may be due already.

        Raises RecordsUnavailableError.
        """
        now, most = self._kit.clock(), self._access.at_once
        turn = self._access.free_at(now)
        if turn is None or turn - now > self._lead:
            return self._ahead(turn)
        claimed = self._kit.records.claim_promises(now, most, self._kit.node, self._running.elsewhere())
        for place, promise in enumerate(claimed):
            if self._placing.dial(promise, turn) is Dialled.LINE_FAILED:
                self._let_go(len(claimed) - place - 1)
                break
        return self._ahead(self._access.free_at(now)) if len(claimed) == most else None

    def contacts(self) -> None:
        """One call for each campaign whose turn it is. Raises RecordsUnavailableError."""
        for run, campaign in tuple(self._running.callable(self._kit.clock())):
            for _ in range(REFUSALS_AT_ONCE):
                turn = self._turn_of(run, campaign)
                if turn is None or self._next(run, campaign, turn) is not Dialled.LATER:
                    break

    def next_turn(self, now: datetime) -> datetime | None:
        """When the next contact is to be claimed; None while no campaign may call."""
        turns = (self._free_at(run, campaign, now) for run, campaign in self._running.callable(now))
        return min((turn - self._lead for turn in turns if turn is not None), default=None)

    def _ahead(self, turn: datetime | None) -> datetime | None:
        """When to get the call of a turn ready: whoever wakes at the turn itself has missed it."""
        return None if turn is None else turn - self._lead

    def _turn_of(self, run: CampaignRun, campaign: Campaign) -> datetime | None:
        """The instant of the campaign's next call, where it is time to get it ready."""
        now = self._kit.clock()
        turn = self._free_at(run, campaign, now)
        return turn if turn is not None and turn - now <= self._lead else None

    def _free_at(self, run: CampaignRun, campaign: Campaign, now: datetime) -> datetime | None:
        """When the campaign's pace and the line let a call be placed; None while the line is down."""
        return self._access.free_at(self._running.free_at(run.id, campaign, now))

    def _next(self, run: CampaignRun, campaign: Campaign, turn: datetime) -> Dialled | None:
        """Claim and dial one contact; None where none is due."""
        now = self._kit.clock()
        claimed = self._kit.records.claim_contacts(run.id, now, 1, self._kit.node)
        if not claimed:
            self._running.hold(run.id, campaign, now + EMPTY_FOR, exhausted=True)
            return None
        dialled = self._placing.dial(claimed[0], turn)
        if dialled is Dialled.PLACED:
            self._learn(self._placing.ready_at - now)
        return dialled

    def _learn(self, took: timedelta) -> None:
        """How long it took to get a call ready."""
        self._lead = min(max(took * 1.5, self._lead * 0.9, LEADS[0]), LEADS[1])

    def _let_go(self, claims: int) -> None:
        """Claims that came to nothing because the line failed: open again, as they were."""
        if claims:
            now = self._kit.clock()
            self._kit.records.release_claims(self._kit.node, now + EVER, now)
