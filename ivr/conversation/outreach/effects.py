"""What is said and remembered on the way in a call of ours: one function per Effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace as changed
from datetime import datetime
from typing import Literal

from ivr.company.campaign import PROPOSAL
from ivr.company.disposition import Disposition
from ivr.conversation.actions import (
    Action,
    AwaitSilence,
    KeepMessage,
    MonitorCall,
    Note,
    OptOut,
    Remember,
    Say,
    SettlePromise,
)
from ivr.conversation.errand import Origin, WishedTime
from ivr.conversation.events import HungUp, Recorded, TransferEnded, TransferOutcome
from ivr.conversation.moves import Done, Effect, Signal
from ivr.conversation.outreach import place
from ivr.conversation.outreach.briefing import said
from ivr.conversation.outreach.keys import LATER_KEY, NO_KEY, SOURCE_KEY, YES_KEY
from ivr.conversation.recording import SHORTEST, scrap
from ivr.conversation.scene import Scene, part_of_day, says
from ivr.conversation.state import State, Step, replace
from ivr.conversation.ways import CLOSED, opens, origin, unreached
from ivr.phrases import campaign as texts
from ivr.phrases import formats
from ivr.phrases.campaign import Reaction
from ivr.phrases.sentence import Sentence, Wording

Understood = tuple[str, Wording]  # an answer in the campaign's terms, and as it is read back
MACHINE_SECONDS = 30.0  # at most so long an answering machine greets

# Who calls, and why


def _introduce(scene: Scene) -> Done:
    ours = place.department(scene)
    state = replace(scene.state, department=ours, wanted=ours, result=None)
    return state, (*says(_introduction(scene)), *_notice(scene))


def _introduction(scene: Scene) -> Iterator[Sentence]:
    """The company's name, who speaks, and the promise that is kept (O1)."""
    yield _greeting(scene)
    yield from _who(scene)
    yield from _referral(scene)


def _greeting(scene: Scene) -> Sentence:
    hello = part_of_day(scene.now.astimezone(scene.zone))
    if scene.campaign:
        return scene.sentence("greeting.company", hello)
    return scene.sentence("greeting.department", place.department(scene), hello)


def _who(scene: Scene) -> tuple[Sentence, ...]:
    if scene.campaign:
        return texts.introduction(scene.company, scene.campaign, scene.state.language)
    ours = place.department(scene)
    if scene.company.departments[ours].introduces_as:
        return (scene.sentence("introduction", ours),)
    named = ("introduction", "company") if scene.company.introduces_as else ("introduce.automated",)
    return (scene.sentence(*named),)


def _referral(scene: Scene) -> Iterator[Sentence]:
    promise = place.errand(scene).promise
    if promise:
        yield scene.sentence(_REFERS.get(promise.origin, "promise.asked"))
        if scene.campaign:
            yield texts.topic(scene.company, scene.campaign, scene.state.language)


_REFERS: Mapping[Origin, str] = {
    Origin.NOT_NOW: "promise.agreed",
    Origin.AGREED: "promise.agreed",
    Origin.OPERATOR: "promise.given",
}


def _notice(scene: Scene) -> tuple[Action, ...]:
    return (scene.say("notice.recording"), MonitorCall()) if scene.company.records_calls else ()


def _leave_words(scene: Scene) -> Done:
    said = (_greeting(scene), *_who(scene), *_message(scene))
    state = replace(scene.state, result=Disposition.MACHINE.value)
    return state, (AwaitSilence(MACHINE_SECONDS), *says(said))


def _message(scene: Scene) -> tuple[Sentence, ...]:
    left = texts.machine(place.campaign(scene), scene.state.language)
    return (left,) if left else ()


def _let_machine_be(scene: Scene) -> Done:
    return replace(scene.state, result=Disposition.MACHINE.value), ()


def _answer_screening(scene: Scene) -> Done:
    """Identity and reason, in two sentences; nobody is asked anything yet."""
    language = scene.state.language
    reason = texts.reason(scene.campaign, language) if scene.campaign else scene.sentence("screening.promise")
    state = replace(scene.state, result=Disposition.SCREENED.value)
    return state, (scene.say("screening.who"), Say(reason))


# At any point


