"""What a watch tells of a turn, on a clock that a test moves."""

from __future__ import annotations

import pytest

from ivr.conversation.performed import Cut, Performed
from ivr.lines.watch import Watch


class Ticks:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def watch(ticks) -> Watch:
    return Watch(ticks(), ticks)


def test_nothing_is_told_of_what_nobody_heard(watch):
    watch.sounds(0.0)
    assert watch.performed is None


def test_the_first_sound_ends_the_wait_and_all_of_them_last(watch, ticks):
    ticks.now += 0.4
    watch.sounds(2.0)
    ticks.now += 3.0
    watch.sounds(1.5)
    assert watch.performed == Performed(0.4, 3.5)


def test_what_is_shown_has_no_length(watch, ticks):
    ticks.now += 0.2
    watch.shown()
    assert watch.performed == Performed(0.2)


@pytest.mark.parametrize(
    ("after", "by", "cut"),
    [
        (1.0, Cut.KEY, Cut.KEY),
        (1.0, Cut.SPEECH, Cut.SPEECH),
        (1.0, None, None),  # the prompt was missing
        (2.5, Cut.KEY, None),  # an answer to what was heard
    ],
)
def test_who_answers_before_the_end_has_cut_it_short(watch, ticks, after, by, cut):
    watch.sounds(2.0)
    ticks.now += after
    watch.stopped(by)
    assert watch.performed.cut is cut


def test_the_next_turn_is_waited_for_since_the_end_of_what_was_said(watch, ticks):
    watch.sounds(2.0)
    watch.quiet = 0.6
    ticks.now += 5.0
    following = watch.following()
    ticks.now += 0.1
    following.sounds(1.0)
    assert following.performed == Performed(0.7, 1.0)
