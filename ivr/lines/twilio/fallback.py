"""What a caller hears on Twilio without the records: with the company file alone, in a voice of Twilio's."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from twilio.twiml.voice_response import VoiceResponse

from ivr.company.models import Company
from ivr.lines.twilio import words
from ivr.lines.twilio.addresses import Addresses
from ivr.lines.twilio.saying import Speak
from ivr.lines.twilio.verbs import add, dial, enqueue, queue_of, shown_number
from ivr.phrases.compose import compose
from ivr.phrases.fallback import fallback_prompts
from ivr.phrases.sentence import Sentence


def fallback(company: Company, addresses: Addresses, called: str, caller: str | None) -> str:
    """Greets in the company's name and rings the operator; takes leave where the operator has no place here.

    Args:
        called: the number that was called; one that the company does not know is answered as its first.
        caller: None when withheld.
    """
    number = called if called in company.numbers else next(iter(company.numbers))
    greeting = fallback_prompts(company)[number.lstrip("+")]
    response, rings = VoiceResponse(), company.departments[company.operator].rings
    if not rings.twilio:
        return _parting(company, "sorry", _language(company, number), greeting[:1])
    add(response, _plainly(company, greeting))
    if queue := queue_of(rings):
        enqueue(response, queue, addresses.operator(), addresses.holding(rings.seconds))
    else:
        shown = shown_number(company, caller, called)
        dial(response, rings, addresses.operator(), shown, whisper=None)
    return str(response)


def after_operator(company: Company, called: str, talked: bool) -> str:
    """The end of the fallback: thanks after a talk, otherwise an apology."""
    return _parting(company, "goodbye" if talked else "sorry", _language(company, called))


def fallback_ours(company: Company, language: str | None) -> str:
    """To somebody whom we called: who it was, an apology, thanks and goodbye.

    Args:
        language: of the call; None, or one that the company does not speak: its default.
    """
    return _parting(company, "outbound", language if language in company.languages else None)


def in_a_bin(company: Company) -> str:
    """TwiML that Twilio itself keeps for when this whole host is down (a TwiML Bin), indented to be read.

    It knows nothing of the call, and behind its <Dial> nothing tells whether anybody has talked: so it
    greets in the company's name and language, and ends with thanks. The operator has places on Twilio.
    """
    language, rings = company.default_language, company.departments[company.operator].rings
    greeting = (
        compose(company, language, "greeting.company", "day"),
        compose(company, language, "fallback.connect"),
    )
    response = VoiceResponse()
    add(response, _plainly(company, greeting))
    if queue := queue_of(rings):
        enqueue(response, queue)
    else:
        dial(response, rings, action=None, shown=None, whisper=None)
    add(response, _plainly(company, fallback_prompts(company)[f"goodbye-{language}"]))
    element = response.xml()
    ET.indent(element)
    return ET.tostring(element, encoding="unicode")


def _language(company: Company, called: str) -> str | None:
    number = company.numbers.get(called)
    return number.language if number else None


def _parting(company: Company, prompt: str, language: str | None, first: tuple[Sentence, ...] = ()) -> str:
    said = fallback_prompts(company)[f"{prompt}-{language or company.default_language}"]
    response = VoiceResponse()
    add(response, _plainly(company, (*first, *said)))
    response.hangup()
    return str(response)


def _plainly(company: Company, sentences: tuple[Sentence, ...]) -> Iterator[Speak]:
    """In a voice of Twilio's: nothing of ours is needed. In the account's own voice where we know none."""
    for each in sentences:
        voice = words.voice(company, each.language) or ""
        yield Speak(each.spoken, voice, words.language(company, each.language))
