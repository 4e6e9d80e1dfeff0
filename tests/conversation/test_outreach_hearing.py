"""What words mean in calls of ours, where the conversation stands: a table for each step."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ivr.company.disposition import Disposition
from ivr.conversation.actions import (
    Ask,
    Conclude,
    Expects,
    MakePromise,
    Note,
    OptOut,
    Remember,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.errand import WishedTime
from ivr.conversation.events import (
    AnsweredBy,
    Heard,
    HearingLost,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.hearing import hear
from ivr.conversation.hearing.names import names
from ivr.conversation.moves import Signal
from ivr.conversation.outreach import place
from ivr.conversation.scene import MAX_TURNS, Scene
from ivr.conversation.state import State, Step
from ivr.conversation.vocabulary import vocabulary
from tests.conversation.outbound import BY_PROMISE, CAMPAIGNS, COMPANY, NOW, errand, of, play, said

N = Signal
BOTH = ("lv", "en")
YES, NO = Heard("yes"), Heard("no")
BUSY = TransferEnded(TransferOutcome.BUSY)


def at(step: Step, language: str, campaign: str = "visit", **state) -> Scene:
    """A scene that waits at that step; before anything is said."""
    why = errand(campaign, language=language)
    given = State(step, language, "+37120000001", "+37167000102", errand=why, hears=BOTH, **state)
    return Scene(given, COMPANY, NOW, campaign=CAMPAIGNS[campaign])


def meant(scene: Scene, words: str, confidence: float | None = None):
    """What the words mean there."""
    return hear(replace(scene, event=Heard(words, confidence)))


def cases(table):
    """Rows of (language, words, signal) with ids that can be read."""
    rows = [(language, words, signal) for (signal, language), said in table.items() for words in said]
    return pytest.mark.parametrize(
        ("language", "words", "signal"), rows, ids=[f"{words}-{signal.name}" for _, words, signal in rows]
    )


# Who is there


@cases(
    {
        (N.IT_IS_ME, "en"): (
            "yes",
            "yes, speaking",
            "speaking",
            "that's me",
            "this is she",
            "Liga speaking",
            "this is Liga Kalnina",
            "yes, it's me, what do you want",
        ),
        (N.IT_IS_ME, "lv"): (
            "jā",
            "tas esmu es",
            "jā, tas esmu es",
            "pati klausos",
            "Līga klausās",
            "Kalniņa",
        ),
        (N.NOT_ME, "en"): ("no", "no, I'm not", "no, this is her husband"),
        (N.NOT_ME, "lv"): ("nē", "nē, es neesmu"),
        (N.NOT_CONVENIENT, "en"): (
            "no, he's not here",
            "she is not at home, call later",
            "she's at work",
            "yes, but I'm driving",
            "yes, but call me tomorrow at ten",
        ),
        (N.NOT_CONVENIENT, "lv"): ("viņas nav mājās", "viņa ir izgājusi", "jā, bet zvaniet vēlāk"),
        (N.WRONG_PERSON, "en"): (
            "wrong number",
            "there is no such person here",
            "she doesn't live here any more",
        ),
        (N.WRONG_PERSON, "lv"): ("te tādas nav", "jums nepareizs numurs", "viņa te vairs nedzīvo"),
        (N.DIED, "en"): ("she died last month", "no, he passed away", "he is dead, do not call again"),
        (N.DIED, "lv"): ("viņš ir miris", "viņa nomira pavasarī"),
        (N.HOLD_ON, "en"): ("just a moment", "hold on, please", "I'll get her"),
        (N.HOLD_ON, "lv"): ("vienu mirkli", "tūlīt pasaukšu"),
        (N.NOT_FOR_OTHERS, "en"): ("what is it about?", "how long does it take?", "why do you ask?"),
        (N.NOT_FOR_OTHERS, "lv"): ("par ko ir runa?", "kāpēc jūs jautājat?"),
        (N.UNCLEAR, "en"): ("maybe",),
        (N.OPT_OUT, "en"): ("never call me again",),
        (N.OPT_OUT, "lv"): ("vairs man nezvaniet, viņas nav mājās",),
        (N.WHO, "en"): ("who is this?",),
        (N.OUR_PERSON, "en"): ("I want to speak to a person",),
        (N.SOURCE, "lv"): ("no kurienes jums ir mans numurs?",),
        (N.OUR_GOODBYE, "en"): ("goodbye",),
        (N.NO_MEANING, "en"): ("blue elephants",),
    }
)
def test_whether_it_is_the_person(language, words, signal):
    assert meant(at(Step.IDENTITY, language), words).signal is signal


@cases(
    {
        (N.NOT_CONVENIENT, "en"): ("yes", "yes, she'll be back at six", "tomorrow after ten", "she's out"),
        (N.NOT_CONVENIENT, "lv"): ("jā", "rīt pēc desmitiem", "viņa ir darbā"),
        (N.DIED, "en"): ("no, she has died",),
        (N.WRONG_PERSON, "en"): ("no", "no, I don't know her", "she moved away"),
        (N.WRONG_PERSON, "lv"): ("nē", "tādu nepazīstu"),
        (N.HOLD_ON, "en"): ("yes, one moment",),
        (N.IT_IS_ME, "lv"): ("Līga klausās",),
        (N.NOT_FOR_OTHERS, "en"): ("what is it about?",),
        (N.UNCLEAR, "lv"): ("varbūt",),
    }
)
def test_whether_the_person_can_be_reached_there(language, words, signal):
    assert meant(at(Step.THEIR_NUMBER, language), words).signal is signal


@cases(
    {
        (N.CONVENIENT, "en"): (
            "yes",
            "yes but quickly",
            "go ahead",
            "I have five minutes",
            "ok, if it's quick",
            "yes, what is it about?",
        ),
        (N.CONVENIENT, "lv"): ("jā", "jā, bet ātri", "runājiet", "nu labi", "man ir piecas minūtes"),
        (N.NOT_CONVENIENT, "en"): (
            "no",
            "not now",
            "call me tomorrow at ten",
            "I'm busy",
            "tomorrow at ten",
            "how long does it take, I'm driving",
            "she's not at home",
        ),
        (N.NO, "en"): ("not interested", "I'm fine, thanks"),
        (N.NO, "lv"): ("neinteresē", "man viss ir"),
        (N.NOT_CONVENIENT, "lv"): (
            "nē",
            "jā, bet vēlāk",
            "esmu pie stūres",
            "rīt desmitos",
            "viņas nav mājās",
        ),
        (N.ASKS_HOW_LONG, "en"): ("how long does it take?",),
        (N.ASKS_HOW_LONG, "lv"): ("cik ilgi tas būs?",),
        (N.ASKS_ABOUT, "en"): ("what is it about?", "what do you want", "are you selling something?"),
        (N.ASKS_ABOUT, "lv"): ("par ko ir runa?", "ko jūs gribat"),
        (N.WHO, "lv"): ("kas zvana?",),
        (N.HOLD_ON, "en"): ("just a second",),
        (N.UNCLEAR, "en"): ("maybe",),
        (N.DIED, "lv"): ("vīrs ir miris",),
        (N.WRONG_PERSON, "en"): ("you have the wrong number",),
        (N.OPT_OUT, "en"): ("no, and don't ever call me again",),
        (N.NO_MEANING, "lv"): ("zili ziloņi",),
    }
)
def test_whether_it_is_convenient(language, words, signal):
    assert meant(at(Step.CONVENIENT, language), words).signal is signal


@pytest.mark.parametrize(
    ("words", "start", "exact"),
    [
        ("call me tomorrow at ten", "2026-11-26T10:00:00+02:00", True),
        ("not now, on Friday after five", "2026-11-27T17:00:00+02:00", False),
        ("not now", None, None),
        ("not right now", None, None),
        ("call me yesterday", None, None),
    ],
)
def test_the_time_is_taken_from_the_same_sentence(words, start, exact):
    wished = meant(at(Step.CONVENIENT, "en"), words).wished
    assert (wished.start, wished.exact) == (start, exact) if start else wished is None


@cases(
    {
        (N.PERSON_CAME, "en"): ("yes, speaking", "hello?", "go ahead", "this is Liga"),
        (N.PERSON_CAME, "lv"): ("klausos", "jā", "tas esmu es"),
        (N.SCREENING, "en"): (
            "who is calling?",
            "what is it about?",
            "where did you get this number",
            "something unintelligible",
        ),
        (N.SCREENING, "lv"): ("kas zvana?", "par ko ir runa?"),
        (N.HOLD_ON, "en"): ("please stay on the line", "one moment please"),
        (N.NOBODY_CAME, "en"): (
            "please leave a message",
            "no thanks",
            "call back later",
            "he's not here",
            "bye",
        ),
        (N.OPT_OUT, "en"): ("do not call again",),
        (N.OPT_OUT, "lv"): ("vairs nezvaniet",),
        (N.WRONG_PERSON, "en"): ("wrong number",),
        (N.DIED, "en"): ("he passed away in May",),
    }
)
def test_what_an_assistant_says(language, words, signal):
    scene = at(Step.SCREENED, language, result=Disposition.SCREENED.value)
    assert meant(scene, words).signal is signal


def test_where_no_assistant_asked_who_is_not_understood_is_waited_for():
    scene = at(Step.SCREENED, "en", result=Disposition.NOT_NOW.value)
    assert meant(scene, "something unintelligible").signal is N.HOLD_ON


@pytest.mark.parametrize(
    ("words", "name", "said_so"),
    [
        ("Līga", "Līga Kalniņa", True),
        ("es esmu Līga", "Līga Kalniņa", True),
        ("Kalniņas kundze", "Līga Kalniņa", False),
        ("this is Ligas husband", "Līga Kalniņa", False),
        ("Līga?", "Līga Kalniņa", False),
        ("Anna", "Līga Kalniņa", False),
        ("yes", "Līga Kalniņa", False),
        ("Jānis Bērziņš klausās", "Jānis Bērziņš", True),
        ("Jāni", "Jānis Bērziņš", True),
        ("Li", "Li Bo", False),
        ("Līga", None, False),
    ],
)
def test_who_says_the_name_and_little_else_is_the_person(words, name, said_so):
    assert names(words, name) is said_so


# Answers (O5)


SCORE, AT_HOME, ENTRANCE, DAY = range(4)  # questions of the campaign "visit"


@pytest.mark.parametrize(
    ("language", "words", "signal", "keys"),
    [
        ("en", "eight", N.ANSWER, "8"),
        ("en", "ten out of ten", N.ANSWER, "10"),
        ("en", "I'd say a nine", N.ANSWER, "9"),
        ("en", "four, because nobody called back", N.ANSWER, "4"),
        ("en", "zero, I was never told who I was talking to", N.ANSWER, "0"),
        ("lv", "astoņi", N.ANSWER, "8"),
        ("lv", "desmit no desmit", N.ANSWER, "10"),
        ("lv", "divi, jo neviens neatzvanīja", N.ANSWER, "2"),
        ("en", "seven or eight", N.PERHAPS, ""),
        ("lv", "septiņi vai astoņi", N.PERHAPS, ""),
        ("en", "twelve", N.NOT_UNDERSTOOD, ""),
        ("en", "skip that", N.NO_ANSWER, ""),
        ("en", "I don't want to answer that", N.NO_ANSWER, ""),
        ("lv", "nezinu", N.NO_ANSWER, ""),
        ("en", "maybe", N.UNCLEAR, ""),
        ("en", "why do you ask?", N.ASKS_BACK, ""),
        ("en", "what is it about?", N.REPEAT, ""),
        ("en", "I have no time any more, call me tomorrow", N.NOT_CONVENIENT, ""),
        ("en", "could you repeat that", N.REPEAT, ""),
        ("en", "two, but I want to speak to a person", N.OUR_PERSON, ""),
        ("en", "nine. never call me again", N.OPT_OUT, ""),
        ("en", "blue elephants", N.NO_MEANING, ""),
    ],
)
def test_a_number_is_answered(language, words, signal, keys):
    found = meant(at(Step.QUESTION, language, asked_question=SCORE), words)
    assert (found.signal, found.keys) == (signal, keys)


@pytest.mark.parametrize(
    ("words", "confidence", "between"),
    [("seven or eight", None, ("7", "8")), ("eight", 0.4, ("8",)), ("four and a half", None, ("4", "5"))],
)
def test_a_number_that_is_not_sure_is_asked_about(words, confidence, between):
    found = meant(at(Step.QUESTION, "en", asked_question=SCORE), words, confidence)
    assert (found.signal, found.between) == (N.PERHAPS, between)


def test_of_more_than_two_answers_none_is_offered():
    assert meant(at(Step.QUESTION, "en", asked_question=SCORE), "six, seven or eight").signal is N.UNCLEAR


@pytest.mark.parametrize(
    ("between", "words", "signal", "keys"),
    [
        (("7", "8"), "eight", N.ANSWER, "8"),
        (("7", "8"), "the first one", N.ANSWER, "7"),
        (("7", "8"), "the latter", N.ANSWER, "8"),
        (("7", "8"), "neither", N.NOT_THAT, ""),
        (("7", "8"), "five", N.ANSWER, "5"),
        (("8",), "yes", N.ANSWER, "8"),
        (("8",), "no", N.NOT_THAT, ""),
        (("8",), "no, seven", N.ANSWER, "7"),
        (("8",), "skip it", N.NO_ANSWER, ""),
    ],
)
def test_what_was_asked_about_is_decided(between, words, signal, keys):
    found = meant(at(Step.QUESTION, "en", asked_question=SCORE, between=between), words)
    assert (found.signal, found.keys) == (signal, keys)


@pytest.mark.parametrize(
    ("language", "words", "signal", "keys"),
    [
        ("en", "yes", N.ANSWER, "1"),
        ("en", "no, nobody", N.ANSWER, "2"),
        ("en", "not really", N.ANSWER, "2"),
        ("lv", "jā, būs", N.ANSWER, "1"),
        ("lv", "nē, nebūs", N.ANSWER, "2"),
        ("en", "maybe", N.UNCLEAR, ""),
        ("en", "yes and no", N.UNCLEAR, ""),
        ("en", "no, I don't want to answer that", N.NO_ANSWER, ""),
        ("lv", "nevēlos atbildēt", N.NO_ANSWER, ""),
        ("en", "I have to go, call me later", N.NOT_CONVENIENT, ""),
    ],
)
def test_yes_or_no_is_answered(language, words, signal, keys):
    found = meant(at(Step.QUESTION, language, asked_question=AT_HOME), words)
    assert (found.signal, found.keys) == (signal, keys)


@pytest.mark.parametrize(
    ("language", "words", "signal", "keys"),
    [
        ("en", "with a door code", N.ANSWER, "1"),
        ("en", "the second one", N.ANSWER, "2"),
        ("en", "he should ring the bell", N.ANSWER, "2"),
        ("lv", "ar kodu", N.ANSWER, "1"),
        ("lv", "otrais", N.ANSWER, "2"),
        ("en", "either the code or the bell", N.PERHAPS, ""),
        ("en", "neither of them", N.NO_ANSWER, ""),
        ("en", "what would you do?", N.ASKS_BACK, ""),
    ],
)
def test_an_option_is_chosen(language, words, signal, keys):
    found = meant(at(Step.QUESTION, language, asked_question=ENTRANCE), words)
    assert (found.signal, found.keys) == (signal, keys)


@pytest.mark.parametrize(
    ("language", "words", "signal", "start"),
    [
        ("en", "tomorrow at ten", N.ANSWER, "2026-11-26T10:00:00+02:00"),
        ("en", "on Friday at half past two", N.ANSWER, "2026-11-27T14:30:00+02:00"),
        ("lv", "rīt desmitos", N.ANSWER, "2026-11-26T10:00:00+02:00"),
        ("lv", "piektdien pusdeviņos", N.ANSWER, "2026-11-27T08:30:00+02:00"),
        ("en", "on Friday", N.ANSWER_DAY, "2026-11-27T00:00:00+02:00"),
        ("en", "tomorrow morning", N.ANSWER_DAY, None),
        ("lv", "trešajā decembrī", N.ANSWER_DAY, "2026-12-03T00:00:00+02:00"),
        ("en", "at ten", N.ANSWER_HOUR, None),
        ("en", "next week", N.UNCLEAR, None),
        ("en", "yesterday at ten", N.NOT_UNDERSTOOD, None),
        ("en", "I don't know yet", N.NO_ANSWER, None),
    ],
)
def test_a_date_and_a_time_are_answered(language, words, signal, start):
    found = meant(at(Step.QUESTION, language, asked_question=DAY), words)
    assert found.signal is signal
    assert start is None or found.wished.start == start


@pytest.mark.parametrize(
    ("index", "between", "words", "confidence", "signal"),
    [
        (AT_HOME, (), "yes", 0.4, N.UNCLEAR),
        (ENTRANCE, (), "neither of them", 0.4, N.UNCLEAR),
        (SCORE, ("7", "8"), "the first one", 0.4, N.NO_MEANING),
        (SCORE, ("8",), "yes", 0.4, N.UNCLEAR),
        (SCORE, ("8",), "blue elephants", None, N.NO_MEANING),
        (DAY, (), "tomorrow at ten", 0.4, N.UNCLEAR),
        (DAY, (), "after Monday", None, N.UNCLEAR),
    ],
)
def test_an_answer_that_is_not_sure_is_never_taken(index, between, words, confidence, signal):
    scene = at(Step.QUESTION, "en", asked_question=index, between=between)
    assert meant(scene, words, confidence).signal is signal


def test_a_date_alone_has_the_keys_by_which_it_would_be_keyed_in():
    assert meant(at(Step.QUESTION, "en", asked_question=DAY), "on Friday").keys == "2711"


def test_an_hour_is_kept_until_the_day_is_said():
    ten = WishedTime("at ten", "2026-11-25T10:00:00+02:00", exact=True, day_missing=True)
    found = meant(at(Step.QUESTION, "en", asked_question=DAY, wished=ten), "on Friday")
    assert (found.signal, found.wished.start) == (N.ANSWER, "2026-11-27T10:00:00+02:00")


@pytest.mark.parametrize(
    ("language", "words", "signal", "start"),
    [
        ("en", "at ten", N.ANSWER, "2026-11-27T10:00:00+02:00"),
        ("en", "ten", N.ANSWER, "2026-11-27T10:00:00+02:00"),
        ("lv", "pusdeviņos", N.ANSWER, "2026-11-27T08:30:00+02:00"),
        ("en", "no, on Monday at nine", N.ANSWER, "2026-11-30T09:00:00+02:00"),
        ("en", "in the morning", N.UNCLEAR, None),
        ("en", "I don't know", N.NO_ANSWER, None),
        ("en", "blue elephants", N.NO_MEANING, None),
    ],
)
def test_the_hour_of_a_date_is_answered(language, words, signal, start):
    found = meant(at(Step.QUESTION_HOUR, language, asked_question=DAY, day="2711"), words)
    assert found.signal is (signal if signal is not N.UNCLEAR else found.signal)
    assert start is None or found.wished.start == start


# The proposal, and what else there is


@cases(
    {
        (N.YES, "en"): (
            "yes",
            "yes, that would be fine",
            "why not",
            "yes, tomorrow at ten",
            "yes, after five",
            "yes, but not before Friday",
            "yes, but not on Friday",
            "sure",
            "uh-huh",
        ),
        (N.YES, "lv"): (
            *("jā", "jā, der", "kāpēc ne", "labi, lai brauc", "jā, bet ne otrdien"),
            *("jā, bet ne pirms piektdienas", "jā, tikai vakarā"),
        ),
        (N.NO, "en"): (
            *("no", "not really", "I'd rather not", "no, it's too expensive", "not interested"),
            *("I'm good, thanks", "I can't afford it", "we already had it done"),
        ),
        (N.NO, "lv"): (
            "nē",
            "nē, paldies",
            "neinteresē",
            "man jau ir",
            "nevaru atļauties",
            "mums jau izdarīja",
        ),
        (N.LATER, "en"): (
            *("let me think", "I'll think about it", "call me tomorrow at ten"),
            *("let me talk it over with my wife", "I have to check my calendar"),
            *("not next week", "no, not next week", "yes, but not next week", "not on Friday"),
            *("not before Friday", "no, not before Friday"),
        ),
        (N.LATER, "lv"): (
            *("man jāpadomā", "zvaniet rīt", "man jāpaskatās kalendārā", "vīram jāpajautā"),
            *("tikai ne nākamnedēļ", "jā, bet ne nākamnedēļ", "ne agrāk par piektdienu"),
        ),
        (N.ASKS_BACK, "en"): ("how much does it cost?", "yes, but how much is it?", "who will come?"),
        (N.ASKS_BACK, "lv"): ("cik tas maksā?", "jā, bet cik tas maksā?", "kas brauks?", "kad tieši?"),
        (N.REPEAT, "en"): ("what is it about?", "say that again please", "hello?", "are you still there?"),
        (N.UNCLEAR, "en"): ("maybe", "it depends"),
        (N.OPT_OUT, "lv"): ("nē, un vairs man nezvaniet",),
        (N.OUR_PERSON, "lv"): ("savienojiet ar cilvēku",),
        (N.NO_MEANING, "en"): ("blue elephants",),
    }
)
def test_whether_the_proposal_suits(language, words, signal):
    assert meant(at(Step.PROPOSAL, language, "maintenance"), words).signal is signal


@pytest.mark.parametrize(
    ("language", "words", "tells"),
    [
        ("en", "yes", False),
        ("en", "yes, that would be fine", False),
        ("en", "yes, but not before Friday", True),
        ("en", "yes, but not on Tuesday", True),
        ("en", "sure, as long as it is in the morning", True),
        ("lv", "jā, labi", False),
        ("lv", "jā, bet ne pirms piektdienas", True),
        ("lv", "jā, tikai ne otrdien", True),
        ("lv", "labi, ja vien vakarā", True),
    ],
)
def test_the_department_is_told_on_what_condition_somebody_agreed(language, words, tells):
    found = meant(at(Step.PROPOSAL, language, "maintenance"), words)
    assert (found.signal, found.tells) == (N.YES, tells)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("call me tomorrow at ten", N.NOT_CONVENIENT),
        ("call me back later", N.NOT_CONVENIENT),
        ("let me think", N.LATER),
    ],
)
def test_where_no_call_follows_a_later_whoever_wants_one_gets_one(words, signal):
    assert meant(at(Step.PROPOSAL, "en", "visit"), words).signal is signal


@cases(
    {
        (N.CALL_BACK, "en"): (
            "another time",
            "call me back",
            "call me tomorrow at ten",
            "later",
            "tomorrow at ten",
        ),
        (N.CALL_BACK, "lv"): ("vienosimies par laiku", "piezvaniet man rīt", "vēlāk"),
        (N.LEAVE_MESSAGE, "en"): ("I'd like to leave a message", "the second one"),
        (N.LEAVE_MESSAGE, "lv"): ("atstāšu ziņu",),
        (N.WANTS_NEITHER, "en"): ("no, thanks", "neither"),
        (N.WANTS_NEITHER, "lv"): ("nē, nevajag", "neko"),
        (N.ASKS_BACK, "en"): ("how much does it cost?",),
        (N.OPT_OUT, "en"): ("just stop calling me",),
    }
)
def test_what_is_to_be_done_instead(language, words, signal):
    assert meant(at(Step.INSTEAD, language, "maintenance"), words).signal is signal


HARDLY = [
    (Step.IDENTITY, "yes"),
    (Step.IDENTITY, "Liga speaking"),
    (Step.CONVENIENT, "yes"),
    (Step.CONVENIENT, "tomorrow at ten"),
    (Step.CONVENIENT, "no"),
    (Step.PROPOSAL, "yes"),
    (Step.PROPOSAL, "no"),
    (Step.INSTEAD, "leave a message"),
    (Step.INSTEAD, "no"),
]
HARMLESS = {N.UNCLEAR, N.NO_MEANING}


@pytest.mark.parametrize(("step", "words"), HARDLY, ids=[f"{step}-{words}" for step, words in HARDLY])
def test_what_is_hardly_heard_is_never_acted_upon(step, words):
    assert meant(at(step, "en"), words, 0.4).signal in HARMLESS
    assert meant(at(step, "en"), words, 0.9).signal not in HARMLESS


OTHERWISE = [
    (Step.CONVENIENT, "who is calling please", "en"),
    (Step.CONVENIENT, "not now, please call me tomorrow at noon", "en"),
    (Step.IDENTITY, "where did you get my number from", "en"),
    (Step.PROPOSAL, "yes, that would suit me", "en"),
    (Step.CONVENIENT, "yes please", ""),  # borrowed by everybody
    (Step.CONVENIENT, "nē, man tagad nav laika", ""),
    (Step.SCREENED, "who is calling please", ""),
]


@pytest.mark.parametrize(("step", "words", "language"), OTHERWISE, ids=[f"{s}-{w}" for s, w, _ in OTHERWISE])
def test_whoever_says_a_sentence_in_the_other_language_is_answered_in_it(step, words, language):
    assert meant(at(step, "lv"), words).language == language


def test_nobody_is_answered_in_a_language_that_the_line_does_not_hear():
    asked = at(Step.CONVENIENT, "lv")
    deaf = asked.at(replace(asked.state, hears=("lv",)))
    assert meant(deaf, "who is calling please").language == ""


# What becomes of it


def result(turns) -> Disposition:
    (conclusion,) = of(turns, Conclude)
    return conclusion.disposition


def spoken(why, *words, **given):
    """A call in which everything is said in words, with keys and other events as they are."""
    events = [Heard(each) if isinstance(each, str) else each for each in words]
    return play(why, *events, hears=BOTH, **given)


ENGLISH = errand("maintenance", language="en")


@pytest.mark.parametrize(
    ("why", "words", "asked"),
    [
        (errand("visit"), (), ["identity.ask"]),
        (errand("visit"), ("nē",), ["identity.other"]),
        (errand("maintenance"), (), ["never.say", "convenient.ask"]),
        (errand("maintenance"), ("jā",), ["proposal"]),
        (errand("satisfaction"), ("jā",), ["question.rating", "question.say_number"]),
        (errand("satisfaction"), ("jā", "pieci"), ["question.recommend"]),
        (errand("spring_offer"), ("jā",), ["question.interest", "question.say_option"]),
        (errand("visit", resume="question:3"), ("jā", "jā"), ["question.day"]),
        (errand("visit", resume="question:3"), ("jā", "jā", "rīt"), ["question.say_hour"]),
        (errand("visit", resume="question:3"), ("jā", "jā", "desmitos"), ["question.say_day"]),
        (errand("maintenance"), (Pressed("0"), BUSY), ["instead.say"]),
    ],
)
def test_a_question_is_short_at_first_and_tells_no_keys(why, words, asked):
    turns = spoken(why, *words)
    assert said(turns)[-len(asked) :] == asked
    assert turns[-1].actions[-1].expects is not None
    told = [phrase for phrase in said(turns[-1:]) if phrase.startswith(("reply.one", "menu.", "entry."))]
    assert told == []


@pytest.mark.parametrize("event", [NotUnderstood(), Silence(), Heard("blue elephants")])
def test_the_second_time_the_keys_are_told(event):
    phrases = said(spoken(ENGLISH, event)[-1:])
    assert {"reply.one", "reply.two", "never.offer", "menu.person"} <= set(phrases)


def test_whoever_is_heard_no_more_answers_by_keys_and_the_questions_tell_them():
    turns = spoken(errand("satisfaction"), "jā", HearingLost())
    assert said(turns[-1:])[0] == "again.keys"
    assert "question.range" in said(turns[-1:])
    assert turns[-1].actions[-1].expects is None
    assert "reply.one" in said(spoken(errand("satisfaction"), "jā", HearingLost(), Pressed("5"))[-1:])


def test_who_is_not_there_is_called_again_and_hears_nothing_of_the_matter():
    turns = spoken(errand("visit", language="en"), "she's not at home, call tomorrow at eleven", "yes")
    (made,) = of(turns, MakePromise)
    assert made.at == datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert "matter" not in said(turns)
    assert result(turns) is Disposition.LATER


def test_what_it_is_about_is_told_to_nobody_else():
    turns = spoken(errand("visit", language="en"), "what is it about?")
    assert "identity.private" in said(turns)
    assert "promise.about" not in said(turns)


def test_somebody_else_who_knows_the_person_arranges_a_call():
    turns = spoken(errand("visit", language="en"), "no", "yes, tomorrow at eleven", "yes")
    assert result(turns) is Disposition.LATER


def test_somebody_else_who_does_not_know_the_person_is_not_called_again():
    assert result(spoken(errand("visit", language="en"), "no", "no")) is Disposition.WRONG_PERSON


SURVEY = errand("satisfaction", language="en")


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("two, your technician was late", ["question.regret", "question.noted"]),
        ("one, it was terrible", ["question.regret", "question.noted"]),
        ("two", ["question.noted"]),
        ("five, though your technician was late", ["question.noted"]),
        ("five, not bad at all", ["question.noted"]),
        ("it was terrible, your technician was late", ["question.regret"]),
    ],
)
def test_a_bad_answer_with_its_reason_is_regretted_first(words, sentences):
    turn = spoken(SURVEY, "yes", words)[-1]
    assert said([turn])[: len(sentences)] == sentences
    told = (words,) if "question.regret" in sentences else ()
    assert turn.state.said == told


def test_who_is_shown_understanding_is_not_also_told_our_regret():
    turn = spoken(SURVEY, "yes", "one, this is bloody awful")[-1]
    assert said([turn])[:2] == ["conduct.understanding", "question.noted"]


def test_the_words_of_a_complaint_go_along_with_what_was_agreed():
    turns = spoken(
        errand("visit", language="en"),
        *("yes", "yes", "two, your engineer was late", "yes", "the second", "tomorrow at ten"),
        *(Recorded("messages/x.wav", 4.0), "no"),
    )
    (note,) = of(turns, Note)
    assert "your engineer was late" in note.text


@pytest.mark.parametrize("words", [("she died last month",), ("no", "she died last month")])
def test_who_tells_of_a_death_hears_our_condolences_and_is_not_called_again(words):
    turns = spoken(errand("visit", language="en"), *words)
    assert said(turns)[-4:] == ["died.sorry", "never.kept", "farewell.thanks", "closing.goodbye"]
    assert (of(turns, OptOut), result(turns)) == ([OptOut(words[-1])], Disposition.OPTED_OUT)


@pytest.mark.parametrize(("key", "step"), [("1", Step.SLOTS), ("2", Step.ENDED), ("5", Step.THEIR_NUMBER)])
def test_whether_the_person_can_be_reached_there_can_be_keyed_in(key, step):
    assert spoken(errand("visit", language="en"), "no", Pressed(key))[-1].state.step is step


def test_who_is_fetched_is_greeted_anew():
    turns = spoken(errand("visit", language="en"), "just a moment", "hello?", "yes", "yes")
    assert said(turns).count("greeting.company.day") == 2
    assert turns[-1].state.step is Step.QUESTION


def test_where_nobody_comes_the_call_is_made_again():
    turns = spoken(errand("visit", language="en"), "just a moment", Silence())
    assert result(turns) is Disposition.NOT_NOW


@pytest.mark.parametrize("event", [Heard("who is calling?"), NotUnderstood(), Heard("what is this about")])
def test_an_assistant_that_asks_is_told_again_in_two_sentences(event):
    turns = spoken(ENGLISH, event, by=AnsweredBy.SCREENING)
    assert said(turns[-1:]) == ["screening.who", "reason"]


@pytest.mark.parametrize("event", [Heard("who is calling?"), NotUnderstood(), Heard("hold on")])
def test_an_assistant_is_not_talked_to_for_ever(event):
    turns = spoken(ENGLISH, *[event] * 3, by=AnsweredBy.SCREENING)
    assert result(turns) is Disposition.SCREENED


def test_hearing_that_is_lost_with_an_assistant_is_waited_out():
    turns = spoken(ENGLISH, HearingLost(), Pressed("1"), by=AnsweredBy.SCREENING)
    assert "convenient.ask" in said(turns)


@pytest.mark.parametrize(
    ("why", "asks", "told"),
    [
        (ENGLISH, "what is it about?", "promise.about"),
        (BY_PROMISE, "par ko ir runa?", "screening.promise"),
        (ENGLISH, "who is this?", "introduce.who"),
        (errand("spring_offer", language="en"), "how long does it take?", "length.1"),
        (errand("satisfaction", language="en"), "how long does it take?", "length.5"),
        (BY_PROMISE, "cik ilgi tas būs?", "length.yours"),
        (ENGLISH, "where did you get my number?", "source"),
    ],
)
@pytest.mark.parametrize("before", [0, 2])
def test_who_asks_before_the_matter_is_told_and_asked_on(why, asks, told, before):
    turns = spoken(why, *[NotUnderstood()] * before, asks)
    assert told in said(turns[-1:])
    assert turns[-1].state.step is Step.CONVENIENT


def test_who_does_nothing_but_ask_is_told_even_the_last_time():
    turns = spoken(ENGLISH, *["who is this?"] * (MAX_TURNS + 1))
    ended = next(turn for turn in turns if turn.state.step is Step.ENDED)
    assert ended.state.turns == MAX_TURNS
    assert "introduce.who" in said([ended])


@pytest.mark.parametrize("words", ["not interested", "we already have it", "I'm good, thanks"])
def test_who_is_not_interested_is_let_be(words):
    turns = spoken(ENGLISH, words)
    assert result(turns) is Disposition.REFUSED
    assert "disturbed.sorry" in said(turns)
    assert "proposal.sorry" not in said(turns)


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [((), 1), ((5, 5), 1), ((60,), 2), ((300,), 10), ((60, 60, 60), 5), ((300,) * 9, 10)],
)
def test_how_long_it_takes_is_reckoned_from_the_questions(seconds, minutes):
    last = CAMPAIGNS["satisfaction"].questions[-1]
    questions = tuple(last.model_copy(update={"seconds": each}) for each in seconds)
    campaign = CAMPAIGNS["satisfaction"].model_copy(update={"questions": questions})
    scene = replace(at(Step.CONVENIENT, "lv", "satisfaction"), campaign=campaign)
    assert place.minutes(scene) == minutes


# Answers, as said and as understood


def remembered(*words: str, resume: str = "", language: str = "en") -> list[Remember]:
    return of(spoken(errand("visit", language=language, resume=resume), "yes", "yes", *words), Remember)


@pytest.mark.parametrize(
    ("resume", "words", "kept"),
    [
        ("", ("I'd say an eight",), Remember("score", "I'd say an eight", "8")),
        ("", ("seven or eight", "the second"), Remember("score", "seven or eight, the second", "8")),
        ("", (Heard("eight", 0.4), "yes"), Remember("score", "eight, yes", "8")),
        ("", (Heard("eight", 0.4), "no", "nine"), Remember("score", "nine", "9")),
        ("", ("skip it",), Remember("score", "skip it", None)),
        ("question:1", ("yes, my wife",), Remember("at_home", "yes, my wife", "yes")),
        ("question:2", ("with a code",), Remember("entrance", "with a code", "ar durvju kodu")),
        (
            "question:3",
            ("on Friday at ten",),
            Remember("day", "on Friday at ten", "2026-11-27T10:00:00+02:00"),
        ),
        (
            "question:3",
            ("on Friday", "at ten"),
            Remember("day", "on Friday, at ten", "2026-11-27T10:00:00+02:00"),
        ),
        (
            "question:3",
            ("at ten", "on Friday"),
            Remember("day", "at ten, on Friday", "2026-11-27T10:00:00+02:00"),
        ),
        (
            "question:3",
            ("on Friday", Pressed("1000")),
            Remember("day", "on Friday, 1000", "2026-11-27T10:00:00+02:00"),
        ),
        (
            "question:3",
            (Pressed("2711"), "at ten"),
            Remember("day", "2711 at ten", "2026-11-27T10:00:00+02:00"),
        ),
        ("proposal", ("why not",), Remember("proposal", "why not", "yes")),
    ],
)
def test_an_answer_is_kept_as_said_and_as_understood(resume, words, kept):
    assert remembered(*words, resume=resume) == [kept]


def test_what_is_not_sure_is_asked_about_in_a_few_words():
    turns = spoken(errand("visit", language="en"), "yes", "yes", "seven or eight")
    texts = [action.sentence.text for action in turns[-1].actions if isinstance(action, Say)]
    assert texts == ["7 or 8?"]
    turns = spoken(errand("visit", language="en"), "yes", "yes", Heard("eight", 0.4))
    texts = [action.sentence.text for action in turns[-1].actions if isinstance(action, Say)]
    assert texts == ["8: is that right?"]


def test_what_stays_unsure_is_asked_with_its_keys_and_then_left():
    unsure = ["seven or eight"] * 3
    turns = spoken(errand("visit", language="en"), "yes", "yes", *unsure)
    assert "question.range" in said(turns[-2:-1])
    assert of(turns, Remember) == [Remember("score", "seven or eight", None)]
    assert turns[-1].state.question == "question:at_home"
    assert turns[-1].state.between == ()


def test_what_was_asked_about_one_question_is_not_taken_to_the_next():
    turns = spoken(errand("visit", language="en"), "yes", "yes", "seven or eight", "skip it")
    assert (turns[-1].state.between, turns[-1].state.so_far) == ((), "")


def test_who_is_misunderstood_three_times_is_asked_the_next_question():
    turns = spoken(
        errand("visit", language="en"), "yes", "yes", NotUnderstood(), "blue elephants", NotUnderstood()
    )
    assert turns[-1].state.question == "question:at_home"
    assert of(turns, Remember) == [Remember("score", "", None)]


def test_who_has_no_time_any_more_is_called_again_for_the_rest():
    turns = spoken(
        errand("satisfaction", language="en"),
        "yes",
        "four",
        "I have to go, call me tomorrow at eleven",
        "yes",
    )
    (made,) = of(turns, MakePromise)
    assert (made.resume, made.campaign) == ("question:1", "satisfaction")
    assert result(turns) is Disposition.LATER


def test_the_answers_of_a_survey_in_words_complete_it():
    turns = spoken(errand("spring_offer", language="en"), "yes", "spare parts", "yes")
    assert [each.understood for each in of(turns, Remember)] == ["rezerves daļas", "yes"]
    assert len(of(turns, Transfer)) == 1


# The proposal


def test_the_time_of_a_yes_is_used_where_a_call_follows():
    turns = spoken(errand("visit", language="en", resume="proposal"), "yes", "yes", "yes, tomorrow at three")
    assert turns[-1].state.step is Step.READ_BACK
    assert turns[-1].state.chosen == "2026-11-26T15:00:00+02:00"


def test_the_time_of_a_yes_is_left_where_none_follows():
    turns = spoken(ENGLISH, "yes", "yes, tomorrow at three")
    assert turns[-1].state.wished is None
    assert len(of(turns, Note)) == 1


def test_a_question_back_leads_to_a_person_and_not_to_a_dead_end():
    turns = spoken(ENGLISH, "yes", "how much does it cost?")
    assert "aside.person" in said(turns[-1:])
    assert turns[-1].state.step is Step.PROPOSAL
    assert of(spoken(ENGLISH, "yes", "how much does it cost?", "connect me to a person"), Transfer)


def test_who_asks_back_again_is_answered_in_other_words():
    turns = spoken(ENGLISH, "yes", "how much does it cost?", "how much does it cost?")
    assert "aside.again" in said(turns[-1:])
    assert turns[-1].state.step is Step.PROPOSAL


def test_who_never_decides_is_undecided_with_what_was_said_last():
    turns = spoken(ENGLISH, "yes", "maybe", "maybe", "well, maybe")
    assert of(turns, Remember) == [Remember("proposal", "well, maybe", None)]
    assert result(turns) is Disposition.UNDECIDED


@pytest.mark.parametrize("times", [1, 2])
def test_neither_yes_nor_no_is_asked_again_in_other_words(times):
    assert said(spoken(ENGLISH, *["maybe"] * times)[-1:])[0] == f"again.plain.{times}"


def test_who_wants_neither_a_call_nor_a_message_is_left_alone():
    turns = spoken(BY_PROMISE, "jā", BUSY, "nē, nevajag")
    assert of(turns, SettlePromise) == [SettlePromise("p1", "cancelled")]
    assert not of(turns, Note)
    assert result(turns) is Disposition.UNDECIDED


def test_another_time_for_a_person_of_ours_is_taken_from_the_same_sentence():
    turns = spoken(ENGLISH, "I want to speak to a person", BUSY, "call me tomorrow at eleven")
    assert turns[-1].state.chosen == "2026-11-26T11:00:00+02:00"


# At any point


WHERE = {
    "identity": (errand("visit", language="en"), ()),
    "their number": (errand("visit", language="en"), ("no",)),
    "convenient": (ENGLISH, ()),
    "question": (errand("satisfaction", language="en"), ("yes",)),
    "hour": (errand("visit", language="en", resume="question:3"), ("yes", "yes", "on Friday")),
    "proposal": (ENGLISH, ("yes",)),
    "instead": (ENGLISH, ("I want to speak to a person", BUSY)),
    "slots": (ENGLISH, ("not now",)),
    "read back": (ENGLISH, ("call me tomorrow at ten",)),
    "never again?": (ENGLISH, (Heard("never call me again", 0.4),)),
}


@pytest.mark.parametrize(("why", "before"), WHERE.values(), ids=WHERE)
def test_never_again_is_honoured_wherever_it_is_said(why, before):
    turns = spoken(why, *before, "please never call me again")
    assert of(turns, OptOut) == [OptOut("please never call me again")]
    assert result(turns) is Disposition.OPTED_OUT


@pytest.mark.parametrize(("why", "before"), WHERE.values(), ids=WHERE)
@pytest.mark.parametrize(
    ("words", "disposition"),
    [("you have the wrong number", Disposition.WRONG_PERSON), ("goodbye", None)],
)
def test_a_wrong_number_and_a_goodbye_end_the_call_wherever_they_are_said(why, before, words, disposition):
    turns = spoken(why, *before, words)
    assert turns[-1].actions[-1].reason == "goodbye"
    assert disposition is None or result(turns) is disposition


@pytest.mark.parametrize(("why", "before"), WHERE.values(), ids=WHERE)
@pytest.mark.parametrize(
    "words",
    [
        "where did you get my number?",
        "who is this?",
        "are you a robot?",
        "say that again please",
        "could we speak Latvian",
        "can you speak up",
    ],
)
def test_what_is_asked_of_the_call_itself_is_answered_and_the_question_stands(why, before, words):
    turns = spoken(why, *before, words)
    assert isinstance(turns[-1].actions[-1], Ask)
    assert turns[-1].state.question.split(":")[0] == turns[-2].state.question.split(":")[0]


@pytest.mark.parametrize(("why", "before"), WHERE.values(), ids=WHERE)
def test_a_person_of_ours_is_called_wherever_one_is_wanted(why, before):
    assert len(of(spoken(why, *before, "connect me with a person")[-1:], (Transfer, Ask))) == 1


@pytest.mark.parametrize(
    ("why", "before", "step"),
    [
        (errand("visit", language="en"), (), Step.IDENTITY),
        (ENGLISH, (), Step.CONVENIENT),
        (ENGLISH, ("yes",), Step.PROPOSAL),
        (ENGLISH, ("not now",), Step.SLOTS),
    ],
)
def test_who_may_be_called_after_all_is_asked_on_where_the_talk_was(why, before, step):
    turns = spoken(why, *before, Heard("never call me again", 0.4), "no")
    assert turns[-1].state.step is step


def test_what_we_were_asked_is_told_to_whoever_takes_the_call():
    turns = spoken(ENGLISH, "yes", "how much does it cost", "connect me with a person")
    (transfer,) = of(turns, Transfer)
    told = [sentence.text for sentence in transfer.briefing]
    assert told[told.index("Mums teica tā.") + 1] == "How much does it cost."


def test_what_we_were_asked_is_told_in_the_written_message():
    turns = spoken(ENGLISH, "yes", "who will come?", "yes")
    (note,) = of(turns, Note)
    assert "Mums teica tā. Who will come" in note.text


# What is likely to be said


@pytest.mark.parametrize(
    ("step", "index", "expects", "likely"),
    [
        (Step.CONVENIENT, 0, Expects.YES_NO, "call me later"),
        (Step.IDENTITY, 0, Expects.YES_NO, "yes speaking"),
        (Step.SCREENED, 0, Expects.WISH, "who is calling"),
        (Step.QUESTION, ENTRANCE, Expects.CHOICE, "by ringing the bell"),
        (Step.QUESTION, SCORE, Expects.NUMBER, "skip"),
        (Step.PROPOSAL, 0, Expects.YES_NO, "let me think"),
        (Step.INSTEAD, 0, Expects.CHOICE, "leave a message"),
    ],
)
def test_recognisers_are_told_what_is_likely(step, index, expects, likely):
    state = at(step, "en", asked_question=index).state
    found = vocabulary(state, Ask("x", "1", 5.0, expects=expects), COMPANY, CAMPAIGNS["visit"])
    assert likely in found.phrases
