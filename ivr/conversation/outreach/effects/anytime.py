"""What may be asked or wished at any point of a call of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, OptOut, Say
from ivr.conversation.events import Recorded
from ivr.conversation.moves import Done, Effect, Signal
from ivr.conversation.outreach import place
from ivr.conversation.outreach.effects.calling import introduction
from ivr.conversation.outreach.effects.recorded import spoken
from ivr.conversation.outreach.keys import SOURCE_KEY
from ivr.conversation.scene import Scene, says
from ivr.conversation.state import State, Step, replace
from ivr.phrases import campaign as texts
from ivr.phrases.sentence import Sentence


def _opt_out(scene: Scene) -> Done:
    words = scene.event.key if isinstance(scene.event, Recorded) else scene.said
    said = (scene.say("disturbed.sorry"), scene.say("never.kept"))
    return _left_with(scene, Disposition.OPTED_OUT), (*spoken(scene), OptOut(words), *said)


def _regret_wrong_number(scene: Scene) -> Done:
    return _left_with(scene, Disposition.WRONG_PERSON), (*spoken(scene), scene.say("wrong.sorry"))


def _condole(scene: Scene) -> Done:
    """Who told us that the person has died is not to be called for them again, by any campaign."""
    said = (scene.say("died.sorry"), scene.say("never.kept"))
    return _left_with(scene, Disposition.OPTED_OUT), (OptOut(scene.said), *said)


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
        yield from introduction(scene)
    elif scene.state.begun and scene.state.asked_question == 0 and scene.campaign:
        yield texts.matter(scene.campaign, scene.state.language)


def give_up(scene: Scene) -> Done:
    """Asked often enough. Whoever just wanted to know something of the call is told even so."""
    there = Disposition.HUNG_UP if scene.state.heard else Disposition.SILENT
    state = replace(scene.state, result=scene.state.result or there.value)
    return state, _told_even_so(scene)


def _told_even_so(scene: Scene) -> tuple[Action, ...]:
    asked = scene.meaning.signal if scene.meaning else None
    tells = _tell_source if scene.keys == SOURCE_KEY else _TELLS.get(asked)
    return tells(scene)[1] if tells else ()


def _introduce_again(scene: Scene) -> Done:
    return scene.state, says(introduction(scene))


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


def ask_plainly(scene: Scene) -> Done:
    """Ask for an answer that is one, in other words each time."""
    plainly = "again.plain" if scene.state.step in _YES_OR_NO or _is_yes_no(scene) else "again.clear"
    return scene.state, (scene.say(f"{plainly}.{min(scene.state.asked, 2)}"),)


_YES_OR_NO = (Step.IDENTITY, Step.THEIR_NUMBER, Step.CONVENIENT, Step.PROPOSAL)


def _is_yes_no(scene: Scene) -> bool:
    return scene.state.step is Step.QUESTION and place.question(scene).kind == "yes_no"


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.OPT_OUT: _opt_out,
    Effect.CONDOLE: _condole,
    Effect.REGRET_WRONG_NUMBER: _regret_wrong_number,
    Effect.TELL_SOURCE: _tell_source,
    Effect.ASK_AGAIN: _ask_again,
    Effect.SWITCH_TONGUE: _switch_tongue,
    Effect.GIVE_UP: give_up,
    Effect.INTRODUCE_AGAIN: _introduce_again,
    Effect.WAIT_FOR_PERSON: _wait_for_person,
    Effect.KEEP_PRIVATE: _keep_private,
    Effect.TELL_TOPIC: _tell_topic,
    Effect.TELL_LENGTH: _tell_length,
    Effect.OFFER_COLLEAGUE: _offer_colleague,
    Effect.ASK_PLAINLY: ask_plainly,
}
