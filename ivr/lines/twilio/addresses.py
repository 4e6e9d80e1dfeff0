"""The addresses of our webhooks, as they stand in TwiML and in Twilio's configuration.

Every request carries the CallSid of the call it is about; what else we need to know stands in the query,
which Twilio signs with the rest of the address.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

PREFIX = "/twilio"
HEALTH = "/health"  # whether the service takes calls; for whoever watches it, not for Twilio


@dataclass(frozen=True, slots=True)
class Addresses:
    """Made of the public address of the service."""

    public: str  # "https://bot.example.com", without a slash at the end

    # ── Calls to us ─────────────────────────────────────────────────────────────────────────────

    def voice(self) -> str:
        """A call has come in: the voice URL of every number."""
        return self._to("voice")

    def fallback(self, ours: bool = False, language: str | None = None) -> str:
        """Twilio could not get, or not use, what we answered: greet, and ring the operator.

        Args:
            ours: in a call that we made: apologise, thank and take leave.
            language: of such a call; otherwise the company's default.
        """
        known = {"ours": "1" if ours else None, "language": language}
        return self._to("fallback", **{name: value for name, value in known.items() if value})

    def operator(self) -> str:
        """How ringing the operator from the fallback ended: its <Dial action>, <Enqueue action>."""
        return self._to("fallback", rang=1)

    def status(self, attempt: str | None = None) -> str:
        """How a call goes on and ends: the status callback of every number, and of our own calls."""
        return self._to("status", **({"attempt": attempt} if attempt else {}))

    # ── A conversation ──────────────────────────────────────────────────────────────────────────

    def turn(self, number: int) -> str:
        """What the caller did in answer to turn ``number``: <Gather action>."""
        return self._to("turn", turn=number)

    def recording(self, number: int, silence: int, key: str = "") -> str:
        """What was recorded in turn ``number``: <Record action>, and its recordingStatusCallback.

        Args:
            silence: seconds of it that end the recording, and are its last ones then.
            key: that skipped what was said before.
        """
        pressed = {"key": key} if key else {}
        return self._to("recording", turn=number, silence=silence, **pressed)

    def unrecorded(self, number: int) -> str:
        """Nothing was recorded in turn ``number``: Twilio does not ask the action then, and goes on."""
        return self._to("recording", turn=number, nothing=1)

    def skipped(self, number: int) -> str:
        """A key was pressed while turn ``number`` invited to speak after the tone: record now."""
        return self._to("skipped", turn=number)

    def monitored(self, number: int) -> str:
        """Where the recording of the whole call is that turn ``number`` began: <Start><Recording>."""
        return self._to("monitored", turn=number)

    def transfer(self, number: int) -> str:
        """How the transfer of turn ``number`` ended: <Dial action>."""
        return self._to("transfer", turn=number)

    def queued(self, number: int, ring_seconds: int) -> str:
        """The same of a queue: <Enqueue action>; who left it before ``ring_seconds`` did so by a key."""
        return self._to("transfer", turn=number, seconds=ring_seconds)

    def unreachable(self, number: int) -> str:
        """The department of turn ``number`` rings nowhere on Twilio: the transfer has ended."""
        return self._to("transfer", turn=number, unavailable=1)

    def whisper(self, call: str, number: int) -> str:
        """What is said to whoever answers a transfer, before they are connected: <Number url>.

        Args:
            call: CallSid of the caller: the request carries that of the other leg.
        """
        return self._to("whisper", call=call, turn=number)

    def accepted(self, call: str, number: int) -> str:
        """The key that whoever answered pressed."""
        return self._to("accepted", call=call, turn=number)

    def waiting(self, number: int, ring_seconds: int) -> str:
        """What is heard in a queue, and the end of waiting: <Enqueue waitUrl>."""
        return self._to("waiting", turn=number, seconds=ring_seconds)

    def holding(self, ring_seconds: int) -> str:
        """The same where the records know nothing of it: in the fallback."""
        return self._to("waiting", seconds=ring_seconds)

    def again(self, number: int) -> str:
        """What turn ``number`` says, to be said now: a live call is sent here."""
        return self._to("again", turn=number)

    # ── Calls of ours ───────────────────────────────────────────────────────────────────────────

    def answered(self, attempt: str) -> str:
        """A call of ours was picked up: the URL of the call; listen who it is."""
        return self._to("answered", attempt=attempt)

    def spoken(self, attempt: str) -> str:
        """Whoever picked up has spoken, or two seconds have passed: begin."""
        return self._to("spoken", attempt=attempt)

    def machine(self, attempt: str) -> str:
        """What the detection of answering machines found out, while the call goes on."""
        return self._to("machine", attempt=attempt)

    # ── Sound ───────────────────────────────────────────────────────────────────────────────────

    def sound(self, name: str) -> str:
        """A prompt, by a name that nobody can guess."""
        return f"{self.public}{PREFIX}/sound/{name}"

    def _to(self, page: str, **query: object) -> str:
        end = f"?{urlencode(query)}" if query else ""
        return f"{self.public}{PREFIX}/{page}{end}"
