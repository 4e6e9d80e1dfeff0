"""How norms are held against a graph: turns and sentences once, paths where something is remembered."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from ivr.conversation.events import Pressed
from ivr.etiquette.c1 import NORM
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import OfSentences
from ivr.etiquette.proof.graph import Edge, Graph, Place
from ivr.etiquette.proof.watching import broken
from ivr.phrases.sentence import SpeechAct
from tests.etiquette.courses import EXAMPLE
from tests.etiquette.proof.broken import DAY as NOON

HELLO, AGAIN = say(SpeechAct.GREETS, "Good afternoon."), say(SpeechAct.ASKS_AGAIN, "Once more, please.")
KEYS = ("1", "2", "3")


@pytest.fixture
def graph():
    """One place, where each of three keys leads to the same question again."""
    graph = Graph(EXAMPLE.company, None, (NOON,))
    for key in KEYS:
        hello, again = talk(turn(None, HELLO, ask("menu")), turn(Pressed(key), AGAIN, ask("menu")))
        graph.places = graph.places or [Place(hello.turn, NOON)]
        graph.openings = graph.openings or [Edge(hello, None, None, NOON, 0)]
        graph.places[0].staying.append(Edge(again, None, None, NOON, 0))
    return graph


def pressed(edge):
    return edge.beat.event.keys if edge.beat.event else None


def test_a_norm_of_sentences_judges_each_once(graph):
    judged = Counter()

    def judge(sentence, language, _):
        judged[sentence.text, language] += 1

    assert not [*broken(graph, [replace(NORM, watch=OfSentences(judge))], EXAMPLE, lambda *_: True)]
    assert judged == {("Good afternoon.", "en"): 1, ("Once more, please.", "en"): 1}


@pytest.mark.parametrize(
    "watch",
    [
        OfSentences(lambda said, *_: "so" if said.act is SpeechAct.ASKS_AGAIN else None),
        lambda memory, beat, _: (memory, "so" if beat.before else None),
    ],
    ids=["by a sentence", "by a turn"],
)
def test_what_breaks_a_norm_that_remembers_nothing_is_shown_by_a_path(graph, watch):
    (found,) = broken(graph, [replace(NORM, watch=watch)], EXAMPLE, lambda *_: True)
    assert ([*map(pressed, found.path)], found.why) == ([None, "1"], "so")


def test_of_turns_that_lead_on_alike_each_that_breaks_a_norm_is_walked(graph):
    walked = []

    def shows(_, path):
        walked.append(pressed(path[-1]))
        return walked[-1] == "3"

    norm = replace(NORM, start=0, watch=lambda number, beat, _: (1, "so" if beat.before else None))
    (found,) = broken(graph, [norm], EXAMPLE, shows)
    assert (walked, pressed(found.path[-1])) == ([*KEYS], "3")


def test_a_turn_is_watched_once_with_the_same_in_memory(graph):
    watched = Counter()

    def watch(number, beat, _):
        watched[number, pressed(Edge(beat, None, None, NOON, 0))] += 1
        return min(number + 1, 2), None

    assert not [*broken(graph, [replace(NORM, start=0, watch=watch)], EXAMPLE, lambda *_: True)]
    assert watched == {(0, None): 1} | {(number, key): 1 for number in (1, 2) for key in KEYS}
