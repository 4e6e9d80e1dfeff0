"""A transcript as rows to read: at which offset who did what. Pure; the command prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from ivr.cli.on_record import minutes
from ivr.conversation.actions import (
    Conclude,
    DropMessage,
    HangUp,
    KeepMessage,
    MakePromise,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    PauseRecording,
    Raise,
    Record,
    Remember,
    ResumeRecording,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
)
from ivr.records.views import Transcript, TransferLine, TurnLine

BOT, CALLER, PERSON, LINE = "bot", "caller", "person", "line"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One row of a transcript."""

    after: float  # seconds since the call began
    who: str  # BOT, CALLER (PERSON where we called) or LINE
    what: str
    act: str = ""  # of a sentence: the speech act


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the words of a turn were taken to mean."""

    meaning: str


@dataclass(frozen=True, slots=True)
class _Moment:
    """A turn, with the transfer that came back in it or began with it."""

    transcript: Transcript
    turn: TurnLine

    def transfer(self, number: int) -> TransferLine | None:
        """The transfer that turn ``number`` began."""
        return next((line for line in self.transcript.call.transfers if line.number == number), None)


def rows(transcript: Transcript) -> Iterator[Spoken]:
    """Every row, in the order in which it happened."""
    for turn in transcript.turns:
        after = (turn.at - transcript.call.began_at).total_seconds()
        for deed in (turn.event, *_meant(turn), *turn.turn.actions):
            tell = _TELLS.get(type(deed))
            if tell is not None:
                who, what = tell(_Moment(transcript, turn), deed)
                said = deed.sentence.act.value if isinstance(deed, Say) else ""
                yield Spoken(after, PERSON if who == CALLER and transcript.call.ours else who, what, said)


def _meant(turn: TurnLine) -> tuple[_Meant, ...]:
    meant = turn.turn.state.meant
    return (_Meant(meant),) if meant else ()


def outcome(transfer: TransferLine) -> str:
    """How a transfer went: ``sales: talked 2:31``, ``sales: busy``."""
    if transfer.ended_at is None:
        return f"{transfer.department}: goes on"
    if transfer.talked:
        return f"{transfer.department}: talked {_length(transfer)}"
    return f"{transfer.department}: {_OUTCOMES.get(str(transfer.outcome), transfer.outcome)}"


_OUTCOMES = {"no_answer": "no answer", "hung_up": "caller gave up"}


def _length(transfer: TransferLine) -> str:
    ended = transfer.ended_at or transfer.started_at
    return minutes((ended - transfer.started_at).total_seconds())


def _transfer_ended(at: _Moment, event: TransferEnded) -> tuple[str, str]:
    transfer = at.transfer(at.turn.number - 1)
    return LINE, outcome(transfer) if transfer else event.outcome.value


def _hung_up(at: _Moment, _: HungUp) -> tuple[str, str]:
    transfer = at.transfer(at.turn.number - 1)
    if transfer is None:
        return CALLER, "hung up"
    return LINE, f"the call ended ({outcome(transfer)})"


def _transfer(_: _Moment, action: Transfer) -> tuple[str, str]:
    briefing = " ".join(sentence.text for sentence in action.briefing)
    return LINE, f"rings {action.department}" + (f', briefing: "{briefing}"' if briefing else "")


def _monitor_call(at: _Moment, _: MonitorCall) -> tuple[str, str]:
    files = [line.reference for line in at.transcript.recordings if line.kind == "call"]
    return LINE, f"records the call: {', '.join(files)}"


def _recorded(_: _Moment, event: Recorded) -> tuple[str, str]:
    spoken = f"spoke for {minutes(event.seconds)}: {event.reference}"
    return CALLER, spoken if event.seconds else "spoke nothing"


def _keep_message(at: _Moment, action: KeepMessage) -> tuple[str, str]:
    kept = [f"message {line.id}" for line in at.transcript.messages if line.number == at.turn.number]
    return LINE, f"keeps {kept[0] if kept else 'the message'} for {action.department}"


def _heard(_: _Moment, event: Heard) -> tuple[str, str]:
    others = "".join(f", or {_reading(*other)}" for other in event.others)
    return CALLER, f"said {_reading(event.words, event.confidence)}{others}"


def _reading(words: str, confidence: float | None) -> str:
    return f'"{words}"' if confidence is None else f'"{words}" ({confidence:.0%} sure)'


_PICKED_UP = {
    AnsweredBy.PERSON: (CALLER, "picked up"),
    AnsweredBy.UNCERTAIN: (CALLER, "picked up, or a machine did: treated as a person"),
    AnsweredBy.MACHINE: (LINE, "an answering machine picked up"),
    AnsweredBy.SCREENING: (LINE, "an assistant asks who is calling"),
}


def _time(action: MakePromise | MovePromise) -> str:
    local = action.at.astimezone(ZoneInfo(action.zone))
    return f'{local:%Y-%m-%d %H:%M} ({action.zone}), "{action.words}"'


def _make_promise(_: _Moment, action: MakePromise) -> tuple[str, str]:
    of = f" for campaign {action.campaign}" if action.campaign else ""
    return BOT, f"promises a call from {action.department}{of}: {_time(action)}"


def _remember(_: _Moment, action: Remember) -> tuple[str, str]:
    understood = "not understood" if action.understood is None else f"understood as {action.understood}"
    return LINE, f"keeps the answer to {action.question}: {action.said}, {understood}"


_TELLS: dict[type, Callable[[_Moment, Any], tuple[str, str]]] = {
    Pressed: lambda _, event: (CALLER, f"pressed {event.keys}"),
    Heard: _heard,
    _Meant: lambda _, meant: (LINE, f"understood: {meant.meaning}"),
    NotUnderstood: lambda _, __: (CALLER, "said something that could not be made out"),
    HearingLost: lambda _, __: (LINE, "words cannot be heard any more: keys from now on"),
    Silence: lambda _, __: (CALLER, "said nothing"),
    TransferEnded: _transfer_ended,
    Recorded: _recorded,
    HungUp: _hung_up,
    Answered: lambda _, event: _PICKED_UP[event.by],
    Say: lambda _, action: (BOT, action.sentence.text),
    MonitorCall: _monitor_call,
    PauseRecording: lambda _, __: (LINE, "does not record what follows"),
    ResumeRecording: lambda _, __: (LINE, "records again"),
    Transfer: _transfer,
    Record: lambda _, action: (LINE, f"records a message for {action.department}"),
    KeepMessage: _keep_message,
    DropMessage: lambda _, action: (LINE, f"drops {action.reference}"),
    MakePromise: _make_promise,
    MovePromise: lambda _, action: (BOT, f"moves the promised call: {_time(action)}"),
    SettlePromise: lambda _, action: (LINE, f"the promised call is {action.outcome}"),
    OptOut: lambda _, action: (LINE, f"never to be called again: {action.words}"),
    Remember: _remember,
    Note: lambda _, action: (LINE, f"writes to {action.department}: {action.text}"),
    Raise: lambda _, action: (
        LINE,
        f"an incident of {action.severity} for {action.department}: {action.rule}",
    ),
    Conclude: lambda _, action: (LINE, f"our call ends as {action.disposition.value.replace('_', ' ')}"),
    HangUp: lambda _, action: (BOT, f"hangs up ({action.reason})"),
}
