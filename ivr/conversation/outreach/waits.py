"""How each step of our calls waits: which question it is, what is said first, and the wait itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.campaign import PROPOSAL, Question
from ivr.company.models import LANGUAGE_KEY, PERSON_KEY, REPEAT_KEY
from ivr.company.slots import DIGITS
from ivr.conversation.actions import Ask, Record, Transfer
from ivr.conversation.outreach import place
from ivr.conversation.outreach.briefing import briefing
from ivr.conversation.outreach.keys import INTERRUPTIONS, LATER_KEY, NO_KEY, YES_KEY
from ivr.conversation.outreach.signals import CALL_KEY, MESSAGE_KEY
from ivr.conversation.scene import Scene, other_language
from ivr.conversation.state import Step
from ivr.conversation.waiting import ANSWER_SECONDS, ANY_DIGIT, ENTRY_SECONDS, Waiting, ask
from ivr.phrases import campaign as texts
from ivr.phrases.sentence import Sentence, SpeechAct, Wording

SCREENING_SECONDS = 20.0  # an assistant tells its owner who calls, and the owner decides
MOST_CHOICES = 4  # in one question (B4)


def _ask(
    scene: Scene,
    question: str,
    keys: str,
    said: tuple[Sentence, ...],
    hints: tuple[Sentence, ...] = (),
    seconds: float = ANSWER_SECONDS,
    digits: int = 1,
) -> Waiting:
    """A question; the second time with hints at other keys, as far as the choices stay few."""
    return ask(scene, question, keys, said, hints[: _room(said)], seconds=seconds, digits=digits)


def _room(sentences: tuple[Sentence, ...]) -> int:
    choices = sum(sentence.act is SpeechAct.OFFERS_CHOICE for sentence in sentences)
    return max(MOST_CHOICES - choices, 0)


def _sentences(scene: Scene, *phrases: str) -> tuple[Sentence, ...]:
    return tuple(scene.sentence(phrase) for phrase in phrases)


def _hints(scene: Scene) -> tuple[Sentence, ...]:
    return _sentences(scene, "never.offer", "menu.repeat")


def _screened(_: Scene) -> Waiting:
    keys = f"{REPEAT_KEY}{ANY_DIGIT}{LANGUAGE_KEY}"
    return Waiting("screened", (), Ask("screened", keys, SCREENING_SECONDS))


def _identity(scene: Scene) -> Waiting:
    name = place.errand(scene).name or ""
    asked = scene.sentence("identity.ask", person=Wording(name, name))
    choices = _sentences(scene, "reply.one", "reply.two", "menu.person")
    hints = _sentences(scene, "never.offer", "source.offer")
    return _ask(scene, "identity", YES_KEY + NO_KEY, (asked, *choices), hints)


def _convenient(scene: Scene) -> Waiting:
    """Keys are told by and by: four at a time (B4), and the way to a person always."""
    first = ("reply.one", "reply.two", "never.offer")
    asked_before = scene.state.asked if scene.state.question == "convenient" else 0
    told = ("reply.one", "reply.two", "wrong.offer", "source.offer") if asked_before == 1 else first
    last = other_language(scene) if asked_before > 1 else ()
    said = (*_sentences(scene, "convenient.ask", *told), *last, *_sentences(scene, "menu.person"))
    return _ask(scene, "convenient", YES_KEY + NO_KEY, said)


def _question(scene: Scene) -> Waiting:
    asked = place.question(scene)
    keys, digits = _KEYS[asked.kind](asked)
    seconds = ANSWER_SECONDS if digits == 1 else ENTRY_SECONDS
    said = tuple(_asked(scene, asked, digits))
    return _ask(scene, f"question:{asked.id}", keys, said, _hints(scene), seconds, digits)


def _asked(scene: Scene, asked: Question, digits: int) -> Iterator[Sentence]:
    language = scene.state.language
    yield texts.question(asked, language)
    yield from texts.answering(scene.company, asked, language)
    if asked.kind == "number" and digits > 1:
        yield scene.sentence("question.end")
    yield scene.sentence("question.star" if _is_number(asked, int(PERSON_KEY)) else "menu.person")


def _is_number(asked: Question, value: int) -> bool:
    return asked.kind == "number" and asked.least <= value <= asked.most


def _number_keys(asked: Question) -> tuple[str, int]:
    """Where a number may be one of the keys that mean something else, that is keyed with a star before it."""
    taken = any(_is_number(asked, int(key)) for key in INTERRUPTIONS)
    return ANY_DIGIT, max(len(str(asked.most)), 2 if taken else 1)


_KEYS: Mapping[str, Callable[[Question], tuple[str, int]]] = {
    "yes_no": lambda _: (YES_KEY + NO_KEY, 1),
    "choice": lambda asked: ("".join(option.key for option in asked.options), 1),
    "number": _number_keys,
    "when": lambda _: (ANY_DIGIT, DIGITS),
}


def _question_hour(scene: Scene) -> Waiting:
    said = _sentences(scene, "question.hour", "entry.hour", "menu.person")
    name = f"hour:{place.question(scene).id}"
    return _ask(scene, name, ANY_DIGIT, said, _hints(scene), ENTRY_SECONDS, DIGITS)


def _question_words(scene: Scene) -> Waiting:
    asked = place.question(scene)
    language = scene.state.language
    said = (texts.question(asked, language), *texts.answering(scene.company, asked, language))
    wait = Record(place.department(scene), asked.seconds, scene.company.messages.silence)
    return Waiting(f"question:{asked.id}", said, wait)


def _proposal(scene: Scene) -> Waiting:
    offered = texts.proposal(place.campaign(scene), scene.state.language)
    choices = _sentences(scene, "proposal.yes", "proposal.no", "proposal.later", "menu.person")
    said = (*((offered,) if offered else ()), *choices)
    return _ask(scene, PROPOSAL, YES_KEY + NO_KEY + LATER_KEY, said, _hints(scene))


def _connecting(scene: Scene) -> Waiting:
    department = scene.state.department or place.department(scene)
    accept = scene.company.departments[department].accept
    return Waiting("", (), Transfer(department, briefing(scene, department), accept))


def _instead(scene: Scene) -> Waiting:
    said = _sentences(scene, "instead.call", "instead.message", *_person(scene))
    return _ask(scene, f"instead:{scene.state.department}", CALL_KEY + MESSAGE_KEY, said, _hints(scene))


def _person(scene: Scene) -> tuple[str, ...]:
    """The operator, unless nobody answers there either."""
    operator = scene.company.operator
    there = operator not in scene.state.tried and scene.opening(operator).open
    return ("menu.person",) if there else ()


def _note(scene: Scene) -> Waiting:
    department = place.wanted(scene)
    limits = scene.company.messages
    said = _sentences(scene, "message.invite", "question.end")
    return Waiting(f"note:{department}", said, Record(department, limits.seconds, limits.silence))


WAITS: Mapping[Step, Callable[[Scene], Waiting]] = {
    Step.SCREENED: _screened,
    Step.IDENTITY: _identity,
    Step.CONVENIENT: _convenient,
    Step.QUESTION: _question,
    Step.QUESTION_HOUR: _question_hour,
    Step.QUESTION_WORDS: _question_words,
    Step.PROPOSAL: _proposal,
    Step.CONNECTING: _connecting,
    Step.INSTEAD: _instead,
    Step.NOTE: _note,
}
