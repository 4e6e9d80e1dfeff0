"""Which department or answer a caller wants, from what the company file says that callers say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Literal

from ivr.company.models import Answer, Company, Department
from ivr.understanding.routing.features import Embed
from ivr.understanding.routing.language import language as known
from ivr.understanding.routing.machine import Phrase
from ivr.understanding.routing.router import DESCRIBED, SAID, Router

_NONE: Mapping[str, Embed] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Target:
    """Where a caller is led."""

    kind: Literal["department", "answer", "group"]
    id: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


def intents(company: Company, language: str) -> Router[Target]:
    """The router for callers who speak ``language``, one of the company's own; learnt once per company file.

    It learns from the examples, and from names; what departments are competent for counts less.
    """
    return company.derived(_key(language), partial(_learnt, company, language))


def prepare(company: Company, vectors: Mapping[str, Embed] = _NONE) -> None:
    """Learn the routers of all languages that ``company`` speaks, so that no caller waits for it.

    It takes about a second for twenty departments of ten phrases in two languages.

    Args:
        vectors: what gives sentence vectors, by language; the routers kept with ``company`` use them.
    """
    for language in company.languages:
        company.derived(_key(language), partial(_learnt, company, language, vectors.get(language)))


def _key(language: str) -> tuple[str, str]:
    return "intents", language


def _learnt(company: Company, language: str, embed: Embed | None = None) -> Router[Target]:
    def akin(one: Target, other: Target) -> bool:
        return _leads_to(company, one, other)

    return Router(known(language), tuple(_phrases(company, language)), akin, embed)


def _phrases(company: Company, language: str) -> Iterator[Phrase[Target]]:
    for id_, department in company.departments.items():
        target = Target("department", id_)
        yield from _said(target, department.name.into(language), *department.examples.get(language, ()))
        if department.competence is not None and id_ != company.operator:  # that of the operator is the rest
            yield Phrase(department.competence.into(language), target, DESCRIBED)
    for id_, answer in company.answers.items():
        name = answer.name.into(language)
        yield from _said(Target("answer", id_), name, *answer.examples.get(language, ()))
    for id_, group in company.groups.items():
        yield from _said(Target("group", id_), group.name.into(language))


def _said(target: Target, *texts: str) -> Iterator[Phrase[Target]]:
    for text in dict.fromkeys(texts):
        yield Phrase(text, target, SAID)


def _leads_to(company: Company, one: Target, other: Target) -> bool:
    """Whether ``one`` is the submenu that offers ``other``."""
    members: Mapping[str, Mapping[str, Department | Answer]] = {
        "department": company.departments,
        "answer": company.answers,
        "group": {},
    }
    member = members[other.kind].get(other.id)
    return one.kind == "group" and member is not None and member.group == one.id
