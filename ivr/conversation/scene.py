"""What the parts of the conversation look at: the state, the company, the moment, and what just happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ivr.company.campaign import Campaign
from ivr.company.hours import Opening, opening
from ivr.company.models import Company
from ivr.conversation.actions import Say
from ivr.conversation.events import Event, Pressed
from ivr.conversation.meaning import Meaning
from ivr.conversation.state import State, replace
from ivr.phrases.compose import compose
from ivr.phrases.sentence import Sentence, Wording
from ivr.values import value

DEPARTMENT_MENU = "department:"
MAX_TURNS = 40  # after so many, every question leads on: the call ends with a person, a message or a goodbye
MORNING, DAY, EVENING = 5, 10, 17  # local hours at which the greeting changes
MESSAGE, PERSON, CALLBACK = "message", "person", "callback"  # ways beside the ids of departments


@value(frozen=True, slots=True)
class Scene:
    """One moment of a conversation."""

    state: State
    company: Company
    now: datetime  # aware
    event: Event | None = None  # None at the answer
    campaign: Campaign | None = None  # that of the errand
    meaning: Meaning | None = None  # of the words that were said

    @property
    def keys(self) -> str:
        """What was pressed, or the key that the words stand for; empty where something else happened."""
        if isinstance(self.event, Pressed):
            return self.event.keys
        return self.meaning.keys if self.meaning else ""

    @property
    def said(self) -> str:
        """The answer as it was given: the words, or the keys; empty where something else happened."""
        return self.meaning.words if self.meaning else self.keys

    @property
    def listens(self) -> bool:
        """Whether the line makes words of what is said in the language of the conversation."""
        return self.state.language in self.state.hears

    @property
    def zone(self) -> ZoneInfo:
        """The clocks by which the other side lives: the errand's, or the company's for whoever calls us."""
        return ZoneInfo(self.state.errand.zone) if self.state.errand else self.company.zone

    @property
    def today(self) -> date:
        """The date on those clocks."""
        return self.now.astimezone(self.zone).date()

    @property
    def next_language(self) -> str:
        """Where the language key leads to; the present one where the company speaks no other."""
        languages = self.company.languages
        return languages[(languages.index(self.state.language) + 1) % len(languages)]

    @property
    def tired(self) -> bool:
        """Whether the call has had so many turns that it is to come to its end."""
        return self.state.turns >= MAX_TURNS

    def at(self, state: State) -> Scene:
        """The same moment with another state."""
        return Scene(state, self.company, self.now, self.event, self.campaign, self.meaning)

    def meaning_that(self, meaning: Meaning | None) -> Scene:
        """The same moment with what the words mean."""
        return Scene(self.state, self.company, self.now, self.event, self.campaign, meaning)

    def told_to(self, department: str) -> Scene:
        """The same moment in the department's own language."""
        own = self.company.departments[department].briefing_language
        return self.at(replace(self.state, language=own or self.company.default_language))

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


def other_language(scene: Scene) -> tuple[Sentence, ...]:
    """The way to the company's next language, said in that language; nothing where it speaks no other."""
    following = scene.next_language
    if following == scene.state.language:
        return ()
    return (compose(scene.company, following, "menu.language"),)


def part_of_day(local: datetime) -> str:
    """ "morning", "day" or "evening", for the greeting."""
    if MORNING <= local.hour < DAY:
        return "morning"
    return "day" if DAY <= local.hour < EVENING else "evening"
