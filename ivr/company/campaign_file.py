"""The campaign file: read, judged against its company, and handed over frozen, or refused with its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ivr.company import judge
from ivr.company.campaign import Campaign
from ivr.company.campaign_checks import Seconds, estimated, problems
from ivr.company.models import Company
from ivr.company.partial import Mending
from ivr.errors import FileProblems, Problem

SUFFIX = ".yaml"


@dataclass(frozen=True)
class CampaignFile(judge.Located):
    """A campaign file that is valid for its company."""

    id: str  # name of the file without .yaml
    campaign: Campaign
    path: Path  # as the operator gave it
    text: str
    fingerprint: str  # SHA-256 of the text in UTF-8, hex
    lines: Mapping[str, int]  # dotted field → line, 1-based


def load_campaign(path: Path, company: Company, measure: Seconds = estimated) -> CampaignFile:
    """The campaign file at ``path``; ``measure`` says how long a text takes to say.

    Raises:
        FileProblems: everything that is wrong with it.
    """
    cure = "ivr init DIR writes examples into DIR/campaigns; IVR_CAMPAIGNS names the folder of yours."
    return parse_campaign(path, judge.read_text(path, "campaign file", cure), company, measure)


def parse_campaign(path: Path, text: str, company: Company, measure: Seconds = estimated) -> CampaignFile:
    """The campaign file of that ``text``. Reads nothing from the disk. Raises FileProblems."""

    def check(file: CampaignFile) -> tuple[Problem, ...]:
        return problems(file, company, measure)

    return judge.judged(
        path,
        text,
        judge.Kind(
            model=Campaign,
            file=_file,
            checks=(check,),
            untied=(check,),
            loose=(check,),
            mending=_mending(company),
            empty="ivr init DIR writes examples into DIR/campaigns.",
        ),
    )


def campaign_paths(folder: Path) -> Iterator[Path]:
    """The campaign files in ``folder``, by name; none where there is no such folder."""
    return iter(sorted(path for path in folder.glob(f"*{SUFFIX}") if path.is_file()))


def campaign_path(folder: Path, id_: str) -> Path:
    """Where the file of a campaign is. Raises FileProblems where ``folder`` has none of that name."""
    found = {path.stem: path for path in campaign_paths(folder)}
    if id_ in found:
        return found[id_]
    known = f"Use one of: {', '.join(found)}." if found else "Write one there; ivr init DIR gives examples."
    raise FileProblems((Problem(str(folder), 0, "", f'there is no campaign "{id_}".', known),))


def _file(campaign: Campaign, source: judge.Source) -> CampaignFile:
    return CampaignFile(
        source.path.stem, campaign, source.path, source.text, source.fingerprint, source.lines
    )


def _mending(company: Company) -> Mending:
    return Mending(
        stand_ins={
            "purpose": "service",
            "name": "-",
            "department": company.operator,
            "matter": "-",
            "source": "-",
            "text": "-",
            "caller_id": next(iter(company.numbers)),
        },
        spoils=frozenset({"id", "kind", "key", "then"}),
    )
