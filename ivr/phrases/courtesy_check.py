"""Whether the company's own rules of courtesy speak of what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.company.courtesy import Rule
from ivr.company.explain import nearest
from ivr.company.loader import CompanyFile
from ivr.company.models import Company
from ivr.errors import Problem
from ivr.phrases.catalogue import CATALOGUE
from ivr.phrases.sentence import SpeechAct

Found = Iterator[Problem]

_ACTS = frozenset(act.value for act in SpeechAct)
# The texts of a campaign, by which its sentences are named; a question's has its id behind a dot.
_OF_CAMPAIGNS = ("matter", "reason", "source", "machine", "proposal", "reply", "question")
# Kind of a rule → the fields that it has, of which the ones in a row may stand for each other.
_NEEDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "must_say": (("says", "words"), ("where",)),
    "never_say": (("words",),),
    "longest": (("most_words", "most_seconds"),),
    "order": (("first",), ("then",)),
}
_EVERY = tuple(dict.fromkeys(name for rows in _NEEDS.values() for row in rows for name in row))


def problems(file: CompanyFile) -> Found:
    """Every fault of the rules under ``courtesy``."""
    seen: set[str] = set()
    for index, rule in enumerate(file.company.courtesy.rules):
        field = f"courtesy.rules.{index}"
        if rule.id in seen:
            yield file.problem(f"{field}.id", f'"{rule.id}" is there twice.', "Give each rule its own id.")
        seen.add(rule.id)
        yield from _fields(file, field, rule)
        yield from _names(file, field, rule)
        yield from _department(file, field, rule)
        yield from _languages(file, field, rule)


def _fields(file: CompanyFile, field: str, rule: Rule) -> Found:
    needs = _NEEDS[rule.kind]
    for row in needs:
        if not any(getattr(rule, name) for name in row):
            wrong = f'a rule of the kind {rule.kind} needs "{" or ".join(row)}".'
            yield file.problem(field, wrong, "Add it.")
    may = {name for row in needs for name in row}
    for name in _EVERY:
        if getattr(rule, name) and name not in may:
            wrong = f"a rule of the kind {rule.kind} has no {name}."
            yield file.problem(f"{field}.{name}", wrong, "Remove it, or make it a rule of its own.")


def _names(file: CompanyFile, field: str, rule: Rule) -> Found:
    for name in ("says", "first", "then"):
        given = getattr(rule, name)
        if given and not _is_known(file.company, given):
            known = {*_ACTS, *CATALOGUE}
            wrong = f'there is no speech act and no sentence "{given}".{nearest(given, known)}'
            cure = f"Speech acts are {', '.join(sorted(_ACTS))}; ivr prompts list shows the sentences."
            yield file.problem(f"{field}.{name}", wrong, cure)


def _is_known(company: Company, given: str) -> bool:
    """An act, a phrase, one use of a phrase, an answer, or a text of the campaigns."""
    begins = (given[:end] for end, char in enumerate(f"{given}.") if char == ".")
    phrase = any(begin in CATALOGUE or begin in _OF_CAMPAIGNS for begin in begins)
    return given in _ACTS or phrase or given.removeprefix("answer.") in company.answers


def _department(file: CompanyFile, field: str, rule: Rule) -> Found:
    if rule.department and rule.department not in file.company.departments:
        wrong = (
            f'there is no department "{rule.department}".{nearest(rule.department, file.company.departments)}'
        )
        yield file.problem(f"{field}.department", wrong, "Name one of departments.")


def _languages(file: CompanyFile, field: str, rule: Rule) -> Found:
    """What must be said must be sayable in each language; what must not may be a word of one alone."""
    for language in rule.words:
        if language not in file.company.languages:
            wrong = f'the company does not speak "{language}".'
            yield file.problem(f"{field}.words.{language}", wrong, "Remove it, or add the language.")
    missing = [one for one in file.company.languages if one not in rule.words]
    if rule.kind == "must_say" and rule.words and missing:
        wrong = f"there are no words in {', '.join(missing)}."
        yield file.problem(f"{field}.words", wrong, "Give them in every language of the company.")
