"""What people remark whom we call; every line is read after ``remark`` with all kinds that are asked for."""

from __future__ import annotations

import pytest

from ivr.understanding.remarks import Kind, remark
from ivr.understanding.result import Match, NoMatch

K = Kind
WHO_IS_THERE = (K.UNKNOWN, K.AWAY, K.WAIT, K.HERE)
ASKS_BACK = (K.HOW_LONG, K.COST, K.ABOUT, K.ASKS)
FIRST = (K.MINUTES, K.NO_TIME)

SAID = {
    (K.UNKNOWN, "en"): (
        "there's no such person here",
        "nobody by that name lives here",
        "I don't know him",
        "sorry, wrong number",
        "she doesn't live here any more",
        "he no longer works here",
        "they have moved away",
        "sorry, nobody called that here",
        "we don't have anyone by that name",
        "he passed away last year",
        "there is no one called Liga here",
    ),
    (K.AWAY, "en"): (
        "he's not here",
        "no, he's not here",
        "no, she isn't at home right now",
        "my husband is not in at the moment",
        "he's out",
        "she is at work",
        "he is asleep",
        "not home",
        "she's gone out",
        "she can't come to the phone",
        "he will be back at six",
        "you just missed him",
        "my wife is in a meeting",
        "Anna is not here today",
        "my mum's not in at the minute",
        "he's still at the office",
        "she'll be home after five",
        "he won't be back until tomorrow evening",
    ),
    (K.WAIT, "en"): (
        "just a moment",
        "one moment, please",
        "hold on",
        "yes, hang on a second",
        "wait a minute",
        "I'll get her for you",
        "let me see if he's there",
        "I'm putting you through now",
        "please stay on the line",
        "hold the line, please",
    ),
    (K.HERE, "en"): ("speaking", "this is she", "you've got her", "it's me", "that's me", "yes, this is him"),
    (K.HELLO, "en"): ("hello", "hello?", "good morning"),
    (K.MESSAGE, "en"): (
        "please leave a message after the tone",
        "record your message",
        "the person cannot take your call",
    ),
    (K.ABOUT, "en"): (
        "what is it about?",
        "what's this about",
        "what is this regarding",
        "about what",
        "why are you calling",
        "what is the purpose of your call",
        "what do you want",
        "how can I help you",
        "are you selling something",
        "what are you selling",
    ),
    (K.HOW_LONG, "en"): (
        "how long does it take?",
        "how long will this take",
        "will it take long",
        "is it going to be long",
        "how much time do you need",
        "how many minutes",
    ),
    (K.COST, "en"): (
        "how much does it cost?",
        "how much is it",
        "what does it cost",
        "is it free",
        "do I have to pay for it",
        "how much would I pay",
    ),
    (K.ASKS, "en"): (
        "who will come?",
        "who's your engineer",
        "why do you ask",
        "can you send it to me by email",
        "does it hurt",
        "tell me more",
        "and when would that be",
    ),
    (K.MINUTES, "en"): (
        "I have five minutes",
        "you have two minutes",
        "I've got a minute",
        "I can talk now",
        "I've got a couple of minutes",
        "if it's quick",
        "make it quick",
    ),
    (K.NO_TIME, "en"): (
        "I have no time for this",
        "I don't have time right now",
        "sorry, not now",
        "it's a bad time",
        "I'm driving",
        "I have to go now",
        "call me tomorrow",
        "can you call me back later",
        "another time please",
        "call me at ten on Friday or call again next week",
    ),
    (K.NOTHING, "en"): (
        "never mind",
        "I'll call you myself",
        "forget it",
        "nothing, thanks",
        "it doesn't matter",
    ),
    (K.NOTHING, "lv"): ("lai paliek", "es pati piezvanīšu", "neko nevajag", "nav svarīgi", "aizmirstiet"),
    (K.NO_ANSWER, "en"): (
        "skip",
        "skip that one",
        "pass",
        "next question please",
        "I don't want to answer that",
        "I'd rather not say",
        "I would prefer not to answer",
        "that's private",
        "that is none of your business",
        "no comment",
        "no opinion",
        "I don't know",
        "no idea",
        "I can't say",
        "hard to say",
    ),
    (K.UNKNOWN, "lv"): (
        "te tādas nav",
        "šeit tāds nedzīvo",
        "nē, viņa te vairs nestrādā",
        "jūs esat kļūdījušies",
        "nepareizs numurs",
        "sajaucāt numuru",
        "es tādu nepazīstu",
        "viņš ir pārvācies",
        "viņš ir miris",
        "tāda cilvēka te nav",
        "nē, tā te neviena nav",
        "te nav nekāda Līga",
        "mēs tādu nepazīstam",
    ),
    (K.AWAY, "lv"): (
        "viņas nav mājās",
        "viņa nav mājās",
        "nē, viņš nav uz vietas",
        "vīrs ir darbā",
        "viņa ir izgājusi",
        "nav mājās",
        "viņa šobrīd guļ",
        "viņš nevar pienākt pie telefona",
        "viņš būs vakarā pēc sešiem",
        "sieva aizbrauca uz laukiem",
        "nav viņas šobrīd",
        "viņš pašlaik strādā",
    ),
    (K.WAIT, "lv"): (
        "vienu mirkli",
        "brīdi lūdzu",
        "pagaidiet",
        "jā, uzgaidiet mirkli",
        "tūlīt pasaukšu",
        "tūlīt iedošu viņu",
        "nelieciet klausuli",
        "palieciet uz līnijas",
    ),
    (K.HERE, "lv"): ("tas esmu es", "pati klausos", "jā, es pats", "pie telefona"),
    (K.HELLO, "lv"): ("hallo", "labdien", "klausos"),
    (K.MESSAGE, "lv"): ("lūdzu, atstājiet ziņu pēc signāla", "ieslēgta balss pastkaste"),
    (K.ABOUT, "lv"): (
        "par ko ir runa?",
        "par ko jūs zvanāt",
        "kādā jautājumā",
        "kāpēc jūs zvanāt",
        "ko jūs gribat",
        "ko jums vajag",
        "kas jums vajadzīgs",
        "ar ko varu palīdzēt",
        "vai jūs kaut ko pārdodat",
    ),
    (K.HOW_LONG, "lv"): (
        "cik ilgi tas būs?",
        "cik ilgu laiku tas aizņems",
        "cik daudz laika vajag",
        "vai tas būs ilgi",
        "cik minūtes",
    ),
    (K.COST, "lv"): (
        "cik tas maksā?",
        "cik tas maksās",
        "kāda ir cena",
        "vai tas ir par maksu",
        "vai tas ir bez maksas",
    ),
    (K.ASKS, "lv"): ("kas atbrauks?", "kāpēc jūs to jautājat", "vai var atsūtīt e-pastā", "kad tas būtu"),
    (K.MINUTES, "lv"): (
        "man ir piecas minūtes",
        "varu veltīt divas minūtes",
        "divas minūtes varu veltīt",
        "varam parunāt",
        "ir laiks",
        "ja tas ir ātri",
        "tikai īsi",
    ),
    (K.NO_TIME, "lv"): (
        "man nav laika",
        "šobrīd nav ērti",
        "es esmu pie stūres",
        "esmu aizņemta",
        "piezvaniet vēlāk",
        "zvaniet man rīt",
        "citā reizē",
        "labāk zvaniet piektdien",
        "man jāiet",
    ),
    (K.NO_ANSWER, "lv"): (
        "izlaidīsim šo",
        "nākamo jautājumu",
        "nevēlos atbildēt",
        "uz to es nevēlos atbildēt",
        "es labāk neatbildēšu",
        "tas ir privāti",
        "tā nav jūsu darīšana",
        "nezinu",
        "nav ne jausmas",
        "grūti pateikt",
        "bez komentāriem",
    ),
}
CASES = [(kind, language, words) for (kind, language), said in SAID.items() for words in said]