def _opt_out(scene: Scene) -> Done:
    words = scene.event.key if isinstance(scene.event, Recorded) else scene.said
    said = (scene.say("disturbed.sorry"), scene.say("never.kept"))
    return _left_with(scene, Disposition.OPTED_OUT), (*_spoken(scene), OptOut(words), *said)


def _spoken(scene: Scene) -> tuple[Action, ...]:
    """What was being recorded until then is kept, unless it is too short to be anything."""
    if not isinstance(scene.event, Recorded):
        return ()
    if scene.event.seconds < SHORTEST:
        return scrap(scene)
    is_answer = scene.state.step is Step.QUESTION_WORDS
    return tuple(_words(scene) if is_answer else _kept(scene, place.wanted(scene)))


def _regret_wrong_number(scene: Scene) -> Done:
    return _left_with(scene, Disposition.WRONG_PERSON), (*_spoken(scene), scene.say("wrong.sorry"))


def _left_with(scene: Scene, result: Disposition) -> State:
    return replace(scene.state, result=result.value, appointment=None)


def _tell_source(scene: Scene) -> Done:
    return scene.state, (Say(_source(scene)),)


def _source(scene: Scene) -> Sentence:
    if scene.campaign:
        return texts.source(scene.campaign, scene.state.language)
    return scene.sentence("source.promise")


def _ask_again(scene: Scene) -> Done:
    return scene.state, (scene.say("again.repeat"), *says(_before(scene)))


def _switch_tongue(scene: Scene) -> Done:
    named = scene.meaning.language if scene.meaning else ""
    theirs = scene.at(replace(scene.state, language=named or scene.next_language))
    return theirs.state, (theirs.say("language.changed"), *says(_before(theirs)))


def _before(scene: Scene) -> Iterator[Sentence]:
    """What a question is not understood without: who calls, or why."""
    if scene.state.step in {Step.IDENTITY, Step.CONVENIENT}:
        yield from _introduction(scene)
    elif scene.state.begun and scene.state.asked_question == 0 and scene.campaign:
        yield texts.matter(scene.campaign, scene.state.language)


def _give_up(scene: Scene) -> Done:
    """Asked often enough. Whoever just wanted to know something of the call is told even so."""
    there = Disposition.HUNG_UP if scene.state.heard else Disposition.SILENT
    state = replace(scene.state, result=scene.state.result or there.value)
    return state, _told_even_so(scene)


def _told_even_so(scene: Scene) -> tuple[Action, ...]:
    asked = scene.meaning.signal if scene.meaning else None
    tells = _tell_source if scene.keys == SOURCE_KEY else _TELLS.get(asked)
    return tells(scene)[1] if tells else ()


def _introduce_again(scene: Scene) -> Done:
    return scene.state, says(_introduction(scene))


def _wait_for_person(scene: Scene) -> Done:
    """Somebody goes to fetch the person, or is busy for a moment: whoever comes is greeted anew."""
    state = replace(scene.state, result=scene.state.result or Disposition.NOT_NOW.value)
    return state, (scene.say("wait.gladly"),)


def _keep_private(scene: Scene) -> Done:
    return scene.state, (scene.say("identity.private"),)


def _tell_topic(scene: Scene) -> Done:
    """What it is about, in a few words; the matter itself comes once it is convenient (O2)."""
    if scene.campaign is None:
        return scene.state, (scene.say("screening.promise"),)
    return scene.state, (Say(texts.topic(scene.company, scene.campaign, scene.state.language)),)


def _tell_length(scene: Scene) -> Done:
    minutes = place.minutes(scene)
    return scene.state, (scene.say(f"length.{minutes}" if minutes else "length.yours"),)


_TELLS: Mapping[Signal | None, Callable[[Scene], Done]] = {
    Signal.SOURCE: _tell_source,
    Signal.WHO: _introduce_again,
    Signal.ASKS_ABOUT: _tell_topic,
    Signal.ASKS_HOW_LONG: _tell_length,
}


def _offer_colleague(scene: Scene) -> Done:
    """What was asked back is beyond the bot; whoever knows the answer is one word away (I5)."""
    return scene.state, (scene.say("aside.person" if scene.state.asked < 2 else "aside.again"),)


