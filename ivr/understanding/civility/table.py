"""What a table of civility holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ivr.understanding.patterns import Rule


class Civility(StrEnum):
    """How somebody speaks to us."""

    FINE = "fine"
    FRUSTRATED = "frustrated"  # angry at a thing, complaining, swearing at nobody
    ABUSIVE = "abusive"  # insults, harasses or hates the one who is spoken to
    THREAT = "threat"  # announces harm to people or property


class Family(StrEnum):
    """What a rule is about: told to operators, and kept with what happened."""

    HARM = "threatens to harm somebody"
    PROPERTY = "threatens to damage something"
    VEILED = "hints at harm"
    INSULT = "insults whom they speak to"
    EPITHET = "an insult alone"
    SEND_OFF = "sends off rudely"
    HARM_WISHED = "wishes harm"
    SEXUAL = "sexual harassment"
    HATE = "hate against a group"
    SWEARING = "swears at nobody"
    THING = "insults a thing or somebody absent"
    COMPLAINT = "announces a complaint or lawyers"
    ACCUSATION = "accuses of dishonesty"
    EXASPERATION = "is exasperated"
    DISTRESS = "speaks of harming themselves"


MEANING: Mapping[Family, Civility] = {
    **dict.fromkeys((Family.HARM, Family.PROPERTY, Family.VEILED), Civility.THREAT),
    **dict.fromkeys(
        (Family.INSULT, Family.EPITHET, Family.SEND_OFF, Family.HARM_WISHED, Family.SEXUAL, Family.HATE),
        Civility.ABUSIVE,
    ),
    **dict.fromkeys(
        (
            Family.SWEARING,
            Family.THING,
            Family.COMPLAINT,
            Family.ACCUSATION,
            Family.EXASPERATION,
            Family.DISTRESS,
        ),
        Civility.FRUSTRATED,
    ),
}


@dataclass(frozen=True, slots=True)
class Rudeness:
    """How people of one language are rude."""

    same: Mapping[str, str]  # synonyms, and "" for idle words; everything else is written in what remains
    innocent: tuple[Rule, ...]  # names, products and sayings that hold a rude word: they are left out first
    rules: tuple[Rule, ...]  # each named by its family; the most serious first
