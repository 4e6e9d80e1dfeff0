"""What the person at the keyboard types, made into events."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ivr.conversation.actions import Ask, Record, Transfer, Wait
from ivr.conversation.events import Event, HungUp, Pressed, Recorded, Silence, TransferEnded, TransferOutcome
from ivr.errors import OperatorError

SECONDS_PER_WORD = 0.4  # how long a typed message would have taken to speak
_KEYS = re.compile(r"[0-9*#]")

HELP = """\
  1, /dtmf 1     press a key (0-9, *, #)
  /silence       say and press nothing
  /hangup        hang up
While you are being put through:
  /talked        the department takes the call, you talk, it hangs up
  /busy  /noanswer  /decline  /unavailable
While a message is recorded:
  any words      say them and press a key;  /leave any words: say them and hang up
/help shows this."""

_OUTCOMES: Mapping[str, TransferOutcome] = {
    "/talked": TransferOutcome.TALKED,
    "/busy": TransferOutcome.BUSY,
    "/noanswer": TransferOutcome.NO_ANSWER,
    "/decline": TransferOutcome.DECLINED,
    "/unavailable": TransferOutcome.UNAVAILABLE,
}


@dataclass(frozen=True)
class NotNowError(OperatorError):
    """The line makes no sense at this point of the call."""

    message: str  # what to type instead

    def __str__(self) -> str:
        return self.message


def event(line: str, wait: Wait, reference: str) -> Event:
    """The event that ``line`` stands for while the call waits for ``wait``.

    Args:
        reference: the name a recording gets, should one be made now.

    Raises:
        NotNowError: the line makes no sense now; says what does.
    """
    command, _, rest = line.strip().partition(" ")
    if command == "/hangup":
        return HungUp()
    return _READERS[type(wait)](command, rest.strip(), line.strip(), reference)


def _asked(command: str, rest: str, line: str, _: str) -> Event:
    key = rest if command == "/dtmf" else line
    if command == "/silence":
        return Silence()
    if _KEYS.fullmatch(key):
        return Pressed(key)
    raise NotNowError(
        f'"{line}" cannot be used here: the machine waits for a key. Type /dtmf 1, /silence or /hangup.'
    )


def _ringing(command: str, _: str, line: str, __: str) -> Event:
    if command in _OUTCOMES:
        return TransferEnded(_OUTCOMES[command])
    known = ", ".join(_OUTCOMES)
    raise NotNowError(f'"{line}" cannot be used here: the department is ringing. Type {known} or /hangup.')


def _recording(command: str, rest: str, line: str, reference: str) -> Event:
    if command in {"/silence", "/dtmf"}:
        return Recorded(reference, 0.0)
    words = rest if command == "/leave" else line
    if words.startswith("/") or not words:
        raise NotNowError(
            f'"{line}" cannot be used here: a message is recorded. Type what to say, /leave WORDS or /hangup.'
        )
    return Recorded(reference, round(len(words.split()) * SECONDS_PER_WORD, 1), hung_up=command == "/leave")


_READERS: Mapping[type[Wait], Callable[[str, str, str, str], Event]] = {
    Ask: _asked,
    Transfer: _ringing,
    Record: _recording,
}
