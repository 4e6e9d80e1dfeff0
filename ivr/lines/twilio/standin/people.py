"""What somebody typed, as what people do on a call at Twilio, and what networks do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NoReturn

from ivr.company.disposition import Disposition
from ivr.conversation.events import (
    AnsweredBy,
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
from ivr.lines.simulator.commands import NotNowError
from ivr.lines.twilio.standin.call import Call
from ivr.lines.twilio.standin.waits import Dials, Gathers, Queues, Records, Silent, Speaks

TALK_SECONDS = 60.0
HELLO = "Hello?"
ASSISTANT = "Hi, if you record your name and reason for calling, I'll see if this person is available."
BEEP, HUMAN, UNSURE = "machine_end_beep", "human", "unknown"  # AnsweredBy
TAKE, DECLINE, CALL_BACK = "1", "2", "1"  # keys, on the department's telephone and in a queue
SURE = 1.0  # confidence in words where nobody says that they are hardly heard
BUSY, DECLINED, UNKNOWN, AWAY = 486, 603, 404, 480  # statuses of SIP

Outcomes = Mapping[TransferOutcome, Callable[[Call], None]]


def act(call: Call, event: Event, words: str) -> None:
    """Have happen what ``event`` says.

    Args:
        words: what is said, where something is recorded.

    Raises:
        NotNowError: it cannot happen where the call stands.
    """
    if isinstance(event, Recorded):
        _record(call, event, words)
    else:
        _ACTS[type(event)](call, event)


def pick_up(call: Call, by: AnsweredBy) -> None:
    """A call of ours is picked up."""
    call.pick_up()
    _PICKED_UP[by](call)


def leave_unanswered(call: Call, how: Disposition) -> None:
    """A call of ours is not picked up."""
    call.refuse(*_UNANSWERED[how])


def _record(call: Call, recorded: Recorded, words: str) -> None:
    """What invites to speak is heard to its end, unless a key is pressed instead of speaking."""
    pressed = recorded.key if not recorded.seconds else ""
    if isinstance(call.waits, Gathers):
        call.presses(pressed) if pressed else call.stays_silent()
        pressed = ""
    if not isinstance(call.waits, Records):
        return
    if recorded.seconds:
        call.speaks(words, recorded.seconds, left=recorded.hung_up)
    elif pressed:
        call.presses(pressed)
    else:
        call.stays_silent()


def _never(what: str) -> NoReturn:
    raise NotNowError(f"Twilio does not tell {what}.")


def _transfer(call: Call, ended: TransferEnded) -> None:
    outcomes = _QUEUED if isinstance(call.waits, Queues) else _DIALLED
    if ended.outcome not in outcomes:
        raise NotNowError(f"That cannot happen here on Twilio. What can is {', '.join(outcomes)}.")
    outcomes[ended.outcome](call)


# ── Whom we call ────────────────────────────────────────────────────────────────────────────────


def _answer(words: str, detected: str, call: Call) -> None:
    """The detection of answering machines comes to its result after the first words."""
    call.does(Speaks(words) if words else Silent())
    call.detects(detected)


_PICKED_UP: Mapping[AnsweredBy, Callable[[Call], None]] = {
    AnsweredBy.PERSON: partial(_answer, HELLO, HUMAN),
    AnsweredBy.UNCERTAIN: partial(_answer, "", UNSURE),
    AnsweredBy.SCREENING: partial(_answer, ASSISTANT, UNSURE),
    AnsweredBy.MACHINE: lambda call: call.detects(BEEP),  # which still speaks
}
# CallStatus, and the other side's SIP status.
_UNANSWERED: Mapping[Disposition, tuple[str, int]] = {
    Disposition.BUSY: ("busy", BUSY),
    Disposition.NO_ANSWER: ("no-answer", 0),
    Disposition.DECLINED: ("busy", DECLINED),
    Disposition.UNREACHABLE: ("failed", AWAY),
}


# ── Where telephones ring ───────────────────────────────────────────────────────────────────────


def _ringing(call: Call) -> Iterator[Call]:
    """Those that ring, all at once or one after another; not those of a later <Dial>."""
    dials = call.waits
    while isinstance(call.waits, Dials) and isinstance(dials, Dials) and call.waits.verb is dials.verb:
        yield call.waits.legs[0]


def _talk(call: Call) -> None:
    leg = next(_ringing(call))
    leg.pick_up()
    if not leg.connected:
        leg.presses(TAKE)
    leg.hangs_up(after=TALK_SECONDS)


def _decline(call: Call) -> None:
    """With a key where whoever answers is asked, otherwise by not answering."""
    for leg in _ringing(call):
        if leg.handling.url:
            leg.pick_up()
            leg.presses(DECLINE)
        else:
            leg.refuse("busy", DECLINED)


def _refuse(status: str, sip: int, call: Call) -> None:
    for leg in _ringing(call):
        leg.refuse(status, sip)


def _ring_out(call: Call) -> None:
    for _ in _ringing(call):
        call.rings_out()


# ── Where callers wait in a queue ───────────────────────────────────────────────────────────────


def _be_taken(call: Call) -> None:
    call.stays_silent()  # enters
    call.is_taken()
    call.talk_ends(TALK_SECONDS)


def _wait_in_vain(call: Call) -> None:
    call.stays_silent()
    while call.queue:
        call.stays_silent()


def _ask_for_a_call(call: Call) -> None:
    call.stays_silent()
    if isinstance(call.waits, Gathers):
        call.presses(CALL_BACK)


_DIALLED: Outcomes = {
    TransferOutcome.TALKED: _talk,
    TransferOutcome.BUSY: partial(_refuse, "busy", BUSY),
    TransferOutcome.NO_ANSWER: _ring_out,
    TransferOutcome.DECLINED: _decline,
    TransferOutcome.UNAVAILABLE: partial(_refuse, "failed", UNKNOWN),
}
_QUEUED: Outcomes = {
    TransferOutcome.TALKED: _be_taken,
    TransferOutcome.BUSY: lambda call: call.is_turned_away("queue-full"),
    TransferOutcome.NO_ANSWER: _wait_in_vain,
    TransferOutcome.UNAVAILABLE: lambda call: call.is_turned_away("system-error"),
    TransferOutcome.LEFT: _ask_for_a_call,
}
_ACTS: Mapping[type[Event], Callable[[Call, Any], None]] = {
    Pressed: lambda call, pressed: call.presses(pressed.keys),
    Heard: lambda call, heard: call.does(Speaks(heard.words, heard.confidence or SURE)),
    NotUnderstood: lambda *_: _never("what it could not make words of: that is the same as /silence there"),
    HearingLost: lambda *_: _never("that it hears no more"),
    Silence: lambda call, _: call.stays_silent(),
    HungUp: lambda call, _: call.hangs_up(),
    TransferEnded: _transfer,
}