@pytest.mark.parametrize(("kind", "language", "words"), CASES, ids=[words for *_, words in CASES])
def test_a_remark_is_found(kind, language, words):
    found = remark(words, language, kind)
    assert isinstance(found, Match)
    assert found.value is kind


NOT_SAID = (
    (WHO_IS_THERE, "en", "yes"),
    (WHO_IS_THERE, "en", "no"),
    (WHO_IS_THERE, "en", "no, it's not convenient"),
    (WHO_IS_THERE, "en", "I am not interested"),
    (WHO_IS_THERE, "en", "yes, but call me in a moment when I'm home"),
    ((K.UNKNOWN,), "en", "four, because nobody called back"),
    ((K.HERE,), "en", "this is her husband"),
    ((K.HERE,), "en", "I'm her husband"),
    ((K.UNKNOWN,), "en", "he's not here"),
    ((K.UNKNOWN,), "en", "I don't know"),
    ((K.UNKNOWN,), "en", "there's nothing wrong"),
    ((K.AWAY,), "en", "there's no such person here"),
    ((K.AWAY,), "en", "I'm at work"),
    ((K.AWAY,), "en", "I'm out of town"),
    ((K.AWAY,), "en", "it is not available yet"),
    ((K.WAIT,), "en", "wait, that's not what I meant"),
    ((K.NO_ANSWER,), "en", "that isn't the right answer"),
    (ASKS_BACK, "en", "yes, that would be fine"),
    (ASKS_BACK, "en", "no, it's too expensive for me"),
    (ASKS_BACK, "en", "five"),
    (FIRST, "en", "yes, go ahead"),
    ((K.MINUTES,), "en", "call me in five minutes"),
    ((K.MINUTES,), "en", "give me five minutes"),
    ((K.NO_TIME,), "en", "four, because nobody called me back"),
    ((K.NO_TIME,), "en", "there is no time like the present"),
    ((K.NO_TIME,), "en", "yes, I have time"),
    ((K.NO_ANSWER,), "en", "no"),
    ((K.NO_ANSWER,), "en", "they never answered the phone"),
    ((K.NO_ANSWER,), "en", "the answer is yes"),
    (WHO_IS_THERE, "lv", "jā"),
    (WHO_IS_THERE, "lv", "nē"),
    (WHO_IS_THERE, "lv", "nē, man nav laika"),
    ((K.UNKNOWN,), "lv", "viņas nav mājās"),
    ((K.AWAY,), "lv", "te tādas nav"),
    ((K.AWAY,), "lv", "es neesmu mājās"),
    (ASKS_BACK, "lv", "jā, tas man der"),
    (ASKS_BACK, "lv", "pieci, jo viss bija labi"),
    (FIRST, "lv", "jā, runājiet"),
    ((K.MINUTES,), "lv", "pēc piecām minūtēm"),
    ((K.NO_TIME,), "lv", "četri, jo neviens neatzvanīja"),
    ((K.NO_TIME,), "lv", "jā, ir laiks"),
    ((K.NO_ANSWER,), "lv", "nē"),
    ((K.NO_ANSWER,), "lv", "divi, jo jūs nekad neatbildat"),
)


@pytest.mark.parametrize(("kinds", "language", "words"), NOT_SAID, ids=[words for *_, words in NOT_SAID])
def test_a_remark_that_is_none_is_not_found(kinds, language, words):
    assert isinstance(remark(words, language, *kinds), NoMatch)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("I don't know him, he's not here", K.UNKNOWN), ("he's not here, hold on", K.AWAY)],
)
def test_the_kind_asked_for_first_counts(words, kind):
    found = remark(words, "en", *WHO_IS_THERE)
    assert isinstance(found, Match)
    assert found.value is kind
    start, end = found.span
    assert 0 <= start < end <= len(words)
