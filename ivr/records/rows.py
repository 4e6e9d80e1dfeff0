"""Rows that are written in more than one place."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ivr.calls.ports import NewCall
from ivr.calls.spool import call_recording
from ivr.conversation.events import Recorded
from ivr.conversation.state import State

MESSAGE, WHOLE_CALL = "message", "call"  # kinds of recordings


def other_side(call: NewCall) -> str | None:
    """Number of the person, whoever called; None when withheld."""
    return call.caller if call.attempt is None else call.called


def in_lines(said: tuple[str, ...]) -> str:
    """What was said, as it is kept: each utterance is a line, and has none in it."""
    return "\n".join(said)


def message_row(call: NewCall, number: int, department: str, state: State, at: datetime) -> dict[str, Any]:
    """A message for ``department``, by the turn that kept it; what it is is still to be told."""
    return {
        "call_id": call.call_id,
        "number": number,
        "department": department,
        "reference": None,
        "seconds": None,
        "text": None,
        "caller": other_side(call),
        "language": state.language,
        "taken_at": at,
        "said": in_lines(state.said),
    }


def whole_call_row(call: NewCall, number: int, at: datetime) -> dict[str, Any]:
    """The recording of a whole call, which turn ``number`` begins."""
    return _recording(call, number, WHOLE_CALL, call_recording(call.call_id), at)


def spoken_row(call: NewCall, number: int, recorded: Recorded, at: datetime) -> dict[str, Any]:
    """What was said after a tone, with turn ``number``; due to be fetched where the line keeps it."""
    there = {"source": recorded.source, "next_at": at} if recorded.source else {}
    row = _recording(call, number, MESSAGE, recorded.reference, at)
    return row | {"seconds": recorded.seconds} | there


def _recording(call: NewCall, number: int, kind: str, reference: str, at: datetime) -> dict[str, Any]:
    return {
        "call_id": call.call_id,
        "number": number,
        "kind": kind,
        "reference": reference,
        "seconds": None,
        "at": at,
        "source": None,
        "next_at": None,
    }
