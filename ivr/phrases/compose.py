"""Phrases of the catalogue and of the company file made into sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from ivr.company.menu import Choice, menu, menu_ids
from ivr.company.models import Answer, Company
from ivr.phrases import formats
from ivr.phrases.catalogue import CATALOGUE, HELLO, TONGUES
from ivr.phrases.catalogue.phrase import Phrase
from ivr.phrases.sentence import Sentence, SpeechAct, Wording

Words = Mapping[str, Wording]


def compose(company: Company, language: str, phrase: str, *about: str, **moving: Wording) -> Sentence:
    """The sentence of ``phrase`` in ``language``, about the things its catalogue entry names, in that order.

    Raises:
        KeyError: no such phrase, or it has no words in that language (``ivr check`` finds it first).
    """
    if moving:
        return _composed(company, language, CATALOGUE[phrase], about, moving)
    key = ("sentence", language, phrase, *about)
    return company.derived(key, lambda: _composed(company, language, CATALOGUE[phrase], about, {}))


def answer(company: Company, language: str, answer_id: str) -> Sentence:
    """What the bot says when the caller asks for that answer of the company file."""
    return company.derived(("answer", language, answer_id), lambda: _answer(company, language, answer_id))


def all_fixed(company: Company) -> tuple[Sentence, ...]:
    """Every sentence that is known when the file is loaded, in every language: what is rendered ahead."""
    found = (sentence for language in company.languages for sentence in _fixed(company, language))
    return tuple({(sentence.language, sentence.phrase): sentence for sentence in found}.values())


def choice_name(company: Company, language: str, target: str) -> str:
    """How a menu calls a department, a group or an answer."""
    for things in (company.departments, company.answers, company.groups):
        if target in things:
            return things[target].name.into(language)
    raise KeyError(target)


def _composed(
    company: Company, language: str, phrase: Phrase, about: tuple[str, ...], moving: Words
) -> Sentence:
    full_id = ".".join((phrase.id, *about))
    words = {**_known(company, language, phrase, about), **moving}
    template = _template(company, language, phrase, full_id)
    text = _upper_first(template.format(**{name: word.text for name, word in words.items()}))
    spoken = template.format(**{name: word.spoken for name, word in words.items()})
    return Sentence(full_id, phrase.act, language, text, formats.spoken(language, spoken), not moving)


def _template(company: Company, language: str, phrase: Phrase, full_id: str) -> str:
    own = company.wording.get(full_id) or company.wording.get(phrase.id)
    if own is not None and not own.missing((language,)):
        return own.into(language)
    return phrase.texts[language]


def _known(company: Company, language: str, phrase: Phrase, about: tuple[str, ...]) -> dict[str, Wording]:
    words = {"company": _plain(company.name.into(language))}
    for thing, value in zip(phrase.about, about, strict=True):
        words.update(_KNOWN[thing](company, language, value))
    return words


def _hello(_: Company, language: str, value: str) -> Words:
    return {"hello": _plain(HELLO[language][value])}


def _number(company: Company, language: str, value: str) -> Words:
    introducer = company if value == "company" else company.departments[value]
    return {"name": _plain(introducer.introduces_as.into(language))} if introducer.introduces_as else {}


def _department(company: Company, language: str, value: str) -> Words:
    department = company.departments[value]
    name = department.name.into(language)
    connect_as = department.connect_as.into(language) if department.connect_as else f"– {name}"
    return {"department": _plain(name), "connect_as": _plain(connect_as)}


def _choice(company: Company, language: str, value: str) -> Words:
    return {"name": _plain(choice_name(company, language, value))}


def _key(_: Company, language: str, value: str) -> Words:
    return {"key": formats.key(language, value)}


def _week(company: Company, language: str, _: str) -> Words:
    return {"week": formats.week(language, company.office_hours)}


def _tongue(_: Company, language: str, value: str) -> Words:
    return {"tongue": _plain(TONGUES[language][value])}


_KNOWN: Mapping[str, Callable[[Company, str, str], Words]] = {
    "hello": _hello,
    "number": _number,
    "department": _department,
    "choice": _choice,
    "group": _choice,
    "target": _choice,
    "key": _key,
    "week": _week,
    "tongue": _tongue,
}


def _answer(company: Company, language: str, answer_id: str) -> Sentence:
    entry: Answer = company.answers[answer_id]
    if entry.text is None:
        week = compose(company, language, "hours.week", "office")
        return Sentence(f"answer.{answer_id}", week.act, language, week.text, week.spoken, fixed=True)
    text = entry.text.into(language)
    spoken = formats.spoken(language, text)
    return Sentence(f"answer.{answer_id}", SpeechAct.INFORMS, language, text, spoken, fixed=True)


def _plain(text: str) -> Wording:
    return Wording(text, text)


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fixed(company: Company, language: str) -> Iterator[Sentence]:
    for phrase in CATALOGUE.values():
        if not phrase.moving and phrase.id != "hours.week":
            for about in uses(company, phrase):
                yield compose(company, language, phrase.id, *about)
    for answer_id in company.answers:
        yield answer(company, language, answer_id)


def uses(company: Company, phrase: Phrase) -> Iterator[tuple[str, ...]]:
    """Everything in this company that ``phrase`` can be about."""
    if phrase.id == "menu.choice":
        yield from dict.fromkeys((choice.target, choice.key) for choice in _choices(company))
    else:
        yield from product(*(_values(company, thing) for thing in phrase.about))


def _values(company: Company, thing: str) -> tuple[str, ...]:
    introducing = (name for name, entry in company.departments.items() if entry.introduces_as)
    values: Mapping[str, tuple[str, ...]] = {
        "hello": tuple(HELLO["en"]),
        "number": (*(("company",) if company.introduces_as else ()), *introducing),
        "department": tuple(company.departments),
        "choice": (*company.departments, *company.answers),
        "group": tuple(company.groups),
        "target": (*company.departments, *company.answers, *company.groups),
        "key": ("2", "3"),  # of choice.department: the key one is the message's
        "tongue": company.languages,
    }
    return values[thing]


def _choices(company: Company) -> Iterator[Choice]:
    for menu_id in menu_ids(company):
        yield from (choice for choice in menu(company, menu_id).choices if choice.kind != "back")
