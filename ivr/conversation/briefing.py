"""What the department hears before it takes the call: which number, what language, what about, who."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.company.base import is_e164
from ivr.conversation.scene import Scene
from ivr.phrases import formats
from ivr.phrases.compose import compose
from ivr.phrases.sentence import Sentence, Wording

_MARKS = " .?!…"  # a sentence has one of its own
TOPICS = 2  # the latest ones; a briefing is short


def briefing(scene: Scene, department: str) -> tuple[Sentence, ...]:
    """The briefing in the department's own language; empty where the department is connected at once."""
    if not scene.company.departments[department].accept:
        return ()
    return tuple(_sentences(scene.told_to(department), department, scene.state.language))


def _sentences(scene: Scene, department: str, tongue: str) -> Iterator[Sentence]:
    language = scene.state.language
    line = _number(language, scene.state.called)
    if line:
        yield scene.sentence("brief.number", line=line)
    yield scene.sentence("brief.language", tongue)
    topics = [wish for wish in scene.state.wishes if wish != department]
    yield from (scene.sentence("brief.topic", topic) for topic in topics[-TOPICS:])
    yield from _said(scene, tongue)
    yield from manner(scene)
    caller = _number(language, scene.state.caller or "")
    yield scene.sentence("brief.caller", caller=caller) if caller else scene.sentence("brief.withheld")
    yield scene.sentence("brief.accept")
    yield scene.sentence("brief.decline")


def _said(scene: Scene, tongue: str) -> Iterator[Sentence]:
    if scene.state.said:
        yield scene.sentence("brief.said")
        yield from quoted(scene, scene.state.said, tongue)


def manner(scene: Scene) -> Iterator[Sentence]:
    """Who is upset, or threatened: in what words is not told."""
    if scene.state.handed == "threat":
        yield scene.sentence("brief.threat")
    elif scene.state.rude or scene.state.upset:
        yield scene.sentence("brief.upset")


def quoted(scene: Scene, said: tuple[str, ...], tongue: str) -> Iterator[Sentence]:
    """What was said, in the very words and in the language in which they were said."""
    for words in (text.rstrip(_MARKS) for text in said):
        spoken = Wording(words, formats.spoken(tongue, words))
        yield compose(scene.company, tongue, "brief.words", words=spoken)


def _number(language: str, number: str) -> Wording | None:
    """A telephone number to be said; None for what is no number (a caller may send anything as theirs)."""
    if is_e164(number):
        return formats.phone(language, number)
    return formats.digits(language, number) if number.isascii() and number.isdigit() else None
