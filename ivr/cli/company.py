"""``ivr init``, ``ivr check`` and ``ivr schema``: the company file and its campaigns, up to going live."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from ivr import log
from ivr.calls.learnt import Learnt
from ivr.calls.proofs import Proofs
from ivr.cli import app, campaign_summary
from ivr.cli.faults import Faults
from ivr.clock import utc_now
from ivr.company import schemas
from ivr.company.base import Model
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import CampaignFile, campaign_paths
from ivr.company.loader import CompanyFile
from ivr.company.models import Company
from ivr.errors import OperatorError
from ivr.etiquette.politeness import load_courteous, load_courteous_campaign
from ivr.settings import Settings, from_environment


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the company file.")],
) -> None:
    """Write a commented example of a company file, with campaigns, and the folder for its recordings."""
    example = resources.files("ivr.company") / "example"
    written = list(_copied(example, folder))
    file = folder / "company.yaml"
    print(f"Wrote {' and '.join(str(path) for path in written)}.")
    print(f"Make it yours, then: ivr check {file}")


@app.command()
def check(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Otherwise IVR_COMPANY.")] = None,
    scripts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the calls that show what is not so.")
    ] = None,
) -> None:
    """Check a company file and campaigns beside it: what is wrong, or what they hold; prove their calls."""
    given = from_environment(os.environ)
    path, campaigns = (file, file.parent / "campaigns") if file else (given.company, given.campaigns)
    faults, ours = Faults(), dict[str, CampaignFile]()
    with faults.told():
        standard = load_courteous(path)
        print(summary(standard))
        for campaign in campaign_paths(campaigns):
            with faults.told():
                loaded = load_courteous_campaign(campaign, standard.company)
                print(campaign_summary.summary(loaded, standard.company))
                ours[loaded.id] = loaded
    faults.exit_if_any()
    _prove(standard, ours, scripts, given)


def _prove(
    standard: CompanyFile, campaigns: Mapping[str, CampaignFile], scripts: Path | None, given: Settings
) -> None:
    """Exit 1 where something is broken with which no file goes live."""
    # With the simulator it takes 0.5 s to import, and no other command needs it.
    from ivr.cli import proving  # noqa: PLC0415

    log.configure_quiet()
    kept, recall = Proofs(given.proofs), Learnt(given.learnt)
    proof, lines = proving.told(standard, campaigns, utc_now(), scripts, kept, recall)
    for line in lines:
        print(line)
    if proof.grave:
        raise typer.Exit(1)


@app.command()
def schema(
    campaign: Annotated[bool, typer.Option("--campaign", help="Of a campaign file instead.")] = False,
) -> None:
    """Print the JSON Schema of the company file, for completion and checks in an editor."""
    found = schema_of_campaign() if campaign else schema_of_file()
    print(json.dumps(found, indent=2, ensure_ascii=False))


def schema_of_file() -> dict[str, object]:
    """The JSON Schema of what a company file may look like."""
    return _schema(Company, "Company file")


def schema_of_campaign() -> dict[str, object]:
    """The JSON Schema of what a campaign file may look like."""
    return _schema(Campaign, "Campaign file")


def _schema(model: type[Model], title: str) -> dict[str, object]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return {**schemas.strict(model.model_json_schema()), **head}


def summary(file: CompanyFile) -> str:
    """One line that tells what a good company file holds."""
    company = file.company
    departments = ", ".join(part.name.into(company.default_language) for part in company.departments.values())
    return (
        f"{file.path} is good: {company.name.into(company.default_language)}, "
        f"{len(company.departments)} departments ({departments}), "
        f"numbers {', '.join(company.numbers)}, languages {', '.join(company.languages)}; "
        f"{_answers(company)}."
    )


def _answers(company: Company) -> str:
    understood = company.languages if company.understands is None else company.understands
    return f"callers may speak {' and '.join(understood)}" if understood else "callers press keys alone"


def _copied(example: Traversable, folder: Path) -> list[Path]:
    """Files of the example copied into ``folder``. Raises OperatorError, before a byte is written."""
    sources = {folder / name: example.joinpath(*name.parts) for name in map(Path, _EXAMPLE)}
    for target in sources:
        if target.exists():
            raise OperatorError(
                f"{target} exists already. Choose another folder, or move that file away first."
            )
    for target, source in sources.items():
        _write(target, source.read_text(encoding="utf-8"))
    return list(sources)


_CAMPAIGNS = ("maintenance", "satisfaction", "spring_offer")
_EXAMPLE = ("company.yaml", "recordings/README.md", *(f"campaigns/{id_}.yaml" for id_ in _CAMPAIGNS))


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except OSError as error:
        raise OperatorError(
            f"{target} cannot be written ({error.strerror}). Choose another folder."
        ) from error
