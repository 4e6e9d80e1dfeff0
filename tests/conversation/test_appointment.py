"""Callers agree on a time: which one, from when, read back, promised or moved; and never a dead end."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ivr.company.models import Company, Hours
from ivr.company.slots import DECENT, Agenda, slots
from ivr.conversation.actions import Ask, LookUp, MakePromise, MovePromise, Record, Say
from ivr.conversation.appointment import agenda
from ivr.conversation.engine import advance
from ivr.conversation.errand import Appointment, Errand, Known, Origin
from ivr.conversation.events import Found, HungUp, Pressed, Recorded, Silence, TransferEnded, TransferOutcome
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step, replace
from ivr.phrases.sentence import SpeechAct
from tests.conversation.inbound import CALLER, COMPANY, EXPECTED, NIGHT, NOW, PROMISED, deeds, play, said

BUSY, LEFT = TransferEnded(TransferOutcome.BUSY), TransferEnded(TransferOutcome.LEFT)
NO_ANSWER = TransferEnded(TransferOutcome.NO_ANSWER)
OFFER = (Pressed("1"), Pressed("4"))  # sales, closed at night; a call at another time
PROMISE = (*OFFER, Pressed("1"), Pressed("1"))
KEYING = (*OFFER, Pressed("4"))


def keys(*entries: str) -> tuple[Pressed, ...]:
    return tuple(map(Pressed, entries))


def full(company: Company, now: datetime, department: str = "sales") -> dict[datetime, int]:
    """A ledger in which no slot is free."""
    return {at.astimezone(UTC): 9 for at in slots(Agenda(company, department, now, company.zone))}


# Where it is offered, and where it comes from


@pytest.mark.parametrize(
    ("events", "now", "department", "origin"),
    [
        (OFFER, NIGHT, "sales", Origin.CLOSED),
        ((Pressed("2"), BUSY, Pressed("4")), NOW, "support", Origin.BUSY),
        ((Pressed("1"), NO_ANSWER, Pressed("4")), NOW, "sales", Origin.UNANSWERED),
        (
            (Pressed("1"), TransferEnded(TransferOutcome.DECLINED), Pressed("4")),
            NOW,
            "sales",
            Origin.UNANSWERED,
        ),
        (
            (Pressed("1"), TransferEnded(TransferOutcome.UNAVAILABLE), Pressed("4")),
            NOW,
            "sales",
            Origin.UNANSWERED,
        ),
        ((Pressed("2"), LEFT), NOW, "support", Origin.QUEUE),
        ((Pressed("0"), LEFT), NOW, "reception", Origin.QUEUE),
    ],
)
def test_a_promise_knows_whom_it_is_for_and_where_it_comes_from(example, events, now, department, origin):
    turns = play(example, *events, Pressed("1"), Pressed("1"), now=now)
    (promise,) = deeds(turns, MakePromise)
    assert (promise.department, promise.origin, promise.campaign, promise.resume) == (
        department,
        origin,
        None,
        "",
    )
    assert turns[-1].state.step is Step.ANYTHING_ELSE


def test_a_promise_is_an_instant_with_its_zone_and_the_words_that_were_read_back(example):
    turns = play(example, *PROMISE, now=NIGHT)
    (promise,) = deeds(turns, MakePromise)
    assert promise.at == datetime(2026, 11, 26, 7, tzinfo=UTC)
    assert promise.at.tzinfo is UTC
    assert promise.zone == "Europe/Riga"
    assert promise.words == "ceturtdien, 26. novembrī, plkst. 9.00 pēc Rīgas laika"
    (read_back,) = (turn for turn in turns if turn.state.step is Step.READ_BACK)
    spoken = read_back.actions[0].sentence.spoken
    assert "ceturtdien, divdesmit sestajā novembrī, pulksten deviņos pēc Rīgas laika, vai pareizi?" in spoken


def test_in_english_the_time_is_read_back_in_words(example):
    turns = play(example, *keys("#", "1", "4", "4", "0312", "1400"), now=NIGHT)
    spoken = turns[-1].actions[0].sentence.spoken
    assert "on Thursday, the third of December, at two in the afternoon, Riga time: is that right?" in spoken


def test_the_ledger_is_asked_before_the_offer_and_again_before_the_promise(example):
    turns = play(example, *PROMISE, now=NIGHT)
    asked = deeds(turns, LookUp)
    assert [(look.department, look.after) for look in asked] == [("sales", NIGHT)] * 2
    assert asked[0].until == datetime(2026, 12, 9, 22, tzinfo=UTC)  # the end of the fourteenth day in Riga
    assert isinstance(turns[-2].actions[-1], LookUp)
    assert [kind for kind in map(type, turns[-1].actions) if kind is MakePromise] == [MakePromise]


@pytest.mark.parametrize(
    ("caller", "known"),
    [
        (None, Known()),
        ("201", Known()),
        ("anonymous", Known()),
        ("+3712\r\n", Known()),
        (CALLER, Known(may_be_called=False)),
    ],
)
def test_who_cannot_or_must_not_be_called_is_not_offered_a_call(example, caller, known):
    turns = play(example, Pressed("1"), now=NIGHT, caller=caller, known=known)
    assert turns[-1].state.ways == ("message",)
    left = play(example, Pressed("2"), LEFT, caller=caller, known=known)
    assert said(left[-1])[0] == "sorry.left"
    assert left[-1].state.step is Step.CHOICE
    assert "callback" not in left[-1].state.ways


def test_a_company_may_offer_no_calls(example):
    silent = example.model_copy(update={"callbacks": example.callbacks.model_copy(update={"offered": False})})
    assert play(silent, Pressed("1"), now=NIGHT)[-1].state.ways == ("message",)


def with_ways(example: Company, **otherwise: tuple[str, ...]) -> Company:
    sales = example.departments["sales"]
    changed = sales.model_copy(update={"otherwise": sales.otherwise.model_copy(update=otherwise)})
    return example.model_copy(update={"departments": {**example.departments, "sales": changed}})


@pytest.mark.parametrize(
    ("configured", "offered"),
    [
        (("message",), ("message", "callback")),
        (("callback",), ("callback",)),
        (("callback", "message"), ("callback", "message")),
        (("message", "person"), ("message", "callback", "person")),
        (("message", "support", "billing"), ("message", "support", "billing", "callback")),
        (("message", "support", "billing", "person"), ("message", "support", "billing", "person")),
    ],
)
def test_a_call_is_offered_beside_what_the_file_names_four_ways_at_most(example, configured, offered):
    turn = play(with_ways(example, busy=configured), Pressed("1"), BUSY)[-1]
    assert turn.state.ways == offered
    announced = [phrase for phrase in said(turn) if phrase.startswith(("choice.", "menu."))]
    assert len(announced) <= 4
    assert set("4" if "callback" in offered else "") <= set(turn.actions[-1].keys)


@pytest.mark.parametrize("only", ["person", "support"])
def test_a_single_department_is_rung_at_once_and_not_asked_about(example, only):
    turn = play(with_ways(example, busy=(only,)), Pressed("1"), BUSY)[-1]
    assert turn.state.step is Step.TRANSFER


def test_whoever_declined_in_person_leaves_the_choice_to_the_caller(example):
    company = with_ways(example, unanswered=("person",))
    turn = play(company, Pressed("1"), TransferEnded(TransferOutcome.DECLINED))[-1]
    assert turn.state.ways == ("callback", "person")


def test_a_call_that_is_promised_is_not_offered_again_in_the_same_call(example):
    turns = play(example, *PROMISE, *keys("1", "1"), now=NIGHT)
    assert turns[-1].state.ways == ("message",)
    others = play(example, *PROMISE, *keys("1", "3"), now=NIGHT)
    assert "callback" in others[-1].state.ways


# Finding the time


@pytest.mark.parametrize(
    ("entries", "phrase", "at"),
    [
        (("3106",), "refused.no_such_date", "2026-12-09T17:30"),
        (("2902",), "refused.no_such_date", "2026-12-09T17:30"),
        (("2811",), "refused.no_hours", "2026-11-27T17:30"),
        (("2412",), "refused.too_far", "2026-12-09T17:30"),
        (("2611", "0800"), "refused.outside_hours", "2026-11-26T09:00"),
        (("2611", "1410"), "refused.between", "2026-11-26T14:00"),
        (("2611", "2400"), "refused.no_such_time", "2026-11-26T12:00"),
    ],
)
def test_an_impossible_time_is_told_why_and_the_nearest_is_offered(example, entries, phrase, at):
    turn = play(example, *KEYING, *keys(*entries), now=NIGHT)[-1]
    assert said(turn)[:2] == [phrase, "time.nearest"]
    expected = datetime.fromisoformat(at).replace(tzinfo=example.zone)
    assert datetime.fromisoformat(turn.state.chosen) == expected
    assert turn.actions[0].sentence.act is SpeechAct.APOLOGISES


@pytest.mark.parametrize(
    ("now", "entries", "phrases"),
    [
        ("2026-11-25T12:00", ("2511", "0900"), ["refused.past"]),
        ("2026-11-25T12:20", ("2511", "1230"), ["refused.too_soon"]),
        ("2026-06-19T12:00", ("2306",), ["refused.holiday", "refused.name"]),
        ("2026-12-29T12:00", ("0401",), ["refused.closed_day", "refused.name"]),
    ],
)
def test_the_reason_depends_on_the_day(example, now, entries, phrases):
    at = datetime.fromisoformat(now).replace(tzinfo=example.zone)
    turn = play(example, Pressed("1"), BUSY, *keys("4", "4", *entries), now=at)[-1]
    assert said(turn)[: len(phrases) + 1] == [*phrases, "time.nearest"]


def test_a_full_slot_and_a_gap_of_the_clocks_have_their_reasons(example):
    taken = {datetime(2026, 11, 26, 12, tzinfo=UTC): 2}
    turn = play(example, *KEYING, taken, *keys("2611", "1400"), now=NIGHT)[-1]
    assert said(turn)[0] == "refused.full"
    always = example.model_copy(update={"office_hours": Hours.model_validate("always")})
    eve = datetime(2026, 3, 28, 12, tzinfo=UTC)
    gap = play(always, Pressed("1"), BUSY, *keys("4", "4", "2903", "0330"), now=eve)[-1]
    assert said(gap)[0] == "refused.gap"


def test_hours_for_calls_hold_besides_the_departments(example):
    calling = example.calling.model_copy(update={"hours": Hours.model_validate({"mon-fri": "10:00-16:00"})})
    company = example.model_copy(update={"calling": calling})
    turn = play(company, *KEYING, *keys("2611", "0900"), now=NIGHT)[-1]
    assert said(turn)[0] == "refused.outside_window"
    assert play(company, *OFFER, now=NIGHT)[-1].state.slots[0] == "2026-11-26T10:00:00+02:00"


def test_the_nearest_time_is_promised_when_it_suits(example):
    turns = play(example, *KEYING, *keys("2811", "1"), now=NIGHT)
    (promise,) = deeds(turns, MakePromise)
    assert promise.at == datetime(2026, 11, 27, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "tries",
    [
        keys("1", "2", "1", "2", "1", "2"),  # a time on offer that is not right, three times
        keys("4", "2811", "2", "2611", "1400", "2", "2611", "1410", "2"),  # keyed ones
        keys("1", "2", "4", "2811", "2", "3106", "2"),  # both
    ],
)
def test_after_three_tries_there_is_a_message_or_a_person(example, tries):
    turn = play(example, *OFFER, *tries, now=NIGHT)[-1]
    assert said(turn)[0] == "time.not_found"
    assert (turn.state.step, turn.state.ways) == (Step.CHOICE, ("message",))
    assert turn.state.appointment is None


def test_an_entry_that_is_no_date_is_asked_for_again_three_times_at_most(example):
    turns = play(example, *KEYING, *keys("12", "123"), Silence(), now=NIGHT)
    assert [said(turn)[0] for turn in turns[-3:-1]] == ["again.entry.1", "again.entry.2"]
    assert said(turns[-1])[0] == "time.not_found"


def test_the_way_to_a_person_stays_open(example):
    for entries in ((), ("4",), ("4", "2611"), ("1",)):
        turn = play(example, Pressed("1"), BUSY, *keys("4", *entries, "0"))[-1]
        assert turn.state.step is Step.TRANSFER
        assert turn.actions[-1].department == "reception"


def test_the_way_back_to_the_menu_stays_open(example):
    turn = play(example, *KEYING, *keys("9"), now=NIGHT)[-1]
    assert (turn.state.step, turn.state.appointment) == (Step.MENU, None)


def test_the_language_may_change_at_every_question_and_the_words_with_it(example):
    turns = play(example, *OFFER, *keys("1", "#", "1"), now=NIGHT)
    (promise,) = deeds(turns, MakePromise)
    assert promise.words == "on Thursday, 26 November, at 9:00, Riga time"


def test_entries_of_four_digits_are_collected_by_the_line(example):
    for entries in ((), ("2611",)):
        ask = play(example, *KEYING, *keys(*entries), now=NIGHT)[-1].actions[-1]
        assert isinstance(ask, Ask)
        assert (ask.digits, ask.seconds) == (4, 10.0)
        assert set("0123456789*#") <= set(ask.keys)


# The ledger


def test_without_a_free_slot_there_is_a_message_or_a_person(example):
    turn = play(example, full(example, NOW), Pressed("1"), NO_ANSWER, Pressed("4"))[-1]
    assert said(turn)[0] == "time.none"
    assert (turn.state.step, turn.state.ways) == (Step.CHOICE, ("message", "person"))


def test_whoever_leaves_a_queue_without_a_free_slot_is_not_left_alone(example):
    turns = play(example, full(example, NOW, "support"), Pressed("2"), LEFT)
    assert said(turns[-2]) == ["sorry.left"]
    assert said(turns[-1])[0] == "time.none"
    assert turns[-1].state.step is Step.CHOICE


def test_the_last_place_may_be_taken_meanwhile(example):
    first = datetime(2026, 11, 26, 7, tzinfo=UTC)
    turns = play(example, *OFFER, Pressed("1"), {first: 2}, Pressed("1"), now=NIGHT)
    assert deeds(turns, MakePromise) == []
    assert said(turns[-1])[:2] == ["time.taken", "slots.ask"]
    assert datetime.fromisoformat(turns[-1].state.slots[0]) == first + timedelta(minutes=30)


def test_all_places_may_be_taken_meanwhile(example):
    everything = full(example, NIGHT)
    turns = play(example, *OFFER, Pressed("1"), everything, Pressed("1"), now=NIGHT)
    assert said(turns[-1])[0] == "time.none"
    keyed = play(example, *KEYING, Pressed("2611"), everything, Pressed("1400"), now=NIGHT)
    assert said(keyed[-1])[0] == "time.none"


def test_a_place_that_is_taken_again_and_again_ends_in_another_way(example):
    free = [at.astimezone(UTC) for at in slots(Agenda(example, "sales", NIGHT, example.zone))]
    faster = [(Pressed("1"), dict.fromkeys(free[: number + 1], 2), Pressed("1")) for number in range(3)]
    turns = play(example, *OFFER, *faster[0], *faster[1], *faster[2], now=NIGHT)
    assert deeds(turns, MakePromise) == []
    assert said(turns[-1])[0] == "time.not_found"


def test_a_time_that_passes_while_it_is_read_back_is_not_promised(example):
    turns = play(example, Pressed("1"), BUSY, *keys("4", "1", "1"), pause=timedelta(minutes=14))
    assert deeds(turns, MakePromise) == []
    assert "time.taken" in said(turns[-1])


@pytest.mark.parametrize("step", [Step.SEEKING, Step.CHECKING, Step.SECURING])
@pytest.mark.parametrize("event", [Pressed("1"), Silence(), BUSY, Recorded("x", 3.0)])
def test_without_an_answer_of_the_ledger_nothing_is_promised(example, step, event):
    state = State(step, "lv", COMPANY, CALLER, appointment=Appointment("sales", Origin.ASKED))
    waiting = replace(state, chosen="2026-11-26T09:00:00+02:00", day="26110900")
    turn = advance(waiting, event, example, NOW)
    assert said(turn)[0] == "time.none"
    assert (turn.state.step, turn.state.ways) == (Step.CHOICE, ("message",))


@pytest.mark.parametrize("step", [Step.SEEKING, Step.CHECKING, Step.SECURING])
def test_hanging_up_while_the_ledger_is_asked_ends_the_call(example, step):
    state = State(step, "lv", COMPANY, CALLER, appointment=Appointment("sales", Origin.ASKED))
    turn = advance(state, HungUp(), example, NOW)
    assert (turn.state.step, deeds([turn], Say)) == (Step.ENDED, [])


def test_a_day_whose_hour_was_never_asked_is_offered_the_nearest_time(example):
    """A day was impossible when it was keyed in, and is possible when the ledger answers."""
    state = State(Step.CHECKING, "lv", COMPANY, CALLER, appointment=Appointment("sales", Origin.ASKED))
    turn = advance(replace(state, day="2611"), Found(()), example, NOW)
    assert said(turn)[0] == "time.nearest"


# Promises that exist already


def test_another_time_moves_the_promise_that_stands(example):
    turns = play(example, *keys("1"), NO_ANSWER, *keys("4", "2", "1"), known=EXPECTED)
    (moved,) = deeds(turns, MakePromise, MovePromise)
    assert moved == MovePromise(
        "p1",
        datetime(2026, 11, 25, 11, 30, tzinfo=UTC),
        "Europe/Riga",
        "trešdien, 25. novembrī, plkst. 13.30 pēc Rīgas laika",
        department="sales",
        places=example.callbacks.per_slot,
    )


def test_a_promise_of_another_department_stays_as_it_is(example):
    turns = play(example, *keys("2", "2"), BUSY, *keys("4", "1", "1"), known=EXPECTED)
    (made,) = deeds(turns, MakePromise, MovePromise)
    assert (type(made), made.department) == (MakePromise, "support")


def test_a_promise_of_a_campaign_is_not_moved_by_a_department(example):
    known = Known(changed(PROMISED, campaign="maintenance"))
    turns = play(example, *keys("2", "1"), BUSY, *keys("4", "1", "1"), known=known)
    assert [type(deed) for deed in deeds(turns, MakePromise, MovePromise)] == [MakePromise]


# Our own calls


def test_in_our_calls_the_persons_zone_and_decent_hours_hold(example):
    errand = Errand("a1", "en", "America/New_York")
    state = State(Step.SEEKING, "en", CALLER, COMPANY, errand=errand, department="sales")
    state = replace(state, appointment=Appointment("sales", Origin.NOT_NOW, "maintenance", "question:1"))
    scene = Scene(state, example, NOW, Found(()))
    given = agenda.agenda(scene)
    assert (given.zone, given.windows) == (ZoneInfo("America/New_York"), (DECENT,))
    offered = advance(state, Found(()), example, NOW)
    assert offered.state.slots[0] == "2026-11-25T08:00:00-05:00"
    assert "9" in offered.actions[-1].keys


def test_outside_an_appointment_there_is_none_to_speak_of(example):
    scene = Scene(State(Step.MENU, "lv", COMPANY, CALLER), example, NOW)
    with pytest.raises(ValueError, match="No time is being agreed on"):
        agenda.agenda(scene)
    with pytest.raises(ValueError, match="No time is chosen"):
        agenda.chosen(scene)


def test_a_message_can_still_be_left_after_all(example):
    turn = play(example, *OFFER, *keys("1", "2", "1", "2", "1", "2", "1"), now=NIGHT)[-1]
    assert isinstance(turn.actions[-1], Record)
    assert turn.actions[-1].department == "sales"
