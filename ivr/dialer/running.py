"""The campaigns as operators want them: looked up each round; which may call, which are done, which broke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.dialer.following import after
from ivr.dialer.kit import Kit
from ivr.dialer.pacing import Breaker, Pace
from ivr.dialer.ports import CampaignRun, CampaignState, Next, OpenAttempt
from ivr.dialer.readiness import Readiness
from ivr.dialer.sharing import Share
from ivr.errors import IvrError
from ivr.log import logger

DONE_EVERY = timedelta(seconds=2)  # between looks whether anything is left to do


@dataclass(slots=True)
class _Course:
    """What this dispatcher remembers of a campaign while it runs."""

    pace: Pace
    breaker: Breaker = field(default_factory=Breaker)
    held_until: datetime | None = None  # no call before: nobody is due, or as many calls are up as may be
    exhausted: bool = False  # nobody was due when somebody was looked for last


class Running:
    """Used by the dispatcher's thread alone."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._readiness = Readiness(kit)
        self._runs: dict[str, CampaignRun] = {}
        self._courses: dict[str, _Course] = {}
        self._lines: dict[str, str | None] = {}  # fingerprint of a campaign's file → its line, if it is read
        self._elsewhere: frozenset[str] = frozenset()
        self._done_at: datetime | None = None
        self._share = Share()
        self._alone_until: datetime | None = None  # the others do not know of this dispatcher before

    # ── Looking ─────────────────────────────────────────────────────────────────────────────────

    def look(self) -> None:
        """See what operators want now. Raises RecordsUnavailableError."""
        runs = {run.id: run for run in self._kit.records.runs()}
        for run in runs.values():
            if run.state is CampaignState.RUNNING and self._runs.get(run.id) != run:
                self._courses.pop(run.id, None)  # started or resumed: a new breaker
        self._runs = runs
        self._elsewhere = frozenset(run.id for run in runs.values() if self._is_elsewhere(run))

    def run_of(self, campaign: str) -> CampaignRun | None:
        """A campaign as it was started last. Raises RecordsUnavailableError."""
        if campaign not in self._runs:
            self.look()  # what ended while nobody listened is told before the first look
        return self._runs.get(campaign)

    def campaign(self, id_: str | None) -> Campaign | None:
        """What a campaign says and does; None where there is none, or its file cannot be read back."""
        run = self.run_of(id_) if id_ else None
        if run is None:
            return None
        try:
            return self._kit.standards.campaign(run.fingerprint, run.company)
        except IvrError as error:
            self._pause(run, f"Its file cannot be used: {error}")
            return None

    def callable(self, now: datetime) -> Iterator[tuple[CampaignRun, Campaign]]:
        """Campaigns that may call: they run, their sentences are rendered, and they are not held back."""
        if self._alone_until is not None and now < self._alone_until:
            return
        for run in tuple(self._runs.values()):
            ours = run.state is CampaignState.RUNNING and run.id not in self._elsewhere
            campaign = self.campaign(run.id) if ours else None
            if campaign is not None and self._ready(run, campaign):
                held = self._course(run.id, campaign).held_until
                if held is None or held <= now:
                    yield run, campaign

    def elsewhere(self) -> frozenset[str | None]:
        """Campaigns whose calls are those of dispatchers on other lines; None: so are those of none."""
        _, company = self._kit.standards.current()
        return self._elsewhere if company.callbacks.line in self._kit.lines else self._elsewhere | {None}

    def any(self) -> bool:
        """Whether some campaign runs, be it on another line."""
        return any(run.state is CampaignState.RUNNING for run in self._runs.values())

    def stopped(self) -> frozenset[str]:
        """Campaigns that were stopped at once."""
        return frozenset(run.id for run in self._runs.values() if run.state is CampaignState.STOPPED)

    def _is_elsewhere(self, run: CampaignRun) -> bool:
        """Whose file cannot be read is everybody's: whoever comes first says so."""
        if run.fingerprint not in self._lines:
            campaign = self.campaign(run.id)
            self._lines[run.fingerprint] = campaign.line if campaign else None
        line = self._lines[run.fingerprint]
        return line is not None and line not in self._kit.lines

    def _ready(self, run: CampaignRun, campaign: Campaign) -> bool:
        try:
            return self._readiness.ready(run, campaign)
        except IvrError as error:
            self._pause(run, str(error))
            return False

    # ── Pace ────────────────────────────────────────────────────────────────────────────────────

    def share(self, share: Share, not_before: datetime | None) -> None:
        """Keep every pace together with others; those who come to them call nobody ``not_before``."""
        self._share = share
        self._alone_until = not_before or self._alone_until

    def free_at(self, id_: str, campaign: Campaign, now: datetime) -> datetime:
        """When the campaign's next call may be placed: ``now``, or later.

        Where the line's account has a pace, it is that pace's turns which are taken; of the campaign's own
        each dispatcher keeps its part.
        """
        pace = self._course(id_, campaign).pace
        if self._kit.per_second is None:
            return self.turn(pace, now)
        return self._share.of_pace(pace).free_at(now)

    def turn(self, pace: Pace, at: datetime) -> datetime:
        """When this dispatcher may place a call by a pace that all keep together: ``at``, or later."""
        return self._share.free_at(pace.free_at(at), pace.interval)

    def placed(self, id_: str, campaign: Campaign, at: datetime) -> None:
        """A call of that campaign was placed. A promised one takes its turn too, but does not wait for it."""
        course = self._course(id_, campaign)
        course.pace = replace(course.pace, last=at)

    def hold(self, id_: str, campaign: Campaign, until: datetime, exhausted: bool = False) -> None:
        """Claim nothing for that campaign before ``until``, or the end of one of its calls."""
        course = self._course(id_, campaign)
        course.held_until, course.exhausted = until, exhausted

    def _course(self, id_: str, campaign: Campaign) -> _Course:
        if id_ not in self._courses:
            self._courses[id_] = _Course(Pace(campaign.pacing.per_second))
        return self._courses[id_]

    # ── Ends ────────────────────────────────────────────────────────────────────────────────────

    def after(self, opened: OpenAttempt, disposition: Disposition) -> Next:
        """What becomes of the work of an attempt that ended so."""
        _, company = self._kit.standards.current()
        return after(opened, disposition, company, self.campaign(opened.campaign), self._kit.clock())

    def ended(self, opened: OpenAttempt, disposition: Disposition) -> None:
        """Count the end of an attempt; a campaign whose calls mostly fail is paused."""
        campaign = self.campaign(opened.campaign)
        if opened.campaign is None or campaign is None:
            return
        course = self._course(opened.campaign, campaign)
        course.held_until = None  # a line is free
        course.breaker = course.breaker.after(disposition)
        if course.breaker.tripped:
            self.pause(opened.campaign, course.breaker.tripped)

    def pause(self, id_: str, why: str) -> None:
        """Pause a running campaign, and say why. Raises RecordsUnavailableError."""
        run = self._runs.get(id_)
        if run is not None:
            self._pause(run, why)

    def finish(self) -> None:
        """Set DONE what runs and has nothing left to do. Raises RecordsUnavailableError."""
        now = self._kit.clock()
        if self._done_at is not None and now - self._done_at < DONE_EVERY:
            return
        self._done_at = now
        for run in tuple(self._runs.values()):
            # The count costs: it is asked for only where nobody was due.
            if self._exhausted(run) and self._kit.records.unfinished(run.id) == 0:
                logger().info("campaign_done", campaign=run.id)
                self._set(run, CampaignState.DONE, "Every contact is done or refused.")

    def _exhausted(self, run: CampaignRun) -> bool:
        course = self._courses.get(run.id)
        return run.state is CampaignState.RUNNING and course is not None and course.exhausted

    def _pause(self, run: CampaignRun, why: str) -> None:
        if run.state is CampaignState.RUNNING:
            logger().error("campaign_paused", campaign=run.id, why=why)
            self._set(run, CampaignState.PAUSED, why)

    def _set(self, seen: CampaignRun, state: CampaignState, why: str) -> None:
        """Change a campaign, unless an operator has meanwhile."""
        if seen in self._kit.records.runs():
            changed = replace(seen, state=state, why=why)
            self._kit.records.set_run(changed, self._kit.clock())
            self._runs[seen.id] = changed
        else:
            self.look()
