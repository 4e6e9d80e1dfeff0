"""What a turn writes into which tables: derived purely from the turn, performed by a pen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Insert, Update, bindparam, insert, update

from ivr.calls.ports import TurnEntry
from ivr.calls.spool import call_recording
from ivr.conversation.actions import DropMessage, HangUp, KeepMessage, MonitorCall, Transfer
from ivr.conversation.codec import actions_to_json, event_to_json, state_to_json
from ivr.conversation.events import HungUp, Recorded, TransferEnded, TransferOutcome
from ivr.conversation.state import Step
from ivr.records.tables import Call, CallTransfer, CallTurn, Message, Recording


@dataclass(frozen=True, slots=True)
class Write:
    """One row to write: a statement of this module, and its values."""

    statement: Insert | Update
    values: dict[str, Any]  # by column name; what selects the row is named of_…


NEW_CALL = insert(Call)
NEW_TURN = insert(CallTurn)
NEW_TRANSFER = insert(CallTransfer)
NEW_MESSAGE = insert(Message)
NEW_RECORDING = insert(Recording)
# The first end of a call stands: a hang-up that arrives after the goodbye does not change why it ended.
END_CALL = update(Call).where(Call.call_id == bindparam("of_call"), Call.ended_at.is_(None))
END_TRANSFER = update(CallTransfer).where(
    CallTransfer.call_id == bindparam("of_call"),
    CallTransfer.number == bindparam("of_number"),
    CallTransfer.ended_at.is_(None),
)
DROP_RECORDING = update(Recording).where(
    Recording.call_id == bindparam("of_call"),
    Recording.reference == bindparam("of_reference"),
    Recording.dropped_at.is_(None),
)


def writes_of(entry: TurnEntry, node: str) -> list[Write]:
    """Everything that follows from ``entry``, in the order to write it; ``node`` took the call."""
    return list(_writes(entry, node))


def _writes(entry: TurnEntry, node: str) -> Iterator[Write]:
    if entry.number == 0:
        yield _new_call(entry, node)
    yield _new_turn(entry)
    for deed in (entry.event, *entry.turn.actions):
        follows = _FOLLOWS.get(type(deed))
        if follows is not None:
            yield from follows(entry, deed)
    if entry.turn.state.step is Step.ENDED:
        yield _end_call(entry)


def _new_call(entry: TurnEntry, node: str) -> Write:
    call = entry.call
    return Write(
        NEW_CALL,
        {
            "call_id": call.call_id,
            "line": call.line,
            "node": node,
            "called": call.called,
            "caller": call.caller,
            "company": entry.company,
            "began_at": entry.at,
        },
    )


def _new_turn(entry: TurnEntry) -> Write:
    return Write(
        NEW_TURN,
        {
            "call_id": entry.call.call_id,
            "number": entry.number,
            "at": entry.at,
            "step": entry.turn.state.step.value,
            "language": entry.turn.state.language,
            "event": None if entry.event is None else event_to_json(entry.event),
            "state": state_to_json(entry.turn.state),
            "actions": actions_to_json(entry.turn.actions),
        },
    )


def _end_call(entry: TurnEntry) -> Write:
    reasons = [action.reason for action in entry.turn.actions if isinstance(action, HangUp)]
    outcome = reasons[0] if reasons else "ended"
    return Write(END_CALL, {"of_call": entry.call.call_id, "ended_at": entry.at, "outcome": outcome})


def _end_transfer(entry: TurnEntry, outcome: str, talked: bool) -> Write:
    # It began with the turn before; where that was no transfer, no row is found and nothing changes.
    return Write(
        END_TRANSFER,
        {
            "of_call": entry.call.call_id,
            "of_number": entry.number - 1,
            "ended_at": entry.at,
            "outcome": outcome,
            "talked": talked,
        },
    )


def _transfer_ended(entry: TurnEntry, event: TransferEnded) -> Iterator[Write]:
    yield _end_transfer(entry, event.outcome.value, event.outcome is TransferOutcome.TALKED)


def _hung_up(entry: TurnEntry, event: HungUp) -> Iterator[Write]:
    yield _end_transfer(entry, event.kind, event.talked)


def _recorded(entry: TurnEntry, event: Recorded) -> Iterator[Write]:
    if event.seconds > 0:  # otherwise nothing was kept, and there is no file
        yield _new_recording(entry, "message", event.reference, event.seconds)


def _monitor_call(entry: TurnEntry, _: MonitorCall) -> Iterator[Write]:
    yield _new_recording(entry, "call", call_recording(entry.call.call_id), None)


def _new_recording(entry: TurnEntry, kind: str, reference: str, seconds: float | None) -> Write:
    return Write(
        NEW_RECORDING,
        {
            "call_id": entry.call.call_id,
            "number": entry.number,
            "kind": kind,
            "reference": reference,
            "seconds": seconds,
            "at": entry.at,
        },
    )


def _transfer(entry: TurnEntry, action: Transfer) -> Iterator[Write]:
    yield Write(
        NEW_TRANSFER,
        {
            "call_id": entry.call.call_id,
            "number": entry.number,
            "department": action.department,
            "started_at": entry.at,
        },
    )


def _keep_message(entry: TurnEntry, action: KeepMessage) -> Iterator[Write]:
    yield Write(
        NEW_MESSAGE,
        {
            "call_id": entry.call.call_id,
            "number": entry.number,
            "department": action.department,
            "reference": action.reference,
            "seconds": action.seconds,
            "caller": entry.call.caller,
            "language": entry.turn.state.language,
            "taken_at": entry.at,
        },
    )


def _drop_message(entry: TurnEntry, action: DropMessage) -> Iterator[Write]:
    yield Write(
        DROP_RECORDING,
        {"of_call": entry.call.call_id, "of_reference": action.reference, "dropped_at": entry.at},
    )


_FOLLOWS: dict[type, Callable[[TurnEntry, Any], Iterator[Write]]] = {
    TransferEnded: _transfer_ended,
    HungUp: _hung_up,
    Recorded: _recorded,
    MonitorCall: _monitor_call,
    Transfer: _transfer,
    KeepMessage: _keep_message,
    DropMessage: _drop_message,
}