def _ask_plainly(scene: Scene) -> Done:
    plainly = "again.plain" if scene.state.step in _YES_OR_NO or _is_yes_no(scene) else "again.clear"
    return scene.state, (scene.say(f"{plainly}.{min(scene.state.asked, 2)}"),)


_YES_OR_NO = (Step.IDENTITY, Step.THEIR_NUMBER, Step.CONVENIENT, Step.PROPOSAL)


def _is_yes_no(scene: Scene) -> bool:
    return scene.state.step is Step.QUESTION and place.question(scene).kind == "yes_no"


# Convenience


def _regret_disturbing(scene: Scene) -> Done:
    """The time that was said with it, if one was, is the first that is tried."""
    sought = place.appointment(scene, Origin.NOT_NOW, place.department(scene), _is_campaign(scene))
    state = replace(_unasked(scene), appointment=sought, result=Disposition.NOT_NOW.value)
    return replace(state, wished=_wished(scene)), (scene.say("disturbed.sorry"),)


def _let_be(scene: Scene) -> Done:
    """Not interested, whatever it is: no other time is offered."""
    state, deeds = settled(scene, replace(scene.state, result=Disposition.REFUSED.value), "cancelled")
    return state, (*deeds, scene.say("disturbed.sorry"))


def _wished(scene: Scene) -> WishedTime | None:
    return scene.meaning.wished if scene.meaning else None


def _unasked(scene: Scene) -> State:
    """Without what was known of the answer to the question in hand."""
    return replace(scene.state, day=None, between=(), wished=None, so_far="")


def _is_campaign(scene: Scene) -> bool:
    return place.errand(scene).campaign is not None


def _go_on(scene: Scene) -> Done:
    """A campaign's promise is kept once the conversation goes on; any other, once they have talked."""
    return settled(scene, scene.state, "kept") if scene.campaign else (scene.state, ())


def settled(scene: Scene, state: State, outcome: Literal["kept", "cancelled"]) -> Done:
    """The promise because of which we call has come to its end; nothing where there is none."""
    ours = place.errand(scene)
    if ours.promise is None:
        return state, ()
    # From now on whatever is agreed is a new promise.
    return replace(state, errand=changed(ours, promise=None)), (SettlePromise(ours.promise.id, outcome),)


# Matter, questions, proposal


def _state_matter(scene: Scene) -> Done:
    said = Say(texts.matter(place.campaign(scene), scene.state.language))
    return replace(scene.state, begun=True), (said,)


def _take_up(scene: Scene) -> Done:
    state = replace(scene.state, begun=True, asked_question=place.taken_up(scene))
    return state, (scene.say("matter.resume"),)


def _finish(scene: Scene) -> Done:
    """Every question is answered, and nothing is proposed."""
    return replace(scene.state, result=Disposition.ACCEPTED.value), ()


def _keep_answer(scene: Scene) -> Done:
    asked = place.question(scene)
    understood, reading = _UNDERSTOOD[asked.kind](scene, scene.keys)
    noted = Say(texts.noted(scene.company, scene.state.language, reading))
    return _next(scene), (Remember(asked.id, _said(scene), understood), noted)


def _said(scene: Scene) -> str:
    """The whole answer as it was given, where a date or an hour came first."""
    if scene.state.so_far:
        return f"{scene.state.so_far}, {scene.said}"
    return f"{scene.state.day} {scene.said}" if scene.state.day else scene.said


def _next(scene: Scene) -> State:
    return replace(_unasked(scene), asked_question=scene.state.asked_question + 1)


def _yes_no(scene: Scene, keys: str) -> Understood:
    meant = "yes" if keys == YES_KEY else "no"
    return meant, texts.yes_or_no(scene.state.language, meant)


def _choice(scene: Scene, keys: str) -> Understood:
    option = {option.key: option for option in place.question(scene).options}[keys]
    meant = option.text.into(scene.company.default_language)  # in reports all answers are in one language
    return meant, texts.written(scene.state.language, option.text)


def _number(scene: Scene, keys: str) -> Understood:
    return str(int(keys)), formats.number(scene.state.language, int(keys))


