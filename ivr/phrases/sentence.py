"""A sentence the machine may say, and the act it performs by saying it."""

from __future__ import annotations

from enum import StrEnum

from ivr.values import value


class SpeechAct(StrEnum):
    """What a sentence does to the listener; courtesy is stated over these, not over words."""

    GREETS = "greets"  # names the company or the department (I1)
    INTRODUCES = "introduces"  # gives a name and says it is an automated assistant (I2)
    NOTIFIES = "notifies"  # tells that the call is recorded
    OFFERS_HELP = "offers_help"  # the obligatory question (I3)
    OFFERS_CHOICE = "offers_choice"  # a menu, a question to be answered by a key
    OFFERS_PERSON = "offers_person"  # says how to reach a person (B4)
    ASKS_AGAIN = "asks_again"  # the same question in other words (I4)
    CONFIRMS = "confirms"  # reads back or acknowledges
    INFORMS = "informs"  # answers, explains
    APOLOGISES = "apologises"
    CONNECTS = "connects"  # announces a transfer
    INVITES = "invites"  # asks to leave a message after the tone
    UNDERSTANDS = "understands"  # shows understanding to somebody who is frustrated (C3)
    WARNS = "warns"  # the one calm warning to somebody who is abusive (C3)
    BRIEFS = "briefs"  # tells the department about the caller
    ASKS_WHO = "asks_who"  # whether it talks with the right person
    ASKS_CONVENIENCE = "asks_convenience"  # whether it is convenient to talk (O2)
    ASKS_TIME = "asks_time"  # when to call (O3)
    REFERS = "refers"  # tells of the promise because of which we call
    STATES_MATTER = "states_matter"  # why we call (O4)
    ASKS_QUESTION = "asks_question"  # of the campaign (O5)
    PROPOSES = "proposes"  # what the company offers (O5)
    AGREES = "agrees"  # tells what happens next (O7)
    THANKS = "thanks"
    PARTS = "parts"  # goodbye in the company's name (B1)


@value(frozen=True, slots=True)
class Sentence:
    """One sentence in one language, ready to be said."""

    phrase: str  # phrase id, e.g. "menu.person" or "answer.hours"
    act: SpeechAct
    language: str  # "lv", "en"
    text: str  # as written, for screens and transcripts
    spoken: str  # written out in words, for synthesis; equals text where nothing differs
    fixed: bool  # without parameters: rendered ahead, and a company's own recording may stand for it


@value(frozen=True, slots=True)
class Wording:
    """A piece of a sentence, for the eye and the ear: "14.30", "pulksten četrpadsmitos trīsdesmit"."""

    text: str  # as written
    spoken: str  # in words
