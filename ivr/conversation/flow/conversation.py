"""The conversation's table as two pictures: of calls to the company, and of its own calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ivr.conversation.asking.signals import CAME_FROM
from ivr.conversation.asking.table import THEIRS
from ivr.conversation.conduct import table as conduct
from ivr.conversation.flow.picture import Arrow, Box, Kind, Label, Picture
from ivr.conversation.moves import Effect, Signal, Transition
from ivr.conversation.outreach import table as outreach
from ivr.conversation.state import Step
from ivr.conversation.table import CROSSED

Table = Mapping[tuple[Step, Signal], Transition]


class Calls(StrEnum):
    """Who calls whom."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


@dataclass(frozen=True, slots=True)
class Side:
    """What is drawn of the table for one kind of calls."""

    title: str
    start: Step
    without: frozenset[Signal]  # what can only happen in calls of the other kind


ANYWHERE = frozenset(outreach.ANYWHERE)  # told in each box instead of an arrow from each
SIDES: Mapping[Calls, Side] = {
    Calls.INBOUND: Side(
        "Calls to the company",
        Step.GREETING,
        frozenset(
            {
                *ANYWHERE,
                Signal.SOURCE,
                Signal.PICKED_UP_SOMEBODY,
                Signal.NOT_CONVENIENT,
                Signal.OUR_CALL,
                Signal.OUR_CALL_BEGUN,
                Signal.OUR_GOODBYE,
                *conduct.OURS,
                Signal.OUR_PERSON_THERE,
                Signal.NOBODY_OF_OURS,
            }
        ),
    ),
    Calls.OUTBOUND: Side(
        "Calls of the company",
        Step.OPENING,
        frozenset(
            {
                *THEIRS,
                *conduct.THEIRS,
                Signal.BACK,
                Signal.CHOSE_DEPARTMENT,
                Signal.THEIR_CALL,
                *CAME_FROM.values(),
                Signal.PERSON_THERE,
                Signal.NOBODY_THERE,
            }
        ),
    ),
}
# Of these, too, no arrow is drawn from each box.
TOLD_IN_BOXES = ANYWHERE.union(conduct.ANYWHERE, conduct.THEIRS, conduct.OURS)
# What a step is called in the picture, and what happens there.
STEPS: Mapping[Step, tuple[str, ...]] = {
    Step.GREETING: ("greeting",),
    Step.EXPECTED: ("expected", "a call is promised; waits whether to talk now"),
    Step.RECEIVING: ("receiving",),
    Step.ASKING: ("words heard?",),
    Step.HELP: ("help?", "waits for what is wanted, in the caller's own words"),
    Step.MENU: ("menu", "waits for a key, or for words"),
    Step.BETWEEN: ("between two", "waits which of them is wanted"),
    Step.MEANT: ("meant?", "waits whether that is what was meant"),
    Step.NEVER_AGAIN: ("never again?", "waits whether no more calls are wanted"),
    Step.STAYING: ("whose call?",),
    Step.HANDING_OVER: ("who takes over?",),
    Step.ANYTHING_ELSE: ("anything else?", "waits whether there is more"),
    Step.ROUTING: ("open?",),
    Step.TRANSFER: ("transfer", "the department rings"),
    Step.OFFERING: ("ways left?",),
    Step.CHOICE: ("choice", "waits what to do instead"),
    Step.MESSAGE: ("message", "is being recorded"),
    Step.CONFIRM: ("confirm", "waits whether the message is right"),
    Step.OPENING: ("who picked up?",),
    Step.SCREENED: ("screened", "an assistant is told who calls and why; waits for the person"),
    Step.IDENTITY: ("identity", "waits whether it is the person we ask for"),
    Step.THEIR_NUMBER: ("their number?", "waits whether that person can be reached there"),
    Step.CONVENIENT: ("convenient?", "waits whether it is convenient to talk"),
    Step.GOING_ON: ("what is next?",),
    Step.QUESTION: ("question", "waits for the answer"),
    Step.QUESTION_HOUR: ("hour", "a date is answered; waits for the time"),
    Step.QUESTION_WORDS: ("words", "the answer is being recorded"),
    Step.UNANSWERED: ("is anybody there?",),
    Step.PROPOSAL: ("proposal", "waits whether it suits"),
    Step.ANSWERED: ("what follows?",),
    Step.REACHING: ("open?",),
    Step.CONNECTING: ("connecting", "the department rings"),
    Step.INSTEAD: ("instead", "nobody could talk; waits what to do"),
    Step.NOTE: ("note", "a message is being recorded"),
    Step.SEEKING: ("seeking", "which times are free?"),
    Step.SLOTS: ("times", "waits for one of the times on offer"),
    Step.DAY: ("day", "waits for a date, DDMM"),
    Step.HOUR: ("hour", "waits for a time, HHMM"),
    Step.CHECKING: ("checking", "is the time free?"),
    Step.READ_BACK: ("read back", "waits whether the time is right"),
    Step.SECURING: ("securing", "is it still free?"),
    Step.AGREED: ("agreed",),
    Step.NOT_AGREED: ("not agreed",),
    Step.CLOSING: ("goodbye",),
    Step.FAREWELL: ("farewell",),
    Step.ENDED: (),
}


def picture(table: Table, calls: Calls = Calls.INBOUND) -> Picture:
    """Every step of those calls as a box, every transition in an arrow or, where it stays, in its box.

    That the other side can hang up wherever the conversation waits is told in the box too; so is what can be
    asked at any question of our calls.
    """
    side = SIDES[calls]
    drawn = part(table, calls)
    steps = {side.start, *(step for step, _ in drawn), *(way.to for way in drawn.values())}
    boxes = (Box("start", Kind.START), *(_box(step, drawn) for step in STEPS if step in steps))
    return Picture(side.title, boxes, (Arrow("start", side.start.value), *_arrows(drawn)))


def part(table: Table, calls: Calls) -> Table:
    """The transitions that can be gone in those calls."""
    side = SIDES[calls]
    possible = {at: way for at, way in table.items() if at[1] not in side.without}
    reached, found = {side.start}, {side.start}
    while found:
        found = {way.to for (step, _), way in possible.items() if step in found} - reached
        reached |= found
    return {at: way for at, way in possible.items() if at[0] in reached}


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
    return way.to is step or signal is Signal.HUNG_UP or signal in TOLD_IN_BOXES


def _arrows(table: Table) -> Iterator[Arrow]:
    ways: dict[tuple[Step, Step], list[Label]] = {}
    for (step, signal), way in table.items():
        if not _stays_in_box(step, signal, way):
            ways.setdefault((step, way.to), []).append(_label(signal, way.effect))
    for (step, to), labels in ways.items():
        yield Arrow(step.value, to.value, tuple(labels))


def _label(signal: Signal, effect: Effect | None) -> Label:
    """Also what comes first because of how somebody speaks."""
    done = (each.value.replace("_", " ") for each in (conduct.BEFORE.get(signal), effect) if each)
    return Label(signal.value, ", ".join(done))
