"""Numbers as people say them: ratings, and how many; in words and digits."""

from __future__ import annotations

import pytest

from ivr.understanding.numbers import number
from ivr.understanding.result import Ambiguous, Match, NoMatch

RATINGS = {
    "en": {
        0: ("zero", "0", "I'd give it a zero", "nil", "zero out of ten"),
        1: ("one", "a one", "number one", "one out of ten", "I'd say one", "only one"),
        2: ("two", "to", "a couple", "I'd say two maybe"),
        3: ("three", "a three I suppose", "not two, three", "it's a three"),
        4: ("four", "for", "more like a four", "I gave it a four", "four please"),
        5: ("five", "five out of ten", "right in the middle, five", "a solid five", "I'll go with five"),
        6: ("six", "not a ten, a six", "a six, not a ten", "sixish", "seven, no, six", "I think six is fair"),
        7: ("seven", "about seven", "roughly a seven", "six, I mean seven", "six, sorry, seven"),
        8: ("eight", "ate", "an eight", "eight of ten", "eight from ten", "from one to ten I'd say eight",
            "on a scale of one to ten, eight", "8/10", "it deserves an eight", "uhm eight", "an 8"),
        9: ("I'd say a nine", "nine", "definitely nine", "9 out of 10", "well, nine I guess",
            "it isn't a ten but a nine", "that was a good one, nine"),
        10: ("ten", "ten out of ten", "10", "10.", "a perfect ten", "ten, absolutely", "full marks",
             "top score", "the highest rating", "the maximum", "the best possible", "ten ten ten"),
    },
    "lv": {
        0: ("nulle", "nulli", "nulle no desmit", "zemāko vērtējumu", "minimālo"),
        1: ("viens", "vieninieks", "lieku vienu"),
        2: ("divi", "divas", "divnieks", "pāris"),
        3: ("trīs", "tris", "trijnieku", "ne divi, bet trīs"),
        4: ("četri", "cetri", "četrinieku", "nu, četri laikam"),
        5: ("pieci", "piecinieks", "piecus", "es teiktu, ka pieci", "kādi pieci"),
        6: ("seši", "sesi", "nevis desmit, bet seši", "septiņi, nē, seši", "septiņi, pareizāk seši"),
        7: ("septiņi", "septiņas", "apmēram septiņi", "ap septiņiem"),
        8: ("astoņi", "astoni", "uz astoņi", "astotnieks", "astoņi no desmit", "es dotu astoņus",
            "no viens līdz desmit es teiktu astoņi", "8 no 10"),
        9: ("deviņi", "devini", "es teiktu deviņi", "stabils deviņnieks", "varbūt deviņi", "deviņas balles"),
        10: ("desmit", "desmit no desmit", "desmitnieks", "10", "pilnīgi desmit", "augstāko atzīmi",
             "visaugstāko", "maksimumu", "desmit balles no desmit"),
    },
}  # fmt: skip
SEVERAL = (
    ("en", "maybe seven or eight", (7, 8)),
    ("en", "between six and seven", (6, 7)),
    ("en", "four and a half", (4, 5)),
    ("en", "four point five", (4, 5)),
    ("en", "4.5", (4, 5)),
    ("en", "seven, eight", (7, 8)),
    ("en", "six to seven", (6, 7)),
    ("en", "seven and a half out of ten", (7, 8)),
    ("en", "either a two or a three", (2, 3)),
    ("en", "one for the price and nine for the service", (1, 9)),
    ("lv", "septiņi vai astoņi", (7, 8)),
    ("lv", "starp sešiem un septiņiem", (6, 7)),
    ("lv", "četri ar pusi", (4, 5)),
    ("lv", "četrarpus", (4, 5)),
    ("lv", "pusotra", (1, 2)),
    ("lv", "4,5", (4, 5)),
    ("lv", "četri komats pieci", (4, 5)),
    ("lv", "septiņi astoņi", (7, 8)),
    ("lv", "seši līdz septiņi", (6, 7)),
    ("lv", "seši ne septiņi", (6, 7)),
)
NONE = (
    ("en", "", "no number is said"),
    ("en", "good", "no number is said"),
    ("en", "eleven", "11 is not from 0 to 10"),
    ("en", "a hundred", "100 is not from 0 to 10"),
    ("en", "twenty five", "25 is not from 0 to 10"),
    ("en", "four out of five", "the scale that is spoken of ends at 5, not at 10"),
    ("en", "more than five", "no number is said"),
    ("en", "less than two", "no number is said"),
    ("en", "not a ten", "no number is said"),
    ("en", "one moment please", "no number is said"),
    ("en", "no one told me", "no number is said"),
    ("en", "that one was good", "no number is said"),
    ("en", "a hard one to answer", "no number is said"),
    ("en", "I need to go for a walk", "no number is said"),
    ("en", "I ate", "no number is said"),
    ("en", "the fifth", "no number is said"),
    ("lv", "labi", "no number is said"),
    ("lv", "vienpadsmit", "11 is not from 0 to 10"),
    ("lv", "divdesmit pieci", "25 is not from 0 to 10"),
    ("lv", "nevis desmit", "no number is said"),
    ("lv", "ne desmit", "no number is said"),
    ("lv", "vairāk par pieciem", "no number is said"),
    ("lv", "mazāk nekā divi", "no number is said"),
    ("lv", "vienu mirkli", "no number is said"),
    ("lv", "trīs no pieci", "the scale that is spoken of ends at 5, not at 10"),
    ("lv", "vienmēr labi", "no number is said"),
    ("lv", "nezinu", "no number is said"),
)
MANY = (
    ("en", "twenty-five", 25),
    ("en", "twentyfive people", 25),
    ("en", "a dozen", 12),
    ("en", "half past", None),
    ("en", "two hundred and fifty", 250),
    ("en", "a hundred and twenty", 120),
    ("en", "three thousand two hundred", 3200),
    ("en", "nineteen", 19),
    ("en", "there will be 40 of us", 40),
    ("en", "seventy six", 76),
    ("lv", "divdesmit pieci", 25),
    ("lv", "divdesmitpieci", 25),
    ("lv", "simts divdesmit", 120),
    ("lv", "divi simti", 200),
    ("lv", "trīspadsmit cilvēki", 13),
    ("lv", "četrdesmit septiņi", 47),
    ("lv", "tūkstotis", 1000),
    ("lv", "ducis", 12),
    ("lv", "mēs būsim trijatā, tas ir, trīs", 3),
    ("lv", "vienpadsmitos", 11),
    ("lv", "simtu", 100),
)


