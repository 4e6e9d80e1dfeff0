"""What the example company does not show: the other standards a company may set."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from ivr.company.loader import parse
from ivr.company.models import Company
from ivr.conversation.actions import Ask, KeepMessage, LookUp, MonitorCall, Record, Say, Transfer
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import HungUp, Pressed, Recorded, Silence, TransferEnded, TransferOutcome
from ivr.conversation.state import Step
from ivr.phrases.sentence import SpeechAct
from tests.conftest import EXAMPLE

READ = EXAMPLE.read_text(encoding="utf-8")
NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten in the morning in Riga
NIGHT = datetime(2026, 11, 25, 20, tzinfo=UTC)
COMPANY, SALES, SUPPORT = "+37167000100", "+37167000101", "+37167000102"


def with_changes(*changes: tuple[str, str]) -> Company:
    """The example company with some of its text replaced."""
    text = READ
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return parse(EXAMPLE, text).company


def said(turn) -> list[str]:
    return [action.sentence.phrase for action in turn.actions if isinstance(action, Say)]


def acts(turn) -> list[SpeechAct]:
    return [action.sentence.act for action in turn.actions if isinstance(action, Say)]


def play(company, *events, called=COMPANY, caller="+37120000001", now=NOW):
    turn = begin(called, caller, company, now)
    for event in events:
        turn = advance(turn.state, event, company, now)
    return turn


def test_the_notice_comes_before_the_recording_and_both_before_the_question():
    turn = play(with_changes(("records_calls: false", "records_calls: true")))
    kinds = [action.sentence.act if isinstance(action, Say) else type(action) for action in turn.actions]
    notice, recording = kinds.index(SpeechAct.NOTIFIES), kinds.index(MonitorCall)
    assert kinds[0] is SpeechAct.GREETS
    assert notice < recording < kinds.index(SpeechAct.OFFERS_HELP)


def test_a_company_may_have_its_bot_introduce_itself_on_its_own_number():
    company = with_changes(("country: LV", "introduces_as: Marta\ncountry: LV"))
    turn = play(company)
    assert acts(turn)[:2] == [SpeechAct.GREETS, SpeechAct.INTRODUCES]
    assert "Marta" in turn.actions[1].sentence.text


def test_a_number_that_only_connects_greets_in_the_departments_name_and_rings_it():
    company = with_changes(
        ("    key: 1\n    competence:", "    key: 1\n    offers_help: false\n    competence:")
    )
    turn = play(company, called=SALES)
    assert acts(turn) == [SpeechAct.GREETS, SpeechAct.CONNECTS, SpeechAct.CONNECTS]
    assert turn.actions[-1].department == "sales"


def test_the_language_of_a_number_greets_in_it():
    turn = play(
        with_changes(("{department: support, language: lv}", "{department: support, language: en}")),
        called=SUPPORT,
    )
    assert turn.state.language == "en"
    assert [action.sentence.language for action in turn.actions if isinstance(action, Say)].count("lv") == 1


def test_with_one_language_there_is_no_other_to_change_to():
    text = re.sub(r"(?m), en: [^}]*}|^ +en: .*\n", lambda found: "}" if found[0].endswith("}") else "", READ)
    company = parse(EXAMPLE, text.replace("languages: [lv, en]", "languages: [lv]")).company
    turn = play(company)
    assert "menu.language" not in said(turn)
    assert "#" not in turn.actions[-1].keys
    assert said(play(company, Pressed("#")))[0] == "again.wrong.1"


def test_a_department_hears_its_briefing_in_its_own_language():
    company = with_changes(
        (
            "    rings:\n      extensions: [201, 202]",
            "    briefing_language: en\n    rings:\n      extensions: [201, 202]",
        )
    )
    transfer = play(company, Pressed("1")).actions[-1]
    assert {sentence.language for sentence in transfer.briefing} == {"en"}
    assert "Latvian" in transfer.briefing[1].text


@pytest.mark.parametrize(
    ("caller", "phrase"),
    [
        ("+37120000001", "brief.caller"),
        ("201", "brief.caller"),
        (None, "brief.withheld"),
        ('"><script>', "brief.withheld"),
        ("+371\r\nHANGUP", "brief.withheld"),
    ],
)
def test_the_briefing_says_a_callers_number_only_when_it_is_one(example, caller, phrase):
    briefing = play(example, Pressed("1"), caller=caller).actions[-1].briefing
    assert phrase in [sentence.phrase for sentence in briefing]


def test_the_briefing_tells_what_the_caller_asked_before(example):
    turn = play(example, Pressed("4"), Pressed("2"), Pressed("1"), Pressed("1"))
    topics = [
        sentence.text for sentence in turn.actions[-1].briefing if sentence.phrase.startswith("brief.topic")
    ]
    assert topics == ["Temats: adrese."]


def test_a_department_that_is_connected_at_once_hears_no_briefing(example):
    transfer = play(example, Pressed("3")).actions[-1]
    assert (transfer.accept, transfer.briefing) == (False, ())


@pytest.mark.parametrize(
    "outcome", [outcome for outcome in TransferOutcome if outcome is not TransferOutcome.TALKED]
)
@pytest.mark.parametrize("key", ["1", "2", "3", "0"])
def test_every_failed_transfer_is_followed_by_an_apology_and_a_way_on(example, outcome, key):
    turn = play(example, Pressed(key), TransferEnded(outcome))
    assert acts(turn)[0] is SpeechAct.APOLOGISES
    assert isinstance(turn.actions[-1], LookUp if outcome is TransferOutcome.LEFT else Ask | Transfer)


def test_a_department_that_failed_is_not_offered_again(example):
    """Support is busy and offers sales; sales do not answer and must not be offered support or themselves."""
    turn = play(
        example,
        Pressed("2"),
        TransferEnded(TransferOutcome.BUSY),
        Pressed("2"),
        TransferEnded(TransferOutcome.NO_ANSWER),
    )
    assert turn.state.ways == ("message", "callback", "person")
    turn = advance(turn.state, Pressed("0"), example, NOW)
    turn = advance(turn.state, TransferEnded(TransferOutcome.NO_ANSWER), example, NOW)
    assert turn.state.ways == ("message", "callback")


def test_what_is_closed_is_not_offered_instead(example):
    """At night accounts offer a message or sales; sales are closed too."""
    assert play(example, Pressed("3"), now=NIGHT).state.ways == ("message", "callback")


def test_the_message_goes_to_the_department_that_was_asked_for(example):
    turn = play(
        example,
        Pressed("1"),
        TransferEnded(TransferOutcome.NO_ANSWER),
        Pressed("0"),
        TransferEnded(TransferOutcome.NO_ANSWER),
        Pressed("1"),
    )
    assert isinstance(turn.actions[-1], Record)
    assert turn.actions[-1].department == "sales"


def test_words_spoken_before_hanging_up_are_kept(example):
    turn = play(example, Pressed("1"), Pressed("1"), Recorded("messages/a.wav", 3.0, hung_up=True), now=NIGHT)
    assert KeepMessage("sales", "messages/a.wav", 3.0) in turn.actions
    assert turn.state.step is Step.ENDED


def test_a_click_before_hanging_up_is_no_message(example):
    turn = play(example, Pressed("1"), Pressed("1"), Recorded("messages/a.wav", 0.4, hung_up=True), now=NIGHT)
    assert not [action for action in turn.actions if isinstance(action, KeepMessage)]


def test_after_the_department_hangs_up_the_caller_is_asked_for_more_not_dropped(example):
    turn = play(example, Pressed("1"), TransferEnded(TransferOutcome.TALKED))
    assert acts(turn)[0] is SpeechAct.OFFERS_HELP
    assert turn.state.step is Step.ANYTHING_ELSE


def test_on_a_closed_day_the_hours_are_told_with_that(example):
    turn = play(example, Pressed("4"), Pressed("1"), now=datetime(2026, 6, 24, 9, tzinfo=UTC))
    assert said(turn)[:2] == ["answer.hours", "hours.closed"]


@pytest.mark.parametrize(
    ("hour_utc", "greeting"),
    [
        (2, "evening"),
        (3, "morning"),
        (7, "morning"),
        (8, "day"),
        (14, "day"),
        (15, "evening"),
        (22, "evening"),
    ],
)
def test_the_greeting_fits_the_local_hour(example, hour_utc, greeting):
    turn = begin(COMPANY, None, example, datetime(2026, 11, 25, hour_utc, tzinfo=UTC))
    assert said(turn)[0] == f"greeting.company.{greeting}"


@pytest.mark.parametrize("event", [TransferEnded(TransferOutcome.BUSY), Recorded("x", 5.0)])
def test_an_event_out_of_place_counts_as_silence(example, event):
    assert play(example, event).actions == play(example, Silence()).actions


def test_a_transfer_answered_by_nonsense_is_an_unavailable_department(example):
    assert said(play(example, Pressed("1"), Pressed("5")))[0] == "sorry.unavailable"


def test_hanging_up_while_put_through_ends_the_call(example):
    assert play(example, Pressed("1"), HungUp()).state.step is Step.ENDED


def test_the_department_menu_rings_its_own_people_and_then_the_operator(example):
    turn = play(example, Pressed("0"), called=SALES)
    assert turn.actions[-1].department == "sales"
    turn = advance(turn.state, TransferEnded(TransferOutcome.NO_ANSWER), example, NOW)
    assert advance(turn.state, Pressed("0"), example, NOW).actions[-1].department == "reception"
