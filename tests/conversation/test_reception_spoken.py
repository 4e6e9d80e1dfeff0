"""Callers say what they want: what words mean at each step, and what becomes of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from ivr.company.models import Company
from ivr.conversation.actions import Ask, Expects, KeepMessage, OptOut, SettlePromise, Transfer
from ivr.conversation.codec import state_from_json, state_to_json
from ivr.conversation.effects import perform
from ivr.conversation.engine import LONGEST_TOLD, advance, begin
from ivr.conversation.errand import NOBODY, Appointment, Known, Origin
from ivr.conversation.events import (
    Event,
    Found,
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
from ivr.conversation.meaning import Meaning
from ivr.conversation.moves import Effect
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step, Turn, replace
from ivr.conversation.vocabulary import vocabulary
from ivr.conversation.waits import waiting
from ivr.phrases.sentence import SpeechAct
from tests.conversation.inbound import CALLER, COMPANY, EXPECTED, NIGHT, NOW, SALES, deeds, said
from tests.conversation.test_reception import with_changes

SUPPORT = "+37167000102"
BUSY, TALKED = TransferEnded(TransferOutcome.BUSY), TransferEnded(TransferOutcome.TALKED)
TOMORROW_TEN = "CALL_BACK call billing 26T10:00"
STANDING: dict[Step, dict] = {
    Step.ANYTHING_ELSE: {"answer": "hours"},
    Step.MEANT: {"between": ("department sales",)},
    Step.BETWEEN: {"between": ("department billing", "department sales")},
    Step.CHOICE: {
        "ways": ("message", "callback", "person"),
        "department": "sales",
        "wanted": "sales",
        "reason": "busy",
    },
    Step.CONFIRM: {"message": ("messages/x.wav", 3.0)},
    Step.EXPECTED: {"known": EXPECTED},
}


def standing(step: Step, language: str = "en", **given) -> State:
    """A caller at that step, on a line that hears both languages."""
    state = State(step, language, COMPANY, CALLER, hears=("lv", "en"))
    return replace(state, **{**STANDING.get(step, {}), **given})


def meaning(company: Company, state: State, words: str, confidence: float | None = None) -> Meaning | None:
    return hear(Scene(state, company, NOW, Heard(words, confidence)))


def short(found: Meaning | None) -> str:
    """For a table: the signal, what it is about, the time, and the language that is changed to."""
    if found is None:
        return "none"
    wished = found.wished.start[8:16] if found.wished else ""
    parts = (found.signal.name, found.target, " or ".join(sorted(found.between)), wished, found.language)
    return " ".join(part for part in parts if part)


def talk(
    company: Company,
    *events: Event | str,
    language: str = "en",
    now: datetime = NOW,
    called: str = COMPANY,
    caller: str | None = CALLER,
    known: Known = NOBODY,
    hears: tuple[str, ...] = ("lv", "en"),
) -> list[Turn]:
    """Every turn of a call, stored and reloaded between two; words stand for themselves, nothing is taken."""
    first = begin(called, caller, company, now, known, hears)
    turns = [Turn(replace(first.state, language=language), first.actions)]
    waiting = [Heard(event) if isinstance(event, str) else event for event in events]
    while turns[-1].state.step is not Step.ENDED:
        looks = turns[-1].state.step in {Step.SEEKING, Step.CHECKING, Step.SECURING}
        if not looks and not waiting:
            break
        event = Found(()) if looks else waiting.pop(0)
        turns.append(advance(state_from_json(state_to_json(turns[-1].state)), event, company, now))
    return turns


def table(cases: dict[str, tuple[str, ...]]):
    return pytest.mark.parametrize(
        ("words", "expected"), [(words, expected) for expected, some in cases.items() for words in some]
    )


# The open question

ENGLISH = {
    "CHOSE_DEPARTMENT department sales": (
        "I would like to order",
        "how much does it cost?",
        "good morning, I'd like to order two tables",
        "I would like to speak to sales",
        "I want to speak to someone in sales",
        "then put me through to sales",
        "I want to talk to sales now",
        "I want to talk to sales today",
    ),
    "CHOSE_DEPARTMENT department support": (
        "it does not work",
        "technical problem",
        "put me through to support",
    ),
    "CHOSE_DEPARTMENT department billing": (
        "a question about my invoice",
        "I'd like to talk to accounts",
        "I want to pay my bill",
        "nobody called me back about my invoice",
        "I am calling about my invoice",
    ),
    "CHOSE_ANSWER answer hours": ("when are you open",),
    "CHOSE_ANSWER answer hours 27T00:00": ("are you open on Friday?",),
    "CHOSE_ANSWER answer address": ("what is your address", "where is your office?"),
    "EITHER department billing or department sales": ("accounts or sales",),
    TOMORROW_TEN: (
        "I'd like to talk to accounts tomorrow at ten",
        "call me tomorrow at ten about my invoice",
        "could somebody from accounts ring me tomorrow at ten",
    ),
    "EITHER call billing or call sales 26T10:00": ("call me tomorrow at ten, accounts or sales",),
    "CALL_BACK call sales 30T09:00": ("can I make an appointment with sales on Monday at nine",),
    "CALL_BACK call reception": ("call me back", "could somebody call me please"),
    "CALL_BACK call reception 26T00:00": ("please call me back tomorrow",),
    "CALL_BACK call reception 30T00:00": ("I'd like to talk to somebody on Monday",),
    "PERSON": ("operator", "I want to speak to a person", "give me a real human being"),
    "REPEAT": ("say that again", "pardon?", "a bit louder please"),
    "WHO": ("who am I talking to", "are you a robot"),
    "LANGUAGE lv": ("could you speak Latvian",),
    "NO_SUCH_LANGUAGE": ("in Russian please",),
    "NO_MORE_CALLS": ("never call me again", "take me off your list"),
    "GOODBYE": ("goodbye", "sorry, wrong number"),
    "HELLO": ("hello", "Good morning!"),
    "NO_MEANING": ("uhm", "er"),
    "BEYOND": (
        "what will the weather be like",
        "who won the election",
        "you promised to call me back and nobody did",
        "did you call me this morning",
    ),
}
LATVIAN = {
    "CHOSE_DEPARTMENT department sales": (
        "vēlos pasūtīt",
        "labdien, gribu pasūtīt galdu",
        "savienojiet mani ar pārdošanu",
        "gribu runāt ar kādu no pārdošanas nodaļas",
        "gribu tagad runāt ar pārdošanu",
    ),
    "CHOSE_DEPARTMENT department support": ("iekārta nedarbojas", "savienojiet ar klientu atbalstu"),
    "CHOSE_DEPARTMENT department billing": ("jautājums par rēķinu", "neviens man neatzvanīja par rēķinu"),
    "CHOSE_ANSWER answer hours": ("cikos jūs strādājat",),
    "CHOSE_ANSWER answer hours 27T00:00": ("vai jūs piektdien strādājat",),
    "CHOSE_ANSWER answer address": ("kur jūs atrodaties?",),
    "EITHER department billing or department sales": ("grāmatvedība vai pārdošana",),
    TOMORROW_TEN: (
        "gribētu runāt ar grāmatvedību rīt desmitos",
        "piezvaniet man rīt desmitos par rēķinu",
    ),
    "CALL_BACK call reception": ("atzvaniet man, lūdzu", "piezvaniet"),
    "CALL_BACK call reception 26T00:00": ("zvaniet man rīt",),
    "PERSON": ("operatoru, lūdzu", "gribu runāt ar cilvēku"),
    "REPEAT": ("vai varat atkārtot",),
    "WHO": ("ar ko es runāju", "vai tas ir robots"),
    "LANGUAGE en": ("vai jūs runājat angliski",),
    "NO_SUCH_LANGUAGE": ("krieviski, lūdzu",),
    "NO_MORE_CALLS": ("beidziet man zvanīt",),
    "GOODBYE": ("uz redzēšanos", "atvainojiet, sajaucu numuru"),
    "HELLO": ("labdien", "Labrīt!", "hello"),
    "NO_MEANING": ("ēēē",),
    "BEYOND": ("kas uzvarēja vēlēšanās", "jūs solījāt man piezvanīt"),
    # Words of the other language, where they are clear in it
    "CHOSE_ANSWER answer address en": ("what is your address",),
    "CHOSE_DEPARTMENT department billing en": ("I want to pay my invoice",),
    # … or said in it, though it is not sure or not known what is wanted
    "UNSURE call billing 26T10:00 en": ("hello, I would like to talk to billing tomorrow at ten",),
    "EITHER answer remote_help or department support en": ("could somebody help me with a broken printer",),
    "BEYOND en": ("can I bring my dog with me on the train",),
}


@pytest.mark.parametrize("step", [Step.HELP, Step.MENU])
@table(ENGLISH)
def test_what_is_wanted(example, step, words, expected):
    assert short(meaning(example, standing(step), words)) == expected


@table(LATVIAN)
def test_what_is_wanted_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.HELP, "lv"), words)) == expected


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "you have the wrong number"),
        ("en", "this is the wrong number"),
        ("en", "I've got to go"),
        ("en", "no, no problem at all"),
        ("lv", "no diviem līdz četriem"),
    ],
)
def test_nobody_who_speaks_the_language_of_the_talk_is_answered_in_another(example, language, words):
    assert meaning(example, standing(Step.HELP, language), words).language == ""


def test_a_goodbye_goes_before_what_is_only_probably_wanted(example):
    alone = standing(Step.HELP, hears=("en",))
    assert short(meaning(example, alone, "you have the wrong number")) == "GOODBYE"


def test_names_of_the_other_language_are_known_beside_a_courteous_word(example):
    found = meaning(example, standing(Step.HELP, "lv"), "sales, lūdzu")
    assert short(found) == "CHOSE_DEPARTMENT department sales en"


def test_words_of_another_language_are_none_where_the_line_does_not_hear_it(example):
    state = standing(Step.HELP, "lv", hears=("lv",))
    assert short(meaning(example, state, "who won the election")) == "BEYOND"
    assert meaning(example, state, "what is your address").language == ""


@pytest.mark.parametrize(
    ("words", "confidence", "expected"),
    [
        ("I would like to order", 0.5, "UNSURE department sales"),
        ("sales", 0.3, "UNSURE department sales"),
        ("call me tomorrow at ten about my invoice", 0.5, "UNSURE call billing 26T10:00"),
        ("call me tomorrow at ten", 0.5, "UNSURE call reception 26T10:00"),
        ("never call me again", 0.5, "PERHAPS_NEVER"),
        ("operator", 0.5, "NO_MEANING"),
        ("goodbye", 0.5, "NO_MEANING"),
        ("who won the election", 0.5, "NO_MEANING"),
        ("sales", 0.9, "CHOSE_DEPARTMENT department sales"),
        ("sales", None, "CHOSE_DEPARTMENT department sales"),
    ],
)
def test_what_is_hardly_heard_is_never_acted_upon(example, words, confidence, expected):
    assert short(meaning(example, standing(Step.HELP), words, confidence)) == expected


@pytest.mark.parametrize("step", [Step.ANYTHING_ELSE, Step.CHOICE, Step.CONFIRM, Step.EXPECTED])
@pytest.mark.parametrize(
    "words", ["I'll call again later", "thank you", "main menu", "no", "cancel the call", "send it", "later"]
)
def test_nor_is_an_answer(example, step, words):
    assert short(meaning(example, standing(step), words, 0.5)) in {"NO_MEANING", "none"}


def test_another_reading_counts_where_the_first_means_nothing(example):
    heard = Heard("who won the election", 0.7, (("a question about my invoice", 0.65),))
    found = hear(Scene(standing(Step.HELP), example, NOW, heard))
    assert short(found) == "CHOSE_DEPARTMENT department billing"


@pytest.mark.parametrize("caller", [None, "201"])
def test_a_number_that_cannot_be_called_back_is_put_through(example, caller):
    state = standing(Step.HELP, caller=caller)
    assert short(meaning(example, state, "call me tomorrow at ten about my invoice")).startswith("NO_CALL")
    turns = talk(example, "call me tomorrow at ten about my invoice", caller=caller)
    assert said(turns[-1])[0] == "call.impossible"
    assert turns[-1].actions[-1].department == "billing"


def test_on_a_departments_own_number_a_call_is_one_from_it(example):
    state = standing(Step.HELP, called=SALES, menu="department:sales", department="sales", wanted="sales")
    assert short(meaning(example, state, "call me back")) == "CALL_BACK call sales"


# After an answer


@table(
    {
        "MORE": ("yes", "yes please", "ok"),
        "THAT_IS_ALL": (
            "no",
            "no, thank you",
            "that's all",
            "thank you very much",
            "that's it",
            "no that was everything, thank you for your help",
            "maybe later",
            "I'll call again tomorrow",
        ),
        "GOODBYE": ("bye", "okay, goodbye"),
        "NO_MEANING": ("I don't know",),
        "HELLO": ("hello", "just a moment", "let me think"),
        "CHOSE_ANSWER answer address": ("yes, what is your address?", "and where are you"),
        "CHOSE_DEPARTMENT department sales": ("then put me through to sales", "no, put me through to sales"),
        "BEYOND": ("who won the election",),
    }
)
def test_whether_there_is_anything_else(example, words, expected):
    assert short(meaning(example, standing(Step.ANYTHING_ELSE), words)) == expected


@table(
    {
        "MORE": ("jā", "jā, lūdzu"),
        "THAT_IS_ALL": ("nē", "nē, paldies", "tas arī viss", "paldies", "liels paldies par palīdzību"),
        "GOODBYE": ("visu labu",),
        "CHOSE_ANSWER answer address": ("jā, kur jūs atrodaties?",),
        "CHOSE_DEPARTMENT department sales": ("tad savienojiet ar pārdošanu",),
    }
)
def test_whether_there_is_anything_else_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.ANYTHING_ELSE, "lv"), words)) == expected


def test_after_every_answer_it_is_another_question(example):
    """Who asks one thing after another is not hurried to the end."""
    turns = talk(example, "where are you?", "when are you open?", "what is your address?", "opening hours")
    assert [turn.state.step for turn in turns[1:]] == [Step.ANYTHING_ELSE] * 4
    assert all(turn.state.asked == 1 for turn in turns[1:])


# Asked back


@table(
    {
        "CHOSE_DEPARTMENT department sales": ("yes", "yes please", "exactly", "sales, yes"),
        "CHOSE_DEPARTMENT department billing": ("no, accounts", "no, a question about my invoice"),
        "CHOSE_ANSWER answer address": ("no, what is your address",),
        "NOT_THAT": ("no", "nope", "no, not sales"),
        "NO_MEANING": ("maybe", "I don't know", "who won the election"),
        "PERSON": ("operator",),
        "GOODBYE": ("goodbye",),
    }
)
def test_whether_that_was_meant(example, words, expected):
    assert short(meaning(example, standing(Step.MEANT), words)) == expected


@table(
    {
        "CHOSE_DEPARTMENT department sales": ("jā", "tieši tā"),
        "CHOSE_DEPARTMENT department billing": ("nē, grāmatvedību",),
        "NOT_THAT": ("nē", "nē, ne pārdošanu"),
        "NO_MEANING": ("nezinu",),
    }
)
def test_whether_that_was_meant_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.MEANT, "lv"), words)) == expected


@table(
    {
        "CHOSE_DEPARTMENT department billing": ("the first one", "the invoice please", "one"),
        "CHOSE_DEPARTMENT department sales": ("the second", "I want to order", "sales", "the other one"),
        "CHOSE_DEPARTMENT department support": ("technical problem",),
        "NOT_THAT": ("neither", "something else", "no"),
        "NO_MEANING": ("yes", "both", "who won the election"),
        "PERSON": ("a person",),
    }
)
def test_which_of_two_is_wanted(example, words, expected):
    assert short(meaning(example, standing(Step.BETWEEN), words)) == expected


@table(
    {
        "CHOSE_DEPARTMENT department billing": ("pirmo", "par rēķinu", "viens"),
        "CHOSE_DEPARTMENT department sales": ("otro", "pārdošanu", "gribu pasūtīt"),
        "NOT_THAT": ("nevienu", "kaut ko citu", "nē"),
        "NO_MEANING": ("jā",),
    }
)
def test_which_of_two_is_wanted_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.BETWEEN, "lv"), words)) == expected


@pytest.mark.parametrize(
    ("events", "step"),
    [
        (("no",), Step.MENU),
        ((Pressed("2"),), Step.MENU),
        ((Pressed("1"),), Step.TRANSFER),
        ((Silence(), Silence(), Silence()), Step.TRANSFER),
        ((NotUnderstood(),), Step.MEANT),
    ],
)
def test_what_becomes_of_what_was_asked_back(example, events, step):
    turns = talk(example, Heard("I would like to order", 0.5), *events)
    assert turns[1].state.between == ("department sales",)
    assert turns[-1].state.step is step


@pytest.mark.parametrize(
    ("events", "transfers"),
    [
        (("the invoice",), "billing"),
        (("I want to order",), "sales"),
        ((Pressed("1"),), "first"),
        (("the second one",), "second"),
        (("no", "who won the election"), "reception"),
        ((Pressed("9"), Heard("technical problem", 0.5), "no"), "reception"),
    ],
)
def test_what_becomes_of_one_of_two(example, events, transfers):
    turns = talk(example, "I would like to order, and a question about my invoice", *events)
    assert turns[1].state.step is Step.BETWEEN
    by_place = dict(zip(("first", "second"), turns[1].state.between, strict=True))
    wanted = by_place.get(transfers, f"department {transfers}")
    assert turns[-1].actions[-1].department == wanted.partition(" ")[2]


def test_a_person_helps_who_is_misunderstood_twice(example):
    unsure = Heard("technical problem", 0.5)
    for events in ((unsure, "no", unsure, "no"), ("who won the election", "tell me a joke")):
        turns = talk(example, *events)
        assert said(turns[-1])[0] == "wish.person"
        assert turns[-1].actions[-1].department == "reception"


def test_who_answers_with_what_is_unclear_again_is_asked_once_more_at_most(example):
    one, other = Heard("technical problem", 0.5), Heard("I want to pay", 0.5)
    turns = talk(example, one, "no", one, other)
    assert [turn.state.step for turn in turns[1:]] == [Step.MEANT, Step.MENU, Step.MEANT, Step.TRANSFER]


def test_progress_forgets_what_was_missed(example):
    turns = talk(example, "who won the election", "opening hours", "who won the election")
    assert turns[-1].state.step is Step.MENU
    assert turns[-1].state.missed == 1


# Where a department could not be reached


@table(
    {
        "LEAVE_MESSAGE": ("I'd like to leave a message", "a message", "the first one"),
        "CALL_BACK": (
            "call me back",
            "a callback please",
            "the second one",
            "the second",
            "no message, call me",
        ),
        "CALL_BACK 26T10:00": ("call me tomorrow at ten", "tomorrow at ten"),
        "CALL_BACK call billing 26T10:00": ("could accounts call me tomorrow at ten",),
        "PERSON": ("the operator", "a person please", "the last one"),
        "BACK": ("main menu", "another department", "go back"),
        "NONE_OF_THEM": (
            *("no", "no thanks", "nothing", "later", "I will call later"),
            *("leave it", "never mind", "I'll call tomorrow myself"),
        ),
        "CHOSE_DEPARTMENT department billing": ("put me through to accounts",),
        "CHOSE_ANSWER answer hours": ("when are you open",),
        "GOODBYE": ("goodbye",),
        "NO_MEANING": ("yes", "who won the election"),
    }
)
def test_what_to_do_instead(example, words, expected):
    assert short(meaning(example, standing(Step.CHOICE), words)) == expected


@table(
    {
        "LEAVE_MESSAGE": ("atstāšu ziņu", "pirmo"),
        "CALL_BACK": ("atzvaniet man", "lai man atzvana"),
        "CALL_BACK 26T10:00": ("rīt desmitos", "piezvaniet man rīt desmitos"),
        "PERSON": ("darbinieku",),
        "BACK": ("galvenā izvēlne",),
        "NONE_OF_THEM": ("neko", "nē, paldies", "es piezvanīšu vēlāk"),
    }
)
def test_what_to_do_instead_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.CHOICE, "lv"), words)) == expected


@table({"LEAVE_MESSAGE": ("yes", "sure"), "NONE_OF_THEM": ("no",)})
def test_a_yes_takes_the_one_way_that_is_offered(example, words, expected):
    assert short(meaning(example, standing(Step.CHOICE, ways=("message",)), words)) == expected


@table(
    {
        "CHOSE_DEPARTMENT department support": ("customer support", "the second", "two"),
        "LEAVE_MESSAGE": ("the first",),
    }
)
def test_a_department_that_is_offered_is_called_by_its_name_or_place(example, words, expected):
    assert short(meaning(example, standing(Step.CHOICE, ways=("message", "support")), words)) == expected


def test_ways_are_offered_without_keys_first(example):
    turns = talk(example, "I want to pay", "hm what", now=NIGHT)
    assert said(turns[1])[-3:] == ["way.message", "way.callback", "way.ask"]
    assert "choice.message" in said(turns[2])


def test_one_way_is_offered_as_a_question(example):
    turns = talk(example, "I want to pay", now=NIGHT, caller=None)
    assert said(turns[1])[-2:] == ["way.message", "way.ask_one"]


def test_another_department_is_offered_by_its_name():
    company = with_changes(("busy: [message, sales]", "busy: [sales, message]"))
    turns = talk(company, "technical problem", BUSY)
    assert "way.department.sales" in said(turns[-1])


# The message


@table(
    {
        "SEND": ("yes", "send it please", "that's fine"),
        "ANEW": ("no", "again", "no, record it again", "say that again", "no, don't send it"),
        "PERSON": ("operator",),
        "GOODBYE": ("bye",),
        "NO_MEANING": ("delete it",),
    }
)
def test_whether_the_message_is_right(example, words, expected):
    assert short(meaning(example, standing(Step.CONFIRM), words)) == expected


@table({"SEND": ("jā", "sūtiet"), "ANEW": ("nē", "vēlreiz", "nesūtiet")})
def test_whether_the_message_is_right_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.CONFIRM, "lv"), words)) == expected


@pytest.mark.parametrize(
    "words",
    ["goodbye", "never call me again", "in Russian please", "operator", Heard("never call me again", 0.5)],
)
def test_a_message_is_kept_whatever_is_said_instead(example, words):
    spoken = (Recorded("messages/x.wav", 5.0), words)
    turns = talk(example, "I want to pay", "leave a message", *spoken, now=NIGHT)
    assert deeds(turns, KeepMessage) == [KeepMessage("billing", "messages/x.wav", 5.0)]
    assert turns[-1].state.message is None


# A call is promised


@table(
    {
        "TALK_NOW": ("yes", "now please", "right away"),
        "KEEP_TIME": (
            *("no", "leave it as agreed", "keep the time", "don't cancel the call"),
            "there is no need to cancel it",
            *("can I still cancel the call later", "will I be able to cancel the call"),
            "what if I have to cancel the call",
        ),
        "NOT_NEEDED": (
            *("cancel it", "please cancel the call", "I don't need the call any more"),
            *("never mind the call", "no call please", "can I cancel the call"),
        ),
        "CALL_BACK call sales": ("another time", "I can't at that time"),
        "CALL_BACK call sales 27T10:00": ("call me on Friday at ten instead", "Friday at ten"),
        "CALL_BACK call billing 27T10:00": ("accounts could call me on Friday at ten",),
        "CHOSE_DEPARTMENT department billing": ("I want to talk to accounts",),
        "PERSON": ("operator",),
        "NO_MEANING": ("who won the election",),
    }
)
def test_what_becomes_of_a_promised_call(example, words, expected):
    assert short(meaning(example, standing(Step.EXPECTED), words)) == expected


@table(
    {
        "TALK_NOW": ("jā", "tagad"),
        "KEEP_TIME": (
            *("nē", "kā norunāts", "neatceliet zvanu", "atcelt nevajag"),
            *("vai es varu vēlāk atcelt zvanu", "ja man vajadzēs to atcelt"),
        ),
        "NOT_NEEDED": ("atceliet zvanu", "zvanu vairs nevajag", "atsaucu zvanu", "es vairs nevēlos zvanu"),
        "CALL_BACK call sales 27T10:00": ("piezvaniet man piektdien desmitos",),
    }
)
def test_what_becomes_of_a_promised_call_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.EXPECTED, "lv"), words)) == expected


def test_a_promised_call_is_asked_about_without_keys_first(example):
    turns = talk(example, NotUnderstood(), known=EXPECTED)
    assert said(turns[0])[-2:] == ["expected.promise", "expected.ask"]
    assert "expected.now" in said(turns[1])


# Never again


@table(
    {
        "NO_MORE_CALLS": ("yes", "yes, never", "stop calling me"),
        "MAY_CALL": ("no", "no, you may call"),
        "NO_MEANING": ("I don't know",),
    }
)
def test_whether_never_again_is_meant(example, words, expected):
    assert short(meaning(example, standing(Step.NEVER_AGAIN), words)) == expected


@pytest.mark.parametrize("step", [Step.HELP, Step.MENU, Step.ANYTHING_ELSE, Step.CHOICE, Step.EXPECTED])
def test_never_again_holds_at_any_question(example, step):
    state = standing(step, known=EXPECTED, menu="main")
    turn = advance(state, Heard("never call me again"), example, NOW)
    assert deeds([turn], OptOut) == [OptOut("never call me again")]
    assert said(turn) == ["never.noted", "never.kept", "more.offer"]
    assert turn.state.known == Known(may_be_called=False)


def test_never_again_is_heard_however_often_the_question_was_asked(example):
    state = standing(Step.ANYTHING_ELSE, question="more", asked=2)
    turn = advance(state, Heard("never call me again"), example, NOW)
    assert deeds([turn], OptOut) == [OptOut("never call me again")]


def test_a_promised_call_is_cancelled_however_often_the_question_was_asked(example):
    state = standing(Step.ANYTHING_ELSE, question="more", asked=2, known=EXPECTED)
    turn = advance(state, Heard("cancel the call"), example, NOW)
    assert deeds([turn], SettlePromise) == [SettlePromise("p1", "cancelled")]


_SLOT = "2026-11-26T10:00:00+02:00"
BACK_TO = {
    Step.HELP: {"menu": "main"},
    Step.MENU: {"menu": "group:info"},
    **{step: {} for step in (Step.BETWEEN, Step.MEANT, Step.ANYTHING_ELSE, Step.CHOICE, Step.EXPECTED)},
    Step.SLOTS: {"slots": (_SLOT,)},
    Step.DAY: {},
    Step.HOUR: {"day": "2611"},
    Step.READ_BACK: {"chosen": _SLOT, "slots": (_SLOT,)},
}


@pytest.mark.parametrize("step", BACK_TO)
@pytest.mark.parametrize("answers", [("no",), ("hm", "no"), ("hm", "hm", "hm")], ids=" ".join)
def test_whoever_may_be_called_is_asked_again_what_was_asked_before(example, step, answers):
    state = standing(step, appointment=Appointment("billing", Origin.ASKED), **BACK_TO[step])
    question = waiting(Scene(state, example, NOW)).question
    before = replace(state, question=question, asked=3)
    turn = advance(before, Heard("never call me again", 0.5), example, NOW)
    assert turn.state.step is Step.NEVER_AGAIN
    for words in answers:
        turn = advance(state_from_json(state_to_json(turn.state)), Heard(words), example, NOW)
    moved = {"turns": turn.state.turns, "meant": turn.state.meant, "heard": True, "person": True}
    assert turn.state == replace(before, asked=2, **moved)


def test_what_was_asked_openly_is_asked_by_the_menu_once_nothing_is_heard(example):
    turns = talk(example, Heard("never call me again", 0.5), HearingLost(), Pressed("2"))
    assert turns[-1].state.step is Step.MENU


def test_a_message_that_was_kept_is_not_asked_about_again(example):
    turn = advance(standing(Step.CONFIRM), Heard("never call me again", 0.5), example, NOW)
    assert deeds([turn], KeepMessage)
    assert advance(turn.state, Heard("no"), example, NOW).state.step is Step.ANYTHING_ELSE


def test_after_never_again_no_call_is_offered(example):
    turns = talk(example, "never call me again", "I want to pay", now=NIGHT)
    assert turns[-1].state.ways == ("message",)


# What is heard, and how it is asked


def test_the_question_is_open_where_words_are_heard(example):
    (turn,) = talk(example, language="lv")
    assert said(turn) == ["greeting.company.day", "menu.language", "help.offer", "help.say"]
    ask = turn.actions[-1]
    assert isinstance(ask, Ask)
    assert ask.expects is Expects.WISH
    assert set("01234*#") == set(ask.keys)
    assert SpeechAct.OFFERS_PERSON in {action.sentence.act for action in turn.actions[:-1]}


@pytest.mark.parametrize("hears", [(), ("en",)])
def test_without_hearing_the_menu_is_read_as_ever(example, hears):
    (turn,) = talk(example, language="lv", hears=hears)
    assert turn.state.step is Step.MENU
    assert turn.actions[-1].expects is None
    assert "help.say" not in said(turn)


def test_a_language_that_is_not_understood_is_not_waited_for(example):
    company = example.model_copy(update={"languages": ("lv", "en", "et")})
    turn = begin(COMPANY, CALLER, company, NOW, hears=("et", "en"))
    assert turn.state.hears == ("en",)


def test_a_company_may_want_no_words(example):
    company = example.model_copy(update={"understands": ()})
    (turn,) = talk(company)
    assert turn.state.step is Step.MENU


@pytest.mark.parametrize(
    ("event", "phrase"),
    [
        (Silence(), "menu.choice.sales.1"),
        (NotUnderstood(), "wish.unheard"),
        (HearingLost(), "again.keys"),
        (Pressed("8"), "again.wrong.1"),
        ("who won the election", "wish.unknown"),
    ],
)
def test_the_menu_is_read_where_words_fail(example, event, phrase):
    turns = talk(example, event)
    assert turns[-1].state.step is Step.MENU
    assert said(turns[-1])[0] == phrase
    assert {"menu.choice.sales.1", "menu.person"} <= set(said(turns[-1]))


def test_words_are_heard_at_the_menu_too_unless_hearing_is_lost(example):
    assert talk(example, Silence())[-1].actions[-1].expects is Expects.WISH
    turns = talk(example, HearingLost(), Pressed("4"))
    assert {turn.actions[-1].expects for turn in turns[1:]} == {None}


def test_who_asks_often_whether_it_is_a_robot_is_told_even_when_the_menu_is_read(example):
    turns = talk(example, *["vai jūs esat robots"] * 3, language="lv")
    assert [turn.state.step for turn in turns] == [Step.HELP] * 3 + [Step.MENU]
    assert all(said(turn)[0] == "who.speaks" for turn in turns[1:])


def test_a_language_that_is_heard_by_keys_alone_is_asked_by_the_menu(example):
    turns = talk(example, "vai jūs runājat angliski", language="lv", hears=("lv",))
    assert turns[-1].state.step is Step.MENU
    assert said(turns[-1])[:2] == ["language.changed", "help.offer"]


def test_whoever_speaks_the_other_language_is_answered_in_it(example):
    turns = talk(example, "what is your address", language="lv")
    assert turns[-1].state.language == "en"
    assert turns[-1].actions[0].sentence.language == "en"


def test_an_answer_in_the_other_language_is_taken_without_changing_it(example):
    turns = talk(example, "I'd like to talk to accounts tomorrow at ten", "jā, pareizi")
    assert turns[-1].state.step is Step.ANYTHING_ELSE
    assert turns[-1].state.language == "en"


def test_a_language_that_nobody_speaks_leads_to_a_person(example):
    turns = talk(example, "in Russian please")
    assert said(turns[-1])[0] == "language.none"
    assert isinstance(turns[-1].actions[-1], Transfer)


def test_the_way_back_from_a_departments_own_menu(example):
    turns = talk(example, Pressed("9"), called=SUPPORT, language="lv")
    assert turns[-1].state.menu == "main"


def test_more_leads_to_the_open_question_on_a_number_that_only_connects():
    company = with_changes(
        ("    key: 1\n    competence:", "    key: 1\n    offers_help: false\n    competence:")
    )
    turns = talk(company, TALKED, "yes", called=SALES)
    assert [turn.state.step for turn in turns] == [Step.TRANSFER, Step.ANYTHING_ELSE, Step.HELP]


# A call in one sentence


def test_department_and_time_in_one_sentence_are_read_back(example):
    turns = talk(example, "I'd like to talk to accounts tomorrow at ten", "yes")
    assert said(turns[1]) == ["call.from.billing"]
    asked = next(turn for turn in turns if turn.state.step is Step.READ_BACK)
    assert said(asked) == ["time.right"]
    assert turns[-1].state.step is Step.ANYTHING_ELSE


def test_the_time_is_not_forgotten_while_it_is_asked_who_is_meant(example):
    turns = talk(example, Heard("call me tomorrow at ten about a technical problem", 0.5), "yes")
    assert turns[1].state.between == ("call support",)
    assert turns[-1].state.step is Step.READ_BACK
    assert turns[-1].state.appointment.department == "support"


@pytest.mark.parametrize("event", ["no", Pressed("2"), "where are you"])
def test_the_time_is_forgotten_with_what_it_was_meant_for(example, event):
    turns = talk(example, Heard("call me tomorrow at ten about a technical problem", 0.5), event)
    assert turns[1].state.wished is not None
    assert turns[-1].state.wished is None


def test_where_no_time_is_found_there_are_other_ways(example):
    """Whoever asked for the call at once is offered what a caller is whom nobody answered."""
    asked = standing(Step.NOT_AGREED, department="billing", wanted="billing")
    state, _ = perform(Effect.OFFER_OTHER_WAYS, Scene(asked, example, NOW))
    assert state.ways == ("message", "person")


# What the department is told


def briefing(turn: Turn) -> list[str]:
    return [sentence.text for sentence in turn.actions[-1].briefing]


def test_the_department_hears_the_callers_own_words(example):
    turns = talk(example, "where is your office?", "well, I would like to order two tables!")
    told = briefing(turns[-1])
    start = told.index("Zvanītājs teica tā.")
    assert told[start + 1 : start + 3] == ["Where is your office.", "Well, I would like to order two tables."]
    languages = [sentence.language for sentence in turns[-1].actions[-1].briefing]
    assert languages[start : start + 3] == ["lv", "en", "en"]


def test_only_the_last_two_wishes_are_told_each_of_bounded_length(example):
    rambling = "I would like to order " + "a table and a chair and " * 20
    turns = talk(example, "where are you?", Heard("technical problem", 0.5), "no", rambling)
    assert len(turns[-1].state.said) == 2
    assert turns[-1].state.said[0] == "technical problem"
    assert turns[-1].state.said[1].startswith("I would like to order")
    assert len(turns[-1].state.said[1]) <= LONGEST_TOLD


def test_answers_to_our_own_questions_are_no_wishes(example):
    turns = talk(example, Heard("technical problem", 0.5), "yes")
    assert turns[-1].state.said == ("technical problem",)
    assert talk(example, "operator")[-1].state.said == ()
    assert talk(example, "sales")[-1].state.said == ()


def test_who_asks_for_a_person_and_says_why_has_it_told(example):
    turns = talk(example, "I want to speak to a person about the party last weekend")
    assert turns[-1].state.said == ("I want to speak to a person about the party last weekend",)


# What is likely to be said


@pytest.mark.parametrize(
    ("step", "language", "likely", "grammars"),
    [
        (Step.HELP, "en", {"Sales", "I would like to order", "what is your address"}, {"intent", "wish"}),
        (Step.MENU, "lv", {"grāmatvedība", "kur jūs atrodaties"}, {"intent", "wish"}),
        (Step.ANYTHING_ELSE, "en", {"Accounts"}, {"intent", "wish", "yes_no"}),
        (Step.MEANT, "en", {"Sales", "Accounts"}, {"intent", "wish", "yes_no"}),
        (Step.BETWEEN, "en", {"I want to pay"}, {"intent", "wish", "yes_no", "ordinal"}),
        (Step.CHOICE, "en", {"leave a message", "call me back", "main menu"}, {"ordinal", "time", "intent"}),
        (Step.CONFIRM, "en", {"send it", "again"}, {"yes_no", "wish"}),
        (Step.EXPECTED, "lv", {"tagad", "atceliet"}, {"yes_no", "intent"}),
        (Step.NEVER_AGAIN, "en", set(), {"yes_no", "wish"}),
    ],
)
def test_recognisers_are_told_what_is_likely(example, step, language, likely, grammars):
    expects = {Step.HELP: Expects.WISH, Step.MENU: Expects.WISH, Step.ANYTHING_ELSE: Expects.WISH}
    choice = Expects.CHOICE if step in {Step.BETWEEN, Step.CHOICE} else Expects.YES_NO
    ask = Ask("any", "1", 6.0, expects=expects.get(step, choice))
    found = vocabulary(standing(step, language), ask, example)
    assert found is not None
    assert found.language == language
    assert likely <= set(found.phrases)
    assert grammars <= set(found.grammars)
    assert len(set(found.phrases)) == len(found.phrases)


def test_where_keys_alone_are_expected_nothing_is_likely(example):
    assert vocabulary(standing(Step.MENU), Ask("menu:main", "1", 6.0), example) is None


@pytest.mark.parametrize("words", ["never call me again", "cancel the call and never call me again"])
def test_with_never_again_goes_the_promised_call(example, words):
    turns = talk(example, words, known=EXPECTED)
    assert deeds(turns, OptOut, SettlePromise) == [OptOut(words)]
    assert turns[-1].state.known.promise is None


@pytest.mark.parametrize(
    "words",
    ["I don't need the call any more", "please cancel the callback", "never mind the call", "no call please"],
)
def test_a_promised_call_may_be_cancelled_later_in_the_talk(example, words):
    turns = talk(example, "no", "opening hours", words, known=EXPECTED)
    assert deeds(turns, SettlePromise) == [SettlePromise("p1", "cancelled")]
    assert said(turns[-1])[:2] == ["expected.cancelled", "more.offer"]


@pytest.mark.parametrize("step", [Step.EXPECTED, Step.HELP, Step.ANYTHING_ELSE])
@pytest.mark.parametrize("words", ["can I still cancel the call later", "if I have to cancel the call"])
def test_who_asks_whether_it_may_be_cancelled_later_does_not_cancel_it(example, step, words):
    turn = advance(standing(step, known=EXPECTED), Heard(words), example, NOW)
    assert deeds([turn], SettlePromise) == []


@pytest.mark.parametrize("words", ["no calls please", "es vairs nevēlos zvanus"])
def test_who_wants_no_calls_at_all_does_not_mean_the_promised_one_alone(example, words):
    turn = advance(standing(Step.EXPECTED, known=EXPECTED), Heard(words), example, NOW)
    assert deeds([turn], OptOut) == [OptOut(words)]


@pytest.mark.parametrize("words", ["nē, vairs nevajag", "vairs nav aktuāli"])
def test_what_is_not_needed_any_more_is_the_call_only_where_that_is_asked(example, words):
    def heard(step):
        return meaning(example, standing(step, "lv", known=EXPECTED), words).signal.name

    assert heard(Step.EXPECTED) == "NOT_NEEDED"
    assert heard(Step.ANYTHING_ELSE) != "NOT_NEEDED"


# Keys in words


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "three", "CHOSE_DEPARTMENT 3"),
        ("en", "press one", "CHOSE_DEPARTMENT 1"),
        ("en", "the first one", "CHOSE_DEPARTMENT 1"),
        ("en", "zero", "PERSON 0"),
        ("lv", "trīs", "CHOSE_DEPARTMENT 3"),
        ("lv", "numur viens", "CHOSE_DEPARTMENT 1"),
        ("lv", "nulle", "PERSON 0"),
    ],
)
def test_a_key_of_the_menu_may_be_said(example, language, words, expected):
    found = meaning(example, standing(Step.MENU, language), words)
    assert f"{found.signal.name} {found.keys}" == expected


def test_what_sounds_like_an_opt_out_where_a_call_is_offered_is_asked_back(example):
    state = standing(Step.CHOICE, "lv")
    assert meaning(example, state, "negribu ziņu, lai piezvana").signal.name == "PERHAPS_NEVER"
    assert meaning(example, state, "vairs nekad nezvaniet").signal.name == "NO_MORE_CALLS"


ASIDE = {
    "yes, to no question": ("yes please", "HELLO"),
    "thanks": ("thank you very much", "THAT_IS_ALL"),
    "nothing": ("nothing, sorry", "GOODBYE"),
    "praise": ("thank you so much, you have been very helpful", "THAT_IS_ALL"),
    "no need": ("I don't need anything, sorry", "GOODBYE"),
    "another mind": ("sorry, I changed my mind", "GOODBYE"),
    "a mistake": ("sorry, my mistake", "GOODBYE"),
    "nothing but sorry": ("sorry", "HELLO"),
    "sorry and a wish": ("sorry, I want to pay my bill", "CHOSE_DEPARTMENT department billing"),
    "thanks before a wish": ("thank you, sales please", "CHOSE_DEPARTMENT department sales"),
    "a no before a wish": ("no, I want to pay", "CHOSE_DEPARTMENT department billing"),
    "the options": ("what are my options", "OPTIONS"),
    "what can be done": ("what can you help me with", "OPTIONS"),
    "the departments": ("which departments are there", "OPTIONS"),
}


@pytest.mark.parametrize("step", [Step.HELP, Step.MENU])
@pytest.mark.parametrize(("words", "expected"), ASIDE.values(), ids=ASIDE)
def test_what_is_no_wish_where_one_is_asked_for(example, step, words, expected):
    assert short(meaning(example, standing(step), words)) == expected


@pytest.mark.parametrize(("step", "expected"), [(Step.HELP, "GOODBYE"), (Step.MENU, "THAT_IS_ALL")])
@pytest.mark.parametrize("words", ["no", "sorry, no", "no, thank you"])
def test_a_no_to_the_open_question_ends_the_call_and_of_a_menu_it_is_asked_what_else(
    example, step, expected, words
):
    assert short(meaning(example, standing(step), words)) == expected


@pytest.mark.parametrize("words", ["sorry, no", "nothing", "my mistake"])
def test_whoever_wants_nothing_is_thanked_and_not_asked_what_else(example, words):
    turns = talk(example, words, language="en")
    assert said(turns[-1]) == ["closing.thanks", "closing.goodbye"]


ASIDE_LV = {
    "nē": "GOODBYE",
    "kādas man ir iespējas": "OPTIONS",
    "ko jūs varat": "OPTIONS",
    "paldies": "THAT_IS_ALL",
    "neko, piedodiet": "GOODBYE",
    "paldies, ļoti palīdzējāt": "THAT_IS_ALL",
    "es pārdomāju": "GOODBYE",
    "atvainojiet, mana kļūda": "GOODBYE",
    "atvainojiet": "HELLO",
    "atvainojiet, gribu samaksāt": "CHOSE_DEPARTMENT department billing",
}


@pytest.mark.parametrize(("words", "expected"), ASIDE_LV.items(), ids=ASIDE_LV)
def test_what_is_no_wish_in_latvian(example, words, expected):
    assert short(meaning(example, standing(Step.HELP, "lv"), words)) == expected


def test_whoever_thanks_at_the_open_question_is_asked_whether_there_is_more(example):
    turns = talk(example, "thank you", "no", language="en")
    assert said(turns[1]) == ["more.offer"]
    assert turns[-1].state.step is Step.ENDED


def test_whoever_asks_for_the_options_hears_the_menu(example):
    (_, turn) = talk(example, "what are my options", language="en")
    assert said(turn)[0].startswith("menu.choice")


def test_options_at_another_question_are_told_again(example):
    assert short(meaning(example, standing(Step.CHOICE), "what are my options")) == "REPEAT"