def _when(scene: Scene, keys: str) -> Understood:
    said = _wished(scene)
    keyed = place.keyed_moment(scene, scene.state.day or "", keys) or scene.now
    when = datetime.fromisoformat(said.start).astimezone(scene.zone) if said else keyed
    return when.isoformat(), formats.moment(scene.state.language, when, scene.today)


_UNDERSTOOD: Mapping[str, Callable[[Scene, str], Understood]] = {
    "yes_no": _yes_no,
    "choice": _choice,
    "number": _number,
    "when": _when,
}


def _keep_day(scene: Scene) -> Done:
    so_far = _said(scene) if scene.meaning else ""
    return replace(_unasked(scene), day=scene.keys, so_far=so_far), ()


def _keep_hour(scene: Scene) -> Done:
    return replace(scene.state, wished=_wished(scene), so_far=scene.said), ()


def _ask_which(scene: Scene) -> Done:
    between = scene.meaning.between if scene.meaning else ()
    return replace(scene.state, between=between, so_far=scene.said), ()


def _forget_which(scene: Scene) -> Done:
    return _unasked(scene), (scene.say("again.anew"),)


def _keep_words(scene: Scene) -> Done:
    return _next(scene), (*_words(scene), scene.say("question.recorded"))


def _words(scene: Scene) -> Iterator[Remember]:
    if isinstance(scene.event, Recorded):
        yield Remember(place.question(scene).id, scene.event.reference, None)


def _keep_last_answer(scene: Scene) -> Done:
    """The person hung up after speaking: that was the last answer of a survey, or left early."""
    state = _next(scene)
    all_said = state.asked_question == len(place.questions(scene)) and not place.campaign(scene).proposal
    result = Disposition.ACCEPTED.value if all_said else state.result
    return replace(state, result=result), tuple(_words(scene))


def _keep_no_answer(scene: Scene) -> Done:
    kept = Remember(place.question(scene).id, scene.said, None)
    return _next(scene), (*scrap(scene), kept, scene.say("question.skipped"))


def _excuse_answer(scene: Scene) -> Done:
    return scene.state, (scene.say(f"again.entry.{min(scene.state.asked, 2)}"),)


def _excuse_no_words(scene: Scene) -> Done:
    return scene.state, (*scrap(scene), scene.say("again.words"))


def _take_reply(scene: Scene) -> Done:
    reaction = _REACTIONS[scene.keys]
    state = replace(scene.state, answered=reaction, result=_RESULTS[reaction].value)
    said = texts.reply(place.campaign(scene), reaction, state.language)
    agreed = (Say(said),) if said else _noted(scene.at(state))
    wished = _wished(scene) if texts.reply_to(place.campaign(scene), reaction).then == "callback" else None
    return replace(state, wished=wished), (Remember(PROPOSAL, scene.said, reaction), *agreed)


def _noted(scene: Scene) -> tuple[Say, ...]:
    """Where the file says nothing: what follows, unless it is told where it is done (O7)."""
    then = texts.reply_to(place.campaign(scene), place.reaction(scene.state)).then
    phrase = _TOLD.get(then) if scene.state.answered != "no" else None
    return (scene.say(phrase),) if phrase else ()


_TOLD: Mapping[str, str] = {"nothing": "proposal.noted", "callback": "follow.call"}
_REACTIONS: Mapping[str, Reaction] = {YES_KEY: "yes", NO_KEY: "no", LATER_KEY: "later"}
_RESULTS: Mapping[Reaction, Disposition] = {
    "yes": Disposition.ACCEPTED,
    "no": Disposition.REFUSED,
    "later": Disposition.UNDECIDED,
}


def _leave_undecided(scene: Scene) -> Done:
    state, said = _give_up(scene.at(replace(scene.state, result=Disposition.UNDECIDED.value)))
    return state, (Remember(PROPOSAL, scene.said, None), *said)


# What was agreed


def _seek_follow_up(scene: Scene) -> Done:
    """After a yes the department calls; whoever wants to think about it is asked again by the campaign."""
    again = scene.state.answered == "later"
    sought = place.appointment(scene, Origin.AGREED, place.followed_up_by(scene), again)
    return replace(scene.state, appointment=sought), ()


def _send_note(scene: Scene) -> Done:
    whose = place.followed_up_by(scene)
    return scene.state, (_note(scene, whose), scene.say("follow.message", whose))


