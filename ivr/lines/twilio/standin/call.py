"""A call on the stand-in: its life, its requests, and the handles by which it is steered.

Twilio's documentation ("Voice webhooks", "Call resource", "Answering machine detection") has the parameters.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.utils import format_datetime
from threading import RLock
from typing import TYPE_CHECKING

from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.perform import Performance
from ivr.lines.twilio.standin.recording import complete
from ivr.lines.twilio.standin.verbs import Play, Record, Recording, Say, Start
from ivr.lines.twilio.standin.waits import (
    Connected,
    Did,
    Ended,
    Go,
    HangsUp,
    LegEnded,
    Presses,
    Redirected,
    Silent,
    Speaks,
    StandInError,
    Steps,
    Taken,
    TalkEnded,
    Talks,
    TimesUp,
    TurnedAway,
    Wait,
)
from ivr.lines.twilio.standin.webhooks import WebhookError

if TYPE_CHECKING:
    from ivr.lines.twilio.standin.platform import Platform

NOT_YET = ("queued", "initiated", "ringing")  # CallStatus before it is answered, in this order
OVER = frozenset({"completed", "busy", "no-answer", "failed", "canceled"})
CALLBACK_FAILED = 15003  # Twilio's code
_WHERE = ("City", "State", "Zip", "Country")  # of both sides; Twilio knows little outside of America
# Events of a status callback, by the CallStatus that is told then.
_EVENTS = {"initiated": "initiated", "ringing": "ringing", "in-progress": "answered"}

Heard = Say | Play | Start | Record  # what was performed for the ear; of <Record> the tone


class Call:
    """One side of a call.

    Every method that says what a person does moves the call on until it waits for something, and raises
    StandInError where that cannot happen now.
    """

    def __init__(
        self,
        platform: Platform,
        from_: str,
        to: str,
        direction: str,
        handling: Handling,
        parent: Call | None = None,
    ) -> None:
        self.platform = platform
        self.sid = platform.sid("CA")
        self.from_, self.to, self.direction = from_, to, direction
        self.handling = handling
        self.parent = parent  # the caller's call, where this one was dialled for it
        self.status = "ringing" if direction == "inbound" else "queued"  # CallStatus
        self.seconds = 0.0  # since it was answered, in pretended time
        self.answered = False
        self.connected = False  # with the caller's call
        self.sip = 0  # the other side's SIP status where it refused; 0: none
        self.waits: Wait | None = None
        self.queue: str | None = None  # in which it waits
        self.heard: list[Heard] = []
        self.heard_waiting: list[Heard] = []  # in a queue
        self.monitored: list[Recording] = []  # recordings of the whole call
        self.paused = False  # what is said now is in none of them
        self._steps: Steps[Ended] | None = None
        # A family of calls moves as one: whoever moves one of them holds them all.
        self._lock: RLock = parent._lock if parent else RLock()
        self._moving = False
        self._orders: deque[Did] = deque()  # of REST, while the call moves
        self._after: tuple[int, Did] | None = None  # how many more prompts are heard before something is done
        self._told = 0

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.status in OVER

    # ── What people do ──────────────────────────────────────────────────────────────────────────

    def rings(self) -> None:
        """It rings at the other side of a call of ours."""
        with self._held():
            self._ring()

    def pick_up(self) -> None:
        """Somebody answers."""
        if self.answered or self.over:
            raise StandInError(f"Call {self.sid} cannot be answered: it is {self.status}.")
        with self._held():
            if self.direction != "inbound":
                self._ring()
                self.answer()
            self._begin()

    def refuse(self, status: str, sip: int = 0) -> None:
        """Nobody answers.

        Args:
            status: "busy", "no-answer" or "failed".
            sip: the status of SIP with which the other side refused; 0: it did not say.
        """
        if self.status not in NOT_YET or self.direction == "inbound":
            raise StandInError(f"Call {self.sid} cannot be refused: it is {self.status}.")
        with self._held():
            self.sip = sip
            if status != "failed":
                self._ring()
            self._end(status)

    def presses(self, keys: str) -> None:
        """The person presses keys."""
        self.does(Presses(keys))

    def speaks(self, words: str, seconds: float = 1.0, key: str = "", left: bool = False) -> None:
        """The person says something; see ``Speaks``."""
        self.does(Speaks(words, seconds=seconds, key=key, left=left))

    def stays_silent(self) -> None:
        """The person does nothing until something else happens."""
        self.does(Silent())

    def rings_out(self) -> None:
        """Nobody who is dialled answers within the time."""
        self.does(TimesUp())

    def is_taken(self) -> None:
        """Somebody takes the call from the queue."""
        self.does(Taken())

    def is_turned_away(self, result: str = "queue-full") -> None:
        """The queue at whose door the call waits does not take it; ``result`` is the QueueResult."""
        self.does(TurnedAway(result))

    def talk_ends(self, seconds: float) -> None:
        """Who took the call from the queue hangs up."""
        self.does(TalkEnded(seconds))

    def hangs_up(self, after: float = 0.0) -> None:
        """The person on this side hangs up.

        Args:
            after: seconds of talk, where they are connected with somebody.
        """
        self.seconds += after
        if isinstance(self.waits, Talks) and self.waits.leg:
            self.waits.leg.seconds += after
        if self.connected:
            with self._held():
                self._end("completed")
        else:
            self.does(HangsUp())

    def after(self, prompts: int, did: Did) -> None:
        """The person will do something in the middle of what is said.

        Args:
            prompts: how many more are begun before that.
        """
        self._after = (prompts, did)

    def detects(self, answered_by: str) -> None:
        """The detection of answering machines comes to a result: AnsweredBy of the asynchronous callback."""
        found = {"AnsweredBy": answered_by, "MachineDetectionDuration": f"{self.seconds * 1000:.0f}"}
        facts = {"CallSid": self.sid, **self.platform.common(), **found}
        with self._held():
            self.notify("POST", self.handling.async_amd_status_callback, facts)

    def does(self, did: Did) -> None:
        """Something happens."""
        with self._held():
            if self.over or self._steps is None:
                raise StandInError(f"Nothing can happen on call {self.sid}: it is {self.status}.")
            self._move(did)

    # ── What REST does ──────────────────────────────────────────────────────────────────────────

    def redirect(self, url: str, method: str = "POST") -> None:
        """Leave what is performed, and go on with another document."""
        self._order(Redirected(Go(url, method)))

    def end(self) -> None:
        """End the call; one that nobody has answered is canceled."""
        self._order(HangsUp())

    # ── What the performance does ───────────────────────────────────────────────────────────────

    def answer(self) -> None:
        """The call is answered now, unless it was."""
        if not self.answered:
            self.answered = True
            self._become("in-progress")

    def leave(self) -> None:
        """This side is gone; what is told of it comes at the end."""
        self.status = "completed"

    def drop(self, status: str) -> None:
        """The caller's call needs this one no more."""
        if not self.over:
            self._end("completed" if self.answered else status, by_parent=True)

    def interruption(self) -> Did | None:
        """What is done in the middle of what is said, once its time has come."""
        if self._orders:
            return self._orders.popleft()
        if self._after is None:
            return None
        prompts, did = self._after
        self._after = (prompts - 1, did) if prompts > 1 else None
        return None if self._after else did

    def parameters(self) -> dict[str, str]:
        """What every request about this call carries."""
        where = {f"{side}{part}": "" for side in ("From", "To", "Caller", "Called") for part in _WHERE}
        parent = {"ParentCallSid": self.parent.sid} if self.parent else {}
        return {
            **self.platform.common(),
            "CallSid": self.sid,
            "CallStatus": self.status,
            "Direction": self.direction,
            "From": self.from_,
            "To": self.to,
            "Caller": self.from_,
            "Called": self.to,
            **where,
            **parent,
        }

    def notify(self, method: str, url: str, parameters: Mapping[str, str]) -> None:
        """Tell something where no document is awaited; what goes wrong is noted alone."""
        if not url:
            return
        try:
            self.platform.webhooks.request(method, url, parameters)
        except WebhookError as error:
            self.platform.fault(self, url, CALLBACK_FAILED, str(error))

    # ── Moving ──────────────────────────────────────────────────────────────────────────────────

    def _ring(self) -> None:
        for status in NOT_YET[NOT_YET.index(self.status) + 1 :]:
            self._become(status)

    def _begin(self) -> None:
        if self.handling.url:
            self._steps = Performance(self).run(Go(self.handling.url, self.handling.method))
            self._move(None)
        else:
            self._finish(Ended("completed", fell_off=True))

    def _move(self, did: Did | None) -> None:
        assert self._steps is not None  # noqa: S101 - for the type checker
        self._moving = True
        try:
            # A generator that has not begun yet takes None alone, and that is what it is given.
            self.waits = self._steps.send(did)  # type: ignore[arg-type]
        except StopIteration as stop:
            self.waits = None
            self._finish(stop.value)
        finally:
            self._moving = False

    def _finish(self, ended: Ended) -> None:
        if self.parent and ended.fell_off:
            self.connected = True
            self.parent.does(Connected(self))
        else:
            self._end(ended.status)

    def _order(self, did: Did) -> None:
        """Done now, or, where somebody moves the call, by whoever does."""
        self._orders.append(did)
        self._settle()

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._lock:
            yield
        self._settle()

    def _settle(self) -> None:
        """Do what REST has ordered: whoever lets go of the call looks once more, so that nothing is left."""
        while self._orders and not self._moving and self._lock.acquire(blocking=False):
            try:
                self._obey(self._orders.popleft())
            finally:
                self._lock.release()

    def _obey(self, did: Did) -> None:
        if self.over:
            return
        if self.waits is not None:
            self._move(did)
        elif isinstance(did, HangsUp):
            self._end("completed" if self.answered else "canceled")

    def _end(self, status: str, by_parent: bool = False) -> None:
        if self._steps is not None:
            self._steps.close()
        self.waits, self.connected = None, False
        self._become(status)
        self._tell_recordings()
        if self.parent and not by_parent:
            self.parent.does(LegEnded(self))

    def _become(self, status: str) -> None:
        self.status = status
        event = _EVENTS.get(status, "completed")
        if event in self.handling.status_callback_event:
            handling, facts = self.handling, {**self.parameters(), **self._progress()}
            self.notify(handling.status_callback_method, handling.status_callback, facts)

    def _progress(self) -> dict[str, str]:
        told, self._told = self._told, self._told + 1
        refused = {"SipResponseCode": str(self.sip)} if self.sip else {}
        return {
            "Timestamp": format_datetime(self.platform.clock()),
            "SequenceNumber": str(told),
            "CallbackSource": "call-progress-events",
            **refused,
            **(self._duration() if self.over else {}),
        }

    def _duration(self) -> dict[str, str]:
        seconds = round(self.seconds) if self.answered else 0
        return {"CallDuration": str(seconds), "Duration": str(-(-seconds // 60))}

    def _tell_recordings(self) -> None:
        for verb in self.monitored:
            complete(self, verb, self.platform.keep(self, self.seconds), "StartCallRecordingTwiML")
