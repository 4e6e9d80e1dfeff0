"""Whether the company's own words are polite (C1) and formal (B3), each at its line; loading such files.

The proof tells on which way through a conversation something rude is said; this tells which line to mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ivr.company.base import ANY_LANGUAGE
from ivr.company.campaign_file import CampaignFile, load_campaign
from ivr.company.checks.languages import texts
from ivr.company.judge import Located
from ivr.company.loader import CompanyFile, load
from ivr.company.models import Company
from ivr.errors import FileProblems, Problem
from ivr.etiquette import wording
from ivr.etiquette.b3 import informal, names_of
from ivr.etiquette.c1 import impolite
from ivr.phrases import check

CURE = "Word it calmly: the machine stays polite whatever happens."
FORMAL = "Address people formally."


def load_courteous(path: Path) -> CompanyFile:
    """The company file at ``path``: valid in itself, all of it can be said, and politely.

    Raises:
        FileProblems: everything that is wrong with it.
    """
    return load(path, check.problems, problems, wording.problems)


def problems(file: CompanyFile) -> tuple[Problem, ...]:
    """Every text of a company file that nobody says politely."""
    return tuple(_problems(file, file.company, file.company))


def load_courteous_campaign(path: Path, company: Company) -> CampaignFile:
    """The campaign file at ``path``, valid for ``company``, and polite.

    Raises:
        FileProblems: everything that is wrong with it.
    """
    file = load_campaign(path, company)
    if found := tuple(_problems(file, file.campaign, company)):
        raise FileProblems(found)
    return file


def _problems(file: Located, thing: Any, company: Company) -> Iterator[Problem]:
    for field, text in texts(thing):
        for language, words in text.root.items():
            at = field if language == ANY_LANGUAGE else f"{field}.{language}"
            if rude := impolite(words):
                yield file.problem(at, f'"{rude}" is not polite.', CURE)
            if word := _informal(words, language, company):
                yield file.problem(at, f'"{word}" is no formal address.', FORMAL)


def _informal(words: str, language: str, company: Company) -> str:
    spoken = company.languages if language == ANY_LANGUAGE else (language,)
    found = (informal(words, each, names_of(company, each)) for each in spoken)
    return next(filter(None, found), "")
