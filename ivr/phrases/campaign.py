"""What a campaign says: the texts of its file, and the phrases that speak of it, made into sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ivr.company.base import LocalText
from ivr.company.campaign import Campaign, Question, Reply
from ivr.company.models import Company
from ivr.phrases import formats
from ivr.phrases.catalogue import ANSWERS, EITHER, OPERATOR_NUMBER
from ivr.phrases.compose import compose
from ivr.phrases.formats.tongue import listed
from ivr.phrases.sentence import Sentence, SpeechAct, Wording

Reaction = Literal["yes", "no", "later"]  # to the proposal
REACTIONS: tuple[Reaction, ...] = ("yes", "no", "later")
_A = SpeechAct


def campaign_fixed(company: Company, campaign: Campaign) -> tuple[Sentence, ...]:
    """Every sentence of a campaign that is known before anybody is called: what is rendered ahead."""
    found = (each for language in company.languages for each in _fixed(company, campaign, language))
    return tuple({(each.language, each.phrase, each.text): each for each in found}.values())


# Who calls, and because of what


def introduction(company: Company, campaign: Campaign, language: str) -> tuple[Sentence, ...]:
    """Who introduces itself, as far as the campaign prescribes, and that it is automated (O1)."""
    automated = compose(company, language, "introduce.automated")
    who = _who(campaign, language)
    return (compose(company, language, "introduce.who", who=who), automated) if who else (automated,)


def _who(campaign: Campaign, language: str) -> Wording | None:
    parts = tuple(_introducer(campaign, language))
    if not parts:
        return None
    return Wording(", ".join(part.text for part in parts), ", ".join(part.spoken for part in parts))


def _introducer(campaign: Campaign, language: str) -> Iterator[Wording]:
    given = campaign.introducer
    yield from (written(language, text) for text in (given.name, given.position) if text)
    if given.number:
        number, words = formats.digits(language, given.number), OPERATOR_NUMBER[language]
        yield Wording(words.format(number.text), words.format(number.spoken))


def topic(company: Company, campaign: Campaign, language: str, phrase: str = "promise.about") -> Sentence:
    """What the campaign is about, to be said by ``phrase``."""
    return compose(company, language, phrase, topic=written(language, campaign.name))


# The texts of the file


def matter(campaign: Campaign, language: str) -> Sentence:
    """Why we call (O4)."""
    return _sentence("matter", _A.STATES_MATTER, language, campaign.matter)


def reason(campaign: Campaign, language: str) -> Sentence:
    """The same in one sentence, for an assistant that asks."""
    return _sentence("reason", _A.INFORMS, language, campaign.reason or campaign.matter)


def source(campaign: Campaign, language: str) -> Sentence:
    """Where the number is from."""
    return _sentence("source", _A.INFORMS, language, campaign.source)


def machine(campaign: Campaign, language: str) -> Sentence | None:
    """What is left on an answering machine."""
    return _sentence("machine", _A.INFORMS, language, campaign.machine) if campaign.machine else None


def question(asked: Question, language: str) -> Sentence:
    """A question of the campaign (O5)."""
    return _sentence(f"question.{asked.id}", _A.ASKS_QUESTION, language, asked.text)


def proposal(campaign: Campaign, language: str) -> Sentence | None:
    """What the company proposes (O5)."""
    offered = campaign.proposal
    return _sentence("proposal", _A.PROPOSES, language, offered.text) if offered else None


def reply(campaign: Campaign, reaction: Reaction, language: str) -> Sentence | None:
    """What is said to that reaction to the proposal; to a yes, what happens next (O7)."""
    says = reply_to(campaign, reaction).says
    act = _A.AGREES if reaction == "yes" else _A.INFORMS
    return _sentence(f"reply.{reaction}", act, language, says) if says else None


def reply_to(campaign: Campaign, reaction: Reaction) -> Reply:
    """What the file says about that reaction; nothing where nothing is proposed."""
    offered = campaign.proposal
    replies = {"yes": offered.yes, "no": offered.no, "later": offered.later} if offered else {}
    return replies.get(reaction, Reply())


def _sentence(phrase: str, act: SpeechAct, language: str, text: LocalText) -> Sentence:
    # Not fixed: a company's recording of "matter" could not be told from that of another campaign.
    words = written(language, text)
    return Sentence(phrase, act, language, words.text, words.spoken, fixed=False)


# How a question is answered


def answering(company: Company, asked: Question, language: str) -> tuple[Sentence, ...]:
    """Which keys answer a question."""
    return tuple(_answering(company, asked, language))


def _answering(company: Company, asked: Question, language: str) -> Iterator[Sentence]:
    if asked.kind == "choice":
        for option in asked.options:
            words, key = written(language, option.text), formats.key(language, option.key)
            yield compose(company, language, "question.option", option=words, key=key)
    elif asked.kind == "number":
        least, most = formats.number(language, asked.least), formats.number(language, asked.most)
        yield compose(company, language, "question.range", least=least, most=most)
    else:
        yield from (compose(company, language, phrase) for phrase in _ANSWERED_BY[asked.kind])


def spoken_question(company: Company, asked: Question, language: str) -> tuple[Sentence, ...]:
    """A question as it is asked where words answer it: without keys."""
    return (question(asked, language), *_spoken(company, asked, language))


def _spoken(company: Company, asked: Question, language: str) -> Iterator[Sentence]:
    if asked.kind == "choice":
        options = _either(language, [written(language, option.text) for option in asked.options])
        yield compose(company, language, "question.say_option", options=options)
    elif asked.kind == "number":
        least, most = formats.number(language, asked.least), formats.number(language, asked.most)
        yield compose(company, language, "question.say_number", least=least, most=most)


def guessed(company: Company, asked: Question, language: str, answers: Sequence[str]) -> Sentence:
    """Asks whether that answer is meant, or which of several; by their keys, or as numbers."""
    options = {option.key: written(language, option.text) for option in asked.options}
    readings = [options.get(key) or formats.number(language, int(key)) for key in answers]
    if len(readings) == 1:
        return compose(company, language, "question.guess", answer=readings[0])
    return compose(company, language, "question.say_option", options=_either(language, readings))


def _either(language: str, readings: Sequence[Wording]) -> Wording:
    last = EITHER[language]
    texts, spoken = ([getattr(one, form) for one in readings] for form in ("text", "spoken"))
    return Wording(listed(texts, last), listed(spoken, last))


_ANSWERED_BY = {
    "yes_no": ("reply.one", "reply.two"),
    "when": ("question.day", "entry.day"),
    "words": ("question.words", "question.end"),
}


def noted(company: Company, language: str, understood: Wording) -> Sentence:
    """Reads an answer back."""
    return compose(company, language, "question.noted", answer=understood)


def yes_or_no(language: str, understood: str) -> Wording:
    """ "yes", "no" or "later" in words."""
    said = ANSWERS[language][understood]
    return Wording(said, said)


def _readings(asked: Question, language: str) -> Iterator[Wording]:
    """Answers that are few enough to be known ahead."""
    if asked.kind == "yes_no":
        yield from (yes_or_no(language, understood) for understood in ("yes", "no"))
    yield from (written(language, option.text) for option in asked.options)
    if asked.kind == "number" and asked.most - asked.least <= 10:
        yield from (formats.number(language, value) for value in range(asked.least, asked.most + 1))


def _fixed(company: Company, campaign: Campaign, language: str) -> Iterator[Sentence]:
    yield from introduction(company, campaign, language)
    yield topic(company, campaign, language)
    yield from (matter(campaign, language), reason(campaign, language), source(campaign, language))
    for asked in campaign.questions:
        yield question(asked, language)
        yield from answering(company, asked, language)
        yield from _spoken(company, asked, language)
        yield from (noted(company, language, reading) for reading in _readings(asked, language))
    single = (machine(campaign, language), proposal(campaign, language))
    yield from (each for each in single if each)
    replies = (reply(campaign, reaction, language) for reaction in REACTIONS)
    yield from (each for each in replies if each)


def written(language: str, text: LocalText) -> Wording:
    """A text of the file, for the eye and the ear."""
    words = text.into(language)
    return Wording(words, formats.spoken(language, words))
