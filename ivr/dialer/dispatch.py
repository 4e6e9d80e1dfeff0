"""The dispatcher: who is called when; nobody twice, nobody forgotten.

One thread does everything that reads or writes, one thing after the other; the line's threads only hand
outcomes in. Between two dialings this dispatcher therefore has no claim in use, and a claim of its node that
has no attempt is one that came to nothing. Other dispatchers on the same records are kept apart by claims and
unique indexes alone.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from time import monotonic

from ivr.dialer.access import Access
from ivr.dialer.claiming import Claiming
from ivr.dialer.ending import Ending
from ivr.dialer.kit import Kit
from ivr.dialer.placing import Placing
from ivr.dialer.reconciling import Reconciling
from ivr.dialer.running import Running
from ivr.dialer.sharing import share_of
from ivr.dialer.stopping import Stopping
from ivr.errors import IvrError
from ivr.log import logger

ROUND = timedelta(seconds=0.25)  # at most between two looks for due promises while a campaign runs
CALM_ROUND = timedelta(seconds=0.5)  # while none does: a promise rings so late at most
CALM = timedelta(seconds=1)  # between two looks for what operators want while no campaign runs
BEAT_EVERY = timedelta(seconds=5)
ALIVE = timedelta(seconds=15)  # without a heartbeat a dispatcher has no part in the pace any more
SEEN_AFTER = timedelta(seconds=10)  # all others have noticed a new dispatcher
AFTER_TROUBLE = timedelta(seconds=1)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
JOIN_SECONDS = 10.0  # for the round that is under way when the service stops


class Dispatcher:
    """Implements ``ivr.service.Line``. Make one for each service process."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._wake = Event()
        self._over = Event()
        self._draining = Event()
        self._quiet = Event()  # draining, and nothing rings any more
        self._running = Running(kit)
        self._ending = Ending(kit, self._running, self._wake.set)
        self._reconciling = Reconciling(kit, self._ending)
        access = Access(kit, self._running)
        placing = Placing(kit, self._running, access, self._ending)
        self._claiming = Claiming(kit, self._running, access, placing)
        self._stopping = Stopping(kit)
        self._thread: Thread | None = None
        self._connected = False
        self._round_at, self._obey_at, self._beat_at, self._reconcile_at = (_LONG_AGO,) * 4
        self._promises_at: datetime | None = None  # of the next look for them; None: that of the next round

    # ── The line ────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Connect, and begin to call."""
        self.connect()
        self._thread = Thread(target=self._run, name="dispatcher", daemon=True)
        self._thread.start()

    def connect(self) -> None:
        """Hear of outcomes from now on; whoever calls this and not ``start`` calls ``turn``."""
        self._kit.line.start(self._ending.tell)

    def drain(self, timeout: float) -> bool:
        """Make no new call; let ringing telephones be answered or ring out, at most ``timeout`` seconds.

        Calls go on being talked and put on record until ``stop``.
        """
        self._draining.set()
        self._wake.set()
        return self._thread is None or self._quiet.wait(timeout)

    def stop(self) -> None:
        """Leave. Calls that are up go on; how they end is reconciled by whoever runs next."""
        self._over.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)
        self._kit.line.stop()

    def _run(self) -> None:
        while not self._over.is_set():
            self._wake.wait(self.turn().total_seconds())
            self._wake.clear()

    # ── One turn ────────────────────────────────────────────────────────────────────────────────

    def turn(self) -> timedelta:
        """Do whatever is due now; how long nothing will be, unless the line tells of an end."""
        try:
            return self._turn()
        except IvrError as error:
            logger().error("dialer_interrupted", why=str(error))
        except Exception:
            logger().exception("dialer_interrupted")
        self._reconcile_at = _LONG_AGO  # what was claimed and not dialled is released
        return AFTER_TROUBLE

    def _turn(self) -> timedelta:
        now = self._kit.clock()
        self._beat(now)
        self._ending.write()
        self._reconcile(now)
        whole = now >= self._round_at
        if whole:
            self._round_at = now + (ROUND if self._running.any() else CALM_ROUND)
            self._obey(now)
        if self._draining.is_set():
            return self._drained()
        return self._call(now, whole)

    def _beat(self, now: datetime) -> None:
        if now - self._beat_at < BEAT_EVERY:
            return
        share = share_of(self._kit.node, self._kit.records.live_nodes(now, ALIVE))
        self._kit.records.beat(self._kit.node, now)
        new = share.of > 1 and now - self._beat_at > ALIVE
        self._running.share(share, now + SEEN_AFTER if new else None)
        self._beat_at = now

    def _reconcile(self, now: datetime) -> None:
        connected = self._kit.line.ready()
        if now >= self._reconcile_at or (connected and not self._connected):
            self._reconcile_at = now + self._reconciling.run()
        self._connected = connected

    def _obey(self, now: datetime) -> None:
        """What operators want of the campaigns: of one that runs, at once."""
        if now < self._obey_at:
            return
        self._running.look()
        self._running.finish()
        self._stopping.hang_up(self._running.stopped())
        self._obey_at = now + (ROUND if self._running.any() else CALM)

    def _call(self, now: datetime, whole: bool) -> timedelta:
        if whole or (self._promises_at is not None and now >= self._promises_at):
            self._promises_at = self._claiming.promises()
        self._claiming.contacts()
        now = self._kit.clock()
        turns = (self._round_at, self._promises_at, self._claiming.next_turn(now))
        return max(timedelta(0), min(turn for turn in turns if turn is not None) - now)

    def _drained(self) -> timedelta:
        ringing = [each for each in self._kit.records.open_attempts(self._kit.node) if not each.talked]
        if not ringing:
            self._quiet.set()
        return ROUND


class Together:
    """The dispatchers of one service, each on its line, as one ``ivr.service.Line``."""

    def __init__(self, dispatchers: tuple[Dispatcher, ...]) -> None:
        self._dispatchers = dispatchers

    def start(self) -> None:
        """Begin to call."""
        for dispatcher in self._dispatchers:
            dispatcher.start()

    def drain(self, timeout: float) -> bool:
        """See Dispatcher.drain; all of them at the same time."""
        until = monotonic() + timeout
        for dispatcher in self._dispatchers:
            dispatcher.drain(0)
        return all([dispatcher.drain(max(0.0, until - monotonic())) for dispatcher in self._dispatchers])  # noqa: C419 - each is waited for

    def stop(self) -> None:
        """See Dispatcher.stop."""
        for dispatcher in self._dispatchers:
            dispatcher.stop()
