"""What an event means in a call of ours, and what its crossed steps find out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.campaign import Question
from ivr.company.disposition import Disposition
from ivr.conversation.errand import Errand
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.keys import Meanings, key
from ivr.conversation.moves import Signal
from ivr.conversation.outreach import place
from ivr.conversation.outreach.keys import (
    LATER_KEY,
    NEVER_KEY,
    NO_KEY,
    RECORDING,
    STARRED,
    YES_KEY,
)
from ivr.conversation.outreach.table import DETECTING
from ivr.conversation.recording import recorded
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step
from ivr.phrases.campaign import reply_to

CALL_KEY, MESSAGE_KEY = "1", "2"  # instead of a talk
# What is not cut short by the bound on turns: it brings the call forward, or is the person's right.
NEVER_CUT = frozenset(
    {
        Signal.OPT_OUT,
        Signal.WRONG_PERSON,
        Signal.DIED,
        Signal.ANSWER,
        Signal.WORDS,
        Signal.LEFT_AFTER_WORDS,
        Signal.YES,
        Signal.NO,
        Signal.LATER,
    }
)


def _entry(scene: Scene, meanings: Meanings) -> Signal:
    """What was keyed in where digits answer: they come first; what is no answer is not understood."""
    found = key(scene, {**STARRED, **meanings})
    return Signal.NOT_UNDERSTOOD if found is Signal.WRONG_KEY else found


# Steps that wait


def _screened(scene: Scene) -> Signal:
    return _detected(scene) or _came(scene)


def _came(scene: Scene) -> Signal:
    if isinstance(scene.event, NotUnderstood):
        return nobody_yet(scene.state)
    if not isinstance(scene.event, Pressed):
        return _INSTEAD_OF_PERSON.get(type(scene.event), Signal.NOBODY_CAME)
    return Signal.OPT_OUT if scene.event.keys == NEVER_KEY else Signal.PERSON_CAME


_INSTEAD_OF_PERSON: Mapping[type, Signal] = {
    HungUp: Signal.HUNG_UP,
    HearingLost: Signal.HEARING_LOST,
}


def nobody_yet(state: State) -> Signal:
    """Something was said, not by the person: an assistant is told again who calls, others are waited for."""
    return Signal.SCREENING if state.result == Disposition.SCREENED else Signal.HOLD_ON


def _identity(scene: Scene) -> Signal:
    return _detected(scene) or key(scene, {YES_KEY: Signal.IT_IS_ME, NO_KEY: Signal.WRONG_PERSON})


def _their_number(scene: Scene) -> Signal:
    return key(scene, {YES_KEY: Signal.NOT_CONVENIENT, NO_KEY: Signal.WRONG_PERSON})


def _convenient(scene: Scene) -> Signal:
    return _detected(scene) or key(scene, {YES_KEY: Signal.CONVENIENT, NO_KEY: Signal.NOT_CONVENIENT})


def _detected(scene: Scene) -> Signal | None:
    """A machine that was taken for a person until now."""
    by = scene.event.by if isinstance(scene.event, Answered) else None
    return _machine(scene) if by is AnsweredBy.MACHINE and may_be_machine(scene.state) else None


def may_be_machine(state: State) -> bool:
    """Whether our call may turn out to be a machine's: nobody pressed a key, or was understood."""
    return state.step in DETECTING and not state.person


def _machine(scene: Scene) -> Signal:
    return Signal.MACHINE if scene.campaign and scene.campaign.machine else Signal.MACHINE_ONLY


def _question(scene: Scene) -> Signal:
    asked = place.question(scene)
    listen = _entry if asked.kind in {"number", "when"} else key
    return listen(scene, _UNDERSTAND[asked.kind](scene, asked))


def _question_hour(scene: Scene) -> Signal:
    when = place.keyed_moment(scene, scene.state.day or "", scene.keys)
    return _entry(scene, {scene.keys: Signal.ANSWER} if when else {})


def _yes_no(_: Scene, __: Question) -> Meanings:
    return {YES_KEY: Signal.ANSWER, NO_KEY: Signal.ANSWER}


def _choice(_: Scene, asked: Question) -> Meanings:
    return {option.key: Signal.ANSWER for option in asked.options}


def _number(scene: Scene, asked: Question) -> Meanings:
    keys = scene.keys
    right = keys.isdecimal() and asked.least <= int(keys) <= asked.most
    return {keys: Signal.ANSWER} if right else {}


def _when(scene: Scene, _: Question) -> Meanings:
    return {scene.keys: Signal.ANSWER_DAY} if place.keyed_day(scene, scene.keys) else {}


