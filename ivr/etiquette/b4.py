"""B4: short and simple."""

from __future__ import annotations

from functools import lru_cache

from ivr.company.models import PERSON_KEY
from ivr.company.sentences import sentences
from ivr.conversation.actions import Ask
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, says
from ivr.phrases.sentence import Sentence, SpeechAct

_A = SpeechAct
MOST_CHOICES = 4  # at once, beside the way to a person and the other language
MOST_WORDS = 30  # in one sentence
_WANTING = ("menu:", "help:")
_PLEA = "again."
_AGAIN = "menu.repeat"  # hearing it once more chooses nothing


def _watch(memory: None, beat: Beat, _: Standard) -> tuple[None, str | None]:
    language = beat.state.language
    said = tuple([sentence for sentence in beat.sentences if sentence.language == language])
    return memory, _long(said) or _many(said) or _alone(beat)


def _long(said: tuple[Sentence, ...]) -> str | None:
    long = [sentence.phrase for sentence in said if _is_long(sentence.text)]
    return f'"{long[0]}" is longer than one can listen to' if long else None


@lru_cache(maxsize=4096)
def _is_long(text: str) -> bool:
    return len(text.split()) > MOST_WORDS * max(sentences(text), 1)


def _many(said: tuple[Sentence, ...]) -> str | None:
    choices = [each for each in said if each.act is _A.OFFERS_CHOICE and each.phrase != _AGAIN]
    if len(choices) > MOST_CHOICES:
        return f"{len(choices)} choices are offered at once"
    asked = sum([each.text.count("?") for each in said if "?" in each.text and _asks(each)])
    return f"{asked} questions are asked at once" if asked > 1 else None


def _asks(sentence: Sentence) -> bool:
    """By itself: the answers may be put as a question, and so may the plea to answer the one that follows."""
    return sentence.act is not _A.OFFERS_CHOICE and not sentence.phrase.startswith(_PLEA)


def _alone(beat: Beat) -> str | None:
    if not isinstance(beat.end, Ask):
        return None
    if PERSON_KEY not in beat.end.keys:
        return "no key leads to a person"
    menu = beat.end.question.startswith(_WANTING)
    return "the way to a person is not told" if menu and not says(beat, _A.OFFERS_PERSON) else None


NORM = Norm(
    id="B4",
    words="Sentences are short, one question comes at a time, at most four choices, and always the way to a "
    "person.",
    starred=True,
    applies=always,
    start=None,
    watch=_watch,
    broken_by=talk(
        turn(
            None,
            say(_A.GREETS, "Ozols, good afternoon."),
            say(_A.OFFERS_HELP, "How can I help?"),
            ask("menu:main"),
        )
    ),
)
