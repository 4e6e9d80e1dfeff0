"""<Enqueue>: the call waits, hears the documents of the waitUrl again and again, and is taken or leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ivr.lines.twilio.standin.rules import IN_QUEUE
from ivr.lines.twilio.standin.verbs import Enqueue
from ivr.lines.twilio.standin.waits import (
    CallerGone,
    Diverted,
    FailedError,
    Go,
    How,
    Queues,
    Steps,
    TakenOut,
    TalkEnded,
    Talks,
    TurnedAway,
)

if TYPE_CHECKING:
    from ivr.lines.twilio.standin.perform import Performance

MUSIC_SECONDS = 30.0  # of Twilio's own, where there is no waitUrl
PAUSE_SECONDS = 1.0  # between two documents


def enqueue(on: Performance, verb: Enqueue) -> Steps[Go | None]:
    """Wait, and talk with whoever takes the call. Raises CallerGone, Diverted."""
    waiting = _Waiting(on, verb)
    try:
        result = yield from waiting.result()
    except CallerGone:
        waiting.tell("bridged" if waiting.taken else "hangup")
        raise
    except Diverted:
        waiting.tell("redirected-from-bridged" if waiting.taken else "redirected")
        raise
    return waiting.outcome(result) if verb.action else None


class _Waiting:
    """A call in a queue."""

    def __init__(self, on: Performance, verb: Enqueue) -> None:
        self.taken = False  # whether somebody took the call
        self._on, self._verb = on, verb
        self._since = on.call.seconds
        self._waited = 0.0

    def result(self) -> Steps[str]:
        """QueueResult. Raises CallerGone, Diverted."""
        arriving = yield from self._on.wait(Queues(self._verb.name, arrived=False))
        if isinstance(arriving, TurnedAway):
            return arriving.result
        try:
            return (yield from self._hold())
        except FailedError:
            return "error"
        except TakenOut:
            self._wait_no_more()
            self.taken = True
        yield from self._talk()
        return "bridged"

    def tell(self, result: str) -> None:
        """Request the action, whatever it answers: the caller is not there any more."""
        self._wait_no_more()
        if self._verb.action:
            self._on.request(self.outcome(result))

    def outcome(self, result: str) -> Go:
        """The request to the action."""
        self._wait_no_more()
        found = {"QueueResult": result, "QueueSid": self._sid(), "QueueTime": f"{self._waited:.0f}"}
        return Go(self._on.address(self._verb.action), self._verb.method, found)

    def _hold(self) -> Steps[str]:
        call, verb = self._on.call, self._verb
        call.queue = verb.name
        while True:
            if not verb.wait_url:
                call.seconds += MUSIC_SECONDS
            else:
                go = Go(self._on.address(verb.wait_url), verb.wait_url_method, self._place())
                how = yield from self._on.follow(go, IN_QUEUE)
                if how is How.LEFT:
                    return "leave"
                if how is How.HUNG_UP:
                    call.leave()
                    raise CallerGone
            yield from self._on.wait(Queues(verb.name, arrived=True))
            call.seconds += PAUSE_SECONDS

    def _talk(self) -> Steps[None]:
        while True:
            did = yield from self._on.wait(Talks(None))
            if isinstance(did, TalkEnded):
                self._on.call.seconds += did.seconds
                return

    def _wait_no_more(self) -> None:
        call = self._on.call
        if call.queue is not None:
            call.queue, self._waited = None, call.seconds - self._since

    def _place(self) -> dict[str, str]:
        return {
            "QueueSid": self._sid(),
            "QueueTime": f"{self._on.call.seconds - self._since:.0f}",
            "QueuePosition": "1",
            "CurrentQueueSize": "1",
            "AvgQueueTime": "0",
        }

    def _sid(self) -> str:
        return self._on.call.platform.queue_sid(self._verb.name)
