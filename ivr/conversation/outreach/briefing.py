"""What the department hears before it takes a call of ours: whom we called, about what, in which language."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.conversation.briefing import manner, quoted
from ivr.conversation.errand import Promised
from ivr.conversation.outreach import place
from ivr.conversation.scene import Scene
from ivr.phrases import campaign as texts
from ivr.phrases import formats
from ivr.phrases.sentence import Sentence, Wording


def briefing(scene: Scene, department: str) -> tuple[Sentence, ...]:
    """The briefing in the department's own language; empty where the department is connected at once."""
    if not scene.company.departments[department].accept:
        return ()
    return tuple(_sentences(scene.told_to(department), scene.state.language))


def said(scene: Scene, tongue: str) -> Iterator[Sentence]:
    """What the person asked us, in the very words and in the language in which it was said."""
    if scene.state.said:
        yield scene.sentence("brief.asked")
        yield from quoted(scene, scene.state.said, tongue)


def _said_then(scene: Scene, promise: Promised, tongue: str) -> Iterator[Sentence]:
    """What the person wanted when the call was promised."""
    if promise.said:
        yield scene.sentence("brief.said")
        then = place.errand(scene).language
        yield from quoted(scene, promise.said, then if then in scene.company.languages else tongue)


def _sentences(scene: Scene, tongue: str) -> Iterator[Sentence]:
    language, person = scene.state.language, place.errand(scene).name
    if promise := place.errand(scene).promise:
        yield scene.sentence("brief.promised")
        yield from _said_then(scene, promise, tongue)
    yield scene.sentence("brief.our_call", number=formats.phone(language, scene.state.called))
    if person:
        yield scene.sentence("brief.person", person=Wording(person, person))
    yield scene.sentence("brief.language", tongue)
    if scene.campaign:
        yield texts.topic(scene.company, scene.campaign, language, "brief.matter")
    if scene.state.answered:
        yield scene.sentence("brief.answer", answer=texts.yes_or_no(language, scene.state.answered))
    yield from said(scene, tongue)
    yield from manner(scene)
    yield scene.sentence("brief.accept")
    yield scene.sentence("brief.decline")
