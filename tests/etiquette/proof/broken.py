"""What the proof finds in a company whose standard, or whose machine, has been broken on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ivr.company.campaign import Campaign
from ivr.company.campaign_file import load_campaign
from ivr.company.models import Company
from ivr.conversation import engine
from ivr.conversation.errand import Errand
from ivr.conversation.events import AnsweredBy
from ivr.etiquette.course import Standard
from ivr.etiquette.norms import NORMS
from ivr.etiquette.own import own_norms
from ivr.etiquette.proof.ends import endless, talks_on
from ivr.etiquette.proof.graph import Graph
from ivr.etiquette.proof.openings import NAME, Opening
from ivr.etiquette.proof.walking import Walk, shown, walk_of
from ivr.etiquette.proof.watching import broken
from tests.conftest import EXAMPLE

DAY = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten in the morning in Riga: everybody is there
NIGHT = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
WORDS = ("lv", "en")
COMPANY, SALES = "+37167000100", "+37167000101"


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
    from ivr.company.loader import load  # noqa: PLC0415 - once

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


def spoil(monkeypatch: pytest.MonkeyPatch, change: Callable[[Any], Any]) -> None:
    """Let the machine's every turn go through ``change`` before anybody hears it."""
    for name in ("begin", "begin_outreach", "advance", "advance_meant"):
        whole = getattr(engine, name)
        for module in ("happenings", "openings", "script"):
            target = f"ivr.etiquette.proof.{module}.{name}"
            try:
                monkeypatch.setattr(target, _changed(whole, change))
            except AttributeError:
                continue


def _changed(whole: Any, change: Callable[[Any], Any]) -> Any:
    def turn(*args: Any, **kwargs: Any) -> Any:
        return change(whole(*args, **kwargs))

    return turn
