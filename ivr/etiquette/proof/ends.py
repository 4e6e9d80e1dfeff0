"""Whether every call ends: once its turns are used up, everything that happens leads on to the end."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.conversation.actions import HangUp
from ivr.conversation.events import HungUp
from ivr.conversation.scene import MAX_TURNS
from ivr.conversation.state import State, Step, replace
from ivr.etiquette.proof.graph import Graph
from ivr.etiquette.proof.happenings import Happening, Where, answer, happenings
from ivr.etiquette.proof.outline import Outline, Sight

# Besides the outline, which leaves it out in other languages, or everywhere: may they be called, were they
# warned, and how often was it not found out what they want.
_Seen = tuple[Outline, bool, bool, int]
MOST = 40  # turns in which a call ends whose turns are used up; what comes round again never ends


def endless(graph: Graph) -> Iterator[tuple[int, str]]:
    """Places from which a call need not end although its turns are used up, and why.

    One place of each step stands for all: what is said there was looked at before.
    """
    sight, known = Sight.of(graph.company), dict[_Seen, int]()
    first: dict[tuple[Step, bool], int] = {}
    for number, place in enumerate(graph.places):
        first.setdefault((place.turn.state.step, bool(place.turn.state.hears)), number)
    for number in first.values():
        state = replace(graph.places[number].turn.state, turns=MAX_TURNS)
        if _longest(graph, sight, state, graph.places[number].turn.actions[-1], known, ()) > MOST:
            yield number, "a call need not end there although its turns are used up"


def talks_on(graph: Graph) -> Iterator[tuple[int, Happening]]:
    """Places where the machine talks on although the other side is gone."""
    for number, place in enumerate(graph.places):
        for edge in place.edges:
            gone = isinstance(edge.beat.event, HungUp) and not isinstance(edge.beat.end, HangUp)
            if gone and edge.happening:
                yield number, edge.happening


def _longest(
    graph: Graph,
    sight: Sight,
    state: State,
    wait: object,
    known: dict[_Seen, int],
    above: tuple[_Seen, ...],
) -> int:
    """How many turns the call can still have; more than MOST where it comes round again."""
    seen = (sight.outline(state), state.known.may_be_called, state.warned, state.missed)
    if state.step is Step.ENDED:
        return 0
    if seen in above:
        return MOST + 1
    if seen not in known:
        known[seen] = 0
        where = Where(state, wait, graph.company, graph.moments[0], graph.campaign)  # type: ignore[arg-type]
        turns = (answer(where, happening) for happening in happenings(where))
        known[seen] = 1 + max(
            _longest(graph, sight, turn.state, turn.actions[-1], known, (*above, seen)) for turn in turns
        )
    return known[seen]
