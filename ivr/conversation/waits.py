"""How each step waits: which question it is, what is said first, and the one action that ends the turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ivr.company.menu import menu
from ivr.company.models import BACK_KEY
from ivr.conversation import ringing_in
from ivr.conversation.actions import Expects, Record, Transfer
from ivr.conversation.appointment import waits as appointment
from ivr.conversation.asking import waits as asking
from ivr.conversation.briefing import briefing
from ivr.conversation.outreach import waits as outreach
from ivr.conversation.scene import CALLBACK, MESSAGE, PERSON, Scene
from ivr.conversation.signals import ALL_KEY, ANEW_KEY, MORE_KEY, SEND_KEY, way_key
from ivr.conversation.state import Step
from ivr.conversation.waiting import Waiting, ask
from ivr.conversation.ways import MOST_WAYS
from ivr.phrases.sentence import Sentence


def waiting(scene: Scene) -> Waiting:
    """How the step of ``scene`` waits. Raises KeyError for a step that does not."""
    return _WAITS[scene.state.step](scene)


def _ask(
    scene: Scene,
    question: str,
    keys: str,
    said: Iterable[Sentence],
    expects: Expects,
    spoken: Iterable[Sentence] | None = None,
) -> Waiting:
    again = (scene.sentence("menu.repeat"),)
    return ask(scene, question, keys, said, again, expects=expects, spoken=spoken)


def _menu(scene: Scene) -> Waiting:
    keys = "".join(choice.key for choice in menu(scene.company, scene.state.menu).choices)
    said = ("menu said", scene.state.language, scene.state.menu)
    sentences = scene.company.derived(said, lambda: tuple(_menu_sentences(scene)))
    return _ask(scene, f"menu:{scene.state.menu}", keys, sentences, Expects.WISH)


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
    said = map(scene.sentence, phrases)
    # After another answer, or that of another day, it is another question.
    name = ":".join(filter(None, ("more", scene.state.answer, scene.state.whose, *scene.state.days)))
    return _ask(scene, name, MORE_KEY + ALL_KEY, said, Expects.WISH, (scene.sentence("more.offer"),))


def _choice(scene: Scene) -> Waiting:
    keys = "".join(way_key(scene, way) for way in scene.state.ways) + BACK_KEY
    question = f"choice:{scene.state.department}:{scene.state.reason}"
    return _ask(scene, question, keys, _choice_sentences(scene), Expects.CHOICE, _offered(scene))


def _offered(scene: Scene) -> Iterator[Sentence]:
    """The same without keys."""
    for way in scene.state.ways:
        yield scene.sentence(f"way.{way}") if way in _WAYS else scene.sentence("way.department", way)
    yield scene.sentence("way.ask" if len(scene.state.ways) > 1 else "way.ask_one")


def _choice_sentences(scene: Scene) -> Iterator[Sentence]:
    ways = scene.state.ways
    yield from (_way(scene, way) for way in ways)
    if len(ways) < MOST_WAYS:
        yield scene.sentence("menu.back")


def _way(scene: Scene, way: str) -> Sentence:
    phrase = _WAYS.get(way)
    return scene.sentence(phrase) if phrase else scene.sentence("choice.department", way, way_key(scene, way))


_WAYS = {MESSAGE: "choice.message", PERSON: "menu.person", CALLBACK: "choice.callback"}


def _confirm(scene: Scene) -> Waiting:
    phrases = ("message.send", "message.anew")
    said = map(scene.sentence, phrases)
    return _ask(scene, "confirm", SEND_KEY + ANEW_KEY, said, Expects.YES_NO, (scene.sentence("message.ask"),))


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
    **asking.WAITS,
    **ringing_in.WAITS,
    **appointment.WAITS,
    **outreach.WAITS,
}
