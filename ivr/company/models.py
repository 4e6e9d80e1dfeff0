"""The company's standard: what one YAML file says, as frozen models. No behaviour beyond look-ups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar
from zoneinfo import ZoneInfo

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    PrivateAttr,
    StringConstraints,
    Tag,
    model_validator,
)

from ivr.company import schemas, spelling
from ivr.company.access import Access
from ivr.company.base import (
    E164,
    Day,
    Examples,
    Extension,
    Id,
    Key,
    Language,
    LocalText,
    Model,
    Ways,
)
from ivr.company.conduct import Conduct, OwnConduct
from ivr.company.courtesy import Courtesy
from ivr.company.keeping import Keeping

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

T = TypeVar("T")
TWILIO_PLACE = (
    r"^(\+[1-9][0-9]{6,14}|sips?:[^\s@<>\"]{1,100}@[A-Za-z0-9.:\[\]-]{1,200}(;[a-z0-9=._-]{1,100})*"
    r"|client:[A-Za-z0-9_.+-]{1,100}|queue:[A-Za-z0-9_-]{1,64})$"
)
TWILIO_VOICE = r"^[A-Za-z0-9._-]{1,80}$"
BCP_47 = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"

# Keys with one meaning everywhere; a company's choices use the others.
PERSON_KEY, REPEAT_KEY, LANGUAGE_KEY, BACK_KEY = "0", "*", "#", "9"
TwilioPlace = Annotated[str, StringConstraints(pattern=TWILIO_PLACE)]
"""Where a department rings on Twilio: ``+37167000201``, ``sip:201@pbx.example.com``, ``client:anna`` (one of
Twilio's own telephones in a browser), or ``queue:support`` (a queue of Twilio's)."""


class Span(Model):
    """Open from ``start`` up to, not including, ``end``, local time; ``end`` 00:00 ends the day."""

    start: time
    end: time


class Hours(Model):
    """The week's opening: for Monday (0) to Sunday (6) the spans, in order, not overlapping.

    In the file: ``mon-fri: "09:00-12:30, 13:00-18:00"``, ``sat: closed``, or ``always``. A day that is not
    named is closed. A night is two spans: "22:00-24:00" on one day, "00:00-06:00" on the next.
    """

    week: Annotated[tuple[tuple[Span, ...], ...], Field(min_length=7, max_length=7)]
    on_holidays: bool = False
    """The week holds on every day: no holiday, closed day or open day of the company changes it."""

    @model_validator(mode="before")
    @classmethod
    def _days(cls, given: object) -> object:
        return spelling.week(given)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return schemas.instead(handler, core, schemas.hours)


class ClosedDays(Model):
    """Days on which the company is closed although the week says open: one date, or first and last."""

    first: Day
    last: Day
    name: LocalText | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_day(cls, given: object) -> object:
        return spelling.closed_days(given)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return schemas.instead(handler, core, schemas.closed_days)


class OpenDay(Model):
    """A day with hours of its own, stronger than holidays and closed days.

    In the file: ``2026-12-23: "09:00-15:00"``. It holds for every department, save those
    whose own hours say ``on_holidays``.
    """

    day: Day
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _hours(cls, given: object) -> object:
        return spelling.open_day(given)


class Calendar(Model):
    """Public holidays of the company's country, and the company's own days."""

    public: bool = True
    closed: tuple[ClosedDays, ...] = ()
    open: tuple[OpenDay, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _by_days(cls, given: object) -> object:
        return spelling.calendar(given)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return schemas.instead(handler, core, schemas.calendar)


class Rings(Model):
    """Where a department rings: extensions or a queue of the telephone system."""

    extensions: Annotated[
        tuple[Extension, ...], BeforeValidator(spelling.listed, Extension | tuple[Extension, ...])
    ] = ()
    """Phones of the department; each is a PJSIP endpoint of that name."""
    together: bool = True
    """All at once (a ring group), or one after the other."""
    queue: Id | None = None
    """Name of a queue whose members are the extensions; waiting callers hear music."""
    twilio: Annotated[
        tuple[TwilioPlace, ...], BeforeValidator(spelling.listed, TwilioPlace | tuple[TwilioPlace, ...])
    ] = ()
    """Where it rings on Twilio: numbers, SIP addresses, clients, or one queue."""
    seconds: Annotated[int, Field(ge=5, le=300)] = 25
    """How long it rings (each phone, when not together) or how long the caller waits in the queue."""

    @model_validator(mode="before")
    @classmethod
    def _phones(cls, given: object) -> object:
        return spelling.rings(given)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return schemas.instead(handler, core, schemas.rings)


class Otherwise(Model):
    """What is offered when the department cannot be reached: "message", "person", "callback", a department.

    A call at another time ("callback") is offered by itself wherever ``callbacks`` are and fewer than four
    ways are named, unless the one way is to ring another department or a person at once.
    """

    closed: Ways = ("message",)
    busy: Ways = ("message", "person")
    unanswered: Ways = ("message", "person")


class Number(Model):
    """What a dialled number (DID) stands for."""

    department: Id | None = None
    """The department whose own number it is; without it, it is the company's number."""
    language: Language | None = None
    """Language of the greeting; without it, the company's default language."""

    @model_validator(mode="before")
    @classmethod
    def _whose(cls, given: object) -> object:
        return spelling.number(given)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return schemas.instead(handler, core, schemas.number)


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
    examples: Mapping[Language, Examples] = Field(default_factory=dict)
    """What callers say when they want this department, per language."""
    hours: Annotated[
        Annotated[Hours, Tag("week")] | Annotated[Literal["office"], Tag("office")],
        Discriminator(lambda given: "office" if given == "office" else "week"),
    ] = "office"
    """``office`` for the office hours, ``always``, or hours by days."""
    rings: Rings
    accept: bool = True
    """Whoever answers hears the briefing and presses 1 to take the call; false connects at once."""
    briefing_language: Language | None = None
    offers_help: bool = True
    """Ask how to help on the department's own number (norm I3); false greets and connects."""
    otherwise: Otherwise = Otherwise()
    conduct: OwnConduct = OwnConduct()
    """Where it meets rudeness otherwise than the company."""


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
    examples: Mapping[Language, Examples] = Field(default_factory=dict)
    text: LocalText | None = None
    says: Literal["hours"] | None = None
    """"hours": the opening hours, written out from office_hours; otherwise ``text`` is said."""


