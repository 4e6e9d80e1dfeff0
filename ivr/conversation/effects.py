"""What is said and remembered on the way from one step to the next: one function per Effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.menu import menu
from ivr.conversation import opening_hours, ringing_in
from ivr.conversation.actions import Action, DropMessage, KeepMessage, MonitorCall, Say
from ivr.conversation.anew import fresh
from ivr.conversation.appointment import effects as appointment
from ivr.conversation.asking import effects as asking
from ivr.conversation.asking.signals import EITHER_KEYS
from ivr.conversation.conduct import effects as conduct
from ivr.conversation.errand import WishedTime
from ivr.conversation.events import Recorded, TransferEnded, TransferOutcome
from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach import effects as outreach
from ivr.conversation.recording import scrap
from ivr.conversation.scene import PERSON, Scene, other_language, part_of_day, says
from ivr.conversation.signals import way_key
from ivr.conversation.state import State, Step, replace
from ivr.conversation.targets import id_of
from ivr.conversation.ways import CLOSED, MESSAGE_ONLY, not_reached, once, opens, wanted, ways
from ivr.conversation.ways import appointment as wished
from ivr.phrases.compose import answer
from ivr.phrases.sentence import Wording


def perform(effect: Effect, scene: Scene) -> Done:
    """What ``effect`` does in ``scene``."""
    return _EFFECTS[effect](scene)


def _greet(scene: Scene) -> Done:
    own = scene.own_department()
    helps = own is None or scene.company.departments[own].offers_help
    help_ = (*_languages(scene), *_help(scene)) if helps else ()
    return _arrived(scene), (*_greeting(scene, own), *help_)


def _greet_expected(scene: Scene) -> Done:
    return _arrived(scene), (*_greeting(scene, scene.own_department()), *_languages(scene))


def _offer_help(scene: Scene) -> Done:
    return scene.state, _help(scene)


def _help(scene: Scene) -> tuple[Say, ...]:
    """The obligatory question; where words are heard, it is what is waited for next."""
    return () if scene.listens else (scene.say("help.offer"),)


def _arrived(scene: Scene) -> State:
    own = scene.own_department()
    return replace(scene.state, menu=scene.first_menu(), department=own, wanted=own)


def _greeting(scene: Scene, own: str | None) -> Iterator[Action]:
    hello = part_of_day(scene.now.astimezone(scene.company.zone))
    if own is None:
        yield scene.say("greeting.company", hello)
    else:
        yield scene.say("greeting.department", own, hello)
    introducer = scene.company.departments[own] if own else scene.company
    if introducer.introduces_as:
        yield scene.say("introduction", own or "company")
    if scene.company.records_calls:
        yield scene.say("notice.recording")
        yield MonitorCall()


def _languages(scene: Scene) -> tuple[Say, ...]:
    return says(other_language(scene))


def _choose_department(scene: Scene) -> Done:
    target = _chosen(scene)
    wishes = once(scene.state.wishes, target)
    return replace(_found(scene), department=target, wanted=target, wishes=wishes), ()


def _chosen(scene: Scene) -> str:
    if scene.meaning and scene.meaning.target:
        return id_of(scene.meaning.target)
    return _OF_KEY.get(scene.state.step, _of_menu)(scene)[scene.keys]


def _of_menu(scene: Scene) -> Mapping[str, str]:
    return {choice.key: choice.target for choice in menu(scene.company, scene.state.menu).choices}


def _of_ways(scene: Scene) -> Mapping[str, str]:
    return {way_key(scene, way): way for way in scene.state.ways}


def _of_two(scene: Scene) -> Mapping[str, str]:
    """What BETWEEN and MEANT ask about; the first is also what "yes" means."""
    return dict(zip(EITHER_KEYS, map(id_of, scene.state.between), strict=False))


_OF_KEY: Mapping[Step, Callable[[Scene], Mapping[str, str]]] = {
    Step.CHOICE: _of_ways,
    Step.BETWEEN: _of_two,
    Step.MEANT: _of_two,
}


def _found(scene: Scene) -> State:
    """It is known what the caller wants."""
    return replace(scene.state, missed=0, between=(), wished=None)


def _choose_person(scene: Scene) -> Done:
    person = scene.person()
    return replace(_found(scene), department=person, wanted=scene.state.wanted or person), ()


def _enter_group(scene: Scene) -> Done:
    group = _chosen(scene)
    return replace(_found(scene), menu=f"group:{group}"), (scene.say("menu.group", group),)


def _enter_main(scene: Scene) -> Done:
    return fresh(scene, "main"), ()


def _enter_first(scene: Scene) -> Done:
    return fresh(scene, scene.first_menu()), ()


def _give_answer(scene: Scene) -> Done:
    chosen = _chosen(scene)
    state = replace(_found(scene), answer=chosen, wishes=once(scene.state.wishes, chosen))
    state = opening_hours.asked(scene, state, chosen)
    return state, _answer(scene.at(state), chosen)


def _answer(scene: Scene, answer_id: str) -> tuple[Say, ...]:
    if scene.company.answers[answer_id].says == "hours":
        return says(opening_hours.told(scene, answer_id))
    return (Say(answer(scene.company, scene.state.language, answer_id)),)


def _say_again(scene: Scene) -> Done:
    answered = _answer(scene, scene.state.answer) if scene.state.answer else ()
    return scene.state, (scene.say("again.repeat"), *answered)


def _switch_language(scene: Scene) -> Done:
    wished = scene.meaning.language if scene.meaning else ""
    state = replace(scene.state, language=wished or scene.next_language)
    theirs = scene.at(state)
    # Whoever changes the language has not been asked in it yet (I3).
    offer = _OFFERS.get(state.step, _no_help)(theirs)
    return state, (theirs.say("language.changed"), *offer)


def _help_by_keys(scene: Scene) -> tuple[Say, ...]:
    return (scene.say("help.offer"),)


def _no_help(_: Scene) -> tuple[Say, ...]:
    return ()


_OFFERS: Mapping[Step, Callable[[Scene], tuple[Say, ...]]] = {
    Step.HELP: _help,
    Step.MENU: _help_by_keys,
}


def _excuse_wrong_key(scene: Scene) -> Done:
    return _excuse(scene, "again.wrong")


def _excuse_silence(scene: Scene) -> Done:
    return _excuse(scene, "again.silence")


def _excuse_hearing(scene: Scene) -> Done:
    return _excuse(scene, "again.heard")


def _offer_keys(scene: Scene) -> Done:
    return scene.state, (scene.say("again.keys"),)


def _excuse(scene: Scene, phrase: str) -> Done:
    """Another wording each time the same question is asked again (I4)."""
    return scene.state, (scene.say(f"{phrase}.{min(scene.state.asked, 2)}"),)


def _excuse_empty(scene: Scene) -> Done:
    return scene.state, (*scrap(scene), scene.say("message.empty"))


def _announce_transfer(scene: Scene) -> Done:
    department = scene.state.department or scene.company.operator
    said = (scene.say("connect.department", department), scene.say("connect.wait"))
    # A transfer is progress: whatever is asked after it is asked anew.
    return replace(scene.state, department=department, question="", asked=0, ways=()), said


def _tell_closed(scene: Scene) -> Done:
    department = scene.state.department or scene.company.operator
    return not_reached(scene, department, CLOSED), (*_closed(scene, department), *ringing_in.stands(scene))


def _closed(scene: Scene, department: str) -> Iterator[Say]:
    yield scene.say("sorry.closed", department)
    holiday = scene.opening(department).holiday
    if holiday:
        name = holiday.into(scene.state.language)
        yield scene.say("closed.holiday", holiday=Wording(name, name))
    yield from opens(scene, department)


def _tell_not_reached(scene: Scene) -> Done:
    department = scene.state.department or scene.company.operator
    ended = scene.event if isinstance(scene.event, TransferEnded) else None
    reason = ended.outcome if ended else TransferOutcome.UNAVAILABLE
    said = (scene.say(f"sorry.{reason.value}"), *ringing_in.stands(scene))
    return not_reached(scene, department, reason.value), said


def _take_only_way(scene: Scene) -> Done:
    (way,) = scene.state.ways
    return replace(scene.state, department=scene.company.operator if way == PERSON else way), ()


def _end_talk(scene: Scene) -> Done:
    state, deeds = ringing_in.settle(scene)
    return fresh(scene.at(state), scene.first_menu()), deeds


def _ask_for_call(scene: Scene) -> Done:
    """A call at another time, from whichever department was named."""
    state, said = _whose_call(scene)
    return replace(state, appointment=wished(scene.at(state)), wished=_time(scene)), said


def _whose_call(scene: Scene) -> Done:
    """Who calls: a department that is wanted from now on, or the one that could not be reached."""
    state = _found(scene)
    if scene.state.step is Step.CHOICE and not (scene.meaning and scene.meaning.target):
        return state, ()
    whose = _chosen(scene)
    named = replace(state, department=whose, wanted=whose, reason=None, wishes=once(state.wishes, whose))
    return named, (scene.say("call.from", whose),)


def _time(scene: Scene) -> WishedTime | None:
    """The time that was said with it, now or before it was asked whether that is meant."""
    said = scene.meaning.wished if scene.meaning else None
    return said or scene.state.wished


def _regret_call(scene: Scene) -> Done:
    state, _ = _choose_department(scene)
    return state, (scene.say("call.impossible"),)


def _leave_queue(scene: Scene) -> Done:
    state, said = _tell_not_reached(scene)
    return replace(state, appointment=wished(scene.at(state))), said


def _end_appointment(scene: Scene) -> Done:
    return fresh(scene.at(_sought(scene)), scene.first_menu()), ()


def _offer_other_ways(scene: Scene) -> Done:
    """No time was found: what else there is, and a message at least."""
    state = replace(_sought(scene), appointment=None)
    department, reason = state.department, state.reason
    left = ways(scene.at(state), department, reason or "") if department else MESSAGE_ONLY
    return replace(state, ways=left), ()


def _sought(scene: Scene) -> State:
    sought = once(scene.state.sought, wanted(scene))
    return replace(scene.state, sought=sought, slots=(), chosen=None, day=None, refused=0)


def _hold_message(scene: Scene) -> Done:
    return replace(scene.state, message=_recorded(scene)), (scene.say("message.recorded"),)


def _recorded(scene: Scene) -> tuple[str, float] | None:
    if isinstance(scene.event, Recorded):
        return scene.event.reference, scene.event.seconds
    return scene.state.message


def _drop_message(scene: Scene) -> Done:
    dropped = tuple(DropMessage(reference) for reference, _ in _held(scene.state))
    return replace(scene.state, message=None), dropped


def _keep_message(scene: Scene) -> Done:
    department = scene.state.wanted or scene.company.operator
    kept = (*_keep(scene, department, scene.state), scene.say("message.kept", department))
    return replace(scene.state, message=None), kept


def _keep_message_first(scene: Scene) -> Done:
    state, kept = _keep_message(scene)
    chosen, _ = _choose_person(scene.at(state))
    return chosen, kept


def _interrupt_message(scene: Scene) -> Done:
    """It is kept as it is, so there is no way back to it."""
    state, kept = _keep_message(scene)
    return replace(state, interrupted=None), kept


def _keep_last_words(scene: Scene) -> Done:
    """The caller left without confirming: what was said is kept all the same, nothing is lost."""
    state = replace(scene.state, message=_recorded(scene))
    kept = tuple(_keep(scene, state.wanted or scene.company.operator, state))
    return replace(state, message=None), kept


def _keep(_: Scene, department: str, state: State) -> Iterator[Action]:
    for reference, seconds in _held(state):
        yield KeepMessage(department, reference, seconds)


def _held(state: State) -> tuple[tuple[str, float], ...]:
    return (state.message,) if state.message else ()


def _say_goodbye(scene: Scene) -> Done:
    return scene.state, (scene.say("closing.thanks"), scene.say("closing.goodbye"))


def _be_left(scene: Scene) -> Done:
    state, deeds = ringing_in.settle(scene)
    return state, (*deeds, *scrap(scene))


_EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.GREET: _greet,
    Effect.CHOOSE_DEPARTMENT: _choose_department,
    Effect.CHOOSE_PERSON: _choose_person,
    Effect.ENTER_GROUP: _enter_group,
    Effect.ENTER_MAIN: _enter_main,
    Effect.ENTER_FIRST: _enter_first,
    Effect.GIVE_ANSWER: _give_answer,
    Effect.SAY_AGAIN: _say_again,
    Effect.SWITCH_LANGUAGE: _switch_language,
    Effect.EXCUSE_WRONG_KEY: _excuse_wrong_key,
    Effect.EXCUSE_SILENCE: _excuse_silence,
    Effect.EXCUSE_HEARING: _excuse_hearing,
    Effect.OFFER_KEYS: _offer_keys,
    Effect.EXCUSE_EMPTY: _excuse_empty,
    Effect.ANNOUNCE_TRANSFER: _announce_transfer,
    Effect.TELL_CLOSED: _tell_closed,
    Effect.TELL_NOT_REACHED: _tell_not_reached,
    Effect.TAKE_ONLY_WAY: _take_only_way,
    Effect.END_TALK: _end_talk,
    Effect.HOLD_MESSAGE: _hold_message,
    Effect.DROP_MESSAGE: _drop_message,
    Effect.KEEP_MESSAGE: _keep_message,
    Effect.KEEP_MESSAGE_FIRST: _keep_message_first,
    Effect.INTERRUPT_MESSAGE: _interrupt_message,
    Effect.KEEP_LAST_WORDS: _keep_last_words,
    Effect.SAY_GOODBYE: _say_goodbye,
    Effect.BE_LEFT: _be_left,
    Effect.GREET_EXPECTED: _greet_expected,
    Effect.OFFER_HELP: _offer_help,
    Effect.ASK_FOR_CALL: _ask_for_call,
    Effect.LEAVE_QUEUE: _leave_queue,
    Effect.END_APPOINTMENT: _end_appointment,
    Effect.OFFER_OTHER_WAYS: _offer_other_ways,
    Effect.REGRET_CALL: _regret_call,
    **asking.EFFECTS,
    **conduct.EFFECTS,
    **ringing_in.EFFECTS,
    **appointment.EFFECTS,
    **outreach.EFFECTS,
}
