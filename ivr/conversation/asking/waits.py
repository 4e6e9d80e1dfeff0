"""How each step waits where it is asked openly or asked back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.menu import menu
from ivr.company.models import BACK_KEY
from ivr.conversation.actions import Expects
from ivr.conversation.asking.signals import EITHER_KEYS, NO_KEY, YES_KEY
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step
from ivr.conversation.targets import id_of
from ivr.conversation.waiting import Waiting, ask
from ivr.phrases import formats
from ivr.phrases.compose import choice_name
from ivr.phrases.sentence import Sentence, Wording


def _help(scene: Scene) -> Waiting:
    """The menu is not read, but its keys are known to callers who have called before."""
    keys = "".join(choice.key for choice in menu(scene.company, scene.state.menu).choices)
    said = (scene.sentence("help.offer"), scene.sentence("help.say"))
    return ask(scene, f"help:{scene.state.language}", keys, said, expects=Expects.WISH)


def _between(scene: Scene) -> Waiting:
    names = [_name(scene, target) for target in scene.state.between]
    asked = scene.sentence("between.ask", one=names[0], other=names[1])
    keys = (_key(scene, sign, name) for sign, name in zip(EITHER_KEYS, names, strict=True))
    more = (scene.sentence("menu.back"), scene.sentence("menu.person"))
    name = ":".join(("between", *scene.state.between))
    said = (asked, *keys, *more)
    return ask(scene, name, EITHER_KEYS + BACK_KEY, said, expects=Expects.CHOICE, spoken=(asked,))


def _key(scene: Scene, sign: str, name: Wording) -> Sentence:
    return scene.sentence("question.option", option=name, key=formats.key(scene.state.language, sign))


def _name(scene: Scene, target: str) -> Wording:
    name = choice_name(scene.company, scene.state.language, id_of(target))
    return Wording(name, formats.spoken(scene.state.language, name))


def _meant(scene: Scene) -> Waiting:
    (target,) = scene.state.between
    return _yes_or_no(scene, f"meant:{target}", scene.sentence("meant.ask", id_of(target)))


def _never_again(scene: Scene) -> Waiting:
    return _yes_or_no(scene, "never_again", scene.sentence("never.ask"))


def _yes_or_no(scene: Scene, question: str, asked: Sentence) -> Waiting:
    said = (asked, *_sentences(scene, "reply.one", "reply.two", "menu.person"))
    return ask(scene, question, YES_KEY + NO_KEY, said, expects=Expects.YES_NO, spoken=(asked,))


def _sentences(scene: Scene, *phrases: str) -> Iterator[Sentence]:
    return map(scene.sentence, phrases)


WAITS: Mapping[Step, Callable[[Scene], Waiting]] = {
    Step.HELP: _help,
    Step.BETWEEN: _between,
    Step.MEANT: _meant,
    Step.NEVER_AGAIN: _never_again,
}
