"""The campaign file: read, judged against its company, and handed over frozen, or refused with its faults."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from ivr.company import document, explain
from ivr.company.campaign import Campaign
from ivr.company.loader import read_text
from ivr.company.models import Company
from ivr.errors import FileProblems, Problem


@dataclass(frozen=True)
class CampaignFile:
    """A campaign file that is valid for its company."""

    id: str  # name of the file without .yaml
    campaign: Campaign
    path: Path  # as the operator gave it
    text: str
    fingerprint: str  # SHA-256 of the text in UTF-8, hex


def load_campaign(path: Path, company: Company) -> CampaignFile:
    """The campaign file at ``path``. Raises FileProblems: everything that is wrong with it."""
    return parse_campaign(path, read_text(path), company)


def parse_campaign(path: Path, text: str, company: Company) -> CampaignFile:  # noqa: ARG001
    """The campaign file of that ``text``. Reads nothing from the disk. Raises FileProblems."""
    read = document.read(str(path), text)
    if read.problems or read.data is None:
        raise FileProblems(read.problems or (Problem(str(path), 0, "", "the file is empty.", "Fill it in."),))
    try:
        campaign = Campaign.model_validate(read.data)
    except ValidationError as error:
        found = explain.problems(str(path), read, error.errors(include_url=False))
        raise FileProblems(found) from error
    return CampaignFile(path.stem, campaign, path, text, hashlib.sha256(text.encode()).hexdigest())
