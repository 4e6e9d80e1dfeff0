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

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=12)
STATE = State(Step.MENU, "lv", "+37167000100", None)


class Counting:
    """Computes turns, and counts how often it is asked."""

    def __init__(self, compute):
        self.compute, self.count = compute, 0

    def __call__(self, state, now):
        self.count += 1
        return self.compute(state, now)


def by_language(state, _):
    return Turn(replace(state, asked=1), (HangUp(state.language),))


def by_length(state, _):
    """Looks at another field only where the first is as it wants it."""
    why = str(state.turns) if state.asked > 1 else "few"
    return Turn(replace(state, step=Step.ENDED), (HangUp(why),))


def by_the_hour(state, now):
    return Turn(state, (HangUp("day" if now < LATER else "night"),))


def reasons(memo, compute, *given):
    return [memo.answer(state, "yes", now, compute).turn.actions[0].reason for state, now in given]


def test_what_is_not_looked_at_is_computed_once_and_kept():
    memo, compute = Memo(), Counting(by_language)
    other = replace(STATE, turns=7, tried=("sales",))
    assert reasons(memo, compute, (STATE, NOW), (other, LATER)) == ["lv", "lv"]
    assert compute.count == 1
    again = memo.answer(other, "yes", NOW, compute).turn.state
    assert again == replace(other, asked=1)


@pytest.mark.parametrize(
    ("compute", "first", "second", "expected"),
    [
        (by_language, {}, {"language": "en"}, ["lv", "en"]),
        (by_length, {"turns": 1}, {"turns": 2, "asked": 2}, ["few", "2"]),
        (by_length, {"turns": 1, "asked": 2}, {"turns": 2, "asked": 2}, ["1", "2"]),
        (by_length, {"turns": 1, "asked": 2}, {"turns": 1, "asked": 3}, ["1", "1"]),
    ],
    ids=["another language", "another field is looked at", "that field differs", "the first field differs"],
)
def test_what_is_looked_at_is_not_taken_for_anothers(compute, first, second, expected):
    given = ((replace(STATE, **changes), NOW) for changes in (first, second))
    assert reasons(Memo(), compute, *given) == expected


def test_another_happening_is_another_turn():
    memo, compute = Memo(), Counting(by_language)
    memo.answer(STATE, "yes", NOW, compute)
    memo.answer(STATE, "no", NOW, compute)
    assert compute.count == 2


def test_where_the_clock_is_looked_at_the_hour_counts():
    memo, compute = Memo(), Counting(by_the_hour)
    assert reasons(memo, compute, (STATE, NOW), (STATE, LATER), (STATE, NOW)) == ["day", "night", "day"]
    assert compute.count == 2
    assert memo.answer(STATE, "yes", NOW, compute).by_the_clock
    assert not memo.answer(STATE, "other", NOW, Counting(by_language)).by_the_clock


def test_it_is_told_what_was_looked_at_and_what_is_set():
    memo = Memo()
    for known in (False, True):
        found = memo.answer(replace(STATE, turns=3 if known else 2), "yes", NOW, by_language)
        assert (found.read, set(found.wrote)) == (("language",), {"asked"})


ERRAND = Errand("attempt", "lv", "Europe/Riga", "Anna Ozola")


def by_name(state, _):
    return Turn(replace(state, asked=1), (HangUp(state.errand.name),))


def test_an_errand_is_another_one_only_in_what_was_looked_at_of_it():
    memo, compute = Memo(), Counting(by_name)
    ours = (replace(STATE, errand=each) for each in (ERRAND, changed(ERRAND, resume="proposal")))
    other = replace(STATE, errand=changed(ERRAND, name="Ilze Liepa"))
    given = [(state, NOW) for state in (*ours, other)]
    assert reasons(memo, compute, *given) == ["Anna Ozola", "Anna Ozola", "Ilze Liepa"]
    assert compute.count == 2
    assert memo.answer(given[1][0], "yes", NOW, compute).read == ("errand.name",)


def test_what_is_made_of_a_part_that_is_noted_is_the_thing_itself():
    memo, known = Memo(), Known(may_be_called=False)

    def barred(state, _):
        return Turn(replace(state, known=changed(state.known, may_be_called=False)), (HangUp("barred"),))

    after = memo.answer(STATE, "yes", NOW, barred).turn.state
    assert after.known == known
    assert type(after.known) is Known


def test_a_call_to_us_is_not_answered_like_one_of_ours():
    memo, compute = Memo(), Counting(lambda state, _: Turn(state, (HangUp(str(state.errand is None)),)))
    assert reasons(memo, compute, (STATE, NOW), (replace(STATE, errand=ERRAND), NOW)) == ["True", "False"]


def test_whose_opening_was_asked_for_is_told(example):
    def asks(state, now):
        return Turn(state, (HangUp(str(opening(example, "sales", now).open)),))

    memo = Memo()
    first, again = (memo.answer(STATE, "yes", NOW, asks) for _ in range(2))
    assert first.asked == again.asked == {"sales"}
    assert first.by_the_clock