def _note(scene: Scene, whose: str) -> Note:
    """In the department's language; whoever reads it knows nothing of the call."""
    told = _report(scene.told_to(whose), scene.state.language)
    return Note(whose, " ".join(sentence.text for sentence in told))


def _report(scene: Scene, tongue: str) -> Iterator[Sentence]:
    language, person = scene.state.language, place.errand(scene).name
    if scene.campaign:
        yield texts.topic(scene.company, scene.campaign, language, "brief.matter")
    if scene.state.answered:
        yield scene.sentence("brief.answer", answer=texts.yes_or_no(language, scene.state.answered))
    else:
        yield scene.sentence("brief.wants_call")
    yield from said(scene, tongue)
    if person:
        yield scene.sentence("brief.person", person=Wording(person, person))
    yield scene.sentence("brief.our_call", number=formats.phone(language, scene.state.called))


def _conclude_agreed(scene: Scene) -> Done:
    return replace(scene.state, result=clear(scene, Disposition.LATER), appointment=None), ()


def clear(scene: Scene, otherwise: Disposition) -> str:
    """What the call has come to already; that it was not convenient can still change."""
    result = scene.state.result
    return otherwise.value if result in {None, Disposition.NOT_NOW} else result or otherwise.value


def _conclude_not_agreed(scene: Scene) -> Done:
    """No time was found: where the department owes a call, it is told, so that a person takes it up."""
    sought = scene.state.appointment
    result = scene.state.result or Disposition.NOT_NOW.value
    state = replace(scene.state, result=result, appointment=None)
    if sought is None or sought.moves or sought.origin is Origin.NOT_NOW or sought.resume:
        return state, ()
    return state, request(scene, sought.department)


def request(scene: Scene, whose: str) -> tuple[Action, ...]:
    """The department is told that a call is owed, and the person that it will be made."""
    return _note(scene, whose), scene.say("follow.request", whose)


def _send_request(scene: Scene) -> Done:
    """Nobody could talk, and the person takes no other way: a promised call is tried again by itself."""
    state, said = _give_up(scene)
    if place.errand(scene).promise is not None:
        return state, said
    told = replace(state, result=clear(scene, Disposition.UNDECIDED))
    return told, (*said, *request(scene, place.wanted(scene)))


# A person of ours


def _call_department(scene: Scene) -> Done:
    whose = place.followed_up_by(scene)
    return replace(scene.state, department=whose, wanted=whose), ()


def _call_our_person(scene: Scene) -> Done:
    wanted = place.wanted(scene)
    person = wanted if wanted not in scene.state.tried else scene.company.operator
    return replace(scene.state, department=person, appointment=None), _spoken(scene)


def _regret_closed(scene: Scene) -> Done:
    whose = scene.state.department or place.department(scene)
    return unreached(scene.state, whose, CLOSED), (scene.say("sorry.closed", whose), *opens(scene, whose))


def _regret_not_reached(scene: Scene) -> Done:
    ended = scene.event.outcome if isinstance(scene.event, TransferEnded) else TransferOutcome.UNAVAILABLE
    whose = scene.state.department or place.department(scene)
    return unreached(scene.state, whose, ended.value), (scene.say(f"sorry.{ended.value}"),)


def _seek_time(scene: Scene) -> Done:
    """Nobody could talk: the department calls at another time."""
    left = isinstance(scene.event, TransferEnded)
    because = Origin.QUEUE if left else origin(scene.state, Origin.UNANSWERED)
    sought = place.appointment(scene, because, place.wanted(scene), False)
    return replace(scene.state, appointment=sought, wished=_wished(scene)), ()


def _leave_it(scene: Scene) -> Done:
    """Neither another call nor a message is wanted: the one that was promised is not needed any more."""
    state = replace(scene.state, result=clear(scene, Disposition.UNDECIDED))
    return settled(scene, state, "cancelled")


def _keep_talk(scene: Scene) -> Done:
    state = replace(scene.state, result=clear(scene, Disposition.TRANSFERRED))
    return settled(scene, state, "kept")


def _be_left_talking(scene: Scene) -> Done:
    talked = isinstance(scene.event, HungUp) and scene.event.talked
    return _keep_talk(scene) if talked else (scene.state, ())


