"""Places calls through Asterisk's manager interface, and tells how they end: the dialer's Originator.

An attempt's id is its channel's unique id. The order pushes a hang-up handler (ivr-attempt-ended) onto the
channel; so however a call ends, the dialplan keeps that in Asterisk's own database and tells it in an event.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import NamedTuple

from asterisk.ami import Action, Event

from ivr.clock import Clock, utc_now
from ivr.dialer.ports import LineOutcome, NotPlacedError, OpenAttempt, Order, PlacementUnknownError
from ivr.errors import LineError
from ivr.lines.asterisk.ami import AmiError, NoAnswerError, NotSentError, RefusedError
from ivr.lines.asterisk.manager import Manager
from ivr.lines.asterisk.words import End, attempt_end
from ivr.log import logger

FAMILY = "ivr-attempts"  # of Asterisk's database
ENDPOINTS: Mapping[str, str] = {
    "asterisk": "ivr-trunk",
    "test": "test-callees",
}  # Order.line → PJSIP endpoint
GRACE = 1.0  # seconds in which both tidings of a call that nobody answered arrive, in either order
UNTOLD = 10_000  # outcomes on record that Asterisk may be told later to forget

_ATTEMPT = re.compile(r"[0-9a-f]{32}")
_PLACED = "originate-"  # before the attempt's id, in the order's ActionID
_FIELDS: Mapping[str, re.Pattern[str]] = {
    "attempt": _ATTEMPT,
    "number": re.compile(r"\+[1-9][0-9]{6,14}"),
    "caller_id": re.compile(r"\+[1-9][0-9]{6,14}"),
    "language": re.compile(r"[a-z]{2,8}"),
}


class _Half(NamedTuple):
    """Tidings of a call that nobody answered, waiting for the others."""

    end: End  # what is known
    due: float  # monotonic seconds: told at the latest


class AsteriskOriginator:
    """An Originator (ivr/dialer/ports.py). May be used from any thread."""

    def __init__(self, address: tuple[str, int], user: str, secret: str, clock: Clock = utc_now) -> None:
        self._manager = Manager(address, user, secret, self._heard, self._opened)
        self._clock = clock
        self._sink: Callable[[LineOutcome], None] = lambda _: None
        self._tidings: SimpleQueue[tuple[str, End] | None] = SimpleQueue()  # attempt, what was heard of it
        self._halves: dict[str, _Half] = {}  # attempt → the first of two tidings; of the telling thread alone
        self._untold: deque[str] = deque(maxlen=UNTOLD)  # attempts that Asterisk is yet to forget

    def start(self, sink: Callable[[LineOutcome], None]) -> None:
        """Connect in the background, and keep connected; every outcome seen goes to ``sink``."""
        self._sink = sink
        # A thread of its own: the sink writes records, and what it asks of us comes through the other.
        Thread(target=self._tell, name="ami-outcomes", daemon=True).start()
        self._manager.start()

    def ready(self) -> bool:
        """Whether an order could be sent now."""
        return self._manager.ready()

    def stop(self) -> None:
        """Disconnect; calls that are up go on."""
        self._manager.stop()
        self._tidings.put(None)

    # ── Calls ───────────────────────────────────────────────────────────────────────────────────

    def place(self, order: Order) -> None:
        """Order a call; returns when Asterisk has taken the order.

        Raises:
            NotPlacedError: the order did not reach Asterisk whole, or Asterisk refused it.
            PlacementUnknownError: Asterisk did not answer the order.
        """
        action = _originate(order)
        try:
            self._manager.ask(action)
        except NoAnswerError as error:
            raise PlacementUnknownError(f"The call {order.attempt} may have been placed. {error}") from error
        except AmiError as error:
            raise NotPlacedError(f"The call {order.attempt} was not placed: {error}") from error
        logger().info("call_ordered", call_id=order.attempt, caller=order.number, line=order.line)

    def live(self, attempts: Sequence[OpenAttempt]) -> frozenset[str]:
        """Ids of those that have a channel now. Raises LineError when that cannot be found out.

        A call has its channel some milliseconds after its order was taken, not before.
        """
        *channels, last = self._manager.ask(Action("CoreShowChannels"), "CoreShowChannelsComplete").events
        if last.keys.get("EventList") != "Complete" or last.keys.get("ListItems") != str(len(channels)):
            raise LineError("Asterisk gave only a part of the list of its channels.")
        ids = frozenset(str(channel.keys.get("Uniqueid", "")) for channel in channels)
        return ids & {attempt.id for attempt in attempts}

    def hang_up(self, attempt: OpenAttempt) -> None:
        """End a call, if it is up. Raises LineError."""
        try:
            # Asterisk finds a channel by its unique id where no channel has that name.
            self._manager.ask(Action("Hangup", {"Channel": _checked("attempt", attempt.id), "Cause": "16"}))
        except RefusedError as error:
            if "No such channel" not in str(error):
                raise

    # ── What Asterisk keeps ─────────────────────────────────────────────────────────────────────

    def remembered(self, attempt: OpenAttempt) -> LineOutcome | None:
        """How a call ended while nobody listened. Its time is Asterisk's. Raises LineError."""
        action = Action("DBGet", {"Family": FAMILY, "Key": _checked("attempt", attempt.id)})
        try:
            events = self._manager.ask(action, "DBGetComplete").events
        except RefusedError as error:
            if "not found" in str(error):
                return None
            raise
        return next((_kept(attempt.id, event) for event in events if event.name == "DBGetResponse"), None)

    def forget(self, attempt: str) -> None:
        """The outcome is on record: Asterisk need not keep it. Without a connection it is told later."""
        if _ATTEMPT.fullmatch(attempt):
            self._untold.append(attempt)
            self._tell_forgotten()

    def _opened(self) -> None:
        self._tell_forgotten()
        self._tell_kept()

    def _tell_kept(self) -> None:
        """Tell what was kept, also of calls whose end is on record: those are forgotten for it.

        An Asterisk too old to list its database (no DBGetTree) keeps the latter for good, which does no harm.
        """
        try:
            events = self._manager.ask(Action("DBGetTree", {"Family": FAMILY}), "DBGetTreeComplete").events
        except AmiError as error:
            logger().info("kept_not_listed", error=str(error))
            return
        for event in events:
            outcome = _kept(str(event.keys.get("Key", "")).rpartition("/")[2], event)
            if outcome is not None and _ATTEMPT.fullmatch(outcome.attempt):
                self._sink(outcome)

    def _tell_forgotten(self) -> None:
        while self._untold:
            try:
                attempt = self._untold.popleft()
            except IndexError:  # another thread was quicker
                return
            # Setting the function, not DBDel: that would take the right to restart Asterisk.
            forgets = {"Variable": f"DB_DELETE({FAMILY}/{attempt})", "Value": "1"}
            try:
                self._manager.tell(Action("Setvar", forgets))
            except NotSentError:
                self._untold.appendleft(attempt)
                return

    # ── Outcomes ────────────────────────────────────────────────────────────────────────────────

    def _heard(self, event: Event) -> None:
        """News, on the connection's thread: only sorted here."""
        keys = event.keys
        if event.name == "UserEvent" and keys.get("UserEvent") == "IvrAttempt":
            self._take(keys.get("Attempt", ""), attempt_end(keys.get("End", "")))
        elif event.name == "OriginateResponse" and keys.get("Response") == "Failure":
            attempt = keys.get("ActionID", "").removeprefix(_PLACED)
            self._take(attempt, End(0, "", rang=False, reason=_number(keys.get("Reason", ""))))

    def _take(self, attempt: str, end: End | None) -> None:
        if end is not None and _ATTEMPT.fullmatch(attempt):
            self._tidings.put((attempt, end))

    def _tell(self) -> None:
        while True:
            with suppress(Empty):
                heard = self._tidings.get(timeout=self._patience())
                if heard is None:
                    return
                self._sort(*heard)
            for attempt in [name for name, half in self._halves.items() if half.due <= monotonic()]:
                self._hand_on(attempt, self._halves.pop(attempt).end)

    def _patience(self) -> float | None:
        """Seconds until the next half is due; None while there is none."""
        due = min((half.due for half in self._halves.values()), default=None)
        return None if due is None else max(due - monotonic(), 0.0)

    def _sort(self, attempt: str, end: End) -> None:
        """A call that was picked up is told of once. Of one that was not, Asterisk tells twice: the hang-up
        handler well, and the failed order badly, and only after both is nothing more written down there."""
        if end.stage:
            self._hand_on(attempt, end)
            return
        half = self._halves.pop(attempt, None)
        if half is None or (half.end.reason is None) is (end.reason is None):
            self._halves[attempt] = _Half(end, monotonic() + GRACE)
        else:
            self._hand_on(attempt, end if end.reason is None else half.end)

    def _hand_on(self, attempt: str, end: End) -> None:
        outcome = _outcome(attempt, end, self._clock())
        logger().info("call_ended", call_id=attempt, disposition=outcome.disposition.value, cause=end.cause)
        try:
            self._sink(outcome)
        except Exception:
            logger().exception("outcome_not_taken", call_id=attempt)


