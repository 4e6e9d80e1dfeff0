"""Calls of ours one by one: what the golden dialogues do not show."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ivr.company.base import LocalText
from ivr.company.campaign import Introducer
from ivr.company.disposition import Disposition
from ivr.company.loader import parse
from ivr.conversation.actions import (
    Ask,
    AwaitSilence,
    Conclude,
    DropMessage,
    KeepMessage,
    MakePromise,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    Record,
    Remember,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.engine import advance
from ivr.conversation.errand import Errand, Origin
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Heard,
    HungUp,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.outreach import place
from ivr.conversation.outreach.signals import may_be_machine
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step
from ivr.phrases.sentence import SpeechAct
from tests.conftest import EXAMPLE
from tests.conversation.outbound import (
    BY_PROMISE,
    CAMPAIGNS,
    COMPANY,
    NOW,
    PROMISED,
    actions,
    errand,
    of,
    play,
    said,
)

YES, NO, LATER = Pressed("1"), Pressed("2"), Pressed("3")
BUSY, TALKED = TransferEnded(TransferOutcome.BUSY), TransferEnded(TransferOutcome.TALKED)
LATE = datetime(2026, 11, 25, 21, 59, 30, tzinfo=UTC)  # half a minute before midnight
NIGHT = datetime(2026, 11, 25, 20, tzinfo=UTC)
TAPE = Recorded("messages/x.wav", 5.0)


def result(turns) -> Disposition:
    (conclusion,) = of(turns, Conclude)
    return conclusion.disposition


def with_changes(*changes: tuple[str, str]):
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return parse(EXAMPLE, text).company


def changed(campaign: str, **fields):
    return CAMPAIGNS[campaign].model_copy(update=fields)


# Who calls (O1)


def test_the_introduction_comes_first_and_the_recording_only_after_its_notice():
    company = with_changes(("records_calls: false", "records_calls: true"))
    (turn,) = play(errand("maintenance"), company=company)
    kinds = [action.sentence.act if isinstance(action, Say) else type(action) for action in turn.actions]
    order = [SpeechAct.GREETS, SpeechAct.INTRODUCES, SpeechAct.NOTIFIES, MonitorCall]
    assert [kinds.index(kind) for kind in order] == sorted(kinds.index(kind) for kind in order)
    assert kinds.index(MonitorCall) < kinds.index(SpeechAct.ASKS_CONVENIENCE)


def test_who_asked_to_hear_it_again_is_not_recorded_twice():
    company = with_changes(("records_calls: false", "records_calls: true"))
    assert len(of(play(errand("maintenance"), Pressed("*"), company=company), MonitorCall)) == 1


@pytest.mark.parametrize(
    ("given", "heard"),
    [
        ({}, "I am an automated assistant."),
        ({"name": LocalText("Anna")}, "This is Anna."),
        ({"position": LocalText("customer adviser")}, "This is customer adviser."),
        ({"number": "17"}, "This is operator number 17."),
        ({"name": LocalText("Anna"), "number": "17"}, "This is Anna, operator number 17."),
    ],
)
def test_what_the_campaign_prescribes_is_said_in_its_order(given, heard):
    campaign = changed("maintenance", introducer=Introducer(**given))
    (turn,) = play(errand("maintenance", language="en"), campaign=campaign)
    texts = [action.sentence.text for action in turn.actions if isinstance(action, Say)]
    assert texts[1] == heard
    assert "I am an automated assistant." in texts


def test_an_operator_number_is_spoken_digit_by_digit():
    (turn,) = play(errand("maintenance"))
    assert turn.actions[1].sentence.spoken.endswith("operatora numurs viens septiņi.")


@pytest.mark.parametrize(
    ("changes", "introduces"),
    [
        ((), "introduce.automated"),
        ((("country: LV", "introduces_as: Marta\ncountry: LV"),), "introduction.company"),
        ((("    key: 1\n", "    introduces_as: Zane\n    key: 1\n"),), "introduction.sales"),
    ],
)
def test_a_promised_call_of_a_department_introduces_itself_as_it_does_on_the_telephone(changes, introduces):
    assert said(play(BY_PROMISE, company=with_changes(*changes)))[1] == introduces


@pytest.mark.parametrize(
    ("origin", "refers"),
    [
        (Origin.ASKED, "promise.asked"),
        (Origin.CLOSED, "promise.asked"),
        (Origin.QUEUE, "promise.asked"),
        (Origin.NOT_NOW, "promise.agreed"),
        (Origin.AGREED, "promise.agreed"),
        (Origin.OPERATOR, "promise.given"),
    ],
)
def test_a_promised_call_refers_to_the_promise_and_asks_convenience_again(origin, refers):
    phrases = said(play(replace(BY_PROMISE, promise=replace(PROMISED, origin=origin))))
    assert phrases.index(refers) < phrases.index("convenient.ask")


def test_a_promise_of_a_campaign_says_what_about():
    assert "promise.about" in said(play(errand("maintenance", promised=True)))


def test_a_language_that_the_company_does_not_speak_gives_way_to_its_own():
    (turn,) = play(errand("maintenance", language="de"))
    assert turn.state.language == "lv"


def test_the_greeting_goes_by_the_time_of_the_person():
    (turn,) = play(errand("maintenance", zone="America/New_York"), now=NOW.replace(hour=14))
    assert turn.actions[0].sentence.phrase == "greeting.company.morning"


# Machines and assistants


def test_a_machine_is_spoken_to_after_its_greeting_and_never_asked():
    turns = play(errand("maintenance"), by=AnsweredBy.MACHINE)
    assert isinstance(turns[0].actions[0], AwaitSilence)
    assert "machine" in said(turns)
    assert not of(turns, Ask)
    assert result(turns) is Disposition.MACHINE


@pytest.mark.parametrize("why", [errand("spring_offer"), BY_PROMISE])
def test_where_nothing_is_to_be_left_a_machine_hears_nothing(why):
    turns = play(why, by=AnsweredBy.MACHINE)
    assert not said(turns)
    assert result(turns) is Disposition.MACHINE
    assert turns[-1].actions[-1].reason == "answering machine"


@pytest.mark.parametrize("before", [(), (Silence(), Silence()), (TransferEnded(TransferOutcome.BUSY),)])
@pytest.mark.parametrize("by", [AnsweredBy.PERSON, AnsweredBy.UNCERTAIN, AnsweredBy.SCREENING])
@pytest.mark.parametrize("asks_for", [False, True])
def test_a_machine_that_is_found_out_later_is_spoken_to_as_at_once(before, by, asks_for):
    campaign = CAMPAIGNS["maintenance"].model_copy(update={"asks_for": asks_for})
    at_once = play(errand("maintenance"), by=AnsweredBy.MACHINE, campaign=campaign)
    waits = before if by is not AnsweredBy.SCREENING else ()
    turns = play(errand("maintenance"), *waits, Answered(AnsweredBy.MACHINE), by=by, campaign=campaign)
    assert turns[-1].actions == at_once[-1].actions
    assert result(turns) is Disposition.MACHINE


@pytest.mark.parametrize("why", [errand("spring_offer"), BY_PROMISE])
def test_where_nothing_is_to_be_left_the_call_ends_once_a_machine_is_found_out(why):
    turns = play(why, Answered(AnsweredBy.MACHINE))
    assert not of(turns[1:], Say)
    assert result(turns) is Disposition.MACHINE
    assert turns[-1].actions[-1].reason == "answering machine"


@pytest.mark.parametrize("event", [Pressed("5"), Pressed("1"), Pressed("2"), Heard("jā"), Recorded("x", 3.0)])
@pytest.mark.parametrize("by", [AnsweredBy.PERSON, AnsweredBy.SCREENING])
def test_whoever_has_pressed_a_key_or_said_something_is_no_machine_any_more(event, by):
    turns = play(errand("maintenance"), event, Answered(AnsweredBy.MACHINE), HungUp(), by=by)
    assert not may_be_machine(turns[1].state)
    assert result(turns) is not Disposition.MACHINE


@pytest.mark.parametrize(
    "greeting", ["You have reached Anna. Leave a message after the tone.", "Lūdzu, atstājiet ziņu."]
)
@pytest.mark.parametrize("by", [AnsweredBy.PERSON, AnsweredBy.UNCERTAIN])
def test_words_that_are_no_answer_may_be_a_machines(greeting, by):
    campaign = CAMPAIGNS["maintenance"]
    turns = play(
        errand("maintenance"), Heard(greeting), Answered(AnsweredBy.MACHINE), by=by, campaign=campaign
    )
    assert result(turns) is Disposition.MACHINE


@pytest.mark.parametrize("by", [AnsweredBy.PERSON, AnsweredBy.UNCERTAIN, AnsweredBy.SCREENING])
def test_whatever_else_is_found_out_later_the_question_stands(by):
    assert play(errand("maintenance"), Answered(by))[-1].state.step is Step.CONVENIENT


@pytest.mark.parametrize("why", [errand("maintenance"), errand("satisfaction"), BY_PROMISE])
def test_screening_gets_identity_and_reason_in_two_sentences(why):
    (turn,) = play(why, by=AnsweredBy.SCREENING)
    assert len(of([turn], Say)) == 2
    assert isinstance(turn.actions[-1], Ask)


def test_who_comes_after_the_screening_is_introduced_to_and_the_screening_is_forgotten():
    turns = play(errand("maintenance"), Pressed("5"), HungUp(), by=AnsweredBy.SCREENING)
    assert "convenient.ask" in said(turns)
    assert result(turns) is Disposition.HUNG_UP


def test_never_again_holds_for_an_assistant_too():
    assert of(play(errand("maintenance"), Pressed("9"), by=AnsweredBy.SCREENING), OptOut) == [OptOut("9")]


# Convenience and promises


def test_an_inconvenient_call_is_promised_with_what_the_campaign_needs_to_go_on():
    turns = play(errand("maintenance"), NO, YES, YES)
    (made,) = of(turns, MakePromise)
    assert (made.origin, made.department, made.campaign, made.resume) == (
        Origin.NOT_NOW,
        "support",
        "maintenance",
        "",
    )
    assert result(turns) is Disposition.LATER


@pytest.mark.parametrize("left", [HungUp(), None])
def test_who_finds_no_time_is_noted_as_not_now(left):
    events = [NO, left] if left else [NO, Silence(), Silence(), Silence()]
    assert result(play(errand("maintenance"), *events)) is Disposition.NOT_NOW


def test_the_promise_is_kept_once_the_conversation_goes_on_and_a_new_one_made_for_what_follows():
    turns = play(errand("maintenance", promised=True), YES, LATER, YES, YES)
    assert of(turns, SettlePromise) == [SettlePromise("p1", "kept")]
    (made,) = of(turns, MakePromise)
    assert (made.origin, made.campaign, made.resume) == (Origin.AGREED, "maintenance", "proposal")
    assert result(turns) is Disposition.UNDECIDED


def test_a_promise_that_is_not_convenient_moves_and_goes_on_where_it_would_have():
    turns = play(errand("visit", promised=True, resume="question:2"), YES, NO, YES, YES)
    (moved,) = of(turns, MovePromise)
    assert (moved.promise, moved.resume) == ("p1", "question:2")
    assert not of(turns, (SettlePromise)) + of(turns, MakePromise)


@pytest.mark.parametrize(
    ("resume", "asks"),
    [
        ("question:2", "question:entrance"),
        ("question:4", "question:wishes"),
        ("question:99", "proposal"),
        ("proposal", "proposal"),
    ],
)
def test_a_promised_call_goes_on_where_the_last_one_stopped(resume, asks):
    turns = play(errand("visit", promised=True, resume=resume), YES, YES)
    assert turns[-1].state.question == asks
    assert "matter.resume" in said(turns)
    assert "matter" not in said(turns)


def test_a_promise_without_a_campaign_is_kept_when_they_have_talked():
    turns = play(BY_PROMISE, YES)
    (transfer,) = of(turns, Transfer)
    assert transfer.department == "sales"
    assert "brief.promised" in [sentence.phrase for sentence in transfer.briefing]
    assert not of(turns, SettlePromise)
    turns = play(BY_PROMISE, YES, TALKED)
    assert of(turns, SettlePromise) == [SettlePromise("p1", "kept")]
    assert result(turns) is Disposition.TRANSFERRED


@pytest.mark.parametrize(
    ("left", "kept", "disposition"),
    [(HungUp(True), True, Disposition.TRANSFERRED), (HungUp(False), False, Disposition.HUNG_UP)],
)
def test_who_hangs_up_after_talking_has_talked(left, kept, disposition):
    turns = play(BY_PROMISE, YES, left)
    assert bool(of(turns, SettlePromise)) is kept
    assert result(turns) is disposition


def test_a_message_takes_the_place_of_the_promised_talk():
    turns = play(BY_PROMISE, YES, BUSY, NO, TAPE)
    assert of(turns, KeepMessage) == [KeepMessage("sales", "messages/x.wav", 5.0)]
    assert of(turns, SettlePromise) == [SettlePromise("p1", "cancelled")]


def test_a_promise_that_nobody_could_keep_is_left_to_the_dispatcher():
    turns = play(BY_PROMISE, YES, BUSY, Silence(), Silence(), Silence())
    assert not [*of(turns, SettlePromise), *of(turns, MovePromise), *of(turns, Note)]
    assert result(turns) is Disposition.HUNG_UP


# Answers (O5)


@pytest.mark.parametrize("keys", ["0", "10", "7", "9"])
def test_a_number_is_an_answer_even_where_its_key_means_something_else(keys):
    turns = play(errand("visit"), YES, YES, Pressed(keys))
    assert of(turns, Remember) == [Remember("score", keys, keys)]


@pytest.mark.parametrize(
    ("keys", "step"), [("*0", Step.CONNECTING), ("*9", Step.ENDED), ("*8", Step.ENDED), ("*7", Step.QUESTION)]
)
def test_with_a_star_before_it_a_key_has_its_usual_meaning(keys, step):
    assert play(errand("visit"), YES, YES, Pressed(keys))[-1].state.step is step


def test_nine_ends_it_where_no_such_answer_is_possible():
    assert of(play(errand("satisfaction"), YES, Pressed("9")), OptOut)


@pytest.mark.parametrize("keys", ["11", "99", "*1", "007777"])
def test_a_number_out_of_range_is_asked_again(keys):
    turns = play(errand("visit"), YES, YES, Pressed(keys))
    assert "again.entry.1" in said(turns[-1:])
    assert not of(turns, Remember)


def test_answers_are_kept_in_the_language_of_the_company():
    turns = play(errand("visit", language="en"), YES, YES, Pressed("5"), YES, NO)
    assert of(turns, Remember)[-1] == Remember("entrance", "2", "zvanot pie durvīm")


def test_spoken_words_are_kept_by_their_recording():
    turns = play(errand("satisfaction"), YES, Pressed("4"), YES, TAPE)
    assert of(turns, Remember)[-1] == Remember("wishes", "messages/x.wav", None)
    assert result(turns) is Disposition.ACCEPTED


def test_a_survey_left_before_its_last_answer_is_not_complete():
    turns = play(errand("visit", resume="question:4"), YES, YES, Recorded("messages/x.wav", 5.0, True))
    assert of(turns, Remember) == [Remember("wishes", "messages/x.wav", None)]
    assert result(turns) is Disposition.HUNG_UP


def test_a_click_is_no_answer():
    turns = play(errand("visit", resume="question:4"), YES, YES, Recorded("messages/x.wav", 0.5))
    assert isinstance(turns[-1].actions[-1], Record)
    assert not of(turns, Remember)


def test_who_hangs_up_with_a_click_on_the_tape_has_hung_up():
    turns = play(errand("visit", resume="question:4"), YES, YES, Recorded("messages/x.wav", 0.5, True))
    assert result(turns) is Disposition.HUNG_UP


def test_something_else_than_a_recording_is_none():
    turns = play(errand("visit", resume="question:4"), YES, YES, Silence())
    assert "again.words" in said(turns[-1:])


def _scene(now: datetime, zone: str = "Europe/Riga") -> Scene:
    why = Errand("a1", "lv", zone)
    return Scene(State(Step.QUESTION, "lv", "+371", None, errand=why), COMPANY, now)


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("2511", date(2026, 11, 25)),
        ("2411", date(2027, 11, 24)),
        ("3112", date(2026, 12, 31)),
        ("0101", date(2027, 1, 1)),
        ("2902", None),  # neither this year nor the next has that day
        ("3104", None),
        ("0013", None),
        ("ab12", None),
        ("25*1", None),
    ],
)
def test_a_day_keyed_in_is_the_next_one_of_that_date(keys, day):
    assert place.keyed_day(_scene(NOW), keys) == day


def test_a_leap_day_is_a_day_where_the_year_has_one():
    assert place.keyed_day(_scene(datetime(2028, 1, 5, tzinfo=UTC)), "2902") == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("now", "day", "keys", "zone", "instant"),
    [
        (NOW, "2511", "1400", "Europe/Riga", "2026-11-25T14:00:00+02:00"),
        (NOW, "2511", "1000", "Europe/Riga", None),  # now is not later
        (NOW, "2511", "2400", "Europe/Riga", None),
        (NOW, "2511", "1260", "Europe/Riga", None),
        (NOW, "2511", "900", "Europe/Riga", None),
        (NOW, "2511", "14*0", "Europe/Riga", None),
        (NOW, "2511", "0400", "America/New_York", "2026-11-25T04:00:00-05:00"),
        (datetime(2027, 3, 20, tzinfo=UTC), "2803", "0330", "Europe/Riga", None),  # left out in spring
        (datetime(2027, 3, 20, tzinfo=UTC), "2803", "0430", "Europe/Riga", "2027-03-28T04:30:00+03:00"),
        (datetime(2027, 10, 20, tzinfo=UTC), "3110", "0330", "Europe/Riga", "2027-10-31T03:30:00+03:00"),
        (datetime(2027, 3, 1, tzinfo=UTC), "1403", "0230", "America/New_York", None),
        (LATE, "2611", "0000", "Europe/Riga", "2026-11-26T00:00:00+02:00"),
    ],
)
def test_a_moment_keyed_in_exists_and_lies_ahead(now, day, keys, zone, instant):
    found = place.keyed_moment(_scene(now, zone), day, keys)
    assert (found.isoformat() if found else None) == instant


# Keys that end a recording (B2, B4)


@pytest.mark.parametrize(
    ("key", "disposition"), [("9", Disposition.OPTED_OUT), ("8", Disposition.WRONG_PERSON)]
)
@pytest.mark.parametrize("seconds", [5.0, 0.4])
def test_a_key_that_ends_an_answer_in_words_means_what_it_means_elsewhere(key, disposition, seconds):
    tape = Recorded("messages/x.wav", seconds, key=key)
    turns = play(errand("satisfaction"), YES, Pressed("5"), YES, tape)
    assert result(turns) is disposition
    assert [each.words for each in of(turns, OptOut)] == (["9"] if key == "9" else [])
    kept = of(turns, Remember)[2:]
    assert kept == ([Remember("wishes", "messages/x.wav", None)] if seconds > 1 else [])
    assert of(turns, DropMessage) == ([] if seconds > 1 else [DropMessage("messages/x.wav")])


def test_nobody_is_called_again_who_ends_a_message_so_and_the_message_is_kept():
    turns = play(errand("maintenance"), Pressed("0"), BUSY, NO, replace(TAPE, key="9"))
    assert result(turns) is Disposition.OPTED_OUT
    assert of(turns, KeepMessage) == [KeepMessage("support", "messages/x.wav", 5.0)]


def test_zero_ends_an_answer_in_words_with_a_person():
    turns = play(errand("satisfaction"), YES, Pressed("5"), YES, replace(TAPE, key="0"), TALKED)
    assert of(turns, Remember)[2:] == [Remember("wishes", "messages/x.wav", None)]
    assert len(of(turns, Transfer)) == 1
    assert result(turns) is Disposition.TRANSFERRED


@pytest.mark.parametrize("key", ["#", "1", "7", ""])
def test_every_other_key_ends_an_answer_in_words_and_nothing_more(key):
    turns = play(errand("satisfaction"), YES, Pressed("5"), YES, replace(TAPE, key=key))
    assert result(turns) is Disposition.ACCEPTED


# The proposal (O5 to O7)


def test_a_yes_is_followed_up_by_the_department_of_the_reply():
    turns = play(errand("maintenance", language="en"), YES, YES)
    (note,) = of(turns, Note)
    assert note.department == "support"
    assert note.text.startswith("Temats: iekārtas ikgadējā apkope. Atbilde: jā.")
    assert "+371 20 000 001" in note.text
    assert of(turns, Remember) == [Remember("proposal", "1", "yes")]


def test_a_call_after_a_yes_is_the_departments():
    turns = play(errand("visit", resume="proposal"), YES, YES, YES, YES, YES)
    (made,) = of(turns, MakePromise)
    assert (made.origin, made.campaign, made.resume) == (Origin.AGREED, None, "")
    assert result(turns) is Disposition.ACCEPTED


def test_who_cannot_be_put_through_after_a_yes_has_agreed_all_the_same():
    turns = play(errand("spring_offer"), YES, YES, YES, BUSY, Silence(), Silence(), Silence())
    assert len(of(turns, Note)) == 1
    assert result(turns) is Disposition.ACCEPTED


# A person of ours


def test_a_person_is_reached_before_the_matter_and_ends_the_promise():
    turns = play(errand("maintenance", promised=True), Pressed("0"), TALKED)
    assert of(turns, SettlePromise) == [SettlePromise("p1", "kept")]
    assert result(turns) is Disposition.TRANSFERRED


def test_who_wants_a_person_while_a_time_is_sought_is_put_through():
    turns = play(errand("maintenance"), NO, Pressed("0"), TALKED)
    assert turns[-1].state.appointment is None
    assert result(turns) is Disposition.TRANSFERRED


def test_where_the_company_is_closed_a_person_is_not_offered():
    turns = play(errand("satisfaction"), Pressed("0"), now=NIGHT)
    assert turns[-1].state.step is Step.INSTEAD
    assert "menu.person" not in said(turns[-1:])
    assert "closed.until" in said(turns[-1:])


def test_a_department_that_is_connected_at_once_gets_no_briefing():
    why = replace(BY_PROMISE, promise=replace(PROMISED, department="billing"))
    (transfer,) = of(play(why, YES), Transfer)
    assert (transfer.department, transfer.accept, transfer.briefing) == ("billing", False, ())


def test_a_nonsense_event_while_connecting_counts_as_not_reached():
    assert play(BY_PROMISE, YES, Silence())[-1].state.step is Step.INSTEAD


def test_source_of_a_promise_and_in_the_other_language():
    turns = play(BY_PROMISE, Pressed("#"), Pressed("7"))
    assert "source.promise" in said(turns[-1:])
    assert {action.sentence.language for action in of(turns[-1:], Say)} <= {"en", "lv"}


def test_in_a_company_of_one_language_the_key_of_the_other_means_nothing():
    one = COMPANY.model_copy(update={"languages": ("lv",)})
    turns = play(errand("maintenance"), Pressed("#"), Silence(), company=one)
    assert "again.wrong.1" in said(turns)
    assert "menu.language" not in said(turns)


# What cannot be


def test_a_call_that_is_not_ours_has_no_errand():
    scene = Scene(State(Step.MENU, "lv", "+371", None), COMPANY, NOW)
    for asks in (place.errand, place.campaign):
        with pytest.raises(ValueError, match=r"ours|campaign"):
            asks(scene)
    with pytest.raises(ValueError, match="no reply"):
        place.reaction(scene.state)


def test_a_person_who_is_there_but_never_understood_ends_politely_after_many_turns():
    turns = play(errand("visit"), YES)
    state = replace(turns[-1].state, turns=60)
    turn = advance(state, Pressed("5"), COMPANY, NOW, CAMPAIGNS["visit"])
    assert turn.state.step is Step.ENDED
    assert [action for action in actions([turn]) if isinstance(action, Conclude)]
