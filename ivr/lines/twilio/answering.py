"""A request becomes an answer, whatever happens: no caller hears a dead line because something failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ivr.calls.ports import AttemptUnknownError, CallUnknownError, TurnUnknownError
from ivr.lines.twilio import answers, ringing
from ivr.lines.twilio.answers import Answer
from ivr.lines.twilio.form import MalformedError, printable
from ivr.lines.twilio.gate import MALFORMED, UNKNOWN
from ivr.lines.twilio.sound import SoundNames, Sounds, SoundUnknownError
from ivr.lines.twilio.webhook import Page, Webhook
from ivr.log import logger

_STATUSES: Mapping[type[Exception], int] = {
    MalformedError: MALFORMED,
    CallUnknownError: UNKNOWN,
    TurnUnknownError: UNKNOWN,
    AttemptUnknownError: UNKNOWN,
    SoundUnknownError: UNKNOWN,
}
_REFUSED = tuple(_STATUSES)
UNAVAILABLE = Answer(503, b"The service cannot answer now.\n")


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers what the gate has let in. Its methods may block, and are called from any thread."""

    pages: Mapping[str, Page]
    otherwise: Callable[[Webhook], str | None]  # TwiML where a page fails: needs no records
    names: SoundNames
    sounds: Sounds

    def page(self, webhook: Webhook) -> Answer:
        """What a page answers."""
        try:
            return answers.twiml(self.pages[webhook.page](webhook))
        except _REFUSED as error:
            return _refused(error, webhook.page, webhook.call_id)
        except Exception:
            logger().exception("webhook_failed", call_id=webhook.call_id, page=webhook.page)
            return self.instead(webhook)

    def instead(self, webhook: Webhook) -> Answer:
        """What is answered where the page itself cannot."""
        try:
            text = self.otherwise(webhook)
        except Exception:
            logger().exception("fallback_failed", call_id=webhook.call_id, page=webhook.page)
            text = None
        return UNAVAILABLE if text is None else answers.twiml(text)

    def sound_at_once(self, name: str) -> Answer | None:
        """What can be answered without a look at anything: it rings, or no prompt has that name."""
        if name == ringing.NAME:
            return answers.lasting(ringing.sound())
        try:
            self.names.read(name)
        except SoundUnknownError as error:
            return _refused(error, "sound")
        return None

    def sound(self, name: str, known: bytes) -> Answer:
        """A prompt by its name; ``known``: If-None-Match."""
        try:
            found = self.sounds.file(self.names.read(name))
            return answers.sound(found.path, found.lasting, known)
        except _REFUSED as error:
            return _refused(error, "sound")
        except Exception:
            logger().exception("sound_failed", call_id="", name=printable(name, 300))
            return UNAVAILABLE


def _refused(error: Exception, page: str, call_id: str = "") -> Answer:
    status = next(status for kind, status in _STATUSES.items() if isinstance(error, kind))
    logger().warning("webhook_refused", call_id=call_id, page=page, status=status, why=str(error))
    return answers.refused(status, str(error))
