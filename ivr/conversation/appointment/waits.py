"""How each step waits while a time is agreed on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.models import BACK_KEY
from ivr.company.slots import DIGITS
from ivr.conversation.actions import Expects, LookUp
from ivr.conversation.appointment.agenda import agenda, appointment, day_of_keys, local, words
from ivr.conversation.appointment.signals import OTHER_KEY, RIGHT_KEY, SLOT_KEYS, WRONG_KEY, chose_offer
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step
from ivr.conversation.waiting import ANY_DIGIT, ENTRY_SECONDS, Waiting, ask
from ivr.phrases import formats
from ivr.phrases.sentence import Sentence

_MOST_CHOICES = 4  # beside the way to a person (B4)


def _look_up(scene: Scene) -> Waiting:
    whose = agenda(scene)
    return Waiting("", (), LookUp(appointment(scene).department, scene.now, whose.end))


def _slots(scene: Scene) -> Waiting:
    offered = SLOT_KEYS[: len(scene.state.slots)]
    hints = _hints(scene) if len(offered) + 1 < _MOST_CHOICES else ()
    keys = offered + OTHER_KEY + _back(scene)
    return ask(scene, "slots", keys, _offers(scene), hints, expects=Expects.TIME, spoken=(_which(scene),))


def _which(scene: Scene) -> Sentence:
    slots = [local(scene, slot) for slot in scene.state.slots]
    times = formats.choice(scene.state.language, slots, scene.today)
    if len(slots) > 1:
        return scene.sentence("slots.which", times=times)
    return scene.sentence("time.nearest", when=times)


def _offers(scene: Scene) -> Iterator[Sentence]:
    language, today = scene.state.language, scene.today
    yield scene.sentence("slots.ask")
    for sign, slot in zip(SLOT_KEYS, scene.state.slots, strict=False):
        when = formats.moment(language, local(scene, slot), today)
        yield scene.sentence("slots.offer", when=when, key=formats.key(language, sign))
    yield scene.sentence("slots.other")
    yield scene.sentence("menu.person")


def _back(scene: Scene) -> str:
    return "" if scene.state.errand else BACK_KEY


def _hints(scene: Scene) -> tuple[Sentence, ...]:
    return (scene.sentence("menu.repeat"),)


def _day(scene: Scene) -> Waiting:
    return _entry(scene, "day", scene.sentence("when.ask"))


def _hour(scene: Scene) -> Waiting:
    day = formats.day(scene.state.language, day_of_keys(scene) or scene.today, scene.today)
    return _entry(scene, "hour", scene.sentence("hour.ask", day=day))


def _entry(scene: Scene, what: str, spoken: Sentence) -> Waiting:
    said = (scene.sentence(f"question.{what}"), scene.sentence(f"entry.{what}"))
    return ask(
        scene,
        what,
        ANY_DIGIT,
        said,
        (scene.sentence("menu.person"), *_hints(scene)),
        seconds=ENTRY_SECONDS,
        digits=DIGITS,
        expects=Expects.TIME,
        spoken=(spoken,),
    )


def _read_back(scene: Scene) -> Waiting:
    asked = scene.sentence("time.nearest" if _is_offer(scene) else "time.right", when=words(scene))
    said = (asked, scene.sentence("reply.one"), scene.sentence("reply.two"))
    hints = (scene.sentence("menu.person"), *_hints(scene))
    keys = RIGHT_KEY + WRONG_KEY + _back(scene)
    return ask(scene, "read_back", keys, said, hints, expects=Expects.YES_NO, spoken=(asked,))


def _is_offer(scene: Scene) -> bool:
    """Whether it is not the time that was keyed in or said, but the one nearest to it."""
    return bool(scene.state.slots) and not chose_offer(scene)


WAITS: Mapping[Step, Callable[[Scene], Waiting]] = {
    Step.SEEKING: _look_up,
    Step.SLOTS: _slots,
    Step.DAY: _day,
    Step.HOUR: _hour,
    Step.CHECKING: _look_up,
    Step.READ_BACK: _read_back,
    Step.SECURING: _look_up,
}
