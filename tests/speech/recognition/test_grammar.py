"""What may be said."""

from __future__ import annotations

import pytest

from ivr.speech.recognition import grammar
from ivr.speech.recognition.recognizer import Expected

PHRASES = ("Invoices", "Technical support", "I didn’t get my invoice")


def accepts(grammars: tuple[str, ...], words: str, phrases: tuple[str, ...] = PHRASES) -> bool:
    expected = Expected("en", phrases, grammars)
    return grammar.automaton_of(expected, grammar.phrases(expected)).accepts(words.split())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("yes_no", "yes please"),
        ("yes_no", "no thank you"),
        ("yes_no", "yes but later"),
        ("yes_no", "not really"),
        ("yes_no", "maybe"),
        ("number", "eight"),
        ("number", "nine out of ten"),
        ("number", "i'd say a seven"),
        ("number", "twenty five"),
        ("number", "a hundred"),
        ("ordinal", "the second one"),
        ("ordinal", "number two"),
        ("ordinal", "neither of them"),
        ("wish", "i would like to talk to an operator"),
        ("wish", "could you repeat that please"),
        ("wish", "please don't call me again"),
        ("wish", "in latvian please"),
        ("wish", "goodbye"),
        ("wish", "you are an idiot"),
        ("wish", "i will burn down your office"),
        ("wish", "this is ridiculous"),
        ("wish", "sorry i did not mean it"),
        ("time", "tomorrow at half past three"),
        ("time", "next friday after lunch"),
        ("time", "at nine thirty on monday"),
        ("time", "on the twenty first of may"),
        ("time", "between ten and twelve"),
        ("time", "not before two p_m"),
        ("time", "in half an hour"),
        ("intent", "invoices"),
        ("intent", "i'd like to talk to technical support tomorrow at ten"),
        ("intent", "hello i have a question about my invoices"),
        ("intent", "i didn't get my invoice please"),
    ],
)
def test_grammars_know_what_people_say(name: str, words: str) -> None:
    assert accepts((name,), words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("yes_no", "yes no"),
        ("number", "twenty eleven"),
        ("ordinal", "the"),
        ("time", "half past"),
        ("time", "tomorrow at"),
        ("intent", "i'd like to talk to"),
        ("intent", "operator"),
    ],
)
def test_halves_and_others_are_not_in_them(name: str, words: str) -> None:
    assert not accepts((name,), words)


def test_phrases_without_a_grammar_stand_alone() -> None:
    assert accepts((), "technical support")
    assert not accepts((), "technical support please")


def test_a_grammar_of_phrases_without_phrases_is_left_out() -> None:
    assert accepts(("intent", "yes_no"), "yes", phrases=())
    assert not accepts(("intent", "yes_no"), "i need", phrases=())


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Technical support", "technical support"),
        ("I didn’t get it!", "i didn't get it"),
        ("Sales & delivery", "sales and delivery"),
        ("Room 21", "room twenty one"),
        ("Bērziņš", "bērziņš"),
    ],
)
def test_a_phrase_is_its_words_as_they_are_said(phrase: str, words: str) -> None:
    assert " ".join(grammar.tokens(phrase, "en")) == words


def test_letters_are_written_as_people_do() -> None:
    assert grammar.written("at two p_m") == "at two pm"


@pytest.mark.parametrize(
    ("words", "offence"),
    [
        ("you are an idiot", "insult"),
        ("i will burn your office", "threat"),
        ("this is ridiculous", "frustration"),
        ("i am sorry", None),
        ("repeat please", None),
    ],
)
def test_what_is_rude_is_told(words: str, offence: str | None) -> None:
    assert grammar.offence(words, "en") == offence
