"""Whatever happens in a conversation, in any order: no starred norm is ever broken."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.loader import parse
from ivr.conversation.actions import LookUp
from ivr.conversation.codec import state_from_json, state_to_json
from ivr.conversation.engine import advance, begin, begin_outreach
from ivr.conversation.events import Answered, AnsweredBy, Found, Heard, HearingLost
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.norm import breaches
from ivr.etiquette.norms import NORMS
from tests.company.files import changed
from tests.conftest import EXAMPLE
from tests.conversation import test_outreach_properties as ours
from tests.conversation import test_properties as theirs
from tests.conversation.outbound import CAMPAIGNS, COMPANY_NUMBER, PERSON

# The example, and what companies do otherwise.
VARIANTS = {
    "as it is": (),
    "records calls": (("records_calls: false", "records_calls: true"),),
    "promises no calls": (("  offered: true\n", "  offered: false\n"),),
    "ends with abusive people": (("  after_warning: person ", "  after_warning: end "),),
    "gives a name": (("country: LV ", "introduces_as: Zane\ncountry: LV "),),
    "hears no words": (("# understands: [lv]", "understands: []\n# understands: [lv]"),),
}
COMPANIES = tuple(parse(EXAMPLE, changed(*changes)).company for changes in VARIANTS.values())
STARRED = tuple(norm for norm in NORMS if norm.starred)
RUDE = st.sampled_from(
    (
        *("you idiot", "this is damn slow", "I will burn your office down", "never call me again, you moron"),
        *("tu esi idiots", "velns, cik lēni", "es jūs nositīšu", "sasodīts, savienojiet ar darbinieku"),
    )
).map(Heard)
# What the ledger holds when it is asked: nothing, or every place at the first times.
TAKEN = st.sampled_from([0, 0, 3, 400])
ANYTHING = st.one_of(theirs.TALKING, theirs.TALKING, theirs.EVENTS, RUDE)
ANYTHING_OF_OURS = st.one_of(ours.EVENTS, ours.EVENTS, ours.EVENTS, RUDE)


def _follow(first, event, events, now, company, campaign=None, taken=0):
    """The course of a call; every turn is stored and read back."""
    beats, waiting = [Beat(None, event, first, now)], list(events)
    while beats[-1].state.step is not Step.ENDED:
        wait = beats[-1].turn.actions[-1]
        if not isinstance(wait, LookUp) and not waiting:
            break
        event = _found(wait, taken) if isinstance(wait, LookUp) else waiting.pop(0)
        if isinstance(event, HearingLost) and not beats[-1].state.hears:
            continue  # a line can lose but what it has
        state = state_from_json(state_to_json(beats[-1].state))
        now += timedelta(seconds=10)
        beats.append(Beat(state, event, advance(state, event, company, now, campaign), now))
    return tuple(beats)


def _found(wait, taken):
    half_hour = timedelta(minutes=30)
    first = wait.after.replace(minute=0, second=0, microsecond=0)
    return Found(tuple((first + number * half_hour, 2) for number in range(taken)))


@settings(max_examples=150)
@given(
    data=st.data(),
    company=st.sampled_from(COMPANIES),
    now=theirs.MOMENTS,
    known=theirs.KNOWN,
    hears=st.one_of(theirs.HEARS, st.just(())),
    taken=TAKEN,
    events=st.lists(ANYTHING, max_size=30),
)
def test_no_call_to_us_breaks_a_starred_norm(data, company, now, known, hears, taken, events):
    called = data.draw(st.sampled_from([*company.numbers, "anonymous"]))
    first = begin(called, "+37120000001", company, now, known, hears)
    course = _follow(first, None, events, now, company, taken=taken)
    assert breaches(STARRED, course, Standard(company)) == ()


@settings(max_examples=150)
@given(
    company=st.sampled_from(COMPANIES),
    why=ours.ERRANDS,
    by=st.sampled_from(AnsweredBy),
    now=ours.MOMENTS,
    hears=ours.HEARS,
    taken=TAKEN,
    events=st.lists(ANYTHING_OF_OURS, max_size=30),
)
def test_no_call_of_ours_breaks_a_starred_norm(company, why, by, now, hears, taken, events):
    campaign = CAMPAIGNS.get(why.campaign or "")
    first = begin_outreach(why, by, PERSON, COMPANY_NUMBER, company, campaign, now, hears)
    course = _follow(first, Answered(by), events, now, company, campaign, taken)
    assert breaches(STARRED, course, Standard(company, campaign)) == ()
