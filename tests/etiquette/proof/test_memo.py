"""A turn is taken over only from a state that is alike in all that the turn depends on."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import UTC, datetime, timedelta

import pytest

from ivr.company.hours import opening
from ivr.conversation.actions import HangUp
from ivr.conversation.errand import Errand, Known
from ivr.conversation.state import State, Step, Turn, replace
from ivr.etiquette.proof.memo import Memo
from tests.etiquette.proof.broken import campaign_of

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=12)
STATE = State(Step.MENU, "lv", "+37167000100", None)


class Counting:
    """Computes turns, and counts how often it is asked."""

    def __init__(self, compute):
        self.compute, self.count = compute, 0

    def __call__(self, state, now, campaign):
        self.count += 1
        return self.compute(state, now, campaign)


def by_language(state, *_):
    return Turn(replace(state, asked=1), (HangUp(state.language),))


def by_length(state, *_):
    """Looks at another field only where the first is as it wants it."""
    why = str(state.missed) if state.asked > 1 else "few"
    return Turn(replace(state, step=Step.ENDED), (HangUp(why),))


def by_the_hour(state, now, _):
    return Turn(state, (HangUp("day" if now < LATER else "night"),))


def answer(memo, compute, state, now=NOW, campaign=None, happened="yes"):
    return memo.of(happened).answer(state, now, campaign, compute)


def reasons(memo, compute, *given):
    return [answer(memo, compute, *each).turn.actions[0].reason for each in given]


@pytest.fixture
def memo(example):
    return Memo(example)


def test_what_is_not_looked_at_is_computed_once_and_kept(memo):
    compute = Counting(by_language)
    other = replace(STATE, missed=7, tried=("sales",))
    assert reasons(memo, compute, (STATE, NOW), (other, LATER)) == ["lv", "lv"]
    assert compute.count == 1
    again = answer(memo, compute, other).turn.state
    assert again == replace(other, asked=1)


@pytest.mark.parametrize(
    ("compute", "first", "second", "expected"),
    [
        (by_language, {}, {"language": "en"}, ["lv", "en"]),
        (by_length, {"missed": 1}, {"missed": 2, "asked": 2}, ["few", "2"]),
        (by_length, {"missed": 1, "asked": 2}, {"missed": 2, "asked": 2}, ["1", "2"]),
        (by_length, {"missed": 1, "asked": 2}, {"missed": 1, "asked": 3}, ["1", "1"]),
    ],
    ids=["another language", "another field is looked at", "that field differs", "the first field differs"],
)
def test_what_is_looked_at_is_not_taken_for_anothers(memo, compute, first, second, expected):
    given = ((replace(STATE, **changes), NOW) for changes in (first, second))
    assert reasons(memo, compute, *given) == expected


def test_what_is_known_is_found_among_what_differs_in_other_fields(memo):
    compute = Counting(by_length)
    given = [(replace(STATE, asked=asked, missed=missed), NOW) for asked in (1, 2, 3) for missed in (1, 2)]
    expected = ["few", "few", "1", "2", "1", "2"]
    assert reasons(memo, compute, *given) == reasons(memo, compute, *given) == expected
    assert compute.count == 5  # of asked once only one: nobody looks further there


def test_another_happening_is_another_turn(memo):
    compute = Counting(by_language)
    answer(memo, compute, STATE)
    answer(memo, compute, STATE, happened="no")
    assert compute.count == 2


def test_where_the_clock_is_looked_at_the_hour_counts(memo):
    compute = Counting(by_the_hour)
    assert reasons(memo, compute, (STATE, NOW), (STATE, LATER), (STATE, NOW)) == ["day", "night", "day"]
    assert compute.count == 2
    assert answer(memo, compute, STATE).by_the_clock
    assert not answer(memo, Counting(by_language), STATE, happened="other").by_the_clock


def test_where_only_the_date_is_looked_at_it_is_the_same_all_day(memo):
    compute = Counting(lambda state, now, _: Turn(state, (HangUp(str(now.astimezone(UTC).date())),)))
    given = ((STATE, NOW), (STATE, LATER), (STATE, NOW + timedelta(1)))
    assert reasons(memo, compute, *given) == ["2026-11-25", "2026-11-25", "2026-11-26"]
    assert compute.count == 2
    assert answer(memo, compute, STATE).by_the_clock


def by_warning(state, *_):
    return Turn(replace(state, asked=2 if state.warned else 1), (HangUp(state.menu),))


@pytest.mark.parametrize("other", ["hears", "language"], ids=["known", "computed anew"])
def test_it_is_told_what_was_looked_at_of_what_places_leave_open_and_what_is_set(memo, other):
    answer(memo, by_warning, STATE)
    found = answer(memo, by_warning, replace(STATE, **{other: "en"}))
    assert (set(found.read), set(found.wrote)) == ({"warned"}, {"asked"})


def test_what_a_place_leaves_open_is_set_also_where_it_was_so(memo):
    """What is so after the turn does not depend on what was so before."""
    found = answer(
        memo, lambda state, *_: Turn(replace(state, warned=bool(state.warned)), (HangUp(""),)), STATE
    )
    assert set(found.wrote) == {"warned"}


def by_question(state, *_):
    return Turn(state, (HangUp(str(state.times_asked("menu:main"))),))


def test_how_often_something_was_asked_matters_only_where_it_was_asked(memo):
    compute = Counting(by_question)
    states = [
        replace(STATE, question=each, asked=n) for each in ("menu:main", "help", "more") for n in (1, 2)
    ]
    assert reasons(memo, compute, *((state, NOW) for state in states)) == ["1", "2", "0", "0", "0", "0"]
    assert compute.count == 3


ERRAND = Errand("attempt", "lv", "Europe/Riga", "Anna Ozola")


def by_name(state, *_):
    return Turn(replace(state, asked=1), (HangUp(state.errand.name),))


def test_an_errand_is_another_one_only_in_what_was_looked_at_of_it(memo):
    compute = Counting(by_name)
    ours = (replace(STATE, errand=each) for each in (ERRAND, changed(ERRAND, resume="proposal")))
    other = replace(STATE, errand=changed(ERRAND, name="Ilze Liepa"))
    given = [(state, NOW) for state in (*ours, other)]
    assert reasons(memo, compute, *given) == ["Anna Ozola", "Anna Ozola", "Ilze Liepa"]
    assert compute.count == 2


def test_what_is_made_of_a_part_that_is_noted_is_the_thing_itself(memo):
    known = Known(may_be_called=False)

    def barred(state, *_):
        return Turn(replace(state, known=changed(state.known, may_be_called=False)), (HangUp("barred"),))

    after = answer(memo, barred, STATE).turn.state
    assert after.known == known
    assert type(after.known) is Known


def test_a_part_that_was_only_looked_at_stays_as_it_is(memo):
    ours = replace(STATE, errand=ERRAND)
    assert answer(memo, by_name, ours).turn.state == replace(ours, asked=1)


def test_a_call_to_us_is_not_answered_like_one_of_ours(memo):
    compute = Counting(lambda state, *_: Turn(state, (HangUp(str(state.errand is None)),)))
    assert reasons(memo, compute, (STATE, NOW), (replace(STATE, errand=ERRAND), NOW)) == ["True", "False"]


def test_whose_opening_was_asked_for_is_told(memo, example):
    def asks(state, now, _):
        return Turn(state, (HangUp(str(opening(example, "sales", now).open)),))

    first, again = (answer(memo, asks, STATE) for _ in range(2))
    assert first.asked == again.asked == {"sales"}
    assert first.by_the_clock


def test_where_only_that_it_is_open_is_looked_at_it_is_the_same_as_long_as_it_is(memo, example):
    compute = Counting(lambda state, now, _: Turn(state, (HangUp(str(opening(example, "sales", now).open)),)))
    given = [(STATE, NOW + timedelta(hours=hours)) for hours in (0, 1, 12, 13)]
    assert reasons(memo, compute, *given) == ["True", "True", "False", "False"]
    assert compute.count == 2


def test_what_no_campaign_is_asked_is_the_same_in_all(memo):
    mine, other = campaign_of("maintenance"), campaign_of("satisfaction")
    whose = Counting(lambda state, _, campaign: Turn(state, (HangUp(campaign.matter.into("en")),)))
    nobodys = Counting(by_language)
    said = reasons(memo, whose, (STATE, NOW, mine), (STATE, NOW, other), (STATE, NOW, mine))
    assert said == [each.matter.into("en") for each in (mine, other, mine)]
    for campaign in (mine, other, None):
        answer(memo, nobodys, STATE, NOW, campaign, "other")
    assert (whose.count, nobodys.count) == (2, 2)  # with a campaign, and without one
