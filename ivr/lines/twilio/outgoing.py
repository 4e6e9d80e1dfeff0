"""The pages of our own calls: somebody picked up, has spoken, or was found to be a machine.

Each may be asked more than once, in any order, at any service; the turns on record decide what is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from ivr.calls.desk import Desk, LiveCall
from ivr.calls.ports import AttemptUnknownError, CallUnknownError, TurnTakenError
from ivr.conversation.events import AnsweredBy
from ivr.errors import LineError
from ivr.lines.twilio import fallback, parse, render, words
from ivr.lines.twilio.pages import Pages
from ivr.lines.twilio.webhook import Page, Webhook
from ivr.log import logger

LINE = "twilio"  # as in NewCall.line


class OurCalls(Protocol):
    """What these pages ask of whoever places our calls."""

    def learn(self, attempt: str, call_id: str) -> None:
        """Which call an attempt is."""

    def redirect(self, call_id: str, url: str) -> None:
        """Send a live call to another page. Raises LineError."""


@dataclass(frozen=True, slots=True)
class OutgoingPages:
    """May be used from any thread."""

    pages: Pages  # of every conversation
    line: OurCalls

    def table(self) -> Mapping[str, Page]:
        """Every page by its name in ``Addresses``."""
        return {"answered": self.answered, "spoken": self.spoken, "machine": self.machine}

    def answered(self, webhook: Webhook) -> str:
        """Our call was picked up: listen, until they have spoken or two seconds have passed."""
        attempt = parse.attempt_id(webhook.query)
        self.line.learn(attempt, webhook.call_id)
        self.pages.watches.picked_up(webhook.call_id, webhook.received)
        try:
            errand = self._desk.ledger.outbound(attempt).errand
        except AttemptUnknownError as error:
            return self._parting(webhook, error)
        spoken = words.first_words(self._desk.standards.current()[1], errand.language)
        return render.listen(self.pages.addresses, attempt, spoken)

    def spoken(self, webhook: Webhook) -> str:
        """Whoever picked up is spoken with."""
        attempt, by = parse.attempt_id(webhook.query), parse.spoken_by(webhook.form)
        try:
            return self.pages.begun(self._begin(webhook.call_id, attempt, by), webhook)
        except TurnTakenError:
            return self._first(webhook)
        except AttemptUnknownError as error:
            return self._first_or_parting(webhook, error)

    def machine(self, webhook: Webhook) -> None:
        """What was found out while the call went on: a machine is left the words that are for it."""
        live = self._found_out(webhook)
        if live is None:
            return
        self.pages.held.put(live)
        try:
            self.line.redirect(webhook.call_id, self.pages.addresses.again(live.first))
        except LineError as error:
            # Whatever the call asks next, it is given the turn that is on record.
            logger().warning("machine_not_told", call_id=webhook.call_id, why=str(error))

    def _found_out(self, webhook: Webhook) -> LiveCall | None:
        """The call with what is to be said now; None where nothing changes."""
        attempt, by = parse.attempt_id(webhook.query), parse.answered_by(webhook.form)
        if by is not AnsweredBy.MACHINE:
            return None
        try:
            return self._desk.detect(webhook.call_id, by)
        except CallUnknownError:
            return self._begin_with_machine(webhook.call_id, attempt)

    def _begin_with_machine(self, call_id: str, attempt: str) -> LiveCall | None:
        try:
            return self._begin(call_id, attempt, AnsweredBy.MACHINE)
        except TurnTakenError:
            return self._desk.detect(call_id, AnsweredBy.MACHINE)
        except AttemptUnknownError:
            return None

    def _begin(self, call_id: str, attempt: str, by: AnsweredBy) -> LiveCall:
        hears = self.pages.hears(self._desk.standards.current()[1])
        return self._desk.begin_outreach(call_id, LINE, attempt, by, hears)

    # ── What was said first, and where nothing can be ───────────────────────────────────────────

    def _first(self, webhook: Webhook) -> str:
        logger().info("webhook_again", call_id=webhook.call_id, page=webhook.page)
        live = self._desk.repeat(webhook.call_id, 0)
        return render.render(live, self.pages.addresses, self.pages.speak)

    def _first_or_parting(self, webhook: Webhook, over: AttemptUnknownError) -> str:
        try:
            return self._first(webhook)
        except CallUnknownError:
            return self._parting(webhook, over)

    def _parting(self, webhook: Webhook, over: AttemptUnknownError) -> str:
        """The attempt was given up before anybody picked up."""
        logger().warning("call_of_no_attempt", call_id=webhook.call_id, why=str(over))
        return fallback.fallback_ours(self._desk.standards.current()[1], None)

    @property
    def _desk(self) -> Desk:
        return self.pages.desk
