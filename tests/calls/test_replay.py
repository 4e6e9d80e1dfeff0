"""Calls that were held, held again by drafts of the company file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest

from ivr.calls.replay import Kind, NotReplayableError, outcome, replay
from ivr.company.campaign_file import load_campaign
from ivr.company.loader import parse
from ivr.company.models import Company
from ivr.conversation.actions import LookUp
from ivr.conversation.engine import advance, begin, begin_outreach
from ivr.conversation.errand import NOBODY, Errand, Known
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Event,
    Found,
    Heard,
    HungUp,
    Pressed,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.state import State
from ivr.etiquette.course import Beat, Course
from tests.company.files import FILE, TEXT, example
from tests.conftest import EXAMPLE
from tests.conversation.inbound import EXPECTED

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten in the morning in Riga
NIGHT = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
COMPANY, CALLER = "+37167000100", "+37120000001"
IN_FORCE = example().company
SURVEY = {
    "satisfaction": load_campaign(EXAMPLE.parent / "campaigns" / "satisfaction.yaml", IN_FORCE).campaign
}
ERRAND = Errand("a1", "en", "Europe/Riga", "Anna", "satisfaction")

KEY = ("    key: 1\n    competence:\n      lv: Pieņem", "    key: 5\n    competence:\n      lv: Pieņem")
SALES_SWAPPED = (
    KEY,
    ("    key: 3\n    competence: {lv: Atbild", "    key: 1\n    competence: {lv: Atbild"),
)
SALES_CLOSED = (
    "    rings:\n      extensions: [201, 202]",
    '    hours: {sun: "10:00-11:00"}\n    rings:\n      extensions: [201, 202]',
)
SALES_LATER = (
    "    rings:\n      extensions: [201, 202]",
    '    hours: {mon-fri: "14:00-15:00"}\n    rings:\n      extensions: [201, 202]',
)
BEES = (
    "I would like to order, how much does it cost",
    "I would like to order, do you keep bees",
)
WORDS = ("{lv: Kā varu Jums palīdzēt?, en: How may I help you?}", "{lv: Ko vēlaties?, en: What can I do?}")
HOURS = ('  mon-fri: "09:00-18:00"\n\nholidays', '  mon-fri: "09:00-17:00"\n\nholidays')
NO_WORDS = ("# understands: [lv] ", "understands: [] #")
NO_CALLS = ("  offered: true\n", "  offered: false\n")

TALKED = TransferEnded(TransferOutcome.TALKED)


def held(
    *events: Event,
    company: Company = IN_FORCE,
    hears: tuple[str, ...] = (),
    now: datetime = NOW,
    known: Known = NOBODY,
) -> Course:
    """A call to the company, ten seconds a turn, with a ledger that holds nothing."""
    course = [Beat(None, None, begin(COMPANY, CALLER, company, now, known, hears), now)]
    for event in events:
        course.append(_next(course[-1], event, company))
        while isinstance(course[-1].end, LookUp):
            course.append(_next(course[-1], Found(()), company))
    return tuple(course)


def _next(last: Beat, event: Event, company: Company) -> Beat:
    at = last.at + timedelta(seconds=10)
    return Beat(last.state, event, advance(last.state, event, company, at), at)


def ours(*events: Event) -> Course:
    """A call of the survey."""
    campaign, answered = SURVEY["satisfaction"], Answered(AnsweredBy.PERSON)
    turn = begin_outreach(ERRAND, answered.by, CALLER, COMPANY, IN_FORCE, campaign, NOW)
    course = [Beat(None, answered, turn, NOW)]
    for event in events:
        state: State = course[-1].state
        course.append(Beat(state, event, advance(state, event, IN_FORCE, NOW, campaign), NOW))
    return tuple(course)


class Case(NamedTuple):
    """A call, a draft, and what the replay must find."""

    call: Course
    draft: tuple[tuple[str, str], ...]  # changes of the example
    kind: Kind
    now: tuple[str, ...]
    first: int | None
    left: str | None = None


RANG = held(Pressed("1"), TALKED, Pressed("2"))
HUNG_UP = held(Pressed("1"), HungUp())
BY_WORDS = held(Pressed("#"), Heard("do you keep bees"), Silence(), hears=("lv", "en"))
BOOKED = held(Pressed("1"), Pressed("4"), Pressed("1"), Pressed("1"), Pressed("2"), now=NIGHT)

CASES = {
    "nothing changed": Case(RANG, (), Kind.SAME, ("department sales", "end goodbye"), None),
    "other words alone": Case(RANG, (WORDS,), Kind.WORDED, ("department sales", "end goodbye"), 0),
    "a moved key": Case(
        HUNG_UP,
        SALES_SWAPPED,
        Kind.LEFT,
        ("department billing",),
        0,
        "From here on billing would have been rung.",
    ),
    "a closed department": Case(
        RANG,
        (SALES_CLOSED,),
        Kind.LEFT,
        ("closed sales",),
        1,
        "From here on something else would have been asked.",
    ),
    "an example that is renamed": Case(
        BY_WORDS,
        (BEES,),
        Kind.LEFT,
        ("department sales",),
        2,
        "From here on sales would have been rung.",
    ),
    "other hours told": Case(
        held(Pressed("4"), Pressed("1"), Pressed("2")),
        (HOURS,),
        Kind.WORDED,
        ("answer hours", "end goodbye"),
        2,
    ),
    "keys alone where words were heard": Case(
        BY_WORDS, (NO_WORDS,), Kind.LEFT, (), 0, "From here on something else would have been asked."
    ),
    "a promise at another time": Case(
        BOOKED,
        (SALES_LATER,),
        Kind.LEFT,
        ("closed sales",),
        1,
        "From here on something else would have been asked.",
    ),
    "no calls are offered": Case(
        BOOKED,
        (NO_CALLS,),
        Kind.LEFT,
        ("closed sales",),
        1,
        "From here on something else would have been asked.",
    ),
    "the same promise": Case(BOOKED, (), Kind.SAME, ("closed sales", "call from sales", "end goodbye"), None),
    "a promise that is known": Case(
        held(Silence(), Silence(), Silence(), known=EXPECTED), (), Kind.SAME, (), None
    ),
    "a call of ours": Case(
        ours(Pressed("1"), HungUp()), (), Kind.SAME, ("result hung_up", "end person hung up"), None
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_draft_makes_of_a_call(case: Case) -> None:
    found = replay(case.call, example(*case.draft).company, SURVEY)
    assert (found.kind, found.now, found.first, found.left) == case[2:]
    assert found.then == outcome(case.call)


WITHOUT = {
    "its campaign": (ours(), (), {}, 'There is no campaign "satisfaction" beside the draft.'),
    "the department that was to call": (
        held(known=EXPECTED),
        (("sales", "offers"),),
        {},
        'The draft has no department "sales" any more.',
    ),
}


@pytest.mark.parametrize(("call", "renamed", "campaigns", "why"), WITHOUT.values(), ids=WITHOUT)
def test_a_draft_that_lacks_what_a_call_was_about(call, renamed, campaigns, why):
    text = TEXT
    for old, new in renamed:
        text = text.replace(old, new)
    with pytest.raises(NotReplayableError) as caught:
        replay(call, parse(FILE, text).company, campaigns)
    assert str(caught.value) == why


def test_a_time_that_was_offered_otherwise_answers_no_other_offer() -> None:
    """The draft would offer other times: "the first" is no answer to that."""
    found = replay(BOOKED, example(SALES_LATER).company, SURVEY)
    assert (found.kind, len(found.course)) == (Kind.LEFT, 4)
    assert found.course[-1].state.slots != BOOKED[3].state.slots


def test_a_call_that_would_be_over_sooner_is_not_followed_beyond_its_end() -> None:
    longer = (*HUNG_UP, HUNG_UP[-1])
    assert replay(longer, IN_FORCE, SURVEY).left == "The call would have been over here."
