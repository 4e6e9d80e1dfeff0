"""Which languages a company speaks, and that every text is in each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ivr.company.base import LocalText
from ivr.company.checks.found import Check, Found
from ivr.company.models import Company
from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.judge import Located
    from ivr.company.loader import CompanyFile


def _languages(file: CompanyFile) -> Found:
    company = file.company
    for field, given in (("languages", company.languages), ("understands", company.understands or ())):
        for index, language in enumerate(given):
            if language in given[:index]:
                yield file.problem(
                    f"{field}.{index}", f'"{language}" is there twice.', "Keep one of the two."
                )
    if company.default_language not in company.languages:
        yield _unspoken(file, "default_language", company.default_language, company)


def _languages_used(file: CompanyFile) -> Found:
    for field, language in _mentioned_languages(file.company):
        if language not in file.company.languages:
            yield _unspoken(file, field, language, file.company)


def _mentioned_languages(company: Company) -> Iterator[tuple[str, str]]:
    yield from ((f"understands.{index}", each) for index, each in enumerate(company.understands or ()))
    yield from (
        (f"numbers.{n}.language", number.language) for n, number in company.numbers.items() if number.language
    )
    for id_, department in company.departments.items():
        if department.briefing_language:
            yield f"departments.{id_}.briefing_language", department.briefing_language
        yield from ((f"departments.{id_}.examples.{language}", language) for language in department.examples)
    for id_, answer in company.answers.items():
        yield from ((f"answers.{id_}.examples.{language}", language) for language in answer.examples)
    yield from ((f"voices.{language}", language) for language in company.voices)
    yield from ((f"twilio.{language}", language) for language in company.twilio)
    yield from _languages_of_texts(company)


def _languages_of_texts(thing: Any) -> Iterator[tuple[str, str]]:
    for field, text in texts(thing):
        yield from ((f"{field}.{language}", language) for language in text.root if language != "*")


def _unspoken(file: Located, field: str, language: str, company: Company) -> Problem:
    cure = f"Add it to languages ({', '.join(company.languages)}), or remove it here."
    return file.problem(field, f'the company does not speak "{language}".', cure)


def _texts_in_every_language(file: CompanyFile) -> Found:
    for problem in untranslated(file, file.company, file.company):
        if not problem.field.startswith("wording."):  # the product's own words stand in there
            yield problem


def untranslated(file: Located, thing: Any, company: Company) -> Found:
    """Texts in ``thing``, any part of ``file``, that are missing in a language of the company."""
    for field, text in texts(thing):
        missing = text.missing(company.languages)
        if missing:
            yield file.problem(
                field, f"the text is missing in {', '.join(missing)}.", "Write it in every language."
            )


def unspoken(file: Located, thing: Any, company: Company) -> Found:
    """Texts in ``thing``, any part of ``file``, in a language that the company does not speak."""
    for field, language in _languages_of_texts(thing):
        if language not in company.languages:
            yield _unspoken(file, field, language, company)


def texts(thing: Any, field: str = "") -> Iterator[tuple[str, LocalText]]:
    """Every text in ``thing``, any part of a company, with its dotted field."""
    if isinstance(thing, LocalText):
        yield field, thing
        return
    for name, part in _parts(thing):
        yield from texts(part, f"{field}.{name}" if field else str(name))


def _parts(thing: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(thing, BaseModel):
        yield from ((name, getattr(thing, name)) for name in type(thing).model_fields)
    elif isinstance(thing, Mapping):
        yield from thing.items()
    elif isinstance(thing, tuple):
        yield from enumerate(thing)


IN_PARTS: tuple[Check, ...] = (
    _languages,
    _languages_used,
    _texts_in_every_language,
)
