"""What the parts of the conversation look at: the state, the company, the moment, and what just happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ivr.company.campaign import Campaign
from ivr.company.hours import Opening, opening
from ivr.company.models import Company
from ivr.conversation.actions import Say
from ivr.conversation.events import Event
from ivr.conversation.state import State
from ivr.phrases.compose import compose
from ivr.phrases.sentence import Sentence, Wording

DEPARTMENT_MENU = "department:"
MORNING, DAY, EVENING = 5, 10, 17  # local hours at which the greeting changes
MESSAGE, PERSON, CALLBACK = "message", "person", "callback"  # ways beside the ids of departments


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of a conversation."""

    state: State
    company: Company
    now: datetime  # aware
    event: Event | None = None  # None at the answer
    campaign: Campaign | None = None  # that of the errand

    def at(self, state: State) -> Scene:
        """The same moment with another state."""
        return Scene(state, self.company, self.now, self.event, self.campaign)

    def sentence(self, phrase: str, *about: str, **moving: Wording) -> Sentence:
        """A sentence in the language of the conversation."""
        return compose(self.company, self.state.language, phrase, *about, **moving)

    def say(self, phrase: str, *about: str, **moving: Wording) -> Say:
        """The action that says it."""
        return Say(self.sentence(phrase, *about, **moving))

    def opening(self, department: str) -> Opening:
        """Whether that department is open now."""
        return opening(self.company, department, self.now)

    def own_department(self) -> str | None:
        """The department whose own number was dialled."""
        number = self.company.numbers.get(self.state.called)
        return number.department if number else None

    def first_menu(self) -> str:
        """The menu that belongs to the dialled number."""
        own = self.own_department()
        return f"{DEPARTMENT_MENU}{own}" if own else "main"

    def person(self) -> str:
        """Where a person answers: the department in whose menu the caller is, otherwise the operator."""
        if self.state.menu.startswith(DEPARTMENT_MENU):
            own = self.state.menu.removeprefix(DEPARTMENT_MENU)
            return own if own not in self.state.tried else self.company.operator
        return self.company.operator


def says(sentences: Iterable[Sentence]) -> tuple[Say, ...]:
    """Each sentence as an action."""
    return tuple(Say(sentence) for sentence in sentences)


def part_of_day(local: datetime) -> str:
    """ "morning", "day" or "evening", for the greeting."""
    if MORNING <= local.hour < DAY:
        return "morning"
    return "day" if DAY <= local.hour < EVENING else "evening"
