"""Verbs and nouns of TwiML, as every document of ours has them.

Sources: Twilio's documentation of TwiML for voice, a page to each verb and noun that is named here.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from twilio.twiml import TwiML, voice_response
from twilio.twiml.voice_response import Dial, Enqueue, Gather, VoiceResponse

from ivr.company.base import is_e164
from ivr.company.models import Company, Rings
from ivr.lines.twilio.saying import Play, Speak

LONGEST_SAY = 4_500  # characters of one <Say>, as a URL spells them (Twilio's error 13521)
DIAL_SLACK = 5  # seconds that Twilio adds to every <Dial timeout>
SHORTEST_DIAL = 5  # seconds, the least that <Dial timeout> takes
QUEUE, CLIENT = "queue:", "client:"  # how places begin that are no numbers and no SIP addresses

# What XML 1.0 cannot hold, however it is written.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(element: Any, sounds: Iterable[Play | Speak]) -> None:
    """Sentences one after another, into a response or a <Gather>."""
    for sound in sounds:
        for noun in _spoken(sound):
            element.append(noun)


@lru_cache(maxsize=4_096)
def _spoken(sound: Play | Speak) -> tuple[TwiML, ...]:
    """Made once for most sentences, because they are said again and again; nobody changes them."""
    if isinstance(sound, Play):
        return (voice_response.Play(sound.url),)
    voice, language = sound.voice or None, sound.language
    return tuple(voice_response.Say(piece, voice=voice, language=language) for piece in _pieces(sound.text))


def _pieces(text: str) -> tuple[str, ...]:
    """A text whole, or where it is too long for Twilio, in pieces between words."""
    legal = _legal(text)
    longest = max((len(quote(sign)) for sign in set(legal)), default=1)
    return tuple(textwrap.wrap(legal, LONGEST_SAY // longest))


def one_key(action: str, seconds: int) -> Gather:
    """Whatever is said within it, one key interrupts; where none is pressed, what follows it goes on."""
    return Gather(input="dtmf", action=action, num_digits=1, finish_on_key="", timeout=seconds)


def dial(
    response: VoiceResponse, rings: Rings, action: str | None, shown: str | None, whisper: str | None
) -> None:
    """Ring a department, all its places at once or one after another.

    Args:
        action: where is told how that ended; None: nobody is told, and what follows is done.
        shown: the number that it sees; None: the caller's.
        whisper: what is executed on its leg before the two are connected.
    """
    verb = Dial(
        action=action,
        timeout=max(rings.seconds - DIAL_SLACK, SHORTEST_DIAL),
        caller_id=shown,
        answer_on_bridge=True,  # the caller goes on hearing it ring while the department is briefed
        sequential=None if rings.together else True,
    )
    for place in rings.twilio:
        _NOUNS.get(place.partition(":")[0], _number)(verb, _legal(place), whisper)
    response.append(verb)


def enqueue(
    response: VoiceResponse, queue: str, action: str | None = None, wait_url: str | None = None
) -> None:
    """Let a caller wait in a queue of Twilio's."""
    response.append(Enqueue(queue, action=action, wait_url=wait_url))


def queue_of(rings: Rings) -> str | None:
    """The name of the queue in which callers of a department wait; None where telephones ring."""
    return next((place.removeprefix(QUEUE) for place in rings.twilio if place.startswith(QUEUE)), None)


def shown_number(company: Company, caller: str | None, called: str) -> str:
    """The number that a department sees: the caller's; where that is none, the company's.

    <Dial callerId> takes the From or the To of the call, or a number of the account. In a call of ours the
    caller is the company, with the number that was shown.
    """
    numbers = (caller or "", called, *company.numbers)
    return next(number for number in numbers if is_e164(number))


def _number(verb: Dial, place: str, whisper: str | None) -> None:
    verb.number(place, url=whisper)


def _sip(verb: Dial, place: str, whisper: str | None) -> None:
    verb.sip(place, url=whisper)


def _client(verb: Dial, place: str, whisper: str | None) -> None:
    verb.client(place.removeprefix(CLIENT), url=whisper)


_NOUNS: Mapping[str, Callable[[Dial, str, str | None], None]] = {"sip": _sip, "sips": _sip, "client": _client}


def _legal(text: str) -> str:
    return _ILLEGAL.sub(" ", text)
