"""What a caller wants of the company: a department, an answer, a group, or to be called."""

from __future__ import annotations

from ivr.conversation.hearing.asking_back import asked_back
from ivr.conversation.hearing.calling import call
from ivr.conversation.hearing.hours import hours_asked, of_day
from ivr.conversation.hearing.leading_in import without_lead
from ivr.conversation.hearing.sure import sure
from ivr.conversation.meaning import SURE, Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import known, plain
from ivr.conversation.targets import signal_of
from ivr.understanding.intent import Target, intents
from ivr.understanding.result import Ambiguous, Match, NoMatch, Result


def wanted(scene: Scene, spoken: Spoken) -> Meaning | None:
    """What is wanted; asks back where it is unsure, or one of two. None where nothing known is wanted."""
    return (
        call(scene, spoken) or hours_asked(scene, spoken) or _exact(scene, spoken) or _routed(scene, spoken)
    )


def surely(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The same, where it need not be asked back."""
    found = wanted(scene, spoken)
    return None if found is None or found.between else found


def _exact(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The words of the company file, said as they stand there; they tell a department nothing new."""
    target = known(scene.company, scene.state.language).get(plain(spoken.words))
    if target is None or spoken.confidence < SURE:
        return None
    return Meaning(signal_of(target), spoken.words, target=target, why="as the company file has it")


def _routed(scene: Scene, spoken: Spoken) -> Meaning | None:
    found = _surer(scene, spoken)
    if isinstance(found, Ambiguous):
        return _either(scene, spoken, found)
    return _one(scene, spoken, found) if isinstance(found, Match) else None


def _surer(scene: Scene, spoken: Spoken) -> Result[Target]:
    """What is wanted by all the words, or by those after the lead-in, whichever is surer."""
    router, language = intents(scene.company, scene.state.language), scene.state.language
    texts = dict.fromkeys((spoken.words, without_lead(spoken.words, language)))
    return max(router.routes(tuple(texts)), key=_sureness)


def _sureness(found: Result[Target]) -> float:
    if isinstance(found, NoMatch):
        return 0.0
    return found.confidence if isinstance(found, Match) else found.values[0][1]


def _one(scene: Scene, spoken: Spoken, found: Match[Target]) -> Meaning:
    target = str(found.value)
    day = of_day(scene, spoken, target)
    if sure(spoken, found.confidence):
        return Meaning(signal_of(target), spoken.words, target=target, wished=day, why=found.why, tells=True)
    unsure = Meaning(Signal.UNSURE, spoken.words, between=(target,), wished=day, why=found.why, tells=True)
    return asked_back(scene, unsure)


def _either(scene: Scene, spoken: Spoken, found: Ambiguous[Target]) -> Meaning:
    two = tuple(str(target) for target, _ in found.values[:2])
    return asked_back(scene, Meaning(Signal.EITHER, spoken.words, between=two, why=found.why, tells=True))