_UNDERSTAND: Mapping[str, Callable[[Scene, Question], Meanings]] = {
    "yes_no": _yes_no,
    "choice": _choice,
    "number": _number,
    "when": _when,
}


def _question_words(scene: Scene) -> Signal:
    return _spoken(scene, Signal.WORDS, Signal.NO_WORDS, Signal.LEFT_AFTER_WORDS)


def _note(scene: Scene) -> Signal:
    return _spoken(scene, Signal.RECORDED, Signal.NOTHING_RECORDED, Signal.LEFT_AFTER_MESSAGE)


def _spoken(scene: Scene, said: Signal, nothing: Signal, left: Signal) -> Signal:
    ended_by = scene.event.key if isinstance(scene.event, Recorded) else ""
    return RECORDING.get(ended_by) or recorded(scene, said, nothing, left)


def _proposal(scene: Scene) -> Signal:
    return key(scene, {YES_KEY: Signal.YES, NO_KEY: Signal.NO, LATER_KEY: Signal.LATER})


def _connecting(scene: Scene) -> Signal:
    if isinstance(scene.event, HungUp):
        return Signal.HUNG_UP
    ended = scene.event.outcome if isinstance(scene.event, TransferEnded) else None
    if scene.state.handed and ended is not TransferOutcome.TALKED:
        return Signal.NEXT_PERSON
    return _AFTER_TRANSFER.get(ended, Signal.NOT_REACHED)


_AFTER_TRANSFER: Mapping[TransferOutcome | None, Signal] = {
    TransferOutcome.TALKED: Signal.TALKED,
    TransferOutcome.LEFT: Signal.LEFT_QUEUE,
}


def _instead(scene: Scene) -> Signal:
    return key(scene, {CALL_KEY: Signal.CALL_BACK, MESSAGE_KEY: Signal.LEAVE_MESSAGE})


# Steps that are crossed


def _opening(scene: Scene) -> Signal:
    by = scene.event.by if isinstance(scene.event, Answered) else AnsweredBy.PERSON
    if by is AnsweredBy.MACHINE:
        return _machine(scene)
    if by is AnsweredBy.SCREENING:
        return Signal.SCREENING
    return Signal.PICKED_UP_SOMEBODY if place.asks_for(scene) else Signal.PICKED_UP


def _going_on(scene: Scene) -> Signal:
    if scene.campaign is None:
        return Signal.DEPARTMENT_NEXT
    if not scene.state.begun:
        return Signal.WHERE_WE_STOPPED if _is_taken_up(place.errand(scene)) else Signal.MATTER_NEXT
    if scene.state.asked_question < len(scene.campaign.questions):
        return Signal.WORDS_NEXT if place.question(scene).kind == "words" else Signal.QUESTION_NEXT
    return Signal.PROPOSAL_NEXT if scene.campaign.proposal else Signal.NOTHING_NEXT


def _is_taken_up(errand: Errand) -> bool:
    return bool(errand.resume)


def _unanswered(scene: Scene) -> Signal:
    """Whoever says or presses something is there, though not understood; whoever is silent has gone."""
    there = isinstance(scene.event, _SIGNS) and not scene.tired
    return Signal.NOT_UNDERSTOOD if there else Signal.SILENT


_SIGNS = (Pressed, Heard, NotUnderstood)


def _answered(scene: Scene) -> Signal:
    return _FOLLOWS[reply_to(place.campaign(scene), place.reaction(scene.state)).then]


_FOLLOWS: Mapping[str, Signal] = {
    "callback": Signal.AGREE_CALL,
    "transfer": Signal.AGREE_TRANSFER,
    "message": Signal.AGREE_MESSAGE,
    "nothing": Signal.AGREE_NOTHING,
}


def _reaching(scene: Scene) -> Signal:
    is_open = scene.opening(scene.state.department or place.department(scene)).open
    return Signal.OPEN if is_open else Signal.CLOSED


def _farewell(_: Scene) -> Signal:
    return Signal.DONE


LISTEN: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.SCREENED: _screened,
    Step.IDENTITY: _identity,
    Step.THEIR_NUMBER: _their_number,
    Step.CONVENIENT: _convenient,
    Step.QUESTION: _question,
    Step.QUESTION_HOUR: _question_hour,
    Step.QUESTION_WORDS: _question_words,
    Step.PROPOSAL: _proposal,
    Step.CONNECTING: _connecting,
    Step.INSTEAD: _instead,
    Step.NOTE: _note,
}
CROSS: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.OPENING: _opening,
    Step.GOING_ON: _going_on,
    Step.UNANSWERED: _unanswered,
    Step.ANSWERED: _answered,
    Step.REACHING: _reaching,
    Step.FAREWELL: _farewell,
}