@pytest.mark.parametrize(
    ("language", "want", "words"),
    [
        (language, want, words)
        for language, rated in RATINGS.items()
        for want, many in rated.items()
        for words in many
    ],
)
def test_a_rating_is_understood(language: str, want: int, words: str) -> None:
    found = number(words, language, 0, 10)
    assert isinstance(found, Match), found
    assert (found.value, words) == (want, words)
    assert 0.5 < found.confidence < 1
    assert found.span is not None
    assert words[slice(*found.span)].strip()


@pytest.mark.parametrize(("language", "words", "want"), SEVERAL)
def test_between_several_the_person_decides(language: str, words: str, want: tuple[int, ...]) -> None:
    found = number(words, language, 0, 10)
    assert isinstance(found, Ambiguous), found
    assert tuple(value for value, _ in found.values) == want


@pytest.mark.parametrize(("language", "words", "why"), NONE)
def test_what_is_no_rating(language: str, words: str, why: str) -> None:
    assert number(words, language, 0, 10) == NoMatch(why)


@pytest.mark.parametrize(("language", "words", "want"), MANY)
def test_how_many(language: str, words: str, want: int | None) -> None:
    found = number(words, language, 1, 5000)
    assert (found.value if isinstance(found, Match) else None) == want, found


def test_what_is_about_a_number_is_less_sure_than_the_number() -> None:
    exact, about = number("seven", "en", 1, 10), number("about seven", "en", 1, 10)
    assert isinstance(exact, Match)
    assert isinstance(about, Match)
    assert about.confidence < exact.confidence
