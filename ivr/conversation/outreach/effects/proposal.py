"""The reply to the proposal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.campaign import PROPOSAL
from ivr.company.disposition import Disposition
from ivr.conversation.actions import Remember, Say
from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach import place
from ivr.conversation.outreach.effects.anytime import give_up
from ivr.conversation.outreach.effects.convenience import wished_time
from ivr.conversation.outreach.keys import LATER_KEY, NO_KEY, YES_KEY
from ivr.conversation.scene import Scene
from ivr.conversation.state import replace
from ivr.phrases import campaign as texts
from ivr.phrases.campaign import Reaction


def _take_reply(scene: Scene) -> Done:
    reaction = _REACTIONS[scene.keys]
    state = replace(scene.state, answered=reaction, result=_RESULTS[reaction].value)
    said = texts.reply(place.campaign(scene), reaction, state.language)
    agreed = (Say(said),) if said else _noted(scene.at(state))
    called = texts.reply_to(place.campaign(scene), reaction).then == "callback"
    return replace(state, wished=wished_time(scene) if called else None), (
        Remember(PROPOSAL, scene.said, reaction),
        *agreed,
    )


def _noted(scene: Scene) -> tuple[Say, ...]:
    """Where the file says nothing: what follows, unless it is told where it is done (O7)."""
    then = texts.reply_to(place.campaign(scene), place.reaction(scene.state)).then
    phrase = _TOLD.get(then) if scene.state.answered != "no" else None
    return (scene.say(phrase),) if phrase else ()


_TOLD: Mapping[str, str] = {"nothing": "proposal.noted", "callback": "follow.call"}

_REACTIONS: Mapping[str, Reaction] = {YES_KEY: "yes", NO_KEY: "no", LATER_KEY: "later"}

_RESULTS: Mapping[Reaction, Disposition] = {
    "yes": Disposition.ACCEPTED,
    "no": Disposition.REFUSED,
    "later": Disposition.UNDECIDED,
}


def _leave_undecided(scene: Scene) -> Done:
    state, said = give_up(scene.at(replace(scene.state, result=Disposition.UNDECIDED.value)))
    return state, (Remember(PROPOSAL, scene.said, None), *said)


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.TAKE_REPLY: _take_reply,
    Effect.LEAVE_UNDECIDED: _leave_undecided,
}
