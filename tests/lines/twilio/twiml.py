"""TwiML for tests: a call at a turn, how its sentences sound, and documents as they are expected."""

from __future__ import annotations

from ivr.calls.desk import LiveCall
from ivr.calls.ports import NewCall
from ivr.company.models import Company, Rings
from ivr.conversation.actions import Action, Say
from ivr.conversation.state import State, Step, Turn
from ivr.errors import SpeechError
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.saying import Play, Speak
from ivr.phrases.sentence import Sentence, SpeechAct

SID = "CA0123456789abcdef0123456789abcdef"
COMPANY_NUMBER, CALLER = "+37167000100", "+37120000001"
AT = "https://bot.example.com/twilio"
ADDRESSES = Addresses("https://bot.example.com")
TAGS = {"lv": "lv-LV", "en": "en-US"}


def live(
    company: Company,
    *actions: Action,
    number: int = 3,
    since: int | None = None,
    language: str = "lv",
    called: str = COMPANY_NUMBER,
    caller: str | None = CALLER,
    attempt: str | None = None,
) -> LiveCall:
    """A call at turn ``number``, which is to do ``actions`` now."""
    turn = Turn(State(Step.MENU, language, called, caller), actions)
    call = NewCall(SID, "twilio", called, caller, attempt)
    return LiveCall(call, number, "f", company, turn, since=since)


def sentence(spoken: str, language: str = "lv") -> Sentence:
    """A sentence that is written otherwise than it is spoken."""
    return Sentence("some.phrase", SpeechAct.INFORMS, language, f"*{spoken}*", spoken, fixed=True)


def say(spoken: str, language: str = "lv") -> Say:
    """To say ``sentence``."""
    return Say(sentence(spoken, language))


def spoken(_: LiveCall, __: str, sentence: Sentence) -> Speak:
    """A Speaker with a voice for every language."""
    return Speak(sentence.spoken, f"Google.{sentence.language}", TAGS[sentence.language])


def played(_: LiveCall, place: str, __: Sentence) -> Play:
    """A Speaker that plays, by the place of a sentence in its turn."""
    return Play(ADDRESSES.sound(f"{place}.wav"))


def dumb(_: LiveCall, __: str, ___: Sentence) -> Speak:
    """A Speaker that fails."""
    raise SpeechError("No voice could say it.")


def altered(company: Company, **changes: object) -> Company:
    """The company with other fields, and nothing left of what followed from the old ones."""
    made = company.model_copy(update=changes)
    made._derived = {}
    return made


def ringing(company: Company, department: str = "sales", **rings: object) -> Company:
    """The company with a department that rings so."""
    other = company.departments[department].model_copy(update={"rings": Rings(**rings)})
    return altered(company, departments={**company.departments, department: other})


def said(text: str, language: str = "lv") -> str:
    """What ``spoken`` has said."""
    return f'<Say language="{TAGS[language]}" voice="Google.{language}">{text}</Say>'


def document(*lines: str) -> str:
    """A whole document of these lines."""
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{"".join(lines)}</Response>'
