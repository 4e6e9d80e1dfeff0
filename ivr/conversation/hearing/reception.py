"""What words mean in calls to the company."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.meaning import Meaning, Said, Spoken
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import phrases, plain
from ivr.conversation.state import State, Step
from ivr.conversation.targets import chosen


def _menu(scene: Scene, spoken: Spoken) -> Meaning | None:
    """The words of the company file, said as they stand there."""
    known = phrases(scene.company, scene.state.menu, scene.state.language)
    key = known.get(plain(spoken.words))
    return Meaning(chosen(scene)[key], spoken.words, key) if key else None


HEAR: Mapping[Step, Callable[[Scene, Spoken], Meaning | None]] = {Step.MENU: _menu}


def _wishes(state: State, company: Company, _: Campaign | None) -> tuple[str, ...]:
    return tuple(phrases(company, state.menu, state.language))


SAID: Mapping[Step, Said] = {Step.HELP: _wishes, Step.MENU: _wishes, Step.ANYTHING_ELSE: _wishes}
