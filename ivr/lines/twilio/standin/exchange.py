"""Calls of ``ivr talk`` on Twilio: the real webhooks on a loopback socket, the stand-in at their other end.

What is told as said is what the TwiML says when it is performed; what is told as done stands on record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from secrets import token_hex

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import Prompts
from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, Ask, HangUp, MonitorCall, Record, Say, Transfer
from ivr.conversation.events import AnsweredBy
from ivr.conversation.outreach.signals import may_be_machine
from ivr.dialer.ports import LineOutcome, NewAttempt
from ivr.errors import LineError
from ivr.lines.simulator.call import told
from ivr.lines.simulator.commands import MACHINE, NO_MACHINE, NotNowError, event
from ivr.lines.simulator.on_record import TurnsOnRecord
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.line import TwilioLine, twilio_line
from ivr.lines.twilio.outgoing import OutgoingPages
from ivr.lines.twilio.standin.call import Call, Heard
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.people import BEEP, act, leave_unanswered, pick_up
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.subtitles import Subtitles
from ivr.lines.twilio.standin.verbs import Start
from ivr.lines.twilio.standin.waits import Dials, Gathers, Queues, Records, Wait
from ivr.lines.twilio.standin.webhooks import Webhooks
from ivr.settings import TwilioSettings

PUBLIC = "https://ivr.invalid"  # stands in addresses, and is found on this machine
WITHHELD = "anonymous"
# What Twilio waits for once a turn is performed; None: the call is over.
_AT_THE_END: Mapping[type[Action], tuple[type[Wait] | type[None], ...]] = {
    Ask: (Gathers,),
    Record: (Gathers, Records),
    Transfer: (Dials, Queues),
    HangUp: (type(None),),
}


@dataclass
class TwilioExchange:
    """Implements ``Exchange``, for one desk."""

    desk: Desk
    line: TwilioLine
    platform: Platform
    subtitles: Subtitles
    outcomes: list[LineOutcome]  # of calls of ours, as they were told

    def incoming(self, called: str, caller: str | None, call_id: str) -> TwilioTalk:  # noqa: ARG002
        """Twilio has its own name for the call."""
        at = Addresses(PUBLIC)
        self.platform.numbers[called] = Handling(
            at.voice(), fallback_url=at.fallback(), status_callback=at.status()
        )
        return TwilioTalk(self, self.platform.call_in(called, caller or WITHHELD))

    def outgoing(self, attempt: NewAttempt, by: AnsweredBy) -> TwilioTalk:
        """Twilio's detection of machines runs beside the call."""
        call = self._order(attempt)
        pick_up(call, by)
        return TwilioTalk(self, call)

    def unanswered(self, attempt: NewAttempt, how: Disposition) -> Disposition:
        """As the status callback tells it."""
        leave_unanswered(self._order(attempt), how)
        return self.outcomes.pop().disposition

    def _order(self, attempt: NewAttempt) -> Call:
        at = Addresses(PUBLIC)
        handling = Handling(
            at.answered(attempt.id),
            fallback_url=at.fallback(ours=True, language=attempt.language),
            status_callback=at.status(attempt.id),
            async_amd_status_callback=at.machine(attempt.id),
        )
        return self.platform.call_out(attempt.number, attempt.caller_id, handling)

    def close(self) -> None:
        """Stop the server."""
        self.line.server.stop()
        self.platform.webhooks.close()


class TwilioTalk:
    """Implements ``Talk``."""

    ringing = False

    def __init__(self, exchange: TwilioExchange, call: Call) -> None:
        self._exchange = exchange
        self._call = call
        self._turns = TurnsOnRecord(exchange.desk, call.sid)
        self._heard = 0  # of what the call has heard, how much was told
        self._look()

    @property
    def over(self) -> bool:
        """Whether the call has ended on record."""
        return self._turns.over

    @property
    def settled(self) -> bool:
        """Whether the promise because of which we call was dealt with."""
        return self._turns.settled

    def lines(self) -> Iterator[str]:
        """What was said and done last."""
        return told(self._live, self._exchange.subtitles.of(self._fresh))

    def hear(self, line: str) -> None:
        """Do what the person at the keyboard types. Raises NotNowError when it makes no sense now."""
        wait = self._live.turn.actions[-1]
        if not isinstance(wait, Ask | Transfer | Record):
            raise NotNowError("The call is over.")
        if line.strip() == MACHINE:
            self._find_out()
        else:
            act(self._call, event(line, wait, ""), line.removeprefix("/leave").strip())
        self._exchange.line.pages.partings.flush()
        self._look()

    def _find_out(self) -> None:
        if not may_be_machine(self._live.turn.state):
            raise NotNowError(f'"{MACHINE}" cannot be used here: {NO_MACHINE}.')
        self._call.detects(BEEP)

    def _look(self) -> None:
        """The turn that has come of it. Raises LineError where there is not exactly one, or no such one."""
        turns = tuple(self._turns.fresh())
        if len(turns) != 1:
            raise LineError(f"Call {self._call.sid} has gone on by {len(turns)} turns, not by one.")
        (self._live,) = turns
        self._fresh = self._call.heard[self._heard :]
        self._heard = len(self._call.heard)
        _expect_wait(self._call, self._live)
        _expect_recording(self._fresh, self._live)


def _expect_wait(call: Call, live: LiveCall) -> None:
    last = live.turn.actions[-1]
    if not isinstance(call.waits, _AT_THE_END[type(last)]):
        raise LineError(f"Twilio is at {call.waits}, where turn {live.number} ends with {last}.")


def _expect_recording(heard: list[Heard], live: LiveCall) -> None:
    """The recording of a call begins after the notice, and before anything else is said."""
    done = [index for index, verb in enumerate(heard) if isinstance(verb, Start)]
    due = [action for action in live.turn.actions if isinstance(action, Say | MonitorCall)]
    if done != [index for index, action in enumerate(due) if isinstance(action, MonitorCall)]:
        raise LineError(f"The recording of the call does not begin where turn {live.number} has it.")


def exchange(desk: Desk, prompts: Prompts) -> TwilioExchange:
    """A server of its own, with an account that nobody else knows, and Twilio who asks it."""
    account, token = f"AC{token_hex(16)}", token_hex(16)
    settings = TwilioSettings(account, (token,), None, PUBLIC, ("127.0.0.1", 0), 1.0)
    outcomes: list[LineOutcome] = []
    platform = Platform(account, Webhooks(token))
    ours = _OurCalls(platform)
    line = twilio_line(
        settings, desk, prompts, outcomes.append, lambda pages: OutgoingPages(pages, ours).table()
    )
    line.pages.speak = subtitles = Subtitles(line.speaker)
    line.server.start()
    platform.webhooks.places = {PUBLIC: "http://{}:{}".format(*line.server.bind)}
    return TwilioExchange(desk, line, platform, subtitles, outcomes)


@dataclass(frozen=True)
class _OurCalls:
    """Implements ``OurCalls`` without REST."""

    platform: Platform

    def learn(self, attempt: str, call_id: str) -> None:
        """Nobody asks."""

    def redirect(self, call_id: str, url: str) -> None:
        """At once."""
        self.platform.calls[call_id].redirect(url)
