"""Whose policy holds where the conversation stands, and which people of the company take over."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.company.conduct import Conduct, conduct_of
from ivr.conversation.outreach import place
from ivr.conversation.scene import Scene


def concerned(scene: Scene) -> str | None:
    """The department that the talk is about; None where no department is known yet."""
    if scene.state.errand:
        return place.wanted(scene)
    return scene.state.wanted or scene.own_department()


def policy(scene: Scene) -> Conduct:
    """How rudeness is met there."""
    return conduct_of(scene.company, concerned(scene))


def unwelcome(scene: Scene) -> bool:
    """Whether a campaign of ours calls, and its matter was not stated: there is nothing to talk about."""
    return scene.campaign is not None and not scene.state.begun


def takes_over(scene: Scene) -> str | None:
    """The first who is open and was not tried in vain; None where nobody is left, or nobody is to."""
    return next((id_ for id_ in _people(scene) if _is_there(scene, id_)), None)


def _people(scene: Scene) -> Iterator[str]:
    if scene.state.handed == "threat":
        yield who_deals_with_threats(scene)
    elif policy(scene).after_warning == "end" or unwelcome(scene):
        return
    yield concerned(scene) or scene.person()
    yield scene.company.operator


def who_deals_with_threats(scene: Scene) -> str:
    """The department that the company names for it, or the operator."""
    return policy(scene).threat_to or scene.company.operator


def _is_there(scene: Scene, department: str) -> bool:
    return department not in scene.state.tried and scene.opening(department).open
