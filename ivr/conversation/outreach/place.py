"""Where a call of ours stands: why we call, the question in hand, where a later call would go on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ivr.company.campaign import Campaign, Question
from ivr.conversation.errand import Appointment, Errand, Origin
from ivr.conversation.scene import Scene
from ivr.conversation.state import State
from ivr.phrases.campaign import REACTIONS, Reaction, reply_to

PROPOSAL = "proposal"  # where it goes on, and the question under which the reply is kept
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


def department(scene: Scene) -> str:
    """Who stands behind the call, and talks when a person is wanted."""
    if scene.campaign:
        return scene.campaign.department
    promise = errand(scene).promise
    return promise.department if promise else scene.company.operator


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
    """The day that DDMM means: the next one of that date; None where there is none within a year."""
    first = scene.today
    for year in (first.year, first.year + 1):
        day = _date(year, keys)
        if day and day >= first:
            return day
    return None


def _date(year: int, keys: str) -> date | None:
    try:
        return date(year, int(keys[2:]), int(keys[:2]))
    except ValueError:
        return None


def keyed_moment(scene: Scene, day: str, keys: str) -> datetime | None:
    """The moment that DDMM and HHMM mean, in the person's zone; None where it is past or does not exist."""
    on = keyed_day(scene, day)
    if on is None or not (len(keys) == 4 and int(keys[:2]) < 24 and int(keys[2:]) < 60):
        return None
    when = datetime(on.year, on.month, on.day, int(keys[:2]), int(keys[2:]), tzinfo=scene.zone)
    return when if when > scene.now and _exists(when) else None


def _exists(when: datetime) -> bool:
    """Whether clocks show that time: not in the hour that is left out in spring."""
    offset = when.utcoffset() or timedelta()
    there_and_back = (when.replace(tzinfo=None) - offset).replace(tzinfo=ZoneInfo("UTC"))
    return there_and_back.astimezone(when.tzinfo).replace(tzinfo=None) == when.replace(tzinfo=None)
