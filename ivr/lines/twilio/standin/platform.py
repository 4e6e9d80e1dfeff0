"""Twilio as far as this service uses it: an account with its numbers, calls, queues and recordings.

Nothing here sleeps or decides by itself: whoever holds a ``Call`` says what the people on it do, and it moves
on at once, in pretended time, posting what Twilio would post.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from ivr.clock import Clock, utc_now
from ivr.lines.twilio.standin.call import Call
from ivr.lines.twilio.standin.handling import Handling
from ivr.lines.twilio.standin.webhooks import Webhooks

API_VERSION = "2010-04-01"


def new_sid(prefix: str) -> str:
    """An id as Twilio makes them: two letters and 32 hexadecimal digits."""
    return f"{prefix}{uuid4().hex}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What Twilio's debugger would show."""

    call: str  # CallSid
    url: str
    code: int  # Twilio's
    wrong: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A recording that Twilio keeps."""

    sid: str
    call: str  # CallSid
    seconds: int
    words: str  # what was said, as it was typed; empty for a whole call
    url: str  # RecordingUrl; the sound itself is at this address and ".wav"


@dataclass
class Platform:
    """An account. Calls may be created and steered from several threads, each call by one at a time."""

    account: str  # Account SID
    webhooks: Webhooks
    api: str = "https://api.twilio.com"  # where REST is, as it stands in addresses of recordings
    clock: Clock = utc_now
    sid: Callable[[str], str] = new_sid
    numbers: dict[str, Handling] = field(default_factory=dict)  # the account's own, E.164
    calls: dict[str, Call] = field(default_factory=dict)  # by CallSid, in the order of their beginning
    kept: dict[str, Kept] = field(default_factory=dict)  # by RecordingSid
    faults: list[Fault] = field(default_factory=list)
    sounds: dict[str, float] = field(default_factory=dict)  # what was fetched: its address, and its seconds
    queue_sids: dict[str, str] = field(default_factory=dict)

    def call_in(self, called: str, caller: str, sid: str | None = None) -> Call:
        """Somebody calls a number of the account, and it is answered.

        Args:
            called: E.164.
            caller: E.164; "anonymous" where it is withheld.
            sid: CallSid, where it is not to be a new one.

        Raises:
            KeyError: it is no number of the account.
        """
        call = Call(self, caller, called, "inbound", self.numbers[called])
        call.sid = sid or call.sid
        self._add(call).pick_up()
        return call

    def call_out(self, to: str, caller_id: str, handling: Handling) -> Call:
        """A call that REST ordered: it is queued until it is said what becomes of it."""
        return self._add(Call(self, caller_id, to, "outbound-api", handling))

    def dial(self, parent: Call, to: str, caller_id: str, handling: Handling) -> Call:
        """A call to somebody with whom a caller is to be connected."""
        return self._add(Call(self, caller_id, to, "outbound-dial", handling, parent))

    def keep(self, call: Call, seconds: float, words: str = "") -> Kept:
        """Keep a recording, of a second at least."""
        sid = self.sid("RE")
        url = f"{self.api}/{API_VERSION}/Accounts/{self.account}/Recordings/{sid}"
        self.kept[sid] = Kept(sid, call.sid, max(1, round(seconds)), words, url)
        return self.kept[sid]

    def fault(self, call: Call, url: str, code: int, wrong: str) -> None:
        """Note what went wrong."""
        self.faults.append(Fault(call.sid, url, code, wrong))

    def queue_sid(self, name: str) -> str:
        """The id of a queue, which comes to be when it is named first."""
        return self.queue_sids.setdefault(name, self.sid("QU"))

    def common(self) -> Mapping[str, str]:
        """What every request carries."""
        return {"AccountSid": self.account, "ApiVersion": API_VERSION}

    def _add(self, call: Call) -> Call:
        self.calls[call.sid] = call
        return call
