"""Calls of ours for tests: who is called because of what, and a play of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ivr.company.campaign import Campaign
from ivr.company.campaign_file import load_campaign
from ivr.company.loader import load
from ivr.conversation.actions import Action, HangUp, LookUp, Say
from ivr.conversation.codec import state_from_json, state_to_json
from ivr.conversation.engine import advance, begin_outreach
from ivr.conversation.errand import Errand, Origin, Promised
from ivr.conversation.events import AnsweredBy, Event, Found
from ivr.conversation.state import Step, Turn
from tests.conftest import EXAMPLE

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten in the morning in Riga
PERSON, COMPANY_NUMBER = "+37120000001", "+37167000102"
COMPANY = load(EXAMPLE).company
VISIT = Path(__file__).parents[1] / "dialogues" / "campaigns" / "visit.yaml"
CAMPAIGNS: dict[str, Campaign] = {
    path.stem: load_campaign(path, COMPANY).campaign
    for path in (VISIT, *sorted((EXAMPLE.parent / "campaigns").glob("*.yaml")))
}
PROMISED = Promised("p1", NOW, "Europe/Riga", Origin.CLOSED, "sales", NOW - timedelta(days=1))
BY_PROMISE = Errand("a1", "lv", "Europe/Riga", "Līga Kalniņa", promise=PROMISED)


def errand(campaign: str, promised: bool = False, resume: str = "", **changes) -> Errand:
    """To call Līga for a campaign."""
    promise = replace(PROMISED, origin=Origin.NOT_NOW, campaign=campaign) if promised else None
    given = Errand("a1", "lv", "Europe/Riga", "Līga Kalniņa", campaign, promise, resume)
    return replace(given, **changes)


def play(
    why: Errand,
    *events: Event,
    by: AnsweredBy = AnsweredBy.PERSON,
    now: datetime = NOW,
    company=COMPANY,
    campaign: Campaign | None = None,
    hears: tuple[str, ...] = (),
) -> list[Turn]:
    """Every turn of a call until it ends, stored and reloaded between two; what is looked up is free."""
    given = campaign or CAMPAIGNS.get(why.campaign or "")
    turns = [begin_outreach(why, by, PERSON, COMPANY_NUMBER, company, given, now, hears)]
    waiting = list(events)
    while turns[-1].state.step is not Step.ENDED:
        looks = isinstance(turns[-1].actions[-1], LookUp)
        if not looks and not waiting:
            break
        event = Found(()) if looks else waiting.pop(0)
        state = state_from_json(state_to_json(turns[-1].state))
        turns.append(advance(state, event, company, now, given))
    return turns


def actions(turns: list[Turn]) -> list[Action]:
    """Everything that was done, in order."""
    return [action for turn in turns for action in turn.actions]


def said(turns: list[Turn]) -> list[str]:
    """The phrases of everything that was said, in order."""
    return [action.sentence.phrase for action in actions(turns) if isinstance(action, Say)]


def of(turns: list[Turn], kind: type) -> list:
    """The actions of one kind."""
    return [action for action in actions(turns) if isinstance(action, kind)]


def ended(turns: list[Turn]) -> bool:
    """Whether the call came to its end."""
    return isinstance(turns[-1].actions[-1], HangUp)
