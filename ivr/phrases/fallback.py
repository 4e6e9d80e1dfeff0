"""What the telephone system says without this service: still in the company's name (I1, I5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.company.models import Company
from ivr.phrases.compose import compose
from ivr.phrases.sentence import Sentence


def fallback_prompts(company: Company) -> Mapping[str, tuple[Sentence, ...]]:
    """Name of the prompt → what it says: the digits of each number, and ``sorry-LANGUAGE``."""
    greetings = {number.lstrip("+"): tuple(_greeting(company, number)) for number in company.numbers}
    return {**greetings, **{f"sorry-{language}": _sorry(company, language) for language in company.languages}}


def _greeting(company: Company, number: str) -> Iterator[Sentence]:
    entry = company.numbers[number]
    language = entry.language or company.default_language
    if entry.department:
        yield compose(company, language, "greeting.department", entry.department, "day")
    else:
        yield compose(company, language, "greeting.company", "day")
    yield compose(company, language, "fallback.connect")


def _sorry(company: Company, language: str) -> tuple[Sentence, ...]:
    phrases = ("fallback.sorry", "fallback.later", "closing.thanks", "closing.goodbye")
    return tuple(compose(company, language, phrase) for phrase in phrases)
