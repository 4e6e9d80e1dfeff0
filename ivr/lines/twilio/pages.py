"""What each page does: a request becomes an event, the desk answers it, its answer becomes TwiML.

Whatever a request says, it is about a call and a turn; the same request again finds that turn answered, gets
the same TwiML and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import CallUnknownError, TurnTakenError
from ivr.calls.spool import call_recording
from ivr.company.models import Company
from ivr.conversation.actions import PauseRecording, Record, ResumeRecording, Transfer
from ivr.conversation.events import Event, HungUp, TransferEnded, TransferOutcome
from ivr.conversation.state import Step
from ivr.dialer.ports import LineOutcome
from ivr.errors import IvrError
from ivr.lines.twilio import fallback, parse, render, words
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.form import printable
from ivr.lines.twilio.held import HeldCalls
from ivr.lines.twilio.later import Later
from ivr.lines.twilio.pausing import Switch, nobody
from ivr.lines.twilio.saying import Speaker
from ivr.lines.twilio.watches import Watches
from ivr.lines.twilio.webhook import Page, Webhook
from ivr.log import logger

AT_ONCE = frozenset({"fallback"})  # needs the company file alone
_OURS = "outbound-api"  # Direction of a call that we made

Outcomes = Callable[[LineOutcome], None]
Hears = Callable[[Company], tuple[str, ...]]


@dataclass(slots=True)
class Pages:
    """The pages of calls to us, and of every conversation. May be used from any thread."""

    desk: Desk
    addresses: Addresses
    speak: Speaker
    outcomes: Outcomes | None = None  # how calls of ours ended; None where none are made
    held: HeldCalls = field(default_factory=HeldCalls)
    hears: Hears = words.heard  # languages of which words are made in a company's calls
    draining: bool = False  # no new call is taken
    later: Later = field(default_factory=Later)
    switch: Switch = nobody  # of the recordings of calls
    watches: Watches = field(default_factory=Watches)

    def table(self) -> Mapping[str, Page]:
        """Every page by its name in ``Addresses``."""
        return {name: getattr(self, name) for name in _NAMES}

    def begun(self, live: LiveCall, webhook: Webhook) -> str:
        """The TwiML of a call that was begun just now, which is held from here on."""
        return self._told(live, webhook)

    # ── Calls to us ─────────────────────────────────────────────────────────────────────────────

    def voice(self, webhook: Webhook) -> str:
        """A call has come in."""
        company = self.desk.standards.current()[1]
        call = parse.new_call(webhook.form, company.country)
        if self.draining:
            return self._known_or_fallback(webhook)
        try:
            return self.begun(self.desk.begin(replace(call, hears=self.hears(company))), webhook)
        except TurnTakenError:
            logger().info("call_again", call_id=call.call_id)
            return self._rendered(self.desk.repeat(call.call_id, 0))

    def fallback(self, webhook: Webhook) -> str:
        """Twilio could not get, or not use, what we answered; or the operator was rung because of that."""
        code, url = (printable(webhook.form.get(name, ""), 200) for name in ("ErrorCode", "ErrorUrl"))
        logger().warning("call_fell_back", call_id=webhook.call_id, code=code, url=url)
        return self._fallback(webhook)

    def status(self, webhook: Webhook) -> None:
        """How a call goes on; only its end is of interest."""
        disposition = parse.disposition(webhook.form)
        if disposition is None:
            return
        attempt = webhook.query.get("attempt")
        try:
            self._ended(webhook.call_id)
        except CallUnknownError:
            if attempt is None:  # a call of ours that nobody picked up is not on record
                self._leave_later(webhook.call_id)  # its beginning may be late, or slow to be written
                raise
        if attempt is not None and self.outcomes is not None:
            self.outcomes(LineOutcome(parse.attempt_id(webhook.query), disposition, self.desk.clock()))

    # ── A conversation ──────────────────────────────────────────────────────────────────────────

    def turn(self, webhook: Webhook) -> str:
        """What the caller did in answer to a question."""
        return self._answered(webhook, parse.turn_event(webhook.form))

    def recording(self, webhook: Webhook) -> str:
        """What was recorded, told by whatever comes first of the action and its callback."""
        said = self._answered(webhook, parse.recorded(webhook.form, webhook.query))
        self.later.release(webhook.call_id)
        return said

    def transfer(self, webhook: Webhook) -> str:
        """How a transfer ended."""
        said = self._answered(webhook, parse.transfer_event(webhook.form, webhook.query))
        self.later.release(webhook.call_id)
        return said

    def again(self, webhook: Webhook) -> str:
        """A live call was sent here: what its turn says."""
        return self._rendered(self._turn_of(webhook))

    def skipped(self, webhook: Webhook) -> str:
        """A key cut short what invites to speak."""
        return render.skipped(self._turn_of(webhook), self.addresses, parse.pressed(webhook.form))

    def monitored(self, webhook: Webhook) -> None:
        """Where the recording of a whole call is."""
        told = parse.recorded(webhook.form, webhook.query)
        if told.source:
            recorded = replace(told, reference=call_recording(webhook.call_id))
            self.desk.add_recording(webhook.call_id, parse.turn_number(webhook.query), recorded)

    def waiting(self, webhook: Webhook) -> str:
        """What a caller hears in a queue."""
        if "turn" not in webhook.query:
            return self.ring_on(webhook)
        waited, wants_callback = parse.waited(webhook.form), parse.wants_callback(webhook.form)
        return render.waiting(self._turn_of(webhook), self.addresses, self.speak, waited, wants_callback)

    def ring_on(self, webhook: Webhook) -> str:
        """The same where nothing is known of the call, or can be: it rings until the time is up."""
        return render.holding(self.addresses, parse.ring_seconds(webhook.query), parse.waited(webhook.form))

    # ── To the department ───────────────────────────────────────────────────────────────────────

    def whisper(self, webhook: Webhook) -> str:
        """Somebody of the department has answered: who is calling, and whether they take it."""
        call_id, number = parse.callers_sid(webhook.query), parse.turn_number(webhook.query)
        return render.whisper(self.desk.repeat(call_id, number), self.addresses, self.speak)

    def accepted(self, webhook: Webhook) -> str:
        """The key that they pressed."""
        return render.accepted(parse.accepts(webhook.form))

    # ── Where a page fails ──────────────────────────────────────────────────────────────────────

    def otherwise(self, webhook: Webhook) -> str | None:
        """What is to be done where a page failed: without the records. None: Twilio only tells something."""
        if webhook.page == "status" or "RecordingSid" in webhook.form:
            self._answer_later(webhook)
        if webhook.page in _TELLING:
            return None
        simply = _SIMPLY.get(webhook.page)
        return simply(self, webhook) if simply else self._fallback(webhook)

    def _answer_later(self, webhook: Webhook) -> None:
        """Twilio tells but once how a call ended, and where a recording is."""
        name = " ".join((webhook.call_id, webhook.page, webhook.form.get("RecordingSid", "")))
        self.later.hold(name, webhook.call_id, lambda: getattr(self, webhook.page)(webhook))

    def _fallback(self, webhook: Webhook) -> str:
        company, form = self.desk.standards.current()[1], webhook.form
        if "ours" in webhook.query or form.get("Direction") == _OURS:
            return fallback.fallback_ours(company, self._language(webhook))
        called = words.called_number(form.get("To", ""), company.country)
        if "rang" in webhook.query:
            return fallback.after_operator(company, called, _talked(webhook))
        caller = words.caller_number(form.get("From", ""), company.country)
        return fallback.fallback(company, self.addresses, called, caller)

    def _known_or_fallback(self, webhook: Webhook) -> str:
        try:
            return self._rendered(self.desk.repeat(webhook.call_id, 0))
        except CallUnknownError:
            logger().warning("call_not_taken", call_id=webhook.call_id, why="The service is stopping.")
            return self._fallback(webhook)

    # ── How ─────────────────────────────────────────────────────────────────────────────────────

    def _answered(self, webhook: Webhook, event: Event) -> str:
        number, held = parse.turn_number(webhook.query), self.held.get(webhook.call_id)
        performed = self.watches.performed(webhook.call_id, number, event, webhook.received)
        return self._told(self.desk.answer(webhook.call_id, number, event, held, performed), webhook, event)

    def _told(self, live: LiveCall, webhook: Webhook, event: Event | None = None) -> str:
        self.held.put(live)
        twiml = self._rendered(live)
        self.watches.told(live, webhook.received, event)
        return twiml

    def _rendered(self, live: LiveCall) -> str:
        for action in live.turn.actions:
            if isinstance(action, PauseRecording | ResumeRecording):
                self.switch(live.call.call_id, isinstance(action, PauseRecording))
        return render.render(live, self.addresses, self.speak)

    def _turn_of(self, webhook: Webhook) -> LiveCall:
        return self.desk.repeat(webhook.call_id, parse.turn_number(webhook.query))

    def _language(self, webhook: Webhook) -> str:
        held = self.held.get(webhook.call_id)
        return held.turn.state.language if held else webhook.query.get("language", "")

    def _ended(self, call_id: str) -> None:
        """The call is over: a page that tells more of its end is waited for, if one may come."""
        live = self.held.get(call_id)
        self.held.drop(call_id)
        while not self._parted(live or self.desk.resume(call_id)):
            live = None  # another service has gone on with it

    def _parted(self, live: LiveCall) -> bool:
        """Whether that is where the call stands, and its end is written down, or will be."""
        call_id = live.call.call_id
        if isinstance(live.turn.actions[-1], Transfer | Record):
            self._leave_later(call_id)
        elif live.turn.state.step is not Step.ENDED:
            try:
                performed = self.watches.performed(call_id, live.number, HungUp(), 0.0)
                self.desk.advance(live, HungUp(), performed)
            except TurnTakenError:
                logger().info("hang_up_again", call_id=call_id)
                return False
        return True

    def in_dialogue(self) -> tuple[LiveCall, ...]:
        """Calls whose next event is awaited here: those that another service has gone on with are not."""
        try:
            for live in self.held.in_dialogue():
                if self._goes_on_elsewhere(live):
                    self.held.drop(live.call.call_id)
        except IvrError as error:  # each further look might take as long as this one
            logger().warning("calls_not_looked_up", why=str(error))
        return self.held.in_dialogue()

    def _goes_on_elsewhere(self, live: LiveCall) -> bool:
        stored = self.desk.records.load(live.call.call_id)
        return stored.ended or stored.number > live.number

    def _leave_later(self, call_id: str) -> None:
        self.later.hold(call_id, call_id, lambda: self.desk.leave(call_id, HungUp()))


def _talked(webhook: Webhook) -> bool:
    # Nobody leaves that queue by a key, so how long it was to ring does not matter.
    event = parse.transfer_event(webhook.form, {"seconds": "0", **webhook.query})
    if isinstance(event, TransferEnded):
        return event.outcome is TransferOutcome.TALKED
    return isinstance(event, HungUp) and event.talked


_NAMES = (
    *("voice", "fallback", "status", "turn", "recording", "transfer", "again", "skipped", "monitored"),
    *("waiting", "whisper", "accepted"),
)
_TELLING = frozenset({"status", "monitored", "machine"})
_SIMPLY: Mapping[str, Callable[[Pages, Webhook], str]] = {
    # Better connected without a briefing than not at all.
    **dict.fromkeys(("whisper", "accepted"), lambda *_: render.accepted(accepts=True)),
    # Somebody may still take the call out of the queue.
    "waiting": Pages.ring_on,
}
