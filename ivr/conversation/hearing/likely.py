"""What is likely to be said in calls of ours, for recognisers that hear better what they know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.meaning import Said
from ivr.conversation.state import State, Step

Wordings = Mapping[str, tuple[str, ...]]  # language → whole utterances

# Where nobody could talk: how another call is called, and a message.
CALL: Wordings = {
    "lv": (
        "cits laiks",
        "vienosimies par citu laiku",
        "piezvaniet man vēlāk",
        "atzvaniet man",
        "lai man piezvana",
        "lai man pārzvana",
        "zvaniet vēlreiz",
    ),
    "en": (
        "another time",
        "call me back",
        "call me later",
        "call again",
        "phone me",
        "ring me",
        "agree on a time",
        "a callback",
    ),
}
MESSAGE: Wordings = {
    "lv": ("ziņa", "atstāšu ziņu", "vēlos atstāt ziņu", "ierakstiet ziņu", "pierakstiet"),
    "en": ("a message", "leave a message", "take a message", "record a message"),
}
_THERE: Wordings = {
    "en": (
        "speaking",
        "yes speaking",
        "this is she",
        "this is he",
        "that's me",
        "he is not here",
        "she is not here",
        "he is not at home",
        "she is not at home",
        "wrong number",
        "you have the wrong number",
        "there is no such person here",
        "one moment please",
        "just a moment",
    ),
    "lv": (
        "tas esmu es",
        "jā tas esmu es",
        "klausos",
        "viņas nav mājās",
        "viņa nav mājās",
        "viņš nav uz vietas",
        "te tādas nav",
        "te tāda nav",
        "nepareizs numurs",
        "vienu mirkli",
    ),
}
_CONVENIENT: Wordings = {
    "en": (
        "yes but quickly",
        "go ahead",
        "not now",
        "later",
        "call me later",
        "call me tomorrow",
        "call me back later",
        "I have no time",
        "I am busy",
        "I am driving",
        "what is it about",
        "how long does it take",
        "who is calling",
        "I have five minutes",
    ),
    "lv": (
        "jā bet ātri",
        "runājiet",
        "šobrīd nē",
        "vēlāk",
        "piezvaniet vēlāk",
        "zvaniet rīt",
        "man nav laika",
        "esmu aizņemts",
        "esmu aizņemta",
        "esmu pie stūres",
        "par ko ir runa",
        "cik ilgi tas būs",
        "kas zvana",
        "man ir piecas minūtes",
    ),
}
_SKIPS: Wordings = {
    "en": ("skip", "next question", "I don't know", "I don't want to answer that", "I'd rather not say"),
    "lv": ("izlaidīsim", "nākamo jautājumu", "nezinu", "nevēlos atbildēt"),
}
_DECIDES: Wordings = {
    "en": (
        "let me think",
        "I will think about it",
        "later",
        "not really",
        "why not",
        "not interested",
        "how much does it cost",
        "call me tomorrow",
    ),
    "lv": (
        "padomāšu",
        "man jāpadomā",
        "vēlāk",
        "diez vai",
        "kāpēc ne",
        "neinteresē",
        "cik tas maksā",
        "zvaniet rīt",
    ),
}
_SCREENED: Wordings = {
    "en": ("hello", "yes hello", "go ahead", "who is calling", "what is it about", "not interested"),
    "lv": ("hallo", "klausos", "runājiet", "kas zvana", "par ko ir runa", "neinteresē"),
}


def _likely(*tables: Wordings) -> Said:
    def said(state: State, _: Company, __: Campaign | None) -> tuple[str, ...]:
        return _of(tables, state.language)

    return said


def _of(tables: Iterable[Wordings], language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for table in tables for words in table.get(language, ())))


def _question(state: State, _: Company, campaign: Campaign | None) -> tuple[str, ...]:
    """The options of the question in hand, and the ways to leave it out."""
    asked = campaign.questions[state.asked_question] if campaign else None
    options = tuple(option.text.into(state.language) for option in asked.options) if asked else ()
    return (*options, *_of((_SKIPS,), state.language))


SAID: Mapping[Step, Said] = {
    Step.SCREENED: _likely(_SCREENED, _THERE),
    Step.IDENTITY: _likely(_THERE),
    Step.THEIR_NUMBER: _likely(_THERE),
    Step.CONVENIENT: _likely(_CONVENIENT, _THERE),
    Step.QUESTION: _question,
    Step.QUESTION_HOUR: _likely(_SKIPS),
    Step.PROPOSAL: _likely(_DECIDES),
    Step.INSTEAD: _likely(CALL, MESSAGE),
}
