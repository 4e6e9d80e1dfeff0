"""What the telephone system says without this service: still in the company's name (I1, I5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.company.models import Company
from ivr.phrases.compose import compose
from ivr.phrases.sentence import Sentence

_GOODBYE = ("closing.thanks", "closing.goodbye")
_CALLED_FOR_NOTHING = ("fallback.outbound", "fallback.cannot_talk", "farewell.thanks", "closing.goodbye")


def fallback_prompts(company: Company) -> Mapping[str, tuple[Sentence, ...]]:
    """Name of the prompt → what it says.

    The digits of each number: its greeting. ``sorry-LANGUAGE``: nobody answers either.
    ``goodbye-LANGUAGE``: after a talk with a department. ``outbound-LANGUAGE``: to somebody whom we called.
    ``LANGUAGE/queue``: to a caller who waits in a queue; Asterisk finds the language's folder by itself.
    """
    said = {number.lstrip("+"): tuple(_greeting(company, number)) for number in company.numbers}
    for language in company.languages:
        said[f"sorry-{language}"] = _said(company, language, "fallback.sorry", "fallback.later", *_GOODBYE)
        said[f"goodbye-{language}"] = _said(company, language, *_GOODBYE)
        said[f"outbound-{language}"] = _said(company, language, *_CALLED_FOR_NOTHING)
        said[f"{language}/queue"] = _said(company, language, "queue.callback")
    return said


def _greeting(company: Company, number: str) -> Iterator[Sentence]:
    entry = company.numbers[number]
    language = entry.language or company.default_language
    if entry.department:
        yield compose(company, language, "greeting.department", entry.department, "day")
    else:
        yield compose(company, language, "greeting.company", "day")
    yield compose(company, language, "fallback.connect")


def _said(company: Company, language: str, *phrases: str) -> tuple[Sentence, ...]:
    return tuple(compose(company, language, phrase) for phrase in phrases)
