"""Who calls and why, and what is left where nobody picks up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, AwaitSilence, MonitorCall, Say
from ivr.conversation.errand import Origin
from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach import place
from ivr.conversation.scene import Scene, part_of_day, says
from ivr.conversation.state import replace
from ivr.phrases import campaign as texts
from ivr.phrases.sentence import Sentence

MACHINE_SECONDS = 30.0  # at most so long an answering machine greets


def _introduce(scene: Scene) -> Done:
    ours = place.department(scene)
    state = replace(scene.state, department=ours, wanted=ours, result=None)
    return state, (*says(introduction(scene)), *_notice(scene))


def introduction(scene: Scene) -> Iterator[Sentence]:
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


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.INTRODUCE: _introduce,
    Effect.LEAVE_WORDS: _leave_words,
    Effect.LET_MACHINE_BE: _let_machine_be,
    Effect.ANSWER_SCREENING: _answer_screening,
}