def _keep_note(scene: Scene) -> Done:
    """A message in place of the talk: the call that was promised is not needed any more."""
    whose = place.wanted(scene)
    ended = replace(scene.state, result=clear(scene, Disposition.UNDECIDED))
    state, deeds = settled(scene, ended, "cancelled")
    gone = isinstance(scene.event, Recorded) and scene.event.hung_up
    said = () if gone else (scene.say("message.kept", whose),)
    return state, (*_kept(scene, whose), *deeds, *said)


def _kept(scene: Scene, whose: str) -> Iterator[KeepMessage]:
    if isinstance(scene.event, Recorded):
        yield KeepMessage(whose, scene.event.reference, scene.event.seconds)


def _take_leave(scene: Scene) -> Done:
    """The apology where the proposal did not suit (O6); thanks and a goodbye whatever happened (O8, B1)."""
    refused = scene.state.result == Disposition.REFUSED and scene.state.answered
    sorry = (scene.say("proposal.sorry"),) if refused else ()
    return scene.state, (*sorry, scene.say("farewell.thanks"), scene.say("closing.goodbye"))


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.INTRODUCE: _introduce,
    Effect.LEAVE_WORDS: _leave_words,
    Effect.LET_MACHINE_BE: _let_machine_be,
    Effect.ANSWER_SCREENING: _answer_screening,
    Effect.OPT_OUT: _opt_out,
    Effect.REGRET_WRONG_NUMBER: _regret_wrong_number,
    Effect.TELL_SOURCE: _tell_source,
    Effect.ASK_AGAIN: _ask_again,
    Effect.SWITCH_TONGUE: _switch_tongue,
    Effect.GIVE_UP: _give_up,
    Effect.INTRODUCE_AGAIN: _introduce_again,
    Effect.WAIT_FOR_PERSON: _wait_for_person,
    Effect.KEEP_PRIVATE: _keep_private,
    Effect.TELL_TOPIC: _tell_topic,
    Effect.TELL_LENGTH: _tell_length,
    Effect.OFFER_COLLEAGUE: _offer_colleague,
    Effect.ASK_PLAINLY: _ask_plainly,
    Effect.REGRET_DISTURBING: _regret_disturbing,
    Effect.LET_BE: _let_be,
    Effect.GO_ON: _go_on,
    Effect.STATE_MATTER: _state_matter,
    Effect.TAKE_UP: _take_up,
    Effect.FINISH: _finish,
    Effect.KEEP_ANSWER: _keep_answer,
    Effect.KEEP_DAY: _keep_day,
    Effect.KEEP_HOUR: _keep_hour,
    Effect.ASK_WHICH: _ask_which,
    Effect.FORGET_WHICH: _forget_which,
    Effect.KEEP_WORDS: _keep_words,
    Effect.KEEP_LAST_ANSWER: _keep_last_answer,
    Effect.KEEP_NO_ANSWER: _keep_no_answer,
    Effect.EXCUSE_ANSWER: _excuse_answer,
    Effect.EXCUSE_NO_WORDS: _excuse_no_words,
    Effect.TAKE_REPLY: _take_reply,
    Effect.LEAVE_UNDECIDED: _leave_undecided,
    Effect.SEEK_FOLLOW_UP: _seek_follow_up,
    Effect.SEND_NOTE: _send_note,
    Effect.SEND_REQUEST: _send_request,
    Effect.CONCLUDE_AGREED: _conclude_agreed,
    Effect.CONCLUDE_NOT_AGREED: _conclude_not_agreed,
    Effect.CALL_DEPARTMENT: _call_department,
    Effect.CALL_OUR_PERSON: _call_our_person,
    Effect.REGRET_CLOSED: _regret_closed,
    Effect.REGRET_NOT_REACHED: _regret_not_reached,
    Effect.SEEK_TIME: _seek_time,
    Effect.LEAVE_IT: _leave_it,
    Effect.KEEP_TALK: _keep_talk,
    Effect.KEEP_NOTE: _keep_note,
    Effect.BE_LEFT_TALKING: _be_left_talking,
    Effect.TAKE_LEAVE: _take_leave,
}
