"""What several norms ask of a turn: who is there, what was answered, whose name was said."""

from __future__ import annotations

import re
from functools import lru_cache

from ivr.company.base import LocalText
from ivr.conversation.actions import HangUp
from ivr.conversation.events import Answered, AnsweredBy, Heard, HungUp, Pressed, Recorded
from ivr.conversation.moves import Signal
from ivr.conversation.state import State, Step
from ivr.conversation.table import QUESTIONS, RECORDINGS
from ivr.etiquette.course import Beat, Standard
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.understanding.civility import Civility, civility
from ivr.understanding.result import Match

SURE = 0.6  # from this confidence on words are acted upon
# What people leave out where they say a company's name.
_FORMS = frozenset(
    {"sia", "as", "ik", "ab", "uab", "oü", "ltd", "limited", "inc", "llc", "plc", "gmbh", "ag"}
)
_ANSWERED = QUESTIONS - RECORDINGS
_WORD = re.compile(r"\w+")
_SIGNAL = re.compile(r": |; | \(")  # before it stands the signal in what a state keeps as meant


# Who is there


def parts(beat: Beat) -> bool:
    """Whether the call ends with this turn although the other side is still there."""
    return isinstance(beat.end, HangUp) and beat.before is not None and there(beat)


def there(beat: Beat) -> bool:
    """Whether somebody hears what is said in this turn."""
    return not (_gone(beat) or (beat.before is not None and beat.before.step is Step.ENDED))


def _gone(beat: Beat) -> bool:
    if isinstance(beat.event, Recorded):
        return beat.event.hung_up
    if isinstance(beat.event, Answered):
        return beat.event.by is AnsweredBy.MACHINE and not beat.state.person
    return isinstance(beat.event, HungUp)


def inbound(beat: Beat) -> bool:
    """Whether somebody calls the company."""
    return not beat.outbound


def outbound(beat: Beat) -> bool:
    """Whether the company calls."""
    return beat.outbound


def always(_: Beat) -> bool:
    """Every call."""
    return True


# What was answered


def pressed(beat: Beat, key: str) -> bool:
    """Whether that key was pressed."""
    return isinstance(beat.event, Pressed) and beat.event.keys == key


def meant(beat: Beat, *signals: Signal) -> bool:
    """Whether the words of this turn were taken to mean one of these."""
    return _taken(beat.state.meant) in signals


@lru_cache(maxsize=4096)
def _taken(meant: str) -> str:
    """The signal, of all that is kept for an operator."""
    return _SIGNAL.split(meant, maxsplit=1)[0]


def awaits_words(state: State | None) -> bool:
    """Whether words answer where the conversation stands, on a line that hears them."""
    return state is not None and state.step in _ANSWERED


def sure(beat: Beat, confidence: float) -> bool:
    """Whether what understanding found so surely in the words is sure, for all that the line is not."""
    heard = beat.event.confidence if isinstance(beat.event, Heard) else 0.0
    return (1.0 if heard is None else heard) * confidence >= SURE


def manner(beat: Beat) -> Civility | None:
    """How the other side speaks in this turn, as far as that is sure; None where nothing was to be heard."""
    if not isinstance(beat.event, Heard) or not awaits_words(beat.before):
        return None
    found = mannered(beat.event.words)
    return found.value if sure(beat, found.confidence) else None


@lru_cache(maxsize=4096)
def mannered(words: str) -> Match[Civility]:
    """How words speak; a proof and an audit ask for the same ones again and again."""
    return civility(words)


# What was said


def says(beat: Beat, *acts: SpeechAct) -> bool:
    """Whether one of these is done in the turn by saying it."""
    return not beat.done.isdisjoint(acts)


def does(beat: Beat, *kinds: type) -> bool:
    """Whether an action of one of these kinds is taken in the turn."""
    return not beat.done.isdisjoint(kinds)


def own_department(beat: Beat, standard: Standard) -> str | None:
    """The department whose own number was dialled."""
    number = standard.company.numbers.get(beat.state.called)
    return number.department if number else None


def names_company(sentence: Sentence, standard: Standard) -> bool:
    """Whether a sentence says the name of the company, in whichever case and form."""
    return names(sentence, standard.company.name)


def names(sentence: Sentence, name: LocalText) -> bool:
    """Whether a sentence says a name, in whichever case and form."""
    return _named(sentence.text, name.into(sentence.language))


@lru_cache(maxsize=4096)
def _named(text: str, name: str) -> bool:
    said = text.casefold()
    words = [word for word in _WORD.findall(name.casefold()) if word not in _FORMS]
    return all(_stem(word) in said for word in words or _WORD.findall(name.casefold()))


def _stem(word: str) -> str:
    """Without what changes with the case: "Ozols" is also said as "Ozolam"."""
    return word[: -2 if len(word) > 5 else -1] if len(word) > 3 else word
