"""What the dialplan asks for by the path of its AGI URL: /call, /outbound, /back, /gone, /health.

Before it ends, a dialogue sets the channel variable IVR_NEXT to what the dialplan is to do. Where it does
not, because something here broke, the dialplan takes the caller to the operator by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import NewCall, Prompts, TurnTakenError
from ivr.conversation.events import Event, HungUp, TransferEnded
from ivr.conversation.state import Step
from ivr.errors import LineError
from ivr.lines.asterisk import words
from ivr.lines.asterisk.perform import Performance
from ivr.lines.asterisk.session import CallerGoneError, Session
from ivr.lines.asterisk.speech import Listening, Recogniser
from ivr.lines.asterisk.words import answered_by, caller_number, transfer_outcome
from ivr.lines.watch import Watch
from ivr.log import logger

_SECONDS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,20})?")


@dataclass(slots=True)
class Dialogue:
    """One AGI connection in conversation."""

    desk: Desk
    prompts: Prompts
    spool: Path  # absolute
    session: Session
    recogniser: Recogniser | None = None  # None: keys alone
    live: LiveCall | None = None  # the call as it stands; None until it is known
    parted_at: datetime | None = None  # the caller hung up then, which ``part`` is to write down
    watch: Watch = field(init=False)  # of the present turn

    def __post_init__(self) -> None:
        self.watch = Watch(self.session.began)

    @property
    def call_id(self) -> str:
        """Asterisk's unique id of the caller's channel."""
        return self.live.call.call_id if self.live else self.session.env.get("agi_uniqueid", "")

    def run(self, script: str) -> None:
        """Hold the part of the conversation that ``script`` (a key of SCRIPTS) stands for.

        An end that is the line's is written down, or left to ``part``. Any other error is raised, with the
        call closed in the records as far as they can be written: from then on the dialplan has the caller.
        """
        try:
            SCRIPTS[script](self)
        except CallerGoneError as gone:
            self._left(gone)
        except TurnTakenError as error:
            # Whoever took the turn has the call: nothing may be said, or written, from here.
            logger().error("turn_taken", call_id=self.call_id, error=str(error))
        except LineError as error:
            logger().error("line_failed", call_id=self.call_id, error=str(error))
            self._abandon()
        except Exception:
            self._abandon()
            raise

    def call(self) -> None:
        """A new call, answered by the dialplan."""
        self._picked_up(3)
        self.live = self.desk.begin(self._new_call())
        self._converse(self.live)

    def outbound(self) -> None:
        """A call of ours was picked up, and the dialplan has listened who it is."""
        self._picked_up(4)
        attempt, by = self._given(1, "IVR_ATTEMPT"), self._given(2, "IVR_BY")
        who = answered_by(by, self.call_id)
        self.live = self.desk.begin_outreach(self.call_id, "asterisk", attempt, who, self._hears(3))
        self._converse(self.live)

    def back(self) -> None:
        """The caller is back from a transfer."""
        self.live = self.desk.resume(self._given(1, "IVR_CALL"))
        status, accepted = self._given(2, "IVR_DIALSTATUS"), self._given(3, "IVR_ACCEPTED")
        outcome = transfer_outcome(status, accepted, self.call_id)
        self._converse(self._advance(self.live, TransferEnded(outcome)))

    def gone(self) -> None:
        """The caller hung up while the dialplan had the call; the channel is dead."""
        self.live = self.desk.resume(self._given(1, "IVR_CALL"))
        self._end(talked=self._given(2, "IVR_ACCEPTED") == "1")

    def health(self) -> None:
        """Show that the service takes and answers connections."""
        self.session.send_command('VERBOSE "ok" 1')

    def _converse(self, live: LiveCall) -> None:
        self.session.hold()  # not before there is something to say: a desk that hangs is a service that hangs
        listening = self._listening(live)
        while (event := self._performed(live, listening)) is not None:
            following = self.watch.following()
            live = self._advance(live, event)
            self.watch = following

    def _performed(self, live: LiveCall, listening: Listening | None) -> Event | None:
        return Performance(self.session, self.prompts, self.spool, live, self.watch, listening).run()

    def _listening(self, live: LiveCall) -> Listening | None:
        if self.recogniser is None:
            return None
        return Listening(self.session, self.recogniser, self.spool, live.call.call_id)

    def _picked_up(self, position: int) -> None:
        """The dialplan tells in that argument how many seconds it has had the call before it asked us."""
        told = self.session.env.get(f"agi_arg_{position}", "")
        before = float(told) if _SECONDS.fullmatch(told) else 0.0
        self.watch = Watch(self.session.began - before)

    def _hears(self, position: int) -> tuple[str, ...]:
        """Languages that are heard, where the dialplan says so in that argument of AGI()."""
        told = self.session.env.get(f"agi_arg_{position}") == words.HEARS
        return self.recogniser.languages() if self.recogniser and told else ()

    def part(self) -> None:
        """Write down that the caller hung up at ``parted_at``. Raises what the records raise."""
        self._end(at=self.parted_at)

    def _advance(self, live: LiveCall, event: Event, at: datetime | None = None) -> LiveCall:
        self.live = self.desk.advance(live, event, self.watch.performed, at)
        return self.live

    def _left(self, gone: CallerGoneError) -> None:
        if not gone.hung_up:
            logger().warning("line_lost", call_id=self.call_id)
        if self.live is None or self.live.call.attempt:  # for a call of ours the dispatcher waits
            self._end()
        else:
            self.parted_at = self.desk.clock()

    def _abandon(self) -> None:
        self.session.close()  # first: nobody is to wait in silence for records or logs that may be slow
        self._end()

    def _end(self, talked: bool = False, at: datetime | None = None) -> None:
        """Write down that the line is over, unless the conversation has come to its end already."""
        if self.live is None or self.live.turn.state.step is Step.ENDED:
            return
        try:
            self._advance(self.live, HungUp(talked), at)
        except TurnTakenError as error:
            logger().error("turn_taken", call_id=self.call_id, error=str(error))

    def _new_call(self) -> NewCall:
        env = self.session.env
        called = self._given(1, "IVR_CALLED") or env.get("agi_extension", "")
        country = self.desk.standards.current()[1].country
        caller = caller_number(env.get("agi_callerid", ""), env.get("agi_callingpres", ""), country)
        if not self.call_id:
            raise LineError("Asterisk gave the call no unique id.")
        return NewCall(self.call_id, "asterisk", called, caller, hears=self._hears(2))

    def _given(self, position: int, variable: str) -> str:
        """What the dialplan says: an argument of AGI() costs nothing, asking for a variable a command."""
        argument = self.session.env.get(f"agi_arg_{position}")
        if argument is not None:
            return argument
        value: str = self.session.get_variable(variable)
        return value


SCRIPTS: Mapping[str, Callable[[Dialogue], None]] = {
    "call": Dialogue.call,
    "outbound": Dialogue.outbound,
    "back": Dialogue.back,
    "gone": Dialogue.gone,
    "health": Dialogue.health,
}
