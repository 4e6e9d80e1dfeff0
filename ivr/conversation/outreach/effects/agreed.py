"""What was agreed, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, Note
from ivr.conversation.errand import Origin
from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach import place
from ivr.conversation.outreach.briefing import said
from ivr.conversation.outreach.effects.anytime import give_up
from ivr.conversation.scene import Scene
from ivr.conversation.state import replace
from ivr.phrases import campaign as texts
from ivr.phrases import formats
from ivr.phrases.sentence import Sentence, Wording


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
    state, said = give_up(scene)
    if place.errand(scene).promise is not None:
        return state, said
    told = replace(state, result=clear(scene, Disposition.UNDECIDED))
    return told, (*said, *request(scene, place.wanted(scene)))


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.SEEK_FOLLOW_UP: _seek_follow_up,
    Effect.SEND_NOTE: _send_note,
    Effect.SEND_REQUEST: _send_request,
    Effect.CONCLUDE_AGREED: _conclude_agreed,
    Effect.CONCLUDE_NOT_AGREED: _conclude_not_agreed,
}
