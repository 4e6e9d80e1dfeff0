"""Grammars as the smallest automata that accept them."""

from __future__ import annotations

import pytest

from ivr.speech.recognition.automaton import automaton

RULES = {"<day>": "[ on ] monday | tomorrow", "<hour>": "one | two", "<both>": "<day> at <hour>"}


@pytest.mark.parametrize(
    ("text", "words", "accepted"),
    [
        ("yes | no", "yes", True),
        ("yes | no", "yes no", False),
        ("yes [ please ]", "yes", True),
        ("yes [ please ]", "yes please", True),
        ("yes [ please ]", "please", False),
        ("( yes | no ) thanks", "no thanks", True),
        ("( yes | no ) thanks", "no", False),
        ("[ very | quite ] well", "quite well", True),
        ("<both>", "on monday at two", True),
        ("<both>", "tomorrow at one", True),
        ("<both>", "tomorrow at", False),
        ("<both>", "", False),
        ("[ [ a ] b ] c", "a b c", True),
        ("[ [ a ] b ] c", "a c", False),
        ("don't", "don't", True),
    ],
)
def test_whole_utterances_are_accepted(text: str, words: str, accepted: bool) -> None:
    assert automaton(text, RULES).accepts(words.split()) is accepted


def test_what_may_be_followed_by_the_same_is_one_state() -> None:
    said = automaton("( one | two | three ) ( o'clock | thirty ) [ please ]", {})
    assert said.states == 4
    assert len(said.edges) == 3 + 2 * 2 + 1  # two words end an utterance, or are followed by another


def test_a_rule_that_leads_back_to_itself_is_refused() -> None:
    with pytest.raises(RecursionError):
        automaton("<a>", {"<a>": "b <a>"})
