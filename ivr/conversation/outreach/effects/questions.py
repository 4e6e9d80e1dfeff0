"""The matter, and the answers to our questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from ivr.company.disposition import Disposition
from ivr.conversation.actions import Remember, Say
from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach import place
from ivr.conversation.outreach.effects.anytime import ask_plainly
from ivr.conversation.outreach.effects.convenience import unasked, wished_time
from ivr.conversation.outreach.effects.recorded import words
from ivr.conversation.outreach.keys import YES_KEY
from ivr.conversation.recording import scrap
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, replace
from ivr.phrases import campaign as texts
from ivr.phrases import formats
from ivr.phrases.sentence import Wording

Understood = tuple[str, Wording]  # an answer in the campaign's terms, and as it is read back


def _state_matter(scene: Scene) -> Done:
    said = Say(texts.matter(place.campaign(scene), scene.state.language))
    return replace(scene.state, begun=True), (said,)


def _take_up(scene: Scene) -> Done:
    state = replace(scene.state, begun=True, asked_question=place.taken_up(scene))
    return state, (scene.say("matter.resume"),)


def _finish(scene: Scene) -> Done:
    """Every question is answered, and nothing is proposed."""
    return replace(scene.state, result=Disposition.ACCEPTED.value), ()


def _keep_answer(scene: Scene) -> Done:
    asked = place.question(scene)
    understood, reading = _UNDERSTOOD[asked.kind](scene, scene.keys)
    noted = Say(texts.noted(scene.company, scene.state.language, reading))
    return _next(scene), (Remember(asked.id, _said(scene), understood), *_regret(scene), noted)


def _regret(scene: Scene) -> tuple[Say, ...]:
    """For what the words of an answer complain about; whoever was shown understanding for it has heard it."""
    told = scene.meaning
    return (scene.say("question.regret"),) if told and told.tells and told.manner is None else ()


def _said(scene: Scene) -> str:
    """The whole answer as it was given, where a date or an hour came first."""
    if scene.state.so_far:
        return f"{scene.state.so_far}, {scene.said}"
    return f"{scene.state.day} {scene.said}" if scene.state.day else scene.said


def _next(scene: Scene) -> State:
    return replace(unasked(scene), asked_question=scene.state.asked_question + 1)


def _yes_no(scene: Scene, keys: str) -> Understood:
    meant = "yes" if keys == YES_KEY else "no"
    return meant, texts.yes_or_no(scene.state.language, meant)


def _choice(scene: Scene, keys: str) -> Understood:
    option = {option.key: option for option in place.question(scene).options}[keys]
    meant = option.text.into(scene.company.default_language)  # in reports all answers are in one language
    return meant, texts.written(scene.state.language, option.text)


def _number(scene: Scene, keys: str) -> Understood:
    return str(int(keys)), formats.number(scene.state.language, int(keys))


def _when(scene: Scene, keys: str) -> Understood:
    said = wished_time(scene)
    keyed = place.keyed_moment(scene, scene.state.day or "", keys) or scene.now
    when = datetime.fromisoformat(said.start).astimezone(scene.zone) if said else keyed
    return when.isoformat(), formats.moment(scene.state.language, when, scene.today)


_UNDERSTOOD: Mapping[str, Callable[[Scene, str], Understood]] = {
    "yes_no": _yes_no,
    "choice": _choice,
    "number": _number,
    "when": _when,
}


def _keep_day(scene: Scene) -> Done:
    so_far = _said(scene) if scene.meaning else ""
    return replace(unasked(scene), day=scene.keys, so_far=so_far), ()


def _keep_hour(scene: Scene) -> Done:
    return replace(scene.state, wished=wished_time(scene), so_far=scene.said), ()


def _ask_which(scene: Scene) -> Done:
    between = scene.meaning.between if scene.meaning else ()
    return replace(scene.state, between=between, so_far=scene.said), ()


def _forget_which(scene: Scene) -> Done:
    return unasked(scene), (scene.say("again.anew"),)


def _keep_words(scene: Scene) -> Done:
    return _next(scene), (*words(scene), scene.say("question.recorded"))


def _keep_last_answer(scene: Scene) -> Done:
    """The person hung up after speaking: that was the last answer of a survey, or left early."""
    state = _next(scene)
    all_said = state.asked_question == len(place.questions(scene)) and not place.campaign(scene).proposal
    result = Disposition.ACCEPTED.value if all_said else state.result
    return replace(state, result=result), tuple(words(scene))


def _keep_no_answer(scene: Scene) -> Done:
    kept = Remember(place.question(scene).id, scene.said, None)
    return _next(scene), (*scrap(scene), kept, scene.say("question.skipped"))


def _excuse_answer(scene: Scene) -> Done:
    return scene.state, (scene.say(f"again.entry.{min(scene.state.asked, 2)}"),)


def _regret_first(scene: Scene) -> Done:
    """What was said is no answer yet, but deserves more than to be asked again; then it is asked plainly."""
    state, plainly = ask_plainly(scene) if scene.state.asked > 1 else (scene.state, ())
    return state, (*_regret(scene), *plainly)


def _excuse_no_words(scene: Scene) -> Done:
    return scene.state, (*scrap(scene), scene.say("again.words"))


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.STATE_MATTER: _state_matter,
    Effect.TAKE_UP: _take_up,
    Effect.FINISH: _finish,
    Effect.KEEP_ANSWER: _keep_answer,
    Effect.KEEP_DAY: _keep_day,
    Effect.KEEP_HOUR: _keep_hour,
    Effect.ASK_WHICH: _ask_which,
    Effect.FORGET_WHICH: _forget_which,
    Effect.KEEP_WORDS: _keep_words,
    Effect.KEEP_LAST_ANSWER: _keep_last_answer,
    Effect.KEEP_NO_ANSWER: _keep_no_answer,
    Effect.EXCUSE_ANSWER: _excuse_answer,
    Effect.REGRET: _regret_first,
    Effect.EXCUSE_NO_WORDS: _excuse_no_words,
}
