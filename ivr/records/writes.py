"""What a turn writes into which tables: derived purely from the turn, performed by a pen."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, case, insert, null, update

from ivr.calls.ports import TurnEntry
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
    Raise,
    Remember,
    SettlePromise,
    Transfer,
)
from ivr.conversation.codec import actions_to_json, event_to_json, performed_to_json, state_to_json
from ivr.conversation.events import HungUp, Recorded, TransferEnded, TransferOutcome
from ivr.conversation.state import Step
from ivr.dialer.ports import PromiseState
from ivr.records import deeds
from ivr.records.deeds import Circumstances, Terms
from ivr.records.pen import Write
from ivr.records.raising import raised
from ivr.records.rows import in_lines, message_row, other_side, spoken_row, whole_call_row
from ivr.records.tables import Answer, Attempt, Call, CallTransfer, CallTurn, Message, Recording, UtcTime

PROMISES = uuid.UUID("6f1c2f0e-5a0b-4c55-9a43-0d1f5d1f7a11")  # namespace of the ids of promises
NEW_CALL = insert(Call)
NEW_TURN = insert(CallTurn)
NEW_TRANSFER = insert(CallTransfer)
NEW_MESSAGE = insert(Message)
NEW_RECORDING = insert(Recording)
NEW_ANSWER = insert(Answer)
CONCLUDE = update(Attempt).where(Attempt.id == bindparam("of_attempt"), Attempt.result.is_(None))
# The first end of a call stands: a hang-up that arrives after the goodbye does not change why it ended.
END_CALL = update(Call).where(Call.call_id == bindparam("of_call"), Call.ended_at.is_(None))
END_TRANSFER = update(CallTransfer).where(
    CallTransfer.call_id == bindparam("of_call"),
    CallTransfer.number == bindparam("of_number"),
    CallTransfer.ended_at.is_(None),
)
_DROPPED_AT = bindparam("of_now", type_=UtcTime)
# What is, or was, at the line is due again: to be deleted there, and in the spool if it has come so far.
DROP_RECORDING = (
    update(Recording)
    .where(
        Recording.call_id == bindparam("of_call"),
        Recording.reference == bindparam("of_reference"),
        Recording.dropped_at.is_(None),
    )
    .values(dropped_at=_DROPPED_AT, next_at=case((Recording.source.is_(None), null()), else_=_DROPPED_AT))
)

TRANSFERS = frozenset({Step.TRANSFER, Step.CONNECTING})  # the caller is being put through, or talks
_ABOUT_PROMISES = frozenset({MakePromise, MovePromise, SettlePromise, OptOut})
REHEARSAL = "talk"  # the node of calls held at a keyboard: their transcript is kept, and nobody is rung
_NOT_REHEARSED = _ABOUT_PROMISES | {Raise}


def promise_id(call_id: str, number: int) -> str:
    """Id of the promise that turn ``number`` of a call makes: the same however often it is written."""
    return str(uuid.uuid5(PROMISES, f"{call_id}/{number}"))


def writes_of(entry: TurnEntry, node: str) -> list[Write]:
    """Everything that follows from ``entry``, in the order to write it; ``node`` took the call."""
    return list(_writes(entry, node))


def _writes(entry: TurnEntry, node: str) -> Iterator[Write]:
    if entry.number == 0:
        yield _new_call(entry, node)
    yield _new_turn(entry)
    if not _ABOUT_PROMISES.isdisjoint(map(type, entry.turn.actions)):
        yield deeds.lock(other_side(entry.call) or "")
    for deed in (entry.event, *entry.turn.actions):
        follows = _FOLLOWS.get(type(deed))
        if follows is not None and not (node == REHEARSAL and type(deed) in _NOT_REHEARSED):
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
            "attempt": call.attempt,
            "campaign": entry.campaign,
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
            "performed": None if entry.performed is None else performed_to_json(entry.performed),
        },
    )


def _end_call(entry: TurnEntry) -> Write:
    reasons = [action.reason for action in entry.turn.actions if isinstance(action, HangUp)]
    outcome = reasons[0] if reasons else "ended"
    return Write(END_CALL, {"of_call": entry.call.call_id, "ended_at": entry.at, "outcome": outcome})


def _end_transfer(entry: TurnEntry, outcome: str, talked: bool) -> Iterator[Write]:
    if entry.found is not None and entry.found not in TRANSFERS:
        return
    # It began with the turn before; where that was no transfer, no row is found and nothing changes.
    yield Write(
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
    yield from _end_transfer(entry, event.outcome.value, event.outcome is TransferOutcome.TALKED)


def _hung_up(entry: TurnEntry, event: HungUp) -> Iterator[Write]:
    yield from _end_transfer(entry, event.kind, event.talked)


def _recorded(entry: TurnEntry, event: Recorded) -> Iterator[Write]:
    if event.seconds > 0:  # otherwise nothing was kept, and there is no file
        yield Write(NEW_RECORDING, spoken_row(entry.call, entry.number, event, entry.at))


def _monitor_call(entry: TurnEntry, _: MonitorCall) -> Iterator[Write]:
    yield Write(NEW_RECORDING, whole_call_row(entry.call, entry.number, entry.at))


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
    yield _new_message(entry, action.department, reference=action.reference, seconds=action.seconds)


def _note(entry: TurnEntry, action: Note) -> Iterator[Write]:
    yield _new_message(entry, action.department, text=action.text)


def _new_message(entry: TurnEntry, department: str, **told: object) -> Write:
    row = message_row(entry.call, entry.number, department, entry.turn.state, entry.at)
    return Write(NEW_MESSAGE, row | told)


def _drop_message(entry: TurnEntry, action: DropMessage) -> Iterator[Write]:
    yield Write(
        DROP_RECORDING,
        {"of_call": entry.call.call_id, "of_reference": action.reference, "of_now": entry.at},
    )


def _how(entry: TurnEntry) -> Circumstances:
    return Circumstances(entry.at, call_id=entry.call.call_id, attempt=entry.call.attempt)


def _make_promise(entry: TurnEntry, action: MakePromise) -> Iterator[Write]:
    number, state = other_side(entry.call), entry.turn.state
    if number is None:  # the conversation offers nothing to a withheld number
        return
    terms = Terms(
        id=promise_id(entry.call.call_id, entry.number),
        number=number,
        name=None if state.errand is None else state.errand.name,
        language=state.language,
        said=in_lines(state.said),
        **{name: getattr(action, name) for name in _PROMISED},
    )
    how = _how(entry)
    # Only a promise that goes on with the campaign carries the campaign's contact on.
    yield from deeds.make_promise(terms, how if action.campaign is not None else replace(how, attempt=None))


_PROMISED = ("department", "campaign", "at", "zone", "words", "origin", "resume", "places")


def _move_promise(entry: TurnEntry, action: MovePromise) -> Iterator[Write]:
    yield from deeds.move_promise(action, _how(entry))


def _settle_promise(entry: TurnEntry, action: SettlePromise) -> Iterator[Write]:
    yield from deeds.settle_promise(action.promise, PromiseState(action.outcome), _how(entry))


def _opt_out(entry: TurnEntry, action: OptOut) -> Iterator[Write]:
    number = other_side(entry.call)
    if number is not None:
        source = f"call {entry.call.call_id}: {action.words}"
        yield from deeds.opt_out(number, source, _how(entry))


def _remember(entry: TurnEntry, action: Remember) -> Iterator[Write]:
    errand = entry.turn.state.errand
    yield Write(
        NEW_ANSWER,
        {
            "call_id": entry.call.call_id,
            "number": entry.number,
            "question": action.question,
            "campaign": None if errand is None else errand.campaign,
            "said": action.said,
            "understood": action.understood,
            "at": entry.at,
        },
    )


def _conclude(entry: TurnEntry, action: Conclude) -> Iterator[Write]:
    if entry.call.attempt is not None:
        yield Write(CONCLUDE, {"of_attempt": entry.call.attempt, "result": action.disposition.value})


_FOLLOWS: dict[type, Callable[[TurnEntry, Any], Iterator[Write]]] = {
    TransferEnded: _transfer_ended,
    HungUp: _hung_up,
    Recorded: _recorded,
    MonitorCall: _monitor_call,
    Transfer: _transfer,
    KeepMessage: _keep_message,
    DropMessage: _drop_message,
    MakePromise: _make_promise,
    MovePromise: _move_promise,
    SettlePromise: _settle_promise,
    OptOut: _opt_out,
    Remember: _remember,
    Note: _note,
    Raise: raised,
    Conclude: _conclude,
}
