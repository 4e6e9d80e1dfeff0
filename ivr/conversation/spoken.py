"""What callers are known to say: the names and examples of the company file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from ivr.company.models import Company
from ivr.understanding.routing.language import language


def known(company: Company, language: str) -> Mapping[str, str]:
    """Every name and example, as ``plain`` has it, with what it stands for: "department sales".

    What stands for two things is left out: it decides nothing.
    """
    made: Mapping[str, str] = company.derived(("known", language), lambda: _known(company, language))
    return made


def every(company: Company, language: str) -> tuple[str, ...]:
    """Every name and example in that language, as they are written."""
    made: tuple[str, ...] = company.derived(("every wish", language), lambda: _every(company, language))
    return made


def terms(company: Company, languages: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The words of every name and example by language, without their endings."""
    return {code: company.derived(("terms", code), partial(_terms, company, code)) for code in languages}


def examples(company: Company, target: str, language: str) -> tuple[str, ...]:
    """The name and the examples of "department sales", "answer hours", "group info" or "call sales"."""
    kind, _, id_ = target.partition(" ")
    if kind == "group":
        return (company.groups[id_].name.into(language),)
    part = company.answers[id_] if kind == "answer" else company.departments[id_]
    return tuple(dict.fromkeys((part.name.into(language), *part.examples.get(language, ()))))


def plain(words: str) -> str:
    """Words without capitals, punctuation and doubled spaces."""
    kept = "".join(char if char.isalnum() else " " for char in words.casefold())
    return " ".join(kept.split())


def _known(company: Company, language: str) -> Mapping[str, str]:
    stand_for: dict[str, set[str]] = {}
    for target in _targets(company):
        for text in examples(company, target, language):
            stand_for.setdefault(plain(text), set()).add(target)
    return {text: next(iter(some)) for text, some in stand_for.items() if len(some) == 1 and text}


def _every(company: Company, language: str) -> tuple[str, ...]:
    said = (text for target in _targets(company) for text in examples(company, target, language))
    return tuple(dict.fromkeys(said))


def _terms(company: Company, code: str) -> frozenset[str]:
    return frozenset(stem for text in every(company, code) for stem in language(code).stems(text))


def _targets(company: Company) -> Iterator[str]:
    kinds = {"department": company.departments, "answer": company.answers, "group": company.groups}
    return (f"{kind} {id_}" for kind, things in kinds.items() for id_ in things)
