"""What the person at the keyboard types, made into events."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ivr.company.models import LANGUAGE_KEY
from ivr.conversation.actions import Ask, Record, Transfer, Wait
from ivr.conversation.events import (
    Event,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.errors import OperatorError

SECONDS_PER_WORD = 0.4  # how long a typed message would have taken to speak
_KEY, _KEYS = re.compile(r"[0-9*#]"), re.compile(r"[0-9*]+#?")

HELP = """\
  1, /dtmf 1     press a key (0-9, *, #); /dtmf 0312 where digits are keyed in
  /silence       say and press nothing
Where words are waited for:
  any words, /say WORDS    say them
  /unsure WORDS            say them so that they are hardly heard
  /mumble                  say something of which no words are made
  /deaf                    from now on no words are made of what is said
  /hangup        hang up
While our call rings:
  /person  /uncertain  /machine  /screening      who or what picks up
  /busy  /noanswer  /decline  /unreachable       nobody does
While our call asks, before a key is pressed or an answer is understood:
  /machine       the line finds out that a machine picked up
While you are being put through:
  /talked        the department takes the call, you talk, it hangs up
  /busy  /noanswer  /decline  /unavailable
  /left          you leave the queue to be called back
While a message is recorded:
  any words      say them and press a key;  /leave any words: say them and hang up
  /dtmf 9        say nothing and press that key
After the call:
  /later         wait for the call that was promised
At any time:
  /taken DEPARTMENT TIME N    others take N places then: /taken sales 2026-11-25T12:00 2
/help shows this."""

UNSURE = 0.4  # confidence in words that are hardly heard
MACHINE = "/machine"
# Why it is not now.
NO_MACHINE = "a machine is found out in calls of ours alone, before a key is pressed or an answer understood"

_OUTCOMES: Mapping[str, TransferOutcome] = {
    "/talked": TransferOutcome.TALKED,
    "/busy": TransferOutcome.BUSY,
    "/noanswer": TransferOutcome.NO_ANSWER,
    "/decline": TransferOutcome.DECLINED,
    "/unavailable": TransferOutcome.UNAVAILABLE,
    "/left": TransferOutcome.LEFT,
}


class NotNowError(OperatorError):
    """The line makes no sense at this point of the call; the message says what to type instead."""


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
    return _READERS[type(wait)](Typed(command, rest.strip(), line.strip()), wait, reference)


@dataclass(frozen=True, slots=True)
class Typed:
    """A line of the person at the keyboard."""

    command: str  # its first word
    rest: str
    line: str


def _asked(typed: Typed, wait: Ask, _: str) -> Event:
    keys = typed.rest if typed.command == "/dtmf" else typed.line
    if typed.command == "/silence":
        return Silence()
    if wait.expects and (said := _said(typed)):
        return said
    if _KEY.fullmatch(keys):
        return Pressed(keys)
    entry = keys.removesuffix(LANGUAGE_KEY)
    if _KEYS.fullmatch(keys) and 1 < len(entry) <= wait.digits:
        return Pressed(entry)
    waits = "a key. Type /dtmf 1" if wait.digits == 1 else f"{wait.digits} digits. Type /dtmf 0312"
    words = ", any words, /mumble, /deaf" if wait.expects else ""
    raise NotNowError(
        f'"{typed.line}" cannot be used here: the machine waits for {waits}{words}, /silence or /hangup.'
    )


def _said(typed: Typed) -> Event | None:
    if typed.command in _SOUNDS:
        return _SOUNDS[typed.command]
    if typed.command in _SPEAKS and typed.rest:
        return Heard(typed.rest, _SPEAKS[typed.command])
    spoken = not typed.line.startswith("/") and any(char.isalpha() for char in typed.line)
    return Heard(typed.line) if spoken else None


def _ringing(typed: Typed, _: Transfer, __: str) -> Event:
    if typed.command in _OUTCOMES:
        return TransferEnded(_OUTCOMES[typed.command])
    known = ", ".join(_OUTCOMES)
    raise NotNowError(
        f'"{typed.line}" cannot be used here: the department is ringing. Type {known} or /hangup.'
    )


def _recording(typed: Typed, _: Record, reference: str) -> Event:
    if typed.command in {"/silence", "/dtmf"}:
        return Recorded(reference, 0.0, key=typed.rest if _KEY.fullmatch(typed.rest) else "")
    left = typed.command == "/leave"
    words = typed.rest if left else typed.line
    if words.startswith("/") or not words:
        raise NotNowError(
            f'"{typed.line}" cannot be used here: a message is recorded. '
            "Type what to say, /leave WORDS or /hangup."
        )
    return Recorded(reference, round(len(words.split()) * SECONDS_PER_WORD, 1), hung_up=left)


_SPEAKS: Mapping[str, float | None] = {"/say": None, "/unsure": UNSURE}  # confidence
_SOUNDS: Mapping[str, Event] = {"/mumble": NotUnderstood(), "/deaf": HearingLost()}
_READERS: Mapping[type[Wait], Callable[[Typed, Any, str], Event]] = {
    Ask: _asked,
    Transfer: _ringing,
    Record: _recording,
}
