"""Which department or answer a caller wants, from what the company file says that callers say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Literal

from ivr.company.models import Company
from ivr.understanding.recall import Recall, anew
from ivr.understanding.routing.features import Embed
from ivr.understanding.routing.language import language as known
from ivr.understanding.routing.machine import Phrase
from ivr.understanding.routing.router import DESCRIBED, SAID, Router

_NONE: Mapping[str, Embed] = MappingProxyType({})
_KEPT = 4  # routers: two languages, before and after a change of the company file


@dataclass(frozen=True, slots=True)
class Target:
    """Where a caller is led."""

    kind: Literal["department", "answer", "group"]
    id: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


_Submenus = frozenset[tuple[Target, Target]]


def intents(company: Company, language: str) -> Router[Target]:
    """The router for callers who speak ``language``, one of the company's own; learnt once per company file.

    It learns from the examples, and from names; what departments are competent for counts less.
    """
    return company.derived(_key(language), partial(_learnt, company, language))


def prepare(company: Company, vectors: Mapping[str, Embed] = _NONE, recall: Recall = anew) -> None:
    """Learn the routers of all languages in which ``company`` understands words: so no caller waits for it.

    It takes about a second for twenty departments of ten phrases in two languages.

    Args:
        vectors: what gives sentence vectors, by language; the routers kept with ``company`` use them.
        recall: keeps what takes longest to learn.
    """
    for language in company.languages if company.understands is None else company.understands:
        learn = partial(_learnt, company, language, vectors.get(language), recall)
        company.derived(_key(language), learn)


def _key(language: str) -> tuple[str, str]:
    return "intents", language


def _learnt(
    company: Company, language: str, embed: Embed | None = None, recall: Recall = anew
) -> Router[Target]:
    phrases, submenus = tuple(_phrases(company, language)), frozenset(_submenus(company))
    return _router(language, phrases, submenus, embed, recall)


@lru_cache(_KEPT)  # most changes of a company file leave alone what callers say
def _router(
    language: str,
    phrases: tuple[Phrase[Target], ...],
    submenus: _Submenus,
    embed: Embed | None,
    recall: Recall,
) -> Router[Target]:
    return Router(known(language), phrases, lambda one, other: (one, other) in submenus, embed, recall)


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


def _submenus(company: Company) -> Iterator[tuple[Target, Target]]:
    """Every submenu with each that it offers."""
    for id_, department in company.departments.items():
        if department.group is not None:
            yield Target("group", department.group), Target("department", id_)
    for id_, answer in company.answers.items():
        if answer.group is not None:
            yield Target("group", answer.group), Target("answer", id_)
