"""Where in the company file that stands by which something is broken: a rule, own words of the last turn."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.company.campaign import Campaign
from ivr.company.loader import CompanyFile
from ivr.etiquette.own import PREFIX
from ivr.etiquette.proof.prove import Violation
from ivr.etiquette.proof.walking import course


def places(file: CompanyFile, campaign: Campaign | None, violation: Violation) -> Iterator[str]:
    """Each place as ``FILE:LINE: field``; none where the file says nothing of it."""
    for field in (*_rules(file, violation), *_wordings(file, campaign, violation)):
        yield f"{file.path}:{file.line(field)}: {field}"


def _rules(file: CompanyFile, violation: Violation) -> Iterator[str]:
    for index, rule in enumerate(file.company.courtesy.rules):
        if violation.id == PREFIX + rule.id:
            yield f"courtesy.rules.{index}"


def _wordings(file: CompanyFile, campaign: Campaign | None, violation: Violation) -> Iterator[str]:
    if violation.walk is None:
        return
    last = course(violation.walk, file.company, campaign)[-1]
    said = {sentence.phrase for sentence in last.sentences}
    for id_ in file.company.wording:
        if any(f"{phrase}.".startswith(f"{id_}.") for phrase in said):
            yield f"wording.{id_}"
