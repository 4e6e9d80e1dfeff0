"""What the proof finds in a company whose standard, or whose machine, has been broken on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ivr.cli.talk import play
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import load_campaign
from ivr.company.loader import load
from ivr.company.models import Company
from ivr.conversation import engine
from ivr.conversation.errand import Errand
from ivr.conversation.events import AnsweredBy
from ivr.etiquette.course import Standard
from ivr.etiquette.norm import breaches
from ivr.etiquette.norms import NORMS
from ivr.etiquette.own import own_norms
from ivr.etiquette.proof.ends import endless, talks_on
from ivr.etiquette.proof.graph import Graph
from ivr.etiquette.proof.openings import NAME, Opening
from ivr.etiquette.proof.script import NotPlayableError, script
from ivr.etiquette.proof.walking import Walk, shown, walk_of
from ivr.etiquette.proof.watching import broken
from ivr.lines.simulator.script import parse
from tests.conftest import EXAMPLE
from tests.etiquette.courses import course

DAY = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten in the morning in Riga: everybody is there
NIGHT = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
WORDS = ("lv", "en")
COMPANY, SALES = "+37167000100", "+37167000101"
# Where the machine's turns are asked for: by the proof, and where calls are held.
SPEAKING = (
    *(f"ivr.etiquette.proof.{name}" for name in ("happenings", "openings", "script")),
    "ivr.calls.desk",
)


@dataclass(frozen=True)
class Calls:
    """Whose calls are followed, from where on."""

    opening: Opening
    campaign: str | None = None
    at: datetime = DAY


def to_us(*hears: str, called: str = COMPANY, at: datetime = DAY) -> Calls:
    """Calls to the company."""
    return Calls(Opening(called, hears), None, at)


def by_us(*hears: str, campaign: str = "maintenance", by: AnsweredBy = AnsweredBy.PERSON) -> Calls:
    """Calls of a campaign."""
    errand = Errand("proof", "lv", "Europe/Riga", NAME, campaign)
    return Calls(Opening("+37167000102", hears, errand=errand, by=by), campaign)


@cache
def campaign_of(id_: str) -> Campaign:
    """A campaign of the example."""
    return load_campaign(Path(EXAMPLE).parent / "campaigns" / f"{id_}.yaml", load(EXAMPLE).company).campaign


def found(company: Company, calls: Calls) -> dict[str, Walk | None]:
    """Ids of what is broken there, each with the call that shows it."""
    campaign = campaign_of(calls.campaign) if calls.campaign else None
    return found_in(company, campaign, (calls.opening,), (calls.at,))


def found_in(
    company: Company, campaign: Campaign | None, first: Iterable[Opening], when: Sequence[datetime]
) -> dict[str, Walk | None]:
    """The same of calls that begin in one of these ways, at one of these times."""
    graph = Graph(company, campaign, when)
    graph.explore(first)
    standard = Standard(company, campaign)

    def shows(norm: Any, path: Any) -> bool:
        return shown(walk_of(path), norm, standard) is not None

    violated: dict[str, Walk | None] = {
        each.norm.id: shown(walk_of(each.path), each.norm, standard)
        for each in broken(graph, (*NORMS, *own_norms(company)), standard, shows)
    }
    if graph.faults:
        return {**violated, "answers": None}
    if any(talks_on(graph)):
        return {**violated, "gone": None}
    without_end = next(endless(graph), None)
    return {**violated, "ends": walk_of(graph.path(without_end[0]))} if without_end else violated


def audited(walk: Walk, calls: Calls, written: list[Any]) -> set[str] | None:
    """Ids of what is broken in the call that its script makes; None where no script stands for it.

    Args:
        written: where the turns of calls are found that are held meanwhile.
    """
    file, campaign = load(EXAMPLE), campaign_of(calls.campaign) if calls.campaign else None
    try:
        text = script(walk, file.company, campaign, "as the proof shows it")
    except NotPlayableError:
        return None
    written.clear()
    for _ in play(file, parse(Path("proof.txt"), text), "proof.txt"):
        pass
    held = course([each.turn for each in written], [each.event for each in written])
    return {breach.norm for breach in breaches(NORMS, held, Standard(file.company, campaign))}


def spoil(monkeypatch: pytest.MonkeyPatch, change: Callable[[Any], Any]) -> None:
    """Let the machine's every turn go through ``change`` before anybody hears it."""
    for name in ("begin", "begin_outreach", "advance", "advance_meant"):
        whole = getattr(engine, name)
        for module in SPEAKING:
            try:
                monkeypatch.setattr(f"{module}.{name}", _changed(whole, change))
            except AttributeError:
                continue


def _changed(whole: Any, change: Callable[[Any], Any]) -> Any:
    def turn(*args: Any, **kwargs: Any) -> Any:
        return change(whole(*args, **kwargs))

    return turn