class Voice(Model):
    """The synthetic voice of a language."""

    engine: Literal["espeak"] = "espeak"
    name: str | None = None
    """The engine's name of the voice; without it, the engine's own for the language."""
    words_per_minute: Annotated[int, Field(ge=80, le=260)] = 150


_VOICE = Voice()  # of a language for which none is named


class Messages(Model):
    """Messages that callers leave."""

    seconds: Annotated[int, Field(ge=10, le=600)] = 120
    silence: Annotated[int, Field(ge=2, le=15)] = 4


class Callbacks(Model):
    """Calls that are promised to people, and kept.

    Offered wherever a caller meets a closed door or would have to wait, at times within the department's
    hours; not to withheld numbers, nor to people who asked never to be called.
    """

    offered: bool = True
    """Callers who would wait, or meet a closed door, may have a time to be called back."""
    slot_minutes: Annotated[int, Field(ge=5, le=240)] = 30
    """Promised times begin at multiples of this from midnight."""
    per_slot: Annotated[int, Field(ge=1, le=500)] = 2
    """Promises a department takes for one slot."""
    soonest_minutes: Annotated[int, Field(ge=1, le=1440)] = 15
    """A call is promised no sooner than so many minutes from now."""
    days: Annotated[int, Field(ge=1, le=60)] = 14
    """How far ahead a time may lie."""
    tries: Annotated[int, Field(ge=1, le=10)] = 3
    """How often a promised call that is not answered is tried, before a person takes it over."""
    retry_minutes: Annotated[int, Field(ge=1, le=1440)] = 10
    """Minutes between two such tries."""
    line: Literal["asterisk", "twilio", "test"] = "asterisk"
    """On which line promised calls are made; "test" reaches nobody but the built-in test telephones."""


