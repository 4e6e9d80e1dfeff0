"""States, turns, events and actions to JSON and back without change; ``kind`` names events and actions.

A turn reads ``{"state": {…}, "actions": [{"kind": "say", …}, …]}``; tuples are arrays, floats keep every bit.

Writing raises pydantic_core's PydanticSerializationError on a lone surrogate, which no store or wire takes;
reading raises pydantic's ValidationError (a ValueError) on JSON of another shape.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from ivr.conversation.actions import Action
from ivr.conversation.events import Event
from ivr.conversation.performed import Performed
from ivr.conversation.state import State, Turn

_AnyEvent = Annotated[Event, Field(discriminator="kind")]
_Actions = tuple[Annotated[Action, Field(discriminator="kind")], ...]


class _TurnFields(TypedDict):
    """The fields of a Turn, its actions told apart by kind."""

    state: State
    actions: _Actions


# They write by their serializer: dump_json wraps it in a dozen options, which cost as much as a small event.
_EVENT: TypeAdapter[Event] = TypeAdapter(_AnyEvent)
_ACTIONS: TypeAdapter[tuple[Action, ...]] = TypeAdapter(_Actions)
_STATE = TypeAdapter(State)
_PERFORMED = TypeAdapter(Performed)
_TURN = TypeAdapter(_TurnFields)


def event_to_json(event: Event) -> str:
    """``{"kind": "pressed", "keys": "1"}`` and the like."""
    return _EVENT.serializer.to_json(event).decode()


def event_from_json(text: str) -> Event:
    """The very event that was written."""
    return _EVENT.validate_json(text)


def performed_to_json(performed: Performed) -> str:
    """``{"waited": 0.4, "lasts": 3.2, "cut": "key"}``."""
    return _PERFORMED.serializer.to_json(performed).decode()


def performed_from_json(text: str) -> Performed:
    """The very one that was written."""
    return _PERFORMED.validate_json(text)


def actions_to_json(actions: tuple[Action, ...]) -> str:
    """A list of actions, each with its kind, in their order."""
    return _ACTIONS.serializer.to_json(actions).decode()


def actions_from_json(text: str) -> tuple[Action, ...]:
    """The very actions that were written."""
    return _ACTIONS.validate_json(text)


def state_to_json(state: State) -> str:
    """Every field of the state, also those at their default."""
    return _STATE.serializer.to_json(state).decode()


def state_from_json(text: str) -> State:
    """The very state that was written; a field unknown to an older record takes its default."""
    return _STATE.validate_json(text)


def turn_to_json(turn: Turn) -> str:
    """State and actions in one object."""
    return _TURN.serializer.to_json({"state": turn.state, "actions": turn.actions}).decode()


def turn_from_json(text: str) -> Turn:
    """The very turn that was written."""
    return Turn(**_TURN.validate_json(text))
