"""Calls of ``ivr talk`` on Twilio: the real webhooks on a loopback socket, the stand-in at their other end.

What is told as said is what the TwiML says when it is performed; what is told as done stands on record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from secrets import token_hex

from twilio.rest import Client

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import Prompts
from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, Ask, HangUp, MonitorCall, Record, Say, Transfer
from ivr.conversation.events import AnsweredBy
from ivr.conversation.outreach.signals import may_be_machine
from ivr.dialer.ports import LineOutcome, NewAttempt, Order
from ivr.errors import LineError
from ivr.lines.simulator.call import told
from ivr.lines.simulator.commands import MACHINE, NO_MACHINE, NotNowError, event
from ivr.lines.simulator.on_record import TurnsOnRecord
from ivr.lines.twilio import words
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.line import TwilioLine, twilio_line
from ivr.lines.twilio.originate import TwilioOriginator
from ivr.lines.twilio.outgoing import OutgoingPages
from ivr.lines.twilio.pausing import switch
from ivr.lines.twilio.standin.call import Call, Heard
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.people import BEEP, act, leave_unanswered, pick_up
from ivr.lines.twilio.standin.platform import Platform
from ivr.lines.twilio.standin.rest import Rest
from ivr.lines.twilio.standin.rest_ways import RestClient
from ivr.lines.twilio.standin.subtitles import Subtitles
from ivr.lines.twilio.standin.verbs import Start
from ivr.lines.twilio.standin.waits import Dials, Gathers, Queues, Records, Wait
from ivr.lines.twilio.standin.webhooks import Webhooks
from ivr.settings import TwilioSettings

PUBLIC = "https://ivr.invalid"  # stands in addresses, and is found on this machine
WITHHELD = "anonymous"
RING_SECONDS = 30
CALL_SID = re.compile(r"CA[0-9a-f]{32}")
# Parameters that tell what has happened, and not only what the request is about.
_TELLING = frozenset(
    {
        *("CallStatus", "Digits", "FinishedOnKey", "SpeechResult", "AnsweredBy", "SipResponseCode"),
        *("DialCallStatus", "DialBridged", "DialSipResponseCode", "QueueResult", "QueueTime"),
        *("RecordingDuration", "RecordingStatus", "ErrorCode", "ErrorUrl"),
    }
)
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
    originator: TwilioOriginator
    outcomes: list[LineOutcome]  # of calls of ours, as they were told
    _posted: int = 0  # how many requests were told

    def incoming(self, called: str, caller: str | None, call_id: str) -> TwilioTalk:
        """Twilio has its own name for the call, unless the one that is given might be that."""
        self._own(called)
        sid = call_id if CALL_SID.fullmatch(call_id) else None
        return TwilioTalk(self, self.platform.call_in(called, caller or WITHHELD, sid))

    def outgoing(self, attempt: NewAttempt, by: AnsweredBy) -> TwilioTalk:
        """Twilio's detection of machines runs beside the call."""
        call = self._order(attempt)
        pick_up(call, by)
        return TwilioTalk(self, call)

    def unanswered(self, attempt: NewAttempt, how: Disposition) -> Disposition:
        """As the status callback tells it."""
        leave_unanswered(self._order(attempt), how)
        return self.outcomes.pop().disposition

    def posted(self) -> Iterator[str]:
        """The webhooks since the last look, each with what it tells."""
        sent = self.platform.webhooks.sent[self._posted :]
        self._posted += len(sent)
        for each in sent:
            if each.method == "POST":
                told = "".join(
                    f" {name}={each.parameters[name]}" for name in each.parameters if name in _TELLING
                )
                yield f"     (POST {each.url.removeprefix(PUBLIC)}{told}: {each.status})"

    def _order(self, attempt: NewAttempt) -> Call:
        """By REST, as the service orders its calls."""
        self._own(attempt.caller_id)
        order = Order(
            attempt.id, attempt.number, attempt.caller_id, "twilio", RING_SECONDS, True, attempt.language
        )
        self.originator.place(order)
        return list(self.platform.calls.values())[-1]

    def _own(self, number: str) -> None:
        """A number of the company's is one of the account's."""
        at = Addresses(PUBLIC)
        self.platform.numbers[number] = Handling(
            at.voice(), fallback_url=at.fallback(), status_callback=at.status()
        )

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
        self._briefed: set[str] = set()  # telephones of departments that were answered
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
        if isinstance(wait, Transfer):
            self._expect_briefing(wait)
        self._exchange.line.pages.later.flush()
        self._look()

    def _find_out(self) -> None:
        if not may_be_machine(self._live.turn.state):
            raise NotNowError(f'"{MACHINE}" cannot be used here: {NO_MACHINE}.')
        self._call.detects(BEEP)

    def _expect_briefing(self, transfer: Transfer) -> None:
        """Whoever has answered heard the briefing, and nothing else. Raises LineError."""
        due = [sentence.text for sentence in transfer.briefing] if transfer.accept else []
        for leg in self._exchange.platform.calls.values():
            if leg.parent is self._call and leg.answered and leg.sid not in self._briefed:
                self._briefed.add(leg.sid)
                if (heard := list(self._exchange.subtitles.of(leg.heard))) != due:
                    raise LineError(f"{leg.to} was told {heard}, where {due} was due.")

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
        raise LineError(
            f"Twilio is at {type(call.waits).__name__}, where turn {live.number} ends with {last.kind}."
        )


def _expect_recording(heard: list[Heard], live: LiveCall) -> None:
    """The recording of a call begins after the notice, and before anything else is said."""
    done = [index for index, verb in enumerate(heard) if isinstance(verb, Start)]
    due = [action for action in live.turn.actions if isinstance(action, Say | MonitorCall)]
    if done != [index for index, action in enumerate(due) if isinstance(action, MonitorCall)]:
        raise LineError(f"The recording of the call does not begin where turn {live.number} has it.")


def exchange(desk: Desk, prompts: Prompts, hears: tuple[str, ...] = ()) -> TwilioExchange:
    """A server of its own, with an account that nobody else knows, and Twilio who asks it.

    Args:
        hears: languages in which words may be heard, as far as Twilio recognises them.
    """
    account, token = f"AC{token_hex(16)}", token_hex(16)
    settings = TwilioSettings(account, (token,), None, PUBLIC, ("127.0.0.1", 0), 1.0)
    platform, at = Platform(account, Webhooks(token)), Addresses(PUBLIC)
    asked = Client(account, token, account, http_client=RestClient(Rest(platform, {account: token})))
    originator, outcomes = TwilioOriginator(asked, at), list[LineOutcome]()
    originator.start(outcomes.append)
    line = twilio_line(
        settings, desk, prompts, originator.tell, lambda pages: OutgoingPages(pages, originator).table()
    )
    line.pages.switch = switch(asked)
    line.pages.speak = subtitles = Subtitles(line.speaker)
    line.pages.hears = lambda company: tuple(code for code in words.heard(company) if code in hears)
    line.server.start()
    platform.webhooks.places = {PUBLIC: "http://{}:{}".format(*line.server.bind)}
    return TwilioExchange(desk, line, platform, subtitles, originator, outcomes)
