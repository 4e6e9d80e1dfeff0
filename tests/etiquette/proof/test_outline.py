"""What the proof follows is what calls are like: hardly a turn of calls at random is none of its turns.

Some are, by design: states are taken for one that differ in what happened long before.
"""

from __future__ import annotations

from random import Random

import pytest

from ivr.conversation.actions import Say
from ivr.conversation.state import Step, replace
from ivr.etiquette.proof.calendar import midnight, moments
from ivr.etiquette.proof.happenings import Where, answer, happenings
from ivr.etiquette.proof.openings import inbound, outbound
from ivr.etiquette.proof.outline import Sight
from ivr.etiquette.proof.prove import explored
from tests.etiquette.proof.broken import DAY, campaign_of

CALLS, TURNS = 300, 20
SHARE = 0.98  # of turns; measured 0.99


def acts(turn):
    said = tuple(action.sentence.act for action in turn.actions if isinstance(action, Say))
    return (*said, type(turn.actions[-1]))


def calls(company, campaign, openings, when):
    """Turns of calls at random, each with the step at which it was taken."""
    chance = Random(7)
    for _ in range(CALLS):
        at = chance.choice(when)
        turn = chance.choice(openings).turn(company, campaign, at)
        for _ in range(TURNS):
            if turn.state.step is Step.ENDED:
                break
            state = replace(turn.state, turns=0, meant="")
            where = Where(state, turn.actions[-1], company, at, campaign)
            turn = answer(where, chance.choice(tuple(happenings(where))))
            yield state.step, turn


@pytest.mark.parametrize("id_", [None, "maintenance"], ids=["to us", "by us"])
def test_turns_of_calls_at_random_are_turns_of_the_proof(example, id_):
    campaign = campaign_of(id_) if id_ else None
    when = moments(example, midnight(example, DAY))
    graph, sight = explored(example, campaign, id_, when, ours=bool(id_)), Sight.of(example)
    places = {sight.outline(place.turn.state) for place in graph.places}
    edges = [edge for place in graph.places for edge in place.edges]
    turns = {(edge.beat.before.step, acts(edge.beat.turn), edge.beat.state.step) for edge in edges}
    openings = tuple(
        (outbound if id_ else lambda *_: inbound(example, when[0]))(example, campaign, id_, when[0])
    )
    held = list(calls(example, campaign, openings, when))
    assert len(held) > CALLS
    there = sum(sight.outline(turn.state) in places for _, turn in held)
    taken = sum((step, acts(turn), turn.state.step) in turns for step, turn in held)
    assert min(there, taken) >= SHARE * len(held), (there, taken, len(held))
