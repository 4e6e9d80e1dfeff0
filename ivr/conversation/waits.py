"""How each step waits: which question it is, what is said first, and the one action that ends the turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ivr.company.menu import menu
from ivr.company.models import BACK_KEY, LANGUAGE_KEY, PERSON_KEY, REPEAT_KEY
from ivr.conversation.actions import Ask, Record, Transfer
from ivr.conversation.briefing import briefing
from ivr.conversation.outreach import waits as outreach
from ivr.conversation.scene import MESSAGE, PERSON, Scene
from ivr.conversation.signals import ALL_KEY, ANEW_KEY, MORE_KEY, SEND_KEY, way_key
from ivr.conversation.state import Step
from ivr.conversation.waiting import Waiting
from ivr.phrases.sentence import Sentence

ANSWER_SECONDS = 6.0  # time to find the key after the last sentence


def waiting(scene: Scene) -> Waiting:
    """How the step of ``scene`` waits. Raises KeyError for a step that does not."""
    return _WAITS[scene.state.step](scene)


def _ask(scene: Scene, question: str, keys: str, sentences: Iterable[Sentence]) -> Waiting:
    language = LANGUAGE_KEY if len(scene.company.languages) > 1 else ""
    hint = (
        (scene.sentence("menu.repeat"),)
        if scene.state.asked == 1 and question == scene.state.question
        else ()
    )
    ask = Ask(question, "".join(sorted({*keys, PERSON_KEY, REPEAT_KEY, *language})), ANSWER_SECONDS)
    return Waiting(question, (*sentences, *hint), ask)


def _menu(scene: Scene) -> Waiting:
    keys = "".join(choice.key for choice in menu(scene.company, scene.state.menu).choices)
    said = ("menu said", scene.state.language, scene.state.menu)
    sentences = scene.company.derived(said, lambda: tuple(_menu_sentences(scene)))
    return _ask(scene, f"menu:{scene.state.menu}", keys, sentences)


def _menu_sentences(scene: Scene) -> Iterator[Sentence]:
    choices = menu(scene.company, scene.state.menu).choices
    for choice in choices:
        if choice.kind != "back":
            yield scene.sentence("menu.choice", choice.target, choice.key)
    yield scene.sentence("menu.person")
    if any(choice.kind == "back" for choice in choices):
        yield scene.sentence("menu.back")


def _anything_else(scene: Scene) -> Waiting:
    phrases = ("more.offer", "more.yes", "more.no", "menu.person")
    return _ask(scene, "more", MORE_KEY + ALL_KEY, (scene.sentence(phrase) for phrase in phrases))


def _choice(scene: Scene) -> Waiting:
    keys = "".join(way_key(scene, way) for way in scene.state.ways) + BACK_KEY
    question = f"choice:{scene.state.department}:{scene.state.reason}"
    return _ask(scene, question, keys, _choice_sentences(scene))


def _choice_sentences(scene: Scene) -> Iterator[Sentence]:
    for way in scene.state.ways:
        if way == MESSAGE:
            yield scene.sentence("choice.message")
        elif way == PERSON:
            yield scene.sentence("menu.person")
        else:
            yield scene.sentence("choice.department", way, way_key(scene, way))
    yield scene.sentence("menu.back")


def _confirm(scene: Scene) -> Waiting:
    phrases = ("message.send", "message.anew")
    return _ask(scene, "confirm", SEND_KEY + ANEW_KEY, (scene.sentence(phrase) for phrase in phrases))


def _message(scene: Scene) -> Waiting:
    department = scene.state.wanted or scene.company.operator
    limits = scene.company.messages
    sentences = (scene.sentence("message.invite"), scene.sentence("message.end"))
    return Waiting(f"message:{department}", sentences, Record(department, limits.seconds, limits.silence))


def _transfer(scene: Scene) -> Waiting:
    department = scene.state.department or scene.company.operator
    accept = scene.company.departments[department].accept
    return Waiting("", (), Transfer(department, briefing(scene, department), accept))


_WAITS: Mapping[Step, Callable[[Scene], Waiting]] = {
    Step.MENU: _menu,
    Step.ANYTHING_ELSE: _anything_else,
    Step.CHOICE: _choice,
    Step.CONFIRM: _confirm,
    Step.MESSAGE: _message,
    Step.TRANSFER: _transfer,
    **outreach.WAITS,
}
