"""A campaign: why the company calls people, what it says, and by which rules; one YAML file each.

The id of a campaign is the name of its file without ``.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from ivr.company.base import E164, Id, Key, LocalText, Model
from ivr.company.disposition import Disposition
from ivr.company.models import Hours

Purpose = Literal["service", "survey", "reminder", "commercial"]
FollowUp = Literal["nothing", "callback", "transfer", "message"]
PROPOSAL = "proposal"  # the question under which the reply to the proposal is kept
MATTER_SENTENCES, MATTER_SECONDS = 2, 20.0  # the matter is stated briefly (O4)


class Introducer(Model):
    """Who introduces itself after the company's name (O1); what is given is said, in this order."""

    name: LocalText | None = None
    """First name and surname."""
    position: LocalText | None = None
    number: Annotated[str, Field(pattern=r"^[0-9]{1,12}$")] | None = None
    """Operator number."""


class Option(Model):
    """One of several answers."""

    key: Key
    text: LocalText


class Question(Model):
    """One question (O5)."""

    id: Id
    kind: Literal["yes_no", "choice", "number", "when", "words"]
    """yes_no: 1 and 2; choice: ``options``; number: keyed in; when: a date and time; words: recorded."""
    text: LocalText
    options: Annotated[tuple[Option, ...], Field(max_length=4)] = ()
    least: int = 0
    """For number: the smallest that makes sense."""
    most: Annotated[int, Field(le=99_999_999)] = 10
    """For number: the largest. A rating is a number from 1 to 5 or to 10."""
    seconds: Annotated[int, Field(ge=5, le=300)] = 60
    """For words: at most so long."""
    private: bool = False
    """Leave the answer out of the recording of the call, where calls are recorded."""


class Reply(Model):
    """What is said and done when the person has decided."""

    says: LocalText | None = None
    """One sentence: what happens next (O7), or what else is said; apology (O6) and thanks (O8) are ours."""
    then: FollowUp = "nothing"
    """The follow-up that is agreed: a call at another time, a transfer now, a message to ``department``."""
    department: Id | None = None
    """Who follows up; without it the campaign's department."""


class Proposal(Model):
    """What the company proposes (O5)."""

    text: LocalText
    yes: Reply = Reply()
    no: Reply = Reply()
    later: Reply = Reply(then="callback")


class Attempts(Model):
    """How often a contact is tried, and how long after each kind of end, in minutes."""

    most: Annotated[int, Field(ge=1, le=10)] = 3
    gaps: Mapping[Disposition, Annotated[int, Field(ge=1, le=43_200)]] = Field(default_factory=dict)
    """Minutes until the next try; without an entry: busy 15, no_answer 120, machine 240, the others 60."""


class Pacing(Model):
    """How fast the campaign calls."""

    per_second: Annotated[float, Field(gt=0, le=50)] = 0.5
    at_once: Annotated[int, Field(ge=1, le=500)] = 5
    """Calls that may be up at the same time."""


class Campaign(Model):
    """The whole of one campaign."""

    purpose: Purpose
    name: LocalText
    """How operators call it, and how the promised call refers to it."""
    department: Id
    """Who stands behind it: a person of it talks when one is wanted, and gets the messages."""
    introducer: Introducer = Introducer()
    asks_for: bool = False
    """Ask for the contact by name before anything else is said."""
    matter: LocalText
    """Why we call: at most two sentences and 20 seconds (O4)."""
    reason: LocalText | None = None
    """The same in one sentence, for call screening; needed where the matter has two."""
    source: LocalText
    """Answers "who gave you my number?"."""
    questions: tuple[Question, ...] = ()
    proposal: Proposal | None = None
    machine: LocalText | None = None
    """What to leave on an answering machine, after the introduction; without it, nothing is left."""
    detect_machine: bool = True
    line: Literal["asterisk", "twilio", "test"] = "asterisk"
    """On which line it calls; "test" reaches nobody but the built-in test telephones."""
    caller_id: E164
    """One of the company's numbers: who rings back is served."""
    hours: Hours | None = None
    """Calling windows in the person's own time; the law's and the company's windows hold besides."""
    ring_seconds: Annotated[int, Field(ge=5, le=120)] = 25
    attempts: Attempts = Attempts()
    pacing: Pacing = Pacing()
    weekly_cap: Annotated[int, Field(ge=1, le=20)] = 3
    """Attempts per person in seven days, within this campaign; the company's own cap holds besides."""
