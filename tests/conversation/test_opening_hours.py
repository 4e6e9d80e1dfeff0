"""The opening hours: what asks for them, of which day and department, and what is told."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from ivr.conversation.actions import Say
from ivr.conversation.codec import state_from_json, state_to_json
from ivr.conversation.engine import advance
from ivr.conversation.events import Heard
from ivr.conversation.hearing import hear
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step
from tests.conversation.inbound import CALLER, COMPANY
from tests.conversation.test_reception import with_changes

SUPPORT = "+37167000102"
RIGA = ZoneInfo("Europe/Riga")
BEFORE_CHRISTMAS = datetime(2026, 12, 21, 10, tzinfo=RIGA)  # a Monday; the 23rd is an open day of its own
USUAL = datetime(2026, 11, 25, 10, tzinfo=RIGA)  # a Wednesday; nothing differs in the week from it


def heard(said: str | Heard) -> Heard:
    return Heard(said) if isinstance(said, str) else said


def told(company, *words: str | Heard, language="en", now=BEFORE_CHRISTMAS, called=COMPANY) -> str:
    """The sentences of the turn that answers the last words, save the question after them."""
    state = State(Step.HELP, language, called, CALLER, hears=("lv", "en"))
    for said in words:
        turn = advance(state_from_json(state_to_json(state)), heard(said), company, now)
        state = turn.state
    sentences = [action.sentence for action in turn.actions if isinstance(action, Say)]
    about_hours = [one for one in sentences if one.phrase.startswith(("hours", "answer", "closed", "again"))]
    return " ".join(one.text for one in about_hours)


WEEK = "We are open Monday to Friday from 9:00 to 18:00."
CHRISTMAS = "On Friday, 25 December, we are closed. That day is Christmas Day."
TOMORROW = "Tomorrow we are open from 9:00 to 18:00."
ENGLISH = {
    "are you open on Christmas day": CHRISTMAS,
    "what are your hours at Christmas": CHRISTMAS,
    "what time do you close tomorrow": TOMORROW,
    "hello, could you tell me if you are open tomorrow": TOMORROW,
    "until when are you open tomorrow": TOMORROW,
    "will anybody be there tomorrow": TOMORROW,
    "do you work on Wednesday": "On Wednesday, 23 December, we are open from 9:00 to 14:00.",
    "are you closed on the 27th": "On Sunday, 27 December, we are closed.",
    "how late are you open today": "Today we are open from 9:00 to 18:00.",
    "are you open now": "Today we are open from 9:00 to 18:00.",
    "are you open at the weekend": "On Saturday, 26 December, we are closed."
    " On Sunday, 27 December, we are closed.",
    "are you open on the 24th and 31st": "On Thursday, 24 December, we are closed."
    " On Thursday, 31 December, we are closed.",
    "when does accounts close on Friday next week": "On Friday, 1 January 2027, Accounts is closed."
    " That day is New Year's Day.",
    "when is the accounts department open tomorrow": "Tomorrow Accounts is open from 9:00 to 12:30"
    " and from 13:00 to 17:00.",
}
LATVIAN = {
    "vai sestdien strādājat": "Sestdien, 26. decembrī, mēs nestrādājam. Tajā dienā ir Otrie Ziemassvētki.",
    "līdz cikiem jūs šodien esat": "Šodien mēs strādājam no plkst. 9.00 līdz plkst. 18.00.",
    "cikos jūs rīt slēdzat": "Rīt mēs strādājam no plkst. 9.00 līdz plkst. 18.00.",
    "darba laiks 24. decembrī": "Ceturtdien, 24. decembrī, mēs nestrādājam."
    " Tajā dienā ir Ziemassvētku vakars.",
    "cikos rīt strādā pārdošanas nodaļa": "Rīt pārdošanas nodaļa strādā no plkst. 9.00 līdz plkst. 18.00.",
    "cikos veraties vaļā trešdien": "Trešdien, 23. decembrī, mēs strādājam no plkst. 9.00 līdz plkst. 14.00.",
    "sakiet, lūdzu, vai rīt esat vaļā": "Rīt mēs strādājam no plkst. 9.00 līdz plkst. 18.00.",
}


@pytest.mark.parametrize(("words", "answer"), ENGLISH.items())
def test_the_hours_of_the_day_that_was_asked_about(example, words, answer):
    assert told(example, words) == answer


@pytest.mark.parametrize(("words", "answer"), LATVIAN.items())
def test_the_hours_of_that_day_in_latvian(example, words, answer):
    assert told(example, words, language="lv") == answer


@pytest.mark.parametrize(
    "words",
    ["when are you open", "are you open on Saturdays", "are you open in the evening", "opening hours"],
)
def test_without_one_day_the_week_is_told(example, words):
    assert told(example, words, now=USUAL) == WEEK


DIFFERING = {
    "nothing": (USUAL, WEEK),
    "an open day and holidays": (
        BEFORE_CHRISTMAS,
        f"{WEEK} On Wednesday we are open from 9:00 to 14:00. On Thursday and on Friday we are closed.",
    ),
    "today and tomorrow": (
        datetime(2026, 12, 24, 10, tzinfo=RIGA),
        f"{WEEK} Today and tomorrow we are closed.",
    ),
    "a closed day of the company": (
        datetime(2027, 1, 2, 10, tzinfo=RIGA),
        f"{WEEK} On Monday we are closed.",
    ),
}


@pytest.mark.parametrize("about", DIFFERING)
def test_the_week_is_told_with_what_differs_in_the_coming_days(example, about):
    now, answer = DIFFERING[about]
    assert told(example, "when are you open", now=now) == answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("when are you open", "and on the 27th?"), "On Sunday, 27 December, we are closed."),
        (("are you open today", "tomorrow?"), TOMORROW),
        (("are you open today", "and tomorrow?", "again please"), f"Gladly, once more. {TOMORROW}"),
        (("when is sales open tomorrow", "and on Sunday"), "On Sunday, 27 December, Sales is closed."),
        (("are you open today", "and sales on Sunday"), "On Sunday, 27 December, Sales is closed."),
    ],
)
def test_a_day_alone_asks_the_same_again(example, words, answer):
    assert told(example, *words) == answer


def test_one_may_ask_for_day_after_day(example):
    days = ("and on Wednesday", "and on Thursday", "and on Friday", "and on Saturday", "and on Sunday")
    assert told(example, "are you open tomorrow", *days) == "On Sunday, 27 December, we are closed."


def test_a_day_alone_asks_for_nothing_elsewhere(example):
    assert told(example, "and tomorrow?") == told(example, "what is your address", "and tomorrow?") == ""


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("are you open tomorrow", "Tomorrow Customer Support is open from 8:00 to 20:00."),
        (
            "when are you open",
            "Customer Support is open Monday to Friday from 8:00 to 20:00, Saturday from 10:00 to 14:00.",
        ),
    ],
)
def test_on_its_own_number_a_department_has_its_own_hours(example, words, answer):
    assert told(example, words, now=USUAL, called=SUPPORT) == answer


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("I want to open an account tomorrow", "en"),
        ("close my account on Friday", "en"),
        ("it does not work", "en"),
        ("is my order still open", "en"),
        ("nestrādā", "lv"),
        ("gribu atvērt kontu", "lv"),
        ("vai rīt strādās mana iekārta", "lv"),
    ],
)
def test_other_wishes_with_such_words_are_not_taken_for_it(example, words, language):
    state = State(Step.HELP, language, COMPANY, CALLER, hears=("lv", "en"))
    found = hear(Scene(state, example, BEFORE_CHRISTMAS, Heard(words)))
    assert found.target != "answer hours"


def test_the_day_is_kept_while_it_is_asked_whether_the_hours_are_meant(example):
    unsure = Heard("are you open on Wednesday", 0.5)
    assert told(example, unsure, "yes") == "On Wednesday, 23 December, we are open from 9:00 to 14:00."


def test_a_company_that_tells_its_hours_in_words_of_its_own_keeps_to_them():
    company = with_changes(("says: hours ", "text: We are open on weekdays. "))
    assert told(company, "are you open tomorrow") == "We are open on weekdays."
