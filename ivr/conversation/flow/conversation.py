"""The conversation's table as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.conversation.flow.picture import Arrow, Box, Kind, Label, Picture
from ivr.conversation.moves import Effect, Signal, Transition
from ivr.conversation.state import Step
from ivr.conversation.table import CROSSED

Table = Mapping[tuple[Step, Signal], Transition]

# What a step is called in the picture, and what happens there.
STEPS: Mapping[Step, tuple[str, ...]] = {
    Step.GREETING: ("greeting",),
    Step.MENU: ("menu", "waits for a key"),
    Step.ANYTHING_ELSE: ("anything else?", "waits whether there is more"),
    Step.ROUTING: ("open?",),
    Step.TRANSFER: ("transfer", "the department rings"),
    Step.OFFERING: ("ways left?",),
    Step.CHOICE: ("choice", "waits what to do instead"),
    Step.MESSAGE: ("message", "is being recorded"),
    Step.CONFIRM: ("confirm", "waits whether the message is right"),
    Step.CLOSING: ("goodbye",),
    Step.ENDED: (),
}


def picture(table: Table) -> Picture:
    """Every step as a box, and every transition of ``table``: in an arrow or, where it stays, in its box.

    That the caller can hang up wherever the conversation waits is told in the box too.
    """
    boxes = (Box("start", Kind.START), *(_box(step, table) for step in STEPS))
    return Picture("The conversation", boxes, (Arrow("start", Step.GREETING.value), *_arrows(table)))


def _box(step: Step, table: Table) -> Box:
    if step is Step.ENDED:
        return Box(step.value, Kind.END)
    title, *about = STEPS[step]
    inside = tuple(
        _label(signal, way.effect)
        for (at, signal), way in table.items()
        if at is step and _stays_in_box(step, signal, way)
    )
    return Box(step.value, Kind.CROSSED if step in CROSSED else Kind.WAIT, title, tuple(about), inside)


def _stays_in_box(step: Step, signal: Signal, way: Transition) -> bool:
    return way.to is step or signal is Signal.HUNG_UP


def _arrows(table: Table) -> Iterator[Arrow]:
    ways: dict[tuple[Step, Step], list[Label]] = {}
    for (step, signal), way in table.items():
        if not _stays_in_box(step, signal, way):
            ways.setdefault((step, way.to), []).append(_label(signal, way.effect))
    for (step, to), labels in ways.items():
        yield Arrow(step.value, to.value, tuple(labels))


def _label(signal: Signal, effect: Effect | None) -> Label:
    return Label(signal.value, effect.value.replace("_", " ") if effect else "")