def _originate(order: Order) -> Action:
    """The order in Asterisk's words. Raises NotPlacedError where a value is not what it has to be."""
    attempt, number, caller_id, language = (_checked(name, getattr(order, name)) for name in _FIELDS)
    keys = {
        "ActionID": _PLACED + attempt,
        "Channel": f"PJSIP/{number}@{ENDPOINTS[order.line]}",
        "ChannelId": attempt,
        "Context": "ivr-outbound",
        "Exten": "s",
        "Priority": "1",
        "CallerID": f"<{caller_id}>",
        "Timeout": str(order.ring_seconds * 1_000),
        "Async": "true",
    }
    variables = {
        "IVR_ATTEMPT": attempt,
        "IVR_CALLED": caller_id,
        "IVR_LANGUAGE": language,
        "IVR_AMD": "1" if order.detect_machine else "0",
        # Set like a variable; PreDialGoSub, which is meant for it, does nothing in an asynchronous order.
        "CHANNEL(hangup_handler_push)": '"ivr-attempt-ended,s,1"',
        # A telephone that redirects us (SIP 302) would be followed into the context of incoming calls.
        "FORWARD_CONTEXT": "ivr-not-forwarded",
    }
    return Action("Originate", keys, variables)


def _checked(name: str, value: str) -> str:
    """``value``, which means nothing to Asterisk but itself. Raises NotPlacedError."""
    if not _FIELDS[name].fullmatch(value):
        raise NotPlacedError(
            f"{value!r} cannot be the {name.replace('_', ' ')} of a call; nothing was dialled."
        )
    return value


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _kept(attempt: str, event: Event) -> LineOutcome | None:
    """An entry of Asterisk's database; None for one that is not the dialplan's."""
    end = attempt_end(str(event.keys.get("Val", "")))
    return _outcome(attempt, end, datetime.fromtimestamp(end.at, UTC)) if end else None


def _outcome(attempt: str, end: End, at: datetime) -> LineOutcome:
    return LineOutcome(attempt, end.disposition, at, end.cause)
