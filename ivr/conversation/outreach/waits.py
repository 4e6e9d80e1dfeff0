"""How each step of our calls waits: which question it is, what is said first, and the wait itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.company.campaign import PROPOSAL, Question
from ivr.company.models import LANGUAGE_KEY, PERSON_KEY, REPEAT_KEY
from ivr.company.slots import DIGITS
from ivr.conversation.actions import Ask, Expects, Record, Transfer
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
MOST_ASKED_BACK = 2  # what is not sure of an answer is asked before the whole question is, with its keys


def _ask(
    scene: Scene,
    question: str,
    keys: str,
    said: tuple[Sentence, ...],
    hints: tuple[Sentence, ...] = (),
    *,
    expects: Expects,
    spoken: tuple[Sentence, ...],
    seconds: float = ANSWER_SECONDS,
    digits: int = 1,
) -> Waiting:
    """A question; the second time with hints at other keys, as far as the choices stay few."""
    hinted = hints[: _room(said)]
    return ask(
        scene, question, keys, said, hinted, seconds=seconds, digits=digits, expects=expects, spoken=spoken
    )


def _room(sentences: tuple[Sentence, ...]) -> int:
    choices = sum(sentence.act is SpeechAct.OFFERS_CHOICE for sentence in sentences)
    return max(MOST_CHOICES - choices, 0)


def _sentences(scene: Scene, *phrases: str) -> tuple[Sentence, ...]:
    return tuple(scene.sentence(phrase) for phrase in phrases)


def _hints(scene: Scene) -> tuple[Sentence, ...]:
    return _sentences(scene, "never.offer", "menu.repeat")


def _screened(scene: Scene) -> Waiting:
    keys = f"{REPEAT_KEY}{ANY_DIGIT}{LANGUAGE_KEY}"
    hears = Expects.WISH if scene.listens else None
    return Waiting("screened", (), Ask("screened", keys, SCREENING_SECONDS, expects=hears))


def _identity(scene: Scene) -> Waiting:
    name = place.errand(scene).name or ""
    asked = scene.sentence("identity.ask", person=Wording(name, name))
    choices = _sentences(scene, "reply.one", "reply.two", "menu.person")
    hints = _sentences(scene, "never.offer", "source.offer")
    return _yes_no(scene, "identity", asked, choices, hints)


def _yes_no(
    scene: Scene,
    question: str,
    asked: Sentence,
    choices: tuple[Sentence, ...],
    hints: tuple[Sentence, ...],
) -> Waiting:
    keys, said = YES_KEY + NO_KEY, (asked, *choices)
    return _ask(scene, question, keys, said, hints, expects=Expects.YES_NO, spoken=(asked,))


def _their_number(scene: Scene) -> Waiting:
    asked, choices = (
        scene.sentence("identity.other"),
        _sentences(scene, "reply.one", "reply.two", "menu.person"),
    )
    return _yes_no(scene, "their_number", asked, choices, _hints(scene))


def _convenient(scene: Scene) -> Waiting:
    """Keys are told by and by: four at a time (B4), and the way to a person always.

    Where words are heard, how to be called never again is said first: whoever hears the question answers.
    """
    first = ("reply.one", "reply.two", "never.offer")
    asked_by_keys = scene.state.times_asked("convenient") - scene.listens
    told = ("reply.one", "reply.two", "wrong.offer", "source.offer") if asked_by_keys == 1 else first
    last = other_language(scene) if asked_by_keys > 1 else ()
    said = (*_sentences(scene, "convenient.ask", *told), *last, *_sentences(scene, "menu.person"))
    spoken = _sentences(scene, "never.say", "convenient.ask")
    return _ask(scene, "convenient", YES_KEY + NO_KEY, said, expects=Expects.YES_NO, spoken=spoken)


def _question(scene: Scene) -> Waiting:
    asked = place.question(scene)
    keys, digits = _KEYS[asked.kind](asked)
    back = tuple(_asked_back(scene, asked))
    return _ask(
        scene,
        f"question:{asked.id}",
        keys,
        back or tuple(_asked(scene, asked, digits)),
        () if back else _hints(scene),
        expects=_EXPECTS[asked.kind],
        spoken=back or texts.spoken_question(scene.company, asked, scene.state.language),
        seconds=ANSWER_SECONDS if digits == 1 else ENTRY_SECONDS,
        digits=digits,
    )


def _asked_back(scene: Scene, asked: Question) -> Iterator[Sentence]:
    """Only what is not sure or missing of the answer; the third time the whole question, with its keys."""
    if not scene.listens or scene.state.times_asked(f"question:{asked.id}") >= MOST_ASKED_BACK:
        return
    if scene.state.between:
        yield texts.guessed(scene.company, asked, scene.state.language, scene.state.between)
    elif scene.state.wished:
        yield scene.sentence("question.say_day")


_EXPECTS: Mapping[str, Expects] = {
    "yes_no": Expects.YES_NO,
    "choice": Expects.CHOICE,
    "number": Expects.NUMBER,
    "when": Expects.TIME,
}


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
    return _ask(
        scene,
        f"hour:{place.question(scene).id}",
        ANY_DIGIT,
        said,
        _hints(scene),
        expects=Expects.TIME,
        spoken=_sentences(scene, "question.say_hour"),
        seconds=ENTRY_SECONDS,
        digits=DIGITS,
    )


def _question_words(scene: Scene) -> Waiting:
    asked = place.question(scene)
    language = scene.state.language
    said = (texts.question(asked, language), *texts.answering(scene.company, asked, language))
    wait = Record(place.department(scene), asked.seconds, scene.company.messages.silence)
    return Waiting(f"question:{asked.id}", said, wait)


def _proposal(scene: Scene) -> Waiting:
    offered = texts.proposal(place.campaign(scene), scene.state.language)
    choices = _sentences(scene, "proposal.yes", "proposal.no", "proposal.later", "menu.person")
    keys, spoken = YES_KEY + NO_KEY + LATER_KEY, (offered,) if offered else ()
    said, hints = (*spoken, *choices), _hints(scene)
    return _ask(scene, PROPOSAL, keys, said, hints, expects=Expects.YES_NO, spoken=spoken)


def _connecting(scene: Scene) -> Waiting:
    department = scene.state.department or place.department(scene)
    accept = scene.company.departments[department].accept
    return Waiting("", (), Transfer(department, briefing(scene, department), accept))


def _instead(scene: Scene) -> Waiting:
    said = _sentences(scene, "instead.call", "instead.message", *_person(scene))
    name, keys = f"instead:{scene.state.department}", CALL_KEY + MESSAGE_KEY
    spoken = _sentences(scene, "instead.say")
    return _ask(scene, name, keys, said, _hints(scene), expects=Expects.CHOICE, spoken=spoken)


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
    Step.THEIR_NUMBER: _their_number,
    Step.CONVENIENT: _convenient,
    Step.QUESTION: _question,
    Step.QUESTION_HOUR: _question_hour,
    Step.QUESTION_WORDS: _question_words,
    Step.PROPOSAL: _proposal,
    Step.CONNECTING: _connecting,
    Step.INSTEAD: _instead,
    Step.NOTE: _note,
}
