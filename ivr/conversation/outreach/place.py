"""Where a call of ours stands: why we call, the question in hand, where a later call would go on."""

from __future__ import annotations

from datetime import date, datetime

from ivr.company import slots
from ivr.company.campaign import PROPOSAL, Campaign, Question
from ivr.conversation.errand import Appointment, Errand, Origin
from ivr.conversation.scene import Scene
from ivr.conversation.state import State
from ivr.phrases.campaign import REACTIONS, Reaction, reply_to

_QUESTION = "question:"  # and the question's index


def errand(scene: Scene) -> Errand:
    """Why we call. Raises ValueError in a call that is not ours."""
    if scene.state.errand is None:
        raise ValueError("This call is not ours.")
    return scene.state.errand


def campaign(scene: Scene) -> Campaign:
    """The campaign that calls. Raises ValueError where a promise alone is the reason."""
    if scene.campaign is None:
        raise ValueError("No campaign calls.")
    return scene.campaign


def questions(scene: Scene) -> tuple[Question, ...]:
    """Those of the campaign."""
    return scene.campaign.questions if scene.campaign else ()


def question(scene: Scene) -> Question:
    """The question in hand."""
    return questions(scene)[scene.state.asked_question]


def asks_for(scene: Scene) -> str | None:
    """The name of the person for whom we ask before all else."""
    return errand(scene).name if scene.campaign and scene.campaign.asks_for else None


def minutes(scene: Scene) -> int | None:
    """About how long the campaign's conversation takes, one of MINUTES; None where a person talks."""
    if scene.campaign is None:
        return None
    seconds = sum(map(_seconds, scene.campaign.questions), _MATTER_SECONDS)
    return next((most for most in MINUTES if seconds <= most * 60), MINUTES[-1])


def _seconds(asked: Question) -> int:
    return asked.seconds if asked.kind == "words" else _ANSWER_SECONDS


MINUTES = (1, 2, 5, 10)
_MATTER_SECONDS, _ANSWER_SECONDS = 40, 15  # matter and proposal together, and one question with its answer


def department(scene: Scene) -> str:
    """Who stands behind the call, and talks when a person is wanted."""
    if scene.campaign:
        return scene.campaign.department
    promise = errand(scene).promise
    return promise.department if promise else scene.company.operator


def wanted(scene: Scene) -> str:
    """Whom the person wants to talk with."""
    return scene.state.wanted or department(scene)


def reaction(state: State) -> Reaction:
    """The reply to the proposal. Raises ValueError before there is one."""
    for known in REACTIONS:
        if state.answered == known:
            return known
    raise ValueError("The proposal has no reply yet.")


def followed_up_by(scene: Scene) -> str:
    """The department that follows up the reply to the proposal."""
    own = reply_to(campaign(scene), reaction(scene.state)).department if scene.state.answered else None
    return own or department(scene)


def goes_on(scene: Scene) -> str:
    """Where a later call would take this one up."""
    if not scene.state.begun:
        return errand(scene).resume
    at = scene.state.asked_question
    return f"{_QUESTION}{at}" if at < len(questions(scene)) else PROPOSAL


def taken_up(scene: Scene) -> int:
    """The index of the question with which an earlier call is taken up; that of the proposal is one more."""
    number = errand(scene).resume.removeprefix(_QUESTION)
    return min(int(number), len(questions(scene))) if number.isdecimal() else len(questions(scene))


def appointment(scene: Scene, origin: Origin, whose: str, goes_on_with_campaign: bool) -> Appointment:
    """A time to be agreed: for the campaign's conversation to go on, or for the department to call."""
    ours, resume = errand(scene), goes_on(scene) if goes_on_with_campaign else ""
    moves = ours.promise.id if ours.promise else None
    return Appointment(whose, origin, ours.campaign if goes_on_with_campaign else None, resume, moves)


def keyed_day(scene: Scene, keys: str) -> date | None:
    """The day that DDMM means: the next one of that date; None where it means none."""
    return slots.keyed_day(keys, scene.today) if slots.is_entry(keys) else None


def keyed_moment(scene: Scene, day: str, keys: str) -> datetime | None:
    """The moment that DDMM and HHMM mean, in the person's zone; None where it is past or does not exist."""
    on, at = keyed_day(scene, day), slots.keyed_time(keys) if slots.is_entry(keys) else None
    when = slots.instant(on, at, scene.zone) if on and at is not None else None
    return when.astimezone(scene.zone) if when and when > scene.now else None
