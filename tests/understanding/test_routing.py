"""How intents are learnt: words, likeness, what phrases contribute, and what they teach about scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from ivr.understanding.result import Ambiguous, Match, NoMatch
from ivr.understanding.routing import english, latvian
from ivr.understanding.routing.features import Analysed, Numbers
from ivr.understanding.routing.judgement import Judgement, learnt
from ivr.understanding.routing.language import Language, language
from ivr.understanding.routing.machine import Machine, Phrase
from ivr.understanding.routing.router import SAID, Router

WORDS = Path(english.__file__).with_name("words")
PETS = {
    "cat": ("the cat purrs", "my kitten sleeps", "feed the cat", "cats like milk"),
    "dog": ("the dog barks", "my puppy runs", "walk the dog", "dogs like bones"),
    "fish": ("the fish swims", "my goldfish is wet", "clean the aquarium", "fish like water"),
}
PHRASES = [Phrase(text, kind, SAID) for kind, texts in PETS.items() for text in texts]


@pytest.mark.parametrize(
    "forms",
    [
        "rēķins rēķina rēķinu rēķini rēķiniem rēķinos rekins",
        "maksāt maksāju maksāšu maksāja maksājums maksāšana maksat",
        "izslēgt izslēgšana izslēgšanas",
        "karte kartes kartei kartē",
        "grāmatvedība grāmatvedību grāmatvedībā",
        "jauns jauna jaunu jaunajam jaunākais",
    ],
)
def test_forms_of_a_latvian_word_have_one_stem(forms: str) -> None:
    assert len({latvian.stem(latvian.plain(word)) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "payment payments",
        "stop stops stopped stopping",
        "pay pays paid paying",
        "battery batteries",
        "person people",
        "quick quickly",
        "buy bought buying",
    ],
)
def test_forms_of_an_english_word_have_one_stem(forms: str) -> None:
    assert len({english.stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("stem", "one", "other"),
    [
        (latvian.stem, "kad", "kads"),
        (latvian.stem, "var", "varit"),
        (latvian.stem, "pie", "pieeja"),
        (english.stem, "not", "notes"),
        (english.stem, "ear", "early"),
        (english.stem, "app", "apply"),
    ],
)
def test_other_words_keep_apart(stem: Callable[[str], str], one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I can't pay $20.50", "i can not pay  money_amount "),
        ("What's up? I'm here, they've gone", "what is up? i am here, they have gone"),
        ("don’t", "do not"),
        ("the 3rd of 12", "the  ordinal_number  of  some_number "),
        ("café", "cafe"),
    ],
)
def test_english_is_spelt_out(text: str, plain: str) -> None:
    assert english.plain(text) == plain


def test_latvian_is_heard_with_or_without_diacritics() -> None:
    assert latvian.plain("Rēķins Nr. 15") == "rekins nr.  skaitlis "


@pytest.mark.parametrize(
    ("code", "text", "meaning"),
    [
        ("en", "how much is it", "price"),
        ("en", "I have misplaced my wallet", "lose"),
        ("lv", "cik tas maksā", "price"),
        ("lv", "esmu pazaudējis maku", "lose"),
        ("lv", "esmu pazaudejis maku", "lose"),
    ],
)
def test_words_have_meanings(code: str, text: str, meaning: str) -> None:
    assert meaning in Analysed.of(text, language(code)).meanings


@pytest.mark.parametrize(
    ("code", "text", "telling"),
    [
        ("en", "Um, hello, I was wondering whether you repair watches", "whether you repair watches"),
        (
            "en",
            "Sorry to bother you. My question is: do you repair watches, please?",
            "do you repair watches",
        ),
        ("en", "hello how are you", "how are you"),
        ("en", "hello there", "hello there"),
        ("en", "yes please", "yes please"),
        ("en", "the soft umbrella", "the soft umbrella"),
        (
            "lv",
            "nu labdien tā kā gribēju uzzināt vai jūs labojat pulksteņus",
            "vai jus labojat pulkstenus",
        ),
        ("lv", "labdien, lūdzu", "labdien ludzu"),
        ("de", "also guten Tag", "also guten tag"),
    ],
)
def test_what_tells_nothing_is_left_out(code: str, text: str, telling: str) -> None:
    assert language(code).telling(text) == telling.split()


@pytest.mark.parametrize("code", ["en", "lv"])
def test_no_word_stands_twice_under_a_meaning(code: str) -> None:
    twice = {
        (meaning, stems)
        for meaning, phrases in written(code)
        for stems, times in Counter(tuple(language(code).stems(phrase)) for phrase in phrases).items()
        if times > 1
    }
    assert twice == set()


@pytest.mark.parametrize("code", ["en", "lv"])
def test_a_meaning_is_written_once(code: str) -> None:
    names = Counter(meaning for meaning, _ in written(code))
    assert [name for name, times in names.items() if times > 1] == []


def written(code: str) -> list[tuple[str, list[str]]]:
    """The table of meanings as it stands in its file."""
    text = (WORDS / f"meanings_{code}.txt").read_text(encoding="utf-8").replace("\n    ", " ")
    rows = [line.partition(":") for line in text.splitlines() if line and not line.startswith("#")]
    return [(meaning, phrases.split(",")) for meaning, _, phrases in rows]


@pytest.mark.parametrize("code", ["en", "lv"])
def test_the_words_of_a_language_are_in_order(code: str) -> None:
    known = language(code)
    assert len(known.meanings) > 1500
    assert all(stems and meanings for stems, meanings in known.meanings.items())
    assert all(meaning.replace("_", "").isalnum() for each in known.meanings.values() for meaning in each)
    assert len(known.everyday) > 200
    assert len(set(known.everyday)) == len(known.everyday)


def test_a_phrase_scores_as_if_forgotten() -> None:
    machine = Machine(language("en"), PHRASES)
    without = machine.without([0])[0]
    machine.forget([0])
    assert np.allclose(without, machine.scores(machine.likeness(PHRASES[0].text)), atol=1e-3)
    assert not machine.knows(0)
    assert machine.knows(1)


def test_a_kind_scores_as_if_forgotten() -> None:
    machine = Machine(language("en"), PHRASES)
    without = machine.without([0, 1, 2, 3])
    machine.forget([0, 1, 2, 3])
    scores = [machine.scores(machine.likeness(phrase.text)) for phrase in PHRASES[:4]]
    assert np.allclose(without, scores, atol=1e-3)


def test_the_shares_of_phrases_make_up_the_score() -> None:
    machine = Machine(language("en"), PHRASES)
    likeness = machine.likeness("does your dog bark")
    shares = machine.shares(likeness, "dog")
    assert set(shares) == set(PETS["dog"])
    assert sum(shares.values()) == pytest.approx(machine.scores(likeness)[machine.kinds.index("dog")])
    assert max(shares, key=shares.__getitem__) == "the dog barks"


def test_of_many_phrases_a_part_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ivr.understanding.routing.machine._LANDMARKS", 9)
    machine = Machine(language("en"), PHRASES)
    assert machine.likeness("the dog barks").shape == (9,)
    found = [machine.kinds[machine.scores(machine.likeness(phrase.text)).argmax()] for phrase in PHRASES]
    assert found == [phrase.kind for phrase in PHRASES]


def test_phrases_teach_how_sure_a_score_is() -> None:
    judgement = learnt(Machine(language("en"), PHRASES))
    assert judgement != Judgement()
    assert judgement.sure(0.9, 0.8) > judgement.sure(0.5, 0.2) > judgement.sure(0.1, 0.0)
    assert judgement.first(0.0) == 0.5 < judgement.first(0.3)


def test_with_sentence_vectors_less_must_speak_for_a_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    def vectors(texts: Sequence[str]) -> Numbers:
        return np.array([[float(word in text) for word in ("cat", "dog", "fish")] for text in texts])

    machine = Machine(language("en"), PHRASES, vectors)
    found = learnt(machine)
    monkeypatch.setattr(Machine, "by_sentence", False)
    assert found.bound < learnt(machine).bound


@pytest.mark.parametrize(
    "phrases",
    [
        [Phrase("the cat purrs", "cat", SAID)],
        PHRASES[:4],
        [PHRASES[0], PHRASES[4], PHRASES[8]],
        [*PHRASES[:1], *PHRASES[:1], *PHRASES[4:6]],
    ],
    ids=["one phrase", "one kind", "one phrase of each", "a phrase twice"],
)
def test_a_few_phrases_are_enough_to_begin(phrases: list[Phrase[str]]) -> None:
    router = Router(language("en"), phrases)
    assert isinstance(router.route("the cat purrs"), Match)
    assert isinstance(router.route("what is the capital of france"), NoMatch)


def test_a_language_without_words_of_ours_is_compared_by_its_letters() -> None:
    router = Router(language("de"), [Phrase(t, k, SAID) for k, t in (("a", "Rechnung"), ("b", "Bestellung"))])
    found = router.route("meine Rechnungen")
    assert isinstance(found, Match)
    assert found.value == "a"
    assert language("de") == Language(language("de").plain, str)


def test_what_a_company_is_asked_is_no_everyday_sentence_there() -> None:
    said = (
        "I would like a haircut on Friday",
        "can you cut my hair",
        "a haircut please",
        "I need a new hairstyle",
    )
    other = (
        "I want to buy shampoo",
        "do you sell combs",
        "how much is the hair spray",
        "a bottle of shampoo",
    )
    phrases = [Phrase(t, "cut", SAID) for t in said] + [Phrase(t, "shop", SAID) for t in other]
    assert "i would like a haircut on friday" in language("en").everyday
    found = Router(language("en"), phrases).route("I'd like a haircut on Thursday")
    assert isinstance(found, Match)
    assert found.value == "cut"
    assert found.confidence > 0.6


def test_sentence_vectors_find_what_words_do_not() -> None:
    strange = "tibbles miaows"
    cats = {*PETS["cat"], strange}

    def vectors(texts: Sequence[str]) -> Numbers:
        return np.array([[float(text in cats), float(text not in cats)] for text in texts])

    assert isinstance(Router(language("de"), PHRASES).route(strange), NoMatch)
    found = Router(language("de"), PHRASES, embed=vectors).route(strange)
    assert isinstance(found, Match)
    assert found.value == "cat"


def test_texts_are_routed_together_as_each_by_itself_and_embedded_at_once() -> None:
    asked: list[int] = []

    def vectors(texts: Sequence[str]) -> Numbers:
        asked.append(len(texts))
        return np.array([[float("cat" in text), float("dog" in text), 1.0] for text in texts])

    router = Router(language("en"), PHRASES, embed=vectors)
    texts = ("feed the cat and walk the dog", "my puppy runs", "what is the capital of france", "")
    asked.clear()
    together = router.routes(texts)
    assert asked == [len(texts) + 2]  # with both halves of the first one
    assert together == tuple(map(router.route, texts))
    assert isinstance(together[0], Ambiguous)
