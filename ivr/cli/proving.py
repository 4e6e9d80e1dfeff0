"""What ``ivr check`` tells of the proof: what was proved, or the shortest call that shows what is not so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from time import monotonic

from ivr.calls.proofs import Proofs
from ivr.calls.proving import flaws, proof_of
from ivr.cli.mending import places
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import CampaignFile
from ivr.company.loader import CompanyFile
from ivr.errors import IvrError
from ivr.etiquette.proof import calendar
from ivr.etiquette.proof.prove import Proof, Violation
from ivr.etiquette.proof.script import NotPlayableError, script
from ivr.lines.simulator import script as scripts
from ivr.understanding.recall import Recall


def told(
    file: CompanyFile,
    campaigns: Mapping[str, CampaignFile],
    now: datetime,
    folder: Path | None,
    kept: Proofs,
    recall: Recall,
) -> tuple[Proof, Iterator[str]]:
    """The proof, which ``kept`` keeps, and all that is to be printed of it; scripts go into ``folder``."""
    began = monotonic()
    proof = proof_of(file.company, {id_: each.campaign for id_, each in campaigns.items()}, now, recall)
    took = monotonic() - began
    kept.keep(file, None, now, flaws(proof, None))
    for id_, campaign in campaigns.items():
        kept.keep(file, campaign, now, flaws(proof, id_))
    head = (
        f"proved: {proof.norms} norms over {proof.states} states and {proof.paths} paths in {took:.1f} s"
        if not proof.violations
        else f"not proved: {len(proof.violations)} of what must hold is broken, "
        f"{proof.norms} norms over {proof.states} states and {proof.paths} paths in {took:.1f} s"
    )
    return proof, _lines(file, campaigns, proof, head, now, folder)


def _lines(
    file: CompanyFile,
    campaigns: Mapping[str, CampaignFile],
    proof: Proof,
    head: str,
    now: datetime,
    folder: Path | None,
) -> Iterator[str]:
    yield head
    for number, violation in enumerate(proof.violations, start=1):
        yield from _violation(file, campaigns, violation, number, folder)
    yield "nobody can be reached:"
    yield from (f"  {line}" for line in calendar.told(file.company, calendar.midnight(file.company, now)))


def _violation(
    file: CompanyFile,
    campaigns: Mapping[str, CampaignFile],
    violation: Violation,
    number: int,
    folder: Path | None,
) -> Iterator[str]:
    grave = "" if violation.grave else " (not required)"
    yield f"\n{violation.id}{grave}: {violation.what}."
    campaign = campaigns[violation.campaign].campaign if violation.campaign else None
    yield from (f"  {place}" for place in places(file, campaign, violation))
    try:
        text = _script(file, campaign, violation)
    except NotPlayableError as error:
        yield f"  (It cannot be written as one script: {error}.)"
        return
    if text:
        yield from _dialogue(file, text)
        yield from _written(file, text, violation, number, folder)


def _script(file: CompanyFile, campaign: Campaign | None, violation: Violation) -> str:
    if violation.walk is None:
        return ""
    return script(violation.walk, file.company, campaign, f"{violation.id}: {violation.what}")


def _dialogue(file: CompanyFile, text: str) -> Iterator[str]:
    """The call as it is held; what others take meanwhile is many lines, and left out."""
    # What holds calls takes a second to import, and mostly nothing is broken.
    from ivr.cli.talk import play  # noqa: PLC0415

    name = str(file.path.parent / "proof.txt")
    try:
        for line in play(file, scripts.parse(Path(name), text), name):
            if not line.startswith("> /taken"):
                yield f"  {line}"
    except IvrError as error:
        yield f"  (It cannot be played: {error})"


def _written(
    file: CompanyFile, text: str, violation: Violation, number: int, folder: Path | None
) -> Iterator[str]:
    if folder is None:
        return
    path = folder / f"{number:02}-{violation.id.replace(':', '-')}.txt"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    yield f"  ivr talk --company {file.path} --script {path}"
