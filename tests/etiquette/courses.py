"""Courses of conversations for tests: from turns that were played, and from calls that were written down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ivr.conversation.events import Event
from ivr.conversation.state import Turn
from ivr.etiquette.course import Beat, Course, Standard
from tests.conversation.outbound import CAMPAIGNS, COMPANY

EXAMPLE = Standard(COMPANY, CAMPAIGNS["maintenance"])


def course(turns: Sequence[Turn], events: Iterable[Event | None]) -> Course:
    """The course of a conversation whose first turn answers the first event."""
    before = (None, *(turn.state for turn in turns))
    return tuple(Beat(state, event, turn) for state, event, turn in zip(before, events, turns, strict=False))
