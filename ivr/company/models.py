"""The company's standard: what one YAML file says, as frozen models. No behaviour beyond look-ups."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, RootModel, StringConstraints, model_validator

# Keys with one meaning everywhere; a company's choices use the others.
PERSON_KEY, REPEAT_KEY, LANGUAGE_KEY, BACK_KEY = "0", "*", "#", "9"
ANY_LANGUAGE = "*"  # a text given as a plain string holds in every language

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[1-8]$"), BeforeValidator(lambda v: str(v))]
E164 = Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{6,14}$")]
Extension = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,40}$"), BeforeValidator(lambda v: str(v))
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Way = str  # "message", "person" or the id of another department


class Model(BaseModel):
    """Frozen, and an unknown field is an error: a typing mistake is never silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class LocalText(RootModel[Mapping[str, str]]):
    """One text per language; a plain string holds in every language."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, given: Any) -> Any:
        return {ANY_LANGUAGE: given} if isinstance(given, str) else given

    def into(self, language: str) -> str:
        """The text in ``language``. Raises KeyError where the file gives none (the check finds it first)."""
        return self.root[language] if language in self.root else self.root[ANY_LANGUAGE]

    def missing(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Those of ``languages`` in which there is no text."""
        return tuple(lang for lang in languages if lang not in self.root and ANY_LANGUAGE not in self.root)


class Span(Model):
    """Open from ``start`` up to, not including, ``end``, local time; ``end`` 00:00 is midnight at the day's end."""

    start: time
    end: time


class Hours(Model):
    """The week's opening: for Monday (0) to Sunday (6) the spans, in order, not overlapping."""

    week: tuple[tuple[Span, ...], ...]
    on_holidays: bool = False
    """Open on public holidays and the company's own closed days too."""


class ClosedDays(Model):
    """Days on which the company is closed although the week says open."""

    first: date
    last: date
    name: LocalText | None = None


class OpenDay(Model):
    """A day with hours of its own, stronger than holidays and closed days."""

    day: date
    spans: tuple[Span, ...]


class Calendar(Model):
    """Public holidays of the company's country, and the company's own days."""

    public: bool = True
    closed: tuple[ClosedDays, ...] = ()
    open: tuple[OpenDay, ...] = ()


class Rings(Model):
    """Where a department rings: extensions or a queue of the telephone system."""

    extensions: tuple[Extension, ...] = ()
    """Phones of the department; each is a PJSIP endpoint of that name."""
    together: bool = True
    """All at once (a ring group), or one after the other."""
    queue: Id | None = None
    """Name of a queue whose members are the extensions; waiting callers hear music."""
    seconds: Annotated[int, Field(ge=5, le=300)] = 25
    """How long it rings (each phone, when not together) or how long the caller waits in the queue."""


class Otherwise(Model):
    """What is offered when the department cannot be reached: "message", "person" or another department."""

    closed: tuple[Way, ...] = ("message",)
    busy: tuple[Way, ...] = ("message", "person")
    unanswered: tuple[Way, ...] = ("message", "person")


class Number(Model):
    """What a dialled number (DID) stands for."""

    department: Id | None = None
    """The department whose own number it is; without it, it is the company's number."""
    language: Language | None = None
    """Language of the greeting; without it, the company's default language."""


class Department(Model):
    """A department: what it is competent for, when it is open, where it rings."""

    name: LocalText
    connect_as: LocalText | None = None
    """How the name reads after "I am connecting you": "ar pārdošanas nodaļu", "with Sales"."""
    introduces_as: LocalText | None = None
    """The name the bot gives when this department's own number is called (norm I2)."""
    key: Key | None = None
    group: Id | None = None
    competence: LocalText | None = None
    """What it solves, in one sentence; operators and the understanding of speech use it."""
    examples: Mapping[Language, tuple[str, ...]] = Field(default_factory=dict)
    """What callers say when they want this department, per language."""
    hours: Hours | Literal["office"] = "office"
    rings: Rings
    accept: Annotated[bool, Field()] = True
    """Whoever answers hears the briefing and presses 1 to take the call; false connects at once."""
    briefing_language: Language | None = None
    offers_help: bool = True
    """Ask how to help on the department's own number (norm I3); false greets and connects."""
    otherwise: Otherwise = Otherwise()


class Group(Model):
    """A submenu: departments and answers that share a key of the main menu."""

    name: LocalText
    key: Key


class Answer(Model):
    """Something the bot answers itself (norm I5)."""

    name: LocalText
    """How the menu calls it: "Darba laiks", "Opening hours"."""
    key: Key | None = None
    group: Id | None = None
    department: Id | None = None
    """Offered on this department's own number instead of the main menu."""
    examples: Mapping[Language, tuple[str, ...]] = Field(default_factory=dict)
    text: LocalText | None = None
    says: Literal["hours"] | None = None
    """"hours": the opening hours, written out from office_hours; otherwise ``text`` is said."""


class Voice(Model):
    """The synthetic voice of a language."""

    engine: Literal["espeak"] = "espeak"
    name: str | None = None
    """The engine's name of the voice; without it, the engine's own for the language."""
    words_per_minute: Annotated[int, Field(ge=80, le=260)] = 150


class Messages(Model):
    """Messages that callers leave."""

    seconds: Annotated[int, Field(ge=10, le=600)] = 120
    silence: Annotated[int, Field(ge=2, le=15)] = 4


class Trunk(Model):
    """The SIP trunk towards the public network, for ``ivr dialplan``; its password comes from the settings."""

    host: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$")]
    username: Extension | None = None


class Company(Model):
    """The whole standard of one company."""

    name: LocalText
    introduces_as: LocalText | None = None
    """The name the bot gives on the company's own number (norm I2)."""
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    timezone: str
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    default_language: Language
    numbers: Annotated[Mapping[E164, Number], Field(min_length=1)]
    operator: Id
    """The department where a person answers: key 0, and whatever nobody else could take."""
    office_hours: Hours
    holidays: Calendar = Calendar()
    departments: Annotated[Mapping[Id, Department], Field(min_length=1)]
    groups: Mapping[Id, Group] = Field(default_factory=dict)
    answers: Mapping[Id, Answer] = Field(default_factory=dict)
    wording: Mapping[str, LocalText] = Field(default_factory=dict)
    """Own wording of any phrase, by its id (``ivr prompts list`` shows them)."""
    records_calls: bool = False
    """Record every call, after the notice."""
    messages: Messages = Messages()
    voices: Mapping[Language, Voice] = Field(default_factory=dict)
    recordings: Path | None = None
    """Folder of the company's own recordings, LANGUAGE/PHRASE.wav, beside the file unless absolute."""
    trunk: Trunk | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The company's time zone."""
        return ZoneInfo(self.timezone)
