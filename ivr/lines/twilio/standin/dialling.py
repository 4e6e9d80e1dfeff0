"""<Dial>: somebody is rung, hears what is said to them alone, and is connected."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.verbs import Client, Dial, Number, Queue, Sip
from ivr.lines.twilio.standin.waits import (
    CallerGone,
    Connected,
    Dials,
    Diverted,
    Go,
    LegEnded,
    Presses,
    StandInError,
    Steps,
    Talks,
    TimesUp,
)

if TYPE_CHECKING:
    from ivr.lines.twilio.standin.call import Call
    from ivr.lines.twilio.standin.perform import Performance

Telephone = Number | Sip | Client
CANCELED = "canceled"  # DialCallStatus where the caller hung up while it rang


def dial(on: Performance, verb: Dial) -> Steps[Go | None]:
    """Ring, and connect. Raises CallerGone, Diverted."""
    dialling = _Dialling(on, verb)
    try:
        yield from dialling.connect()
    except CallerGone:
        dialling.drop(CANCELED)
        if verb.action:
            on.request(dialling.outcome())
        raise
    except Diverted:
        dialling.drop(CANCELED)
        raise
    return dialling.outcome() if verb.action else None


class _Dialling:
    """Who is rung, and how it went."""

    def __init__(self, on: Performance, verb: Dial) -> None:
        self._on, self._verb = on, verb
        self._due = deque(_telephones(verb))
        self._ringing: list[Call] = []
        self._last: Call | None = None  # of those that do not ring any more
        self._talked = False

    def connect(self) -> Steps[None]:
        """Ring all at once, or one after the other, until two are connected and have talked."""
        self._ring()
        while self._ringing:
            did = yield from self._on.wait(Dials(self._verb, tuple(self._ringing)))
            if isinstance(did, Connected):
                yield from self._talk(did.leg)
                return
            if isinstance(did, LegEnded):
                self._over(did.leg)
            elif isinstance(did, TimesUp):
                self._on.call.seconds += self._verb.timeout
                self.drop("no-answer")
            if not self._ringing:
                self._ring()

    def drop(self, status: str) -> None:
        """Nobody is rung any more, nor talked with."""
        for leg in tuple(self._ringing):
            leg.drop(status)
            self._over(leg)

    def outcome(self) -> Go:
        """The request to the action."""
        verb, leg = self._verb, self._last
        found = {"DialCallStatus": leg.status if leg else "failed", "DialBridged": str(self._talked).lower()}
        of_leg = {"DialCallSid": leg.sid} if leg else {}
        lasted = {"DialCallDuration": str(round(leg.seconds))} if leg and leg.answered else {}
        return Go(self._on.address(verb.action), verb.method, {**found, **of_leg, **lasted, **_sip(leg)})

    def _ring(self) -> None:
        """The next, or all of them."""
        count = min(1, len(self._due)) if self._verb.sequential else len(self._due)
        self._ringing = [self._leg(self._due.popleft()) for _ in range(count)]
        for leg in self._ringing:
            leg.rings()

    def _leg(self, noun: Telephone) -> Call:
        call, shown = self._on.call, self._verb.caller_id or self._on.call.from_
        return call.platform.dial(call, _whom(noun), shown, self._handling(noun))

    def _handling(self, noun: Telephone) -> Handling:
        return Handling(
            self._on.callback(noun.url),
            noun.method,
            status_callback=self._on.callback(noun.status_callback),
            status_callback_method=noun.status_callback_method,
            status_callback_event=noun.status_callback_event,
            timeout=self._verb.timeout,
        )

    def _talk(self, leg: Call) -> Steps[None]:
        """Until one of them hangs up."""
        self._talked = True
        self._ringing.remove(leg)
        self.drop("no-answer")
        self._ringing = [leg]
        while not leg.over:
            did = yield from self._on.wait(Talks(leg))
            if isinstance(did, Presses) and self._verb.hangup_on_star and "*" in did.keys:
                leg.drop("completed")
        self._on.call.seconds += leg.seconds
        self._due.clear()
        self._over(leg)

    def _over(self, leg: Call) -> None:
        self._ringing.remove(leg)
        self._last = leg


def _telephones(verb: Dial) -> tuple[Telephone, ...]:
    """Whom a <Dial> rings. A queue, which an agent's call alone would dial, is refused."""
    nouns = verb.nouns or (Number(verb.number),)
    if any(isinstance(noun, Queue) for noun in nouns):
        raise StandInError("This stand-in connects nobody with a queue by <Dial>: say Call.is_taken().")
    return tuple(noun for noun in nouns if not isinstance(noun, Queue))


def _whom(noun: Telephone) -> str:
    """To, of the call to it."""
    if isinstance(noun, Client):
        return f"client:{noun.identity}"
    return noun.number if isinstance(noun, Number) else noun.uri


def _sip(leg: Call | None) -> dict[str, str]:
    """What is told of a SIP address besides."""
    if leg is None or not leg.to.startswith(("sip:", "sips:")):
        return {}
    return {
        "DialSipCallId": f"{leg.sid}@0.0.0.0",
        "DialSipResponseCode": str(200 if leg.answered else leg.sip),
    }
