"""What a place leaves open is decided by the turn that looks at it, and so by the way that leads there."""

from __future__ import annotations

import pytest

from ivr.conversation.moves import Signal
from ivr.conversation.state import Step
from ivr.etiquette.proof.calendar import midnight, moments
from ivr.etiquette.proof.carried import BEGINNING, carried_on, possible, wrong
from ivr.etiquette.proof.prove import explored
from ivr.etiquette.proof.walking import course, walk_of
from tests.etiquette.proof.broken import DAY


@pytest.fixture(scope="module")
def graph(example):
    return explored(example, None, None, moments(example, midnight(example, DAY)), ours=False)


def signal(edge):
    return edge.happening.meaning.signal if edge.happening and edge.happening.meaning else None


def turns(graph, wanted):
    """Turns at the open question that words of that meaning lead to, each with the place."""
    for number, place in enumerate(graph.places):
        if place.turn.state.step is Step.HELP:
            yield from ((number, edge) for edge in place.edges if signal(edge) is wanted)


@pytest.mark.parametrize(
    ("wanted", "needs"),
    [
        (Signal.ABUSIVE, {(("warned", False),), (("warned", True),)}),
        (Signal.FRUSTRATED, {(("upset", 0),), (("upset", 1),)}),
        (Signal.BEYOND, {(("missed", 0),), (("missed", 1),)}),
        (Signal.THREAT, {()}),
        (Signal.WHO, {()}),
    ],
    ids=["abuse", "frustration", "nothing of ours", "a threat", "who is there"],
)
def test_a_turn_is_followed_for_each_value_of_what_decides_it(graph, wanted, needs):
    assert {edge.needs for _, edge in turns(graph, wanted)} == needs


@pytest.mark.parametrize("wanted", [Signal.ABUSIVE, Signal.FRUSTRATED, Signal.BEYOND])
def test_the_way_to_a_place_brings_about_what_a_turn_needs(graph, wanted):
    """Walked, it is the very same turn."""
    number, edge = next(each for each in turns(graph, wanted) if each[1].needs[0][1])
    path = (*graph.path(number, edge.needs), edge)
    assert not wrong(path)
    last = course(walk_of(path), graph.company, None)[-1]
    assert (last.state.step, last.sentences) == (edge.beat.state.step, edge.beat.sentences)


def test_a_path_on_which_something_is_not_so_is_none(graph):
    number, again = next(
        each for each in turns(graph, Signal.ABUSIVE) if each[1].needs == (("warned", True),)
    )
    assert wrong((*graph.path(number, (("warned", False),)), again)) == {"warned"}
    assert not possible(BEGINNING, again)


def test_a_warning_is_carried_on(graph):
    first = next(edge for _, edge in turns(graph, Signal.ABUSIVE) if edge.needs == (("warned", False),))
    assert possible(BEGINNING, first)
    assert dict(carried_on(BEGINNING, first)) == {**dict(BEGINNING), "warned": True}
    assert carried_on((("missed", 1),), first) == (("missed", 1),)