class Calling(Model):
    """The rules by which the company calls people; the strictest of all that apply holds."""

    preset: Literal["lv", "uk", "us"] | None = None
    """Whose law is kept everywhere; without it, that of the person's country, or else lv."""
    hours: Hours | None = None
    """The company's own windows, in the person's time."""
    weekly_cap: Annotated[int, Field(ge=1, le=50)] = 5
    """Attempts per person in seven days, over all numbers and campaigns."""
    gap_minutes: Annotated[int, Field(ge=1, le=10_080)] = 60
    """Between two attempts to one person."""
    at_once: Annotated[int, Field(ge=1, le=1_000)] = 20
    """Calls of ours that may be up at the same time."""


class TwilioVoice(Model):
    """How the company sounds and listens on Twilio, in one language."""

    voice: Annotated[str, StringConstraints(pattern=TWILIO_VOICE)] | None = None
    """A voice of Twilio's, like Google.lv-LV-Standard-B; without it, the company's own prompts are played."""
    language: Annotated[str, StringConstraints(pattern=BCP_47)] | None = None
    """BCP 47 tag by which Twilio listens and speaks; without it lv-LV, en-US, or what is usual."""


class Trunk(Model):
    """The SIP trunk to the public network, for ``ivr dialplan``; its password comes from the settings."""

    host: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$")]
    username: Extension | None = None


class Company(Model):
    """The whole standard of one company."""

    name: LocalText
    introduces_as: LocalText | None = None
    """The name the bot gives on the company's own number (norm I2)."""
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    timezone: str
    languages: Annotated[
        tuple[Language, ...],
        Field(min_length=1),
        BeforeValidator(spelling.listed, Language | tuple[Language, ...]),
    ]
    default_language: Language
    understands: Annotated[
        tuple[Language, ...] | None, BeforeValidator(spelling.listed, Language | tuple[Language, ...])
    ] = None
    """Languages in which people may answer in words, as far as the line hears them; without it all of the
    company's. [] leaves them keys alone."""
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
    callbacks: Callbacks = Callbacks()
    calling: Calling = Calling()
    conduct: Conduct = Conduct()
    """What follows when somebody is frustrated, abusive or a threat."""
    courtesy: Courtesy = Courtesy()
    keeping: Keeping = Keeping()
    access: Access | None = None
    voices: Mapping[Language, Voice] = Field(default_factory=dict)
    recordings: Path | None = None
    """Folder of the company's own recordings, LANGUAGE/PHRASE.wav, beside the file unless absolute."""
    trunk: Trunk | None = None
    twilio: Mapping[Language, TwilioVoice] = Field(default_factory=dict)
    """How the company sounds and listens on Twilio, by language."""

    _derived: dict[Hashable, Any] = PrivateAttr(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        """The company's time zone."""
        return ZoneInfo(self.timezone)

    def pace(self, language: str) -> int:
        """Words a minute of the synthetic voice of a language."""
        return self.voices.get(language, _VOICE).words_per_minute

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Company:
        """Another company, from which other things may follow."""
        other = super().model_copy(update=update, deep=deep)
        other._derived = {}
        return other

    def derived(self, key: Hashable, make: Callable[[], T]) -> T:
        """What follows from this file alone (menus, sentences), computed once; safe from any thread."""
        # pydantic looks a private attribute up in Python, for microseconds; a turn asks dozens of times.
        known: dict[Hashable, T] = (self.__pydantic_private__ or {})["_derived"]
        if key not in known:
            known[key] = make()
        return known[key]
