"""Rules of courtesy that a company adds to the norms: they are proved and audited like those."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from ivr.company.base import Examples, Id, Language, Model, Text

RuleKind = Literal["must_say", "never_say", "longest", "order"]
Where = Literal["beginning", "end", "transfer"]


class Rule(Model):
    """One rule. Which fields it has besides these depends on its kind."""

    id: Id
    kind: RuleKind
    """must_say: ``says`` or ``words``, ``where``; never_say: ``words``; longest: ``most_words`` or
    ``most_seconds``; order: ``first`` and ``then``."""
    why: Text
    """The rule in one sentence, for reports."""
    starred: bool = False
    """No file that breaks it goes live."""
    calls: Literal["to_us", "by_us"] | None = None
    """In which calls it holds; without it, in all."""
    department: Id | None = None
    """On whose own number, or in whose campaigns, it holds; with ``where: transfer``, who is rung."""
    says: Text | None = None
    """A speech act like notifies, or the id of a sentence like notice.recording."""
    where: Where | None = None
    """In the first turn, in the last one while somebody is there, or where a call is put through."""
    words: Mapping[Language, Examples] = Field(default_factory=dict)
    """Words per language: one of them must be said, or none of them ever."""
    most_words: Annotated[int, Field(ge=3, le=100)] | None = None
    """In one sentence."""
    most_seconds: Annotated[float, Field(ge=1, le=120)] | None = None
    """About as long as it takes to say one sentence of the product or one text of the file."""
    first: Text | None = None
    """Comes before ``then``: a speech act or the id of a sentence."""
    then: Text | None = None


class Limits(Model):
    """How long things may take in a call before its audit finds fault with it, in seconds."""

    greeting: Annotated[float, Field(gt=0, le=60)] = 3.0
    """From the pick-up of a call to us to the first sound."""
    greeting_by_us: Annotated[float, Field(gt=0, le=60)] = 5.0
    """The same where we call: whoever picks up is let finish the first words."""
    pause: Annotated[float, Field(gt=0, le=60)] = 2.0
    """From the end of what the other side said or pressed to our next sound."""
    speech: Annotated[float, Field(gt=0, le=300)] = 45.0
    """What is said until the other side is to answer."""
    matter: Annotated[float, Field(gt=0, le=300)] = 20.0
    """The matter of a call of ours."""
    interruptions: Annotated[int, Field(ge=0, le=40)] = 3
    """How often we may be cut short: more, and we say too much."""


class Courtesy(Model):
    """What the company adds to the norms."""

    limits: Limits = Limits()
    rules: tuple[Rule, ...] = ()
