"""Places calls through Twilio's REST API, and tells how they end: the dialer's Originator.

Twilio keeps no word of ours with a call. Its status callback carries the attempt in our own address; where
that never came, the call is looked for by who was called, from which number, and since when: no two attempts
at one number are open at once. Source: Twilio's documentation of the Call resource.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from threading import BoundedSemaphore, Lock
from typing import Any

from requests import ConnectionError as ConnectError
from requests import ConnectTimeout
from requests.exceptions import ProxyError, SSLError
from twilio.base.exceptions import TwilioException
from twilio.rest import Client
from urllib3.exceptions import NewConnectionError

from ivr.clock import Clock, utc_now
from ivr.company.disposition import Disposition
from ivr.conversation.events import AnsweredBy
from ivr.dialer.ports import LineOutcome, NotPlacedError, OpenAttempt, Order, PlacementUnknownError
from ivr.errors import LineError
from ivr.lines.twilio import rest, words
from ivr.lines.twilio.addresses import Addresses
from ivr.log import logger

DIRECTION = "outbound-api"  # of calls that REST orders
UNDER_WAY = ("queued", "ringing", "in-progress")  # the way of a call: asked for in this order, none slips by
PAGE_SIZE = 1_000  # calls that one request tells, the most there can be
MOST = 20  # calls to one number that are looked through, the latest first
CLOCKS_APART = timedelta(seconds=10)  # at most, Twilio's and ours
KNOWN = 10_000  # calls whose ids are remembered; the one learnt first is forgotten first
REDIRECTS = 4  # at once: they are ordered by threads that answer callers, and Twilio may take its time
# Statuses of HTTP: Twilio has understood what it is asked for, and does not do it; there is no such call.
REFUSED, GONE = range(400, 500), 404


class TwilioOriginator:
    """An Originator (ivr/dialer/ports.py). May be used from any thread."""

    def __init__(self, client: Client, addresses: Addresses, clock: Clock = utc_now) -> None:
        self._client, self._addresses, self._clock = client, addresses, clock
        self._lock, self._redirects = Lock(), BoundedSemaphore(REDIRECTS)
        self._calls: OrderedDict[str, str] = OrderedDict()  # attempt → CallSid, as far as it is known here
        self._sink: Callable[[LineOutcome], None] | None = None
        self._early: list[LineOutcome] = []  # told before anybody listened

    def start(self, sink: Callable[[LineOutcome], None]) -> None:
        """Every outcome told goes to ``sink``. There is no connection to keep."""
        with self._lock:
            self._sink, early, self._early = sink, self._early, []
        for outcome in early:
            sink(outcome)

    def ready(self) -> bool:
        """Whether an order could be sent: as far as anybody knows before it is."""
        return self._sink is not None

    def stop(self) -> None:
        """Nothing is to be left; calls that are up go on."""

    # ── What the webhooks tell ──────────────────────────────────────────────────────────────────

    def tell(self, outcome: LineOutcome) -> None:
        """A call has ended: told by its status callback, to whichever service."""
        with self._lock:
            sink = self._sink
            if sink is None:
                self._early.append(outcome)
        if sink is not None:
            sink(outcome)

    def learn(self, attempt: str, call_id: str) -> None:
        """Which call an attempt is: spares looking for it."""
        with self._lock:
            self._calls[attempt] = call_id
            if len(self._calls) > KNOWN:
                self._calls.popitem(last=False)

    # ── Calls ───────────────────────────────────────────────────────────────────────────────────

    def place(self, order: Order) -> None:
        """Order a call; returns when Twilio has taken the order, or has said that nobody has the number.

        Raises:
            NotPlacedError: the order did not reach Twilio, or Twilio refused it.
            PlacementUnknownError: Twilio did not answer the order, or failed over it.
        """
        try:
            call = self._client.calls.create(**self._fields(order))
        except rest.FAILURES as error:
            self._not_taken(order, error)
            return
        self.learn(order.attempt, call.sid)
        logger().info(
            "call_ordered", call_id=call.sid, attempt=order.attempt, caller=order.number, line=order.line
        )

    def live(self, attempts: Sequence[OpenAttempt]) -> frozenset[str]:
        """Ids of those that are up now, or wait at Twilio to be dialled. Raises LineError."""
        with _asked():
            up = [call for status in UNDER_WAY for call in self._list(status=status)]
        sids = {call.sid for call in up}
        return frozenset(each.id for each in attempts if self._call_id(each) in sids or _of(each, up))

    def remembered(self, attempt: OpenAttempt) -> LineOutcome | None:
        """How a call ended, as Twilio has it on its list. Raises LineError, also where it has not ended."""
        with _asked():
            call = self._find(attempt)
        if call is None:
            return None
        disposition = words.end(call.status, 0, call.sid)
        if disposition is None:
            raise LineError(f"The call {call.sid} is {call.status}, and was not listed as such just now.")
        return LineOutcome(attempt.id, _picked_up_by(call, disposition), call.end_time or self._clock())

    def forget(self, attempt: str) -> None:
        """The outcome is on record. Twilio keeps its list by itself."""
        with self._lock:
            self._calls.pop(attempt, None)

    def hang_up(self, attempt: OpenAttempt) -> None:
        """End a call, if it is up. Raises LineError."""
        with _asked():
            call = self._find(attempt)
        if call is not None and call.status in words.UNDER_WAY:
            self._change(call.sid, status="completed")

    def redirect(self, call_id: str, url: str) -> None:
        """Send a live call to another page; nothing happens to one that is over.

        Raises:
            LineError: Twilio did not do it, or REDIRECTS are under way: nobody waits here.
        """
        if not self._redirects.acquire(blocking=False):
            raise LineError(f"Only {REDIRECTS} calls are sent to another page at once.")
        try:
            self._change(call_id, url=url, method="POST")
        finally:
            self._redirects.release()

    # ── How ─────────────────────────────────────────────────────────────────────────────────────

    def _fields(self, order: Order) -> Mapping[str, Any]:
        at, attempt = self._addresses, order.attempt
        fields = {
            "to": order.number,
            "from_": order.caller_id,
            "url": at.answered(attempt),
            "fallback_url": at.fallback(ours=True, language=order.language),
            "status_callback": at.status(attempt),
            "status_callback_event": ["completed"],  # whatever the end is
            "timeout": order.ring_seconds,
        }
        detection = {
            "machine_detection": "DetectMessageEnd",  # a machine's message is spoken after its greeting
            "async_amd": "true",  # a person need not wait for it
            "async_amd_status_callback": at.machine(attempt),
        }
        return {**fields, **(detection if order.detect_machine else {})}

    def _not_taken(self, order: Order, error: Exception) -> None:
        status, code = _answered(error)
        told = f"The call {order.attempt} was not placed: {rest.told(error)}"
        if status in REFUSED and code in words.REFUSED_NUMBERS:
            logger().warning("number_refused", call_id="", attempt=order.attempt, code=code, why=told)
            self.tell(LineOutcome(order.attempt, words.REFUSED_NUMBERS[code], self._clock()))
        elif status in REFUSED or _never_sent(error):
            raise NotPlacedError(told) from error
        else:
            why = f"The call {order.attempt} may have been placed. {rest.told(error)}"
            raise PlacementUnknownError(why) from error

    def _find(self, attempt: OpenAttempt) -> Any | None:
        """The call that an attempt is, as Twilio has it now; None where it has none."""
        call_id = self._call_id(attempt)
        if call_id is None:
            calls = self._list(to=attempt.number, from_=attempt.caller_id, limit=MOST)
            return _of(attempt, calls)
        try:
            return self._client.calls(call_id).fetch()
        except TwilioException as error:
            if _answered(error)[0] == GONE:
                return None
            raise

    def _call_id(self, attempt: OpenAttempt) -> str | None:
        with self._lock:
            return attempt.call_id or self._calls.get(attempt.id)

    def _list(self, limit: int | None = None, **wanted: str) -> list[Any]:
        found: list[Any] = self._client.calls.list(limit=limit, page_size=limit or PAGE_SIZE, **wanted)
        return found

    def _change(self, call_id: str, **fields: str) -> None:
        with _asked():
            try:
                self._client.calls(call_id).update(**fields)
            except TwilioException as error:
                status, code = _answered(error)
                if status != GONE and code != words.NOT_IN_PROGRESS:
                    raise
                logger().info("call_over_already", call_id=call_id)


@contextmanager
def _asked() -> Iterator[None]:
    """What goes wrong inside becomes a LineError."""
    try:
        yield
    except rest.FAILURES as error:
        raise LineError(rest.told(error)) from error


def _of(attempt: OpenAttempt, calls: list[Any]) -> Any | None:
    """The latest of ``calls`` that can be that attempt's."""
    since = attempt.at - CLOCKS_APART
    found = [call for call in calls if _is_between(attempt, call) and (call.date_created or since) >= since]
    return max(found, key=lambda call: call.date_created or since, default=None)


def _is_between(attempt: OpenAttempt, call: Any) -> bool:
    # The package tells the caller's number in this attribute alone.
    between = (call.to, call._from)
    return call.direction == DIRECTION and between == (attempt.number, attempt.caller_id)


def _picked_up_by(call: Any, disposition: Disposition) -> Disposition:
    """Somebody with whom nobody spoke may have been a machine."""
    if disposition is not Disposition.ABANDONED or not call.answered_by:
        return disposition
    machine = words.answered_by(call.answered_by, call.sid) is AnsweredBy.MACHINE
    return Disposition.MACHINE if machine else disposition


def _answered(error: Exception) -> tuple[int, int]:
    """Status of HTTP, and Twilio's code, of a request that went wrong; 0 where nothing came back."""
    status, code = getattr(error, "status", 0), getattr(error, "code", 0)
    return status if isinstance(status, int) else 0, code if isinstance(code, int) else 0


def _never_sent(error: Exception) -> bool:
    """Whether there was no connection on which a request could have been sent."""
    if isinstance(error, ConnectTimeout | ProxyError):
        return True
    cause = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(error, ConnectError) and (
        isinstance(cause, NewConnectionError) or (isinstance(error, SSLError) and "CERTIFICATE" in str(cause))
    )
