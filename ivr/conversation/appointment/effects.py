"""What is said and remembered while a time is agreed on: one function per Effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace as changed
from datetime import UTC, datetime

from ivr.company.slots import Verdict, judge_keyed, nearest_to_keyed
from ivr.conversation.actions import MakePromise, MovePromise, Say
from ivr.conversation.appointment.agenda import agenda, appointment, chosen, words
from ivr.conversation.appointment.proposal import proposal
from ivr.conversation.appointment.signals import SLOT_KEYS, chose_offer
from ivr.conversation.moves import Done, Effect
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, replace
from ivr.phrases.sentence import Wording

MOST_ASKED_ALIKE = 2  # times


def _offer_slots(scene: Scene) -> Done:
    return replace(_offered(scene), refused=0), ()


def _offered(scene: Scene) -> State:
    slots = tuple(slot.isoformat() for slot in proposal(scene).slots)
    return replace(scene.state, slots=slots, chosen=None, day=None, wished=None)


def _tell_no_slot(scene: Scene) -> Done:
    return replace(scene.state, wished=None), (scene.say("time.none"),)


def _regret_no_time(scene: Scene) -> Done:
    return replace(scene.state, wished=None), (scene.say("time.not_found"),)


def _ask_which_time(scene: Scene) -> Done:
    """In other words the second time (I4)."""
    return _ruling_out(scene), (
        scene.say("slots.one" if scene.state.asked < MOST_ASKED_ALIKE else "again.heard.2"),
    )


def _choose_slot(scene: Scene) -> Done:
    number = SLOT_KEYS.index(scene.keys)
    return replace(_ruling_out(scene), chosen=scene.state.slots[number], day=None), ()


def _forget(scene: Scene) -> Done:
    """What was offered, keyed in or said before does not count any more."""
    return replace(scene.state, day=None, slots=(), chosen=None, wished=None), ()


def _keep_wish(scene: Scene) -> Done:
    wished = scene.meaning.wished if scene.meaning else None
    return replace(_forget(scene.at(_ruling_out(scene)))[0], wished=wished), ()


def _ruling_out(scene: Scene) -> State:
    """What does not suit counts until a time is agreed on, whatever is said after it."""
    wished = scene.meaning.wished if scene.meaning else None
    if wished is None or not wished.rules_out:
        return scene.state
    before = appointment(scene)
    ruled_out = tuple(dict.fromkeys((*before.ruled_out, *wished.excluded)))
    return replace(scene.state, appointment=changed(before, ruled_out=ruled_out))


def _take_wish(scene: Scene) -> Done:
    return _read_back(scene, next(iter(proposal(scene).slots), None), offered=False), ()


def _answer_wish(scene: Scene) -> Done:
    """Why it cannot be what was said, and what can be."""
    found = proposal(scene)
    state = _read_back(scene, next(iter(found.slots), None), offered=True)
    return state, tuple(_refusal(scene, found.verdict))


def _keep_keyed(scene: Scene) -> Done:
    return replace(scene.state, day=(scene.state.day or "") + scene.keys, wished=None), ()


def _take_keyed(scene: Scene) -> Done:
    return _read_back(scene, judge_keyed(agenda(scene), scene.state.day or "").at, offered=False), ()


def _read_back(scene: Scene, at: datetime | None, *, offered: bool) -> State:
    found = at.isoformat() if at else None
    return replace(scene.state, chosen=found, slots=(found,) if found and offered else ())


def _tell_impossible(scene: Scene) -> Done:
    keys = scene.state.day or ""
    verdict = judge_keyed(agenda(scene), keys)
    state = _read_back(scene, nearest_to_keyed(agenda(scene), keys), offered=True)
    return state, tuple(_refusal(scene, verdict))


def _refusal(scene: Scene, verdict: Verdict) -> Iterator[Say]:
    """Why nobody can be called then; nothing where only the hour is missing."""
    if verdict.refusal:
        yield scene.say(f"refused.{verdict.refusal.value}")
    if verdict.name:
        name = verdict.name.into(scene.state.language)
        yield scene.say("refused.name", holiday=Wording(name, name))


def _count_try(scene: Scene) -> Done:
    """The way that was not right is tried again: the keys or the words, or the times on offer."""
    again = scene.state if chose_offer(scene) else _forget(scene)[0]
    return replace(again, chosen=None, refused=scene.state.refused + 1), ()


def _promise(scene: Scene) -> Done:
    return replace(scene.state, wished=None), (_deed(scene), scene.say("time.promised"))


def _deed(scene: Scene) -> MakePromise | MovePromise:
    wanted, said = appointment(scene), words(scene).text
    at, zone_ = chosen(scene).astimezone(UTC), scene.zone.key
    whose, places = wanted.department, scene.company.callbacks.per_slot
    if wanted.moves:
        return MovePromise(wanted.moves, at, zone_, said, wanted.resume, whose, places)
    return MakePromise(at, zone_, said, wanted.origin, whose, wanted.campaign, wanted.resume, places)


def _tell_taken(scene: Scene) -> Done:
    """Somebody was faster, or the time has passed while it was read back."""
    unwished = scene.at(replace(scene.state, wished=None))
    return replace(_offered(unwished), refused=scene.state.refused + 1), (scene.say("time.taken"),)


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.OFFER_SLOTS: _offer_slots,
    Effect.TELL_NO_SLOT: _tell_no_slot,
    Effect.REGRET_NO_TIME: _regret_no_time,
    Effect.ASK_WHICH_TIME: _ask_which_time,
    Effect.CHOOSE_SLOT: _choose_slot,
    Effect.FORGET_KEYED: _forget,
    Effect.KEEP_WISH: _keep_wish,
    Effect.TAKE_WISH: _take_wish,
    Effect.ANSWER_WISH: _answer_wish,
    Effect.KEEP_KEYED: _keep_keyed,
    Effect.TAKE_KEYED: _take_keyed,
    Effect.TELL_IMPOSSIBLE: _tell_impossible,
    Effect.COUNT_TRY: _count_try,
    Effect.PROMISE: _promise,
    Effect.TELL_TAKEN: _tell_taken,
}
